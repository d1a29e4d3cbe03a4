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


# The parser reads so many bytes between two pauses: that takes it about a millisecond. To hand out
# more costs more than a small edit of a large text does.
_CHUNK = 1 << 12

# In the worst texts that it gets through, the parser reports its progress once in 25 bytes. There
# are broken texts that it never gets through, while it takes more and more memory.
_REPORTS = 1000
_REPORTS_A_BYTE = 0.1


def parsed(
    data: bytes,
    interface: bool,
    pause: Callable[[], None] | None = None,
    before: Any = None,
) -> Any:
    """The parser's tree of a text; one error, where the parser does not come to an end. pause:
    called from time to time, where the text is long. before: the tree of the text before an edit,
    after tree-sitter's `Tree.edit` with that edit."""
    kept = () if before is None else (before,)
    stopped: list[BaseException] = []
    left = _REPORTS + int(_REPORTS_A_BYTE * len(data))

    def read(at: int, _point: object) -> bytes:
        try:
            if pause is not None and at and not stopped:
                pause()
        except BaseException as error:  # the parser hides what its reader raises
            stopped.append(error)
        return b"" if stopped else data[at : at + _CHUNK]

    def is_endless(_at: int, _is_broken: bool) -> bool:
        nonlocal left
        left -= 1
        return left < 0

    # A parser of its own: something else may be parsed in the pauses.
    own: Any = (
        parser(interface) if pause is None else Parser(INTERFACE if interface else IMPLEMENTATION)
    )
    try:
        tree = own.parse(read, *kept, progress_callback=is_endless)
    except ValueError:
        own.reset()
        tree = own.parse(data.translate(_UNREADABLE))
    if stopped:
        raise stopped[0]
    return tree


# Each byte but a line's end becomes one that is a syntax error.
_UNREADABLE = bytes(byte if byte == ord("\n") else ord(")") for byte in range(256))
