"""Ways a team uses the tool: baselines, statistics, completions, hooks, progress."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mirageport.server import progress
from mirageport.server.main import main

ROOT = Path(__file__).parents[2]
OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let say c = C.log_s c "é 𝒞"\nend\n'
NEW = 'module Main (C : Mirage_console_lwt.S) = struct\n  let say c = C.log c "é 𝒞"\nend\n'

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
    ("typed", "offered"),
    [
        (["check", ""], {"./--write-baseline=x.ml", "a b.ml", "unikernel.ml"}),
        (["fix", "un"], {"unikernel.ml"}),
        (["report", "--", ""], {"./--write-baseline=x.ml", "a b.ml", "unikernel.ml"}),
        (["check", "--write"], {"--write-baseline"}),
        (["check", "./-"], {"./--write-baseline=x.ml"}),
        (["verify", ""], {"./--write-baseline=x.ml", "a b.ml", "unikernel.ml"}),
    ],
)
def test_a_shell_offers_no_file_as_an_option(
    here: Path, capsys: Capture, typed: list[str], offered: set[str]
) -> None:
    for name in ("--write-baseline=x.ml", "a b.ml"):
        (here / name).write_text(OLD)
    main(["completion", "bash"])
    words = " ".join(f"'{word}'" for word in ["mirageport", *typed])
    script = (
        f"{capsys.readouterr().out}\nCOMP_WORDS=({words}) COMP_CWORD={len(typed)}\n"
        "_shtab_mirageport\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    done = subprocess.run(["bash"], input=script, capture_output=True, text=True, check=True)
    assert set(done.stdout.splitlines()) == offered


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


HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text()


class Repository:
    """A repository with one of our hooks, run by the real pre-commit, which calls the command as
    it does for everybody."""

    def __init__(self, folder: Path, hook: str, *arguments: str) -> None:
        self.folder = folder / "work"
        self.folder.mkdir()
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "PRE_COMMIT_HOME": str(folder / "cache"),
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]]),
        }
        (text,) = (each for each in HOOKS.split("- id: ") if each.startswith(f"{hook}\n"))
        local = f"- id: {text}".replace("language: python", "language: system").strip()
        local = f"{local}\n  args: {json.dumps(arguments)}".replace("\n", "\n      ")
        config = f"repos:\n  - repo: local\n    hooks:\n      {local}\n"
        (self.folder / ".pre-commit-config.yaml").write_text(config)
        self._git("init", "-q")

    def _git(self, *arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=self.folder, env=self.environment, check=True)

    def add(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path

    def run(self) -> subprocess.CompletedProcess[str]:
        self._git("add", ".")
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose"]
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )


def test_a_hook_stops_a_commit(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "mirageport-check")
    repository.add("unikernel.ml", OLD)
    repository.add("notes.txt", "V1_LWT\n")
    stopped = repository.run()
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "unikernel.ml:2:15" in stopped.stdout
    assert "notes.txt" not in stopped.stdout
    assert main(["fix", str(repository.folder)]) == 0
    assert repository.run().returncode == 0


def test_a_hook_takes_no_file_for_an_option(tmp_path: Path) -> None:
    """Names that would write a file outside, overwrite one, know everything, or leave rules out."""
    outside = tmp_path / "outside.ml"
    outside.write_text("mine")
    repository = Repository(tmp_path, "mirageport-check")
    known = {"version": 1, "findings": []}
    for rule in ("v1-module-type", "console-log-s"):
        for code in OLD.splitlines():
            entry = {"file": "unikernel.ml", "rule": rule, "code": " ".join(code.split())}
            known["findings"].append({**entry, "count": 9})  # type: ignore[attr-defined]
    repository.add("known.ml", json.dumps(known))
    unikernel = repository.add("unikernel.ml", OLD)
    names = [
        f"--write-baseline={outside}",
        "--write-baseline=unikernel.ml",
        "--write-b=unikernel.ml",
        "--baseline=known.ml",
        "--ignore=v1-module-type,console-log-s,x.ml",
        "--help.ml",
        "-q.ml",
        "--output=unikernel.ml",
    ]
    for name in names:
        repository.add(name, OLD)
    done = repository.run()
    assert done.returncode == 1, done.stdout
    assert "exit code: 1" in done.stdout
    for name in ["unikernel.ml", *names]:
        assert f" --> {os.path.normpath(name)}:2:15\n" in done.stdout, name
    assert outside.read_text() == "mine"
    assert unikernel.read_text() == OLD


def test_a_hook_fixes_files_that_are_called_like_options(tmp_path: Path) -> None:
    repository = Repository(tmp_path, "mirageport-fix")
    paths = [repository.add(name, OLD) for name in ("--diff.ml", "--select=x.ml", "-a.ml", "a.ml")]
    done = repository.run()
    assert "files were modified by this hook" in done.stdout
    assert [path.read_text() for path in paths] == [NEW] * 4


def test_arguments_of_a_person_count_in_a_hook(tmp_path: Path) -> None:
    repository = Repository(
        tmp_path, "mirageport-check", "--quiet", "--ignore", "v1-module-type", "--baseline=old.json"
    )
    repository.add("old.json", '{"version": 1, "findings": []}')
    repository.add("-unikernel.ml", OLD)
    done = repository.run()
    assert "console-log-s" in done.stdout
    assert "v1-module-type" not in done.stdout
    assert " left in " not in done.stdout


@pytest.mark.parametrize("name", ["--self", "--ignore=x", "-q"])
def test_no_file_takes_an_argument_of_a_person_away(tmp_path: Path, name: str) -> None:
    """One that a hook is not called for, as it is no OCaml file: the check would pass without."""
    repository = Repository(tmp_path, "mirageport-check", name)
    repository.add(name, "")
    repository.add("unikernel.ml", "module Main (C : Mirage_console_lwt.S) = struct end\n")
    done = repository.run()
    assert "exit code: 2" in done.stdout
    assert f"`{name}` is an option and the name of a file" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--write-baseline", "known.json"],
        ["check", "--write-baseline=known.json"],
        ["check", "--write-b=known.json"],
        ["fix", "--output=known.json"],
        ["report", "--output", "known.json"],
    ],
)
def test_a_hook_writes_nothing_but_sources(
    here: Path, capsys: Capture, arguments: list[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["hook", *arguments, "unikernel.ml"])
    assert ended.value.code == 2
    assert "error: " in capsys.readouterr().err
    assert not (here / "known.json").exists()


def test_names_behind_two_dashes_are_no_options(here: Path, capsys: Capture) -> None:
    (here / "--quiet.ml").write_text(OLD)
    (here / "--baseline=x").mkdir()
    (here / "--baseline=x" / "a.ml").write_text(OLD)
    assert main(["check", "--quiet", "--", "--quiet.ml", "--baseline=x/a.ml"]) == 1
    out = capsys.readouterr().out
    assert "--quiet.ml:2:15" in out
    assert os.path.join("--baseline=x", "a.ml:2:15") in out


def test_json_of_a_baseline_reads_well(here: Path) -> None:
    main(["check", "--write-baseline", "known.json"])
    entries = json.loads((here / "known.json").read_text())["findings"]
    assert entries[0] == {
        "file": "unikernel.ml",
        "rule": "console-log-s",
        "code": 'let say c = C.log_s c "é 𝒞"',
        "count": 1,
    }
