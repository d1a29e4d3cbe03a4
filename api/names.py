"""The names that the releases of a library give to the same things."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Names(NamedTuple):
    """What a pack says about names that the interfaces do not say by themselves.

    homes: the modules that held all module types at the start, in the order in which they are
    looked through, and the modules where their names live on ("": nowhere); what each module type
    became stands beside it (`[@@port.to New.path]`). typed: further modules that hold module types
    which have other names later. common: those of them whose names other projects have too.
    constrained: what is to be written behind the later name of a module type that was joined with
    others, by its own path, such as `type ipaddr = Ipaddr.V4.t`.
    also: further names that module types have at the target, with their paths at the start.
    several: the paths, by their names, of module types that were one; same: the name of that one.
    credited: (module, where it is really, names) of module types that people look for in a module
    that did not have them. modules: the former name of a module, by its name now. signatures: the
    paths of signatures that libraries have in both, by their last name. dated: how the names of
    modules begin that are the product's own, so that the releases in their interfaces are its;
    dated_values: those of which only the values say so. kept: modules that the target still has
    though no interface describes them so far. grown: modules of which the target's own compiler has
    more than is known here, and what is opened there beside Pervasives, as the text of an
    interface; no text where the compiler is the one whose standard library is known. copied: the
    paths of polymorphic variants that people spell out in their code, tag by tag.
    """

    homes: Mapping[str, str] = MappingProxyType({})
    typed: tuple[str, ...] = ()
    common: frozenset[str] = frozenset()
    constrained: Mapping[str, str] = MappingProxyType({})
    also: Mapping[str, str] = MappingProxyType({})
    several: Mapping[str, str] = MappingProxyType({})
    same: Mapping[str, str] = MappingProxyType({})
    credited: tuple[str, str, tuple[str, ...]] = ("", "", ())
    modules: Mapping[str, str] = MappingProxyType({})
    signatures: Mapping[str, str] = MappingProxyType({})
    dated: tuple[str, ...] = ()
    dated_values: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    grown: tuple[frozenset[str], bytes] = (frozenset(), b"")
    copied: tuple[str, ...] = ()


NO_NAMES = Names()
