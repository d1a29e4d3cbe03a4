"""Objects and classes: what their methods compute is checked, and what a call of a method gives is
not followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.modules import TypeDef
from mirageport.ocaml.strict import expressions, patterns, structures
from mirageport.ocaml.strict.matches import Match
from mirageport.ocaml.strict.state import ANY_TYPE, Hole
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import GENERIC, Var

if TYPE_CHECKING:
    from mirageport.ocaml.strict.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_CLASSES = ("class_application", "class_function", "let_class_expression", "object_expression")
_BINDING = ("value_pattern", "instance_variable_name")


def instance(state: State, node: Node, env: Env, want: Type) -> None:
    """`object .. end`. One that inherits may have any names in scope."""
    parts = node.named_children
    inherits = [part for part in parts if part.kind == "inheritance_definition"]
    frame = Env(env, opened=Hole(env) if inherits else None)
    for part in inherits:
        _body(state, part.first(*_CLASSES), env)
    for part in parts:
        if part.kind == "instance_variable_definition" or part.field == "self":
            for name in (part, *part.descendants()):
                if name.kind in _BINDING:
                    state.bind(name, state.text(name), Var(GENERIC), frame)
    for part in parts:
        initializer = part.get("initializer")
        if part.kind == "method_definition":
            structures.right_side(state, part, frame, state.unifier.var())
        elif part.kind == "instance_variable_definition":
            structures.right_side(state, part, env, state.unifier.var())
        elif initializer is not None:
            expressions.expression(state, initializer, frame, state.unifier.var())


def definition(state: State, node: Node, env: Env) -> Env:
    """`class c .. = ..` and `class type c = ..`: of the types that they define all is possible."""
    frame = Env(env)
    names = frame.define()
    bindings = node.of("class_binding", "class_type_binding")
    for binding in bindings:
        name = binding.first("class_name", "class_type_name")
        if name is not None:
            text = state.text(name)
            names.types[text] = TypeDef([], None, ANY_TYPE + text, READER, frame)
    for binding in bindings:
        own, match = Env(frame), Match()
        for each in binding.of("parameter"):
            patterns.parameter(state, match, each, own, state.unifier.var())
        match.close()
        _body(state, binding.get("body"), own)
    return frame


def _body(state: State, node: Node | None, env: Env) -> None:
    """What a class is, or an object inherits: the arguments of another class are looked at."""
    while node is not None and node.kind in ("let_class_expression", "class_function"):
        own, match = Env(env), Match()
        for each in node.of("parameter"):
            patterns.parameter(state, match, each, own, state.unifier.var())
        match.close()
        env = own
        for child in node.of("value_definition"):
            env = structures.definition(state, child, env)
        node = node.get("body")
    if node is not None and node.kind == "object_expression":
        instance(state, node, env, state.unifier.var())
    elif node is not None and node.kind == "class_application":
        expressions.members(state, node, env)


def copied(state: State, node: Node, env: Env, want: Type) -> None:
    """`{< v = e >}`."""
    for part in node.named_children:
        expressions.members(state, part, env)
