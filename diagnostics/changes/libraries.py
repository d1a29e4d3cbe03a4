"""Modules that a library has at the target, with the same names: the library is to be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.values import has_what_is_named
from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.file_names import folder_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding


KIND = "library"
_FIELD = "(libraries"


def find(context: Context) -> Iterator[Finding]:
    """The first use in a file of the modules that are in the page's `library` now, where the dune
    file beside it does not name that. The library is added where the dune file has one list."""
    said = set()
    for node, module, item in sorted(context.modules, key=lambda each: each[0].start):
        for found in context.rules_of(item.changes, KIND):
            if found.name in said or not has_what_is_named(node, module):
                continue
            said.add(found.name)
            library = found.options["library"]
            edits = _edits(context, library)
            if edits is not None:
                facts = rewriting(f"Add the library `{library}`", edits)
                name = context.text(node)
                yield context.finding(found, node, facts, use=name, library=library)


def _edits(context: Context, library: str) -> list[Edit] | None:
    """What adds a library to the dune file beside a file; nothing where that is not clear, None
    where it is there."""
    for name, source in context.project.around.items():
        if folder_of(name) != folder_of(context.name):
            continue
        text = source.data.decode("utf-8", "replace")
        if library in text.replace("(", " ").replace(")", " ").split():
            return None
        before, field, after = text.partition(_FIELD)
        listed = after.partition(")")[0]
        if field and _FIELD not in after and "(" not in listed and text.isascii():
            at = len(before) + len(field) + len(listed.rstrip())
            return [(name, at, at, f" {library}")]
    return []
