"""Arguments that have another type now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Int64Arguments
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.kinds.values import rules_of
from mirageport.diagnostics.syntax import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node

INT64_ARGUMENTS = "arguments-int64"


def int64s(context: Context) -> Iterator[Finding]:
    """Calls that pass an `int` where Mirage 3 wants an `int64`; the page's `arguments` are the
    positions, counted from 0."""
    for use in context.analysis.uses:
        for found in rules_of(use.item.changes, INT64_ARGUMENTS):
            positions = [int(position) for position in found.options["arguments"].split()]
            arguments = use.arguments
            given = [arguments[position] for position in positions if position < len(arguments)]
            old = tuple(_still_int(context, use, given))
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


def _still_int(context: Context, use: Use, given: list[Node]) -> list[Node]:
    """The arguments that are `int`.

    A variable of no known type is taken for one only where nothing speaks of Mirage 3: neither the
    device's type nor another argument.
    """
    rest = [node for node in given if context.analysis.type_name(node) != "int64"]
    if len(rest) == len(given) and use.naming != "new":
        return rest
    return [node for node in rest if unwrapped(node).kind != "value_path"]
