"""Which of several types a value has where it is used: `function [%context: type] -> ..`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse
from mirageport.ocaml.type_syntax import ARROW, CONSTRUCTOR, TUPLE, VARIABLE, read_type
from mirageport.ocaml.types import Arrow, Con, Tup, Var, prune

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.kinds import Context, Use
    from mirageport.ocaml.type_syntax import TypeExpr
    from mirageport.ocaml.types import Type


def wanted(context: Context, use: Use, places: Iterable[str | None]) -> str | None:
    """The first of some types that a value has at a place, "" being any type; None where none is,
    or where too little is known of the place to tell."""
    type_ = context.type_of(use.node)
    for place in places:
        fits = True if not place else _fits(_expression(place), type_) if type_ else None
        if fits is None:
            return None
        if fits:
            return place
    return None


def _expression(text: str) -> TypeExpr:
    tree = parse(Source(f"val it : {text.removeprefix(':').strip()}".encode()), True)
    return read_type(tree.root.children[0].child("type"), tree)


def _fits(expression: TypeExpr, type_: Type) -> bool | None:
    """Whether a type is what an expression says; None where that is not known."""
    type_ = prune(type_)
    if expression.form == VARIABLE or expression.form not in (ARROW, CONSTRUCTOR, TUPLE):
        return True  # `_` is any type
    if isinstance(type_, Var):
        return None
    if expression.form == CONSTRUCTOR:
        name = ".".join([*expression.path, expression.name])
        given = type_.args if isinstance(type_, Con) and type_.name == name else None
    elif expression.form == ARROW:
        same = isinstance(type_, Arrow) and type_.label == expression.name
        given = (type_.argument, type_.result) if same and isinstance(type_, Arrow) else None
    else:
        given = type_.items if isinstance(type_, Tup) else None
    if given is None or len(given) != len(expression.parts):
        return False
    found = [_fits(part, each) for part, each in zip(expression.parts, given, strict=True)]
    return False if False in found else None if None in found else True
