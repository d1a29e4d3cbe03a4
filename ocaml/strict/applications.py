"""Applications: labels, optional parameters, too many arguments, operators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.modules import Binding
from mirageport.ocaml.strict import expressions
from mirageport.ocaml.strict.state import ARGUMENT, UNBOUND
from mirageport.ocaml.tree import bare
from mirageport.ocaml.types import Arrow, Con, Var, prune

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.strict.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_FUNCTIONS = ("fun_expression", "function_expression")


class Given:
    """An argument: label ("" for none), whether it is passed as an option (`?x`), and its node
    (None: the variable of the label, `~x`)."""

    __slots__ = ("label", "node", "option", "place")

    def __init__(self, label: str, option: bool, node: Node | None, place: Node) -> None:
        self.label = label
        self.option = option
        self.node = node
        self.place = place


def _given(state: State, node: Node) -> Given:
    if node.kind != "labeled_argument":
        return Given("", False, node, node)
    name = node.first("label_name")
    inner = node.get("expression")
    if name is None and inner is not None and inner.kind == "typed_expression":
        name = inner.get("expression")  # `~(x : t)`
    label = state.text(name) if name is not None else ""
    return Given(label, node.children[0].kind == "?", inner, node)


def apply(
    state: State,
    node: Node,
    head: Node,
    function: Type,
    arguments: list[Node],
    env: Env,
    want: Type,
) -> None:
    """A function applied to arguments, where a type is expected."""
    pending = [_given(state, argument) for argument in arguments]
    pairs: list[tuple[Given, Type, bool]] = []
    kept: list[Arrow] = []
    current = prune(function)
    in_order = _in_order(current, pending)
    while isinstance(current, Arrow) and pending:
        label = current.label.lstrip("?")
        optional = current.label.startswith("?")
        index = next((i for i, each in enumerate(pending) if each.label == label), None)
        if in_order and not optional:
            index = 0
        if index is not None:
            pairs.append((pending.pop(index), current.argument, optional))
        elif not (optional and any(not each.label for each in pending)):
            kept.append(current)
        current = prune(current.result)
    if pending:
        current = _left_over(state, node, head, current, pending, kept, pairs)
    for arrow in reversed(kept):
        current = Arrow(arrow.label, arrow.argument, current)
    state.results[node] = current
    if isinstance(prune(want), Arrow):
        current = _without_options(current, want)
    later = []
    for pair in pairs:
        if _is_function(pair[0].node):
            later.append(pair)
        else:
            _argument(state, env, *pair)
    for pair in later:
        _argument(state, env, *pair)
    state.meet(node, want, current)


def _is_function(node: Node | None) -> bool:
    return node is not None and bare(node).kind in _FUNCTIONS


def _in_order(function: Type, given: list[Given]) -> bool:
    """Whether it is a total application without labels, which takes all arguments in order."""
    if any(each.label for each in given):
        return False
    labels = []
    while isinstance(function, Arrow):
        if not function.label.startswith("?"):
            labels.append(function.label)
        function = prune(function.result)
    return not isinstance(function, Var) and len(labels) == len(given) and any(labels)


def _left_over(
    state: State,
    node: Node,
    head: Node,
    result: Type,
    pending: list[Given],
    kept: list[Arrow],
    pairs: list[tuple[Given, Type, bool]],
) -> Type:
    """There are more arguments than the function is known to take."""
    for each in pending:
        pairs.append((each, state.unifier.var(), each.option))
    if isinstance(result, Var):
        if any(each.label for each in pending) or kept:
            return state.unifier.var()  # the order of its parameters is unknown
        whole: Type = state.unifier.var()
        made = whole
        for _each, type_, _option in reversed(pairs[-len(pending) :]):
            made = Arrow("", type_, made)
        state.meet(head, result, made)
        return whole
    if isinstance(result, Con) and not state.unifier.known(result.name):
        return state.unifier.var()
    name = " ".join(state.text(head).split())
    labelled = [each for each in pending if each.label]
    if labelled:
        first = labelled[0]
        state.report(first.place, ARGUMENT, f"`{name}` takes no argument `~{first.label}`")
    elif kept:
        labels = ", ".join([f"`~{arrow.label}`" for arrow in kept if arrow.label])
        state.report(
            pending[0].place, ARGUMENT, f"`{name}` takes no such argument; it needs {labels}"
        )
    else:
        state.report(
            pending[0].place, ARGUMENT, f"`{name}` takes {_count(len(pairs) - len(pending))} only"
        )
    return state.unifier.var()


def _count(number: int) -> str:
    return f"{number} argument{'' if number == 1 else 's'}" if number else "no argument"


def _argument(state: State, env: Env, given: Given, type_: Type, optional: bool) -> None:
    want = Con("option", (type_,)) if given.option and optional else type_
    if given.option and not optional:
        want = Con("option", (type_,))
    if given.node is not None:
        _passed(state, given.node, env, want)
    else:
        name = given.place.first("label_name")
        if name is not None:
            found = expressions.named(state, name, given.label, env)
            state.meet(given.place, want, _without_options(found, want))


def _passed(state: State, node: Node, env: Env, want: Type) -> None:
    """An argument; of a function that is passed, optional parameters may be left out."""
    if node.kind == "value_path" and isinstance(prune(want), Arrow):
        found = expressions.path_type(state, node, env)
        state.meet(node, want, _without_options(found, want))
        return
    expressions.expression(state, node, env, want)


def _without_options(found: Type, want: Type) -> Type:
    """The type without the optional parameters that the expected type does not have."""
    found, want = prune(found), prune(want)
    while (
        isinstance(found, Arrow)
        and found.label.startswith("?")
        and isinstance(want, Arrow)
        and want.label != found.label
    ):
        found = prune(found.result)
    return found


def operation(state: State, node: Node, env: Env, want: Type) -> None:
    """An operator with its operands, such as `a + b` or `!r`."""
    operator = node.get("operator")
    operands = [each for field in ("left", "right", "expression") for each in node.all(field)]
    if operator is None:
        return
    name = state.text(operator)
    found = state.value(name, env)
    if found is None:
        if state.sealed(env):
            state.report(operator, UNBOUND, f"unbound operator `{name}`")
        for each in operands:
            expressions.expression(state, each, env, state.unifier.var())
        return
    if name in ("@@", "|>") and not isinstance(found, Binding):
        head, argument = operands if name == "@@" else reversed(operands)
        given = state.unifier.var()
        expressions.expression(state, head, env, given)
        apply(state, node, head, given, [argument], env, want)
        return
    apply(state, node, operator, expressions.value_type(state, found), operands, env, want)
