"""Where a name stands in a text, found by its letters: for questions about one name, without going
over all nodes of the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.tree import Node, Tree


def places(tree: Tree, region: Node, name: str, unless: bytes = b"") -> Iterator[Node]:
    """The smallest node at each place of a piece of code where a name stands as a whole, in order.
    In a comment or a string that is whatever is around it. unless: the byte that may not follow."""
    data, word = tree.source.data, name.encode()
    at = data.find(word, region.start, region.end) if word else -1
    while at >= 0:
        end = at + len(word)
        behind = data[end : end + 1]
        if not _goes_on(data[at - 1 : at]) and not _goes_on(behind) and behind != (unless or None):
            yield region.at(at, end)
        at = data.find(word, end, region.end)


def modules_named(tree: Tree, name: str) -> Iterator[Node]:
    """Where a text gives a name to a module or to a parameter of a functor, in order."""
    for node in places(tree, tree.root, name, b"."):
        parent = node.parent
        if node.kind == "module_name" and parent is not None:
            if parent.kind in ("module_binding", "module_parameter"):
                yield node


def _goes_on(byte: bytes) -> bool:
    """Whether a byte beside a name belongs to it."""
    return byte.isalnum() or byte in (b"_", b"'")
