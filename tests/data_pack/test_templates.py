"""What templates have to say of arguments, and what is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data_pack.test_attributes import pack_of, ported, problems_of, said

if TYPE_CHECKING:
    from pathlib import Path

POOL = """\
val a : ?x:int -> unit -> int [@@port.becomes (fun () -> Rel.b ())]
val pool : ?size:int -> ?old:int -> string -> int [@@port.becomes (fun ?size s -> Rel.pool ?size s)]
val c : ?size:int -> ?old:int -> string -> int [@@port.becomes (fun s -> Rel.pool s)]
val d : ?size:int -> string -> int [@@port.becomes (fun s -> abs (Rel.pool s))]
val e : ?old:int -> string * int -> int [@@port.becomes (fun (s, _n) -> Rel.pool s)]
"""
POOLED = "val b : unit -> int\nval pool : ?size:int -> string -> int\n"


def test_an_argument_without_a_parameter_that_is_not_taken_now_is_by_hand(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"tray.mli": POOL}, {"tray.mli": POOLED})
    by_hand = (
        "let a = Tray.a ~x:1 ()\nlet b ?x () = Tray.a ?x ()\nlet c = Tray.pool ~old:3 name\n"
        "let d s = s |> Tray.c ~old:3\nlet e = Tray.d ~size:4 name\n"
        "let i = Tray.e ~old:1 (name, 2)\n"
    )
    assert [
        (level, message.rpartition("argument ")[2]) for level, message in said(pack, by_hand)
    ] == [
        ("manual", "`~x:1`."),
        ("manual", "`?x`."),
        ("manual", "`~old:3`."),
        ("manual", "`~old:3`."),
        ("manual", "`~size:4`."),
        ("manual", "`~old:1`."),
    ]
    text = "let f = Tray.a ()\nlet g = Tray.pool ~size:1 name\nlet h = Tray.c ~size:2 name\n"
    after = text.replace("Tray.a", "Tray.b").replace("Tray.c", "Tray.pool")
    assert ported(pack, {"a.ml": by_hand + text})["a.ml"] == by_hand + after


CUT = """\
type t
val cut : t -> from:int -> upto:int -> t
val one : x:int -> unit -> int
val may : ?x:int -> unit -> int
val opt : x:int option -> unit -> int
module Infix : sig val ( ->. ) : int -> int -> int val one : int end
"""
OPTIONAL = """\
val g : ?x:int -> unit -> int [@@port.becomes (fun ?x () -> Rel.opt ~x ())]
val h : ?x:int -> unit -> int [@@port.becomes (fun ~x () -> Rel.one ~x ())]
val i : ?x:int -> unit -> int [@@port.becomes (fun ~x () -> abs (Rel.one ~x ()))]
val j : ?x:int -> unit -> int [@@port.becomes (fun ~x:_ () -> Rel.may ())]
"""


def test_the_value_of_an_optional_parameter_is_an_option(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"tray.mli": OPTIONAL}, {"tray.mli": CUT})
    text = "let a = Tray.g ()\nlet b = Tray.g ~x:3 ()\nlet c ?x () = Tray.g ?x ()\n"
    text += "let d () = Tray.g ~x:(f ()) ()\nlet e = Tray.h ~x:1 ()\nlet f = Tray.i ~x:1 ()\n"
    text += "let g = Tray.j ()\n"
    after = "let a = Tray.opt ~x:None ()\nlet b = Tray.opt ~x:(Some 3) ()\n"
    after += "let c ?x () = Tray.opt ~x ()\nlet d () = Tray.opt ~x:(Some (f ())) ()\n"
    after += "let e = Tray.one ~x:1 ()\nlet f = abs (Tray.one ~x:1 ())\nlet g = Tray.may ()\n"
    by_hand = "let k = Tray.h ()\nlet l ?x () = Tray.h ?x ()\nlet m = Tray.i ()\n"
    assert ported(pack, {"a.ml": text + by_hand})["a.ml"] == after + by_hand
    assert [level for level, _message in said(pack, by_hand)] == ["manual"] * 3


def test_a_template_opens_modules_of_the_module_that_is_called(tmp_path: Path) -> None:
    old = "val a : int -> int -> int [@@port.becomes (fun p s -> Rel.Infix.(p ->. abs (s)))]\n"
    old += "val b : int -> int\n"
    old += "[@@port.becomes (fun p -> let open Rel.Infix in one ->. p)]\n"
    old += "val c : int -> int -> int [@@port.becomes (fun p s -> Rel.Infix.( ->. ) s p)]\n"
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": CUT})
    text = "let a x = Tray.a x 2\nlet b = Tray.b 1\nlet c = Tray.c 1 2\nopen Tray\nlet d = b 1\n"
    after = "let a x = Tray.Infix.(x ->. abs (2))\nlet b = let open Tray.Infix in one ->. 1\n"
    after += "let c = Tray.Infix.( ->. ) 2 1\nopen Tray\nlet d = let open Infix in one ->. 1\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == after


WRONG = """\
val a : int -> t -> t [@@port.becomes (fun a m -> Rel.cut m ~frm:a)]
val b : t -> int -> t [@@port.becomes (fun m ~a -> Rel.cut m ~from:a)]
val c : ?from:int -> t -> t [@@port.becomes (fun ?form m -> m)]
val d : ?x:int -> unit -> int [@@port.becomes (fun ?x () -> Rel.one ~x ())]
val e : ?x:int -> unit -> int [@@port.becomes (fun ?x () -> Rel.may ~x ())]
val f : ?x:int -> unit -> int [@@port.becomes (fun ?x () -> Rel.one ?x ())]
val g : int -> int [@@port.becomes (fun p -> Rel.Infix.( ->? ) p p)]
val h : int -> int [@@port.becomes (fun p -> Rel.Infx.(p ->. p))]
val i : int -> int [@@port.becomes (fun p -> Rel.Infix.(p ->. two))]
val j : int -> int [@@port.becomes (fun p -> Rel.(cut p))]
val k : int -> int [@@port.becomes (fun p -> Rel.one ~x:"1" p)]
val l : int -> int -> int [@@port.becomes (fun p p -> Rel.one ~x:p ())]
val m : x:int -> int -> int [@@port.becomes (fun ~x p q -> Rel.one ~x:(p + q) x)]
val cut : t -> int -> int -> t [@@port.becomes Rel.cut]
"""


def test_what_the_types_say_that_a_template_cannot_do(tmp_path: Path) -> None:
    found = problems_of(tmp_path, {"tray.mli": WRONG}, {"tray.mli": CUT})
    option = "an optional parameter is an option, which `~x` of `Tray"
    assert [each.partition("]`: ")[2] for each in found] == [
        "`Tray.cut` of Tray 2 takes no argument `~frm`; did you mean `from`?",
        "the value takes no argument `~a`",
        "the value takes no argument `?form`; did you mean `from`?",
        f"{option}.one` does not take: write `fun ~x`",
        f"{option}.may` does not take: write `?x`",
        "`Tray.one` of Tray 2 takes `~x`, which has to be given",
        "Tray 2 has no `Infix.( ->? )`; did you mean `->.`?",
        "Tray 2 has no `Infx`; did you mean `Infix`?",
        "`two` is no parameter of the template: write `Rel.two` for a value of the module that the "
        "call names",
        "`Rel` alone cannot be opened: write `Rel.` before each name",
        '`"1"` has type `string`, but `int` is expected here',
        "two parameters are called `p`",
        "of arguments without a label, the value takes 1, not 2",
        "this is the value itself: write what a call of it becomes, or leave it out",
    ]
