"""The tree-sitter grammars of OCaml."""

from __future__ import annotations

from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import TYPE_CHECKING, Any

from tree_sitter import Language, Parser

if TYPE_CHECKING:
    from collections.abc import Callable


def _binding() -> Any:
    """The compiled part of the grammars' package. To import the package itself takes a fortieth
    of a check, for its query files."""
    package = PathFinder.find_spec("tree_sitter_ocaml")
    folders = package.submodule_search_locations if package is not None else None
    spec = PathFinder.find_spec("_binding", folders)
    if spec is None or spec.loader is None:
        raise ImportError("tree-sitter-ocaml is not installed")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_BINDING = _binding()
IMPLEMENTATION = Language(_BINDING.language_ocaml())
INTERFACE = Language(_BINDING.language_ocaml_interface())

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
