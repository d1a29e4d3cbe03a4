"""Type expressions of the text and of interfaces, as types of the self-check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import path_names, resolve_path
from mirageport.ocaml.modules import SigModule, Unknown
from mirageport.ocaml.strict.state import ANY_TYPE, ARGUMENT, UNBOUND, frames, lacks
from mirageport.ocaml.strict.types import Packed, Row
from mirageport.ocaml.tree import READER
from mirageport.ocaml.type_syntax import (
    ALIAS,
    ARROW,
    BUILTIN,
    CONSTRUCTOR,
    MAX_DEPTH,
    ROW,
    TUPLE,
    VARIABLE,
    read_type,
)
from mirageport.ocaml.types import GENERIC, Arrow, Con, Tup, Var, inside, is_ground, prune

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import ApiValue, ModuleType, TypeDef
    from mirageport.ocaml.strict.state import State
    from mirageport.ocaml.tree import Node, Reader
    from mirageport.ocaml.type_syntax import TypeExpr
    from mirageport.ocaml.types import Type

# How `format` and `format4` stand for `format6` (OCaml 4.03.0 stdlib/pervasives.mli).
_FORMATS = {
    "format6": (0, 1, 2, 3, 4, 5),
    "format4": (0, 1, 2, 2, 2, 3),
    "format": (0, 1, 2, 2, 2, 2),
}


class Converter:
    """Converts type expressions of one place. variables: the named type variables in scope.
    defining: the definitions that are being expanded around this place."""

    __slots__ = ("defining", "depth", "env", "state", "tree", "variables")

    def __init__(self, state: State, tree: Reader, env: Env) -> None:
        self.state = state
        self.tree = tree
        self.env = env
        self.variables: dict[str, Type] = {}
        self.defining: tuple[TypeDef, ...] = ()
        self.depth = 0

    def type(self, node: Node) -> Type:
        """The type that a type-expression node of this tree means."""
        return self.convert(read_type(node, self.tree))

    def convert(self, expression: TypeExpr) -> Type:
        """The type an expression means; unknown where it is too deep."""
        self.state.unifier.step()
        if self.depth >= MAX_DEPTH:
            return self.state.unifier.var()
        self.depth += 1
        type_ = self._convert(expression)
        self.depth -= 1
        return type_

    def _convert(self, expression: TypeExpr) -> Type:
        form, parts = expression.form, expression.parts
        if form == CONSTRUCTOR:
            return self._constructor(expression)
        if form == ARROW:
            return Arrow(expression.name, self.convert(parts[0]), self.convert(parts[1]))
        if form == VARIABLE:
            return self.variable(expression.name)
        if form == ROW:
            return self._row(expression)
        if form == TUPLE:
            return Tup(tuple([self.convert(part) for part in parts]))
        if form == ALIAS:
            known = expression.name in self.variables
            alias = self.variable(expression.name)
            meant = self.convert(parts[0])
            fresh = prune(alias)
            if not known and isinstance(fresh, Var):
                fresh.link = meant
            return meant
        wanted = self._packed(expression.node) if expression.node.kind == "package_type" else None
        unifier = self.state.unifier
        return unifier.var() if wanted is None else Packed(unifier.level, wanted)

    def _packed(self, node: Node) -> ModuleType | None:
        """The module type of `(module S with ..)`."""
        inner = node.part("module_type_constraint") or node
        path = inner.first("module_type_path")
        names = self.tree.text(path).split(".") if path is not None else []
        if len(names) == 1:
            found = self.env.module_type(names[0])
            return found[0] if found is not None else None
        home = resolve_path(names[:-1], self.env) if names else None
        return home.module_type(names[-1]) if home is not None else None

    def variable(self, name: str) -> Type:
        """The variable of a name, the same wherever the name stands."""
        if name == "_":
            return self.state.unifier.var()
        known = self.variables.get(name)
        if known is None:
            known = self.variables[name] = self.state.unifier.var()
        return known

    def _constructor(self, expression: TypeExpr) -> Type:
        name, parts = expression.name, expression.parts
        if name in _FORMATS and not expression.path and len(parts) >= max(_FORMATS[name]) + 1:
            given = [self.convert(part) for part in parts]
            return Con("format6", tuple([given[place] for place in _FORMATS[name]]))
        definition = self._definition(expression)
        if definition is None:
            if not expression.path and name in BUILTIN:
                return Con(name, tuple([self.convert(part) for part in parts]))
            return self.state.unifier.var()
        return expand(self, definition, [self.convert(part) for part in parts])

    def _definition(self, expression: TypeExpr) -> TypeDef | None:
        name = expression.name
        if expression.path:
            module = resolve_path(expression.path, self.env)
            if module is None and self.env.module(expression.path[0]) is None:
                self.state.unknown(expression.path[0])
            return module.type_def(name) if module is not None else None
        found = self.env.type_def(name)
        if found is None or not self.defining:
            return found
        # The right side of a definition sees what stands above it, and itself.
        return _further_out(self.env, name, found) if self._hidden(expression, found) else found

    def _hidden(self, expression: TypeExpr, found: TypeDef) -> bool:
        """Whether a type that is found cannot be meant, as it stands below, or is what is being
        defined by this name."""
        defining = self.defining[-1]
        place = defining.declaration
        if place is not None and found is defining:
            head = place.get("body") or place.get("synonym")
            if head is not None and head.kind == "constructed_type":
                head = head.named_children[-1]
            return head is expression.node
        around = defining.env.opened
        if not isinstance(around, SigModule) or self.env is not defining.env:
            return False
        start = place.start if place is not None else expression.node.start
        other = around.index.type(expression.name)
        if other is not None:
            return (place is None or other.parent is not place.parent) and other.start > start
        # What an include brings is not yet there in the constraints on it.
        if place is not None or not around.index.includes:
            return False
        before = [node for node in around.index.includes if node.end <= start]
        earlier = around.included()[: len(before)]
        return all(module.type_def(expression.name) is None for module in earlier)

    def _row(self, expression: TypeExpr) -> Type:
        row = self.state.unifier.row()
        for tag, _node, payload in expression.tags:
            row.tags[tag] = self.convert(payload) if payload is not None else None
        for part in expression.parts:
            inherited = prune(self.convert(part))
            if not isinstance(inherited, Row):
                return self.state.unifier.var()
            row.tags.update(inherited.tags)
        first = expression.node.children[0].kind
        tags = frozenset(row.tags)
        if first == "[<":
            required = [self.tree.text(node) for node in expression.node.of("tag")]
            row.low, row.upper = frozenset(required), tags
        else:
            row.low = tags
            row.upper = None if first == "[>" else tags
        return row


def _further_out(env: Env, name: str, inner: TypeDef) -> TypeDef | None:
    passed = False
    for frame in frames(env):
        found = frame.names.types.get(name) if frame.names is not None else None
        if found is None and frame.opened is not None:
            found = frame.opened.type_def(name)
        if found is inner:
            passed = True
        elif found is not None and passed:
            return found
    return None


def expand(converter: Converter, definition: TypeDef, arguments: list[Type]) -> Type:
    """The type that a definition stands for, applied to arguments."""
    state = converter.state
    known = state.common.grounds.get(definition)
    if known is not None:
        return known
    declaration = definition.declaration
    private = declaration is not None and declaration.first("private") is not None
    body = definition.body
    synonym = declaration.get("synonym") if declaration is not None else None
    if synonym is not None:  # `type t = M.t = A | B` is M's, `= private A | B` too
        body, private = synonym, False
    if definition.name.startswith(ANY_TYPE):
        return state.unifier.var()
    if body is None or private or body.kind == "..":
        if declaration is not None:
            state.common.datatypes.setdefault(definition.name, definition)
            if private and body is not None and definition.name not in state.common.bounds:
                _bound(converter, definition, body)
        type_: Type = Con(definition.name, tuple(arguments))
        if not arguments and not definition.params and definition.env.permanent:
            state.common.grounds[definition] = type_
        return type_
    if definition in converter.defining:
        return state.unifier.var()
    inner = _inside(converter, definition, arguments)
    type_ = inner.type(body)
    if not definition.params and definition.env.permanent and is_ground(type_):
        state.common.grounds[definition] = type_
    return type_


def _inside(converter: Converter, definition: TypeDef, arguments: list[Type]) -> Converter:
    inner = Converter(converter.state, definition.tree, definition.env)
    inner.depth = converter.depth
    inner.defining = (*converter.defining, definition)
    inner.variables = dict(zip(definition.params, arguments, strict=False))
    return inner


def _bound(converter: Converter, definition: TypeDef, body: Node) -> None:
    """Note the tags of a private polymorphic variant, with the payloads that are known for all of
    its uses, or that it is something else."""
    bounds = converter.state.common.bounds
    if body.kind != "polymorphic_variant_type":
        return
    bounds[definition.name] = None
    row = prune(_inside(converter, definition, []).type(body))
    if isinstance(row, Row):
        bounds[definition.name] = {
            tag: payload if payload is not None and is_ground(payload) else None
            for tag, payload in row.tags.items()
        }


def api_type(state: State, value: ApiValue) -> Type:
    """The type of an interface's value at one use."""
    scheme = state.common.schemes.get(value)
    if scheme is None:
        state.unifier.level += 1
        module = value.module
        scheme = Converter(state, module.index.tree, module.env).type(value.type_node)
        state.unifier.level -= 1
        for part in inside(scheme):
            if isinstance(part, (Var, Row)):
                part.level = GENERIC
        if module.permanent:
            state.common.schemes[value] = scheme
    return state.unifier.instantiate(scheme)


def annotation(state: State, node: Node, env: Env) -> Type:
    """A type the user wrote; each of its names has to be bound."""
    names_bound(state, node, env)
    return Converter(state, READER, env).type(node)


def quantified(state: State, node: Node, env: Env) -> Type:
    """The same of a type such as `'a. 'a -> t`, to check what has it: its variables stand for
    types that may be any."""
    inner = node.named_children[-1]
    names_bound(state, inner, env)
    converter = Converter(state, READER, env)
    for variable in node.of("type_variable"):
        name = state.text(variable)
        converter.variables[name] = Con(ANY_TYPE + name.lstrip("'"), ())
    return converter.type(inner)


def names_bound(state: State, node: Node, env: Env) -> None:
    """Report the type names in a piece of the text that nothing binds, or that are given more or
    fewer types than they take."""
    for path in node.descendants():
        if path.kind != "type_constructor_path" or _is_constrained(path):
            continue
        name_node, prefix = path.first("type_constructor"), path.first("extended_module_path")
        if name_node is None:
            continue
        name = state.text(name_node)
        if prefix is not None:
            names = path_names(prefix, state.tree)
            module = state.module_named(names, path, env) if names else Unknown("")
            definition = module.type_def(name)
            if definition is None and lacks(module, "types", name):
                state.lacks(path, state.text(prefix), "type", name)
        else:
            definition = env.type_def(name)
            if definition is None and name not in BUILTIN and state.sealed_types(env):
                state.report(path, UNBOUND, f"unbound type `{name}`")
        _fully_applied(state, path, definition)


def _is_constrained(path: Node) -> bool:
    """Whether a path is what `with type` is about: a name of the module type, not of the scope."""
    above = path.parent
    return (
        above is not None
        and above.kind == "constrain_type"
        and path is above.first("type_constructor_path")
    )


# Where a path is a name that is being defined, or another kind of name.
_NO_USE = frozenset(["constrain_type", "type_binding", "hash_type", "class_type_path"])


def _fully_applied(state: State, path: Node, definition: TypeDef | None) -> None:
    """Report a type that is given more or fewer types than its definition has parameters."""
    around = path.parent
    declaration = definition.declaration if definition is not None else None
    if around is None or around.kind in _NO_USE or declaration is None:
        return
    name = declaration.first("type_constructor")
    if declaration.kind != "type_binding" or name is None:
        return
    variables = declaration.of("type_variable")
    wanted = sum(variable.start < name.start for variable in variables)
    applied = around.kind == "constructed_type" and around.named_children[-1] is path
    given = len(around.named_children) - 1 if applied else 0
    if given != wanted:
        text = f"the type `{state.text(path)}` is given {given} type arguments instead of {wanted}"
        state.report(path, ARGUMENT, text)
