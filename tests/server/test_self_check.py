"""The self-check in an editor: after a pause, of what is being ported, and never in the way."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest

from mirageport.server.lsp import pauses
from mirageport.server.lsp.engine import MirageEngine

from .fake import LONG_STEPS, STEP
from .session import Session, edit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

# A pause of the tests' own: whoever waits for nothing to happen waits several of them.
PAUSE = 0.05  # seconds
DONE = edit(0, 0, 3, "new")
OLD = "old_safe at_odds"
NEVER_OLD = "new_safe at_odds"


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pauses, "PAUSE", PAUSE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A unikernel of two files with conflicts once the first one is ported."""
    (tmp_path / "config.ml").write_text("pair")
    (tmp_path / "a.ml").write_text(OLD)
    (tmp_path / "b.ml").write_text("at_odds")
    return tmp_path


async def until(true: Callable[[], bool]) -> None:
    """Let things happen until something is true."""
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        await asyncio.sleep(PAUSE / 10)


async def conflicts(session: Session, uri: str) -> None:
    """Wait until the conflict of a document was published."""
    await until(lambda: session.rules(uri) == ["conflict"])


async def nothing_happens(session: Session) -> None:
    """Several pauses without a message."""
    session.forget()
    await asyncio.sleep(4 * PAUSE)
    assert not session.writer.messages


async def test_what_was_ported_is_judged_after_a_pause(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    first, second = await session.open(folder / "a.ml"), await session.open(folder / "b.ml")
    await nothing_happens(session)  # it is all Mirage 2's yet
    await session.change(first, 2, DONE)
    assert session.rules(first) == []
    await conflicts(session, first)
    await conflicts(session, second)
    assert session.published(first)[-1]["version"] == 2
    await nothing_happens(session)


async def test_a_conflict_is_shown_until_the_text_changes(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    first, second = await session.open(folder / "a.ml"), await session.open(folder / "b.ml")
    await session.change(first, 2, DONE)
    await conflicts(session, second)
    await session.change(first, 3, edit(0, 0, 0, " "))
    assert session.rules(first) == session.rules(second) == []
    await conflicts(session, first)
    await conflicts(session, second)


@pytest.mark.parametrize("for_all", [False, True])
async def test_a_client_that_asks_is_told_to_ask_again(folder: Path, for_all: bool) -> None:
    """Also one that asks for all files of the unikernel."""
    session = Session("vscode")
    await session.start(folder)
    method = "workspace/diagnostic"
    asking = asyncio.ensure_future(session.request(method, {})) if for_all else None
    uri = await session.open(folder / "a.ml")
    asked = {"textDocument": {"uri": uri}}
    await session.request("textDocument/diagnostic", asked)
    await session.change(uri, 2, DONE)
    found = await session.request("textDocument/diagnostic", asked)
    assert found["items"] == []
    session.forget()
    await until(lambda: bool(session.sent("workspace/diagnostic/refresh")))
    found = await session.request("textDocument/diagnostic", asked)
    assert [item["code"] for item in found["items"]] == ["conflict"]
    await session.change(uri, 3, edit(0, 0, 0, " "))
    found = await session.request("textDocument/diagnostic", asked)
    assert found["items"] == []
    if asking is not None:
        asking.cancel()


async def test_what_was_mirage_3_already_is_left_alone(folder: Path) -> None:
    (folder / "a.ml").write_text(NEVER_OLD)
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml")
    await nothing_happens(session)
    await session.change(uri, 2, edit(0, 0, 0, "old_safe "))
    assert session.rules(uri) == ["fake-safe"]
    await session.change(uri, 3, edit(0, 0, 9, ""))
    await nothing_happens(session)


async def test_half_ported_code_is_judged(folder: Path) -> None:
    (folder / "b.ml").write_text(NEVER_OLD)
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml")
    await until(lambda: session.rules(uri) == ["fake-safe", "conflict"])


@pytest.mark.parametrize("where", ["file", "editor"])
async def test_the_setting_has_everything_judged(folder: Path, where: str) -> None:
    (folder / "a.ml").write_text(NEVER_OLD)
    options: dict[str, Any] = {}
    if where == "file":
        (folder / "mirageport.toml").write_text("self-check = true\n")
    else:
        options = {"mirageport": {"self-check": True}}
    session = Session("neovim-0.7")
    await session.start(folder, options=options)
    await conflicts(session, await session.open(folder / "a.ml"))


async def test_a_change_ends_it_and_puts_it_off(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml", f"{OLD} ponder")
    await session.change(uri, 2, DONE)
    await until(lambda: "judge" in session.engine.calls)
    began = time.perf_counter()
    await session.change(uri, 3, edit(0, 17, 23, ""))
    assert time.perf_counter() - began < 0.2
    assert session.published(uri)[-1]["version"] == 3
    assert "judged" not in session.engine.calls
    await conflicts(session, uri)
    await asyncio.sleep(3 * LONG_STEPS * STEP)  # the first one would have come to its end
    assert session.engine.calls.count("judge") == 2
    assert session.engine.calls.count("judged") == 1


async def test_it_waits_as_long_as_the_person_types(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml")
    await session.change(uri, 2, DONE)
    end, version = time.monotonic() + 4 * PAUSE, 2
    while time.monotonic() < end:
        version += 1
        await session.change(uri, version, edit(0, 0, 0, " "))
        await asyncio.sleep(PAUSE / 20)
    assert "judge" not in session.engine.calls
    await conflicts(session, uri)
    assert session.engine.calls.count("judge") == 1


async def test_others_are_answered_meanwhile(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml", f"{OLD} ponder")
    await session.change(uri, 2, DONE)
    await until(lambda: "judge" in session.engine.calls)
    where = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 0}}
    await session.request("textDocument/hover", where)
    assert "judged" not in session.engine.calls
    await conflicts(session, uri)


async def test_a_crash_costs_one_line_of_the_log(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml", f"{OLD} stumble old_review")
    await session.change(uri, 2, DONE)
    await until(lambda: bool(session.logs()))
    await session.change(uri, 3, edit(0, 0, 0, " "))
    await asyncio.sleep(4 * PAUSE)
    [line] = session.logs()
    assert line.endswith("the self-check failed and is left out here: RuntimeError('no judgement')")
    assert session.rules(uri) == ["fake-review"]


async def test_a_closed_unikernel_is_not_judged(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml")
    await session.change(uri, 2, DONE)
    await session.close(uri)
    await nothing_happens(session)
    assert "judge" not in session.engine.calls


async def test_the_report_counts_conflicts_as_left(folder: Path) -> None:
    session = Session("neovim-0.7")
    await session.start(folder)
    uri = await session.open(folder / "a.ml")
    await session.change(uri, 2, DONE)
    asked = {"command": "mirageport.report", "arguments": [uri]}
    found = await session.request("workspace/executeCommand", asked)
    assert [each["rule"] for each in found["findings"]] == ["conflict", "conflict"]
    await conflicts(session, uri)
    assert session.engine.calls.count("judge") == 1


async def test_a_name_that_a_port_leaves_unbound(tmp_path: Path) -> None:
    code = "module Main (C : V1_LWT.CONSOLE) = struct\n  let start c = C.log c text\nend\n"
    (tmp_path / "unikernel.ml").write_text(code)
    session = Session("neovim-0.7", MirageEngine())
    await session.start(tmp_path)
    uri = await session.open(tmp_path / "unikernel.ml")
    await asyncio.sleep(4 * PAUSE)
    assert "conflict" not in session.rules(uri)
    await session.change(uri, 2, edit(0, 17, 31, "Mirage_console_lwt.S"))
    assert session.rules(uri) == []
    await conflicts(session, uri)
    [shown] = session.published(uri)[-1]["diagnostics"]
    assert shown["message"] == "This does not type-check against Mirage 3: unbound value `text`."
    assert shown["range"]["start"] == {"line": 1, "character": 24}


def test_what_a_pack_leaves_in_a_plain_project_is_shown(tmp_path: Path) -> None:
    async def test() -> None:
        session = Session("neovim-0.7", MirageEngine())
        await session.start(tmp_path, options={"packs": ["mirage", "stdlib-5"]})
        path = tmp_path / "a.ml"
        path.write_text("let f (s : string) = String.set s 0 'x'\n")
        uri = await session.open(path)
        assert session.rules(uri) == ["stdlib-bytes"]
        await session.change(uri, 2, edit(0, 21, 27, "Bytes"))
        await until(lambda: session.rules(uri) == ["stdlib-safe-string"])
        ask = {"command": "mirageport.report", "arguments": [uri]}
        assert (await session.request("workspace/executeCommand", ask))["target"] == "OCaml 5"

    asyncio.run(test())
