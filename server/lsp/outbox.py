"""What the client is sent, and what becomes of a server whose client does not listen."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

# How long a client that sends nothing any more may take to read one message.
PATIENCE = 10.0  # seconds
_TICK = 1.0


class Outbox:
    """Messages on their way out, each written whole.

    closed: whether the client can take no more, and what is sent is dropped.
    """

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._since: float | None = None
        self.closed = False

    def write(self, data: bytes) -> None:
        """Send a message; blocks while the client does not read."""
        if self.closed:
            return
        self._since = time.monotonic()
        try:
            self._out.write(data)
            self._out.flush()
        except (OSError, ValueError):
            self.closed = True
        finally:
            self._since = None

    def close(self) -> None:
        """The last message was sent."""
        self.closed = True

    def stuck(self) -> bool:
        """Whether a message has waited for the client longer than is reasonable."""
        since = self._since
        return since is not None and time.monotonic() - since > PATIENCE


def watch(ended: Callable[[], bool], outbox: Outbox, parent: Callable[[], int | None]) -> None:
    """End the process when nobody is left to serve and the event loop cannot see it.

    That is the case when the client has closed its side and a message can still not be sent, and
    when the client's process has died while another one holds its pipes. ended: whether the
    client has closed its side. parent: the client's process, when this one is its child.
    """
    threading.Thread(target=_watch, args=(ended, outbox, parent), daemon=True).start()


def _watch(ended: Callable[[], bool], outbox: Outbox, parent: Callable[[], int | None]) -> None:
    client: int | None = None
    while True:
        time.sleep(_TICK)
        client = client or parent()
        if (ended() and outbox.stuck()) or (client is not None and os.getppid() != client):
            # Nothing is lost: all that the server knows came from the client or from the disk.
            os._exit(1)
