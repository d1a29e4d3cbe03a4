"""New texts become few, small, correct edits."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirageport.ocaml.edit import Edits, apply
from mirageport.server.differences import differences

from ..packs import unikernel

LINES = st.lists(st.sampled_from(["let a = 1", "let b = é", "\U0001f42b", "", "end"]), max_size=12)
TEXTS = st.builds(
    lambda lines, newline: newline.join(lines), LINES, st.sampled_from(["\n", "\r\n"])
)


@given(TEXTS, TEXTS)
def test_the_edits_make_the_new_text(old: str, new: str) -> None:
    before, after = old.encode(), new.encode()
    edits = differences(unikernel({"a.ml": before}).source, {"a.ml": after})
    assert apply(before, Edits(edits)) == after
    assert all(one.end <= two.start for one, two in pairwise(edits))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a\nlet x = old_b\nc\n", "a\nlet x = new_b\nc\n", [(10, 15, "new_b")]),
        ("a\r\nb\r\n", "a\r\nbb\r\n", [(3, 4, "bb")]),
        ("é1 (x y)\n", "è1 (x z)\n", [(0, 3, "è1"), (7, 8, "z")]),
        ("a (b c)\n", "a [d c]\n", [(2, 4, "[d"), (6, 7, "]")]),
        ("a\nb\n", "a\nb\n", []),
    ],
)
def test_word_by_word(old: str, new: str, expected: list[tuple[int, int, str]]) -> None:
    edits = differences(unikernel({"a.ml": old.encode()}).source, {"a.ml": new.encode()})
    assert [(edit.start, edit.end, edit.text) for edit in edits] == expected


def test_a_huge_block_is_one_edit() -> None:
    old = "".join(f"a{number} b\n" for number in range(2000))
    new = "".join(f"c{number} d\n" for number in range(2000))
    project = unikernel({"a.ml": old.encode()})
    assert len(differences(project.source, {"a.ml": new.encode()})) == 1
