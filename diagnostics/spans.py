"""Ranges of text to remove, so that nothing is left of what stood there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirageport.ocaml.source import Source
    from mirageport.ocaml.tree import Node

    Span = tuple[int, int]


def whole_lines(source: Source, start: int, end: int) -> tuple[int, int]:
    """A range widened to whole lines where nothing else stands on them.

    A blank line that follows goes too when a blank line, or nothing, stands before. Where the range
    shares its lines, it takes the blanks behind it along.
    """
    data, starts = source.data, source.line_starts
    first, last = source.line_of(start), source.line_of(max(end - 1, start))
    if data[starts[first] : start].strip() or data[end : source.line_end(last)].strip():
        while end < len(data) and data[end] in b" \t":
            end += 1
        return start, end

    def blank(line: int) -> bool:
        return not data[starts[line] : source.line_end(line)].strip()

    after = last + 1
    if after < len(starts) and blank(after) and (first == 0 or blank(first - 1)):
        after += 1
    return starts[first], starts[after] if after < len(starts) else len(data)


def item(source: Source, node: Node) -> Span:
    """An item with its lines; of `let .. in body` all before the body."""
    body = node.above.child("body") if node.above.kind == "let_expression" else None
    return (node.above.start, body.start) if body else whole_lines(source, node.start, node.end)


def binding(source: Source, node: Node) -> Span:
    """A `let_binding` with its definition, or alone where that has others: `let .. and ..`."""
    every = node.above.of("let_binding")
    if len(every) == 1:
        return item(source, node.above)
    at = every.index(node)
    return (every[at - 1].end, node.end) if at else (node.start, every[1].start)


def with_gap(node: Node) -> Span:
    """A node with the room that keeps it apart from what stands before it."""
    siblings = node.above.children
    return siblings[siblings.index(node) - 1].end, node.end


def gap(source: Source, neighbour: Node) -> str:
    """What keeps something new apart from its neighbour: a line of its own where that has one."""
    before = source.text(source.line_starts[source.line_of(neighbour.start)], neighbour.start)
    return " " if before.strip() else source.newline + before


def members(listed: Node, removed: list[Node]) -> list[Span]:
    """Members of a list or a sequence, each with one separator."""
    every = listed.named_children
    kept = [each for each in every if each not in removed]
    if not kept:
        return [(every[0].start, every[-1].end)]
    last = every.index(kept[-1])
    found = [
        (one.start, other.start) for one, other in pairwise(every[: last + 1]) if one in removed
    ]
    return [*found, (kept[-1].end, every[-1].end)] if last < len(every) - 1 else found
