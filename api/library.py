"""The libraries that code can name: their interfaces in all releases until the target, as modules.

Of a module that changed, what it was earliest is asked first, because only that says what became of
a name. This is so even where the code already uses a later name of a module or module type:
half-ported code mixes releases, and its uses of the earlier one must be found too.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, TypeVar

from mirageport.api import data
from mirageport.api.data import COMPLETE
from mirageport.api.history import History
from mirageport.api.names import NO_NAMES
from mirageport.api.view import interval, later, release
from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.items import item_of
from mirageport.ocaml.libraries import Libraries, libraries
from mirageport.ocaml.modules import ALWAYS, ApiValue, Forms, Named, SigFunctor, SigModule
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.promise import NO_PROMISE
from mirageport.ocaml.reuse.outline import outline
from mirageport.ocaml.tree import PackagedReader
from mirageport.ocaml.type_syntax import ARROW, read_type

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.api.data import Interfaces
    from mirageport.api.names import Names
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import Module, ModuleType
    from mirageport.ocaml.promise import Promise


_OPENED = ("Stdlib", "Pervasives")


class Form(NamedTuple):
    """What a toplevel module was for a time. until: the last release in which it was so."""

    until: str
    module: SigModule


class Parameters(NamedTuple):
    """The parameters of a functor, (name, module type) of each. kept: whether the target has a
    module of its path; now: what that asks for, nothing where it is a plain module; before: what it
    asked for in each run of releases before, the newest first."""

    kept: bool
    now: list[tuple[str, str]]
    before: list[list[tuple[str, str]]]


class Known(Forms):
    """A toplevel module with its history: what it was in each of some releases, under this name and
    those before."""

    __slots__ = ("_forms", "_inner", "_module_types", "library")

    def __init__(self, library: Library, forms: list[Form], named: Named, lasts: bool) -> None:
        super().__init__([form.module for form in forms], named, lasts=lasts)
        self.path = forms[-1].module.path
        self.library = library
        self._forms = forms
        self._module_types: dict[str, ModuleType | None] = {}
        self._inner: dict[str, Known] = {}

    def module(self, name: str) -> Module | None:
        path = f"{self.path}.{name}"
        if path not in self.library.history.inner:
            return super().module(name)
        if name not in self._inner:
            found = [(until, form.module(name)) for until, form in self._forms]
            forms = [Form(until, form) for until, form in found if isinstance(form, SigModule)]
            self._inner[name] = Known(self.library, forms, self.named, self.lasts)
        return self._inner[name]

    def module_type(self, name: str) -> ModuleType | None:
        if name not in self._module_types:
            path = f"{self.path}.{name}"
            known = self.library.history.module_type(path)
            self._module_types[name] = known or super().module_type(name)
        return self._module_types[name]

    def said_to_have(self, name: str) -> ModuleType | None:
        module, where, others = self.library.names.credited
        owner = self.library.module(where) if self.path == module and name in others else None
        return owner.module_type(name) if owner is not None else None


class Beside(SigModule):
    """A module of OCaml's standard library."""

    __slots__ = ()
    standard = True


class Standard(SigModule):
    """The standard library of OCaml as every file sees it: Pervasives, opened, and the modules
    beside it."""

    __slots__ = ("beside", "grown")
    standard = True
    grown: bool
    beside: dict[str, Module | None]

    def module(self, name: str) -> Module | None:
        if name in self.beside and self.beside[name] is None:
            text = data.standard_library(name)
            text = text.replace(COMPLETE, b"") if self.grown else text
            self.beside[name] = _read(name, text, self.env, "", Beside)
        return self.beside.get(name) or super().module(name)

    def has_module(self, name: str) -> bool:
        return name in self.beside or super().has_module(name)


class Library:
    """Every interface of a pack, and OCaml's own, loaded when first named: it is never changed,
    only filled. promise: the type of promises that code is written with. of: what its items say
    that they are of (`Reader.of`). kept: the answers of `fate.keeps_type`. others: those in the
    same scope (`in_sight`)."""

    def __init__(
        self, interfaces: Interfaces, names: Names = NO_NAMES, promise: Promise = NO_PROMISE
    ) -> None:
        self.interfaces = interfaces
        self.names = names
        self._modules: dict[str, Module | None] = {}
        self._texts: dict[str, list[tuple[str, bytes]]] = {}
        self._forms: dict[str, list[Form]] = {}
        self.of = interfaces.folder.path
        self._known = interfaces.modules()
        self._lived: dict[tuple[str, str], tuple[str, str]] = {}
        self.kept: dict[tuple[str, str, object], bool] = {}
        self.others: tuple[Library, ...] = ()
        self._later: dict[str, dict[str, str]] = {}
        self._parameters: dict[str, Parameters] = {}
        self._has_later: bool | None = None
        self._target: Target | None = None
        self._successors: dict[str, tuple[str, ...]] | None = None
        self._asking: frozenset[bytes] | None = None
        self._former: dict[str, str] | None = None
        self._dropped: dict[str, Libraries] | None = None
        self.history = History(self)
        outer = Env(None, loader=self.module, promise=promise)
        text = data.standard_library("Pervasives") + names.grown[1]
        standard = Standard(_indexed("Pervasives", text, "")[0], outer, {}, "")
        standard.grown = bool(names.grown[1]) or interfaces.standard
        standard.beside = dict.fromkeys(data.standard_modules())
        standard.beside.update(Pervasives=standard, Stdlib=standard)  # of before 4.07 and since
        if interfaces.standard:  # what it says of them comes before what is known of OCaml 4.03
            standard.beside = {n: m for n, m in standard.beside.items() if n not in self._known}
        self.base = Env(outer, opened=standard)
        if interfaces.standard and "Stdlib" in self._known:
            self.base = Env(self.base, opened=self.module("Stdlib"))

    def module(self, name: str) -> Module | None:
        """The toplevel module of this name; None when no interface of it is known."""
        if not name:
            return None  # a path such as `X.`, whose name is not typed yet
        if name not in self._modules:
            self._modules[name] = None
            self._modules[name] = self._load(name)
        return self._modules[name]

    def texts(self, name: str) -> list[tuple[str, bytes]]:
        """What the interface of a toplevel module was until the target (`Interfaces.forms`); empty
        when there is none."""
        if name not in self._texts:
            known = name in self._known
            found = self.interfaces.forms(name) if known else []
            if name in self.names.grown[0]:
                found = [(until, text.replace(COMPLETE, b"")) for until, text in found]
            self._texts[name] = found
        return self._texts[name]

    def forms(self, name: str) -> list[Form]:
        """The same as modules."""
        if name not in self._forms:
            found = self.texts(name)
            kind = Beside if self.interfaces.standard else SigModule
            env = self._scope(name)
            self._forms[name] = [
                Form(u, _read(name, each, env, self.of, kind)) for u, each in found
            ]
        return self._forms[name]

    def _scope(self, name: str) -> Env:
        """What the names in the interface of a toplevel module mean. One that no release before had
        is about the others as they are at the target: what it includes is of that release."""
        before = self.interfaces.before
        if before is None or self.interfaces.at(before[0], name) is not None:
            return self.base
        self._target = self._target or Target(self.interfaces, self.names)
        return self._target.base

    def now(self, name: str) -> SigModule | None:
        """The toplevel module of this name as the target has it."""
        return self.forms(name)[-1].module if self.lasts(self.texts(name)) else None

    def lasts(self, texts: list[tuple[str, bytes]]) -> bool:
        """Whether the last of some forms is the target's."""
        return bool(texts) and texts[-1][0] == self.interfaces.target

    @property
    def asking(self) -> frozenset[bytes]:
        """The names of module types and functors by which a file may have to be looked at, as they
        may ask for more now than they did."""
        if self._asking is None:
            from mirageport.api.members import asking

            self._asking = asking(self.interfaces)
        return self._asking

    @property
    def successors(self) -> dict[str, tuple[str, ...]]:
        """What each module type that has no longer its name is called at the target, by its path,
        such as V1_LWT.FLOW. Several names: one of them, which use decides; none: it
        was removed."""
        if self._successors is None:
            self._successors = {path: self.history.last(path) for path in self.history.after}
        return self._successors

    @property
    def former(self) -> dict[str, str]:
        """The path that a module type had at first, by each that it had later."""
        if self._former is None:
            self._former = {path: self.history.first(path) for path in self.history.before}
        return self._former

    def successor(self, name: str) -> str:
        """What a module type is called at the target, by its name at first, or by its own where it
        was one with others: over Lwt, where there are two. "" where it has no successor, or not
        just one."""
        for module in self.names.homes:
            paths = self.successors.get(f"{module}.{name}", ())
            if len(paths) == 1:
                return paths[0]
        return self.names.several.get(name, "")

    def describes(self, name: str) -> bool:
        """Whether a module type had this name at first."""
        return any(f"{module}.{name}" in self.successors for module in self.names.homes)

    def interval(self, name: str) -> tuple[str, str]:
        """(first, last) release of a toplevel module of the product itself, not of a library that
        has releases of its own; "" where that is open."""
        return interval(self._whole(name)) if self._is_dated(name) else ("", "")

    def is_dated(self, path: str) -> bool:
        """Whether the releases of a value, by its path, are those of the product itself."""
        head = path.partition(".")[0]
        return head in self.names.dated_values or self._is_dated(head)

    def lived(self, path: str, label: str = "") -> tuple[str, str]:
        """(first, last) release that has a value of this path which takes a label, as far as the
        interfaces say; "" where that is open, or after the target."""
        key = (path, label)
        if key not in self._lived:
            found = [_lived(form.module, path, label) for form in self.forms(path.split(".")[0])]
            known = [bounds for bounds in found if bounds is not None]
            since, until = (known[0][0], known[-1][1]) if known else ("", "")
            if path.split(".")[0] in self.names.kept:
                until = ""
            # After the target the name may live on with another type, which is not looked at.
            ended = bool(until) and release(until) < release(self.interfaces.target)
            self._lived[key] = since, until if ended else ""
        return self._lived[key]

    def came(self, path: str, label: str = "") -> str:
        """The first release that has such a value, not after the target; "" where nothing says."""
        since, before = self.lived(path, label)[0], self.interfaces.before
        forms = self.forms(path.split(".")[0]) if not since and before is not None else []
        for form in forms:
            if _lived(form.module, path, label) is not None:
                return "" if before is None or form.until == before[0] else form.until
        return since

    @property
    def dropped(self) -> dict[str, Libraries]:
        """The libraries that code of the target does not need, with what is said of each
        (`[@@port.libraries drop ".."]`)."""
        if self._dropped is None:
            self._dropped = {}
            for name in sorted(self._known):
                for payload in self.interfaces.payloads(name, b"port.libraries"):
                    said = libraries(payload)
                    self._dropped.update(dict.fromkeys(said.drop, said))
        return self._dropped

    def has_ended(self, path: str, label: str = "") -> bool:
        """Whether the target has no value of this path, or none that takes a label, though a
        release before had it."""
        return bool(self.lived(path, label)[1])

    def value_names(self, path: str) -> list[str]:
        """The names of the values that a module of an interface has had in any release."""
        head, *inner = path.split(".")
        found: dict[str, None] = {}
        for form in self.forms(head):
            module: Module | None = form.module
            for part in inner:
                module = module.module(part) if module is not None else None
            for layer in module.layers if isinstance(module, SigModule) else ():
                found.update(dict.fromkeys(layer.index.values))
        return list(found)

    def removed(self, name: str) -> bool:
        """Whether a toplevel module was there before and is not the target's."""
        if any(other.removed(name) for other in self.others):
            return True
        found = self.texts(name)
        return bool(found) and not self.lasts(found) and name not in self.names.kept

    def _is_dated(self, name: str) -> bool:
        return bool(self.names.dated) and f"{name}.".startswith(self.names.dated)

    def arrived(self, name: str) -> str:
        """The release after the target with which a toplevel module of the product came; "" for any
        other."""
        since = self.interval(name)[0]
        return since if since and release(since) > release(self.interfaces.target) else ""

    def parameters(self, path: str) -> Parameters:
        """What a functor of an interface asks for, and asked for before."""
        if path not in self._parameters:
            head, *inner = path.split(".")
            goal = self.interfaces.target
            bounds = {_quoted(piece) for piece in self._whole(head).split(b'@until "')[1:]}
            if self.interfaces.before is not None:
                bounds = {self.interfaces.before[0]}
            ended = sorted((b for b in bounds if release(b) < release(goal)), key=release)
            found = [self._at(bound, head, inner) for bound in (goal, *reversed(ended))]
            asked = [m.parameter_types if isinstance(m, SigFunctor) else [] for m in found]
            before = [each for n, each in enumerate(asked) if n and each and each not in asked[:n]]
            self._parameters[path] = Parameters(found[0] is not None, asked[0], before)
        return self._parameters[path]

    def _at(self, bound: str, head: str, inner: list[str]) -> Module | None:
        """A module inside a toplevel module, as a release had it."""
        text = self.interfaces.at(bound, head)
        found = _read(head, text, self.base, self.of) if text is not None else None
        module: Module | None = found
        for name in inner:
            module = module.module(name) if module is not None else None
        return module

    @property
    def has_later(self) -> bool:
        """Whether the interfaces have anything that came after the target."""
        if self._has_later is None:
            self._has_later = self.interfaces.has_later
        return self._has_later

    def later(self, name: str) -> dict[str, str]:
        """What came into a toplevel module after the target, by name, each with its release."""
        if name not in self._later:
            self._later[name] = later(self._whole(name), self.interfaces.target)
        return self._later[name]

    def _whole(self, name: str) -> bytes:
        return self.interfaces.whole(name) if name in self._known else b""

    def _load(self, name: str) -> Module | None:
        forms = self.forms(name)
        former = self.names.modules.get(name, "")
        earlier = self.forms(former) if former and forms else []
        if not forms:
            return None
        lasts = self.lasts(self.texts(name))
        alone = len(forms) == 1 and lasts and not earlier
        if alone and not any(interval(self._whole(name))):
            return forms[0].module
        since = earlier[-1].until if earlier else ""
        named = Named(since, "" if lasts else forms[-1].until)
        return Known(self, [*earlier, *forms], named if since else ALWAYS, lasts)


def _lived(toplevel: SigModule, path: str, label: str) -> tuple[str, str] | None:
    """The releases that one form of a module says of a value in it; None where it has none."""
    _head, *inner = path.split(".")
    module: Module | None = toplevel
    items = [toplevel.item]
    for name in inner[:-1]:
        module = module.module(name) if module is not None else None
        items.append(module.item if module is not None else None)
    value = module.value(inner[-1]) if module is not None and inner else None
    if not isinstance(value, ApiValue) or (label and label not in _labels(value)):
        return None
    items.append(value.item)
    since = [item.since for item in items if item is not None and item.since]
    until = [item.until for item in items if item is not None and item.until]
    return max(since, key=release, default=""), min(until, key=release, default="")


def _quoted(text: bytes) -> str:
    """What stands before the closing quotation mark."""
    return text.partition(b'"')[0].decode()


def _labels(value: ApiValue) -> set[str]:
    expression, labels = read_type(value.type_node, value.module.index.tree), set()
    while expression.form == ARROW:
        labels.add(expression.name.lstrip("?"))
        expression = expression.parts[1]
    return labels


def _read(
    name: str, content: bytes, env: Env, of: str, kind: type[SigModule] = SigModule
) -> SigModule:
    """The toplevel module of an interface. of: see `Reader.of`."""
    index, item = _indexed(name, content, of)
    # What every file opens has types without a path.
    path = "" if kind is Beside and name in _OPENED else name
    return kind(index, env, {}, path, declared=item)


@cache
def _indexed(name: str, content: bytes, of: str) -> tuple[SigIndex, Item]:
    """The names of an interface, whatever is around it, and what it is as an item."""
    root, reader = outline(content), PackagedReader(of)
    return SigIndex(root, reader, name), item_of("", name, root, reader)


class Target(Library):
    """The interfaces of the target release alone, no former name known."""

    def _scope(self, name: str) -> Env:
        return self.base

    def _load(self, name: str) -> Module | None:
        return self.now(name)


L = TypeVar("L", bound=Library)


def in_sight(libraries: Iterable[L]) -> L:
    """A library in whose scope the modules of others are, too: with it a file is read once for all
    their packs. What became of a name of another one only that one says.

    libraries: at most one is OCaml's own. What that one says of a library that hides something of
    it, the library's own says better; no others have the same module.
    """
    ordered = sorted(libraries, key=lambda each: not each.interfaces.standard)
    parts = [type(each)(each.interfaces, each.names, each.base.promise) for each in ordered]
    for part, each in zip(parts, ordered, strict=True):
        part._texts = each._texts
    first = parts[0]
    outermost = first.base
    while outermost.parent is not None:
        outermost = outermost.parent
    outermost.loader = lambda name: next(
        filter(None, (p.module(name) for p in reversed(parts))), None
    )
    for part in parts:
        part.base = first.base
    first.others = tuple(parts[1:])
    copied = tuple(path for part in parts for path in part.names.copied)
    first.names = first.names._replace(copied=copied)
    return first
