// The port report: a tree of what is left and what is done, and the count in the status bar.

import * as path from "node:path";
import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import { countLeft, groups, headline, reportOf, utf16Column, type Entry, type Group } from "./report";
import type { ServerKeeper } from "./server";
import { isOCaml, shownOCaml } from "./unikernels";

const VIEW = "mirageportReport";
const PATIENCE = 250; // milliseconds between the last change and asking for the report

const ICONS: Record<string, [string, string]> = {
  error: ["error", "problemsErrorIcon.foreground"],
  warning: ["warning", "problemsWarningIcon.foreground"],
  information: ["info", "problemsInfoIcon.foreground"],
  hint: ["lightbulb", "problemsInfoIcon.foreground"],
};

type Node = Group | Entry;

export class ReportView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private readonly redraw = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.redraw.event;
  private readonly tree: vscode.TreeView<Node>;
  private readonly status = vscode.window.createStatusBarItem("mirageport", 2);
  private readonly parts: vscode.Disposable[];
  private timer: NodeJS.Timeout | undefined;
  private document: vscode.TextDocument | undefined;
  private shown: Group[] = [];
  private answered = false; // by the server that runs now
  left = 0;
  private target = "";
  /** Whether the workspace has to do with Mirage: elsewhere nothing of this tool is shown. */
  mirage = false;

  constructor(private readonly server: ServerKeeper) {
    this.tree = vscode.window.createTreeView(VIEW, { treeDataProvider: this });
    this.status.name = "mirageport";
    this.parts = [
      this.tree,
      this.status,
      this.redraw,
      server.onDidChange(() => this.serverChanged()),
      vscode.window.onDidChangeActiveTextEditor(() => this.soon()),
      vscode.languages.onDidChangeDiagnostics(() => this.soon()),
    ];
    this.soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.parts.forEach((part) => part.dispose());
  }

  /** What another server said is not shown any more. */
  private serverChanged(): void {
    this.answered = false;
    this.drawStatus();
    this.soon();
  }

  /** Ask for the report when things have been quiet for a moment. */
  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), PATIENCE);
  }

  /** Bring view and status bar up to date, with the unikernel of the file that is shown. */
  async refresh(document = shownOCaml() ?? this.document): Promise<void> {
    const client = this.server.running();
    this.document = document?.isClosed ? undefined : document;
    let report = reportOf(undefined);
    if (client !== undefined && this.document !== undefined) {
      const uri = client.code2ProtocolConverter.asUri(this.document.uri);
      const command = { command: "mirageport.report", arguments: [uri] };
      try {
        report = reportOf(await client.sendRequest(ExecuteCommandRequest.type, command));
      } catch {
        return; // the server ended; when it runs again it is asked again
      }
      this.answered = client === this.server.running();
    }
    this.shown = groups(report);
    this.left = countLeft(report);
    this.target = report.target;
    if (this.shown.length > 0) {
      this.meetMirage();
    }
    this.drawStatus();
    const known = client !== undefined && this.document !== undefined;
    this.drawTree(known ? headline(report) : undefined);
  }

  /** From now on the view and the status bar are shown. */
  meetMirage(): void {
    this.mirage = true;
    void vscode.commands.executeCommand("setContext", "mirageport.mirage", true);
  }

  private drawTree(message: string | undefined): void {
    const folder = this.document && path.basename(path.dirname(this.document.uri.fsPath));
    this.tree.description = folder ?? "";
    this.tree.badge =
      this.left > 0 ? { value: this.left, tooltip: `${this.left} left to port` } : undefined;
    this.tree.message = message;
    this.redraw.fire();
  }

  private drawStatus(): void {
    const shown = this.mirage && isOCaml(vscode.window.activeTextEditor?.document);
    const condition = this.server.condition;
    if (condition === "running" && this.answered && shown) {
      this.status.text = this.left > 0 ? `$(tasklist) ${this.target}: ${this.left} left` : `$(check) ${this.target}`;
      this.status.tooltip = this.tooltip();
      this.status.command = "mirageport.showReport";
      this.status.show();
    } else if (shown && (condition === "running" || condition === "starting")) {
      this.status.text = "$(sync~spin) mirageport";
      this.status.tooltip = "The mirageport server is starting.";
      this.status.command = "mirageport.showLog";
      this.status.show();
    } else if (shown && (condition === "missing" || condition === "failed")) {
      this.status.text = "$(warning) mirageport";
      this.status.tooltip = "The mirageport server does not run. Click to find out why.";
      this.status.command = "mirageport.restart";
      this.status.show();
    } else {
      this.status.hide();
    }
  }

  private tooltip(): string {
    const lines = this.shown.map(({ title, entries }) => `${title}: ${entries.length}`);
    return [`To port to ${this.target}`, ...(lines.length ? lines : ["nothing"])].join("\n");
  }

  async reveal(): Promise<void> {
    this.meetMirage();
    await this.refresh();
    await vscode.commands.executeCommand(`${VIEW}.focus`);
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) {
      return this.shown;
    }
    return "entries" in node ? node.entries : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return "entries" in node ? groupItem(node) : entryItem(node);
  }
}

function groupItem(group: Group): vscode.TreeItem {
  const state = group.left
    ? vscode.TreeItemCollapsibleState.Expanded
    : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(group.title, state);
  item.description = String(group.entries.length);
  item.id = group.title;
  return item;
}

function entryItem(entry: Entry): vscode.TreeItem {
  const done = entry.severity === "done";
  const item = new vscode.TreeItem(entry.message);
  item.description = `${path.basename(entry.file)}:${entry.line}`;
  const place = `${entry.file}:${entry.line}:${entry.column}`;
  item.tooltip = [entry.message, "", ...(done ? [] : [entry.rule]), place].join("\n");
  const [icon, colour] = ICONS[entry.severity] ?? ["check", "testing.iconPassed"];
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
  item.contextValue = done ? "done" : "finding";
  item.command = { command: "mirageport.goTo", title: "Go To", arguments: [entry] };
  return item;
}

/** Show the place of an entry of the report. */
export async function goTo(entry: Entry): Promise<void> {
  const document = await vscode.workspace.openTextDocument(entry.file);
  const line = Math.min(Math.max(entry.line - 1, 0), document.lineCount - 1);
  const column = utf16Column(document.lineAt(line).text, entry.column);
  const place = new vscode.Position(line, column);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(place, place) });
}
