"""What the client sent: bytes, read ahead, so that the server knows when more is waiting."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[int], bytes]

_CHUNK = 1 << 16


class Inbox:
    """A reader for the protocol's main loop.

    A thread reads ahead. While bytes are buffered, neither coroutine suspends: all that has
    arrived is handled before a task of the event loop gets its turn. That is why a request whose
    cancellation has already arrived is never begun, and why `pending` tells a burst of edits from
    its last one.
    """

    def __init__(self, read: Read) -> None:
        """read: returns at most so many bytes, b"" at the end, and blocks until it can."""
        self._read = read
        self._lock = threading.Lock()
        self._buffer = bytearray()
        self._ended = False
        self._arrived: asyncio.Event | None = None

    def start(self) -> None:
        """Begin to read ahead; called once, inside the running event loop."""
        loop = asyncio.get_running_loop()
        self._arrived = asyncio.Event()
        # A daemon: a blocked read must not keep the process alive.
        threading.Thread(target=self._pump, args=(loop,), daemon=True).start()

    def pending(self) -> bool:
        """Whether bytes of a further message have arrived."""
        return bool(self._buffer)

    async def readline(self) -> bytes:
        """One line with its ending; b"" at the end of the input."""
        while True:
            with self._lock:
                end = self._buffer.find(b"\n") + 1
                if end:
                    return self._take(end)
                if self._ended:
                    return b""
            await self._more()

    async def readexactly(self, n: int) -> bytes:
        """`n` bytes; b"" when the input ends before."""
        while True:
            with self._lock:
                if len(self._buffer) >= n:
                    return self._take(n)
                if self._ended:
                    return b""
            await self._more()

    def _take(self, n: int) -> bytes:
        taken = bytes(self._buffer[:n])
        del self._buffer[:n]
        return taken

    async def _more(self) -> None:
        assert self._arrived is not None, "start() comes first"
        await self._arrived.wait()
        self._arrived.clear()

    def _pump(self, loop: asyncio.AbstractEventLoop) -> None:
        ended = False
        while not ended:
            try:
                chunk = self._read(_CHUNK)
            except OSError:
                chunk = b""
            ended = not chunk
            with self._lock:
                self._buffer += chunk
                self._ended = ended
            try:
                loop.call_soon_threadsafe(self._wake)
            except RuntimeError:  # the loop is closed: nobody reads any more
                return

    def _wake(self) -> None:
        assert self._arrived is not None
        self._arrived.set()
