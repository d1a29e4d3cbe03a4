"""Where the new name of an item is looked up, and in which layouts it may stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import Folder
from mirageport.diagnostics.drafting import Head, draft
from tests.data_pack.test_attributes import pack_of, ported, problems_of, said

if TYPE_CHECKING:
    from pathlib import Path

OF_PARTS = """\
type field = { f : int } [@@port.to Field.t]
type tag = A | B of int [@@port.to Field.u]
val mk : int -> field [@@port.to Field.make]
module Inner : sig val x : int end [@@port.to Field.Inner]
module type S = sig end
"""
IN_PARTS = """\
module Field : sig
  type t = { f : int }
  type u = A | B of int
  val make : int -> t
  module Inner : sig val x : int end
  module type S = sig end
end
"""


def test_a_path_begins_in_the_module_of_the_item(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"kind.mli": OF_PARTS}, {"kind.mli": IN_PARTS})
    text = (
        "let a (x : Kind.field) = x.Kind.f + x.f\nlet b = Kind.mk 1, Kind.A, Kind.Inner.x\n"
        "module K = Kind\nlet c : K.field = K.mk 3\nopen Kind\nlet d : field = mk 1\n"
        "let e = Inner.x, B 1\n"
    )
    assert ported(pack, {"a.ml": text})["a.ml"] == (
        "let a (x : Kind.Field.t) = x.Kind.Field.f + x.f\n"
        "let b = Kind.Field.make 1, Kind.Field.A, Kind.Field.Inner.x\n"
        "module K = Kind\nlet c : K.Field.t = K.Field.make 3\nopen Kind\n"
        "let d : Field.t = Field.make 1\nlet e = Field.Inner.x, Field.B 1\n"
    )
    own = "module Field = struct end\nopen Kind\nlet d = mk 1\n"
    assert ported(pack, {"a.ml": own})["a.ml"] == own.replace("mk", "Kind.Field.make")


def test_a_path_of_a_module_type_is_whole(tmp_path: Path) -> None:
    old = {"kind.mli": OF_PARTS.replace("S = sig end", "S = sig end [@@port.to Field.S]")}
    assert problems_of(tmp_path, old, {"kind.mli": IN_PARTS}) == [
        "`[@@port.to Field.S]`: write the whole path: `Kind.Field.S`"
    ]


def test_a_module_that_is_gone_has_its_items_in_others(tmp_path: Path) -> None:
    old = "val v : int -> int [@@port.to Lx.v]\ntype ('a, 'b) t = L of 'a | M of 'b\n"
    old += "[@@port.to Lx.u]\n"
    new = "val v : int -> int\ntype ('a, 'b) u = L of 'a | M of 'b\n"
    pack = pack_of(tmp_path, {"lv.mli": old}, {"lx.mli": new})
    text = "let a = Lv.v 1\ntype b = (int, int) Lv.t\nlet c = function Lv.L x -> x | Lv.M x -> x\n"
    after = text.replace("Lv", "Lx").replace("Lx.t", "Lx.u")
    assert ported(pack, {"a.ml": text})["a.ml"] == after
    assert said(pack, text)[0] == ("safe", "`Lv.v` is called `Lx.v` in Tray 2.")


def test_items_stand_in_any_layout(tmp_path: Path) -> None:
    old = (
        "val a : int\n  val b : int [@@port.to a]\nmodule M : sig\nval c : int [@@port.to d]\nend\n"
    )
    old += "val e : int val f : int [@@port.to a]\n"
    new = "val a : int\nmodule M : sig val d : int end\nval e : int\n"
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": new})
    text = "let a = Tray.b + Tray.M.c + Tray.e + Tray.f\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == "let a = Tray.a + Tray.M.d + Tray.e + Tray.a\n"


def test_a_constraint_names_the_type_as_its_module_type_does(tmp_path: Path) -> None:
    old = "module type S = sig type 'a future [@@port.to fiber] val f : 'a future -> int end\n"
    old += "module type R = sig type 'a future [@@port.to fiber] end\n"
    old += "module type T = sig include R include S with type 'a future := 'a future end\n"
    new = "module type S = sig type 'a fiber val f : 'a fiber -> int end\n"
    new += "module type R = sig type 'a fiber end\n"
    new += "module type T = sig include R include S with type 'a fiber := 'a fiber end\n"
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": new})
    text = "module type A = Tray.S with type 'a future = 'a\nopen Tray\n"
    text += "module type B = sig include T with type 'a future := 'a option val b : int end\n"
    text += "module G (X : T with type 'a future = 'a list) = struct type t = int X.future end\n"
    text += "module type C = A with type 'a future = 'a\n"
    text += "module F (X : S with type 'a future = 'a list) = struct type t = int X.future end\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == text.replace("future", "fiber")


def test_operators_with_a_dot_and_extended_types_are_no_removed_items(tmp_path: Path) -> None:
    text = "val ( +. ) : int -> int -> int\nval ( ->. ) : int -> int\ntype t = ..\n"
    text += "type t += Late\ntype _ Other.kind += Some_kind | More of int\n"
    for side in ("old", "new"):
        (tmp_path / side).mkdir()
        (tmp_path / side / "op.mli").write_text(text)
    (tmp_path / "old" / "op.mli").write_text(f"{text}val ( -. ) : int\nval two : int\n")
    old, new = (Folder(str(tmp_path / side)) for side in ("old", "new"))
    made = draft(old, new, Head("op", "1", "2"))
    assert [each.item.path for each in made.removed] == ["Op.-.", "Op.two"]
    assert made.renamed == made.changed == made.noted == []


def test_an_attribute_of_what_extends_a_type_has_no_effect(tmp_path: Path) -> None:
    old = 'type _ Other.kind += Some_kind [@@because "It is gone."]\n'
    assert problems_of(tmp_path, {"op.mli": old}, {"op.mli": ""}) == [
        '`[@@because "It is gone."]`: no use of a constructor that extends a type is found: the '
        "type check alone looks at them"
    ]


def test_an_operator_with_a_dot_has_another_name(tmp_path: Path) -> None:
    old = "val ( +. ) : int -> int -> int [@@port.to ( *. )]\nval ( -. ) : int -> int -> int\n"
    new = old.partition("\n")[2] + "val ( *. ) : int -> int -> int\n"
    pack = pack_of(tmp_path, {"op.mli": old}, {"op.mli": new})
    text = "let a = Op.(1 +. 2 -. 3), Op.( +. )\nopen Op\nlet b x = x +. 2\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == text.replace("+.", "*.")
    assert {level for level, _message in said(pack, text)} == {"safe"}


def test_a_module_that_is_new_has_nothing_of_before(tmp_path: Path) -> None:
    old = "module type S = sig val pool : int -> int [@@port.to make] val size : int end\n"
    new = "module type S = sig val make : int -> int val pool : int -> int val size : int end\n"
    unix = "include Tray.S\nval run : int -> (module Tray.S) -> int\n"
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": new, "tray_unix.mli": unix})
    text = "module F (X : Tray.S) = struct\n  let a = X.pool 1\nend\nlet b = Tray_unix.pool 1\n"
    text += "let c = Tray_unix.run 1 (module struct end : Tray.S)\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == text.replace("X.pool", "X.make")


def test_a_new_name_that_a_module_type_does_not_have_is_left_to_a_person(tmp_path: Path) -> None:
    old = "module type S = sig type t [@@port.to u] end\n"
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": "module type S = sig type v end\n"})
    text = "module F (X : Tray.S with type t = int) = struct type v = X.t end\n"
    assert said(pack, text) == [
        ("manual", "`t` is called `?` in Tray 2."),
        ("manual", "`X.t` is called `?` in Tray 2."),
    ]


LOST = """\
---
title: Trays have no codes
category: trays
applicability: review
severity: error
kind: constructors-removed
message: {target} has no `{use}`: {what}.
---
A code is a number.
"""


def test_constructors_that_only_a_type_names_are_found(tmp_path: Path) -> None:
    old = 'type t = A | Code of int [@port.becomes (fun n -> Rel.Number n)] [@@port "lost"]\n'
    old += "type kind = Low | High [@port.to Top]\nval get : int -> t\n"
    new = "type t = A | Number of int\ntype kind = Low | Top\nval get : int -> t\n"
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "lost.md").write_text(LOST)
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": new})
    text = (
        "let a (x : Tray.t) = match x with\n  | Code _ -> 1\n  | A -> 2\n"
        "let b n = match Tray.get n with Code x -> x | A -> 3\nlet c : Tray.t = Code 1\n"
        "let d (x : Tray.kind) = match x with High -> 1 | Low -> 2\nlet e : Tray.kind = High\n"
        "type own = Code of int | High\nlet f = function Code _ -> 1 | High -> 2\n"
    )
    after = text.replace("  | Code _ -> 1\n", "").replace("Code x -> x | ", "")
    after = after.replace("Code 1", "Number 1").replace("with High", "with Top")
    assert ported(pack, {"a.ml": text})["a.ml"] == after.replace("kind = High", "kind = Top")
