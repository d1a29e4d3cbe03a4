"""What findings tell their rewriters: one class per kind of change, values and nodes only."""

from __future__ import annotations

from typing import NamedTuple


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


class Way(NamedTuple):
    """One way of making a change."""

    title: str
    applicability: str
    edits: tuple[tuple[str, int, int, str], ...]
