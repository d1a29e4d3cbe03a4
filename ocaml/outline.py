"""Interfaces of which only those items are parsed that somebody asks for.

A unikernel names a few of the hundreds of values and signatures that the interfaces have which come
with the tool. Those are laid out alike: an item begins in the first column with its keyword, and no
other line begins with one. So their items can be told apart, and what they declare be named,
without the parser; what is in an item is parsed when its node is unfolded.
"""

from __future__ import annotations

import re
from typing import Any

from mirageport.ocaml.grammar import parser
from mirageport.ocaml.tree import Item, Node

_NAMED = {
    b"val": "value_specification",
    b"external": "external",
    b"module type": "module_type_definition",
    b"module": "module_definition",
}
_COMMENT = b"(*"
# Where an item begins, its keyword if it has a name right behind it, and that name.
_BEGIN = re.compile(
    rb"^(?:(val|external|module type|module) (?:\( *(\S+) *\)|(\S+))"
    rb"|(?=class |exception |include |open |type |\[@@@|\(\*))",
    re.MULTILINE,
)


def outline(data: bytes) -> Node:
    """The root of an interface's tree. It has no comments, and begins with the text."""
    root = Node("compilation_unit", 0, len(data), True, None, None, Item(0, data))
    root.item.node, root.below = root, []
    begun = list(_BEGIN.finditer(data))
    ends = [each.start() for each in begun[1:]] + [len(data)]
    for begin, end in zip(begun, ends, strict=True):
        start = begin.start()
        keyword, operator, name = begin.groups()
        text = data[start:end].rstrip()
        if keyword:
            root.below.append(
                _item(root, start, text, _NAMED[keyword], (operator or name).decode())
            )
        elif not text.startswith(_COMMENT):
            # A type, say, is no name without its parts: it is parsed now.
            parsed = parser(True).parse(text).root_node.child(0)
            root.below.append(_item(root, start, text, parsed.type, parsed))
    return root


def _item(root: Node, start: int, text: bytes, kind: str, ts: Any) -> Node:
    """The folded node of one item; `ts` is its name or the parser's node."""
    item = Item(start, text, depth=1)
    root.item.inner.append(item)
    item.node = node = Node(kind, 0, len(text), True, None, root, item)
    item.fold(node, ts)
    return node
