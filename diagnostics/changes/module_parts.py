"""Modules that are part of another library's module now; the page's `to` is that one.

A field that was read of a record is a function there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Rewrite


KIND = "module-parts"


def named(context: Context) -> Iterator[Finding]:
    """Paths to such modules."""
    for node, _module, item in context.modules:
        path = context.text(node)
        if path.rpartition(".")[2] != item.name:
            continue  # an alias follows what it stands for
        for found in context.rules_of(item.changes, KIND):
            new = f"{found.options['to']}.{item.name}"
            replaced = rewriting(f"Replace `{path}` by `{new}`", [context.replace(node, new)])
            facts = _field(context, node, new, found.applicability) or replaced
            yield context.finding(found, node, facts, item=item.path, use=path, new=new)


def _field(context: Context, node: Node, new: str, level: str) -> Rewrite | None:
    """A call in place of `record.Module.field`; None where the path is no field's."""
    path = node.above
    read = path.above
    if path.kind != "field_path" or read.kind != "field_get_expression":
        return None
    record, name = read.children[0], context.text(path.children[-1])
    call = f"{new}.{name} {context.text(record)}"
    text = call if read.field == "body" else f"({call})"
    return rewriting(f"Call `{new}.{name}`", [context.replace(read, text)], level=level)
