"""The disk as the language server sees it: which unikernel a file belongs to, and what is in it.

Nothing outside of the workspace is read: links that lead out of it are left out, and so is
whatever is no regular file.
"""

from __future__ import annotations

import os
from stat import S_ISREG
from typing import TYPE_CHECKING

from mirageport.mirage.workflow.file_names import language
from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import (
    CONFIG,
    SERVICE_FOLDERS,
    SKIPPED_FOLDERS,
    SUFFIXES,
    Unreadable,
    checkout,
    ocaml,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    Stamp = tuple[int, int]

# A folder with more files than this is not one unikernel (a `config.ml` at the root of a monorepo).
MAX_FILES = 2000
# How many folders are looked into for the unikernels below a Makefile.
MAX_FOLDERS = 300


class Place(NamedTuple):
    """Where a unikernel lives: its folder, and whether a `config.ml` makes it one.

    on_disk: False for a document of another scheme or machine, which is a project of its own.
    """

    folder: str
    configured: bool
    on_disk: bool


class Disk:
    """Folders and files.

    opened: the names of the documents an editor has open; one called `config.ml` makes a unikernel
    before it is saved. log: told, once each, what had to be left out. folders: the workspace's.
    """

    def __init__(self, opened: Container[str], log: Callable[[str], None]) -> None:
        self._opened = opened
        self._log = log
        self._said: set[str] = set()
        self.folders: tuple[str, ...] = ()

    def place(self, name: str) -> Place:
        """The nearest folder upwards with a `config.ml`; its own folder when there is none.

        The search ends at the file's workspace folder, or, for a file in none, at the root of its
        checkout.
        """
        if not os.path.isabs(name):
            return Place(name, configured=False, on_disk=False)
        own = os.path.dirname(name)
        top = self._workspace_folder(own)
        folder = own
        while True:
            if self._has_config(folder):
                return Place(folder, configured=True, on_disk=True)
            above = os.path.dirname(folder)
            root = top is None and os.path.exists(os.path.join(folder, ".git"))
            if root or folder in (top, above):
                return Place(own, configured=False, on_disk=True)
            folder = above

    def listed(self, place: Place) -> Iterator[tuple[str, Stamp]]:
        """The files of a unikernel, OCaml's and those around them, with their stamps, at most
        `MAX_FILES`."""
        count = 0
        folders = [place.folder]
        while folders:
            folder = folders.pop()
            below = []
            for entry in self._entries(folder):
                if entry.name.endswith(SUFFIXES) or (place.configured and language(entry.path)):
                    stamp = self._stamp(entry)
                    if stamp is not None and count < MAX_FILES:
                        count += 1
                        yield entry.path, stamp
                elif place.configured and self._is_part(entry):
                    below.append(entry.path)
            if count >= MAX_FILES:
                self._say(f"{place.folder}: only its first {MAX_FILES} files are looked at")
                return
            folders.extend(reversed(below))

    def below(self, place: Place) -> dict[str, bytes]:
        """The config.ml files, as they are on disk, that a Makefile or the like outside of all
        unikernels is about: those below the nearest folder above it that has any, in its workspace
        or checkout. The same ones as `files.homes` finds."""
        top = self._workspace_folder(place.folder) or checkout(place.folder) or place.folder
        folder = place.folder
        while True:
            found = self._configs_below(folder, place)
            above = os.path.dirname(folder)
            if found or folder in (top, above):
                return found
            folder = above

    def _configs_below(self, folder: str, place: Place) -> dict[str, bytes]:
        """At most `MAX_FOLDERS` folders are looked into."""
        found: dict[str, bytes] = {}
        folders, looked = [folder], 0
        while folders and looked < MAX_FOLDERS:
            looked += 1
            for entry in self._entries(folders.pop(0)):
                if entry.name == CONFIG:
                    content = self.content(entry.path, place)
                    found.update({entry.path: content} if content is not None else {})
                elif not entry.name.startswith(".") and entry.name not in SKIPPED_FOLDERS:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
        return found

    def content(self, path: str, place: Place) -> bytes | None:
        """The bytes of a file of a unikernel; None, and a line in the log, if it is no text."""
        top = self._workspace_folder(place.folder) or checkout(place.folder) or place.folder
        try:
            return ocaml(path, [os.path.realpath(top)])
        except Unreadable as error:
            self._say(f"{path}: left out: {error}")
            return None

    def _workspace_folder(self, folder: str) -> str | None:
        """The outermost workspace folder that holds `folder`."""
        holding = [top for top in self.folders if folder == top or folder.startswith(_within(top))]
        return min(holding, key=len, default=None)

    def _has_config(self, folder: str) -> bool:
        path = os.path.join(folder, CONFIG)
        return path in self._opened or os.path.isfile(path)

    def _is_part(self, entry: os.DirEntry[str]) -> bool:
        """Whether a folder below a unikernel belongs to it. Links are not followed (no loops), and
        a folder with a `config.ml` is a unikernel of its own."""
        hidden = entry.name.startswith(".") and entry.name not in SERVICE_FOLDERS
        if hidden or entry.name in SKIPPED_FOLDERS:
            return False
        return entry.is_dir(follow_symlinks=False) and not self._has_config(entry.path)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except FileNotFoundError:  # a document that was never saved
            return []
        except OSError as error:
            self._say(f"{folder}: left out: cannot be listed: {error.strerror}")
            return []

    def _stamp(self, entry: os.DirEntry[str]) -> Stamp | None:
        """Modification time and size; None for what is no readable file, such as a dangling link
        or a pipe."""
        try:
            status = entry.stat()
        except OSError as error:
            self._say(f"{entry.path}: left out: cannot be read: {error.strerror}")
            return None
        if not S_ISREG(status.st_mode):
            if not entry.is_dir():
                self._say(f"{entry.path}: left out: is no regular file")
            return None
        return status.st_mtime_ns, status.st_size

    def _say(self, line: str) -> None:
        """Log a line, once: the disk is looked at again and again."""
        if line not in self._said:
            self._said.add(line)
            self._log(line)


def _within(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep
