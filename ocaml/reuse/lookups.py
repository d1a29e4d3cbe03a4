"""What an item rests on: every question it asked its surroundings, with the answer it got. Where
the same questions still have the same answers, what was found out about it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env

_TABLES = {
    "module": "modules",
    "module_type": "module_types",
    "type_def": "types",
    "field": "fields",
    "constructor": "constructors",
}


class Lookups:
    """The surroundings of an item: answers its questions, and remembers them.

    env: what names mean around the item.
    """

    __slots__ = ("asked", "env")

    def __init__(self, env: Env) -> None:
        self.env = env
        self.asked: dict[tuple[str, str], Any] = {}

    def ask(self, table: str, name: str) -> Any:
        """What a name means, table being the method of `Env` to look it up with."""
        key = (table, name)
        if key in self.asked:
            return self.asked[key]
        found = self.asked[key] = getattr(self.env, table)(name)
        return found


class Answers:
    """The lookups of the items of a structure, while they are analysed one by one.

    A name means what it meant to the item before, unless that one defines it. To look it up again
    for each item would take a step for every item in between.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], Any] = {}

    def still(self, lookups: Lookups, env: Env) -> bool:
        """Whether all that an item has asked is answered just so where the walk stands, env being
        what is around that."""
        known = self._known
        for key, found in lookups.asked.items():
            if key in known:
                now = known[key]
            else:
                now = known[key] = getattr(env, key[0])(key[1])
            if found is not now and not _same(found, now):
                return False
        return True

    def passed(self, frame: Env | None) -> None:
        """The walk has passed an item that defines the names of a frame."""
        if self._known and frame is not None:
            for name in frame.values:
                self._known.pop(("value", name), None)
            for table, attribute in _TABLES.items() if frame.names is not None else ():
                for name in getattr(frame.names, attribute):
                    self._known.pop((table, name), None)

    def forget(self) -> None:
        """The walk has passed something that may define any name."""
        self._known.clear()


def _same(one: Any, other: Any) -> bool:
    """Whether two answers that are not one object are the same: a pair of the same two is."""
    if type(one) is not tuple or type(other) is not tuple:
        return False
    return all(a is b for a, b in zip(one, other, strict=True))
