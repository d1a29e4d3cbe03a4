"""Whether two types are the same, or one can stand for the other."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mirageport.ocaml.convert import Converter
from mirageport.ocaml.types import Arrow, Con, Row, Tup, Unifier, Var, parts, prune

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import TypeDef
    from mirageport.ocaml.tree import Node, Reader
    from mirageport.ocaml.type_syntax import TypeExpr
    from mirageport.ocaml.types import Type

_SAME_NAMES: Mapping[str, str] = MappingProxyType({})


class Comparing(Converter):
    """Converts types to be compared: one that no interface declares is itself, with what it is
    applied to, and so is one whose path is among the opaque ones."""

    shares = False
    __slots__ = ("opaque",)

    def __init__(
        self,
        tree: Reader,
        env: Env,
        opaque: frozenset[str] = frozenset(),
        unifier: Unifier | None = None,
    ) -> None:
        super().__init__(unifier or Unifier(), tree, env)
        self.opaque = opaque

    def within(self, definition: TypeDef) -> Converter:
        return Comparing(definition.tree, definition.env, self.opaque, self.unifier)

    def meant(self, definition: TypeDef, body: Node) -> Type:
        """What the right side of a definition means, which may name the definition."""
        return self._manifest(definition, body, self.within(definition), "")

    def _constructor(self, expression: TypeExpr, path: str) -> Type:
        definition = self.definition(expression) if self.opaque else None
        item = definition.item if definition is not None else None
        if item is not None and item.path in self.opaque:
            return self._itself(item.path, expression, path)
        return super()._constructor(expression, path)

    def _unknown(self, expression: TypeExpr, path: str) -> Type:
        return self._itself(".".join([*expression.path, expression.name]), expression, path)

    def _itself(self, name: str, expression: TypeExpr, path: str) -> Type:
        return Con(name, tuple([self.convert(part, path) for part in expression.parts]))


def canonical(type_: Type) -> str:
    """A type as text that is the same for all types that mean the same."""
    return _Names().text(type_)


def serves_as(type_: Type, former: Type, renamed: Mapping[str, str] = _SAME_NAMES) -> bool:
    """Whether a value of a type can stand wherever one of a former type could: the type is the
    same, or more general, or takes further optional arguments. renamed: what types are called, by
    the names that they had. Of types with tags only the same serves, and none whose parts are not
    known."""
    return _Match(renamed).serves(type_, former)


class _Names:
    """Canonical texts, with one number for each variable that the types have in common."""

    def __init__(self) -> None:
        self._variables: dict[Var, str] = {}
        self._around: list[Type] = []  # the rows that are being written, as one may hold itself

    def text(self, type_: Type) -> str:
        type_ = prune(type_)
        if isinstance(type_, Con):
            return f"{type_.name}({','.join(map(self.text, type_.args))})"
        if isinstance(type_, Arrow):
            return f"{type_.label}:{self.text(type_.argument)}->{self.text(type_.result)}"
        if isinstance(type_, Tup):
            return f"({'*'.join(map(self.text, type_.items))})"
        if isinstance(type_, Row):
            if type_ in self._around:
                return f"^{self._around.index(type_)}"
            self._around.append(type_)
            tags = [
                tag + (f" of {self.text(payload)}" if payload is not None else "")
                for tag, payload in sorted(type_.tags.items())
            ]
            self._around.pop()
            return f"[{'|'.join(tags)}]"
        assert isinstance(type_, Var)
        return type_.taint or self._variables.setdefault(type_, f"_{len(self._variables)}")


class _Match:
    """The comparison of two types. bound: what each variable of the first stands for."""

    def __init__(self, renamed: Mapping[str, str]) -> None:
        self._renamed = renamed
        self._names = _Names()
        self._bound: dict[Var, str] = {}

    def serves(self, one: Type, other: Type) -> bool:
        one, other = prune(one), prune(other)
        if isinstance(one, Var):
            meant = self._names.text(other)
            return one.taint is None and self._bound.setdefault(one, meant) == meant
        if isinstance(one, Arrow):
            if isinstance(other, Arrow) and one.label == other.label:
                argument = self.serves(one.argument, other.argument)
                return argument and self.serves(one.result, other.result)
            return one.label.startswith("?") and self.serves(one.result, other)
        if isinstance(one, Con) and isinstance(other, Con):
            same = one.name == self._renamed.get(other.name, other.name)
            return same and self._all(one, other)
        if isinstance(one, Tup) and isinstance(other, Tup):
            return self._all(one, other)
        return isinstance(one, Row) and canonical(one) == canonical(other)

    def _all(self, one: Type, other: Type) -> bool:
        mine, theirs = parts(one), parts(other)
        return len(mine) == len(theirs) and all(map(self.serves, mine, theirs))
