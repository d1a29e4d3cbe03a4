"""What the walk over a file found out, item by item, so that an edit costs only what it touched.

An item rests on what its surroundings answered when it asked for names. As long as they give the
same answers, what was found out about it holds, wherever it stands now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from mirageport.ocaml.types import Owner, components

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.analysis import (
        ConstraintUse,
        FunctorDef,
        FunctorUse,
        NamedUse,
        OpenUse,
        OwnFunctorUse,
        TypeUse,
        UnknownUse,
        Use,
    )
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import Binding, Module
    from mirageport.ocaml.tree import Item, Node
    from mirageport.ocaml.types import Component, Type


T = TypeVar("T")

_NONE: list[Component] = []  # shared by all records without rows, never appended to


class Lookups:
    """The surroundings of an item: answers its questions, and remembers them.

    env: what names mean around the item.
    """

    __slots__ = ("asked", "env")

    def __init__(self, env: Env) -> None:
        self.env = env
        self.asked: dict[tuple[str, str], Any] = {}

    def ask(self, table: str, name: str) -> Any:
        """What a name means, table being the method of `Env` to look it up with."""
        key = (table, name)
        if key in self.asked:
            return self.asked[key]
        found = self.asked[key] = getattr(self.env, table)(name)
        return found


class Answers:
    """What the items of a structure have asked, while it is gone through item by item.

    A name means what it meant to the item before, unless that one defines it. To look it up again
    for each item would take a step for every item in between.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}

    def still(self, lookups: Lookups, env: Env) -> bool:
        """Whether all that an item has asked is answered just so where the walk stands, env being
        what is around that."""
        known = self._known
        for key, found in lookups.asked.items():
            if key in known:
                now = known[key]
            else:
                now = known[key] = getattr(env, key[0])(key[1])
            if found is not now and not _same(found, now):
                return False
        return True

    def passed(self, frame: Env | None) -> None:
        """The walk has passed an item that defines the names of a frame."""
        if self._known and frame is not None:
            for key in defined(frame):
                self._known.pop(key, None)

    def forget(self) -> None:
        """The walk has passed something that may define any name."""
        self._known.clear()


def _same(one: Any, other: Any) -> bool:
    """Whether two answers that are not one object are the same: a pair of the same two is."""
    if type(one) is not tuple or type(other) is not tuple:
        return False
    return all(a is b for a, b in zip(one, other, strict=True))


def defined(frame: Env | None) -> dict[tuple[str, str], Any]:
    """What a frame defines, by the method of `Env` to look it up with, and its name."""
    if frame is None:
        return {}
    found: dict[tuple[str, str], Any] = {("value", n): bound for n, bound in frame.values.items()}
    if frame.names is not None:
        for table, attribute in _TABLES.items():
            for name, meaning in getattr(frame.names, attribute).items():
                found[table, name] = meaning
    return found


_TABLES = {
    "module": "modules",
    "module_type": "module_types",
    "type_def": "types",
    "field": "fields",
    "constructor": "constructors",
}


# What rules go through in every file; of an item of everyday code, all of it is empty.
TELLING = (
    *("uses", "type_uses", "functor_uses", "opens", "functors", "constraints"),
    "own_functor_uses",
    *("named_types", "field_uses", "constructor_uses", "module_uses", "missing"),
)


class Record(Owner):
    """What was found out about one item, without the items in it: those are its `parts`.

    item: what it is about, None for what is around all items. prefix, depth: the path and the
    nesting of where it stands. frame: the names it defines. brought: the module it opens, or
    includes where `included` is set. lookups: what it rests on. steps, opened: what it took of the
    budgets of its file, parts included. shared: whether it touched what another item left open,
    such as the type of an empty table: neither can be taken out alone. complete: whether it was
    walked to its end and may be used again. telling: whether there is anything in it that a rule
    may ask every file for; told: it and the items in it of which that is true. generation: the last
    analysis it was part of. memo: what a later step worked out once about it.
    """

    __slots__ = (
        "_components",
        "_derived",
        "_rowed",
        "_told",
        "brought",
        "complete",
        "constraints",
        "constructor_uses",
        "cut_short",
        "depth",
        "field_uses",
        "frame",
        "functor_uses",
        "functors",
        "generation",
        "included",
        "item",
        "lookups",
        "memo",
        "missing",
        "module_refs",
        "module_uses",
        "modules",
        "named_types",
        "opened",
        "opens",
        "own_functor_uses",
        "parts",
        "prefix",
        "refs",
        "shared",
        "steps",
        "telling",
        "type_uses",
        "types",
        "unknown",
        "uses",
    )

    def __init__(self, prefix: str = "", depth: int = 0, generation: int = 0) -> None:
        super().__init__()
        self.prefix = prefix
        self.depth = depth
        self.generation = generation
        self.uses: list[Use] = []
        self.unknown: list[UnknownUse] = []
        self.missing: list[Node] = []  # values of known modules that no interface of these has
        self.type_uses: list[TypeUse] = []
        self.functor_uses: list[FunctorUse] = []
        self.own_functor_uses: list[OwnFunctorUse] = []
        self.named_types: dict[Node, NamedUse] = {}
        self.field_uses: dict[Node, NamedUse] = {}
        self.constructor_uses: dict[Node, NamedUse] = {}
        self.constraints: list[ConstraintUse] = []
        self.opens: list[OpenUse] = []
        self.functors: list[FunctorDef] = []
        self.refs: dict[Node, Binding] = {}
        self.module_refs: dict[Node, Module] = {}
        self.module_uses: dict[Node, Module] = {}
        self.modules: dict[Node, Module] = {}
        self.types: dict[Node, Type] = {}
        self.parts: list[Record] = []
        self.frame: Env | None = None
        self.brought: Module | None = None
        self.included = False
        self.lookups: Lookups | None = None
        self.steps = 0
        self.opened = 0
        self.shared = False
        self.cut_short = False
        self.complete = False
        self.telling = True
        self.item: Item | None = None
        self.memo: Any = None
        self._components: list[Component] | None = None
        self._told: list[Record] | None = None
        self._rowed: list[Record] | None = None
        self._derived: dict[Any, Any] = {}

    @property
    def start(self) -> int:
        """Where its item begins in the text."""
        return self.item.start if self.item is not None else 0

    def close(self, complete: bool) -> None:
        """The walk over the item has come to its end."""
        self.complete = complete
        self.telling = any(getattr(self, name) for name in TELLING)

    @property
    def told(self) -> list[Record]:
        """Those of `all` that have something for a rule; to be asked when the walk is over."""
        if self._told is None:
            self._told = [record for record in self.all() if record.telling]
        return self._told

    @property
    def rowed(self) -> list[Record]:
        """Those of `all` that have tags; to be asked when the walk is over."""
        if self._rowed is None:
            self._rowed = [record for record in self.all() if record.rows]
        return self._rowed

    def derived(self, of: Callable[[list[Record]], T]) -> T:
        """What a function gives of `told`, asked once: it may look at what is named there and at
        the nodes, which move together, but not at types, which what comes later may settle."""
        known = self._derived
        if of not in known:
            known[of] = of(self.told)
        found: T = known[of]
        return found

    @property
    def tied(self) -> bool:
        """Whether it, or an item in it, left a type open or touched one that was left open."""
        return any(
            record.shared
            or (record.frame is not None and any(b.open for b in record.frame.values.values()))
            for record in self.all()
        )

    def touch(self) -> None:
        """Another item has to do with what it left open: what was worked out of it may change."""
        self._components = self.memo = None

    @property
    def components(self) -> list[Component]:
        """The components of its rows, as long as they have nothing to do with those of others."""
        if self._components is None:
            self._components = components(self.rows) if self.rows else _NONE
        return self._components

    def rests_on_none_of(self, names: set[tuple[str, str]]) -> bool:
        """Whether none of these names was looked up."""
        return self.lookups is not None and self.lookups.asked.keys().isdisjoint(names)

    def changed_names(self, former: Record) -> set[tuple[str, str]] | None:
        """The names that the item gives another meaning than its predecessor; None when there is
        no telling, as it brings in a module."""
        if self.brought is not None or former.brought is not None:
            return None
        one, other = defined(self.frame), defined(former.frame)
        return {key for key in one.keys() | other.keys() if one.get(key) is not other.get(key)}

    def all(self) -> list[Record]:
        """This record and those of all items in it, the outer ones first."""
        found = []
        todo = [self]
        while todo:
            record = todo.pop()
            found.append(record)
            if record.parts:
                todo.extend(reversed(record.parts))
        return found

    def dissolve(self) -> None:
        """Nobody asks it any more: leave no circles (see `Tree.dissolve`)."""
        for row in self.rows:
            row.dissolve()
        for use in self.uses:
            if use.mark is not None:
                use.mark.dissolve()
        for table in (self.types, self.refs, self.module_refs, self.module_uses, self.modules):
            table.clear()
        for some in (self.rows, self.parts, self.uses, self.unknown, self.type_uses):
            some.clear()
        self.functors.clear()
        self.opens.clear()
        self.own_functor_uses.clear()
        self.missing.clear()
        self._derived.clear()
        self.frame = self.brought = self.lookups = self.item = self.memo = None
        self._components = self._told = self._rowed = None

    def holds(self, prefix: str, depth: int, env: Env, answers: Answers) -> bool:
        """Whether all of it would be found again where the item stands now."""
        if not self.complete or self.prefix != prefix or self.depth != depth:
            return False
        return self.lookups is not None and answers.still(self.lookups, env)

    def bury(self, generation: int) -> bool:
        """Take out all that is no part of this generation's analysis; False when that cannot be
        done without the rest."""
        clean = True
        todo = [self]
        while todo:
            record = todo.pop()
            if record.generation != generation:
                record.alive = False
                clean = clean and not record.shared
                todo.extend(record.parts)
        return clean
