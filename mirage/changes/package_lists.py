"""Edits of a list of packages in config.ml: one that gets too long for one line is laid out anew,
one package a line, whichever edit makes it so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.syntax import is_map
from mirageport.mirage.packages import laid_out
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Arguments, unwrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Edit, Node


def added(config: Context, members: Node, text: str) -> Edit:
    """One more package in a list."""
    kept = members.named_children
    if not kept:
        return config.name, members.start, members.end, f"[ {text} ]"
    last = kept[-1]
    if config.source.line_of(members.start) != config.source.line_of(last.start):
        return config.name, last.end, last.end, f";{_line(config, last)}{text}"
    edit = config.name, last.end, last.end, f"; {text}"
    return one_a_line(config, members, [*map(config.text, kept), text]) or edit


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
    return one_a_line(config, members, entries) or edit


def one_a_line(config: Context, members: Node, entries: list[str]) -> Edit | None:
    """A list in one line with other members, one a line; None where one line will do."""
    source = config.source
    if source.line_of(members.start) != source.line_of(members.end):
        return None
    whole = laid_out(entries, _line(config, members))
    return (config.name, members.start, members.end, whole) if source.newline in whole else None


def _line(config: Context, node: Node) -> str:
    """The end of a line, with the blanks that the line of a node begins with."""
    return config.source.newline + config.source.indent(node.start)


class PackageCall(NamedTuple):
    """`package ~sublibs:[ .. ] ".."`. listed: the list of parts. labels: all labels it has. mapped:
    whether it is a name alone, in `List.map package [ ".." ]`."""

    name: str
    listed: Node
    parts: list[str]
    labels: frozenset[str]
    mapped: bool = False

    @property
    def alone(self) -> bool:
        """Whether nothing but its name is said of it."""
        return not self.labels


def package_call(context: Context, call: Node) -> PackageCall | None:
    """What a call of Mirage's `package` says; None for anything else."""
    if call.kind == "string":
        outer = call.above.above
        if call.above.kind != "list_expression" or not is_map(context, outer):
            return None
        use = context.use_at(outer.all("argument")[0])
        known = use is not None and use.item.path == "Mirage.package"
        return PackageCall(context.string(call), NO_NODE, [], frozenset(), True) if known else None
    function = call.child("function")
    if context.last_name(function) != "package" or function in context.analysis.refs:
        return None
    given = Arguments(call.all("argument"))
    if len(given.plain) != 1 or given.plain[0].kind != "string":
        return None
    listed = given.value("sublibs")
    parts = [context.string(each) for each in listed.descendants() if each.kind == "string"]
    return PackageCall(context.string(given.plain[0]), listed, parts, frozenset(given.labelled))


def strings(context: Context, node: Node) -> list[str] | None:
    """The members of a list of string literals; None for anything else."""
    listed = unwrapped(node)
    if listed.kind == "empty_list":
        return []
    members = listed.named_children
    if listed.kind != "list_expression" or any(member.kind != "string" for member in members):
        return None
    return [context.string(member) for member in members]
