// Which files are a unikernel's or of another project to port, and where a unikernel is when no file of
// it is shown.

import * as vscode from "vscode";
import { isShutOut, type Pack } from "./bounds";
import files from "./files.json";
import { textOf } from "./text";

const ELSEWHERE = "**/{_build,_opam,node_modules,.git}/**";
const MOST = 50;

/** The files the server speaks of, whatever language they are said to be in: OCaml, and what stands
 * around it and runs, builds or describes it. */
export const SELECTOR = [...files.ocaml, ...files.around].map((pattern) => ({
  scheme: "file",
  pattern,
}));

export function isOCaml(document: vscode.TextDocument | undefined): boolean {
  return document?.uri.scheme === "file" && /\.ml[ily]?$/.test(document.uri.path);
}

/** Whether the server speaks of a document. */
export function isServed(document: vscode.TextDocument): boolean {
  return vscode.languages.match(SELECTOR, document) > 0;
}

/** The configurations of Mirage projects in the workspace. */
export async function configurations(): Promise<vscode.Uri[]> {
  const uris = await named(/^config\.ml$/, "**/config.ml");
  const mirage = await Promise.all(uris.map(isMirage));
  return uris.filter((_, index) => mirage[index]);
}

/** Whether the workspace has a project that is no unikernel, and that a pack is for: by its settings
 * file, or as its upper bounds keep it from a release. */
export async function hasBounds(packs: Pack[]): Promise<boolean> {
  if ((await named(/^mirageport\.toml$/, "**/mirageport.toml")).length > 0) {
    return true;
  }
  const uris = await named(/^opam$|^dune-project$|\.opam(\.locked)?$/, "**/{opam,dune-project,*.opam,*.opam.locked}");
  const shutOut = uris.map(async (uri) => isShutOut((await textIn(uri)) ?? "", packs));
  return (await Promise.all(shutOut)).includes(true);
}

/** The files of a name in the workspace. */
async function named(name: RegExp, pattern: string): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const listed = await vscode.workspace.fs.readDirectory(folder.uri).then(undefined, () => []);
    for (const [each] of listed.filter(([each]) => name.test(each))) {
      const uri = vscode.Uri.joinPath(folder.uri, each);
      found.set(uri.toString(), uri);
    }
  }
  try {
    for (const uri of await vscode.workspace.findFiles(pattern, ELSEWHERE, MOST)) {
      found.set(uri.toString(), uri);
    }
  } catch {
    // Some hosts cannot search; the folders themselves were looked at.
  }
  return [...found.values()];
}

async function textIn(uri: vscode.Uri): Promise<string | undefined> {
  // The editor's own way to read would never end with a link to a device.
  return uri.scheme === "file" ? textOf(uri.fsPath) : undefined;
}

/** Whether a config.ml is one of Mirage's; decides only whether a person is asked anything. */
async function isMirage(uri: vscode.Uri): Promise<boolean> {
  const text = await textIn(uri);
  return text !== undefined && /\bMirage\b/.test(text) && /\bregister\b/.test(text);
}

/** The open document a command is for: the one shown, else the configuration of a unikernel. */
export async function target(): Promise<vscode.TextDocument | undefined> {
  const shown = shownOCaml();
  if (shown !== undefined) {
    return shown;
  }
  const found = await configurations();
  const uri = found.length > 1 ? await choose(found) : found[0];
  return uri && vscode.workspace.openTextDocument(uri);
}

/** The OCaml file the person looks at. */
export function shownOCaml(): vscode.TextDocument | undefined {
  const editors = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
  return editors.find((editor) => isOCaml(editor?.document))?.document;
}

async function choose(uris: vscode.Uri[]): Promise<vscode.Uri | undefined> {
  const items = uris.map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri }));
  const options = { placeHolder: "Which unikernel?" };
  return (await vscode.window.showQuickPick(items, options))?.uri;
}
