"""The names of module types in each release, and what a module type was in each of them.

A module type has a name in each of some intervals of releases: beside a definition that ends stands
what it is called after that (`[@@port.to New.path]`), and following these leads to its name at the
target. Whoever names it by one of them means all that it was until then.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from mirageport.api.view import interval, module_types, release
from mirageport.ocaml.modules import Named, SigModule

if TYPE_CHECKING:
    from mirageport.api.library import Library
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import Module, ModuleType


class History:
    """The names of the module types of a library, worked out when first asked for.

    after: the names that a module type has after its own ends, by its path; none where it was
    removed then. before: the name that it had before, by its path.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._written: dict[str, str] = {}
        self._ended: dict[str, str] = {}
        self._defined: set[str] = set()  # paths that were more than another name of a module type
        self._after: dict[str, tuple[str, ...]] | None = None
        self._before: dict[str, str] | None = None
        self._inner: set[str] | None = None

    @property
    def after(self) -> dict[str, tuple[str, ...]]:
        if self._after is None:
            self._after = {}
            for module in (*self.library.names.homes, *self._typed):
                self._add(module, self._after)
        return self._after

    @property
    def _typed(self) -> tuple[str, ...]:
        """The modules, beside the homes, with module types that have other names later."""
        return self.library.names.typed or self.library.interfaces.typed()

    def _add(self, module: str, after: dict[str, tuple[str, ...]]) -> None:
        """The module types of a toplevel module that end before the target."""
        texts = self.library.texts(module)
        kept = module_types(texts[-1][1]) if self.library.lasts(texts) else {}
        for until, text in texts:
            for name, paths in module_types(text).items():
                if name not in kept:
                    path = f"{module}.{name}"
                    after[path] = tuple(p if "." in p else f"{module}.{p}" for p in paths)
                    self._ended[path] = until
                    if f"module type {name} = sig".encode() in text:
                        self._defined.add(path)

    @property
    def before(self) -> dict[str, str]:
        if self._before is None:
            found: dict[str, str] = {}
            for old, paths in self.after.items():
                for new in paths:
                    if new not in found or self._weight(old) >= self._weight(found[new]):
                        found[new] = old
            found.update(self.library.names.also)
            for module in self.library.names.homes.values():
                texts = self.library.texts(module)
                for name, paths in module_types(texts[-1][1] if texts else b"").items():
                    if paths and paths[0] in found:
                        found[f"{module}.{name}"] = found[paths[0]]
            self._before = found
        return self._before

    def _weight(self, path: str) -> tuple[bool, tuple[int, ...]]:
        """By which one of two module types that became one counts as what it was before: one with
        a signature of its own, and then the one that lived longer."""
        return path in self._defined, release(self._ended[path])

    @property
    def inner(self) -> set[str]:
        """The modules inside toplevel ones with module types that had other names before."""
        if self._inner is None:
            renamed = self.before if self._typed else ()  # costs nothing without
            homes = {path.rpartition(".")[0] for path in renamed}
            self._inner = {home for home in homes if "." in home}
        return self._inner

    def first(self, path: str) -> str:
        """The name that a module type had at first."""
        for _step in range(_MOST_NAMES):
            path = self.before.get(path, path)
        return path

    def last(self, path: str) -> tuple[str, ...]:
        """What a module type is called at the target; several names: one of them, which use
        decides; none: it was removed."""
        found = [path]
        for _step in range(_MOST_NAMES):
            found = [new for each in found for new in self.after.get(each, (each,))]
        return tuple(dict.fromkeys(found))

    def written(self, path: str) -> str:
        """A module type as the target writes it, with what has to be said of its types; "" where
        several names have come of it, or none."""
        if path not in self._written:
            paths, more = self.library.successors.get(path, ()), self._constraint(path)
            one = paths[0] if len(paths) == 1 else ""
            self._written[path] = f"{paths[0]} with {more}" if more and paths else one
        return self._written[path]

    def _constraint(self, path: str) -> str:
        for _step in range(_MOST_NAMES):
            known = self.library.names.constrained.get(path)
            after = self.after.get(path, ())
            if known or len(after) != 1:
                return known or ""
            path = after[0]
        return ""

    def module_type(self, path: str) -> ModuleType | None:
        """What a path names, in all its forms; None where no release until the target has it."""
        declared = self._item(path)
        if declared is None:
            return None
        names: list[str] = []
        while (path if not names else names[0]) in self.before and len(names) < _MOST_NAMES:
            names.insert(0, self.before[names[0] if names else path])
        forms = self._forms(*names, path) or self._forms(path, repeats=True)
        if not forms:
            return None
        first, *others = forms
        later, lasts = self._later(path)
        ends = later[-1].item if later and not lasts else None
        if ends is not None:
            declared = declared._replace(changes=ends.changes)  # only how it was removed counts
        since = self._since(path) if names else ""
        return first._replace(
            item=declared,
            named=Named(since, self._ended.get(path, "")),
            others=tuple(others),
            later=later,
            lasts=lasts,
            also=self._siblings(path),
        )

    def _siblings(self, path: str) -> tuple[ModuleType, ...]:
        """The other module types that became one, where they had signatures of their own."""
        before = self.before.get(path)
        others = [old for old in self._defined if path in self.after[old] and old != before]
        return tuple(filter(None, map(self.module_type, sorted(others))))

    def _item(self, path: str) -> Item | None:
        """What a module type is called and what changed about it, in the last release that has it
        under this path."""
        module, _, name = path.rpartition(".")
        found = [form.module_type_item(name) for _until, form in self._modules(module)]
        last = next(filter(None, reversed(found)), None)
        if last is not None and self.library.interfaces.before is not None:
            # What changed is said in the interfaces before, also of what lives on.
            said = next((each for each in found if each is not None and each.changes), last)
            return last._replace(changes=said.changes)
        return last

    def _forms(self, *paths: str, repeats: bool = False) -> list[ModuleType]:
        """What some names of a module type mean, in each release in which their modules were
        others, in the order of the releases. repeats: also where one only stands for another name
        of the same module type, which has these forms itself."""
        found = []
        for path in paths:
            module, _, name = path.rpartition(".")
            for until, form in self._modules(module):
                if repeats or not self._is_repeat(path, form.stands_for(name)):
                    found.append((release(until), form.module_type(name)))
        found.sort(key=itemgetter(0))
        return [form for _until, form in found if form is not None]

    def _modules(self, path: str) -> list[tuple[str, SigModule]]:
        """A module, maybe inside a toplevel one, in each of that one's forms."""
        head, *inner = path.split(".")
        found: list[tuple[str, SigModule]] = []
        for until, form in self.library.forms(head):
            module: Module | None = form
            for name in inner:
                module = module.module(name) if module is not None else None
            if isinstance(module, SigModule):
                found.append((until, module))
        return found

    def _is_repeat(self, path: str, other: str) -> bool:
        return bool(other) and self.first(other) == self.first(path)

    def _later(self, path: str) -> tuple[tuple[ModuleType, ...], bool]:
        """What a module type was under the names after this one, and whether the target has it:
        only where it was more than one thing since, as it costs to find out."""
        names: list[str] = []
        step = self.after.get(path, ())
        while len(step) == 1 and len(names) < _MOST_NAMES:
            names.append(step[0])
            step = self.after.get(step[0], ())
        last = names[-1] if names else path
        lasts = last not in self.after or bool(step)
        if len(names) <= lasts and not any(map(self._changes, names)):
            return (), lasts
        return tuple(self._forms(*names)), lasts

    def _changes(self, path: str) -> bool:
        """Whether the module of a module type was more than one thing until the target."""
        return bool(self.library.interfaces.ends(path.partition(".")[0]))

    def _since(self, path: str) -> str:
        """The first release in which a module type has a name, as far as its interface says."""
        whole = self.library.interfaces.whole(path.partition(".")[0])
        return interval(whole)[0] or self._ended.get(self.before[path], "") or "?"


_MOST_NAMES = 8  # how often a module type can have got another name
