"""Where a unikernel reads a key, and whether the name of the key means something else there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.modules import Unknown
from mirageport.ocaml.places import places
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Analysis, Node, Project
    from mirageport.mirage.changes.key_terms import Key

_FUNCTIONS = ("fun_expression", "function_expression", "lazy_expression", "method_definition")


def is_taken(project: Project, file: str, key: Key) -> bool:
    """Whether the name of a key means something else in a file, where the key is read or where
    it would be declared."""
    analysis, tree = project.analysis(file), project.tree(file)
    reads = [node for at, node in key.reads if at == file]
    if any(_in_open(analysis, node, key.name) for node in reads):
        return True
    for node in places(tree, tree.root, key.name):
        if node.kind == "value_name" and node.above.kind == "value_path":
            if tree.text(node.above) == key.name and not analysis.bound(node.above):
                return True
        elif node.kind in ("value_name", "value_pattern", "label_name"):
            region = _region(node)
            if region is None or any(region.start <= r.start < region.end for r in reads):
                return True
    return False


def _in_open(analysis: Analysis, place: Node, name: str) -> bool:
    """Whether something that is opened around a place may give a name its meaning."""
    if place.around("local_open_expression"):
        return True
    return any(
        opened.node.above.start <= place.start < opened.node.above.end
        and (isinstance(opened.module, Unknown) or opened.module.value(name) is not None)
        for opened in analysis.opens
        if opened.node.above.kind != "compilation_unit"
    )


def _region(name: Node) -> Node | None:
    """Where a name that is bound in an expression has that meaning; None where it has it further,
    and `NO_NODE` for the label of an argument."""
    node = name
    while node.parent:
        outer = node.above
        if outer.kind == "labeled_argument":
            return NO_NODE
        if outer.kind == "match_case" or (outer.kind in _FUNCTIONS and node.kind == "parameter"):
            return outer
        if outer.kind == "let_binding":
            whole = outer.above.above
            local = whole.kind == "let_expression" and not outer.above.part("rec")
            return outer if node.kind == "parameter" else whole.child("body") if local else None
        node = outer
    return None


def waits(node: Node) -> bool:
    """Whether a place is evaluated when a function is called, not with its module."""
    while node.parent:
        node = node.above
        if node.kind in _FUNCTIONS or (node.kind == "let_binding" and node.of("parameter")):
            return True
    return False
