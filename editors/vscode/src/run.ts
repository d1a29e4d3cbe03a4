// Running a program to its end.

import { spawn } from "node:child_process";

/** How a program ended. status: null when it could not be started or was stopped. */
export interface Outcome {
  status: number | null;
  out: string;
  err: string;
  /** Why it did not start or end by itself; "" when it did. */
  trouble: string;
}

/** A folder that holds nothing but the extension: no program starts in the workspace, where it
 * might take a file for a part of itself. */
export const NEUTRAL = __dirname;

export interface Limits {
  milliseconds?: number;
  /** Where the program starts; the neutral folder by default. */
  folder?: string;
  signal?: AbortSignal;
  onLine?: (line: string) => void;
}

/** Run a program without a shell; never rejects. */
export function run(program: string, args: string[], limits: Limits = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    // The time limit of `spawn` itself keeps the process alive when nothing could be started.
    const late = limits.milliseconds && AbortSignal.timeout(limits.milliseconds);
    const signals = [limits.signal, late].filter((each) => each instanceof AbortSignal);
    const child = spawn(program, args, {
      cwd: limits.folder ?? NEUTRAL,
      signal: AbortSignal.any(signals),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const outcome: Outcome = { status: null, out: "", err: "", trouble: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      outcome.out += text;
      text.split("\n").forEach((line) => line.trim() && limits.onLine?.(line.trimEnd()));
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      outcome.err += text;
      text.split("\n").forEach((line) => line.trim() && limits.onLine?.(line.trimEnd()));
    });
    child.on("error", (error) => {
      const seconds = (limits.milliseconds ?? 0) / 1000;
      const timedOut = late instanceof AbortSignal && late.aborted;
      const trouble = timedOut ? `it did not answer in ${seconds} seconds` : error.message;
      resolve({ ...outcome, trouble });
    });
    child.on("close", (status, killed) => {
      const trouble = killed ? `it was stopped (${killed})` : "";
      resolve({ ...outcome, status, trouble });
    });
  });
}

/** The last line that says something, for a message of one line. */
export function lastLine(text: string): string {
  return text.trim().split("\n").pop()?.trim() ?? "";
}
