import assert from "node:assert/strict";
import { test } from "node:test";
import { isShutOut, packOf } from "../src/bounds";

const packs = [
  { packages: ["cmdliner"], until: "2.0" },
  { packages: ["ocaml", "ocaml-base-compiler"], until: "5.0" },
];

test("a pack names its packages and the release that it leads to", () => {
  assert.deepEqual(packOf("---\ntarget: X 2\npackage: x x-lib\nuntil: 2.0\n---\n"), {
    packages: ["x", "x-lib"],
    until: "2.0",
  });
  assert.equal(packOf("---\ntarget: X 2\n---\n"), undefined);
});

test("an upper bound keeps a project from the release of a pack", () => {
  for (const text of [
    'depends: [ "ocaml" {>= "4.08" & < "5.0"} ]',
    'depends: [ "ocaml" {< "5.0.0~~"} ]',
    'depends: [ "ocaml" {= "4.14.1"} ]',
    '"dune" "cmdliner" {<= "1.3.0"}',
    "(depends dune (cmdliner (and (>= 1.0) (< 2))))",
    "(depends (ocaml-base-compiler (< 5)))",
  ]) {
    assert.ok(isShutOut(text, packs), text);
  }
});

test("other bounds do not keep a project from it", () => {
  for (const text of [
    'depends: [ "ocaml" {>= "4.08"} "dune" {< "1.0"} ]',
    'depends: [ "ocaml" {< "5.1"} ]',
    'depends: [ "ocaml" {!= "4.08"} ]',
    'depends: [ "ocaml" {< "4.0" | >= "5.0"} ]',
    '"cmdliner" {>= "1.0"}',
    "(depends (cmdliner (>= 1.0)) (dune (< 2.0)))",
    "",
  ]) {
    assert.ok(!isShutOut(text, packs), text);
  }
});
