"""Progress: the client shows that something is under way, where it can."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.server.lsp.protocol import Declined

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Connection


class Progress:
    """What is shown now, each under its token."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._count = 0
        self._shown: dict[str, asyncio.Task[Any] | None] = {}

    @asynccontextmanager
    async def shown(self, title: str, after: float = 0.0) -> AsyncIterator[None]:
        """While this lasts, the client, which has to be one that shows progress, shows `title`, and
        may cancel the task that asks for it. after: for how many seconds nothing is shown yet."""
        self._count += 1
        token = f"mirageport-{self._count}"
        task = asyncio.current_task()
        showing = asyncio.ensure_future(self._begin(token, title, task, after))
        if not after:
            await showing
        try:
            yield
        finally:
            showing.cancel()
            if token in self._shown:
                del self._shown[token]
                self._notify(token, {"kind": "end"})

    async def _begin(
        self, token: str, title: str, task: asyncio.Task[Any] | None, after: float
    ) -> None:
        """Show a title, if the client agrees to the token."""
        if after:
            await asyncio.sleep(after)
        try:
            await self._connection.ask(types.WINDOW_WORK_DONE_PROGRESS_CREATE, {"token": token})
        except Declined:
            return
        self._shown[token] = task
        self._notify(token, {"kind": "begin", "title": title, "cancellable": True})

    def cancel(self, token: Any) -> None:
        """Cancel the task of a token, as the person asked for it."""
        task = self._shown.get(token) if isinstance(token, str) else None
        if task is not None:
            task.cancel()

    def _notify(self, token: str, value: Json) -> None:
        self._connection.send_notification(types.PROGRESS, {"token": token, "value": value})
