"""Documents: opened, edited, saved, closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.mirage.workflow.file_names import language
from mirageport.ocaml.named import NamedTuple
from mirageport.server.lsp import convert, read
from mirageport.server.projects import WITH_CODE
from mirageport.server.workspace import Buffer

if TYPE_CHECKING:
    from lsprotocol import types

    from mirageport.server.lsp.session import Session


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


def opened(session: Session, document: types.TextDocumentItem) -> None:
    """Take over a document. What counts is its name: clients differ about the language."""
    name = convert.name_of(document.uri)
    if not name.endswith(WITH_CODE) and not language(name):
        session.log(f"{document.uri}: not an OCaml file, left alone")
        return
    session.recent = name
    buffer = Buffer(document.uri, name, document.version)
    stale = session.workspace.open(buffer, convert.data_of(document.text))
    session.diagnostics.opened(name)
    session.diagnostics.touch(name, edited=True)
    session.diagnostics.touch_all(stale)


def changed(session: Session, edit: Edited) -> None:
    """Make a client's edits, each against the text that the one before it left."""
    name = convert.name_of(edit.uri)
    buffer = session.workspace.buffers.get(name)
    if buffer is None:
        session.log(f"{edit.uri}: change ignored: the document is not open")
        return
    if edit.version < buffer.version:
        session.log(
            f"{edit.uri}: change ignored: made to version {edit.version}, "
            f"which came before {buffer.version}"
        )
        return
    session.recent = name
    for change in edit.changes:
        _make(session, name, change)
    buffer.version = edit.version
    session.diagnostics.touch(name, edited=True)
    session.diagnostics.touch_all(session.workspace.open_beside(name))


def _make(session: Session, name: str, change: Change) -> None:
    new = convert.data_of(change.text)
    if change.span is None:
        session.workspace.replace(name, new)
        return
    source = session.workspace.unikernel(name).source(name)
    start, end = convert.offsets(source, change.span, session.client.encoding)
    session.workspace.edit(name, start, end, new)


def saved(session: Session, uri: str) -> None:
    """A save is a moment at which the disk may have changed for clients that watch no files."""
    name = convert.name_of(uri)
    if name in session.workspace.buffers:
        # Bounds, such as those of an opam file, count for the code in other folders.
        names = [name] if name.endswith(WITH_CODE) else None
        session.diagnostics.touch_all(session.workspace.refresh(names))


def closed(session: Session, uri: str) -> None:
    """Forget a document and the findings the client shows for it."""
    name = convert.name_of(uri)
    if name not in session.workspace.buffers:
        session.log(f"{uri}: close ignored: the document is not open")
        return
    stale = session.workspace.close(name)
    session.diagnostics.clear(name, uri)
    if session.recent == name:
        session.recent = next(iter(session.workspace.buffers), "")
    session.diagnostics.touch_all(stale)
