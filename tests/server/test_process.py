"""The server as its own process, spoken to by pytest-lsp with each editor's own capabilities."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from .clients import CLIENTS

FAKE = [sys.executable, "-m", "tests.server.fake"]
ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}

EDITORS = ["neovim@v0.7", "neovim@v0.11", "emacs", "visual-studio-code"]
TEXT = 'let x = "é\U0001f42b" in old_safe (* old_safe *)\nold_pair\n'


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(
        server_command=[*FAKE, "--stdio", "--clientProcessId=1", "--no-such-flag"],
        server_env=ENVIRONMENT,
    ),
    params=EDITORS,
)
async def client(lsp_client: LanguageClient, request: pytest.FixtureRequest, tmp_path: Path):  # type: ignore[no-untyped-def]
    """A session of one editor in a folder with a unikernel."""
    (tmp_path / "config.ml").write_text("pair\n")
    (tmp_path / "unikernel.ml").write_text(TEXT)
    registered: list[types.RegistrationParams] = []
    lsp_client.feature(types.CLIENT_REGISTER_CAPABILITY)(lambda params: registered.append(params))
    folder = types.WorkspaceFolder(tmp_path.as_uri(), "work")
    await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param), workspace_folders=[folder]
        )
    )
    yield
    await lsp_client.shutdown_session()


@pytest.mark.asyncio
async def test_from_open_to_fixed(client: LanguageClient, tmp_path: Path) -> None:
    uri = (tmp_path / "unikernel.ml").as_uri()
    document = types.TextDocumentItem(uri, "tuareg", 1, TEXT)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    first, second = client.diagnostics[uri]
    assert [first.code, second.code] == ["fake-safe", "fake-pair"]

    whole = types.Range(types.Position(0, 0), types.Position(2, 0))
    context = types.CodeActionContext([first], only=["source.fixAll"])
    found = await client.text_document_code_action_async(
        types.CodeActionParams(types.TextDocumentIdentifier(uri), whole, context)
    )
    assert found is not None
    (action,) = found
    assert isinstance(action, types.CodeAction)
    if action.edit is None:
        action = await client.code_action_resolve_async(action)
    edit = _only_edit(action.edit)
    assert (edit.range, edit.new_text) == (first.range, "new_safe")

    version = types.VersionedTextDocumentIdentifier(2, uri)
    change = types.TextDocumentContentChangePartial(range=first.range, text="new_safe")
    client.text_document_did_change(types.DidChangeTextDocumentParams(version, [change]))
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert [item.code for item in client.diagnostics[uri]] == ["fake-pair"]
    assert client.diagnostics[uri][0].range == second.range


@pytest.mark.asyncio
async def test_findings_of_files_that_are_not_open(client: LanguageClient, tmp_path: Path) -> None:
    (tmp_path / "other.ml").write_text(TEXT)
    uri, other = (tmp_path / "unikernel.ml").as_uri(), (tmp_path / "other.ml").as_uri()
    document = types.TextDocumentItem(uri, "ocaml", 1, TEXT)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))
    while other not in client.diagnostics:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    assert client.diagnostics[other] == client.diagnostics[uri]
    closed = types.TextDocumentIdentifier(uri)
    client.text_document_did_close(types.DidCloseTextDocumentParams(closed))
    while client.diagnostics[other]:
        await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)


def _only_edit(change: types.WorkspaceEdit | None) -> types.TextEdit:
    assert change is not None
    if change.changes:
        edits = [edit for edits in change.changes.values() for edit in edits]
    else:
        (document,) = change.document_changes or []
        assert isinstance(document, types.TextDocumentEdit)
        assert document.text_document.version == 1
        edits = [edit for edit in document.edits if isinstance(edit, types.TextEdit)]
    (edit,) = edits
    return edit


# Bare processes, for what a well-behaved client never does.


def frame(message: dict[str, Any]) -> bytes:
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n" % len(body) + body


def messages(data: bytes) -> list[dict[str, Any]]:
    found = []
    while data:
        head, _, rest = data.partition(b"\r\n\r\n")
        length = int(head.split(b"Content-Length: ")[1].split(b"\r\n")[0])
        found.append(json.loads(rest[:length]))
        data = rest[length:]
    return found


def handshake(client: str = "neovim-0.7") -> bytes:
    params = {"processId": None, "rootUri": None, "capabilities": CLIENTS[client][0]}
    return frame({"id": 0, "method": "initialize", "params": params}) + frame(
        {"method": "initialized", "params": {}}
    )


def run(data: bytes, *args: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*FAKE, *args], input=data, capture_output=True, timeout=60, env=ENVIRONMENT, check=False
    )


BYE = frame({"id": 99, "method": "shutdown"}) + frame({"method": "exit"})


def opening(uri: str, text: str) -> bytes:
    document = {"uri": uri, "languageId": "ocaml", "version": 1, "text": text}
    return frame({"method": "textDocument/didOpen", "params": {"textDocument": document}})


def test_exit_status_tells_whether_the_client_took_its_leave() -> None:
    assert run(handshake() + BYE).returncode == 0
    assert run(handshake() + frame({"method": "exit"})).returncode == 1
    assert run(handshake()).returncode == 1


def test_a_request_cancelled_before_it_began_is_answered_as_cancelled() -> None:
    uri = "file:///nowhere/unikernel.ml"
    at = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
    data = handshake() + opening(uri, "old_safe\n")
    data += frame({"id": 1, "method": "textDocument/hover", "params": at})
    data += frame({"method": "$/cancelRequest", "params": {"id": 1}})
    data += frame({"id": 2, "method": "textDocument/hover", "params": at})
    answers = {m["id"]: m for m in messages(run(data).stdout) if "id" in m}
    assert answers[1]["error"]["code"] == -32800
    assert answers[2]["result"]["contents"]["value"].startswith("**Old safe**")


def test_edits_that_arrive_together_are_answered_together() -> None:
    uri = "file:///nowhere/unikernel.ml"
    data = handshake() + opening(uri, "")
    for version in range(2, 32):
        span = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}
        params = {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"range": span, "text": "old_safe "}],
        }
        data += frame({"method": "textDocument/didChange", "params": params})
    published = [
        m["params"]
        for m in messages(run(data).stdout)
        if m.get("method") == "textDocument/publishDiagnostics"
    ]
    assert len(published[-1]["diagnostics"]) == 30
    assert published[-1]["version"] == 31
    assert len(published) < 5


@pytest.mark.parametrize("args", [["--tcp"], ["--tcp", "here"], ["--tcp=127.0.0.1:99999"]])
def test_addresses_nobody_can_listen_on(args: list[str]) -> None:
    result = run(b"", *args)
    assert result.returncode == 2
    assert b"--tcp" in result.stderr
    assert b"Traceback" not in result.stderr


def test_one_client_over_tcp() -> None:
    command = [*FAKE, "--tcp", "127.0.0.1:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stderr is not None
        line = process.stderr.readline().decode()
        assert line.startswith("mirageport: listening on 127.0.0.1:")
        with socket.create_connection(("127.0.0.1", int(line.rpartition(":")[2]))) as stream:
            stream.sendall(handshake() + BYE)
            stream.settimeout(30)
            received = b""
            while chunk := stream.recv(65536):
                received += chunk
        assert process.wait(timeout=30) == 0
    assert messages(received)[0]["result"]["serverInfo"]["name"] == "mirageport"


def test_a_port_open_to_other_machines_is_warned_of() -> None:
    command = [*FAKE, "--tcp", "0.0.0.0:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stderr is not None
        warning, line = process.stderr.readline(), process.stderr.readline()
        assert b"can be reached from other machines" in warning
        with socket.create_connection(("127.0.0.1", int(line.rpartition(b":")[2]))) as stream:
            stream.sendall(handshake() + BYE)
            while stream.recv(65536):
                pass
        assert process.wait(timeout=30) == 0
