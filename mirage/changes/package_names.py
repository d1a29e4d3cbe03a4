"""Packages of config.ml that have another name with Mirage 3, or whose part is one of its own.

The page's `libraries` are `old=new` pairs of findlib's names, `gone` those without a successor. A
library is a package's name, or that with one of its `~sublibs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.mirage.changes.package_lists import PackageCall, changed, package_call

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node


RULE = "pkg-renamed"


def find(context: Context) -> Iterator[Finding]:
    """Calls of `package` in config.ml that name what Mirage 3 goes without."""
    if not context.is_config:
        return
    options = context.rule(RULE).options
    new = dict(pair.split("=") for pair in options["libraries"].split())
    known = new.keys() | set(options["gone"].split())
    for call in context.tree.root.descendants():
        package = package_call(context, call)
        for part in ("", *package.parts) if package else ():
            library = f"{package.name}.{part}".rstrip(".") if package else ""
            if package and library in known:
                yield _finding(context, call, package, library, new.get(library, ""))


def _finding(context: Context, call: Node, package: PackageCall, old: str, new: str) -> Finding:
    found, part, parts = context.rule(RULE), "." in old, len(package.parts)
    if not new or "." in new or (part and parts > 1):
        successor = f"use the library `{new}`" if new else "it has no replacement"
        message = f"The library `{old}` was removed in {context.target}: {successor}."
        return context.finding(found, call, message=message)
    # A call that says more than the name is the person's to rewrite.
    whole = (part or not parts) and package.labels <= {"sublibs"}
    edit = changed(context, call, context.replace(call, f'package "{new}"'))
    facts = rewriting(f"Use the package `{new}`", [edit] if whole else [])
    return context.finding(found, call, facts, old=old, new=new)
