import assert from "node:assert/strict";
import { test } from "node:test";
import { pipReason } from "../src/install";
import { byFile, countLeft, groups, headline, reportOf, summary, utf16Column } from "../src/report";

const entry = (applicability: string, message: string) => ({
  file: "/u/unikernel.ml",
  line: 3,
  column: 1,
  rule: "a-rule",
  applicability,
  severity: "error",
  message,
});

test("the report is ordered by who must do it; suggestions and what is done are not left", () => {
  const report = reportOf({
    findings: [entry("manual", "m"), entry("safe", "s"), entry("suggestion", "h")],
    done: [{ file: "/u/unikernel.ml", line: 1, column: 1, code: "C.log c d" }],
  });
  assert.deepEqual(
    groups(report).map((group) => [group.title, group.entries.map((each) => each.message)]),
    [
      ["Safe fixes", ["s"]],
      ["To do by hand", ["m"]],
      ["Suggestions", ["h"]],
      ["Done", ["C.log c d"]],
    ],
  );
  assert.equal(countLeft(report), 2);
});

test("an answer that is no report is an empty one", () => {
  for (const answer of [undefined, null, 3, {}, { findings: [3, null, {}] }]) {
    assert.deepEqual(reportOf(answer), { findings: [], done: [], next: [], target: "Mirage 3" });
  }
});

test("the headline says where it stands, and what is next when nothing is left", () => {
  const done = [entry("safe", "d")];
  const next = ["mirageport fix .", "make"];
  const left = reportOf({ findings: [entry("safe", "s")], done, next });
  assert.equal(headline(left), "1 done, 1 left.");
  const over = reportOf({ findings: [entry("suggestion", "h")], done, next });
  assert.equal(headline(over), "Nothing is left to port here. Next: make");
  const configure = { ...over, next: ["(cd '/u/uni kernel' && mirage configure -t unix && make)"] };
  assert.match(headline(configure), /Next: mirage configure -t unix && make$/);
});

test("columns in characters become the editor's", () => {
  const line = 'let x = "é🐫" in C.log_s';
  assert.equal(utf16Column(line, 1), 0);
  assert.equal(line.slice(utf16Column(line, 17)), "C.log_s");
  assert.equal(utf16Column(line, 99), line.length);
  assert.equal(utf16Column(line, 0), 0);
});

test("pip's reason is its first error", () => {
  const err = "WARNING: slow\nERROR: No matching distribution\nERROR: then this\n[notice] new pip";
  assert.equal(pipReason(err), "No matching distribution");
  assert.equal(pipReason("curl: (6)\nno route to host\n"), "no route to host");
  assert.equal(pipReason(""), "it said nothing");
});

test("changes of a port are ordered by file, and summed up in a line", () => {
  const changes = ["b.ml", "a.ml", "b.ml"].map((name, index) => ({
    ...entry(index === 0 ? "review" : "safe", `${index}`),
    file: `/u/${name}`,
    title: "Replace it",
  }));
  assert.deepEqual(
    byFile(changes).map(({ title, entries }) => [title, entries.map(({ message }) => message)]),
    [
      ["b.ml", ["0", "2"]],
      ["a.ml", ["1"]],
    ],
  );
  assert.equal(summary(changes, 2, 1), "3 changes in 2 files, 1 to review. 1 is left for you then.");
  const steps = [{ step: "rows", changes: 1 }, { step: "files", changes: 2 }];
  const said = "3 changes in 2 files, 1 to review: rows 1, files 2. Nothing is left for you then.";
  assert.equal(summary(changes, 2, 0, steps), said);
  const one = changes.slice(1, 2);
  assert.equal(summary(one, 1, 0), "1 change in 1 file, 0 to review. Nothing is left for you then.");
});
