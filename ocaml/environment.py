"""Scopes: what names mean at one place of a text, and the modules that paths mean there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.promise import NO_PROMISE

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.modules import ApiValue, Binding, Module, ModuleType, TypeDef, TypePart
    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.reuse.lookups import Lookups
    from mirageport.ocaml.tree import Node, Reader


class Names:
    """What a frame defines besides values. Fields and constructors are kept with the type that
    declares them and their declaration (of a field: its type expression)."""

    __slots__ = ("constructors", "fields", "module_types", "modules", "types")

    def __init__(self) -> None:
        self.modules: dict[str, Module] = {}
        self.module_types: dict[str, ModuleType] = {}
        self.types: dict[str, TypeDef] = {}
        self.fields: dict[str, TypePart] = {}
        self.constructors: dict[str, TypePart] = {}


class Env:
    """What names mean at one place: a chain of frames, the innermost first.

    A frame holds what was defined in it; an opened module counts as one frame. A name that is
    known is not hidden by a module opened later of which nothing is known.

    Most frames bind values only, and are skipped when another name is looked up. Which ones is
    settled when an inner frame is made: a frame is to be filled before that.

    promise: the type of promises that operators without a definition work on; that of the outermost
    frame. permanent: it outlives the analysis of a file, so that nothing of the file may be kept in
    it. lookups: of the outermost frame of an item, what answers for the names around the item.
    """

    __slots__ = (
        *("_outer", "lookups", "permanent", "loader", "names"),
        *("opened", "parent", "promise", "values"),
    )

    def __init__(
        self,
        parent: Env | None,
        opened: Module | None = None,
        loader: Callable[[str], Module | None] | None = None,
        promise: Promise = NO_PROMISE,
    ) -> None:
        self.parent = parent
        self.promise: Promise = promise if parent is None else parent.promise
        self.opened = opened
        self.loader = loader
        self.values: dict[str, Binding] = {}
        self.names: Names | None = None
        self._outer: Env | None = parent
        self.lookups: Lookups | None = None
        self.permanent = True
        if parent is not None:
            self.permanent = parent.permanent
            if parent.plain:
                self._outer = parent._outer

    @property
    def plain(self) -> bool:
        """Whether this frame defines nothing but values."""
        if self.names is not None or self.opened is not None:
            return False
        return self.loader is None and self.lookups is None

    def define(self) -> Names:
        """The tables that new modules, module types, types and fields of this frame go into."""
        if self.names is None:
            self.names = Names()
        return self.names

    def take_over(self, own: Env) -> None:
        """Bind what the patterns of a `let` have bound in a frame of their own: values, and
        unpacked modules."""
        self.values.update(own.values)
        if own.names is not None:
            self.define().modules.update(own.names.modules)

    def field(self, name: str) -> TypePart | None:
        """The record type that declares this field, and the field's type expression."""
        frame: Env | None = self
        last = self
        while frame is not None:
            found = frame.names.fields.get(name) if frame.names is not None else None
            if found is None and frame.opened is not None:
                found = frame.opened.field(name)
            if found is not None:
                return found
            last, frame = frame, frame._outer
        return last.lookups.ask("field", name) if last.lookups is not None else None

    def constructor(self, name: str) -> TypePart | None:
        """The variant type that declares this constructor, and the constructor's declaration."""
        frame: Env | None = self
        last = self
        while frame is not None:
            found = frame.names.constructors.get(name) if frame.names is not None else None
            if found is None and frame.opened is not None:
                found = frame.opened.constructor(name)
            if found is not None:
                return found
            last, frame = frame, frame._outer
        return last.lookups.ask("constructor", name) if last.lookups is not None else None

    def value(self, name: str) -> ApiValue | Binding | None:
        """What an unqualified value name means here."""
        frame: Env | None = self
        last = self
        while frame is not None:
            found: ApiValue | Binding | None = frame.values.get(name)
            if found is None and frame.opened is not None:
                found = frame.opened.value(name)
            if found is not None:
                return found
            last, frame = frame, frame.parent
        return last.lookups.ask("value", name) if last.lookups is not None else None

    def module(self, name: str) -> Module | None:
        """What an unqualified module name means here."""
        frame: Env | None = self
        last = self
        while frame is not None:
            found = frame.names.modules.get(name) if frame.names is not None else None
            if found is None and frame.opened is not None:
                found = frame.opened.module(name)
            if found is None and frame.loader is not None:
                found = frame.loader(name)
            if found is not None:
                return found
            last, frame = frame, frame._outer
        return last.lookups.ask("module", name) if last.lookups is not None else None

    def module_type(self, name: str) -> tuple[ModuleType, Module | None] | None:
        """What an unqualified module type name means here, and the opened module it came from."""
        frame: Env | None = self
        last = self
        while frame is not None:
            found = frame.names.module_types.get(name) if frame.names is not None else None
            if found is not None:
                return found, None
            if frame.opened is not None:
                found = frame.opened.module_type(name)
                if found is not None:
                    return found, frame.opened
            last, frame = frame, frame._outer
        return last.lookups.ask("module_type", name) if last.lookups is not None else None

    def type_def(self, name: str) -> TypeDef | None:
        """What an unqualified type name means here."""
        frame: Env | None = self
        last = self
        while frame is not None:
            found = frame.names.types.get(name) if frame.names is not None else None
            if found is None and frame.opened is not None:
                found = frame.opened.type_def(name)
            if found is not None:
                return found
            last, frame = frame, frame._outer
        return last.lookups.ask("type_def", name) if last.lookups is not None else None


def path_names(node: Node, tree: Reader) -> list[str]:
    """The names along a module path (`A.B.C`), outermost first; empty for anything else."""
    names: list[str] = []
    current: Node | None = node
    while current is not None:
        name = inner = None
        for child in current.children:
            if child.kind == "module_name":
                name = tree.text(child)
            elif child.kind in ("module_path", "extended_module_path"):
                inner = child
            elif child.named:
                return []
        if name is None:
            return []
        names.append(name)
        current = inner
    names.reverse()
    return names


def resolve_path(names: list[str], env: Env) -> Module | None:
    """The module a path means here; None when any step is unknown."""
    if not names:
        return None
    module = env.module(names[0])
    for name in names[1:]:
        if module is None:
            return None
        module = module.module(name)
    return module


def eval_module_path(node: Node, tree: Reader, env: Env) -> Module | None:
    """The module that a `module_path` node means here."""
    if node.kind not in ("module_path", "extended_module_path"):
        return None
    return resolve_path(path_names(node, tree), env)
