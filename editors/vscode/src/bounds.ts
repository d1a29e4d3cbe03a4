// Whether a project's upper bounds keep it from a release that a pack leads to. Decides only whether a
// person is asked anything: the server reads them exactly. Nothing here knows the editor.

/** A pack that comes with the server: what opam files call its library, and the release it leads to. */
export interface Pack {
  packages: string[];
  until: string;
}

/** The pack that a `pack.md` is of; undefined where it names no package. */
export function packOf(text: string): Pack | undefined {
  const packages = /^package: (.+)$/m.exec(text)?.[1]?.split(" ");
  const until = /^until: (.+)$/m.exec(text)?.[1];
  return packages && until ? { packages, until } : undefined;
}

/** Whether an opam file or dune-project excludes the release of one of the packs. */
export function isShutOut(text: string, packs: Pack[]): boolean {
  return packs.some(({ packages, until }) =>
    packages.some((name) => {
      const said = new RegExp(`"${name}"\\s*\\{([^{}]*)\\}|\\(${name}\\s+(${LIST})`).exec(text);
      const bounds = said?.[1] ?? said?.[2] ?? "";
      return !/\||\bor\b/.test(bounds) && [...bounds.matchAll(BOUND)].some((each) => excludes(each, until));
    }),
  );
}

const LIST = String.raw`\((?:[^()]|\([^()]*\))*\)`;
const BOUND = /(<=?|(?<![<>!])=)\s*"?v?(\d+(?:\.\d+)*)/g;

function excludes([, sign, version = ""]: RegExpMatchArray, until: string): boolean {
  const [bound, goal] = [version, until].map((each) => each.split(".").map(Number));
  const at = (bound ?? []).map((part, index) => part - (goal?.[index] ?? 0));
  const first = at.find((difference) => difference !== 0) ?? 0;
  return first < 0 || (first === 0 && sign === "<");
}
