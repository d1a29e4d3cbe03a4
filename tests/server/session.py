"""A client inside the test's process: JSON in, JSON out, nothing between but the server."""

from __future__ import annotations

import asyncio
import json
from time import monotonic
from typing import TYPE_CHECKING, Any

from mirageport.server.lsp.app import Server
from mirageport.server.lsp.inbox import Inbox

from .clients import CLIENTS
from .fake import FakeEngine

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from mirageport.server.lsp.engine import MirageEngine

Json = dict[str, Any]


class _Writer:
    """Keeps what the server sends. agree: called with each request for a progress token."""

    def __init__(self, agree: Callable[[Json], None]) -> None:
        self.messages: list[Json] = []
        self._agree = agree

    def write(self, data: bytes) -> None:
        message = json.loads(data.partition(b"\r\n\r\n")[2])
        self.messages.append(message)
        if message.get("method") == "window/workDoneProgress/create":
            asyncio.get_running_loop().call_soon(self._agree, message)

    def close(self) -> None:
        """Nothing to close."""


class _QuietInbox(Inbox):
    """Says that input is waiting when the test says so."""

    def __init__(self) -> None:
        super().__init__(lambda _size: b"")
        self.waiting = False

    def pending(self) -> bool:
        return self.waiting


class Session:
    """One initialised session. Call inside a running event loop.

    engine: the product's own, where a test is about more than the protocol.
    """

    def __init__(self, client: str = "neovim-0.11", engine: MirageEngine | None = None) -> None:
        self.engine = FakeEngine()
        self.inbox = _QuietInbox()
        self.server = Server(engine or self.engine, self.inbox)
        self.writer = _Writer(self._agree)
        self.agrees = True
        self.server.protocol.set_writer(self.writer)
        self.capabilities, self.info, self.encoding = CLIENTS[client]
        self._id = 0

    async def start(self, *folders: Path, options: Any = None, **more: Any) -> Any:
        """Initialise; answers the server's request for settings with `more["settings"]`."""
        uris = [{"uri": folder.as_uri(), "name": folder.name} for folder in folders]
        params: Json = {
            "processId": None,
            "rootUri": None,
            "capabilities": self.capabilities,
            "workspaceFolders": uris,
        }
        if self.info:
            params["clientInfo"] = self.info
        if options is not None:
            params["initializationOptions"] = options
        result = await self.request("initialize", params)
        await self.notify("initialized", {})
        self.answer("workspace/configuration", [more.get("settings")])
        return result

    async def request(self, method: str, params: Any) -> Any:
        """The result of a request; an error is raised as AssertionError."""
        answer = await self.ask(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    async def ask(self, method: str, params: Any) -> Json:
        """The whole answer to a request."""
        number = self._id = self._id + 1
        self._receive({"jsonrpc": "2.0", "id": number, "method": method, "params": params})
        until = monotonic() + 60
        while monotonic() < until:
            for message in self.writer.messages:
                if message.get("id") == number and "method" not in message:
                    answer: Json = message
                    return answer
            await asyncio.sleep(0)
        raise AssertionError(f"no answer to {method}")

    async def notify(self, method: str, params: Any) -> None:
        """Send a notification and let everything it set off happen."""
        self._receive({"jsonrpc": "2.0", "method": method, "params": params})
        await asyncio.sleep(0)

    def answer(self, method: str, result: Any, error: Json | None = None) -> bool:
        """Answer the server's last open request of this method. Returns whether there was one."""
        answer = {"result": result} if error is None else {"error": error}
        for message in reversed(self.writer.messages):
            if message.get("method") == method and "id" in message:
                self.writer.messages.remove(message)
                self._receive({"jsonrpc": "2.0", "id": message["id"], **answer})
                return True
        return False

    def _agree(self, request: Json) -> None:
        """Let the server show progress, as every editor that can does, or refuse it."""
        error = {"code": -32603, "message": "not now"}
        answer = {"result": None} if self.agrees else {"error": error}
        self._receive({"jsonrpc": "2.0", "id": request["id"], **answer})

    def _receive(self, message: Json) -> None:
        self.server.protocol.receive(json.dumps(message).encode())

    # Documents

    async def open(self, path: Path, text: str | None = None, version: int = 1) -> str:
        """Open a file, with its own text unless another is given. Returns its URI."""
        uri = path.as_uri()
        content = path.read_bytes().decode() if text is None else text
        document = {"uri": uri, "languageId": "any", "version": version, "text": content}
        await self.notify("textDocument/didOpen", {"textDocument": document})
        return uri

    async def change(self, uri: str, version: int, *changes: Json) -> None:
        """Send content changes."""
        params = {"textDocument": {"uri": uri, "version": version}, "contentChanges": changes}
        await self.notify("textDocument/didChange", params)

    async def close(self, uri: str) -> None:
        """Close a document."""
        await self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    async def actions(
        self, uri: str, span: Json | None = None, only: list[str] | None = None, trigger: int = 1
    ) -> list[Json]:
        """The code actions of a range (the whole document by default)."""
        context: Json = {"diagnostics": [], "triggerKind": trigger}
        if only is not None:
            context["only"] = only
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 9999, "character": 0}}
        params = {"textDocument": {"uri": uri}, "range": span or whole, "context": context}
        found: list[Json] = await self.request("textDocument/codeAction", params)
        return found

    # What came back

    def sent(self, method: str) -> list[Any]:
        """The parameters of every notification or request of this method, oldest first."""
        return [m.get("params") for m in self.writer.messages if m.get("method") == method]

    def published(self, uri: str) -> list[Json]:
        """Everything published for a document."""
        return [p for p in self.sent("textDocument/publishDiagnostics") if p["uri"] == uri]

    def rules(self, uri: str) -> list[str]:
        """The codes last published for a document."""
        return [item.get("code", "") for item in self.published(uri)[-1]["diagnostics"]]

    async def until(self, method: str) -> None:
        """Let things happen until the server has sent this method."""
        until = monotonic() + 60
        while monotonic() < until:
            if self.sent(method):
                return
            await asyncio.sleep(0)
        raise AssertionError(f"no {method}")

    def logs(self) -> list[str]:
        """The lines of the client's log."""
        return [params["message"] for params in self.sent("window/logMessage")]

    def forget(self) -> None:
        """Forget what came so far."""
        self.writer.messages.clear()


def span(line: int, start: int, end: int) -> Json:
    """A range on one line."""
    return {
        "start": {"line": line, "character": start},
        "end": {"line": line, "character": end},
    }


def edit(line: int, start: int, end: int, text: str) -> Json:
    """A content change on one line."""
    return {"range": span(line, start, end), "text": text}


def applied(texts: dict[str, str], change: Json, encoding: str) -> dict[str, str]:
    """Documents (by URI) after a workspace edit, as an editor would make it."""
    result = dict(texts)
    documents = change.get("documentChanges") or [
        {"textDocument": {"uri": uri}, "edits": edits}
        for uri, edits in change.get("changes", {}).items()
    ]
    for document in documents:
        uri = document["textDocument"]["uri"]
        result[uri] = _apply(result[uri], document["edits"], encoding)
    return result


def _apply(text: str, edits: list[Json], encoding: str) -> str:
    codec = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}[encoding]
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    lines = text.split("\n")

    def at(position: Json) -> int:
        line = lines[position["line"]].encode(codec)
        head = line[: position["character"] * width].decode(codec)
        return sum(len(each) + 1 for each in lines[: position["line"]]) + len(head)

    spans = sorted(
        ((at(e["range"]["start"]), at(e["range"]["end"]), e["newText"]) for e in edits),
        reverse=True,
    )
    for start, end, new in spans:
        text = text[:start] + new + text[end:]
    return text
