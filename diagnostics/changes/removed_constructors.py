"""Constructors and tags that a type of a library has no more.

The type names the rule (`[@@port "rule"]`), and its form at the target lacks them. What matches one
of them matches nothing any more: its alternative is dropped, or its arm. A value that is built with
one becomes what stands behind it, a function of its argument where it has one (`[@port.becomes
(function (name, None) -> `String name | ..)]`, `Rel` being its own path), or is left to the person.
Types of tags that people spell out (`copied` in pack.md) are known by all their tags together. The
fix of a constructor that becomes something is safe only where no code of the project tells the two
apart. A type of the person's that lists the constructors of such a type again is left to them.
"""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from mirageport.api.fate import lost_constructors, type_item
from mirageport.diagnostics.changes.part_values import built, repeated, replaced
from mirageport.diagnostics.facts import outermost, rewriting
from mirageport.diagnostics.finding import REVIEW, SAFE, WARNING
from mirageport.ocaml.items import Item
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import places
from mirageport.ocaml.tree import NO_NODE, READER, unwrapped
from mirageport.ocaml.types import OWN, UNKNOWN, Row, Site, inside

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Component,
        Context,
        Finding,
        Node,
        Rewrite,
        Rule,
    )

KIND = "constructors-removed"
_COMPARE = frozenset(
    [
        *("compare", "equal", "min", "max", "hash", "mem", "memq", "index", "find_index"),
        *("assoc", "assoc_opt", "assq", "assq_opt", "mem_assoc", "mem_assq", "remove_assoc"),
    ]
)
"""What functions are called, in modules of all libraries, that compare a value they are given."""
_SAID_OF = {
    "pattern": "this pattern matches nothing",
    "expression": "write another value",
    "type": "this type is not the same any more",
}


class _Lost(NamedTuple):
    """What a component is about. had: the tags of the type before; becomes: those that it lost,
    with what a value becomes; copied: whether nothing but all the tags tells so."""

    rule: Rule
    item: Item
    had: frozenset[str]
    becomes: dict[str, str]
    copied: bool


def find(context: Context) -> Iterator[Finding]:
    """Every pattern, value and type in which such a tag stands."""
    library = context.library
    copied = [_of(context, type_item(library, path), True) for path in library.names.copied]
    known: dict[object, list[_Lost]] = {}
    seen: set[Node] = set()
    for component in context.analysis.components:
        found = []
        for item in dict.fromkeys(origin.type_item for origin in component.origins):
            if item not in known:
                known[item] = _of(context, item, False)
            found += known[item]
        about = (each for each in found or chain(*copied) if _is_about(component, each))
        lost = next(about, None)
        if lost is not None:
            sites = [site for site in component.sites if site.tag in lost.becomes]
            seen.update(site.node for site in sites)
            yield from _findings(context, sites, lost)
        elif not found:
            like = next(filter(partial(_may_be_about, context, component), chain(*copied)), None)
            yield from _perhaps(context, component, like) if like is not None else ()
    yield from _constructors(context)
    for lost in chain(*copied):
        for sites in _declared(context, lost):
            yield from _findings(context, [site for site in sites if site.node not in seen], lost)


def _constructors(context: Context) -> Iterator[Finding]:
    """Those of ordinary types."""
    found: dict[Item, list[Site]] = {}
    for use in context.once(built):
        path = use.node
        in_pattern = path.field == "pattern" or path.above.kind.endswith("_pattern")
        role = "pattern" if in_pattern else "expression"
        found.setdefault(use.item, []).append(Site(path, context.last_name(path), role))
    for use, name in repeated(context, "constructor_name"):
        found.setdefault(use.item, []).append(Site(name, context.text(name), "type"))
    for item, sites in found.items():
        for lost in _of(context, item, False):
            yield from _findings(context, [s for s in sites if s.tag in lost.becomes], lost)


def _declared(context: Context, lost: _Lost) -> Iterator[list[Site]]:
    """The types of the text that are copies, used or not."""
    if not lost.becomes or not all(context.source.holds(tag.encode()) for tag in lost.becomes):
        return
    rows: dict[Node, None] = {}
    for tag in places(context.tree, context.tree.root, min(lost.becomes)):
        while tag := tag.around("polymorphic_variant_type"):
            rows[tag] = None
    for row in sorted(rows, key=lambda row: (row.start, -row.end)):
        tags = {context.text(each): each for each in row.descendants() if _names(each)}
        if tags.keys() == lost.had:
            yield [Site(tags[name], name, "type") for name in lost.becomes]


def _of(context: Context, item: object, copied: bool) -> list[_Lost]:
    """What a type lost, by each of its rules."""
    if not isinstance(item, Item):
        return []
    rules = context.rules_of(item.changes, KIND)
    return [_Lost(r, item, *lost_constructors(context.library, item.path), copied) for r in rules]


def _is_about(component: Component, lost: _Lost) -> bool:
    """Whether all types of the text that are joined with the library's are copies of it, as another
    one may have a tag of the same name for itself; of a copy alone, whether it has all the tags."""
    declared = {site.node.above.above for site in component.sites if site.role == "type"}
    own = [{READER.text(tag) for tag in row.descendants() if _names(tag)} for row in declared]
    if any(tags != lost.had and tags & lost.becomes.keys() for tags in own):
        return False
    foreign = any(origin.kind == OWN for origin in component.origins) and not own
    return lost.had in own or component.tags == lost.had if lost.copied else not foreign


def _may_be_about(context: Context, component: Component, lost: _Lost) -> bool:
    """Whether tags of which no type is known may be those of such a type: they, and the tags in
    what they carry, are all tags of it, and one of them is there still."""
    if any(origin.kind != UNKNOWN for origin in component.origins):
        return False
    tags = component.tags.union(*(_tags_inside(context, site.node) for site in component.sites))
    kept = tags - lost.becomes.keys()
    return bool(kept) and kept < tags <= lost.had


def _tags_inside(context: Context, tag: Node) -> Iterator[str]:
    """The tags in what a tag carries, by the text and by its type."""
    carrying = ("application_expression", "tag_pattern")
    whole = tag.above if tag.above.kind in carrying and tag.field != "argument" else tag
    yield from (context.text(each) for each in whole.descendants() if each.kind == "tag")
    type_ = context.type_of(whole)
    for part in inside(type_) if type_ is not None else ():
        yield from part.tags if isinstance(part, Row) else ()


def _perhaps(context: Context, component: Component, lost: _Lost) -> Iterator[Finding]:
    """Findings for a person, who knows the type."""
    for site in component.sites:
        if site.tag in lost.becomes:
            yield context.finding(
                lost.rule,
                site.node,
                item=lost.item.path,
                severity=WARNING,
                use=site.tag,
                type=lost.item.path,
                what="look whether this is of that type, which nothing here says",
            )


def _names(tag: Node) -> bool:
    return tag.kind == "tag" and tag.above.kind == "tag_specification"


def _findings(context: Context, sites: list[Site], lost: _Lost) -> Iterator[Finding]:
    dead = frozenset(site.node for site in sites if site.role == "pattern")
    by = {"pattern": _arms, "expression": _value, "type": _type}
    copy = (f"a copy of {lost.item.path}",) if lost.copied else ()
    plans: dict[Node, Rewrite | None] = {}
    for site in sites:
        arm = _dropped(site.node, dead)
        place, make = (arm.above, _arms) if arm else (_place(site), by[site.role])
        if place not in plans:
            plans[place] = make(context, place, dead, lost) if place else None
        risky = lost.rule.applicability == SAFE and _is_told_apart(context, site.tag, lost)
        yield context.finding(
            lost.rule,
            site.node,
            plans[place],
            item=lost.item.path,
            applicability=REVIEW if risky else "",
            use=site.tag,
            type=lost.item.path,
            what=_SAID_OF[site.role],
            shows=copy,
            known_by=copy,
        )


def _is_told_apart(context: Context, tag: str, lost: _Lost) -> bool:
    """Whether code of the project may do one thing for a constructor and another one for what it
    becomes: by its name alone, as a type may come from anywhere."""
    project, new = context.project, lost.becomes[tag].strip("() ").rpartition(".")[2]

    def found() -> bool:
        return any(
            each.kind in ("constructor_path", "tag")
            and READER.text(each).rpartition(".")[2] == tag
            and _tells_apart(each, new)
            for name in project.files
            if tag.encode() in project.source(name).data
            for each in project.tree(name).root.descendants()
        )

    return bool(new) and project.once(f"told apart {lost.item.path} {tag}", found)


def _tells_apart(name: Node, new: str) -> bool:
    """Whether a pattern is dropped that has another result than that of `new`, or a value is
    compared."""
    if name.field != "pattern" and not name.above.kind.endswith("_pattern"):
        function = READER.text(name.above.child("function")).rpartition(".")[2]
        return name.above.child("operator").kind == "rel_operator" or function in _COMPARE
    case = name.up("match_case") or NO_NODE
    arms = [each for each in case.above.of("match_case") if new in _constants(each)]
    bodies = {READER.text(each.child("body")) for each in (case, *arms)}
    guarded = any(each.of("guard") for each in case.above.of("match_case"))
    return name not in _alternatives(case) or not arms or guarded or len(bodies) > 1


def _alternatives(case: Node) -> list[Node]:
    pattern = case.child("pattern")
    return pattern.named_children if pattern.kind == "or_pattern" else [pattern]


def _constants(case: Node) -> list[str]:
    return [READER.text(each).rpartition(".")[2] for each in _alternatives(case)]


def _place(site: Site) -> Node:
    """What is rewritten for a site: a match or the pattern of a binding, a call, a row."""
    node = site.node
    if site.role == "type":
        return node.above.above
    if site.role == "expression":
        return node.above if node.field == "function" else node
    binding = node.up("match_case", "parameter", "let_binding") or NO_NODE
    return binding.above if binding.kind == "match_case" else binding


# -- patterns --------------------------------------------------------------------------------------


def _dropped(node: Node, dead: frozenset[Node]) -> Node:
    """The outermost arm around a node that matches nothing."""
    found, case = NO_NODE, node.up("match_case")
    while case is not None:
        if _matches_nothing(case.child("pattern"), dead):
            found = case
        case = case.up("match_case")
    return found


def _matches_nothing(pattern: Node, dead: frozenset[Node]) -> bool:
    if pattern.kind == "or_pattern":
        return all(_matches_nothing(each, dead) for each in pattern.named_children)
    return pattern in dead or any(_matches_nothing(n, dead) for n in pattern.named_children)


def _arms(context: Context, match: Node, dead: frozenset[Node], lost: _Lost) -> Rewrite | None:
    """A match, or the pattern of a binding, without what matches nothing."""
    cases = match.of("match_case") or [match]
    kept = [case for case in cases if not _matches_nothing(case.child("pattern"), dead)]
    if not kept:
        return None
    spans = list(_without(match, cases, kept))
    patterns = [node for case in kept for node in case.child("pattern").descendants()]
    for either in patterns:
        if either.kind == "or_pattern" and not _matches_nothing(either, dead):
            parts = either.named_children
            left = [each for each in parts if not _matches_nothing(each, dead)]
            spans += _without(either, parts, left)
    return rewriting("Drop what matches nothing", outermost(map(context.remove, spans)))


def _without(whole: Node, parts: list[Node], kept: list[Node]) -> Iterator[tuple[int, int]]:
    """The bytes of the arms, alternatives or tags that are not kept, each with a bar."""
    if len(kept) == len(parts):
        return
    barred = whole.children.index(parts[0]) and _bar(whole, parts[0]).kind == "|"
    first = parts.index(kept[0])
    if first and not barred:
        yield parts[0].start, kept[0].start
    for part in parts[0 if barred else first :]:
        if part not in kept:
            before = READER.text(whole).encode()[: _bar(whole, part).start - whole.start]
            yield whole.start + len(before.rstrip()), part.end


def _bar(whole: Node, part: Node) -> Node:
    return whole.children[whole.children.index(part) - 1]


# -- types and values ------------------------------------------------------------------------------


def _type(context: Context, row: Node, dead: frozenset[Node], lost: _Lost) -> Rewrite | None:
    """A type without the tags."""
    parts = row.of("tag_specification")
    kept = [part for part in parts if context.text(part.part("tag")) not in lost.becomes]
    if not kept:
        return None
    edits = [context.remove(span) for span in _without(row, parts, kept)]
    return rewriting("Drop the tags from this type", edits)


def _value(context: Context, value: Node, dead: frozenset[Node], lost: _Lost) -> Rewrite | None:
    """A value that is built in another way."""
    arguments, name = value.all("argument"), value.child("function") or value
    path, dot, last = context.text(name).rpartition(".")
    given = tuple(map(unwrapped, arguments))
    edits = replaced(context, value, lost.becomes[last].replace("Rel.", f"{path}{dot}"), given)
    return rewriting("Write another value", edits)
