"""A second pack, which is data alone, goes through the same engine, without anything of Mirage."""

from __future__ import annotations

import subprocess
import sys
from itertools import permutations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mirageport.api.data import Folder
from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, changed, port
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import EVERYTHING, check
from mirageport.diagnostics.pack_head import NoPack
from mirageport.diagnostics.pack_problems import problems
from mirageport.diagnostics.project import Project
from mirageport.diagnostics.selfcheck import with_conflicts, with_pages
from mirageport.diagnostics.typed import needs_types

if TYPE_CHECKING:
    from mirageport.diagnostics.pack import Pack

PACK = data_pack(Folder(str(Path(__file__).parent / "measure")))

OLD = """let all text = Measure.length (Measure.normalise (Measure.of_string text))
let part m = Measure.cut m ~first:1 ~last:2
let other (u : Measure.unit_of_length) m = Measure.in_unit m u
let mine length = length 1
"""
NEW = """let all text = Measure.size (Measure.normalise (Measure.of_string text))
let part m = Measure.cut m ~from:1 ~upto:2
let other (u : Measure_unit.t) m = Measure.in_unit m u
let mine length = length 1
"""


def project(text: str) -> Project:
    return Project({"a.ml": text.encode()}, PACK)


def told(text: str) -> list[tuple[str, int, str]]:
    """The findings of a file: rule, line, applicability."""
    found = project(text)
    source = found.source("a.ml")
    return [
        (each.rule, source.line_of(each.start) + 1, each.applicability)
        for each in check(found, "a.ml").findings
    ]


def test_what_changed_is_found_where_it_is_used() -> None:
    assert told(OLD) == [
        ("measure-length", 1, "safe"),
        ("measure-normalise", 1, "manual"),
        ("measure-cut", 2, "safe"),
        ("measure-unit", 3, "review"),
    ]
    (first, *_rest) = check(project(OLD), "a.ml").findings
    assert first.message == "`Measure.length` is called `Measure.size` in Measure 2."


def test_scope_decides_and_not_the_letters_of_a_name() -> None:
    own = "module Measure = struct let length _ = 1 end\nlet n = Measure.length ()\n"
    assert told(own) == []
    assert [line for _rule, line, _level in told("open Measure\nlet f m = length m\n")] == [2]
    assert told("let length = String.length\n") == []


def test_a_call_that_lacks_an_argument_is_left_to_the_person() -> None:
    assert told("let part m = Measure.cut m ~first:1\n") == [("measure-cut", 1, "manual")]


def test_a_port_fixes_what_can_be_fixed_and_leaves_the_rest() -> None:
    ported = port(project(OLD), WITH_REVIEW)
    assert ported.files["a.ml"].decode() == NEW
    assert [finding.rule for finding in ported.left["a.ml"].findings] == ["measure-normalise"]
    safe = port(project(OLD), SAFE_ONLY).files["a.ml"].decode()
    assert safe == NEW.replace("Measure_unit.t", "Measure.unit_of_length")


def test_constructors_that_were_removed_leave_matches_and_values() -> None:
    text = """open Measure
let size = function Plus n | Unsigned n -> n | Minus n -> -n | Unknown -> 0
let one = Measure.Unsigned (1 + 1)
let none = Measure.Unknown
"""
    assert [line for rule, line, _level in told(text) if rule == "measure-sign"] == [2, 2, 3, 4]
    ported = port(project(text), WITH_REVIEW)
    assert ported.files["a.ml"].decode() == (
        """open Measure
let size = function Plus n -> n | Minus n -> -n
let one = Measure.Plus (1 + 1)
let none = Measure.Unknown
"""
    )
    (left,) = ported.left["a.ml"].findings
    assert left.message == "Measure 2 has no `Unknown`: write another value."


def lamp(tmp_path: Path, head: str, becomes: str) -> Pack:
    """A pack for a type of lamps that are on or off, and dimmed no more."""
    page = f"---\ntitle: t\ncategory: types\napplicability: safe\nseverity: error\n{head}\n"
    files = {
        "pack.md": "---\ntarget: Lamp 2\n---\n",
        "old/lamp.mli": f'type t =\n  | On\n  | Off\n  | Dim {becomes}\n[@@port "dim"]\n',
        "new/lamp.mli": "type t =\n  | On\n  | Off\n",
        "rules/dim.md": f"{page}---\nNo lamp is dimmed.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return data_pack(Folder(str(tmp_path)))


def test_a_constructor_is_replaced_unless_the_code_tells_it_apart(tmp_path: Path) -> None:
    head = "kind: constructors-removed\nmessage: no `{use}`: {what}"
    pack = lamp(tmp_path, head, "[@port.becomes Rel.On]")
    alike = b"let f = function Lamp.On | Lamp.Dim -> 1 | Lamp.Off -> 0\n"
    files = {"a.ml": b"let dim = Lamp.Dim\n", "b.ml": alike}
    ported = port(Project(files, pack), SAFE_ONLY)
    assert ported.files == {
        "a.ml": b"let dim = Lamp.On\n",
        "b.ml": b"let f = function Lamp.On -> 1 | Lamp.Off -> 0\n",
    }
    for text in (
        b"let f = function Lamp.On -> 2 | Lamp.Dim -> 1 | Lamp.Off -> 0\n",
        b"let f = function Lamp.On when late -> 2 | Lamp.On | Lamp.Dim -> 1 | _ -> 0\n",
        b"let f lamp = lamp = Lamp.Dim\n",
        b"let f lamps = List.mem Lamp.Dim lamps\n",
    ):
        found = Project({**files, "b.ml": text}, pack)
        levels = {f.applicability for name in found.files for f in check(found, name).findings}
        assert levels == {"review"}, text
    again = check(Project({"a.ml": b"type t = Lamp.t = On | Off | Dim\n"}, pack), "a.ml").findings
    assert [(each.start, each.applicability) for each in again] == [(29, "manual")]


def test_a_constructor_has_another_name(tmp_path: Path) -> None:
    uses = {"a.ml": b"open Lamp\nlet f = function Lamp.Dim -> Lamp.Off | lamp -> lamp\n"}
    for to, level in (("On", "review"), ("Dim=On", "review"), ("Low", "manual")):
        head = f"kind: constructor-renamed\nto: {to}\nmessage: `{{old}}` is `{{new}}`"
        pack = lamp(tmp_path, head, "")
        (found,) = check(Project(uses, pack), "a.ml").findings
        new = "?" if level == "manual" else "Lamp.On"
        assert (found.applicability, found.message) == (level, f"`Lamp.Dim` is `{new}`")
    for said, why in (
        ("[@port.to Onn]", "Lamp 2 has no `Onn`; did you mean `On`?"),
        (
            "[@watch]",
            "behind a part of an item it says nothing: write `[@@watch ..]` behind the item",
        ),
    ):
        pack = lamp(tmp_path, head.replace("Low", "On"), said)
        (problem,) = problems(Folder(str(tmp_path)), pack)
        assert why in problem.message
    same = {
        "a.ml": b"type t = Lamp.t = On | Off | Dim\nlet f = function Dim -> On | lamp -> lamp\n"
    }
    pack = lamp(tmp_path, "kind: by-hand\nmessage: -", "[@port.to Low]")
    (tmp_path / "new/lamp.mli").write_text("type t = On | Off | Low\n")
    old = tmp_path / "old/lamp.mli"
    old.write_text(old.read_text().replace('\n[@@port "dim"]', ""))
    ported = port(Project(same, data_pack(Folder(str(tmp_path)))), SAFE_ONLY).files["a.ml"]
    assert ported == same["a.ml"].replace(b"Dim", b"Low")


BOX = {
    "pack.md": "---\ntarget: Box 2\nwords: Box\n---\n",
    "old/box.mli": """type config = {
  depth : int;
  width : int; [@port.to size]
  debug : bool; [@port.gone]
  label : string; [@port.becomes (fun box -> Rel.label_of box)]
  other : float [@port "box-other"]
}
type edge = { from : int }
val default : config
""",
    "new/box.mli": """type config = {
  depth : int;
  size : int;
  name : string [@port.field Rel.unnamed]
}
type edge = { from : int; upto : int [@port.field 0] }
val default : config
val unnamed : string
val label_of : config -> string
""",
    "rules/box-other.md": "---\ntitle: t\ncategory: types\napplicability: manual\nseverity: error\n"
    "kind: fields-changed\nmessage: no `{use}` of {type}: it {what}\n---\nNo box has one.\n",
}


def box(folder: Path) -> Pack:
    """A pack for boxes, whose configuration has other fields now."""
    for name, text in BOX.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text)
    return data_pack(Folder(str(folder)))


def test_fields_are_found_by_scope_and_by_type(tmp_path: Path) -> None:
    pack = box(tmp_path)
    assert problems(Folder(str(tmp_path)), pack) == []
    text = b"""module Other = struct type config = { width : int; debug : bool } end
type mine = Box.config = { depth : int; width : int; debug : bool; label : string; other : float }
let read (c : Box.config) = c.width
let qualified c = c.Box.width + c.Box.depth
let matched ({ width; debug = _; _ } : mine) = width
let built width = { Box.depth = 1; width; debug = false }
let found = Box.default.width, Box.default.label
let set = { Box.default with debug = true }
open Box
let opened c = c.width
let theirs (x : Other.config) = x.width, x.debug
let edge = { from = 1 }
"""
    lines = text.decode().splitlines()
    ported = port(Project({"a.ml": text}, pack), SAFE_ONLY)
    safe = {
        2: lines[1].replace("width", "size"),
        3: "let read (c : Box.config) = c.size",
        4: "let qualified c = c.Box.size + c.Box.depth",
        5: "let matched ({ size = width; debug = _; _ } : mine) = width",
        6: "let built width = { Box.depth = 1; size = width; debug = false }",
        7: "let found = Box.default.size, Box.default.label",
        10: "let opened c = c.size",
    }
    assert dict(enumerate(ported.files["a.ml"].decode().splitlines(), 1)).items() >= safe.items()
    ported = port(Project({"a.ml": text}, pack), WITH_REVIEW)
    lines = ported.files["a.ml"].decode().splitlines()
    assert lines[4:8] == [
        "let matched ({ size = width; _ } : mine) = width",
        "let built width = { Box.depth = 1; size = width; name = Box.unnamed }",
        "let found = Box.default.size, (Box.label_of Box.default)",
        "let set = Box.default",
    ]
    assert lines[11] == "let edge = { from = 1; upto = 0 }"
    assert lines[10] == "let theirs (x : Other.config) = x.width, x.debug"
    assert [each.message for each in ported.left["a.ml"].findings] == [
        "`name` of `Box.config` has to be listed, too, in Box 2.",
        "`debug` of `Box.config` is no field any more in Box 2.",
        "`label` of `Box.config` is no field any more in Box 2.",
        "no `other` of Box.config: it is no field any more",
    ]


def test_module_types_are_known_by_what_stands_beside_them() -> None:
    text = "module Make (S : Measure_types.SCALE) = struct\n  let none = S.zero\nend\n"
    ported = port(project(text), SAFE_ONLY).files["a.ml"].decode()
    assert ported == text.replace("Measure_types.SCALE", "Measure_scale.S")
    opened = port(project(f"open Measure_types\n{text}"), SAFE_ONLY).files["a.ml"].decode()
    assert opened == ported
    alias = port(project("module Types = Measure_types\n"), SAFE_ONLY).files["a.ml"].decode()
    assert alias == "module Types = Measure_kinds\n"


def test_fixes_end_alike_in_any_order() -> None:
    ends = set()
    for order in permutations(["measure-length", "measure-cut", "measure-unit"]):
        found = project(OLD)
        for rule in order:
            (finding,) = [f for f in check(found, "a.ml").findings if f.rule == rule]
            found = changed(found, fixes(found, finding)[0].edits)
        ends.add(found.source("a.ml").data.decode())
    assert ends == {NEW}


def test_what_cannot_hold_in_the_target_is_told_by_its_interfaces() -> None:
    found = project("let n m = Measure.size m ^ Measure.width m\n")
    reports, judged = with_conflicts(found, {"a.ml": check(found, "a.ml")})
    assert [finding.message for finding in reports["a.ml"].findings] == [
        "This does not type-check against Measure 2: `Measure.size m` has type `int`, but `string` "
        "is expected here.",
        "This does not type-check against Measure 2: `Measure` has no value `width`.",
    ]
    assert judged.unread == ()


def test_a_folder_that_is_no_pack_says_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(NoPack, match=r"has no pack\.md"):
        data_pack(Folder(str(tmp_path)))
    (tmp_path / "pack.md").write_text("---\nwords: Measure\n---\n")
    with pytest.raises(NoPack, match="has no line `target: "):
        data_pack(Folder(str(tmp_path)))


def test_nothing_of_mirage_is_loaded_for_it() -> None:
    code = f"""
import sys
from mirageport.api.data import Folder
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.project import Project
pack = data_pack(Folder({PACK.rules.folder.path.rpartition("/")[0]!r}))
ported = port(Project({{"a.ml": {OLD.encode()!r}}}, pack), WITH_REVIEW)
assert ported.files["a.ml"] == {NEW.encode()!r}
above = ("mirageport.mirage", "mirageport.server")
loaded = [name for name in sys.modules if name.startswith(above)]
assert loaded == [], loaded
"""
    subprocess.run([sys.executable, "-c", code], check=True)


NET = {
    "pack.md": "---\ntarget: Net 2\nwords: Net\n---\n",
    "old/net.mli": """module type FLOW = sig
  type t
  val read : t -> string
  val put : t -> string -> unit [@@port.to write]
end
module Make (F : FLOW) : sig val run : F.t -> unit end
""",
    "new/net.mli": """module type FLOW = sig
  type t
  val read : t -> string
  val write : t -> string -> unit
  val close : t -> unit [@@port.provide fun _flow -> ()]
  val name : t -> string
end
module Make (F : FLOW) : sig val run : F.t -> unit end
""",
}


def test_modules_that_lack_what_a_module_type_asks_for_now(tmp_path: Path) -> None:
    for name, text in NET.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    pack = data_pack(Folder(str(tmp_path)))
    assert problems(Folder(str(tmp_path)), pack) == []
    flow = b"type t = int\nlet read _ = string_of_int 1\nlet put _ s = print_string s\n"
    own = flow.replace(b"\n", b"\n  ").rstrip()
    files = {
        "flow.ml": flow,
        "own.ml": b"module Own : Net.FLOW = struct\n  %s\n  let name _ = string_of_int 2\n"
        b"  let hello t = put t (name t)\nend\n" % own,
        "wrap.ml": b"module Wrap (F : Net.FLOW) = struct module N = Net.Make (F) end\n",
        "main.ml": b"module W = Wrap.Wrap (Flow)\n",
        "user.ml": b"module N = Net.Make (struct %s let name _ = read 2 end)\n"
        % flow.replace(b"\n", b" "),
    }
    found = Project(files, pack)
    assert [n for n in found.names if needs_types(Context(found, n))] == [
        *("main.ml", "own.ml", "user.ml", "wrap.ml"),
    ]
    said = {
        each.file: (each.rule, each.applicability, each.message.partition(", which")[0])
        for name in ("main.ml", "own.ml", "user.ml", "wrap.ml")
        for each in with_pages(found, name, check(found, name), EVERYTHING).findings
    }
    write, close = "`write : t -> string -> unit`", "`close : t -> unit`"
    rule = "changed-implementor"
    assert said == {
        "main.ml": (rule, "review", f"`Flow` lacks {write}, {close}, `name : t -> string`"),
        "own.ml": (rule, "review", f"`Own` lacks {write}, {close}"),
        "user.ml": (rule, "review", f"`struct .. end` lacks {write}, {close}"),
    }
    ported = port(found, WITH_REVIEW)
    assert ported.files["flow.ml"].decode().splitlines()[2:] == [
        "let write _ s = print_string s",
        "let close = fun _flow -> ()",
    ]
    assert ported.files["own.ml"].decode().splitlines()[5:] == [
        "  let hello t = put t (name t)",
        "  let write = put",
        "  let close = fun _flow -> ()",
        "end",
    ]
    assert b"let name _ = read 2 let close = fun _flow -> () end)" in ported.files["user.ml"]
    (left,) = ported.left["main.ml"].findings
    assert left.message == "`Flow` lacks `name : t -> string`, which `Net.FLOW` has in Net 2."


def test_parts_of_a_type_that_keep_their_names_and_hold_something_else(tmp_path: Path) -> None:
    page = "---\ntitle: t\ncategory: types\napplicability: manual\nseverity: error\nkind: retyped\n"
    files = {
        "pack.md": "---\ntarget: Box 2\nwords: Box\n---\n",
        "old/box.mli": 'type t = { width : int } [@@port "box"]\n'
        'type kind = A of int | B of int [@@port "box"]\nval default : t\n',
        "new/box.mli": "type t = { width : string }\ntype kind = A of string | B of int * int\n"
        "val default : t\n",
        "rules/box.md": f"{page}message: it is a string\n---\nIt is.\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    lines = (
        "let read (b : Box.t) = b.width + 1",
        "let found = Box.default.width * 2",
        "let set = { Box.default with width = 3 }",
        "let matched { Box.width; _ } = width - 1",
        "let width = Box.default.width  let more = width + 1",
        "let built = Box.A 3",
        "let held = function Box.A n -> n + 1 | _ -> 0",
        "let many = Box.B 3",
    )
    pack = data_pack(Folder(str(tmp_path)))
    for line in lines:
        found = Project({"a.ml": line.encode()}, pack)
        assert needs_types(Context(found, "a.ml")), line
        report = with_pages(found, "a.ml", check(found, "a.ml"), EVERYTHING)
        assert [each.rule for each in report.findings] == ["box"], line
    found = Project({"a.ml": b'let it (b : Box.t) = b.width ^ ""'}, pack)
    assert with_pages(found, "a.ml", check(found, "a.ml"), EVERYTHING).findings == ()
