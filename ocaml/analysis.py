"""What an analysis of one file found out: uses of interfaces, bindings, types, rows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, Node, unwrapped
from mirageport.ocaml.types import Component, Con, Mark, Row, Type, Unifier, Var, components, prune

if TYPE_CHECKING:
    from collections.abc import Callable, ItemsView, Iterator, ValuesView

    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import Binding, Module, ModuleType, Named, Struct
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Tree


T = TypeVar("T")


class Use:
    """A value of an interface, used in the text.

    node: the `value_path`. item: the value. module: the module it was found in. qualifier: the
    text before the name ("T" in `T.read`, "" when it was opened). type: what it has here. mark:
    watches the result that was `unit`, if it was.
    """

    __slots__ = ("item", "mark", "module", "node", "qualifier", "type")

    def __init__(self, node: Node, item: Item, module: Module, qualifier: str) -> None:
        self.node = node
        self.item = item
        self.module = module
        self.qualifier = qualifier
        self.type: Type | None = None
        self.mark: Mark | None = None

    @property
    def named(self) -> Named:
        """In which releases the module has the name that the text uses."""
        return self.module.named

    def sibling(self, name: str) -> str:
        """Another value of the same module as the text would name it: `T.write` beside `T.read`."""
        return f"{self.qualifier}.{name}" if self.qualifier else name

    @property
    def call(self) -> Node | None:
        """The application whose function this is; None when it is used as a value."""
        parent = self.node.parent
        if parent is None or parent.kind != "application_expression":
            return None
        return parent if self.node.field == "function" else None

    @property
    def arguments(self) -> list[Node]:
        """The arguments of the call, labels included; empty when it is used as a value."""
        call = self.call
        return call.all("argument") if call is not None else []


class UnknownUse(NamedTuple):
    """A value or constructor of unknown type that is used. node: its path or operator; type: what
    its use makes of it; declared: its declaration, where a file beside this one has it."""

    node: Node
    type: Type
    declared: Node | None


class TypeUse(NamedTuple):
    """A module type named in the text. node: its `module_type_path`; opened: the module whose
    `open` gave it its meaning (None: it is written out or defined here)."""

    node: Node
    module_type: ModuleType
    opened: Module | None


class NamedUse(NamedTuple):
    """A type, a field or a constructor of an interface, named in the text.

    node: its path. item: the type (of a field or constructor: the one it belongs to). qualifier:
    the text before the name, "" when it was opened.
    """

    node: Node
    item: Item
    qualifier: str


class ConstraintUse(NamedTuple):
    """`with type t = ..` on a module type of an interface. node: the `constrain_type`; target: the
    path of the type it is about; item: what that is."""

    node: Node
    target: Node
    item: Item


class FunctorUse(NamedTuple):
    """A functor of an interface, applied. node: the outermost `module_application`; head: the
    functor's path; item: what it is; arguments: the argument nodes, in order."""

    node: Node
    head: Node
    item: Item
    arguments: list[Node]


class OwnFunctorUse(NamedTuple):
    """A functor of the project, or one of which nothing is known, applied. node: the outermost
    `module_application`; head: the functor's path; functor: what it is; arguments: the argument
    nodes, in order; modules: what each of them is, as far as known."""

    node: Node
    head: Node
    functor: Module | None
    arguments: list[Node]
    modules: list[Module | None]


class OpenUse(NamedTuple):
    """An `open` or `include` of a module. node: the whole item; path: its module path."""

    node: Node
    path: Node
    module: Module


class Parameter(NamedTuple):
    """A functor parameter. node: the `module_parameter`; type_node: its module type."""

    node: Node
    name: str
    type_node: Node | None
    module: Module


class FunctorDef(NamedTuple):
    """A functor defined in the text. node: its `module_binding` or outermost `functor`; name: its
    full path; parameters: all of them, curried or not; body: what it gives."""

    node: Node
    name: str
    parameters: list[Parameter]
    body: Node | None


@cache
def _entries(name: str) -> Callable[[list[Record]], list[Any]]:
    """Gathers a list of records."""
    return lambda records: [each for record in records for each in getattr(record, name)]


@cache
def _pairs(name: str) -> Callable[[list[Record]], list[Any]]:
    """Gathers a table of records."""
    return lambda records: [pair for record in records for pair in getattr(record, name).items()]


class ByNode(Mapping["Node", T]):
    """What is known of nodes, by the record of the item that a node is part of.

    Put together into one table only when all of it is asked for.
    """

    __slots__ = ("_all", "_analysis", "_name")

    def __init__(self, analysis: Analysis, name: str) -> None:
        self._analysis = analysis
        self._name = name
        self._all: dict[Node, T] | None = None

    def _table(self, node: Node) -> dict[Node, T]:
        known, item = self._analysis.by_item, node.item
        while item not in known:
            if item.node is not None and self._analysis.skips(item.node):
                self._analysis.walk_skipped()
                self._all = None
                return self._table(node)
            outer = item.node.parent if item.node is not None else None
            if outer is None:
                break
            item = outer.item
        table: dict[Node, T] = getattr(known.get(item, self._analysis.record), self._name)
        return table

    @property
    def all(self) -> dict[Node, T]:
        """One table of all."""
        if self._all is None:
            self._all = dict(self._analysis.gathered(_pairs(self._name)))
        return self._all

    def __getitem__(self, node: Node) -> T:
        return self._table(node)[node]

    def items(self) -> ItemsView[Node, T]:
        return self.all.items()

    def values(self) -> ValuesView[T]:
        return self.all.values()

    def __contains__(self, node: object) -> bool:
        return isinstance(node, Node) and node in self._table(node)

    def __iter__(self) -> Iterator[Node]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)


class Analysis:
    """Everything the rules ask about one file, out of the records of its items.

    record: what was found out around all items, theirs being its parts. by_item: the records by
    their items. skipped: which items were not walked, None where none may be; whole: walks them,
    too. walked_exports: what the others define, as a module.
    """

    def __init__(self, tree: Tree, unifier: Unifier, record: Record, exports: Struct) -> None:
        self.tree = tree
        self.unifier = unifier
        self.skipped: frozenset[Node] | None = None
        self.whole: Callable[[Analysis], Analysis | None] | None = None
        self.views: dict[str, Analysis] = {}  # see `seen.seen_by`
        self._take(record, exports)

    def _take(self, record: Record, exports: Struct) -> None:
        self.record = record
        self._parts = [(part, part.all()) for part in record.parts]
        self.records = [record, *chain.from_iterable([every for _part, every in self._parts])]
        self.by_item = {each.item: each for each in self.records if each.item is not None}
        self.walked_exports = exports
        self._lists: dict[str, list[Any]] = {}
        self._maps: dict[str, ByNode[Any]] = {}
        self._components: list[Component] | None = None
        self._readers: dict[Node, list[Node]] | None = None

    @property
    def exported(self) -> Struct:
        """The file as a module."""
        self.walk_skipped()
        return self.walked_exports

    def spend(self) -> None:
        """It was handed on to that of a later text: keep nothing in a circle, as its text is too
        large to wait for the collector."""
        self._maps.clear()
        self.views.clear()
        self.skipped = self.whole = None

    def dissolve(self) -> None:
        """Nobody asks it any more: leave no circles (see `Tree.dissolve`)."""
        for record in self.records:
            record.dissolve()
        self.by_item.clear()
        self.spend()

    def skips(self, node: Node) -> bool:
        """Whether an item of the file was not walked."""
        return self.skipped is not None and node in self.skipped

    def walk_skipped(self) -> None:
        """Walk what was skipped, as somebody asks about it. From now on nothing of the file is, in
        the versions that edits make of it neither: it will be asked again."""
        whole = self.whole(self) if self.whole is not None else None
        self.skipped = self.whole = None
        if whole is not None:
            self.unifier = whole.unifier
            self._take(whole.record, whole.walked_exports)
            for view in self.views.values():
                view.renew()

    def renew(self) -> None:
        """More of the file was walked, of which this is a view."""

    def gathered(self, of: Callable[[list[Record]], list[T]]) -> list[T]:
        """What a function gives of all records. It is asked once for the records of each item of
        the file, as long as these are reused."""
        lists: list[list[T] | None] = [part.gathered.get(of) for part, _every in self._parts]
        if None in lists:
            for at, (part, every) in enumerate(self._parts):
                if lists[at] is None:
                    lists[at] = part.gathered[of] = of(every)
        return [*of([self.record]), *chain.from_iterable(filter(None, lists))]

    def _listed(self, name: str) -> list[Any]:
        known: list[Any] | None = self._lists.get(name)
        if known is None:
            known = self._lists[name] = self.gathered(_entries(name))
        return known

    def _mapped(self, name: str) -> ByNode[Any]:
        known = self._maps.get(name)
        if known is None:
            known = self._maps[name] = ByNode(self, name)
        return known

    @property
    def uses(self) -> list[Use]:
        """The values of interfaces that are used, those whose items have changed."""
        return self._listed("uses")

    @property
    def type_uses(self) -> list[TypeUse]:
        """The module types that are named."""
        return self._listed("type_uses")

    @property
    def functor_uses(self) -> list[FunctorUse]:
        """The functors of interfaces that are applied."""
        return self._listed("functor_uses")

    @property
    def named_types(self) -> Mapping[Node, NamedUse]:
        """The types of interfaces that are named, those that have changed."""
        return self._mapped("named_types")

    @property
    def field_uses(self) -> Mapping[Node, NamedUse]:
        """The fields of such types."""
        return self._mapped("field_uses")

    @property
    def constructor_uses(self) -> Mapping[Node, NamedUse]:
        """The constructors of such types."""
        return self._mapped("constructor_uses")

    @property
    def unknown(self) -> list[UnknownUse]:
        """The values and constructors of unknown type that are used."""
        return self._listed("unknown")

    @property
    def constraints(self) -> list[ConstraintUse]:
        """The constraints on types of interfaces."""
        return self._listed("constraints")

    @property
    def opens(self) -> list[OpenUse]:
        """The modules that are opened or included."""
        return self._listed("opens")

    @property
    def own_functor_uses(self) -> list[OwnFunctorUse]:
        """Where other functors than those of interfaces are applied."""
        return self._listed("own_functor_uses")

    @property
    def functors(self) -> list[FunctorDef]:
        """The functors that are defined."""
        return self._listed("functors")

    @property
    def refs(self) -> Mapping[Node, Binding]:
        """What each name of a value means that the text binds."""
        return self._mapped("refs")

    @property
    def module_refs(self) -> Mapping[Node, Module]:
        """The module that each module path means."""
        return self._mapped("module_refs")

    @property
    def module_uses(self) -> Mapping[Node, Module]:
        """The module paths that mean a module of an interface, those that have changed."""
        return self._mapped("module_uses")

    @property
    def modules(self) -> Mapping[Node, Module]:
        """The module that each `module_binding` makes."""
        return self._mapped("modules")

    @property
    def types(self) -> Mapping[Node, Type]:
        """The type of each expression and pattern."""
        return self._mapped("types")

    @property
    def cut_short(self) -> bool:
        """Whether the file was too deep or too intricate to be followed to its end."""
        return any(record.cut_short for record in self.records)

    @property
    def components(self) -> list[Component]:
        """Rows that share a fate and have tags in the text."""
        if self._components is None:
            self._components = components(self._listed("rows"))
        return self._components

    def bound(self, path: Node) -> Node:
        """The name that a path means where the text binds it; `NO_NODE` for any other."""
        binding = self.refs.get(path)
        return binding.node if binding is not None else NO_NODE

    def defined_as(self, path: Node) -> Node:
        """The expression that a `let` of the text gives a name to, itself without parentheses;
        `NO_NODE` for any other."""
        return unwrapped(self.bound(path).above.child("body"))

    def type_of(self, node: Node) -> Type | None:
        """The type of an expression or a pattern, as far as it is known."""
        found = self.types.get(node)
        return prune(found) if found is not None else None

    def references(self, name: Node) -> list[Node]:
        """Every `value_path` that means the value bound at this name node, in order."""
        if not name:
            return []
        item = name.item
        while item.node is not None and item.node.parent is not None:
            if self.skips(item.node):
                self.walk_skipped()
            item = item.node.parent.item
        if self._readers is None:
            readers: dict[Node, list[Node]] = {}
            for path, binding in self.refs.items():
                readers.setdefault(binding.node, []).append(path)
            self._readers = readers
        return sorted(self._readers.get(name, ()), key=_start)

    def bound_to(self, mark: Mark | None) -> frozenset[str]:
        """The names of the types that the watched result is used as, all copies together.

        Empty when nothing says anything or no result is watched; "?" when there are too many copies
        to ask.
        """
        if mark is None:
            return frozenset()
        if not mark.copies:  # as nearly always
            type_ = prune(mark.var)
            if isinstance(type_, Con):
                return frozenset((type_.name,))
        types = self._watched(mark)
        if types is None:
            return frozenset("?")
        known = (type_ for type_ in types if not isinstance(type_, Var))
        return frozenset(type_.name if isinstance(type_, Con) else "?" for type_ in known)

    def gives(self, node: Node, mark: Mark | None) -> bool:
        """Whether an expression gives a watched result, or a copy of it, of unknown type."""
        type_ = self.types.get(node)
        if type_ is None or mark is None:
            return False
        return any(prune(type_) is each for each in self._watched(mark) or ())

    def _watched(self, mark: Mark) -> list[Type] | None:
        """What is known of the type of a watched result and of each copy; None for too many."""
        types: list[Type] = []
        seen: set[int] = set()
        todo = [mark]
        while todo:
            current = todo.pop()
            if id(current) in seen or not current.owner.alive:
                continue
            seen.add(id(current))
            if len(seen) > _MOST_COPIES:
                return None
            type_ = prune(current.var)
            types.append(type_)
            if isinstance(type_, Var) and type_.mark is not None:
                todo.append(type_.mark)
            todo.extend(current.copies)
        return types

    def type_name(self, node: Node) -> str:
        """The name of the constructor of an expression's type, "" when it is not known."""
        type_ = self.types.get(node)
        if type_ is None:
            return ""
        type_ = prune(type_)
        if isinstance(type_, Con):
            return type_.name
        return "row" if isinstance(type_, Row) else ""


# A result that is copied more often is that of generated code; every use asks for all of them.
_MOST_COPIES = 500


def _start(node: Node) -> int:
    return node.start
