"""Modules that are part of another library's module now; the page's `to` is that one.

A field that was read of a record is a function there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Replacement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

KIND = "module-parts"


def named(context: Context, record: Record) -> Iterator[Finding]:
    """Paths to such modules."""
    for node, module in record.module_uses.items():
        item = module.item
        if item is None or context.text(node) != item.path:
            continue
        for found in context.rules_of(item.changes, KIND):
            new = f"{found.options['to']}.{item.path.rpartition('.')[2]}"
            facts = _field(context, node, new)
            if facts is None:
                facts = Replacement(node.start, node.end, new, f"Replace `{item.path}` by `{new}`")
            yield context.finding(found, node, facts, item=item.path, use=item.path, new=new)


def _field(context: Context, node: Node, new: str) -> Replacement | None:
    """A call in place of `record.Module.field`; None where the path is no field's."""
    path = node.parent
    read = path.parent if path is not None and path.kind == "field_path" else None
    if path is None or read is None or read.kind != "field_get_expression":
        return None
    record, name = read.children[0], context.text(path.children[-1])
    call = f"{new}.{name} {context.text(record)}"
    text = call if read.field == "body" else f"({call})"
    return Replacement(read.start, read.end, text, f"Call `{new}.{name}`")
