"""Trees: incremental edits give what a fresh parse gives; comments and broken spans."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.ocaml.source import Edit, Source, edit_of
from mirageport.ocaml.tree import Node, Tree, count_broken, parse

from .snippets import UNIKERNEL

PIECES = [
    *("", " ", "\n", "(", ")", "begin ", " end", "(* ", " *)", '"', "let x = ", "|", "é", "in "),
    *(";;", "\nlet z = 1\n", "(* z *)", "\nmodule Z = struct\n", "\nopen Z\n"),
]


def tree_of(text: str | bytes, interface: bool = False) -> Tree:
    return parse(Source(text if isinstance(text, bytes) else text.encode()), interface)


def shape(tree: Tree) -> list[tuple[str, int, int, bool, str | None]]:
    return [(n.kind, n.start, n.end, n.named, n.field) for n in tree.root.descendants()]


def state(tree: Tree) -> tuple[object, ...]:
    return shape(tree), tree.comments, tree.broken


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(PIECES)),
        min_size=1,
        max_size=6,
    )
)
def test_edits_give_the_tree_of_a_fresh_parse(edits: list[tuple[float, int, str]]) -> None:
    tree = tree_of(UNIKERNEL)
    for where, length, new in edits:
        start = int(where * len(tree.source.data))
        end = min(start + length, len(tree.source.data))
        tree = tree.edited(start, end, new.encode())
        assert state(tree) == state(tree_of(tree.source.data))


def test_a_text_that_the_parser_never_gets_through_is_broken_as_a_whole() -> None:
    text = UNIKERNEL.encode()
    text = text[:5] + b'"' + text[9:]
    endless = text[:952] + b"in " + text[968:] + b"in "
    for tree in (
        tree_of(endless),
        tree_of(text).edited(952, 968, b"in ").edited(1170, 1170, b"in "),
    ):
        assert tree.broken == [(0, len(endless))]
        assert tree.source.data == endless
    assert not tree_of(UNIKERNEL).broken


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 9), st.binary(max_size=9))))
def test_edits_one_after_the_other_are_one_edit(edits: list[tuple[int, int, bytes]]) -> None:
    first = source = Source(b"the quick brown fox jumps")
    whole: Edit | None = None
    for start, length, new in edits:
        edit = edit_of(source, start, start + length, new)
        source = source.edited(start, start + length, new)
        whole = edit if whole is None else whole.then(edit)
    if whole is None:
        return
    assert (
        first.edited(whole.start, whole.end, source.data[whole.start : whole.stop]).data
        == source.data
    )


INTERFACE = """
(** of a module *)
module type S = sig
  (* inside *)
  type t = { a : int } [@@port "x"]
  module M : sig val f : t -> int (* deeper *) end
end
val g : (module S) -> int
"""


def test_an_interface_has_its_nodes_and_comments() -> None:
    tree = tree_of(INTERFACE, interface=True)
    assert tree.root.get("nothing") is None
    signature = tree.root.children[0].get("body")
    assert signature is not None
    assert [child.kind for child in signature.children] == [
        "sig",
        "type_definition",
        "module_definition",
        "end",
    ]
    assert tree.text(signature.children[2]) == "module M : sig val f : t -> int (* deeper *) end"
    assert all(child.parent is signature for child in signature.children)
    assert [tree.source.text(*span) for span in tree.comments] == [
        "(** of a module *)",
        "(* inside *)",
        "(* deeper *)",
    ]
    with pytest.raises(AttributeError):
        _ = signature.nothing  # type: ignore[attr-defined]


def test_an_interface_moves_with_the_text() -> None:
    tree = tree_of(INTERFACE, interface=True).edited(0, 0, b"val first : int\n")
    whole = tree_of(tree.source.data, interface=True).edited(0, 0, b"")
    assert state(tree) == state(whole) == state(tree_of(tree.source.data, interface=True))


def test_modules_in_modules_share_their_text() -> None:
    text = "module A = struct " * 2000 + "let deep = 1 " + "end " * 2000
    tree = tree_of(text)
    items = tree.root.item.all()
    assert len(items) == 2002
    held = {id(item.data): len(item.data) for item in items}
    assert sum(held.values()) < 10 * len(text)
    assert items[-1].node is not None
    assert tree.text(items[-1].node) == "let deep = 1"
    at = text.index("1")
    edited = tree.edited(at, at + 1, b"two")
    innermost = edited.root.item.all()[-1].node
    assert innermost is not None
    assert edited.text(innermost) == "let deep = two"


def test_children_know_their_parents_and_cover_their_text() -> None:
    tree = tree_of(UNIKERNEL)
    assert tree.broken == []
    for node in tree.root.descendants():
        for child in node.children:
            assert child.parent is node
            assert node.start <= child.start <= child.end <= node.end


def test_comments_are_no_children() -> None:
    tree = tree_of("let f (* a *) x = (* b (* c *) *) g ~(* d *)l:x\n")
    assert [tree.source.text(*span) for span in tree.comments] == [
        "(* a *)",
        "(* b (* c *) *)",
        "(* d *)",
    ]
    assert all(node.kind != "comment" for node in tree.root.descendants())


def test_finding_nodes() -> None:
    tree = tree_of('let f x = g x 1 "s"\n')
    call = tree.root.at(10, 19)
    assert call.kind == "application_expression"
    assert [tree.text(node) for node in call.all("argument")] == ["x", "1", '"s"']
    function = call.get("function")
    assert function is not None
    assert tree.text(function) == "g"
    assert call.get("nothing") is None
    assert [tree.text(node) for node in call.of("number", "string")] == ["1", '"s"']
    assert call.first("number") is call.children[2]
    assert call.first("tag") is None
    assert call.up("let_binding") is call.parent
    assert call.up("structure") is None
    assert [child.kind for child in tree.root.children[0].named_children] == ["let_binding"]
    assert tree.root.at(0, len(tree.source.data)) is tree.root
    assert repr(function) == "<value_path 10-11>"
    assert isinstance(function, Node)


def test_broken_spans() -> None:
    tree = tree_of("let f = function | `Ok x -> C.\nlet g = 1 +\n")
    assert min(start for start, _end in tree.broken) > 3
    whole = tree_of("module M = struct let f x = x\n")
    assert whole.broken
    assert tree_of("").broken == []


@pytest.mark.parametrize(
    "text", ["type  = a * b\n", "val x : \n", "type 'a = 'a\n", "let type in 3\n"]
)
def test_a_name_that_is_missing_is_broken(text: str) -> None:
    """The parser shows no node for it."""
    tree = tree_of(f"module M = struct\n{text}end\n")
    assert tree.damaged
    assert tree.broken
    assert count_broken(tree.source.data) == len(tree.broken)


def test_interfaces_have_their_own_grammar() -> None:
    assert tree_of("val f : int -> int\n", interface=True).broken == []
    edited = tree_of("val f : int\n", interface=True).edited(8, 11, b"string")
    assert edited.interface
    assert edited.broken == []


def test_an_error_at_the_root_is_broken() -> None:
    tree = tree_of(")))")
    assert (tree.root.start, tree.root.end) in tree.broken or tree.broken[0][0] == 0
