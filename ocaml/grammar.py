"""The tree-sitter grammars of OCaml, loaded without the packages' own start-up cost.

`tree_sitter_ocaml/__init__.py` imports `importlib.resources` for its query files, which costs as
much as the rest of this tool's start; the compiled `_binding` beside it is all that is needed.
"""

from __future__ import annotations

import sys
from importlib.machinery import EXTENSION_SUFFIXES, ExtensionFileLoader, ModuleSpec, PathFinder
from importlib.util import module_from_spec
from typing import Any

from tree_sitter import Language, Parser


def _binding() -> Any:
    loaded = sys.modules.get("tree_sitter_ocaml")
    if loaded is not None:
        return loaded
    package = PathFinder.find_spec("tree_sitter_ocaml")
    folders = package.submodule_search_locations if package else None
    for folder in folders or ():
        found = PathFinder.find_spec("_binding", [folder])
        if found is not None and found.origin and found.origin.endswith(tuple(EXTENSION_SUFFIXES)):
            # The name decides the init function (PyInit__binding); the package prefix keeps it
            # apart from the extension of the same name in `tree_sitter`.
            name = "tree_sitter_ocaml._binding"
            spec = ModuleSpec(name, ExtensionFileLoader(name, found.origin), origin=found.origin)
            module = module_from_spec(spec)
            assert spec.loader is not None
            spec.loader.exec_module(module)
            return module
    import tree_sitter_ocaml

    return tree_sitter_ocaml


_BINDING = _binding()
IMPLEMENTATION = Language(_BINDING.language_ocaml())
INTERFACE = Language(_BINDING.language_ocaml_interface())

_PARSERS = {False: Parser(IMPLEMENTATION), True: Parser(INTERFACE)}


def parser(interface: bool) -> Parser:
    """The parser for `.mli` (interface) or `.ml` text; one each per process."""
    return _PARSERS[interface]
