"""The self-check of unikernels that are being ported, once a person pauses."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from mirageport.server.lsp.work import SLICE, Outdated

if TYPE_CHECKING:
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel

# How long nothing may have changed in a unikernel before it is judged.
PAUSE = 0.5  # seconds


class SelfCheck:
    """When which unikernel is judged. What is found stands in its reports until it changes.

    A change only notes its time: one timer for all unikernels finds those that have not changed for
    long enough, and is set again for the others.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changed: dict[Unikernel, float] = {}  # when it did last
        self._timer: asyncio.TimerHandle | None = None
        self._under_way: set[asyncio.Task[None]] = set()

    def put_off(self, unikernel: Unikernel) -> None:
        """Judge a unikernel, which changes now, after a pause. Called inside the event loop."""
        self._changed[unikernel] = monotonic()
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._look)

    def stop(self) -> None:
        """End all judging: the session is over."""
        self._changed.clear()
        for task in self._under_way:
            task.cancel()

    def _look(self) -> None:
        """Begin with the unikernels that did not change for long enough."""
        self._timer = None
        now = monotonic()
        current = self._session.workspace.unikernels()
        for unikernel in [
            unikernel for unikernel, at in self._changed.items() if at + PAUSE <= now
        ]:
            del self._changed[unikernel]
            if (
                unikernel in current
                and self._session.serves
                and self._session.workspace.to_judge(unikernel)
            ):
                task = asyncio.ensure_future(self._judge(unikernel))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
        if self._changed:
            wait = min(self._changed.values()) + PAUSE - now
            self._timer = asyncio.get_running_loop().call_later(wait, self._look)

    async def _judge(self, unikernel: Unikernel) -> None:
        """Judge a unikernel and publish what was found, unless it changes meanwhile."""
        session = self._session
        try:
            await session.slices.freed()
            await session.reports(unikernel, unikernel.project.every, SLICE)
            await session.slices.run(lambda: session.workspace.judge(unikernel), unikernel)
        except Outdated:
            return
        for name in session.workspace.buffers:
            if session.workspace.unikernel(name) is unikernel:
                session.diagnostics.touch(name)
        session.publish()
