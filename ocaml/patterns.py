"""Inference of patterns, parameters, constructors and record fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import UnknownUse
from mirageport.ocaml.convert import Converter
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
from mirageport.ocaml.walk import Walk, is_new

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import Module, TypeDef, TypePart
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


class Patterns(Walk):
    """The pattern part of the inference; `frame` is where the pattern's names are bound."""

    def pattern(self, node: Node, frame: Env) -> Type:
        """The type of a pattern; binds its names in `frame`."""
        if self.too_deep():
            return self.unifier.var()
        self.depth += 1
        method = _PATTERNS.get(node.kind)
        type_ = method(self, node, frame) if method else self._inner_patterns(node, frame)
        self.result.types[node] = type_
        self.depth -= 1
        return type_

    def _inner_patterns(self, node: Node, frame: Env) -> Type:
        for child in node.children:
            if child.named:
                self.pattern(child, frame)
        return self.unifier.var()

    def _name(self, node: Node, frame: Env) -> Type:
        return self.bind(node, self.name_of(node), self.unifier.var(), frame)

    def _alias(self, node: Node, frame: Env) -> Type:
        inner, alias = node.get("pattern"), node.get("alias")
        type_ = self.pattern(inner, frame) if inner else self.unifier.var()
        if alias is None:
            return type_
        self.result.types[alias] = bound = self._aliased(type_)
        self.bind(alias, self.tree.text(alias), bound, frame)
        return type_

    def _aliased(self, type_: Type) -> Type:
        """What `pattern as x` gives x: for tags a row of its own, joined to the scrutinee's.

        Rows of patterns grow when they meet the scrutinee; x has only the tags named here.
        """
        row = prune(type_)
        if not isinstance(row, Row) or not row.tags:
            return type_
        alias = self.unifier.row()
        alias.tags.update(row.tags)
        join(alias, row)
        return alias

    def _tag(self, node: Node, frame: Env) -> Type:
        return self._tagged(node, None)

    def _tag_pattern(self, node: Node, frame: Env) -> Type:
        tag, inner = node.first("tag"), node.get("pattern")
        payload = self.pattern(inner, frame) if inner else None
        return self._tagged(tag, payload) if tag else self.unifier.var()

    def _tagged(self, tag_node: Node, payload: Type | None) -> Type:
        row = self.unifier.row()
        tag = self.tree.text(tag_node)
        row.tags[tag] = payload
        row.sites.append(Site(tag_node, tag, "pattern"))
        return row

    def _or(self, node: Node, frame: Env) -> Type:
        """`p | q | ..`: the grammar nests them to the left, as deep as there are alternatives."""
        result = self.unifier.var()
        for alternative in _alternatives(node):
            type_ = self.pattern(alternative, frame)
            self.unifier.unify(result, type_)
        return result

    def _parenthesized(self, node: Node, frame: Env) -> Type:
        inner = node.named_children
        return self.pattern(inner[0], frame) if inner else self.unifier.var()

    def _tuple(self, node: Node, frame: Env) -> Type:
        return Tup(tuple([self.pattern(child, frame) for child in node.named_children]))

    def _typed(self, node: Node, frame: Env) -> Type:
        inner, type_node = node.get("pattern"), node.get("type")
        type_ = self.pattern(inner, frame) if inner else self.unifier.var()
        if type_node is not None:
            self.unifier.unify(type_, self.annotation(type_node, frame))
        return type_

    def _list(self, node: Node, frame: Env) -> Type:
        element = self.unifier.var()
        for child in node.named_children:
            self.unifier.unify(element, self.pattern(child, frame))
        return Con("array" if node.kind == "array_pattern" else "list", (element,))

    def _cons(self, node: Node, frame: Env) -> Type:
        left, right = node.get("left"), node.get("right")
        element = self.pattern(left, frame) if left else self.unifier.var()
        type_ = Con("list", (element,))
        if right is not None:
            self.unifier.unify(type_, self.pattern(right, frame))
        return type_

    def _record(self, node: Node, frame: Env) -> Type:
        result: Type = self.unifier.var()
        for field in node.of("field_pattern"):
            path, inner = field.first("field_path"), field.get("pattern")
            owner, type_ = self.field(path, frame)
            if owner is not None:
                self.unifier.unify(result, owner)
            if inner is not None:
                self.unifier.unify(type_, self.pattern(inner, frame))
            elif path is not None:
                name = path.children[-1]
                self.bind(name, self.tree.text(name), type_, frame)
        return result

    def _local_open(self, node: Node, frame: Env) -> Type:
        path, inner = node.first("module_path"), node.get("pattern")
        if path is not None:
            self.module_path(path, frame)
        return self.pattern(inner, frame) if inner else self.unifier.var()

    def _constructor(self, node: Node, frame: Env) -> Type:
        path, inner = node.first("constructor_path"), node.get("pattern")
        payload = self.pattern(inner, frame) if inner else None
        known = self.constructor_result(path, payload, frame) if path else None
        if known is not None:
            return known
        if payload is not None and path is not None:
            self.unifier.taint(payload, self.tree.text(path))
        return self.unifier.var()

    def _constructor_path(self, node: Node, frame: Env) -> Type:
        return self.constructor_result(node, None, frame) or self.unifier.var()

    def _exception(self, node: Node, frame: Env) -> Type:
        self._inner_patterns(node, frame)
        return EXN

    def _package(self, node: Node, frame: Env) -> Type:
        """A first-class module unpacked in a parameter: typed when its type is written."""
        name, type_node = node.first("module_name"), node.get("module_type")
        if name is not None:
            self.unpack(self.tree.text(name), type_node, frame)
        return self.unifier.var()

    # -- constructors and fields: used by expressions too --------------------------------------

    def constructor_result(self, path: Node, payload: Type | None, env: Env) -> Type | None:
        """The type a constructor gives for this payload, which meets the declared one; None when
        nothing declares it here."""
        name = self.tree.text(path.children[-1]) if path.children else ""
        prefix = path.first("module_path")
        found, module = self._part(prefix, env, "constructor", name)
        if found is not None:
            if prefix is not None or not is_new(found[0]):
                self.note(self.result.constructor_uses, path, found[0], prefix, module)
            if payload is not None and found[1].parent is not None:
                self._handed(path, payload, found[1].parent)
            return self._declared_constructor(found, payload)
        if prefix is None or self.tree.text(prefix) == "Result":
            if name in ("Ok", "Error"):
                given = self.unifier.var() if payload is None else payload
                other = self.unifier.var()
                return Con("result", (given, other) if name == "Ok" else (other, given))
            if name in ("Some", "None"):
                return Con("option", (self.unifier.var() if payload is None else payload,))
        if prefix is not None and payload is not None:
            self._handed(path, payload, None)
        return None

    def _handed(self, path: Node, payload: Type, declared: Node | None) -> None:
        """Remember what a constructor that is defined elsewhere is given."""
        if declared is None or declared.first("item_attribute") is not None:
            taken = Arrow("", payload, self.unifier.var())
            self.result.unknown.append(UnknownUse(path, taken, declared))

    def _part(
        self, prefix: Node | None, env: Env, table: str, name: str
    ) -> tuple[TypePart | None, Module | None]:
        """The field or constructor that a name behind a path means, and the module it lies in."""
        if prefix is None:
            return getattr(env, table)(name), None
        module = self.module_path(prefix, env)
        return (getattr(module, table)(name) if module is not None else None), module

    def _declared_constructor(self, found: TypePart, payload: Type | None) -> Type:
        definition, declaration = found
        converter = Converter(self.unifier, definition.tree, definition.env, own=definition.own)
        parts = [converter.type(node) for node in declaration.named_children[1:]]
        if payload is not None and parts:
            self.unifier.unify(payload, parts[0] if len(parts) == 1 else Tup(tuple(parts)))
        if declaration.parent is not None and declaration.parent.kind == "exception_definition":
            return EXN
        return self._declared(definition, converter)

    def _declared(self, definition: TypeDef, converter: Converter) -> Type:
        """The record or variant type of a definition, with the variables of a converter."""
        arguments = [
            converter.variables.get(name) or self.unifier.var() for name in definition.params
        ]
        if definition.body is not None:  # `type t = M.t = A | B` is M's
            inner = Converter(self.unifier, definition.tree, definition.env, own=definition.own)
            inner.variables = dict(zip(definition.params, arguments, strict=True))
            return inner.type(definition.body)
        return Con(definition.name, tuple(arguments))

    def field(self, path: Node | None, env: Env) -> tuple[Type | None, Type]:
        """(type of the record, type of the field) that a field's name means, as far as known."""
        if path is None or not path.children:
            return None, self.unifier.var()
        prefix = path.first("module_path")
        found, module = self._part(prefix, env, "field", self.tree.text(path.children[-1]))
        if found is None:
            return None, self.unifier.var(taint=self.tree.text(path))
        definition, type_node = found
        self.note(self.result.field_uses, path, definition, prefix, module)
        converter = Converter(self.unifier, definition.tree, definition.env, own=definition.own)
        type_ = converter.type(type_node)
        return self._declared(definition, converter), type_

    # -- parameters --------------------------------------------------------------------------

    def parameter(self, node: Node, frame: Env) -> tuple[str, Type]:
        """(label, type) of a function's parameter; binds its names."""
        label_node, inner = node.first("label_name"), node.get("pattern")
        type_ = self.pattern(inner, frame) if inner else self.unifier.var()
        first = node.children[0].kind if node.children else ""
        type_node = node.get("type")
        if type_node is not None:
            self.unifier.unify(type_, self.annotation(type_node, frame))
        if first not in ("~", "?"):
            return "", type_
        named = label_node or inner  # `~x` and `~(x : t)` are named by what they bind
        label = self.tree.text(named) if named is not None else ""
        if first == "~":
            return label, type_
        return "?" + label, self._optional(node, type_, frame)

    def _optional(self, node: Node, type_: Type, frame: Env) -> Type:
        """The type that a caller passes for an optional parameter."""
        default = node.get("default")
        if default is not None:
            self.unifier.unify(type_, self.expression(default, frame))
            return type_
        given = self.unifier.var()
        self.unifier.unify(type_, Con("option", (given,)))
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


def _constant(type_: Type) -> Callable[[Patterns, Node, Env], Type]:
    return lambda patterns, node, frame: type_


_PATTERNS: dict[str, Callable[[Patterns, Node, Env], Type]] = {
    "value_pattern": Patterns._name,
    "value_name": Patterns._name,
    "parenthesized_operator": Patterns._name,
    "alias_pattern": Patterns._alias,
    "tag": Patterns._tag,
    "tag_pattern": Patterns._tag_pattern,
    "or_pattern": Patterns._or,
    "parenthesized_pattern": Patterns._parenthesized,
    "tuple_pattern": Patterns._tuple,
    "typed_pattern": Patterns._typed,
    "list_pattern": Patterns._list,
    "array_pattern": Patterns._list,
    "cons_pattern": Patterns._cons,
    "record_pattern": Patterns._record,
    "local_open_pattern": Patterns._local_open,
    "constructor_pattern": Patterns._constructor,
    "constructor_path": Patterns._constructor_path,
    "exception_pattern": Patterns._exception,
    "package_pattern": Patterns._package,
    "unit": _constant(UNIT),
    "string": _constant(STRING),
    "character": _constant(CHAR),
    "boolean": _constant(BOOL),
    "number": _constant(INT),
}
