"""What a project's opam files, dune-project and lock files say about the releases of a package that
it may be built with: an upper bound shuts it out from later ones."""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING

from mirageport.diagnostics.bounds import excluding
from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import Unreadable, checkout, text, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable


class Bound(NamedTuple):
    """An upper bound. file: where it stands. text: as it stands there."""

    file: str
    text: str


class File(NamedTuple):
    """A file that says what a project is built with. path: where it is. version: what is another
    value once it has changed."""

    path: str
    version: tuple[int, ...]


def files(folder: str) -> list[File]:
    """The files that say what the project of a folder is built with: those of the nearest folder
    above that has any, up to the root of the checkout."""
    top = checkout(folder)
    for above in upwards(folder):
        names = _listed(above)
        paths = [os.path.join(above, name) for name in names if _is_one(name)]
        if "opam" in names:
            paths += [os.path.join(above, "opam", n) for n in _listed(os.path.join(above, "opam"))]
        if paths:
            return [found for path in sorted(paths) if (found := _file(path)) is not None]
        if above == top:
            break
    return []


def _file(path: str) -> File | None:
    try:
        status = os.stat(path)
    except OSError:
        return None
    return File(path, (status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size))


def shut_out(project: Iterable[File], packages: Iterable[str], release: str) -> Bound | None:
    """What keeps a project from a release of a package; None where nothing does. project: its
    `files`. packages: the names that the package has in such files."""
    names = tuple(packages)
    for file in project if names else ():
        if found := _bound(file, names, release):
            return Bound(file.path, found)
    return None


@lru_cache(4096)  # asked again for each folder of a project, and after each change of a file
def _bound(file: File, packages: tuple[str, ...], release: str) -> str:
    """The first bound in a file that excludes a release; "" without any."""
    said = _said(file)
    for start, end in excluding(said, file.path.endswith("dune-project"), packages, release):
        return " ".join(said[start:end].split())
    return ""


@lru_cache(256)
def _said(file: File) -> str:
    """What a file says; nothing where it cannot be read."""
    folder = os.path.dirname(file.path)
    try:
        content = text(file.path, [os.path.realpath(checkout(folder) or folder)], {})
    except Unreadable:
        return ""
    return content.decode("utf-8", "replace")


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _is_one(name: str) -> bool:
    return name in ("opam", "dune-project") or name.endswith((".opam", ".opam.locked"))
