"""The last step of every fix: its edits are put in order, carry the comments of the text that they
replace, and end their lines as the file does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.edit import Edit, Edits

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.project import Project


def settled(project: Project, edits: Iterable[Edit]) -> Edits:
    """The edits of one fix, ready to be made in the project's present texts.

    edits: as a rewriter collected them. Raises `Overlap` where two of them touch the same bytes.
    """
    merged = Edits.merged(edits)
    found: list[Edit] = []
    for file in merged.files:
        own = list(merged.of(file))
        if file in project.files:
            own = _with_comments(project, own)
        found.extend(_fitting(project, edit) for edit in own)
    return Edits(edit for edit in found if _changes(project, edit))


def _with_comments(project: Project, edits: list[Edit]) -> list[Edit]:
    data = project.source(edits[0].file).data
    if b"(*" not in data:
        return edits
    if not any(b"(*" in data[e.start : e.end] or "(*" in e.text for e in edits):
        return edits
    # Imported here: few fixes touch a comment, and it takes regular expressions and difflib.
    from mirageport.code_actions.carry import Change, carried

    changes = [Change(_text(data[edit.start : edit.end]), edit.text) for edit in edits]
    return [edit._replace(text=text) for edit, text in zip(edits, carried(changes), strict=True)]


def _text(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _fitting(project: Project, edit: Edit) -> Edit:
    """An edit whose new lines end as those of its file do, and that leaves the file's last one."""
    source = project.source(edit.file)
    text, data = edit.text, source.data
    ends = text.endswith("\n") if text else data[: edit.start].endswith(b"\n") or not edit.start
    if edit.end == len(data) and edit.start < edit.end and data.endswith(b"\n") and not ends:
        text += "\n"
    if "\n" in text and source.newline != "\n":
        text = text.replace("\r\n", "\n").replace("\n", source.newline)
    return edit if text == edit.text else edit._replace(text=text)


def _changes(project: Project, edit: Edit) -> bool:
    data = project.source(edit.file).data[edit.start : edit.end]
    return data != edit.text.encode("utf-8", "surrogateescape")
