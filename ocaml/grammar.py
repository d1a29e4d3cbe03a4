"""The tree-sitter grammars of OCaml."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tree_sitter_ocaml
from tree_sitter import Language, Parser

if TYPE_CHECKING:
    from collections.abc import Callable

IMPLEMENTATION = Language(tree_sitter_ocaml.language_ocaml())
INTERFACE = Language(tree_sitter_ocaml.language_ocaml_interface())

_PARSERS = {False: Parser(IMPLEMENTATION), True: Parser(INTERFACE)}


def parser(interface: bool) -> Parser:
    """The parser for `.mli` (interface) or `.ml` text; one each per process."""
    return _PARSERS[interface]


# The parser reads so many bytes between two pauses: that takes it some milliseconds.
_CHUNK = 1 << 14


def parsed(
    data: bytes,
    interface: bool,
    pause: Callable[[], None] | None = None,
    before: Any = None,
) -> Any:
    """The parser's tree of a text. pause: called from time to time, where the text is long. before:
    the tree of the text before an edit, after tree-sitter's `Tree.edit` with that edit."""
    kept = () if before is None else (before,)
    if pause is None or len(data) <= _CHUNK:
        return parser(interface).parse(data, *kept)
    stopped: list[BaseException] = []

    def read(at: int, _point: object) -> bytes:
        try:
            if not stopped:
                pause()
        except BaseException as error:  # the parser hides what its reader raises
            stopped.append(error)
        return b"" if stopped else data[at : at + _CHUNK]

    # A parser of its own: something else may be parsed in the pauses.
    tree = Parser(INTERFACE if interface else IMPLEMENTATION).parse(read, *kept)
    if stopped:
        raise stopped[0]
    return tree
