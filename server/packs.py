"""The packs that the product ports by: Mirage's, one a target, those of data that ship with it, and
those of folders that a person names. Held here, at the edge, and handed down to what needs them."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING

from mirageport.api.data import Folder, packaged
from mirageport.mirage.files import CONFIG
from mirageport.mirage.pack import pack
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.file_names import basename
from mirageport.server.files import Trouble

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.rules import Rule
    from mirageport.server.bounds import Bound

MIRAGE = "mirage"
"""The name of Mirage's own pack."""

PACK = pack()
"""That of the usual target."""

_MADE = {TARGET: PACK}


def pack_for(target: str) -> Pack:
    """Mirage's pack of a release that code is ported to; "" for the usual one."""
    target = target or TARGET
    if target not in _MADE:
        _MADE[target] = pack(target)
        _MADE[target].rules.others = _names
    return _MADE[target]


def by_name(name: str, target: str = "") -> Pack:
    """The pack of a name that `usable` gave. target: the release of Mirage that is ported to."""
    return pack_for(target) if name == MIRAGE else _data(name)


def rule(name: str, packs: Iterable[str] = ()) -> Rule:
    """The rule of this name of Mirage's pack, of some others, or of one that ships with the tool.
    Raises `UnknownRule`."""
    from mirageport.diagnostics.rules import UnknownRule

    for each in (PACK, *map(by_name, packs), *map(_data, shipped())):
        try:
            return each.rules.rule(name)
        except UnknownRule:
            continue
    raise UnknownRule(name)


def every_rule(packs: Iterable[str]) -> list[str]:
    """The names of all rules of Mirage's pack, of some others, and of those that ship with it."""
    every = (PACK, *map(by_name, packs), *map(_data, shipped()))
    return sorted({name for each in every for name in each.rules.names()})


@cache
def shipped() -> list[str]:
    """The names of the packs of data that ship with the tool."""
    folder = _shipped()
    return [name for name in folder.names() if folder.read(f"{name}/pack.md") is not None]


@cache
def fields(name: str) -> dict[str, str]:
    """What the pack.md of a pack of data says."""
    from mirageport.diagnostics.data_pack import head

    return head(_folder(name))


def usable(names: Sequence[str]) -> tuple[tuple[str, ...], list[Trouble]]:
    """Those of some packs that can be loaded, and what is wrong with the others. Of two that claim
    one module neither is used."""
    found: list[str] = []
    troubles: list[Trouble] = []
    for name in dict.fromkeys(names):
        wrong = () if name == MIRAGE else _problems(name)
        troubles += wrong
        if not wrong:
            found.append(name)
    claimed: dict[str, str] = {}
    packs = [each for each in found if each != MIRAGE]
    for name in packs if len(packs) > 1 else ():
        for module in sorted(_claims(name)):
            other = claimed.setdefault(module, name)
            if other != name:
                why = f"{other} says what became of `{module}` as well: use one of them"
                troubles.append(Trouble(name, why))
                found = [each for each in found if each not in (name, other)]
    return tuple(found), troubles


def selectable(names: Sequence[str]) -> frozenset[str]:
    """The rules and categories that settings may name. names: the packs that were chosen."""
    own = usable(names)[0]
    return _names().union(*(by_name(name).rules.selectable for name in own))


def counting(
    chosen: Sequence[str], folder: str, files: Mapping[str, bytes]
) -> tuple[tuple[str, ...], list[Trouble]]:
    """The packs that count for the files of a folder, and what is wrong with others that should:
    those that a person chose; where nobody did, Mirage's, and in a project that is no unikernel
    those whose release its bounds exclude."""
    if chosen:
        return usable(chosen)
    if any(basename(name) == CONFIG and b"register" in text for name, text in files.items()):
        return (MIRAGE,), []
    return (MIRAGE, *(name for name in shipped() if bound(name, folder) is not None)), []


def bound(name: str, folder: str) -> Bound | None:
    """What keeps the project of a folder from the release that a pack of data leads to."""
    from mirageport.server.bounds import shut_out

    said = fields(name)
    return shut_out(folder, said.get("package", "").split(), said.get("until", ""))


def _shipped() -> Folder:
    return packaged("mirageport.server", "../packs")


def _folder(name: str) -> Folder:
    return Folder(name) if os.path.isabs(name) else _shipped().inner(name)


@cache
def _data(name: str) -> Pack:
    from mirageport.diagnostics.data_pack import data_pack

    found = data_pack(_folder(name))
    found.rules.others = _names
    return found


@cache
def _problems(name: str) -> tuple[Trouble, ...]:
    """What is wrong with a pack. Those that ship with the tool are checked by its tests."""
    from mirageport.diagnostics.data_pack import NoPack

    if not os.path.isabs(name):
        if name in shipped():
            return ()
        from mirageport.server.settings import nearest

        near = nearest(name, [MIRAGE, *shipped()])
        return (Trouble(name, f"there is no pack of this name{near}"),)
    try:
        found = _data(name)
    except NoPack as error:
        return (Trouble(name, f"the pack is not used: {error}"),)
    from mirageport.diagnostics.pack_problems import problems

    return tuple(
        Trouble(f"{name}/{each.file}:{each.line}", f"the pack is not used: {each.message}")
        for each in problems(_folder(name), found)
    )


@cache
def _claims(name: str) -> frozenset[str]:
    """The modules of which a pack says what became of them, or of something in them."""
    library = _data(name).library
    every = {each: library.texts(each) for each in library.interfaces.modules()}
    return frozenset(
        module for module, texts in every.items() if any(b"@port" in text for _, text in texts)
    )


@cache
def _names() -> frozenset[str]:
    """The names of the rules of all packs that are known by name."""
    every = [PACK, *map(_data, shipped())]
    return frozenset().union(*(each.rules.selectable for each in every))


PACK.rules.others = _names
