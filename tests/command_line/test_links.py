"""Links lead to the home of the project, and there are none before it has one."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mirageport.server import home
from mirageport.server.main import main

ROOT = Path(__file__).parents[2]
HOME = "https://example.org/us/mirageport"
PAGE = f"{HOME}/blob/main/mirage/rules/v1-module-type.md"
OLD = "module Main (C : V1_LWT.CONSOLE) = struct end\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "unikernel.ml").write_text(OLD)
    return tmp_path


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "HOME", HOME)


def _sarif(capsys: Capture) -> dict[str, Any]:
    assert main(["check", "--output-format", "sarif"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    driver: dict[str, Any] = run["tool"]["driver"]
    return driver


def _report(capsys: Capture) -> str:
    assert main(["report", "--format", "html"]) == 1
    return capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_without_a_home_nothing_is_linked(capsys: Capture) -> None:
    driver = _sarif(capsys)
    assert "informationUri" not in driver
    assert [rule.get("helpUri") for rule in driver["rules"]] == [None]
    assert driver["rules"][0]["help"] == {"text": "mirageport explain v1-module-type"}
    assert 'href="http' not in _report(capsys)
    assert main(["rules", "v1-module-type", "--output-format", "json"]) == 0
    assert "page" not in json.loads(capsys.readouterr().out)["rules"][0]


@pytest.mark.usefixtures("here", "published")
def test_with_a_home_rules_lead_to_their_pages(capsys: Capture) -> None:
    driver = _sarif(capsys)
    assert driver["informationUri"] == HOME
    assert [rule["helpUri"] for rule in driver["rules"]] == [PAGE]
    assert f'<a href="{PAGE}">' in _report(capsys)
    assert main(["rules", "v1-module-type", "--output-format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["rules"][0]["page"] == PAGE


@pytest.mark.usefixtures("published")
def test_help_leads_to_the_documentation(capsys: Capture) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--help"])
    assert f"{HOME}/blob/main/docs/command-line.md#check" in capsys.readouterr().out


def test_pages_that_links_lead_to_are_there() -> None:
    assert (ROOT / PAGE.partition("/blob/main/")[2]).exists()
    assert (ROOT / home_of_documentation()).exists()


def home_of_documentation() -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(home, "HOME", HOME)
        return home.documentation().partition("/blob/main/")[2]


OWN = "tests/command_line/test_links.py"
TEXTS = {
    name: (ROOT / name).read_text("utf-8", errors="replace")
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split("\0")
    if name.endswith((".md", ".py", ".json", ".el", ".lua", ".txt", ".ts", ".yml", ".toml"))
    and (ROOT / name).is_file()
}


def test_the_address_stands_in_one_place() -> None:
    address = home.HOME or "github.com/mirageport/"
    found = {name for name, text in TEXTS.items() if address in text}
    assert found - {OWN, "server/home.py"} == set()


def test_no_text_installs_what_is_not_published() -> None:
    found = {name for name, text in TEXTS.items() if "install mirageport`" in text}
    assert found - {OWN, "RELEASING.md"} == set() or home.HOME
