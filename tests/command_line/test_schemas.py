"""What programs read is as its schema says: ours for json, the standard's for SARIF."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator, Draft202012Validator

from mirageport.server.main import main

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

ROOT = Path(__file__).parents[2]
SARIF = ROOT / "build" / "schemas" / "sarif-2.1.0.json"  # .ci/schemas fetches it
Capture = pytest.CaptureFixture[str]

CONFIG = """\
open Mirage
let main = foreign "Unikernel.Main" (console @-> kv_ro @-> job)
let mode = get_mode ()
let () = register "x" [ main $ default_console $ generic_kv_ro "shelf" ]
"""
UNIKERNEL = """\
module Main (C : V1_LWT.CONSOLE) (S : V1_LWT.STACKV4) = struct
  let start c s = (* é\U0001f42b *) C.log_s c "x" >>= fun () -> S.listen s
end
"""
TORN = "module Main (C : V1_LWT.CONSOLE) = struct\n  let f c = try_lwt C.log_s c with _ -> 1\nend\n"
FILES = {
    "config.ml": CONFIG.encode(),
    "unikernel.ml": UNIKERNEL.encode(),
    "torn é \U0001f42b%.ml": TORN.encode(),
    "binary.ml": b"let x = \xff\0 V1_LWT\n",
    "latin\r\n.ml": b"open V1_LWT\n",
    "Makefile": b"all:\n\tmirage configure --xen\n\t./mir-x\n",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A unikernel with all there is to say of one: findings that name other places, what cannot be
    read, and names that need escaping."""
    monkeypatch.chdir(tmp_path)
    for name, data in FILES.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


@pytest.fixture(scope="session")
def sarif() -> Validator:
    """The validator of SARIF 2.1.0."""
    if not SARIF.exists():
        message = f"not there: {SARIF} (.ci/schemas fetches it)"
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return Draft7Validator(json.loads(SARIF.read_text()))


def ours(name: str) -> Validator:
    schema = json.loads((ROOT / "docs" / "schemas" / f"{name}.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def printed(capsys: Capture, *arguments: str) -> dict[str, Any]:
    """What a command prints, which was able to read not all."""
    assert main(list(arguments)) == 2
    log: dict[str, Any] = json.loads(capsys.readouterr().out)
    return log


def faults(validator: Validator, value: dict[str, Any]) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in validator.iter_errors(value)]


@pytest.mark.usefixtures("folder")
def test_check_as_json(capsys: Capture) -> None:
    told = printed(capsys, "check", "--output-format", "json")
    assert told["notices"]
    assert told["errors"]
    assert any("related" in finding for finding in told["findings"])
    assert faults(ours("check"), told) == []


@pytest.mark.usefixtures("folder")
def test_check_as_sarif(sarif: Validator, capsys: Capture) -> None:
    told = printed(capsys, "check", "--output-format", "sarif")
    assert faults(sarif, told) == []
    (run,) = told["runs"]
    assert any("relatedLocations" in result for result in run["results"])
    (invocation,) = run["invocations"]
    assert not invocation["executionSuccessful"]
    levels = [each["level"] for each in invocation["toolExecutionNotifications"]]
    assert sorted(levels) == ["error", "note"]


def test_nothing_as_sarif(sarif: Validator, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "plain.ml").write_text("let x = 1\n")
    assert main(["check", "--output-format", "sarif", str(tmp_path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert faults(sarif, told) == []
    assert told["runs"][0]["invocations"][0]["executionSuccessful"]


def test_report_as_json(folder: Path, capsys: Capture) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "start"]):
        subprocess.run([*git, *command], cwd=folder, check=True, capture_output=True)
    (folder / "unikernel.ml").write_text(UNIKERNEL.replace("log_s", "log"))
    told = printed(capsys, "report", "--format", "json", "--history")
    assert told["unread"]
    assert len(told["history"]) == 2
    assert faults(ours("report"), told) == []
