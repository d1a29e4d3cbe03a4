"""Files around the code in an editor: diagnostics, fixes, and the port of a whole unikernel."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from mirageport.server import workspace
from mirageport.server.lsp.engine import MirageEngine

from .session import Session, applied, edit, span

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from pathlib import Path

CONFIG = 'open Mirage\nlet () = register "hall" []\n'


def run(test: Coroutine[Any, Any, None]) -> None:
    asyncio.run(test)


def test_a_makefile_beside_config(tmp_path: Path) -> None:
    async def test() -> None:
        (tmp_path / "config.ml").write_text(CONFIG)
        makefile = tmp_path / "Makefile"
        makefile.write_text("all:\n\tmirage configure --xen\n")
        session = Session(engine=MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(makefile)
        assert session.rules(uri) == ["cli-target"]
        await session.change(uri, 2, edit(1, 18, 23, "--unix"))
        assert session.rules(uri) == ["cli-target"]
        fix = next(a for a in await session.actions(uri) if a.get("isPreferred"))
        after = applied({uri: "all:\n\tmirage configure --unix\n"}, fix["edit"], session.encoding)
        assert after[uri] == "all:\n\tmirage configure -t unix\n"
        await session.change(uri, 3, edit(1, 18, 24, "-t unix"))
        assert session.rules(uri) == []
        at = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 3}}
        assert await session.request("textDocument/hover", at) is None

    run(test())


def test_a_script_above_unikernels(tmp_path: Path) -> None:
    async def test() -> None:
        (tmp_path / "src").mkdir()
        (tmp_path / "ci").mkdir()
        (tmp_path / "ci" / "run.sh").write_text("sudo ./mir-hall\n")
        session = Session(engine=MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(tmp_path / "ci" / "run.sh")
        assert session.rules(uri) == []
        (tmp_path / "src" / "config.ml").write_text(CONFIG)
        await session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert session.rules(uri) == ["file-binary-name"]
        (tmp_path / "src" / "config.ml").write_text(CONFIG.replace("hall", "till"))
        await session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert session.rules(uri) == []

    run(test())


def test_the_unikernels_of_a_neighbour_are_none_of_its_business(tmp_path: Path) -> None:
    """In a folder that holds several projects a script is judged by its own, as on the command
    line."""

    async def test() -> None:
        for project, name in (("one", "hall"), ("other", "till")):
            (tmp_path / project / "src").mkdir(parents=True)
            (tmp_path / project / "src" / "config.ml").write_text(CONFIG.replace("hall", name))
            (tmp_path / project / "run.sh").write_text("./mir-hall || ./mir-till\n")
        session = Session(engine=MirageEngine())
        await session.start(tmp_path)
        for project, column in (("one", 2), ("other", 16)):
            uri = await session.open(tmp_path / project / "run.sh")
            places = [each["range"]["start"] for each in session.published(uri)[-1]["diagnostics"]]
            assert places == [{"line": 0, "character": column}]

    run(test())


def test_the_port_of_a_unikernel_takes_them_along(tmp_path: Path) -> None:
    async def test() -> None:
        (tmp_path / "config.ml").write_text(CONFIG)
        (tmp_path / "build.sh").write_text("mirage configure --xen --no-opam\n")
        session = Session(engine=MirageEngine())
        await session.start(tmp_path)
        config = await session.open(tmp_path / "config.ml")
        (action,) = [a for a in await session.actions(config) if "Port" in a["title"]]
        if "edit" not in action:
            action = await session.request("codeAction/resolve", action)
        script = (tmp_path / "build.sh").as_uri()
        before = {script: "mirage configure --xen --no-opam\n"}
        after = applied(before, action["edit"], session.encoding)
        assert after == {script: "mirage configure -t xen\n"}
        command = {"command": "mirageport.report", "arguments": [config]}
        report = await session.request("workspace/executeCommand", command)
        assert [found["rule"] for found in report["findings"]] == ["cli-target", "cli-dropped-flag"]

    run(test())


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    async def test() -> None:
        session = Session(engine=MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(tmp_path / "notes.txt", "mirage configure --xen\n")
        assert session.published(uri) == []
        assert any("left alone" in line for line in session.logs())

    run(test())


def test_the_search_for_unikernels_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def test() -> None:
        monkeypatch.setattr(workspace, "MAX_FILES", 3)
        for number in range(5):
            (tmp_path / f"f{number}").mkdir()
        for name in ("f0", "f4"):
            (tmp_path / name / "config.ml").write_text(CONFIG.replace("hall", name))
        (tmp_path / "loop").symlink_to(tmp_path)
        session = Session(engine=MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(tmp_path / "a.sh", "./mir-f0; ./mir-f4\n")
        assert session.rules(uri) == ["file-binary-name"]

    run(test())


@pytest.mark.parametrize(
    ("client", "offered"), [("vscode", True), ("neovim-0.7", True), ("eglot-1.9", False)]
)
def test_a_client_that_can_delete_files_is_offered_to(
    client: str, offered: bool, tmp_path: Path
) -> None:
    async def test() -> None:
        (tmp_path / "mirageport.toml").write_text('target = "4.11"\n')
        (tmp_path / "config.ml").write_text(CONFIG)
        generated = tmp_path / "main.ml"
        generated.write_text("(* Generated by Mirage (2018-05-01). *)\nlet () = ()\n")
        session = Session(client, MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(tmp_path / "config.ml")
        assert client == "vscode" or session.rules(uri) == ["generated-left"]  # that one asks
        edits = [
            action["edit"]
            for action in await session.actions(uri, span(1, 9, 17), ["quickfix"])
            if action["title"] == "Delete main.ml"
        ]
        deletion = {"documentChanges": [{"kind": "delete", "uri": generated.as_uri()}]}
        assert edits == [deletion] * offered

    run(test())
