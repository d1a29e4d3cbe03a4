"""The patterns of one match together: which tags they leave for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.strict.types import Row
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import prune

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


class Match:
    """The patterns of one match. rows: those of their tags; types: what each pattern stands for;
    columns: the outermost ones, those that stand for one thing together; gadt: whether a
    constructor decides on types. open: whether a pattern stands for tags that nobody knows."""

    __slots__ = ("columns", "gadt", "open", "rows", "types")

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.types: dict[Node, Type] = {}
        self.columns: list[list[Node]] = []
        self.gadt = False
        self.open = False

    def close(self) -> None:
        """The match is typed: its tags are no longer asked for; where nothing stands for all other
        tags, there are no others (OCaml 4.03.0 typing/parmatch.ml, pressure_variants)."""
        if not self.rows:
            return
        for column in [] if self.open else self.columns:
            self._close(column, 0)
        for each in self.rows:
            row = prune(each)
            if isinstance(row, Row):
                row.asked = frozenset()

    def _close(self, patterns: list[Node], depth: int) -> None:
        plain = [each for pattern in patterns for each in alternatives(pattern)]
        if depth > 20 or not plain or any(each.kind in _ANYTHING for each in plain):
            return
        columns: dict[object, list[Node]] = {}
        for each in plain:
            if each.kind in ("tag", "tag_pattern", "polymorphic_variant_pattern"):
                row = prune(self.types[each]) if each in self.types else None
                if isinstance(row, Row) and row.upper is None:
                    row.upper = row.low | row.asked
            for key, child in _columns(each):
                columns.setdefault(key, []).append(child)
        for column in columns.values():
            self._close(column, depth + 1)


_ANYTHING = frozenset(["any_pattern", "value_pattern", "value_name", "parenthesized_operator"])


def _bare(node: Node) -> Node:
    """A pattern without parentheses, type and alias."""
    while node.kind in ("parenthesized_pattern", "typed_pattern", "alias_pattern"):
        inner = node.get("pattern") or next(iter(node.named_children), None)
        if inner is None:
            break
        node = inner
    return node


def alternatives(node: Node) -> list[Node]:
    """The patterns of `p | q | ..`, without parentheses: the grammar nests them to the left."""
    found = []
    todo = [node]
    while todo:
        current = _bare(todo.pop())
        if current.kind == "or_pattern":
            todo.extend(reversed(current.named_children))
        else:
            found.append(current)
    return found


def _columns(node: Node) -> list[tuple[object, Node]]:
    """The patterns in a pattern, each with what stands at the same place in others."""
    if node.kind == "tuple_pattern":
        return list(enumerate(node.named_children))
    if node.kind in ("tag_pattern", "constructor_pattern"):
        inner = node.get("pattern")
        return [(READER.text(node.children[0]), inner)] if inner is not None else []
    return []
