// An extension that shares the editor with ours: marks the module that Mirage 3 does not have, as
// the compiler's server would, and writes down every diagnostic the editor knows.

const fs = require("node:fs");
const vscode = require("vscode");

const SELECTOR = [{ language: "ocaml" }];

function mark(collection, document) {
  const at = document.getText().indexOf("V1_LWT");
  if (document.languageId !== "ocaml" || at < 0) {
    collection.delete(document.uri);
    return;
  }
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + 6));
  const item = new vscode.Diagnostic(range, "Unbound module V1_LWT", 0);
  item.source = "ocamllsp";
  collection.set(document.uri, [item]);
}

function writeDown() {
  const found = vscode.languages.getDiagnostics().flatMap(([uri, items]) =>
    items.map(({ source, code, message, range: { start, end } }) => ({
      file: uri.fsPath,
      language: vscode.workspace.textDocuments.find((each) => each.uri.path === uri.path)?.languageId,
      source,
      code: code?.value ?? code ?? null,
      message,
      start: [start.line, start.character],
      end: [end.line, end.character],
    })),
  );
  const path = process.env.MIRAGEPORT_PROBE;
  fs.writeFileSync(`${path}.new`, JSON.stringify(found));
  fs.renameSync(`${path}.new`, path);
}

exports.activate = (context) => {
  const collection = vscode.languages.createDiagnosticCollection("ocamllsp");
  vscode.workspace.textDocuments.forEach((document) => mark(collection, document));
  context.subscriptions.push(
    collection,
    vscode.workspace.onDidOpenTextDocument((document) => mark(collection, document)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => mark(collection, document)),
    vscode.languages.onDidChangeDiagnostics(writeDown),
    vscode.languages.registerCodeActionsProvider(SELECTOR, {
      provideCodeActions: () => [new vscode.CodeAction("The neighbour's fix", vscode.CodeActionKind.QuickFix)],
    }),
  );
};
