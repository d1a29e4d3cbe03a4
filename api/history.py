"""The names of module types in each release, and what a module type was in each of them.

A module type has a name in each of some intervals of releases: beside a definition that ends stands
what it is called after that (`[@@port.to New.path]`), and following these leads to its name at the
target. Whoever names it by one of them means all that it was until then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import interval, module_types, release
from mirageport.ocaml.modules import Named

if TYPE_CHECKING:
    from mirageport.api.library import Library
    from mirageport.ocaml.modules import ModuleType


class History:
    """The names of the module types of a library, worked out when first asked for.

    after: the names that a module type has after its own ends, by its path; none where it was
    removed then. before: the name that it had before, by its path.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._ended: dict[str, str] = {}
        self._after: dict[str, tuple[str, ...]] | None = None
        self._before: dict[str, str] | None = None

    @property
    def after(self) -> dict[str, tuple[str, ...]]:
        if self._after is None:
            self._after = {}
            names = self.library.names
            for module in (*names.homes, *names.typed):
                self._add(module, self._after)
        return self._after

    def _add(self, module: str, after: dict[str, tuple[str, ...]]) -> None:
        """The module types of a toplevel module that end before the target."""
        texts = self.library.texts(module)
        kept = module_types(texts[-1][1]) if self.library.lasts(texts) else {}
        for until, text in texts:
            for name, paths in module_types(text).items():
                if name not in kept:
                    after[f"{module}.{name}"] = paths
                    self._ended[f"{module}.{name}"] = until

    @property
    def before(self) -> dict[str, str]:
        if self._before is None:
            found: dict[str, str] = {}
            for old, paths in self.after.items():
                for new in paths:  # of two that became one, the one that lived longer
                    if new not in found or release(self._ended[old]) >= release(
                        self._ended[found[new]]
                    ):
                        found[new] = old
            found.update(self.library.names.also)
            for module in self.library.names.homes.values():
                texts = self.library.texts(module)
                for name, paths in module_types(texts[-1][1] if texts else b"").items():
                    if paths and paths[0] in found:
                        found[f"{module}.{name}"] = found[paths[0]]
            self._before = found
        return self._before

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

    def constraint(self, path: str) -> str:
        """What has to be written behind the target's name of a module type, without `with`; "" for
        nothing."""
        for _step in range(_MOST_NAMES):
            known = self.library.names.constrained.get(path)
            after = self.after.get(path, ())
            if known or len(after) != 1:
                return known or ""
            path = after[0]
        return ""

    def module_type(self, path: str) -> ModuleType | None:
        """What a path names, in all its forms; None where no release until the target has it."""
        own = self._forms(path)
        if not own:
            return None
        names: list[str] = []
        while (path if not names else names[0]) in self.before and len(names) < _MOST_NAMES:
            names.insert(0, self.before[names[0] if names else path])
        first, *others = [form for name in names for form in self._forms(name)] + own
        later, lasts = self._later(path)
        item = own[-1].item
        ends = later[-1].item if later and not lasts else None
        if item is not None and ends is not None:
            item = item._replace(changes=ends.changes)  # only how it was removed counts
        since = self._since(path) if names else ""
        return first._replace(
            item=item,
            named=Named(since, self._ended.get(path, "")),
            others=tuple(others),
            later=later,
            lasts=lasts,
        )

    def _forms(self, path: str) -> list[ModuleType]:
        """What a path names, in each release in which its module was another."""
        module, _, name = path.rpartition(".")
        found = [form.module.module_type(name) for form in self.library.forms(module)]
        return [each for each in found if each is not None]

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
        return tuple(form for name in names for form in self._forms(name)), lasts

    def _changes(self, path: str) -> bool:
        """Whether the module of a module type was more than one thing until the target."""
        interfaces = self.library.interfaces
        return bool(interfaces.ends(path.rpartition(".")[0]))

    def _since(self, path: str) -> str:
        """The first release in which a module type has a name, as far as its interface says."""
        whole = self.library.interfaces.whole(path.rpartition(".")[0])
        return interval(whole)[0] or self._ended.get(self.before[path], "") or "?"


_MOST_NAMES = 8  # how often a module type can have got another name
