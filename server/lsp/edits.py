"""Edits of the engine as a `WorkspaceEdit`: bound to versions, marked where a person decides."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mirageport.code_actions.edit import Edit
from mirageport.server.lsp.convert import Json, span, uri_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from mirageport.mirage.project import Project
    from mirageport.ocaml.source import Source
    from mirageport.server.lsp.app import Server

_REVIEW = "review"


def workspace_edit(
    server: Server, project: Project, edits: Iterable[Edit], review: Collection[Edit] = ()
) -> Json:
    """Edits in any files of a project, as one `WorkspaceEdit`.

    review: those of the edits a person should confirm; marked when the client can ask.
    """
    by_file: dict[str, list[Edit]] = {}
    for edit in sorted(edits):
        by_file.setdefault(edit.file, []).append(edit)
    marked = frozenset(review) if server.client.annotations else frozenset()
    changes = [_document(server, project, name, own, marked) for name, own in by_file.items()]
    if not server.client.document_changes:
        return {"changes": {each["textDocument"]["uri"]: each["edits"] for each in changes}}
    result: Json = {"documentChanges": changes}
    if any(edit in marked for own in by_file.values() for edit in own):
        result["changeAnnotations"] = {_REVIEW: _annotation()}
    return result


def _document(
    server: Server, project: Project, name: str, edits: list[Edit], marked: frozenset[Edit]
) -> Json:
    buffer = server.files.buffers.get(name)
    source = project.source(name)
    return {
        "textDocument": {
            "uri": buffer.uri if buffer else uri_of(name),
            "version": buffer.version if buffer else None,
        },
        "edits": [_text_edit(source, edit, server.client.encoding, marked) for edit in edits],
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


def differences(project: Project, files: Mapping[str, bytes]) -> list[Edit]:
    """The edits that make new texts out of the project's, line by line, as few as can be seen."""
    found: list[Edit] = []
    for name in sorted(files):
        found.extend(_file_differences(name, project.source(name).data, files[name]))
    return found


def _file_differences(name: str, old: bytes, new: bytes) -> list[Edit]:
    old_lines = old.splitlines(keepends=True)
    new_lines = new.splitlines(keepends=True)
    starts = [0]
    for line in old_lines:
        starts.append(starts[-1] + len(line))
    found = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old_lines, new_lines).get_opcodes():
        if tag != "equal":
            text = b"".join(new_lines[j1:j2])
            found.append(_trimmed(name, old, starts[i1], starts[i2], text))
    return found


def _trimmed(name: str, old: bytes, start: int, end: int, new: bytes) -> Edit:
    """An edit without what its ends have in common with the text, in whole characters."""
    before = old[start:end].decode("utf-8", "surrogateescape")
    after = new.decode("utf-8", "surrogateescape")
    head = _common(before, after)
    tail = _common(before[head:][::-1], after[head:][::-1])
    start += len(before[:head].encode("utf-8", "surrogateescape"))
    end -= len(before[len(before) - tail :].encode("utf-8", "surrogateescape"))
    return Edit(name, start, end, after[head : len(after) - tail])


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike; never the CR of a CR LF alone."""
    limit = min(len(one), len(other))
    count = 0
    while count < limit and one[count] == other[count]:
        count += 1
    while count and "\r" in (one[count - 1], one[count : count + 1]):
        count -= 1
    return count
