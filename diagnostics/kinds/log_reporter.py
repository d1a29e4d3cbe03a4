"""The log reporter that a unikernel set up: in Mirage 3 the tool does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.spans import whole_lines
from mirageport.diagnostics.syntax import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node

KIND = "log-reporter"


def find(context: Context) -> Iterator[Finding]:
    """Reporters made of nothing, `Reporter.(create () |> run) @@ fun () -> work`: Mirage 3's are
    made of a clock."""
    for use, found in context.ruled(KIND):
        if use.arguments and unwrapped(use.arguments[-1]).kind == "unit":
            yield _finding(context, use, found)


def _finding(context: Context, use: Use, found: Rule) -> Finding:
    whole = _around(context, use.node)
    name = context.text(use.node)
    if whole is None:
        return context.finding(found, use.node, item=use.item.path, applicability=MANUAL, use=name)
    operand, body = whole
    edits = [(context.name, operand.start, body.start, "")]
    edits += _unused_module(context, use.qualifier or _opened(context, use.node), operand)
    way = Way("Leave the reporter to the tool", found.applicability, tuple(edits))
    return context.finding(found, use.node, Rewrite((way,)), item=use.item.path, use=name)


def _around(context: Context, node: Node) -> tuple[Node, Node] | None:
    """(`M.(create () |> run) @@ fun () -> work`, `work`) around a `create`."""
    infix = node.up("infix_expression")
    while infix is not None:
        operator, left, right = infix.get("operator"), infix.get("left"), infix.get("right")
        if operator is not None and context.text(operator) == "@@" and left is not None:
            function = unwrapped(right) if right is not None else None
            inside = left.start <= node.start < left.end
            if not inside or function is None or function.kind != "fun_expression":
                return None
            parameters, body = function.of("parameter"), function.get("body")
            taken = parameters[0].get("pattern") if len(parameters) == 1 else None
            unit = taken is not None and taken.kind == "unit"
            return (infix, body) if unit and body is not None and function is right else None
        infix = infix.up("infix_expression")
    return None


def _opened(context: Context, node: Node) -> str:
    """The module of the `M.(..)` around a node."""
    opening = node.up("local_open_expression")
    path = opening.first("module_path") if opening is not None else None
    return context.text(path) if path is not None else ""


def _unused_module(
    context: Context, module: str, removed: Node
) -> Iterator[tuple[str, int, int, str]]:
    """The definition of a reporter's module that nothing else names."""
    names = [
        node
        for node in context.analysis.module_refs
        if context.text(node).partition(".")[0] == module
    ]
    if any(not removed.start <= node.start < removed.end for node in names):
        return
    for binding in context.analysis.modules:
        name = binding.first("module_name")
        definition = binding.parent
        if name is not None and context.text(name) == module and definition is not None:
            start, end = whole_lines(context.source, definition.start, definition.end)
            yield context.name, start, end, ""
