"""Definitions: structures, values and their generalisation, types, exceptions, modules, opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import CLASSES, derives, named_parts
from mirageport.ocaml.modules import Module, TypeDef, Unknown, type_definition
from mirageport.ocaml.strict import expressions, modules, objects, patterns
from mirageport.ocaml.strict.convert import annotation, names_bound, quantified
from mirageport.ocaml.strict.matches import Match
from mirageport.ocaml.strict.state import ANY_TYPE, Hole
from mirageport.ocaml.strict.types import AGAIN, WILD
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import Arrow, Tup

if TYPE_CHECKING:
    from mirageport.ocaml.strict.state import State, Structure
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_UNKNOWN = Unknown("")


class _Derived(Unknown):
    """What a preprocessor makes of a layout, such as `get_header_size`: each of its names has
    several words (ppx_cstruct 6.1)."""

    __slots__ = ()

    def may_bind(self, value: str) -> bool:
        return "_" in value


_LAYOUT = _Derived("")
_LAYOUTS = ("cstruct", "cenum")


def structure(state: State, node: Node, env: Env, exported: Structure) -> Env:
    """The items of a structure, in order; what they define goes into `exported` too."""
    pause = state.common.pause
    for child in node.children:
        if pause is not None:
            pause()
        if not child.named:
            continue
        if child.kind == "expression_item":
            for inner in child.named_children:
                expressions.expression(state, inner, env, state.unifier.var())
            continue
        after = definition(state, child, env)
        if after is not env:
            _export(after, env, child, exported)
            env = after
    return env


def _export(after: Env, before: Env, node: Node, exported: Structure) -> None:
    frame: Env | None = after
    new = []
    while frame is not None and frame is not before:
        new.append(frame)
        frame = frame.parent
    for each in reversed(new):
        if each.opened is None:
            exported.take(each)
        elif node.kind.startswith("include") or each.opened in (_UNKNOWN, _LAYOUT):
            hole = isinstance(each.opened, Hole)
            exported.include(_UNKNOWN if hole else each.opened)


def definition(state: State, node: Node, env: Env) -> Env:
    """A definition, at top level or behind `let .. in`; gives the environment after it."""
    rule = _DEFINITIONS.get(node.kind)
    if rule is not None:
        return rule(state, node, env)
    if node.kind in CLASSES:
        return objects.definition(state, node, env)
    if node.kind in _HARMLESS:
        return env
    name = node.first("attribute_id")
    layout = name is not None and state.text(name) in _LAYOUTS
    # Other extensions and broken text may bind anything.
    return Env(env, opened=_LAYOUT if layout else _UNKNOWN)


def _opened(state: State, node: Node, env: Env) -> Env:
    path = node.get("module") or node.get("module_type")
    module: Module = _UNKNOWN
    if path is not None and node.kind == "include_module_type":
        found = modules.module_type(state, path, env)
        module = found.instance(state.prefix) if found is not None else _UNKNOWN
    elif path is not None:
        module = modules.module_expression(state, path, env, "")
    return state.opened(module, env)


# -- values ----------------------------------------------------------------------------------


def _values(state: State, node: Node, env: Env) -> Env:
    bindings = node.of("let_binding")
    frame = Env(env)
    if node.first("attribute_id") is not None:
        for binding in bindings:
            _bind_held(state, binding, env, frame, state.promise.extends(node))
    elif node.first("rec") is not None:
        _bind_recursive(state, bindings, frame)
    else:
        for binding in bindings:
            _bind(state, binding, env, frame)
    return frame


def _bind(state: State, binding: Node, env: Env, frame: Env) -> None:
    unifier = state.unifier
    unifier.level += 1
    type_ = _declared(state, binding, env) or unifier.var()
    quiet = _polymorphic(binding)
    right_side(state, binding, env, type_)
    own, match = Env(env), Match()
    pattern = binding.get("pattern")
    if pattern is not None:
        match.columns.append([pattern])
        patterns.pattern(state, match, pattern, own, unifier.var() if quiet else type_)
    match.close()
    unifier.level -= 1
    _close(state, own, binding)
    frame.take_over(own)


def _bind_recursive(state: State, bindings: list[Node], frame: Env) -> None:
    unifier = state.unifier
    unifier.level += 1
    own, match = Env(frame), Match()
    types = []
    for binding in bindings:
        pattern = binding.get("pattern")
        type_ = _declared(state, binding, frame) or _shape(state, binding)
        types.append(type_)
        if pattern is not None:
            visible = unifier.var() if _polymorphic(binding) else type_
            patterns.pattern(state, match, pattern, own, visible)
    for binding, type_ in zip(bindings, types, strict=True):
        right_side(state, binding, own, type_)
    match.close()
    unifier.level -= 1
    for bound in own.values.values():
        unifier.generalise(bound.type)
    frame.take_over(own)


def _declared(state: State, binding: Node, env: Env) -> Type | None:
    """The type that is written behind a name without parameters."""
    type_node = binding.get("type")
    if type_node is None or binding.first("parameter") is not None or _polymorphic(binding):
        return None
    return annotation(state, type_node, env)


def _polymorphic(binding: Node) -> bool:
    type_node = binding.get("type")
    return (type_node is not None and type_node.kind == "polymorphic_type") or binding.first(
        "abstract_type"
    ) is not None


def _shape(state: State, binding: Node) -> Type:
    """The type of a recursive function as far as its parameters say it: its labels."""
    nodes = binding.of("parameter")
    body = binding.get("body")
    while body is not None and body.kind == "fun_expression" and not body.of("abstract_type"):
        nodes = [*nodes, *body.of("parameter")]
        body = body.get("body")
    type_: Type = state.unifier.var()
    for node in reversed(nodes):
        type_ = Arrow(patterns.label_of(state, node), state.unifier.var(), type_)
    return type_


def right_side(state: State, binding: Node, env: Env, want: Type) -> None:
    """What a `let_binding` binds a name to, with its parameters."""
    body, type_node = binding.get("body"), binding.get("type")
    parameters = binding.of("parameter")
    frame = Env(env)
    quiet = _polymorphic(binding)
    types = binding.of("abstract_type")
    if types:
        expressions.abstract(state, types, frame)
    if quiet:
        want = state.unifier.var()
    if type_node is not None and type_node.kind == "polymorphic_type":
        expressions.abstract(state, type_node.of("abstract_type"), frame)
        want, type_node = quantified(state, type_node, frame), None
    result, match = expressions.function(state, binding, parameters, frame, want)
    if type_node is not None and parameters:
        written = annotation(state, type_node, frame)
        state.meet(type_node, result, written)
    if body is not None:
        expressions.expression(state, body, frame, result)
    match.close()


def _close(state: State, own: Env, binding: Node) -> None:
    value = binding.first("parameter") is not None or not any(
        _computes(body) for body in binding.all("body")
    )
    for bound in own.values.values():
        state.unifier.generalise(bound.type, value)


def _computes(node: Node) -> bool:
    """Whether evaluating an expression may create something, so that its type is not generic
    (OCaml 4.13.1 typing/typecore.ml, is_nonexpansive)."""
    todo = [node]
    while todo:
        node = todo.pop()
        kind = node.kind
        if kind in _FUNCTIONS:
            continue
        if kind in _COMPUTING:
            return True
        if kind == "application_expression":
            head = node.get("function")
            if head is None or head.kind not in ("tag", "constructor_path"):
                return True
            todo += node.all("argument")
        elif kind in ("let_expression", "sequence_expression"):
            todo += [child for child in node.named_children if child.kind != "value_definition"]
        elif kind not in ("value_path", "field_get_expression"):
            todo += node.named_children
    return False


_FUNCTIONS = frozenset(["fun_expression", "function_expression"])
_COMPUTING = frozenset(
    ["infix_expression", "prefix_expression", "method_invocation", "new_expression", "extension"]
)


def _bind_held(state: State, binding: Node, env: Env, frame: Env, waits: bool) -> None:
    """`let%lwt x = e`: x is what the promise holds. What other extensions make of `e` is not
    followed."""
    value = state.unifier.var()
    want = state.promise.of(value) if waits else state.unifier.var()
    right_side(state, binding, env, want)
    pattern, match = binding.get("pattern"), Match()
    if pattern is not None:
        patterns.pattern(state, match, pattern, frame, value)
    match.close()


def operated(state: State, node: Node, env: Env, want: Type) -> tuple[Env, Type]:
    """`let* x = e and* y = f in ..` where a type is expected: the operator takes what the others
    make of `e` and `f`, and a function of x and y. Gives the scope and the type of what follows."""
    unifier, frame, match = state.unifier, Env(env), Match()
    operator, *others = node.of("let_operator", "let_and_operator")
    given = [unifier.var() for _ in others] + [unifier.var()]
    values = [unifier.var() for _ in given]
    whole: Type = given[0]
    value: Type = values[0]
    for other, one, part in zip(others, given[1:], values[1:], strict=True):
        both = unifier.var()
        _applied(state, other, env, (whole, one), both)
        whole, value = both, Tup((value, part))
    body, result = unifier.var(), unifier.var()
    _applied(state, operator, env, (whole, Arrow("", value, body)), result)
    state.meet(node.above, want, result)
    for binding, type_, held in zip(node.of("let_binding"), given, values, strict=False):
        right_side(state, binding, env, type_)
        pattern = binding.get("pattern")
        if pattern is not None:
            patterns.pattern(state, match, pattern, frame, held)
    match.close()
    return frame, body


def _applied(state: State, operator: Node, env: Env, given: tuple[Type, Type], to: Type) -> None:
    """An operator of `let` or `and`, applied to two arguments."""
    found = expressions.named(state, operator, state.text(operator), env)
    state.meet(operator, Arrow("", given[0], Arrow("", given[1], to)), found)


def _declared_value(state: State, node: Node, env: Env) -> Env:
    name, type_node = node.first("value_name", "parenthesized_operator"), node.get("type")
    frame = Env(env)
    if name is not None and type_node is not None:
        state.unifier.level += 1
        type_ = annotation(state, type_node, env)
        state.unifier.level -= 1
        state.unifier.generalise(type_)
        state.bind(name, state.name_of(name), type_, frame)
    return frame


# -- types, exceptions, modules --------------------------------------------------------------


def _types(state: State, node: Node, env: Env) -> Env:
    frame = Env(env)
    names = frame.define()
    bindings = [each for each in node.of("type_binding") if each.get("name") is not None]
    for binding in bindings:
        name = binding.get("name")
        assert name is not None
        if name.kind == "type_constructor_path":
            _extended(state, binding, frame)
            continue
        text = state.text(name)
        full = unique(state, f"{state.prefix}.{text}" if state.prefix else text)
        seen = frame if node.first("nonrec") is None else env
        found = type_definition(binding, READER, seen, full, own=True)
        names.types[text] = found
        for field, declaration in named_parts(binding, "field_declaration", "field_name"):
            type_node = declaration.get("type")
            if type_node is not None:
                names.fields[state.text(field)] = (found, type_node)
        kind, part = "constructor_declaration", "constructor_name"
        for constructor, declaration in named_parts(binding, kind, part):
            names.constructors[state.text(constructor)] = (found, declaration)
    for binding in bindings:
        for each in (binding.get("synonym"), binding.get("body")):
            if each is not None:
                names_bound(state, each, frame)
    if any(derives(binding, READER) for binding in bindings):
        return Env(frame, opened=_UNKNOWN)
    return frame


def _extended(state: State, binding: Node, frame: Env) -> None:
    """`type t += A`: its constructors give a type that is not followed."""
    definition = TypeDef([], None, f"{ANY_TYPE}extended", READER, frame, own=True)
    kind, part = "constructor_declaration", "constructor_name"
    for constructor, declaration in named_parts(binding, kind, part):
        frame.define().constructors[state.text(constructor)] = (definition, declaration)


def unique(state: State, name: str) -> str:
    """The name of a new type: no two types of the project have the same."""
    if name in state.names:
        return state.common.fresh(name, AGAIN)
    state.names.add(name)
    return name


def _exception(state: State, node: Node, env: Env) -> Env:
    declaration = node.first("constructor_declaration")
    name = declaration.first("constructor_name") if declaration is not None else None
    frame = Env(env)
    if declaration is not None and name is not None:
        for child in declaration.named_children[1:]:
            if child.kind != "constructor_path":
                names_bound(state, child, env)
        definition = TypeDef([], None, "exn", READER, env, own=True)
        frame.define().constructors[state.text(name)] = (definition, declaration)
    return frame


def _modules(state: State, node: Node, env: Env) -> Env:
    frame = Env(env)
    recursive = node.first("rec") is not None
    bindings = node.of("module_binding")
    if recursive:
        for binding in bindings:
            name = binding.first("module_name")
            if name is not None:
                text = state.text(name)
                frame.define().modules[text] = Unknown(text)
        for binding in bindings:
            name, type_node = binding.first("module_name"), binding.get("module_type")
            if name is not None and type_node is not None and not binding.of("module_parameter"):
                found = modules.module_type(state, type_node, frame)
                text = state.text(name)
                if found is not None:
                    frame.define().modules[text] = found.instance(WILD + text)
    for binding in bindings:
        name = binding.first("module_name")
        if name is not None:
            text = state.text(name)
            module = _module_binding(state, binding, text, frame if recursive else env)
            if not recursive:
                frame.define().modules[text] = module
    return frame


def _module_binding(state: State, binding: Node, name: str, env: Env) -> Module:
    outer = state.prefix
    state.prefix = f"{outer}.{name}" if outer else name
    inner = Env(env)
    parameters = [modules.parameter(state, each, inner) for each in binding.of("module_parameter")]
    body, type_node = binding.get("body"), binding.get("module_type")
    module: Module = Unknown(name)
    if body is not None:
        module = modules.module_expression(state, body, inner, name)
    if type_node is not None:
        if body is not None:
            module = modules.ascribed(state, body, module, type_node, inner, name)
        else:
            found = modules.module_type(state, type_node, inner)
            module = found.instance(state.prefix) if found is not None else Unknown(name)
    state.prefix = outer
    return modules.user_functor(state, name, parameters, module) if parameters else module


def _module_type(state: State, node: Node, env: Env) -> Env:
    name, body = node.first("module_type_name"), node.get("body")
    frame = Env(env)
    if name is None:
        return frame
    text = state.text(name)
    found = modules.module_type(state, body, env, text) if body is not None else None
    if found is None:
        return Env(env, opened=_UNKNOWN)
    frame.define().module_types[text] = found
    return frame


_HARMLESS = frozenset(["item_attribute", "floating_attribute", "comment", "line_number_directive"])
_DEFINITIONS = {
    "value_definition": _values,
    "open_module": _opened,
    "open_module_signature": _opened,
    "include_module": _opened,
    "include_module_type": _opened,
    "module_definition": _modules,
    "module_type_definition": _module_type,
    "type_definition": _types,
    "external": _declared_value,
    "value_specification": _declared_value,
    "exception_definition": _exception,
}
