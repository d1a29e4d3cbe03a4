"""What findings tell their rewriters: one class per kind of change, values and nodes only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.ocaml.tree import Node


class Replacement(NamedTuple):
    """Replace one byte range. title: what the fix is called."""

    start: int
    end: int
    text: str
    title: str


class Rewrite(NamedTuple):
    """A change that is one or several ways of editing.

    ways: best first, each a title, an applicability and replacements as (file, start, end, text).
    For changes whose text follows from the finding alone.
    """

    ways: tuple[Way, ...]


def rewriting(
    title: str, applicability: str, edits: Iterable[tuple[str, int, int, str]]
) -> Rewrite | None:
    """One way to rewrite something; None where there are no edits."""
    found = tuple(edits)
    return Rewrite((Way(title, applicability, found),)) if found else None


class Way(NamedTuple):
    """One way of making a change."""

    title: str
    applicability: str
    edits: tuple[tuple[str, int, int, str], ...]


class ErrorArm(NamedTuple):
    """The new pattern of an arm of a match over errors. case: its `match_case`."""

    case: Node
    pattern: str


class ErrorArms(NamedTuple):
    """A match over errors some of which are no more.

    match: the `match` or `function`. changed: arms with other patterns. dropped: arms that nothing
    reaches. last: the arm that has to come last, as it takes every other error now. reads: where
    it reads the payload that has gone; error: what the error is called there; printer: what prints
    it.
    """

    match: Node
    changed: tuple[ErrorArm, ...]
    dropped: tuple[Node, ...]
    last: Node | None
    reads: tuple[Node, ...]
    error: str
    printer: str


def moved(facts: Any, distance: int) -> Any:
    """Facts that count bytes, so many bytes further on; the others hold nodes, which move by
    themselves."""
    kind = type(facts)
    if kind is Replacement:
        start, end, text, title = facts
        return Replacement(start + distance, end + distance, text, title)
    if kind is Rewrite:
        return Rewrite(tuple([_moved_way(way, distance) for way in facts.ways]))
    return facts


def _moved_way(way: Way, distance: int) -> Way:
    title, applicability, old = way
    edits = [(file, start + distance, end + distance, new) for file, start, end, new in old]
    return Way(title, applicability, tuple(edits))
