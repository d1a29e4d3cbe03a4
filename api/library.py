"""The libraries that code can name: the interfaces of two releases, as modules.

Of a module that changed, the earlier release's interface is asked first, because only it says what
became of a name. This is so even where the code already uses the new name of a module or module
type: half-ported code mixes both releases, and what is left of the earlier one must be found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api import data
from mirageport.api.names import NO_NAMES
from mirageport.api.view import interval, later, module_types
from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import SigIndex, changes_of
from mirageport.ocaml.modules import Item, Module, SigModule, Union
from mirageport.ocaml.promise import NO_PROMISE
from mirageport.ocaml.reuse.outline import outline
from mirageport.ocaml.tree import PACKAGED

if TYPE_CHECKING:
    from mirageport.api.data import Interfaces
    from mirageport.api.names import Names
    from mirageport.ocaml.modules import ApiValue, Binding, ModuleType, TypeDef, TypePart
    from mirageport.ocaml.promise import Promise


class Renamed(Module):
    """A module of the target; its module types that had another name are answered by that one."""

    __slots__ = ("_module_types", "inner", "library")

    def __init__(self, inner: Module, library: Library) -> None:
        super().__init__(inner.path)
        self.inner = inner
        self.library = library
        self._module_types: dict[str, ModuleType | None] = {}

    def value(self, name: str) -> ApiValue | Binding | None:
        return self.inner.value(name)

    def module(self, name: str) -> Module | None:
        return self.inner.module(name)

    def type_def(self, name: str) -> TypeDef | None:
        return self.inner.type_def(name)

    def field(self, name: str) -> TypePart | None:
        return self.inner.field(name)

    def constructor(self, name: str) -> TypePart | None:
        return self.inner.constructor(name)

    def module_type(self, name: str) -> ModuleType | None:
        if name not in self._module_types:
            self._module_types[name] = self._module_type(name)
        return self._module_types[name]

    def _module_type(self, name: str) -> ModuleType | None:
        new = self.inner.module_type(name)
        old_path = self.library.former.get(f"{self.path}.{name}")
        if new is None or old_path is None:
            return new
        module, _, last = old_path.rpartition(".")
        old_module = self.library.module(module)
        old = old_module.module_type(last) if old_module else None
        return old._replace(companion=new, item=new.item) if old else new


class Credited(SigModule):
    """A module that people credit with module types that another one has (`Names.credited`)."""

    __slots__ = ("owner",)
    owner: Library

    def said_to_have(self, name: str) -> ModuleType | None:
        _module, where, others = self.owner.names.credited
        owner = self.owner.module(where) if name in others else None
        return owner.module_type(name) if owner is not None else None


class Beside(SigModule):
    """A module of OCaml's standard library."""

    __slots__ = ()
    standard = True


class Standard(SigModule):
    """The standard library of OCaml as every file sees it: Pervasives, opened, and the modules
    beside it."""

    __slots__ = ("beside",)
    standard = True
    beside: dict[str, Module | None]

    def module(self, name: str) -> Module | None:
        if name in self.beside and self.beside[name] is None:
            self.beside[name] = _read(name, data.standard_library(name), self.env, Beside)
        return self.beside.get(name) or super().module(name)

    def has_module(self, name: str) -> bool:
        return name in self.beside or super().has_module(name)


class Library:
    """Every interface of a pack, and OCaml's own, loaded when first named: it is never changed,
    only filled. promise: the type of promises that code is written with."""

    def __init__(
        self, interfaces: Interfaces, names: Names = NO_NAMES, promise: Promise = NO_PROMISE
    ) -> None:
        self.interfaces = interfaces
        self.names = names
        self._modules: dict[str, Module | None] = {}
        self._files: dict[tuple[str, str], Module | None] = {}
        self._known = interfaces.modules()
        self._texts: dict[tuple[str, str], bytes | None] = {}
        self._known = interfaces.modules()
        self._successors: dict[str, tuple[str, ...]] | None = None
        self._former: dict[str, str] | None = None
        self._later: dict[str, dict[str, str]] = {}
        outer = Env(None, loader=self.module, promise=promise)
        root = outline(data.standard_library("Pervasives"))
        standard = Standard(SigIndex(root, PACKAGED, "Pervasives"), outer, {}, "")
        standard.beside = dict.fromkeys(data.standard_modules())
        standard.beside.update(Pervasives=standard, Stdlib=standard)  # of before 4.07 and since
        self.base = Env(outer, opened=standard)

    def module(self, name: str) -> Module | None:
        """The toplevel module of this name; None when no interface of it is known."""
        if not name:
            return None  # a path such as `X.`, whose name is not typed yet
        if name not in self._modules:
            self._modules[name] = None
            self._modules[name] = self._load(name)
        return self._modules[name]

    def at(self, release: str, name: str) -> Module | None:
        """The toplevel module of this name as one release has it: the same module in both where
        nothing in it changed."""
        if (release, name) not in self._files:
            self._files[release, name] = self._file(release, name)
        return self._files[release, name]

    def text(self, release: str, name: str) -> bytes | None:
        """The interface of a toplevel module as one release has it; None where it has none."""
        if (release, name) not in self._texts:
            known = name.lower() in self._known
            self._texts[release, name] = self.interfaces.at(release, name) if known else None
        return self._texts[release, name]

    @property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """What each module type that changed its name is called at the target, by its path, such
        as V1_LWT.FLOW. Several names: one of them, which use decides."""
        if self._successors is None:
            self._successors = {
                f"{module}.{name}": paths
                for module in self.names.homes
                for name, paths in self._module_types(self.interfaces.start, module)
            }
        return self._successors

    @property
    def former(self) -> dict[str, str]:
        """The path that a module type had at the start, by each that it has at the target."""
        if self._former is None:
            known = {new: old for old, paths in self.successors.items() for new in paths}
            self._former = {**known, **self.names.also}
            for module in self.names.homes.values():
                for name, paths in self._module_types(self.interfaces.target, module):
                    if paths[0] in known:
                        self._former[f"{module}.{name}"] = known[paths[0]]
        return self._former

    def _module_types(self, release: str, module: str) -> list[tuple[str, tuple[str, ...]]]:
        found = module_types(self.text(release, module) or b"")
        return [(name, paths) for name, paths in found.items() if paths]

    def successor(self, name: str) -> str:
        """What a module type is called at the target, by its name at the start, or by its own where
        it was one with others: over Lwt, where there are two. "" where it has no successor, or not
        just one."""
        for module in self.names.homes:
            paths = self.successors.get(f"{module}.{name}", ())
            if len(paths) == 1:
                return paths[0]
        return self.names.several.get(name, "")

    def describes(self, name: str) -> bool:
        """Whether a module type had this name at the start."""
        return any(f"{module}.{name}" in self.successors for module in self.names.homes)

    def interval(self, name: str) -> tuple[str, str]:
        """(first, last) release of a toplevel module of the product itself, not of a library that
        has releases of its own; "" where that is open."""
        own = name.startswith(self.names.dated) if self.names.dated else False
        return interval(self._whole(name)) if own else ("", "")

    def later(self, name: str) -> dict[str, str]:
        """What came into a toplevel module after the target, by name, each with its release."""
        if name not in self._later:
            self._later[name] = later(self._whole(name), self.interfaces.target)
        return self._later[name]

    def _whole(self, name: str) -> bytes:
        return self.interfaces.whole(name) if name.lower() in self._known else b""

    def lasts(self, path: str) -> bool:
        """Whether the target has a value of this path, whatever its type."""
        first, *inner, name = path.split(".")
        module = self.at(self.interfaces.target, first)
        for step in inner:
            module = module.module(step) if module is not None else None
        return module is not None and module.value(name) is not None

    def _load(self, name: str) -> Module | None:
        start, target = self.interfaces.start, self.interfaces.target
        old, new = self.at(start, name), self.at(target, name)
        if old is new or new is None:
            return old
        renamed = Renamed(new, self)
        if old is not None:
            return Union(old, renamed)
        former = self.names.modules.get(name)
        counterpart = self.at(start, former) if former else None
        return Union(counterpart, renamed, "new") if counterpart else renamed

    def _file(self, release: str, name: str) -> Module | None:
        content = self.text(release, name)
        if content is None:
            return None
        target = self.interfaces.target
        if release != target and content == self.text(target, name):
            return self.at(target, name)
        kind = Credited if name == self.names.credited[0] else SigModule
        module = _read(name, content, self.base, kind)
        if isinstance(module, Credited):
            module.owner = self
        return module


def _read(name: str, content: bytes, env: Env, kind: type[SigModule] = SigModule) -> SigModule:
    """The toplevel module of an interface."""
    root = outline(content)
    item = Item("", name, changes_of(root, PACKAGED))
    return kind(SigIndex(root, PACKAGED, name), env, {}, name, declared=item)


class Target(Library):
    """The interfaces of the target release alone, no former name known."""

    def _load(self, name: str) -> Module | None:
        return self.at(self.interfaces.target, name)

    def removed(self, name: str) -> bool:
        """Whether a toplevel module was there before and is not the target's."""
        return self.module(name) is None and self.text(self.interfaces.start, name) is not None
