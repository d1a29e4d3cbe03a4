"""Interfaces of which an item is parsed only when its contents are needed.

A unikernel names a few of the hundreds of values and signatures in the interfaces that come with
the tool. These are laid out alike: an item begins with its keyword in the first column, and no
other line does. So a file is split into items, and most items are named, without the parser; the
contents of an item are parsed when its node is unfolded.
"""

from __future__ import annotations

from typing import Any

from mirageport.ocaml.grammar import parser
from mirageport.ocaml.tree import Item, Node, value_name

_NAMED = {b"val": "value_specification", b"external": "external", b"module": "module_definition"}
_COMMENT = b"(*"
_BEGINS = (
    *(b"val ", b"external ", b"module ", b"class ", b"exception ", b"include ", b"open ", b"type "),
    *(b"[@@@", _COMMENT),
)


def outline(data: bytes) -> Node:
    """The root of an interface's tree. It has no comments, and begins with the text."""
    root = Node("compilation_unit", 0, len(data), True, None, None, Item(0, data))
    root.item.node, root.below = root, []
    begun, at = [], 0
    for line in data.splitlines(keepends=True):
        if line.startswith(_BEGINS):
            begun.append(at)
        at += len(line)
    for start, end in zip(begun, [*begun[1:], at], strict=False):  # an empty file has no item
        text = data[start:end].rstrip()
        if not text.startswith(_COMMENT):
            root.below.append(_item(root, start, text))
    return root


def _item(root: Node, start: int, text: bytes) -> Node:
    """The folded node of one item. One that is no name without its parts, such as a type with
    constructors, is parsed now."""
    if text.startswith(b"type ") and b"[@port" in text and b"[@@" not in text:
        text += b" [@@end]"  # else what stands behind the last constructor is no part of the type
    item = Item(start, text, depth=1)
    root.item.inner.append(item)
    kind, name = _named(text)
    parsed: Any = None if name else parser(True).parse(text).root_node.child(0)
    kind = parsed.type if parsed else kind
    item.node = node = Node(kind, 0, len(text), True, None, root, item)
    item.fold(node, parsed or name)
    return node


def _named(text: bytes) -> tuple[str, str]:
    """The kind of an item and the name that it declares; "" where it is to be parsed for that."""
    words = text.split(None, 3)
    kind = _NAMED.get(words[0], "")
    if words[0] == b"type":
        return "type_definition", _plain_type(text)
    if words[0] != b"module":
        return kind, value_name(text) if kind else ""
    if words[1] == b"type":
        return "module_type_definition", words[2].decode()
    return kind, words[1].decode()


def _plain_type(text: bytes) -> str:
    """The name of a type that has neither fields nor constructors of its own; "" for any other."""
    head, _, body = text.partition(b"[@@")[0].partition(b" =")
    body = body.strip().removeprefix(b"private ")
    first = body.split(None, 1)[0] if body else b""
    if (
        b"=" in body
        or b" +=" in head
        or b"{" in body
        or (first[:1].isupper() and b"." not in first)
    ):
        return ""
    return (
        ""
        if b"|" in body and first[:1] != b"["
        else head.partition(b" constraint ")[0].split()[-1].decode()
    )
