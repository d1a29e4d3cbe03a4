"""The packaged data files: interfaces and rule pages. The one place below `server/` that reads
files, and only those that ship with the tool."""

from __future__ import annotations

import sys

_HERE = __file__.rsplit("/", 1)[0] if "/" in __file__ else __file__.rsplit("\\", 1)[0]
_SEPARATOR = "/"


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


def standard_library() -> bytes:
    """The interface of OCaml's standard library, as far as inference needs it."""
    package = sys.modules["mirageport.ocaml"]
    folder = package.__path__[0]
    return _read(f"{folder}/stdlib.mli") or b""
