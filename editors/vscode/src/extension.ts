// What the editor calls: activation and the commands.

import * as path from "node:path";
import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import { bundled, bundledPacks } from "./install";
import { Compiler } from "./compiler";
import { RulePages } from "./explain";
import { PortPreview } from "./preview";
import type { Entry } from "./report";
import { ServerKeeper, settings } from "./server";
import { configurations, hasBounds, isServed, target } from "./unikernels";
import { goTo, ReportView } from "./view";

let server: ServerKeeper | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const log = vscode.window.createOutputChannel("mirageport", { log: true });
  const own = path.join(context.globalStorageUri.fsPath, "server");
  const wheel = await bundled(path.join(context.extensionPath, "out", "server"));
  const keeper = (server = new ServerKeeper(log, own, wheel));
  const view = new ReportView(keeper);
  const pages = new RulePages();
  const compiler = new Compiler(keeper, log);
  const preview = new PortPreview();
  const commands: Record<string, (...args: never[]) => unknown> = {
    portUnikernel: () => port(keeper, view, preview),
    fixAllSafe: () => apply(keeper, "mirageport.fixAll"),
    showReport: () => showReport(keeper, view),
    explainRule: async (entry?: Entry) => {
      const client = await keeper.ready();
      await (client && pages.show(client, entry?.rule));
    },
    checkSelf: () => compiler.checkSelf(),
    verify: () => compiler.verify(),
    explainMessage: () => compiler.explain(pages),
    goTo: (entry: Entry) => goTo(entry),
    installServer: () => keeper.install(),
    restart: () => keeper.restart(true),
    showLog: () => log.show(),
  };
  context.subscriptions.push(
    log,
    view,
    compiler,
    preview,
    pages.register(),
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`mirageport.${name}`, run),
    ),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("mirageport.serverPath")) {
        void keeper.restart(true);
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void keeper.start(false)),
    vscode.workspace.onDidChangeWorkspaceFolders(() => void keeper.start(false)),
  );
  const packs = await bundledPacks(path.join(context.extensionPath, "out", "packs"));
  const concerned = (await configurations()).length > 0 || (await hasBounds(packs));
  if (concerned) {
    view.meetMirage();
  }
  // Whoever has other OCaml code open is not asked about a tool that does nothing there.
  await keeper.start(concerned && settings().get("offerInstall", true));
}

export async function deactivate(): Promise<void> {
  await server?.dispose();
}

interface Applied {
  applied?: boolean;
  reason?: string;
}

/** The client and the document that a command is for; undefined, and a message, without them. */
async function ready(keeper: ServerKeeper) {
  const client = await keeper.ready();
  const document = client && (await target());
  if (client !== undefined && document === undefined) {
    void vscode.window.showInformationMessage("Open a file of the unikernel first.");
  }
  return client && document && { client, document };
}

/** Let the server edit the unikernel of the file that is shown. */
async function apply(keeper: ServerKeeper, command: string): Promise<void> {
  const found = await ready(keeper);
  if (found === undefined) {
    return;
  }
  const { client, document } = found;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params = { command, arguments: [uri] };
  const answer = (await client.sendRequest(ExecuteCommandRequest.type, params)) as Applied | null;
  if (answer?.applied !== true) {
    void vscode.window.showInformationMessage(`mirageport: ${answer?.reason ?? "no answer"}.`);
  }
}

async function port(keeper: ServerKeeper, view: ReportView, preview: PortPreview): Promise<void> {
  const found = await ready(keeper);
  const left = found && (await preview.port(found.client, found.document));
  if (left === undefined) {
    return;
  }
  const words = left.length === 0 ? "Nothing is left" : `${left.length} left for you`;
  const answers = unsaved().length > 0 ? ["Save All"] : [];
  if (left.length > 0) {
    answers.push("Show Report");
  }
  const answer = await vscode.window.showInformationMessage(`Ported. ${words}.`, ...answers);
  if (answer === "Save All") {
    await Promise.all(unsaved().map((document) => document.save()));
  } else if (answer === "Show Report") {
    await view.reveal();
  }
}

function unsaved(): vscode.TextDocument[] {
  return vscode.workspace.textDocuments.filter((each) => each.isDirty && isServed(each));
}

async function showReport(keeper: ServerKeeper, view: ReportView): Promise<void> {
  if ((await keeper.ready()) !== undefined) {
    await view.refresh(await target());
    await view.reveal();
  }
}
