"""Documents: opened, edited, saved, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.mirage.workflow.file_names import language
from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import SUFFIXES
from mirageport.server.lsp import convert, read
from mirageport.server.workspace import Buffer, is_config

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server


class Change(NamedTuple):
    """A client's edit: the text of `span` becomes `text`. No span: all of it."""

    text: str
    span: read.Span | None = None


class Edited(NamedTuple):
    """What a client says when a document was edited: the version that its changes lead to."""

    uri: str
    version: int
    changes: list[Change]


def edited(params: Any) -> Edited:
    """Read the parameters of `didChange`. Raises one of `read.MALFORMED`."""
    changes = [_change(each) for each in params["contentChanges"]]
    return Edited(read.document(params), read.integer(params["textDocument"]["version"]), changes)


def _change(data: Any) -> Change:
    text, span = read.string(data["text"]), data.get("range")
    return Change(text, None if span is None else read.span(span))


def register(server: Server) -> None:
    """Be told of saves; the other three are the protocol's own."""

    def save(params: types.DidSaveTextDocumentParams) -> None:
        saved(server, params.text_document.uri)

    server.feature(types.TEXT_DOCUMENT_DID_SAVE)(save)


def opened(server: Server, document: types.TextDocumentItem) -> None:
    """Take over a document. What counts is its name: clients differ about the language."""
    name = convert.name_of(document.uri)
    if not name.endswith(SUFFIXES) and not language(name):
        server.log(f"{document.uri}: not an OCaml file, left alone")
        return
    server.recent = name
    server.files.open(Buffer(document.uri, name, document.version, convert.data_of(document.text)))
    server.diagnostics.touch(name, edited=True)
    _touch_others(server, name)


def changed(server: Server, edit: Edited) -> None:
    """Make a client's edits, each against the text that the one before it left."""
    name = convert.name_of(edit.uri)
    buffer = server.files.buffers.get(name)
    if buffer is None:
        server.log(f"{edit.uri}: change ignored: the document is not open")
        return
    if edit.version < buffer.version:
        server.log(
            f"{edit.uri}: change ignored: made to version {edit.version}, "
            f"which came before {buffer.version}"
        )
        return
    server.recent = name
    for change in edit.changes:
        _make(server, name, change)
    buffer.version = edit.version
    server.diagnostics.touch(name, edited=True)
    for other in server.files.open_beside(name):
        server.diagnostics.touch(other)


def _make(server: Server, name: str, change: Change) -> None:
    new = convert.data_of(change.text)
    if change.span is None:
        server.files.replace(name, new)
        return
    source = server.files.home(name).project.source(name)
    start, end = convert.offsets(source, change.span, server.client.encoding)
    server.files.edit(name, start, end, new)


def saved(server: Server, uri: str) -> None:
    """A save is a moment at which the disk may have changed for clients that watch no files."""
    name = convert.name_of(uri)
    if name in server.files.buffers and server.files.rescan(server.files.home(name)):
        server.diagnostics.touch(name)
        _touch_others(server, name)


def closed(server: Server, uri: str) -> None:
    """Forget a document and the findings the client shows for it."""
    name = convert.name_of(uri)
    if name not in server.files.buffers:
        server.log(f"{uri}: close ignored: the document is not open")
        return
    home = server.files.close(name)
    server.diagnostics.clear(name, uri)
    if server.recent == name:
        server.recent = next(iter(server.files.buffers), "")
    for other in server.files.buffers:
        if server.files.home(other) is home or is_config(name):
            server.diagnostics.touch(other)


def _touch_others(server: Server, name: str) -> None:
    """The documents whose findings may depend on `name`; a `config.ml` regroups all of them."""
    others = server.files.open_beside(name)
    for other in list(server.files.buffers) if is_config(name) else others:
        if other != name:
            server.diagnostics.touch(other)
