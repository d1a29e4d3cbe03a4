"""Packages whose name ends with the target: Mirage 3's target and its devices bring them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.kinds.config_targets import sides_of
from mirageport.diagnostics.rules import rule
from mirageport.diagnostics.spans import whole_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

    Edit = tuple[str, int, int, str]

RULE = "pkg-platform"


def find(context: Context) -> Iterator[Finding]:
    """Members such as `"mirage-net-" ^ platform` of a list, with what `get_mode ()` gave."""
    if not context.is_config or b"get_mode" not in context.source.data:
        return
    found = rule(RULE)
    prefixes = found.options["prefixes"].split()
    groups: dict[Node, list[Node]] = {}
    for node in context.tree.root.descendants():
        name = _platform(context, node, prefixes)
        if name is not None:
            groups.setdefault(name, []).append(node)
    for name, members in groups.items():
        way = Way("Leave them to the target", found.applicability, _edits(context, name, members))
        for member in members:
            yield context.finding(found, member, Rewrite((way,)), use=context.text(member))


def _platform(context: Context, node: Node, prefixes: list[str]) -> Node | None:
    """Where the platform in a member of a list is bound; None for anything else."""
    inside = node.parent is not None and node.parent.kind == "list_expression"
    left, operator, right = node.get("left"), node.get("operator"), node.get("right")
    if not inside or left is None or operator is None or right is None:
        return None
    if context.text(operator) != "^" or context.text(left).strip('"') not in prefixes:
        return None
    binding = context.analysis.refs.get(right)
    definition = binding.node.parent if binding is not None else None
    match = definition.get("body") if definition is not None else None
    if binding is None or match is None or match.kind != "match_expression":
        return None
    asked = match.get("expression")
    mode = asked.get("function") if asked is not None else None
    used = context.use_at(mode)
    if used is None or used.item.path != "Mirage.get_mode":
        return None
    sides = sides_of(context, match)
    return binding.node if sides and all(side.kind == "string" for side in sides) else None


def _edits(context: Context, name: Node, members: list[Node]) -> tuple[Edit, ...]:
    """The members taken out, and the platform's definition where nothing else asks for it."""
    edits: list[Edit] = []
    lists = {member.parent for member in members if member.parent is not None}
    for listed in sorted(lists, key=lambda node: node.start):
        edits += _without(context, listed, members)
    others = [
        reference
        for reference in context.analysis.references(name)
        if not any(member.start <= reference.start < member.end for member in members)
    ]
    definition = name.up("value_definition")
    if not others and definition is not None and len(definition.of("let_binding")) == 1:
        end = definition.end
        if definition.parent is not None and definition.parent.kind == "let_expression":
            body = definition.parent.get("body")
            end = body.start if body is not None else end
            edits.append((context.name, definition.start, end, ""))
        else:
            edits.append((context.name, *whole_lines(context.source, definition.start, end), ""))
    return tuple(sorted(edits))


def _without(context: Context, listed: Node, members: list[Node]) -> Iterator[Edit]:
    """A list without some of its members."""
    all_ = listed.named_children
    kept = [member for member in all_ if member not in members]
    if not kept:
        yield context.name, all_[0].start, all_[-1].end, ""
        return
    last = all_.index(kept[-1])
    for at in range(last):
        if all_[at] in members:
            yield context.name, all_[at].start, all_[at + 1].start, ""
    if last < len(all_) - 1:
        yield context.name, kept[-1].end, all_[-1].end, ""
