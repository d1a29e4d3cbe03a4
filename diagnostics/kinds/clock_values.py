"""Clocks that `start` took as unit: in Mirage 3 a clock is a value like every other device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.rules import rule
from mirageport.mirage.config import start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.analysis import Parameter
    from mirageport.ocaml.tree import Node

RULE = "clock-connect"
_CLOCKS = frozenset(["CLOCK", "MCLOCK", "PCLOCK"])


def find(context: Context) -> Iterator[Finding]:
    """`()` among the parameters of `start` where a clock arrives."""
    for functor in context.analysis.functors:
        clocks = [at for at, each in enumerate(functor.parameters) if _is_clock(context, each)]
        start = start_of(context.analysis, functor) if clocks else None
        patterns = [each.get("pattern") for each in start.of("parameter")] if start else []
        for at in clocks:
            pattern = patterns[at] if at < len(patterns) else None
            if pattern is not None and pattern.kind == "unit":
                yield _finding(context, pattern, functor.parameters[at])


def _is_clock(context: Context, parameter: Parameter) -> bool:
    return parameter.type_node is not None and any(
        use.module_type.item is not None and use.module_type.item.name in _CLOCKS
        for use in context.types_at(parameter.type_node)
    )


def _finding(context: Context, pattern: Node, clock: Parameter) -> Finding:
    edit = (context.name, pattern.start, pattern.end, "_clock")
    found = rule(RULE)
    way = Way("Take the clock as a value", found.applicability, (edit,))
    related = (context.related(clock.node, "the clock"),)
    return context.finding(found, pattern, Rewrite((way,)), clock=clock.name, related=related)
