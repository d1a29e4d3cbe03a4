"""Packages of config.ml that have another name with Mirage 3, or whose part is one of its own.

The page's `libraries` are `old=new` pairs of findlib's names, `gone` those without a successor. A
library is a package's name, or that with one of its `~sublibs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL
from mirageport.mirage.changes.package_lists import changed
from mirageport.ocaml.tree import NO_NODE, label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

RULE = "pkg-renamed"
_FUNCTIONS = ("package", "Mirage.package")


def find(context: Context) -> Iterator[Finding]:
    """Calls of `package` in config.ml that name what Mirage 3 goes without."""
    if not context.is_config:
        return
    options = context.rule(RULE).options
    new = dict(pair.split("=") for pair in options["libraries"].split())
    known = new.keys() | set(options["gone"].split())
    for call in context.tree.root.descendants():
        package = _package(context, call)
        if package is None:
            continue
        for library in [package[0], *(f"{package[0]}.{part}" for part in package[1])]:
            if library in known:
                yield _finding(context, call, library, new.get(library, ""), len(package[1]))


def _package(context: Context, call: Node) -> tuple[str, list[str]] | None:
    """(its name, its sub-libraries) of a call of `package`; None for anything else."""
    function = call.child("function") if call.kind == "application_expression" else NO_NODE
    if context.text(function) not in _FUNCTIONS:
        return None
    if context.analysis.refs.get(function) is not None:
        return None  # a function of the person's own
    name, parts = "", []
    for argument in call.all("argument"):
        if argument.kind == "string":
            name = _value(context, argument)
        elif label_of(argument) == "sublibs":
            strings = [node for node in argument.descendants() if node.kind == "string"]
            parts = [_value(context, node) for node in strings]
    return (name, parts) if name else None


def _value(context: Context, string: Node) -> str:
    return context.text(string).strip('"')


def _finding(context: Context, call: Node, old: str, new: str, parts: int) -> Finding:
    found = context.rule(RULE)
    part = "." in old
    if not new or "." in new or (part and parts > 1):
        successor = f"use the library `{new}`" if new else "it has no replacement"
        message = f"The library `{old}` was removed in {context.target}: {successor}."
        return context.finding(found, call, message=message)
    # A call that says more than the name is the person's to rewrite.
    more = any(label_of(node) not in ("", "sublibs") for node in call.all("argument"))
    whole = (part or not parts) and not more
    edit = context.replace(call, f'package "{new}"')
    level = "" if whole else MANUAL
    return context.finding(
        found,
        call,
        rewriting(f"Use the package `{new}`", [changed(context, call, edit)]) if whole else None,
        applicability=level,
        old=old,
        new=new,
    )
