"""The packaged data files: interfaces and rule pages. The one place below `server/` that reads
files, and only those that ship with the tool."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mirageport.mirage.view import view

if TYPE_CHECKING:
    from collections.abc import Mapping

_HERE = __file__.replace("\\", "/").rpartition("/")[0]


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


class Interfaces:
    """The interfaces of a folder, a file a toplevel module. more: further ones by the names of
    their files, which take the place of those of the folder."""

    def __init__(self, folder: str, more: Mapping[str, bytes] | None = None) -> None:
        from os import listdir

        self._folder = folder
        self._more = more or {}
        self.files = frozenset([*listdir(folder), *self._more])

    def text(self, module: str) -> bytes | None:
        """The interface of a module such as V1_LWT, for all releases; None when there is none."""
        for file in (f"{module[0].lower()}{module[1:]}.mli", f"{module.lower()}.mli"):
            if file in self.files:
                return self.read(file)
        return None

    def read(self, file: str) -> bytes:
        """The text of one of the files."""
        if file in self._more:
            return self._more[file]
        with open(f"{self._folder}/{file}", "rb") as opened:
            return opened.read()

    def has(self, module: str, at: str) -> bool:
        """Whether a release had a module."""
        text = self.text(module)
        return text is not None and view(text, at) is not None

    def views(self, at: str) -> dict[str, bytes]:
        """The interfaces that a release had, by the names of their files."""
        found = {file: view(self.read(file), at) for file in sorted(self.files)}
        return {file: text for file, text in found.items() if text is not None}


def interfaces() -> Interfaces:
    """The tree of interfaces that ships with the tool."""
    return Interfaces(f"{_HERE}/api")


def standard_library(name: str) -> bytes:
    """The interface of a module of OCaml's standard library, such as List; empty when it has
    none of this name."""
    return packaged("mirageport.ocaml", f"stdlib/{name[0].lower()}{name[1:]}.mli") or b""


def standard_modules() -> list[str]:
    """The names of the standard library's modules."""
    files = packaged_names("mirageport.ocaml", "stdlib")
    return [file[0].upper() + file[1 : -len(".mli")] for file in files]


def packaged(package: str, name: str) -> bytes | None:
    """A data file that ships inside a loaded package; None when there is none."""
    return _read(f"{sys.modules[package].__path__[0]}/{name}")


def packaged_names(package: str, folder: str) -> list[str]:
    """The names of the data files in a folder of a loaded package, sorted."""
    from os import listdir

    return sorted(listdir(f"{sys.modules[package].__path__[0]}/{folder}"))
