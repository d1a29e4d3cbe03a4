"""What a hostile repository may hold: nothing outside is read or written, nothing is acted upon."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions import plan
from mirageport.diagnostics import engine, matching
from mirageport.server.main import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from mirageport.diagnostics.finding import Finding

OLD = "module Main (C : V1_LWT.CONSOLE) = struct\n  let say c = C.log_s c {}\nend\n"
FORMATS = ("text", "concise", "json", "github", "sarif")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder inside another one."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


# -- what is read ------------------------------------------------------------------------------


def test_no_link_leads_out(here: Path, capsys: Capture) -> None:
    (here.parent / "secret.ml").write_text(OLD.format("secret"))
    (here / "config.ml").write_text("")
    (here / "absolute.ml").symlink_to(here.parent / "secret.ml")
    (here / "relative.ml").symlink_to("../secret.ml")
    (here / "passwords.ml").symlink_to("/etc/passwd")
    (here / "folder").symlink_to(here.parent)
    before = (here.parent / "secret.ml").read_bytes()
    for command in (["check"], ["fix"], ["fix", "--diff"], ["check", "absolute.ml"]):
        assert main(command) == 2
        captured = capsys.readouterr()
        assert "absolute.ml: is a link that leads out of the folder" in captured.err
        assert "secret" not in captured.out
        assert "root:" not in captured.out + captured.err
    assert (here.parent / "secret.ml").read_bytes() == before


def test_nothing_is_written_through_a_link(here: Path, capsys: Capture) -> None:
    """Not the files that a person asks for, whatever lies in their place."""
    secret = here.parent / "secret"
    secret.write_text("mine")
    (here / "a.ml").write_text(OLD.format('"x"'))
    (here / "known.json.new").symlink_to(secret)
    assert main(["check", "--write-baseline", "known.json"]) == 0
    assert json.loads((here / "known.json").read_text())["findings"]
    (here / "report.html").symlink_to(secret)
    (here / "out").symlink_to(here.parent)
    assert main(["check", "--write-baseline", "out/secret"]) == 2
    assert "out/secret: is a link that leads out of the folder" in capsys.readouterr().err
    for path in ("report.html", str(here / "report.html"), "out/secret"):
        assert main(["report", "--output-format", "html", "--output", path]) == 2
        assert "is a link that leads out of the folder" in capsys.readouterr().err
    assert secret.read_text() == "mine"
    (here / "inside.html").symlink_to("page.html")
    main(["report", "--output-format", "html", "--output", "inside.html"])
    assert "<html" in (here / "page.html").read_text()


def test_a_baseline_that_cannot_be_written_leaves_nothing(here: Path, capsys: Capture) -> None:
    (here / "a.ml").write_text(OLD.format('"x"'))
    (here / "known.json").mkdir()
    assert main(["check", "--write-baseline", "known.json"]) == 2
    assert "known.json" in capsys.readouterr().err
    assert not (here / "known.json.new").exists()


@pytest.mark.parametrize("kind", ["pipe", "zero", "deep"])
def test_a_baseline_that_cannot_be_read_is_not_waited_for(here: Path, kind: str) -> None:
    (here / "unikernel.ml").write_text(OLD.format('"x"'))
    if kind == "pipe":
        os.mkfifo(here / "known.json")
    elif kind == "zero":
        (here / "known.json").symlink_to("/dev/zero")
    else:
        (here / "known.json").write_text("[" * 100_000)
    command = [sys.executable, "-m", "mirageport.server.main", "check", "--baseline", "known.json"]
    result = subprocess.run(command, capture_output=True, timeout=30, check=False)
    assert result.returncode == 2
    assert result.stderr.startswith(b"mirageport: known.json: is no ")


def test_links_that_go_round(here: Path, capsys: Capture) -> None:
    (here / "a.ml").symlink_to("b.ml")
    (here / "b.ml").symlink_to("a.ml")
    assert main(["check"]) == 2
    assert "a.ml: cannot be read" in capsys.readouterr().err


def test_a_chain_of_links_is_not_followed_to_its_end(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(OLD.format('"x"'))
    (here / "l0.ml").symlink_to("unikernel.ml")
    for number in range(1, 1200):
        (here / f"l{number}.ml").symlink_to(f"l{number - 1}.ml")
    assert main(["check", "l1199.ml", "unikernel.ml"]) == 2
    captured = capsys.readouterr()
    assert "l1199.ml: cannot be read: Too many levels of symbolic links" in captured.err
    assert "unikernel.ml:1" in captured.out


@pytest.fixture
def cleared(here: Path) -> Iterator[None]:
    """Removes a tree that is too deep for what removes temporary folders."""
    yield
    subprocess.run(["rm", "-rf", here], check=True)


@pytest.mark.usefixtures("cleared")
def test_a_deep_tree_hides_nothing(here: Path, capsys: Capture) -> None:
    """1,000 folders in one another: what is beside them and what is at their end is found."""
    config = 'let () = Mirage.register "x" []\n'
    (here / "good").mkdir()
    (here / "good" / "config.ml").write_text(config)
    (here / "good" / "unikernel.ml").write_text(OLD.format('"good"'))
    (here / "deep").mkdir()
    (here / "deep" / "config.ml").write_text(config)
    os.chdir(here / "deep")
    for _ in range(1000):
        os.mkdir("d")
        os.chdir("d")
    with open("last.ml", "w") as file:
        file.write(OLD.format('"deep"'))
    os.chdir(here)
    assert main(["check", "--quiet"]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "good/unikernel.ml:1" in captured.out
    assert "/d/d/last.ml:1" in captured.out
    assert main(["fix"]) == 0


@pytest.mark.usefixtures("cleared")
def test_a_folder_that_cannot_be_listed_is_told(here: Path, capsys: Capture) -> None:
    (here / "a.ml").write_text(OLD.format('"x"'))
    long = here
    for _ in range(20):  # its path is longer than the system takes
        long = long / ("d" * 250)
        os.mkdir(long.name)
        os.chdir(long.name)
    os.chdir(here)
    assert main(["check", "--quiet"]) == 2
    captured = capsys.readouterr()
    assert "ddd: cannot be listed: File name too long" in captured.err
    assert "a.ml:1" in captured.out


@pytest.mark.parametrize("kind", ["pipe", "socket", "zero", "folder"])
def test_what_is_no_regular_file_is_not_waited_for(here: Path, kind: str) -> None:
    path = here / "unikernel.ml"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        import socket

        with socket.socket(socket.AF_UNIX) as stream:
            stream.bind("unikernel.ml")
    elif kind == "zero":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    command = [sys.executable, "-m", "mirageport.server.main", "fix", "."]
    result = subprocess.run(command, capture_output=True, timeout=30, check=False)
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


def test_an_endless_settings_file(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text("let x = 1\n")
    (here / "mirageport.toml").write_text("# " + "x" * 100_000)
    assert main(["check"]) == 2
    assert "mirageport.toml: is too large" in capsys.readouterr().err


def test_an_unknown_rule_in_a_settings_file(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text("let x = 1\n")
    (here / "mirageport.toml").write_text('ignore = ["v1-module-typ"]\n')
    assert main(["check"]) == 2
    err = capsys.readouterr().err
    assert "mirageport.toml: no rule or category is called 'v1-module-typ'" in err
    assert "did you mean 'v1-module-type'?" in err


def test_each_unikernel_has_its_own_settings(here: Path, capsys: Capture) -> None:
    for name in ("one", "two"):
        (here / name).mkdir()
        (here / name / "config.ml").write_text("")
        (here / name / "unikernel.ml").write_text(OLD.format("s"))
    (here / "two" / "mirageport.toml").write_text('ignore = ["console-log-s"]\n')
    (here / "mirageport.toml").write_text('ignore = ["v1-module-type"]\n')
    assert main(["check", "--quiet", "one"]) == 1
    alone = capsys.readouterr().out
    assert main(["check", "--quiet", "."]) in (0, 1)
    assert alone in capsys.readouterr().out


# -- what is printed ---------------------------------------------------------------------------

# Colour, title, cursor, C1 control sequence introducer, right-to-left override, bell, backspace.
NASTY = "\x1b[31m\x1b]0;title\x07\x9b2J\u202e\x08"


@pytest.mark.parametrize("form", FORMATS)
def test_control_sequences_in_names_and_code_are_neutralised(
    here: Path, capsys: Capture, form: str
) -> None:
    folder = here / f"a{NASTY}"
    folder.mkdir()
    (folder / "config.ml").write_text("")
    (folder / f"b{NASTY}.ml").write_text(f"(* {NASTY} *) " + OLD.format(f'"{NASTY}"'))
    (folder / f"c{NASTY}.ml").write_bytes(b"\xff\0")
    for command in (["check"], ["fix", "--review"]):
        main([*command, "--output-format", form])
        captured = capsys.readouterr()
        for character in NASTY:
            if not character.isprintable():
                assert character not in captured.out, (form, character)
                assert character not in captured.err, (form, character)


def test_a_diff_on_a_terminal_is_neutralised_and_exact_elsewhere(here: Path) -> None:
    (here / "a.ml").write_text(f"(* {NASTY} *)\n" + OLD.format('"x"'))
    command = [sys.executable, "-m", "mirageport.server.main", "fix", "--diff"]
    exact = subprocess.run(command, capture_output=True, check=False).stdout
    assert NASTY.encode() in exact
    plain = _on_a_terminal(command, {"NO_COLOR": "1"})
    assert b"\x1b" not in plain
    assert b"+++ b/a.ml" in plain
    coloured = _on_a_terminal(command, {"NO_COLOR": "", "TERM": "xterm"})
    ours = (b"\x1b[31m", b"\x1b[32m", b"\x1b[m")
    assert all(code in coloured for code in ours)
    for code in ours:
        coloured = coloured.replace(code, b"")
    assert coloured == plain


def _on_a_terminal(command: list[str], variables: dict[str, str]) -> bytes:
    """What a command shows there."""
    import pty

    leader, follower = pty.openpty()
    subprocess.run(command, stdout=follower, env={**os.environ, **variables}, check=False)
    os.close(follower)
    seen = b""
    while True:
        try:
            chunk = os.read(leader, 65536)
        except OSError:
            break
        if not chunk:
            break
        seen += chunk
    os.close(leader)
    return seen


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "latin-1"])
def test_names_that_are_no_text(here: Path, form: str, encoding: str) -> None:
    path = os.fsencode(here) + b"/caf\xe9 \xf0\x9f\x90\xab.ml"
    with open(path, "w") as file:
        file.write(OLD.format('"\N{BACTRIAN CAMEL}"'))
    result = subprocess.run(
        [sys.executable, "-m", "mirageport.server.main", "check", "--output-format", form],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding},
    )
    assert result.returncode == 1, result.stderr
    assert b"Traceback" not in result.stderr
    if form in ("json", "sarif"):
        assert json.loads(result.stdout)


def test_a_name_that_is_no_text_turns_no_rule_off(here: Path, capsys: Capture) -> None:
    """Of config.ml and the functor it names, and the module of the file itself."""
    (here / "config.ml").write_text(
        'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> job)\n'
        'let () = register "x" [ main $ default_console $ default_console ]\n'
    )
    (here / "unikernel.ml").write_text(OLD.format('"x"'))
    assert main(["check", "--quiet"]) == 1
    alone = capsys.readouterr().out
    assert "config.ml" in alone
    with open(os.fsencode(here) + b"/\xff.ml", "w") as file:
        file.write(OLD.format('"x"'))
    assert main(["check", "--quiet"]) == 1
    captured = capsys.readouterr()
    assert captured.err == ""
    assert set(alone.splitlines()) <= set(captured.out.splitlines())
    assert "\\xff.ml:1" in captured.out
    assert main(["fix", "--review", "--quiet"]) in (0, 1)
    assert capsys.readouterr().err == ""


def test_a_line_of_megabytes_is_shown_in_part(here: Path, capsys: Capture) -> None:
    filler = '(* {"x" . 12 *) ' * 60_000
    (here / "a.ml").write_text(filler + OLD.format('"x"').replace("\n", " ") + filler)
    start = time.process_time()
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert len(out) < 4000
    assert "| ..." in out
    shown = [line for line in out.splitlines() if " | " in line]
    assert len(shown) == 4
    for line, mark in zip(shown[::2], shown[1::2], strict=True):
        at = mark.index("^")
        assert line[at : mark.rindex("^") + 1] in ("V1_LWT.CONSOLE", "C.log_s", "log_s")
    assert time.process_time() - start < 60


# -- what fails inside -------------------------------------------------------------------------


def test_a_rule_that_fails_is_told_and_the_others_go_on(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def shaky(_context: object) -> list[Finding]:
        raise ValueError("bad day")

    matchers = (("shaky", shaky), *matching.GENERAL.in_files)
    monkeypatch.setattr(engine, "GENERAL", matching.GENERAL._replace(in_files=matchers))
    (here / "a.ml").write_text(OLD.format('"x"'))
    assert main(["check"]) == 2
    captured = capsys.readouterr()
    assert "a.ml: rule shaky failed and was left out: ValueError('bad day')" in captured.err
    assert "error[v1-module-type]: " in captured.out
    assert main(["fix"]) == 2
    assert "V1_LWT" not in (here / "a.ml").read_text()


def test_an_analysis_that_fails_costs_its_own_files(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "two"):
        (here / name).mkdir()
        (here / name / "a.ml").write_text(OLD.format(f'"{name}"'))
    real = engine.check

    def check(project: object, name: str, *rest: object) -> object:
        if "one" in name:
            raise MemoryError
        return real(project, name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "check", check)
    monkeypatch.setattr(plan, "check", check)
    assert main(["check"]) == 2
    captured = capsys.readouterr()
    assert "one/a.ml: the analysis failed and was left out: MemoryError()" in captured.err
    assert "two/a.ml:1" in captured.out
    assert main(["fix"]) == 2
    assert "V1_LWT" in (here / "one" / "a.ml").read_text()
    assert "V1_LWT" not in (here / "two" / "a.ml").read_text()


def test_a_defect_is_never_taken_for_something_left(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mirageport.server import projects

    def units(_paths: list[str], *_texts: object) -> None:
        raise RuntimeError("a defect")

    monkeypatch.setattr(projects, "units", units)
    assert main(["check"]) == 2
    err = capsys.readouterr().err
    assert err.startswith("mirageport: internal error, please report it: RuntimeError('a defect')")


def test_a_worker_that_dies(here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (here / name).mkdir()
        (here / name / "a.ml").write_text(OLD.format(f'"{name}"'))
    monkeypatch.setattr(engine, "check", lambda *_: os._exit(9))
    assert main(["check", "--jobs", "2"]) == 2
    assert "a worker process died, so nothing was done" in capsys.readouterr().err
