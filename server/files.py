"""Files: which to read, which belong together, and what may be read at all.

Everything that could not be done is a `Trouble`, one line about one file; the rest goes on.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from mirageport.mirage.workflow.file_names import OPAM, language
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import MAX_BYTES, NotText, Source, as_latin1, as_utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mirageport.diagnostics.project import Project

SUFFIXES = (".ml", ".mli")
CONFIG = "config.ml"

# In a unikernel's folder while its files are being written; see `writing`.
JOURNAL = ".mirageport-journal"

MAX_FILE_BYTES = MAX_BYTES

SKIPPED_FOLDERS = frozenset(["_build", "_opam", "node_modules"])
# Hidden folders that hold files of build services.
SERVICE_FOLDERS = frozenset([".github", ".circleci"])


class Trouble(NamedTuple):
    """A file that could not be read or written, and why, in a few words. passes: whether another
    attempt may succeed, as somebody else was at work."""

    path: str
    why: str
    passes: bool = False


class Home(NamedTuple):
    """Where a unikernel lives. asked: its files to report on. tops: the folders that its links may
    lead to, without links: its checkout, and the folders a person named. below: the config.ml
    files of the unikernels in its folders, for a folder that is none but has a Makefile or the like
    for them."""

    folder: str
    asked: tuple[str, ...]
    tops: tuple[str, ...]
    below: tuple[str, ...] = ()


class Unit(NamedTuple):
    """Files that are looked at together: one unikernel's, as UTF-8. asked: the ones to report on.
    below: as in `Home`, with their contents. latin: the files that are Latin-1 where they lie."""

    files: dict[str, bytes]
    asked: tuple[str, ...]
    home: Home
    below: dict[str, bytes]
    latin: frozenset[str] = frozenset()

    def stored(self, path: str, text: bytes) -> bytes:
        """The bytes that a file with this text has on the disk. Raises `NotText` where its encoding
        lacks a character."""
        return as_latin1(text) if path in self.latin else text

    @property
    def project(self) -> Project:
        """The project of these files."""
        # Imported here: where nothing is to be looked at, nothing has to be loaded.
        from mirageport.diagnostics.project import Project
        from mirageport.server.packs import PACK

        return Project(self.files, PACK, Project(self.below, PACK) if self.below else None)


def find(paths: list[str]) -> tuple[list[str], list[Trouble]]:
    """The files that paths name: files themselves, and below folders those of OCaml and those
    around it, such as a Makefile.

    Build folders, hidden folders and links to folders are left out.
    """
    found: dict[str, None] = {}
    troubles: list[Trouble] = []
    for path in paths:
        if os.path.isdir(path):
            for name in _below(path, troubles):
                found[name] = None
        elif os.path.lexists(path):
            found[os.path.normpath(path)] = None
        else:
            troubles.append(Trouble(path, "no such file or folder"))
    return list(found), troubles


def _below(folder: str, troubles: list[Trouble], own: bool = False) -> list[str]:
    """The files below a folder, as `find` has them. own: without those of the unikernels and the
    checkouts in its folders."""
    found, waiting = [], [folder]
    while waiting:  # a loop, as a tree may be deeper than a stack
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            troubles.append(Trouble(here, f"cannot be listed: {error.strerror}"))
            continue
        if own and here != folder and _is_apart(here, {entry.name for entry in listed}):
            continue
        normal = os.path.normpath(here)
        before = "" if normal == os.curdir else os.path.join(normal, "")
        folders = []
        for entry in listed:
            name = entry.name
            if _is_folder(entry):
                hidden = name.startswith(".") and name not in SERVICE_FOLDERS
                if not hidden and name not in SKIPPED_FOLDERS and not entry.is_symlink():
                    folders.append(os.path.join(here, name))
            elif name.endswith(SUFFIXES) or language(before + name):
                found.append(before + name)
        waiting.extend(reversed(folders))
    return found


def _is_apart(folder: str, names: set[str]) -> bool:
    """Whether a folder with these names in it is a unikernel or a checkout of its own."""
    if CONFIG in names and os.path.isfile(os.path.join(folder, CONFIG)):
        return True
    return ".git" in names and os.path.exists(os.path.join(folder, ".git"))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder or a link to one; what cannot be found out is none."""
    try:
        return entry.is_dir()
    except OSError:  # links that go round
        return False


class Unreadable(Exception):
    """Why a file's contents cannot be had, in a few words."""


class NoText(Unreadable):
    """The file is no text that OCaml could be in."""


def contents(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises OSError and `Unreadable`.

    Never waits: a pipe or a device that is called like a source file is refused, not read.
    """
    # O_NONBLOCK: opening a pipe would wait for somebody to write into it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("is no regular file")
        content = _read(handle, status.st_size, limit)
    finally:
        os.close(handle)
    if len(content) > limit:
        raise Unreadable(f"is too large ({max(status.st_size, limit + 1)} bytes; at most {limit})")
    return content


def _read(handle: int, size: int, limit: int) -> bytes:
    """All bytes of a file, or more than `limit`. size: how many it says it has.

    Asking for `limit` bytes at once would cost clean memory of that size for each small file.
    """
    pieces, left = [], limit + 1
    ask = min(size, limit) + 1
    while left > 0 and (piece := os.read(handle, min(ask, left))):
        pieces.append(piece)
        left -= len(piece)
        ask = 1 << 16
    return b"".join(pieces)


def ocaml(path: str, tops: Sequence[str], folders: dict[str, str] | None = None) -> bytes:
    """The text of a file, as UTF-8, in one of the folders `tops`. Raises `Unreadable`."""
    return as_utf8(_stored(path, tops, folders))


def _stored(path: str, tops: Sequence[str], folders: dict[str, str] | None = None) -> bytes:
    """The bytes of the same file, in the encoding it has on the disk. folders: what is known
    already of where folders really are, by their names; added to."""
    try:
        target = _real(path, {} if folders is None else folders)
        if not inside(target, tops):
            raise Unreadable("is a link that leads out of the folder")
        content = contents(target, MAX_FILE_BYTES)
        Source(content).check_text()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None
    except NotText as error:
        raise NoText(str(error)) from None
    return content


def _real(path: str, folders: dict[str, str]) -> str:
    """`os.path.realpath` for many files of a folder: it asks about every folder above each.
    Raises OSError for links that go round, or on and on."""
    if os.path.islink(path):
        # The system follows a few dozen links, `realpath` as many as there are, by recursion.
        with suppress(FileNotFoundError):
            os.stat(path)
        return os.path.realpath(path)
    folder, name = os.path.split(path)
    if folder not in folders:
        folders[folder] = os.path.realpath(folder)
    return os.path.join(folders[folder], name)


def inside(path: str, tops: Sequence[str]) -> bool:
    """Whether a path without links is that of one of these folders, or below one."""
    return any(path == top or path.startswith(top.rstrip(os.sep) + os.sep) for top in tops)


def leads_out(path: str) -> bool:
    """Whether a file to write, as a person names it, is by a link somewhere else: one that is
    named below the working folder outside of its checkout, another one outside of its own. Names
    of devices are links by nature."""
    whole, here = os.path.abspath(path), os.getcwd()
    if inside(whole, ["/dev", "/proc"]):
        return False
    folder = here if inside(whole, [here]) else os.path.dirname(whole)
    return not inside(os.path.realpath(whole), [os.path.realpath(checkout(folder) or folder)])


def homes(paths: list[str]) -> tuple[list[Home], list[Trouble]]:
    """The unikernels that files and folders belong to, and what could not be looked at.

    A unikernel is the folder of a `config.ml` with all below it.
    """
    asked, troubles = find(paths)
    groups: dict[str, list[str]] = {}
    alone = []
    known: _Known = {}
    for path in asked:
        home = _home(path, known)
        if path.endswith(SUFFIXES) or os.path.isfile(os.path.join(home, CONFIG)):
            groups.setdefault(home, []).append(path)
        else:
            alone.append(path)
    below = _group_around(alone, asked, groups, set(map(os.path.normpath, paths)))
    named = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    checkouts: _Known = {}
    found = []
    for folder, members in groups.items():
        top = os.path.realpath(checkout(folder, checkouts) or folder)
        found.append(Home(folder, tuple(members), (top, *named), below.get(folder, ())))
    return found, troubles


def _group_around(
    alone: list[str], asked: list[str], groups: dict[str, list[str]], named: set[str]
) -> dict[str, tuple[str, ...]]:
    """Put files around the code, which no unikernel's folder holds, into `groups`: each with the
    nearest folder above it that has unikernels below. Returns those unikernels' config.ml files,
    but for a unikernel's own folder, whose config.ml is one of its files and may be rewritten.

    A file that has none is left out, unless a person named it or it says what a library needs.
    """
    configs = [path for path in asked if os.path.basename(path) == CONFIG]
    below: dict[str, list[str]] = {}
    for config in configs:
        for folder in _upwards(os.path.dirname(config) or "."):
            below.setdefault(folder, []).append(config)
            if folder in named or os.path.exists(os.path.join(folder, ".git")):
                break
    for path in alone:
        own = os.path.dirname(path) or "."
        if path in named and not configs:
            top = checkout(own) or own
            below.setdefault(top, [p for p in _below(top, []) if os.path.basename(p) == CONFIG])
        home = next((folder for folder in _upwards(own) if folder in below), None)
        if home is not None:
            groups.setdefault(home, []).append(path)
        elif path in named or language(path) == OPAM:  # a library's, which has no config.ml
            groups.setdefault(own, []).append(path)
    own_config = {os.path.dirname(config) or "." for config in configs}
    return {folder: tuple(found) for folder, found in below.items() if folder not in own_config}


def unit(home: Home) -> tuple[Unit, list[Trouble]]:
    """The files of a unikernel to look at, and what could not be read.

    Its other files are read even when only one was asked for: what a clock is used for decides
    what `config.ml` has to say.
    """
    files: dict[str, bytes] = {}
    troubles: list[Trouble] = []
    folders: dict[str, str] = {}
    latin: set[str] = set()
    for path in (*home.asked, *_siblings(home)):
        try:
            stored = _stored(path, home.tops, folders)
            files[path] = as_utf8(stored)
            if files[path] is not stored:
                latin.add(path)
        except NoText as error:
            # Documentation that is no text is skipped without a word.
            if not language(path):
                troubles.append(Trouble(path, str(error)))
        except Unreadable as error:
            troubles.append(Trouble(path, str(error)))
    below = {}
    if any(language(path) for path in files):
        for path in home.below:
            with suppress(Unreadable):
                below[path] = ocaml(path, home.tops)
    asked = tuple(path for path in home.asked if path in files)
    return Unit(files, asked, home, below, frozenset(latin)), troubles


# What a search upwards from a folder found: a folder, or None.
_Known = dict[str, str | None]


def _home(path: str, known: _Known) -> str:
    """The folder of the nearest `config.ml` at or above a file; its own folder without one.

    The search ends at the root of a checkout. known: what was found before; added to.
    """

    def decides(folder: str) -> tuple[bool, bool]:
        found = os.path.isfile(os.path.join(folder, CONFIG))
        return found, found or os.path.exists(os.path.join(folder, ".git"))

    own = os.path.dirname(path) or "."
    return _nearest(own, decides, known) or own


def checkout(folder: str, known: _Known | None = None) -> str | None:
    """The root of the checkout that holds a folder; None when none does. known: as in `_home`."""

    def decides(above: str) -> tuple[bool, bool]:
        found = os.path.exists(os.path.join(above, ".git"))
        return found, found

    return _nearest(folder, decides, {} if known is None else known)


def _nearest(folder: str, decides: Callable[[str], tuple[bool, bool]], known: _Known) -> str | None:
    """The nearest folder upwards of which `decides` says that it is the one; it also says where
    the search ends. Each folder is asked once: a tree may be deep."""
    passed, result = [], None
    for above in _upwards(folder):
        if above in known:
            result = known[above]
            break
        passed.append(above)
        found, ends = decides(above)
        if found:
            result = above
        if ends:
            break
    known.update(dict.fromkeys(passed, result))
    return result


def _upwards(folder: str) -> Iterator[str]:
    """A folder and all above it, spelled as it is."""
    while True:
        yield folder
        absolute = os.path.abspath(folder)
        if os.path.dirname(absolute) == absolute:
            return
        folder = os.path.normpath(os.path.join(folder, os.pardir))


def _siblings(home: Home) -> list[str]:
    """The files of a unikernel that were not asked for."""
    if not os.path.isfile(os.path.join(home.folder, CONFIG)):
        return []
    asked = {os.path.abspath(path) for path in home.asked}
    found = _below(home.folder, [], own=True)
    return [path for path in found if os.path.abspath(path) not in asked]
