"""The floor: a server of the same framework that does nothing with the text.

`--parse` adds an incremental parse of every edit, which no analysis can do without.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_ocaml
from lsprotocol import types
from pygls.lsp.server import LanguageServer

if TYPE_CHECKING:
    from collections.abc import Sequence

server = LanguageServer("floor", "0")
parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_ocaml.language_ocaml()))
trees: dict[str, tree_sitter.Tree] = {}
starts: dict[tuple[str, int], int] = {}
PARSE = "--parse" in sys.argv


def publish(uri: str, version: int) -> None:
    params = types.PublishDiagnosticsParams(uri=uri, version=version, diagnostics=[])
    server.text_document_publish_diagnostics(params)


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
def opened(params: types.DidOpenTextDocumentParams) -> None:
    document = params.text_document
    if PARSE:
        trees[document.uri] = parser.parse(document.text.encode())
    publish(document.uri, document.version)


@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def changed(params: types.DidChangeTextDocumentParams) -> None:
    document = params.text_document
    if PARSE:
        parse(document.uri, params.content_changes)
    publish(document.uri, document.version)


def line_start(text: bytes, uri: str, line: int) -> int:
    """Where a line begins; every edit of the benchmark is on one line, so this is found once."""
    if (uri, line) not in starts:
        at = 0
        for _ in range(line):
            at = text.index(b"\n", at) + 1
        starts[uri, line] = at
    return starts[uri, line]


def parse(uri: str, changes: Sequence[types.TextDocumentContentChangeEvent]) -> None:
    """Parse again after edits of one ASCII line each, as the benchmark makes them."""
    text = server.workspace.get_text_document(uri).source.encode()
    tree = trees[uri]
    for change in changes:
        assert isinstance(change, types.TextDocumentContentChangePartial)
        start, end = change.range.start, change.range.end
        at = line_start(text, uri, start.line) + start.character
        removed, added = end.character - start.character, len(change.text)
        tree.edit(
            start_byte=at,
            old_end_byte=at + removed,
            new_end_byte=at + added,
            start_point=(start.line, start.character),
            old_end_point=(start.line, start.character + removed),
            new_end_point=(start.line, start.character + added),
        )
    trees[uri] = parser.parse(text, tree)


if __name__ == "__main__":
    server.start_io()
