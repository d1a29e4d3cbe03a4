"""What the self-check adds to types (`ocaml.types`), and their unification as OCaml has it.

What is unknown is a variable, which fits everything. Other than in the inference of old code, tags
have bounds here and types that do not fit are reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from mirageport.ocaml.types import (
    GENERIC,
    Arrow,
    Con,
    OutOfBudget,
    Tup,
    Var,
    Variant,
    inside,
    parts,
    prune,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.modules import ModuleType
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.types import Type

    Bounds = dict[str, dict[str, Type | None] | None]

WILD = "&"
"""What the names of types begin with that may be equal to any other: locally abstract types, and
those of a first-class module that was unpacked."""
FORMAL = "#"
"""What stands behind the name of a functor's formal parameter, with a number."""
AGAIN = "!"
"""What stands behind the name of a type that is not the first of its name, with a number."""
APPLIED = "?"
"""What stands behind the name of a module that a functor made, with a number."""

COVARIANT = frozenset(["list", "option", "result", "array_literal", "lazy_t", "Result.result"])
"""Types beside promises whose arguments may be generalised behind any expression (relaxed value
restriction)."""


class Literal(Con):
    """The type of a string literal, which is a format where one is asked for. text: the literal,
    without its quotes."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        super().__init__("string")
        self.text = text


class Row(Variant):
    """A polymorphic variant with bounds. low: the tags that it must have; asked: those that a
    pattern names while its match is being typed; upper: those that it may have at most (None:
    any)."""

    __slots__ = ("asked", "low", "upper")

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.low: frozenset[str] = _NO_TAGS
        self.asked: frozenset[str] = _NO_TAGS
        self.upper: frozenset[str] | None = None


_NO_TAGS: frozenset[str] = frozenset()


def _without_options(type_: Type) -> Type:
    """A function type without the optional parameters before the first that has to be given."""
    while isinstance(type_, Arrow) and type_.label.startswith("?"):
        type_ = prune(type_.result)
    return type_


def _home(type_: Con) -> str:
    """The path of the module that a type is declared in."""
    return type_.name.rpartition(".")[0]


class Clash(Exception):
    """Two known types that cannot be one."""


class Packed(Var):
    """The type of a module that is handed on as a value, of which only this is known: the module
    type that the module has to have."""

    __slots__ = ("wanted",)

    def __init__(self, level: int, wanted: ModuleType) -> None:
        super().__init__(level)
        self.wanted = wanted


class Unifier:
    """Unification and generalisation, with one step budget for a file.

    bounds: the tags of each private polymorphic variant, by its name (None: unknown), with their
    payloads, None where nothing is known of one. known:
    whether a type constructor is known to be a type of its own. formatted: the type of a string
    literal as a format. promise: the type of promises. apart: the parts of two types that were
    joined last: those that cannot be one after a `Clash`.
    """

    COPY_DEPTH: ClassVar[int] = 200

    def __init__(
        self,
        steps: int,
        known: Callable[[str], bool],
        formatted: Callable[[str, Unifier], Type | None],
        promise: Promise,
    ) -> None:
        self.steps = steps
        self.level = 1
        self.bounds: Bounds = {}
        self.known = known
        self.formatted = formatted
        self.promise = promise
        self.apart: tuple[Type, Type] = (Var(1), Var(1))

    def var(self) -> Var:
        """A fresh variable: something unknown."""
        return Var(self.level)

    def row(self) -> Row:
        """A fresh row without bounds."""
        return Row(self.level)

    def step(self) -> None:
        """Count one step. Raises `OutOfBudget` when there are none left."""
        self.steps -= 1
        if self.steps < 0:
            raise OutOfBudget

    def unify(self, one: Type, other: Type) -> None:
        """Make two types one. Raises `Clash` where they cannot be; what was joined before that
        stays joined."""
        todo = [(one, other)]
        while todo:
            self.step()
            one, other = todo.pop()
            one, other = prune(one), prune(other)
            if one is other:
                continue
            if isinstance(one, Var):
                self._bind(one, other)
            elif isinstance(other, Var):
                self._bind(other, one)
            else:
                self.apart = one, other
                todo += self._join(one, other)[::-1]

    def _join(self, one: Type, other: Type) -> list[tuple[Type, Type]]:
        if isinstance(one, Con) and isinstance(other, Con):
            return self._constructors(one, other)
        if isinstance(one, Row) and isinstance(other, Row):
            return self._merge(one, other)
        if isinstance(one, Arrow) and isinstance(other, Arrow):
            if one.label != other.label and one.label.lstrip("?") != other.label.lstrip("?"):
                if one.label.startswith("?") or other.label.startswith("?"):
                    return []  # an optional parameter may be left out
                raise Clash
            return [(one.argument, other.argument), (one.result, other.result)]
        if isinstance(one, Tup) and isinstance(other, Tup):
            if len(one.items) != len(other.items):
                raise Clash
            return list(zip(one.items, other.items, strict=True))
        for each, against in ((one, other), (other, one)):
            if isinstance(each, Con):
                if not self.known(each.name):
                    return []
                if isinstance(against, Row) and self._within(against, each.name):
                    return self._payloads(against, each.name)
            elif isinstance(each, Arrow) and each.label.startswith("?"):
                if not isinstance(_without_options(each), Arrow):
                    return []
        raise Clash

    def _within(self, row: Row, name: str) -> bool:
        """Whether a row may be a private variant: open, and with no tag outside its bound."""
        if name not in self.bounds:
            return False
        bound = self.bounds[name]
        return bound is None or (row.upper is None and row.low | row.asked <= bound.keys())

    def _payloads(self, row: Row, name: str) -> list[tuple[Type, Type]]:
        """What the tags of a row carry, with what those of a private variant do."""
        bound = self.bounds[name] or {}
        known = [(payload, bound.get(tag)) for tag, payload in row.tags.items()]
        return [(mine, its) for mine, its in known if mine is not None and its is not None]

    def _constructors(self, one: Con, other: Con) -> list[tuple[Type, Type]]:
        if one.name == other.name:
            return list(zip(one.args, other.args, strict=False))
        if one.name == "string" and other.name == "format6":
            one, other = other, one
        if one.name == "format6" and isinstance(other, Literal):
            meant = self.formatted(other.text, self)
            return [(one, meant)] if meant is not None else []
        if not self.known(one.name) or not self.known(other.name):
            return []
        if APPLIED in one.name and APPLIED in other.name and _home(one) != _home(other):
            return []  # two applications of one functor to the same arguments make the same types
        raise Clash

    def _bind(self, var: Var, type_: Type) -> None:
        """Bind a variable, and lower the levels inside the type to its own."""
        if isinstance(type_, Con) and not type_.args:
            var.link = type_
            return
        todo: list[tuple[Type, bool]] = [(type_, False)]
        seen: set[int] = set()
        while todo:
            self.step()
            type_now, in_row = todo.pop()
            type_now = prune(type_now)
            if type_now is var:
                if in_row or type_now is type_:
                    return
                raise Clash
            if isinstance(type_now, Var):
                type_now.level = min(type_now.level, var.level)
            elif isinstance(type_now, Row):
                if id(type_now) not in seen:
                    seen.add(id(type_now))
                    type_now.level = min(type_now.level, var.level)
                    todo.extend([(part, True) for part in parts(type_now)])
            else:
                # Of a type that is not known, nothing is known to be a part.
                vague = in_row or (isinstance(type_now, Con) and not self.known(type_now.name))
                todo.extend([(part, vague) for part in parts(type_now)])
        var.link = type_

    def _merge(self, one: Row, other: Row) -> list[tuple[Type, Type]]:
        low, asked = one.low | other.low, one.asked | other.asked
        upper = one.upper
        if upper is None:
            upper = other.upper
        elif other.upper is not None:
            upper = upper & other.upper
        if upper is not None and not low | asked <= upper:
            raise Clash
        if len(one.tags) > len(other.tags):
            one, other = other, one
        level = min(one.level, other.level)
        lower = Var(level)
        for row in (one, other):
            if row.level > level:
                self._lower(row, lower.level)
        one.link = other
        other.low, other.asked, other.upper = low, asked, upper
        left = []
        for tag, payload in one.tags.items():
            if tag not in other.tags:
                other.tags[tag] = payload
                continue
            mine = other.tags[tag]
            if upper is not None and tag not in upper:
                continue
            if (mine is None) != (payload is None):
                if tag in low or tag in asked:
                    raise Clash
            elif mine is not None and payload is not None:
                left.append((mine, payload))
        return left

    def _lower(self, type_: Type, level: int) -> None:
        for part in inside(type_):
            self.step()
            if isinstance(part, (Var, Row)):
                part.level = min(part.level, level)

    def generalise(self, type_: Type, value: bool = True) -> None:
        """Make what belongs to this `let` alone generic. value: whether its right side is a value;
        else only what stands in covariant places is."""
        kept: set[int] = set()
        if not value:
            todo = [(type_, True)]
            seen: set[tuple[int, bool]] = set()
            while todo:
                self.step()
                current, covariant = todo.pop()
                current = prune(current)
                if (id(current), covariant) in seen:
                    continue
                seen.add((id(current), covariant))
                if isinstance(current, (Var, Row)) and not covariant:
                    kept.add(id(current))
                if isinstance(current, Arrow):
                    todo += [(current.argument, False), (current.result, covariant)]
                else:
                    below = covariant and not (
                        isinstance(current, Con) and not self._is_covariant(current)
                    )
                    todo += [(part, below) for part in parts(current)]
        for part in inside(type_):
            self.step()
            if isinstance(part, (Var, Row)) and part.level > self.level:
                part.level = self.level if id(part) in kept else GENERIC

    def _is_covariant(self, type_: Con) -> bool:
        return type_.name in COVARIANT or self.promise.holds(type_)

    def instantiate(self, type_: Type) -> Type:
        """A copy with fresh variables and rows for the generic ones."""
        type_ = prune(type_)
        if isinstance(type_, Con) and not type_.args:
            return type_
        return self._copy(type_, {}, 0)

    def _copy(self, type_: Type, seen: dict[int, Type], depth: int) -> Type:
        self.step()
        type_ = prune(type_)
        if depth > self.COPY_DEPTH:
            return self.var()
        depth += 1
        if isinstance(type_, Con):
            if not type_.args:
                return type_
            return Con(type_.name, tuple([self._copy(arg, seen, depth) for arg in type_.args]))
        if isinstance(type_, Arrow):
            argument = self._copy(type_.argument, seen, depth)
            return Arrow(type_.label, argument, self._copy(type_.result, seen, depth))
        if isinstance(type_, Tup):
            return Tup(tuple([self._copy(item, seen, depth) for item in type_.items]))
        if not isinstance(type_, (Var, Row)) or type_.level != GENERIC:
            return type_
        known = seen.get(id(type_))
        if known is not None:
            return known
        if isinstance(type_, Var):
            copy = Packed(self.level, type_.wanted) if isinstance(type_, Packed) else self.var()
            seen[id(type_)] = copy
            return copy
        row = self.row()
        seen[id(type_)] = row
        row.low, row.upper = type_.low, type_.upper
        for tag, payload in type_.tags.items():
            row.tags[tag] = None if payload is None else self._copy(payload, seen, depth)
        return row
