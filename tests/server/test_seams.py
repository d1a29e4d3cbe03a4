"""config.ml and unikernel.ml open side by side: each keystroke in one is seen in the other."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from mirageport.server.lsp.engine import MirageEngine

from .clients import CLIENTS
from .session import Session, edit

if TYPE_CHECKING:
    from pathlib import Path

    from .session import Json

CONFIG = """\
open Mirage
let main = foreign "Unikernel.Main" (stackv4 @-> job)
let () = register "x" [ main $ generic_stackv4 default_network ]
"""
UNIKERNEL = """\
module Main (S : Mirage_stack_lwt.V4) = struct
  let start s = S.listen s
end
"""


async def _seams(session: Session, uri: str) -> list[Json]:
    if session.server.session.client.pulls:
        params = {"textDocument": {"uri": uri}}
        items = (await session.request("textDocument/diagnostic", params))["items"]
    else:
        items = session.published(uri)[-1]["diagnostics"]
    return [item for item in items if item["code"].startswith("seam-")]


@pytest.mark.parametrize("client", CLIENTS)
def test_an_edit_of_one_buffer_is_seen_in_the_other(client: str, tmp_path: Path) -> None:
    async def test() -> None:
        session = Session(client, MirageEngine())
        (tmp_path / "config.ml").write_text(CONFIG)
        (tmp_path / "unikernel.ml").write_text(UNIKERNEL)
        await session.start(tmp_path)
        config = await session.open(tmp_path / "config.ml")
        unikernel = await session.open(tmp_path / "unikernel.ml")
        assert await _seams(session, unikernel) == []
        # A device more in config.ml ..
        await session.change(config, 2, edit(1, 37, 37, "kv_ro @-> "))
        (found,) = await _seams(session, unikernel)
        assert found["code"] == "seam-arity"
        if session.server.session.client.related:
            (place,) = found["relatedInformation"]
            assert place["location"]["uri"] == config
            assert place["location"]["range"]["start"] == {"line": 1, "character": 37}
        assert [item["code"] for item in await _seams(session, config)] == [
            "seam-arity",
            "seam-applied",
        ]
        # .. and the parameter for it in unikernel.ml; nothing was saved.
        await session.change(unikernel, 2, edit(0, 12, 12, "(K : Mirage_kv_lwt.RO) "))
        assert [item["code"] for item in await _seams(session, config)] == ["seam-applied"]
        assert [item["code"] for item in await _seams(session, unikernel)] == ["seam-start"]

    asyncio.run(test())
