"""Which files belong to a unikernel, and what the disk may hold."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mirageport.server import files, workspace
from mirageport.server.lsp.convert import name_of
from mirageport.server.settings import Settings
from mirageport.server.workspace import Buffer, Workspace

from .fake import FakeEngine

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


class Session:
    """A workspace and what it said."""

    def __init__(self, *folders: Path) -> None:
        self.log: list[str] = []
        self.shown: list[str] = []
        self.files = Workspace(
            FakeEngine(), self.log.append, self.shown.append, lambda _unikernel: None
        )
        self.files.folders = tuple(str(folder) for folder in folders)

    def open(self, path: Path, text: str = "old_pair\n") -> str:
        self.files.open(Buffer(path.as_uri(), str(path), 1), text.encode())
        return str(path)

    def names(self, name: str, folder: Path) -> list[str]:
        found = self.files.unikernel(name).every
        return [each[len(str(folder)) + 1 :] for each in found]


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("pair\n")


def test_a_config_takes_in_what_lies_below_it(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "unikernel.ml", "lib/a.ml", "lib/deep/b.mli", "notes.txt")
    write(tmp_path, "_build/x.ml", "_opam/x.ml", ".git/x.ml", "other/config.ml", "other/own.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "lib" / "deep" / "b.mli")
    assert session.names(name, tmp_path) == [
        "config.ml",
        "lib/a.ml",
        "lib/deep/b.mli",
        "unikernel.ml",
    ]
    own = session.open(tmp_path / "other" / "own.ml")
    assert session.names(own, tmp_path) == ["other/config.ml", "other/own.ml"]


def test_without_a_config_a_folder_stands_alone(tmp_path: Path) -> None:
    write(tmp_path, "a.ml", "b.ml", "below/c.ml")
    session = Session(tmp_path)
    assert session.names(session.open(tmp_path / "a.ml"), tmp_path) == ["a.ml", "b.ml"]


def test_nothing_above_the_workspace_folder_counts(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "work/a.ml")
    session = Session(tmp_path / "work")
    assert session.names(session.open(tmp_path / "work" / "a.ml"), tmp_path) == ["work/a.ml"]


def test_without_a_workspace_folder_the_checkout_is_the_limit(tmp_path: Path) -> None:
    write(
        tmp_path, "config.ml", "repository/a.ml", "repository/one/config.ml", "repository/one/b.ml"
    )
    (tmp_path / "repository" / ".git").mkdir()
    session = Session()
    repository = tmp_path / "repository"
    assert session.names(session.open(repository / "a.ml"), repository) == ["a.ml"]
    assert session.names(session.open(repository / "one" / "b.ml"), repository) == [
        "one/b.ml",
        "one/config.ml",
    ]


def test_a_checkout_within_a_unikernel_is_apart(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "a.ml", "inner/.git/HEAD", "inner/b.ml")
    session = Session(tmp_path)
    assert session.names(session.open(tmp_path / "a.ml"), tmp_path) == ["a.ml", "config.ml"]
    assert session.names(session.open(tmp_path / "inner" / "b.ml"), tmp_path) == ["inner/b.ml"]


def test_a_workspace_folder_within_a_unikernel_outside_is_apart(tmp_path: Path) -> None:
    """Whichever of the two is open: what a file belongs to has one answer."""
    write(tmp_path, "config.ml", "a.ml", "lib/b.ml")
    session = Session(tmp_path / "lib")
    assert session.names(session.open(tmp_path / "a.ml"), tmp_path) == ["a.ml", "config.ml"]
    assert session.names(session.open(tmp_path / "lib" / "b.ml"), tmp_path) == ["lib/b.ml"]


def test_a_config_that_came_to_the_disk_is_seen_with_the_next_save(tmp_path: Path) -> None:
    write(tmp_path, "lib/a.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "lib" / "a.ml")
    write(tmp_path, "config.ml")
    assert session.files.refresh([name]) == [name]
    assert session.names(name, tmp_path) == ["config.ml", "lib/a.ml"]


def test_an_unsaved_config_makes_a_unikernel(tmp_path: Path) -> None:
    write(tmp_path, "lib/a.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "lib" / "a.ml")
    assert session.files.report(name).findings == ()
    config = session.open(tmp_path / "config.ml", "pair\n")
    assert len(session.files.report(name).findings) == 1
    session.files.close(config)
    assert session.files.report(name).findings == ()


def test_a_buffer_comes_before_the_disk_until_it_is_closed(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "unikernel.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "unikernel.ml")
    config = session.open(tmp_path / "config.ml", "nothing\n")
    assert session.files.report(name).findings == ()
    (tmp_path / "config.ml").write_text("pair, and longer\n")
    assert session.files.refresh([name]) == []
    assert session.files.report(name).findings == ()
    session.files.close(config)
    assert len(session.files.report(name).findings) == 1


def test_unsaved_text_ends_with_its_document(tmp_path: Path) -> None:
    """While another document of the unikernel stays open: the disk counts again."""
    write(tmp_path, "config.ml", "unikernel.ml", "lib/a.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "unikernel.ml")
    closed = session.open(tmp_path / "lib" / "a.ml", "never saved\n")
    assert session.files.unikernel(name).source(closed).data == b"never saved\n"
    session.files.close(closed)
    assert session.files.unikernel(name).source(closed).data == b"pair\n"
    new = session.open(tmp_path / "lib" / "new.ml", "never saved\n")
    session.files.close(new)
    assert new not in session.files.unikernel(name).every


def test_links_are_no_way_in(tmp_path: Path) -> None:
    write(tmp_path / "work", "config.ml", "a.ml")
    write(tmp_path, "elsewhere/b.ml")
    (tmp_path / "work" / "loop").symlink_to(tmp_path / "work")
    (tmp_path / "work" / "out").symlink_to(tmp_path / "elsewhere")
    session = Session(tmp_path / "work")
    name = session.open(tmp_path / "work" / "a.ml")
    assert session.names(name, tmp_path / "work") == ["a.ml", "config.ml"]


def test_large_files_and_crowds_are_left_out_and_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workspace, "MAX_FILES", 5)
    monkeypatch.setattr(files, "MAX_FILE_BYTES", 2048)
    write(tmp_path, "config.ml", *(f"m{index}.ml" for index in range(9)))
    (tmp_path / "generated.ml").write_bytes(b" " * 2049)
    session = Session(tmp_path)
    name = session.open(tmp_path / "m0.ml")
    assert session.names(name, tmp_path) == ["config.ml", "m0.ml", "m1.ml", "m2.ml"]
    assert {line.rpartition("/")[2] for line in session.log} == {
        f"{tmp_path.name}: left out: all but its first 5 files",
        "generated.ml: left out: is too large (2049 bytes; at most 2048)",
    }


def test_a_file_that_stops_being_text_is_taken_out(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "a.ml", "b.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "a.ml")
    (tmp_path / "b.ml").write_bytes(b"\xff\xfe\0\0")
    assert session.files.refresh([name]) == [name]
    assert session.names(name, tmp_path) == ["a.ml", "config.ml"]


def test_reports_are_made_once_per_change(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "a.ml")
    session = Session(tmp_path)
    name = session.open(tmp_path / "a.ml")
    first = session.files.report(name)
    assert session.files.report(name) is first
    session.files.edit(name, 0, 3, b"new")
    assert session.files.report(name).findings == ()
    assert session.files.unikernel(name).source(name).data == b"new_pair\n"


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    write(tmp_path / "work", "config.ml", "a.ml")
    write(tmp_path, "secret.ml")
    (tmp_path / "work" / "out.ml").symlink_to("../secret.ml")
    (tmp_path / "work" / "inner.ml").symlink_to("a.ml")
    (tmp_path / "work" / "zero.ml").symlink_to("/dev/zero")
    os.mkfifo(tmp_path / "work" / "pipe.ml")
    session = Session(tmp_path / "work")
    name = session.open(tmp_path / "work" / "a.ml")
    assert session.names(name, tmp_path / "work") == ["a.ml", "config.ml", "inner.ml"]
    assert {line.rpartition("/")[2] for line in session.log} == {
        "out.ml: left out: is a link that leads out of the folder",
        "pipe.ml: left out: is no regular file",
        "zero.ml: left out: is a link that leads out of the folder",
    }


def test_a_share_of_another_machine_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "a.ml")
    uri = f"file://server{tmp_path}/a.ml"
    session = Session(tmp_path)
    session.files.open(Buffer(uri, name_of(uri), 1), b"old_pair\n")
    assert session.files.unikernel(name_of(uri)).every == [uri]
    assert session.files.report(name_of(uri)).findings == ()


def test_an_unknown_rule_in_a_settings_file_is_shown_once(tmp_path: Path) -> None:
    write(tmp_path, "config.ml", "a.ml")
    (tmp_path / "mirageport.toml").write_text('ignore = ["fake-saf"]\n')
    session = Session(tmp_path)
    name = session.open(tmp_path / "a.ml")
    session.files.refresh([name])
    (line,) = session.shown
    assert line.endswith(
        "mirageport.toml: no rule or category is called 'fake-saf'; did you mean 'fake-safe'?"
    )


def test_a_document_of_no_disk_has_no_settings_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mirageport.toml").write_text('ignore = ["fake-pair"]\n')
    write(tmp_path, "config.ml")
    session = Session(tmp_path)
    name = "untitled:config.ml"
    session.files.open(Buffer(name, name, 1), b"pair old_pair\n")
    session.files.forget_reports()
    session.files.refresh()
    assert session.files.settings(session.files.unikernel(name)) == Settings()
    assert session.files.unikernel(name).every == [name]
