"""The libraries a unikernel can name: the interfaces of two releases, as modules.

A module that changed is asked as the earlier release had it first, because only that side knows
what became of a name. A module or module type that only the target has under its new name is
answered the same way: code on its way between the releases mixes both, and what is left of the
earlier one in it must be found whatever its types are called by now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage import data, names
from mirageport.mirage.releases import START, TARGET, release_name
from mirageport.mirage.view import module_types, view
from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import SigIndex, changes_of
from mirageport.ocaml.modules import Item, Module, SigModule, Union
from mirageport.ocaml.outline import outline
from mirageport.ocaml.tree import PACKAGED

if TYPE_CHECKING:
    from mirageport.mirage.data import Interfaces
    from mirageport.ocaml.modules import ApiValue, Binding, ModuleType, TypeDef, TypePart


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
    never changed, only filled. start, target: the two releases whose views it reads."""

    def __init__(
        self, interfaces: Interfaces | None = None, start: str = START, target: str = TARGET
    ) -> None:
        self.start = start
        self.target = target
        self._interfaces = interfaces or data.interfaces()
        self._modules: dict[str, Module | None] = {}
        self._files: dict[tuple[str, str], Module | None] = {}
        self._successors: dict[str, tuple[str, ...]] | None = None
        self._former: dict[str, str] | None = None
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

    def at(self, release: str, name: str) -> Module | None:
        """The toplevel module of this name as one release has it. One that says no release in its
        interface is the same module in all."""
        if (release, name) not in self._files:
            self._files[release, name] = self._file(release, name)
        return self._files[release, name]

    @property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """What each module type that changed its name is called at the target, by its path, such
        as V1_LWT.FLOW. Several names: one of them, which use decides."""
        if self._successors is None:
            self._successors = {
                f"{module}.{name}": paths
                for module in names.TYPES_MODULES
                for name, paths in module_types(self.text(self.start, module) or b"").items()
                if paths
            }
        return self._successors

    @property
    def former(self) -> dict[str, str]:
        """The path that a module type had at the start, by each that it has at the target."""
        if self._former is None:
            known = {new: old for old, paths in self.successors.items() for new in paths}
            self._former = {**known, **names.ALSO}
            for module in names.TYPES_MODULES.values():
                content = self.text(self.target, module) or b""
                for name, paths in module_types(content).items():
                    if paths and paths[0] in known:
                        self._former[f"{module}.{name}"] = known[paths[0]]
        return self._former

    def successor(self, device: str) -> str:
        """What a device's module type is called at the target, by its name at the start: the one
        over Lwt, where there are two. "" where it has no successor, or not just one."""
        for module in reversed(names.TYPES_MODULES):
            paths = self.successors.get(f"{module}.{device}", ())
            if len(paths) == 1:
                return paths[0]
        return ""

    def is_device(self, name: str) -> bool:
        """Whether a device's module type had this name at the start."""
        return any(f"{module}.{name}" in self.successors for module in names.TYPES_MODULES)

    def lasts(self, path: str) -> bool:
        """Whether the target has a value of this path, whatever its type."""
        first, *inner, name = path.split(".")
        module = self.at(self.target, first)
        for step in inner:
            module = module.module(step) if module is not None else None
        return module is not None and module.value(name) is not None

    def _load(self, name: str) -> Module | None:
        old, new = self.at(self.start, name), self.at(self.target, name)
        if old is new or new is None:
            return old
        renamed = Renamed(new, self)
        if old is not None:
            return Union(old, renamed)
        former = names.RENAMED_MODULES.get(name)
        counterpart = self.at(self.start, former) if former else None
        return Union(counterpart, renamed, "new") if counterpart else renamed

    def text(self, release: str, name: str) -> bytes | None:
        """The interface of a toplevel module as one release has it; None where it has none."""
        text = self._interfaces.text(name)
        return view(text, release) if text is not None else None

    def _file(self, release: str, name: str) -> Module | None:
        text = self._interfaces.text(name)
        content = view(text, release) if text is not None else None
        if content is None:
            return None
        if content is text and release != self.target:
            return self.at(self.target, name)
        module = _read(name, content, self.base, Credited if name == "V1_LWT" else SigModule)
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
        return self.at(self.target, name)

    def removed(self, name: str) -> str:
        """What people call the target where it has not a toplevel module that the earlier release
        had; otherwise ""."""
        lost = self.module(name) is None and self._interfaces.has(name, self.start)
        return release_name(self.target) if lost else ""
