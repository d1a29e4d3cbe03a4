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
    from mirageport.ocaml.tree import Node

KIND = "module-parts"


def named(context: Context) -> Iterator[Finding]:
    """Paths to such modules."""
    for node, module in context.analysis.module_uses.items():
        item, path = module.item, context.text(node)
        if item is None or path.rpartition(".")[2] != item.name:
            continue  # an alias follows what it stands for
        for found in context.rules_of(item.changes, KIND):
            new = f"{found.options['to']}.{item.name}"
            facts = _field(context, node, new)
            if facts is None:
                facts = Replacement(node.start, node.end, new, f"Replace `{path}` by `{new}`")
            yield context.finding(found, node, facts, item=item.path, use=path, new=new)


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
