"""What is done once a person pauses: all files of a unikernel are looked at, those too that nobody
has open, and what is being ported is judged."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from mirageport.server.lsp.work import SLICE, Outdated

if TYPE_CHECKING:
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel

# How long nothing may have changed in a unikernel before all of it is looked at.
PAUSE = 0.5  # seconds


class Pauses:
    """When which unikernel is looked at as a whole. What is found stands in its reports until it
    changes.

    A change only notes its time: one timer for all unikernels finds those that have not changed for
    long enough, and is set again for the others.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._changed: dict[Unikernel, float] = {}  # when it did last
        self._timer: asyncio.TimerHandle | None = None
        self._under_way: set[asyncio.Task[None]] = set()

    def put_off(self, unikernel: Unikernel) -> None:
        """Look at a unikernel, which changes now, after a pause. Called inside the event loop."""
        self._changed[unikernel] = monotonic()
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self._look)

    def stop(self) -> None:
        """End all looking: the session is over."""
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
            if unikernel in current and self._session.serves:
                task = asyncio.ensure_future(self._look_at(unikernel))
                self._under_way.add(task)
                task.add_done_callback(self._under_way.discard)
        if self._changed:
            wait = min(self._changed.values()) + PAUSE - now
            self._timer = asyncio.get_running_loop().call_later(wait, self._look)

    async def _look_at(self, unikernel: Unikernel) -> None:
        """Look at a unikernel and publish what was found, unless it changes meanwhile."""
        session = self._session
        workspace = session.workspace
        try:
            await session.slices.freed()
            if unikernel.whole or workspace.to_judge(unikernel):
                await session.reports(unikernel, unikernel.every, SLICE)
            if workspace.to_judge(unikernel):
                await session.slices.run(lambda: workspace.judge(unikernel), unikernel)
            if unikernel.whole:
                found = await session.slices.run(
                    lambda: session.diagnostics.items_beside(unikernel), unikernel
                )
                session.diagnostics.publish_beside(found)
        except Outdated:
            return
        for name in workspace.buffers:
            if workspace.unikernel(name) is unikernel:
                session.diagnostics.touch(name)
        session.publish()
