// A rule's page, shown as a document: of the finding under the cursor, or of a rule picked.

import * as vscode from "vscode";
import { ExecuteCommandRequest, type LanguageClient } from "vscode-languageclient/node";

const SCHEME = "mirageport-rule";

interface Headline {
  rule: string;
  title: string;
  category: string;
  applicability: string;
}

interface Page extends Headline {
  page: string;
}

export class RulePages implements vscode.TextDocumentContentProvider {
  private readonly pages = new Map<string, string>();
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.changed.event;

  register(): vscode.Disposable {
    return vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.pages.get(uri.path) ?? "";
  }

  /** Show a rule's page. rule: its name; asked for when there is none. */
  async show(client: LanguageClient, rule: string | undefined): Promise<void> {
    const name = rule ?? ruleHere() ?? (await pick(client));
    if (name === undefined) {
      return;
    }
    const found = (await ask(client, name)) as Partial<Page> | null;
    if (found?.page === undefined) {
      void vscode.window.showWarningMessage(`The server knows no rule called ${name}.`);
      return;
    }
    const facts = `*${found.category}, ${found.applicability}*`;
    await this.open(`${name}.md`, `# ${found.title}\n\n\`${name}\` ${facts}\n\n${found.page}`);
  }

  /** Show a page of Markdown under a name. */
  async open(name: string, text: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
    this.pages.set(uri.path, text);
    this.changed.fire(uri);
    await vscode.commands.executeCommand("markdown.showPreview", uri);
  }
}

/** The rule of the finding under the cursor; undefined when there are none or several. */
function ruleHere(): string | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    return undefined;
  }
  const codes = vscode.languages
    .getDiagnostics(editor.document.uri)
    .filter((each) => each.source === "mirageport" && each.range.contains(editor.selection.active))
    .map(({ code }) => String(typeof code === "object" ? code.value : (code ?? "")));
  const rules = new Set(codes.filter((code) => code !== ""));
  return rules.size === 1 ? [...rules][0] : undefined;
}

async function pick(client: LanguageClient): Promise<string | undefined> {
  const answer = (await ask(client, undefined)) as { rules?: Headline[] } | null;
  const items = (answer?.rules ?? []).map(({ rule, title, category, applicability }) => ({
    label: rule,
    description: `${category}, ${applicability}`,
    detail: title,
  }));
  const options = { placeHolder: "Which rule?", matchOnDescription: true, matchOnDetail: true };
  return (await vscode.window.showQuickPick(items, options))?.label;
}

function ask(client: LanguageClient, rule: string | undefined): Promise<unknown> {
  const command = { command: "mirageport.explain", arguments: rule === undefined ? [] : [rule] };
  return client.sendRequest(ExecuteCommandRequest.type, command);
}
