"""The data files of the tool and of its packs: interfaces and rule pages. The one place below
`server/` that reads files, and only these."""

from __future__ import annotations

import sys

from mirageport.ocaml.named import NamedTuple

_OCAML = "mirageport.ocaml"


class Folder(NamedTuple):
    """A folder of data files that ship with the tool or with a pack. path: where it is."""

    path: str

    def read(self, name: str) -> bytes | None:
        """The content of a file by its path in the folder; None when there is none."""
        try:
            with open(f"{self.path}/{name}", "rb") as file:
                return file.read()
        except OSError:
            return None

    def names(self, inner: str = "") -> list[str]:
        """The names of the files in the folder, or in one inside it, sorted; empty where there is
        no such folder."""
        from os import listdir

        try:
            return sorted(listdir(f"{self.path}/{inner}"))
        except OSError:
            return []

    def inner(self, name: str) -> Folder:
        """A folder inside it."""
        return Folder(f"{self.path}/{name}")


class Interfaces(NamedTuple):
    """The interfaces of a library, in a folder a station. old, new: the stations before and now;
    common: what is the same in both."""

    folder: Folder
    old: str
    new: str
    common: str = "common"

    def interface(self, station: str, name: str) -> bytes | None:
        """The interface of a toplevel module as a station has it; None when there is none.

        station: the name of its folder. name: the module's name, such as V1_LWT.
        """
        return self.folder.read(f"{station}/{name[0].lower()}{name[1:]}.mli") or (
            self.folder.read(f"{station}/{name.lower()}.mli")
        )

    def modules(self, station: str) -> frozenset[str]:
        """The names of the interfaces of a station, in lower case."""
        return frozenset(file[: -len(".mli")].lower() for file in self.folder.names(station))

    def files(self, station: str) -> dict[str, bytes]:
        """The interfaces of a station, by the names of their files."""
        names = self.folder.names(station)
        return {name: self.folder.read(f"{station}/{name}") or b"" for name in names}


def standard_library(name: str) -> bytes:
    """The interface of a module of OCaml's standard library, such as List; empty when it has
    none of this name."""
    return packaged(_OCAML, "stdlib").read(f"{name[0].lower()}{name[1:]}.mli") or b""


def standard_modules() -> list[str]:
    """The names of the standard library's modules."""
    files = packaged(_OCAML, "stdlib").names()
    return [file[0].upper() + file[1 : -len(".mli")] for file in files]


def packaged(package: str, inner: str) -> Folder:
    """A folder of data files inside a loaded package."""
    path: str = sys.modules[package].__path__[0]
    return Folder(path.replace("\\", "/")).inner(inner)
