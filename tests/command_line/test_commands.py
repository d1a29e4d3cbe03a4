"""The command line as others script it: output, exit status, what it says of bad input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mirageport.server.main import main

from ..packs import rule_names

ROOT = Path(__file__).parents[2]

OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let say c = C.log_s c "é 𝒞"\nend\n'
NEW = 'module Main (C : Mirage_console_lwt.S) = struct\n  let say c = C.log c "é 𝒞"\nend\n'
REVIEW = "module Main (Clock : V1.CLOCK) = struct\n  let x = 1\nend\n"
REVIEWED = "module Main (Clock : Mirage_clock_lwt.MCLOCK) = struct\n  let x = 1\nend\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


Capture = pytest.CaptureFixture[str]


# -- check -------------------------------------------------------------------------------------


def test_check_says_what_is_left(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", OLD)
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert "error[v1-module-type]: `V1_LWT.CONSOLE`" in out
    assert " --> unikernel.ml:1:18\n" in out
    assert "1 | module Main (C : V1_LWT.CONSOLE) = struct\n" in out
    assert "  |                  ^^^^^^^^^^^^^^\n" in out
    assert "2 left in 1 file: 2 safe." in out


def test_check_says_when_nothing_is_left(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", NEW)
    assert main(["check", "."]) == 0
    assert capsys.readouterr().out.endswith(".\nNo Mirage 2 API found.\n")


def test_quiet_prints_findings_only(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", OLD)
    assert main(["check", "--quiet", "unikernel.ml"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_suggestions_alone_leave_nothing(here: Path, capsys: Capture) -> None:
    _write(here, "config.ml", CONFIG)
    _write(here, "unikernel.ml", LISTENS)
    assert main(["check"]) == 0
    assert "No Mirage 2 API found, 1 suggestion." in capsys.readouterr().out


CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> stackv4 @-> job)
let () = register "a" [ main $ default_console $ generic_stackv4 default_network ]
"""
LISTENS = """open Lwt.Infix
module Main (C : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4) = struct
  let start c s = C.log c "up" >>= fun () -> S.listen s
end
"""


def test_json_counts_lines_from_1_and_columns_in_characters(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", "(* é 𝒞 *) module M (C : V1_LWT.CONSOLE) = struct end\n")
    assert main(["check", "--output-format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    (finding,) = data["findings"]
    assert finding["file"] == "unikernel.ml"
    assert finding["rule"] == "v1-module-type"
    assert finding["category"] == "module-types"
    assert finding["severity"] == "error"
    assert finding["applicability"] == "safe"
    assert finding["start"] == {"line": 1, "column": 25}
    assert finding["end"] == {"line": 1, "column": 39}
    assert data["summary"] == {"findings": 1, "left": 1}
    assert data["errors"] == []


def test_github_annotations(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", REVIEW)
    assert main(["check", "--output-format", "github"]) == 1
    out = capsys.readouterr().out
    assert out.startswith("::error file=unikernel.ml,line=1,col=22,title=mirageport clock-split::")


def test_sarif_names_rules_and_places(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", OLD)
    assert main(["check", "--output-format", "sarif"]) == 1
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["console-log-s", "v1-module-type"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 18, "endLine": 1, "endColumn": 32}


def test_select_and_ignore_take_names_and_categories(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", OLD)
    assert main(["check", "--quiet", "--select", "console"]) == 1
    assert "console-log-s" in capsys.readouterr().out
    assert main(["check", "--quiet", "--ignore", "console-log-s,module-types"]) == 0
    assert capsys.readouterr().out == ""


def test_an_unknown_rule_is_named_with_the_nearest(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", OLD)
    assert main(["check", "--select", "console-logs"]) == 2
    assert "did you mean 'console-log" in capsys.readouterr().err


def test_settings_are_found_upwards(here: Path, capsys: Capture) -> None:
    _write(here, "mirageport.toml", 'ignore = ["module-types"]\n')
    _write(here, "src/unikernel.ml", OLD)
    assert main(["check", "--quiet", "src"]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_broken_settings_are_an_error(here: Path, capsys: Capture) -> None:
    _write(here, "mirageport.toml", "ignore = [")
    _write(here, "unikernel.ml", OLD)
    assert main(["check"]) == 2
    assert "mirageport.toml" in capsys.readouterr().err


def test_ignore_comments_silence_and_unused_ones_are_told(here: Path, capsys: Capture) -> None:
    text = OLD.replace("  let", "  (* mirageport: ignore console-log-s *)\n  let")
    _write(here, "unikernel.ml", text)
    assert main(["check", "--quiet"]) == 1
    assert "log_s" not in capsys.readouterr().out
    _write(here, "unikernel.ml", text.replace("C.log_s", "C.log"))
    main(["check", "--quiet"])
    assert "unused-ignore" in capsys.readouterr().out


def test_two_processes_say_what_one_says(here: Path, capsys: Capture) -> None:
    for name in "abc":
        _write(here, f"{name}/unikernel.ml", OLD)
    assert main(["check"]) == 1
    alone = capsys.readouterr().out
    assert main(["check", "--jobs", "2"]) == 1
    assert capsys.readouterr().out == alone


def test_jobs_must_be_a_number_of_processes(here: Path, capsys: Capture) -> None:
    assert main(["check", "--jobs", "0"]) == 2
    assert "--jobs" in capsys.readouterr().err


# -- fix ---------------------------------------------------------------------------------------


def test_fix_writes_safe_fixes(here: Path, capsys: Capture) -> None:
    path = _write(here, "unikernel.ml", OLD)
    path.chmod(0o640)
    assert main(["fix"]) == 0
    assert path.read_text() == NEW
    assert path.stat().st_mode & 0o777 == 0o640
    assert "Applied 2 fixes in 1 file: rows 1, names 1." in capsys.readouterr().out
    assert [p.name for p in here.iterdir()] == ["unikernel.ml"]


def test_fix_leaves_what_needs_a_review(here: Path) -> None:
    path = _write(here, "unikernel.ml", REVIEW)
    assert main(["fix"]) == 1
    assert path.read_text() == REVIEW
    assert main(["fix", "--review"]) == 0
    assert path.read_text() == REVIEWED


def test_a_second_fix_writes_nothing(here: Path) -> None:
    path = _write(here, "unikernel.ml", OLD)
    main(["fix"])
    before = path.stat().st_mtime_ns
    main(["fix"])
    assert path.stat().st_mtime_ns == before


# Its fixes replace what stands on a line, and add lines.
LINES = """module Main (C : V1_LWT.CONSOLE) = struct
  let start c =
    for_lwt i = 0 to 3 do
      C.log_s c "again"
    done
end
"""
LINES_NEW = """open Lwt.Infix

module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    let rec loop i =
      if i > 3 then Lwt.return_unit else begin
        C.log c "again"
      end >>= fun () -> loop (i + 1) in
    loop 0
end
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("head", ["", "\ufeff"])
@pytest.mark.parametrize("tail", [True, False])
def test_line_endings_mark_and_last_newline_stay(
    here: Path, ending: str, head: str, tail: bool
) -> None:
    def shaped(text: str) -> bytes:
        lines = text if tail else text.rstrip("\n")
        return (head + lines.replace("\n", ending)).encode()

    path = _write(here, "unikernel.ml", shaped(LINES))
    assert main(["fix", "--review"]) == 0
    assert path.read_bytes() == shaped(LINES_NEW)


def test_diff_writes_nothing_and_applies_with_git(
    here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = _write(here, "sub/unikernel.ml", OLD.rstrip("\n"))
    main(["fix", "--diff"])
    diff = capfdbinary.readouterr().out
    assert path.read_text() == OLD.rstrip("\n")
    subprocess.run(["git", "init", "-q"], cwd=here, check=True)
    subprocess.run(["git", "apply", "-"], cwd=here, input=diff, check=True)
    assert path.read_text() == NEW.rstrip("\n")


def test_a_link_is_followed(here: Path) -> None:
    path = _write(here, "real.ml", OLD)
    link = here / "unikernel.ml"
    link.symlink_to("real.ml")
    assert main(["fix", "unikernel.ml"]) == 0
    assert link.is_symlink()
    assert path.read_text() == NEW


# -- bad input ---------------------------------------------------------------------------------


def test_a_file_that_is_no_text(here: Path, capsys: Capture) -> None:
    content = b"let x = 1\nlet y = \0\n"
    _write(here, "bad.ml", content)
    _write(here, "unikernel.ml", OLD)
    assert main(["fix"]) == 2
    assert "mirageport: bad.ml: has a NUL byte on line 2" in capsys.readouterr().err
    assert (here / "bad.ml").read_bytes() == content
    assert (here / "unikernel.ml").read_text() == NEW


LATIN = [
    b"(* \xe9crit par Zo\xeb *)\n%s",
    b"%s(* \xa9 *)\n",
    b'let name = "\xd8stergade"\n%s',
    b"let caf\xe9 = 1\r\n%s",
]


@pytest.mark.parametrize("text", LATIN)
def test_latin_1_stays_latin_1(
    here: Path, capsysbinary: pytest.CaptureFixture[bytes], text: bytes
) -> None:
    path = _write(here, "unikernel.ml", text % OLD.encode())
    assert main(["check"]) == 1
    capsysbinary.readouterr()
    assert main(["fix", "--diff"]) == 0
    shown = capsysbinary.readouterr().out
    assert b"-" + OLD.encode().split(b"\n")[0] in shown
    assert text.split(b"\n")[0].replace(b"%s", b"").strip() in shown
    assert path.read_bytes() == text % OLD.encode()
    assert main(["fix"]) == 0
    assert path.read_bytes() == text % NEW.encode()


def test_an_empty_file_is_fine(here: Path) -> None:
    _write(here, "empty.ml", "")
    assert main(["check"]) == 0


def test_a_missing_file(here: Path, capsys: Capture) -> None:
    assert main(["check", "nowhere.ml"]) == 2
    said = capsys.readouterr()
    assert "mirageport: nowhere.ml: no such file or folder" in said.err
    assert said.out == "No Mirage 2 API found in what could be read.\n"


def test_a_dangling_link(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").symlink_to("gone.ml")
    _write(here, "other.ml", OLD)
    assert main(["check", "--quiet"]) == 2
    captured = capsys.readouterr()
    assert "unikernel.ml: cannot be read" in captured.err
    assert "other.ml:1" in captured.out


def test_a_folder_that_cannot_be_listed(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(here, "closed/a.ml", OLD)
    _write(here, "open.ml", OLD)
    listed = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert main(["check", "--quiet"]) == 2
    captured = capsys.readouterr()
    assert "closed: cannot be listed: Permission denied" in captured.err
    assert "open.ml:1" in captured.out


def test_a_large_file_is_ported(here: Path) -> None:
    filler = "(* " + "x" * 70 + " *)\n"
    path = _write(here, "unikernel.ml", OLD + filler * (5 * 1024 * 1024 // len(filler)))
    assert main(["fix", "--quiet"]) == 0
    assert path.read_text().startswith(NEW)


def test_a_file_that_is_too_large_is_told(here: Path, capsys: Capture) -> None:
    _write(here, "huge.ml", b"(* " + b"x" * (9 * 1024 * 1024) + b" *)\n")
    assert main(["check"]) == 2
    assert "huge.ml: is too large" in capsys.readouterr().err


def test_half_a_functor_header(here: Path, capsys: Capture) -> None:
    _write(here, "unikernel.ml", "let x = 1\nmodule Main (C : V1_LWT.CONSOLE) (S : \n")
    _write(here, "other.ml", OLD)
    assert main(["fix", "--quiet"]) == 0
    out = capsys.readouterr().out
    assert "unikernel.ml: note: cannot read the syntax" in out
    assert (here / "other.ml").read_text() == NEW


def test_a_block_that_is_never_closed(here: Path, capsys: Capture) -> None:
    path = _write(here, "unikernel.ml", OLD.replace("end\n", "  let rest ="))
    assert main(["check"]) == 1
    out = capsys.readouterr().out
    assert " --> unikernel.ml:1:18\n" in out
    assert "note: cannot read the syntax" in out
    assert main(["fix"]) == 0
    assert path.read_text() == NEW.replace("end\n", "  let rest =")


def test_control_characters_never_reach_the_terminal(here: Path, capsys: Capture) -> None:
    _write(here, "a\x1b[31m.ml", OLD)
    assert main(["check"]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_folders_without_code(here: Path, capsys: Capture) -> None:
    (here / "empty").mkdir()
    for command in ("check", "fix"):
        assert main([command, "empty"]) == 2
        said = capsys.readouterr()
        assert said.err == "mirageport: empty: no OCaml file here\n"
        assert said.out == ""


def test_build_folders_and_hidden_folders_are_left_out(here: Path, capsys: Capture) -> None:
    for folder in ("_build", "_opam", ".git/x", "node_modules"):
        _write(here, f"{folder}/a.ml", OLD)
    _write(here, "new.ml", "let one = 1\n")
    assert main(["check"]) == 0
    (here / "loop").symlink_to(here, target_is_directory=True)
    assert main(["check"]) == 0


def test_a_folder_below_the_working_folder_is_of_its_unikernel(here: Path) -> None:
    from mirageport.server.projects import units

    for name in ("config.ml", "a.ml", "lib/b.ml", "lib/deep/c.ml"):
        _write(here, name, OLD)
    for asked in (["."], [str(here)], ["lib/b.ml", "lib/deep/c.ml", "a.ml", "config.ml"]):
        (unit,), troubles = units(asked)
        assert len(unit.asked) == 4
        assert troubles == []


def test_a_file_alone_is_checked_as_within_its_folder(here: Path, capsys: Capture) -> None:
    """What stands beside it decides what its names mean, though nobody asked for that."""
    _write(here, "unikernel.ml", OLD)
    assert main(["check", "--quiet", "unikernel.ml"]) == 1
    alone = capsys.readouterr().out
    assert main(["check", "--quiet"]) == 1
    assert capsys.readouterr().out == alone
    _write(
        here, "v1_LWT.ml", "module type CONSOLE = sig type t val log_s : t -> string -> unit end\n"
    )
    for command in (["check"], ["check", "unikernel.ml"]):
        assert main(command) == 0


def test_a_file_that_changed_meanwhile_is_ported_as_it_is_now(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mirageport.server import projects

    path = _write(here, "unikernel.ml", OLD)
    other = _write(here, "other.ml", OLD)
    mine = f"let mine = 1\n{OLD}"
    read = projects.read

    def late(unit: projects.Unit, *_texts: object) -> object:
        found = read(unit)
        path.write_text(mine)
        return found

    monkeypatch.setattr(projects, "read", late)
    assert main(["fix"]) == 0
    assert path.read_text() == f"let mine = 1\n{other.read_text()}"
    assert "V1_LWT" not in path.read_text()


def test_a_file_that_keeps_changing_is_not_written(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mirageport.code_actions.plan import port
    from mirageport.server.commands import units

    monkeypatch.setattr(units.Patience, "SECONDS", 0.2)
    path = _write(here, "unikernel.ml", OLD)
    count = 0

    def late(*args: Any) -> object:
        nonlocal count
        count += 1
        path.write_text(f"let mine = {count}\n{OLD}")
        return port(*args)

    monkeypatch.setattr("mirageport.server.commands.fix.port", late)
    assert main(["fix"]) == 2
    assert "unikernel.ml: changed while it was being ported" in capsys.readouterr().err
    assert path.read_text() == f"let mine = {count}\n{OLD}"


# -- the rest ----------------------------------------------------------------------------------


def test_explain_prints_the_page(capsys: Capture) -> None:
    assert main(["explain", "console-log-s"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("console-log-s: ")
    assert "Unbound value C.log_s" in out


def test_explain_names_the_nearest_rule(capsys: Capture) -> None:
    assert main(["explain", "console-log-x"]) == 2
    assert "did you mean 'console-log" in capsys.readouterr().err


def test_rules_lists_every_rule(capsys: Capture) -> None:

    assert main(["rules"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == rule_names()


def test_version_and_usage(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as version:
        main(["--version"])
    assert version.value.code == 0
    with pytest.raises(SystemExit) as usage:
        main(["check", "--no-such-option"])
    assert usage.value.code == 2


def test_as_a_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mirageport.server.main", "check", str(ROOT / "examples")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "beacon/unikernel.ml" in done.stdout


def test_the_reader_of_the_output_may_leave() -> None:
    command = f"{sys.executable} -m mirageport.server.main check {ROOT / 'examples'} | head -1"
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stderr == ""


def test_what_a_check_does_not_need_is_not_imported() -> None:
    """Start-up is what every run pays for."""
    code = (
        "import sys; from mirageport.server.main import main; main(['check', '--quiet', %r]);"
        "print(*{m.split('.')[0] for m in sys.modules} & {"
        "'pygls','lsprotocol','asyncio','json','dataclasses','tomllib','difflib','pathlib',"
        "'email'})"
    )
    path = str(ROOT / "examples" / "greeter" / "unikernel.ml")
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import site; site.main()\n" + code % path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] in ("", "pathlib")


@pytest.mark.parametrize("command", ["check", "fix", "report", "verify"])
def test_any_other_target_is_refused_in_a_line(here: Path, capsys: Capture, command: str) -> None:
    path = _write(here, "unikernel.ml", OLD)
    assert main([command, "--target", "4.9", "unikernel.ml"]) == 2
    said = capsys.readouterr()
    assert "--target: there is no target 4.9: the releases to port to are 3.0, 4.11\n" in said.err
    assert path.read_text() == OLD


def test_the_target_there_is_can_be_named(here: Path) -> None:
    path = _write(here, "unikernel.ml", OLD)
    assert main(["fix", "--target", "3.0", "unikernel.ml"]) == 0
    assert path.read_text() == NEW
