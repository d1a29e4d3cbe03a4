"""What a person sees of a check and a fix: code with its place marked, and what is left at the
end; on a terminal in colour, and wrapped at words."""

from __future__ import annotations

import itertools
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mirageport.server.commands.help import HELP
from mirageport.server.commands.options import COMMANDS
from mirageport.server.main import main

from .screen import shown_on

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> job)
let () = register "x" [ main $ default_console ]
"""
OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log_s c "é 𝒞"\nend\n'
SHELF = 'let shelf = generic_kv_ro "shelf"\nlet tap = tap0\n'
REVIEW = "module Main (Clock : V1.CLOCK) = struct\n  let x = 1\nend\n"
COLOUR = re.compile(rb"\x1b\[[0-9;]*m")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.ml").write_text(CONFIG)
    (tmp_path / "unikernel.ml").write_text(OLD)
    return tmp_path


@pytest.mark.usefixtures("here")
def test_a_finding_is_shown_as_a_compiler_shows_it(capsys: Capture) -> None:
    assert main(["check", "--select", "console-log-s"]) == 1
    assert capsys.readouterr().out == (
        "error[console-log-s]: `C.log_s` is called `C.log` in Mirage 3.\n"
        " --> unikernel.ml:2:17\n"
        "  |\n"
        '2 |   let start c = C.log_s c "é 𝒞"\n'
        "  |                 ^^^^^^^\n"
        "  = safe fix: `mirageport fix` writes it\n"
        "\n"
        "Written for Mirage 2.0 to 2.9.1: `V1_LWT` in unikernel.ml:1.\n"
        "1 left in 1 file: 1 safe.\n"
    )


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (REVIEW, "`mirageport fix --review` writes it; `mirageport explain clock-split` describes"),
        (OLD, "by hand: `mirageport explain kv-generic-key` describes what to write"),
    ],
)
def test_the_help_says_who_makes_the_change(
    here: Path, capsys: Capture, code: str, said: str
) -> None:
    (here / "unikernel.ml").write_text(code)
    (here / "config.ml").write_text(CONFIG + SHELF)
    main(["check"])
    assert said in capsys.readouterr().out


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("asked", [["--concise"], ["--output-format", "concise"]])
def test_concise_is_a_line_each_and_a_summary(capsys: Capture, asked: list[str]) -> None:
    assert main(["check", *asked]) == 1
    *findings, release, summary = capsys.readouterr().out.splitlines()
    assert findings == [
        "unikernel.ml:1:18: error: `V1_LWT.CONSOLE` is called `Mirage_console_lwt.S` in Mirage 3 "
        "(or `Mirage_types_lwt.CONSOLE`). [v1-module-type, safe fix]",
        "unikernel.ml:2:17: error: `C.log_s` is called `C.log` in Mirage 3. "
        "[console-log-s, safe fix]",
    ]
    assert release == "Written for Mirage 2.0 to 2.9.1: `V1_LWT` in unikernel.ml:1."
    assert summary == "2 left in 1 file: 2 safe."
    assert main(["check", *asked, "--quiet"]) == 1
    assert capsys.readouterr().out.splitlines() == findings


def test_what_is_left_is_named_by_file_at_the_end(here: Path, capsys: Capture) -> None:
    (here / "longer_name.ml").write_text(REVIEW)
    assert main(["check"]) == 1
    end = capsys.readouterr().out.rpartition("\n\n")
    assert end[2].endswith("\n3 left in 2 files: 2 safe, 1 to review.\n")
    assert end[0].endswith(
        "\n\nlonger_name.ml  1 left: 1 to review\nunikernel.ml    2 left: 2 safe"
    )


def test_a_fix_names_what_it_changed_and_what_is_left_there(here: Path, capsys: Capture) -> None:
    (here / "other.ml").write_text(REVIEW)
    assert main(["fix"]) == 1
    end = capsys.readouterr().out
    assert end.endswith(
        "\n\nChanged:\n  unikernel.ml  0 left\n"
        "\nNot changed:\n  other.ml  1 left: 1 to review\n"
        "\nApplied 2 fixes in 1 file: rows 1, names 1.\n1 left in 1 file: 1 to review.\n"
    )


def test_marks_stand_under_wide_characters_and_tabs(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(
        'module Main (C : V1_LWT.CONSOLE) = struct\n\tlet a = "漢字e\u0301" let b = C.log_s\nend\n'
    )
    assert main(["check", "--select", "console-log-s"]) == 1
    line, mark = capsys.readouterr().out.splitlines()[3:5]
    assert line == '2 |     let a = "漢字e\u0301" let b = C.log_s'
    # On a terminal, 漢字 takes four columns and the accent none.
    assert mark == "  | " + " " * len('    let a = "....e" let b = ') + "^^^^^^^"


NASTY = "\x1b[31m\x1b]0;title\x07\x9b2J\u202e\x08"


@pytest.mark.parametrize("command", [["check"], ["check", "--concise"], ["fix"], ["verify"]])
def test_a_terminal_is_sent_nothing_that_it_would_act_on(here: Path, command: list[str]) -> None:
    folder = here / f"a{NASTY}"
    folder.mkdir()
    (folder / f"b{NASTY}.ml").write_text(f"(* {NASTY} *) {OLD}" + REVIEW)
    seen = shown_on([*command, "."], 80)
    assert b"unikernel.ml" in seen
    left = COLOUR.sub(b"", seen).decode().replace("\r\n", "\n")
    assert not [
        character for character in NASTY if not character.isprintable() and character in left
    ]


# -- on a terminal -------------------------------------------------------------------------------


def _rows(seen: bytes) -> list[str]:
    return COLOUR.sub(b"", seen).decode().splitlines()


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("width", [60, 80, 120])
def test_a_terminal_gets_lines_that_fit(width: int) -> None:
    seen = shown_on(["check"], width)
    rows = _rows(seen)
    assert max(map(len, rows)) <= width
    words = " ".join(" ".join(rows).split())
    assert "`V1_LWT.CONSOLE` is called `Mirage_console_lwt.S` in Mirage 3 (or" in words
    assert rows[-1] == "2 left in 1 file: 2 safe."
    assert b"\x1b[" in seen


def test_a_long_line_is_cut_to_the_terminal(here: Path) -> None:
    blanks = "(* " + "x" * 100 + " *)"
    (here / "unikernel.ml").write_text(f"{blanks} {OLD.splitlines()[0]} end {blanks}\n")
    rows = _rows(shown_on(["check", "unikernel.ml"], 60))
    row, mark = next(pair for pair in itertools.pairwise(rows) if "^" in pair[1])
    assert len(row) <= 60
    assert row.startswith("1 | ...")
    assert row.endswith("...")
    assert row[mark.index("^") : mark.rindex("^") + 1] == "V1_LWT.CONSOLE"


@pytest.mark.usefixtures("here")
def test_code_in_a_message_is_not_broken_over_rows() -> None:
    for width in range(50, 100, 7):
        for row in _rows(shown_on(["check"], width)):
            assert row.count("`") % 2 == 0, (width, row)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("variables", "terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colours_are_used_where_they_are_wanted(
    variables: dict[str, str], terminal: bool, coloured: bool
) -> None:
    if terminal:
        seen = shown_on(["check"], 80, variables)
    else:
        command = [sys.executable, "-m", "mirageport.server.main", "check"]
        environment = {**os.environ, **variables}
        seen = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=False).stdout
    assert (b"\x1b[" in seen) is coloured


def test_nothing_is_wrapped_for_a_program(here: Path) -> None:
    (here / "unikernel.ml").write_text(OLD)
    command = [sys.executable, "-m", "mirageport.server.main", "check"]
    environment = {**os.environ, "COLUMNS": "40"}
    done = subprocess.run(command, stdout=subprocess.PIPE, env=environment, check=False)
    assert b"(or `Mirage_types_lwt.CONSOLE`).\n" in done.stdout


@pytest.mark.usefixtures("here")
def test_rich_is_loaded_for_a_terminal_alone() -> None:
    """It takes as long to load as a check takes."""
    program = (
        "import sys; from mirageport.server.main import main; main(['check']);"
        "print('rich' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.stderr == b"False\n"


def test_a_report_fits_a_terminal(here: Path) -> None:
    (here / "config.ml").write_text(CONFIG + SHELF)
    seen = _rows(shown_on(["report"], 72))
    assert max(map(len, seen)) <= 72
    words = " ".join(" ".join(seen).split())
    assert "configure with `--kv_ro direct`. [kv-generic-key]" in words
    assert main(["report", "--output", "report.txt"]) == 1
    whole = (here / "report.txt").read_text()
    assert max(map(len, whole.splitlines())) > 72, "a file is for programs, too"


# -- what is typed wrong -------------------------------------------------------------------------


def test_a_command_that_is_not_there_is_named_with_the_nearest(capsys: Capture) -> None:
    assert main(["chek", "."]) == 2
    assert capsys.readouterr().err == (
        "mirageport: there is no command 'chek'; did you mean 'check'?\n"
    )
    assert main(["qqq"]) == 2
    assert capsys.readouterr().err == (
        "mirageport: there is no command 'qqq': see `mirageport --help`\n"
    )


def test_without_a_command_the_help_is_shown(capsys: Capture) -> None:
    assert main([]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "examples:\n  mirageport check " in said.err


def test_every_command_is_known_by_its_name() -> None:
    assert set(COMMANDS) == {name for name in HELP if name}
