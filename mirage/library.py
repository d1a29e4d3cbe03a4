"""The libraries a unikernel can name: interfaces of every station, as modules.

A module that both stations have is asked on the 2.9 side first, because only that side knows what
became of a name. A module or module type that only 3.0 has under its new name is answered the same
way: code on its way between the versions mixes both, and what is left of Mirage 2 in it must be
found whatever its types are called by now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage import data, names
from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import SigIndex, changes_of
from mirageport.ocaml.modules import Item, Module, SigModule, Union
from mirageport.ocaml.reuse.outline import outline
from mirageport.ocaml.tree import PACKAGED

if TYPE_CHECKING:
    from mirageport.ocaml.modules import ApiValue, Binding, ModuleType, TypeDef, TypePart

OLD, NEW, COMMON = "2.9", "3.0", "common"


class Renamed(Module):
    """A 3.0 module; its module types that have a 2.9 counterpart are answered by that one."""

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
        old_path = names.OLD_OF.get(f"{self.path}.{name}")
        if new is None or old_path is None:
            return new
        module, _, last = old_path.rpartition(".")
        old_module = self.library.module(module)
        old = old_module.module_type(last) if old_module else None
        return old._replace(companion=new, item=new.item) if old else new


class Credited(SigModule):
    """V1_LWT, which the porting guide and people credit with module types that V1 alone had."""

    __slots__ = ("owner",)
    owner: Library

    def said_to_have(self, name: str) -> ModuleType | None:
        owner = self.owner.module("V1") if name in names.PLAIN_ONLY else None
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
    """Every interface the tool knows, loaded when first named. One per process is enough: it is
    never changed, only filled."""

    def __init__(self) -> None:
        self._modules: dict[str, Module | None] = {}
        self._files: dict[tuple[str, str], Module | None] = {}
        self._known = {station: data.interfaces(station) for station in (OLD, NEW, COMMON)}
        outer = Env(None, loader=self.module)
        root = outline(data.standard_library("Pervasives"))
        standard = Standard(SigIndex(root, PACKAGED, "Pervasives"), outer, {}, "")
        standard.beside = dict.fromkeys(data.standard_modules())
        standard.beside.update(Pervasives=standard, Stdlib=standard)  # of before 4.07 and since
        self.base = Env(outer, opened=standard)

    def module(self, name: str) -> Module | None:
        """The toplevel module of this name; None when no interface of it is known."""
        if not name:
            return None  # what somebody is about to type
        if name not in self._modules:
            self._modules[name] = None
            self._modules[name] = self._load(name)
        return self._modules[name]

    def of_station(self, station: str, name: str) -> Module | None:
        """The toplevel module of this name as one version has it."""
        return self._file(station, name) or self._file(COMMON, name)

    def lasts(self, path: str) -> bool:
        """Whether Mirage 3 has a value of this path, whatever its type."""
        first, *inner, name = path.split(".")
        module = self._file(NEW, first)
        for step in inner:
            module = module.module(step) if module is not None else None
        return module is not None and module.value(name) is not None

    def _load(self, name: str) -> Module | None:
        old, new = self._file(OLD, name), self._file(NEW, name)
        if old is not None and new is not None:
            return Union(old, Renamed(new, self))
        if new is not None:
            former = names.RENAMED_MODULES.get(name)
            counterpart = self._file(OLD, former) if former else None
            renamed = Renamed(new, self)
            return Union(counterpart, renamed, "new") if counterpart else renamed
        return old or self._file(COMMON, name)

    def _file(self, station: str, name: str) -> Module | None:
        key = (station, name)
        if key not in self._files:
            known = name.lower() in self._known[station]
            content = data.interface(station, name) if known else None
            kind = Credited if name == "V1_LWT" else SigModule
            module = _read(name, content, self.base, kind) if content is not None else None
            if isinstance(module, Credited):
                module.owner = self
            self._files[key] = module
        return self._files[key]


def _read(name: str, content: bytes, env: Env, kind: type[SigModule] = SigModule) -> SigModule:
    """The toplevel module of an interface."""
    root = outline(content)
    item = Item("", name, changes_of(root, PACKAGED))
    return kind(SigIndex(root, PACKAGED, name), env, {}, name, declared=item)


class Target(Library):
    """The interfaces of the target release alone, no former name known."""

    def _load(self, name: str) -> Module | None:
        return self._file(NEW, name) or self._file(COMMON, name)

    def removed(self, name: str) -> bool:
        """Whether a toplevel module was Mirage 2's and is not the target's."""
        return name.lower() in self._known[OLD] and self.module(name) is None
