"""Syntax trees: tree-sitter parses, one walk copies the tree into plain nodes.

The copy is what every later step reads: asking a tree-sitter node for a field costs more than the
copy as soon as it is asked twice, and plain nodes stay valid after the tree is edited.

A copy is made of items: an item of a structure and all that is in it. Its nodes count from where
it begins, so that an edit before it moves it by one number. After an edit only the items that it
touched are copied again (`reuse/kept.py`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from mirageport.ocaml.grammar import IMPLEMENTATION, INTERFACE, parsed, parser
from mirageport.ocaml.reuse.kept import Kept
from mirageport.ocaml.source import edit_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tree_sitter import Language

    from mirageport.ocaml.source import Edit, Source


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

    # The same for code that asks on and on: in broken text any of them may be missing.

    def child(self, field: str) -> Node:
        """What `get` gives; `NO_NODE` where there is none."""
        for child in self.below or self.children:
            if child.field == field:
                return child
        return NO_NODE

    def part(self, *kinds: str) -> Node:
        """What `first` gives; `NO_NODE` where there is none."""
        for child in self.below or self.children:
            if child.kind in kinds:
                return child
        return NO_NODE

    def around(self, *kinds: str) -> Node:
        """What `up` gives; `NO_NODE` where there is none."""
        return self.up(*kinds) or NO_NODE

    @property
    def above(self) -> Node:
        """Its parent; `NO_NODE` where there is none."""
        return self.parent or NO_NODE

    def at(self, start: int, end: int) -> Node:
        """The smallest node of this subtree that covers the byte range."""
        node = self
        while True:
            for child in node.children:
                first, last = child.start, child.end
                if first > start:
                    return node  # so do all behind it
                if end <= last and last > first:
                    node = child
                    break
            else:
                return node


class Item:
    """An item of a structure, or what is around all items (the root's).

    start: where it begins in the text. data: its bytes begin at the byte `base` of it. depth: how
    many items it is in. inner: the items of the structures in it. comments, broken: spans counted
    from `start`, without those of inner items. folded: of those of its nodes that are folded the
    parser's nodes. words: kept by `reuse/skipped.py`, which asks for them after every edit.
    """

    __slots__ = (
        *("base", "broken", "comments", "data", "depth", "folded", "inner", "node", "start"),
        "words",
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
        self.folded: dict[Node, Any] | None = None
        self.words: Any = None

    def fold(self, node: Node, ts: Any) -> None:
        """Leave the children of a node to the parser's node until somebody asks for them; `ts` is
        a name where there is none yet (`reuse/outline.py`)."""
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


class _NoNode(Node):
    """The node that stands for a missing one: of no kind, without text and children, and false."""

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


_NO_SPANS: list[tuple[int, int]] = []  # shared by all items without any, never appended to
_NO_ITEMS: list[Item] = []  # the same
NO_NODE: Node = _NoNode("", 0, 0, False, None, None, Item(0, b""))
_LISTS = frozenset(["compilation_unit", "structure"])  # whose children are items
# Of an interface, few names are ever asked for; of a file, not all (`reuse/skipped.py`).
_VALUE = "value_specification"
_FOLDED = {True: ("signature", _VALUE), False: ("value_definition",)}
# Deeper than real code nests, items share the text of the one around: thousands of modules in each
# other must not take thousands of times their text.
_OWN_TEXT = 8
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

    packaged: whether what it reads are the interfaces that come with the tool. of: the library that
    these are of, "" for OCaml's own and for what a person wrote.
    """

    __slots__ = ()
    packaged: ClassVar[bool] = False

    @property
    def of(self) -> str:
        return ""

    def text(self, node: Node) -> str:
        """The text of a node; of a path without comments, so that it can be compared."""
        item = node.item
        data = item.data[item.base + node.first_byte : item.base + node.last_byte]
        if node.kind in _PATHS and b"(*" in data:
            data = _without_comments(data)
        return data.decode("utf-8", "replace")


class PackagedReader(Reader):
    """Reads the interfaces that come with the tool, or with a pack."""

    __slots__ = ("_of",)
    packaged = True

    def __init__(self, of: str = "") -> None:
        self._of = of

    @property
    def of(self) -> str:
        return self._of


READER = Reader()


class Tree(Reader):
    """A parsed text. ts: the parser's tree of it. root: the root of its copy."""

    __slots__ = ("_ts", "interface", "root", "source")

    def __init__(
        self,
        source: Source,
        ts: Any,
        interface: bool,
        kept: Kept | None = None,
        pause: Callable[[], None] | None = None,
    ) -> None:
        """kept: the items of the text before an edit. pause: called between two steps."""
        self.source = source
        self.interface = interface
        self._ts = ts
        top = ts.root_node
        start, end = top.start_byte, len(source.data)
        item = Item(0, source.data)
        item.node = self.root = Node(top.type, start, end, True, None, None, item)
        self.root.below = []
        if top.is_error:
            item.broken = [(start, end)]
        copying = Copying(source.data, interface, kept)
        copying.pause = pause
        copying.errors = self.damaged
        copying.below(self.root, top)

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
        return bool(self._ts.root_node.has_error)

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

    def dissolve(self) -> None:
        """Nobody asks it any more: leave no circles. A file makes thousands of nodes, and the
        collector takes as long to find out that they are unused as it takes to parse their text."""
        for item in self.root.item.all():
            item.node = item.folded = None
            item.inner = _NO_ITEMS
        todo = [self.root]
        while todo:
            node = todo.pop()
            node.parent = None
            if node.below:
                todo += node.below
                node.below = _NONE

    def edited(self, start: int, end: int, new: bytes) -> Tree:
        """The tree after one edit. Offsets past the end are clamped."""
        edit = edit_of(self.source, start, end, new)
        return self.after(edit, self.source.edited(start, end, new))

    def after(self, edit: Edit, source: Source, pause: Callable[[], None] | None = None) -> Tree:
        """The tree of the text that an edit made of this one's. It takes over the copies of the
        items that the edit did not touch, so that this one may not be asked any more. pause: called
        between two steps.

        The parser reuses what the edit did not touch. How it gets over a syntax error depends on
        what it reuses, though, so a broken text is parsed afresh: what is found in a text must not
        depend on how it was typed.
        """
        before = self._ts.copy()
        before.edit(
            *(edit.start, edit.end, edit.stop),
            *(_point(self.source, edit.start), _point(self.source, edit.end)),
            _point(source, edit.stop),
        )
        ts = parsed(source.data, self.interface, pause, before)
        if ts.root_node.has_error:
            ts = parsed(source.data, self.interface, pause)
        kept = Kept(self.root, self.damaged, edit)
        tree = Tree(source, ts, self.interface, kept, pause)
        kept.finish()
        return tree


def _point(source: Source, offset: int) -> tuple[int, int]:
    """The row and column of a byte."""
    line = source.line_of(offset)
    return line, offset - source.line_starts[line]


# A copy may pause at each node whose number has none of these bits: it takes a millisecond or two.
_OFTEN = 1023


class Copying:
    """Copies what is below a node.

    kept: what is taken over instead. shift: how far behind the beginning of what was parsed the
    text is now. first: where the data begins. errors: whether there are any. pause: called now and
    then.
    """

    __slots__ = ("data", "errors", "first", "interface", "kept", "pause", "shift")

    def __init__(self, data: bytes, interface: bool, kept: Kept | None = None) -> None:
        self.data = data
        self.interface = interface
        self.kept = kept
        self.shift = self.first = 0
        self.errors = False
        self.pause: Callable[[], None] | None = None

    def below(self, root: Node, ts_root: Any) -> None:
        """Copy with one cursor; iterative, so that depth costs no stack.

        Names come from tables by id: decoding a name per node would double the cost.
        """
        kinds, fields = _TABLES[self.interface]
        kept, shift, errors, pause = self.kept, self.shift, self.errors, self.pause
        cursor = ts_root.walk()
        first, following, up = (
            cursor.goto_first_child,
            cursor.goto_next_sibling,
            cursor.goto_parent,
        )
        interface, folded = self.interface, _FOLDED[self.interface]
        item = root.item
        read = 0
        listed = root.kind in _LISTS
        siblings = root.children
        parent, descended = root, first()
        while descended:
            ts = cursor.node
            kind_id = ts.kind_id
            kind, named = kinds[kind_id] if kind_id < _ERROR_ID else ("ERROR", True)
            start, end = ts.start_byte + shift, ts.end_byte + shift
            read += 1
            if not read & _OFTEN and pause is not None:
                pause()
            below = False
            if kind == "comment":
                _add(item, "comments", start, end)
            else:
                known = kept.same(ts, kind, start, end) if listed and named and kept else None
                if known is not None and known.node is not None:
                    node = known.node
                    node.parent = parent
                    item.inner.append(known)
                else:
                    if listed and named:
                        item = self._begun(item, start, end)
                    origin = item.start
                    field = fields[cursor.field_id or 0]
                    node = Node(kind, start - origin, end - origin, named, field, parent, item)
                    if listed and named:
                        item.node = node
                    if errors and _is_broken(ts):
                        _add(item, "broken", start, end)
                    if kind in folded and (interface or parent.parent is None) and not ts.has_error:
                        item.fold(node, ts)
                    else:
                        below = first()
                siblings.append(node)
            if below:
                parent, siblings = node, []
                node.below = siblings
                listed = kind in _LISTS
                continue
            while not following():
                if parent is root:
                    descended = False
                    break
                up()
                assert parent.parent is not None
                parent = parent.parent
                siblings = parent.children
                listed = parent.kind in _LISTS
            item = parent.item

    def _begun(self, around: Item, start: int, end: int) -> Item:
        """A new item inside another."""
        depth = around.depth + 1
        if depth <= _OWN_TEXT:
            item = Item(start, self.data[start - self.first : end - self.first], 0, depth)
        else:
            item = Item(start, around.data, around.base + start - around.start, depth)
        around.inner.append(item)
        return item


def _unfold(node: Node) -> None:
    """Copy what is below a folded node."""
    item = node.item
    assert item.folded is not None
    ts = item.folded.pop(node)
    interface = node.kind not in _FOLDED[False]
    if isinstance(ts, str):  # an item reads the same by itself
        text = item.data[item.base + node.first_byte : item.base + node.last_byte]
        ts = parser(interface).parse(text).root_node.child(0)
    copying = Copying(item.data, interface)
    copying.first = item.start
    copying.shift = node.start - ts.start_byte
    node.below = []
    copying.below(node, ts)


def outlined(node: Node) -> str:
    """The name of what an item declares that is not copied yet; "" when it is."""
    item = node.item
    known = item.folded.get(node) if item.folded else None
    if known is not None and node.kind == _VALUE and not isinstance(known, str):
        return value_name(item.data[item.base + node.first_byte : item.base + node.last_byte])
    return known if isinstance(known, str) else ""


def value_name(text: bytes) -> str:
    """The name that a `val` or `external` of this text declares, an operator's without its
    parentheses; "" where it takes the parser to tell."""
    if b"(*" in text or not text.startswith((b"val ", b"external ")):
        return ""
    name = text.split(None, 2)[1].partition(b":")[0]
    if name.startswith(b"("):
        name = text[text.index(b"(") + 1 : text.index(b")")].strip()
    return name.decode()


def bindings(node: Node) -> list[tuple[str, str, str]]:
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
        return found
    found = []
    for child in ts.named_children:
        if child.type != "comment":
            pattern = child.child_by_field_name("pattern")
            kind, text = (
                (pattern.type, pattern.text.decode(errors="replace")) if pattern else ("", "")
            )
            found.append((child.type, kind, text))
    return found


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
    return Tree(source, parsed(source.data, interface, pause), interface, None, pause)


def _is_broken(node: Any) -> bool:
    """Whether one of the parser's nodes is, itself, something that could not be read. A missing
    name is a node that nobody is shown: what is around it has an error, and no child that has."""
    if node.is_error or node.is_missing:
        return True
    return node.has_error and not any(c.has_error or c.is_error for c in node.children)


def count_broken(
    data: bytes, interface: bool = False, pause: Callable[[], None] | None = None
) -> int:
    """How many spans `Tree.broken` would have for a text; nothing is copied for it. pause: called
    from time to time, where the text is long."""
    found = 0
    todo = [parsed(data, interface, pause).root_node]
    while todo:
        node = todo.pop()
        found += _is_broken(node)
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


_WRAPPERS = ("parenthesized_expression", "typed_expression")


def unwrapped(node: Node) -> Node:
    """The expression inside of all parentheses and annotations around it."""
    while node.kind in _WRAPPERS and (inner := node.get("expression")):
        node = inner
    return node


class Arguments:
    """The arguments of a call, read once. plain: those without a label, in order; labelled: the
    `labeled_argument` of each label."""

    __slots__ = ("labelled", "plain")

    def __init__(self, given: list[Node]) -> None:
        self.plain = [node for node in given if node.kind != "labeled_argument"]
        self.labelled = {label_of(node): node for node in given if node.kind == "labeled_argument"}

    def value(self, label: str) -> Node:
        """What is given for a label; `NO_NODE` where nothing is."""
        return value_of(self.labelled.get(label, NO_NODE))


def label_of(argument: Node) -> str:
    """The label of an argument, "" where it has none."""
    known = argument.kind == "labeled_argument"
    return READER.text(argument.part("label_name")) if known else ""


def value_of(argument: Node) -> Node:
    """What an argument gives, without its label; a pun gives what its label names."""
    if argument.kind != "labeled_argument":
        return argument
    return argument.child("expression") or argument.part("label_name")
