"""What the target does not have, and of which no rule says what became of it.

It is reported at each name, as the self-check reports it after a port, so that a missing page never
means a missing finding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import was_removed
from mirageport.diagnostics.suppression import conflict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node


def find(context: Context) -> Iterator[Finding]:
    """Names of module types, values, functors and modules that ended before the target and have no
    rule, where the pack says which modules only lack an interface of it."""
    if not context.library.names.kept:
        return
    seen: set[int] = set()
    for node in (*_module_types(context), *_values(context), *_modules(context)):
        if node.start not in seen:
            seen.add(node.start)
            name = context.text(node)
            yield context.finding(
                conflict(context.rules),
                node,
                item=name,
                message=f"`{name}` is not in {context.target}, and no rule says what to write.",
            )


def _module_types(context: Context) -> Iterator[Node]:
    last = context.library.history.last
    for use in context.analysis.type_uses:
        item = use.module_type.item
        if item is not None and not item.changes and not use.module_type.own:
            if not last(item.path):
                yield use.node


def _values(context: Context) -> Iterator[Node]:
    for use in context.analysis.uses:
        path, library = use.item.path, context.library
        # The values of a parameter belong to its module type, of which one finding is enough; what
        # an `open` of another library gives may be bound outside of it.
        if use.item.changes or use.item.owner != use.module.path:
            continue
        if (use.qualifier or library.is_dated(path)) and library.has_ended(path):
            if was_removed(library, path):
                yield use.node


def _modules(context: Context) -> Iterator[Node]:
    library = context.library
    for node, module in context.analysis.module_refs.items():
        name = module.path.partition(".")[0]
        if module.path == name and module is not library.module(name):
            continue  # a parameter or a module of the file's own
        if module.permanent and not (module.item is not None and module.item.changes):
            if context.text(node).partition(".")[0] == name and library.removed(name):
                yield node
