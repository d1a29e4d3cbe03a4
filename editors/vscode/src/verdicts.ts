// What `mirageport verify` and `mirageport check --self` say of a unikernel, out of their JSON. Nothing
// here knows the editor.

/** 1-based, columns in characters. */
export interface Place {
  line: number;
  column: number;
}

export interface Verdict {
  file: string;
  verdict: string;
  message: string;
  rule: string;
  start: Place;
  end: Place;
}

export interface Verification {
  verdicts: Verdict[];
  /** One line that counts them. */
  summary: string;
}

/** A place that `mirageport check --self` has something to say of. */
export interface Conflict {
  file: string;
  message: string;
  rule: string;
  severity: string;
  start: Place;
  end: Place;
}

export interface Judgement {
  conflicts: Conflict[];
  /** One line: what is left, and what could not be judged. */
  summary: string;
}

/** What the self-check found, out of its JSON; undefined when it printed none. */
export function judgement(printed: string): Judgement | undefined {
  const read = parsed<{ findings?: Conflict[]; summary?: { text?: string } }>(printed);
  return read && { conflicts: read.findings ?? [], summary: read.summary?.text ?? "" };
}

/** The object that was printed as JSON; undefined for anything else. */
function parsed<T extends object>(printed: string): T | undefined {
  try {
    const read: unknown = JSON.parse(printed);
    return typeof read === "object" && read !== null ? (read as T) : undefined;
  } catch {
    return undefined;
  }
}

const FIRST: Place = { line: 1, column: 1 };

/** The verdicts in what the command line printed; undefined when it printed none. */
export function verification(printed: string): Verification | undefined {
  const read = parsed<{ files?: Partial<Verdict>[]; version?: string }>(printed);
  if (read === undefined) {
    return undefined;
  }
  const files = Array.isArray(read.files) ? read.files : [];
  const verdicts = files
    .filter((each) => typeof each?.file === "string")
    .map((each) => ({
      file: String(each.file),
      verdict: String(each.verdict),
      message: each.message ?? "",
      rule: each.rule ?? "",
      start: each.start ?? FIRST,
      end: each.end ?? each.start ?? FIRST,
    }));
  const count = (word: string) => verdicts.filter(({ verdict }) => verdict === word).length;
  const compiler = read.version === undefined ? "" : `OCaml ${read.version}: `;
  return {
    verdicts,
    summary:
      `${compiler}${count("accepted")} accepted, ${count("error")} refused, ` +
      `${count("not judged")} not judged`,
  };
}
