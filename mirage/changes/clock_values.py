"""Clocks that `start` took as unit: in Mirage 3 a clock is a value like every other device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.facts import rewriting
from mirageport.mirage import row as rows
from mirageport.mirage.config import start_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, FunctorDef, Node, Record, TypeUse


RULE = "clock-connect"
_CLOCKS = frozenset(["CLOCK", "MCLOCK", "PCLOCK"])
_NAME = "_clock"


def find(context: Context) -> Iterator[Finding]:
    """`()` among the parameters of `start` where a clock arrives, and `unit` in its type. Not where
    the target's clocks are unit again (mirage-clock 2.0, Mirage 3.5)."""
    if release(context.pack.release) > (3, 4):
        return
    for functor, clocks in context.gathered(_timed):
        start = start_of(context.analysis, functor)
        patterns = [each.get("pattern") for each in start.of("parameter")] if start else []
        names = {context.text(pattern) for pattern in patterns if pattern is not None}
        for at in clocks:
            pattern = patterns[at] if at < len(patterns) else None
            if pattern is not None and pattern.kind == "unit":
                new = "_" if _NAME in names else _NAME  # no pattern binds a name twice
                names.add(new)
                parameter = functor.parameters[at]
                yield _finding(context, pattern, parameter.node, parameter.name, new)
    for node in context.gathered(_parameters):
        yield from _declared(context, node)


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


def _parameters(records: list[Record]) -> list[Node]:
    """The functor parameters that are clocks, those of functors' types included."""
    named = [use.node for record in records for use in record.type_uses if _is_clock(use)]
    return [node for use in named if (node := use.around("module_parameter"))]


def _is_clock(use: TypeUse) -> bool:
    return use.module_type.item is not None and use.module_type.item.name in _CLOCKS


def _declared(context: Context, parameter: Node) -> Iterator[Finding]:
    """`val start : unit -> ..` in a signature, where that unit is a clock's."""
    row = rows.around(context.tree, context.name, parameter)
    start = rows.start_type(context.tree, row) if row else None
    name = rows.parameter_name(context.tree, parameter)
    if not row or start is None or not name or parameter not in row.parameters:
        return
    at = row.parameters.index(parameter)
    type_ = start[1][at] if at < len(start[1]) else None
    if type_ is not None and context.text(type_) == "unit":
        yield _finding(context, type_, parameter, name, f"{name}.t")


def _finding(context: Context, node: Node, clock: Node, name: str, new: str) -> Finding:
    edit = context.replace(node, new)
    found = context.rule(RULE)
    related = (context.related(clock, "the clock"),)
    return context.finding(
        found, node, rewriting("Take the clock as a value", [edit]), clock=name, related=related
    )
