"""The server answers whatever it is doing: others do not wait for long work, which can be ended.

To make 9,000 fixes takes seconds; what is asked meanwhile is answered within a fifth of a second.
The bounds here are wider, as machines that run tests are busy; `benchmarks/large.py` measures.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import time
from contextlib import ExitStack
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.conversation import Conversation
from mirageport.server.lsp import work

from .clients import EGLOT_19, NEOVIM_07
from .fake import DAWDLING
from .session import Session, edit
from .test_process import BYE, ENVIRONMENT, FAKE, handshake, messages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Json = dict[str, Any]

MANY = 9000
LARGE, SMALL = "file:///nowhere/large/unikernel.ml", "file:///nowhere/small/unikernel.ml"
WHOLE = {"start": {"line": 0, "character": 0}, "end": {"line": MANY, "character": 0}}
OUTDATED, CANCELLED = -32801, -32800
# What is asked meanwhile is answered after a few slices of 20 ms each.
SOON = 0.2
# One answer may meet whatever else the machine does.
AT_MOST = 1.5


@pytest.fixture
def client() -> Iterator[Conversation]:
    """A client with a small and a large document open, and the findings of both."""
    with Conversation(FAKE, NEOVIM_07, ENVIRONMENT) as found:
        found.open(SMALL, "old_safe\n")
        found.open(LARGE, "old_safe\n" * MANY)
        assert len(found.diagnostics(LARGE)) == MANY
        yield found


def everything(client: Conversation) -> int:
    """Ask for the code actions of the whole large document."""
    context = {"diagnostics": [], "triggerKind": 1}
    params = {"textDocument": {"uri": LARGE}, "range": WHOLE, "context": context}
    return client.ask("textDocument/codeAction", params)


def hover(client: Conversation, uri: str) -> tuple[Json, float]:
    at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
    return client.answer(client.ask("textDocument/hover", at))


def test_others_are_answered_while_thousands_of_fixes_are_made(client: Conversation) -> None:
    number, waits = everything(client), []
    while not client.is_answered(number):
        for uri in (SMALL, LARGE):
            message, seconds = hover(client, uri)
            assert message["result"]["contents"]["value"].startswith("**Old safe**")
            waits.append(seconds)
    message, _ = client.answer(number)
    assert sum(action["kind"] == "quickfix" for action in message["result"]) > MANY
    assert len(waits) >= 4, "others had their turn"
    assert median(waits) < SOON
    assert max(waits) < AT_MOST


def test_a_cancelled_request_ends_at_once(client: Conversation) -> None:
    number = everything(client)
    client.tell("$/cancelRequest", {"id": number})
    message, seconds = client.answer(number)
    assert message["error"]["code"] == CANCELLED
    assert seconds < AT_MOST
    assert hover(client, LARGE)[1] < AT_MOST


def test_an_edit_ends_what_was_asked_about_the_text_before(client: Conversation) -> None:
    number = everything(client)
    hover(client, SMALL)
    change = {"range": WHOLE, "text": "old_manual\n"}
    document = {"uri": LARGE, "version": 2}
    client.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [change]})
    message, _ = client.answer(number)
    assert message["error"]["code"] == OUTDATED
    assert [each["code"] for each in client.diagnostics(LARGE, 2)] == ["fake-manual"]


def test_shutdown_is_answered_whatever_is_under_way(client: Conversation) -> None:
    number = everything(client)
    message, seconds = client.answer(client.ask("shutdown", None))
    assert message["result"] is None
    assert seconds < AT_MOST
    assert client.answer(number)[0]["error"]["code"] == CANCELLED
    client.tell("exit", None)
    assert client.process.wait(10) == 0


def test_a_step_that_lasts_holds_up_neither_cancelling_nor_shutdown() -> None:
    with Conversation(FAKE, NEOVIM_07, ENVIRONMENT) as client:
        client.open(SMALL, "dawdle old_safe\n")
        client.diagnostics(SMALL)
        action = {"title": "x", "data": {"what": "fixAll", "uri": SMALL}}
        number = client.ask("codeAction/resolve", action)
        time.sleep(0.3)
        waiting = client.ask(
            "textDocument/hover",
            {"textDocument": {"uri": SMALL}, "position": {"line": 0, "character": 9}},
        )
        client.tell("$/cancelRequest", {"id": number})
        message, seconds = client.answer(number)
        assert message["error"]["code"] == CANCELLED
        assert seconds < DAWDLING / 2
        message, seconds = client.answer(client.ask("shutdown", None))
        assert message["result"] is None
        assert seconds < DAWDLING / 2
        assert "error" in client.answer(waiting)[0], "no request is left without an answer"
        client.tell("exit", None)
        assert client.process.wait(10) == 0


def test_what_came_during_a_long_step_is_handled_in_its_order() -> None:
    with Conversation(FAKE, NEOVIM_07, ENVIRONMENT) as client:
        client.open(SMALL, "dawdle old_safe\n")
        client.diagnostics(SMALL)
        action = {"title": "x", "data": {"what": "fixAll", "uri": SMALL}}
        number = client.ask("codeAction/resolve", action)
        time.sleep(0.3)
        document = {"uri": SMALL, "version": 2}
        change = edit(0, 7, 15, "old_manual")
        client.tell(
            "textDocument/didChange", {"textDocument": document, "contentChanges": [change]}
        )
        at = {"textDocument": {"uri": SMALL}, "position": {"line": 0, "character": 9}}
        message, _ = client.answer(client.ask("textDocument/hover", at))
        assert message["result"]["contents"]["value"].startswith("**Old manual**")
        assert client.answer(number)[0]["error"]["code"] == OUTDATED


def test_a_person_who_waits_is_shown_what_for_and_may_end_it() -> None:
    with Conversation(FAKE, NEOVIM_07, ENVIRONMENT) as client:
        client.open(SMALL, "old_manual\n" * 300)
        client.open(LARGE, "old_review\n" * 3000)
        client.diagnostics(LARGE)
        # Comparing every pair of fixes, as the engine of these tests does, takes long.
        number = client.ask("workspace/executeCommand", {"command": "mirageport.port"})
        begun = client.wait_for("$/progress")
        assert begun["value"]["kind"] == "begin"
        assert begun["value"]["cancellable"]
        client.tell("window/workDoneProgress/cancel", {"token": begun["token"]})
        assert client.answer(number)[0]["error"]["code"] == CANCELLED
        hover(client, SMALL)
        steps = [each["value"]["kind"] for each in client.sent("$/progress")]
        assert steps == ["begin", "end"]


def test_a_client_that_fetches_no_edits_has_commands_for_those_of_a_long_file() -> None:
    with Conversation(FAKE, EGLOT_19, ENVIRONMENT) as client:
        client.open(LARGE, "fine                \n" * 4000 + "old_safe\n")
        client.diagnostics(LARGE)
        context = {"diagnostics": [], "triggerKind": 1, "only": ["source.fixAll"]}
        params = {"textDocument": {"uri": LARGE}, "range": WHOLE, "context": context}
        (action,) = client.answer(client.ask("textDocument/codeAction", params))[0]["result"]
        assert "edit" not in action
        number = client.ask("workspace/executeCommand", action["command"])
        edit = client.wait_for("workspace/applyEdit")["edit"]
        (change,) = edit["documentChanges"][0]["edits"]
        assert change["newText"] == "new_safe"
        assert client.answer(number)[0]["result"]["applied"] is False, "it answered null"


# -- the client's answers ----------------------------------------------------------------------

NO_ANSWERS: list[Any] = [None, 3, [], "yes", {}, {"applied": None}, {"applied": "yes"}]


@pytest.mark.parametrize("said", NO_ANSWERS)
def test_a_command_ends_whatever_the_client_answers(tmp_path: Path, said: Any) -> None:
    async def test() -> None:
        session = Session("vscode")
        await session.start(tmp_path)
        path = tmp_path / "unikernel.ml"
        path.write_text("old_safe\n")
        await session.open(path)
        command = {"command": "mirageport.fixRule", "arguments": [path.as_uri(), "fake-safe"]}
        asked = asyncio.ensure_future(session.request("workspace/executeCommand", command))
        await session.until("workspace/applyEdit")
        assert session.answer("workspace/applyEdit", said)
        reason = "the editor did not say whether it made the edit"
        assert await asked == {"applied": False, "reason": reason}
        (shown,) = session.sent("window/showMessage")
        assert reason in shown["message"]

    asyncio.run(test())


# -- places ------------------------------------------------------------------------------------

FAR = 1 << 40
PLACES = [
    (0, FAR, True), (FAR, 0, False), (FAR, FAR, False), (-1, 3, True), (0, -FAR, True),
    (0.0, 2.0, True),
]  # fmt: skip


@pytest.mark.parametrize(("line", "character", "found"), PLACES)
def test_places_beyond_the_text_are_its_ends(
    tmp_path: Path, line: float, character: float, found: bool
) -> None:
    async def test() -> None:
        session = Session("neovim-0.7")
        await session.start(tmp_path)
        path = tmp_path / "unikernel.ml"
        path.write_text("old_safe\n\n")
        uri = await session.open(path)
        place = {"line": line, "character": character}
        at = {"textDocument": {"uri": uri}, "position": place}
        answer = await session.ask("textDocument/hover", at)
        assert "error" not in answer
        here = await session.actions(uri, {"start": place, "end": place}, ["quickfix"])
        assert bool(here) == found
        await session.change(uri, 2, {"range": {"start": place, "end": place}, "text": "(* *)"})
        assert len(session.published(uri)) == 2

    asyncio.run(test())


@pytest.mark.parametrize("odd", [None, "1", True, [], {}, 0.5, float("nan"), float("inf")])
def test_what_is_no_place_is_refused(tmp_path: Path, odd: Any) -> None:
    async def test() -> None:
        session = Session("neovim-0.7")
        await session.start(tmp_path)
        path = tmp_path / "unikernel.ml"
        path.write_text("old_safe\n")
        uri = await session.open(path)
        at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": odd}}
        assert (await session.ask("textDocument/hover", at))["error"]["code"] == -32602

    asyncio.run(test())


# -- TCP ---------------------------------------------------------------------------------------

HTTP = b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 2\r\n\r\n{}"


def test_a_browser_that_connects_is_sent_away_and_an_editor_is_served() -> None:
    command = [*FAKE, "--tcp", "127.0.0.2:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stderr is not None
        line = process.stderr.readline().decode()
        assert line.startswith("mirageport: listening on 127.0.0.2:"), "nobody else can reach it"
        address = ("127.0.0.2", int(line.rpartition(":")[2]))
        for other in (HTTP, b"\x16\x03\x01\x02\x00", b"{}"):
            with socket.create_connection(address) as stream:
                stream.sendall(other)
                stream.settimeout(30)
                assert _all(stream) == b""
            assert b"closed a connection from 127.0.0." in process.stderr.readline()
        with socket.create_connection(address):  # a look whether the port is open
            pass
        assert b"begins with b''" in process.stderr.readline()
        with socket.create_connection(address) as stream:
            data = handshake() + BYE
            stream.sendall(data[:3])
            time.sleep(0.1)
            stream.sendall(data[3:])
            stream.settimeout(30)
            received = _all(stream)
        assert process.wait(timeout=30) == 0
    assert messages(received)[0]["result"]["serverInfo"]["name"] == "mirageport"


def test_who_connects_and_says_nothing_keeps_no_editor_waiting() -> None:
    command = [*FAKE, "--tcp", "127.0.0.1:0"]
    with ExitStack() as open_ones:
        process = open_ones.enter_context(
            subprocess.Popen(command, stderr=subprocess.PIPE, env=ENVIRONMENT)
        )
        assert process.stderr is not None
        address = ("127.0.0.1", int(process.stderr.readline().decode().rpartition(":")[2]))
        for _ in range(100):
            open_ones.enter_context(socket.create_connection(address))
        with socket.create_connection(address) as stream:
            stream.sendall(handshake() + BYE)
            stream.settimeout(9)
            received = _all(stream)
        assert process.wait(timeout=30) == 0
    assert messages(received)[0]["result"]["serverInfo"]["name"] == "mirageport"


def _all(stream: socket.socket) -> bytes:
    received = b""
    try:
        while chunk := stream.recv(65536):
            received += chunk
    except ConnectionResetError:
        pass
    return received


# -- slices ------------------------------------------------------------------------------------


def _slices(test: Callable[[work.Slices], Any]) -> None:
    async def run() -> None:
        await test(work.Slices(lambda: None))

    asyncio.run(run())


def _until(seconds: float) -> Callable[[], str]:
    """Work of many short steps."""

    def go_on() -> str:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            work.pause()
        return "done"

    return go_on


def test_several_pieces_of_work_go_on_side_by_side() -> None:
    async def test(slices: work.Slices) -> None:
        ended: list[str] = []

        async def one(name: str, seconds: float) -> None:
            assert await slices.run(_until(seconds), None) == "done"
            ended.append(name)

        await asyncio.gather(one("long", 0.8), one("short", 0.1))
        assert ended == ["short", "long"]

    _slices(test)


def test_an_error_is_the_callers() -> None:
    def fail() -> None:
        work.pause()
        raise LookupError("no such thing")

    async def test(slices: work.Slices) -> None:
        with pytest.raises(LookupError, match="no such thing"):
            await slices.run(fail, None)
        assert slices.free

    _slices(test)


def test_stopped_work_ends_before_what_it_is_about_changes() -> None:
    about, log = object(), []

    def step() -> None:
        try:
            _until(30)()
        finally:
            log.append("ended")

    async def test(slices: work.Slices) -> None:
        task = asyncio.ensure_future(slices.run(step, about))
        await asyncio.sleep(0.05)
        slices.stop(object())
        assert log == []
        slices.stop(about)
        log.append("changed")
        with pytest.raises(work.Outdated):
            await task
        assert log == ["ended", "changed"]

    _slices(test)


def test_a_pause_outside_of_any_work_is_nothing() -> None:
    work.pause()
    assert list(work.paced([1, 2])) == [1, 2]
