"""Members of package lists that Mirage 3 needs no more, or has no use for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import members
from mirageport.mirage.changes.package_lists import package_call
from mirageport.ocaml.tree import NO_NODE, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node


BROUGHT = "pkg-default-packages"
SYNTAX = "pkg-lwt-syntax"

_LIBRARIES = ("libraries", "sublibs", "ocamlfind")


def brought(context: Context) -> Iterator[Finding]:
    """`package ".."` of what every unikernel gets anyhow; the page's `packages` names it."""
    if not context.is_config or b"package" not in context.source.data:
        return
    found = context.rule(BROUGHT)
    for node in context.tree.root.descendants():
        for call in node.named_children if node.kind == "list_expression" else ():
            package = package_call(context, call)
            if package and package.alone and package.name in found.options["packages"].split():
                (span,) = members(node, [call])
                facts = rewriting(f"Drop `{package.name}`", [context.remove(span)])
                yield context.finding(found, call, facts, package=package.name)


def syntaxes(context: Context) -> Iterator[Finding]:
    """Libraries that were camlp4 syntax extensions, which no build of Mirage 3 runs."""
    if not context.is_config or b"syntax" not in context.source.data:
        return
    for node in context.tree.root.descendants():
        name = context.text(node).strip('"') if node.kind == "string" else ""
        if name.rpartition(".")[2] == "syntax" and _is_library(context, node):
            yield context.finding(context.rule(SYNTAX), node, library=name)


def _is_library(context: Context, node: Node) -> bool:
    """Whether a string is a member of a list of libraries, written there or given a name."""
    outer = node.above.above
    if node.above.kind != "list_expression":
        return False
    if outer.kind == "application_expression":
        return context.text(outer.child("function")).endswith("ocamlfind_libraries")
    name = outer.child("pattern") if outer.kind == "let_binding" else NO_NODE
    named = [outer, *(reference.above for reference in context.references(name))]
    return context.text(name) in _LIBRARIES or any(label_of(each) in _LIBRARIES for each in named)
