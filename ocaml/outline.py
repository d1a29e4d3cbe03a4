"""Interfaces of which only those items are parsed that somebody asks for.

A unikernel names a few of the hundreds of values and signatures that the interfaces have which come
with the tool. Those are laid out alike: an item begins in the first column with its keyword, and no
other line begins with one. So their items can be told apart, and what they declare be named,
without the parser; what is in an item is parsed when its node is unfolded.
"""

from __future__ import annotations

from mirageport.ocaml.grammar import parser
from mirageport.ocaml.tree import Item, Node

_NAMED = {
    b"val ": "value_specification",
    b"external ": "external",
    b"module type ": "module_type_definition",
    b"module ": "module_definition",
}
_COMMENT = b"(*"
_BEGINS = (*_NAMED, *(b"class ", b"exception ", b"include ", b"open ", b"type ", b"[@@@", _COMMENT))


def outline(data: bytes) -> Node:
    """The root of an interface's tree. It has no comments, and begins with the text."""
    root = Node("compilation_unit", 0, len(data), True, None, None, Item(0, data))
    root.item.node, root.below = root, []
    begun, at = [], 0
    for line in data.splitlines(keepends=True):
        if line.startswith(_BEGINS):
            begun.append(at)
        at += len(line)
    for start, end in zip(begun, [*begun[1:], at], strict=True):
        if not data.startswith(_COMMENT, start):
            root.below.append(_item(root, start, data[start:end].rstrip()))
    return root


def _item(root: Node, start: int, text: bytes) -> Node:
    """The folded node of one item. A type, say, is no name without its parts: it is parsed now."""
    item = Item(start, text, depth=1)
    root.item.inner.append(item)
    keyword = next((each for each in _NAMED if text.startswith(each)), b"")
    parsed = None if keyword else parser(True).parse(text).root_node.child(0)
    kind = parsed.type if parsed else _NAMED[keyword]
    item.node = node = Node(kind, 0, len(text), True, None, root, item)
    item.fold(node, parsed or _name(text[len(keyword) :]))
    return node


def _name(text: bytes) -> str:
    """The name that a text begins with; an operator without its parentheses."""
    if text.startswith(b"("):
        return text[1 : text.index(b")")].strip().decode()
    return text.split(None, 1)[0].decode()
