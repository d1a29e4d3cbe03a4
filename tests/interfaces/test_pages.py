"""The examples of the rules' pages, judged by the compiler."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.changes.retyped import KIND
from mirageport.diagnostics.engine import Choice, check
from mirageport.diagnostics.finding import MANUAL, SUGGESTION
from mirageport.diagnostics.selfcheck import findings, judge
from mirageport.mirage.releases import START

from ..packs import all_rules, library, rule, sides, unikernel
from ..rules.pages import Example, examples

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

    from .compiler import Compiler, Complaint

# The compiler has nothing to say of scripts.
RULES = [found for found in all_rules() if found.category != "workflow"]
FIRST = [pytest.param(found.name, examples(found.body)[0], id=found.name) for found in RULES]
PAGES = [
    pytest.param(found.name, example, id=f"{found.name}-{index}")
    for found in RULES
    for index, example in enumerate(examples(found.body))
]
# What a page says when the compiler accepts its code: the rule is about more than types, then.
ACCEPTED = "accepts it"
WARNED = "warns"

_ERROR = re.compile(r"Error: (.*?)(?: Hint: | File \"|$)")


def _project(name: str, files: dict[str, str]) -> Project:
    data = {file: text.encode() for file, text in files.items()}
    return unikernel(data, target=sides(name)[1])


def _texts(project: Project) -> dict[str, str]:
    return {name: project.source(name).data.decode() for name in project.names}


def _as_mirage_2(text: str) -> str:
    """Half-ported text with the devices' names of Mirage 2."""
    for new, old in sorted(library().former.items(), reverse=True):
        text = re.sub(rf"\b{re.escape(new)}\b", old, text)
    return text


def _all_but(name: str, files: dict[str, str]) -> dict[str, str]:
    """The text as it is when everything is ported but what one rule is about, and what the rules of
    conflicts would make of that."""
    own = rule(name).kind
    mending = [each.name for each in all_rules() if each.kind == KIND and own != KIND]
    others = Choice((), (name, *mending))
    return _texts(port(_project(name, files), WITH_REVIEW, others).project)


def _message(complaint: Complaint) -> str:
    """What the compiler said, on one line, without the place and the hint."""
    found = _ERROR.search(" ".join(complaint.message.split()))
    return found.group(1).strip() if found else WARNED


@pytest.mark.parametrize(("name", "example"), PAGES)
def test_before_is_mirage_2_or_says_so(compiler: Compiler, name: str, example: Example) -> None:
    """At the page's station, if it has one. Code half on its way is called `## Before,
    half-ported`, code from before 2.9 `## Before, older than 2.9`, and really is. What is suggested
    is about code that has arrived."""
    old, new = sides(name)
    if rule(name).applicability == SUGGESTION:
        assert compiler.check(new, example.files) == []
        return
    files = example.files
    if old == START:
        files = {file: _as_mirage_2(text) for file, text in files.items()}
    complaints = compiler.check(old, files)
    if ", " in example.title:
        assert complaints, f"{old} accepts this code: call it `## Before` alone"
    assert ", " in example.title or complaints == [], f"{old} refuses the code before"


@pytest.mark.parametrize(("name", "example"), FIRST)
def test_before_is_refused_as_the_page_says(
    compiler: Compiler, name: str, example: Example
) -> None:
    files = example.files
    new = sides(name)[1]
    stated = rule(name).options.get("compiler", "")
    complaints = compiler.check(new, _all_but(name, files))
    if not complaints and stated != ACCEPTED:
        complaints = compiler.check(new, files)
    said = [_message(complaint) for complaint in complaints] or [ACCEPTED]
    assert stated == said[0], f"put this into the page's front matter:\ncompiler: {said[0]}"


@pytest.mark.parametrize(("name", "example"), PAGES)
def test_after_is_what_the_page_ports_to(compiler: Compiler, name: str, example: Example) -> None:
    """Every complaint that is left stands on a line with something left to do by hand."""
    files = {**example.files, **example.after}
    project = _project(name, files)
    reports = {file: check(project, file) for file in project.every}
    conflicts = findings(project, judge(project).conflicts, reports)
    for complaint in compiler.check(sides(name)[1], files):
        source = project.source(complaint.file)
        told = [*reports[complaint.file].findings, *conflicts.get(complaint.file, ())]
        by_hand = {
            source.line_of(finding.start) + 1 for finding in told if finding.applicability == MANUAL
        }
        assert complaint.line in by_hand, complaint.message
