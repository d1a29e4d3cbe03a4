"""An analysis as one pack sees it, of a file that was read with the interfaces of several: uses of
what another pack's library has are none of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.ocaml.analysis import Analysis, Use
from mirageport.ocaml.items import Item
from mirageport.ocaml.record import Record
from mirageport.ocaml.types import KNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.types import Component, Origin

_LISTS: dict[str, Callable[[Any], Item | None]] = {
    "uses": lambda use: use.item,
    "type_uses": lambda use: use.module_type.item,
    "functor_uses": lambda use: use.item,
    "constraints": lambda use: use.item,
}
_TABLES: dict[str, Callable[[Any], Item | None]] = {
    "named_types": lambda use: use.item,
    "field_uses": lambda use: use.item,
    "constructor_uses": lambda use: use.item,
    "module_uses": lambda module: module.item,
}


class SeenRecord(Record):
    """What was found out about an item, as one pack sees it. All but what it leaves out is the
    record's own, asked for where nothing is stored here."""

    __slots__ = ("of", "whole")

    def __init__(self, whole: Record, of: str) -> None:
        self.whole = whole
        self.of = of
        self.item = whole.item
        self.gathered = {}

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.whole, name)
        if name in _LISTS:
            found = [use for use in found if self._owns(_LISTS[name](use))]
        elif name in _TABLES:
            found = {n: use for n, use in found.items() if self._owns(_TABLES[name](use))}
        elif name == "parts":
            found = [seen(part, self.of) for part in found]
        else:
            return found
        setattr(self, name, found)
        return found

    def _owns(self, item: Item | None) -> bool:
        return item is None or item.of in ("", self.of)


class SeenAnalysis(Analysis):
    """What is known of a file, as one pack sees it. of: the library whose items count."""

    def __init__(self, whole: Analysis, of: str) -> None:
        self._seen = whole
        self._of = of
        super().__init__(whole.tree, whole.unifier, seen(whole.record, of), whole.walked_exports)
        self.skipped = whole.skipped

    @property
    def components(self) -> list[Component]:
        """See `Analysis.components`. What came from another pack's library is known, no more."""
        if self._components is None:
            self._components = [
                each._replace(
                    origins=self._of_this(each.origins),
                    joined=tuple(map(self._of_this, each.joined)),
                )
                for each in self._seen.components
            ]
        return self._components

    def _of_this(self, origins: tuple[Origin, ...]) -> tuple[Origin, ...]:
        return tuple(self._origin(each) for each in origins)

    def _origin(self, origin: Origin) -> Origin:
        items = (origin.use.item if isinstance(origin.use, Use) else None, origin.type_item)
        if all(not isinstance(item, Item) or item.of in ("", self._of) for item in items):
            return origin
        return origin._replace(kind=KNOWN, use=None, type_item=None)

    @property
    def cut_short(self) -> bool:
        """See `Analysis.cut_short`."""
        return self._seen.cut_short

    def walk_skipped(self) -> None:
        """See `Analysis.walk_skipped`. Others see what was walked as well."""
        self._seen.walk_skipped()

    def renew(self) -> None:
        """More of the file was walked."""
        self.skipped, self.unifier = None, self._seen.unifier
        self._take(seen(self._seen.record, self._of), self._seen.walked_exports)


def seen(record: Record, of: str) -> SeenRecord:
    """A record as a pack sees it, kept with it."""
    if record.views is None:
        record.views = {}
    if of not in record.views:
        record.views[of] = SeenRecord(record, of)
    found = record.views[of]
    assert isinstance(found, SeenRecord)
    return found


def seen_by(whole: Analysis, of: str) -> Analysis:
    """An analysis as the pack of a library sees it, kept with it."""
    if of not in whole.views:
        whole.views[of] = SeenAnalysis(whole, of)
    return whole.views[of]
