"""A first draft of a pack from the interfaces of two releases, and changes that need no page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from mirageport.api.data import Folder
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.project import Project
from mirageport.server.main import main

from ..interfaces.compiler import require

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

OLD = """\
(** Ropes of text.

val this is no value: it is in a comment. *)
type t
type colour_name = string
[@@deprecated "Use color."]
val len: t -> int [@@deprecated "Use [length] instead."]
val cut : t -> int -> int -> t  (** The part between two places. *)
val concat_all : t list -> t
val shade : t -> colour_name
val find : t -> char -> int
val fold : ('a -> char -> 'a) -> 'a -> t -> 'a
val size_of : t -> int
val weigh : t -> int [@@ocaml.deprecated "Use cut or sub."]
val make : int -> t
exception Missing of string
type kind = Short | Long of int
type part = Whole | Some_of of int
type style = [ `Bold | `Face of string | `Plain ]
type level = Low | High [@ocaml.deprecated "Use Low."]
val weight : float [@@deprecated "Use 0.5 instead."]
type side = { left : int }
type edge = { from : int; upto : int; kept : bool; name : string }
module Util: sig
  val twice: t -> t
  val half: t -> t
end
module Gone : sig val a : int end
module type ORDER = sig
  type t
  val compare : t -> t -> int
end
module Make (O : ORDER) : sig val sort : O.t list -> O.t list end
"""
NEW = """\
type t
type color = string
val length : t -> int
val sub : t -> from:int -> upto:int -> t
val concat_list : t list -> t
val shade : t -> color
val find : t -> string -> int
val fold : ('a -> char -> 'a) -> 'a -> t -> 'a
val size_off : t -> string
val make : ?fill:char -> int -> t
exception Not_there of string
type kind = Short
type part = Whole | Some_of of int * int
type style = [ `Bold | `Plain ]
type level = Low
type side = { right : int }
type edge = { from : int; upto : float; size : string }
module Tools : sig
  val twice : t -> t
  val half : t -> t
end
module type ORDER = sig
  type t
  val compare : t -> t -> int
  val equal : t -> t -> bool
end
module Make (O : ORDER) : sig val ordered : O.t list -> O.t list end
"""


def drafted(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Draft a pack in a folder; what was said."""
    for release, text in (("rope-1.2", OLD), ("rope-2.0", NEW)):
        (folder / release / "src").mkdir(parents=True)
        (folder / release / "src" / "rope.mli").write_text(text)
    options = ["--output", str(folder / "migrate")]
    assert (
        main(["pack", "draft", str(folder / "rope-1.2"), str(folder / "rope-2.0"), *options]) == 0
    )
    return capsys.readouterr().out


def test_a_draft_says_what_became_of_each_item(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = drafted(tmp_path, capsys).splitlines()
    assert out[0].endswith("migrate: rope 1.2 -> 2.0, 29 items")
    said = [line.strip() for line in out[1:-1]]
    assert said == [
        "6 renamed: an attribute names the new one: read each",
        "type Rope.colour_name -> Rope.color  (its message names `Rope.color`)",
        "value Rope.len -> Rope.length  (its message names `Rope.length`)",
        "value Rope.concat_all -> Rope.concat_list",
        "value Rope.weight -> 0.5  (its message names `0.5`)",
        "type Rope.side: `left` is called `right`",
        "module Rope.Util -> Rope.Tools",
        "6 removed: each with a page to fill in",
        "value Rope.cut",
        "value Rope.size_of",
        "value Rope.weigh  (its message names `Rope.sub`)",
        "exception Rope.Missing",
        "module Rope.Gone",
        "value Rope.Make.sort",
        "6 changed: each with a page to fill in",
        "value Rope.find",
        "type Rope.kind",
        "type Rope.part",
        "type Rope.style",
        "type Rope.level",
        "type Rope.edge: `name` is called `size`; `kept` was removed; `upto` has another type",
        "0 noted",
        "Rope.ORDER asks for more: equal",
        "Beside these, in new/, `[@@port.provide value]` may say what defines them",
    ]
    old = (tmp_path / "migrate" / "old" / "rope.mli").read_text()
    assert "left : int [@port.to right]" in old
    assert "name : string [@port.to size]" in old
    assert "(**" not in old
    page = (tmp_path / "migrate" / "rules" / "rope-find.md").read_text()
    assert "Before: `t -> char -> int`\n\nNow: `t -> string -> int`" in page


def test_a_draft_is_a_pack_that_works(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafted(tmp_path, capsys)
    folder = tmp_path / "migrate"
    assert main(["pack", "check", str(folder)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Nothing is wrong in 12 pages.\n12 pages are as `pack draft` wrote them.")
    assert out.endswith("rope-weigh.md\n")
    (tmp_path / "use.ml").write_text("let it rope = Rope.find rope 'c'\n")
    assert main(["check", "--concise", "--pack", str(folder), str(tmp_path / "use.ml")]) == 1
    assert "[rope-find, by hand]" in capsys.readouterr().out
    require("ocamlc")
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    page = other / "rules" / "rope-cut.md"
    page.write_text(page.read_text().replace("let it = Rope.cut", "let it = Rope.cut + 1"))
    assert main(["pack", "check", str(other)]) == 1
    assert "rope-cut.md: the compiler refuses the code before: " in capsys.readouterr().out
    third = tmp_path / "third"
    shutil.copytree(folder, third)
    old = third / "old" / "rope.mli"
    old.write_text(old.read_text().replace("type side", "val away : Far.t\ntype side"))
    assert main(["pack", "check", str(third)]) == 0
    assert "Not compiled: old/rope.mli is not accepted: File" in capsys.readouterr().out
    other = tmp_path / "fourth"
    shutil.copytree(folder, other)
    page = other / "rules" / "rope-find.md"
    page.write_text(page.read_text().replace("message: ", "message: {old}"))
    assert main(["pack", "check", str(other)]) == 1
    err = capsys.readouterr().err
    assert "rope-find.md:7: the pack is not used: a page of the kind retyped has no `{old}`" in err


def test_a_draft_overwrites_nothing_and_says_what_it_needs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted(tmp_path, capsys)
    old, new, out = (str(tmp_path / name) for name in ("rope-1.2", "rope-2.0", "migrate"))
    pack = (tmp_path / "migrate" / "pack.md").read_bytes()
    assert main(["pack", "draft", old, new, "--output", out]) == 2
    assert "a draft never overwrites" in capsys.readouterr().err
    assert (tmp_path / "migrate" / "pack.md").read_bytes() == pack
    assert main(["pack", "draft", old, "--output", f"{out}-2"]) == 2
    assert main(["pack", "draft", f"{out}/rules", new, "--output", f"{out}-2"]) == 2
    assert "no .mli file here" in capsys.readouterr().err
    (tmp_path / "rope-1.2" / "rope.mli").write_text("")
    assert main(["pack", "draft", old, new, "--output", f"{out}-2"]) == 2
    assert "both have a rope.mli" in capsys.readouterr().err
    assert not (tmp_path / "migrate-2").exists()


USES = """\
let a x = Rope.len x
let b = Rope.Util.twice
let c (n : Rope.colour_name) = Rope.concat_all []
let d = try a () with Rope.Missing s -> raise (Rope.Missing s)
open Rope
let e x = Util.half x, cut x 1 2
"""
PORTED = """\
let a x = Rope.length x
let b = Rope.Tools.twice
let c (n : Rope.color) = Rope.concat_list []
let d = try a () with Rope.Not_there s -> raise (Rope.Not_there s)
open Rope
let e x = Tools.half x, sub x ~from:1 ~upto:2
"""


def test_what_an_interface_says_by_itself_needs_no_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted(tmp_path, capsys)
    old = tmp_path / "migrate" / "old" / "rope.mli"
    template = "[@@port.becomes (fun r a b -> Rel.sub r ~from:a ~upto:b)]"
    text = old.read_text().replace('[@@port "rope-cut"]', template)
    old.write_text(text.replace('[@@port "rope-missing"]', "[@@port.to Not_there]"))
    pack = data_pack(Folder(str(tmp_path / "migrate")))
    project = Project({"a.ml": USES.encode()}, pack)
    assert port(project, WITH_REVIEW).files["a.ml"].decode() == PORTED
    safe = port(project, SAFE_ONLY).files["a.ml"].decode()
    assert safe == PORTED.replace("Not_there", "Missing")
    said = {each.rule: each.message for each in check(project, "a.ml").findings}
    assert said["renamed-module"] == "`Util` is called `Tools` in Rope 2.0."
    assert set(said) == {
        *("renamed-value", "renamed-module", "renamed-type", "renamed-exception", "rewritten"),
    }


def test_a_template_of_another_type_is_reviewed_and_unknown_names_are_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted(tmp_path, capsys)
    old = tmp_path / "migrate" / "old" / "rope.mli"
    text = old.read_text().replace(
        '[@@port "rope-weigh"]', "[@@port.becomes (fun r -> Rel.sub r ~from:0 ~upto:1)]"
    )
    old.write_text(
        text.replace('[@@port "rope-size-of"]', "[@@port.becomes (fun r -> Rel.length r)]")
    )
    pack = data_pack(Folder(str(tmp_path / "migrate")))
    uses = b"let w r = Rope.weigh r\nlet s r = Rope.size_of r\n"
    found = check(Project({"a.ml": uses}, pack), "a.ml").findings
    assert [each.applicability for each in found] == ["review", "safe"]
    template = "[@@port.becomes (fun r -> Rel.lenght r)]"
    old.write_text(text.replace("[@@port.to length]", template.replace("Rel.", "")))
    assert main(["pack", "check", str(tmp_path / "migrate")]) == 1
    err = capsys.readouterr().err
    assert "`lenght` is no parameter of the template: write `Rel.lenght`" in err
    shutil.copytree(tmp_path / "migrate", tmp_path / "other")
    old = tmp_path / "other" / "old" / "rope.mli"
    old.write_text(text.replace("[@@port.to length]", template))
    assert main(["pack", "check", str(tmp_path / "other")]) == 1
    assert "rope.mli:5: the pack is not used: " in (err := capsys.readouterr().err)
    assert "Rope 2.0 has no `lenght`; did you mean `length`?" in err
    shutil.copytree(tmp_path / "migrate", tmp_path / "third")
    old = tmp_path / "third" / "old" / "rope.mli"
    text = text.replace("[@@port.to length]", "[@@port.to Tools]")
    text = text.replace("Long of int", "Long of int [@port.becomes (fun n -> Rel.Shrot)]")
    text = text.replace('[@@port "rope-cut"]', "[@@port.becomes (fun f [%call Rel.length] -> f)]")
    old.write_text(text)
    page = tmp_path / "third" / "rules" / "rope-missing.md"
    page.write_text(page.read_text().replace("kind: by-hand", "kind: labels-removed"))
    assert main(["pack", "check", str(tmp_path / "third")]) == 1
    assert "has a line `labels: a b`" in capsys.readouterr().err
    shutil.copytree(tmp_path / "third", tmp_path / "fourth")
    page = tmp_path / "fourth" / "rules" / "rope-missing.md"
    page.write_text(page.read_text().replace("kind: labels-removed", "kind: by-hand"))
    assert main(["pack", "check", str(tmp_path / "fourth")]) == 1
    err = capsys.readouterr().err
    assert "`[@@port.to Tools]`: Rope 2.0 has no `Tools`" in err
    assert "Rope 2.0 has no `Shrot`; did you mean `Short`?" in err
    assert "`[%call Rel.length]` is no call: write a function and a name" in err


def test_a_library_whose_interfaces_are_parts_of_one_module(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for release in ("bag-1.0", "bag-2.0"):
        folder = tmp_path / release
        folder.mkdir()
        (folder / "common.mli").write_text("type t\n")
        (folder / "dune").write_text("(library\n (name bag))\n")
        for part in ("fast.mli", "small.mli"):
            (folder / part).write_text("include module type of Common\nval size : t -> int\n")
    for part in ("fast.mli", "small.mli"):
        (tmp_path / "bag-1.0" / part).write_text("val empty : unit\nval size : int\n")
    (tmp_path / "bag-2.0" / "bag.mli").write_text("module Fast = Fast\nmodule Small = Small\n")
    out = str(tmp_path / "migrate")
    folders = [str(tmp_path / "bag-1.0"), str(tmp_path / "bag-2.0")]
    assert main(["pack", "draft", *folders, "--output", out]) == 0
    said = capsys.readouterr().out
    assert "value Bag.Fast.empty" in said
    assert "value Bag.Small.size" in said
    page = (tmp_path / "migrate" / "rules" / "bag-empty.md").read_text()
    assert "This is of `Bag.Fast.empty`; the page is also that of `Bag.Small.empty`." in page
    assert main(["pack", "check", out]) == 0
    new = (tmp_path / "migrate" / "new" / "bag.mli").read_text()
    assert "module Fast : sig\n  type t\n  val size : t -> int\nend" in new
