// The commands that judge what is ported, ask an installed OCaml compiler and explain its messages.
// All run the command line of the server that is in use.

import * as path from "node:path";
import * as vscode from "vscode";
import type { RulePages } from "./explain";
import { utf16Column } from "./report";
import { lastLine, run } from "./run";
import type { ServerKeeper } from "./server";
import { isServed, target } from "./unikernels";
import { judgement, verification, type Conflict, type Place } from "./verdicts";

const SERVER = "mirageport"; // the source of the marks of the server
const SELF_CHECK = "mirageport self-check";
/** Whose marks are no messages of a compiler. */
const OURS = [SERVER, SELF_CHECK];
const PATIENCE_MS = 600_000;
const LONGEST = 100_000; // characters of a message that fit on a command line

export class Compiler implements vscode.Disposable {
  private readonly verdicts = vscode.languages.createDiagnosticCollection("mirageport verify");
  private readonly conflicts = vscode.languages.createDiagnosticCollection(SELF_CHECK);
  private readonly watching: vscode.Disposable;

  constructor(
    private readonly keeper: ServerKeeper,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.watching = vscode.Disposable.from(
      // What was said is about the text as it was saved.
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.verdicts.delete(document.uri);
          this.conflicts.delete(document.uri);
        }
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) =>
        uris.forEach((uri) => this.dropShown(uri)),
      ),
    );
  }

  dispose(): void {
    this.watching.dispose();
    this.verdicts.dispose();
    this.conflicts.dispose();
  }

  /** Drop the marks of the self-check that the server shows too, as it does in an open file. */
  private dropShown(uri: vscode.Uri): void {
    const marks = this.conflicts.get(uri) ?? [];
    if (marks.length === 0) {
      return;
    }
    const shown = vscode.languages.getDiagnostics(uri).filter((each) => each.source === SERVER);
    const left = marks.filter(
      (mark) =>
        !shown.some((each) => each.message === mark.message && each.range.isEqual(mark.range)),
    );
    if (left.length < marks.length) {
      this.conflicts.set(uri, left);
    }
  }

  /** Mark what the compiler does not accept of the unikernel of the file that is shown. */
  async verify(): Promise<void> {
    await this.ask("Asking the OCaml compiler", ["verify"], this.verdicts, (printed) => {
      const found = verification(printed);
      const refused = found?.verdicts.filter((each) => each.verdict !== "accepted") ?? [];
      const marks = refused.map((each) => ({
        ...each,
        message: each.verdict === "error" ? each.message : `not judged: ${each.message}`,
        severity: each.verdict === "error" ? "error" : "information",
      }));
      return found && { marks, summary: found.summary };
    });
  }

  /** Mark what is left and what cannot hold in what is ported of the unikernel. */
  async checkSelf(): Promise<void> {
    await this.ask("Judging what is ported", ["check", "--self"], this.conflicts, (printed) => {
      const found = judgement(printed);
      return found && { marks: found.conflicts, summary: found.summary };
    });
  }

  /** Run a command about the unikernel of the file that is shown, and show what `read` makes of it. */
  private async ask(
    title: string,
    args: string[],
    collection: vscode.DiagnosticCollection,
    read: (printed: string) => { marks: Conflict[]; summary: string } | undefined,
  ): Promise<void> {
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
    const outcome = await vscode.window.withProgress(
      { location: vscode.ProgressLocation.Notification, title, cancellable: true },
      (_progress, token) =>
        this.call([...args, "--output-format", "json", "--", folder.fsPath], token),
    );
    if (outcome === undefined) {
      return;
    }
    const found = read(outcome.out);
    if (found === undefined) {
      const why = outcome.trouble || lastLine(outcome.err).replace(/^mirageport: /, "");
      void vscode.window.showErrorMessage(`mirageport: ${why}.`);
      return;
    }
    await show(found.marks, collection);
    const answer = await vscode.window.showInformationMessage(found.summary, "Show Problems");
    if (answer !== undefined) {
      await vscode.commands.executeCommand("workbench.actions.view.problems");
    }
  }

  /** Say which rules know a message: what is selected, what another tool says under the cursor, or
   * what the person types. */
  async explain(pages: RulePages): Promise<void> {
    const text = messageHere() ?? (await typedMessage());
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

const SEVERITIES: Record<string, vscode.DiagnosticSeverity> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** Show these marks of a collection and no others. */
async function show(found: Conflict[], collection: vscode.DiagnosticCollection): Promise<void> {
  const marks = new Map<string, [vscode.Uri, vscode.Diagnostic[]]>();
  for (const each of found) {
    const document = await vscode.workspace.openTextDocument(each.file);
    const at = ({ line, column }: Place) => {
      const row = Math.min(Math.max(line - 1, 0), document.lineCount - 1);
      return new vscode.Position(row, utf16Column(document.lineAt(row).text, column));
    };
    const range = new vscode.Range(at(each.start), at(each.end));
    const mark = new vscode.Diagnostic(range, each.message, SEVERITIES[each.severity]);
    mark.source = collection.name;
    mark.code = each.rule || undefined;
    const key = document.uri.toString();
    marks.set(key, [document.uri, [...(marks.get(key)?.[1] ?? []), mark]]);
  }
  collection.clear();
  collection.set([...marks.values()]);
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

/** What is selected, or what the compiler or another tool says at the cursor. */
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
    .find((each) => !OURS.includes(each.source ?? "") && each.range.contains(selection.active))
    ?.message;
}

function typedMessage(): Thenable<string | undefined> {
  const prompt = "A message of the OCaml compiler or of mirage";
  return vscode.window.showInputBox({ prompt, placeHolder: "Unbound value C.log_s" });
}
