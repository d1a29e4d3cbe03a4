"""Files: what may be read and written at all, whoever put it there."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import MAX_BYTES, NotText, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

MAX_FILE_BYTES = MAX_BYTES

# In a unikernel's folder while its files are being written; see `writing`.
JOURNAL = ".mirageport-journal"


class Trouble(NamedTuple):
    """A file that could not be read or written, and why, in a few words. passes: whether another
    attempt may succeed, as somebody else was at work."""

    path: str
    why: str
    passes: bool = False


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

    Asking for `limit` bytes at once would allocate that much memory for each small file.
    """
    pieces, left = [], limit + 1
    ask = min(size, limit) + 1
    while left > 0 and (piece := os.read(handle, min(ask, left))):
        pieces.append(piece)
        left -= len(piece)
        ask = 1 << 16
    return b"".join(pieces)


def text(path: str, tops: Sequence[str], folders: dict[str, str]) -> bytes:
    """The bytes of a text file in one of the folders `tops`. Raises `Unreadable`.

    folders: what is known already of where folders really are, by their names; added to.
    """
    try:
        target = _real(path, folders)
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


# -- upwards ---------------------------------------------------------------------------------------

Known = dict[str, str | None]
"""What searches upwards found: by the folder where they began, the folder found, or None."""


def checkout(folder: str, known: Known | None = None) -> str | None:
    """The root of the checkout that holds a folder; None when none does. known: as `nearest`."""

    def decides(above: str) -> tuple[bool, bool]:
        found = os.path.exists(os.path.join(above, ".git"))
        return found, found

    return nearest(folder, decides, {} if known is None else known)


def nearest(folder: str, decides: Callable[[str], tuple[bool, bool]], known: Known) -> str | None:
    """The nearest folder upwards of which `decides` says that it is the one; it also says where
    the search ends. known: what was found before; added to, so that each folder is asked once."""
    passed, result = [], None
    for above in upwards(folder):
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


def upwards(folder: str) -> Iterator[str]:
    """A folder and all above it, spelled as it is."""
    while True:
        yield folder
        absolute = os.path.abspath(folder)
        if os.path.dirname(absolute) == absolute:
            return
        folder = os.path.normpath(os.path.join(folder, os.pardir))
