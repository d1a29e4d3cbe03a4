"""An `open` of a module that was removed: it goes when nothing is left that came from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.module_types import removal
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Item, Node, Record

KIND = "open-removed"


def find(context: Context) -> Iterator[Finding]:
    """The opens of such modules, whose rule stands for their whole interface."""
    for opened in context.analysis.opens:
        item = opened.module.item
        for rule in context.rules_of(item.changes, KIND) if item is not None else ():
            name = opened.module.path
            edit = context.remove(removal(context, opened.node))
            bare = next(
                (n for n, path in context.gathered(_named) if _is_bare(context, n, path, name)),
                None,
            )
            facts, said = rewriting(f"Remove `open {name}`", [edit]), ""
            if opened.node.kind.startswith("include"):  # others may name what it gave
                facts = None
            elif bare is not None:
                facts, said = None, f"`{context.text(bare)}` comes from it: replace that first."
            yield context.finding(
                rule,
                opened.path,
                facts,
                item=name,
                applicability="" if facts else MANUAL,
                message=f"{rule.message.format(use=name)} {said}".rstrip(),
            )


def _is_bare(context: Context, node: Node, path: str, name: str) -> bool:
    """Whether something of a module is named without it."""
    return path.startswith(f"{name}.") and not context.text(node).startswith(name)


def _named(records: list[Record]) -> list[tuple[Node, str]]:
    """What is named of interfaces, with the paths."""
    items: list[tuple[Node, Item]] = []
    for each in records:
        items += [(use.node, use.item) for use in each.uses]
        for table in (each.field_uses, each.constructor_uses, each.named_types):
            items += [(use.node, use.item) for use in table.values()]
        items += [(n, m.item) for n, m in each.module_uses.items() if m.item is not None]
    return [(node, item.path) for node, item in items]
