"""Another language server, as one that a person keeps beside ours: it marks the word `Infix`."""

from __future__ import annotations

import sys

from lsprotocol import types
from pygls.lsp.server import LanguageServer

WORD = "Infix"


def server() -> LanguageServer:
    other = LanguageServer("other", "1")

    @other.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        lines = params.text_document.text.splitlines()
        found = [
            types.Diagnostic(
                types.Range(types.Position(line, at), types.Position(line, at + len(WORD))),
                "another server's word",
                code="infix",
                source="other",
            )
            for line, text in enumerate(lines)
            if (at := text.find(WORD)) >= 0
        ]
        other.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(params.text_document.uri, found)
        )

    return other


if __name__ == "__main__":
    server().start_io(sys.stdin.buffer, sys.stdout.buffer)
