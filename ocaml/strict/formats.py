"""Format strings: what `Printf` and `Format` take for each conversion of a literal.

Source: OCaml 4.03.0 stdlib/printf.mli and stdlib/format.mli.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.types import BOOL, CHAR, FLOAT, INT, NUMBERS, STRING, Arrow, Con

if TYPE_CHECKING:
    from mirageport.ocaml.strict.types import Unifier
    from mirageport.ocaml.types import Type

_PLAIN: dict[str, Type] = {
    **dict.fromkeys(["d", "i", "u", "x", "X", "o", "N", "n", "l", "L"], INT),
    **dict.fromkeys(["s", "S"], STRING),
    **dict.fromkeys(["c", "C"], CHAR),
    **dict.fromkeys(["f", "F", "e", "E", "g", "G", "h", "H"], FLOAT),
    **dict.fromkeys(["b", "B"], BOOL),
}
_NOTHING = frozenset(["!", "@", ","])
_INTEGERS = tuple("diuxXo")


def _conversions(text: str) -> list[tuple[int, str]]:
    """The conversions of a format: how many `*` each has, and what it converts."""
    found = []
    # What stands before the first `%` is text; `%%` leaves an empty piece behind it.
    pieces = text.replace("%%", "").split("%")[1:]
    for piece in pieces:
        rest = piece.lstrip("-0+ #")
        head = rest.lstrip("0123456789.*")
        kind = head[:2] if head[:1] in ("l", "n", "L") and head[1:2] in _INTEGERS else head[:1]
        found.append((rest[: len(rest) - len(head)].count("*"), kind))
    return found


def formatted(text: str, unifier: Unifier) -> Type | None:
    """The `format6` that a literal is; None where that cannot be said."""
    channel, made, last = unifier.var(), unifier.var(), unifier.var()
    steps: list[Type] = []
    for stars, kind in _conversions(text):
        if kind in _NOTHING:
            continue
        steps += [INT] * stars
        if kind == "a":
            given = unifier.var()
            steps += [Arrow("", channel, Arrow("", given, made)), given]
        elif kind == "t":
            steps.append(Arrow("", channel, made))
        elif kind in _PLAIN:
            steps.append(_PLAIN[kind])
        elif len(kind) == 2:
            steps.append(NUMBERS[kind[0]])
        else:
            return None
    whole: Type = last
    for step in reversed(steps):
        whole = Arrow("", step, whole)
    middle = unifier.var()
    return Con("format6", (whole, channel, made, middle, middle, last))
