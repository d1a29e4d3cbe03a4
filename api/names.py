"""The names that the releases of a library give to the same things."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Names(NamedTuple):
    """What a pack says about names, before (in the old interfaces) and now (in the target's).

    types: the path a module type has now, by the name it had before. former: the path a module
    type had before, by every path that it has now. described: the names of module types that the
    old interfaces describe. same: of several module types that were one before, the name of that
    one. owners: the modules that held the module types before, in the order in which they are
    looked through. credited: (module, where it is really, names) of module types that people look
    for in a module that did not have them. modules: the former name of a module, by its name now.
    signatures: the paths of signatures that libraries have in both, by their last name.
    """

    types: Mapping[str, str] = MappingProxyType({})
    former: Mapping[str, str] = MappingProxyType({})
    described: frozenset[str] = frozenset()
    same: Mapping[str, str] = MappingProxyType({})
    owners: tuple[str, ...] = ()
    credited: tuple[str, str, tuple[str, ...]] = ("", "", ())
    modules: Mapping[str, str] = MappingProxyType({})
    signatures: Mapping[str, str] = MappingProxyType({})


NO_NAMES = Names()
