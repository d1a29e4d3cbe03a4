"""What a project's opam files, dune-project and lock files say about the releases of a package that
it may be built with: an upper bound shuts it out from later ones."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mirageport.diagnostics.bounds import below, excluding
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import Unreadable, checkout, text, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable


_LOCKED = "dune.lock"  # a folder, in which dune writes a file for each package
_VERSION = re.compile(r"\(version\s+([^\s()]+)\)")


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
        if _LOCKED in names:
            paths.append(os.path.join(above, _LOCKED))
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
        if basename(file.path) == _LOCKED:
            if found := _locked(file, names, release):
                return found
        elif said := _bound(file, names, release):
            return Bound(file.path, said)
    return None


@lru_cache(256)
def _locked(folder: File, packages: tuple[str, ...], release: str) -> Bound | None:
    """The file of a package in a lock folder of dune, such as `ocaml.pkg`, which says that it is of
    a release before this one."""
    for name in _listed(folder.path):
        if name.endswith(".pkg") and name.partition(".")[0] in packages:
            path = os.path.join(folder.path, name)
            said = _VERSION.search(_said(_file(path) or folder))
            if said is not None and below(said[1], release):
                return Bound(path, said[0])
    return None


def mentions(project: Iterable[File], package: str) -> bool:
    """Whether any of a project's `files` names a package."""
    return any(package in _said(file) for file in project)


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
