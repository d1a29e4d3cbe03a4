"""Random numbers, which are made of random bytes now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.functor_arguments import module_of_type
from mirageport.diagnostics.facts import rewriting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding


RANDOM_ARGUMENT = "random-stdlib"

_TYPES = ["V1.RANDOM", "V1_LWT.RANDOM", "Mirage_random.C"]
# The source of random bytes that needs nothing but itself (mirage-random v1.0.0).
_STDLIB_RANDOM = "Stdlibrandom"


def arguments(context: Context) -> Iterator[Finding]:
    """The standard library's `Random` as an argument: it is no source of random bytes."""
    for use in context.analysis.functor_uses:
        for argument in use.arguments:
            named = context.analysis.module_refs.get(argument)
            if named is None or named.item is None or named.item.path != "Random":
                continue
            found = context.rule(RANDOM_ARGUMENT)
            new = module_of_type(context, argument, _TYPES, _STDLIB_RANDOM)
            yield context.finding(
                found,
                argument,
                rewriting(f"Replace `Random` by `{new}`", [context.replace(argument, new)]),
                item=use.item.path,
                new=new,
                use=context.text(use.head),
            )
