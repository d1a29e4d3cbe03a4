// What the server says is done and left in a unikernel, ordered for a person. Nothing here knows
// the editor.

import { basename } from "node:path";

/** A place with something to say, as the server reports it: 1-based, columns in characters. */
export interface Entry {
  file: string;
  line: number;
  column: number;
  rule: string;
  applicability: string;
  severity: string;
  message: string;
}

/** A change that a port makes: at its place in the text before, with what it does. */
export interface Change extends Entry {
  title: string;
}

export interface Report {
  findings: Entry[];
  done: Entry[];
  /** The commands that come next. */
  next: string[];
  /** What the files are ported to, as messages call it. */
  target: string;
}

export interface Group {
  title: string;
  entries: Entry[];
  /** Whether it is work that is left, rather than done or free to be left as it is. */
  left: boolean;
}

const GROUPS: ReadonlyArray<readonly [applicability: string, title: string]> = [
  ["safe", "Safe fixes"],
  ["review", "Fixes to review"],
  ["manual", "To do by hand"],
  ["suggestion", "Suggestions"],
];

/** A report out of a server's answer, whatever it holds. */
export function reportOf(answer: unknown): Report {
  const table = (typeof answer === "object" && answer !== null ? answer : {}) as Partial<Report>;
  return {
    findings: entriesOf(table.findings),
    done: entriesOf(table.done).map((entry) => ({ ...entry, severity: "done" })),
    next: Array.isArray(table.next) ? table.next.map(String) : [],
    target: typeof table.target === "string" ? table.target : "Mirage 3",
  };
}

function entriesOf(list: unknown): Entry[] {
  const entries = Array.isArray(list) ? list.filter((each) => typeof each?.file === "string") : [];
  // What is done has no message: the line it stands on speaks for it.
  return entries.map((entry) => ({ ...entry, message: entry.message ?? entry.code ?? "" }));
}

/** The groups that have entries: what is left by who must do it, then what is done. */
export function groups(report: Report): Group[] {
  const found: Group[] = GROUPS.map(([applicability, title]) => ({
    title,
    entries: report.findings.filter((entry) => entry.applicability === applicability),
    left: applicability !== "suggestion",
  }));
  found.push({ title: "Done", entries: report.done, left: false });
  return found.filter((group) => group.entries.length > 0);
}

/** Changes under the names of their files. */
export function byFile(changes: Change[]): { title: string; entries: Change[] }[] {
  const files = new Map<string, Change[]>();
  changes.forEach((each) => files.set(each.file, [...(files.get(each.file) ?? []), each]));
  return [...files].map(([file, entries]) => ({ title: basename(file), entries }));
}

/** How many changes a port makes in one of its parts, such as rows or keys. */
export interface Step {
  step: string;
  changes: number;
}

/** What a port does, in a line. files: how many it changes; left: how much is left after it. */
export function summary(changes: Change[], files: number, left: number, steps: Step[] = []): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const review = changes.filter(({ applicability }) => applicability === "review").length;
  const parts = steps.map(({ step, changes: own }) => `${step} ${own}`).join(", ");
  const made = `${count(changes.length, "change")} in ${count(files, "file")}, ${review} to review${parts && `: ${parts}`}.`;
  return `${made} ${left === 0 ? "Nothing is" : `${left} ${left === 1 ? "is" : "are"}`} left for you then.`;
}

/** How many findings are left; suggestions need nobody's work. */
export function countLeft(report: Report): number {
  return report.findings.filter((entry) => entry.applicability !== "suggestion").length;
}

/** One line on where the unikernel stands. */
export function headline(report: Report): string {
  const left = countLeft(report);
  if (left > 0) {
    return `${report.done.length} done, ${left} left.`;
  }
  // The view is named after the unikernel's folder: its path would only be in the way.
  const next = report.next.at(-1)?.replace(/^\(cd .*? && (mirage .*)\)$/, "$1");
  return `Nothing is left to port here.${next === undefined ? "" : ` Next: ${next}`}`;
}

/** The editor's column (UTF-16, from 0) for a column in characters, from 1. */
export function utf16Column(line: string, column: number): number {
  return [...line].slice(0, Math.max(0, column - 1)).join("").length;
}
