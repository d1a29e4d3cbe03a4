"""What a port made is judged before it is written: a fix that brought a conflict about is taken
back as a whole, and what was there before is left for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.gate import Pass, Trail, Undone, gated
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, Ported, changed, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL, SAFE
from mirageport.diagnostics.selfcheck import judge
from mirageport.ocaml.edit import Edit, Edits, Fix

from ..interfaces.compiler import ROOT
from ..packs import all_rules, unikernel
from ..rules.pages import examples

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

FILE = "unikernel.ml"
TEXT = """module Main (C : Mirage_console_lwt.S) = struct
  let say c = C.log c "one"
  let tell c = C.log c "two"
end
"""


def _fix(old: str, new: str, rule: str) -> Fix:
    start = TEXT.index(old)
    return Fix(rule, SAFE, Edits([Edit(FILE, start, start + len(old), new)]), rule)


class _Port:
    """A port that makes all of some fixes in one pass; calls: how often it ran."""

    def __init__(self, project: Project, fixes: list[Fix]) -> None:
        self.project = project
        self.fixes = fixes
        self.calls = 0

    def __call__(self, undone: frozenset[Undone]) -> tuple[Ported, Trail]:
        self.calls += 1
        trail = Trail()
        kept = [fix for fix in self.fixes if trail.named(fix) not in undone]
        edits = Edits(edit for fix in kept for edit in fix.edits)
        trail.passes.append(Pass(tuple(kept), edits))
        project = changed(self.project, edits)
        files = {FILE: project.source(FILE).data} if edits else {}
        left = {name: check(project, name) for name in project.every}
        return Ported(files, left, len(kept), project), trail


def _project(text: str = TEXT) -> Project:
    return unikernel({FILE: text.encode()})


def test_a_fix_that_breaks_something_is_taken_back_alone() -> None:
    good = _fix('"one"', '"three"', "good")
    bad = _fix("tell c = C.log", "tell c = C.log_s", "bad")
    run = _Port(_project(), [good, bad])
    ported = gated(_project(), run, None)
    assert ported.files == {FILE: TEXT.replace("one", "three").encode()}
    assert [each.rule for each in ported.undone] == ["bad"]
    assert ported.judgement is not None
    assert ported.judgement.conflicts == ()


def test_what_was_wrong_before_stays_and_is_reported() -> None:
    text = TEXT.replace('C.log c "two"', 'C.later c "two"')
    run = _Port(_project(text), [_fix('"one"', '"three"', "good")])
    ported = gated(_project(text), run, None)
    assert ported.undone == ()
    assert ported.files == {FILE: text.replace("one", "three").encode()}
    assert [(f.rule, f.applicability) for f in ported.left[FILE].findings] == [("conflict", MANUAL)]


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
        for r in all_rules()
        for index, example in enumerate(examples(r.body))
        if r.category != "workflow"
    ),
]


@pytest.mark.parametrize("files", PROJECTS)
def test_no_fix_of_ours_is_ever_taken_back(files: dict[str, bytes]) -> None:
    assert port(unikernel(files), WITH_REVIEW).undone == ()
