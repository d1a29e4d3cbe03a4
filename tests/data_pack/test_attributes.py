"""What an author says beside an item of an interface, without a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import Folder
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.pack_problems import problems
from mirageport.diagnostics.project import Project

if TYPE_CHECKING:
    from pathlib import Path

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
    changed = "has changed in Tray 2."
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
