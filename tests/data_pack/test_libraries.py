"""What a pack says of libraries and releases is done in dune files, opam files and dune-projects;
what is not edited is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.api.data import Folder
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.bounds import older, raised, without
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.pack_problems import problems
from mirageport.diagnostics.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from mirageport.diagnostics.pack import Pack

PACK = {
    "pack.md": "---\ntarget: Rope 2\npackage: rope\nfrom: 1.4\nuntil: 2.0\nshims: rope-compat\n"
    "words: Rope Paper\n---\n",
    "old/rope.mli": "val length : int [@@port.to size] "
    '[@@port.libraries add "words.core", min ("words", "1.2"), pps "ppx_words"]\n'
    'val cut : int [@@port.to Rope.split] [@@port.libraries min ("paper", "3.0")]\n'
    'val all : int\ntype line = int [@@port.to row] [@@port.libraries add "rows"]\n',
    "old/paper.mli": '[@@@port.libraries drop "paper", unless "Paper", along "ink"]\n\n'
    "val page : int [@@port.to Rope.all]\n",
    "new/rope.mli": 'val size : int [@@since "1.3"]\nval split : int\nval all : int\n'
    "type row = int\n",
    "new/fresh.mli": '[@@@port.libraries add "fresh"]\n\nval made : int\n',
}


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    for name, text in PACK.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return data_pack(Folder(str(tmp_path)))


def ported(pack: Pack, **files: str) -> dict[str, str]:
    """The files that a port changes. files: `dune`, `opam`, `project` (of dune) and `a`, a.ml."""
    found = port(project(pack, **files), WITH_REVIEW).files
    return {name: text.decode() for name, text in found.items() if name != "a.ml"}


def project(pack: Pack, **files: str) -> Project:
    names = {"a": "a.ml", "opam": "rope-user.opam", "project": "dune-project"}
    return Project({names.get(name, name): text.encode() for name, text in files.items()}, pack)


def said(pack: Pack, **files: str) -> list[str]:
    """What is left to be done by hand behind a port."""
    left = port(project(pack, **files), WITH_REVIEW).left["a.ml"].findings
    return [each.message.partition(" by hand: ")[2] for each in left]


def test_libraries_come_into_dune_and_opam_files(pack: Pack) -> None:
    dune = "(library (name x) (modules x))\n(test (name a) (modules a)\n (libraries\n  p\n  q))\n"
    opam = 'depends: [\n  "rope" {>= "1.3" & < "3"}\n  "words" {with-test}\n]\n'
    found = ported(pack, a="let a = Rope.length\n", dune=dune, opam=opam)
    assert found["dune"] == dune.replace(
        "  q))\n", "  q\n  words.core)\n (preprocess (pps ppx_words)))\n"
    )
    assert found["rope-user.opam"] == (
        'depends: [\n  "ppx_words" {with-test}\n  "rope" {>= "1.3" & < "3"}\n'
        '  "words" {with-test & >= "1.2"}\n]\n'
    )
    dune = "(library (name a) (preprocess (pps ppx_a -flag)) (libraries p))\n"
    made = "(generate_opam_files)\n(package (name rope-user))\n"
    found = ported(pack, a="let a = Rope.length\n", dune=dune, project=made)
    assert found["dune"] == (
        "(library (name a) (preprocess (pps ppx_a ppx_words -flag)) (libraries p words.core))\n"
    )
    assert found["dune-project"] == made.replace(
        "user)", "user)\n (depends ppx_words (words (>= 1.2)))"
    )


def test_types_and_new_names_say_their_libraries_too(pack: Pack) -> None:
    dune = "(library (name a))\n"
    (added,) = ported(pack, a="let a : Rope.line = Rope.all\n", dune=dune).values()
    assert added == "(library (name a) (libraries rows))\n"
    (added,) = ported(pack, a="let a = Rope.all + Fresh.made\n", dune=dune).values()
    assert added == "(library (name a) (libraries fresh))\n"


def test_what_cannot_be_edited_is_said(pack: Pack) -> None:
    code = "let a = Rope.length\n"
    both = ["`words.core` in what builds this file", "`ppx_words` in what builds this file"]
    assert said(pack, a=code) == [f"{each}." for each in both]
    assert said(pack, a=code, _tags="true: package(words.core)") == ["`ppx_words` in _tags."]
    dune = "(library (name a) (preprocess (action x)) (libraries (:include p)))"
    opam = 'depends: "p"'
    where = "dune or of what it includes; `{}` in `depends` of rope-user.opam."
    assert said(pack, a=code, dune=dune, opam=opam) == [
        "`words.core` in `libraries` of "
        + where.format("words` (from 1.2 on)").replace("on)`", "on)"),
        "`ppx_words` in `preprocess` of " + where.format("ppx_words"),
    ]


def test_a_lower_bound_follows_what_code_uses(pack: Pack) -> None:
    dune, code = "(library (name a) (libraries rope))\n", "let a = Rope.size + Rope.all\n"
    opam = 'depends: [ "rope" {>= "1.0" & < "1.2"} ]\n'
    files = {"a": code, "dune": dune}
    assert ported(pack, **files, opam=opam) == {
        "rope-user.opam": 'depends: [ "rope" {>= "1.3"} ]\n'
    }
    assert ported(pack, **files, opam='depends: [ "rope" {>= "1.3.0"} ]\n') == {}
    assert ported(pack, **{**files, "a": "let a = Rope.all\n"}, opam=opam) == {}
    assert (
        ported(pack, **{**files, "dune": dune.replace("s rope", "s rope-compat")}, opam=opam) == {}
    )
    (left,) = said(pack, **files, opam='depends: [ "rope" {= "1.1" | >= "1.3"} ]\n')
    assert left == "`rope` (from 1.3 on) in `depends` of rope-user.opam."
    (left,) = said(pack, **files, opam='available: [ rope >= "1.0" & rope < "3" ]\n')
    assert left == "`rope` (from 1.3 on) in `depends` of rope-user.opam."
    assert said(pack, **files, opam='available: rope >= "1.3"\n') == []
    made = "(package (name rope-user) (depends (rope (and (>= 1.0) :with-test))))\n"
    opam = '# This file is generated by dune\ndepends: [ "rope" ]\n'
    newer = {**files, "a": "let a = Rope.cut\n"}
    assert ported(pack, **newer, opam=opam, project=made)["dune-project"] == made.replace(
        "(and (>= 1.0) :with-test)", "(and :with-test (>= 2.0))"
    )
    two = Project(
        {"b.ml": b"let b = Rope.split", "a.ml": code.encode(), "rope.opam": b'"rope"'}, pack
    )
    assert [each.rule for each in check(two, "b.ml").findings] == ["lower-bound"]
    assert check(two, "a.ml").findings == ()
    paper = {"a": "let a = Rope.cut\n", "dune": dune, "opam": 'depends: [ "paper" {>= "2"} ]\n'}
    assert ported(pack, **paper)["rope-user.opam"] == 'depends: [ "paper" {>= "3.0"} ]\n'


def test_a_library_that_is_needed_no_more_is_left_out(pack: Pack) -> None:
    dune = "(library (name a) (libraries (re_export paper)\n ; why\n paper))\n"
    code = {"a": "let a = Paper.page\n"}
    assert ported(pack, **code, dune=dune)["dune"] == (
        "(library (name a) (libraries\n ; why\n ))\n"
    )
    used = {"a": "let a = Ink.dry\nlet b = Rope.all\n"}
    assert ported(pack, **used, dune="(library (name a) (libraries paper))\n") == {
        "dune": "(library (name a) (libraries ink))\n"
    }
    assert check(project(pack, dune=dune, a="let a = Paper.other"), "dune").findings == ()
    files = {"dune": "(rule)", "opam": 'depends: [ "x" "paper" {>= "1"} ]\n'}
    (spare,) = check(project(pack, **files), "rope-user.opam").findings
    assert (spare.rule, spare.applicability) == ("drops-package", "suggestion")
    left = check(project(pack, a="let a = Paper.page\n", _tags="package(paper)"), "a.ml").findings
    assert any("leave `paper` out of _tags" in each.message for each in left)


def test_a_safe_port_leaves_bounds_to_a_person(pack: Pack) -> None:
    files = project(pack, a="let a = Rope.size\n", opam='depends: [ "rope" ]\n')
    result = port(files, SAFE_ONLY)
    assert result.files == {}
    assert [each.applicability for each in result.left["a.ml"].findings] == ["review"]


@pytest.mark.parametrize(
    ("payload", "why"),
    [
        (
            'ad "x"',
            "there is no word `ad`; there are `add`, `drop`, `unless`, `along`, `pps`, `min`",
        ),
        ("add", 'it names no library; write `add "name"`'),
        ('min "x"', 'behind `min` stand pairs of a package and a release: `min ("name", "1.1")`'),
        ('add "x y", drop "z", min [("x", "1"); ("y", "2.1")]', ""),
    ],
)
def test_a_payload_is_checked(tmp_path: Path, payload: str, why: str) -> None:
    (tmp_path / "pack.md").write_text("---\ntarget: Rope 2\n---\n")
    (tmp_path / "rope.mli").write_text(f"val a : int [@@port.libraries {payload}]\n")
    folder = Folder(str(tmp_path))
    found = [each.message for each in problems(folder, data_pack(folder))]
    assert [each.rpartition("`: ")[2] for each in found] == [why] * bool(why)


def test_constraints_are_changed_as_they_are_written() -> None:
    assert raised("", "1.1", dune=False) == '>= "1.1"'
    assert raised('build & > "0.9" & < "1.1"', "1.1", dune=False) == 'build & >= "1.1"'
    assert raised("(< 2.0)", "1.1", dune=True) == "(and (>= 1.1) (< 2.0))"
    assert raised("(or (< 2) (> 3))", "1.1", dune=True) is None
    assert without('>= "4.08" & < "5.0"', "5.0") == '>= "4.08"'
    assert without('= "4.14.1"', "5.0") == ""
    assert without("(and :with-test (< 5.0) (>= 4.08))", "5.0", dune=True) == (
        "(and :with-test (>= 4.08))"
    )
    assert without('< "4" | > "5"', "5.0") is None
    assert older('>= "1.1" | = "0.9"', "1.1", dune=False)
    assert not older('>= "1.1~beta"', "1.1", dune=False) or older('>= "1.1~"', "1.1", dune=False)
