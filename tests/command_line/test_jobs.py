"""A check by one process and by several, and what it does not load or look at."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from mirageport.diagnostics.triggers import triggered
from mirageport.server import checking, jobs
from mirageport.server.main import main
from mirageport.server.packs import PACK

if TYPE_CHECKING:
    from pathlib import Path

    Capture = pytest.CaptureFixture[str]

UNIKERNEL = """
module Main (C : V1_LWT.CONSOLE) = struct
  let start c = C.log_s c "@" >>= fun () -> C.log c "@"; Lwt.return_unit
end
"""
CHOICE = """open Mirage

let main = foreign "Unikernel.Main" (stackv4 @-> job)

let stack console =
  match (try Sys.getenv "NET" with Not_found -> "direct") with
  | "socket" -> socket_stackv4 console [ Ipaddr.V4.any ]
  | _ -> direct_stackv4_with_dhcp console tap0

let () = register "hall" [ main $ stack default_console ]
"""
PLAIN = 'let label = "@"\nlet twice x = x + x\n'


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Folders of more files than one task takes, a unikernel, a torn file and one that is
    no text."""
    for number in range(70):
        folder = tmp_path / f"part{number % 3}"
        folder.mkdir(exist_ok=True)
        text = UNIKERNEL if number % 4 == 0 else PLAIN
        (folder / f"file{number}.ml").write_text(text.replace("@", str(number)))
    (tmp_path / "part0" / "torn.ml").write_text(UNIKERNEL + "let rec = (\n")
    (tmp_path / "part1" / "binary.ml").write_bytes(b'let name = "\0"\n')
    home = tmp_path / "unikernel"
    home.mkdir()
    (home / "config.ml").write_text(
        'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> job)\n'
        'let () = register "hello" [ main $ default_console ]\n'
    )
    (home / "unikernel.ml").write_text(UNIKERNEL)
    return tmp_path


@pytest.mark.parametrize("output", ["text", "json", "sarif"])
def test_any_number_of_processes_prints_the_same(
    tree: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, output: str
) -> None:
    command = ["check", "--output-format", output, str(tree)]
    printed = []
    for given in (["--jobs", "1"], ["--jobs", "2"], ["--jobs", "3"], []):
        assert main([*command, *given]) == 2  # binary.ml cannot be read
        printed.append(capsys.readouterr())
    assert printed[0].out.count("console-log-s") >= 19
    assert "binary.ml" in printed[0].err
    assert all(each == printed[0] for each in printed)
    # The first pieces here, the others by several processes.
    monkeypatch.setattr(jobs, "ENOUGH", 1000)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1}, raising=False)
    assert main(command) == 2
    assert capsys.readouterr() == printed[0]


def test_little_work_starts_no_process(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(_process: int) -> set[int]:
        raise AssertionError("how many processors there are is of no interest")

    monkeypatch.setattr(os, "sched_getaffinity", asked, raising=False)
    assert main(["check", "--quiet", str(tree / "unikernel")]) == 1
    monkeypatch.setattr(jobs, "ENOUGH", 1)
    assert main(["check", "--quiet", str(tree / "unikernel")]) == 1  # nothing is left to share
    assert main(["check", "--quiet", str(tree)]) == 2  # something is, and `asked` is called


def test_the_words_are_looked_for_alike() -> None:
    texts = [*PACK.words, *(word[:-1] for word in PACK.words), b"", b"let x = 1"]
    for text in texts:
        data = b"let a = 1\n(* " + text + b" *)"
        assert checking._triggered(data, "a.ml") == triggered(PACK, data, "a.ml")
    assert checking._triggered(b"", "config.ml")


def test_a_tree_without_a_word_of_mirages_loads_no_engine(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"file{number}.ml").write_text(PLAIN)
    (tmp_path / "plain.opam").write_text('depends: [ "ocaml" "dune" ]\n')
    for name in ("Makefile", "README.md", "dune"):
        (tmp_path / name).write_text("all:\n\tmake -C lib run\n")
    code = (
        "import sys; from mirageport.server.main import main\n"
        f"status = main(['check', {str(tmp_path)!r}])\n"
        "loaded = {'mirageport.diagnostics.engine', 'mirageport.ocaml.tree', 'tree_sitter'}\n"
        "sys.exit(status or sorted(loaded & set(sys.modules)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_findings_that_are_fixed_together_come_back_from_other_processes(
    tmp_path: Path, capsys: Capture
) -> None:
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "config.ml").write_text(CHOICE)
    assert main(["check", "--quiet", "--jobs", "2", str(tmp_path)]) == 1
    assert capsys.readouterr().out.count("[stack-env-idiom, ") == 2
