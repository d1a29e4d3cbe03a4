"""Edits of a list of packages in config.ml: one that gets too long for one line is laid out anew,
one package a line, whichever edit makes it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.packages import laid_out

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.facts import Edit
    from mirageport.ocaml.tree import Node


def added(config: Context, members: Node, text: str) -> Edit:
    """One more package in a list."""
    kept = members.named_children
    if not kept:
        return config.name, members.start, members.end, f"[ {text} ]"
    last = kept[-1]
    if config.source.line_of(members.start) != config.source.line_of(last.start):
        return config.name, last.end, last.end, f";{_line(config, last)}{text}"
    edit = config.name, last.end, last.end, f"; {text}"
    return _broken(config, members, [*map(config.text, kept), text]) or edit


def part_added(config: Context, parts: Node, part: str) -> Edit:
    """One more part in the `~sublibs` of a package."""
    at = parts.named_children[-1].end
    return changed(config, parts, (config.name, at, at, f'; "{part}"'))


def changed(config: Context, inside: Node, edit: Edit) -> Edit:
    """An edit inside a package of a list. inside: a node of that package."""
    members = inside.around("list_expression")
    if not members:
        return edit
    _file, start, end, new = edit
    text = config.source.text
    entries = [
        text(each.start, start) + new + text(end, each.end)
        if each.start <= start and end <= each.end
        else config.text(each)
        for each in members.named_children
    ]
    return _broken(config, members, entries) or edit


def _broken(config: Context, members: Node, entries: list[str]) -> Edit | None:
    """A list in one line with other members, one a line; None where one line will do."""
    source = config.source
    if source.line_of(members.start) != source.line_of(members.end):
        return None
    whole = laid_out(entries, _line(config, members))
    return (config.name, members.start, members.end, whole) if source.newline in whole else None


def _line(config: Context, node: Node) -> str:
    """The end of a line, with the blanks that the line of a node begins with."""
    return config.source.newline + config.source.indent(node.start)
