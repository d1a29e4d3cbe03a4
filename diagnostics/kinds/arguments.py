"""Arguments that have another type now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Int64Arguments
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.kinds.values import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

INT64_ARGUMENTS = "arguments-int64"


def int64s(context: Context) -> Iterator[Finding]:
    """Calls that pass an `int` where Mirage 3 wants an `int64`; the page's `arguments` are the
    positions, counted from 0."""
    for use in context.analysis.uses:
        for found in rules_of(use.item.changes, INT64_ARGUMENTS):
            positions = [int(position) for position in found.options["arguments"].split()]
            arguments = use.arguments
            old = tuple(
                arguments[position]
                for position in positions
                if position < len(arguments) and not _is_int64(context, arguments[position])
            )
            name = context.text(use.node)
            if use.call is None or len(arguments) <= positions[0]:
                message = f"`{name}` takes its offset and length as `int64` in Mirage 3."
                yield context.finding(
                    found, use.node, item=use.item.path, applicability=MANUAL, message=message
                )
            elif old:
                yield context.finding(
                    found,
                    old[0],
                    Int64Arguments(old),
                    item=use.item.path,
                    end=old[-1].end,
                    use=name,
                )


def _is_int64(context: Context, node: Node) -> bool:
    return context.analysis.type_name(node) == "int64"
