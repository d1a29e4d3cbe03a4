"""What the client sent: bytes, read ahead, so that the server knows when more is waiting."""

from __future__ import annotations

import asyncio
import re
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Read = Callable[[int], bytes]

_CHUNK = 1 << 16
_NAME = re.compile(rb"[\w-]+[ \t]*")

# No line of a header is longer. A document of the largest size taken, escaped, is a message.
MAX_LINE = 1 << 13
MAX_MESSAGE = 1 << 26

# How much is read ahead of what is handled; a longer message is read to its end all the same.
AHEAD = 1 << 22

# Messages handled before the tasks they began get a turn, however many more have arrived.
_BURST = 500


class Unframed(Exception):
    """Where the next message begins is not known any more; says why."""


class Inbox:
    """The messages of a client, one by one.

    A thread reads ahead. While bytes are buffered, `message` does not suspend: all that has
    arrived is handled before a task of the event loop gets its turn. That is why a request whose
    cancellation has already arrived is never begun, and why `pending` is
    false only for the last edit of a burst.
    """

    def __init__(self, read: Read) -> None:
        """read: returns at most so many bytes, b"" at the end, and blocks until it can."""
        self._read = read
        self._room = threading.Condition()
        self._buffer = bytearray()
        self._wanted = 0
        self._ended = False
        self._handled = 0
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

    @property
    def ended(self) -> bool:
        """Whether the client sends nothing any more."""
        return self._ended

    async def message(self) -> bytes | None:
        """The body of the next message; None at the end. Raises `Unframed`."""
        self._handled += 1
        if self._handled % _BURST == 0:
            await asyncio.sleep(0)
        length = None
        while line := await self._line():
            text = line.strip()
            if text:
                length = _length(text, length)
            elif length is not None:
                return await self._block(length)
        return None

    async def _line(self) -> bytes:
        """One line with its ending; b"" at the end of the input."""
        while True:
            with self._room:
                end = self._buffer.find(b"\n", 0, MAX_LINE) + 1
                if end:
                    return self._take(end)
                if len(self._buffer) >= MAX_LINE:
                    raise Unframed(f"a header line is longer than {MAX_LINE} bytes")
                if self._ended:
                    return b""
            await self._more(MAX_LINE)

    async def _block(self, size: int) -> bytes | None:
        """`size` bytes; None when the input ends before."""
        while True:
            with self._room:
                if len(self._buffer) >= size:
                    return self._take(size)
                if self._ended:
                    return None
            await self._more(size)

    def _take(self, size: int) -> bytes:
        taken = bytes(self._buffer[:size])
        del self._buffer[:size]
        self._room.notify()
        return taken

    async def _more(self, wanted: int) -> None:
        assert self._arrived is not None, "start() comes first"
        with self._room:
            self._wanted = wanted
            self._room.notify()
        await self._arrived.wait()
        self._arrived.clear()

    def _pump(self, loop: asyncio.AbstractEventLoop) -> None:
        ended = False
        while not ended:
            try:
                chunk = self._read(_CHUNK)
            except (OSError, ValueError):  # the input ended or was closed
                chunk = b""
            ended = not chunk
            with self._room:
                self._buffer += chunk
                self._ended = ended
            try:
                loop.call_soon_threadsafe(self._wake)
            except RuntimeError:  # the loop is closed: nobody reads any more
                return
            with self._room:
                self._room.wait_for(lambda: len(self._buffer) < max(AHEAD, self._wanted + 1))

    def _wake(self) -> None:
        assert self._arrived is not None
        self._arrived.set()


def _length(header: bytes, known: int | None) -> int | None:
    """The length of the body, from the header line that says it; what was known from others."""
    name, colon, value = header.partition(b":")
    if not colon or not _NAME.fullmatch(name):
        raise Unframed(f"a line is no header: {header[:40]!r}")
    if name.strip().lower() != b"content-length":
        return known
    digits = value.strip()
    if not digits.isdigit() or len(digits) > 12:
        raise Unframed(f"the length of a message is {digits[:40]!r}")
    if int(digits) > MAX_MESSAGE:
        raise Unframed(f"a message of {int(digits)} bytes is longer than {MAX_MESSAGE}")
    return int(digits)
