import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { NEUTRAL, run } from "../src/run";
import { candidates, explainFailure, find, resolveSetting, type Surroundings } from "../src/find";

let root = "";
let here: Surroundings;

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), "mirageport-find-"));
  here = {
    setting: "",
    folders: [path.join(root, "uni kernel")],
    own: path.join(root, "own"),
    env: { PATH: `${path.join(root, "first")}:relative:${path.join(root, "second")}` },
    platform: "linux",
    home: path.join(root, "home"),
  };
});

afterEach(() => rm(root, { recursive: true, force: true }));

/** A program in the sandbox that prints and ends as told. */
async function program(place: string, script: string, mode = 0o755): Promise<string> {
  const file = path.join(root, place);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, script);
  await chmod(file, mode);
  return file;
}

const says = (version: string) => `#!/bin/sh\necho "mirageport ${version}"\n`;

describe("where the server is looked for", () => {
  test("a setting is the only place, with its shorthands resolved", () => {
    const folders = ["/code/one", "/code/two"];
    assert.equal(resolveSetting("~/bin/mirageport", folders, "/home/me"), "/home/me/bin/mirageport");
    assert.equal(resolveSetting("${workspaceFolder}/v/m", folders, "/home/me"), "/code/one/v/m");
    assert.equal(resolveSetting("v/bin/m", folders, "/home/me"), "/code/one/v/bin/m");
    assert.equal(resolveSetting(" /opt/m ", folders, "/home/me"), "/opt/m");
    const found = candidates({ ...here, setting: "/opt/m" });
    assert.deepEqual(found, [{ origin: "setting", program: "/opt/m" }]);
  });

  test("a setting without a folder is looked up on the PATH", () => {
    const found = candidates({ ...here, setting: "mirageport-dev" }).map((each) => each.program);
    assert.deepEqual(found, [
      path.join(root, "first/mirageport-dev"),
      path.join(root, "second/mirageport-dev"),
      path.join(root, "home/.local/bin/mirageport-dev"),
    ]);
  });

  test("Windows has other folders and names", () => {
    const found = candidates({ ...here, platform: "win32", env: {}, setting: "" });
    assert.ok(found[0]?.program.endsWith(path.join("own", "Scripts", "mirageport.exe")));
  });
});

describe("which server is taken", () => {
  test("the PATH, then the extension's own", async () => {
    await program("own/bin/mirageport", says("0.1"));
    assert.equal((await find(here)).server?.version, "0.1");
    await program("second/mirageport", says("0.2"));
    assert.equal((await find(here)).server?.version, "0.2");
    await program("first/mirageport", says("0.3"));
    const found = await find(here);
    assert.deepEqual([found.server?.version, found.server?.origin], ["0.3", "path"]);
    assert.deepEqual(found.failures, []);
  });

  test("a program of the workspace is never run, unless a setting names it", async () => {
    const trace = path.join(root, "ran");
    const script = `#!/bin/sh\ntouch '${trace}'\necho mirageport 6.6\n`;
    const places = ["mirageport", ".venv/bin/mirageport", "venv/bin/mirageport"];
    for (const place of places) {
      await program(path.join("uni kernel", place), script);
    }
    await program("own/bin/mirageport", says("0.1"));
    const folders = places.map((place) => path.dirname(path.join(root, "uni kernel", place)));
    const env = { PATH: ["", ".", ...folders].join(":") };
    const found = await find({ ...here, env });
    assert.deepEqual([found.server?.origin, found.failures], ["own", []]);
    await assert.rejects(stat(trace));
    const named = await find({ ...here, setting: "${workspaceFolder}/.venv/bin/mirageport" });
    assert.equal(named.server?.version, "6.6");
  });

  test("one that does not run is passed over, and told of", async () => {
    await program("first/mirageport", "#!/gone/bin/python\n");
    await program("second/mirageport", "#!/bin/sh\necho 'no module named x' >&2; exit 1\n");
    await program("home/.local/bin/mirageport", says("0.2"));
    const found = await find(here);
    assert.equal(found.server?.version, "0.2");
    assert.deepEqual(
      found.failures.map((each) => each.why),
      ["its Python interpreter is gone", "no module named x"],
    );
  });
});

describe("what is said when there is none", () => {
  test("nothing anywhere", async () => {
    const text = explainFailure(await find(here));
    assert.match(text, /^The mirageport server was not found: not on the PATH, not in/);
  });

  test("a setting that leads nowhere is not replaced by another server", async () => {
    await program("first/mirageport", says("0.3"));
    const found = await find({ ...here, setting: "/no/such/mirageport" });
    assert.equal(found.server, undefined);
    assert.equal(
      explainFailure(found),
      "The setting mirageport.serverPath is /no/such/mirageport: there is no such program.",
    );
  });

  test("a setting that names another program, or one that may not run", async () => {
    const other = await program("other", "#!/bin/sh\necho Python 3.11.2\n");
    const text = explainFailure(await find({ ...here, setting: other }));
    assert.ok(text.endsWith('other: it is another program: "Python 3.11.2".'), text);
    const locked = await program("locked", says("0.1"), 0o644);
    const reason = explainFailure(await find({ ...here, setting: locked }));
    assert.ok(reason.endsWith("locked: it may not be executed."), reason);
  });

  test("a broken server is named", async () => {
    const broken = await program("first/mirageport", "#!/bin/sh\nexit 3\n");
    assert.equal(
      explainFailure(await find(here)),
      `The mirageport server ${broken} does not run: it ended with status 3.`,
    );
  });
});

test("a program does not start in the folder the editor was started in", async () => {
  const where = await program("where", "#!/bin/sh\npwd\n");
  const before = process.cwd();
  process.chdir(root);
  try {
    assert.equal((await run(where, [])).out.trim(), NEUTRAL);
  } finally {
    process.chdir(before);
  }
});

test("a program that does not end is stopped, and said to be slow", async () => {
  const slow = await program("slow", "#!/bin/sh\nexec sleep 60\n");
  const outcome = await run(slow, [], { milliseconds: 200 });
  assert.deepEqual([outcome.status, outcome.trouble], [null, "it did not answer in 0.2 seconds"]);
});
