"""What a port made is judged before it is written: a fix that brought a conflict about is taken
back as a whole, and what was there before is left for a person."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.gate import Pass, Trail, Undone, gated
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, Ported, changed, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL, SAFE
from mirageport.diagnostics.selfcheck import judge
from mirageport.ocaml.edit import Edit, Edits, Fix, Overlap

from ..interfaces.compiler import ROOT
from ..packs import first_rules, unikernel
from ..rules.pages import examples

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

FILE = "unikernel.ml"
TEXT = """module Main (C : Mirage_console_lwt.S) = struct
  let say c = C.log c "one"
  let tell c = C.log c "two"
end
"""


class _Port:
    """A port that replaces texts. changes: (old, new, rule), made in the first pass that finds the
    old text; a change of several texts has a `|` between them. passes: how many there are."""

    def __init__(self, *changes: tuple[str, str, str], passes: int = 1) -> None:
        self.changes = changes
        self.passes = passes

    def __call__(self, start: Project, undone: frozenset[Undone]) -> tuple[Ported, Trail]:
        project, trail, applied = start, Trail(), 0
        for _ in range(self.passes):
            wanted = [fix for fix in self._fixes(project) if trail.named(fix) not in undone]
            edits, kept = _apart(wanted)
            trail.passes.append(Pass(tuple(kept), edits))
            project = changed(project, edits)
            applied += len(kept)
        data = project.source(FILE).data
        files = {FILE: data} if data != start.source(FILE).data else {}
        left = {name: check(project, name) for name in project.every}
        return Ported(files, left, applied, project), trail

    def _fixes(self, start: Project) -> list[Fix]:
        text = start.source(FILE).data.decode()
        found = []
        for olds, news, rule in self.changes:
            edits = [
                Edit(FILE, text.index(old), text.index(old) + len(old), new)
                for old, new in zip(olds.split("|"), news.split("|"), strict=True)
                if old in text
            ]
            if len(edits) == olds.count("|") + 1:
                found.append(Fix(rule, SAFE, Edits(edits), rule))
        return found


def _apart(fixes: list[Fix]) -> tuple[Edits, list[Fix]]:
    """The fixes that can be made together, the first ones first."""
    edits, kept = Edits(), []
    for fix in fixes:
        try:
            edits = Edits([*edits, *fix.edits])
        except Overlap:
            continue
        kept.append(fix)
    return edits, kept


def _project(text: str = TEXT) -> Project:
    return unikernel({FILE: text.encode()})


def test_a_fix_that_breaks_something_is_taken_back_alone() -> None:
    good = ('"one"', '"three"', "good")
    bad = ("tell c = C.log c", "tell c = C.log_s c", "bad")
    ported = gated(_project(), _Port(good, bad), None)
    assert ported.files == {FILE: TEXT.replace("one", "three").encode()}
    assert [each.rule for each in ported.undone] == ["bad"]
    assert ported.judgement is not None
    assert ported.judgement.conflicts == ()


def test_what_was_wrong_before_stays_and_is_reported() -> None:
    text = TEXT.replace('C.log c "two"', 'C.later c "two"')
    ported = gated(_project(text), _Port(('"one"', '"three"', "good")), None)
    assert ported.undone == ()
    assert ported.files == {FILE: text.replace("one", "three").encode()}
    assert [(f.rule, f.applicability) for f in ported.left[FILE].findings] == [("conflict", MANUAL)]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_fix_that_brings_nothing_about_is_kept(order: tuple[int, ...]) -> None:
    """What it changed is wrong without it too, which only a third fix makes known."""
    text = TEXT.replace("Mirage_console_lwt.S", "Elsewhere.S").replace('C.log c "one"', "C.later c")
    known = ("Elsewhere.S", "Mirage_console_lwt.S", "known")
    good = ("C.later", "C.later_on", "good")
    bad = ("tell c = C.log c", "tell c = C.log_s c", "bad")
    ported = gated(_project(text), _Port(*[(known, good, bad)[at] for at in order]), None)
    assert [each.rule for each in ported.undone] == ["bad"]
    assert "C.later_on" in ported.files[FILE].decode()


def test_a_fix_is_not_excused_by_what_stands_beside_it() -> None:
    text = TEXT.replace("tell c =", "tell c = C.later c;")
    bad = ('C.log c "two"', 'C.log_to_all_that_listen c "two"', "bad")
    ported = gated(_project(text), _Port(('"one"', '"three"', "good"), bad), None)
    assert [each.rule for each in ported.undone] == ["bad"]


def test_a_fix_that_moves_what_is_wrong_is_kept() -> None:
    text = TEXT.replace('"one"', "one")
    bad = ('C.log c "two"', 'C.log_s c "two"', "bad")
    old, new = "say c = C.log c one|end\n", 'say c = C.log c ""|  let more c = C.log c one\nend\n'
    ported = gated(_project(text), _Port((old, new, "moving"), bad), None)
    assert [each.rule for each in ported.undone] == ["bad"]
    assert "let more c" in ported.files[FILE].decode()


def test_a_fix_is_found_behind_later_passes() -> None:
    bad = ("tell c = C.log c", "tell c = C.log_s c", "bad")
    first = ("end\n", "end\n\n(* a remark *)\n", "first")
    later = ("a remark", "a longer remark", "later")
    ported = gated(_project(), _Port(bad, first, later, passes=2), None)
    assert [each.rule for each in ported.undone] == ["bad"]
    assert "longer" in ported.files[FILE].decode()


def test_what_a_fix_that_was_taken_back_was_for_is_left_for_a_person() -> None:
    text = TEXT.replace("Mirage_console_lwt.S", "V1_LWT.CONSOLE").replace(
        'log c "one"', "log_s c 1"
    )
    text = text.replace("end\n", '  let shout c = C.log c "six"\nend\n')
    bad = ('C.log c "two"', "C.log_to c f", "console-log-s")
    worse = ('C.log c "six"', "C.log_by c f", "console-log-s")
    ported = gated(_project(text), _Port(bad, worse, ("tell", "say_too", "good")), None)
    assert [each.rule for each in ported.undone] == ["console-log-s", "console-log-s"]
    found = {each.rule: each for each in ported.left[FILE].findings}
    assert found["console-log-s"].applicability == MANUAL
    assert found["console-log-s"].message.count("undone") == 1
    assert found["v1-module-type"].applicability != MANUAL


def test_a_file_that_could_not_be_judged_is_named_where_it_was_changed() -> None:
    files = {FILE: f"{TEXT}let x = (".encode(), "other.ml": b"let y = ("}
    ported = gated(unikernel(files), _Port(('"one"', '"three"', "good")), None)
    assert ported.judgement is not None
    assert ported.judgement.unread == (FILE,)


def test_a_second_run_has_nothing_to_do_where_fixes_were_taken_back() -> None:
    """The first fix is wrong, which only the second makes known. That is wrong too and is taken
    back; then a third takes its place, with which nothing speaks against the first."""
    text = "let g = External.f\nlet x : string = h ()\n"
    run = _Port(
        ("h ()", "g ()", "one"),
        ("External.f", '(fun () -> 1 + "")', "two"),
        ("External", "Elsewhere", "three"),
    )
    ported = gated(_project(text), run, None)
    assert ported.files[FILE].decode() == "let g = Elsewhere.f\nlet x : string = g ()\n"
    assert ported.applied == 2
    assert gated(ported.project, run, None).files == {}


def test_a_fix_without_which_a_file_cannot_be_read_is_kept() -> None:
    """Nobody can tell what was wrong with it before."""
    text = "let f () = 1\nlet y = ( > 2\n"
    ported = gated(_project(text), _Port(("( > 2", 'f () ^ ""', "one")), None)
    assert ported.undone == ()
    assert [found.rule for found in ported.left[FILE].findings] == ["conflict"]


def test_a_conflict_that_goes_for_no_fix_is_reported() -> None:
    """A fix in another line brings a conflict about that undoing it would not mend."""
    text = TEXT.replace("Mirage_console_lwt.S", "V1_LWT.CONSOLE").replace("C.log c", "C.write c")
    ported = port(_project(text), WITH_REVIEW)
    assert ported.undone == ()
    lines = ported.files[FILE].decode().splitlines()
    found = ported.left[FILE].findings
    assert {ported.project.source(FILE).line_of(each.start) for each in found} == {1, 2}, lines


def test_safe_fixes_alone_are_not_judged() -> None:
    """What is left for a review would be in conflict."""
    assert port(_project(), SAFE_ONLY).judgement is None


def test_a_project_that_nothing_was_changed_in_is_not_judged() -> None:
    text = TEXT.replace("C.log c", "C.later c")
    ported = port(_project(text), WITH_REVIEW)
    assert ported.judgement is None
    assert ported.left[FILE].findings == ()


def test_files_that_nothing_was_changed_in_are_left_alone() -> None:
    files = {
        "config.ml": b'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> job)\n',
        FILE: TEXT.replace("Mirage_console_lwt.S", "V1_LWT.CONSOLE").encode(),
        "other.ml": b"let f = List.nothing_like_it\n",
        "user.ml": b"module M = Unikernel\nlet f = List.nothing_like_it\n",
    }
    ported = port(unikernel(files), WITH_REVIEW)
    assert set(ported.files) == {FILE}
    assert [f.rule for f in ported.left["user.ml"].findings] == ["conflict"]
    assert ported.left["other.ml"].findings == ()


def test_a_fix_of_a_conflict_that_does_not_fit_is_by_hand_and_others_are_made() -> None:
    text = """module Main (K : Mirage_kv_lwt.RO) = struct
  let name (e : K.error) = match e with `Unknown_key name -> name ^ "." | _ -> ""
  let typed (e : K.error) = match e with `Unknown_key (name : string) -> name | _ -> ""
end
"""
    ported = port(unikernel({FILE: text.encode()}, target="4.11"), WITH_REVIEW)
    assert b"`Not_found name -> (Mirage_kv.Key.to_string name) ^" in ported.files[FILE]
    assert b"`Unknown_key (name : string) -> name" in ported.files[FILE]
    (left,) = ported.left[FILE].findings
    assert (left.rule, left.applicability) == ("kv-error", MANUAL)


def test_a_comment_ignores_a_conflict() -> None:
    text = TEXT.replace("  let tell", "  (* mirageport: ignore conflict *)\n  let tell")
    text = text.replace('C.log c "two"', "C.log_s c").replace('"one"', '"one" |> V1_LWT.id')
    changed_text = text.replace("Mirage_console_lwt.S", "V1_LWT.CONSOLE")
    ported = port(_project(changed_text), WITH_REVIEW)
    assert "conflict" not in {f.rule for f in ported.left[FILE].findings if f.start > 150}


def test_a_file_in_which_it_fails_costs_a_line() -> None:
    """Types that double at every step are followed as far as the budget goes."""
    steps = "".join(f"let f{n + 1} x = f{n} (x, x)\n" for n in range(60))
    text = "let f0 x = x\n" + steps
    found = judge(_project(text))
    assert found.conflicts == ()
    assert found.unread == (FILE,)


PROJECTS = [
    *(
        pytest.param({p.name: p.read_bytes() for p in sorted(folder.glob("*.ml"))}, id=folder.name)
        for folder in sorted((ROOT / "examples").iterdir())
    ),
    *(
        pytest.param({n: t.encode() for n, t in example.files.items()}, id=f"{r.name}-{index}")
        for r in first_rules()
        for index, example in enumerate(examples(r.body))
        if r.category != "workflow"
    ),
]


@pytest.mark.parametrize("files", PROJECTS)
def test_no_fix_of_ours_is_ever_taken_back(files: dict[str, bytes]) -> None:
    assert port(unikernel(files), WITH_REVIEW).undone == ()
