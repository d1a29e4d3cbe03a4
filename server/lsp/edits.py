"""Edits of the engine as a `WorkspaceEdit`, bound to versions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.lsp.convert import Json, span, uri_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.ocaml.edit import Edit
    from mirageport.ocaml.source import Source
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel


def workspace_edit(session: Session, unikernel: Unikernel, edits: Iterable[Edit]) -> Json:
    """Edits in any files of a unikernel, as one `WorkspaceEdit`."""
    by_file: dict[str, list[Edit]] = {}
    for edit in sorted(edits):
        by_file.setdefault(edit.file, []).append(edit)
    changes = [_document(session, unikernel, name, own) for name, own in by_file.items()]
    if session.client.document_changes:
        return {"documentChanges": changes}
    return {"changes": {each["textDocument"]["uri"]: each["edits"] for each in changes}}


def _document(session: Session, unikernel: Unikernel, name: str, edits: list[Edit]) -> Json:
    buffer = session.workspace.buffers.get(name)
    source = unikernel.source(name)
    return {
        "textDocument": {
            "uri": buffer.uri if buffer else uri_of(name),
            "version": buffer.version if buffer else None,
        },
        "edits": [_text_edit(source, edit, session.client.encoding) for edit in edits],
    }


def _text_edit(source: Source, edit: Edit, encoding: str) -> Json:
    return {"range": span(source, edit.start, edit.end, encoding), "newText": edit.text}
