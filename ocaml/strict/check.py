"""The self-check of the files of one program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env, resolve_path
from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.infer.state import bounded
from mirageport.ocaml.items import Item
from mirageport.ocaml.modules import Module, ModuleType, SigModule, Unknown, eval_module_type
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.ocaml.strict import modules, structures
from mirageport.ocaml.strict.convert import Converter
from mirageport.ocaml.strict.printing import shown
from mirageport.ocaml.strict.state import (
    SIGNATURE,
    SYNTAX,
    Common,
    Conflict,
    Hole,
    State,
    Structure,
)
from mirageport.ocaml.strict.types import Clash
from mirageport.ocaml.tree import READER, parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirageport.ocaml.strict.state import Functor
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type

MIN_STEPS = 600_000
STEPS_PER_BYTE = 16
"""How many steps the types of a file may take. Real files took no more than five a byte."""
_RECURSION = 6_000


class Unit(NamedTuple):
    """A module of the program: the trees of its .ml and its .mli, where it has them. strict:
    whether `e; e'` asks for unit. opens: the modules that its build opens before its first line."""

    implementation: Tree | None
    interface: Tree | None
    strict: bool = True
    opens: tuple[str, ...] = ()


class Around(NamedTuple):
    """A scope, and whether a module is opened in it of which nothing is known."""

    env: Env
    hides: bool


class Judged(NamedTuple):
    """What a file came to. complete: whether all of it was looked at. exported: it as a module."""

    conflicts: tuple[Conflict, ...]
    complete: bool
    exported: Module


class Program:
    """The modules of a program against the libraries in sight; each is walked once.

    units: by the name of the module. base: what is in scope before the first line of each.
    removed: the name of the release that no longer has a toplevel module, "" where none is known.
    pause: called between two steps of a walk. uses: which modules of the program each one names,
    of those that were walked. trusting: whether modules of which nothing is known leave the names
    of the standard library's modules as they are.
    """

    def __init__(
        self,
        units: Mapping[str, Unit],
        base: Env,
        removed: Callable[[str], str],
        pause: Callable[[], None] | None = None,
        trusting: bool = False,
    ) -> None:
        self.units = units
        self.common = Common(removed, pause, trusting)
        self.base = Env(base, loader=self.module)
        self.base.permanent = False
        self._modules: dict[str, Module] = {}
        self._judged: dict[str, Judged] = {}
        self._walking: list[str] = []
        self.uses: dict[str, set[str]] = {}
        self._results: dict[Node, Type] = {}

    def module(self, name: str) -> Module | None:
        """A module of the program as others see it; None when it has none of this name."""
        unit = self.units.get(name)
        if unit is None:
            return None
        if self._walking:
            self.uses.setdefault(self._walking[-1], set()).add(name)
        if name not in self._modules:
            self._modules[name] = Unknown(name)  # what a circle of files sees
            if unit.interface is not None:
                self._modules[name] = self._declared(name, unit.interface)
            else:
                self._modules[name] = self.implementation(name).exported
        return self._modules[name]

    def _declared(self, name: str, tree: Tree) -> Module:
        if tree.damaged:
            return Unknown(name)
        index = SigIndex(tree.root, READER, name)
        around = self.around(name)
        if around.hides or modules.opens_unknown(index, around.env):
            return Unknown(name)
        return SigModule(index, around.env, {}, name, declared=Item("", name, ()))

    def around(self, name: str) -> Around:
        """The scope before the first line of a module of the program."""
        env, hides = Env(self.base), False
        for path in self.units[name].opens:
            module = resolve_path(path.split("."), env)
            if module is None:
                module, hides = Hole(env, self.common.trusting), True
            env = Env(env, opened=module)
        return Around(env, hides)

    def type_of(self, name: str, node: Node) -> Type | None:
        """What an application in the .ml of a module gives; None where it was not reached."""
        self.implementation(name)
        return self._results.get(node)

    def clash(self, name: str, given: Type, text: str) -> tuple[str, str, str, str] | None:
        """A type of a module and one that is written in OCaml, as a person reads them, where they
        cannot be the same; and the parts of the two that differ."""
        tree = self.units[name].implementation
        if tree is None:
            return None
        state = self._state(tree, name)
        written = parse(Source(f"type t = {text}".encode())).root.children[0].part("type_binding")
        wanted = Converter(state, READER, self.base).type(written.child("body"))
        try:
            state.unifier.unify(wanted, state.unifier.instantiate(given))
        except Clash:
            have, want = shown(given, wanted)
            other, one = shown(*state.unifier.apart)
            return have, want, one, other
        return None

    def misfit(self, name: str, device: str, text: str, wanted: ModuleType, what: str) -> str:
        """What a module lacks of a module type, in words; "" where it fits, or that is unknown.

        name: the module of the program that asks. device, text: what the module is called, and its
        own module type in OCaml. what: what wants it, for the words.
        """
        tree = self.units[name].implementation
        written = parse(Source(f"module type T = {text}".encode())).root.children[0]
        given = eval_module_type(written.child("body"), READER, Env(self.base))
        if tree is None or given is None:
            return ""
        state = self._state(tree, name)
        modules.fits(state, tree.root, given.instance(device), wanted, self.base, what)
        return state.conflicts[0].message if state.conflicts else ""

    def functor(self, module: Module) -> Functor | None:
        """A module as a functor; None where it is none, or nothing is known of it."""
        return modules.as_functor(self.common, module)

    def implementation(self, name: str) -> Judged:
        """What the .ml of a module came to."""
        known = self._judged.get(name)
        if known is None:
            self._judged[name] = Judged((), True, Unknown(name))
            known = self._judged[name] = self._walked(name)
        return known

    def _walked(self, name: str) -> Judged:
        unit = self.units[name]
        tree = unit.implementation
        if tree is None:
            return Judged((), True, Unknown(name))
        if tree.damaged:
            return Judged((_syntax(tree),), False, Unknown(name))
        state = self._state(tree, name)
        state.strict_sequence = unit.strict
        exported = Structure(name)

        def walk() -> None:
            structures.structure(state, tree.root, Env(self.around(name).env), exported)
            if unit.interface is not None and not unit.interface.damaged:
                self._against(state, name, exported, unit.interface)

        self._walking.append(name)
        try:
            complete = bounded(walk, _RECURSION)
        finally:
            self._walking.pop()
        self._results.update(state.results)
        return Judged(_distinct(state.conflicts), complete, exported)

    def _state(self, tree: Tree, name: str) -> State:
        steps = max(MIN_STEPS, STEPS_PER_BYTE * len(tree.source.data))
        return State(tree, self.base, self.common, name, steps)

    def _against(self, state: State, name: str, exported: Structure, tree: Tree) -> None:
        """Whether the .ml has what its .mli says; a conflict stands at the .ml's first byte."""
        index = SigIndex(tree.root, READER, name)
        around = self.around(name)
        if around.hides or modules.opens_unknown(index, around.env):
            return
        wanted = ModuleType(index, around.env, {}, None)
        place = state.tree.root
        before = len(state.conflicts)
        modules.fits(state, place, exported, wanted, around.env, "its interface", SIGNATURE)
        start = next((child.start for child in place.named_children), 0)
        for position in range(before, len(state.conflicts)):
            found = state.conflicts[position]
            state.conflicts[position] = found._replace(start=start, end=start)

    def interface(self, name: str) -> Judged:
        """What the .mli of a module came to."""
        tree = self.units[name].interface
        if tree is None:
            return Judged((), True, Unknown(name))
        if tree.damaged:
            return Judged((_syntax(tree),), False, Unknown(name))
        state = self._state(tree, name)
        around = self.around(name)
        if around.hides:
            return Judged((), True, Unknown(name))
        complete = bounded(lambda: modules.signature(state, tree.root, around.env), _RECURSION)
        return Judged(_distinct(state.conflicts), complete, Unknown(name))


def _syntax(tree: Tree) -> Conflict:
    start, end = tree.broken[0]
    return Conflict(start, end, SYNTAX, "this cannot be read as OCaml")


def _distinct(conflicts: list[Conflict]) -> tuple[Conflict, ...]:
    """Each place once, in the order of the text: the first thing found at it counts."""
    found: dict[tuple[int, int], Conflict] = {}
    for each in conflicts:
        found.setdefault((each.start, each.end), each)
    return tuple(sorted(found.values(), key=lambda each: (each.start, -each.end)))
