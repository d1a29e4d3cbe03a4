// The commands that ask an installed OCaml compiler and explain its messages. Both run the command
// line of the server that is in use.

import * as path from "node:path";
import * as vscode from "vscode";
import type { RulePages } from "./explain";
import { utf16Column } from "./report";
import { lastLine, run } from "./run";
import type { ServerKeeper } from "./server";
import { isServed, target } from "./unikernels";
import { verification, type Place, type Verdict } from "./verdicts";

const PATIENCE_MS = 600_000;
const LONGEST = 100_000; // characters of a message that fit on a command line

export class Compiler implements vscode.Disposable {
  private readonly marks = vscode.languages.createDiagnosticCollection("mirageport-verify");
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly keeper: ServerKeeper,
    private readonly log: vscode.LogOutputChannel,
  ) {
    // What the compiler said is about the text as it was saved.
    this.watching = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) {
        this.marks.delete(document.uri);
      }
    });
  }

  dispose(): void {
    this.watching.dispose();
    this.marks.dispose();
  }

  /** Mark what the compiler does not accept of the unikernel of the file that is shown. */
  async verify(): Promise<void> {
    const document = await target();
    if (document === undefined) {
      void vscode.window.showInformationMessage("Open a file of the unikernel first.");
      return;
    }
    await Promise.all(
      vscode.workspace.textDocuments
        .filter((each) => each.isDirty && isServed(each))
        .map((each) => each.save()),
    );
    const folder = await unikernel(document.uri);
    const title = "Asking the OCaml compiler";
    const outcome = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) =>
        this.call(["verify", "--output-format", "json", "--", folder.fsPath], token),
    );
    if (outcome === undefined) {
      return;
    }
    const found = verification(outcome.out);
    if (found === undefined) {
      const why = outcome.trouble || lastLine(outcome.err).replace(/^mirageport: /, "");
      void vscode.window.showErrorMessage(`mirageport: ${why}.`);
      return;
    }
    await this.show(found.verdicts);
    const answer = await vscode.window.showInformationMessage(found.summary, "Show Problems");
    if (answer !== undefined) {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    }
  }

  private async show(verdicts: Verdict[]): Promise<void> {
    this.marks.clear();
    for (const verdict of verdicts.filter((each) => each.verdict !== "accepted")) {
      const document = await vscode.workspace.openTextDocument(verdict.file);
      const at = ({ line, column }: Place) => {
        const row = Math.min(Math.max(line - 1, 0), document.lineCount - 1);
        return new vscode.Position(row, utf16Column(document.lineAt(row).text, column));
      };
      const refused = verdict.verdict === "error";
      const mark = new vscode.Diagnostic(
        new vscode.Range(at(verdict.start), at(verdict.end)),
        refused ? verdict.message : `not judged: ${verdict.message}`,
        refused ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Information,
      );
      mark.source = "mirageport verify";
      mark.code = verdict.rule || undefined;
      this.marks.set(document.uri, [mark]);
    }
  }

  /** Say which rules know a message: what is selected, what another tool says under the cursor, or
   * what the person types. */
  async explain(pages: RulePages): Promise<void> {
    const text = messageHere() ?? (await ask());
    if (text === undefined) {
      return;
    }
    const outcome = await this.call(["explain", "--", text.slice(0, LONGEST)]);
    if (outcome === undefined) {
      return;
    }
    if (outcome.out === "") {
      void vscode.window.showErrorMessage(`mirageport: ${outcome.trouble || lastLine(outcome.err)}.`);
      return;
    }
    await pages.open("message.md", `# Compiler message\n\n\`\`\`text\n${outcome.out}\`\`\`\n`);
  }

  /** Run the command line of the server; undefined without one. */
  private async call(args: string[], token?: vscode.CancellationToken) {
    const program = (await this.keeper.ready()) && this.keeper.program;
    if (program === undefined) {
      return undefined;
    }
    const stop = new AbortController();
    token?.onCancellationRequested(() => stop.abort());
    const outcome = await run(program, args, { milliseconds: PATIENCE_MS, signal: stop.signal });
    outcome.err.split("\n").forEach((line) => line && this.log.info(line));
    return token?.isCancellationRequested ? undefined : outcome;
  }
}

/** The nearest folder upwards that has a config.ml; the file itself without one. */
async function unikernel(file: vscode.Uri): Promise<vscode.Uri> {
  let folder = path.dirname(file.fsPath);
  for (;;) {
    try {
      await vscode.workspace.fs.stat(vscode.Uri.file(path.join(folder, "config.ml")));
      return vscode.Uri.file(folder);
    } catch {
      const above = path.dirname(folder);
      if (above === folder) {
        return file;
      }
      folder = above;
    }
  }
}

function messageHere(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return undefined;
  }
  const { document, selection } = editor;
  if (!selection.isEmpty) {
    return document.getText(selection);
  }
  return vscode.languages
    .getDiagnostics(document.uri)
    .find((each) => each.source !== "mirageport" && each.range.contains(selection.active))?.message;
}

function ask(): Thenable<string | undefined> {
  const prompt = "A message of the OCaml compiler or of mirage";
  return vscode.window.showInputBox({ prompt, placeHolder: "Unbound value C.log_s" });
}
