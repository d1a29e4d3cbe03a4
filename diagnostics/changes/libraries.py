"""Modules that a library has at the target, with the same names, and modules that need none of
their own any more: the library is to be added, or to be left out.

A page says `library`, the one to add, or `drop`, the one that there is no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.values import has_what_is_named
from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.file_names import basename, folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding


KIND = "library"
_FIELD = "(libraries"


def find(context: Context) -> Iterator[Finding]:
    """The first use in a file of the modules that are in the page's `library` now, where the dune
    file beside it does not name that, or of those whose library, `drop`, it still names. The
    library is added where the dune file has one list, and left out of all lists."""
    said = set()
    uses = sorted(context.analysis.module_uses.items(), key=lambda each: each[0].start)
    for node, module in uses:
        item = module.item
        for found in context.rules_of(item.changes, KIND) if item is not None else ():
            if found.name in said or not has_what_is_named(node, module):
                continue
            said.add(found.name)
            library, drop = found.options.get("library", ""), found.options.get("drop", "")
            edits = _without(context, drop) if drop else _with(context, library)
            if edits is not None:
                title = (
                    f"Leave out the library `{drop}`" if drop else f"Add the library `{library}`"
                )
                facts = rewriting(title, edits)
                name = context.text(node)
                yield context.finding(found, node, facts, use=name, library=drop or library)


def needed(context: Context) -> Iterator[Finding]:
    """The first use in a file of a name whose new one is of a library that the dune file beside it
    does not name (`[@@port.needs "library"]`)."""
    said = set()
    for use in context.analysis.uses:
        for library in use.item.needs:
            edits = _with(context, library) if library not in said else None
            said.add(library)
            if edits is not None:
                facts = rewriting(f"Add the library `{library}`", edits)
                yield context.used(context.rule("needs-library"), use, facts, library=library)


def _with(context: Context, library: str) -> list[Edit] | None:
    """What adds a library to the dune file beside a file; nothing where that is not clear, None
    where it is there."""
    for name, text in _dune(context):
        if library in text.replace("(", " ").replace(")", " ").split():
            return None
        before, field, after = text.partition(_FIELD)
        listed = after.partition(")")[0]
        if field and _FIELD not in after and "(" not in listed and text.isascii():
            at = len(before) + len(field) + len(listed.rstrip())
            return [(name, at, at, f" {library}")]
    return []


def _without(context: Context, library: str) -> list[Edit] | None:
    """What leaves a library out of the dune file beside a file; None where it is not there."""
    edits: list[Edit] = []
    for name, text in _dune(context):
        field = text.find(_FIELD)
        while field >= 0:
            listed = text[field : text.find(")", field)]
            for at in range(len(listed) - len(library) + 1):
                if listed.startswith(library, at) and listed[at - 1].isspace():
                    end = at + len(library)
                    if not listed[end : end + 1].strip() and text.isascii():
                        edits.append((name, field + len(listed[:at].rstrip()), field + end, ""))
            field = text.find(_FIELD, field + 1)
    return edits or None


def _dune(context: Context) -> Iterator[tuple[str, str]]:
    """The dune file beside a file, with its text."""
    for name, source in context.project.around.items():
        if basename(name) == "dune" and folder_of(name) == folder_of(context.name):
            yield name, source.data.decode("utf-8", "replace")
