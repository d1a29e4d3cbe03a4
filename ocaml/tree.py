"""Syntax trees: tree-sitter parses, one walk copies the tree into plain nodes.

The copy is what every later step reads: asking a tree-sitter node for a field costs more than the
copy as soon as it is asked twice, and plain nodes stay valid after the tree is edited.

A copy is made of items: an item of a structure and all that is in it. Its nodes count from where
it begins, so that an edit before it moves it by one number, and what was worked out about it stays
valid. After an edit only the items that it touched are copied again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mirageport.ocaml.grammar import IMPLEMENTATION, INTERFACE, parsed, parser
from mirageport.ocaml.kept import NEVER, Kept, Replaced
from mirageport.ocaml.parts import NotInParts, Parts, is_long, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tree_sitter import Language

    from mirageport.ocaml.source import Source


Bindings = tuple[tuple[str, str, str], ...]

NO_EDIT = Replaced(0, 0, 0)
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
    first_byte, last_byte: its range, counted from where its item begins. field: the name its
    parent knows it by. below: what `children` gives, None as long as it is folded. item: what it is
    part of. memo: what a later step worked out once about it.
    """

    __slots__ = (
        "below",
        "field",
        "first_byte",
        "item",
        "kind",
        "last_byte",
        "memo",
        "named",
        "parent",
    )

    def __init__(
        self,
        kind: str,
        first_byte: int,
        last_byte: int,
        named: bool,
        field: str | None,
        parent: Node | None,
        item: Item,
    ) -> None:
        self.kind = kind
        self.first_byte = first_byte
        self.last_byte = last_byte
        self.named = named
        self.field = field
        self.parent = parent
        self.item = item
        self.below: list[Node] | None = _NONE
        self.memo: object = None

    @property
    def start(self) -> int:
        """Byte offset of its first byte in the text."""
        return self.item.start + self.first_byte

    @property
    def end(self) -> int:
        """Byte offset behind its last byte in the text."""
        return self.item.start + self.last_byte

    @property
    def children(self) -> list[Node]:
        """All children in order, tokens included, comments left out; copied now if it is folded."""
        if self.below is None:
            _unfold(self)
        assert self.below is not None
        return self.below

    def __repr__(self) -> str:
        return f"<{self.kind} {self.start}-{self.end}>"

    def get(self, field: str) -> Node | None:
        """The first child known by this field name."""
        for child in self.below or self.children:
            if child.field == field:
                return child
        return None

    def all(self, field: str) -> list[Node]:
        """Every child known by this field name, in order."""
        return [child for child in self.below or self.children if child.field == field]

    def first(self, *kinds: str) -> Node | None:
        """The first child of one of these kinds."""
        for child in self.below or self.children:
            if child.kind in kinds:
                return child
        return None

    def of(self, *kinds: str) -> list[Node]:
        """Every child of one of these kinds, in order."""
        return [child for child in self.below or self.children if child.kind in kinds]

    @property
    def named_children(self) -> list[Node]:
        """The children that are no punctuation or keyword."""
        return [child for child in self.below or self.children if child.named]

    def descendants(self) -> list[Node]:
        """This node and everything below it, in source order."""
        found = []
        stack = [self]
        while stack:
            node = stack.pop()
            found.append(node)
            stack.extend(reversed(node.below or node.children))
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


class Item:
    """An item of a structure, or what is around all items (the root's).

    start: where it begins in the text. data: its bytes begin at the byte `base` of it. depth: how
    many items it is in. inner: the items of the structures in it. comments, broken: spans counted
    from `start`, without those of inner items. record: what an analysis found out about it. former:
    the item whose place it took at the last edit. folded: of those of its nodes that are folded the
    parser's nodes, or in a long text what they bind. traits: what decides whether it sleeps.
    """

    __slots__ = (
        *("base", "broken", "comments", "data", "depth", "folded", "former", "inner", "node"),
        *("record", "start", "traits"),
    )

    def __init__(self, start: int, data: bytes, base: int = 0, depth: int = 0) -> None:
        self.start = start
        self.data = data
        self.base = base
        self.depth = depth
        self.node: Node | None = None
        self.inner: list[Item] = []
        self.comments: list[tuple[int, int]] = _NO_SPANS
        self.broken: list[tuple[int, int]] = _NO_SPANS
        self.record: Any = None
        self.former: Item | None = None
        self.folded: dict[Node, Any] | None = None
        self.traits: Any = None

    def fold(self, node: Node, ts: Any) -> None:
        """Leave the children of a node to the parser's node until somebody asks for them; `ts` is
        `Bindings` where that is let go of, and a name where there is none yet (`outline`)."""
        node.below = None
        if self.folded is None:
            self.folded = {}
        self.folded[node] = ts

    def unfold(self) -> None:
        """Copy all of it."""
        while self.folded:
            _unfold(next(iter(self.folded)))

    def move(self, distance: int) -> None:
        """An edit before it moved it, with all that is in it."""
        todo = [self]
        while todo:
            item = todo.pop()
            item.start += distance
            todo.extend(item.inner)

    def all(self) -> list[Item]:
        """This item and all items in it, in the order of the text."""
        found = []
        todo = [self]
        while todo:
            item = todo.pop()
            found.append(item)
            todo.extend(reversed(item.inner))
        return found


_NO_SPANS: list[tuple[int, int]] = []  # shared by all items without any, never appended to
_NO_ITEMS: list[Item] = []  # the same
_LISTS = frozenset(["compilation_unit", "structure"])  # whose children are items
# Of an interface, few names are ever asked for; of a file, most definitions may sleep.
_FOLDED = {True: frozenset(["signature"]), False: frozenset(["value_definition"])}
_VALUES = frozenset(["value_specification", "external"])
# Deeper than real code nests, items share the text of the one around: thousands of modules in each
# other must not take thousands of times their text.
_OWN_TEXT = 8
_NO_KINDS: frozenset[str] = frozenset()
_TABLES = {True: _tables(INTERFACE), False: _tables(IMPLEMENTATION)}


_PATHS = frozenset(
    [
        *("class_type_path", "constructor_path", "extended_module_path", "field_path"),
        *("module_path", "module_type_path", "type_constructor_path", "value_path"),
    ]
)


def _without_comments(path: bytes) -> bytes:
    """A path, which has no strings, without the comments between its names."""
    head, found, rest = path.partition(b"(*")
    while found:
        head = head.rstrip() + rest.partition(b"*)")[2].lstrip()
        head, found, rest = head.partition(b"(*")
    return head


class Reader:
    """Reads nodes. It holds on to no text, as every item has its own.

    packaged: whether what it reads are the interfaces that come with the tool.
    """

    __slots__ = ()
    packaged: ClassVar[bool] = False

    def text(self, node: Node) -> str:
        """The text of a node; of a path without comments, so that it can be compared."""
        item = node.item
        data = item.data[item.base + node.first_byte : item.base + node.last_byte]
        if node.kind in _PATHS and b"(*" in data:
            data = _without_comments(data)
        return data.decode("utf-8", "replace")


class PackagedReader(Reader):
    """Reads the interfaces that come with the tool."""

    __slots__ = ()
    packaged = True


READER = Reader()
PACKAGED = PackagedReader()


class Tree(Reader):
    """A parsed text. `root` is its copied tree; `read` counts the parser's nodes that were looked
    at for it, `copied` those of them that were copied."""

    __slots__ = ("_around", "_parts", "_root", "copied", "interface", "read", "source")

    def __init__(self, source: Source, parts: Parts) -> None:
        self.source = source
        self.interface = parts.interface
        self._parts = parts
        self._root: Node | None = None
        self._around = Item(0, source.data)
        self.copied = self.read = 0

    @property
    def root(self) -> Node:
        """The root of the copied tree. What an edit took over is copied anew."""
        if self._root is None:
            self.copy(self._parts.trees(self.source.data))
        assert self._root is not None
        return self._root

    @property
    def comments(self) -> list[tuple[int, int]]:
        """The spans of the comments."""
        for item in self.root.item.all():
            item.unfold()
        return sorted(
            (item.start + start, item.start + end)
            for item in self.root.item.all()
            for start, end in item.comments
        )

    @property
    def damaged(self) -> bool:
        """Whether there is anything that the parser could not read."""
        return self._parts.damaged

    @property
    def broken(self) -> list[tuple[int, int]]:
        """The spans of what the parser could not read (ERROR and MISSING nodes)."""
        if not self.damaged:
            return _NO_SPANS
        found = [
            (item.start + start, item.start + end)
            for item in self.root.item.all()
            for start, end in item.broken
        ]
        return sorted(found, key=_outermost_first)

    def copy(
        self, trees: Iterable[tuple[int, Any]], pause: Callable[[], None] | None = None
    ) -> None:
        """Copy the parser's trees of all parts, each with where it begins. pause: called between
        two steps."""
        self._around = Item(0, self.source.data)
        root: Node | None = None
        for start, tree in trees:
            if root is None:
                root = self._rooted(tree.root_node, 0)
            self._copy(root, start, tree, None, pause)
        self._root = root

    def _rooted(self, top: Any, first_byte: int) -> Node:
        """The root, with nothing below it yet. top: that of the parser's tree."""
        item = self._around
        start, end = max(first_byte, top.start_byte), len(self.source.data)
        item.node = root = Node(top.type, start, end, True, None, None, item)
        root.below = []
        if top.is_error:
            item.broken = [(start, end)]
        self.copied = self.read = 1
        return root

    def _copy(
        self,
        root: Node,
        start: int,
        tree: Any,
        kept: Kept | None,
        pause: Callable[[], None] | None = None,
    ) -> None:
        """Copy what the parser's tree of a part has below its root, all but what is kept."""
        copying = Copying(self.source.data, self.interface, kept)
        copying.pause = pause
        copying.errors = self.damaged
        copying.long = is_long(self.source.data) and not (self.interface or self.damaged)
        copying.shift = start
        copying.below(root, tree.root_node)
        self.copied += copying.copied
        self.read += copying.read

    def handed_on(self) -> Tree:
        """The same tree with what is copied and known, of which this one knows nothing any more:
        it works that out again when it is asked."""
        tree = Tree(self.source, self._parts)
        tree._root, self._root = self._root, None
        if tree._root is not None:
            tree._around = tree._root.item
        return tree

    def dissolve(self) -> None:
        """Nobody asks it any more: leave no circles. A file makes thousands of nodes, and the
        collector takes as long to find out that they have gone as it takes to parse their text."""
        if self._root is None:
            return
        for item in self._root.item.all():
            item.node = item.record = item.folded = item.former = None
            item.inner = _NO_ITEMS
        todo = [self._root]
        while todo:
            node = todo.pop()
            node.parent = None
            if node.below:
                todo += node.below
                node.below = _NONE
        self._root = None

    def edited(self, start: int, end: int, new: bytes) -> Tree:
        """The tree after one edit. Offsets past the end are clamped."""
        edit = replaced(self.source, start, end, new)
        return self.after(edit, self.source.edited(start, end, new))

    def after(
        self, edit: Replaced, source: Source, pause: Callable[[], None] | None = None
    ) -> Tree:
        """The tree of the text that an edit made of this one's.

        It takes over the copies of the items that the edit did not touch, and what is known of
        them: this tree says the same as ever, but has to be copied again when it is asked. pause:
        called between two steps; when it raises, neither tree may be used any more.
        """
        parts, start, ts, spans = self._parts.after(edit, self.source, source, pause)
        old, self._root = self.root, None
        kept = Kept(old, self.damaged, edit, spans)
        tree = Tree(source, parts)
        tree._root = root = tree._rooted(ts.root_node, old.start if start else 0)
        tree._copy(root, start, ts, kept, pause)
        kept.finish()
        _let_go(old)
        return tree


def _let_go(root: Node) -> None:
    """Leave nothing in a circle of what an edit left of a root: it holds a text, which is too much
    to wait for the collector."""
    for child in root.children:
        if child.parent is root:
            child.parent = None
    root.item.node, root.below = None, _NONE


def replaced(source: Source, start: int, end: int, new: bytes) -> Replaced:
    """What an edit replaces, within the text."""
    start = min(max(start, 0), len(source.data))
    return Replaced(start, min(max(start, end), len(source.data)), start + len(new))


# A copy may pause at each node whose number has none of these bits: it takes a millisecond or two.
_OFTEN = 1023


class Copying:
    """Copies what is below a node.

    kept: what is taken over instead. shift: how far behind the beginning of what was parsed the
    text is now. first: where the data begins. errors: whether there are any. long: whether the
    parser's nodes are let go of. pause: called now and then. copied, read: how many nodes were.
    """

    __slots__ = (
        *("copied", "data", "errors", "first", "interface", "kept", "long", "pause", "read"),
        "shift",
    )

    def __init__(self, data: bytes, interface: bool, kept: Kept | None = None) -> None:
        self.data = data
        self.interface = interface
        self.kept = kept
        self.shift = self.first = 0
        self.errors = self.long = False
        self.pause: Callable[[], None] | None = None
        self.copied = self.read = 0

    def below(self, root: Node, ts_root: Any) -> None:
        """Copy with one cursor; iterative, so that depth costs no stack.

        Names come from tables by id: decoding a name per node would double the cost.
        """
        kinds, fields = _TABLES[self.interface]
        kept, shift, errors = self.kept, self.shift, self.errors
        cursor = ts_root.walk()
        first, following, up = (
            cursor.goto_first_child,
            cursor.goto_next_sibling,
            cursor.goto_parent,
        )
        interface, pause = self.interface, self.pause
        folding = _FOLDED[interface] if root.kind == "compilation_unit" or interface else _NO_KINDS
        values = _VALUES if interface and root.kind == "signature" else _NO_KINDS
        item = root.item
        copied = read = 0
        listed = root.kind in _LISTS
        siblings = root.children
        parent, descended = root, _entered(cursor, root, kept, shift)
        behind = kept.behind(root) if kept is not None else NEVER
        while descended:
            ts = cursor.node
            kind_id = ts.kind_id
            kind, named = kinds[kind_id] if kind_id < _ERROR_ID else ("ERROR", True)
            start, end = ts.start_byte + shift, ts.end_byte + shift
            read += 1
            if not read & _OFTEN and pause is not None:
                pause()
            below, rest = False, start == behind
            if rest and kept is not None:
                kept.rest(parent)
            elif kind == "comment":
                _add(item, "comments", start, end)
            else:
                known = kept.same(ts, kind, start, end) if listed and named and kept else None
                if known is not None:
                    node = _adopted(known, parent)
                else:
                    if listed and named:
                        item = self._begun(item, start, end)
                    origin = item.start
                    field = fields[cursor.field_id or 0]
                    node = Node(kind, start - origin, end - origin, named, field, parent, item)
                    copied += 1
                    if listed and named:
                        item.node = node
                    if errors and (kind_id == _ERROR_ID or ts.is_missing):
                        _add(item, "broken", start, end)
                    if kept is not None and kind in _LISTS:
                        node.below = []
                        below = _entered(cursor, node, kept, shift)
                    elif kind in folding and (parent is root or interface) and not ts.has_error:
                        item.fold(node, _bindings(ts, self.data, -shift) if self.long else ts)
                    elif kind in values and parent is root and not ts.has_error:
                        name = value_name(ts.text)
                        if name:
                            item.fold(node, name)
                        else:
                            below = first()
                    else:
                        below = first()
                siblings.append(node)
            if below:
                parent, siblings = node, node.below or []
                node.below = siblings
                listed = kind in _LISTS
                behind = kept.behind(node) if kept is not None and listed else NEVER
                continue
            while rest or not following():
                if parent is root:
                    descended = False
                    break
                up()
                assert parent.parent is not None
                parent = parent.parent
                siblings = parent.children
                listed = parent.kind in _LISTS
                behind = kept.behind(parent) if kept is not None and listed else NEVER
                rest = False
            item = parent.item
        if kept is not None:
            kept.rest(root)  # unless that was met: it may begin another part
        self.copied, self.read = copied, read

    def _begun(self, around: Item, start: int, end: int) -> Item:
        """A new item inside another."""
        depth = around.depth + 1
        if depth <= _OWN_TEXT:
            item = Item(start, self.data[start - self.first : end - self.first], 0, depth)
        else:
            item = Item(start, around.data, around.base + start - around.start, depth)
        if self.kept is not None:
            self.kept.begun.append(item)
        around.inner.append(item)
        return item


def _unfold(node: Node) -> None:
    """Copy what is below a folded node."""
    item = node.item
    assert item.folded is not None
    ts = item.folded.pop(node)
    interface = node.kind not in _FOLDED[False]
    if isinstance(ts, (tuple, str)):  # of a text without error: an item reads the same by itself
        text = item.data[item.base + node.first_byte : item.base + node.last_byte]
        ts = parser(interface).parse(text).root_node.child(0)
    copying = Copying(item.data, interface)
    copying.first = item.start
    copying.shift = node.start - ts.start_byte
    node.below = []
    copying.below(node, ts)


def outlined(node: Node) -> str:
    """The name of what an item declares that is not parsed yet; "" when it is."""
    folded = node.item.folded
    name = folded.get(node) if folded else None
    return name if isinstance(name, str) else ""


def value_name(text: bytes) -> str:
    """The name that a `val` or `external` of this text declares, an operator's without its
    parentheses; "" where it takes the parser to tell."""
    if b"(*" in text or not text.startswith((b"val ", b"external ")):
        return ""
    name = text.split(None, 2)[1].partition(b":")[0]
    if name.startswith(b"("):
        name = text[text.index(b"(") + 1 : text.index(b")")].strip()
    return name.decode()


def bindings(node: Node) -> Bindings:
    """What a `let` binds, copied or not: for each of its parts the kind, and the kind and the text
    of its pattern."""
    item = node.item
    ts = item.folded.get(node) if item.folded else None
    if ts is None:
        found = []
        for child in node.named_children:
            pattern = child.get("pattern")
            found.append(
                (child.kind, *((pattern.kind, READER.text(pattern)) if pattern else ("", "")))
            )
        return tuple(found)
    return ts if isinstance(ts, tuple) else _bindings(ts, item.data, ts.start_byte)


def _bindings(ts: Any, data: bytes, first: int) -> Bindings:
    """The same of the parser's node. first: where the data begins."""
    found = []
    for child in ts.named_children:
        if child.type != "comment":
            pattern = child.child_by_field_name("pattern")
            kind, text = "", b""
            if pattern is not None:
                kind, text = (
                    pattern.type,
                    data[pattern.start_byte - first : pattern.end_byte - first],
                )
            found.append((child.type, kind, text.decode(errors="replace")))
    return tuple(found)


def _entered(cursor: Any, node: Node, kept: Kept | None, shift: int) -> bool:
    """Go to the first child of a node that has to be copied; False when there is none."""
    end = kept.before(node, shift) if kept is not None else -1
    if end <= shift:
        return bool(cursor.goto_first_child())
    return cursor.goto_first_child_for_byte(end - shift) is not None


def _adopted(item: Item, parent: Node) -> Node:
    """The node of an item that is taken over, in its new place."""
    assert item.node is not None
    item.node.parent = parent
    parent.item.inner.append(item)
    return item.node


def _add(item: Item, spans: str, start: int, end: int) -> None:
    known = getattr(item, spans)
    if known is _NO_SPANS:
        known = []
        setattr(item, spans, known)
    known.append((start - item.start, end - item.start))


def _outermost_first(span: tuple[int, int]) -> tuple[int, int]:
    return span[0], -span[1]


def parse(source: Source, interface: bool = False, pause: Callable[[], None] | None = None) -> Tree:
    """Parse OCaml text. Never fails: what cannot be read is in `Tree.broken`. pause: called between
    two steps."""
    data = source.data
    if is_long(data):
        parts = Parts([], interface)
        tree = Tree(source, parts)
        try:
            tree.copy(parts.begin(data), pause)
        except NotInParts:
            pass
        else:
            return tree
    parts = whole(parsed(data, interface, pause), data, interface)
    tree = Tree(source, parts)
    if pause is not None:
        tree.copy(parts.trees(data), pause)
    return tree


def count_broken(
    data: bytes, interface: bool = False, pause: Callable[[], None] | None = None
) -> int:
    """How many spans `Tree.broken` would have for a text; nothing is copied for it. pause: called
    from time to time, where the text is long."""
    found = 0
    todo = [parsed(data, interface, pause).root_node]
    while todo:
        node = todo.pop()
        found += node.is_error or node.is_missing
        if node.has_error:
            todo.extend(child for child in node.children if child.type != "comment")
    return found


def wrapped(node: Node) -> Node:
    """The node with all parentheses directly around it."""
    while node.parent is not None and node.parent.kind == "parenthesized_expression":
        node = node.parent
    return node


def bare(node: Node) -> Node:
    """The expression inside of all parentheses around it."""
    while node.kind == "parenthesized_expression" and (inner := node.get("expression")):
        node = inner
    return node
