"""What an author says beside an item of an interface, without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import Folder
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.pack_problems import problems
from mirageport.diagnostics.project import Project
from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from mirageport.diagnostics.pack import Pack

HEAD = "---\ntarget: Tray 2\n---\n"


def pack_of(folder: Path, old: dict[str, str], new: dict[str, str]) -> Pack:
    """A pack of these interfaces, which has no problem."""
    _written(folder, old, new)
    pack = data_pack(Folder(str(folder)))
    assert problems(Folder(str(folder)), pack) == []
    return pack


def problems_of(folder: Path, old: dict[str, str], new: dict[str, str]) -> list[str]:
    _written(folder, old, new)
    found = problems(Folder(str(folder)), data_pack(Folder(str(folder))))
    return [each.message for each in found]


def _written(folder: Path, old: dict[str, str], new: dict[str, str]) -> None:
    (folder / "pack.md").write_text(HEAD)
    for side, files in (("old", old), ("new", new)):
        (folder / side).mkdir()
        for name, text in files.items():
            (folder / side / name).write_text(text)


def ported(
    pack: Pack, files: dict[str, str], levels: frozenset[str] = WITH_REVIEW
) -> dict[str, str]:
    """Files behind a port, which a second one leaves as they are."""
    made = port(Project({name: text.encode() for name, text in files.items()}, pack), levels)
    after = {name: made.project.source(name).data for name in files}
    assert port(Project(after, pack), levels).files == {}
    return {name: data.decode() for name, data in after.items()}


def said(pack: Pack, text: str) -> list[tuple[str, str]]:
    """The level and the message of each finding in a file."""
    found = check(Project({"a.ml": text.encode()}, pack), "a.ml").findings
    return [(each.applicability, each.message) for each in found]


REASONS = """\
val empty : int [@@because "Weights \\
  have no \\"zero\\" {0}."]
val load : string -> int [@@port.to read] [@@level "review"] [@@because "It reads lazily."]
val store : int -> unit [@@port.becomes (fun n -> Rel.write n)] [@@level "manual"]
type weight [@@because "Use `int`."]
module Rack : sig val size : int end [@@because "There are no racks."]
module type SHELF = sig val it : int end [@@because "There are no shelves."]
exception Full [@@because "It grows."]
val size : int [@@port.to length] [@@level "safe"]
"""


def test_an_item_says_why_and_how_far_to_trust_its_fix(tmp_path: Path) -> None:
    new = "val read : string -> int\nval write : int -> unit\nval length : int\n"
    pack = pack_of(tmp_path, {"tray.mli": REASONS}, {"tray.mli": new})
    text = (
        "let a = Tray.empty\nlet b = Tray.load\nlet c = Tray.store 1\n"
        "type d = Tray.weight\nlet e = Tray.Rack.size\nmodule F (S : Tray.SHELF) = struct end\n"
        "let g () = raise Tray.Full\nlet h = Tray.size\n"
    )
    changed = "was removed from Tray 2."
    assert said(pack, text) == [
        ("manual", f'`Tray.empty` {changed} Weights have no "zero" {{0}}.'),
        ("review", "`Tray.load` is called `Tray.read` in Tray 2. It reads lazily."),
        ("manual", "`Tray.store` is written in another way in Tray 2: `Tray.write`."),
        ("manual", f"`Tray.weight` {changed} Use `int`."),
        ("manual", f"`Tray.Rack` {changed} There are no racks."),
        ("manual", f"`Tray.SHELF` {changed} There are no shelves."),
        ("manual", f"`Tray.Full` {changed} It grows."),
        ("safe", "`Tray.size` is called `Tray.length` in Tray 2."),
    ]
    after = ported(pack, {"a.ml": text})["a.ml"]
    assert after == text.replace("load", "read").replace("Tray.size", "Tray.length")
    safe = ported(pack, {"a.ml": text}, SAFE_ONLY)["a.ml"]
    assert safe == text.replace("Tray.size", "Tray.length")


def test_a_level_is_never_raised(tmp_path: Path) -> None:
    old = (
        'val load : string -> int [@@port.to read] [@@level "safe"]\n'
        "val store : int -> int [@@port.becomes (fun n -> Rel.read n)]\n"
        ' [@@level "safe"]\nval same : int [@@port.to size] [@@level "safe"]\n'
        'type weight [@@port.to heavy] [@@level "safe"]\n'
        'module Rack : sig val size : int end [@@port.to Shelf] [@@level "safe"]\n'
    )
    new = "val read : int -> string\nval size : int\ntype heavy\nmodule Shelf : sig end\n"
    found = problems_of(tmp_path, {"tray.mli": old}, {"tray.mli": new})
    assert len(found) == 4
    assert all("the types before and after do not agree" in each for each in found)


def test_a_level_that_is_none_and_one_of_nothing(tmp_path: Path) -> None:
    old = 'val load : int [@@level "sure"]\nval store : int [@@level "review"]\n'
    old += 'val keep : int [@@becuase "of that"]\n'
    assert problems_of(tmp_path, {"tray.mli": old}, {}) == [
        '`[@@level "sure"]`: there is no such level: safe, review, manual',
        '`[@@level "review"]`: nothing here has a fix: write `[@@port.to ..]`, or '
        '`[@@because ".."]`',
        "there is no attribute `becuase`; did you mean `because`?",
    ]


TREES = """\
module Map : sig
  val set : 'a -> key:'b -> data:'c -> 'a
  module type S = sig
    type key
    type 'a t
    val set : 'a t -> key:key -> data:'a -> 'a t [@@port.to Trees.Map.set]
  end
  module Make (K : sig type t end) : S with type key = K.t
end
module Comparable : sig
  module type S = sig
    type t
    module Map : Map.S with type key = t
  end
  module Make (T : sig type t end) : S with type t := T.t
end
module Text : sig module Map : Map.S with type key = string end
"""
MAKERS = {
    "made.ml": "module T = struct type t = int end\nmodule M = Trees.Map.Make (T)\n"
    "module Inner = struct module N = Trees.Map.Make (struct type t = int end) end\n",
    "compared.ml": "type t = int\ninclude Trees.Comparable.Make (struct type t = int end)\n",
}
MEMBERS = {
    **MAKERS,
    "a.ml": "open Trees\nlet a m = Text.Map.set m ~key:1 ~data:2\n",
    "b.ml": "open Trees\ninclude Comparable.Make (T)\nlet b m = Map.set m ~key:1 ~data:2\n",
    "c.ml": "let c m = Made.M.set m ~key:1 ~data:2\nmodule C = Compared\n"
    "let d m = C.Map.set m ~key:1 ~data:2\nlet e m = m |> Made.Inner.N.set ~key:1 ~data:2\n",
    "d.ml": "let f (m : (module Trees.Map.S)) x = let module M = (val m) in M.set x\n"
    "module F (M : Trees.Map.S) = struct let f = M.set end\n",
}
NOWHERE = {
    **MAKERS,
    "a.ml": "open Trees\nlet a m = Map.set m ~key:1 ~data:2\n",
    "b.ml": "open Trees\ninclude Comparable.Make (T)\nlet b m = Trees.Map.set m ~key:1 ~data:2\n",
    "c.ml": "let c m = Trees.Map.set m ~key:1 ~data:2\nmodule C = Compared\n"
    "let d m = Trees.Map.set m ~key:1 ~data:2\nlet e m = m |> Trees.Map.set ~key:1 ~data:2\n",
    "d.ml": "let f (m : (module Trees.Map.S)) x = let module M = (val m) in Trees.Map.set x\n"
    "module F (M : Trees.Map.S) = struct let f = Trees.Map.set end\n",
}


def test_members_of_what_functors_give_are_found_wherever_they_are_made(tmp_path: Path) -> None:
    new = TREES.replace(
        "    val set : 'a t -> key:key -> data:'a -> 'a t [@@port.to Trees.Map.set]\n", ""
    )
    assert ported(pack_of(tmp_path, {"trees.mli": TREES}, {"trees.mli": new}), MEMBERS) == NOWHERE


def test_module_types_have_other_names(tmp_path: Path) -> None:
    old = "module type SHELF = sig val it : int end [@@port.to RACK]\n"
    old += "module type ROOM = sig val it : int end [@@port.to House.ROOM]\n"
    old += "module Room : sig val it : int end [@@port.to House]\n"
    new = {
        "tray.mli": "module type RACK = sig val it : int end\n",
        "house.mli": "module type ROOM = sig val it : bool end\nval it : int\n",
    }
    pack = pack_of(tmp_path, {"tray.mli": old}, new)
    text = (
        "module F (S : Tray.SHELF) = struct end\nopen Tray\nmodule G (S : SHELF) (R : ROOM) = S\n"
    )
    assert [level for level, _message in said(pack, text)] == ["safe", "safe", "review"]
    after = text.replace("SHELF", "RACK").replace(": ROOM", ": House.ROOM")
    assert (
        ported(pack, {"a.ml": f"{text}let a = Room.it\n"})["a.ml"] == f"{after}let a = House.it\n"
    )


BUFFER = "type t\nval length : t -> int\nval of_string : string -> t\nval to_string : t -> string\n"
CONVERTED = """\
val generate : ?seed:int -> int -> Buf.t [@@port.result (fun r -> Buf.of_string r)]
val secret : ?mask:int -> key:Buf.t -> unit -> int
[@@port.argument ("key", fun key -> Buf.to_string key)]
val parse : int -> Buf.t -> int [@@port.to read] [@@port.argument (2, fun b -> Buf.to_string b)]
val context : Buf.t [@@port.result (fun r -> Buf.of_string (Rel.forced r))]
val fresh : int -> Buf.t [@@port.to made] [@@port.result (fun r -> Buf.of_string r)]
val pair : int -> int * Buf.t
val twice : int -> Buf.t [@@port.result (fun r -> Buf.of_string (r ^ r))]
val size : int -> float [@@port.becomes (fun n -> float_of_int (Rel.size n))]
"""
NOW = """\
val generate : ?seed:int -> int -> string
val secret : ?mask:int -> key:string -> unit -> int
val read : int -> string -> int
val context : string list
val forced : string list -> string
val made : int -> string
val pair : int -> int * string
val twice : int -> string
val size : int -> int
"""
MEETING = """\
let a n = Buf.length (Rng.generate n)
let b n = Rng.secret ~key:(Rng.generate ~seed:1 n) ()
let c n = let iv = Rng.generate n in Rng.secret ~mask:2 ~key:iv ()
let d n = let iv = Rng.generate n in Buf.length iv + Rng.secret ~key:iv ()
let e n = n |> Rng.generate |> Buf.length
let f (key : Buf.t) = Rng.secret ~key () + Rng.parse 1 key
let g : int list -> Buf.t list = fun ns -> List.map Rng.generate ns
let h (make : int -> Buf.t) = make
let i = h Rng.generate
let j n = Buf.to_string (Rng.generate n)
let k bs = List.map (Rng.parse 1) bs
let l n = Rng.parse n (Rng.generate n)
let m () = Buf.length Rng.context
let n k = Buf.length (Rng.fresh k)
let o k = (k, Rng.parse 1 (snd (Rng.pair k)))
let p n = Buf.length (Rng.twice n)
let q n = 1. +. Rng.size n
"""
MET = """\
let a n = Buf.length (Buf.of_string (Rng.generate n))
let b n = Rng.secret ~key:(Rng.generate ~seed:1 n) ()
let c n = let iv = Rng.generate n in Rng.secret ~mask:2 ~key:iv ()
let d n =
  let iv = Rng.generate n in
  Buf.length (Buf.of_string iv) + Rng.secret ~key:iv ()
let e n = n |> Rng.generate |> Buf.of_string |> Buf.length
let f (key : Buf.t) =
  Rng.secret ~key:(Buf.to_string key) () + Rng.read 1 (Buf.to_string key)
let g : int list -> Buf.t list = fun ns ->
  List.map Buf.of_string (List.map Rng.generate ns)
let h (make : int -> Buf.t) = make
let i = h (fun x -> Buf.of_string (Rng.generate x))
let j n = Rng.generate n
let k bs = List.map (Rng.parse 1) bs
let l n = Rng.read n (Rng.generate n)
let m () = Buf.length (Buf.of_string (Rng.forced Rng.context))
let n k = Buf.length (Buf.of_string (Rng.made k))
let o k = (k, Rng.read 1 (snd (Rng.pair k)))
let p n = Buf.length (let r = Rng.twice n in Buf.of_string (r ^ r))
let q n = 1. +. float_of_int (Rng.size n)
"""


def test_a_conversion_stands_where_a_type_before_meets_one_of_now(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = {"buf.mli": BUFFER, "rng.mli": CONVERTED}
    pack = pack_of(tmp_path, old, {"buf.mli": BUFFER, "rng.mli": NOW})
    assert ported(pack, {"a.ml": MEETING})["a.ml"] == MET
    (tmp_path / "use").mkdir()
    (tmp_path / "use" / "a.ml").write_text("let a n = Buf.length (Rng.generate n)\n")
    assert main(["check", "--pack", str(tmp_path), str(tmp_path / "use")]) == 1
    said = "`Rng.generate n` has type `string`, but `Buf.t` is expected here"
    assert said in capsys.readouterr().out


def test_what_functors_give_and_take_is_converted(tmp_path: Path) -> None:
    old = "module type FLOW = sig\n  type t\n  val read : t -> Buf.t\n"
    old += (
        "  [@@port.result (Buf.of_string, Buf.to_string)]\nend\nmodule Make (X : sig end) : FLOW\n"
    )
    new = "module type FLOW = sig type t val read : t -> string end\n"
    new += "module Make (X : sig end) : FLOW\n"
    files = {"buf.mli": BUFFER, "net.mli": old}, {"buf.mli": BUFFER, "net.mli": new}
    text = "module F (S : Net.FLOW) = struct\n  let f x = Buf.length (S.read x)\nend\n"
    text += "module M = Net.Make (struct end)\nlet g x = (Buf.to_string (M.read x), h (M.read x))\n"
    after = text.replace("(S.read x)", "(Buf.of_string (S.read x))")
    after = after.replace("Buf.to_string (M.read x)", "M.read x")
    assert ported(pack_of(tmp_path, *files), {"a.ml": text})["a.ml"] == after


def test_a_conversion_has_to_fit(tmp_path: Path) -> None:
    old = (
        "val none : Buf.t -> int [@@port.argument (1)]\n"
        'val a : key:Buf.t -> int [@@port.argument ("kye", fun k -> Buf.to_string k)]\n'
        "val b : Buf.t [@@port.result (fun r -> Buf.to_strnig r)]\n"
        "val c : int -> Buf.t [@@port.result (fun r -> Buf.length r)]\n"
        "val d : Buf.t [@@port.result (fun r -> r)] [@@port.becomes 1]\n"
        "module E : sig end [@@port.result (fun r -> r)]\n"
    )
    new = "val none : string -> int\nval a : key:string -> int\nval b : string\n"
    new += "val c : int -> Buf.t\nval d : int\n"
    files = {"buf.mli": BUFFER, "rng.mli": old}, {"buf.mli": BUFFER, "rng.mli": new}
    assert [each.partition("]`: ")[2] for each in problems_of(tmp_path, *files)] == [
        "there is no function: `[@@port.argument .. (fun x -> ..)]`",
        'the value takes no argument `kye`: `"key"`',
        "Tray 2 has no `Buf.to_strnig`; did you mean `to_string`?",
        "this does not give what the value was: `it` of `It` has type `int -> int`, but its "
        "interface needs `int -> Buf.t`",
        "`[@@port.becomes ..]` beside it says what a call is: put the conversion in there",
        "only values have a conversion",
    ]


PARAMETERS = """\
module type T = sig type t end
module type CLOCK = sig type t end
module Drop (A : T) (C : CLOCK) : sig val it : int end [@@port.parameter ("CLOCK", `Dropped)]
module Grow (A : T) : sig val it : int end
[@@port.parameter ("B", `Added (Wire.Both (A) (Wire.One)))]
module Turn (A : T) (B : T) : sig val it : int end
[@@port.to Turned] [@@port.parameter ("B", `Renamed "Second")]
"""
TAKEN = """\
module type T = sig type t end
module type CLOCK = sig type t end
module One : T
module Both (A : T) (B : T) : T
module Drop (A : T) : sig val it : int end
module Grow (A : T) (B : T) : sig val it : int end
module Turned (Second : T) (A : T) : sig val it : int end
"""


def test_functors_take_other_modules(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"wire.mli": PARAMETERS}, {"wire.mli": TAKEN})
    text = (
        "module F (X : Wire.T) (C : Wire.CLOCK) = struct\n  module D = Wire.Drop (X) (C)\n"
        "  module G = Wire.Grow (X)\n  let a = D.it\nend\nopen Wire\n"
        "module T (X : T) (Y : T) = Turn (X) (Y)\nmodule Later = Wire.Drop\n"
    )
    after = text.replace("Drop (X) (C)", "Drop (X)").replace("Turn (X) (Y)", "Turned (Y) (X)")
    after = after.replace("Grow (X)", "Grow (X) (Wire.Both (X) (Wire.One))")
    assert ported(pack, {"a.ml": text})["a.ml"] == after
    assert said(pack, text) == [
        ("review", "`Wire.Drop` takes `(A : T)` in Tray 2."),
        ("review", "`Wire.Grow` takes `(A : T) (B : T)` in Tray 2."),
        ("review", "`Turn` takes `(Second : T) (A : T)` in Tray 2."),
        (
            "manual",
            "`Wire.Drop` takes other modules in Tray 2: write its new arguments where it is "
            "applied.",
        ),
    ]


def test_parameters_that_a_functor_does_not_have(tmp_path: Path) -> None:
    old = PARAMETERS.replace('("CLOCK", `Dropped)', '("CLOK", `Dropped)')
    old = old.replace('("B", `Added', '("C", `Added').replace('"Second"', '"Secnod"')
    old += 'module Last (A : T) : sig end [@@port.parameter ("A", `Droped)]\n'
    old += 'class c : object end [@@because "It is a module."]\n'
    found = problems_of(tmp_path, {"wire.mli": old}, {"wire.mli": TAKEN})
    assert [each.partition("]`: ")[2] for each in found] == [
        "no use of a class is found: the type check alone looks at them"
    ]
    (tmp_path / "old" / "wire.mli").write_text(old.partition("class")[0])
    again = problems(Folder(str(tmp_path)), data_pack(Folder(str(tmp_path))))
    assert [each.message.partition("]`: ")[2] for each in again] == [
        "there is no parameter `CLOK`; did you mean `CLOCK`?: A C T CLOCK",
        "there is no parameter `C`: A B",
        "Tray 2 has no parameter `Secnod`; did you mean `Second`?: Second A",
        "there is no `Droped`; did you mean `Dropped`?: Dropped, Added, Renamed",
    ]


HOOKS = """\
type 'a seq
val hooks : (unit -> unit) seq [@@because "Use `Hooks`."]
val add : 'a -> 'a seq -> unit
[@@port.becomes (fun f [%value Loop.hooks] -> Rel.Hooks.first f)]
val run : job:'a -> free:('a -> 'b) -> 'b [@@port.becomes (fun ~job ~free:_ -> Rel.work job)]
"""
HOOKED = """\
type 'a seq
val add : 'a -> 'a seq -> unit
val work : 'a -> 'a
module Hooks : sig val first : (unit -> unit) -> unit end
"""


def test_a_call_is_known_by_a_value_that_it_is_given(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, {"loop.mli": HOOKS}, {"loop.mli": HOOKED})
    text = "let a g = Loop.add g Loop.hooks\nopen Loop\nlet b g s = add g s; add (h ()) hooks\n"
    text += "let c = add (fun () -> ())\nlet d = hooks\n"
    after = text.replace("Loop.add g Loop.hooks", "Loop.Hooks.first g")
    after = after.replace("add (h ()) hooks", "Hooks.first (h ())")
    assert ported(pack, {"a.ml": text})["a.ml"] == after
    assert [level for level, _message in said(pack, text)] == ["review", "review", "manual"]
    # What it gives was of any type, and is not now.
    assert said(pack, "let e = Loop.run ~job ~free\n")[0][0] == "review"
    misspelt = {"loop.mli": HOOKS.replace("[%value Loop.hooks]", "[%value Loop.hoks]")}
    (tmp_path / "other").mkdir()
    assert problems_of(tmp_path / "other", misspelt, {"loop.mli": HOOKED}) == [
        "`[@@port.becomes (fun f [%value Loop.hoks] -> Rel.Hooks.first f)]`: neither release has "
        "`Loop.hoks`; did you mean `hooks`?"
    ]


def test_a_type_becomes_another_one(tmp_path: Path) -> None:
    old = "type bits = int [@@port.to int]\ntype source [@@port.to kind handle]\n"
    old += "type 'a perhaps = 'a option [@@port.to option [@sexp.option]]\n"
    old += 'module type S = sig type t end [@@because "It has a value."]\n'
    new = "type kind\ntype 'a handle\nmodule type S = sig type t val it : t end\n"
    pack = pack_of(tmp_path, {"flow.mli": old}, {"flow.mli": new})
    text = "type a = Flow.bits * Flow.source\nopen Flow\ntype b = { c : int perhaps; d : source }\n"
    after = "type a = int * Flow.kind Flow.handle\nopen Flow\n"
    after += "type b = { c : int option [@sexp.option]; d : Flow.kind Flow.handle }\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == after
    module = "module M : Flow.S = struct type t = int end\n"
    assert said(pack, module) == [("manual", "`Flow.S` has changed in Tray 2. It has a value.")]


def test_an_argument_beside_a_tuple_or_a_call_stays_evaluated_once(tmp_path: Path) -> None:
    old = "val f : int * int -> int -> int [@@port.becomes (fun (a, b) c -> Rel.g c c a b)]\n"
    old += "val h : int -> int -> int\n"
    old += "[@@port.becomes (fun _x [%call Tray.v given] -> Rel.k (Tray.v given))]\n"
    new = "val g : int -> int -> int -> int -> int\nval k : int -> int\nval v : int -> int\n"
    pack = pack_of(tmp_path, {"tray.mli": old}, {"tray.mli": new})
    text = "let a () = Tray.f (1, 2) (x ())\nlet b y = Tray.f (1, 2) y\n"
    text += "let c () = Tray.h (x ()) (Tray.v 1)\n"
    after = "let a () = let c = x () in Tray.g c c 1 2\nlet b y = Tray.g y y 1 2\n"
    after += "let c () = let _x = x () in Tray.k (Tray.v 1)\n"
    assert ported(pack, {"a.ml": text})["a.ml"] == after
