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
from mirageport.diagnostics.data_pack import NoPack, data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.pack_problems import problems
from mirageport.diagnostics.project import Project
from mirageport.diagnostics.selfcheck import with_conflicts

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
    lamp(tmp_path, head, "[@port.to On]")
    assert [each.message for each in problems(Folder(str(tmp_path)), pack)] == [
        "`[@port.to On]`: behind a part of an item it says nothing: write `[@@port.to ..]` behind "
        "the item, or `[@port.becomes Rel.Name]` behind a constructor that was removed"
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
