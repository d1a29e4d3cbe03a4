"""Edits and fixes: what a rewrite changes, and how it is presented."""

from __future__ import annotations

from mirageport.ocaml.named import NamedTuple


class Edit(NamedTuple):
    """Replace the bytes from `start` to `end` of the project's file `file` by `text`."""

    file: str
    start: int
    end: int
    text: str


class Fix(NamedTuple):
    """One way to mend a finding: all of its edits or none.

    title: what the editor's menu shows. applicability: `diagnostics.finding` SAFE, REVIEW or
    SUGGESTION. edits: sorted by file and start, never overlapping. rule: the finding's rule.
    preferred: the best of several fixes of one finding; never a review or a suggestion. first:
    whether it changes how its files are read, so that the others there have to wait for it.
    """

    title: str
    applicability: str
    edits: tuple[Edit, ...]
    rule: str
    preferred: bool = False
    first: bool = False


def apply(data: bytes, edits: list[Edit]) -> bytes:
    """The text with all edits (of one file, sorted, not overlapping) made."""
    parts = []
    done = 0
    for edit in edits:
        parts.append(data[done : edit.start])
        parts.append(edit.text.encode("utf-8"))
        done = edit.end
    parts.append(data[done:])
    return b"".join(parts)


def conflict(one: Edit, other: Edit) -> bool:
    """Whether two edits cannot both be made: they overlap, or insert at the same place."""
    if one.file != other.file:
        return False
    if one.start == other.start:
        return True
    return one.start < other.end and other.start < one.end
