"""Members of package lists that Mirage 3 needs no more, or has no use for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

BROUGHT = "pkg-default-packages"
SYNTAX = "pkg-lwt-syntax"

_LIBRARIES = ("libraries", "sublibs", "ocamlfind")


def brought(context: Context) -> Iterator[Finding]:
    """`package ".."` of what every unikernel gets anyhow; the page's `packages` names it."""
    if not context.is_config or b"package" not in context.source.data:
        return
    names = context.rule(BROUGHT).options["packages"].split()
    for node in context.tree.root.descendants():
        if node.kind != "list_expression" or not node.above:
            continue
        for call in node.named_children:
            name = _package(context, call)
            if name in names:
                yield context.finding(
                    context.rule(BROUGHT),
                    call,
                    rewriting(
                        f"Drop `{name}`",
                        [_out(context, call)],
                        level=context.rule(BROUGHT).applicability,
                    ),
                    package=name,
                )


def _package(context: Context, call: Node) -> str:
    """The package that `package ".."` names, with nothing else said of it."""
    function, arguments = call.child("function"), call.all("argument")
    if not function or function in context.analysis.refs or len(arguments) != 1:
        return ""
    if context.last_name(function) != "package" or arguments[0].kind != "string":
        return ""
    return context.text(arguments[0]).strip('"')


def _out(context: Context, member: Node) -> tuple[str, int, int, str]:
    """The edit that takes a member out of its list, with one semicolon."""
    assert member.parent
    members = member.above.named_children
    place = members.index(member)
    if place + 1 < len(members):
        return context.name, member.start, members[place + 1].start, ""
    start = members[place - 1].end if place else member.start
    return context.name, start, member.end, ""


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
    members = node.above
    if members.kind != "list_expression":
        return False
    outer = members.above
    if not outer:
        return False
    if outer.kind == "labeled_argument":
        return _labelled(context, outer)
    if outer.kind == "application_expression":
        function = outer.child("function")
        return bool(function) and context.text(function).endswith("ocamlfind_libraries")
    name = outer.child("pattern") if outer.kind == "let_binding" else NO_NODE
    if not name:
        return False
    readers = [reference.parent for reference in context.references(name)]
    puns = [reader for reader in readers if reader is not None]
    return context.text(name) in _LIBRARIES or any(_labelled(context, pun) for pun in puns)


def _labelled(context: Context, argument: Node) -> bool:
    name = argument.part("label_name") if argument.kind == "labeled_argument" else NO_NODE
    return context.text(name) in _LIBRARIES
