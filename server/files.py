"""Files for the command line: which to read, which belong together, and how to write them.

Everything that could not be done is a `Trouble`, one line about one file; the rest goes on.
"""

from __future__ import annotations

import os
import stat
from typing import NamedTuple

from mirageport.ocaml.source import NotText, Source

SUFFIXES = (".ml", ".mli")
CONFIG = "config.ml"

# Nothing a person ports by hand is larger; the parser would need about 60 times as much memory.
MAX_FILE_BYTES = 8 * 1024 * 1024

SKIPPED_FOLDERS = frozenset(["_build", "_opam", "node_modules"])


class Trouble(NamedTuple):
    """A file that could not be read or written, and why, in a few words."""

    path: str
    why: str


class Unit(NamedTuple):
    """Files that are looked at together: one unikernel's. asked: the ones to report on."""

    files: dict[str, bytes]
    asked: tuple[str, ...]


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


def read(path: str) -> bytes | Trouble:
    """The bytes of a file that is OCaml text."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > MAX_FILE_BYTES:
                return Trouble(path, f"is too large ({size} bytes; at most {MAX_FILE_BYTES})")
            content = file.read()
    except OSError as error:
        return Trouble(path, f"cannot be read: {error.strerror}")
    try:
        Source(content).check_text()
    except NotText as error:
        return Trouble(path, str(error))
    return content


def units(paths: list[str]) -> tuple[list[Unit], list[Trouble]]:
    """The files to look at, by unikernel, and what could not be read.

    A unikernel is the folder of a `config.ml` with all below it. Its other files are read even
    when only one was asked for: what a clock is used for decides what `config.ml` has to say.
    """
    asked, troubles = find(paths)
    groups: dict[str, list[str]] = {}
    for path in asked:
        groups.setdefault(_home(path), []).append(path)
    found = []
    for home, members in groups.items():
        files: dict[str, bytes] = {}
        for path in members:
            _add(path, files, troubles)
        for path in _siblings(home, members):
            _add(path, files, [])
        found.append(Unit(files, tuple(path for path in members if path in files)))
    return found, troubles


def _add(path: str, files: dict[str, bytes], troubles: list[Trouble]) -> None:
    content = read(path)
    if isinstance(content, Trouble):
        troubles.append(content)
    else:
        files[path] = content


def _home(path: str) -> str:
    """The folder of the nearest `config.ml` at or above a file; its own folder without one.

    The search ends at the root of a checkout.
    """
    own = os.path.dirname(path)
    folder = own
    while True:
        if os.path.isfile(os.path.join(folder, CONFIG)):
            return folder
        above = os.path.dirname(os.path.abspath(folder))
        if os.path.exists(os.path.join(folder, ".git")) or above == os.path.abspath(folder):
            return own
        folder = os.path.normpath(os.path.join(folder, os.pardir))


def _siblings(home: str, members: list[str]) -> list[str]:
    if not os.path.isfile(os.path.join(home, CONFIG)):
        return []
    known = {os.path.abspath(path) for path in members}
    ignored: list[Trouble] = []
    return [
        path
        for path in _below(home or ".", ignored)
        if os.path.abspath(path) not in known and _home(path) == home
    ]


def write(changes: dict[str, tuple[bytes, bytes]]) -> list[Trouble]:
    """Write files, all or none. changes: path -> (what it held when it was read, what it gets).

    Each new text is written beside its file and made durable first; then they are moved into
    place. A link is followed to the file behind it. A file that changed since it was read stops
    everything before the first move.
    """
    staged: list[tuple[str, str]] = []
    try:
        for path, (old, new) in changes.items():
            target = os.path.realpath(path)
            with open(target, "rb") as file:
                if file.read() != old:
                    return _undo(staged, Trouble(path, "changed while it was being ported"))
            staged.append((_stage(target, new), target))
        for temporary, target in staged:
            os.replace(temporary, target)
    except OSError as error:
        return _undo(staged, Trouble(str(error.filename), f"cannot be written: {error.strerror}"))
    return []


def _stage(target: str, content: bytes) -> str:
    """A durable file with this content and the target's permissions, in the target's folder."""
    temporary = f"{target}.mirageport-{os.getpid()}"
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, stat.S_IMODE(os.stat(target).st_mode))
    except OSError:
        os.unlink(temporary)
        raise
    return temporary


def _undo(staged: list[tuple[str, str]], trouble: Trouble) -> list[Trouble]:
    for temporary, _target in staged:
        if os.path.exists(temporary):
            os.unlink(temporary)
    return [trouble]
