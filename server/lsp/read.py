"""Parameters of requests, read from plain JSON.

What comes with every keystroke or move of the cursor is read here and not by the framework, whose
reader takes longer than the work itself, and refuses whole requests for a column that is too large.
All of these raise one of `MALFORMED` for what has another shape.
"""

from __future__ import annotations

from typing import Any

from mirageport.ocaml.named import NamedTuple

MALFORMED = (ValueError, KeyError, TypeError, AttributeError, OverflowError)


class Position(NamedTuple):
    """A position of the protocol. It may lie anywhere: who uses it clamps it to the text."""

    line: int
    character: int


class Span(NamedTuple):
    """A range of the protocol."""

    start: Position
    end: Position


def string(value: Any) -> str:
    """A string."""
    if not isinstance(value, str):
        raise ValueError(f"not a string: {value!r}")
    return value


def integer(value: Any) -> int:
    """A whole number, also where a client writes it with a point."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or value != int(value):
        raise ValueError(f"not an integer: {value!r}")
    return int(value)


def position(data: Any) -> Position:
    """A position."""
    return Position(integer(data["line"]), integer(data["character"]))


def span(data: Any) -> Span:
    """A range."""
    return Span(position(data["start"]), position(data["end"]))


def document(data: Any) -> str:
    """The URI of the document that parameters are about."""
    return string(data["textDocument"]["uri"])


def strings(value: Any) -> list[str]:
    """A list of strings; an empty one for null."""
    if not isinstance(value, (list, type(None))):
        raise ValueError(f"not a list: {value!r}")
    return [string(each) for each in value or []]
