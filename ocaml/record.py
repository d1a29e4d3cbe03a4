"""What the walk over a file found out about one item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.types import Owner

if TYPE_CHECKING:
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
    from mirageport.ocaml.reuse.lookups import Answers, Lookups
    from mirageport.ocaml.tree import Item, Node
    from mirageport.ocaml.types import Type


class Record(Owner):
    """What was found out about one item, without the items in it: those are its `parts`.

    item: what it is about, None for what is around all items. prefix, depth: the path and the
    nesting of where it stands. frame: the names it defines. brought: the module it opens, or
    includes where `included` is set. lookups: what it rests on. steps, opened: what it took of the
    budgets of its file, parts included. reusable: whether it may be used again after an edit.
    """

    __slots__ = (
        "brought",
        "constraints",
        "constructor_uses",
        "cut_short",
        "depth",
        "field_uses",
        "frame",
        "functor_uses",
        "functors",
        "gathered",
        "included",
        "item",
        "lookups",
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
        "reusable",
        "steps",
        "type_uses",
        "types",
        "unknown",
        "uses",
        "views",
    )

    def __init__(self, prefix: str = "", depth: int = 0) -> None:
        super().__init__()
        self.prefix = prefix
        self.depth = depth
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
        self.gathered: dict[object, list[Any]] = {}  # see `Analysis.gathered`
        self.frame: Env | None = None
        self.brought: Module | None = None
        self.included = False
        self.lookups: Lookups | None = None
        self.steps = 0
        self.opened = 0
        self.cut_short = False
        self.reusable = False
        self.item: Item | None = None
        self.views: dict[str, Record] | None = None  # see `seen.seen`

    @property
    def start(self) -> int:
        """Where its item begins in the text."""
        return self.item.start if self.item is not None else 0

    def close(self) -> None:
        """The walk has come to its end. What was cut short is tried again at the next edit; so is
        what left a type open, which other items may have settled, and so are all that ask for it.
        """
        self.reusable = not any(
            record.cut_short
            or (record.item is not None and bool(record.item.broken))
            or (record.frame is not None and any(b.open for b in record.frame.values.values()))
            for record in self.all()
        )

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
        self.frame = self.brought = self.lookups = self.item = self.views = None

    def holds(self, prefix: str, depth: int, env: Env, answers: Answers) -> bool:
        """Whether all of it would be found again where the item stands now."""
        if not self.reusable or self.prefix != prefix or self.depth != depth:
            return False
        return self.lookups is not None and answers.still(self.lookups, env)
