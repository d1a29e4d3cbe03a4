"""A large document: how long all of its code actions take, and what others wait meanwhile."""

from __future__ import annotations

from statistics import median
from time import sleep

from benchmarks.conversation import Conversation, Json
from benchmarks.corpora import dense, real
from benchmarks.ours import SERVE
from benchmarks.report import Row

LARGE, SMALL = "benchmark://large/unikernel.ml", "benchmark://small/unikernel.ml"
CAPABILITIES: Json = {
    "textDocument": {
        "publishDiagnostics": {"versionSupport": True, "dataSupport": True},
        "codeAction": {"dataSupport": True, "resolveSupport": {"properties": ["edit"]}},
    },
    "window": {"workDoneProgress": True},
}
# The lines of a dense text with 9,000 findings.
LINES = 49_000


def rows(quick: bool) -> list[Row]:
    """The rows of the large document."""
    if quick:
        return [Row("server-large", f"{LINES:,} lines", why="left out by --quick")]
    text = dense(LINES)
    with Conversation(SERVE, CAPABILITIES) as client:
        client.open(SMALL, real())
        client.diagnostics(SMALL)
        client.open(LARGE, text)
        found = client.diagnostics(LARGE)
        place = {"line": text.count("\n"), "character": 0}
        whole = {"start": {"line": 0, "character": 0}, "end": place}
        number = client.ask("textDocument/codeAction", _about(LARGE, whole, found))
        waits = []
        while not client.is_answered(number):
            waits += _others(client)
        answer, seconds = client.answer(number)
        leave, farewell = client.answer(client.ask("shutdown", None))
    assert "error" not in answer, answer
    assert "error" not in leave, leave
    count, offered = len(found), len(answer["result"])
    what = f"code actions of a document of {count:,} findings, seconds"
    meanwhile = "every other request answered meanwhile, the slowest, seconds"
    note = f"{len(waits)} requests, half of them within {median(waits):.3f} s"
    return [
        Row("server-large", what, (seconds,), 3, note=f"{offered:,} actions"),
        Row("server-large", meanwhile, (max([*waits, farewell]),), 0.2, note=note),
    ]


def _about(uri: str, span: Json, found: list[Json], trigger: int = 1) -> Json:
    context = {"diagnostics": found, "triggerKind": trigger}
    return {"textDocument": {"uri": uri}, "range": span, "context": context}


def _others(client: Conversation) -> list[float]:
    """How long one request of each kind waits, about either document."""
    start = {"line": 20, "character": 4}
    line = {"start": start, "end": {"line": 20, "character": 40}}
    waits = []
    for uri in (SMALL, LARGE):
        hover = {"textDocument": {"uri": uri}, "position": start}
        for method, params in (
            ("textDocument/hover", hover),
            ("textDocument/codeAction", _about(uri, line, [], 2)),
        ):
            waits.append(client.answer(client.ask(method, params))[1])
    sleep(0.01)
    return waits
