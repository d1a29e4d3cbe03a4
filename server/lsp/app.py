"""The server itself: who holds what, and the order of things from `initialize` to `exit`."""

from __future__ import annotations

import asyncio
import os
import sys
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

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
from mirageport.server.lsp.progress import Progress
from mirageport.server.lsp.protocol import Protocol
from mirageport.server.lsp.self_check import SelfCheck
from mirageport.server.lsp.work import Outdated, Slices
from mirageport.server.output import plain
from mirageport.server.version import VERSION
from mirageport.server.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

    from mirageport.server.lsp.engine import Engine
    from mirageport.server.lsp.inbox import Inbox
    from mirageport.server.lsp.protocol import Answer, Reader
    from mirageport.server.workspace import Unikernel

T = TypeVar("T")

# A client begins with the handshake and the documents it has open: so long all else has to wait.
_OPENING = 1.0  # seconds

# The work of one keystroke is mostly done after so long, even in a long file, and would have to
# begin anew if the next one ended it.
_KEYSTROKE = 0.1  # seconds

# When work lasts longer, the person is shown what is being done.
_SOON = 0.5  # seconds


class Server(LanguageServer):
    """One client's server.

    engine: what knows OCaml and Mirage. files: the open documents and their unikernels. client:
    what the editor can do. diagnostics: what it was told. self_check: when ported code is judged.
    recent: the name of the document it spoke of last, "" when none is open. showing: what is shown
    while work is under way. initialized: whether the handshake is done. asked_to_stop: whether it
    sent `shutdown`.
    """

    protocol: Protocol

    def __init__(self, engine: Engine, inbox: Inbox) -> None:
        super().__init__("mirageport", VERSION, protocol_cls=Protocol)
        self.engine = engine
        self.inbox = inbox
        self.client = Client()
        self.slices = Slices(self.protocol.resume)
        self.files = Workspace(engine, self.log, self.show, self._before_change)
        self.diagnostics = Diagnostics(self)
        self.self_check = SelfCheck(self)
        self.recent = ""
        self.showing = Progress(self)
        self.initialized = False
        self.asked_to_stop = False
        self._looked_at: WeakKeyDictionary[Unikernel, asyncio.Lock] = WeakKeyDictionary()
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

    @property
    def serves(self) -> bool:
        """Whether the session is between `initialize` and `shutdown`."""
        return self.initialized and not self.asked_to_stop

    def answer(self, method: str, read: Reader, answer: Answer, options: Any = None) -> None:
        """Answer requests of a method. read, answer: as `Protocol.answers` has them. options: what
        the client is told about it."""
        self.protocol.answers(method, read, answer)

        def known(_params: Any) -> None:
            """The framework tells the client of what is registered; it is never asked."""

        self.feature(method, options)(known)

    async def work(
        self, name: str, function: Callable[[], T], *, long: bool = False, title: str = ""
    ) -> T:
        """What a function gives that needs the findings of a document, and nothing but the text as
        it is now: raises `Outdated` when that changes meanwhile.

        A unikernel of everyday size is looked at at once. long: whether it takes long even then,
        and needs all findings of the unikernel. title: shown while it lasts, from the beginning;
        without one a line is shown when it lasts.
        """
        await self.slices.freed()
        home = self.files.home(name)
        if not long and not self.files.is_long(home):
            return function()
        showing = self.showing.shown(title or "Looking at a long file", 0 if title else _SOON)
        async with showing if self.client.progress else nullcontext():
            await self.reports(home, home.project.every if long else [name])
            return await self.slices.run(function, home)

    async def reports(
        self, home: Unikernel, names: Iterable[str], first: float = _KEYSTROKE
    ) -> None:
        """Find out what there is to be found in files of a unikernel, one task at a time: what is
        half known of a file must not be met by another. Raises `Outdated` as `work` does.

        first: how long the first slice may last, in seconds.
        """
        project = home.project
        missing = [name for name in names if name not in home.reports]
        if not missing:
            return
        async with self._looked_at.setdefault(home, asyncio.Lock()):
            if home.project is not project or any(self.files.home(n) is not home for n in missing):
                raise Outdated("the text has changed meanwhile")
            await self.slices.run(
                lambda: [self.files.report(name) for name in missing], home, first
            )

    def _before_change(self, home: Unikernel) -> None:
        """End the work on a unikernel that is about to change; it is judged later."""
        self.slices.stop(home)
        self.self_check.put_off(home)

    def _parent(self) -> int | None:
        """The client's process, as far as it is the one that started this server. Any other
        number may be that of another machine's or container's process."""
        return self.process_id if self.process_id == os.getppid() else None

    def _unforeseen(self, _loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        self.log(f"{context.get('message')}: {context.get('exception')!r}")

    def settle(self) -> None:
        """Publish what changed, unless further input is waiting that may change it again."""
        if self.slices.free:
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
