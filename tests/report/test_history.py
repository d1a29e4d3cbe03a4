"""The port over the history of a repository: read, never touched."""

from __future__ import annotations

import json
import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from mirageport.server import history
from mirageport.server.history import NoHistory, Objects, states
from mirageport.server.main import main

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]

OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log_s c "up"\nend\n'
HALF = OLD.replace("V1_LWT.CONSOLE", "Mirage_console_lwt.S")
NEW = HALF.replace("log_s", "log")


def _git(folder: Path, *arguments: str, when: int = 0) -> str:
    stamp = f"{1_480_000_000 + when * 86_400} +0000"
    identity = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "A"), ("EMAIL", "a@example.org"), ("DATE", stamp))
    }
    environment = {**os.environ, **identity, "HOME": str(folder), "GIT_CONFIG_NOSYSTEM": "1"}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, capture_output=True, check=True
    )
    return done.stdout.decode()


def _commit(folder: Path, when: int, **files: str) -> None:
    for name, content in files.items():
        path = folder / f"{name.replace('__', '/')}.ml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", f"step {when}", when=when)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "repository"
    folder.mkdir()
    monkeypatch.chdir(folder)
    _git(folder, "init", "-q")
    _commit(folder, 0, unikernel=OLD)
    _commit(folder, 1, unikernel=HALF)
    (folder / "notes.txt").write_text("no OCaml\n")
    _git(folder, "add", "-A")
    _git(folder, "commit", "-q", "-m", "notes", when=2)
    _commit(folder, 3, unikernel=NEW, _build__copy=OLD)
    return folder


def test_what_was_left_shrinks(repository: Path, capsys: Capture) -> None:
    before = _git(repository, "status", "--porcelain=v2", "--branch")
    assert main(["report", "--history", "--format", "json"]) == 0
    points = json.loads(capsys.readouterr().out)["history"]
    assert [point["left"] for point in points] == [2, 1, 0, 0]
    assert [point["done"] for point in points] == [0, 1, 2, 2]
    assert points[0]["date"] == "2016-11-24"
    assert points[-1]["commit"] == ""
    assert _git(repository, "status", "--porcelain=v2", "--branch") == before
    assert main(["report", "--history"]) == 0
    assert "  2016-11-24  " in capsys.readouterr().out
    assert main(["report", "--history", "--format", "html"]) == 0
    assert "<svg" in capsys.readouterr().out


def test_what_is_not_committed_counts_as_now(repository: Path, capsys: Capture) -> None:
    (repository / "unikernel.ml").write_text(OLD)
    assert main(["report", "--history", "--format", "json"]) == 1
    points = json.loads(capsys.readouterr().out)["history"]
    assert [point["left"] for point in points] == [2, 1, 0, 2]


def test_a_folder_of_a_repository_has_its_own_history(repository: Path, capsys: Capture) -> None:
    _commit(repository, 4, part__unikernel=OLD)
    _commit(repository, 5, part__unikernel=NEW)
    assert main(["report", "part", "--history", "--format", "json"]) == 0
    points = json.loads(capsys.readouterr().out)["history"]
    assert [point["left"] for point in points] == [2, 0, 0]


def test_the_history_is_one_of_all_packs(repository: Path, capsys: Capture) -> None:
    _commit(repository, 4, plain__a="let f = String.uppercase\n")
    _commit(repository, 5, plain__a="let f = String.uppercase_ascii\n")
    options = ["--pack", "mirage", "--pack", "stdlib-5", "--history", "--format", "json"]
    assert main(["report", *options]) == 0
    points = json.loads(capsys.readouterr().out)["history"]
    assert [point["left"] for point in points] == [2, 1, 0, 1, 0, 0]


def test_unikernels_of_one_commit_are_kept_apart(repository: Path, capsys: Capture) -> None:
    config = 'open Mirage\nlet main = foreign "Unikernel.Main" ({} @-> job)\n'
    parts = {"unikernel": "module Main (T : V1_LWT.TIME) = struct end\n"}
    _commit(repository, 4, one__config=config.format("time"), one__unikernel=parts["unikernel"])
    _commit(repository, 5, two__config=config.format("console"), two__unikernel=OLD)
    assert main(["report", "--history", "--format", "json"]) == 1
    points = json.loads(capsys.readouterr().out)["history"]
    assert [point["left"] for point in points] == [2, 1, 0, 1, 3, 3]


def test_many_commits_are_sampled_from_first_to_last(repository: Path) -> None:
    for when in range(4, 24):
        _commit(repository, when, unikernel=NEW + f"(* {when} *)\n")
    every = states(str(repository), 500)
    few = states(str(repository), 5)
    assert len(every) == 23
    assert len(few) == 5
    assert (few[0], few[-1]) == (every[0], every[-1])


def test_bounds_are_kept(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _commit(repository, 4, a="let x = 1\n", b="let y = 1\n", c="let long = 1\n" * 100)
    (repository / "link.ml").symlink_to("a.ml")
    _git(repository, "add", "-A")
    _git(repository, "commit", "-q", "-m", "link", when=5)
    monkeypatch.setattr(history, "MAX_FILE_BYTES", 200)
    assert sorted(states(".", 9)[-1].blobs) == ["a.ml", "b.ml", "unikernel.ml"]
    monkeypatch.setattr(history, "MAX_FILES", 2)
    assert len(states(".", 9)[-1].blobs) == 2


def test_objects_that_are_not_there_are_none(repository: Path) -> None:
    blob = states(".", 9)[-1].blobs["unikernel.ml"]
    with Objects(".") as objects:
        assert objects.read("0" * 40) is None
        assert objects.read(blob) == NEW.encode()


def test_nothing_in_the_repository_is_run(repository: Path, tmp_path: Path) -> None:
    """A repository may be anybody's: no hook, no filter, no signature program of its settings."""
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\nexit 1\n")
    trap.chmod(0o755)
    for key in ("core.fsmonitor", "gpg.program", "core.pager", "filter.x.smudge", "diff.external"):
        _git(repository, "config", key, str(trap))
    _git(repository, "config", "log.showSignature", "true")
    (repository / ".gitattributes").write_text("*.ml filter=x diff=x\n")
    assert main(["report", "--history"]) == 0
    assert not (tmp_path / "sprung").exists()


@pytest.mark.parametrize("lock", ["GIT_NO_LAZY_FETCH", "GIT_ALLOW_PROTOCOL"])
def test_nothing_is_fetched(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lock: str
) -> None:
    """What a repository lacks it may say to fetch, and name a program to do it; either lock alone
    keeps it from being run."""
    blob = states(".", 9)[0].blobs["unikernel.ml"]
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    for key, value in (
        ("core.repositoryFormatVersion", "1"),
        ("extensions.partialClone", "origin"),
        ("remote.origin.promisor", "true"),
        ("remote.origin.url", f"ext::touch {tmp_path}/sprung"),
        ("protocol.ext.allow", "always"),
    ):
        _git(repository, "config", key, value)
    monkeypatch.setattr(history, "LOCKS", {lock: history.LOCKS[lock]})
    main(["report", "--history"])
    assert not (tmp_path / "sprung").exists()


def test_settings_that_include_a_pipe_are_not_waited_for(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.mkfifo(repository / "pipe")
    with (repository / ".git" / "config").open("a") as file:
        file.write(f"[include]\n\tpath = {repository}/pipe\n")
    monkeypatch.setattr(history, "PATIENCE", 0.2)
    with pytest.raises(NoHistory, match="takes too long"):
        states(".", 9)


def test_no_history_is_said(
    tmp_path: Path, repository: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for arguments, said in (
        (["--commits", "1"], "must be between 2 and 500"),
        (["a", "b"], "is about one folder"),
    ):
        for name in ("a", "b"):
            (repository / name).mkdir(exist_ok=True)
        assert main(["report", "--history", *arguments]) == 2
        assert said in capsys.readouterr().err
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "unikernel.ml").write_text(OLD)
    assert main(["report", "--history", "unikernel.ml"]) == 2
    captured = capsys.readouterr()
    assert "has no history: git: " in captured.err
    assert "2 left" in captured.out
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoHistory, match="git cannot be run"):
        states(".", 3)
