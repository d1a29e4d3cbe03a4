"""Constructors and fields: which type each belongs to, by what is in scope and by the type that is
expected (type-directed disambiguation)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml import index
from mirageport.ocaml.index import named_parts
from mirageport.ocaml.modules import SigModule
from mirageport.ocaml.strict.convert import Converter, expand
from mirageport.ocaml.strict.state import UNBOUND, Hole, frames, lacks
from mirageport.ocaml.types import EXN, Con, Tup, Var, prune

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import Module, TypeDef, TypePart
    from mirageport.ocaml.strict.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

CONSTRUCTOR, FIELD = "constructor", "field"
_KINDS = {
    CONSTRUCTOR: ("constructor_declaration", "constructor_name"),
    FIELD: ("field_declaration", "field_name"),
}
_EVERYWHERE = {
    "Ok": ("result", 0),
    "Error": ("result", 1),
    "Some": ("option", 0),
    "None": ("option", -1),
}
# `mirage configure` writes it: what its keys give are strings, numbers, addresses and flags.
_PLAIN = frozenset(["Key_gen"])

# The type of the record that a constructor carries, as it is named in `B of { x : int }`.
_INLINE = "the record of"


class Part:
    """A constructor or field at one use. owner: the type that it belongs to; content: what it
    carries (None: nothing, or it is unknown); vague: whether that is unknown; gadt: what it belongs
    to depends on what it carries; count: how many arguments a constructor has."""

    __slots__ = ("content", "count", "gadt", "owner", "vague")

    def __init__(
        self,
        owner: Type,
        content: Type | None,
        gadt: bool = False,
        vague: bool = False,
        count: int = 1,
    ) -> None:
        self.owner = owner
        self.content = content
        self.gadt = gadt
        self.vague = vague
        self.count = count


def find(state: State, table: str, path: Node, env: Env, expected: Type) -> Part | None:
    """What a constructor or field means where a type is expected; None when that is unknown. A
    name that nothing binds is reported."""
    if not path.children:
        return None
    name = state.text(path.children[-1])
    prefix = path.first("module_path")
    want = prune(expected)
    if table == FIELD and isinstance(want, Con) and want.name.startswith(_INLINE):
        return None  # its fields are its own, and are not followed
    module: Module | None = None
    if prefix is not None:
        module = state.module(prefix, env)
        candidates = _in_module(module, table, name)
        if not candidates and lacks(module, f"{table}s", name):
            # What type is expected helps only a name without a path.
            state.lacks(path, state.text(prefix), table, name)
            return None
    else:
        found = _in_scope(env, table, name)
        if found is None:
            return None
        candidates = found
    if isinstance(want, Con):
        if table == CONSTRUCTOR and prefix is None and name in _EVERYWHERE:
            if _EVERYWHERE[name][0] == want.name:
                return _everywhere(state, name)
        # What is in scope, first: a type is another one in its own file than by its interface.
        for candidate in candidates:
            if candidate[0].name == want.name:
                return _meant(state, table, candidate)
        directed = _of_type(state, table, want.name, name)
        if directed is not None:
            return _meant(state, table, directed)
    if len(candidates) == 1 or (candidates and isinstance(want, Con) and table == CONSTRUCTOR):
        return _meant(state, table, candidates[0])
    if candidates:
        return None
    if prefix is None and table == CONSTRUCTOR and name in _EVERYWHERE:
        return _everywhere(state, name)
    if module is None and not state.muted and _unbound_here(state, want, env):
        state.report(path, UNBOUND, f"unbound {table} `{name}`")
    return None


def fits_all(state: State, owner: Type, names: list[str]) -> bool:
    """Whether a record type may have all of some fields: of types with a field of one name, OCaml
    takes the one that has the others too."""
    known = state.common.datatypes.get(owner.name) if isinstance(owner, Con) else None
    if known is None or not any(_declared_in(known, FIELD, name) for name in names):
        return True
    return all(_declared_in(known, FIELD, name) for name in names)


def fields_of(state: State, owner: Type) -> dict[str, index.Part]:
    """The fields of a record type, as far as it is known."""
    owner = prune(owner)
    known = state.common.datatypes.get(owner.name) if isinstance(owner, Con) else None
    declared = known.declaration if known is not None else None
    if known is None or declared is None or declared.kind != "type_binding":
        return {}
    found = index.parts_of(declared, known.tree)
    return {name: part for name, part in found.items() if part.is_field}


def _unbound_here(state: State, want: Type, env: Env) -> bool:
    """Whether the expected type is one that could not bring a name that is not in scope. What is
    expected may be a type of any module of which nothing is known."""
    if isinstance(want, Con) and want.name not in state.common.datatypes:
        return False
    if isinstance(want, Var) and (state.common.refines or state.common.unjudged - _PLAIN):
        return False
    return state.sealed(env)


def _of_type(state: State, table: str, type_name: str, name: str) -> TypePart | None:
    definition = state.common.datatypes.get(type_name)
    if definition is None or definition.declaration is None:
        return None
    return _declared_in(definition, table, name)


def _declared_in(definition: TypeDef, table: str, name: str) -> TypePart | None:
    """The part of this name that a type declares itself."""
    if definition.declaration is None or definition.declaration.kind != "type_binding":
        return None
    for part, declaration in named_parts(definition.declaration, *_KINDS[table]):
        if definition.tree.text(part) == name:
            if table == CONSTRUCTOR:
                return definition, declaration
            type_node = declaration.get("type")
            return (definition, type_node) if type_node is not None else None
    return None


def _in_scope(env: Env, table: str, name: str) -> list[TypePart] | None:
    """All that has this name in scope, the innermost first, each type once; None where a module
    that is opened may have it."""
    found: list[TypePart] = []
    for frame in frames(env):
        some: list[TypePart] = []
        if frame.names is not None:
            own = frame.names.constructors if table == CONSTRUCTOR else frame.names.fields
            some = [own[name]] if name in own else []
            for definition in frame.names.types.values():
                other = _declared_in(definition, table, name)
                if other is not None and all(other[0] is not each[0] for each in some):
                    some.append(other)
        if isinstance(frame.opened, Hole):
            return None
        if frame.opened is not None:
            some += _in_module(frame.opened, table, name)
        found += [part for part in some if all(part[0] is not each[0] for each in found)]
    return found


def _in_module(module: Module, table: str, name: str) -> list[TypePart]:
    """All that has this name in a module."""
    first = module.constructor(name) if table == CONSTRUCTOR else module.field(name)
    if first is None:
        return []
    found = [first]
    for layer in module.layers if isinstance(module, SigModule) else []:
        for type_name in layer.index.types:
            definition = layer.type_def(type_name)
            other = _declared_in(definition, table, name) if definition is not None else None
            if other is not None and all(other[0] is not each[0] for each in found):
                found.append(other)
    return found


def _everywhere(state: State, name: str) -> Part:
    type_name, place = _EVERYWHERE[name]
    count = 2 if type_name == "result" else 1
    arguments: list[Type] = [state.unifier.var() for _ in range(count)]
    return Part(Con(type_name, tuple(arguments)), arguments[place] if place >= 0 else None)


def _meant(state: State, table: str, part: TypePart) -> Part:
    definition, node = part
    converter = Converter(state, definition.tree, definition.env)
    if node.parent is not None and node.parent.kind == "exception_definition":
        if node.first("=") is not None:  # `exception A = B`
            return Part(EXN, None, vague=True)
        return Part(EXN, _carried(state, converter, node))
    if table == FIELD:
        return Part(_owner(converter, definition), converter.type(node))
    carried, count = _carried(state, converter, node), len(_arguments(node))
    if node.first(":") is not None:
        owner = converter.type(node.children[-1])
        return Part(owner, carried, gadt=True, vague=any(node.of("ERROR")), count=count)
    return Part(_owner(converter, definition), carried, count=count)


def _owner(converter: Converter, definition: TypeDef) -> Type:
    given = [converter.variable(name) for name in definition.params]
    return expand(converter, definition, given)


def _carried(state: State, converter: Converter, node: Node) -> Type | None:
    """What a constructor carries."""
    contents = _arguments(node)
    if not contents:
        return None
    if any(child.kind == "record_declaration" for child in contents):
        return Con(f"{_INLINE} {converter.tree.text(node.children[0])}", ())
    types = [converter.type(child) for child in contents]
    return types[0] if len(types) == 1 else Tup(tuple(types))


def _arguments(node: Node) -> list[Node]:
    """The types of what a constructor is applied to; where it says what it makes (`A : t -> u`),
    those before the arrow."""
    contents = [child for child in node.named_children[1:] if "attribute" not in child.kind]
    if node.first(":") is None:
        return contents
    dot = node.first(".")  # `A : 'a. t -> 'a u`
    return [child for child in contents[:-1] if dot is None or child.start > dot.start]


def has_lists(env: Env) -> bool:
    """Whether a module that is opened defines what `[a; b]` stands for."""
    return any(
        frame.opened is not None and frame.opened.constructor(name) is not None
        for frame in frames(env)
        for name in ("::", "(::)")
    )
