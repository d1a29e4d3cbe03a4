"""Keys that `list` of a store gives, which are joined with the directory that was listed.

Since mirage-kv 6 they are whole keys: joined once more they name nothing, and the compiler accepts
it. Facts: mirage-kv v6.0.0 CHANGES.md, src/mirage_kv.mli.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.tree import NO_NODE, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node

RULE = "kv-rejoined"

_JOINS = ("Mirage_kv.Key.//", "Mirage_kv.Key.append")
_STORES = ("Mirage_kv.RO.list", "Mirage_kv.RW.list", "RO.list", "RW.list")


def find(context: Context) -> Iterator[Finding]:
    """Joins of the key that a store was asked to list with one that came out of it."""
    listed = [use for use in context.analysis.uses if use.item.path in _STORES and use.call]
    for use in context.analysis.uses if listed else ():
        if use.item.path not in _JOINS:
            continue
        whole = use.call or use.node.above
        parts = [value_of(each) for each in use.arguments] or [
            whole.child("left"),
            whole.child("right"),
        ]
        if len(parts) == 2 and any(_comes_of(context, each.arguments, *parts) for each in listed):
            key = context.text(parts[1])
            fix = rewriting(f"Write `{key}`", [context.replace(whole, key)])
            yield context.finding(context.rule(RULE), whole, fix, use=context.text(whole), key=key)


def _comes_of(context: Context, asked: list[Node], left: Node, right: Node) -> bool:
    """Whether a key is joined with the directory that a call lists, where a pattern behind the call
    gives it its name."""
    directory = asked[-1] if asked else NO_NODE
    pattern = context.bound(right)
    return (
        context.text(left) == context.text(directory)
        and bool(pattern)
        and pattern.start > directory.end
        and pattern.up("value_definition") is left.up("value_definition")
    )
