"""Code of config.ml that asks for its target, as it is for each target.

Mirage 3 runs config.ml before it knows the target. What asked for it is found with everything that
depends on the answer, through the names of `let`s, up to the devices that are made of it: these can
be chosen later, each written out for its target.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.evaluate import NoBranch, Unknown, branch
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.kinds import Analysis, Node


UNIX, MACOSX, XEN = TARGETS = ("`Unix", "`MacOSX", "`Xen")

# Expressions that can stand as an argument without parentheses.
_ATOMS = frozenset(
    [
        "value_path",
        "parenthesized_expression",
        "string",
        "number",
        "unit",
        "tag",
        "list_expression",
        "empty_list",
        "boolean",
    ]
)
_BRANCHING = ("match_expression", "if_expression")
# What a branch can stand in without parentheses of its own.
_OPEN = ("parenthesized_expression", "let_binding", "let_expression", "match_case")


class Spread(NamedTuple):
    """Where an answer goes. wholes: the devices, or lists of them, that are made of it; places:
    where it, or a name that depends on it, is read; names: these names, where they are bound; rest:
    where it goes into anything else."""

    wholes: tuple[Node, ...]
    places: frozenset[Node]
    names: tuple[Node, ...]
    rest: tuple[Node, ...]


def spread(analysis: Analysis, asking: Node, is_whole: Callable[[Node], bool]) -> Spread:
    """Where the answer to `get_mode ()` goes. asking: the call; is_whole: whether an expression is
    one that can be chosen later."""
    wholes: list[Node] = []
    places: list[Node] = []
    names: list[Node] = []
    rest: list[Node] = []
    waiting = [asking]
    while waiting:
        place = waiting.pop()
        places.append(place)
        end = _end(place, is_whole)
        name = end.get("pattern") if end.kind == "let_binding" else None
        if end.parent is None:  # it stands in broken text, or in nothing that is bound
            rest.append(place)
        elif end.kind != "let_binding":
            wholes += [] if end in wholes else [end]
        elif name is None or name.kind != "value_name" or end.first("parameter") is not None:
            rest.append(place)
        elif name not in names:
            names.append(name)
            waiting += analysis.references(name)
    return Spread(tuple(wholes), frozenset(places), tuple(names), tuple(rest))


def _end(place: Node, is_whole: Callable[[Node], bool]) -> Node:
    """The innermost whole around a place, or the `let` that it is a part of; else the root."""
    node = place
    while node.parent is not None:
        if node is not place and is_whole(node):
            return node
        node = node.parent
        if node.kind == "let_binding":
            return node
    return node


def for_some(analysis: Analysis, node: Node) -> bool:
    """Whether an expression is only run for some targets."""
    outer = node.parent
    while outer is not None and outer.kind != "let_binding":
        asked = outer.get("condition") or outer.get("expression")
        if outer.kind in _BRANCHING and asked is not None:
            if "get_mode" in analysis.tree.text(asked):
                return True
        outer = outer.parent
    return False


class Writing:
    """Expressions as they are for one target. places: as of `Spread`."""

    def __init__(self, analysis: Analysis, places: frozenset[Node], target: str) -> None:
        self.analysis = analysis
        self.places = places
        self.target = target

    def text(self, node: Node) -> str:
        """An expression for the target. Raises `Unknown` where it is not known what is chosen."""
        node = self.chosen(node)
        if not self.depends(node):
            return self.analysis.tree.text(node)
        if node in self.places:
            return self.answer(node)
        inner = node.get("expression") if node.kind == "parenthesized_expression" else None
        if inner in self.places or (inner is not None and self.chosen(inner).kind in _ATOMS):
            return self.text(inner or node)
        source, parts, at = self.analysis.tree.source, [], node.start
        for child in node.children:
            whole = child.kind not in _BRANCHING or node.kind in _OPEN
            parts += [source.text(at, child.start)]
            parts += [self.text(child) if whole else self.argument(child)]
            at = child.end
        return "".join([*parts, source.text(at, node.end)])

    def argument(self, node: Node) -> str:
        """An expression for the target, in parentheses where an argument needs them. Raises
        `Unknown`."""
        text = self.text(node)
        return text if self.chosen(node).kind in _ATOMS else f"({text})"

    def chosen(self, node: Node) -> Node:
        """What an `if` or a `match` takes for the target; anything else itself. Raises
        `Unknown`."""
        while node.kind in _BRANCHING:
            asked = node.get("condition") or node.get("expression") or node
            if not self.depends(asked):
                break
            try:
                node = branch(self.analysis, node, self.target)
            except NoBranch:
                raise
            except Unknown:
                break
        return node

    def depends(self, node: Node) -> bool:
        """Whether an expression depends on the target."""
        return any(node.start <= place.start < node.end for place in self.places)

    def answer(self, node: Node) -> str:
        """What the call of `get_mode` gives, or what a name that depends on it is bound to."""
        if node.kind == "application_expression":
            return self.target
        definition = self.analysis.refs[node].node.parent
        body = definition.get("body") if definition is not None else None
        if body is None or not self.moves(body, node):
            raise Unknown
        pun = f"{self.analysis.tree.text(node)}:" if node.kind == "label_name" else ""
        return pun + self.argument(body)

    def moves(self, body: Node, to: Node) -> bool:
        """Whether the names in an expression mean the same where another stands."""
        for path in body.descendants():
            binding = self.analysis.refs.get(path)
            if binding is None or body.start <= binding.node.start < body.end:
                continue
            definition = binding.node.up("value_definition")
            outer = definition.parent if definition is not None else None
            if outer is None or not outer.start <= to.start < outer.end:
                return False
        return True
