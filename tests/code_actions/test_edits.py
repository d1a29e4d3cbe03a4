"""The type that holds edits, and what it does to comments, line endings and the last newline."""

from __future__ import annotations

import pytest

from mirageport.code_actions.carry import Change, carried
from mirageport.code_actions.plan import changed
from mirageport.code_actions.settle import settled
from mirageport.ocaml.edit import Edit, Edits, Overlap

from ..packs import unikernel


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Edit("a.ml", 0, 2, "x"), Edit("a.ml", 1, 3, "y")),
        (Edit("a.ml", 0, 4, "x"), Edit("a.ml", 1, 2, "")),
        (Edit("a.ml", 1, 1, "x"), Edit("a.ml", 1, 1, "y")),
        (Edit("a.ml", 1, 1, "x"), Edit("a.ml", 1, 2, "y")),
    ],
)
def test_edits_that_touch_are_refused(one: Edit, other: Edit) -> None:
    for edits in ([one, other], [other, one]):
        with pytest.raises(Overlap):
            Edits(edits)


def test_edits_are_in_the_order_of_the_text() -> None:
    edits = Edits([Edit("b.ml", 0, 1, ""), Edit("a.ml", 5, 6, ""), Edit("a.ml", 0, 1, "")])
    assert [(edit.file, edit.start) for edit in edits] == [("a.ml", 0), ("a.ml", 5), ("b.ml", 0)]
    assert edits.files == ["a.ml", "b.ml"]
    assert edits.of("a.ml") == Edits([Edit("a.ml", 0, 1, ""), Edit("a.ml", 5, 6, "")])


def test_insertions_at_one_place_keep_their_order() -> None:
    made = [Edit("a.ml", 3, 3, ")"), Edit("a.ml", 3, 3, ")"), Edit("a.ml", 3, 5, "z")]
    assert Edits.merged(made) == Edits([Edit("a.ml", 3, 5, "))z")])
    with pytest.raises(Overlap):
        Edits.merged([Edit("a.ml", 3, 5, "z"), Edit("a.ml", 3, 5, "y")])


CARRIED = [
    ("V1.(* when *)CLOCK", "Mirage_clock.PCLOCK", "Mirage_clock. (* when *) PCLOCK"),
    ('["a" (* x *); "b"]', '[package "a"; package "b"]', '[package "a" (* x *); package "b"]'),
    ("Int64.to_int (* fits *) size", "size", "(* fits *) size"),
    ("f () (* seed *);\n", "", "(* seed *)\n"),
    ('a (* (* in *) "*)" *) b', "a c", 'a (* (* in *) "*)" *) c'),
    ("x (* kept *)", "y (* kept *)", "y (* kept *)"),
    ("x", "y (* of elsewhere *)", "y"),
    ("~ip (* v4 *) address", "~ip:address", "~ip:(* v4 *) address"),
    ("| A -> 1\n  (* why *)\n| B -> 2", "| B -> 2", "(* why *)\n| B -> 2"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CARRIED)
def test_a_comment_goes_with_its_neighbour(old: str, new: str, expected: str) -> None:
    assert carried([Change(old, new)]) == [expected]


def test_code_that_moves_takes_its_comments_along() -> None:
    changes = [Change("", "arm (* of the end *)"), Change("| arm (* of the end *)", "")]
    assert carried(changes) == ["arm (* of the end *)", ""]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_lines_end_as_in_the_file(newline: str) -> None:
    text = newline.join(["let a = 1", "let b = 2", ""])
    project = unikernel({"a.ml": text.encode()})
    start = text.index("let b")
    edits = settled(project, [Edit("a.ml", 0, 0, "open M\n"), Edit("a.ml", start, len(text), "")])
    after = changed(project, edits).source("a.ml").data.decode()
    assert after == newline.join(["open M", "let a = 1", ""])


def test_the_last_newline_stays() -> None:
    project = unikernel({"a.ml": b"let a = 1\n"})
    edits = settled(project, [Edit("a.ml", 8, 10, "2")])
    assert changed(project, edits).source("a.ml").data == b"let a = 2\n"
