"""Definitions that nothing reads any more once something else is rewritten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.spans import whole_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.kinds import Context, Node

    Edit = tuple[str, int, int, str]


def definitions(context: Context, names: Iterable[Node], removed: Iterable[Node]) -> Iterator[Edit]:
    """The edits that remove the definitions of names which only code that is rewritten reads, or
    each other. names: where `let`s bind them; removed: the code."""
    spans = [(node.start, node.end) for node in removed]
    waiting, found = list(names), []
    while True:
        unread = [name for name in waiting if _is_unread(context, name, spans)]
        if not unread:
            break
        for name in unread:
            definition = name.up("value_definition")
            assert definition is not None
            found.append(definition)
            spans.append((definition.start, definition.end))
        waiting = [name for name in waiting if name not in unread]
    kept = [
        each
        for each in sorted(found, key=lambda node: node.start)
        if not any(other.start < each.start < other.end for other in found)
    ]
    for first, last in _runs(context, kept):
        yield _removed(context, first, last)


def needed(context: Context, node: Node) -> list[Node]:
    """Where `let`s bind the names that an expression is made of, and those that these are."""
    found: list[Node] = []
    waiting = [node]
    while waiting:
        for part in waiting.pop().descendants():
            name = context.bound(part) if part.kind in ("value_path", "label_name") else None
            if name and name not in found and name.above.kind == "let_binding":
                found.append(name)
                waiting.append(name.above)
    return found


def _runs(context: Context, found: list[Node]) -> Iterator[tuple[Node, Node]]:
    """The first and the last of items that follow each other, so that they are removed as one."""
    runs: list[tuple[Node, Node]] = []
    for definition in found:
        first, last = runs[-1] if runs else (definition, definition)
        between = context.source.data[last.end : definition.start].strip()
        if runs and last.parent is definition.parent and not between:
            runs[-1] = (first, definition)
        else:
            runs.append((definition, definition))
    return iter(runs)


def _is_unread(context: Context, name: Node, spans: list[tuple[int, int]]) -> bool:
    definition = name.up("value_definition")
    if definition is None or len(definition.of("let_binding")) != 1:
        return False
    return all(
        any(start <= reference.start < end for start, end in spans)
        for reference in context.analysis.references(name)
    )


def _removed(context: Context, first: Node, last: Node) -> Edit:
    """Definitions of one name each taken out: whole items, or `let .. in` in front of its body."""
    outer = first.parent
    body = outer.get("body") if outer is not None and outer.kind == "let_expression" else None
    if body is not None:
        return context.name, first.start, body.start, ""
    return context.name, *whole_lines(context.source, first.start, last.end), ""
