"""What runs inside a log reporter: it must not log itself, or it calls itself without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context
    from mirageport.ocaml.tree import Node

_FIELD = "report"  # of Logs.reporter (logs 0.6.2, src/logs.mli)


def in_reporter(context: Context, node: Node) -> bool:
    """Whether a node is part of a reporter, or of a definition of the file that one uses."""
    if b"Logs" not in context.source.data or _FIELD.encode() not in context.source.data:
        return False
    parts = context.project.once(f"reporters {context.name}", lambda: _parts(context))
    return any(part.start <= node.start < part.end for part in parts)


def _parts(context: Context) -> list[Node]:
    found: list[Node] = []
    todo: list[Node] = [
        field
        for field in context.tree.root.descendants()
        if field.kind == "field_expression"
        and (path := field.first("field_path")) is not None
        and context.text(path.children[-1]) == _FIELD
    ]
    while todo:
        part = todo.pop()
        if part in found:
            continue
        found.append(part)
        for name in part.descendants():
            binding = context.analysis.refs.get(name)
            definition = binding.node.parent if binding is not None else None
            if definition is not None and definition.kind == "let_binding":
                todo.append(definition)
    return found
