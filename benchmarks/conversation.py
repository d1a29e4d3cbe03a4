"""A client that has several requests open at once, and knows when each was answered."""

from __future__ import annotations

import json
import os
import re
import subprocess
import threading
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Json = dict[str, Any]

# How the server's answers begin.
_ANSWER = re.compile(rb'\{"jsonrpc": "2\.0", "id": (\d+), "(?:result|error)"')

# How long an answer may take before it is an error, in seconds.
_PATIENCE = 120.0


class Conversation:
    """One server process. command: how to start it. capabilities: what the client says it can do.

    Use it as a context manager: the process is killed if it is still there at the end.
    """

    def __init__(
        self,
        command: list[str],
        capabilities: Json,
        environment: Mapping[str, str] | None = None,
    ) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
        self._arrived, self._writing = threading.Condition(), threading.Lock()
        self._ended = False
        self._number = 0
        self._asked: dict[int, float] = {}
        self._answers: dict[int, tuple[bytes, float]] = {}
        self.received: list[Json] = []
        threading.Thread(target=self._read, daemon=True).start()
        params: Json = {"processId": None, "rootUri": None, "capabilities": capabilities}
        self.answer(self.ask("initialize", params))
        self.tell("initialized", {})

    def __enter__(self) -> Conversation:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()

    def ask(self, method: str, params: Any) -> int:
        """Send a request and do not wait. Returns its number."""
        self._number += 1
        self._asked[self._number] = perf_counter()
        self._send({"id": self._number, "method": method, "params": params})
        return self._number

    def answer(self, number: int) -> tuple[Json, float]:
        """The answer to a request, and after how many seconds it came."""
        self._until(lambda: number in self._answers)
        body, when = self._answers[number]
        return json.loads(body), when - self._asked[number]

    def is_answered(self, number: int) -> bool:
        """Whether the answer has come."""
        return number in self._answers

    def tell(self, method: str, params: Any) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def open(self, uri: str, text: str) -> None:
        """Open a document."""
        document = {"uri": uri, "languageId": "ocaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def sent(self, method: str) -> list[Json]:
        """The parameters of what the server has sent of a method."""
        return [each["params"] for each in self.received if each["method"] == method]

    def diagnostics(self, uri: str, version: int = 1) -> list[Json]:
        """The diagnostics of a version of a document, waited for."""

        def published() -> list[Json]:
            return [
                each
                for each in self.sent("textDocument/publishDiagnostics")
                if each["uri"] == uri and each["version"] == version
            ]

        self._until(lambda: bool(published()))
        found: list[Json] = published()[-1]["diagnostics"]
        return found

    def wait_for(self, method: str) -> Json:
        """The first that the server sends of a method, waited for."""
        self._until(lambda: bool(self.sent(method)))
        return self.sent(method)[0]

    def _until(self, there: Callable[[], bool]) -> None:
        with self._arrived:
            if not self._arrived.wait_for(lambda: there() or self._ended, _PATIENCE):
                raise TimeoutError(f"the server said nothing for {_PATIENCE} seconds")
            if not there():
                raise EOFError("the server has ended")

    def _send(self, message: Json) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self.process.stdin
        assert stream is not None
        with self._writing:
            stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            stream.flush()

    def _read(self) -> None:
        try:
            while body := self._body():
                self._take(body, perf_counter())
        finally:
            with self._arrived:
                self._ended = True
                self._arrived.notify_all()

    def _body(self) -> bytes:
        """The next message; b"" at the end."""
        stream = self.process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline():
            if not line.strip():
                return stream.read(length)
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        return b""

    def _take(self, body: bytes, when: float) -> None:
        # An answer is not parsed here: a long one would delay the time noted for the next message.
        answer = _ANSWER.match(body)
        message: Json = {"id": int(answer[1])} if answer else json.loads(body)
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        with self._arrived:
            if "method" in message:
                self.received.append(message)
            else:
                self._answers[message["id"]] = body, when
            self._arrived.notify_all()
