"""A client as thin as can be: JSON-RPC frames over a process's pipes.

What is timed ends when all of a message has arrived. Diagnostics are not read as JSON before that:
to read thousands of them takes a client in Python longer than some servers take to find them.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from time import perf_counter
from typing import Any

Json = dict[str, Any]

# The method and the version of a message are at one of its ends, whoever wrote it.
_END = 500
_VERSION = re.compile(rb'"version": ?(\d+)')


class Client:
    """One server process with one open document. command: how to start the server. root: the folder
    it works in.

    started, opened: how many seconds it took to answer `initialize`, and to send the diagnostics
    of the document that was opened.
    """

    def __init__(self, command: list[str], root: str | None = None) -> None:
        # A machine that writes no compiled modules compiles them anew at every start.
        compiled = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        begin = perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=compiled,
            cwd=root.removeprefix("file://") if root else None,
        )
        self._uri = ""
        self._version = 1
        self._id = 0
        self.opened = 0.0
        self.findings = 0
        capabilities: Json = {"textDocument": {"publishDiagnostics": {"versionSupport": True}}}
        answer = self.request(
            "initialize", {"processId": None, "rootUri": root, "capabilities": capabilities}
        )
        sync = answer["capabilities"].get("textDocumentSync")
        self._whole = (sync.get("change") if isinstance(sync, dict) else sync) == 1
        self._lines: list[str] = []
        self.started = perf_counter() - begin
        self.send({"method": "initialized", "params": {}})

    def open(self, uri: str, text: str) -> None:
        """Open a document and wait for its diagnostics."""
        self._uri = uri
        self._lines = text.split("\n")
        document = {"uri": uri, "languageId": "ocaml", "version": 1, "text": text}
        begin = perf_counter()
        self.send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        body = self._diagnostics()
        self.opened = perf_counter() - begin
        self.findings = len(json.loads(body)["params"]["diagnostics"])

    @property
    def pid(self) -> int:
        """The server's process."""
        return self._process.pid

    def change(self, line: int, start: int, end: int, text: str) -> None:
        """Make one edit and wait for the diagnostics of exactly that version."""
        self.edit(line, start, end, text)
        self._diagnostics()

    def edit(self, line: int, start: int, end: int, text: str) -> None:
        """Make one edit and do not wait."""
        self._version += 1
        change: Json = {"text": text}
        if self._whole:  # it takes no edits, only whole texts
            old = self._lines[line]
            self._lines[line] = old[:start] + text + old[end:]
            change = {"text": "\n".join(self._lines)}
        else:
            change["range"] = {
                "start": {"line": line, "character": start},
                "end": {"line": line, "character": end},
            }
        params = {
            "textDocument": {"uri": self._uri, "version": self._version},
            "contentChanges": [change],
        }
        self.send({"method": "textDocument/didChange", "params": params})

    def actions(self, line: int) -> list[Json]:
        """The code actions of a line, as asked for when a cursor moves."""
        span = {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 99}}
        context = {"diagnostics": [], "triggerKind": 2}
        params = {"textDocument": {"uri": self._uri}, "range": span, "context": context}
        found: list[Json] = self.request("textDocument/codeAction", params)
        return found

    def request(self, method: str, params: Any) -> Any:
        """The result of a request."""
        self._id += 1
        self.send({"id": self._id, "method": method, "params": params})
        while (message := self._receive()).get("id") != self._id or "method" in message:
            pass
        return message["result"]

    @property
    def peak(self) -> float:
        """The most memory the server has held so far, in MiB; 0 where nobody says."""
        try:
            status = Path(f"/proc/{self._process.pid}/status").read_text()
        except OSError:
            return 0.0
        lines = [line for line in status.splitlines() if line.startswith("VmHWM")]
        return int(lines[0].split()[1]) / 1024 if lines else 0.0

    def stop(self) -> None:
        """Take leave, and wait for the process to end."""
        self.request("shutdown", None)
        self.send({"method": "exit"})
        self._process.wait(10)

    def send(self, message: Json) -> None:
        """Send one message."""
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _diagnostics(self) -> bytes:
        """The message with the diagnostics of the version that was sent last."""
        while True:
            body = self._body()
            ends = body if len(body) < 2 * _END else body[:_END] + body[-_END:]
            if b"textDocument/publishDiagnostics" not in ends:
                self._answer(json.loads(body))
            elif (version := _VERSION.search(ends)) and int(version[1]) == self._version:
                return body

    def _receive(self) -> Json:
        message: Json = json.loads(self._body())
        self._answer(message)
        return message

    def _body(self) -> bytes:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline().strip()) or not length:
            if not line:
                raise EOFError("the server has ended")
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        return stream.read(length)

    def _answer(self, message: Json) -> None:
        """Answer a request of the server's: it may wait for that."""
        if "method" in message and "id" in message:
            self.send({"id": message["id"], "result": None})
