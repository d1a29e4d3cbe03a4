"""Edits of the engine as a `WorkspaceEdit`: bound to versions, marked where a person decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.lsp.convert import Json, span, uri_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.edit import Edit
    from mirageport.ocaml.source import Source
    from mirageport.server.lsp.session import Session

_REVIEW = "review"


def workspace_edit(
    session: Session, project: Project, edits: Iterable[Edit], review: Collection[Edit] = ()
) -> Json:
    """Edits in any files of a project, as one `WorkspaceEdit`.

    review: those of the edits a person should confirm; marked when the client can ask.
    """
    by_file: dict[str, list[Edit]] = {}
    for edit in sorted(edits):
        by_file.setdefault(edit.file, []).append(edit)
    marked = frozenset(review) if session.client.annotations else frozenset()
    changes = [_document(session, project, name, own, marked) for name, own in by_file.items()]
    if not session.client.document_changes:
        return {"changes": {each["textDocument"]["uri"]: each["edits"] for each in changes}}
    result: Json = {"documentChanges": changes}
    if any(edit in marked for own in by_file.values() for edit in own):
        result["changeAnnotations"] = {_REVIEW: _annotation()}
    return result


def _document(
    session: Session, project: Project, name: str, edits: list[Edit], marked: frozenset[Edit]
) -> Json:
    buffer = session.workspace.buffers.get(name)
    source = project.source(name)
    return {
        "textDocument": {
            "uri": buffer.uri if buffer else uri_of(name),
            "version": buffer.version if buffer else None,
        },
        "edits": [_text_edit(source, edit, session.client.encoding, marked) for edit in edits],
    }


def _text_edit(source: Source, edit: Edit, encoding: str, marked: frozenset[Edit]) -> Json:
    result: Json = {
        "range": span(source, edit.start, edit.end, encoding),
        "newText": edit.text,
    }
    if edit in marked:
        result["annotationId"] = _REVIEW
    return result


def _annotation() -> Json:
    return {
        "label": "Needs your review",
        "needsConfirmation": True,
        "description": "The types are right; a behaviour or policy is chosen for you.",
    }
