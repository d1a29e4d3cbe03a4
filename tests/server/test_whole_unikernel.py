"""What files say that nobody has open: sent after a pause, or handed out to clients that ask."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

import pytest

from mirageport.server.lsp import pauses

from .clients import CLIENTS
from .session import Session, edit

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

PAUSE = 0.05  # seconds
# A wrong position encoding would show.
CLOSED = 'let x = "\u00e9\U0001f42b" in old_safe\n'
COLUMN = {"utf-8": 20, "utf-16": 17, "utf-32": 16}


@pytest.fixture(autouse=True)
def _short_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pauses, "PAUSE", PAUSE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A unikernel of three files, and a file that is none of its."""
    home = tmp_path / "uni kernel"
    home.mkdir()
    (home / "config.ml").write_text("pair\n")
    (home / "unikernel.ml").write_text("old_pair\n")
    (home / "other.ml").write_text(CLOSED)
    (tmp_path / "elsewhere.ml").write_text("old_safe\n")
    return home


class Editor:
    """A client that keeps what it was sent of each file, or asks for it as Visual Studio Code does:
    for documents it shows one by one, and for all others in a request that stays open."""

    def __init__(self, client: str) -> None:
        self.session = Session(client)
        self.shown: dict[str, list[dict[str, Any]]] = {}
        self._numbers: dict[str, str] = {}
        self._asking: asyncio.Task[None] | None = None

    async def start(self, folder: Path) -> None:
        await self.session.start(folder)
        if self.session.server.session.client.pulls:
            self._asking = asyncio.ensure_future(self._ask())

    async def stop(self) -> None:
        if self._asking is not None:
            self._asking.cancel()

    async def _ask(self) -> None:
        while True:
            known = [{"uri": uri, "value": number} for uri, number in self._numbers.items()]
            answer = await self.session.request(
                "workspace/diagnostic", {"previousResultIds": known}
            )
            assert answer["items"], "it is answered when there is something to say"
            for each in answer["items"]:
                self.shown[each["uri"]] = each["items"]
                self._numbers.pop(each["uri"], None)
                if "resultId" in each:
                    self._numbers[each["uri"]] = each["resultId"]

    def rules(self, path: Path) -> list[str]:
        """What is shown for a file."""
        uri = path.as_uri()
        if self._asking is None:
            published = self.session.published(uri)
            return self.session.rules(uri) if published else []
        return [item["code"] for item in self.shown.get(uri, [])]

    async def until(self, true: Callable[[], bool]) -> None:
        end = time.monotonic() + 30
        while not true():
            assert time.monotonic() < end
            assert self._asking is None or not self._asking.done()
            await asyncio.sleep(PAUSE / 10)


@pytest.fixture(params=CLIENTS)
async def editor(request: pytest.FixtureRequest, folder: Path) -> AsyncIterator[Editor]:
    found = Editor(request.param)
    await found.start(folder.parent)
    yield found
    await found.stop()


async def test_files_that_nobody_has_open_are_shown_too(editor: Editor, folder: Path) -> None:
    session, other = editor.session, folder / "other.ml"
    await session.open(folder / "unikernel.ml")
    await editor.until(lambda: editor.rules(other) == ["fake-safe"])
    uri = other.as_uri()
    (item,) = editor.shown[uri] if editor.shown else session.published(uri)[-1]["diagnostics"]
    assert item["range"]["start"] == {"line": 0, "character": COLUMN[session.encoding]}
    assert editor.rules(folder.parent / "elsewhere.ml") == []
    if not editor.shown:
        assert "version" not in session.published(uri)[-1]
        assert len(session.published(uri)) == 1


async def test_they_follow_the_open_documents(editor: Editor, folder: Path) -> None:
    session, other = editor.session, folder / "other.ml"
    other.write_text("old_pair old_safe\n")
    config = await session.open(folder / "config.ml")
    await editor.until(lambda: editor.rules(other) == ["fake-pair", "fake-safe"])
    await session.change(config, 2, edit(0, 0, 4, ""))
    await editor.until(lambda: editor.rules(other) == ["fake-safe"])


@pytest.mark.parametrize("text", [CLOSED, "old_safe old_safe\n"], ids=["saved", "not saved"])
async def test_a_closed_document_keeps_what_its_file_says(
    editor: Editor, folder: Path, text: str
) -> None:
    """As long as another one of its unikernel is open; with the last one all is cleared."""
    session, other = editor.session, folder / "other.ml"
    first = await session.open(folder / "unikernel.ml")
    second = await session.open(other, text)
    if session.server.session.client.pulls:
        await session.request("textDocument/diagnostic", {"textDocument": {"uri": second}})
    await asyncio.sleep(4 * PAUSE)
    await session.close(second)
    await asyncio.sleep(4 * PAUSE)
    assert editor.rules(other) == ["fake-safe"]
    await session.close(first)
    await editor.until(lambda: editor.rules(other) == [])


async def test_what_changes_on_disk_is_shown(editor: Editor, folder: Path) -> None:
    session, other = editor.session, folder / "other.ml"
    uri = await session.open(folder / "unikernel.ml")
    await editor.until(lambda: editor.rules(other) == ["fake-safe"])
    other.write_text("new_safe\n")
    await session.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    await editor.until(lambda: editor.rules(other) == [])


async def test_files_without_a_config_stand_by_themselves(editor: Editor, folder: Path) -> None:
    (folder / "config.ml").unlink()
    await editor.session.open(folder / "unikernel.ml", "old_safe\n")
    await asyncio.sleep(4 * PAUSE)
    assert editor.rules(folder / "other.ml") == []


async def test_a_client_that_asks_for_open_documents_alone_is_sent_the_others(folder: Path) -> None:
    """And no longer once it asks for all: what is shown twice is wrong."""
    session, other = Session("vscode"), folder / "other.ml"
    capabilities = (await session.start(folder))["capabilities"]
    assert capabilities["diagnosticProvider"]["workspaceDiagnostics"] is True
    await session.open(folder / "unikernel.ml")
    await asyncio.sleep(4 * PAUSE)
    assert session.rules(other.as_uri()) == ["fake-safe"]
    uri = await session.open(other)
    assert session.rules(uri) == [], "it asks for this one now"
    await session.close(uri)
    await asyncio.sleep(4 * PAUSE)
    assert session.rules(uri) == ["fake-safe"]
    answer = await session.request("workspace/diagnostic", {"previousResultIds": []})
    assert other.as_uri() in [each["uri"] for each in answer["items"]]
    assert session.rules(other.as_uri()) == []


async def test_a_request_that_stays_open_ends_with_the_session(folder: Path) -> None:
    session = Session("vscode")
    await session.start(folder)
    asking = asyncio.ensure_future(session.ask("workspace/diagnostic", {}))
    await asyncio.sleep(PAUSE)
    assert not asking.done()
    await session.request("shutdown", None)
    assert (await asking)["error"]["code"] == -32800
