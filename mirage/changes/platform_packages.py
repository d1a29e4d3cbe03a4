"""Packages whose name ends with the target: Mirage 3's target and its devices bring them.

They are put together with a name of the target, `"mirage-net-" ^ platform`, or are lists that are
picked by the mode.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics import spans
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.unread import definitions
from mirageport.mirage.evaluate import Unknown, evaluate
from mirageport.mirage.per_target import TARGETS
from mirageport.ocaml.tree import unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node
    from mirageport.mirage.evaluate import Value


RULE = "pkg-platform"

_NAMES = ("unix", "macosx", "xen", "freestanding")


def find(context: Context) -> Iterator[Finding]:
    """Members such as `"mirage-net-" ^ platform` of a list, with what `get_mode ()` gave."""
    if not context.is_config:
        return
    found = context.rule(RULE)
    prefixes = found.options["prefixes"].split()
    groups: dict[Node, list[Node]] = {}
    for node in context.tree.root.descendants():
        name = _platform(context, node, prefixes)
        if name is not None:
            groups.setdefault(name, []).append(node)
    yield from _lists(context, prefixes)
    for name, members in groups.items():
        for member in members:
            yield context.finding(
                found,
                member,
                rewriting(
                    "Remove them, because the target adds them", _edits(context, name, members)
                ),
                use=context.text(member),
            )


def _platform(context: Context, node: Node, prefixes: list[str]) -> Node | None:
    """Where the platform in a member of a list is bound; None for anything else."""
    left, right = node.child("left"), node.child("right")
    joined = context.text(node.child("operator")) == "^" and context.string(left) in prefixes
    match = context.bound(right).above.child("body")
    if node.above.kind != "list_expression" or not joined or match.kind != "match_expression":
        return None
    found = _for_each_target(context, match)
    return context.bound(right) if found and all(isinstance(e, str) for e in found) else None


def _for_each_target(context: Context, match: Node) -> list[Value]:
    """What a match on `get_mode ()` gives for each target; empty for any other."""
    mode = unwrapped(match.child("expression")).get("function")
    used = context.use_at(mode)
    if used is None or used.item.path != "Mirage.get_mode":
        return []
    try:
        return [evaluate(context.analysis, match, {}, mode) for mode in TARGETS]
    except Unknown:
        return []


# -- lists that are picked by the mode -------------------------------------------------------------


def _lists(context: Context, prefixes: list[str]) -> Iterator[Finding]:
    """`names @ platform_names`, where the second is one list for each target, of nothing but such
    packages."""
    for node in context.tree.root.descendants():
        left, right = node.child("left"), node.child("right")
        for part, rest in ((right, left), (left, right)):
            name = context.bound(unwrapped(part))
            match = name.above.child("body") if name else unwrapped(part)
            if context.text(node.child("operator")) != "@" or match.kind != "match_expression":
                continue
            if _are_platforms(_for_each_target(context, match), prefixes):
                edits = [_gone(context, node, part, rest)]
                edits += definitions(context, [name], [wrapped(part)])
                facts = rewriting("Remove them, because the target adds them", sorted(edits))
                yield context.finding(context.rule(RULE), part, facts, use=context.text(part))
                break


def _gone(context: Context, whole: Node, part: Node, rest: Node) -> Edit:
    """One side of `@` taken out, with the operator."""
    if part.start > rest.start:
        return context.name, rest.end, whole.end, ""
    return context.name, whole.start, rest.start, ""


def _are_platforms(lists: list[Value], prefixes: list[str]) -> bool:
    """Whether lists have nothing but packages of a target."""
    names = [name for some in lists for name in (some if isinstance(some, list) else [None])]
    return bool(names) and all(
        isinstance(name, str)
        and any(name.startswith(prefix) and name[len(prefix) :] in _NAMES for prefix in prefixes)
        for name in names
    )


def _edits(context: Context, name: Node, members: list[Node]) -> tuple[Edit, ...]:
    """The members taken out, and the platform's definition where nothing else asks for it."""
    listed = {member.above for member in members}
    edits = [context.remove(span) for each in listed for span in spans.members(each, members)]
    return tuple(sorted([*edits, *definitions(context, [name], members)]))
