"""Types that stood for a tuple and are abstract now.

The page says which function makes one of a tuple (`made`), and which give its parts (`parts`), by
their paths. A function in the tuple that gave a polymorphic variant may give a `result` now
(`shape`, a name as in `results`). The rule stands beside the type, and beside the values that take
or give it: a tuple that flows into one of these, or that is annotated so, is one of this type.
"""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.composed import results_of
from mirageport.diagnostics.changes.results import ResultSites
from mirageport.diagnostics.editor import is_atomic
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.reach import written
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.edit import Edit as Made
from mirageport.ocaml.items import Item
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import READER, unwrapped, wrapped
from mirageport.ocaml.types import Arrow, Tup, component_of, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Component,
        Context,
        Edit,
        Editor,
        Finding,
        Node,
        Record,
        Rule,
        Site,
        Type,
    )
    from mirageport.ocaml.types import Origin

KIND = "tuple-abstract"

_TAKERS = ("fst", "snd")


class Remade(NamedTuple):
    """A tuple that is made something else, or taken apart by functions: the edits, and the tags in
    its functions, with the shape that they get."""

    title: str
    edits: tuple[Edit, ...]
    sites: tuple[Site, ...]
    shape: str

    def edit(self, editor: Editor) -> str:
        """All edits at once."""
        editor.edits += [Made(*each) for each in self.edits]
        if self.sites:
            ResultSites(self.shape, self.sites, ()).edit(editor)
        return self.title


class _Tuple(NamedTuple):
    """A tuple of such a type. node: the tuple, its pattern, or a value that is one; component: the
    tags that its functions give; item: what is known of the type."""

    node: Node
    rule: Rule
    item: Item
    component: Component | None


def find(context: Context) -> Iterator[Finding]:
    """Tuples of such types, and where one is taken apart. Those whose functions give the same tags
    are fixed together, if all of them can be."""
    together: dict[int, list[Finding]] = {}
    for tags, finding in _found(context):
        together.setdefault(tags if tags >= 0 else -1 - finding.start, []).append(finding)
    for findings in together.values():
        known = [each.facts for each in findings if isinstance(each.facts, Remade)]
        if len(known) < len(findings) and len(findings) > 1:
            yield from (each._replace(facts=None, applicability=MANUAL) for each in findings)
        elif known:
            edits = tuple(dict.fromkeys(edit for each in known for edit in each.edits))
            facts = known[0]._replace(edits=edits)
            yield from (each._replace(facts=facts) for each in findings)
        else:
            yield from findings


def _found(context: Context) -> Iterator[tuple[int, Finding]]:
    """Each finding, with where the first of the tags is that its functions give; -1 for none."""
    annotated = dict(_annotated(context))
    if not (annotated or context.ruled(KIND) or any(_declared(context))):
        return
    every: list[tuple[tuple[int, int], tuple[int, Finding]]] = []
    for node in context.gathered(_looked_at):
        every += [((node.start, -node.end), each) for each in _of_node(context, node, annotated)]
    yield from (each for _place, each in sorted(every, key=itemgetter(0)))
    for use, rule in context.ruled(KIND):
        if use.item.to:
            yield from ((-1, each) for each in _taken_over(context, use, rule))


def _looked_at(records: list[Record]) -> list[Node]:
    """What may make such a tuple, or take one apart."""
    kinds, nodes = ("tuple_expression", "tuple_pattern"), chain(*(each.types for each in records))
    return [node for node in nodes if node.kind in kinds or _taker(node) in _TAKERS]


def _taker(node: Node) -> str:
    """The function of a call."""
    called = node.kind == "application_expression"
    return READER.text(node.child("function")) if called else ""


def _of_node(
    context: Context, node: Node, annotated: dict[Node, _Tuple]
) -> Iterator[tuple[int, Finding]]:
    if node.kind == "tuple_expression":
        found = annotated.get(node) or _flowing(context, node)
        if found:
            yield _first(found), _made(context, found)
    elif node.kind == "tuple_pattern":
        found = _flowing(context, node)
        if found and not _is_written(node):
            yield _first(found), _taken_apart(context, found)
    else:
        yield from _part_taken(context, node)


def _first(found: _Tuple) -> int:
    sites = found.component.sites if found.component else ()
    return sites[0].node.start if sites else -1


def _annotated(context: Context) -> Iterator[tuple[Node, _Tuple]]:
    """The tuples that a `let` gives, where it is said to give one of such a type."""
    for use in context.analysis.named_types.values():
        for rule in context.rules_of(use.item.changes, KIND):
            binding = use.node.up("let_binding")
            annotation = binding.child("type") if binding is not None else use.node
            if binding is None or annotation.end != use.node.end:
                continue
            for result in results_of(binding.child("body")):
                if result.kind == "tuple_expression":
                    found = _component(context.type_of(result))
                    yield result, _Tuple(result, rule, use.item, found)


def _component(type_: Type | None) -> Component | None:
    """The tags that the functions of a tuple give."""
    for part in type_.items if isinstance(type_, Tup) else ():
        function = prune(part)
        if isinstance(function, Arrow):
            found = component_of(function.result)
            if found is not None:
                return found
    return None


def _flowing(context: Context, node: Node) -> _Tuple | None:
    """What is known of a tuple that flows into, or out of, a value that takes or gives such."""
    found = _component(context.type_of(node))
    for origin in found.origins if found else ():
        item = _item(origin)
        rules = context.rules_of(item.changes, KIND) if item else ()
        if item and rules:
            return _Tuple(node, rules[0], item, found)
    return None


def _declared(context: Context) -> Iterator[bool]:
    """Whether tags are those of such a type by the file's interface, one after the other."""
    for component in context.analysis.components:
        for item in filter(None, map(_item, component.origins)):
            yield bool(item.changes and context.rules_of(item.changes, KIND))


def _item(origin: Origin) -> Item | None:
    """The value, or the type that the file's interface names, that tags came from."""
    known = origin.use.item if isinstance(origin.use, Use) else origin.type_item
    return known if isinstance(known, Item) else None


def _around(pattern: Node) -> Node:
    """A pattern with the parentheses around it."""
    while pattern.above.kind == "parenthesized_pattern":
        pattern = pattern.above
    return pattern


def _is_written(pattern: Node) -> bool:
    """Whether a pattern takes apart what a tuple beside it was written for."""
    binding = _around(pattern).above
    return unwrapped(binding.child("body")).kind == "tuple_expression"


def _obstacle(context: Context, found: _Tuple) -> str:
    """Why the tags of a tuple's functions cannot change with it; "" where they can."""
    if found.component is None:
        return "it is not known what its functions give"
    names = {
        f"`{origin.name}`"
        for origin in found.component.origins
        if not (item := _item(origin)) or not any(context.rules_of(item.changes, KIND))
    }
    if names:
        return f"its tags are also those of {', '.join(sorted(names))}"
    tags = {site.tag for site in found.component.sites}
    own = sorted(tags - context.pack.shapes[found.rule.options["shape"]].keys())
    return f"{', '.join(own)} is a tag of your own" if own else ""


def _finding(context: Context, found: _Tuple, at: Node, title: str, edits: list[Edit]) -> Finding:
    obstacle = _obstacle(context, found)
    message, facts = found.rule.message, None
    if obstacle or not edits:
        message += f" There is no fix, because {obstacle or 'it stands where no function can'}."
    else:
        sites = found.component.sites if found.component else ()
        facts = Remade(title, tuple(edits), sites, found.rule.options["shape"])
    return context.finding(found.rule, at, facts, item=found.item.path, message=message)


def _made(context: Context, found: _Tuple) -> Finding:
    outer = wrapped(found.node)
    call = outer.above
    use = context.use_at(call.child("function"))
    edits: list[Edit] = []
    made = written(context, outer, found.rule.options["made"])
    if use is None or not use.item.to:
        before, after = (made + " ", "") if outer is not found.node else (f"{made} (", ")")
        if outer.field == "argument" or call.kind == "tuple_expression":
            before, after = f"({before}", f"{after})"
        edits = [context.insert(outer.start, before)]
        edits += [context.insert(outer.end, after)] if after else []
    else:
        new = use.sibling(use.item.to)
        edits = [context.replace(use.node, new)]
    return _finding(context, found, found.node, f"Write `{made}`", edits)


def _taken_apart(context: Context, found: _Tuple) -> Finding:
    """`let a, b = value`: each part is given by a function now."""
    pattern, binding = _around(found.node), _around(found.node).above
    body = unwrapped(binding.child("body")) if binding.kind == "let_binding" else found.node
    parts, names = _parts(context, found, body), found.node.named_children
    needed = [place for place, name in enumerate(names) if name.kind != "any_pattern"]
    edits, text = [], context.text(body)
    if body is found.node:
        pass
    elif len(needed) == 1:
        (place,) = needed
        given = text if is_atomic(body) else f"({text})"
        edits = [
            context.replace(pattern, context.text(names[place])),
            context.replace(body, f"{parts[place]} {given}"),
        ]
    elif body.kind == "value_path":
        edits = [context.replace(body, ", ".join(f"{part} {text}" for part in parts))]
    return _finding(context, found, found.node, "Take it apart by functions", edits)


def _taken_over(context: Context, use: Use, rule: Rule) -> Iterator[Finding]:
    """What made something of the type of a tuple, given what is of that type already."""
    arguments = use.arguments
    given = unwrapped(arguments[-1]) if arguments else use.node
    if given.kind != "tuple_expression":
        edits = []
        if len(arguments) == 1 and use.call:
            edits = [context.replace(wrapped(use.call), context.text(arguments[0]))]
        facts = Remade(f"Drop `{context.text(use.node)}`", tuple(edits), (), "") if edits else None
        yield context.finding(rule, use.node, facts, item=use.item.path)


def _part_taken(context: Context, node: Node) -> Iterator[tuple[int, Finding]]:
    """`fst value` and `snd value`."""
    function, given = node.child("function"), node.all("argument")
    if len(given) != 1 or context.bound(function):
        return
    found = _flowing(context, given[0])
    if found:
        new = _parts(context, found, function)[_TAKERS.index(_taker(node))]
        edits = [context.replace(function, new)]
        yield _first(found), _finding(context, found, function, f"Write `{new}`", edits)


def _parts(context: Context, found: _Tuple, at: Node) -> list[str]:
    return [written(context, at, each) for each in found.rule.options["parts"].split()]
