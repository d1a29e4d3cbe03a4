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
    from mirageport.ocaml.analysis import FunctorDef, Parameter, TypeUse
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

RULE = "clock-connect"
_CLOCKS = frozenset(["CLOCK", "MCLOCK", "PCLOCK"])


def find(context: Context) -> Iterator[Finding]:
    """`()` among the parameters of `start` where a clock arrives."""
    for functor, clocks in context.gathered(_timed):
        start = start_of(context.analysis, functor)
        patterns = [each.get("pattern") for each in start.of("parameter")] if start else []
        for at in clocks:
            pattern = patterns[at] if at < len(patterns) else None
            if pattern is not None and pattern.kind == "unit":
                yield _finding(context, pattern, functor.parameters[at])


def _timed(records: list[Record]) -> list[tuple[FunctorDef, list[int]]]:
    """The functors that take clocks, and which of their parameters those are."""
    found = []
    for record in records:
        clocks = {use.node.start for use in record.type_uses if _is_clock(use)}
        for functor in record.functors if clocks else ():
            nodes = [parameter.type_node for parameter in functor.parameters]
            taken = [at for at, node in enumerate(nodes) if node and node.start in clocks]
            if taken:
                found.append((functor, taken))
    return found


def _is_clock(use: TypeUse) -> bool:
    return use.module_type.item is not None and use.module_type.item.name in _CLOCKS


def _finding(context: Context, pattern: Node, clock: Parameter) -> Finding:
    edit = (context.name, pattern.start, pattern.end, "_clock")
    found = rule(RULE)
    way = Way("Take the clock as a value", found.applicability, (edit,))
    related = (context.related(clock.node, "the clock"),)
    return context.finding(found, pattern, Rewrite((way,)), clock=clock.name, related=related)
