"""Ways a team uses the tool: baselines, statistics, completions, hooks, progress."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mirageport.server import progress
from mirageport.server.main import main

ROOT = Path(__file__).parents[2]
OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let say c = C.log_s c "é 𝒞"\nend\n'

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "unikernel.ml").write_text(OLD)
    return tmp_path


# -- baselines ---------------------------------------------------------------------------------


def test_what_a_baseline_knows_does_not_fail(here: Path, capsys: Capture) -> None:
    assert main(["check", "--write-baseline", "known.json"]) == 0
    assert capsys.readouterr().out == "known.json: 2 findings known from now on.\n"
    assert main(["check", "--baseline", "known.json"]) == 0
    assert "found, 2 hidden by the baseline" in capsys.readouterr().out


def test_code_above_may_come_and_go(here: Path) -> None:
    main(["check", "--write-baseline", "known.json"])
    (here / "unikernel.ml").write_text("let above = 1\n\n" + OLD)
    assert main(["check", "--baseline", "known.json"]) == 0


def test_what_is_new_fails_and_is_all_that_is_shown(here: Path, capsys: Capture) -> None:
    main(["check", "--write-baseline", "known.json"])
    new = OLD.replace("\nend", '\n  let shout c = C.log_s c "!"\nend')
    (here / "unikernel.ml").write_text(new)
    capsys.readouterr()
    assert main(["check", "--quiet", "--baseline", "known.json"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("unikernel.ml:3:17: error: `C.log_s`")


def test_a_second_finding_on_an_equal_line_is_new(here: Path) -> None:
    main(["check", "--write-baseline", "known.json"])
    line = OLD.splitlines()[1]
    (here / "unikernel.ml").write_text(OLD.replace("\nend", f"\n{line}\nend"))
    assert main(["check", "--baseline", "known.json"]) == 1


def test_a_baseline_holds_from_any_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    main(["check", "--write-baseline", "known.json"])
    (here / "below").mkdir()
    monkeypatch.chdir(here / "below")
    assert main(["check", "--baseline", "../known.json", ".."]) == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[", "is no JSON"),
        ("[]", "is no baseline of this tool"),
        ('{"version": 2, "findings": []}', "is no baseline of this tool"),
        ('{"version": 1, "findings": [{"file": "a"}]}', "an entry lacks one of"),
        ('{"version": 1, "findings": ["a"]}', "an entry lacks one of"),
    ],
)
def test_a_broken_baseline_is_named(here: Path, capsys: Capture, content: str, said: str) -> None:
    (here / "known.json").write_text(content)
    assert main(["check", "--baseline", "known.json"]) == 2
    assert f"known.json: {said}" in capsys.readouterr().err


def test_a_baseline_that_is_not_there_or_cannot_be_written(here: Path, capsys: Capture) -> None:
    assert main(["check", "--baseline", "nowhere.json"]) == 2
    assert main(["check", "--write-baseline", "nowhere/known.json"]) == 2
    said = capsys.readouterr().err
    assert "nowhere.json: cannot be read" in said
    assert "nowhere/known.json: No such file or directory" in said


# -- statistics, completions, progress -----------------------------------------------------------


def test_statistics_count_by_rule(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").write_text(OLD.replace("\nend", "\n  let again = C.log_s\nend"))
    assert main(["check", "--statistics"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "2  console-log-s  (safe)"
    assert "1  v1-module-type  (safe)" in lines
    assert lines[-1].startswith("3 left in 1 file")


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completions_know_the_commands(shell: str, capsys: Capture) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert "explain" in out
    assert "report" in out


def test_a_shell_takes_its_completions(capsys: Capture) -> None:
    main(["completion", "bash"])
    script = capsys.readouterr().out
    assert subprocess.run(["bash", "-n"], input=script, text=True, check=False).returncode == 0


@pytest.mark.parametrize(
    "command", ["", "check", "fix", "explain", "rules", "report", "lsp", "completion"]
)
def test_the_help_of_a_command_fits_a_screen(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main([*command.split(), "--help"])
    assert ended.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) <= 23, "with the prompt below it, 24 lines"
    assert max(map(len, lines)) <= 80


def test_a_bar_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert list(progress.shown(range(100), 100)) == list(range(100))
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(progress.shown(range(3), 3)) == [0, 1, 2]
    assert capsys.readouterr().err == ""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert list(progress.shown(range(100), 100)) == list(range(100))
    assert "Unikernels" in capsys.readouterr().err
    monkeypatch.setenv("TERM", "dumb")
    assert list(progress.shown(range(100), 100)) == list(range(100))
    assert capsys.readouterr().err == ""


# -- hooks -------------------------------------------------------------------------------------


def test_the_hooks_run_the_commands_there_are() -> None:
    text = (ROOT / ".pre-commit-hooks.yaml").read_text()
    entries = [line.split(":")[1].split() for line in text.splitlines() if "entry:" in line]
    assert entries == [["mirageport", "check"], ["mirageport", "fix"]]


def test_a_hook_stops_a_commit(tmp_path: Path) -> None:
    """With the real pre-commit, which calls the command as the hook does."""
    work = tmp_path / "work"
    work.mkdir()
    (work / "unikernel.ml").write_text(OLD)
    (work / "notes.txt").write_text("V1_LWT\n")
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text().split("- id: mirageport-fix")[0]
    local = hook.replace("language: python", "language: system").replace("\n", "\n      ")
    config = f"repos:\n  - repo: local\n    hooks:\n      {local}".rstrip() + "\n"
    (work / ".pre-commit-config.yaml").write_text(config)
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "PRE_COMMIT_HOME": str(tmp_path / "cache"),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
    }
    git = shutil.which("git")
    assert git is not None
    for command in (["init", "-q"], ["add", "."]):
        subprocess.run([git, *command], cwd=work, env=environment, check=True)
    run = [sys.executable, "-m", "pre_commit", "run", "--all-files"]

    def hooked() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            run, cwd=work, env=environment, capture_output=True, text=True, check=False
        )

    stopped = hooked()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "unikernel.ml:2:15" in stopped.stdout
    assert "notes.txt" not in stopped.stdout
    assert main(["fix", str(work)]) == 0
    assert hooked().returncode == 0


def test_json_of_a_baseline_reads_well(here: Path) -> None:
    main(["check", "--write-baseline", "known.json"])
    entries = json.loads((here / "known.json").read_text())["findings"]
    assert entries[0] == {
        "file": "unikernel.ml",
        "rule": "console-log-s",
        "code": 'let say c = C.log_s c "é 𝒞"',
        "count": 1,
    }
