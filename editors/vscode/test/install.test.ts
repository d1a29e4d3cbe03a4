import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import type { Surroundings } from "../src/find";
import { bundled, install, InstallError } from "../src/install";

let root = "";
let own = "";
let here: Surroundings;
let packages = "";
const log: string[] = [];
const steps: string[] = [];

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "mirageport-install-"));
  own = path.join(root, "storage", "server");
  packages = path.join(root, "packages");
  await mkdir(packages);
  here = {
    setting: "",
    folders: [path.join(root, "workspace")],
    own,
    env: {},
    platform: "linux",
    home: path.join(root, "home"),
  };
  log.length = steps.length = 0;
});

afterEach(() => rm(root, { recursive: true, force: true }));

const progress = (signal = new AbortController().signal) => ({
  step: (what: string) => void steps.push(what),
  log: (line: string) => void log.push(line),
  signal,
});

/** Let only one Python be found, a script of the test's. */
async function pretend(python: string | undefined): Promise<void> {
  const folder = path.join(root, "bin");
  await mkdir(folder, { recursive: true });
  if (python !== undefined) {
    const file = path.join(folder, "python3");
    await writeFile(file, `#!/bin/sh\n${python}`);
    await chmod(file, 0o755);
  }
  here.env = { PATH: folder };
}

/** A Python whose `-m venv DIR` makes a folder with this pip and the server it installs. */
const python = (pip: string) => `
if [ "$1" != -I ]; then echo "not isolated" >&2; exit 9; fi
if [ "$2" = -c ]; then echo 3.11; exit; fi
if [ "$3" = venv ]; then
  /bin/mkdir -p "$4/bin"
  echo '#!/bin/sh
if [ "$4" = --version ]; then exit 0; fi
${pip}' > "$4/bin/python"
  echo '#!/bin/sh
echo mirageport 7.0' > "$4/bin/mirageport"
  /bin/chmod +x "$4/bin/python" "$4/bin/mirageport"
fi
`;

const failing = async (): Promise<string> => {
  let message = "";
  await assert.rejects(install(here, packages, progress()), (error: Error) => {
    assert.ok(error instanceof InstallError, String(error));
    message = error.message;
    return true;
  });
  return message;
};

test("an environment is made once, and updated afterwards", async () => {
  await pretend(python(`echo "$(pwd) $@" >> ${root}/pip.log`));
  assert.equal(await install(here, packages, progress()), "7.0");
  assert.deepEqual(steps, [
    "looking for Python",
    "making an environment of its own",
    "installing the server",
  ]);
  assert.equal(await install(here, packages, progress()), "7.0");
  assert.deepEqual(steps.slice(3), ["installing the server"]);
  const calls = (await readFile(path.join(root, "pip.log"), "utf8")).trim().split("\n");
  const call =
    `${packages} -I -m pip install --upgrade --disable-pip-version-check ` +
    "--require-hashes --only-binary=:all: -r requirements.txt";
  assert.deepEqual(calls, [call, call]);
});

test("no Python, or only an old one", async () => {
  await pretend(undefined);
  const none = await failing();
  assert.equal(none, "The server needs Python 3.10 or newer, and there is none on the PATH.");
  await pretend("echo 3.8");
  const old = `The server needs Python 3.10 or newer; ${path.join(root, "bin/python3")} is 3.8.`;
  assert.equal(await failing(), old);
});

test("a Python without venv says what to install, and leaves nothing behind", async () => {
  await pretend(
    'if [ "$2" = -c ]; then echo 3.11; exit; fi\n/bin/mkdir -p "$4"\n' +
      'echo "The virtual environment was not created because ensurepip is not available."; exit 1\n',
  );
  assert.match(await failing(), /sudo apt install python3-venv adds what is missing\.$/);
  await assert.rejects(stat(own));
});

test("pip's own reason is told", async () => {
  await pretend(python('echo "ERROR: No matching distribution found for pygls" >&2; exit 1'));
  assert.equal(
    await failing(),
    "pip could not install the server: No matching distribution found for pygls",
  );
  assert.ok(log.includes("ERROR: No matching distribution found for pygls"));
});

test("cancelling stops pip", async () => {
  await pretend(python("exec /bin/sleep 60"));
  const stop = new AbortController();
  const running = install(here, packages, progress(stop.signal));
  const begun = Date.now();
  setTimeout(() => stop.abort(), 300);
  await assert.rejects(running, /The installation was cancelled\./);
  assert.ok(Date.now() - begun < 20_000);
});

test("the server the extension brings is known by its version", async () => {
  await mkdir(own, { recursive: true });
  await assert.rejects(bundled(own), /no server in/);
  await writeFile(path.join(own, "mirageport-7.0-py3-none-any.whl"), "");
  assert.deepEqual(await bundled(own), { folder: own, version: "7.0" });
});
