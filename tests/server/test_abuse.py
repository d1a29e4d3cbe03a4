"""What no good client does is answered, or ends the session cleanly; nothing stays behind."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.server.lsp import inbox as inbox_module
from mirageport.server.lsp.inbox import MAX_LINE, MAX_MESSAGE, Inbox, Unframed

from ..sizes import cases
from .session import Session
from .test_process import BYE, ENVIRONMENT, FAKE, frame, handshake, messages, opening, run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

URI = "file:///nowhere/unikernel.ml"
AT = {"textDocument": {"uri": URI}, "position": {"line": 0, "character": 1}}
HOVER = {"method": "textDocument/hover", "params": AT}


def errors(output: bytes) -> dict[Any, int]:
    """The error codes that a server answered, by the request's id."""
    return {m["id"]: m["error"]["code"] for m in messages(output) if "error" in m}


def raw(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


# -- before and after --------------------------------------------------------------------------


def test_requests_before_initialize_are_refused() -> None:
    early = frame({"id": 7, **HOVER}) + frame({"id": 8, "method": "shutdown"}) + opening(URI, "x")
    result = run(early + handshake() + frame({"id": 9, **HOVER}))
    assert errors(result.stdout) == {7: -32002, 8: -32002}
    assert {m["id"] for m in messages(result.stdout) if "result" in m} == {0, 9}


def test_requests_after_shutdown_are_refused() -> None:
    late = frame({"id": 7, **HOVER}) + opening(URI, "old_safe") + handshake()
    result = run(handshake() + BYE[: BYE.index(b"Content", 1)] + late + frame({"method": "exit"}))
    assert errors(result.stdout) == {7: -32600, 0: -32600}
    assert not any(m.get("method", "").endswith("Diagnostics") for m in messages(result.stdout))
    assert result.returncode == 0


def test_a_second_initialize_is_refused() -> None:
    again = frame({"id": 5, "method": "initialize", "params": {"capabilities": {}}})
    result = run(handshake() + again + frame({"id": 6, **HOVER}))
    assert errors(result.stdout) == {5: -32600}
    assert 6 in {m.get("id") for m in messages(result.stdout)}


@pytest.mark.parametrize("early", [b"", frame({"id": 1, **HOVER})])
def test_exit_before_anything_else(early: bytes) -> None:
    result = run(early + frame({"method": "exit"}))
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


# -- what is no message ------------------------------------------------------------------------

NO_JSON = [b"", b"{", b"nonsense", b"\xff\xfe", b'"\\ud800', b"[" * 100_000, b"{}" * 2, b"9" * 9999]
NO_MESSAGE = [
    b"[]", b"3", b"null", b"true", b'"text"', b"{}", b'{"jsonrpc": "1.0", "method": "x"}',
    b'[{"jsonrpc": "2.0", "id": 1, "method": "shutdown"}]', b'{"jsonrpc": "2.0"}',
    b'{"jsonrpc": "2.0", "id": null, "method": "shutdown"}',
    b'{"jsonrpc": "2.0", "id": {}, "method": "shutdown"}',
    b'{"jsonrpc": "2.0", "id": 1.5, "method": "shutdown"}',
    b'{"jsonrpc": "2.0", "id": true, "method": "shutdown"}',
    b'{"jsonrpc": "2.0", "id": 3, "method": 4}',
    b'{"jsonrpc": "2.0", "id": 3}', b'{"jsonrpc": "2.0", "id": 3, "result": 1}',
    b'{"jsonrpc": "2.0", "id": [], "error": 1}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": [1]}}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 77}}',
    b'{"jsonrpc": "2.0", "method": "$/cancelRequest"}',
    b'{"jsonrpc": "2.0", "method": "no/such", "params": {"jsonrpc": "2.0", "id": 1}}',
    b'{"jsonrpc": "2.0", "method": "textDocument/didChange", "params": 3}',
]  # fmt: skip


def test_what_is_no_message_ends_nothing() -> None:
    junk = b"".join(raw(body) for body in [*NO_JSON, *NO_MESSAGE])
    result = run(junk + handshake() + junk + opening(URI, "old_safe"))
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    answered = [m for m in messages(result.stdout) if "error" in m]
    assert sum(m["error"]["code"] == -32700 for m in answered) == 2 * len(NO_JSON)
    assert all(m["id"] in (None, 3) for m in answered)
    (published,) = [m for m in messages(result.stdout) if "publish" in m.get("method", "")]
    assert published["params"]["diagnostics"][0]["code"] == "fake-safe"


@pytest.mark.parametrize(
    ("head", "said"),
    [
        (b"Content-Length: -5\r\n\r\n", "length of a message is b'-5'"),
        (b"Content-Length: many\r\n\r\n", "length of a message is b'many'"),
        (b"Content-Length: %d\r\n\r\n" % (MAX_MESSAGE + 1), "is longer than"),
        (b"Content-Length: " + b"9" * 30 + b"\r\n\r\n", "length of a message is"),
        (b"x" * (MAX_LINE + 1), "a header line is longer"),
    ],
)
def test_a_stream_without_messages_is_given_up(head: bytes, said: str) -> None:
    result = run(handshake() + head + frame({"id": 1, **HOVER}))
    assert result.returncode == 1
    sent = [m for m in messages(result.stdout) if m.get("method") == "window/logMessage"]
    logs = [m["params"]["message"] for m in sent]
    assert any("connection closed" in line and said in line for line in logs)


def test_headers_are_read_as_headers_are() -> None:
    body = json.dumps({"jsonrpc": "2.0", "method": "exit"}).encode()
    odd = b"\r\n\nX-Other: 1\r\ncontent-length:%d\r\nContent-Type: x\r\n\r\n%s" % (len(body), body)
    assert run(handshake() + BYE[: BYE.index(b"Content", 1)] + odd).returncode == 0


def test_half_a_message() -> None:
    result = run(handshake() + frame({"id": 1, **HOVER})[:-3])
    assert result.returncode == 1
    assert b"Traceback" not in result.stderr


METHODS = [
    "initialize", "initialized", "shutdown", "textDocument/didOpen", "textDocument/didChange",
    "textDocument/didClose", "textDocument/didSave", "textDocument/hover",
    "textDocument/codeAction",
    "codeAction/resolve", "workspace/executeCommand", "workspace/didChangeConfiguration",
    "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders", "$/cancelRequest",
    "$/setTrace", "textDocument/diagnostic", "window/workDoneProgress/cancel",
    "notebookDocument/didOpen", "no/such/method",
]  # fmt: skip
KEYS = [
    "textDocument", "uri", "version", "contentChanges", "range", "start", "end", "line",
    "character",
    "text", "changes", "type", "settings", "mirageport", "select", "ignore", "review", "event",
    "added", "removed", "context", "only", "diagnostics", "data", "what", "rule", "command",
    "arguments", "id", "jsonrpc", "method", "title", "kind", "languageId", "position", "name",
]  # fmt: skip
LEAVES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.just(URI),
    st.sampled_from(["fixAll", "port", "rule", "mirageport.port", "mirageport.report", "file://x"]),
)  # fmt: skip
JSON = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(KEYS), inner, max_size=4),
    ),
    max_leaves=12,
)
MESSAGES = st.lists(
    st.tuples(st.sampled_from(METHODS[3:]), JSON, st.booleans()), min_size=1, max_size=8
)


@settings(deadline=None, max_examples=cases(40))
@given(MESSAGES)
def test_parameters_of_any_shape_are_survived(sent: list[tuple[str, Any, bool]]) -> None:
    async def test() -> None:
        session = Session("vscode")
        await session.start()
        for method, params, is_request in sent:
            if is_request:
                await session.ask(method, params)
            else:
                await session.notify(method, params)
        document = {"uri": URI, "languageId": "x", "version": 1, "text": "old_safe"}
        await session.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
        await session.notify("textDocument/didOpen", {"textDocument": document})
        items = (await session.request("textDocument/diagnostic", AT))["items"]
        assert len(items) <= 1
        await session.request("shutdown", None)

    asyncio.run(test())


# -- clients that stop reading, close, or die --------------------------------------------------


@pytest.fixture
def process() -> Iterator[subprocess.Popen[bytes]]:
    """A server process; killed if the test leaves it behind."""
    environment = {**ENVIRONMENT, "MIRAGEPORT_TEST_PATIENCE": "1"}
    with subprocess.Popen(
        FAKE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    ) as found:
        yield found
        if found.poll() is None:
            found.kill()


def _flood() -> bytes:
    """Requests whose answers fill every pipe."""
    text = "old_safe old_review " * 50
    ask = {"textDocument": {"uri": URI}, "range": {
        "start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 900}},
        "context": {"diagnostics": []}}  # fmt: skip
    asked = b"".join(
        frame({"id": n, "method": "textDocument/codeAction", "params": ask}) for n in range(1, 40)
    )
    return handshake("vscode") + opening(URI, text) + asked


def test_a_client_that_stops_reading_and_closes(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(_flood())
    process.stdin.close()
    assert process.wait(timeout=40) == 1


def test_a_client_that_stops_reading_costs_no_memory(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    process.stdin.write(_flood())
    process.stdin.flush()
    os.set_blocking(process.stdin.fileno(), False)
    more = frame({"method": "textDocument/didChange", "params": {"filler": "x" * 60_000}})
    taken, quiet = 0, 0
    while quiet < 10 and taken < 300_000_000:
        written = os.write(process.stdin.fileno(), more) if _writable(process) else 0
        quiet = 0 if written else quiet + 1
        taken += written
    assert taken < 20_000_000, "what is not handled is not read ahead without end"


def _writable(process: subprocess.Popen[bytes]) -> bool:
    import select

    assert process.stdin is not None
    return bool(select.select([], [process.stdin.fileno()], [], 0.1)[1])


def test_a_client_whose_ears_are_closed(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdout.close()
    process.stdin.write(_flood())
    process.stdin.flush()
    assert process.wait(timeout=40) == 1


def test_a_client_that_is_killed_takes_the_server_with_it(tmp_path: Path) -> None:
    """Even while another process still holds the server's pipes."""
    script = f"""
import json, os, subprocess, sys, time
server = subprocess.Popen({FAKE!r}, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
body = json.dumps({{"jsonrpc": "2.0", "id": 0, "method": "initialize", "params":
    {{"processId": os.getpid(), "rootUri": None, "capabilities": {{}}}}}}).encode()
server.stdin.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
server.stdin.flush()
server.stdout.readline()
holder = subprocess.Popen(["sleep", "60"], pass_fds=[server.stdin.fileno(), server.stdout.fileno()])
print(server.pid, holder.pid, flush=True)
time.sleep(2.5)
os.kill(os.getpid(), 9)
"""
    client = subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, env=ENVIRONMENT
    )
    assert client.stdout is not None
    server, holder = (int(word) for word in client.stdout.readline().split())
    client.stdout.close()
    assert client.wait(timeout=60) == -signal.SIGKILL
    try:
        assert _ends(server, 20)
    finally:
        os.kill(holder, signal.SIGTERM)


def _ends(pid: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
def test_standard_streams_that_are_closed(closed: str) -> None:
    command = f"exec {sys.executable} -m tests.server.fake {closed}"
    result = subprocess.run(
        ["sh", "-c", command], input=b"", capture_output=True, timeout=60, env=ENVIRONMENT,
        check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert b"standard input and output are closed" in result.stderr
    assert b"Traceback" not in result.stderr


@pytest.fixture
def interruptible() -> Iterator[None]:
    """A shell starts what runs in its background with SIGINT ignored, and so are its children."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it(
    interruptible: None, process: subprocess.Popen[bytes], number: signal.Signals
) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(handshake())
    process.stdin.flush()
    process.stdout.readline()
    process.send_signal(number)
    assert process.wait(timeout=30) in (1, -number)
    assert b"Traceback" not in process.stderr.read()


# -- the inbox by itself -----------------------------------------------------------------------


def _messages(chunks: list[bytes]) -> list[bytes]:
    left = [*chunks, b""]

    async def read() -> list[bytes]:
        inbox = Inbox(lambda _size: left.pop(0))
        inbox.start()
        found = []
        while (body := await inbox.message()) is not None:
            found.append(body)
        return found

    return asyncio.run(read())


@settings(deadline=None, max_examples=50)
@given(st.lists(st.binary(max_size=40), max_size=8), st.randoms(use_true_random=False))
def test_messages_survive_however_they_are_cut(bodies: list[bytes], random: Any) -> None:
    data = b"".join(raw(body) for body in bodies)
    chunks = []
    while data:
        size = random.randint(1, len(data))
        chunks.append(data[:size])
        data = data[size:]
    assert _messages(chunks) == bodies


def test_a_message_longer_than_what_is_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inbox_module, "AHEAD", 10)
    body = b"x" * 1000
    data = raw(body) * 3
    assert _messages([data[n : n + 7] for n in range(0, len(data), 7)]) == [body] * 3


def test_an_input_that_fails() -> None:
    def read(_size: int) -> bytes:
        raise ValueError("I/O operation on closed file")

    async def first() -> bytes | None:
        inbox = Inbox(read)
        inbox.start()
        return await inbox.message()

    assert asyncio.run(first()) is None


def test_the_tasks_of_requests_get_their_turn_in_a_flood() -> None:
    """Input that never ends must not keep what was asked for from being answered."""
    turns: list[int] = []

    async def read() -> list[bytes | None]:
        left = [frame({"method": "x"}) * 2000]
        inbox = Inbox(lambda _size: left.pop() if left else b"")
        inbox.start()
        found = [await inbox.message()]
        asyncio.get_running_loop().call_soon(lambda: turns.append(len(found)))
        while (body := await inbox.message()) is not None:
            found.append(body)
        return found

    assert len(asyncio.run(read())) == 2000
    assert turns[0] < 1000


def test_a_frame_without_end_is_told() -> None:
    with pytest.raises(Unframed):
        _messages([b"x" * MAX_LINE])
