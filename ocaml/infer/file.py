"""The inference of one file: scopes and types in one walk."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import Analysis
from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import value_spec_name
from mirageport.ocaml.infer import structures
from mirageport.ocaml.infer.state import State, bounded
from mirageport.ocaml.reuse.skipped import skipped, worth_it
from mirageport.ocaml.types import Unifier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirageport.ocaml.tree import Node, Tree

_RECURSION = 4_500
"""Python frames that `state.MAX_DEPTH` may take: up to six for a level (definitions inside
expressions), then some for types, then the caller's own."""

MIN_STEPS = 150_000
STEPS_PER_BYTE = 4
"""How many steps the types of a file may take: real code takes one for every two bytes, a tower of
types that double takes as many as there are."""


def analyse(
    tree: Tree,
    base: Env,
    former: Analysis | None = None,
    skip: bool = False,
    pause: Callable[[], None] | None = None,
    interface: Tree | None = None,
) -> Analysis:
    """Scopes and types of one file.

    base: what is in scope before its first line (the standard library, and a loader for the
    modules of other files). former: the analysis of the tree that this one was made of by an edit:
    items that the edit did not concern are not walked again, and the former one is spent. skip:
    nothing is said about items that have nothing to do with interfaces (see `reuse/skipped.py`).
    interface: that of the file, if it says something of its values. pause: called between two
    items; when it raises, neither the tree nor the former analysis may be
    used any more. Never raises otherwise, on any input; `Analysis.cut_short` says that the file was
    too deep or too intricate to be followed to its end.
    """
    nodes = None
    if skip and worth_it(tree) and (former is None or former.skipped is not None):
        nodes = skipped(tree, base)
    declared = _declared(tree, interface, base) if interface is not None else {}
    if former is not None and not former.cut_short:
        analysis = _walked(tree, base, nodes, former, pause, declared)
        if analysis is not None:
            former.spend()
            return analysis
    analysis = _walked(tree, base, nodes, None, pause, declared)
    assert analysis is not None
    return analysis


def _declared(tree: Tree, interface: Tree, base: Env) -> dict[Node, tuple[Node, Env]]:
    """The types that an interface has for the values of its file (see `State.declared`)."""
    values = interface.root.of("value_specification")
    state = State(interface, Unifier(MIN_STEPS), base, {}, values)
    around = Env(base)
    around.permanent = False
    names: dict[str, Node] = {}
    for item in tree.root.of("value_definition"):
        bound = (binding.child("pattern") for binding in item.of("let_binding"))
        names.update((tree.text(name), name) for name in bound if name.kind == "value_name")
    found: dict[Node, tuple[Node, Env]] = {}

    def walk() -> None:
        env = structures.structure(state, interface.root, around, state.exported)
        for item in values:
            name = names.get(value_spec_name(item, interface))
            if name is not None:
                found[name] = item.child("type"), env

    bounded(walk, _RECURSION)
    return found


def _walked(
    tree: Tree,
    base: Env,
    nodes: frozenset[Node] | None,
    former: Analysis | None,
    pause: Callable[[], None] | None = None,
    declared: Mapping[Node, tuple[Node, Env]] = MappingProxyType({}),
) -> Analysis | None:
    """A walk over a tree, on top of a former one or from nothing; None when there is no end to it
    on top. nodes: the items that are skipped. declared: see `State`."""
    unifier = Unifier(max(MIN_STEPS, STEPS_PER_BYTE * len(tree.source.data)))
    if former is not None:
        unifier.lineage = former.unifier.lineage
    state = State(tree, unifier, base, former.by_item if former else {}, nodes or ())
    state.pause = pause
    state.declared = declared
    around = state.result
    if not bounded(lambda: structures.file(state), _RECURSION):
        if former is not None:
            return None
        around.cut_short = True
    analysis = Analysis(tree, unifier, around, state.exported)
    if former is not None:
        for record in former.records:
            record.alive = False
        for record in analysis.records:
            record.alive = True
    analysis.skipped = nodes
    if nodes:
        analysis.whole = lambda analysis: _walked(tree, base, None, analysis)
    return analysis
