"""The server itself: who holds what, and the order of things from `initialize` to `exit`."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from mirageport.server.lsp import (
    code_actions,
    commands,
    configuration,
    documents,
    hover,
    lifecycle,
    watching,
)
from mirageport.server.lsp.client import Client
from mirageport.server.lsp.diagnostics import Diagnostics
from mirageport.server.lsp.inbox import Unframed
from mirageport.server.lsp.outbox import Outbox, watch
from mirageport.server.lsp.protocol import Protocol
from mirageport.server.output import plain
from mirageport.server.version import VERSION
from mirageport.server.workspace import Workspace

if TYPE_CHECKING:
    from typing import BinaryIO

    from mirageport.server.lsp.engine import Engine
    from mirageport.server.lsp.inbox import Inbox


# A client begins with the handshake and the documents it has open: so long all else has to wait.
_OPENING = 1.0  # seconds


class Server(LanguageServer):
    """One client's server.

    engine: what knows OCaml and Mirage. files: the open documents and their unikernels. client:
    what the editor can do. diagnostics: what it was told. recent: the name of the document it
    spoke of last, "" when none is open. shown: how often progress was shown.
    asked_to_stop: whether it sent `shutdown`.
    """

    protocol: Protocol

    def __init__(self, engine: Engine, inbox: Inbox) -> None:
        super().__init__("mirageport", VERSION, protocol_cls=Protocol)
        self.engine = engine
        self.inbox = inbox
        self.client = Client()
        self.files = Workspace(engine, self.log, self.show)
        self.diagnostics = Diagnostics(self)
        self.recent = ""
        self.shown = 0
        self.asked_to_stop = False
        for module in (
            lifecycle,
            documents,
            code_actions,
            commands,
            configuration,
            hover,
            watching,
        ):
            module.register(self)

    def run(self, out: BinaryIO) -> int:
        """Serve until the client leaves. Returns 0 if it had asked for the shutdown, else 1."""
        outbox = Outbox(out)
        self.protocol.set_writer(outbox)
        with suppress(KeyboardInterrupt, SystemExit):
            asyncio.run(self._serve(outbox))
        return 0 if self.asked_to_stop else 1

    async def _serve(self, outbox: Outbox) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._unforeseen)
        loop.call_later(_OPENING, lifecycle.rest, self)
        self.inbox.start()
        watch(lambda: self.inbox.ended, outbox, self._parent)
        try:
            while not outbox.gone and (body := await self.inbox.message()) is not None:
                self.protocol.receive(body)
        except Unframed as error:
            self.log(f"the connection is given up: {error}")

    def _parent(self) -> int | None:
        """The client's process, as far as it is the one that started this server. Any other
        number may be that of another machine's or container's process."""
        return self.process_id if self.process_id == os.getppid() else None

    def _unforeseen(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.log(f"{context.get('message')}: {context.get('exception')!r}")

    def settle(self) -> None:
        """Publish what changed, unless further input is waiting that may change it again."""
        self.diagnostics.settle(self.inbox.pending)

    def log(self, line: str) -> None:
        """A line for the client's log: what a person needs only when looking for a cause."""
        self._send_text(types.WINDOW_LOG_MESSAGE, types.MessageType.Warning, line)

    def show(self, line: str) -> None:
        """A message the person has to see."""
        self._send_text(types.WINDOW_SHOW_MESSAGE, types.MessageType.Warning, line)

    def report_server_error(self, error: Exception, source: Any) -> None:
        """An error outside of any request goes to the log; a request's goes into its answer."""
        self.log(f"{getattr(source, '__name__', source)}: {error!r}")

    def _send_text(self, method: str, kind: types.MessageType, line: str) -> None:
        if self.protocol.writer is None:
            print(f"mirageport: {plain(line)}", file=sys.stderr)
        else:
            self.protocol.tell(method, {"type": kind.value, "message": line})
