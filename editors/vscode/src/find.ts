// Finding the server: where it may be, which of the places has one that runs, and what to say when
// none has. Nothing here knows the editor, so that it can be tested without one.

import * as os from "node:os";
import * as path from "node:path";
import { access, constants, stat } from "node:fs/promises";
import { lastLine, run } from "./run";

/** Where a program was looked for. */
export type Origin = "setting" | "path" | "own";

export interface Candidate {
  origin: Origin;
  program: string;
}

export interface Server extends Candidate {
  version: string;
}

/** A place that has a program, but no server that runs. */
export interface Failure extends Candidate {
  why: string;
}

export interface Found {
  server?: Server;
  failures: Failure[];
}

/** What the search depends on. folders: the workspace's. own: the extension's own environment. */
export interface Surroundings {
  setting: string;
  folders: string[];
  own: string;
  env: NodeJS.ProcessEnv;
  platform: NodeJS.Platform;
  home: string;
}

/** Where a virtual environment keeps a program. */
export function inEnvironment(folder: string, program: string, platform: NodeJS.Platform): string {
  return platform === "win32"
    ? path.join(folder, "Scripts", `${program}.exe`)
    : path.join(folder, "bin", program);
}

/** The path a setting means: `~`, `${workspaceFolder}` and relative paths resolved. */
export function resolveSetting(setting: string, folders: string[], home: string): string {
  const first = folders[0] ?? "";
  let given = setting.trim().replaceAll("${workspaceFolder}", first);
  if (given === "~" || given.startsWith("~/") || given.startsWith("~\\")) {
    given = path.join(home, given.slice(1));
  }
  const bare = !given.includes("/") && !given.includes("\\");
  return bare || path.isAbsolute(given) || first === "" ? given : path.join(first, given);
}

/** The places to look at, best first. A setting is meant: it is the only place then. */
export function candidates(here: Surroundings): Candidate[] {
  if (here.setting.trim() !== "") {
    const program = resolveSetting(here.setting, here.folders, here.home);
    return onPath(program, here).map((each) => ({ origin: "setting", program: each }));
  }
  const found: Candidate[] = onPath("mirageport", here).map((program) => ({
    origin: "path",
    program,
  }));
  found.push({ origin: "own", program: inEnvironment(here.own, "mirageport", here.platform) });
  return found;
}

/** Where a program's name leads: itself when it is a path, else one place per folder of the PATH,
 * but for folders of the workspace: nobody chose what lies there. */
export function onPath(
  program: string,
  here: Pick<Surroundings, "folders" | "env" | "platform" | "home">,
): string[] {
  if (program.includes("/") || program.includes("\\")) {
    return [program];
  }
  const windows = here.platform === "win32";
  const name = windows && !program.endsWith(".exe") ? `${program}.exe` : program;
  const folders = (here.env["PATH"] ?? here.env["Path"] ?? "").split(windows ? ";" : ":");
  // Editors started from a desktop often lack the folder into which pip and pipx install.
  const personal = windows ? [] : [path.join(here.home, ".local", "bin")];
  return [...new Set([...folders, ...personal])]
    .filter((folder) => path.isAbsolute(folder) && !here.folders.some((top) => holds(top, folder)))
    .map((folder) => path.join(folder, name));
}

/** Whether a folder is `top` or below it. */
function holds(top: string, folder: string): boolean {
  const way = path.relative(top, folder);
  return way !== ".." && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

/** The first server that runs, and every place before it that has one that does not. */
export async function find(here: Surroundings): Promise<Found> {
  const failures: Failure[] = [];
  const places = candidates(here);
  for (const candidate of places) {
    if (!(await exists(candidate.program))) {
      continue;
    }
    const answer = await probe(candidate.program);
    if (answer.version !== undefined) {
      return { server: { ...candidate, version: answer.version }, failures };
    }
    failures.push({ ...candidate, why: answer.why });
  }
  const [first] = places;
  if (first?.origin === "setting" && failures.length === 0) {
    failures.push({ ...first, program: here.setting.trim(), why: "there is no such program" });
  }
  return { failures };
}

export async function exists(program: string): Promise<boolean> {
  try {
    return (await stat(program)).isFile();
  } catch {
    return false;
  }
}

/** Ask a program which mirageport it is. */
export async function probe(
  program: string,
): Promise<{ version: string } | { version?: undefined; why: string }> {
  try {
    await access(program, constants.X_OK);
  } catch {
    return { why: "it may not be executed" };
  }
  const answer = await run(program, ["--version"], { milliseconds: 30_000 });
  const version = /^mirageport (\S+)\s*$/.exec(answer.out)?.[1];
  if (answer.status === 0 && version !== undefined) {
    return { version };
  }
  if (answer.status === null) {
    // The kernel says "no such file" of a script whose interpreter is gone.
    const gone = answer.trouble.includes("ENOENT");
    return { why: gone ? "its Python interpreter is gone" : answer.trouble };
  }
  if (answer.status !== 0) {
    return { why: lastLine(answer.err) || `it ended with status ${answer.status}` };
  }
  return { why: `it is another program: "${lastLine(answer.out)}"` };
}

/** The message for when no server was found, in one paragraph. */
export function explainFailure(found: Found): string {
  const [first] = found.failures;
  if (first === undefined) {
    return (
      "The mirageport server was not found: not on the PATH, not in the extension's own " +
      "environment."
    );
  }
  if (first.origin === "setting") {
    return `The setting mirageport.serverPath is ${first.program}: ${first.why}.`;
  }
  return `The mirageport server ${first.program} does not run: ${first.why}.`;
}

/** The surroundings of this process. */
export function surroundings(
  given: Pick<Surroundings, "setting" | "folders" | "own">,
): Surroundings {
  return { ...given, env: process.env, platform: process.platform, home: os.homedir() };
}
