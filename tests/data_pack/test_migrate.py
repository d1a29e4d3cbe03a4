"""Interfaces with the attribute `[@@migrate ..]` of ocamlmig are a pack: one folder, no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import Folder
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.project import Project
from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

INTERFACE = """\
(** Bags of words. *)
type t
type bag = t [@@ocaml.deprecated] [@@migrate { repl = Rel.t }]
val size : t -> int
val length : t -> int
  [@@deprecated "Use size."]
  [@@migrate { repl = Rel.size; libraries = [ ("bag", ~min_version:"1.14"); "words" ];
    pps = [ "ppx_bag" ] }]
val put : ?weight:int -> string -> t -> t
val add : t -> string -> t [@@migrate { repl = fun bag x -> Rel.put x bag }]
val add_one : ?weight:int -> t -> t
  [@@migrate { repl = (fun ?(weight = 7) t -> Rel.put ~weight "one" t) }]
val int_compare : int -> int -> int
val poly : 'a -> 'a -> int
val compare : 'a -> 'a -> int
  [@@migrate { repl = (function [%context: int -> _] -> Rel.int_compare | _ -> Rel.poly) }]
val zero : int [@@migrate { repl = 0 }]
val work : int -> int
val execute : job:int -> free:(int -> int) -> int
  [@@migrate { repl = fun ~job ~free:_ -> Rel.work job }]
val kilo : float [@@port.becomes 1e3]
val half : float [@@port.becomes 1. /. 2.]
val twice : int -> int [@@port.becomes (fun x -> Rel.work x * 2)]
val first : t -> string option
val head : t -> string [@@port.becomes (fun bag -> Option.get (Rel.first bag))]
module type COUNTER = sig
  val count : int
  val more : int -> int [@@port.becomes (fun n -> Rel.count + n)]
end
module Counter (Bag : sig type t end) : COUNTER
exception Empty of int
exception Nothing of int [@migrate { repl = Rel.Empty }]
module Inner : sig val a : int end
module Old_inner : sig val a : int end [@@migrate { repl = Inner }]
val of_file : string -> t
val load : string -> t [@@migrate { repl = of_file }]
val read : string -> t [@@migrate { repl = Bag.of_file }]
"""
OLD = """\
let a (b : Bag.bag) = Bag.length b
let c b x = Bag.add b x
let d b = Bag.add_one b
let e b = Bag.add_one ~weight:2 b
let f (x : int) = Bag.compare x 1
let g x = Bag.compare x "a"
let h = Bag.zero + 1
let i = try a () with Bag.Nothing n -> raise (Bag.Nothing n)
let j = Bag.Old_inner.a
let k = (Bag.load "x", Bag.read "y")
let l = Bag.compare
let m = Bag.kilo *. Bag.half
let n f = Bag.execute 1 f
let o xs = List.map Bag.twice xs
let p x = x |> Bag.twice |> print_int
let q b = Bag.head b ^ "."
module R = Bag.Counter (Bag)
let s = R.more 2 * 3
"""
NEW = """\
let a (b : Bag.t) = Bag.size b
let c b x = Bag.put x b
let d b = Bag.put ~weight:7 "one" b
let e b = Bag.put ~weight:2 "one" b
let f (x : int) = Bag.int_compare x 1
let g x = Bag.poly x "a"
let h = 0 + 1
let i = try a () with Bag.Empty n -> raise (Bag.Empty n)
let j = Bag.Inner.a
let k = (Bag.of_file "x", Bag.of_file "y")
let l = Bag.compare
let m = 1e3 *. (1. /. 2.)
let n f = Bag.work 1
let o xs = List.map (fun x -> Bag.work x * 2) xs
let p x = x |> (fun x -> Bag.work x * 2) |> print_int
let q b = Option.get (Bag.first b) ^ "."
module R = Bag.Counter (Bag)
let s = (R.count + 2) * 3
"""


def test_its_replacements_are_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pack.md").write_text("---\ntarget: Bag 2\n---\n")
    (tmp_path / "bag.mli").write_text(INTERFACE)
    assert main(["pack", "check", str(tmp_path)]) == 0, capsys.readouterr()
    project = Project({"a.ml": OLD.encode()}, data_pack(Folder(str(tmp_path))))
    ported = port(project, WITH_REVIEW)
    assert ported.files["a.ml"].decode() == NEW
    *_libraries, left = ported.left["a.ml"].findings
    assert left.message.startswith("`Bag.compare` is one of `Rel.int_compare`, `Rel.poly` now, by")
    levels = {each.start: each.applicability for each in check(project, "a.ml").findings}
    assert levels[OLD.index("Bag.add ")] == levels[OLD.index("Bag.add_one b")] == "safe"
    assert levels[OLD.index("Bag.kilo")] == levels[OLD.index("Bag.half")] == "safe"
    said = {each.message for each in check(project, "a.ml").findings}
    assert "`Bag.half` is written in another way in Bag 2: `1. /. 2.`." in said
    assert levels[OLD.index("Bag.compare x 1")] == "review"
    dune = "(executable (name a)\n (libraries bag))\n"
    bare = Project({"a.ml": b"let n fs = List.map Bag.execute fs\n"}, project.pack)
    assert [each.rule for each in check(bare, "a.ml").findings] == ["rewritten"]
    around = Project({"a.ml": b"let n = Bag.length\n", "dune": dune.encode()}, project.pack)
    new = dune.replace("bag))", "bag words)\n (preprocess (pps ppx_bag)))")
    assert port(around, SAFE_ONLY).files["dune"].decode() == new


def test_a_parameter_that_is_a_call(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = {
        "pack.md": "---\ntarget: Job 2\n---\n",
        "old/job.mli": "val eval : int -> int\n"
        "val quit : int -> unit [@@port.becomes (fun [%call Job.eval given] -> Rel.run given)]\n",
        "new/job.mli": "val eval : int -> int\nval run : int -> unit\n",
        "use.ml": "let a = Job.quit (Job.eval 1)\nlet b = Job.quit 2\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    given = ["--pack", str(tmp_path), str(tmp_path / "use.ml")]
    assert main(["pack", "check", str(tmp_path)]) == 0
    assert main(["check", "--concise", *given]) == 1
    out = capsys.readouterr().out
    assert out.count("`Job.quit` is written in another way in Job 2: `Job.run`. [rewritten, ") == 2
    assert out.endswith("1 to review, 1 by hand.\n")
    assert main(["fix", "--review", *given]) == 1
    assert (tmp_path / "use.ml").read_text() == "let a = Job.run 1\nlet b = Job.quit 2\n"
    old = files["old/job.mli"].replace("Job.eval given", "Job.eval")
    page = "---\nbecomes: fun [%call Job.eval ()] -> 1\n---\n"
    for file, text in (("old/job.mli", old), ("rules/job.md", page)):
        other = tmp_path / file.partition("/")[0] / "other"
        (other / file).parent.mkdir(parents=True)
        (other / "pack.md").write_text(files["pack.md"])
        (other / file).write_text(text)
        assert main(["pack", "check", str(other)]) == 1
        err = capsys.readouterr().err
        assert f"{file}:2: the pack is not used: `[" in err
        assert "]` is no call: write a function and a name for what it is given" in err


def test_an_open_that_a_rename_leaves_unused_is_removed(tmp_path: Path) -> None:
    files = {
        "pack.md": "---\ntarget: Job 2\n---\n",
        "old/job.mli": "[@@@complete]\nval it : int\nval run : int -> int [@@port.to Main.run]\n",
        "new/job.mli": "[@@@complete]\nval it : int\n",
        "new/main.mli": "val run : int -> int\n",
        "use.ml": "let a p = Job.(run p), f Job.( run p)\nlet b p = g Job.[run p]\n"
        "let c p = 1 + Job.(run p)\nlet d = Job.(run it)\nlet e p = Job.((* k *) run p)\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    assert main(["fix", "--pack", str(tmp_path), str(tmp_path / "use.ml")]) == 0
    assert (tmp_path / "use.ml").read_text() == (
        "let a p = (Main.run p), f ( Main.run p)\nlet b p = g [Main.run p]\n"
        "let c p = 1 + Main.run p\nlet d = Job.(Main.run it)\nlet e p = Job.((* k *) Main.run p)\n"
    )
