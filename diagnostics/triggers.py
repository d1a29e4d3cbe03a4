"""Which bytes make a file worth decoding and parsing. Nothing else is loaded for that question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.file_names import basename, module_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.pack import Pack

# What no name of a program holds is a blank here.
_NAMED = bytes(
    c if chr(c).isascii() and (chr(c).isalnum() or c in b"_'") else 32 for c in range(256)
)


def triggered(pack: Pack, data: bytes, name: str) -> bool:
    """Whether a file is worth decoding and parsing at all."""
    return any(word in data for word in pack.words) or (basename(name) in pack.files.descriptions)


def giving_types(pack: Pack, files: Iterable[tuple[str, bytes]]) -> frozenset[bytes]:
    """The modules among files (name, content) that may give others a module or a module type of
    the library's under a name of their own, or a copy of a type: a file that names one of them is
    worth looking at, too."""
    givers = [b"module", b"include", *([b"type "] if pack.files.copied else [])]
    return frozenset(
        module_bytes(name)
        for name, data in files
        if any(each in data for each in givers) and triggered(pack, data, name)
    )


def names_one(data: bytes, modules: frozenset[bytes]) -> bool:
    """Whether a file names one of some modules."""
    return bool(modules) and not modules.isdisjoint(data.translate(_NAMED).split())
