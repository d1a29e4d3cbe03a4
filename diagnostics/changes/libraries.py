"""Modules that a library has at the target, with the same names: the library is to be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.values import has_what_is_named

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding


KIND = "library"


def find(context: Context) -> Iterator[Finding]:
    """The first use in a file of the modules that are in the page's `library` now."""
    said = set()
    uses = sorted(context.analysis.module_uses.items(), key=lambda each: each[0].start)
    for node, module in uses:
        item = module.item
        for found in context.rules_of(item.changes, KIND) if item is not None else ():
            if found.name not in said and has_what_is_named(node, module):
                said.add(found.name)
                library = found.options["library"]
                yield context.finding(found, node, use=context.text(node), library=library)
