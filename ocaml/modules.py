"""Modules as values: signatures read from interfaces, structures of the user's text, functors.

A signature is indexed once and evaluated lazily: `S.TCPV4.read` converts one type, however large
the interface around it is. Abstract types are named by the path of the module they belong to, so
that the same interface gives different types to different functor parameters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from mirageport.ocaml.environment import Env, eval_module_path
from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.items import Item, item_of
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.type_syntax import BUILTIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from mirageport.ocaml.tree import Node, Reader
    from mirageport.ocaml.types import Owner, Type

    # A type, and the type expression of a field of it or the declaration of a constructor.
    TypePart = tuple["TypeDef", Node]

    # What a module is called, when its type goes by the name that the text gives, the name of its
    # type, and how many further forms that has.
    InstanceKey = tuple[str, "Named", str, int]

T = TypeVar("T")
K = TypeVar("K", "ApiValue", "TypeDef")


MAX_KEPT = 64
"""How many results for one interface item are kept between analyses before all are dropped."""


class Named(NamedTuple):
    """The releases in which a module or a module type goes by the name that the text gives it.

    since: the first of them, "" where it never had another name before. until: the last of them,
    "" where it has the name at the target.
    """

    since: str = ""
    until: str = ""

    @property
    def latest(self) -> bool:
        """Whether it is the target's name for what had another one before."""
        return bool(self.since) and not self.until


ALWAYS = Named()


class ApiValue:
    """A value of an interface.

    scheme: its type, once converted, for every use to copy, or to share where it is ground (see
    `types.is_ground`); None for a type with tags: it is converted afresh at each use, as its rows
    remember the use they came from.
    """

    __slots__ = ("ground", "item", "module", "scheme", "type_node")

    def __init__(self, item: Item, type_node: Node, module: SigModule) -> None:
        self.item = item
        self.type_node = type_node
        self.module = module
        self.scheme: Type | None = None
        self.ground = False

    def known_as(self, item: Item) -> ApiValue:
        """The value with more known about what became of it."""
        return ApiValue(item, self.type_node, self.module)


class Binding:
    """A value bound in the user's text. node: its name where it is bound; type: its scheme.
    owner: what it goes with. open: whether later code may still fix its type."""

    __slots__ = ("node", "open", "owner", "type")

    def __init__(self, node: Node, type_: Type, owner: Owner | None = None) -> None:
        self.node = node
        self.type = type_
        self.owner = owner
        self.open = False


class TypeDef:
    """A type definition, or the right side of a `with type` constraint.

    params: names of its parameters. body: its manifest (None: abstract). name: what an abstract
    type is called everywhere. tree, env: what the names in `body` mean. own: declared in the
    user's text, so that its tags are sites. ground: what it means without arguments, once
    converted, when all uses may share it (see `types.is_ground`). item: the interface's item that
    it is, if it is one. declaration: the `type_binding` that it was read from, if it was.
    """

    __slots__ = (
        "body",
        "declaration",
        "env",
        "ground",
        "item",
        "name",
        "own",
        "params",
        "tree",
    )

    def __init__(
        self,
        params: list[str],
        body: Node | None,
        name: str,
        tree: Reader,
        env: Env,
        own: bool = False,
    ) -> None:
        self.params = params
        self.body = body
        self.name = name
        self.tree = tree
        self.env = env
        self.own = own
        self.item: Item | None = None
        self.ground: Type | None = None
        self.declaration: Node | None = None

    def known_as(self, item: Item) -> TypeDef:
        """The type with more known about what became of it."""
        same = TypeDef(self.params, self.body, self.name, self.tree, self.env, self.own)
        same.item, same.ground, same.declaration = item, self.ground, self.declaration
        return same


class ModuleType(NamedTuple):
    """A module type: an indexed signature, what its outer names mean, and its constraints.

    item: the definition it was named by (None for an anonymous signature). named: in which releases
    it has that name. others: what the same module type was in later releases, in their order, whose
    items fill the gaps of this one. later: what it was after these, under further names. lasts:
    whether the last of all is the target's. also: other module types that became this one: what
    they alone had. instances: of a module type that outlives the analysis
    of a file, the modules of it that were asked for: an editor asks for the same ones at every
    keystroke. own: the user's text gives it a name.
    """

    signature: SigIndex
    env: Env
    overrides: Mapping[str, TypeDef]
    item: Item | None
    named: Named = ALWAYS
    others: tuple[ModuleType, ...] = ()
    later: tuple[ModuleType, ...] = ()
    lasts: bool = True
    also: tuple[ModuleType, ...] = ()
    instances: dict[InstanceKey, Module] | None = None
    own: bool = False

    def instance(self, path: str, named: Named = ALWAYS) -> Module:
        """A module of this type, known to the user by `path`."""
        if self.instances is None:
            return self._instance(path, named)
        # A module type may have several successors: the clock became two.
        key = (path, named, self.item.path if self.item is not None else "", len(self.others))
        known = self.instances.get(key)
        if known is None:
            if len(self.instances) >= MAX_KEPT:
                self.instances.clear()
            known = self.instances[key] = self._instance(path, named)
        return known

    def _instance(self, path: str, named: Named) -> Module:
        module = SigModule(self.signature, self.env, self.overrides, path, named)
        if not self.others and not self.also and len(self.later) <= self.lasts:
            return module
        others = [other._instance(path, named) for other in self.others]
        later = [other._instance(path, named) for other in self.later]
        also = [other._instance(path, other.named) for other in self.also]
        return Forms([module, *others], named, later, self.lasts, also)

    def constrained(self, overrides: Mapping[str, TypeDef]) -> ModuleType:
        """The module type, in all its forms, with constraints on its types."""
        return self._replace(
            overrides={**self.overrides, **overrides},
            others=tuple(other.constrained(overrides) for other in self.others),
            later=tuple(other.constrained(overrides) for other in self.later),
            also=tuple(other.constrained(overrides) for other in self.also),
            instances=None,
        )


class Module:
    """What every module can be asked. `named` says in which releases it, or its type, has the name
    that the text uses."""

    __slots__ = ("named", "path")

    def __init__(self, path: str, named: Named = ALWAYS) -> None:
        self.path = path
        self.named = named

    def may_have(self, name: str) -> bool:
        """Whether it may have anything of this name; to ask costs less than to look it up."""
        return True

    def has_module(self, name: str) -> bool:
        """Whether it has a submodule of this name, of which nothing else is asked."""
        return self.module(name) is not None

    def value(self, name: str) -> ApiValue | Binding | None:
        """The value of this name."""
        return None

    def module(self, name: str) -> Module | None:
        """The submodule of this name."""
        return None

    def module_type(self, name: str) -> ModuleType | None:
        """The module type of this name."""
        return None

    def said_to_have(self, name: str) -> ModuleType | None:
        """A module type that people write as this module's though it is another's."""
        return None

    def type_def(self, name: str) -> TypeDef | None:
        """The type of this name."""
        return None

    def field(self, name: str) -> TypePart | None:
        """The record type that has a field of this name, and the field's type expression."""
        return None

    def constructor(self, name: str) -> TypePart | None:
        """The variant type that has a constructor of this name, and the declaration."""
        return None

    def types_and_modules(self) -> tuple[list[str], list[str]]:
        """The names of its types and of its submodules, as far as they are known."""
        return [], []

    def apply(self, arguments: list[Module | None], path: str) -> Module | None:
        """The functor applied; None when this is no functor."""
        return None

    def wanted(self, position: int) -> ModuleType | None:
        """The module type of a parameter of a library's functor, counted from 0."""
        return None

    @property
    def item(self) -> Item | None:
        """The interface item that this module is (a functor of a library, say)."""
        return None

    @property
    def permanent(self) -> bool:
        """Whether it outlives the analysis of a file, as interfaces do."""
        return False

    @property
    def complete(self) -> bool:
        """Whether all its items are known; only of such a module can it be said that it lacks
        something."""
        return False

    def may_bind(self, value: str) -> bool:
        """Whether it can have a value of this name beside those that are known."""
        return not self.complete


class Unknown(Module):
    """A module nothing is known of."""

    __slots__ = ()


class Struct(Module):
    """A structure of the user's text; also what an `include` or a functor body gives."""

    __slots__ = ("_included", "module_types", "modules", "types", "values")

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.values: dict[str, ApiValue | Binding] = {}
        self.modules: dict[str, Module] = {}
        self.module_types: dict[str, ModuleType] = {}
        self.types: dict[str, TypeDef] = {}
        self._included: list[Module] = []  # what is known by interface only, the last one first

    def include(self, module: Module) -> None:
        """Take over all that a module offers; it hides what was defined before.

        A structure is copied, so that structures that include each other by turns stay as small
        as what they define.
        """
        if isinstance(module, Struct):
            self.values.update(module.values)
            self.modules.update(module.modules)
            self.module_types.update(module.module_types)
            self.types.update(module.types)
            others = module._included
        else:
            _hide(self.values, module.value)
            _hide(self.modules, module.module)
            _hide(self.module_types, module.module_type)
            _hide(self.types, module.type_def)
            others = [module]
        self._included = others + [known for known in self._included if known not in others]

    def value(self, name: str) -> ApiValue | Binding | None:
        found = self.values.get(name)
        for module in self._included:
            if found is not None:
                break
            found = module.value(name)
        return found

    def module(self, name: str) -> Module | None:
        found = self.modules.get(name)
        for module in self._included:
            if found is not None:
                break
            found = module.module(name)
        return found

    def module_type(self, name: str) -> ModuleType | None:
        found = self.module_types.get(name)
        for module in self._included:
            if found is not None:
                break
            found = module.module_type(name)
        return found

    def type_def(self, name: str) -> TypeDef | None:
        found = self.types.get(name)
        for module in self._included:
            if found is not None:
                break
            found = module.type_def(name)
        return found

    def types_and_modules(self) -> tuple[list[str], list[str]]:
        types, modules = list(self.types), list(self.modules)
        for module in self._included:
            more = module.types_and_modules()
            types += more[0]
            modules += more[1]
        return types, modules

    def field(self, name: str) -> TypePart | None:
        return _first_of(module.field(name) for module in self._included)

    def constructor(self, name: str) -> TypePart | None:
        return _first_of(module.constructor(name) for module in self._included)


def _first_of(found: Iterator[TypePart | None]) -> TypePart | None:
    return next((part for part in found if part is not None), None)


def _hide(names: dict[str, T], lookup: Callable[[str], object]) -> None:
    for name in [name for name in names if lookup(name) is not None]:
        del names[name]


class UserFunctor(Module):
    """A functor of the user's text. Its body was inferred once, with its formal parameters."""

    __slots__ = ("body",)

    def __init__(self, path: str, body: Module) -> None:
        super().__init__(path)
        self.body = body

    def apply(self, arguments: list[Module | None], path: str) -> Module | None:
        return self.body


class Forms(Module):
    """What one module was in several releases, in their order: the earliest form that has a name is
    asked, because only it says what became of it.

    forms: those that are asked. later: those after these, under further names. lasts: whether the
    last of all is the target's. also: other modules that became this one, for what only they had.
    """

    __slots__ = ("_followed", "_modules", "also", "forms", "lasts", "later")

    def __init__(
        self,
        forms: Sequence[Module],
        named: Named = ALWAYS,
        later: Sequence[Module] = (),
        lasts: bool = True,
        also: Sequence[Module] = (),
    ) -> None:
        super().__init__(forms[0].path, named)
        self.forms = forms
        self.also = also
        self.later = later
        self.lasts = lasts
        self._followed: dict[tuple[str, str, int], ApiValue | TypeDef] = {}
        self._modules: dict[str, Module] = {}  # an answer has to be the same again (`Lookups`)

    def may_have(self, name: str) -> bool:
        return any(form.may_have(name) for form in (*self.forms, *self.also))

    def has_module(self, name: str) -> bool:
        return any(form.has_module(name) for form in (*self.forms, *self.also))

    def value(self, name: str) -> ApiValue | Binding | None:
        for position, form in enumerate(self.forms):
            found = form.value(name)
            if found is not None:
                if not isinstance(found, ApiValue) or self._is_last(position, found.item):
                    return found
                return self._follow("value", found, position)
        for other in self.also:
            found = other.value(name)
            if found is not None:
                return found
        return None

    def type_def(self, name: str) -> TypeDef | None:
        for position, form in enumerate(self.forms):
            found = form.type_def(name)
            if found is not None:
                if found.item is None or self._is_last(position, found.item):
                    return self._grown(found, found.item)
                return self._follow("type_def", found, position)
        return next(filter(None, (other.type_def(name) for other in self.also)), None)

    def _grown(self, found: TypeDef, item: Item | None) -> TypeDef:
        """A record type with the rules of the fields that came to the target's."""
        body = found.declaration.child("body") if found.declaration is not None else None
        if body is None or body.kind != "record_declaration" or item is None or item.changes:
            return found
        key = ("grown", item.name, 0)
        if key not in self._followed:
            now = self.forms[-1].type_def(item.name)
            rules = now.item.changes if now is not None and now.item is not None else ()
            same = item._replace(changes=rules)
            self._followed[key] = found.known_as(same) if rules else found
        known = self._followed[key]
        assert isinstance(known, TypeDef)
        return known

    def _is_last(self, position: int, item: Item) -> bool:
        """Whether nothing but the target's form comes after an item of one of the forms."""
        return not item.to and position + 1 + self.lasts >= len(self.forms) + len(self.later)

    def _follow(self, kind: str, found: K, position: int) -> K:
        """A value or a type of a form, with the rules that know what became of it until now."""
        first = found.item
        assert first is not None
        key = (kind, first.name, position)
        if key not in self._followed:
            steps = (*self.forms[position:], *self.later)
            item = followed(first, steps, self.lasts, kind)
            self._followed[key] = found if item == first else found.known_as(item)
        known = self._followed[key]
        assert isinstance(known, type(found))
        return known

    def module(self, name: str) -> Module | None:
        if name in self._modules:
            return self._modules[name]
        found = list(filter(None, (form.module(name) for form in self.forms)))
        later = list(filter(None, (form.module(name) for form in self.later)))
        if not found:
            return next(filter(None, (other.module(name) for other in self.also)), None)
        if len(found) + len(later) < 2:
            return found[0]
        known = self._modules[name] = Forms(found, self.named, later, self.lasts)
        return known

    def module_type(self, name: str) -> ModuleType | None:
        return next(filter(None, (form.module_type(name) for form in self.forms)), None)

    def field(self, name: str) -> TypePart | None:
        return self._part([form.field(name) for form in self.forms])

    def constructor(self, name: str) -> TypePart | None:
        return self._part([form.constructor(name) for form in self.forms])

    def _part(self, found: list[TypePart | None]) -> TypePart | None:
        """The earliest of the parts of a type that the forms have, with the type's rules."""
        for position, part in enumerate(found):
            if part is not None:
                definition, declared = part
                if definition.item is None or self._is_last(position, definition.item):
                    return self._grown(definition, definition.item), declared
                return self._follow("type_def", definition, position), declared
        return None

    def apply(self, arguments: list[Module | None], path: str) -> Module | None:
        return _together([form.apply(arguments, path) for form in self.forms], self.named)

    def wanted(self, position: int) -> ModuleType | None:
        return next(filter(None, (form.wanted(position) for form in self.forms)), None)

    @property
    def permanent(self) -> bool:
        return all(form.permanent for form in self.forms)

    @property
    def item(self) -> Item | None:
        # Under a later name it is that module, whatever the earlier forms answer for it.
        if self.named.since:
            return self.forms[-1].item
        found = self.forms[0].item
        if found is None or len(self.forms) + len(self.later) == 1:
            return found
        # What became of it in a later release counts as well.
        every = (form.item for form in (*self.forms, *self.later))
        rules = dict.fromkeys(rule for each in every if each is not None for rule in each.changes)
        return found._replace(changes=tuple(rules)) if len(rules) > len(found.changes) else found


def _together(forms: Sequence[Module | None], named: Named) -> Module | None:
    """One module out of what it was in some releases; None where it was in none."""
    known = [form for form in forms if form is not None]
    return Forms(known, named) if len(known) > 1 else next(iter(known), None)


def followed(item: Item, steps: Sequence[Module], lasts: bool, kind: str = "value") -> Item:
    """An item with the rules and the name that later releases give it.

    steps: what its module was then and in later releases, in their order. lasts: whether the last
    of these is the target's. An item that lives to the target has the rules of all the items that
    it was; of one that was removed on the way only what was said last counts, as nothing is
    rewritten to what the target does not have. kind: the name of the `Module` method that looks it
    up.
    """
    rules = dict.fromkeys(item.changes)
    now = item
    for form in steps:
        while True:
            kept, renamed = _item(form, kind, now.name), _item(form, kind, now.to)
            if kept == now and (renamed is None or not _begins_after(renamed, now)):
                break  # it lives on, or has just ended
            found = renamed if now.to else kept
            if found is None:  # in another module it is looked up by who names that
                return item._replace(changes=now.changes, to=_elsewhere(now.to, kind))
            now = found
            rules.update(dict.fromkeys(now.changes))
    if not lasts:
        return item._replace(changes=now.changes, to=_elsewhere(now.to, kind))
    name = now.to or now.name  # of what ended last, where the target's form is not among the steps
    becomes = item.becomes or now.becomes
    to = name if name != item.name else ""
    built = item.libraries if any(item.libraries) else now.libraries
    return item._replace(changes=tuple(rules), to=to, becomes=becomes, libraries=built)


def _elsewhere(to: str, kind: str) -> str:
    """A new name, if it is not one of the same module: the path of a value, or a type that needs
    no definition there."""
    known = "." in to or (kind == "type_def" and (to in BUILTIN or not to.isidentifier()))
    return to if known else ""


def _item(form: Module, kind: str, name: str) -> Item | None:
    found: ApiValue | TypeDef | None = getattr(form, kind)(name) if name else None
    return found.item if found is not None else None


def _begins_after(item: Item, other: Item) -> bool:
    """Whether an item begins when another has ended, as both say."""
    if not item.since or not other.until:
        return False
    since, until = ([int(part) for part in each.split(".")] for each in (item.since, other.until))
    return since > until


class SigModule(Module):
    """A module known by its signature, evaluated name by name."""

    standard: ClassVar[bool] = False
    """Whether it is OCaml's own."""

    __slots__ = (
        "_busy",
        "_layers",
        "_module_types",
        "_modules",
        "_types",
        "_values",
        "declared",
        "env",
        "index",
        "overrides",
    )

    def __init__(
        self,
        index: SigIndex,
        env: Env,
        overrides: Mapping[str, TypeDef],
        path: str,
        named: Named = ALWAYS,
        declared: Item | None = None,
    ) -> None:
        super().__init__(path, named)
        self.index = index
        self.overrides = overrides
        self.declared = declared
        for node in index.opens:
            opened = node.get("module")
            module = eval_module_path(opened, index.tree, env) if opened else None
            if module is not None:
                env = Env(env, opened=module)
        self.env = Env(env, opened=self)
        self._layers: list[SigModule] | None = None
        self._busy: set[str] = set()
        self._values: dict[str, ApiValue] = {}
        self._modules: dict[str, Module] = {}
        self._module_types: dict[str, ModuleType] = {}
        self._types: dict[str, TypeDef] = {}

    @property
    def item(self) -> Item | None:
        return self.declared

    @property
    def permanent(self) -> bool:
        return self.env.permanent and not any(each.own for each in self.overrides.values())

    @property
    def complete(self) -> bool:
        return all(layer._is_known_itself() for layer in self.layers)

    def may_bind(self, value: str) -> bool:
        unknown = [layer.index.later for layer in self.layers if not layer._is_known_itself()]
        return any(later is None or value in later for later in unknown)

    def _is_known_itself(self) -> bool:
        """Whether all its items are known, those of its includes apart. An interface says so itself
        (`SigIndex.complete`); of the user's text it is so unless code is derived from its types."""
        index = self.index
        if index.unread or len(self.included()) != len(index.includes):
            return False
        return index.complete if index.tree.packaged else not index.derives

    @property
    def layers(self) -> list[SigModule]:
        """This signature and all that it includes, each once, in the order names are looked up:
        as modules with this one's path and constraints."""
        layers = self._layers
        if layers is None:
            self._layers = [self]  # what an include needs is looked up here and further out
            layers = None
            try:
                layers = self._all_included()
            finally:
                self._layers = layers
        return layers

    def _all_included(self) -> list[SigModule]:
        layers = [self]
        seen = {id(self.index)}
        todo = self.included()
        while todo:
            module = todo.pop()
            if id(module.index) not in seen:
                seen.add(id(module.index))
                layers.append(module)
                todo.extend(module.included())
        return layers

    def included(self) -> list[SigModule]:
        """What it includes itself, as far as that is known."""
        kept, self._layers = self._layers, [self]
        try:
            return self._direct_includes()
        finally:
            self._layers = kept

    def _direct_includes(self) -> list[SigModule]:
        found = []
        for node in self.index.includes:
            type_node = node.get("module_type") or node.get("module")
            if type_node is None:
                continue
            known = eval_module_type(type_node, self.index.tree, self.env)
            if known is not None:
                merged = {**known.overrides, **self.overrides}
                found.append(SigModule(known.signature, known.env, merged, self.path, self.named))
        return found

    def types_and_modules(self) -> tuple[list[str], list[str]]:
        types = [name for layer in self.layers for name in layer.index.types]
        return types, [name for layer in self.layers for name in layer.index.modules]

    def may_have(self, name: str) -> bool:
        return name in self.overrides or any(name in layer.index.names for layer in self.layers)

    def has_module(self, name: str) -> bool:
        return any(name in layer.index.modules for layer in self.layers)

    def _layer(self, table: str, name: str) -> SigModule | None:
        """The included signature whose `table` has this name."""
        if self.index.includes:
            for layer in self.layers:
                if name in getattr(layer.index, table):
                    return layer
        return None

    def value(self, name: str) -> ApiValue | Binding | None:
        known = self._values.get(name)
        if known is not None:
            return known
        node = self.index.values.get(name)
        type_node = node.get("type") if node is not None else None
        if node is None or type_node is None:
            layer = self._layer("values", name)
            return layer.value(name) if layer is not None else None
        found = self._values[name] = ApiValue(self._item(name, node), type_node, self)
        return found

    def module(self, name: str) -> Module | None:
        found = self._modules.get(name)
        if found is not None or name in self._busy:
            return found  # an alias that names itself means a module further out
        node = self.index.module(name)
        if node is None:
            layer = self._layer("modules", name)
            return layer.module(name) if layer is not None else None
        self._busy.add(name)
        try:
            found = self._declared(name, node)
        finally:
            self._busy.discard(name)
        if found is not None:
            self._modules[name] = found
        return found

    def _declared(self, name: str, node: Node) -> Module | None:
        tree = self.index.tree
        path = f"{self.path}.{name}" if self.path else name
        item = self._item(name, node)
        env = self.around(name, node)
        type_node = node.get("module_type")
        functor = type_node is not None and type_node.kind == "functor_type"
        if functor or node.first("module_parameter") is not None:
            return SigFunctor(node, tree, env, path, item)
        if type_node is None:
            body = node.get("body")
            return eval_module_path(body, tree, self.env) if body else None
        found = eval_module_type(type_node, tree, env, item.path)
        if found is None:
            return None
        nested = {
            key[len(name) + 1 :]: definition
            for key, definition in self.overrides.items()
            if key.startswith(name + ".")
        }
        overrides = {**found.overrides, **nested}
        return SigModule(found.signature, found.env, overrides, path, self.named, item)

    def around(self, name: str, node: Node) -> Env:
        """What names mean in a module that is declared here: its own is another's, further out."""
        outer = self.env.parent
        if outer is None or f"{name}." not in self.index.tree.text(node):
            return self.env
        module = outer.module(name)
        if module is None:
            return self.env
        env = Env(self.env)
        env.define().modules[name] = module
        return env

    def _item(self, name: str, node: Node) -> Item:
        """The item of this signature, named by where it is written, not by how it is reached:
        what is worked out once per interface must not depend on who asked first."""
        return item_of(self.index.name, name, node, self.index.tree)

    def module_type(self, name: str) -> ModuleType | None:
        found = self._module_types.get(name)
        key = "type " + name
        if found is not None or key in self._busy:
            return found  # one that is defined by its own name means one further out
        node = self.index.module_types.get(name)
        if node is None:
            layer = self._layer("module_types", name)
            return layer.module_type(name) if layer is not None else None
        self._busy.add(key)
        body = node.get("body")
        try:
            found = eval_module_type(body, self.index.tree, self.env, name) if body else None
        finally:
            self._busy.discard(key)
        if found is not None:
            kept: dict[InstanceKey, Module] | None = {} if self.permanent else None
            item = self._item(name, node)
            found = found._replace(item=item, instances=kept)
            found.signature.path = found.signature.path or item.path
            self._module_types[name] = found
        return found

    def module_type_item(self, name: str) -> Item | None:
        """The item of a module type that is declared or included here, without its type."""
        node = self.index.module_types.get(name)
        if node is not None:
            return self._item(name, node)
        layer = self._layer("module_types", name)
        return layer.module_type_item(name) if layer is not None else None

    def stands_for(self, name: str) -> str:
        """The path of the module type that `module type name = Path` makes this one; "" where it
        is declared in another way."""
        node = self.index.module_types.get(name)
        body = node.get("body") if node is not None else None
        return self.index.tree.text(body) if body and body.kind == "module_type_path" else ""

    def type_def(self, name: str) -> TypeDef | None:
        found = self._types.get(name)
        if found is not None:
            return found
        node, found = self.index.type(name), self.overrides.get(name)
        if found is not None:
            item = self._renamed(name) if found.item is None else None
            # What a type is by a constraint has the name that its module type gives it.
            self._types[name] = found.known_as(item) if item is not None else found
            return self._types[name]
        if node is not None:
            full = f"{self.path}.{name}" if self.path else name
            declared = node.parent
            outside = declared is not None and declared.first("nonrec") is not None
            env = self.env.parent if outside and self.env.parent is not None else self.env
            found = type_definition(node, self.index.tree, env, full)
            found.item = self._item(name, node)
            self._types[name] = found
            return found
        if self.index.includes:
            for layer in self.layers:
                if layer is not self and name in layer.index.types and name not in layer.overrides:
                    return layer.type_def(name)
            for layer in self.layers:
                if layer is not self and (name in layer.overrides or name in layer.index.types):
                    return layer.type_def(name)
        return None

    def _renamed(self, name: str) -> Item | None:
        """The item of a type that has another name of the same module later."""
        for layer in self.layers:
            node = layer.index.type(name)
            item = layer._item(name, node) if node is not None else None
            if item is not None:
                return item if item.to.isidentifier() else None
        return None

    def field(self, name: str) -> TypePart | None:
        return self._part("fields", name)

    def constructor(self, name: str) -> TypePart | None:
        return self._part("constructors", name)

    def _part(self, table: str, name: str) -> TypePart | None:
        """A field or constructor, with its type."""
        found = getattr(self.index, table).get(name)
        if found is None:
            layer = self._layer(table, name)
            return layer._part(table, name) if layer is not None else None
        type_name, declaration = found
        definition = self.type_def(type_name)
        return (definition, declaration) if definition is not None else None


class SigFunctor(Module):
    """A functor of an interface. parameters: the nodes of its parameters; result: that of the
    module type of what it makes."""

    __slots__ = ("_item", "_results", "env", "parameters", "result", "tree")

    def __init__(self, node: Node, tree: Reader, env: Env, path: str, item: Item) -> None:
        super().__init__(path)
        self.parameters = node.of("module_parameter")
        self.result = node.get("module_type")
        while self.result is not None and self.result.kind == "functor_type":
            self.parameters = self.parameters + self.result.of("module_parameter")
            self.result = self.result.get("codomain")
        self.tree = tree
        self.env = env
        self._item = item
        self._results: dict[tuple[object, ...], Module | None] = {}

    @property
    def item(self) -> Item | None:
        return self._item

    @property
    def parameter_types(self) -> list[tuple[str, str]]:
        """The name and the module type of each parameter, as the interface writes them."""
        text = self.tree.text
        return [
            (text(name) if name else "", text(type_) if type_ else "")
            for each in self.parameters
            for name, type_ in ((each.first("module_name"), each.get("module_type")),)
        ]

    def apply(self, arguments: list[Module | None], path: str) -> Module | None:
        """The result for these arguments; too few or too many are taken as they come."""
        if not self.env.permanent or not all(a is not None and a.permanent for a in arguments):
            return self._apply(arguments, path)
        key = (path, *arguments)
        if key not in self._results:
            if len(self._results) >= MAX_KEPT:
                self._results.clear()
            self._results[key] = self._apply(arguments, path)
        return self._results[key]

    def _apply(self, arguments: list[Module | None], path: str) -> Module | None:
        env = Env(self.env)
        env.permanent = env.permanent and all(a is not None and a.permanent for a in arguments)
        for position, parameter in enumerate(self.parameters):
            name = parameter.first("module_name")
            if name is None:
                continue
            given = arguments[position] if position < len(arguments) else None
            module = given or self._formal(parameter, name, env)
            env.define().modules[self.tree.text(name)] = module
        if self.result is None:
            return None
        result = eval_module_type(self.result, self.tree, env, self._item.path)
        return result.instance(path) if result else None

    def wanted(self, position: int) -> ModuleType | None:
        parameters = self.parameters
        type_node = parameters[position].get("module_type") if position < len(parameters) else None
        return eval_module_type(type_node, self.tree, self.env) if type_node is not None else None

    def _formal(self, parameter: Node, name: Node, env: Env) -> Module:
        type_node = parameter.get("module_type")
        module_type = eval_module_type(type_node, self.tree, env) if type_node else None
        path = self.tree.text(name)
        return module_type.instance(path) if module_type else Unknown(path)


def find_module_type(node: Node, tree: Reader, env: Env) -> tuple[ModuleType, Module | None] | None:
    """What a `module_type_path` names: the type, and the module it lies in (None: it is defined
    in the text)."""
    name = node.first("module_type_name")
    if name is None:
        return None
    last = tree.text(name)
    prefix = node.first("extended_module_path", "module_path")
    if prefix is None:
        return env.module_type(last)
    module = eval_module_path(prefix, tree, env)
    found = None
    if module is not None:
        found = module.module_type(last) or module.said_to_have(last)
    return (found, module) if found is not None else None


def eval_module_type(node: Node, tree: Reader, env: Env, name: str = "") -> ModuleType | None:
    """The module type an expression means; `name` becomes the owner of an anonymous signature."""
    kind = node.kind
    if kind == "signature":
        return ModuleType(_index(node, tree, name), env, {}, None)
    if kind == "module_type_path":
        found = find_module_type(node, tree, env)
        return found[0] if found else None
    if kind == "module_type_constraint":
        return _constrained(node, tree, env, name)
    if kind == "parenthesized_module_type":
        inner = node.named_children
        return eval_module_type(inner[0], tree, env, name) if inner else None
    if kind == "module_type_of":
        return _type_of_module(node, tree, env)
    return None


def _type_of_module(node: Node, tree: Reader, env: Env) -> ModuleType | None:
    """`module type of M`, or `module type of struct include M end`, whose types are those of M."""
    body = node.first("structure")
    include = body.first("include_module") if body is not None else None
    path = include.get("module") if include is not None else node.first("module_path")
    module = _meant(path, tree, env) if path is not None else None
    found = _type_of(module)
    if found is None or module is None or include is None:
        return found
    overrides = dict(found.overrides)
    _types_of(module, "", overrides)
    return found.constrained(overrides)


def applied(node: Node) -> tuple[Node, list[Node]]:
    """(functor, arguments) of `F(A)(B)`, outermost application given."""
    arguments: list[Node] = []
    current = node
    while current.kind == "module_application":
        argument, functor = current.get("argument"), current.get("functor")
        if argument is not None:
            inner = argument.named_children
            wrapped = argument.kind == "parenthesized_module_expression" and inner
            arguments.append(inner[0] if wrapped else argument)
        if functor is None:
            break
        current = functor
    arguments.reverse()
    return current, arguments


def _meant(node: Node, tree: Reader, env: Env) -> Module | None:
    """The module that a path means, or a functor applied to such modules."""
    if node.kind != "module_application":
        return eval_module_path(node, tree, env)
    head, given = applied(node)
    functor = eval_module_path(head, tree, env)
    arguments = [eval_module_path(each, tree, env) for each in given]
    return functor.apply(arguments, tree.text(node)) if functor is not None else None


def _type_of(module: Module | None) -> ModuleType | None:
    """The type of a module that has a signature (`module type of`)."""
    if isinstance(module, Forms):
        first, *others = [_type_of(form) for form in module.forms]
        known = tuple(other for other in others if other is not None)
        return first._replace(others=known) if first is not None else next(iter(known), None)
    if isinstance(module, SigModule):
        # Without the module itself: what is made of its type is around its own items.
        return ModuleType(module.index, module.env.parent or module.env, module.overrides, None)
    return None


def _index(node: Node, tree: Reader, name: str) -> SigIndex:
    index = node.memo
    if not isinstance(index, SigIndex):
        index = node.memo = SigIndex(node, tree, name)
    return index


def constrained_type(node: Node) -> Node | None:
    """The path of the type that a `constrain_type` is about."""
    equation = node.get("equation")
    paths = [child for child in node.of("type_constructor_path") if child is not equation]
    return paths[0] if paths else None


def _constrained(node: Node, tree: Reader, env: Env, name: str) -> ModuleType | None:
    base_node = node.get("module_type")
    base = eval_module_type(base_node, tree, env, name) if base_node else None
    if base is None:
        return None
    overrides = dict(base.overrides)
    for constraint in node.of("constrain_type"):
        equation, target = constraint.get("equation"), constrained_type(constraint)
        if target is not None and equation is not None:
            params = [tree.text(v) for v in constraint.of("type_variable") if v is not equation]
            key = tree.text(target)
            overrides[key] = TypeDef(params, equation, key, tree, env, own=not env.permanent)
    for constraint in node.of("constrain_module"):
        target, other = constraint.first("module_path"), constraint.get("constraint")
        module = eval_module_path(other, tree, env) if other is not None else None
        if target is not None and module is not None:
            _types_of(module, tree.text(target), overrides)
    return base.constrained(overrides)


def _types_of(module: Module, path: str, overrides: dict[str, TypeDef], depth: int = 0) -> None:
    """Make the types below a path ("": all) those of a module (`with module M = ..`)."""
    prefix = f"{path}." if path else ""
    names, inner = module.types_and_modules()
    for name in names:
        definition = module.type_def(name)
        if definition is not None:
            overrides[prefix + name] = definition
    for name in inner if depth < _MODULES_DEEP else ():
        below = module.module(name)
        if below is not None:
            _types_of(below, prefix + name, overrides, depth + 1)


_MODULES_DEEP = 4  # a module may hold itself by an alias


def type_definition(
    binding: Node, tree: Reader, env: Env, full_name: str, own: bool = False
) -> TypeDef:
    """The definition behind a `type_binding` node. What equals another type is that type, also
    where its fields or constructors are listed."""
    params = [tree.text(variable) for variable in binding.of("type_variable")]
    body = binding.get("synonym") or binding.get("body")
    if body is not None and body.kind in ("record_declaration", "variant_declaration"):
        body = None
    definition = TypeDef(params, body, full_name, tree, env, own)
    definition.declaration = binding
    return definition
