"""The log reporters that a unikernel sets up by itself, which in Mirage 3 is the tool's work:
mirage-logs 0.3.0 makes them of a clock, and the main.ml of mirage 3.0.0 starts one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, Node, Use


_WRAPPERS = ("parenthesized_expression", "typed_expression")


class Reporter(NamedTuple):
    """`M.(create () |> run) @@ fun () -> work`. whole: all of it; body: `work`; definitions: those
    of the module `M`, where nothing else names it."""

    whole: Node
    body: Node
    definitions: tuple[Node, ...]


def makes_one(use: Use) -> bool:
    """Whether a call makes a reporter of nothing, as it was done in Mirage 2."""
    return bool(use.arguments) and _bare(use.arguments[-1]).kind == "unit"


def reporter(analysis: Analysis, use: Use) -> Reporter | None:
    """The reporter that a `create` makes, where all its code can be removed; None elsewhere."""
    found = _around(analysis, use.node)
    if found is None:
        return None
    whole, body = found
    module = use.qualifier or _opened(analysis, use.node)
    return Reporter(whole, body, tuple(_unused(analysis, module, whole, body)))


def unneeded(analysis: Analysis) -> Iterator[Node]:
    """The definitions that nothing needs once such reporters are removed."""
    if b"Mirage_logs" not in analysis.tree.source.data:
        return
    for use in analysis.uses:
        if use.item.name == "create" and use.item.owner == "Mirage_logs.Make" and makes_one(use):
            found = reporter(analysis, use)
            if found is not None:
                yield from found.definitions


def _bare(node: Node) -> Node:
    while node.kind in _WRAPPERS:
        inner = node.child("expression")
        if not inner:
            break
        node = inner
    return node


def _around(analysis: Analysis, node: Node) -> tuple[Node, Node] | None:
    """(`M.(create () |> run) @@ fun () -> work`, `work`) around a `create`."""
    infix = node.around("infix_expression")
    while infix:
        operator, left, right = infix.child("operator"), infix.child("left"), infix.child("right")
        if analysis.tree.text(operator) == "@@" and left:
            inside = left.start <= node.start < left.end
            if not inside or right.kind != "fun_expression":
                return None
            parameters, body = right.of("parameter"), right.child("body")
            taken = parameters[0].child("pattern") if len(parameters) == 1 else NO_NODE
            unit = taken.kind == "unit"
            return (infix, body) if unit and body else None
        infix = infix.around("infix_expression")
    return None


def _opened(analysis: Analysis, node: Node) -> str:
    """The module of the `M.(..)` around a node."""
    return analysis.tree.text(node.around("local_open_expression").part("module_path"))


def _unused(analysis: Analysis, module: str, whole: Node, body: Node) -> Iterator[Node]:
    """The definitions of a module that only the reporter's own code names."""
    for node in analysis.module_refs:
        if analysis.tree.text(node).partition(".")[0] == module:
            if not whole.start <= node.start < body.start:
                return
    for binding in analysis.modules:
        name = binding.part("module_name")
        definition = binding.above
        if name and analysis.tree.text(name) == module and definition:
            yield definition
