"""Which files only the type check can say all of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.fields import of_retyped
from mirageport.diagnostics.changes.implementors import asks_for_more
from mirageport.diagnostics.changes.values import RETYPED

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context


def needs_types(context: Context) -> bool:
    """Whether a file uses something that keeps its name and has another type, or a module type that
    asks for more: only the type check says whether that is right."""
    analysis = context.analysis
    named = (analysis.constructor_uses, analysis.named_types)
    items = (use.item for table in named for use in table.values())
    return (
        bool(context.ruled(RETYPED))
        or any(context.rules_of(item.changes, RETYPED) for item in items)
        or any(of_retyped(context))
        or asks_for_more(context)
    )
