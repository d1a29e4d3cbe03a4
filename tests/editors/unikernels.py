"""The unikernels that real editors are shown, and what must be seen in them.

Text outside ASCII and outside the Basic Multilingual Plane stands before the code, and old names
stand in comments too. What must be seen is computed with the engine, so that editor and engine are
compared with each other at every step of a session.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

import pytest

from mirageport.code_actions.plan import changed
from mirageport.diagnostics.engine import EVERYTHING
from mirageport.server.lsp.engine import MirageEngine

from ..interfaces.compiler import require
from ..server.fake import FakeEngine

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

ROOT = Path(__file__).resolve().parents[2]

FAKE = """let x = "é\U0001f42b" in old_safe (* old_safe é\U0001f42b *)
let y = "é" and z = old_twice old_review (* é\U0001f42b *) old_safe
let w = old_pair old_safe
"""

# Half-ported: the stack is Mirage 3's already, the console is not.
REAL = """open V1_LWT
open Lwt.Infix

module Main (C : Mirage_console_lwt.S) (S : STACKV4) = struct
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

# What is no unikernel, in a project whose upper bound a pack that ships is for: its only finding is
# in the first line.
BOUND = 'depends: [ "ocaml" {< "5.0"} ]\n'
LEXER = """{ let order = (* é *) Pervasives.compare }
rule token = parse
| 'p' { order 'P' (* Pervasives *) }
"""
GRAMMAR = """%{ let order = (* é *) Pervasives.compare %}
%token <char> P
%%
all: P { order $1 } /* { Pervasives.compare } */
"""


def bounded(work: Path) -> dict[Path, str]:
    """Puts such a project on disk: the files, with what is in them once they are ported."""
    folder = work / "library ** é"
    (folder / "src").mkdir(parents=True)
    (folder / ".git").mkdir()
    (folder / "x.opam").write_text(BOUND)
    found = {}
    for name, text in (("lexer.mll", LEXER), ("grammar.mly", GRAMMAR)):
        (folder / "src" / name).write_text(text)
        found[folder / "src" / name] = text.replace("Pervasives", "Stdlib", 1)
    return found


# Names of files, some of which stand around a unikernel.
NAMES = [
    "Makefile", "makefile", "Makefile.user", "GNUmakefile", "rules.mk", "build.sh", "test.bash",
    "Dockerfile", "Dockerfile.ci", "ci.dockerfile", ".travis.yml", ".gitlab-ci.yml", ".drone.yml",
    "appveyor.yml", "circle.yml", ".circleci/config.yml", ".github/workflows/a.yaml", "other.yml",
    ".gitignore", ".merlin", "_tags", "opam", "a.opam", "a.xl", "a.xl.in", "README.md", "readme.md",
    "INSTALL.markdown", "CHANGES.md", "main.c", "jbuild", "dune", "notes.txt", "opam.txt",
    "Makefile/x.c", ".mirage.config",
]  # fmt: skip


# What the self-check says of `conflicting`: a conflict, its column in characters, and the summary.
CONFLICT = (
    "unikernel.ml",
    2,
    33,
    "This does not type-check against Mirage 3: unbound value `text`.",
)
CONFLICT_SUMMARY = "1 left in 1 file: 1 by hand."


def conflicting(folder: Path) -> Path:
    """A unikernel on Mirage 3, with one name that nothing binds; gives its folder."""
    home = folder / "self ** check"
    home.mkdir()
    (home / "config.ml").write_text("open Mirage\n")
    (home / "unikernel.ml").write_text(
        "module Main (C : Mirage_console_lwt.S) = struct\n"
        "  let start c = (* é *) C.log c text\nend\n"
    )
    return home


# What a build prints, and the beginning of what `mirageport explain` says of it.
LOG = [
    "ocamlfind ocamldep -modules unikernel.ml",
    'File "unikernel.ml", line 7, characters 4-15:',
    "Error: Unbound value T.get_dest",
    'File "unikernel.ml", line 9, characters 4-15:',
    "Error: Unbound value C.log_s",
]
EXPLAINED = [
    "unikernel.ml:7:5: Unbound value T.get_dest",
    "    tcp-get-dest: Tcp.get_dest is renamed to dst",
]


def verified(folder: Path, encoding: str = "bytes") -> list[tuple[str, int, int, str]]:
    """What an editor must list of what the compiler says: file, line, column in bytes or in
    characters, and kind."""
    told = []
    for each in _verdicts(folder)["files"]:
        name = Path(each["file"]).name
        if each["verdict"] == "error":
            line, column = each["start"]["line"], each["start"]["column"]
            text = (folder / name).read_text().split("\n")[line - 1]
            before = len(text[: column - 1].encode()) if encoding == "bytes" else column - 1
            told.append((name, line, before + 1, "E"))
        elif each["verdict"] == "not judged":
            told.append((name, 1, 0, "I"))
    assert {kind for *_place, kind in told} == {"E", "I"}
    return told


def summary(folder: Path) -> str:
    """The counts as an editor says them."""
    told = _verdicts(folder)
    counts = told["summary"]
    return (
        f"OCaml {told['version']}: {counts['accepted']} accepted, {counts['error']} refused, "
        f"{counts['not judged']} not judged"
    )


def _verdicts(folder: Path) -> dict[str, Any]:
    require("ocamlc")
    command = [*CASES["real"].program, "verify", "--output-format", "json", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False, timeout=120)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


class Case(NamedTuple):
    """engine: what knows the old names. program: the server's command line, without `lsp`. rule:
    the rule of which first one finding is mended and then all."""

    engine: MirageEngine
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


def set_traps(folder: Path, work: Path) -> Path:
    """Put into a folder what Python or an editor would run if a program started there, or if
    programs were looked for there. Returns the file in which each leaves a trace."""
    trace = work / "trace"
    modules = ("venv", "pip", "sitecustomize", "usercustomize", "typing", "json", "mirageport")
    for module in modules:
        code = f"open({str(trace)!r}, 'a').write({module!r})\n"
        (folder / f"{module}.py").write_text(code)
    for place in (".", ".venv/bin", "venv/bin"):
        (folder / place).mkdir(parents=True, exist_ok=True)
        for name in ("python", "python3", "mirageport", "pip", "sh"):
            program = folder / place / name
            program.write_text(f"#!/bin/sh\necho {place}/{name} >>'{trace}'\n")
            program.chmod(0o755)
    return trace


def lured(work: Path) -> dict[str, str]:
    """Variables of a process that looks for programs and modules in its working folder first."""
    path = os.pathsep.join([command_on_path(work), os.environ["PATH"]])
    modules = environment(work)["PYTHONPATH"]
    return {"PATH": f"{os.pathsep}.{os.pathsep}{path}", "PYTHONPATH": f"{os.pathsep}{modules}"}


def hostile_configs(work: Path) -> list[Path]:
    """Folders with a Makefile whose config.ml is a unikernel's (those called `good...`), or nothing
    that can be read to its end."""

    def folder(name: str) -> Path:
        made = work / name
        made.mkdir()
        (made / "Makefile").write_text(AROUND)
        folders.append(made)
        return made / "config.ml"

    folders: list[Path] = []
    folder("zero").symlink_to("/dev/zero")
    folder("tty").symlink_to("/dev/tty")
    folder("round").symlink_to("config.ml")
    os.mkfifo(folder("pipe"))
    with tempfile.TemporaryDirectory() as short, socket.socket(socket.AF_UNIX) as stream:
        stream.bind(f"{short}/s")  # its own name would be too long
        os.rename(f"{short}/s", folder("socket"))
    folder("folder").mkdir()
    folder("empty").touch()
    with folder("sparse").open("wb") as file:
        file.truncate(2**40)
    folder("good").write_text(CONFIG)
    folder("good link").symlink_to("../good/config.ml")
    with folder("good **").open("wb") as file:
        file.write(b"\xff\n" * 1000 + CONFIG.encode())
    return folders


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
    in all files at the beginning, as (file, line, rule). beside: the squiggles of config.ml, as
    (line, column, rule).
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
    beside: list[tuple[int, int, str]]


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
    config = str(folder / "config.ml")
    marks = [_shown(project, each, encoding) for each in _check(engine, project, config)]
    beside = [(each["line"], each["start"], each["rule"]) for each in marks]
    alone, _left = _ported(engine, project)
    fix = engine.menu(project, [findings[at]], _fail)[0][0]
    one = project = changed(project, fix.edits)
    same = [f for f in _check(engine, project, name) if f.rule == kind.rule]
    assert len(same) > 1, "all of a rule is more than one"
    rule = project = changed(project, engine.combine(project, same, {"safe", "review"}))
    project = engine.port(project, {"safe"}, EVERYTHING).project
    files, left = _ported(engine, project)
    return Expected(
        shown, at, fix.title, _text(one, name), _text(rule, name), _text(project, name),
        files, alone, left, report, beside,
    )  # fmt: skip


def _ported(engine: MirageEngine, project: Project) -> tuple[dict[str, str], int]:
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


def _check(engine: MirageEngine, project: Project, name: str) -> Any:
    return engine.check(project, name, EVERYTHING, _fail).findings


def _fail(rule: str, error: BaseException) -> None:
    raise AssertionError(rule) from error
