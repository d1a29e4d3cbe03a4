"""Inference of applications: labels, optional parameters, operators, binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.infer import expressions, patterns
from mirageport.ocaml.infer.state import Argument
from mirageport.ocaml.types import (
    BOOL,
    FLOAT,
    INT,
    Arrow,
    Con,
    Site,
    Var,
    prune,
)

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_INT_OPERATORS = frozenset(["+", "-", "*", "/", "mod", "land", "lor", "lxor", "lsl", "lsr", "asr"])
_FLOAT_OPERATORS = frozenset(["+.", "-.", "*.", "/.", "**"])
_COMPARISONS = frozenset(["=", "<>", "<", ">", "<=", ">=", "==", "!="])
_BOOL_OPERATORS = frozenset(["&&", "||", "&", "or"])

# What `>>=` and `>|=` mean where no definition is in sight: their operands are promises.
_BINDS = frozenset([">>=", ">|="])


def application(state: State, node: Node, env: Env) -> Type:
    """A function, a tag or a constructor with arguments."""
    function = node.get("function")
    argument_nodes = node.all("argument")
    if function is None:
        return expressions.parts(state, node, env)
    if function.kind in ("tag", "constructor_path"):
        payload = [expressions.expression(state, argument, env) for argument in argument_nodes]
        first = payload[0] if payload else None
        if function.kind == "tag":
            return tag_value(state, function, first)
        type_ = patterns.constructor_result(state, function, first, env) or state.unifier.var()
        state.result.types[function] = type_
        return type_
    type_ = expressions.expression(state, function, env)
    return applied(state, node, type_, env)


def applied(state: State, node: Node, function: Type, env: Env) -> Type:
    """What a function gives for the arguments that a node has."""
    return apply(state, function, [_argument(state, given, env) for given in node.all("argument")])


def tag_value(state: State, tag_node: Node, payload: Type | None) -> Type:
    """The row of a tag in an expression."""
    row = state.unifier.row()
    tag = state.tree.text(tag_node)
    row.tags[tag] = payload
    row.sites.append(Site(tag_node, tag, "expression"))
    return row


def _argument(state: State, node: Node, env: Env) -> Argument:
    if node.kind != "labeled_argument":
        return Argument("", expressions.expression(state, node, env))
    name_node = node.first("label_name")
    label = state.tree.text(name_node) if name_node else ""
    inner = node.get("expression")
    if inner is not None:
        type_ = expressions.expression(state, inner, env)
    elif name_node is not None:
        # A pun `~x` reads the variable x; the label's node stands for its path.
        type_ = expressions.value_type(state, name_node, env.value(label), "")
        state.result.types[name_node] = type_
    else:
        type_ = state.unifier.var()
    if node.children[0].kind == "?":
        given = state.unifier.var()
        state.unifier.unify(type_, Con("option", (given,)))
        type_ = given
    return Argument(label, type_)


def apply(state: State, function: Type, arguments: list[Argument]) -> Type:
    """The result of applying a function to arguments; labels are matched by name.

    An optional parameter disappears when an unlabelled argument is given; a total application
    without labels takes the arguments in order.
    """
    pending = list(arguments)
    kept: list[Arrow] = []
    positional = any(not argument.label for argument in pending)
    function = prune(function)
    while pending and isinstance(function, Arrow):
        _consume(state, function, pending, kept, positional)
        function = prune(function.result)
    pending = [argument for argument in pending if not _given_late(state, argument, kept)]
    if pending:
        function = _apply_unknown(state, function, pending)
    for arrow in reversed(kept):
        function = Arrow(arrow.label, arrow.argument, function)
    return function


def _consume(
    state: State, arrow: Arrow, pending: list[Argument], kept: list[Arrow], positional: bool
) -> None:
    """Give one parameter its argument, or keep it for later."""
    label = arrow.label.lstrip("?")
    for index, argument in enumerate(pending):
        if argument.label == label:
            state.unifier.unify(arrow.argument, argument.type)
            del pending[index]
            return
    if arrow.label.startswith("?") and positional:
        return
    # A labelled parameter that is given later or never, or an unlabelled one when only
    # labelled arguments are left.
    kept.append(arrow)


def _given_late(state: State, argument: Argument, kept: list[Arrow]) -> bool:
    """Give an argument that no parameter has the name of to one that got none: a label of
    another name is another version's, and stands for no argument without a label."""
    arrow = next((arrow for arrow in kept if arrow.label or not argument.label), None)
    if arrow is None:
        return False
    kept.remove(arrow)
    if not argument.label:
        state.unifier.unify(arrow.argument, argument.type)
    return True


def _apply_unknown(state: State, function: Type, pending: list[Argument]) -> Type:
    function = prune(function)
    if not isinstance(function, Var):
        labelled = all(argument.label for argument in pending)
        promise = state.promise.holds(function)
        # A promise is no function: what it is given is an argument of another version's.
        return function if labelled or promise else state.unifier.var()
    result = state.unifier.var(function.taint)
    type_: Type = result
    for argument in reversed(pending):
        type_ = Arrow(argument.label, argument.type, type_)
    state.unifier.unify(function, type_)
    return result


# -- operators ---------------------------------------------------------------------------


def infix(state: State, node: Node, env: Env) -> Type:
    """A binary operator: the user's or an interface's, or what it means everywhere."""
    left, operator, right = node.get("left"), node.get("operator"), node.get("right")
    if left is None or operator is None or right is None:
        return expressions.parts(state, node, env)
    name = state.tree.text(operator)
    found = env.value(name)
    if found is not None:
        function = state.result.types[operator] = expressions.value_type(state, operator, found, "")
        one = Argument("", expressions.expression(state, left, env))
        return apply(
            state, function, [one, Argument("", expressions.expression(state, right, env))]
        )
    one_type, other_type = (
        expressions.expression(state, left, env),
        expressions.expression(state, right, env),
    )
    if name == "|>":
        return apply(state, other_type, [Argument("", one_type)])
    if name == "@@":
        return apply(state, one_type, [Argument("", other_type)])
    return _plain_operator(state, operator, one_type, other_type)


def _plain_operator(state: State, operator: Node, one: Type, other: Type) -> Type:
    name = state.tree.text(operator)
    if name in _INT_OPERATORS:
        return INT
    if name in _FLOAT_OPERATORS:
        return FLOAT
    if name in _COMPARISONS:
        state.unifier.unify(one, other)
        return BOOL
    if name in _BOOL_OPERATORS:
        return BOOL
    if name in _BINDS and state.promise.type:
        return _bind_promise(state, name, one, other)
    if name == ">>" and state.promise.type:
        # That of a syntax extension: it waits for one, and gives the other.
        waited = prune(one)
        if isinstance(waited, Var) and waited.mark is not None:
            state.unifier.unify(waited, state.promise.of(state.unifier.var()))
        return other
    return apply(state, state.unknown(operator), [Argument("", one), Argument("", other)])


def _bind_promise(state: State, name: str, one: Type, other: Type) -> Type:
    value, result = state.unifier.var(), state.unifier.var()
    state.unifier.unify(one, state.promise.of(value))
    promise = state.promise.of(result)
    target: Type = promise if name == ">>=" else result
    state.unifier.unify(other, Arrow("", value, target))
    return promise


def prefix_operator(state: State, node: Node, env: Env) -> Type:
    """A prefix operator, such as `!r`."""
    operator, right = node.get("operator"), node.get("expression")
    if operator is None or right is None:
        return expressions.parts(state, node, env)
    name = state.tree.text(operator)
    argument = Argument("", expressions.expression(state, right, env))
    found = env.value(name)
    if found is None:
        return state.unifier.var(taint=name)
    return apply(state, expressions.value_type(state, operator, found, ""), [argument])
