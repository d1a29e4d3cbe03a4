"""Format strings: what `Printf` and `Format` take for each conversion of a literal.

Source: OCaml 4.03.0 stdlib/printf.mli and stdlib/format.mli.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.ocaml.strict.types import BOOL, CHAR, FLOAT, INT, NUMBERS, STRING, Arrow, Con

if TYPE_CHECKING:
    from mirageport.ocaml.strict.types import Type, Unifier

_PIECE = re.compile(r"%(?P<flags>[-0+ #]*)(?P<width>\*|\d*)(?P<precision>(?:\.(?:\*|\d*))?)(?P<kind>[lnL]?[a-zA-Z!%@,{(\[]?)")
_PLAIN: dict[str, Type] = {
    **dict.fromkeys(["d", "i", "u", "x", "X", "o", "N", "n", "l", "L"], INT),
    **dict.fromkeys(["s", "S"], STRING),
    **dict.fromkeys(["c", "C"], CHAR),
    **dict.fromkeys(["f", "F", "e", "E", "g", "G", "h", "H"], FLOAT),
    **dict.fromkeys(["b", "B"], BOOL),
}
_NOTHING = frozenset(["!", "%", "@", ","])


def formatted(text: str, unifier: Unifier) -> Type | None:
    """The `format6` that a literal is; None where that cannot be said."""
    channel, made, last = unifier.var(), unifier.var(), unifier.var()
    steps: list[Type] = []
    # In a box or a break of Format the text between `@[<` and `>` is no conversion.
    for piece in _PIECE.finditer(re.sub(r"@[\[{;]?<[^>%]*>", "", text)):
        kind = piece["kind"]
        if kind in _NOTHING:
            continue
        steps += [INT] * (piece["width"] == "*") + [INT] * (piece["precision"] == ".*")
        if kind == "a":
            given = unifier.var()
            steps += [Arrow("", channel, Arrow("", given, made)), given]
        elif kind == "t":
            steps.append(Arrow("", channel, made))
        elif kind in _PLAIN:
            steps.append(_PLAIN[kind])
        elif len(kind) == 2 and kind[0] in "lnL" and kind[1] in "diuxXo":
            steps.append(NUMBERS[kind[0]])
        else:
            return None
    whole: Type = last
    for step in reversed(steps):
        whole = Arrow("", step, whole)
    middle = unifier.var()
    return Con("format6", (whole, channel, made, middle, middle, last))


