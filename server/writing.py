"""Writing: the new texts of a unikernel's files, all or none, whatever happens meanwhile.

Every new text is staged beside its file and made durable before the first file is replaced, and the
old one is kept. A journal in the unikernel's folder names what is staged and says how far the set
is: begun (nothing is replaced yet), decided (it will be completed), or undone (it will be put back,
as one file could not be replaced). When a run is interrupted, `resume` brings the set to its end.
"""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import JOURNAL, Trouble, Unreadable, contents, inside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The first byte of a journal: one byte is never written by halves.
_BEGUN, _DECIDED, _UNDONE = b"0", b"1", b"2"

# More than a journal of the largest unikernel holds; whatever is longer is none of ours.
_MAX_JOURNAL_BYTES = 4 * 1024 * 1024
_MAX_STAGED_BYTES = 64 * 1024 * 1024


class _Stopped(Exception):
    """Something that cannot be done; carries the `Trouble` to report."""

    def __init__(self, path: str, why: str, passes: bool = False) -> None:
        super().__init__(f"{path}: {why}")
        self.trouble = Trouble(path, why, passes)


def _changed(path: str) -> _Stopped:
    return _Stopped(path, "changed while it was being ported", passes=True)


def _busy(path: str) -> _Stopped:
    return _Stopped(path, "another fix is at work here", passes=True)


class _Move(NamedTuple):
    """One file on its way: `new` takes the place of `target`, and `old` can bring it back.

    path: as the person knows it. before, after: fingerprints of the two texts.
    """

    path: str
    target: str
    new: str
    old: str
    before: str
    after: str


class Resumed(NamedTuple):
    """What became of an earlier run that was interrupted: what to say, and what went wrong."""

    messages: list[str]
    troubles: list[Trouble]


def write(
    folder: str,
    changes: dict[str, tuple[bytes, bytes]],
    tops: Sequence[str],
    beside: Mapping[str, bytes] | None = None,
) -> list[Trouble]:
    """Write files of the unikernel in `folder`, all or none.

    changes: path -> (what it held when it was read, what it gets). A link is followed to the file
    behind it, if that is in one of the folders `tops`. beside: what else was read for the new
    texts; they hold only while that is still so. Anything in the way stops everything: a file that
    changed since it was read, a read-only one, a full disk, another run that writes here. Nothing
    is staged any more when this returns.
    """
    if not changes:
        return []
    try:
        moves = _plan(folder, changes, tops)
        journal = _begin(folder, moves)
    except _Stopped as stopped:
        return [stopped.trouble]
    try:
        stamps = [_stage(move, *changes[move.path]) for move in moves]
        for path, data in (beside or {}).items():
            if not _holds(path, data):
                raise _changed(path)
        _sync_folders(moves)
        _mark(folder, journal, _DECIDED)
    except _Stopped as stopped:
        _give_up(folder, journal, moves)
        return [stopped.trouble]
    except BaseException:  # a person's Ctrl-C, say: nothing was replaced yet
        _give_up(folder, journal, moves)
        raise
    troubles = _replace(folder, journal, moves, stamps)
    if len(troubles) < 2:
        _finish(folder, journal, moves)
    else:  # it could be neither completed nor put back, and is left to `resume`
        os.close(journal)
    return troubles


def resume(folder: str, tops: Sequence[str]) -> Resumed:
    """Complete, or clear away, what an interrupted run left in `folder`.

    A file that somebody changed since then stays as it is, and that is reported.
    """
    path = os.path.join(folder, JOURNAL)
    if not os.path.lexists(path):
        return Resumed([], [])
    try:
        journal = _taken_over(path)
    except _Stopped as stopped:
        return Resumed([], [stopped.trouble])
    try:
        moves, state = _recorded(folder, path, journal, tops)
    except _Stopped as stopped:
        os.close(journal)
        return Resumed([], [stopped.trouble])
    settled = Resumed([], [])
    for move in moves if state != _BEGUN else []:
        try:
            _settle(move, state, settled.messages)
        except _Stopped as stopped:
            settled.troubles.append(stopped.trouble)
        except OSError as error:  # what is staged is kept for the next attempt
            os.close(journal)
            why = f"cannot be written: {error.strerror}"
            return settled._replace(troubles=[*settled.troubles, Trouble(move.path, why)])
    _sync_folders(moves)
    _finish(folder, journal, moves)
    if state == _BEGUN:
        settled.messages.append(f"{folder}: removed the files of an interrupted fix")
    return settled


def differs(other: str) -> str:
    """What to say of a name for a file that gets another text by its name `other`."""
    return f"is the same file as {other}, and they would differ"


# -- planning ----------------------------------------------------------------------------------


def _plan(folder: str, changes: dict[str, tuple[bytes, bytes]], tops: Sequence[str]) -> list[_Move]:
    moves: list[_Move] = []
    known: dict[str, _Move] = {}
    for number, (path, (old, new)) in enumerate(changes.items()):
        target = os.path.realpath(path)
        if not inside(target, tops):
            raise _Stopped(path, f"is a link that leads out of the folder, to {target}")
        stem = os.path.join(os.path.dirname(target), f".mirageport-{os.getpid()}-{number}")
        move = _Move(path, target, f"{stem}.new", f"{stem}.old", _print_of(old), _print_of(new))
        other = known.setdefault(target, move)
        if other.after != move.after:
            raise _Stopped(path, differs(other.path))
        if other is move:
            moves.append(move)
    return moves


def _print_of(data: bytes) -> str:
    return sha256(data).hexdigest()


# -- the journal -------------------------------------------------------------------------------


def _begin(folder: str, moves: list[_Move]) -> int:
    """Say in a new journal what will be staged. Returns its handle, which locks it."""
    from json import dumps

    path = os.path.join(folder, JOURNAL)
    root = os.path.realpath(folder)
    rows = [
        [move.path, *(os.path.relpath(each, root) for each in move[1:4]), move.before, move.after]
        for move in moves
    ]
    try:
        journal = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise _busy(path) from None  # or it was interrupted, which `resume` finds out
    except OSError as error:
        raise _Stopped(path, f"cannot be written: {error.strerror}") from None
    try:
        if not _locked(journal):  # `resume` of another run took it for one that was interrupted
            os.close(journal)
            raise _busy(path)
        _put(journal, _BEGUN + dumps(rows).encode() + b"\n")
    except OSError as error:
        _finish(folder, journal, [])
        raise _Stopped(path, f"cannot be written: {error.strerror}") from None
    _sync_folder(folder)
    return journal


def _mark(folder: str, journal: int, state: bytes) -> None:
    """Record durably how far the set is. Needs no space on the disk."""
    try:
        os.lseek(journal, 0, os.SEEK_SET)
        _put(journal, state)
    except OSError as error:
        path = os.path.join(folder, JOURNAL)
        raise _Stopped(path, f"cannot be written: {error.strerror}") from None


def _give_up(folder: str, journal: int, moves: list[_Move]) -> None:
    """Clear away a set of which nothing was replaced."""
    with suppress(_Stopped):
        _mark(folder, journal, _BEGUN)
    _finish(folder, journal, moves)


def _taken_over(path: str) -> int:
    """The handle of a journal whose run is over."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        journal = os.open(path, flags)
    except FileNotFoundError:  # it was finished just now
        raise _busy(path) from None
    except OSError as error:
        raise _Stopped(path, f"cannot be read: {error.strerror}") from None
    if not _locked(journal):
        os.close(journal)
        raise _busy(path)
    return journal


def _locked(handle: int) -> bool:
    """Take the lock that ends with the process; False when another process holds it."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return os.fstat(handle).st_nlink > 0


def _recorded(
    folder: str, path: str, journal: int, tops: Sequence[str]
) -> tuple[list[_Move], bytes]:
    """What a journal says: a set, and how far it is.

    A journal may come with a hostile repository, so it can name nothing but files in `tops`.
    """
    foreign = _Stopped(path, "is no journal of an interrupted fix; remove it")
    status = os.fstat(journal)
    if not stat.S_ISREG(status.st_mode) or status.st_size > _MAX_JOURNAL_BYTES:
        raise foreign
    with open(journal, "rb", closefd=False) as file:
        content = file.read(_MAX_JOURNAL_BYTES)
    state, rows = content[:1], content[1:]
    if not rows.endswith(b"\n"):
        return [], _BEGUN  # torn while it was begun: nothing was staged yet
    if state not in (_BEGUN, _DECIDED, _UNDONE):
        raise foreign
    try:
        moves = [_move(os.path.realpath(folder), row) for row in _rows(rows)]
    except (ValueError, TypeError, RecursionError):
        raise foreign from None
    for move in moves:
        if not all(inside(os.path.realpath(each), tops) for each in move[1:4]):
            raise foreign
    return moves, state


def _rows(written: bytes) -> list[list[str]]:
    from json import loads

    rows = loads(written)
    if not isinstance(rows, list):
        raise TypeError
    for row in rows:
        if not isinstance(row, list) or len(row) != 6:
            raise TypeError
        if not all(isinstance(cell, str) and "\0" not in cell for cell in row):
            raise TypeError
    return rows


def _move(root: str, row: list[str]) -> _Move:
    target, new, old = (os.path.normpath(os.path.join(root, each)) for each in row[1:4])
    for staged, end in ((new, ".new"), (old, ".old")):
        folder, name = os.path.split(staged)
        if folder != os.path.dirname(target) or not name.startswith(".mirageport-"):
            raise ValueError
        if not name.endswith(end):
            raise ValueError
    return _Move(row[0], target, new, old, row[4], row[5])


def _finish(folder: str, journal: int, moves: list[_Move]) -> None:
    """Clear away what was staged, the journal last."""
    for move in moves:
        for staged in (move.new, move.old):
            with suppress(OSError):
                os.unlink(staged)
    _sync_folders(moves)  # without a journal nobody would clear away what comes back
    if sys.platform == "win32":  # an open file cannot be removed there
        os.close(journal)
    with suppress(OSError):
        os.unlink(os.path.join(folder, JOURNAL))
    _sync_folder(folder)
    if sys.platform != "win32":
        os.close(journal)


# -- staging and replacing ---------------------------------------------------------------------

_Stamp = tuple[int, int, int]


def _stage(move: _Move, old: bytes, new: bytes) -> _Stamp:
    """Put the new text beside the file and keep the old one. Returns a stamp that
    changes when somebody writes the file from now on."""
    try:
        status = os.stat(move.target)
        if not status.st_mode & 0o222:
            raise _Stopped(move.path, "is read-only")
        if not _holds(move.target, old):
            raise _changed(move.path)
        _create(move.new, new, status, move.target)
        try:
            os.link(move.target, move.old)
        except OSError:  # a file system without links, or somebody else's file
            _create(move.old, old, status, move.target)
    except OSError as error:
        raise _Stopped(move.path, f"cannot be written: {error.strerror}") from None
    return _stamp(status)


def _holds(path: str, data: bytes) -> bool:
    """Whether a file is still what was read."""
    try:
        return contents(path, len(data)) == data
    except (OSError, Unreadable):
        return False


def _create(path: str, data: bytes, like: os.stat_result, model: str) -> None:
    """A durable file with these contents with the owner and the permissions of `like`."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        _put(handle, data)
        if sys.platform != "win32":
            with suppress(OSError):  # only the administrator may give files away
                os.chown(handle, like.st_uid, like.st_gid)
            os.fchmod(handle, stat.S_IMODE(like.st_mode))
        if sys.platform == "linux":
            with suppress(OSError):  # not every file system keeps them
                for name in os.listxattr(model):
                    os.setxattr(handle, name, os.getxattr(model, name))
        os.fsync(handle)
    finally:
        os.close(handle)


def _put(handle: int, data: bytes) -> None:
    """Write all of it, durably."""
    left = memoryview(data)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def _stamp(status: os.stat_result) -> _Stamp:
    return status.st_ino, status.st_size, status.st_mtime_ns


def _replace(folder: str, journal: int, moves: list[_Move], stamps: list[_Stamp]) -> list[Trouble]:
    """Move all new texts into place; put all old ones back when one cannot be moved.

    Returns that one's trouble, and a second one when a file could not be put back.
    """
    done: list[_Move] = []
    try:
        for move, stamp in zip(moves, stamps, strict=True):
            _replace_one(move, stamp)
            done.append(move)
    except _Stopped as stopped:
        return [stopped.trouble, *_put_back(folder, journal, done)]
    _sync_folders(moves)
    return []


def _replace_one(move: _Move, stamp: _Stamp) -> None:
    try:
        if _stamp(os.stat(move.target)) != stamp:
            raise _Stopped(move.path, "changed while it was being written")
        os.replace(move.new, move.target)
    except OSError as error:
        raise _Stopped(move.path, f"cannot be written: {error.strerror}") from None


def _put_back(folder: str, journal: int, done: list[_Move]) -> list[Trouble]:
    """Undo the moves that were made. Returns what is in the way, if anything."""
    if not done:
        return []
    try:
        _mark(folder, journal, _UNDONE)
        for move in done:
            _restore(move)
    except _Stopped as stopped:
        return [stopped.trouble]
    _sync_folders(done)
    return []


def _restore(move: _Move) -> None:
    try:
        os.replace(move.old, move.target)
    except OSError as error:
        why = f"is written and cannot be put back: {error.strerror}; run `fix` again"
        raise _Stopped(move.path, why) from None


def _settle(move: _Move, state: bytes, messages: list[str]) -> None:
    """Bring one file of an interrupted set to where all of it belongs."""
    now = _fingerprint(move.target)
    wanted, other, staged = move.after, move.before, move.new
    if state == _UNDONE:
        wanted, other, staged = move.before, move.after, move.old
    if now == wanted:
        return
    if now != other:
        raise _Stopped(move.path, "changed since a fix was interrupted, so it was left as it is")
    if _fingerprint(staged) != wanted:
        raise _Stopped(move.path, "a fix was interrupted here, and what it had staged is lost")
    os.replace(staged, move.target)
    done = "took back" if state == _UNDONE else "completed"
    messages.append(f"{move.path}: {done} a fix that had been interrupted")


def _fingerprint(path: str) -> str | None:
    try:
        return _print_of(contents(path, _MAX_STAGED_BYTES))
    except (OSError, Unreadable):
        return None


def _sync_folders(moves: list[_Move]) -> None:
    for folder in dict.fromkeys(os.path.dirname(move.target) for move in moves):
        _sync_folder(folder)


def _sync_folder(folder: str) -> None:
    """Make what was created, moved and removed in a folder durable, where that can be done."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
