"""Which files make a unikernel, and what they say: one answer for the command line and for editors.

A unikernel is the folder of a `config.ml` with all below it, but for the unikernels and checkouts
in there. OCaml files outside of every unikernel are looked at with those beside them. A Makefile or
the like outside is about the unikernels below the nearest folder above it that has any.

What could not be listed or read is a `Trouble`, one line about one file; the other files
are still looked at.
"""

from __future__ import annotations

import os
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING

from mirageport.mirage.workflow.file_names import language
from mirageport.ocaml.actions import GRAMMAR, LEXER
from mirageport.ocaml.file_names import BUILDS, DUNE, OPAM, OTHER, basename, build_file
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import as_latin1, as_utf8
from mirageport.server.files import NoText, Trouble, Unreadable, checkout, inside, nearest, upwards
from mirageport.server.files import text as read_text
from mirageport.server.packs import MIRAGE, by_name, sight

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mirageport.diagnostics.project import Project
    from mirageport.server.files import Known

SUFFIXES = (".ml", ".mli")
WITH_CODE = (*SUFFIXES, LEXER, GRAMMAR)
CONFIG = "config.ml"
BUILD = "dune"

SKIPPED_FOLDERS = frozenset(["_build", "_opam", "node_modules"])
# Hidden folders that hold files of build services.
SERVICE_FOLDERS = frozenset([".github", ".circleci"])

# What a pack says of its library is no code to port.
PACK_FILE, PACK_FOLDERS = "pack.md", frozenset(["interfaces", "old", "new"])

_GIT = ".git"


class Unit(NamedTuple):
    """Files that are looked at together, by their names.

    folder: where they are. asked: those to report on: the ones a person named, or has open in an
    editor. tops: the folders that links may lead to, without links; none for a document that is not
    on this disk. below: the config.ml files that a Makefile or the like outside of all unikernels
    is about.
    """

    folder: str
    asked: tuple[str, ...]
    tops: tuple[str, ...]
    below: tuple[str, ...] = ()


class Sources(NamedTuple):
    """What the files of a unit say, as UTF-8. asked: those of `unit.asked` that could be read.
    below: the texts of `unit.below`. latin: the files that are Latin-1 on the disk. target: the
    release of Mirage that they are to be ported to, "" for the usual one. packs: the names of the
    packs that they are ported by. builds: what says how they are built, for packs of data."""

    unit: Unit
    files: dict[str, bytes]
    asked: tuple[str, ...]
    below: dict[str, bytes]
    latin: frozenset[str] = frozenset()
    target: str = ""
    packs: tuple[str, ...] = (MIRAGE,)
    builds: Mapping[str, bytes] = MappingProxyType({})

    def stored(self, path: str, text: bytes) -> bytes:
        """The bytes that a file with this text has on the disk. Raises `NotText` where its encoding
        lacks a character."""
        return as_latin1(text) if path in self.latin else text

    @property
    def every(self) -> dict[str, bytes]:
        """All texts, those of the dune files among them."""
        return {**self.builds, **self.files}

    @property
    def project(self) -> Project:
        """The project of these files, to be ported by Mirage's pack."""
        return self.by(MIRAGE)

    def by(self, name: str, others: Iterable[Project] = ()) -> Project:
        """The project of those of these files that a pack knows. others: those of other packs; it
        shares the files of one that is read by the same interfaces."""
        # Imported here: where nothing is to be looked at, nothing has to be loaded.
        from mirageport.diagnostics.project import Project

        pack, read_by = by_name(name, self.target), sight(name, self.packs, self.target)
        for other in others:
            if other.sight is read_by:
                return other.by(pack, read_by)
        below = Project(self.below, pack) if self.below and name == MIRAGE else None
        return Project(self.known(name), pack, below, sight=read_by)

    def by_all(self) -> dict[str, Project]:
        """The project of each pack, by the names of the packs."""
        found: dict[str, Project] = {}
        for name in self.packs:
            found[name] = self.by(name, found.values())
        return found

    def known(self, name: str) -> dict[str, bytes]:
        """The texts of those of these files that a pack knows."""
        known = by_name(name, self.target).knows
        texts = self.files if name == MIRAGE else self.every
        return {n: text for n, text in texts.items() if known(n)}


class Projects:
    """The files on the disk, and in an editor, at one moment: what was looked up is not looked up
    again, so that a new one is made after a change.

    texts: documents that an editor has open, by their names; they come before what the disk holds.
    folders: an editor's workspace; nothing above the one that holds a file counts. most: how many
    files, and how many folders, one search may meet; None for any number.
    """

    def __init__(
        self,
        texts: Mapping[str, bytes] | None = None,
        folders: Sequence[str] = (),
        most: int | None = None,
    ) -> None:
        self._texts = texts or {}
        self._folders = _outermost(folders)
        self._most = most
        self._unikernels: Known = {}
        self._checkouts: Known = {}
        self._tops: Known = {}
        self._above: Known = {}
        self._real: dict[str, str] = {}
        self._configs: dict[str, dict[str, list[str]]] = {}
        self._troubles: dict[Trouble, None] = {}

    @property
    def troubles(self) -> list[Trouble]:
        """What could not be listed or read, each once."""
        return list(self._troubles)

    # -- which files belong together ---------------------------------------------------------------

    def units(self, paths: Sequence[str]) -> list[Unit]:
        """The units of files and folders that a person named."""
        named = set(map(os.path.normpath, paths))
        folders = _outermost([os.path.normpath(path) for path in paths if os.path.isdir(path)])
        groups: dict[str, list[str]] = {}
        around = []
        for path in self.find(paths):
            folder = self._unikernel(os.path.dirname(path) or ".")
            if folder is None and not path.endswith(WITH_CODE):
                around.append(path)
            else:
                groups.setdefault(folder or os.path.dirname(path) or ".", []).append(path)
        for path in around:
            own = os.path.dirname(path) or "."
            # A file that is about no unikernel is left out, unless a person named it or it says
            # what a library needs.
            wanted = path in named or build_file(path) in (OPAM, DUNE)
            above = self._above_unikernels(own, folders) or (own if wanted else None)
            if above is not None:
                groups.setdefault(above, []).append(path)
        return [self._unit(folder, asked, folders) for folder, asked in groups.items()]

    def folder(self, name: str) -> str:
        """The folder of the unit of an open document; its own name when it is not on this disk."""
        if not os.path.isabs(name):
            return name
        own = os.path.dirname(name)
        found = self._unikernel(own)
        if found is None and not name.endswith(WITH_CODE):
            found = self._above_unikernels(own, self._folders)
        return found or own

    def unit(self, folder: str, asked: Sequence[str]) -> Unit:
        """The unit of open documents that have this `folder` in common."""
        if not os.path.isabs(folder):
            return Unit(folder, tuple(asked), ())
        return self._unit(folder, asked, self._folders)

    def _unit(self, folder: str, asked: Sequence[str], folders: Sequence[str]) -> Unit:
        """The unit of a folder. folders: those that an editor has open, or that were named."""
        top = checkout(folder, self._checkouts) or folder
        tops = tuple(map(os.path.realpath, (top, *folders)))
        below: list[str] = []
        if not self._is_file(os.path.join(folder, CONFIG)) and any(map(language, asked)):
            configs = self._configs_below(self._top(folder, folders))
            below = configs.get(os.path.abspath(folder), [])
        return Unit(folder, tuple(asked), tops, tuple(below))

    def _unikernel(self, folder: str) -> str | None:
        """The nearest folder upwards with a `config.ml`. The search ends at the root of a checkout
        and of an editor's workspace."""

        def decides(above: str) -> tuple[bool, bool]:
            found = self._is_file(os.path.join(above, CONFIG))
            return found, found or self._ends(above, self._folders)

        return nearest(folder, decides, self._unikernels)

    def _ends(self, folder: str, folders: Sequence[str]) -> bool:
        """Whether a search upwards ends here: at the root of a checkout or one of `folders`."""
        return folder in folders or os.path.exists(os.path.join(folder, _GIT))

    def _top(self, folder: str, folders: Sequence[str]) -> str:
        """The folder where a search upwards ends."""

        def decides(above: str) -> tuple[bool, bool]:
            found = self._ends(above, folders)
            return found, found

        return nearest(folder, decides, self._tops) or folder

    def _above_unikernels(self, folder: str, folders: Sequence[str]) -> str | None:
        """The nearest folder upwards that has unikernels below it."""
        top = self._top(folder, folders)
        below = self._configs_below(top)

        def decides(above: str) -> tuple[bool, bool]:
            found = os.path.abspath(above) in below
            return found, found or above == top

        return nearest(folder, decides, self._above)

    def _configs_below(self, top: str) -> dict[str, list[str]]:
        """The config.ml files below `top`, and below each of its folders that has any, by the
        absolute path of the folder; without those of the checkouts in there."""
        if top not in self._configs:
            found = self._configs[top] = {}
            for path in self._walk(top, apart=(_GIT,)):
                if basename(path) == CONFIG:
                    for folder in upwards(os.path.abspath(os.path.dirname(path))):
                        found.setdefault(folder, []).append(path)
                        if folder == os.path.abspath(top):
                            break
        return self._configs[top]

    # -- what is there -----------------------------------------------------------------------------

    def find(self, paths: Sequence[str]) -> list[str]:
        """The files that paths name: files themselves, and below folders those of OCaml and those
        around it, such as a Makefile.

        Build folders, hidden folders, the interfaces of packs and links to folders are left out.
        """
        found: dict[str, None] = {}
        for path in paths:
            if os.path.isdir(path):
                found.update(dict.fromkeys(self._walk(path)))
            elif os.path.lexists(path) or os.path.normpath(path) in self._texts:
                found[os.path.normpath(path)] = None
            else:
                self._trouble(path, "no such file or folder")
        return list(found)

    def _walk(self, top: str, apart: tuple[str, ...] = ()) -> Iterator[str]:
        """The files below a folder, as `find` has them. apart: a folder below that holds one of
        these names is left out."""
        waiting, files, folders = [top], 0, 0
        while waiting:  # a loop, as a tree may be deeper than a stack
            here = waiting.pop()
            listed = self._listed(here)
            names = {entry.name for entry in listed}
            if here != top and any(self._holds(here, names, name) for name in apart):
                continue
            if here != top and here in self._folders:  # from the outside: searches upwards end here
                continue
            below = []
            of_pack = PACK_FOLDERS if PACK_FILE in names else ()
            for entry, path in self._named(here, listed):
                if _is_folder(entry):
                    if _is_looked_into(entry) and entry.name not in of_pack:
                        below.append(os.path.join(here, entry.name))
                elif path.endswith(WITH_CODE) or language(path):
                    files += 1
                    if self._most is not None and files > self._most:
                        self._trouble(top, f"all but its first {self._most} files")
                        return
                    yield path
            folders += 1
            if self._most is not None and folders > self._most:
                self._trouble(top, f"all but its first {self._most} folders")
                return
            waiting.extend(reversed(below))

    def _beside(self, folder: str) -> Iterator[str]:
        """The files of a folder with OCaml code in them."""
        for entry, path in self._named(folder, self._listed(folder)):
            if path.endswith(WITH_CODE) and not _is_folder(entry):
                yield path

    def _named(
        self, folder: str, listed: Sequence[os.DirEntry[str]]
    ) -> Iterator[tuple[os.DirEntry[str], str]]:
        normal = os.path.normpath(folder)
        before = "" if normal == os.curdir else os.path.join(normal, "")
        return ((entry, before + entry.name) for entry in listed)

    def _listed(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:  # the folder of a document that was never saved
            return []
        except OSError as error:
            self._trouble(folder, f"cannot be listed: {error.strerror}")
            return []

    def _holds(self, folder: str, names: set[str], name: str) -> bool:
        """Whether a folder makes a unikernel or a checkout by what it holds."""
        path = os.path.join(folder, name)
        return (name in names or path in self._texts) and (name != CONFIG or self._is_file(path))

    def _is_file(self, path: str) -> bool:
        return path in self._texts or os.path.isfile(path)

    # -- what they say -----------------------------------------------------------------------------

    def read(self, unit: Unit) -> Sources:
        """The texts of a unit.

        Its other files are read even when only one was asked for: what a clock is used for decides
        what `config.ml` has to say.
        """
        files: dict[str, bytes] = {}
        latin: set[str] = set()
        for path in (*unit.asked, *self._others(unit)):
            stored = self._stored(path, unit)
            if stored is not None:
                files[path] = as_utf8(stored)
                if files[path] is not stored:
                    latin.add(path)
        below = {}
        if any(map(language, files)):
            stored_below = {path: self._stored(path, unit) for path in unit.below}
            below = {path: as_utf8(data) for path, data in stored_below.items() if data is not None}
        asked = tuple(path for path in unit.asked if path in files)
        return Sources(unit, files, asked, below, frozenset(latin))

    def ported_by(self, sources: Sources, packs: tuple[str, ...], target: str) -> Sources:
        """What was read of a unit, with the packs that count for it, and with what says how its
        files are built where packs of data do."""
        builds = {}
        if set(packs) - {MIRAGE} and sources.unit.tops:
            builds = {
                path: as_utf8(stored)
                for path in self._builds(sources.unit, sources.files)
                if path not in sources.files
                and self._is_file(path)
                and (stored := self._stored(path, sources.unit)) is not None
            }
        return sources._replace(packs=packs, target=target, builds=builds)

    def _builds(self, unit: Unit, files: Iterable[str]) -> set[str]:
        """The nearest dune files, or files of other tools, and the opam files and the dune-project
        of the project. An opam file says what all of the dune files below it need."""
        from mirageport.server.bounds import files as bounds

        found = {os.path.normpath(each.path) for each in bounds(unit.folder)}
        for folder in {os.path.dirname(name) for name in files}:
            found.update(self._nearest_builds(folder))
        if any(build_file(name) == OPAM for name in unit.asked):
            found.update(each for each in self._walk(unit.folder) if basename(each) == BUILD)
        return found

    def _nearest_builds(self, folder: str) -> list[str]:
        """The dune file of a folder, or of one above that may include it; else what other tools
        read."""
        top = checkout(folder, self._checkouts)
        others: list[str] = []
        for above in upwards(folder):
            paths = [os.path.normpath(os.path.join(above, name)) for name in BUILDS]
            there = [path for path in paths if self._is_file(path)]
            dune = [path for path in there if build_file(path) == DUNE]
            others = others or [path for path in there if build_file(path) == OTHER]
            if dune or above == top or top is None:
                return dune or others
        return others

    def _stored(self, path: str, unit: Unit) -> bytes | None:
        """The bytes of a file; None where it cannot be read."""
        if path in self._texts:
            return self._texts[path]
        try:
            return read_text(path, unit.tops, self._real)
        except NoText as error:
            # Documentation that is no text is skipped without a message.
            if not language(path):
                self._trouble(path, str(error))
        except Unreadable as error:
            self._trouble(path, str(error))
        return None

    def _others(self, unit: Unit) -> Iterator[str]:
        """The files of a unit that were not asked for."""
        if not unit.tops:
            return
        asked = set(map(os.path.abspath, unit.asked))
        configured = self._is_file(os.path.join(unit.folder, CONFIG))
        found = self._walk(unit.folder, (CONFIG, _GIT)) if configured else self._beside(unit.folder)
        yield from (path for path in found if os.path.abspath(path) not in asked)

    def _trouble(self, path: str, why: str) -> None:
        self._troubles[Trouble(path, why)] = None


def units(
    paths: Sequence[str], texts: Mapping[str, bytes] | None = None
) -> tuple[list[Unit], list[Trouble]]:
    """The units of files and folders that a person named, and what could not be looked at. texts:
    files, by name, that stand elsewhere than on the disk."""
    projects = Projects(texts)
    return projects.units(paths), projects.troubles


def read(unit: Unit, texts: Mapping[str, bytes] | None = None) -> tuple[Sources, list[Trouble]]:
    """The texts of a unit on the disk, and what could not be read. texts: as in `units`."""
    projects = Projects(texts)
    return projects.read(unit), projects.troubles


def ported_by(
    sources: Sources,
    packs: tuple[str, ...],
    target: str = "",
    texts: Mapping[str, bytes] | None = None,
) -> Sources:
    """`Projects.ported_by` of files on the disk. texts: as in `units`."""
    return Projects(texts).ported_by(sources, packs, target)


def _outermost(folders: Sequence[str]) -> tuple[str, ...]:
    """The folders that are in no other one of them."""
    whole = {folder: os.path.abspath(folder) for folder in folders}
    return tuple(
        folder
        for folder, path in whole.items()
        if not any(inside(path, [other]) for other in whole.values() if other != path)
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or a link to one; what cannot be found out is none."""
    with suppress(OSError):  # links that go round
        return entry.is_dir()
    return False


def _is_looked_into(entry: os.DirEntry[str]) -> bool:
    hidden = entry.name.startswith(".") and entry.name not in SERVICE_FOLDERS
    return not hidden and entry.name not in SKIPPED_FOLDERS and not entry.is_symlink()
