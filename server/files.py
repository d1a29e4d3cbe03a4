"""Files: which to read, which belong together, and what may be read at all.

Everything that could not be done is a `Trouble`, one line about one file; the rest goes on.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, NamedTuple

from mirageport.ocaml.source import NotText, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SUFFIXES = (".ml", ".mli")
CONFIG = "config.ml"

# In a unikernel's folder while its files are being written; see `writing`.
JOURNAL = ".mirageport-journal"

# Nothing a person ports by hand is larger; the parser would need about 60 times as much memory.
MAX_FILE_BYTES = 8 * 1024 * 1024

SKIPPED_FOLDERS = frozenset(["_build", "_opam", "node_modules"])


class Trouble(NamedTuple):
    """A file that could not be read or written, and why, in a few words."""

    path: str
    why: str


class Home(NamedTuple):
    """Where a unikernel lives. asked: its files to report on. tops: the folders that its links may
    lead to, without links: its checkout, and the folders a person named."""

    folder: str
    asked: tuple[str, ...]
    tops: tuple[str, ...]


class Unit(NamedTuple):
    """Files that are looked at together: one unikernel's. asked: the ones to report on."""

    files: dict[str, bytes]
    asked: tuple[str, ...]
    home: Home


def find(paths: list[str]) -> tuple[list[str], list[Trouble]]:
    """The OCaml files that paths name: files themselves, and all below folders.

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
        folders[:] = sorted(
            name for name in folders if name not in SKIPPED_FOLDERS and not name.startswith(".")
        )
        for name in sorted(names):
            if name.endswith(SUFFIXES):
                found.append(os.path.normpath(os.path.join(here, name)))
    return found


class Unreadable(Exception):
    """Why a file's contents cannot be had, in a few words."""


def contents(path: str, limit: int) -> bytes:
    """The bytes of a regular file of at most `limit` bytes. Raises OSError and `Unreadable`.

    Never waits: a pipe or a device that is called like a source file is refused, not read.
    """
    # O_NONBLOCK: opening a pipe would wait for somebody to write into it.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags)
    with open(handle, "rb") as file:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable("is no regular file")
        content = file.read(limit + 1)
    if len(content) > limit:
        raise Unreadable(f"is too large ({max(status.st_size, limit + 1)} bytes; at most {limit})")
    return content


def ocaml(path: str, tops: Sequence[str]) -> bytes:
    """The bytes of a file that is OCaml text, in one of the folders `tops`. Raises `Unreadable`."""
    target = os.path.realpath(path)
    if not inside(target, tops):
        raise Unreadable("is a link that leads out of the folder")
    try:
        content = contents(target, MAX_FILE_BYTES)
        Source(content).check_text()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from None
    except NotText as error:
        raise Unreadable(str(error)) from None
    return content


def inside(path: str, tops: Sequence[str]) -> bool:
    """Whether a path without links is that of one of these folders, or below one."""
    return any(path == top or path.startswith(top.rstrip(os.sep) + os.sep) for top in tops)


def homes(paths: list[str]) -> tuple[list[Home], list[Trouble]]:
    """The unikernels that files and folders belong to, and what could not be looked at.

    A unikernel is the folder of a `config.ml` with all below it.
    """
    asked, troubles = find(paths)
    groups: dict[str, list[str]] = {}
    for path in asked:
        groups.setdefault(_home(path), []).append(path)
    named = [os.path.realpath(path) for path in paths if os.path.isdir(path)]
    found = [
        Home(folder, tuple(members), (os.path.realpath(checkout(folder) or folder), *named))
        for folder, members in groups.items()
    ]
    return found, troubles


def unit(home: Home) -> tuple[Unit, list[Trouble]]:
    """The files of a unikernel to look at, and what could not be read.

    Its other files are read even when only one was asked for: what a clock is used for decides
    what `config.ml` has to say.
    """
    files: dict[str, bytes] = {}
    troubles: list[Trouble] = []
    for path in (*home.asked, *_siblings(home)):
        try:
            files[path] = ocaml(path, home.tops)
        except Unreadable as error:
            troubles.append(Trouble(path, str(error)))
    return Unit(files, tuple(path for path in home.asked if path in files), home), troubles


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
