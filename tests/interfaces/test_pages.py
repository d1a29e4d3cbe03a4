"""The examples of the rules' pages, judged by the compiler."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import Choice, check
from mirageport.diagnostics.finding import MANUAL, SUGGESTION
from mirageport.diagnostics.selfcheck import findings, selfcheck

from ..packs import all_rules, library, rule, unikernel
from ..rules.pages import Example, examples
from .compiler import NEW, OLD, Compiler, Complaint

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

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


def _project(files: dict[str, str]) -> Project:
    return unikernel({name: text.encode() for name, text in files.items()})


def _texts(project: Project) -> dict[str, str]:
    return {name: project.source(name).data.decode() for name in project.names}


def _as_mirage_2(text: str) -> str:
    """Half-ported text with the devices' names of Mirage 2."""
    for new, old in sorted(library().former.items(), reverse=True):
        text = re.sub(rf"\b{re.escape(new)}\b", old, text)
    return text


def _all_but(name: str, files: dict[str, str]) -> dict[str, str]:
    """The text as it is when everything is ported but what one rule is about."""
    others = Choice((), (name,))
    return _texts(port(_project(files), WITH_REVIEW, others).project)


def _message(complaint: Complaint) -> str:
    """What the compiler said, on one line, without the place and the hint."""
    found = _ERROR.search(" ".join(complaint.message.split()))
    return found.group(1).strip() if found else WARNED


@pytest.mark.parametrize(("name", "example"), PAGES)
def test_before_is_mirage_2_or_says_so(compiler: Compiler, name: str, example: Example) -> None:
    """Code half on its way is called `## Before, half-ported`, code from before 2.9 `## Before,
    older than 2.9`, and really is. What is suggested is about code that has arrived."""
    if rule(name).applicability == SUGGESTION:
        assert compiler.check(NEW, example.files) == []
        return
    files = {file: _as_mirage_2(text) for file, text in example.files.items()}
    complaints = compiler.check(OLD, files)
    assert bool(complaints) == (", " in example.title), complaints


@pytest.mark.parametrize(("name", "example"), FIRST)
def test_before_is_refused_as_the_page_says(
    compiler: Compiler, name: str, example: Example
) -> None:
    files = example.files
    stated = rule(name).options.get("compiler", "")
    complaints = compiler.check(NEW, _all_but(name, files))
    if not complaints and stated != ACCEPTED:
        complaints = compiler.check(NEW, files)
    said = [_message(complaint) for complaint in complaints] or [ACCEPTED]
    assert stated == said[0], f"put this into the page's front matter:\ncompiler: {said[0]}"


@pytest.mark.parametrize(("name", "example"), PAGES)
def test_after_is_mirage_3(compiler: Compiler, name: str, example: Example) -> None:
    """Every complaint that is left stands on a line with something left to do by hand."""
    files = {**example.files, **example.after}
    project = _project(files)
    reports = {file: check(project, file) for file in project.every}
    conflicts = findings(project, selfcheck(project), reports)
    for complaint in compiler.check(NEW, files):
        source = project.source(complaint.file)
        told = [*reports[complaint.file].findings, *conflicts.get(complaint.file, ())]
        by_hand = {
            source.line_of(finding.start) + 1 for finding in told if finding.applicability == MANUAL
        }
        assert complaint.line in by_hand, complaint.message
