"""A file on standard input, as editors and build tools give it; and one file changed alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> clock @-> job)
let () = register "x" [ main $ default_console $ default_clock ]
"""
OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log_s c "é"\nend\n'
NEW = 'module Main (C : Mirage_console_lwt.S) = struct\n  let start c = C.log c "é"\nend\n'
CLOCKED = """module Main (C : V1_LWT.CONSOLE) (Clock : V1.CLOCK) = struct
  let start c _clock = C.log_s c "up"
end
"""

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "config.ml").write_text(CONFIG)
    (tmp_path / "unikernel.ml").write_text(CLOCKED)
    return tmp_path


def _run(text: str | bytes, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    data = text.encode() if isinstance(text, str) else text
    command = [sys.executable, "-m", "mirageport.server.main", *arguments]
    return subprocess.run(command, input=data, capture_output=True, check=False, timeout=60)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("asked", [["-"], ["--stdin-filename", "app.ml"]])
def test_a_check_reads_standard_input(asked: list[str]) -> None:
    done = _run(OLD, "check", "--quiet", *asked)
    name = "stdin.ml" if asked == ["-"] else "app.ml"
    assert done.returncode == 1
    lines = done.stdout.decode().splitlines()
    assert [line.partition(": ")[0] for line in lines] == [f"{name}:1:18", f"{name}:2:17"]


def test_its_name_says_which_unikernel_it_is_of(here: Path) -> None:
    """What is on the disk under this name does not count, the files beside it do."""
    done = _run(OLD, "check", "--stdin-filename", "unikernel.ml", "--output-format", "json", "-")
    found = json.loads(done.stdout)["findings"]
    assert {each["file"] for each in found} == {"unikernel.ml"}
    assert "clock-split" not in {each["rule"] for each in found}
    done = _run(CLOCKED, "check", "--stdin-filename", "unikernel.ml", "--output-format", "json")
    assert "clock-split" in {each["rule"] for each in json.loads(done.stdout)["findings"]}
    (here / "mirageport.toml").write_text('ignore = ["console"]\n')
    assert b"log_s" not in _run(OLD, "check", "--stdin-filename", "unikernel.ml").stdout


def test_a_fix_prints_the_new_text_and_writes_nothing(here: Path) -> None:
    before = {path: path.read_bytes() for path in here.iterdir()}
    done = _run(OLD, "fix", "-")
    assert done.returncode == 0
    assert done.stdout == NEW.encode()
    assert b"Applied 2 fixes in 1 file." in done.stderr
    assert {path: path.read_bytes() for path in here.iterdir()} == before


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "text", [NEW, "let x = 1\n", "", OLD.replace("\n", "\r\n"), OLD.rstrip("\n"), "\ufeff" + OLD]
)
def test_a_filter_keeps_every_byte_that_it_does_not_change(text: str) -> None:
    done = _run(text, "fix", "--quiet", "-")
    kept = text.replace("V1_LWT.CONSOLE", "Mirage_console_lwt.S").replace("C.log_s", "C.log")
    assert done.stdout == kept.encode()
    assert done.stderr == b""


@pytest.mark.usefixtures("here")
def test_a_filter_says_on_standard_error_what_is_left() -> None:
    done = _run(CLOCKED, "fix", "--stdin-filename", "unikernel.ml")
    assert done.returncode == 1
    assert b"error[clock-split]" in done.stderr
    assert b"V1.CLOCK" in done.stdout
    assert b"V1_LWT" not in done.stdout
    assert _run(CLOCKED, "fix", "--exit-zero", "-").returncode == 0


@pytest.mark.usefixtures("here")
def test_a_filter_shows_a_diff() -> None:
    done = _run(OLD, "fix", "--diff", "--stdin-filename", "unikernel.ml", "-")
    assert done.stdout.startswith(b"--- a/unikernel.ml\n+++ b/unikernel.ml\n")


@pytest.mark.usefixtures("here")
def test_latin_1_stays_latin_1() -> None:
    done = _run(OLD.encode("latin-1"), "fix", "-")
    assert done.stdout == NEW.encode("latin-1")


@pytest.mark.usefixtures("here")
def test_what_is_no_text_is_refused_and_nothing_is_printed() -> None:
    for command in ("check", "fix"):
        done = _run(b"let x = 1\n\0", command, "-")
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"mirageport: stdin.ml: has a NUL byte on line 2")


@pytest.mark.usefixtures("here")
def test_standard_input_is_one_file(capsys: Capture) -> None:
    for arguments in (["-", "config.ml"], ["--stdin-filename", "a.ml", "config.ml"], ["-", "-"]):
        assert main(["check", *arguments]) == 2
        assert capsys.readouterr().err == (
            "mirageport: standard input is one file: name no other PATH beside it\n"
        )


# -- one file alone ------------------------------------------------------------------------------


def test_a_fix_of_one_file_changes_its_unikernel_and_says_so(here: Path, capsys: Capture) -> None:
    main(["fix", "--review", "unikernel.ml"])
    said = capsys.readouterr().out
    assert (here / "config.ml").read_text() != CONFIG
    assert "\n  config.ml     0 left\n" in said
    assert (
        "Also changed: config.ml; files of one unikernel or library are changed together; "
        "`--only-file` changes only those that are named." in said
    )


def test_a_diff_says_it_too(here: Path, capfd: Capture) -> None:
    main(["fix", "--review", "--diff", "unikernel.ml"])
    assert capfd.readouterr().err.startswith("mirageport: the diff changes config.ml, too: ")
    assert (here / "config.ml").read_text() == CONFIG


SERVING = """open Mirage
let main = foreign "Unikernel.Main" (http @-> job)
let server = http_server (`TCP (`Port 8080)) (generic_stackv4 default_console tap0)
let () = register "web" [ main $ server ]
"""
SERVER = """module Main (H : Cohttp_lwt.Server) = struct
  let start http =
    let callback _connection _request _body = H.respond_string ~status:`OK ~body:"" () in
    http (H.make ~callback ())
end
"""


def test_one_file_can_be_changed_alone(here: Path, capsys: Capture) -> None:
    """The port of the server would go from one file to the other: that is left."""
    (here / "config.ml").write_text(SERVING)
    (here / "unikernel.ml").write_text(SERVER)
    assert main(["fix", "--review", "--only-file", "config.ml"]) == 1
    said = capsys.readouterr().out
    assert "error[http-server-arg]" in said
    assert "Also changed" not in said
    assert (here / "unikernel.ml").read_text() == SERVER
    code = (here / "config.ml").read_text()
    assert "generic_stackv4 default_network" in code
    assert "`Port 8080" in code
    main(["fix", "--review", "config.ml"])
    assert "http (`TCP 8080)" in (here / "unikernel.ml").read_text()


def test_several_named_files_are_changed_alone(here: Path) -> None:
    (here / "other.ml").write_text(OLD)
    main(["fix", "--only-file", "unikernel.ml", os.path.join(".", "other.ml")])
    assert (here / "other.ml").read_text() == NEW
    assert (here / "config.ml").read_text() == CONFIG
