"""The server itself: who holds what, and the order of things from `initialize` to `exit`."""

from __future__ import annotations

import asyncio
import sys
import threading
from importlib.metadata import PackageNotFoundError, version
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
    watching,
)
from mirageport.server.lsp.client import Client, read
from mirageport.server.lsp.convert import name_of
from mirageport.server.lsp.diagnostics import Diagnostics
from mirageport.server.lsp.protocol import Protocol
from mirageport.server.workspace import Workspace

if TYPE_CHECKING:
    from typing import BinaryIO

    from mirageport.server.lsp.engine import Engine
    from mirageport.server.lsp.inbox import Inbox


class Server(LanguageServer):
    """One client's server.

    engine: what knows OCaml and Mirage. files: the open documents and their unikernels. client:
    what the editor can do. diagnostics: what it was told. recent: the name of the document it
    spoke of last, "" when none is open.
    """

    protocol: Protocol

    def __init__(self, engine: Engine, inbox: Inbox) -> None:
        super().__init__("mirageport", _version(), protocol_cls=Protocol)
        self.engine = engine
        self.inbox = inbox
        self.client = Client()
        self.files = Workspace(engine, self.log, self.show)
        self.diagnostics = Diagnostics(self)
        self.recent = ""
        self._asked_to_stop = False
        self.feature(types.INITIALIZE)(self._initialize)
        self.feature(types.INITIALIZED)(self._initialized)
        self.feature(types.SHUTDOWN)(self._shutdown)
        for module in (documents, code_actions, commands, configuration, hover, watching):
            module.register(self)

    def run(self, out: BinaryIO) -> int:
        """Serve until the client leaves. Returns 0 if it had asked for the shutdown, else 1."""
        self.protocol.set_writer(StdoutWriter(out))
        try:
            asyncio.run(self._serve())
        except (KeyboardInterrupt, SystemExit, BrokenPipeError):
            pass
        return 0 if self._asked_to_stop else 1

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

    def _initialize(self, params: types.InitializeParams) -> None:
        encoding = str(self.workspace.position_encoding or "utf-16")
        self.client = read(params, getattr(self.workspace.position_encoding, "value", encoding))
        self.set_folders()
        configuration.take(self, params.initialization_options)
        # Registered for this client alone: a server that offers both is shown twice.
        if self.client.pulls:
            self.diagnostics.offer_pull()

    def _initialized(self, _params: types.InitializedParams) -> None:
        watching.subscribe(self)
        configuration.subscribe(self)

    def _shutdown(self, _params: None) -> None:
        self._asked_to_stop = True

    def set_folders(self) -> None:
        """Take over the workspace folders as the client has them now."""
        uris = [folder.uri for folder in self.workspace.folders.values()]
        if not uris and self.workspace.root_uri:
            uris = [self.workspace.root_uri]
        self.files.folders = tuple(name_of(uri) for uri in uris)


def _version() -> str:
    try:
        return version("mirageport")
    except PackageNotFoundError:
        return "unknown"
