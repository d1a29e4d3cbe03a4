// Installing the server into an environment of the extension's own. Nothing here knows the editor.

import * as path from "node:path";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { packOf, type Pack } from "./bounds";
import { exists, inEnvironment, onPath, probe, type Surroundings } from "./find";
import { lastLine, run } from "./run";

/** The oldest Python that runs the server. */
const OLDEST = [3, 10] as const;

/** An installation that cannot be made; the message is for the person. */
export class InstallError extends Error {}

export interface Progress {
  /** A step begins, in words for the person. */
  step(what: string): void;
  /** A line for the log. */
  log(line: string): void;
  signal: AbortSignal;
}

/** The server this extension brings along: the folder of its Python package. */
export interface Wheel {
  folder: string;
  version: string;
}

/** What is beside the package: it and all that it depends on, exact versions with their hashes. */
const REQUIREMENTS = "requirements.txt";

/** Python takes no code from the working folder, the variables of the environment or the person's
 * own packages. */
const ISOLATED = "-I";

/** The server's package in a folder. */
export async function bundled(folder: string): Promise<Wheel> {
  const name = (await readdir(folder)).find((each) => each.endsWith(".whl"));
  const version = name && /^mirageport-([^-]+)-/.exec(name)?.[1];
  if (name === undefined || version === undefined) {
    throw new Error(`the extension is broken: no server in ${folder}`);
  }
  return { folder, version };
}

/** The packs that come with the server: a folder with the `pack.md` of each. */
export async function bundledPacks(folder: string): Promise<Pack[]> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
  return texts.map(packOf).filter((pack) => pack !== undefined);
}

interface Python {
  program: string;
  before: string[];
}

/** Install or update the server in the extension's own environment. Returns its version.
 *
 * packages: the folder of the server's package; what it depends on comes from where pip is set up
 * to look, and must have the hashes that are written down there. */
export async function install(
  here: Surroundings,
  packages: string,
  progress: Progress,
): Promise<string> {
  const { own: folder, platform } = here;
  const python = inEnvironment(folder, "python", platform);
  if ((await run(python, [ISOLATED, "-m", "pip", "--version"])).status !== 0) {
    await makeEnvironment(here, progress);
  }
  progress.step("installing the server");
  const pip = ["-m", "pip", "install", "--upgrade", "--disable-pip-version-check"];
  // Only ready-made packages: to build one would fetch tools that no hash is known of.
  const exact = ["--require-hashes", "--only-binary=:all:", "-r", REQUIREMENTS];
  const outcome = await logged(python, [ISOLATED, ...pip, ...exact], progress, packages);
  if (outcome.status !== 0) {
    throw new InstallError(`pip could not install the server: ${pipReason(outcome.err)}`);
  }
  const server = inEnvironment(folder, "mirageport", platform);
  const answer = await probe(server);
  if (answer.version === undefined) {
    throw new InstallError(`The installed server ${server} does not run: ${answer.why}.`);
  }
  return answer.version;
}

async function makeEnvironment(here: Surroundings, progress: Progress): Promise<void> {
  const folder = here.own;
  progress.step("looking for Python");
  const python = await findPython(here, progress);
  progress.step("making an environment of its own");
  await rm(folder, { recursive: true, force: true });
  await mkdir(path.dirname(folder), { recursive: true });
  const outcome = await logged(python.program, [...python.before, ISOLATED, "-m", "venv", folder], progress);
  if (outcome.status !== 0) {
    await rm(folder, { recursive: true, force: true });
    const said = outcome.err + outcome.out;
    throw new InstallError(
      /ensurepip|No module named '?venv/.test(said)
        ? `${python.program} cannot make virtual environments. On Debian and Ubuntu, ` +
          "sudo apt install python3-venv adds what is missing."
        : `${python.program} -m venv failed: ${lastLine(said) || outcome.trouble}`,
    );
  }
}

/** A Python that is new enough. */
async function findPython(here: Surroundings, progress: Progress): Promise<Python> {
  const windows = here.platform === "win32";
  const tried: Python[] = [];
  for (const [name, ...before] of [...(windows ? [["py", "-3"]] : []), ["python3"], ["python"]]) {
    for (const program of onPath(name ?? "", here)) {
      // The system's store puts links in its place that only look like no file.
      if (windows || (await exists(program))) {
        tried.push({ program, before });
      }
    }
  }
  const old: string[] = [];
  for (const python of tried) {
    const ask = [...python.before, ISOLATED, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"];
    const answer = await run(python.program, ask, { milliseconds: 30_000 });
    if (answer.trouble.includes("ENOENT")) {
      continue;
    }
    progress.log(`${python.program}: ${answer.out.trim() || answer.trouble || answer.err.trim()}`);
    const [major, minor] = answer.out.trim().split(".").map(Number);
    if (answer.status !== 0 || major === undefined || minor === undefined) {
      continue;
    }
    if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) {
      return python;
    }
    old.push(`${python.program} is ${major}.${minor}`);
  }
  const needs = `The server needs Python ${OLDEST.join(".")} or newer`;
  throw new InstallError(
    old.length > 0 ? `${needs}; ${old[0]}.` : `${needs}, and there is none on the PATH.`,
  );
}

async function logged(program: string, args: string[], progress: Progress, folder?: string) {
  progress.log(`$ ${[program, ...args].join(" ")}`);
  const limits = { signal: progress.signal, onLine: progress.log };
  const outcome = await run(program, args, folder === undefined ? limits : { ...limits, folder });
  if (progress.signal.aborted) {
    throw new InstallError("The installation was cancelled.");
  }
  return outcome;
}

/** The line of pip's errors that says what went wrong; the others follow from the first. */
export function pipReason(err: string): string {
  const lines = err.split("\n").map((line) => line.trim());
  const errors = lines.filter((line) => line.startsWith("ERROR: "));
  return (errors[0]?.slice("ERROR: ".length) ?? lastLine(err)) || "it said nothing";
}
