import assert from "node:assert/strict";
import { test } from "node:test";
import { judgement, verification } from "../src/verdicts";

test("verdicts are read, counted, and have a place", () => {
  const start = { line: 3, column: 5 };
  const found = verification(
    JSON.stringify({
      version: "4.14.1",
      files: [
        { file: "/u/a.ml", verdict: "accepted" },
        { file: "/u/b.ml", verdict: "error", message: "m", rule: "r", start, end: start },
        { file: "/u/c.ml", verdict: "not judged", message: "why" },
        { verdict: "error" },
      ],
    }),
  );
  assert.equal(found?.summary, "OCaml 4.14.1: 1 accepted, 1 refused, 1 not judged");
  assert.deepEqual(
    found?.verdicts.map(({ verdict, rule, start }) => [verdict, rule, start.line, start.column]),
    [
      ["accepted", "", 1, 1],
      ["error", "r", 3, 5],
      ["not judged", "", 1, 1],
    ],
  );
});

test("what is no JSON object is no verification and no judgement", () => {
  for (const printed of ["", "mirageport: there is no ocamlc", "null", "3"]) {
    assert.equal(verification(printed), undefined);
    assert.equal(judgement(printed), undefined);
  }
});

test("conflicts are read with their places and the line that counts them", () => {
  const start = { line: 3, column: 5 };
  const conflict = { file: "/u/a.ml", message: "m", rule: "r", severity: "error", start, end: start };
  const found = judgement(JSON.stringify({ findings: [conflict], summary: { text: "1 left." } }));
  assert.deepEqual(found, { conflicts: [conflict], summary: "1 left." });
});
