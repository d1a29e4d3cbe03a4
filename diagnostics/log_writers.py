"""What runs inside a log reporter: it must not log itself, or it calls itself without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.index import value_spec_name
from mirageport.ocaml.tree import NO_NODE
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

# logs 0.6.2, src/logs.mli
_FIELD = "report"
_TYPE = "Logs.reporter"
_SETTER = "Logs.set_reporter"


def in_reporter(context: Context, node: Node) -> bool:
    """Whether a node is part of what makes a reporter, or of a definition of the file that such
    code uses."""
    parts = context.project.once(f"reporters {context.name}", lambda: _parts(context))
    return any(part.start <= node.start < part.end for part in parts)


def _parts(context: Context) -> list[Node]:
    found: list[Node] = []
    described = _described(context)
    todo: list[Node] = []
    if b"Logs" in context.source.data or described:
        todo = [n for n in context.tree.root.descendants() if _makes_one(context, n, described)]
    while todo:
        part = todo.pop()
        if part in found:
            continue
        found.append(part)
        for name in part.descendants():
            definition = context.bound(name).above
            if definition.kind == "let_binding":
                todo.append(definition)
    return found


def _makes_one(context: Context, node: Node, described: frozenset[str]) -> bool:
    """Whether a node is the `report` of a reporter, a definition that gives a reporter by its type
    or by the interface of the file, or what is given to `Logs.set_reporter`."""
    if node.kind == "field_expression":
        path = node.part("field_path")
        return bool(path) and context.text(path.children[-1]) == _FIELD
    if node.kind == "let_binding":
        name = node.child("pattern")
        if name.kind != "value_name":
            return False
        return context.text(name) in described or _gives_one(context.analysis.types.get(name))
    function = node.child("function") if node.kind == "application_expression" else NO_NODE
    return context.text(function) == _SETTER


def _gives_one(type_: Type | None) -> bool:
    """Whether a value is a reporter, or a function that gives one in the end."""
    type_ = prune(type_) if type_ is not None else None
    while isinstance(type_, Arrow):
        type_ = prune(type_.result)
    return isinstance(type_, Con) and type_.name == _TYPE


def _described(context: Context) -> frozenset[str]:
    """The values of which the interface beside the file says that they give a reporter."""
    file = context.project.files.get(context.name + "i")
    if file is None or _TYPE.encode() not in file.source.data:
        return frozenset()
    values = [n for n in file.tree.root.descendants() if n.kind == "value_specification"]
    return frozenset(
        value_spec_name(value, file.tree) for value in values if _TYPE in file.tree.text(value)
    )
