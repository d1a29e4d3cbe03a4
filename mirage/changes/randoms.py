"""Random numbers, which are made of random bytes now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.functor_arguments import module_of_type
from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.mirage.facts import DroppedCall, RandomInt
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

CALL_DROPPED = "call-dropped"
RANDOM_INT = "random-int"
RANDOM_ARGUMENT = "random-stdlib"

_TYPES = ["V1.RANDOM", "V1_LWT.RANDOM", "Mirage_random.C"]
# The source of random bytes that needs nothing but itself (mirage-random v1.0.0).
_STDLIB_RANDOM = "Stdlibrandom"


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


def arguments(context: Context) -> Iterator[Finding]:
    """The standard library's `Random` as an argument: it is no source of random bytes."""
    for use in context.analysis.functor_uses:
        for argument in use.arguments:
            named = context.analysis.module_refs.get(argument)
            if named is None or named.item is None or named.item.path != "Random":
                continue
            found = context.rule(RANDOM_ARGUMENT)
            new = module_of_type(context, argument, _TYPES, _STDLIB_RANDOM)
            edit = (context.name, argument.start, argument.end, new)
            way = Way(f"Replace `Random` by `{new}`", found.applicability, (edit,))
            yield context.finding(
                found,
                argument,
                Rewrite((way,)),
                item=use.item.path,
                new=new,
                use=context.text(use.head),
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
