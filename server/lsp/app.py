"""The server's edge: pygls on one side, a `Session` on the other, and what goes from where to
where."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from mirageport.server.lsp import (
    code_actions,
    commands,
    configuration,
    diagnostics,
    documents,
    hover,
    lifecycle,
    watching,
)
from mirageport.server.lsp.inbox import Unframed
from mirageport.server.lsp.outbox import Outbox, watch
from mirageport.server.lsp.protocol import Protocol
from mirageport.server.lsp.session import Session
from mirageport.server.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.lsp.inbox import Inbox
    from mirageport.server.lsp.protocol import Answer, Reader

# A client begins with the handshake and the documents it has open: so long all else has to wait.
_OPENING = 1.0  # seconds


class Server(LanguageServer):
    """One client's server, and its session."""

    protocol: Protocol

    def __init__(self, engine: MirageEngine, inbox: Inbox) -> None:
        super().__init__("mirageport", VERSION, protocol_cls=Protocol)
        self.inbox = inbox
        self.session = Session(engine, self.protocol, inbox.pending)
        self.protocol.session = self.session
        self._register()

    def _register(self) -> None:
        """Register what is answered and handled, and by which function."""
        session = self.session
        self._answer(
            types.TEXT_DOCUMENT_CODE_ACTION,
            code_actions.asked,
            code_actions.offer,
            code_actions.OPTIONS,
        )
        self._answer(types.CODE_ACTION_RESOLVE, code_actions.chosen, code_actions.resolve)
        self._answer(types.TEXT_DOCUMENT_HOVER, hover.asked, hover.hover)
        self.protocol.answers(types.WORKSPACE_EXECUTE_COMMAND, commands.asked, commands.execute)
        for name in commands.COMMANDS:
            self.command(name)(_known)
        self._handle(types.INITIALIZE, self._initialize)
        self._handle(types.INITIALIZED, lambda _: lifecycle.initialized(session))
        self._handle(types.SHUTDOWN, lambda _: self._shutdown())
        self._handle(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, lambda _: self._folders())
        self._handle(
            types.TEXT_DOCUMENT_DID_SAVE,
            lambda params: documents.saved(session, params.text_document.uri),
        )
        self._handle(
            types.WORKSPACE_DID_CHANGE_CONFIGURATION,
            lambda params: configuration.changed(session, params.settings),
        )
        self._handle(types.WORKSPACE_DID_CHANGE_WATCHED_FILES, lambda _: watching.changed(session))
        for method in watching.OPERATIONS:
            self._handle(method, lambda _: watching.changed(session), watching.WHAT)

    def _answer(self, method: str, read: Reader, answer: Answer, options: Any = None) -> None:
        """Answer requests of a method. read, answer: as `Protocol.answers` has them. options: what
        the client is sent about it when it starts."""
        self.protocol.answers(method, read, answer)
        self._handle(method, _known, options)

    def _handle(self, method: str, act: Callable[[Any], None], options: Any = None) -> None:
        """Have the framework call a function with the parameters of a method."""

        def handle(params: Any = None) -> None:
            act(params)

        self.feature(method, options)(handle)

    def _initialize(self, params: types.InitializeParams) -> None:
        encoding = self.workspace.position_encoding
        self._set_folders()
        lifecycle.initialize(self.session, params, str(getattr(encoding, "value", encoding)))
        # Registered for this client alone: a server that offers both is shown twice.
        if self.session.client.pulls:
            method = types.TEXT_DOCUMENT_DIAGNOSTIC
            self._answer(method, diagnostics.asked, diagnostics.pull, diagnostics.OPTIONS)
            method = types.WORKSPACE_DIAGNOSTIC
            self._answer(method, diagnostics.asked_all, diagnostics.pull_all)

    def _shutdown(self) -> None:
        self.session.stop()
        self.protocol.cancel_all()

    def _folders(self) -> None:
        self._set_folders()
        self.session.diagnostics.touch_all(self.session.workspace.refresh())

    def _set_folders(self) -> None:
        """Take over the workspace folders as the client has them now."""
        uris = [folder.uri for folder in self.workspace.folders.values()]
        if not uris and self.workspace.root_uri:
            uris = [self.workspace.root_uri]
        lifecycle.set_folders(self.session, uris)

    def run(self, out: BinaryIO) -> int:
        """Serve until the client leaves. Returns 0 if it had asked for the shutdown, else 1."""
        outbox = Outbox(out)
        self.protocol.set_writer(outbox)
        with suppress(KeyboardInterrupt, SystemExit):
            asyncio.run(self._serve(outbox))
        return 0 if self.session.asked_to_stop else 1

    async def _serve(self, outbox: Outbox) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(self._unforeseen)
        loop.call_later(_OPENING, lifecycle.load_later, self.session)
        self.inbox.start()
        watch(lambda: self.inbox.ended, outbox, self._parent)
        try:
            while not outbox.closed and (body := await self.inbox.message()) is not None:
                self.protocol.receive(body)
        except Unframed as error:
            self.session.log(f"connection closed: {error}")

    def _parent(self) -> int | None:
        """The client's process, as far as it is the one that started this server. Any other
        number may be that of another machine's or container's process."""
        return self.process_id if self.process_id == os.getppid() else None

    def _unforeseen(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.session.log(f"{context.get('message')}: {context.get('exception')!r}")

    def report_server_error(self, error: Exception, source: Any) -> None:
        """An error outside of any request goes to the log; a request's goes into its answer."""
        self.session.log(f"{getattr(source, '__name__', source)}: {error!r}")


def _known(_params: Any = None) -> None:
    """Registered where the framework has to tell the client that something exists; never called, as
    our protocol answers it."""
