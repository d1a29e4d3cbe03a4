"""The protocol: which message goes where, and every request answered.

The framework does the handshake and reads what is small, by its public interface. What may be
large or comes often goes around its reader and writer: edits, the requests of our features, and
our requests to the client are plain JSON, and each request of a feature is a task that can be
cancelled.
"""

from __future__ import annotations

import asyncio
import json
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from mirageport.server.lsp import documents
from mirageport.server.lsp.convert import Json, Written
from mirageport.server.lsp.read import MALFORMED
from mirageport.server.lsp.work import Outdated

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from cattrs import Converter

    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.session import Session

    Number = int | str
    Reader = Callable[[Any], Any]
    Answer = Callable[[Session, Any], Awaitable[Any]]

_NOT_JSON = types.ErrorCodes.ParseError.value
_INVALID = types.ErrorCodes.InvalidRequest.value
_BAD_PARAMETERS = types.ErrorCodes.InvalidParams.value
_NOT_INITIALIZED = types.ErrorCodes.ServerNotInitialized.value
_FAILED = types.ErrorCodes.InternalError.value
_CANCELLED = types.LSPErrorCodes.RequestCancelled.value
_OUTDATED = types.LSPErrorCodes.ContentModified.value


_WHY = "the request was cancelled"

# What is handled at once, whatever is under way.
_URGENT = (
    types.SHUTDOWN,
    types.EXIT,
    types.CANCEL_REQUEST,
    types.WINDOW_WORK_DONE_PROGRESS_CANCEL,
)


class Declined(Exception):
    """The client answered a request of ours with an error; says which."""


class _Refused(Exception):
    """A message that is not handled: (the request's id or None, the error's code, why)."""


def _malformed(data: Json) -> _Refused:
    why = f"malformed parameters of {data.get('method')}"
    return _Refused(data.get("id"), _BAD_PARAMETERS, why)


def _is_urgent(data: Any) -> bool:
    return isinstance(data, dict) and data.get("method") in _URGENT


def _is_request(data: Any) -> bool:
    return isinstance(data, dict) and "method" in data and isinstance(data.get("id"), int | str)


def _read(data: Json, read: Reader) -> Any:
    """The parameters of a message."""
    try:
        return read(data.get("params"))
    except MALFORMED:
        raise _malformed(data) from None


class Protocol(LanguageServerProtocol):
    """Speaks with the client on behalf of a `Session`, which the server sets before it begins."""

    session: Session

    def __init__(self, server: Server, converter: Converter) -> None:
        super().__init__(server, converter)
        self._notifications: dict[str, tuple[Reader, Callable[[Session, Any], None]]] = {
            types.TEXT_DOCUMENT_DID_CHANGE: (documents.edited, documents.changed),
            types.CANCEL_REQUEST: (
                lambda params: params["id"],
                lambda _session, number: self._cancel(number),
            ),
            types.WINDOW_WORK_DONE_PROGRESS_CANCEL: (
                lambda params: params["token"],
                lambda session, token: session.progress.cancel(token),
            ),
        }
        self._features: dict[str, tuple[Reader, Answer]] = {}
        self._tasks: dict[Number, asyncio.Future[Any]] = {}
        self._asked: dict[Number, asyncio.Future[Any]] = {}
        self._questions = 0
        self._held: deque[Any] = deque()

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened."""
        documents.opened(self.session, params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed."""
        documents.closed(self.session, params.text_document.uri)

    def answers(self, method: str, read: Reader, answer: Answer) -> None:
        """Have requests of a method answered by `answer`, from what `read` makes of their
        parameters. read: raises one of `MALFORMED` for parameters of another shape."""
        self._features[method] = read, answer

    # -- what comes in -----------------------------------------------------------------------

    def receive(self, body: bytes) -> None:
        """Handle one message, whatever it holds, then publish what it changed unless more input
        is waiting."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            self._refuse(None, _NOT_JSON, f"a message is no JSON: {error}")
            return
        if (self.session.slices.free and not self._held) or _is_urgent(data):
            self._take(data)
        else:
            self._held.append(data)

    def resume(self) -> None:
        """Handle what had to wait for a long step of other work."""
        while self._held and self.session.slices.free:
            self._take(self._held.popleft())

    def _take(self, data: Any) -> None:
        try:
            self._handle(data)
        except _Refused as refused:
            self._refuse(*refused.args)
        except Exception as error:  # a defect: costs this message, not the session
            self.session.log(f"{type(error).__name__}: {error!r}")
        self.session.publish()

    def _handle(self, data: Any) -> None:
        known = isinstance(data, dict) and data.get("jsonrpc") == self.VERSION
        number = data.get("id") if known else None
        if isinstance(number, bool) or not isinstance(number, int | str | None):
            known, number = False, None
        method = data.get("method") if known else None
        if known and method is None and number is not None:
            self._answered(data, number)
        elif not known or not isinstance(method, str):
            raise _Refused(None, _INVALID, "a message is neither request nor notification")
        elif "id" not in data:
            self._notified(data, method)
        else:
            self._requested(data, number, method)

    def _notified(self, data: Json, method: str) -> None:
        """A notification: what comes before `initialize` or after `shutdown` is passed over."""
        known = self._notifications.get(method)
        if known is not None and self.session.serves:
            read, act = known
            act(self.session, _read(data, read))
        elif method == types.EXIT or self.session.serves:
            self.handle_message(self._typed(data))

    def _requested(self, data: Json, number: Number | None, method: str) -> None:
        """A request: every one gets an answer."""
        if number is None or number in self._tasks:
            raise _Refused(number, _INVALID, "the request's id is none, or is in use")
        if method != types.INITIALIZE and not self.session.initialized:
            raise _Refused(number, _NOT_INITIALIZED, f"{method} came before initialize")
        if method == types.INITIALIZE and self.session.initialized:
            raise _Refused(number, _INVALID, "initialize came a second time")
        if self.session.asked_to_stop:
            raise _Refused(number, _INVALID, f"{method} came after shutdown")
        if method in self._features:
            self._begin(data, number, method)
            return
        message = self._typed(data)
        if not hasattr(message, "id"):
            raise _Refused(number, _INVALID, f"{method} is a notification and has no id")
        self.handle_message(message)

    def _typed(self, data: Json) -> Any:
        """A message as one of the framework's types."""
        try:
            return self.structure_message(data)
        except Exception:
            raise _malformed(data) from None

    def _refuse(self, number: Number | None, code: int, why: str) -> None:
        """Answer what cannot be handled; what needs no answer leaves a line in the log."""
        if number is None and code != _NOT_JSON:
            self.session.log(why)
        else:
            self._send_error(number, code, why)

    # -- requests of the client --------------------------------------------------------------

    def _begin(self, data: Json, number: Number, method: str) -> None:
        read, answer = self._features[method]
        task = self._tasks[number] = asyncio.ensure_future(answer(self.session, _read(data, read)))
        task.add_done_callback(partial(self._ended, number))

    def _ended(self, number: Number, task: asyncio.Future[Any]) -> None:
        """Send what became of a request."""
        del self._tasks[number]
        error = None if task.cancelled() else task.exception()
        if task.cancelled():
            self._send_error(number, _CANCELLED, _WHY)
        elif error is None:
            self._send_result(number, task.result())
        elif isinstance(error, Outdated):
            self._send_error(number, _OUTDATED, str(error))
        elif isinstance(error, _Refused):
            self._send_error(number, *error.args[1:])
        else:
            self._send_error(number, _FAILED, f"{type(error).__name__}: {error}")
        self.session.publish()

    def _cancel(self, number: Any) -> None:
        task = self._tasks.get(number) if isinstance(number, int | str) else None
        if task is not None:
            task.cancel()
        for data in [data for data in self._held if _is_request(data) and data["id"] == number]:
            self._held.remove(data)
            self._send_error(data["id"], _CANCELLED, _WHY)

    def cancel_all(self) -> None:
        """Cancel every request that is not answered yet."""
        for task in list(self._tasks.values()):
            task.cancel()
        for data in [data for data in self._held if _is_request(data)]:
            self._cancel(data["id"])

    # -- requests to the client --------------------------------------------------------------

    def ask(self, method: str, params: Json | None) -> asyncio.Future[Any]:
        """Send a request. Gives its result, plain JSON of whatever shape; raises `Declined`."""
        self._questions += 1
        number = f"mirageport-{self._questions}"
        future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        future.add_done_callback(_looked_at)
        self._asked[number] = future
        self._send({"id": number, "method": method, "params": params})
        return future

    def _answered(self, data: Json, number: Number) -> None:
        """An answer to a request of ours; one nobody asked for is passed over."""
        future = self._asked.pop(number, None)
        if future is None or future.done():
            return
        if "error" in data:
            error = data["error"]
            why = error.get("message") if isinstance(error, dict) else None
            future.set_exception(Declined(why if isinstance(why, str) else "the client refused"))
        else:
            future.set_result(data.get("result"))

    # -- what goes out -----------------------------------------------------------------------

    def send_notification(self, method: str, params: Json | Written) -> None:
        """Send a notification made of plain JSON."""
        if isinstance(params, Written):
            self._write(f'{{"jsonrpc": "2.0", "method": "{method}", "params": ', params)
        else:
            self._send({"method": method, "params": params})

    def _send_result(self, number: Number, result: Any) -> None:
        if isinstance(result, Written):
            self._write(f'{{"jsonrpc": "2.0", "id": {json.dumps(number)}, "result": ', result)
        else:
            self._send({"id": number, "result": result})

    def _send_error(self, number: Number | None, code: int, why: str) -> None:
        self._send({"id": number, "error": {"code": code, "message": why}})

    def _send(self, message: Json) -> None:
        self._write("", Written(json.dumps({"jsonrpc": self.VERSION, **message})), "")

    def _write(self, head: str, written: Written, tail: str = "}") -> None:
        if self.writer is not None:
            data = "".join([head, *written, tail]).encode(self.CHARSET)
            self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))


def _looked_at(future: asyncio.Future[Any]) -> None:
    """Keep asyncio from logging an error of an answer that no task waits for."""
    if not future.cancelled():
        future.exception()


def refused(why: str) -> Exception:
    """What an answer raises whose parameters make no sense."""
    return _Refused(None, _BAD_PARAMETERS, why)
