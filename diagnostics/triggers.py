"""Which bytes make a file worth decoding and parsing. Nothing else is loaded for that question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.file_names import basename, module_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.pack import Pack


def triggered(pack: Pack, data: bytes, name: str) -> bool:
    """Whether a file is worth decoding and parsing at all."""
    return any(word in data for word in pack.words) or (basename(name) in pack.files.descriptions)


def giving_types(pack: Pack, files: Iterable[tuple[str, bytes]]) -> tuple[bytes, ...]:
    """The modules among files (name, content) that may give others a module type of the library's
    under a name of their own: a file that names one of them is worth looking at, too."""
    found = {
        module_bytes(name)
        for name, data in files
        if b"module type" in data and triggered(pack, data, name)
    }
    return tuple(sorted(found))
