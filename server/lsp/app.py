"""The server itself: who holds what, and the order of things from `initialize` to `exit`."""

from __future__ import annotations

import asyncio
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.io_ import StdoutWriter, run_async
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
from mirageport.server.lsp.protocol import Protocol
from mirageport.server.main import version
from mirageport.server.workspace import Workspace

if TYPE_CHECKING:
    from typing import BinaryIO

    from mirageport.server.lsp.engine import Engine
    from mirageport.server.lsp.inbox import Inbox


class Server(LanguageServer):
    """One client's server.

    engine: what knows OCaml and Mirage. files: the open documents and their unikernels. client:
    what the editor can do. diagnostics: what it was told. recent: the name of the document it
    spoke of last, "" when none is open. shown: how often progress was shown.
    asked_to_stop: whether it sent `shutdown`.
    """

    protocol: Protocol

    def __init__(self, engine: Engine, inbox: Inbox) -> None:
        super().__init__("mirageport", version(), protocol_cls=Protocol)
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
        self.protocol.set_writer(StdoutWriter(out))
        with suppress(KeyboardInterrupt, SystemExit, BrokenPipeError):
            asyncio.run(self._serve())
        return 0 if self.asked_to_stop else 1

    async def _serve(self) -> None:
        self.inbox.start()
        await run_async(
            threading.Event(), self.inbox, self.protocol, error_handler=self.report_server_error
        )

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
            print(f"mirageport: {line}", file=sys.stderr)
        else:
            self.protocol.tell(method, {"type": kind.value, "message": line})
