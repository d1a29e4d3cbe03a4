"""Nothing that a person wrote about a rule breaks when it is renamed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mirageport.diagnostics.rules import UnknownRule
from mirageport.server.main import main
from mirageport.server.packs import PACK

RULES = PACK.rules
# Every name that a rule or a category ever had; a new one is added, none is removed.
NAMES = (Path(__file__).parent / "names.txt").read_text().split()
Capture = pytest.CaptureFixture[str]

FORMER, NOW = "clocks", "clock-connect"
CODE = """\
module Main (Clock : V1.CLOCK) = struct
  let start () = Lwt.return_unit
end
"""
IGNORED = CODE.replace("  let start", f"  (* mirageport: ignore {FORMER} *)\n  let start")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "unikernel.ml").write_text(CODE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _rules(capsys: Capture, *options: str) -> list[str]:
    capsys.readouterr()
    main(["check", "--output-format", "json", *options])
    return [found["rule"] for found in json.loads(capsys.readouterr().out)["findings"]]


def test_every_name_of_today_is_listed() -> None:
    missing = sorted(RULES.selectable - set(NAMES))
    assert missing == [], "add these to tests/rules/names.txt, where they stay for good"


@pytest.mark.parametrize("name", NAMES)
def test_every_name_there_ever_was_is_known(name: str) -> None:
    assert set(RULES.current([name])) <= RULES.selectable


def test_a_former_name_is_no_name_of_today() -> None:
    former = [name for each in RULES.all() for name in each.aliases]
    assert FORMER in former
    assert RULES.selectable.isdisjoint(former)


def test_options(here: Path, capsys: Capture) -> None:
    every = _rules(capsys)
    assert NOW in every
    assert _rules(capsys, "--select", FORMER) == [NOW]
    assert _rules(capsys, "--ignore", FORMER) == [name for name in every if name != NOW]


@pytest.mark.parametrize("key", ["select", "ignore"])
def test_settings(here: Path, capsys: Capture, key: str) -> None:
    (here / "mirageport.toml").write_text(f'{key} = ["{FORMER}"]\n')
    found = _rules(capsys)
    assert found
    assert (set(found) == {NOW}) == (key == "select")
    assert (NOW in found) == (key == "select")


def test_comments(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(IGNORED)
    found = _rules(capsys)
    assert NOW not in found
    assert "unused-ignore" not in found


def test_baselines(here: Path, capsys: Capture) -> None:
    assert main(["check", "--write-baseline", "known.json"]) == 0
    known = (here / "known.json").read_text()
    assert NOW in known
    (here / "known.json").write_text(known.replace(NOW, FORMER))
    assert _rules(capsys, "--baseline", "known.json") == []


def test_json(here: Path, capsys: Capture) -> None:
    main(["check", "--output-format", "json"])
    for found in json.loads(capsys.readouterr().out)["findings"]:
        assert found.get("aliases", []) == ([FORMER] if found["rule"] == NOW else [])


def test_explain(capsys: Capture) -> None:
    assert main(["explain", NOW]) == 0
    page = capsys.readouterr().out
    assert main(["explain", FORMER]) == 0
    assert capsys.readouterr().out == page


def test_an_unknown_name_stays_unknown(here: Path, capsys: Capture) -> None:
    with pytest.raises(UnknownRule):
        RULES.rule("no-such-rule")
    assert main(["check", "--select", "no-such-rule"]) == 2
    assert "no rule or category is called 'no-such-rule'" in capsys.readouterr().err
