"""The time of a clock, in float seconds, from a clock that tells days and picoseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.kinds.connects import start_of, start_parameter, value_name
from mirageport.diagnostics.kinds.values import rules_of
from mirageport.diagnostics.syntax import wrapped
from mirageport.mirage.clock import PCLOCK, wanted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.analysis import Parameter, Use
    from mirageport.ocaml.tree import Node

CLOCK_TIME = "clock-time"


def find(context: Context) -> Iterator[Finding]:
    """Calls of a clock's `time`; where `start` has the clock at hand they are rewritten."""
    for use in context.analysis.uses:
        for found in rules_of(use.item.changes, CLOCK_TIME):
            facts = _facts(context, use, found.applicability)
            yield context.finding(
                found,
                use.node,
                facts,
                item=use.item.path,
                applicability=found.applicability if facts is not None else MANUAL,
                use=context.text(use.node),
                at=use.qualifier,
            )


def _facts(context: Context, use: Use, applicability: str) -> Rewrite | None:
    call = use.call
    parameter = start_parameter(context, use.qualifier, call) if call is not None else None
    if call is None or parameter is None or not _tells_dates(context, use.qualifier):
        return None
    if parameter.kind not in ("value_pattern", "any_pattern"):
        return None
    name = value_name(context, parameter)
    if _taken(context, call, parameter, name):
        return None
    seconds = (
        f"let days, ps = {use.qualifier}.now_d_ps {name} in "
        "float_of_int days *. 86_400. +. Int64.to_float ps *. 1e-12"
    )
    text = seconds if wrapped(call) is not call else f"({seconds})"
    edits = [(context.name, call.start, call.end, text)]
    if context.text(parameter) != name:
        edits += [
            (context.name, node.start, node.end, name)
            for node in (parameter, *context.analysis.references(parameter))
        ]
    way = Way(f"Work the seconds out of `{use.qualifier}.now_d_ps`", applicability, tuple(edits))
    return Rewrite((way,))


def _tells_dates(context: Context, module: str) -> bool:
    """Whether a functor parameter is a clock of dates, or has to become one."""
    return any(
        parameter.name == module and _is_pclock(context, parameter)
        for functor in context.analysis.functors
        for parameter in functor.parameters
    )


def _is_pclock(context: Context, parameter: Parameter) -> bool:
    text = context.text(parameter.type_node) if parameter.type_node is not None else ""
    if text.endswith("CLOCK") and not text.endswith(("PCLOCK", "MCLOCK")):
        return wanted(context.analysis, parameter.name) == PCLOCK
    return text.endswith("PCLOCK")


def _taken(context: Context, call: Node, parameter: Node, name: str) -> bool:
    """Whether something else in `start` has the clock's name."""
    functor = call.up("structure")
    start = start_of(context, functor, call) if functor is not None else None
    return start is None or any(
        node.kind in ("value_pattern", "value_name")
        and not node.children
        and node is not parameter
        and context.text(node) == name
        and (node.field == "pattern" or node.kind == "value_pattern")
        for node in start.descendants()
    )
