"""The extension in the real Visual Studio Code, seen and used through a browser.

What must be seen and written is computed with the engine and the command line, so that the three
are compared with each other at every step.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import pytest

from mirageport.code_actions.plan import changed
from mirageport.diagnostics.engine import EVERYTHING
from mirageport.diagnostics.finding import HINT, REVIEW, SAFE
from mirageport.mirage.workflow import file_names
from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.projects import WITH_CODE

from ..interfaces.compiler import require
from . import visual_studio_code as code
from .unikernels import CONFLICT, CONFLICT_SUMMARY, conflicting, set_traps

if TYPE_CHECKING:
    from pathlib import Path

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

# Characters of two and four bytes stand before the code of a line, in a comment and in strings.
UNIKERNEL = """open V1_LWT
open Lwt.Infix

module Main (C : Mirage_console_lwt.S) (S : STACKV4) = struct
  let echo c flow =
    S.TCPV4.read flow >>= function
    | `Ok buffer -> S.TCPV4.write flow buffer >>= fun _ -> Lwt.return_unit
    | `Eof | `Error _ -> S.TCPV4.close flow

  let start c s =
    C.log_s c "one" >>= fun () ->
    C.log_s c "two" >>= fun () ->
    (* C.log_s, é\U0001f42b *) C.log_s c "é\U0001f42b" >>= fun () ->
    (* é\U0001f42b *) C.log c "é\U0001f42b";
    S.listen_tcpv4 s ~port:80 (echo c);
    S.listen s
end
"""

CONFIG = """open Mirage

let main = foreign ~libraries:["lwt"] "Unikernel.Main" (console @-> stackv4 @-> job)

let () = register "café" [ main $ default_console $ generic_stackv4 default_console tap0 ]
"""

RULE = "console-log-s"
REQUIREMENTS = code.EXTENSION / "requirements.txt"
NEEDS = "The server needs Python 3.10 or newer"


@pytest.fixture(scope="module")
def tools() -> code.Tools:
    return code.tools()


@pytest.fixture(scope="module")
def package(tools: code.Tools, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return code.packaged(tools, tmp_path_factory.mktemp("package"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "uni kernel"
    folder.mkdir()
    (folder / "unikernel.ml").write_text(UNIKERNEL)
    (folder / "config.ml").write_text(CONFIG)
    return folder


def test_finding_and_installing_the_server(tools: code.Tools) -> None:
    said = code.npm(tools, "test")
    assert "# fail 0" in said
    assert "# skipped 0" in said


def test_what_the_package_holds(package: Path) -> None:
    with zipfile.ZipFile(package) as held:
        names = set(held.namelist())
        main = json.loads(held.read("extension/package.json"))["main"]
        licences = held.read("extension/out/licences.txt").decode()
    assert f"extension/{main.removeprefix('./')}" in names
    assert {"extension/media/icon.png", "extension/readme.md", "extension/LICENSE.txt"} <= names
    assert "vscode-languageclient 11" in licences
    assert "extension/out/server/requirements.txt" in names
    packs = {path.name for path in (code.ROOT / "packs").iterdir()}
    assert {f"extension/out/packs/{pack}.md" for pack in packs} <= names
    (wheel,) = (name for name in names if name.endswith(".whl"))
    assert wheel.startswith(f"extension/out/server/mirageport-{version('mirageport')}-")
    assert not [name for name in names if "node_modules" in name or name.endswith(".ts")]


def test_the_editor_sends_every_file_the_server_speaks_of() -> None:
    listed = json.loads((code.EXTENSION / "src" / "files.json").read_text())
    patterns = [pattern.lower() for pattern in (*listed["ocaml"], *listed["around"])]
    for suffix in (*WITH_CODE, *file_names.ENDINGS):
        assert f"**/*{suffix}" in patterns
    for name in file_names.NAMES:
        assert f"**/{name}" in patterns
    for name in file_names.BEGINNINGS:
        assert f"**/{name}*" in patterns
    for name in file_names.DOCUMENTS:
        assert f"**/{{{name},{name},{name}}}*.{{md,markdown}}" in patterns
    for folder in file_names.SERVICES:
        assert f"**{folder}*.{{yml,yaml}}" in patterns


def test_a_session(tools: code.Tools, package: Path, folder: Path, tmp_path: Path) -> None:
    file = folder / "unikernel.ml"
    project = _project(folder)
    findings = _findings(project, str(file))
    one = [f for f in findings if f.rule == RULE][-1]
    title = MirageEngine().menu(project, [one], _fail)[0][0].title
    config = _findings(project, str(folder / "config.ml"))
    review = next(f for f in config if f.rule == "pkg-libraries")
    steps = [
        ["open", "unikernel.ml"],
        ["squiggles"],
        ["problems", "config.ml"],
        ["quickFix", _place(project, one), title, str(file)],
        ["allOfRule", _place(project, findings[-3]), f"Fix all: {RULE}", str(file)],
        ["fixAll", str(file)],
        ["report", review.message[:30], "Ln 3, Col 20"],
        ["explain", _place(project, review), "config.ml"],
        ["port", "Apply All"],
        ["saveAll"],
    ]
    neighbour = code.neighbour(tmp_path)
    expected = _ported(folder, tmp_path / "all", "fix", "--review")
    with code.editor(tools, [package, neighbour], {}, code.installed_server()) as running:
        seen = code.drive(tools, running, folder, steps, "session")

    work = [f for f in findings + config if f.applicability != "suggestion"]
    assert seen["open"] == f"Mirage 3: {len(work)} left"
    assert _sorted(seen["squiggles"]) == _sorted(_drawn(project, findings))
    _check_diagnostics(seen["problems"], project, findings + config)
    assert "The neighbour's fix" in seen["quickFix"]["offered"]
    texts = [seen["quickFix"]["text"], seen["allOfRule"]["text"], seen["fixAll"]]
    assert texts == _step_by_step(project, str(file), one)
    assert [row.partition("\n")[0] for row in seen["report"]["rows"]][:1] == ["Fixes to review 2"]
    assert seen["report"]["tab"] == "config.ml"
    assert seen["explain"] == "~libraries and ~packages became one list of packages"
    assert seen["port"]["text"] == "Ported. Nothing is left."
    assert seen["saveAll"] == "Mirage 3"
    assert {name: (folder / name).read_text() for name in expected} == expected


def test_a_port_is_shown_and_made(
    tools: code.Tools, package: Path, folder: Path, tmp_path: Path
) -> None:
    """Before it is made, with each change and its reason; then as one step, in all files."""
    safe = _ported(folder, tmp_path / "safe", "fix")
    all_of_it = _ported(folder, tmp_path / "all", "fix", "--review")
    assert safe != all_of_it
    project = _project(folder)
    findings = _findings(project, str(folder / "config.ml"))
    everything = [*findings, *_findings(project, str(folder / "unikernel.ml"))]
    drawn = len([each for each in everything if each.severity != HINT])
    steps = [
        ["open", "unikernel.ml"],
        ["problems", "config.ml"],
        ["portCancelled", "Cancel"],
        ["port", "Apply All"],
        ["undo", "unikernel.ml", str(drawn)],
        ["portSafe", "Apply Safe Only"],
        ["savedSafe"],
    ]
    with code.editor(tools, [package], {}, code.installed_server()) as running:
        seen = code.drive(tools, running, folder, steps, "port")

    ported = MirageEngine().port(project, {SAFE, REVIEW}, EVERYTHING)
    for shown in (seen["portCancelled"], seen["port"], seen["portSafe"]):
        assert f"{ported.applied} changes in 2 files, " in shown["question"]
        assert shown["boxes"] == 0
        for made in ported.made:
            assert any(made.rule in row and made.title in row for row in shown["rows"]), made
    review = next(each for each in findings if each.rule == "pkg-libraries")
    assert any(review.message in row for row in seen["port"]["rows"]), "the reason is listed"
    assert (seen["portCancelled"]["dirty"], seen["port"]["dirty"], seen["undo"]) == (0, 2, 0)
    assert {name: (folder / name).read_text() for name in safe} == safe
    assert seen["problems"]["count"] == drawn, "those of a file that is not open are there too"


def test_the_compiler_is_asked(
    tools: code.Tools, package: Path, folder: Path, tmp_path: Path
) -> None:
    require("ocamlc")
    (folder / "other.ml").write_text("let x = Yojson.null\n")
    (folder / "unikernel.ml").write_text("open V1_LWT\n")
    command = [f"{code.installed_server()[0]}/mirageport", "verify", "--output-format", "json"]
    done = subprocess.run([*command, str(folder)], capture_output=True, check=False)
    told = json.loads(done.stdout)
    counts = told["summary"]
    steps = [
        ["open", "unikernel.ml"],
        ["verify", str(len(told["files"]))],
        ["explainMessage", "Error: Unbound value TCP.get_dest", "unikernel.ml"],
    ]
    with code.editor(tools, [package], {}, code.installed_server()) as running:
        seen = code.drive(tools, running, folder, steps, "compiler")
    assert seen["verify"]["text"] == (
        f"OCaml {told['version']}: 0 accepted, {counts['error']} refused, "
        f"{counts['not judged']} not judged"
    )
    rows = "\n".join(seen["verify"]["rows"])
    assert all(each["message"][:60] in rows for each in told["files"])
    assert "    tcp-get-dest: Tcp.get_dest is renamed to dst" in seen["explainMessage"]


def test_what_is_ported_is_judged(tools: code.Tools, package: Path, tmp_path: Path) -> None:
    folder = conflicting(tmp_path)
    steps = [["open", "unikernel.ml"], ["checkSelf"]]
    # The server marks the conflict by itself, too; it is shown once.
    settings = {"mirageport.self-check": True}
    with code.editor(tools, [package], settings, code.installed_server()) as running:
        seen = code.drive(tools, running, folder, steps, "self-check")
    assert seen["checkSelf"]["text"] == CONFLICT_SUMMARY
    (row,) = seen["checkSelf"]["rows"]
    _file, line, column, message = CONFLICT
    assert message in row
    assert f"line {line}" in row
    assert f"{column}" in row


def test_a_new_user(tools: code.Tools, package: Path, folder: Path, tmp_path: Path) -> None:
    """A machine without the server: it is offered, installed, runs, comes back when it was killed,
    and fixes on save. Nothing of the workspace's is run meanwhile."""
    file = folder / "config.ml"
    trace = set_traps(folder, tmp_path)
    wheels = tmp_path / "wheels"
    exact = ["--require-hashes", "--only-binary=:all:", "-r", str(REQUIREMENTS)]
    command = [sys.executable, "-m", "pip", "download", "-q", "-d", str(wheels), *exact]
    subprocess.run(command, check=True, timeout=300)
    settings = {"editor.codeActionsOnSave": {"source.fixAll.mirageport": "explicit"}}
    steps = [
        ["install"],
        ["open", "config.ml"],
        ["crash"],
        ["restart"],
        ["fixOnSave", str(file), "(* é *)"],
    ]
    shop = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(wheels), "PYTHONPATH": f"{os.pathsep}."}
    path = ["", ".", str(folder), str(folder / ".venv" / "bin")]
    with code.editor(tools, [package], settings, path, shop, folder) as running:
        seen = code.drive(tools, running, folder, steps, "new-user")
        assert list(running.work.rglob("globalStorage/mirageport.mirageport/server/bin/mirageport"))
    assert not trace.exists(), trace.read_text()
    before, after = seen["install"]
    assert before.startswith("The mirageport server was not found: not on the PATH")
    assert after.startswith("mirageport ")
    assert after.endswith(" is installed.")
    assert (seen["crash"], seen["restart"]) == (1, 1)
    (folder / "config.ml").write_text(CONFIG + "(* é *)")
    project = _project(folder)
    (text,) = _safe(project, str(file))
    assert seen["fixOnSave"] == text


def _project(folder: Path) -> Project:
    files = {str(path): path.read_bytes() for path in sorted(folder.glob("*.ml"))}
    return MirageEngine().project(files)


def _fail(rule: str, error: BaseException) -> None:
    raise AssertionError(rule) from error


def _findings(project: Project, name: str) -> list[Finding]:
    return list(MirageEngine().check(project, name, EVERYTHING, _fail).findings)


def _place(project: Project, finding: Finding) -> str:
    """A finding's place as the Problems panel speaks of it."""
    line, column = project.source(finding.file).position(finding.start, "utf-16")
    return f"line {line + 1} and character {column + 1}."


def _drawn(project: Project, findings: list[Finding]) -> list[list[object]]:
    """The texts to be underlined: their line, where in it, in characters, and the text."""
    drawn = []
    for finding in findings:
        if finding.severity != HINT:
            source = project.source(finding.file)
            line, column = source.position(finding.start)
            text = source.text(0, len(source.data)).split("\n")[line]
            drawn.append([text, column, source.text(finding.start, finding.end)])
    return drawn


def _sorted(drawn: list[list[object]]) -> list[list[object]]:
    """Without the second line under what two tools underline."""
    unique = {json.dumps(each): each for each in drawn}
    return [unique[key] for key in sorted(unique)]


def _check_diagnostics(seen: dict[str, Any], project: Project, findings: list[Finding]) -> None:
    """The editor has the engine's findings of all files, in its own columns, beside the
    neighbour's."""

    def at(finding: Finding, place: int) -> list[int]:
        return list(project.source(finding.file).position(place, "utf-16"))

    expected = [(f.file, f.rule, at(f, f.start), at(f, f.end)) for f in findings]
    own = [d for d in seen["diagnostics"] if d["source"] == "mirageport"]
    assert sorted((d["file"], d["code"], d["start"], d["end"]) for d in own) == sorted(expected)
    others = [d["message"] for d in seen["diagnostics"] if d["source"] == "ocamllsp"]
    assert others == ["Unbound module V1_LWT"]
    assert {d.get("language") for d in seen["diagnostics"]} == {"ocaml", None}, "one is not open"


def _step_by_step(project: Project, name: str, one: Finding) -> list[str]:
    """The file after one fix, after all of its rule, and after all safe ones."""
    engine = MirageEngine()
    project = changed(project, engine.menu(project, [one], _fail)[0][0].edits)
    texts = [_text(project, name)]
    same = [f for f in _findings(project, name) if f.rule == one.rule]
    project = changed(project, engine.combine(project, same, {SAFE}))
    texts.append(_text(project, name))
    return [*texts, *_safe(project, name)]


def _safe(project: Project, name: str) -> list[str]:
    """The file after all safe fixes of its unikernel."""
    return [_text(MirageEngine().port(project, {SAFE}, EVERYTHING).project, name)]


def _text(project: Project, name: str) -> str:
    source = project.source(name)
    return source.text(0, len(source.data))


def _ported(folder: Path, copy: Path, *command: str) -> dict[str, str]:
    """The files as a command of the command line leaves them."""
    shutil.copytree(folder, copy)
    program = f"{code.installed_server()[0]}/mirageport"
    result = subprocess.run([program, *command, str(copy)], capture_output=True, check=False)
    assert result.returncode in (0, 1), result.stdout
    return {path.name: path.read_text() for path in sorted(copy.iterdir())}


def test_the_page_has_every_command_and_setting_and_real_messages() -> None:
    page = (code.ROOT / "docs" / "editors" / "vscode.md").read_text()
    contributed = json.loads((code.EXTENSION / "package.json").read_text())["contributes"]
    titles = [each["title"] for each in contributed["commands"] if each["title"] != "Go To"]
    assert [title for title in titles if f"| {title} |" not in page] == []
    settings = contributed["configuration"]["properties"]
    assert [name for name in settings if f"`{name}`" not in page] == []
    messages = re.findall(r'^\| "(.+?)" \|', page, re.M)
    assert len(messages) > 5
    said = _said()
    assert [message for message in messages if message not in said] == []


def _said() -> str:
    """All texts of extension and server, with … for what is filled in."""
    sources = sorted((code.EXTENSION / "src").glob("*.ts"))
    text = "\n".join(path.read_text() for path in sources)
    text = re.sub(r'["`] \+\s+["`]', "", text)
    text = text.replace('${OLDEST.join(".")}', "3.10").replace("${needs}", NEEDS)
    reasons = ("nothing to fix", "the editor made no edit")
    commands = (code.ROOT / "server" / "lsp" / "commands.py").read_text()
    assert all(f'"{reason}"' in commands for reason in reasons)
    answers = "\n".join(f"mirageport: {reason}." for reason in reasons)
    return re.sub(r"\$\{[^}]*\}", "…", text) + answers
