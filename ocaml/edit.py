"""Edits and fixes: what a rewrite changes, and how it is presented."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable


class Edit(NamedTuple):
    """Replace the bytes from `start` to `end` of the project's file `file` by `text`."""

    file: str
    start: int
    end: int
    text: str


class Overlap(ValueError):
    """Two edits of the same bytes, or two insertions at one place; the message names both."""


class Edits(tuple[Edit, ...]):
    """Edits in the order of the files' names and of the text, no two of which touch the same bytes
    or begin at the same place: the order they are made in cannot matter.

    Raises `Overlap` for anything else.
    """

    __slots__ = ()

    def __new__(cls, edits: Iterable[Edit] = ()) -> Edits:
        found = super().__new__(cls, sorted(edits))
        for one, other in pairwise(found):
            if conflict(one, other):
                raise Overlap(f"{one} and {other}")
        return found

    @classmethod
    def merged(cls, edits: Iterable[Edit]) -> Edits:
        """Edits in the order a rewriter made them. The same replacement is made once; insertions
        at one place become one, in the order they came, in front of a replacement that begins
        there. Raises `Overlap` where two replace the same bytes in different ways."""
        together: dict[tuple[str, int], tuple[list[str], Edit | None]] = {}
        for edit in edits:
            inserted, replaced = together.get((edit.file, edit.start), ([], None))
            if edit.start == edit.end:
                inserted.append(edit.text)
            elif replaced is not None and replaced != edit:
                raise Overlap(f"{replaced} and {edit}")
            else:
                replaced = edit
            together[edit.file, edit.start] = inserted, replaced
        return cls(
            Edit(
                file,
                start,
                replaced.end if replaced else start,
                "".join([*inserted, replaced.text if replaced else ""]),
            )
            for (file, start), (inserted, replaced) in together.items()
        )

    @property
    def files(self) -> list[str]:
        """The names of the files they change, sorted."""
        return list(dict.fromkeys(edit.file for edit in self))

    def of(self, file: str) -> Edits:
        """Those of one file."""
        return Edits(edit for edit in self if edit.file == file)


class Proposal(NamedTuple):
    """What a rewriter returns for a finding. `settle.settled` turns its edits into those of a
    `Fix`.

    edits: in any order, but insertions at one place in the order in which they are to follow each
    other. The other fields are those of `Fix`.
    """

    title: str
    applicability: str
    edits: tuple[Edit, ...]
    rule: str
    first: bool = False


class Fix(NamedTuple):
    """One way to mend a finding: all of its edits or none.

    title: what the editor's menu shows. applicability: `diagnostics.finding` SAFE, REVIEW or
    SUGGESTION. edits: ordered and disjoint. rule: the finding's rule.
    preferred: the best of several fixes of one finding; never a review or a suggestion. first:
    whether it changes how its files are read, so that the others there have to wait for it.
    """

    title: str
    applicability: str
    edits: Edits
    rule: str
    preferred: bool = False
    first: bool = False


def apply(data: bytes, edits: Edits) -> bytes:
    """The text with all edits, which are of one file, made."""
    parts = []
    done = 0
    for edit in edits:
        parts.append(data[done : edit.start])
        parts.append(edit.text.encode("utf-8", "surrogateescape"))
        done = edit.end
    parts.append(data[done:])
    return b"".join(parts)


def conflict(one: Edit, other: Edit) -> bool:
    """Whether two edits cannot both be made: they overlap, or begin at the same place."""
    if one.file != other.file:
        return False
    if one.start == other.start:
        return True
    return one.start < other.end and other.start < one.end


class Places:
    """Where edits are that do not conflict: asked about a further one, it looks at the nearest,
    however many there are."""

    def __init__(self) -> None:
        self._files: dict[str, list[Edit]] = {}

    def add(self, edit: Edit) -> None:
        """Take in an edit that conflicts with none."""
        insort(self._files.setdefault(edit.file, []), edit)

    def conflicts(self, edit: Edit) -> bool:
        """Whether an edit conflicts with any of those taken in."""
        taken = self._files.get(edit.file, [])
        at = bisect_left(taken, (edit.file, edit.start))
        return any(conflict(edit, other) for other in taken[max(at - 1, 0) : at + 1])
