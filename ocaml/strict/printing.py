"""Types as a person would write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.strict.types import AGAIN, APPLIED, FORMAL, WILD, Row
from mirageport.ocaml.types import Arrow, Con, Tup, Var, prune

if TYPE_CHECKING:
    from mirageport.ocaml.types import Type

_DEEPEST = 6


def plain(name: str) -> str:
    """The name of a type or a module without what tells it from others of the same name."""
    return ".".join([_without_number(part) for part in name.lstrip(WILD).split(".")])


def _without_number(part: str) -> str:
    for mark in (FORMAL, APPLIED, AGAIN):
        head, found, number = part.partition(mark)
        if found and number.isdigit():
            return head
    return part


class _Printer:
    def __init__(self) -> None:
        self.names: dict[int, str] = {}

    def show(self, type_: Type, level: int, depth: int) -> str:
        """level: 0 at the outermost, 1 left of an arrow, 2 in a tuple, 3 as an argument."""
        type_ = prune(type_)
        if depth > _DEEPEST:
            return ".."
        if isinstance(type_, Var):
            return "'" + self.names.setdefault(id(type_), chr(ord("a") + len(self.names) % 26))
        if isinstance(type_, Con):
            return self._constructor(type_, depth)
        if isinstance(type_, Row):
            return self._row(type_, depth)
        if isinstance(type_, Tup):
            text = " * ".join([self.show(item, 2, depth + 1) for item in type_.items])
            return f"({text})" if level >= 2 else text
        assert isinstance(type_, Arrow)
        label = f"{type_.label}:" if type_.label else ""
        argument = self.show(type_.argument, 1, depth + 1)
        text = f"{label}{argument} -> {self.show(type_.result, 0, depth)}"
        return f"({text})" if level >= 1 else text

    def _constructor(self, type_: Con, depth: int) -> str:
        name = plain(type_.name)
        if not type_.args:
            return name
        if name == "format6":  # as people know it
            shown = [self.show(type_.args[place], 0, depth + 1) for place in (0, 1, 5)]
            return f"({', '.join(shown)}) format"
        if len(type_.args) == 1:
            return f"{self.show(type_.args[0], 3, depth + 1)} {name}"
        return f"({', '.join([self.show(arg, 0, depth + 1) for arg in type_.args])}) {name}"

    def _row(self, type_: Row, depth: int) -> str:
        tags = []
        for tag, payload in list(type_.tags.items())[:6]:
            tags.append(tag if payload is None else f"{tag} of {self.show(payload, 2, depth + 1)}")
        more = " | .." if len(type_.tags) > 6 else ""
        opening = "> " if type_.upper is None else "" if type_.low >= type_.upper else "< "
        return (
            f"[{opening}{' | '.join(tags)}{more} ]" if opening else f"[ {' | '.join(tags)}{more} ]"
        )


def shown(*types: Type) -> list[str]:
    """The types as text, with the same names for the same variables."""
    printer = _Printer()
    return [printer.show(type_, 0, 0) for type_ in types]
