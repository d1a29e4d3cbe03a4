"""The action that silences a finding by a comment."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from mirageport.server.lsp.engine import MirageEngine

from .clients import CLIENTS
from .session import Session, applied, span

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "module Main (C : Mirage_console_lwt.S) = struct\n  let say c = C.log_s c\nend\n"
IGNORED = TEXT.replace("  let", "  (* mirageport: ignore console-log-s *)\n  let")
KIND = "quickfix.mirageport.ignore"


@pytest.mark.parametrize("client", CLIENTS)
def test_a_comment_silences_the_finding(client: str, tmp_path: Path) -> None:
    async def test() -> None:
        session = Session(client, MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(tmp_path / "unikernel.ml", TEXT)
        (action,) = await session.actions(uri, span(1, 14, 14), [KIND])
        assert action["title"] == "Ignore console-log-s on this line"
        text = applied({uri: TEXT}, action["edit"], session.encoding)[uri]
        assert text == IGNORED
        await session.change(uri, 2, {"text": text})
        assert await session.actions(uri, span(2, 14, 14), [KIND]) == []

    asyncio.run(test())


def test_it_is_offered_only_to_who_asks(tmp_path: Path) -> None:
    async def test() -> None:
        session = Session("vscode", MirageEngine())
        await session.start(tmp_path)
        uri = await session.open(tmp_path / "unikernel.ml", TEXT)
        at = span(1, 14, 14)
        asked = await session.actions(uri, at)
        assert KIND in [action["kind"] for action in asked]
        for other in (
            await session.actions(uri, at, trigger=2),
            await session.actions(uri, at, ["quickfix"]),
        ):
            assert KIND not in [action["kind"] for action in other]

    asyncio.run(test())
