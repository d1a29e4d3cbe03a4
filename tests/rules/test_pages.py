"""Every rule proven from its own page: findings exactly where marked, the text after the fix,
silence on the look-alikes, idempotence, comments kept, no new syntax error."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, changed, port
from mirageport.diagnostics.changes.retyped import KIND
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL, REVIEW, SUGGESTION
from mirageport.diagnostics.selfcheck import findings, judge
from mirageport.diagnostics.suppression import SELF_CHECK
from mirageport.mirage.releases import TARGET, release_name
from mirageport.server.rule_page import LEFT, OTHERWISE, prose, releases

from ..packs import all_rules, rule, sides, unikernel
from .pages import Example, examples, look_alikes

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

RULES = [found.name for found in all_rules()]
# Those that are suggested wherever they hold, on pages about other things as well.
SUGGESTED = {found.name for found in all_rules() if found.applicability == SUGGESTION}
PAIRS = [
    pytest.param(name, example, id=f"{name}-{index}")
    for name in RULES
    for index, example in enumerate(examples(rule(name).body))
]
PAGES = Path(__file__).parents[2] / "mirage" / "rules"
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
SILENT = [
    pytest.param(name, files, id=f"{name}-{index}")
    for name in RULES
    for index, files in enumerate(look_alikes(rule(name).body))
]


def _project(name: str, files: dict[str, str]) -> Project:
    """Files of a rule's page, as a project that is ported to the page's target."""
    data = {file: code.encode() for file, code in files.items()}
    return unikernel(data, target=sides(name)[1])


def _marks(project: Project, judged: bool = False) -> set[tuple[str, int, int, int, str]]:
    """Where which rule finds something. judged: what the self-check finds counts as well."""
    found = set()
    reports = {name: check(project, name) for name in project.every}
    conflicts = findings(project, judge(project).conflicts, reports) if judged else {}
    for name, report in reports.items():
        source = project.source(name)
        for finding in [*report.findings, *conflicts.get(name, ())]:
            if finding.applicability == SUGGESTION and finding.rule not in SUGGESTED:
                continue
            line, first = source.position(finding.start)
            last_line, last = source.position(finding.end)
            end = last if last_line == line else first + 1
            found.add((name, line + 1, first, end, finding.rule))
    return found


def _ported(project: Project, name: str) -> Project:
    if rule(name).applicability != SUGGESTION:
        result = port(project, WITH_REVIEW)
        for file, data in result.files.items():
            project = project.with_file(file, data)
        return project
    for file in project.every:
        for finding in check(project, file).findings:
            if finding.rule == name:
                return changed(project, fixes(project, finding)[0].edits)
    return project


def _comments(project: Project) -> list[str]:
    texts: list[str] = []
    for name in project.names:
        source = project.source(name)
        texts.extend(source.text(start, end) for start, end in project.tree(name).comments)
    return texts


def test_a_page_calls_the_target_by_its_placeholder() -> None:
    """So that the page is right for any target; a reader sees the name."""
    named = release_name(TARGET)
    for path in sorted(PAGES.glob("*.md")):
        text = _FENCE.sub("", path.read_text("utf-8"))
        assert not re.search(rf"{named}(?!\.?\d)", text), f"{path.name}: write {{target}}"
        assert "{target}" not in rule(path.stem).body + rule(path.stem).message


@pytest.mark.parametrize("name", [r.name for r in all_rules() if r.applicability != MANUAL])
def test_a_page_with_a_fix_says_what_it_does_not_do(name: str) -> None:
    found = rule(name)
    assert len(prose(found, LEFT).split()) >= 5, f"## {LEFT}: what the fix leaves to the person"
    if found.applicability in {REVIEW, SUGGESTION}:
        assert len(prose(found, OTHERWISE).split()) >= 5, (
            f"## {OTHERWISE}: what else could be right"
        )


@pytest.mark.parametrize("name", RULES)
def test_releases_are_named_with_their_repository(name: str) -> None:
    told = rule(name).options.get("release", "")
    assert re.fullmatch(r"([\w-]+/[\w-]+@v?\d+(\.\d+)+(, |$))*", told)
    assert len(releases(rule(name))) == told.count("@")


@pytest.mark.parametrize("name", RULES)
def test_every_page_has_examples(name: str) -> None:
    body = rule(name).body
    assert body.split("\n## ")[0].strip(), "a page begins with a text for the person who met it"
    assert examples(body), "a page shows code before"
    assert look_alikes(body), "a page shows code that must be left alone"
    if rule(name).applicability != MANUAL:
        assert all(example.after for example in examples(body)), "a page shows the code after"


@pytest.mark.parametrize(("name", "example"), PAIRS)
def test_findings_are_where_they_are_marked(name: str, example: Example) -> None:
    suggestions = rule(name).applicability == SUGGESTION
    marks = _marks(_project(name, example.files), judged=rule(name).kind in (SELF_CHECK, KIND))
    if not suggestions:
        marks = {mark for mark in marks if mark[4] not in SUGGESTED}
    else:
        marks = {mark for mark in marks if mark[4] == name}
    assert marks == example.marks
    assert any(mark[4] == name for mark in marks)


@pytest.mark.parametrize(("name", "example"), PAIRS)
def test_the_fix_gives_what_the_page_shows_and_keeps_comments(name: str, example: Example) -> None:
    project = _project(name, example.files)
    ported = _ported(project, name)
    expected = {**example.files, **example.after}
    assert {file: ported.source(file).data.decode() for file in ported.every} == expected
    # The tool reads the first line of config.ml, so that is code.
    before = [text for text in _comments(project) if not text.startswith("(* mirage ")]
    assert [text for text in before if text not in _comments(ported)] == []
    for file in ported.names:
        assert len(ported.tree(file).broken) <= len(project.tree(file).broken)


@pytest.mark.parametrize(("name", "example"), PAIRS)
def test_a_second_run_changes_nothing(name: str, example: Example) -> None:
    project = _project(name, {**example.files, **example.after})
    if example.after and rule(name).applicability != SUGGESTION:
        assert port(project, WITH_REVIEW).files == {}


@pytest.mark.parametrize(("name", "files"), SILENT)
def test_look_alikes_stay_silent(name: str, files: dict[str, str]) -> None:
    marks = {mark for mark in _marks(_project(name, files)) if mark[4] != "console-to-logs"}
    assert marks == set()
