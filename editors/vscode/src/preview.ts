// A port before it is made: the files before and after as the editor shows changes, beside them a
// list of every change with its reason and its rule, and of what is left afterwards.

import * as path from "node:path";
import * as vscode from "vscode";
import { ExecuteCommandRequest, type LanguageClient, type WorkspaceEdit } from "vscode-languageclient/node";
import { byFile, summary, type Change, type Entry, type Step } from "./report";

const SCHEME = "mirageport-port";
const VIEW = "mirageportPreview";
const ALL = "Apply All";
const SAFE = "Apply Safe Only";
const CANCEL = "Cancel";

interface Way {
  edit: WorkspaceEdit;
  left: Entry[];
}

/** What the server says a port would do: see docs/editors/others.md. */
interface Preview {
  files: { uri: string; before: string; after: string }[];
  changes: Change[];
  steps: Step[];
  all: Way;
  safe: Way;
}

type Answer = typeof ALL | typeof SAFE | undefined;
type Group = { title: string; entries: Entry[] };
type Node = Group | Entry;

export class PortPreview
  implements vscode.TextDocumentContentProvider, vscode.TreeDataProvider<Node>, vscode.Disposable
{
  private readonly texts = new Map<string, string>();
  private readonly redraw = new vscode.EventEmitter<void>();
  private readonly textChanged = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChangeTreeData = this.redraw.event;
  readonly onDidChange = this.textChanged.event;
  private readonly tree = vscode.window.createTreeView<Node>(VIEW, { treeDataProvider: this });
  private readonly parts = vscode.Disposable.from(
    this.tree,
    this.redraw,
    this.textChanged,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, this),
    vscode.commands.registerCommand("mirageport.applyAll", () => this.answer(ALL)),
    vscode.commands.registerCommand("mirageport.applySafe", () => this.answer(SAFE)),
    vscode.commands.registerCommand("mirageport.cancelPort", () => this.answer(undefined)),
  );
  private groups: Group[] = [];
  private answer: (answer: Answer) => void = () => undefined;

  dispose(): void {
    this.answer(undefined);
    this.parts.dispose();
  }

  /** Show the port of the unikernel of a document, and make as much of it as the person wants. Gives
   * what is left then; undefined when nothing was changed. */
  async port(client: LanguageClient, document: vscode.TextDocument): Promise<Entry[] | undefined> {
    this.answer(undefined); // one at a time
    const preview = await ask(client, document);
    if (preview.files.length === 0) {
      void vscode.window.showInformationMessage("mirageport: nothing to fix.");
      return undefined;
    }
    const title = `Port of ${path.basename(path.dirname(document.uri.fsPath))}`;
    let chosen: Answer;
    try {
      await this.show(title, preview);
      chosen = await this.choice(title, preview);
    } finally {
      await this.hide(title);
    }
    const way = chosen === ALL ? preview.all : chosen === SAFE ? preview.safe : undefined;
    return way && (await apply(client, preview, way)) ? way.left : undefined;
  }

  private async show(title: string, preview: Preview): Promise<void> {
    const files = preview.files.map(({ uri, before, after }) => {
      const file = vscode.Uri.parse(uri);
      return { file, before: this.keep(file, "before", before), after: this.keep(file, "after", after) };
    });
    const left = { title: "Left for you afterwards", entries: preview.all.left };
    this.groups = [...byFile(preview.changes), ...(left.entries.length > 0 ? [left] : [])];
    this.tree.message = inWords(preview);
    this.redraw.fire();
    await vscode.commands.executeCommand("setContext", "mirageport.preview", true);
    await vscode.commands.executeCommand(`${VIEW}.focus`);
    try {
      const resources = files.map(({ file, before, after }) => [file, before, after]);
      await vscode.commands.executeCommand("vscode.changes", title, resources);
    } catch {
      // An editor that shows one comparison at a time.
      for (const { file, before, after } of files) {
        const name = `${title}: ${path.basename(file.fsPath)}`;
        await vscode.commands.executeCommand("vscode.diff", before, after, name, { preview: false });
      }
    }
  }

  /** A text for the editor to show. */
  private keep(file: vscode.Uri, which: string, text: string): vscode.Uri {
    const uri = file.with({ scheme: SCHEME, query: which });
    this.texts.set(uri.toString(), text);
    this.textChanged.fire(uri);
    return uri;
  }

  private choice(title: string, preview: Preview): Promise<Answer> {
    const safe = preview.changes.some(({ applicability }) => applicability === "safe") ? [SAFE] : [];
    return new Promise((resolve) => {
      this.answer = resolve;
      void vscode.window.showInformationMessage(`${title}: ${inWords(preview)}`, ALL, ...safe, CANCEL).then((picked) => {
        // Closing the message answers nothing: the view has the buttons, too.
        if (picked !== undefined) {
          resolve(picked === CANCEL ? undefined : (picked as Answer));
        }
      });
    });
  }

  private async hide(title: string): Promise<void> {
    this.answer = () => undefined;
    this.groups = [];
    this.redraw.fire();
    this.texts.clear();
    await vscode.commands.executeCommand("setContext", "mirageport.preview", false);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    await vscode.window.tabGroups.close(tabs.filter(({ label }) => label.startsWith(title)));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  getChildren(node?: Node): Node[] {
    return node === undefined ? this.groups : "entries" in node ? node.entries : [];
  }

  getTreeItem(node: Node): vscode.TreeItem {
    return "entries" in node ? groupItem(node) : entryItem(node);
  }
}

function groupItem({ title, entries }: Group): vscode.TreeItem {
  const item = new vscode.TreeItem(title, vscode.TreeItemCollapsibleState.Expanded);
  item.description = String(entries.length);
  return item;
}

function entryItem(entry: Entry & { title?: string }): vscode.TreeItem {
  const item = new vscode.TreeItem(entry.rule); // whole, also where there is no room for the reason
  item.description = entry.message;
  const how = entry.applicability === "review" ? "to review" : entry.applicability;
  const what = `${entry.title ?? "By hand"} (${how}, line ${entry.line})`;
  item.tooltip = [entry.message, what, entry.rule].join("\n\n");
  const icons: Record<string, string> = { safe: "check", review: "eye" };
  item.iconPath = new vscode.ThemeIcon(icons[entry.applicability] ?? "person");
  item.command = { command: "mirageport.goTo", title: "Go To", arguments: [entry] };
  return item;
}

function inWords({ changes, files, all, steps }: Preview): string {
  return summary(changes, files.length, all.left.length, steps);
}

/** Ask for the port. The editor may read a file in another way than the server, as to the ends of its
 * lines: once it is open both have the same text. */
async function ask(client: LanguageClient, document: vscode.TextDocument): Promise<Preview> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params = { command: "mirageport.preview", arguments: [uri] };
  const request = () => client.sendRequest(ExecuteCommandRequest.type, params) as Promise<Preview>;
  const found = await request();
  const open = vscode.workspace.textDocuments.map((each) => each.uri.toString());
  const closed = found.files
    .map((each) => vscode.Uri.parse(each.uri))
    .filter((each) => !open.includes(each.toString()));
  await Promise.all(closed.map((each) => vscode.workspace.openTextDocument(each)));
  return closed.length > 0 ? request() : found;
}

/** Make the edit, unless a file is no longer as it was shown. Returns whether it was made. */
async function apply(client: LanguageClient, preview: Preview, way: Way): Promise<boolean> {
  for (const { uri, before } of preview.files) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    if (document.getText() !== before) {
      const name = vscode.workspace.asRelativePath(document.uri);
      const why = `mirageport: ${name} has changed since it was shown. Nothing was changed.`;
      void vscode.window.showWarningMessage(why);
      return false;
    }
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(way.edit);
  const made = edit !== undefined && (await vscode.workspace.applyEdit(edit));
  if (!made) {
    void vscode.window.showErrorMessage("mirageport: the editor made no edit.");
  }
  return made;
}
