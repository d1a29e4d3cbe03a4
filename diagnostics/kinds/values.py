"""Values and functors that have another name now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Replacement
from mirageport.diagnostics.rules import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use

VALUE_RENAMED = "value-renamed"
FUNCTOR_RENAMED = "functor-renamed"


def rules_of(changes: tuple[str, ...], kind: str) -> Iterator[Rule]:
    """The rules among an item's changes that are of one kind."""
    for name in changes:
        found = rule(name)
        if found.kind == kind:
            yield found


def renamed(context: Context) -> Iterator[Finding]:
    """Uses of values whose rule is `value-renamed`; the page's `to` is the new name."""
    for use in context.analysis.uses:
        for found in rules_of(use.item.changes, VALUE_RENAMED):
            yield _rename(context, use, found)


def _rename(context: Context, use: Use, found: Rule) -> Finding:
    new = found.options["to"]
    name = use.node.children[-1] if use.node.children else use.node
    old_path = context.text(use.node)
    new_path = f"{use.qualifier}.{new}" if use.qualifier else new
    facts = Replacement(name.start, name.end, new, f"Replace `{old_path}` by `{new_path}`")
    return context.finding(found, use.node, facts, item=use.item.path, old=old_path, new=new_path)


def renamed_functors(context: Context) -> Iterator[Finding]:
    """Applications of functors that moved; the page's `to` is the new path."""
    for use in context.analysis.functor_uses:
        for found in rules_of(use.item.changes, FUNCTOR_RENAMED):
            new = found.options["to"]
            old = context.text(use.head)
            facts = Replacement(use.head.start, use.head.end, new, f"Replace `{old}` by `{new}`")
            yield context.finding(found, use.head, facts, item=use.item.path, old=old, new=new)
