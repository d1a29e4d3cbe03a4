"""What a tree takes over from the tree before an edit: the items that lie outside the edit and that
the parser read the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mirageport.ocaml.source import Edit
    from mirageport.ocaml.tree import Item, Node


class Kept:
    """The items of a tree before an edit, for the tree after it to take over."""

    __slots__ = ("_broken", "_by_start", "_edit", "_moved", "_root")

    def __init__(self, root: Node, broken: bool, edit: Edit) -> None:
        """root: the old tree's. broken: whether there is an error in it."""
        self._root = root
        self._broken = broken
        self._edit = edit
        self._moved: list[Item] = []  # those that were taken over and lie behind the edit
        # Of items that begin at the same place, the outermost.
        self._by_start = {item.start: item for item in reversed(root.item.all()[1:])}

    def same(self, ts: Any, kind: str, start: int, end: int) -> Item | None:
        """The item that a parsed node is a copy of."""
        edit = self._edit
        behind = end > edit.start
        if behind and start < edit.stop:
            return None
        item = self._by_start.get(start - edit.shift if behind else start)
        if item is None or item.node is None or item.node.last_byte != end - start:
            return None
        if item.node.kind != kind or ts.has_error:
            return None
        if self._broken and any(each.broken for each in item.all()):
            return None
        if behind:
            self._moved.append(item)
        return item

    def finish(self) -> None:
        """Bring what was taken over to its place in the new text. The old root is taken apart: it
        holds a text, which is too much to leave to the collector."""
        for item in self._moved:
            item.move(self._edit.shift)
        for child in self._root.children:
            if child.parent is self._root:
                child.parent = None
        self._root.item.node, self._root.below = None, []
