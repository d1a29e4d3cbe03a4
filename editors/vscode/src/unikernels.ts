// Which files are a unikernel's, and where one is when no file of it is shown.

import * as vscode from "vscode";
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
  return document?.uri.scheme === "file" && /\.mli?$/.test(document.uri.path);
}

/** Whether the server speaks of a document. */
export function isServed(document: vscode.TextDocument): boolean {
  return vscode.languages.match(SELECTOR, document) > 0;
}

/** The configurations of Mirage projects in the workspace. */
export async function configurations(): Promise<vscode.Uri[]> {
  const found = new Map<string, vscode.Uri>();
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uri = vscode.Uri.joinPath(folder.uri, "config.ml");
    found.set(uri.toString(), uri);
  }
  try {
    for (const uri of await vscode.workspace.findFiles("**/config.ml", ELSEWHERE, MOST)) {
      found.set(uri.toString(), uri);
    }
  } catch {
    // Some hosts cannot search; the folders themselves were looked at.
  }
  const uris = [...found.values()];
  const mirage = await Promise.all(uris.map(isMirage));
  return uris.filter((_, index) => mirage[index]);
}

/** Whether a config.ml is one of Mirage's; decides only whether a person is asked anything. */
async function isMirage(uri: vscode.Uri): Promise<boolean> {
  // The editor's own way to read would never end with a link to a device.
  const text = uri.scheme === "file" ? await textOf(uri.fsPath) : undefined;
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
