"""Patterns of file names, as `.gitignore` has them, in time that no pattern can make grow."""

from __future__ import annotations

from fnmatch import fnmatchcase

_ANY_DEPTH = "**"


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern names a file or one of the folders that it is in.

    path: of the file, from where patterns begin, with `/` between its parts. pattern: parts with
    `*` and `?` in them, which never stand for a `/`; `**` stands for any number of folders. A
    pattern of one part names files and folders anywhere below.
    """
    wanted = [part for part in pattern.split("/") if part]
    if "/" not in pattern.rstrip("/"):
        wanted = [_ANY_DEPTH, *wanted]
    return _leads(wanted, path.split("/"))


def _leads(wanted: list[str], parts: list[str]) -> bool:
    """Whether `wanted` matches the first of `parts`, or all of them.

    Where it does not go on, the last `**` takes one folder more, and no earlier one has to be asked
    again: the work grows with the product of both lengths at most.
    """
    at = here = 0
    again = resumed = -1
    while at < len(wanted):
        if wanted[at] == _ANY_DEPTH:
            again, resumed = at, here
            at += 1
        elif here < len(parts) and fnmatchcase(parts[here], wanted[at]):
            at, here = at + 1, here + 1
        elif again >= 0 and resumed < len(parts):
            resumed += 1
            at, here = again + 1, resumed
        else:
            return False
    return True
