"""The module type of Mirage 2's clock, which became two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.module_types import SPLIT, is_old, replaced
from mirageport.diagnostics.facts import Rewrite, rewriting
from mirageport.diagnostics.finding import OLD_NAMES
from mirageport.mirage import names
from mirageport.mirage.changes.clock_split import both_clocks
from mirageport.mirage.clock import BOTH, UNKNOWN, named_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Rule, TypeUse


def find(context: Context) -> Iterator[Finding]:
    """Where it is named."""
    for use in context.analysis.type_uses:
        item = use.module_type.item
        if item is not None and item.changes and is_old(context, use):
            for found in context.rules_of(item.changes, SPLIT):
                yield _clock(context, use, found)


def _clock(context: Context, use: TypeUse, found: Rule) -> Finding:
    """V1.CLOCK became two module types; what the parameter is used for decides."""
    places = (
        (functor, at)
        for functor in context.analysis.functors
        for at, parameter in enumerate(functor.parameters)
        if (of := parameter.type_node) and of.start <= use.node.start < of.end
    )
    functor, at = next(places, (None, 0))
    parameter = functor.parameters[at].name if functor is not None else ""
    choice, takers = named_at(context.project, context.name, use.node)
    if functor is not None and choice == BOTH:
        message = (
            f"`{context.text(use.node)}` became MCLOCK (elapsed time) and PCLOCK (wall clock), and "
            f"`{parameter}` is used as both: give the functor two parameters, one of each."
        )
        facts = rewriting(f"Give `{functor.name}` both clocks", both_clocks(context, functor, at))
        return context.finding(found, use.node, facts, message=message, shows=(OLD_NAMES,))
    if choice in (BOTH, UNKNOWN):
        message = _undecided(context, use, choice, takers)
        return context.finding(found, use.node, message=message)
    order = ("pclock", "mclock") if choice == "pclock" else ("mclock", "pclock")
    old, new = context.text(use.node), names.CLOCKS[order[0]]
    message = found.message.format(old=old, new=new)
    if takers:
        message += f" {_listed(takers)} takes it too: check which clock it needs."
    ways = [
        replaced(context, use.node, names.CLOCKS[clock], found.applicability) for clock in order
    ]
    return context.finding(
        found, use.node, Rewrite(tuple(ways)), item="V1.CLOCK", shows=(OLD_NAMES,), message=message
    )


def _undecided(context: Context, use: TypeUse, choice: str, takers: tuple[str, ...]) -> str:
    why = "it is unknown which of the two this code needs"
    if choice == BOTH:
        why = "this code uses both"
    elif takers:
        why = f"it is passed to {_listed(takers)}, which is unknown"
    pclock, mclock = (names.CLOCKS[clock] for clock in ("pclock", "mclock"))
    return (
        f"`{context.text(use.node)}` is split in {context.target}, and {why}: write `{pclock}` "
        f"for dates or `{mclock}` for elapsed time, and the same clock wherever this one is passed "
        "on, also in config.ml."
    )


def _listed(takers: tuple[str, ...]) -> str:
    return ", ".join(f"`{taker}`" for taker in takers)
