"""What a tree takes over from the tree before an edit.

An item is taken over when it lies outside the edit and the parser read the same there. Most edits
touch one item, so the items before and behind the change are taken over in one go; only those in
between are compared one by one, and in a text with an error all of them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Item, Node

NEVER = 1 << 62  # behind every text
_ROOT = -1


class Replaced(NamedTuple):
    """An edit: the bytes `start` to `end` of the old text became `start` to `stop` of the new."""

    start: int
    end: int
    stop: int

    @property
    def shift(self) -> int:
        """How far what is behind the edit has moved."""
        return self.stop - self.end

    def then(self, other: Replaced) -> Replaced:
        """This edit and one of the text that it made, as one edit."""
        beyond = max(0, other.end - self.stop)
        start, end = min(self.start, other.start), self.end + beyond
        return Replaced(start, end, max(self.stop, other.end) + other.shift)


class Kept:
    """The items of a tree before an edit, for the tree after it to take over.

    begun: the items that are new.
    """

    __slots__ = (
        "_behind",
        "_broken",
        "_by_start",
        "_edit",
        "_first",
        "_last",
        "_lists",
        "_moved",
        "_shift",
        "_taken",
        "begun",
    )

    def __init__(
        self, root: Node, broken: bool, edit: Replaced, changed: list[tuple[int, int]] | None
    ) -> None:
        """root: the old tree's. broken: whether there is an error in it. changed: the ranges of the
        new text whose syntax is another; None when nobody knows."""
        self._broken = broken
        self._edit = edit
        self._shift = edit.shift
        self._taken: set[Item] = set()
        self._moved: list[Item] = []  # those of them behind the edit
        self.begun: list[Item] = []
        self._lists: dict[int, Node] = {}
        self._behind: dict[Node, list[Node]] = {}
        if changed is None:
            among = root.item.all()[1:]
        else:
            self._first = min([edit.start, *(start for start, _end in changed)])
            last = max([edit.stop, *(end for _start, end in changed)])
            self._last = last - self._shift
            among = self._touched(root)
        self._by_start = {item.start: item for item in reversed(among)}

    def _touched(self, root: Node) -> list[Item]:
        """The items that the change touches, and those in them; the lists that they are part of
        are noted by where they begin."""
        found: list[Item] = []
        todo = [root]
        while todo:
            node = todo.pop()
            self._lists[node.start if node.parent else _ROOT] = node
            first, behind = self._bounds(node.children)
            items = [child.item for child in node.children[first:behind] if _is_item(child)]
            for item in items:
                found += item.all()
                todo.extend({inner.node.parent for inner in item.inner if inner.node})  # type: ignore[misc]
        return found

    def _bounds(self, children: list[Node]) -> tuple[int, int]:
        """How many nodes of a list lie before the change, and where those behind it begin."""
        first = bisect_left(children, self._first, key=_end)
        return first, max(first, bisect_right(children, self._last, key=_start))

    def before(self, node: Node, start: int) -> int:
        """Take over what a list has before the change, where the old tree has the same list. Gives
        the end of it, -1 where nothing was taken over. start: where the part begins that was parsed
        again."""
        old = self._list(node)
        if old is None or old.kind != node.kind or (node.parent and old.start >= self._first):
            return -1
        first, behind = self._bounds(old.children)
        self._behind[node] = old.children[behind:]
        end = old.children[first - 1].end if first else -1
        self._adopt(old.children[:first], node, (old.start, max(end, start)), 0)
        return end

    def behind(self, node: Node) -> int:
        """Where the part of a list begins in the new text that lies behind the change."""
        nodes = self._behind.get(node)
        return nodes[0].start + self._shift if nodes else NEVER

    def _list(self, node: Node) -> Node | None:
        """The old list that a list is what an edit made of, by where it begins. There is one root,
        though blanks in front of it move it."""
        return self._lists.get(node.start if node.parent else _ROOT)

    def rest(self, node: Node) -> None:
        """Take over what a list has behind the change, once."""
        nodes = self._behind.pop(node, None)
        if not nodes:
            return
        old = self._list(node)
        assert old is not None
        self._adopt(nodes, node, (nodes[0].start, old.end), self._shift)

    def _adopt(self, nodes: list[Node], node: Node, span: tuple[int, int], shift: int) -> None:
        """Take over nodes of an old list into `node`, and the comments of their span."""
        old, item = self._list(node), node.item
        assert old is not None
        around = old.item
        node.children.extend(nodes)
        distance = around.start + shift - item.start
        for child in nodes:
            child.parent = node
            if _is_item(child):
                item.inner.append(child.item)
                self._taken.add(child.item)
                if shift:
                    self._moved.append(child.item)
            else:
                child.item = item
                child.first_byte += distance
                child.last_byte += distance
        first, last = span[0] - around.start, span[1] - around.start
        comments = [
            (start + distance, end + distance)
            for start, end in around.comments
            if first <= start < last
        ]
        if comments:
            item.comments = [*item.comments, *comments]

    def same(self, ts: Any, kind: str, start: int, end: int) -> Item | None:
        """The item that a parsed node is a copy of."""
        behind = end > self._edit.start
        if behind and start < self._edit.stop:
            return None
        item = self._by_start.get(start - self._shift if behind else start)
        if item is None or item.node is None or item.node.last_byte != end - start:
            return None
        if item.node.kind != kind or ts.has_error:
            return None
        if self._broken and any(each.broken for each in item.all()):
            return None
        if behind:
            self._moved.append(item)
        self._taken.add(item)
        return item

    def finish(self) -> None:
        """Bring all that was taken over to its place in the new text, and tell the new items whose
        places they took."""
        for item in self.begun:
            item.former = self._former(item.start)
        if self._shift:
            for item in self._moved:
                item.move(self._shift)

    def _former(self, start: int) -> Item | None:
        former = self._by_start.get(start if start <= self._edit.start else start - self._shift)
        if former is None or former in self._taken:
            return None
        if former.record is not None:
            return former
        earlier, former.former = former.former, None
        return earlier


def _is_item(node: Node) -> bool:
    return node.item.node is node


def _start(node: Node) -> int:
    return node.start


def _end(node: Node) -> int:
    return node.end
