"""Progress: the client shows that something is under way, where it can."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from lsprotocol import types
from pygls.exceptions import JsonRpcException

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mirageport.server.lsp.app import Server


@asynccontextmanager
async def shown(server: Server, title: str) -> AsyncIterator[None]:
    """While this lasts, a client that shows progress shows `title`."""
    token = await _token(server)
    if not token:
        yield
        return
    progress = server.work_done_progress
    progress.begin(token, types.WorkDoneProgressBegin(title=title, cancellable=False))
    try:
        yield
    finally:
        progress.end(token, types.WorkDoneProgressEnd())
        progress.tokens.pop(token, None)


async def _token(server: Server) -> str:
    """A token the client has agreed to; "" when it shows no progress, or not now."""
    if not server.client.progress:
        return ""
    server.shown += 1
    token = f"mirageport-{server.shown}"
    try:
        await server.work_done_progress.create_async(token)
    except JsonRpcException:
        return ""
    return token
