"""What an outline says of the interfaces that come with the tool is what the parser says."""

from __future__ import annotations

from pathlib import Path

import pytest

from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.reuse.outline import outline
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, Node, outlined, parse

ROOT = Path(__file__).parents[2]
FILES = [*sorted(ROOT.glob("mirage/interfaces/*.mli")), *sorted(ROOT.glob("ocaml/stdlib/*.mli"))]
TABLES = ("values", "types", "fields", "constructors", "modules", "module_types")


def everything(root: Node) -> list[tuple[str, int, int, bool, str | None]]:
    """All there is below a root, copied for it."""
    nodes = [node for child in root.children for node in child.descendants()]
    return [(node.kind, node.start, node.end, node.named, node.field) for node in nodes]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_an_outline_is_the_interface(path: Path) -> None:
    data = path.read_bytes()
    root, tree = outline(data), parse(Source(data), interface=True)
    mine, theirs = SigIndex(root, READER, ""), SigIndex(tree.root, tree, "")
    for table in TABLES:
        assert list(getattr(mine, table)) == list(getattr(theirs, table))
    assert everything(root) == everything(tree.root)


def test_only_what_is_asked_for_is_parsed() -> None:
    root = outline((ROOT / "mirage/interfaces/v1_LWT.mli").read_bytes())
    index = SigIndex(root, READER, "V1_LWT")
    console = index.module_types["CONSOLE"]
    assert outlined(console) == "CONSOLE"
    assert console.first("signature") is not None
    assert [name for name, node in index.module_types.items() if not outlined(node)] == ["CONSOLE"]


def test_an_operator_and_a_module_are_found_by_their_names() -> None:
    root = outline(b"val ( + ) : int -> int\n\nmodule M : sig\n  val x : int\nend\n")
    index = SigIndex(root, READER, "")
    assert index.values["+"].first("type_expression", "function_type") is not None
    binding = index.module("M")
    assert binding is not None
    assert binding.kind == "module_binding"
    assert index.module("N") is None


def test_values_of_a_signature_are_found_by_their_names_however_they_are_written() -> None:
    text = b"""module type S = sig
  val plain : int
  val close:int -> int
  val ( + ) : int -> int
  val (* of the day *) odd : int
  val
    below : int
  external raw : int -> int = "raw"
end
"""
    tree = parse(Source(text), interface=True)
    signature = tree.root.children[0].get("body")
    assert signature is not None
    index = SigIndex(signature, tree, "S")
    assert list(index.values) == ["plain", "close", "+", "odd", "below", "raw"]
    assert index.values["plain"].get("type") is not None
