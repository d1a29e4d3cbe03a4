"""Every promise names a test that there is."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ..nightly import files

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (.+) \| `(\S+)::(\w+)` \| (.+) \|$",
    (ROOT / "docs" / "guarantees.md").read_text(),
    re.MULTILINE,
)


def test_every_row_was_understood() -> None:
    text = (ROOT / "docs" / "guarantees.md").read_text()
    assert len(ROWS) == sum(line.startswith("| ") for line in text.splitlines()) - text.count(
        "| promise |"
    )
    assert len(ROWS) > 30


@pytest.mark.parametrize(("file", "test"), [(file, test) for _promise, file, test, _cases in ROWS])
def test_the_test_of_a_promise_exists(file: str, test: str) -> None:
    found = set()
    for node in ast.parse((ROOT / file).read_text()).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found.update(name.id for name in node.targets if isinstance(name, ast.Name))
    assert test in found


def test_the_nightly_run_takes_all_of_them() -> None:
    assert set(files()) == {file for _promise, file, _test, _cases in ROWS}
