"""Files: which to read, which belong together, and what may be read at all.

Everything that could not be done is a `Trouble`, one line about one file; the rest goes on.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from mirageport.mirage.file_names import language
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import MAX_BYTES, NotText, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.mirage.project import Project

SUFFIXES = (".ml", ".mli")
CONFIG = "config.ml"

# In a unikernel's folder while its files are being written; see `writing`.
JOURNAL = ".mirageport-journal"

MAX_FILE_BYTES = MAX_BYTES

SKIPPED_FOLDERS = frozenset(["_build", "_opam", "node_modules"])
# Hidden folders that hold files of build services.
SERVICE_FOLDERS = frozenset([".github", ".circleci"])


class Trouble(NamedTuple):
    """A file that could not be read or written, and why, in a few words."""

    path: str
    why: str


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
    """Files that are looked at together: one unikernel's. asked: the ones to report on. below: as
    in `Home`, with their contents."""

    files: dict[str, bytes]
    asked: tuple[str, ...]
    home: Home
    below: dict[str, bytes]

    @property
    def project(self) -> Project:
        """The project of these files."""
        # Imported here: where nothing is to be looked at, nothing has to be loaded.
        from mirageport.mirage.project import Project

        return Project(self.files, Project(self.below) if self.below else None)


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


def _below(folder: str, troubles: list[Trouble]) -> list[str]:
    found = []

    def failed(error: OSError) -> None:
        troubles.append(Trouble(str(error.filename), f"cannot be listed: {error.strerror}"))

    for here, folders, names in os.walk(folder, onerror=failed):
        normal = os.path.normpath(here)
        before = "" if normal == os.curdir else os.path.join(normal, "")
        folders[:] = sorted(
            name
            for name in folders
            if name not in SKIPPED_FOLDERS and (not name.startswith(".") or name in SERVICE_FOLDERS)
        )
        for name in sorted(names):
            if name.endswith(SUFFIXES) or language(before + name):
                found.append(before + name)
    return found


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
    """The bytes of a file that is text, in one of the folders `tops`. Raises `Unreadable`.

    folders: what is known already of where folders really are, by their names; added to.
    """
    target = os.path.realpath(path) if folders is None else _real(path, folders)
    if not inside(target, tops):
        raise Unreadable("is a link that leads out of the folder")
    try:
        content = contents(target, MAX_FILE_BYTES)
        Source(content).check_text()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None
    except NotText as error:
        raise NoText(str(error)) from None
    return content


def _real(path: str, folders: dict[str, str]) -> str:
    """`os.path.realpath` for many files of a folder: it asks about every folder above each."""
    if os.path.islink(path):
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
    known: dict[str, str] = {}
    for path in asked:
        own = os.path.dirname(path)
        if own not in known:
            known[own] = _home(path)
        home = known[own]
        if path.endswith(SUFFIXES) or os.path.isfile(os.path.join(home, CONFIG)):
            groups.setdefault(home, []).append(path)
        else:
            alone.append(path)
    below = _group_around(alone, asked, groups, set(map(os.path.normpath, paths)))
    named = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    found = [
        Home(
            folder,
            tuple(members),
            (os.path.realpath(checkout(folder) or folder), *named),
            below.get(folder, ()),
        )
        for folder, members in groups.items()
    ]
    return found, troubles


def _group_around(
    alone: list[str], asked: list[str], groups: dict[str, list[str]], named: set[str]
) -> dict[str, tuple[str, ...]]:
    """Put files around the code, which no unikernel's folder holds, into `groups`: each with the
    nearest folder above it that has unikernels below. Returns those unikernels' config.ml files,
    but for a unikernel's own folder, whose config.ml is one of its files and may be rewritten.

    A file that has none is left out, unless a person named it.
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
        elif path in named:
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
    for path in (*home.asked, *_siblings(home)):
        try:
            files[path] = ocaml(path, home.tops, folders)
        except NoText as error:
            # Documentation in another encoding is nobody's trouble.
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
    return Unit(files, asked, home, below), troubles


def _home(path: str) -> str:
    """The folder of the nearest `config.ml` at or above a file; its own folder without one.

    The search ends at the root of a checkout.
    """
    own = os.path.dirname(path) or "."
    for folder in _upwards(own):
        if os.path.isfile(os.path.join(folder, CONFIG)):
            return folder
        if os.path.exists(os.path.join(folder, ".git")):
            break
    return own


def checkout(folder: str) -> str | None:
    """The root of the checkout that holds a folder; None when none does."""
    for above in _upwards(folder):
        if os.path.exists(os.path.join(above, ".git")):
            return above
    return None


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
    known = {os.path.abspath(path) for path in home.asked}
    ignored: list[Trouble] = []
    return [
        path
        for path in _below(home.folder, ignored)
        if os.path.abspath(path) not in known and _home(path) == home.folder
    ]
