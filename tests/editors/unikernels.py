"""The unikernels that real editors are shown, and what must be seen in them.

Text outside ASCII and outside the Basic Multilingual Plane stands before the code, and old names
stand in comments too. What must be seen is computed with the engine, so that editor and engine are
compared with each other at every step of a session.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import pytest

from mirageport.code_actions.plan import changed
from mirageport.diagnostics.engine import EVERYTHING
from mirageport.server.lsp.engine import Engine, MirageEngine

from ..server.fake import FakeEngine

if TYPE_CHECKING:
    from mirageport.mirage.project import Project

ROOT = Path(__file__).resolve().parents[2]

FAKE = """let x = "é\U0001f42b" in old_safe (* old_safe é\U0001f42b *)
let y = "é" and z = old_twice old_review (* é\U0001f42b *) old_safe
let w = old_pair old_safe
"""

# Half-ported: the stack is Mirage 3's already, the console is not.
REAL = """open V1_LWT
open Lwt.Infix

module Main (C : CONSOLE) (S : Mirage_stack_lwt.V4) = struct
  let echo c flow =
    S.TCPV4.read flow >>= function
    | `Ok buffer -> S.TCPV4.write flow buffer >>= fun _ -> Lwt.return_unit
    | `Eof | `Error _ -> S.TCPV4.close flow

  let start c s =
    (* C.log_s, é\U0001f42b *) C.log_s c "é\U0001f42b" >>= fun () ->
    (* é *) C.log_s c "é" >>= fun () -> (* \U0001f42b *) C.log_s c "listening" >>= fun () ->
    C.log c "now";
    S.listen_tcpv4 s ~port:80 (echo c);
    S.listen s
end
"""

CONFIG = """open Mirage

let main = foreign ~libraries:["lwt"] "Unikernel.Main" (console @-> stackv4 @-> job)

let () = register "café" [ main $ default_console $ generic_stackv4 default_console tap0 ]
"""


# A file around a unikernel: its only finding is in the last line.
AROUND = (
    "# é\U0001f42b mirage configure --xen\nconfigure:\n\techo é\U0001f42b; mirage configure --xen\n"
)
AROUND_PLACE = (2, 27, 32)
AROUND_FIXED = AROUND[::-1].replace("nex--", "nex t-", 1)[::-1]

# Names of files, some of which stand around a unikernel.
NAMES = [
    "Makefile", "makefile", "Makefile.user", "GNUmakefile", "rules.mk", "build.sh", "test.bash",
    "Dockerfile", "Dockerfile.ci", "ci.dockerfile", ".travis.yml", ".gitlab-ci.yml", ".drone.yml",
    "appveyor.yml", "circle.yml", ".circleci/config.yml", ".github/workflows/a.yaml", "other.yml",
    ".gitignore", ".merlin", "_tags", "opam", "a.opam", "a.xl", "a.xl.in", "README.md", "readme.md",
    "INSTALL.markdown", "CHANGES.md", "main.c", "dune", "notes.txt", "opam.txt", "Makefile/x.c",
]  # fmt: skip


class Case(NamedTuple):
    """engine: what knows the old names. program: the server's command line, without `lsp`. rule:
    the rule of which first one finding is mended and then all."""

    engine: Engine
    program: list[str]
    text: str
    config: str
    rule: str


CASES = {
    "fake": Case(
        FakeEngine(),
        [sys.executable, "-m", "tests.server.fake"],
        FAKE,
        'let pair = "Mirage"\n',
        "fake-safe",
    ),
    "real": Case(
        MirageEngine(),
        [sys.executable, "-m", "mirageport.server.main"],
        REAL,
        CONFIG,
        "console-log-s",
    ),
}


def missing(what: str) -> NoReturn:
    """A missing editor is skipped, but not where CI is set: there it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"no {what}")
    pytest.skip(f"no {what}")


def environment(work: Path) -> dict[str, str]:
    """Variables of a process that knows nothing of this machine's own settings."""
    homes = {f"XDG_{name}_HOME": str(work / name) for name in ("STATE", "DATA", "CACHE", "CONFIG")}
    path = os.pathsep.join([str(ROOT), *filter(None, sys.path)])
    return {**os.environ, **homes, "HOME": str(work), "LC_ALL": "C.UTF-8", "PYTHONPATH": path}


def command_on_path(work: Path) -> str:
    """A folder with the program in it, as it is when it was installed."""
    folder = work / "bin"
    folder.mkdir()
    program = folder / "mirageport"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m mirageport.server.main "$@"\n')
    program.chmod(0o755)
    return str(folder)


def write(kind: Case, work: Path) -> Path:
    """Put a unikernel on disk; returns its folder."""
    folder = work / "uni kernel"
    folder.mkdir()
    (folder / "config.ml").write_text(kind.config)
    (folder / "unikernel.ml").write_text(kind.text)
    return folder


def on_disk(folder: Path) -> dict[str, str]:
    """The unikernel's files as they are now."""
    return {name: (folder / name).read_text() for name in ("config.ml", "unikernel.ml")}


class Expected(NamedTuple):
    """What an editor must show and write, by the engine alone.

    shown: a dictionary per squiggle. at: the index of the one that is mended first, by the action
    `title`. fixed_one, fixed_rule, fixed_all: the text after each step; the last one without and
    with the fixes before. files: the unikernel's files after the port that follows. ported: the
    same after a port alone. left: how many findings the unikernel has then. report: what is left
    in all files at the beginning, as (file, line, rule).
    """

    shown: list[dict[str, Any]]
    at: int
    title: str
    fixed_one: str
    fixed_rule: str
    fixed_all: str
    files: dict[str, str]
    ported: dict[str, str]
    left: int
    report: list[tuple[str, int, str]]


def expectation(kind: Case, folder: Path, encoding: str) -> Expected:
    """encoding: how the editor counts columns."""
    engine, name = kind.engine, str(folder / "unikernel.ml")
    project = engine.project(
        {name: kind.text.encode(), str(folder / "config.ml"): kind.config.encode()}
    )
    findings = _check(engine, project, name)
    at = next(index for index, each in enumerate(findings) if each.rule == kind.rule)
    shown = [_shown(project, finding, encoding) for finding in findings]
    report = [
        (Path(each).name, project.source(each).position(finding.start)[0] + 1, finding.rule)
        for each in project.names
        for finding in _check(engine, project, each)
    ]
    alone, _left = _ported(engine, project)
    fix = engine.fixes(project, findings[at])[0]
    one = project = changed(project, fix.edits)
    same = [f for f in _check(engine, project, name) if f.rule == kind.rule]
    assert len(same) > 1, "all of a rule is more than one"
    rule = project = changed(project, engine.combine(project, same, {"safe", "review"}))
    project = engine.port(project, {"safe"}, EVERYTHING).project
    files, left = _ported(engine, project)
    return Expected(
        shown, at, fix.title, _text(one, name), _text(rule, name), _text(project, name),
        files, alone, left, report,
    )  # fmt: skip


def _ported(engine: Engine, project: Project) -> tuple[dict[str, str], int]:
    """The files after a port, and how many findings are left in them."""
    ported = engine.port(project, {"safe", "review"}, EVERYTHING)
    files = {n: ported.files.get(n, project.source(n).data).decode() for n in project.names}
    left = sum(len(report.findings) for report in ported.left.values())
    return {Path(name).name: text for name, text in files.items()}, left


def _shown(project: Project, finding: Any, encoding: str) -> dict[str, Any]:
    source = project.source(finding.file)
    line, start = source.position(finding.start, encoding)
    last, stop = source.position(finding.end, encoding)
    assert line == last, "a squiggle of these texts is on one line"
    return {"line": line, "start": start, "stop": stop, "rule": finding.rule}


def _text(project: Project, name: str) -> str:
    return project.source(name).data.decode()


def _check(engine: Engine, project: Project, name: str) -> Any:
    return engine.check(project, name, EVERYTHING, _fail).findings


def _fail(rule: str, error: BaseException) -> None:
    raise AssertionError(rule) from error
