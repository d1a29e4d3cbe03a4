import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import * as net from "node:net";
import * as os from "node:os";
import * as path from "node:path";
import { test } from "node:test";
import { textOf } from "../src/text";

const waits = { timeout: 10_000 };

test("what is no regular file of bounded size is not read", waits, async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), "mirageport-text-"));
  const at = (name: string) => path.join(root, name);
  try {
    await writeFile(at("config.ml"), "open Mirage (* é *)\n");
    await symlink("config.ml", at("link"));
    assert.equal(await textOf(at("config.ml")), "open Mirage (* é *)\n");
    assert.equal(await textOf(at("link")), "open Mirage (* é *)\n");
    await symlink("/dev/zero", at("zero"));
    await symlink("round", at("round"));
    execFileSync("mkfifo", [at("pipe")]);
    await mkdir(at("folder"));
    await writeFile(at("sparse"), "");
    await truncate(at("sparse"), 2 ** 40);
    const server = net.createServer().listen(at("socket"));
    for (const name of ["zero", "round", "pipe", "folder", "sparse", "socket", "missing"]) {
      assert.equal(await textOf(at(name)), undefined, name);
    }
    await new Promise((done) => server.close(done));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
