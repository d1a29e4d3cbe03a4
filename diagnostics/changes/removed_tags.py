"""Tags that a type of a library has no more.

The type names the rule (`[@@port "rule"]`), and its form at the target lacks the tags. What matches
one of them matches nothing any more: its alternative is dropped, or its arm. A value that is built
with one becomes what stands beside the tag, a function of its argument (`[@port.becomes (function
(name, None) -> `String name | ..)]`), or is left to the person. A type of the text with the same
tags as the library's, a copy of it, loses them as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import lost_tags
from mirageport.diagnostics.editor import is_atomic
from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.modules import Forms, Item, SigModule
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import NO_NODE, READER, bare, parse, unwrapped
from mirageport.ocaml.types import OWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from mirageport.diagnostics.kinds import (
        Component,
        Context,
        Edit,
        Finding,
        Node,
        Rewrite,
        Rule,
        Site,
    )

KIND = "tags-removed"
_TODO = {
    "pattern": "this pattern matches nothing",
    "expression": "write another value",
    "type": "this type is not the same any more",
}


class _Lost(NamedTuple):
    """What a component is about. had: the tags of the type before; becomes: those that it lost,
    with what a value becomes; copied: whether only a copy of the type tells so."""

    rule: Rule
    item: Item
    had: frozenset[str]
    becomes: dict[str, str]
    copied: bool


def find(context: Context) -> Iterator[Finding]:
    """Every pattern, value and type in which such a tag stands."""
    named: list[tuple[Item, Rule]] | None = None
    for component in context.analysis.components:
        found = _said(context, (origin.type_item for origin in component.origins))
        copied = not found and any(site.role == "type" for site in component.sites)
        if copied:
            named = _said(context, _items(context)) if named is None else named
        for item, rule in found or (named if copied and named else ()):
            lost = _Lost(rule, item, *lost_tags(context.library, item.path), copied)
            if _is_about(component, lost):
                yield from _component(context, component, lost)
                break


def _said(context: Context, items: Iterable[object]) -> list[tuple[Item, Rule]]:
    """The types among some items that lost tags, with their rules."""
    return [
        (item, rule)
        for item in dict.fromkeys(items)
        if isinstance(item, Item)
        for rule in context.rules_of(item.changes, KIND)
    ]


def _items(context: Context) -> Iterator[Item]:
    """The types of the modules that the file names."""
    for module in {each.path: each for each in context.analysis.module_refs.values()}.values():
        first = module.forms[0] if isinstance(module, Forms) else module
        for layer in first.layers if isinstance(first, SigModule) and module.permanent else ():
            for name in layer.index.types:
                definition = module.type_def(name)
                if definition is not None and definition.item is not None:
                    yield definition.item


def _is_about(component: Component, lost: _Lost) -> bool:
    """Whether all types of the text that are joined with the library's are copies of it: another
    one may have a tag of the same name for itself."""
    declared = {site.node.above.above for site in component.sites if site.role == "type"}
    own = [{READER.text(tag) for tag in row.descendants() if _names(tag)} for row in declared]
    others = any(not tags <= lost.had and tags & lost.becomes.keys() for tags in own)
    foreign = any(origin.kind == OWN for origin in component.origins) and not own
    return not (others or foreign) and (not lost.copied or any(tags == lost.had for tags in own))


def _names(tag: Node) -> bool:
    return tag.kind == "tag" and tag.above.kind == "tag_specification"


def _component(context: Context, component: Component, lost: _Lost) -> Iterator[Finding]:
    sites = [site for site in component.sites if site.tag in lost.becomes]
    dead = frozenset(site.node for site in sites if site.role == "pattern")
    by = {"pattern": _arms, "expression": _value, "type": _type}
    copy = (f"a copy of {lost.item.path}",) if lost.copied else ()
    plans: dict[Node, Rewrite | None] = {}
    for site in sites:
        arm = _dropped(site.node, dead)
        place, make = (arm.above, _arms) if arm else (_place(site), by[site.role])
        if place not in plans:
            plans[place] = make(context, place, dead, lost) if place else None
        yield context.finding(
            lost.rule,
            site.node,
            plans[place],
            item=lost.item.path,
            use=site.tag,
            type=lost.item.path,
            todo=_TODO[site.role],
            shows=copy if site.role == "type" else (),
            known_by=() if site.role == "type" else copy,
        )


def _place(site: Site) -> Node:
    """What is rewritten for a site: a match or the pattern of a binding, a call, a row."""
    node = site.node
    if site.role == "type":
        return node.above.above
    if site.role == "expression":
        return node.above if node.field == "function" else NO_NODE
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
    dropped = _without(match, cases, kept) if len(kept) < len(cases) else ()
    removed = [context.remove(span) for span in dropped]
    inside = [
        context.remove(span)
        for case in kept
        for alternatives in case.child("pattern").descendants()
        if alternatives.kind == "or_pattern"
        for span in _alternatives(alternatives, dead)
    ]
    return rewriting("Drop what matches nothing", [*removed, *inside])


def _alternatives(pattern: Node, dead: frozenset[Node]) -> Iterator[tuple[int, int]]:
    """The bytes of the alternative of two that matches nothing, with the bar between them."""
    first, second = pattern.named_children
    nothing = _matches_nothing(first, dead), _matches_nothing(second, dead)
    if nothing == (True, False):
        yield first.start, second.start
    elif nothing == (False, True):
        yield first.end, second.end


def _without(whole: Node, parts: list[Node], kept: list[Node]) -> Iterator[tuple[int, int]]:
    """The bytes of the arms or tags that are not kept, each with a bar."""
    barred = whole.children[whole.children.index(parts[0]) - 1].kind == "|"
    first = parts.index(kept[0])
    if first and not barred:
        yield parts[0].start, kept[0].start
    for part in parts[0 if barred else first :]:
        if part not in kept:
            before = whole.children[whole.children.index(part) - 2]
            yield before.end, part.end


# -- types and values ------------------------------------------------------------------------------


def _type(context: Context, row: Node, dead: frozenset[Node], lost: _Lost) -> Rewrite | None:
    """A type without the tags."""
    parts = row.of("tag_specification")
    kept = [part for part in parts if context.text(part.part("tag")) not in lost.becomes]
    if not kept:
        return None
    edits = [context.remove(span) for span in _without(row, parts, kept)]
    return rewriting("Drop the tags from this type", edits)


def _value(context: Context, call: Node, dead: frozenset[Node], lost: _Lost) -> Rewrite | None:
    """A value that is built in another way: the text around what it was built of is replaced."""
    arguments, text = call.all("argument"), lost.becomes[context.text(call.child("function"))]
    for pattern, body in _cases(text) if len(arguments) == 1 else ():
        holes: dict[str, Node] = {}
        if _fits(context.text, pattern, unwrapped(arguments[0]), holes):
            return rewriting("Write another value", list(_filled(context, call, body, holes)))
    return None


def _cases(text: str) -> Iterator[tuple[Node, Node]]:
    """The patterns and the bodies of a function that an interface has as a text."""
    function = bare(parse(Source(f"let _ = {text}".encode())).root.children[0].children[1])
    function = bare(function.child("body"))
    if function.kind == "fun_expression":
        yield function.part("parameter").child("pattern"), function.child("body")
    for case in function.of("match_case"):
        yield case.child("pattern"), case.child("body")


def _fits(read: Callable[[Node], str], pattern: Node, value: Node, holes: dict[str, Node]) -> bool:
    """Whether an expression is what a pattern says; holes: what the names of the pattern are."""
    pattern = pattern.named_children[0] if pattern.kind == "parenthesized_pattern" else pattern
    if pattern.kind == "value_pattern":
        holes[READER.text(pattern)] = value
        return True
    value = unwrapped(value)
    if pattern.kind == "constructor_path":
        return READER.text(pattern) == read(value).rpartition(".")[2]
    if pattern.kind == "constructor_pattern":
        name, inner = pattern.named_children
        made, given = read(value.child("function")), value.all("argument")
        named = made.rpartition(".")[2] == READER.text(name) and len(given) == 1
        return named and _fits(read, inner, given[0], holes)
    parts = pattern.named_children, value.named_children
    both = (pattern.kind, value.kind) == ("tuple_pattern", "tuple_expression")
    same = both and len(parts[0]) == len(parts[1])
    return same and all(_fits(read, *each, holes) for each in zip(*parts, strict=True))


def _filled(context: Context, call: Node, body: Node, holes: dict[str, Node]) -> Iterator[Edit]:
    """The body in the place of a call, by the texts between what the call was given."""
    whole, start, done, closing = READER.text(body), call.start, 0, ""
    for name in body.descendants():
        hole = holes.get(READER.text(name)) if name.kind == "value_path" else None
        if hole is not None:
            listed = name.above.kind in ("list_expression", "tuple_expression")
            hole = bare(hole) if listed else hole
            bracket = "" if listed or is_atomic(hole) else "("
            between = whole[done : name.start - body.start]
            yield context.name, start, hole.start, f"{closing}{between}{bracket}"
            start, done = hole.end, name.end - body.start
            closing = ")" if bracket else ""
    yield context.name, start, call.end, f"{closing}{whole[done:]}"
