"""One editor's session: what its features work with, whoever carries the messages."""

from __future__ import annotations

import asyncio
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from weakref import WeakKeyDictionary

from lsprotocol import types

from mirageport.server.lsp.client import Client
from mirageport.server.lsp.diagnostics import Diagnostics
from mirageport.server.lsp.pauses import Pauses
from mirageport.server.lsp.progress import Progress
from mirageport.server.lsp.work import Outdated, Slices
from mirageport.server.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mirageport.server.lsp.convert import Json, Written
    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.workspace import Unikernel

T = TypeVar("T")

# The work of one keystroke is mostly done after so long, even in a long file, and would have to
# begin anew if the next one ended it.
_KEYSTROKE = 0.1  # seconds

# When work lasts longer, the person is shown what is being done.
_SOON = 0.5  # seconds


class Connection(Protocol):
    """What carries messages to the client and back."""

    def send_notification(self, method: str, params: Json | Written) -> None:
        """Send a notification."""

    def ask(self, method: str, params: Json | None) -> asyncio.Future[Any]:
        """Send a request. Gives its result, plain JSON of whatever shape; raises `Declined`."""

    def resume(self) -> None:
        """Handle what arrived during a long step of work."""


class Session:
    """What features share.

    engine: what knows OCaml and Mirage. connection: to the client. pending: whether further input
    of it has arrived. workspace: the open documents and their unikernels, with their settings.
    client: what the editor can do. diagnostics: what is published. slices: long work. pauses: when
    whole unikernels are looked at. progress: what is shown while work is under way. recent: the
    name of the document last used, "" when none is open. initialized: whether the handshake is
    done. asked_to_stop: whether `shutdown` came.
    """

    def __init__(
        self, engine: MirageEngine, connection: Connection, pending: Callable[[], bool]
    ) -> None:
        self.engine = engine
        self.connection = connection
        self.pending = pending
        self.client = Client()
        self.slices = Slices(connection.resume)
        self.workspace = Workspace(engine, self.log, self.show, self._before_change)
        self.diagnostics = Diagnostics(self)
        self.pauses = Pauses(self)
        self.progress = Progress(connection)
        self.recent = ""
        self.initialized = False
        self.asked_to_stop = False
        self._looked_at: WeakKeyDictionary[Unikernel, asyncio.Lock] = WeakKeyDictionary()

    @property
    def serves(self) -> bool:
        """Whether the session is between `initialize` and `shutdown`."""
        return self.initialized and not self.asked_to_stop

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
        unikernel = self.workspace.unikernel(name)
        if not long and not self.workspace.is_long(unikernel):
            return function()
        showing = self.progress.shown(title or "Checking a long file", 0 if title else _SOON)
        async with showing if self.client.progress else nullcontext():
            await self.reports(unikernel, unikernel.every if long else [name])
            return await self.slices.run(function, unikernel)

    async def reports(
        self, unikernel: Unikernel, names: Iterable[str], first: float = _KEYSTROKE
    ) -> None:
        """Find out what there is to be found in files of a unikernel, one task at a time: what is
        half known of a file must not be used by another. Raises `Outdated` as `work` does.

        first: how long the first slice may last, in seconds.
        """
        workspace, projects = self.workspace, unikernel.projects
        missing = [name for name in names if name not in unikernel.reports]
        if not missing:
            return
        async with self._looked_at.setdefault(unikernel, asyncio.Lock()):
            moved = any(workspace.unikernel(name) is not unikernel for name in missing)
            if moved or unikernel.projects is not projects:
                raise Outdated("the text has changed meanwhile")
            await self.slices.run(
                lambda: [workspace.report(name) for name in missing], unikernel, first
            )

    def _before_change(self, unikernel: Unikernel) -> None:
        """End the work on a unikernel that is about to change; it is judged later."""
        self.slices.stop(unikernel)
        self.pauses.put_off(unikernel)

    def publish(self) -> None:
        """Publish what changed, unless further input is waiting that may change it again."""
        if self.slices.free:
            self.diagnostics.publish()

    def log(self, line: str) -> None:
        """A line for the client's log: what a person needs only when looking for a cause."""
        self._say(types.WINDOW_LOG_MESSAGE, line)

    def show(self, line: str) -> None:
        """A message the person has to see."""
        self._say(types.WINDOW_SHOW_MESSAGE, line)

    def _say(self, method: str, line: str) -> None:
        params = {"type": types.MessageType.Warning.value, "message": line}
        self.connection.send_notification(method, params)

    def stop(self) -> None:
        """End all that is under way: the session is over."""
        self.asked_to_stop = True
        self.diagnostics.stop()
        self.pauses.stop()
