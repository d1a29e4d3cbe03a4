"""The packaged data files: interfaces and rule pages. The one place below `server/` that reads
files, and only those that ship with the tool."""

from __future__ import annotations

import sys

_HERE = __file__.replace("\\", "/").rpartition("/")[0]


def _read(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return None


def interface(station: str, name: str) -> bytes | None:
    """The interface of a toplevel module as a station has it; None when there is none.

    station: "2.9", "3.0" or "common". name: the module's name, such as V1_LWT.
    """
    return _read(f"{_HERE}/api/{station}/{name[0].lower()}{name[1:]}.mli") or (
        _read(f"{_HERE}/api/{station}/{name.lower()}.mli")
    )


def interfaces(station: str) -> frozenset[str]:
    """The names of the interfaces of a station, in lower case."""
    from os import listdir

    return frozenset(file[: -len(".mli")].lower() for file in listdir(f"{_HERE}/api/{station}"))


def interface_files(station: str) -> dict[str, bytes]:
    """The interfaces of a station, by the names of their files."""
    from os import listdir

    names = sorted(listdir(f"{_HERE}/api/{station}"))
    return {name: _read(f"{_HERE}/api/{station}/{name}") or b"" for name in names}


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
