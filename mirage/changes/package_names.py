"""Packages of config.ml that have another name at the target, or whose part is one of its own.

The rule's page has three lists of libraries, by their findlib names. `libraries`: renamed ones, as
`old=new`, or `old=one+two` where a library was split. `gone`: removed without a successor.
`dropped`: those that config.ml need not name any more. The findlib name of a package is its own
name, or `package.part` for one of its `~sublibs`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import gap, members, with_gap
from mirageport.mirage.changes.package_lists import PackageCall, changed, one_a_line, package_call
from mirageport.mirage.packages import Entry
from mirageport.ocaml.tree import Arguments, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Rule


RULES = ("pkg-renamed", "pkg-renamed-4")
BOUNDS = "pkg-bounds"
LIBRARY = "pkg-library-name"


def find(context: Context) -> Iterator[Finding]:
    """Calls of `package` in config.ml that name what the target goes without."""
    if not context.is_config:
        return
    rules = [rule for rule in map(context.rule, RULES) if context.rules.holds(rule)]
    tables = [(rule, _table(rule)) for rule in rules]
    for call in context.tree.root.descendants():
        package = package_call(context, call)
        yield from _bound(context, call, package) if package and "max" in package.labels else ()
        split = _split(context, tables, call, package) if package else None
        if split is not None:
            yield split
            continue
        known = False
        for part in ("", *package.parts) if package else ():
            library = f"{package.name}.{part}".rstrip(".") if package else ""
            rule, table = next((each for each in tables if library in each[1]), (None, {}))
            if package and rule is not None:
                known = True
                yield _finding(context, rule, call, package, library, table[library])
        if package and "." in package.name and not known:
            yield from _library(context, call, package)


def _library(context: Context, call: Node, package: PackageCall) -> Iterator[Finding]:
    """A package that has the name of a library, where `package` takes no dot."""
    rule, (name, _, part) = context.rule(LIBRARY), package.name.partition(".")
    if not context.rules.holds(rule) or not name or not part:
        return
    edit = context.replace(call, f'package ~sublibs:["{part}"] "{name}"')
    alone = package.alone and not package.mapped
    facts = rewriting(f"Use a part of `{name}`", [edit] if alone else [])
    yield context.finding(rule, call, facts, name=package.name)


def _bound(context: Context, call: Node, package: PackageCall) -> Iterator[Finding]:
    """An upper bound below the releases that the target needs, by the page's `bounds`."""
    label = Arguments(call.all("argument")).labelled["max"]
    rule, given = context.rule(BOUNDS), context.string(value_of(label))
    needs = dict(pair.split("=") for pair in rule.options["bounds"].split()).get(package.name)
    if not needs or not context.rules.holds(rule) or not _dotted(given).replace(".", "").isdigit():
        return
    if release(_dotted(given)) <= release(_dotted(needs)):
        facts = rewriting("Drop the bound", [context.remove(with_gap(label))])
        yield context.finding(rule, label, facts, name=package.name, needs=needs)


def _dotted(text: str) -> str:
    """A release as opam writes it, such as 3.108-1, with dots alone."""
    return text.replace("-", ".")


def _split(
    context: Context, tables: list[tuple[Rule, dict[str, str]]], call: Node, package: PackageCall
) -> Finding | None:
    """A package of several parts, some of which are other packages now; None for any other."""
    known = package.labels <= {"sublibs"} and call.above.kind == "list_expression"
    for rule, table in tables if known and len(package.parts) > 1 else ():
        new = {part: table.get(f"{package.name}.{part}") for part in package.parts}
        moved = {part: name for part, name in new.items() if name is not None}
        if not moved or any(not name or name == "-" or "+" in name for name in moved.values()):
            continue
        kept = tuple(part for part in package.parts if part not in moved)
        entries = [Entry(package.name, kept)] if kept else []
        for name in moved.values():
            head, _, part = name.partition(".")
            entries.append(Entry(head, (part,) if part else ()))
        texts = [entry.text for entry in entries]
        every = [[context.text(m)] if m is not call else texts for m in call.above.named_children]
        edit = one_a_line(context, call.above, [text for some in every for text in some])
        if edit is None:
            edit = context.replace(call, f";{gap(context.source, call)}".join(texts))
        facts = rewriting("Name the packages", [edit])
        old = f"{package.name}.{next(iter(moved))}"
        return context.finding(rule, call, facts, old=old, new=next(iter(moved.values())))
    return None


def _table(rule: Rule) -> dict[str, str]:
    """What became of each library: its new name, "" for none, "-" for one that is left out."""
    options = rule.options
    return {
        **dict(pair.split("=") for pair in options["libraries"].split()),
        **dict.fromkeys(options.get("gone", "").split(), ""),
        **dict.fromkeys(options.get("dropped", "").split(), "-"),
    }


def _finding(
    context: Context, found: Rule, call: Node, package: PackageCall, old: str, new: str
) -> Finding:
    part, parts = "." in old, len(package.parts)
    if new == "-":
        message = f"{context.target} needs no package `{old}` in config.ml: leave it out."
        listed = call.above
        edits = [(context.name, *span, "") for span in members(listed, [call])]
        if listed.kind != "list_expression" or parts > part:
            edits = []
        return context.finding(found, call, rewriting("Leave it out", edits), message=message)
    if not new or "+" in new or (part and parts > 1):
        names = " and ".join(f"`{name}`" for name in new.split("+"))
        some = "those of the libraries" if "+" in new else "the library"
        successor = f"use {some} {names}" if new else "it has no replacement"
        successor += " whose modules the code names" if "+" in new else ""
        message = f"The library `{old}` was removed in {context.target}: {successor}."
        return context.finding(found, call, message=message)
    # A call that says more than the name is the person's to rewrite.
    whole = (part or not parts) and package.labels <= {"sublibs"}
    name, _, sublib = new.partition(".")
    whole = whole and not (sublib and package.mapped)
    text = f'package ~sublibs:["{sublib}"] "{name}"' if sublib else f'package "{new}"'
    text = f'"{new}"' if package.mapped else text
    edit = changed(context, call, context.replace(call, text))
    facts = rewriting(f"Use the package `{new}`", [edit] if whole else [])
    return context.finding(found, call, facts, old=old, new=new)
