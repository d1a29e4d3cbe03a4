"""Inference of objects and classes.

The type of an object is a row whose tags are its methods, `#name`: objects meet, are copied and
are generalised as polymorphic variants are. No tag of the text is in such a row: nothing has to
be decided about it; what a method gives that nobody defines is unknown (`types.components`). A
class is a value of the name `new name`, which makes objects of its parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.infer import applications, expressions, patterns, structures
from mirageport.ocaml.types import METHOD, OWN, UNKNOWN, Arrow, Origin, Row

if TYPE_CHECKING:
    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


def invocation(state: State, node: Node, env: Env) -> Type:
    """`o#m`."""
    receiver, name = node.get("object"), node.get("method")
    result = state.unifier.var()
    if receiver is not None and name is not None:
        row = _having(state, name, result, UNKNOWN, state.tree.text(node))
        state.unifier.unify(expressions.expression(state, receiver, env), row)
    return result


def _having(state: State, name: Node, type_: Type, kind: str, text: str) -> Row:
    """The type of all objects that have a method of a type. kind, text: who says that."""
    row = state.unifier.row()
    method = METHOD + state.tree.text(name)
    row.tags[method] = type_
    row.origins[Origin(kind, text, None, method)] = None
    return row


def instance(state: State, node: Node, env: Env) -> Type:
    """`object .. end`."""
    self = state.unifier.row()
    state.local += 1
    own = Env(env)
    for child in node.named_children:
        name = child.first("instance_variable_name")
        inherited = child.get("class")
        if child.kind == "instance_variable_definition" and name is not None:
            type_ = structures.right_side(state, child, env)
            state.bind(name, state.tree.text(name), type_, own)
        elif inherited is not None:
            state.unifier.unify(self, made_by(state, inherited, env))
    for bound in (node.get("self"), *(child.get("alias") for child in node.named_children)):
        if bound is not None:
            state.unifier.unify(patterns.pattern(state, bound, own), self)
    for child in node.named_children:
        name = child.first("method_name")
        initializer = child.get("initializer")
        if child.kind == "method_definition" and name is not None:
            type_ = structures.right_side(state, child, own)
            state.unifier.unify(self, _having(state, name, type_, OWN, state.tree.text(name)))
        elif initializer is not None:
            expressions.expression(state, initializer, own)
    state.local -= 1
    return self


def made_by(state: State, node: Node, env: Env) -> Type:
    """What a class expression makes."""
    kind = node.kind
    if kind == "object_expression":
        return expressions.expression(state, node, env)
    if kind == "let_class_expression":
        for child in node.of("value_definition"):
            env = structures.definition(state, child, env)
    elif kind == "class_application" and (applied := node.get("class")) is not None:
        return applications.applied(state, node, constructor(state, applied, env), env)
    elif kind == "class_path":
        return constructor(state, node, env)
    body = node.get("body")
    return made_by(state, body, env) if body is not None else expressions.parts(state, node, env)


def constructor(state: State, node: Node, env: Env) -> Type:
    """`new c`, or the class c itself."""
    path = node if node.kind == "class_path" else node.first("class_path")
    name = path.first("class_name") if path is not None else None
    if path is None or name is None:
        return state.unifier.var()
    key, prefix = f"new {state.tree.text(name)}", path.first("module_path")
    if prefix is None:
        return expressions.value_type(state, node, env.value(key), "")
    module = state.module_path(prefix, env)
    found = module.value(key) if module is not None else None
    return expressions.value_type(state, node, found, state.tree.text(prefix))


def definition(state: State, node: Node, env: Env) -> Env:
    """`class c .. = ..`: the classes see each other."""
    state.unifier.level += 1
    frame = Env(env)
    for binding in node.of("class_binding"):
        if (name := binding.first("class_name")) is not None:
            state.bind(name, f"new {state.tree.text(name)}", state.unifier.var(), frame)
    inner = Env(frame)
    for binding, bound in zip(node.of("class_binding"), frame.values.values(), strict=False):
        own = Env(inner)
        parameters = [patterns.parameter(state, child, own) for child in binding.of("parameter")]
        body = binding.get("body")
        type_ = made_by(state, body, own) if body is not None else state.unifier.var()
        for label, parameter in reversed(parameters):
            type_ = Arrow(label, parameter, type_)
        state.unifier.unify(bound.type, type_)
    state.unifier.level -= 1
    structures.close(state, frame, value=True)
    return frame
