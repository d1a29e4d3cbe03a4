"""Parts: a text that is parsed in parts reads as it does as a whole."""

from __future__ import annotations

import gc
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mirageport.ocaml import parts
from mirageport.ocaml.grammar import parser
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import Tree, parse

from ..sizes import cases
from .world import in_parts

# What stands between two parts is at stake: each piece begins, ends or breaks one.
ITEMS = [
    *("let a = b\n", "let c = d;\n", "\nmodule E = F (G)\n", "open H\n", "type i = J\n", "\n"),
    *("exception K\n", "(* l *)\n", "let m = match n with O -> p;\n", "let q = 1;;\n", "r s\n"),
    *("module T = struct\n", "let u = v\nend\n", "include W\n", "[@@@x]\n", "let%y z = a\n"),
    *("(** of b *)\nlet b = 1\n", "class c = object val x = 1 end\n", 'external d : e = "f"\n'),
    *(";;\n", '#1 "g"\n', "and h = i\n", "\r\nlet j = k\r\n", "let l = é😀\n", "let () =\n"),
    *("let m = n in o\n", "module P : Q with\n", "type r = s\n", "let f = function T -> u |\n"),
]
TOKENS = [
    "",
    ";",
    "in",
    "(* ",
    " *)",
    '"',
    "{|",
    "(",
    ")",
    "x",
    " ",
    "\n",
    "let ",
    "end",
    "=",
    ";;",
]
EDIT = st.tuples(st.floats(0, 1), st.integers(0, 12), st.sampled_from([*TOKENS, *ITEMS]))


def seen(tree: Tree) -> tuple[object, ...]:
    nodes = [(n.kind, n.start, n.end, n.named, n.field) for n in tree.root.descendants()]
    return nodes, tree.comments, tree.broken, tree.damaged


def as_a_whole(data: bytes, interface: bool) -> tuple[object, ...]:
    tree = parser(interface).parse(data)
    one = parts.Part(len(data), tree)
    return seen(Tree(Source(data), parts.Parts([one], interface, damaged=tree.root_node.has_error)))


@settings(deadline=None, max_examples=cases(200))
@example(["open M\n", "let a = b\n"], [(0.6, 0, "x in y\nlet z = 1\n")], False)
@example(["\n", "module E = F (G)\n"], [(0.0, 0, "open H\n")], False)
@example(["(* l *)\n", "type i = J\n", "type r = s\n"], [(0.7, 1, "x")], True)
@given(st.lists(st.sampled_from(ITEMS), max_size=9), st.lists(EDIT, max_size=8), st.booleans())
def test_in_parts_a_text_reads_the_same(
    items: list[str], edits: list[tuple[float, int, str]], interface: bool
) -> None:
    with in_parts():
        tree = parse(Source("".join(items).encode()), interface)
        assert seen(tree) == as_a_whole(tree.source.data, interface)
        for where, length, new in edits:
            start = round(where * len(tree.source.data))
            before = seen(tree)
            edited = tree.edited(start, start + length, new.encode())
            assert seen(edited) == as_a_whole(edited.source.data, interface)
            assert seen(tree) == before
            tree = edited.handed_on()


@pytest.mark.parametrize(
    "text",
    [
        "let a = b;\nlet c = d in e\n",
        "let a = 1 (* open\nlet b = 2\n*)\nlet c = 3\n",
        "let a = {|\nlet b = 2\n|}\nlet c = 3\n",
        "module A = struct\nlet b = 2\nend\n",
        "let f x = x\nlet y = 1 in y\n",
        "let a = 1\nlet b = (\n",
    ],
)
def test_what_cannot_be_parsed_in_parts_is_parsed_as_a_whole(text: str) -> None:
    with in_parts(), pytest.raises(parts.NotInParts):
        list(parts.Parts([], interface=False).begin(text.encode()))
    with in_parts():
        tree = parse(Source(text.encode()))
        assert seen(tree) == as_a_whole(text.encode(), interface=False)


LINES = "".join(f"let name_{n} x =\n  print_endline x;\n  {n}\n\n" for n in range(4000)).encode()


class Counting:
    """A parser that keeps the lengths of what it parses."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def __call__(self, interface: bool) -> Counting:
        self.interface = interface
        return self

    def parse(self, data: bytes, *before: Any) -> object:
        self.lengths.append(len(data))
        return parser(self.interface).parse(data, *before)


def test_an_edit_of_a_long_text_parses_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting()
    monkeypatch.setattr(parts, "parser", counting)
    tree = parse(Source(LINES))
    assert max(counting.lengths) < 2 * parts.PART
    assert sum(counting.lengths) == len(LINES)
    assert tree.root.children
    counting.lengths.clear()
    at = LINES.index(b"name_2000")
    for offset in range(10):
        tree = tree.edited(at + offset, at + offset, b"x")
    # What was let go of is parsed once more; from there on the parser has a tree to start from.
    assert len(counting.lengths) == 11
    assert max(counting.lengths) < 2 * parts.PART
    assert sum(len(node.children) for node in tree.root.children) > 4000


def test_a_long_text_that_breaks_and_heals_is_in_parts_again() -> None:
    tree = parse(Source(LINES))
    at = LINES.index(b"print_endline")
    broken = tree.edited(at, at, b"(")
    assert broken.damaged
    healed = broken.edited(at, at + 1, b"")
    assert seen(healed) == as_a_whole(LINES, interface=False)
    counting = Counting()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parts, "parser", counting)
        healed.edited(at, at, b"x")
    assert max(counting.lengths) < 2 * parts.PART


def test_texts_before_an_edit_are_let_go_of_at_once() -> None:
    tree = parse(Source(LINES))
    assert tree.root.children
    gc.collect()
    gc.disable()
    try:
        for offset in range(5):
            tree = tree.edited(4 + offset, 4 + offset, b"x")
        held = [each for each in gc.get_objects() if isinstance(each, Tree)]
        assert [len(each.source.data) for each in held if len(each.source.data) > len(LINES)] == [
            len(tree.source.data)
        ]
    finally:
        gc.enable()
