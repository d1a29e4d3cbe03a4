"""Inference of patterns, parameters, constructors and record fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import UnknownUse
from mirageport.ocaml.convert import Converter
from mirageport.ocaml.environment import Env
from mirageport.ocaml.infer import expressions, modules, written_types
from mirageport.ocaml.infer.state import is_renamed
from mirageport.ocaml.types import (
    BOOL,
    CHAR,
    EXN,
    INT,
    STRING,
    UNIT,
    Arrow,
    Con,
    Row,
    Site,
    Tup,
    join,
    prune,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.modules import TypeDef, TypePart
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


def pattern(state: State, node: Node, frame: Env) -> Type:
    """The type of a pattern; binds its names in `frame`."""
    if state.too_deep():
        return state.unifier.var()
    state.depth += 1
    method = _PATTERNS.get(node.kind)
    type_ = method(state, node, frame) if method else _inner_patterns(state, node, frame)
    state.result.types[node] = type_
    state.depth -= 1
    return type_


def _inner_patterns(state: State, node: Node, frame: Env) -> Type:
    for child in node.children:
        if child.named:
            pattern(state, child, frame)
    return state.unifier.var()


def _name(state: State, node: Node, frame: Env) -> Type:
    return state.bind(node, state.name_of(node), state.unifier.var(), frame)


def _alias(state: State, node: Node, frame: Env) -> Type:
    inner, alias = node.get("pattern"), node.get("alias")
    type_ = pattern(state, inner, frame) if inner else state.unifier.var()
    if alias is None:
        return type_
    state.result.types[alias] = bound = _aliased(state, type_)
    state.bind(alias, state.tree.text(alias), bound, frame)
    return type_


def _aliased(state: State, type_: Type) -> Type:
    """What `pattern as x` gives x: for tags a row of its own, joined to the scrutinee's.

    Rows of patterns grow when they meet the scrutinee; x has only the tags named here.
    """
    row = prune(type_)
    if not isinstance(row, Row) or not row.tags:
        return type_
    alias = state.unifier.row()
    alias.tags.update(row.tags)
    join(alias, row)
    return alias


def _tag(state: State, node: Node, frame: Env) -> Type:
    return _tagged(state, node, None)


def _tag_pattern(state: State, node: Node, frame: Env) -> Type:
    tag, inner = node.first("tag"), node.get("pattern")
    payload = pattern(state, inner, frame) if inner else None
    return _tagged(state, tag, payload) if tag else state.unifier.var()


def _tagged(state: State, tag_node: Node, payload: Type | None) -> Type:
    row = state.unifier.row()
    tag = state.tree.text(tag_node)
    row.tags[tag] = payload
    row.sites.append(Site(tag_node, tag, "pattern"))
    return row


def _or(state: State, node: Node, frame: Env) -> Type:
    """`p | q | ..`: the grammar nests them to the left, as deep as there are alternatives."""
    result = state.unifier.var()
    for alternative in _alternatives(node):
        type_ = pattern(state, alternative, frame)
        state.unifier.unify(result, type_)
    return result


def _parenthesized(state: State, node: Node, frame: Env) -> Type:
    inner = node.named_children
    return pattern(state, inner[0], frame) if inner else state.unifier.var()


def _tuple(state: State, node: Node, frame: Env) -> Type:
    return Tup(tuple([pattern(state, child, frame) for child in node.named_children]))


def _typed(state: State, node: Node, frame: Env) -> Type:
    inner, type_node = node.get("pattern"), node.get("type")
    type_ = pattern(state, inner, frame) if inner else state.unifier.var()
    if type_node is not None:
        state.unifier.unify(type_, written_types.annotation(state, type_node, frame))
    return type_


def _inherited(state: State, node: Node, frame: Env) -> Type:
    """`#t`, which is any tag of a type."""
    written_types.note_types(state, node, frame)
    return state.unifier.var()


def _list(state: State, node: Node, frame: Env) -> Type:
    element = state.unifier.var()
    for child in node.named_children:
        state.unifier.unify(element, pattern(state, child, frame))
    return Con("array" if node.kind == "array_pattern" else "list", (element,))


def _cons(state: State, node: Node, frame: Env) -> Type:
    left, right = node.get("left"), node.get("right")
    element = pattern(state, left, frame) if left else state.unifier.var()
    type_ = Con("list", (element,))
    if right is not None:
        state.unifier.unify(type_, pattern(state, right, frame))
    return type_


def _record(state: State, node: Node, frame: Env) -> Type:
    result: Type = state.unifier.var()
    for part in node.of("field_pattern"):
        path, inner = part.first("field_path"), part.get("pattern")
        owner, type_ = field(state, path, frame)
        if owner is not None:
            state.unifier.unify(result, owner)
        if inner is not None:
            state.unifier.unify(type_, pattern(state, inner, frame))
        elif path is not None:
            name = path.children[-1]
            state.bind(name, state.tree.text(name), type_, frame)
    return result


def _local_open(state: State, node: Node, frame: Env) -> Type:
    path, inner = node.first("module_path"), node.get("pattern")
    module = state.module_path(path, frame) if path is not None else None
    own = Env(frame if module is None else Env(frame, opened=module))
    type_ = pattern(state, inner, own) if inner else state.unifier.var()
    frame.take_over(own)
    return type_


def _constructor(state: State, node: Node, frame: Env) -> Type:
    path, inner = node.first("constructor_path"), node.get("pattern")
    payload = pattern(state, inner, frame) if inner else None
    known = constructor_result(state, path, payload, frame) if path else None
    if known is not None:
        return known
    if payload is not None and path is not None:
        state.unifier.taint(payload, state.tree.text(path))
    return state.unifier.var()


def _constructor_path(state: State, node: Node, frame: Env) -> Type:
    return constructor_result(state, node, None, frame) or state.unifier.var()


def _exception(state: State, node: Node, frame: Env) -> Type:
    _inner_patterns(state, node, frame)
    return EXN


def _package(state: State, node: Node, frame: Env) -> Type:
    """A first-class module unpacked in a parameter: typed when its type is written."""
    name, type_node = node.first("module_name"), node.get("module_type")
    if name is not None:
        modules.unpack(state, state.tree.text(name), type_node, frame)
    return state.unifier.var()


# -- constructors and fields: used by expressions too --------------------------------------


def constructor_result(state: State, path: Node, payload: Type | None, env: Env) -> Type | None:
    """The type a constructor gives for this payload, which meets the declared one; None when
    nothing declares it here."""
    name = state.tree.text(path.children[-1]) if path.children else ""
    prefix = path.first("module_path")
    found = _part(state, prefix, env, "constructor", name)
    if found is not None:
        if prefix is not None or not is_renamed(found[0]):
            written_types.note(state, state.result.constructor_uses, path, found[0], prefix, True)
        if payload is not None and found[1].parent is not None:
            _handed(state, path, payload, found[1].parent)
        return _declared_constructor(state, found, payload)
    if prefix is None or state.tree.text(prefix) == "Result":
        if name in ("Ok", "Error"):
            given = state.unifier.var() if payload is None else payload
            other = state.unifier.var()
            return Con("result", (given, other) if name == "Ok" else (other, given))
        if name in ("Some", "None"):
            return Con("option", (state.unifier.var() if payload is None else payload,))
    if prefix is not None and payload is not None:
        _handed(state, path, payload, None)
    return None


def _handed(state: State, path: Node, payload: Type, declared: Node | None) -> None:
    """Remember what a constructor that is defined elsewhere is given."""
    if declared is None or declared.first("item_attribute") is not None:
        taken = Arrow("", payload, state.unifier.var())
        state.result.unknown.append(UnknownUse(path, taken, declared))


def _part(state: State, prefix: Node | None, env: Env, table: str, name: str) -> TypePart | None:
    """The field or constructor that a name behind a path means."""
    place = state.module_path(prefix, env) if prefix is not None else env
    found: TypePart | None = getattr(place, table)(name) if place is not None else None
    return found


def _declared_constructor(state: State, found: TypePart, payload: Type | None) -> Type:
    definition, declaration = found
    converter = Converter(state.unifier, definition.tree, definition.env, own=definition.own)
    parts = [converter.type(node) for node in declaration.named_children[1:]]
    if payload is not None and parts:
        state.unifier.unify(payload, parts[0] if len(parts) == 1 else Tup(tuple(parts)))
    if declaration.parent is not None and declaration.parent.kind == "exception_definition":
        return EXN
    return _declared(state, definition, converter)


def _declared(state: State, definition: TypeDef, converter: Converter) -> Type:
    """The record or variant type of a definition, with the variables of a converter."""
    arguments = [converter.variables.get(name) or state.unifier.var() for name in definition.params]
    if definition.body is not None:  # `type t = M.t = A | B` is M's
        inner = Converter(state.unifier, definition.tree, definition.env, own=definition.own)
        inner.variables = dict(zip(definition.params, arguments, strict=True))
        return inner.type(definition.body)
    return Con(definition.name, tuple(arguments))


def field(state: State, path: Node | None, env: Env) -> tuple[Type | None, Type]:
    """(type of the record, type of the field) that a field's name means, as far as known."""
    if path is None or not path.children:
        return None, state.unifier.var()
    prefix = path.first("module_path")
    found = _part(state, prefix, env, "field", state.tree.text(path.children[-1]))
    if found is None:
        return None, state.unifier.var(taint=state.tree.text(path))
    definition, type_node = found
    written_types.note(state, state.result.field_uses, path, definition, prefix)
    converter = Converter(state.unifier, definition.tree, definition.env, own=definition.own)
    type_ = converter.type(type_node)
    return _declared(state, definition, converter), type_


# -- parameters --------------------------------------------------------------------------


def parameter(state: State, node: Node, frame: Env) -> tuple[str, Type]:
    """(label, type) of a function's parameter; binds its names."""
    label_node, inner = node.first("label_name"), node.get("pattern")
    type_ = pattern(state, inner, frame) if inner else state.unifier.var()
    first = node.children[0].kind if node.children else ""
    type_node = node.get("type")
    if type_node is not None:
        state.unifier.unify(type_, written_types.annotation(state, type_node, frame))
    if first not in ("~", "?"):
        return "", type_
    named = label_node or inner  # `~x` and `~(x : t)` are named by what they bind
    label = state.tree.text(named) if named is not None else ""
    if first == "~":
        return label, type_
    return "?" + label, _optional(state, node, type_, frame)


def _optional(state: State, node: Node, type_: Type, frame: Env) -> Type:
    """The type that a caller passes for an optional parameter."""
    default = node.get("default")
    if default is not None:
        state.unifier.unify(type_, expressions.expression(state, default, frame))
        return type_
    given = state.unifier.var()
    state.unifier.unify(type_, Con("option", (given,)))
    return given


def _alternatives(node: Node) -> list[Node]:
    found = []
    todo = [node]
    while todo:
        current = todo.pop()
        if current.kind == "or_pattern":
            todo.extend(reversed(current.named_children))
        else:
            found.append(current)
    return found


def _constant(type_: Type) -> Callable[[State, Node, Env], Type]:
    return lambda patterns, node, frame: type_


_PATTERNS: dict[str, Callable[[State, Node, Env], Type]] = {
    "value_pattern": _name,
    "value_name": _name,
    "parenthesized_operator": _name,
    "alias_pattern": _alias,
    "tag": _tag,
    "tag_pattern": _tag_pattern,
    "or_pattern": _or,
    "parenthesized_pattern": _parenthesized,
    "tuple_pattern": _tuple,
    "typed_pattern": _typed,
    "polymorphic_variant_pattern": _inherited,
    "list_pattern": _list,
    "array_pattern": _list,
    "cons_pattern": _cons,
    "record_pattern": _record,
    "local_open_pattern": _local_open,
    "constructor_pattern": _constructor,
    "constructor_path": _constructor_path,
    "exception_pattern": _exception,
    "package_pattern": _package,
    "unit": _constant(UNIT),
    "string": _constant(STRING),
    "character": _constant(CHAR),
    "boolean": _constant(BOOL),
    "number": _constant(INT),
}
