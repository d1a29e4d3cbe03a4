"""Syntax trees: tree-sitter parses, one walk copies the tree into plain nodes.

The copy is what every later step reads: asking a tree-sitter node for a field costs more than the
copy as soon as it is asked twice, and plain nodes stay valid after the tree is edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.grammar import IMPLEMENTATION, INTERFACE, parser

if TYPE_CHECKING:
    from tree_sitter import Language

    from mirageport.ocaml.source import Source


_ERROR_ID = 65535
_NONE: list[Node] = []  # shared by all leaves, never appended to


def _tables(language: Language) -> tuple[list[tuple[str, bool]], list[str | None]]:
    kinds = [
        (language.node_kind_for_id(i) or "", language.node_kind_is_named(i))
        for i in range(language.node_kind_count)
    ]
    fields = [language.field_name_for_id(i) for i in range(language.field_count + 1)]
    return kinds, fields


class Node:
    """One node of the syntax tree.

    kind: the grammar's name of the node, or the token's text for punctuation and keywords.
    start, end: byte offsets. field: the name its parent knows it by. children: all children in
    order, tokens included, comments left out.
    """

    __slots__ = ("children", "end", "field", "kind", "named", "parent", "start")

    def __init__(
        self,
        kind: str,
        start: int,
        end: int,
        named: bool,
        field: str | None,
        parent: Node | None,
    ) -> None:
        self.kind = kind
        self.start = start
        self.end = end
        self.named = named
        self.field = field
        self.parent = parent
        self.children: list[Node] = _NONE

    def __repr__(self) -> str:
        return f"<{self.kind} {self.start}-{self.end}>"

    def get(self, field: str) -> Node | None:
        """The first child known by this field name."""
        for child in self.children:
            if child.field == field:
                return child
        return None

    def all(self, field: str) -> list[Node]:
        """Every child known by this field name, in order."""
        return [child for child in self.children if child.field == field]

    def first(self, *kinds: str) -> Node | None:
        """The first child of one of these kinds."""
        for child in self.children:
            if child.kind in kinds:
                return child
        return None

    def of(self, *kinds: str) -> list[Node]:
        """Every child of one of these kinds, in order."""
        return [child for child in self.children if child.kind in kinds]

    @property
    def named_children(self) -> list[Node]:
        """The children that are no punctuation or keyword."""
        return [child for child in self.children if child.named]

    def descendants(self) -> list[Node]:
        """This node and everything below it, in source order."""
        found = []
        stack = [self]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(reversed(node.children))
        return found

    def up(self, *kinds: str) -> Node | None:
        """The nearest node above this one of one of these kinds."""
        node = self.parent
        while node is not None and node.kind not in kinds:
            node = node.parent
        return node

    def at(self, start: int, end: int) -> Node:
        """The smallest node of this subtree that covers the byte range."""
        node = self
        while True:
            for child in node.children:
                if child.start <= start and end <= child.end and child.end > child.start:
                    node = child
                    break
            else:
                return node


_TABLES = {True: _tables(INTERFACE), False: _tables(IMPLEMENTATION)}


class Tree:
    """A parsed text. `root` is its copied tree, `comments` the spans of its comments, `broken` the
    spans of what the parser could not read (ERROR and MISSING nodes)."""

    __slots__ = ("_ts", "broken", "comments", "interface", "memo", "root", "source")

    def __init__(self, source: Source, ts_tree: Any, interface: bool) -> None:
        self.source = source
        self.interface = interface
        self._ts = ts_tree
        self.memo: dict[Node, object] = {}  # what later steps worked out once per node
        self.comments: list[tuple[int, int]] = []
        self.broken: list[tuple[int, int]] = []
        self.root = self._copy(ts_tree.root_node)

    def _copy(self, ts_root: Any) -> Node:
        """Copy the whole tree with one cursor; iterative, so that depth costs no stack.

        Names come from tables by id: decoding a name per node would double the cost.
        """
        kinds, fields = _TABLES[self.interface]
        cursor = ts_root.walk()
        first, following, up = (
            cursor.goto_first_child,
            cursor.goto_next_sibling,
            cursor.goto_parent,
        )
        root = Node(ts_root.type, ts_root.start_byte, ts_root.end_byte, True, None, None)
        errors = ts_root.has_error
        if ts_root.is_error:
            self.broken.append((root.start, root.end))
        if not first():
            return root
        siblings: list[Node] = []
        parent, root.children = root, siblings
        while True:
            ts = cursor.node
            kind_id = ts.kind_id
            kind, named = kinds[kind_id] if kind_id < _ERROR_ID else ("ERROR", True)
            if kind == "comment":
                self.comments.append((ts.start_byte, ts.end_byte))
                descended = False
            else:
                node = Node(
                    kind, ts.start_byte, ts.end_byte, named, fields[cursor.field_id or 0], parent
                )
                siblings.append(node)
                if errors and (kind_id == _ERROR_ID or ts.is_missing):
                    self.broken.append((node.start, node.end))
                descended = first()
            if descended:
                parent, siblings = node, []
                node.children = siblings
                continue
            if following():
                continue
            while True:
                if not up() or parent.parent is None:
                    return root
                parent = parent.parent
                if following():
                    siblings = parent.children
                    break

    def text(self, node: Node) -> str:
        """The text of a node."""
        return self.source.data[node.start : node.end].decode("utf-8", "replace")

    def in_broken(self, start: int, end: int) -> bool:
        """Whether the byte range overlaps what the parser could not read."""
        return any(start < stop and begin < end for begin, stop in self.broken)

    def edited(self, start: int, end: int, new: bytes) -> Tree:
        """The tree after one edit. This tree stays as it is.

        The parser reuses what the edit did not touch. How it gets over a syntax error depends on
        what it reuses, though, so a broken text is parsed afresh: what is found in a text must not
        depend on how it was typed.
        """
        source = self.source.edited(start, end, new)
        old = self._ts.copy()
        old.edit(
            start,
            end,
            start + len(new),
            _point(self.source, start),
            _point(self.source, end),
            _point(source, start + len(new)),
        )
        ts_tree = parser(self.interface).parse(source.data, old)
        if ts_tree.root_node.has_error:
            return parse(source, self.interface)
        return Tree(source, ts_tree, self.interface)


def _point(source: Source, offset: int) -> tuple[int, int]:
    line = source.line_of(offset)
    return line, offset - source.line_starts[line]


def parse(source: Source, interface: bool = False) -> Tree:
    """Parse OCaml text. Never fails: what cannot be read is in `Tree.broken`."""
    return Tree(source, parser(interface).parse(source.data), interface)
