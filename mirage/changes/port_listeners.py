"""Listeners that were given to each `input` of UDP and TCP, and are kept by `listen` now.

The function from ports to handlers becomes a call of `listen` for each port that it names. Facts:
mirage-tcpip v6.4.0 src/core/udp.ml and tcp.ml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.spans import with_gap
from mirageport.ocaml.tree import NO_NODE, bare, label_of, value_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.facts import Rewrite
    from mirageport.diagnostics.kinds import Context, Finding, Node, Use

KIND = "port-listeners"

_LABEL = "listeners"
_PORTS = ("number", "value_path")


class _Computed(Exception):
    """A function whose ports are not written in it."""


def find(context: Context) -> Iterator[Finding]:
    """Calls of `input` with `~listeners`."""
    for use, found in context.ruled(KIND):
        given = next((each for each in use.arguments if label_of(each) == _LABEL), NO_NODE)
        if given:
            facts = _listens(context, use, given)
            level = REVIEW if facts else ""
            yield context.used(found, use, facts, applicability=level)


def _listens(context: Context, use: Use, given: Node) -> Rewrite | None:
    """`listen` for each port, and then `input`; None where a port is computed."""
    call, device = use.call, [each for each in use.arguments if not label_of(each)]
    if call is None or not device or device[0].kind != "value_path":
        return None
    try:
        ports = list(_ports(context, bare(value_of(given))))
    except _Computed:
        return None
    listen = f"{use.sibling('listen')} {context.text(device[0])}"
    calls = [f"{listen} ~port:{context.text(port)} {context.text(to)}; " for port, to in ports]
    edits = [context.remove(with_gap(given))]
    if calls:
        alone = wrapped(call) is not call
        edits.insert(0, context.insert(call.start, ("" if alone else "(") + "".join(calls)))
        edits += [] if alone else [context.insert(call.end, ")")]
    return rewriting(f"Call `{use.sibling('listen')}` for each port", edits)


def _ports(context: Context, function: Node) -> Iterator[tuple[Node, Node]]:
    """Each port that a function names, and the handler that it gives for it. Raises `_Computed`."""
    if function.kind == "function_expression":
        yield from _cases(context, function, NO_NODE)
        return
    parameters, body = function.of("parameter"), bare(function.child("body"))
    if function.kind != "fun_expression" or len(parameters) != 1:
        raise _Computed
    name = parameters[0].child("pattern")
    while body.kind == "if_expression":
        condition = body.child("condition")
        left, right = condition.child("left"), condition.child("right")
        if context.text(condition.child("operator")) != "=" or context.bound(left) is not name:
            raise _Computed
        yield from _given(context, right, body.part("then_clause").child("expression"), name)
        body = bare(body.part("else_clause").child("expression"))
    if body.kind == "match_expression" and context.bound(body.child("expression")) is name:
        yield from _cases(context, body, name)
    elif context.text(body) != "None":
        raise _Computed


def _cases(context: Context, match: Node, name: Node) -> Iterator[tuple[Node, Node]]:
    for case in match.of("match_case"):
        pattern, body = case.child("pattern"), case.child("body")
        others = pattern.kind == "any_pattern" and context.text(body) == "None"
        if case.part("guard") or (pattern.kind != "number" and not others):
            raise _Computed
        if not others:
            yield from _given(context, pattern, body, name)


def _given(context: Context, port: Node, result: Node, name: Node) -> Iterator[tuple[Node, Node]]:
    """The port and the handler of `Some handler`; nothing for `None`."""
    result = bare(result)
    handlers = result.all("argument")
    if context.text(result) == "None":
        return
    if context.text(result.child("function")) != "Some" or port.kind not in _PORTS:
        raise _Computed
    used = name and any(
        handlers[0].start <= r.start < handlers[0].end for r in context.references(name)
    )
    if used or bare(handlers[0]).kind == "record_expression":
        raise _Computed
    yield port, handlers[0]
