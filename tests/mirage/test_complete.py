"""Which modules of the interfaces are complete, so that they can be said to lack something."""

from __future__ import annotations

import pytest

from mirageport.mirage.pack import library as new_library
from mirageport.ocaml.environment import resolve_path
from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.modules import Module, SigModule
from mirageport.ocaml.reuse.outline import outline
from mirageport.ocaml.tree import PackagedReader

LIBRARY = new_library()


@pytest.mark.parametrize(
    "path", ["List", "Pervasives", "Pervasives.LargeFile", "Unix", "StdLabels.List"]
)
def test_the_standard_library_is_complete(path: str) -> None:
    module = resolve_path(path.split("."), LIBRARY.base)
    assert module is not None
    assert module.complete


@pytest.mark.parametrize(
    ("text", "path", "known"),
    [
        ("val x : int", "", False),
        ("[@@@complete]\n\nval x : int", "", True),
        ("[@@@complete]\n\nmodule M : sig\n  module N : sig end\nend", "M.N", True),
        ("module M : sig\n  [@@@complete]\nend", "", False),
        ("module M : sig\n  [@@@complete]\n\n  module N : sig end\nend", "M.N", True),
        ("[@@@complete]\n\nmodule M : sig\n  [@@@open_ended]\nend", "", True),
        ("[@@@complete]\n\nmodule M : sig\n  [@@@open_ended]\nend", "M", False),
        ("[@@@complete]\n\ninclude module type of List", "", True),
        ("[@@@complete]\n\ninclude module type of Nobody", "", False),
        ("[@@@complete]\n\ninclude Nobody.S", "", False),
        ("[@@@complete]\n\ninclude Hashtbl.HashedType", "", True),
        ("[@@@complete]\n\nmodule F (X : Hashtbl.HashedType) : sig end", "F()", True),
        ("[@@@complete]\n\nmodule F (X : Hashtbl.HashedType) : sig end", "F", False),
        ("module F (X : Hashtbl.HashedType) : sig end", "F()", False),
        ("module M : Hashtbl.HashedType", "M", True),
    ],
)
def test_a_module_is_complete_where_it_says_so(text: str, path: str, known: bool) -> None:
    """The nearest mark decides; what is included or applied counts as it does by itself."""
    index = SigIndex(outline(text.encode()), PackagedReader(), "Text")
    module: Module | None = SigModule(index, LIBRARY.base, {}, "Text")
    for name in path.split(".") if path else []:
        assert module is not None
        module = module.module(name.removesuffix("()"))
        if name.endswith("()") and module is not None:
            module = module.apply([None], "F")
    assert module is not None
    assert module.complete == known
