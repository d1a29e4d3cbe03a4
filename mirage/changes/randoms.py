"""Random numbers, which are made of random bytes now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.facts import DroppedCall, RandomInt
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

CALL_DROPPED = "call-dropped"
RANDOM_INT = "random-int"


def find(context: Context) -> Iterator[Finding]:
    """Calls that seed a generator, and calls that ask one for a number."""
    for use, found in context.ruled(CALL_DROPPED):
        call = use.call
        dropped = DroppedCall(call, _following(call)) if call is not None else None
        yield context.used(found, use, dropped)
    for use, found in context.ruled(RANDOM_INT):
        bound = use.arguments[0] if use.arguments else None
        generate = use.sibling("generate")
        facts = RandomInt(use.call or use.node, bound, generate)
        yield context.finding(
            found, use.node, facts, item=use.item.path, use=context.text(use.node)
        )


def _following(call: Node) -> Node | None:
    """What comes after a call in a sequence."""
    outer = wrapped(call)
    parent = outer.parent
    if parent is None or parent.kind != "sequence_expression":
        return None
    members = parent.named_children
    place = members.index(outer)
    return members[place + 1] if place + 1 < len(members) else None
