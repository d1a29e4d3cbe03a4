"""Findings that name a place in another file say where it is, in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """\
open Mirage
let main = foreign "Unikernel.Main" (kv_ro @-> job)
let () = register "x" [ main $ generic_kv_ro "shelf" ]
"""
UNIKERNEL = """\
module Main (S : Mirage_stack_lwt.V4) = struct
  let start s = S.listen s
end
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.ml").write_text(CONFIG)
    (tmp_path / "unikernel.ml").write_text(UNIKERNEL)
    return tmp_path


@pytest.mark.usefixtures("folder")
def test_in_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "unikernel.ml"]) == 1
    assert "  = note: config.ml:2:38: what config.ml gives\n" in capsys.readouterr().out
    assert main(["check", "--quiet"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.usefixtures("folder")
def test_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", "json"]) == 1
    there, here = json.loads(capsys.readouterr().out)["findings"]
    assert there["related"] == [
        {
            "file": "unikernel.ml",
            "start": here["start"],
            "end": here["end"],
            "message": "what the functor takes",
        }
    ]


@pytest.mark.usefixtures("folder")
def test_in_sarif(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--output-format", "sarif", "--jobs", "2"]) == 1
    there, here = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    (place,) = here["relatedLocations"]
    assert place["physicalLocation"] == there["locations"][0]["physicalLocation"]
