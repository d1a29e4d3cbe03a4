"""Every change of the API is known, and the table of them is up to date."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[2]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("changes", ROOT / "docs" / "changes.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["changes"] = module
    spec.loader.exec_module(module)
    return module


script = _script()


@pytest.mark.parametrize("road", script.ROADS, ids=lambda road: road.page)
def test_the_table_is_up_to_date(road: Any) -> None:
    page = ROOT / "docs" / road.page
    assert page.read_text(encoding="utf-8") == script.table(road), "run docs/changes.py"


def test_a_page_covers_changes_that_are_listed() -> None:
    road = script.LATER
    assert set(script.covering(road)) - {change.name for change in script.changes(road)} == set()


def test_every_change_until_4_11_is_listed_once() -> None:
    changes = script.changes(script.LATER)
    assert Counter(change.part for change in changes) == {
        "code": 143,
        "config.ml": 137,
        "commands and files": 35,
        "packages": 43,
    }
    assert len({(change.part, change.name) for change in changes}) == 358


def test_every_change_is_listed_once() -> None:
    changes = script.changes()
    assert Counter(change.part for change in changes) == {
        "module types": 115,
        "libraries": 92,
        "configuration": 80,
        "workflow": 26,
    }
    assert len({(change.part, change.name) for change in changes}) == 313
    assert {change.safety for change in changes} == {"safe", "review", "manual", "none"}


def test_every_change_that_needs_work_says_what_is_new() -> None:
    needed = [each for each in script.changes() if each.safety != script.NOTHING]
    assert [each.name for each in needed if not each.becomes] == []


def test_every_change_has_a_rule() -> None:
    assert [change.name for change in script.missing()] == []


def test_the_table_says_how_many() -> None:
    """The configuration's 105 changes are those of its language and of the work around it."""
    lines = script.table().splitlines()
    assert "115 changes: 111 of 111 reported; 4 need no work." in lines
    assert "92 changes: 86 of 86 reported; 6 need no work." in lines
    assert "80 changes: 76 of 76 reported; 4 need no work." in lines
    assert "26 changes: 23 of 23 reported; 3 need no work." in lines


def test_a_fix_is_as_good_as_the_change_allows() -> None:
    """What can be done by rule is done by rule: one of a change's rules has a fix."""
    known = script.covering()
    by_hand = {
        change.name
        for change in script.changes()
        if change.part in ("module types", "libraries")
        and change.safety in ("safe", "review")
        and all(rule.applicability == "manual" for rule in known[change.name])
    }
    assert by_hand == set()
