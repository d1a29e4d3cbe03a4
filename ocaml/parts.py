"""The parts that a long text is parsed in.

A tree of the parser's takes some sixty times the memory of its text, and to parse again after an
edit takes a step for every item. So a long text is parsed part by part, each of some hundred lines,
and no tree is kept but that of the part which was edited last.

A part begins with a keyword that begins an item, which is no expression: only at the beginning of a
text may an item be one with nothing before it. A part has no error, leaves no comment open, and
does not end in `;`, behind which a `let` would go on with the expression. Then the parser is in the
same state where it begins as at the beginning of a text, and what it reads is the same as if it
read all at once. A text of which this cannot be said is one part, however long it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.grammar import parsed, parser
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.ocaml.kept import Replaced
    from mirageport.ocaml.source import Source

LONG = 1 << 16
"""Of more bytes than these a text is parsed in parts: a tree of the parser's for less is small."""
PART = 1 << 14
"""How many bytes a part has at least."""
_BEGINS = (
    *(b"class ", b"exception ", b"external ", b"include ", b"let ", b"module ", b"open "),
    *(b"type ", b"val "),
)
_LONGEST = max(map(len, _BEGINS))
_SEMICOLON = ord(";")


def is_long(data: bytes) -> bool:
    """Whether a text is parsed in parts where that can be."""
    return len(data) > LONG


class Part(NamedTuple):
    """length: of its text, in bytes. tree: the parser's, None where it was let go of."""

    length: int
    tree: Any


class Reparsed(NamedTuple):
    """What an edit made. parts: those of the new text. start, tree: where the part begins that was
    parsed, and the parser's tree of it. spans: the parts of the new text in which the syntax is
    another; None when nobody knows."""

    parts: Parts
    start: int
    tree: Any
    spans: list[tuple[int, int]] | None


class NotInParts(Exception):
    """What a part would be begins or ends in the middle of something."""


class Parts:
    """The parts of one text, in order. damaged: whether there is anything that the parser could not
    read; the text is one part then."""

    __slots__ = ("damaged", "interface", "of")

    def __init__(self, of: list[Part], interface: bool, damaged: bool = False) -> None:
        self.of = of
        self.interface = interface
        self.damaged = damaged

    def trees(self, data: bytes) -> Iterator[tuple[int, Any]]:
        """Where each part begins, and the parser's tree of it."""
        start = 0
        for part in self.of:
            text = data[start : start + part.length]
            yield start, part.tree or parser(self.interface).parse(text)
            start += part.length

    def begin(self, data: bytes) -> Iterator[tuple[int, Any]]:
        """The same of a text that is parsed in parts for the first time; raises `NotInParts`."""
        start = 0
        while start < len(data):
            end = _line_with_item(data, start + PART)
            text = data[start:end]
            tree = parser(self.interface).parse(text)
            if not _fits(tree.root_node, text, start == 0, end == len(data)):
                raise NotInParts
            self.of.append(Part(len(text), None))
            yield start, tree
            start = end

    def after(
        self,
        edit: Replaced,
        old: Source,
        new: Source,
        pause: Callable[[], None] | None = None,
    ) -> Reparsed:
        """The parts of the text that an edit made. pause: called from time to time.

        The parser reuses what the edit did not touch. How it gets over a syntax error depends on
        what it reuses, though, so a broken text is parsed afresh: what is found in a text must not
        depend on how it was typed.
        """
        first, last, start, end = self._touched(edit)
        text = new.data[start : end + edit.shift]
        before = self.of[first].tree if first == last else None
        if before is None:
            before = parser(self.interface).parse(old.data[start:end])
        else:
            before = before.copy()
        before.edit(
            edit.start - start,
            edit.end - start,
            edit.stop - start,
            _point(old, edit.start, start),
            _point(old, edit.end, start),
            _point(new, edit.stop, start),
        )
        if self.damaged:
            tree = parsed(text, self.interface, pause, before)
        else:
            tree = parser(self.interface).parse(text, before)
        if not _fits(tree.root_node, text, first == 0, last + 1 == len(self.of)):
            tree = parsed(new.data, self.interface, pause)
            return Reparsed(whole(tree, new.data, self.interface), 0, tree, None)
        parts = [Part(part.length, None) for part in self.of]
        parts[first : last + 1] = _split(tree, text)
        spans = None
        if not self.damaged:
            ranges = before.changed_ranges(tree)
            blank = start + len(text) - 1  # the same as before, unless it is the text's last byte
            spans = [
                (start + each.start_byte, min(start + each.end_byte, blank)) for each in ranges
            ]
        return Reparsed(Parts(parts, self.interface), start, tree, spans)

    def _touched(self, edit: Replaced) -> tuple[int, int, int, int]:
        """The first and the last part that an edit concerns, and where they begin and end. Of all
        other parts the keyword in front and the blank at the end stay as they are."""
        first = start = at = 0
        for number, part in enumerate(self.of):
            end = at + part.length
            if at + _LONGEST <= edit.start:
                first, start = number, at
            if edit.end < end or number + 1 == len(self.of):
                return first, number, start, end
            at = end
        raise AssertionError("a text has one part at least")


def _line_with_item(data: bytes, start: int) -> int:
    """Where the first line behind a byte begins that may begin an item, or the text's end."""
    at = data.find(b"\n", start)
    while at >= 0 and not data.startswith(_BEGINS, at + 1):
        at = data.find(b"\n", at + 1)
    return at + 1 if at >= 0 else len(data)


def whole(tree: Any, data: bytes, interface: bool) -> Parts:
    """The parts of a text that was parsed as a whole. tree: the parser's."""
    if tree.root_node.has_error:
        return Parts([Part(len(data), tree)], interface, damaged=True)
    return Parts(_split(tree, data), interface)


def _split(tree: Any, text: bytes) -> list[Part]:
    """The parts of a text without error, of which there are several only when it is long."""
    starts = [0]
    if is_long(text):
        for child in tree.root_node.named_children:
            start = child.start_byte
            if start < starts[-1] + PART or child.type == "expression_item":
                continue
            if text.startswith(_BEGINS, start) and text[start - 1 : start].isspace():
                starts.append(start)
    if len(starts) == 1:
        return [Part(len(text), tree)]
    return [
        Part(end - start, None) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)
    ]


def _fits(root: Any, text: bytes, first: bool, last: bool) -> bool:
    """Whether what was parsed by itself reads the same between its neighbours. root: of the
    parser's tree. first, last: whether nothing is before it, or behind it."""
    if root.has_error or not root.child_count:
        return not root.has_error and first and last
    if not first and root.child(0).type == "expression_item":  # which takes a `;;` before it
        return False
    if last:
        return True
    for number in reversed(range(root.child_count)):
        child = root.child(number)
        if child.end_byte == len(text):  # a comment that nothing ends
            return False
        if child.type != "comment":
            return bool(child.type == ";;" or text[child.end_byte - 1] != _SEMICOLON)
    return False


def _point(source: Source, offset: int, start: int) -> tuple[int, int]:
    """The row and column of a byte, counted from where a part begins."""
    line = source.line_of(offset)
    return line - source.line_of(start), offset - max(source.line_starts[line], start)
