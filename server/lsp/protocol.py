"""The protocol layer: our own text store in place of the framework's, and plain JSON answers.

The framework keeps each document as one string and builds it anew on every change; here a change
goes straight to the incremental tree. Answers made of plain dictionaries skip its converter, which
costs more than the analysis of a small file.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException, JsonRpcInvalidParams
from pygls.protocol import LanguageServerProtocol, lsp_method

from mirageport.server.lsp import documents
from mirageport.server.lsp.convert import Json, Written

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server


class Protocol(LanguageServerProtocol):
    """Speaks with the client on behalf of a `Server`."""

    _server: Server

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        """A document was opened."""
        documents.opened(self._server, params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        """A document was edited."""
        documents.changed(self._server, params.text_document, params.content_changes)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        """A document was closed."""
        documents.closed(self._server, params.text_document.uri)

    def handle_message(self, message: Any) -> None:
        """Handle one message, then publish what it changed unless more input is waiting."""
        super().handle_message(message)
        self._server.settle()

    def structure_message(self, data: dict[str, Any]) -> Any:
        """Typed message out of JSON; a request that makes no sense gets an answer all the same."""
        try:
            return super().structure_message(data)
        except JsonRpcException:
            if "id" in data and "method" in data:
                error = JsonRpcInvalidParams(f"malformed parameters of {data['method']}")
                self._send_response(data["id"], error=error.to_response_error())
            raise

    def tell(self, method: str, params: Json | Written) -> None:
        """Send a notification made of plain JSON."""
        if isinstance(params, Written):
            self._write(f'{{"jsonrpc": "2.0", "method": "{method}", "params": {params}}}')
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
            self._write(f'{{"jsonrpc": "2.0", "id": {number}, "result": {result}}}')
        elif error is None and isinstance(result, dict | list):
            self._send_data({"jsonrpc": self.VERSION, "id": msg_id, "result": result})
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, body: str) -> None:
        if self.writer is not None:
            data = body.encode(self.CHARSET)
            self.writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
