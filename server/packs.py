"""The packs that the product ports by: Mirage's, one a target, and those of data, which ship with
it, or come with a library in an opam switch, or are folders that a person names. Held here, at the
edge, and handed down to what needs them.

A pack has a name: `mirage`, that of one that ships with the tool, or the absolute path of a folder.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from shlex import quote
from typing import TYPE_CHECKING, Any, TypeVar

from mirageport.api.data import Folder, packaged
from mirageport.diagnostics.finding import in_order
from mirageport.diagnostics.suppression import SELF_CHECK
from mirageport.mirage.files import CONFIG
from mirageport.mirage.pack import pack
from mirageport.mirage.releases import NEEDS, TARGET
from mirageport.ocaml.file_names import basename
from mirageport.server.files import Trouble, checkout, upwards

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.rules import Rule
    from mirageport.server.bounds import Bound, File

T = TypeVar("T")

MIRAGE = "mirage"
"""The name of Mirage's own pack."""

PACK = pack()
"""That of the usual target."""

_MADE = {TARGET: PACK}
_LOADED: dict[str, Pack] = {}  # those of data, by their names
_TOGETHER: dict[tuple[str, ...], Pack] = {}  # see `sight`
_STAMPS: dict[str, object] = {}  # of packs that do not ship with the tool: see `_stamp`


def pack_for(target: str) -> Pack:
    """Mirage's pack of a release that code is ported to; "" for the usual one."""
    target = target or TARGET
    if target not in _MADE:
        _MADE[target] = pack(target)
        _MADE[target].rules.others = _others
    return _MADE[target]


def by_name(name: str, target: str = "") -> Pack:
    """The pack of a name that `usable` gave. target: the release of Mirage that is ported to."""
    return pack_for(target) if name == MIRAGE else _data(name)


def sight(name: str, packs: Iterable[str], target: str = "") -> Pack:
    """The pack by whose interfaces files are read that a pack is to port: the same for all packs of
    data that count, so that each file is read once. Mirage's files are read by its own."""
    data = tuple(each for each in packs if each != MIRAGE)
    if name == MIRAGE or len(data) < 2:
        return by_name(name, target)
    if data not in _TOGETHER:
        from mirageport.diagnostics.pack import together

        _TOGETHER[data] = together([*map(_data, data)])
    return _TOGETHER[data]


def rule(name: str, packs: Iterable[str] = ()) -> Rule:
    """The rule of this name of some packs, of Mirage's, or of one that ships with the tool. Raises
    `UnknownRule`."""
    from mirageport.diagnostics.rules import UnknownRule

    for each in (*map(by_name, packs), PACK, *map(_data, shipped())):
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
    """What the pack.md of a pack of data says; nothing where something is wrong with it."""
    from mirageport.diagnostics.pack_head import head, head_problems

    of = _folder(name)
    return {} if os.path.isabs(name) and head_problems(of) else head(of)


def usable(names: Sequence[str], folder: str = os.curdir) -> tuple[tuple[str, ...], list[Trouble]]:
    """Those of some packs that can be loaded, and what is wrong with the others. Of two that claim
    one module or rule neither is used. folder: of the project, which may have an opam switch."""
    found: list[str] = []
    troubles: list[Trouble] = []
    for said in dict.fromkeys(names):
        here = said == MIRAGE or os.path.isabs(said) or said in shipped()
        name = said if here else installed(folder).get(said, said)
        wrong = () if name == MIRAGE else _problems(name)
        troubles += wrong
        if not wrong:
            found.append(name)
    claimed: dict[str, str] = {}
    # Those that ship with the tool are made for each other.
    packs = [] if set(found) <= {MIRAGE, *shipped()} else found
    for name in packs:
        for claim in _claims(name):
            other = claimed.setdefault(claim, name)
            if other != name:
                why = f"{other} says what became of `{claim}` as well: use one of them"
                troubles.append(Trouble(name, why))
                found = [each for each in found if each not in (name, other)]
                break
    return tuple(found), troubles


def selectable(names: Sequence[str]) -> frozenset[str]:
    """The rules and categories that settings may name. names: the packs that were chosen."""
    own = usable(names)[0]
    return _names().union(*(by_name(name).rules.selectable for name in own))


def counting(
    chosen: Sequence[str], folder: str, files: Mapping[str, bytes], target: str = ""
) -> tuple[tuple[str, ...], list[Trouble]]:
    """The packs that count for the files of a folder, and what is wrong with others that should:
    those that a person chose; where nobody did, Mirage's, with those of libraries that the target
    needs in a later release; in a project that is no unikernel those whose release its bounds
    exclude. folder: "" for files that are not on this disk."""
    if chosen:
        return usable(chosen, folder or os.curdir)
    if not folder or any(
        basename(name) == CONFIG and b"register" in text for name, text in files.items()
    ):
        code = b"\n".join(text for name, text in files.items() if name.endswith((".ml", ".mli")))
        needed = NEEDS.get(target, ())
        return (MIRAGE, *(name for name in needed if fields(name)["words"].encode() in code)), []
    from mirageport.server.bounds import files as bounds
    from mirageport.server.bounds import mentions

    every, project = (*shipped(), *installed(folder).values()), bounds(folder)
    found = [name for name in every if bound(name, project) is not None]
    unread = [name for name in every if not fields(name)]  # which release it leads to is not known
    found += [name for name in unread if mentions(project, name.split(os.sep)[-2])]
    return usable((MIRAGE, *found), folder) if found else ((MIRAGE,), [])


def installed(folder: str) -> dict[str, str]:
    """The packs that libraries installed in the opam switch of a project, and in the one that a
    person chose: the folders, by the names of the libraries."""
    found: dict[str, str] = {}
    for switch in filter(None, (os.environ.get("OPAM_SWITCH_PREFIX"), _switch(folder))):
        share = os.path.join(os.path.abspath(switch), "share")
        with suppress(OSError):
            found.update(_installed(share, os.stat(share).st_mtime_ns))
    return found


def _switch(folder: str) -> str | None:
    """The opam switch that is in a project itself."""
    top = checkout(folder)
    for above in upwards(folder):
        switch = os.path.join(above, "_opam")
        if os.path.isdir(switch):
            return switch
        if above == top:
            break
    return None


@cache
def _installed(share: str, _changed: int) -> dict[str, str]:
    """The packs of an opam switch. share: where its libraries have their data. _changed: when the
    last library came or went."""
    packs = ((name, os.path.join(share, name, "migrate")) for name in sorted(os.listdir(share)))
    return {name: path for name, path in packs if os.path.isfile(os.path.join(path, "pack.md"))}


def where(finding: Finding) -> tuple[Any, ...]:
    """Where a finding stands, and last by which rule."""
    return finding.file, *in_order(finding)


def one_of_each(parts: Iterable[Iterable[T]], key: Callable[[T], tuple[Any, ...]]) -> list[T]:
    """What several packs found, by its place. What more than one says of a place, such as of a name
    that two libraries' packs know, is said once, by the last; and that something there does not
    type-check is said only where nothing else is. key: as `where`."""
    found: list[T] = []
    said: set[object] = set()
    conflicts: dict[tuple[Any, ...], T] = {}
    for part in reversed([*parts]):
        every = [(key(each), each) for each in part]
        conflicts = {**{at: each for at, each in every if at[-1] == SELF_CHECK}, **conflicts}
        own = [pair for pair in every if pair[0][-1] != SELF_CHECK and pair[0][:-1] not in said]
        said.update(at[:-1] for at, _ in own)
        found += [each for _, each in own]
    found += [each for at, each in conflicts.items() if at[:-1] not in said]
    return sorted(found, key=key)


def explaining(rule: str, packs: Iterable[str]) -> str:
    """The command that prints the page of a rule. packs: those that it may be of."""
    for name in packs:
        if os.path.isabs(name) and rule in by_name(name).rules.names():
            return f"mirageport explain --pack {named(name)} {rule}"
    return f"mirageport explain {rule}"


def named(pack: str) -> str:
    """A pack as a command of a shell names it from the working folder."""
    near = os.path.join(os.curdir, os.path.relpath(pack)) if os.path.isabs(pack) else pack
    return quote(pack if os.pardir in near.split(os.sep) else near)


def renew() -> bool:
    """Forget the packs that do not ship with the tool, where a file of one has changed since it was
    loaded. Returns whether one has."""
    if all(_stamp(name) == stamp for name, stamp in _STAMPS.items()):
        return False
    for name in _STAMPS:
        _LOADED.pop(name, None)
    _STAMPS.clear()
    _TOGETHER.clear()
    for known in (fields, _problems, _claims, _others, pages):
        known.cache_clear()
    return True


def _stamp(folder: str) -> object:
    """What is another value once a file in the folder of a pack has changed."""
    found = []
    for inner in ("", "interfaces", "old", "new", "rules"):
        with suppress(OSError), os.scandir(os.path.join(folder, inner)) as entries:
            for entry in entries:
                status = entry.stat()
                found.append((entry.path, status.st_mtime_ns, status.st_size))
    return sorted(found)


def interfaces(names: Iterable[str]) -> dict[str, bytes]:
    """The interfaces of what packs of data lead to, by the names of their files, for a compiler;
    of OCaml's own library it has its own."""
    found: dict[str, bytes] = {}
    for of in (by_name(name).library.interfaces for name in names if name != MIRAGE):
        found.update({} if of.standard else of.files(of.target))
    return found


@cache
def pages(rule: str) -> str:
    """The folder of the project's repository in which the page of a rule is; "" for a rule of a
    pack that is not in it."""
    for name in (*shipped(), *_LOADED):
        if rule in _data(name).rules.names():
            return "" if os.path.isabs(name) else f"packs/{name}/rules"
    return "diagnostics/general" if rule in PACK.rules.shared else "mirage/rules"


def bound(name: str, project: Iterable[File]) -> Bound | None:
    """What keeps a project from the release that a pack of data leads to. project: as of
    `bounds.shut_out`."""
    from mirageport.server.bounds import shut_out

    said = fields(name)
    return shut_out(project, said.get("package", "").split(), said.get("until", ""))


def _shipped() -> Folder:
    return packaged("mirageport.server", "../packs")


def _folder(name: str) -> Folder:
    if not os.path.isabs(name):
        return _shipped().inner(name)
    if name not in _STAMPS:
        _STAMPS[name] = _stamp(name)
    return Folder(name)


def _data(name: str) -> Pack:
    """A pack of data. Raises `data_pack.NoPack`."""
    if name not in _LOADED:
        from mirageport.diagnostics.data_pack import data_pack

        found = data_pack(_folder(name))
        found.rules.others = _others
        _LOADED[name] = found
        _others.cache_clear()
        pages.cache_clear()
    return _LOADED[name]


@cache
def _problems(name: str) -> tuple[Trouble, ...]:
    """What is wrong with a pack. Those that ship with the tool are checked by its tests."""
    from mirageport.diagnostics.pack_head import HEAD_FILE, NoPack, head_problems

    if not os.path.isabs(name):
        if name in shipped():
            return ()
        from mirageport.server.settings import nearest

        near = nearest(name, [MIRAGE, *shipped(), *installed(os.curdir)])
        return (Trouble(name, f"there is no pack of this name{near}"),)
    of = _folder(name)
    wrong = head_problems(of) if of.read(HEAD_FILE) is not None else []
    if not wrong:
        try:
            found = _data(name)
        except NoPack as error:
            return (Trouble(name, f"the pack is not used: {error}"),)
        from mirageport.diagnostics.pack_problems import problems

        wrong = problems(of, found)
    return tuple(
        Trouble(f"{name}/{each.file}:{each.line}", f"the pack is not used: {each.message}")
        for each in wrong
    )


@cache
def _claims(name: str) -> tuple[str, ...]:
    """The modules of which a pack of data says what became of them, or of something in them, and
    the rules of a pack."""
    rules = [rule for rule in by_name(name).rules.names() if rule != SELF_CHECK]
    if name == MIRAGE:
        return tuple(rules)
    library = _data(name).library
    every = {each: library.texts(each) for each in sorted(library.interfaces.modules())}
    marks = (b"@port", b"@migrate")
    changed = [
        each
        for each, texts in every.items()
        if any(mark in text for _, text in texts for mark in marks)
    ]
    return (*changed, *rules)


@cache
def _names() -> frozenset[str]:
    """The names of the rules of all packs that are known by name."""
    every = [PACK, *map(_data, shipped())]
    return frozenset().union(*(each.rules.selectable for each in every))


@cache
def _others() -> frozenset[str]:
    """The same, with those of the packs that were loaded."""
    every = [each.rules.selectable for name, each in _LOADED.items() if not _problems(name)]
    return _names().union(*every)


PACK.rules.others = _others
