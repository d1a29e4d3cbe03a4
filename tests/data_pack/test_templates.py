"""What templates have to say of arguments, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data_pack.test_attributes import pack_of, ported, said

if TYPE_CHECKING:
    from pathlib import Path

POOL = """\
val a : ?x:int -> unit -> int [@@port.becomes (fun () -> Rel.b ())]
val pool : ?size:int -> ?old:int -> string -> int [@@port.becomes (fun ?size s -> Rel.pool ?size s)]
val c : ?size:int -> ?old:int -> string -> int [@@port.becomes (fun s -> Rel.pool s)]
val d : ?size:int -> string -> int [@@port.becomes (fun s -> abs (Rel.pool s))]
"""
POOLED = "val b : unit -> int\nval pool : ?size:int -> string -> int\n"


def test_an_argument_without_a_parameter_that_is_not_taken_now_is_by_hand(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"tray.mli": POOL}, {"tray.mli": POOLED})
    by_hand = (
        "let a = Tray.a ~x:1 ()\nlet b ?x () = Tray.a ?x ()\nlet c = Tray.pool ~old:3 name\n"
        "let d s = s |> Tray.c ~old:3\nlet e = Tray.d ~size:4 name\n"
    )
    assert [
        (level, message.rpartition("argument ")[2]) for level, message in said(pack, by_hand)
    ] == [
        ("manual", "`~x:1`."),
        ("manual", "`?x`."),
        ("manual", "`~old:3`."),
        ("manual", "`~old:3`."),
        ("manual", "`~size:4`."),
    ]
    text = "let f = Tray.a ()\nlet g = Tray.pool ~size:1 name\nlet h = Tray.c ~size:2 name\n"
    after = text.replace("Tray.a", "Tray.b").replace("Tray.c", "Tray.pool")
    assert ported(pack, {"a.ml": by_hand + text})["a.ml"] == by_hand + after
