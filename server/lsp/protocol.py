"""The protocol layer: our own text store in place of the framework's, and plain JSON answers.

The framework keeps each document as one string and builds it anew on every change; here a change
goes straight to the incremental tree. Answers made of plain dictionaries skip its converter, which
costs more than the analysis of a small file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.protocol import LanguageServerProtocol, lsp_method

from mirageport.server.lsp import documents
from mirageport.server.lsp.convert import Json, Written

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server

_NOT_JSON = types.ErrorCodes.ParseError.value
_INVALID = types.ErrorCodes.InvalidRequest.value
_BAD_PARAMETERS = types.ErrorCodes.InvalidParams.value
_NOT_INITIALIZED = types.ErrorCodes.ServerNotInitialized.value


class _Refused(Exception):
    """A message that is not handled: (the request's id or None, the error's code, why)."""


def _malformed(data: Json) -> _Refused:
    why = f"malformed parameters of {data.get('method')}"
    return _Refused(data.get("id"), _BAD_PARAMETERS, why)


class Protocol(LanguageServerProtocol):
    """Speaks with the client on behalf of a `Server`."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened."""
        documents.opened(self._server, params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed."""
        documents.closed(self._server, params.text_document.uri)

    def receive(self, body: bytes) -> None:
        """Handle one message, whatever it holds, then publish what it changed unless more input
        is waiting."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            self._refuse(None, _NOT_JSON, f"a message is no JSON: {error}")
            return
        try:
            self._handle(data)
        except _Refused as refused:
            self._refuse(*refused.args)
        except Exception as error:  # a defect: costs this message, not the session
            self._server.report_server_error(error, type(error))
        self._server.settle()

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
        if method != types.EXIT and not self._serves():
            return
        if method != types.TEXT_DOCUMENT_DID_CHANGE:
            self.handle_message(self._typed(data))
            return
        try:
            edit = documents.edited(data.get("params"))
        except ValueError:
            raise _malformed(data) from None
        documents.changed(self._server, edit)

    def _serves(self) -> bool:
        """Whether the session is between `initialize` and `shutdown`."""
        return self._workspace is not None and not self._shutdown

    def _requested(self, data: Json, number: int | str | None, method: str) -> None:
        """A request: every one gets an answer."""
        if number is None or number in self._request_futures:
            raise _Refused(number, _INVALID, "the request's id is none, or is in use")
        if method != types.INITIALIZE and self._workspace is None:
            raise _Refused(number, _NOT_INITIALIZED, f"{method} came before initialize")
        if method == types.INITIALIZE and self._workspace is not None:
            raise _Refused(number, _INVALID, "initialize came a second time")
        if self._shutdown:
            raise _Refused(number, _INVALID, f"{method} came after shutdown")
        message = self._typed(data)
        if not hasattr(message, "id"):
            raise _Refused(number, _INVALID, f"{method} is a notification and has no id")
        self.handle_message(message)

    def _answered(self, data: Json, number: int | str) -> None:
        """An answer to a request of ours; one nobody asked for is passed over."""
        if number in self._result_types and number in self._request_futures:
            if "error" in data:
                del self._result_types[number]
            self.handle_message(self._typed(data))

    def _typed(self, data: Json) -> Any:
        """A message as one of the protocol's types."""
        try:
            return self.structure_message(data)
        except Exception:
            raise _malformed(data) from None

    def _refuse(self, number: int | str | None, code: int, why: str) -> None:
        """Answer what cannot be handled; what needs no answer leaves a line in the log."""
        if number is None and code != _NOT_JSON:
            self._server.log(why)
        else:
            error = {"code": code, "message": why}
            self._send_data({"jsonrpc": self.VERSION, "id": number, "error": error})

    def tell(self, method: str, params: Json | Written) -> None:
        """Send a notification made of plain JSON."""
        if isinstance(params, Written):
            self._write(f'{{"jsonrpc": "2.0", "method": "{method}", "params": ', params)
        else:
            self._send_data({"jsonrpc": self.VERSION, "method": method, "params": params})

    def structured(self, data: Json, kind: type[Any]) -> Any:
        """Plain JSON as one of the protocol's types, for requests to the client."""
        return self._converter.structure(data, kind)

    def _send_response(
        self, msg_id: int | str, result: Any = None, error: types.ResponseError | None = None
    ) -> None:
        if error is None and isinstance(result, Written):
            number = json.dumps(msg_id)
            self._write(f'{{"jsonrpc": "2.0", "id": {number}, "result": ', result)
        elif error is None and isinstance(result, dict | list):
            self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "result": result})
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, head: str, written: Written) -> None:
        if self.writer is not None:
            data = "".join([head, *written, "}"]).encode(self.CHARSET)
            self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
