"""Unified diffs that `git apply` and `patch -p1` take, byte for byte."""

from __future__ import annotations

import os
from difflib import diff_bytes, unified_diff

from mirageport.server.files import checkout, inside

_ESCAPES = {0x09: b"\\t", 0x0A: b"\\n", 0x0D: b"\\r", 0x22: b'\\"', 0x5C: b"\\\\"}


def base_of(folders: list[str]) -> str:
    """The folder in which the names of a diff start: the working folder when it holds all of these
    folders, else the root of their checkout, else the nearest one that holds all.

    folders: without links. A name with `..` in it, or one from the root of the disk, is refused by
    `git apply`.
    """
    here = os.path.realpath(os.curdir)
    if all(inside(folder, [here]) for folder in folders):
        return here
    try:
        common = os.path.commonpath(folders)
    except ValueError:  # on several disks
        return here
    return checkout(common) or common


def name_in(base: str, path: str) -> str:
    """The name of a file in a diff whose names start in `base`."""
    return os.path.relpath(path, base) if inside(path, [base]) else path


def diff(name: str, old: bytes, new: bytes | None) -> bytes:
    """The change of the file `name`, which is deleted where `new` is None; nothing when there is no
    change. An empty file has no lines to remove: Git's own header says that it is deleted."""
    path = name.replace(os.sep, "/").lstrip("/").encode("utf-8", "surrogateescape")
    if new is None and not old:
        both = tuple(_header(side + path).rstrip() for side in (b"a/", b"b/"))
        return b"diff --git %s %s\ndeleted file mode 100644\nindex e69de29..0000000\n" % both
    lines = diff_bytes(
        unified_diff,
        _lines(old),
        _lines(new or b""),
        _header(b"a/" + path),
        b"/dev/null" if new is None else _header(b"b/" + path),
        lineterm=b"\n",
    )
    return b"".join(
        line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"
        for line in lines
    )


def _lines(data: bytes) -> list[bytes]:
    """Lines end at LF alone: a CR before it is part of the text."""
    lines = data.split(b"\n")
    return [line + b"\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _header(path: bytes) -> bytes:
    """A path as a header line has it: in quotes where it holds what would end the line, and
    ended by a tab where it holds a blank."""
    if any(byte < 0x20 or byte in (0x22, 0x5C, 0x7F) for byte in path):
        return b'"%s"' % b"".join(_escaped(byte) for byte in path)
    return path + b"\t" if b" " in path else path


def _escaped(byte: int) -> bytes:
    if byte in _ESCAPES:
        return _ESCAPES[byte]
    return b"\\%03o" % byte if byte < 0x20 or byte == 0x7F else bytes([byte])
