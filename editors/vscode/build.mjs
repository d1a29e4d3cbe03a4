// Bundles the extension into one file, the licences of what is bundled into another, and the server
// into a Python package beside them, with what its packs are about.

import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { build } from "esbuild";

const { metafile } = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "out/extension.js",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  external: ["vscode"],
  minify: true,
  metafile: true,
  logLevel: "warning",
});

const folders = Object.keys(metafile.inputs)
  .map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0])
  .filter((folder) => folder !== undefined);
const texts = [...new Set(folders)].sort().map((folder) => {
  const { name, version } = JSON.parse(fs.readFileSync(`${folder}/package.json`, "utf8"));
  const file = fs.readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  if (file === undefined) {
    throw new Error(`${name} has no licence to pass on`);
  }
  return `${name} ${version}\n\n${fs.readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
});
fs.writeFileSync("out/licences.txt", texts.join(`\n${"-".repeat(80)}\n\n`));

const root = path.resolve("../..");
fs.rmSync("out/packs", { recursive: true, force: true });
fs.mkdirSync("out/packs");
for (const name of fs.readdirSync(path.join(root, "packs"))) {
  fs.copyFileSync(path.join(root, "packs", name, "pack.md"), `out/packs/${name}.md`);
}

// Built from a copy: what an older build left behind must not get in.
const copy = fs.mkdtempSync(path.join(os.tmpdir(), "mirageport-"));
try {
  const rooms = "ocaml api diagnostics code_actions mirage server packs";
  const parts = `${rooms} pyproject.toml README.md LICENSE docs/mirageport.1`;
  for (const part of parts.split(" ")) {
    const options = { recursive: true, filter: (file) => !file.includes("__pycache__") };
    fs.cpSync(path.join(root, part), path.join(copy, part), options);
  }
  fs.rmSync("out/server", { recursive: true, force: true });
  const own = path.join(root, ".venv", "bin", "python");
  const python = fs.existsSync(own) ? own : "python3";
  const pip = ["-m", "pip", "wheel", "-q", "--no-deps", "-w", path.resolve("out/server"), copy];
  // The developers' environment has what builds the package; elsewhere pip fetches it.
  const isolation = fs.existsSync(own) ? ["--no-build-isolation"] : [];
  const { status } = spawnSync(python, [...pip, ...isolation], { stdio: "inherit" });
  if (status !== 0) {
    throw new Error("the server could not be packaged");
  }
  // The package itself is one of the requirements, so that pip is called once and for all of them.
  const [wheel] = fs.readdirSync("out/server");
  const hash = createHash("sha256").update(fs.readFileSync(`out/server/${wheel}`)).digest("hex");
  const requirements = fs.readFileSync("requirements.txt", "utf8");
  const line = `./${wheel} --hash=sha256:${hash}\n`;
  fs.writeFileSync("out/server/requirements.txt", requirements + line);
} finally {
  fs.rmSync(copy, { recursive: true, force: true });
}
