"""Editors: from a keystroke to its diagnostics, against a server of the same framework that does
nothing with the text (`floor.py`), and against ast-grep's where its grammar is given.

All servers run at once and are asked in turn, so that a slow moment of the machine hits all alike.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.batch import peers
from benchmarks.client import Client
from benchmarks.corpora import dense, few, real
from benchmarks.ours import NAME, SERVE
from benchmarks.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
BARE, PARSING, AST_GREP = "bare pygls", "bare pygls, parsing", "ast-grep lsp"
FLOORS = {
    BARE: [sys.executable, str(HERE / "floor.py")],
    PARSING: [sys.executable, str(HERE / "floor.py"), "--parse"],
}
LINES = 1000
EDITS = 20_000
# Of the unikernel that dense texts are made of: other definitions use it, and it uses others.
IN_UNIKERNEL = "let greet"


class Times(NamedTuple):
    """What was measured of one text, by server: seconds of each round, MiB for `peaks`.
    actions: of ours alone. findings: how many ours had."""

    changes: dict[str, list[float]]
    opens: dict[str, float]
    starts: dict[str, float]
    peaks: dict[str, float]
    actions: list[float]
    findings: int

    def ratios(self, other: str) -> tuple[float, ...]:
        """Our changes against another server's, round by round."""
        pairs = zip(self.changes[NAME], self.changes[other], strict=True)
        return tuple(mine / theirs for mine, theirs in pairs)

    def milliseconds(self, server: str) -> float:
        """The median of a server's changes."""
        return 1000 * median(self.changes[server])

    def note(self, other: str) -> str:
        """Our median and another server's."""
        return f"{self.milliseconds(NAME):.2f} ms; {self.milliseconds(other):.2f} ms"


def measure(
    text: str,
    rounds: int,
    others: dict[str, list[str]],
    folder: str = "benchmark://",
    definition: str = "let ",
) -> Times:
    """Type a letter and take it back, `rounds` times, in the middle of a text: in front of the name
    that a definition binds.

    A round counts as the mean of the two. folder: the address of the folder that the text is
    said to be in; the servers are told of it when it is one on disk. definition: what it begins
    with.
    """
    root = folder if folder.startswith("file:") else None
    clients = {name: Client(command, root) for name, command in others.items()}
    mine = clients[NAME] = Client(SERVE, root)
    try:
        for client in clients.values():
            client.open(f"{folder}/unikernel.ml", text)
        line, column = place(text, definition)
        changes: dict[str, list[float]] = {name: [] for name in clients}
        actions: list[float] = []
        warm_up = max(1, min(20, rounds // 5))
        for number in range(rounds + warm_up):
            for name, client in clients.items():
                begin = perf_counter()
                client.change(line, column, column, "x")
                client.change(line, column, column + 1, "")
                if number >= warm_up:
                    changes[name].append((perf_counter() - begin) / 2)
            actions.append(_timed(mine.actions, line))
        return Times(
            changes,
            {name: client.opened for name, client in clients.items()},
            {name: client.started for name, client in clients.items()},
            {name: client.peak for name, client in clients.items()},
            actions[warm_up:],
            mine.findings,
        )
    finally:
        for client in clients.values():
            client.stop()


def _timed(call: Callable[..., object], *arguments: int) -> float:
    begin = perf_counter()
    call(*arguments)
    return perf_counter() - begin


def place(text: str, definition: str) -> tuple[int, int]:
    """Where the name begins that such a definition in the middle of the text binds."""
    lines = text.split("\n")
    line = next(i for i in range(len(lines) // 2, len(lines)) if definition in lines[i])
    return line, lines[line].index(definition) + len("let ")


def rows(quick: bool, grammar: str) -> list[Row]:
    """The editor's rows."""
    real_text = real()
    once = measure(real_text, 60 if quick else 300, FLOORS, definition=IN_UNIKERNEL)
    what = f"a unikernel of {real_text.count(chr(10))} lines, against pygls + parse"
    sparse = measure(few(LINES), 60, FLOORS)
    some = f"{LINES:,} lines, {sparse.findings} findings, against pygls + parse"
    return [
        _changes("change-real", what, once, PARSING, 5),
        _ast_grep(grammar),
        _changes("change-few", some, sparse, PARSING, 4),
        *_starts(6 if quick else 15),
        _actions([once, sparse]),
        _memory(quick),
    ]


def _changes(name: str, what: str, times: Times, other: str, budget: float) -> Row:
    return Row(name, what, times.ratios(other), budget, note=times.note(other))


def _actions(all_times: list[Times]) -> Row:
    action = tuple(1000 * each for times in all_times for each in times.actions)
    return Row("action", "code actions, milliseconds", action, 2)


def _memory(quick: bool) -> Row:
    what = f"{EDITS:,} edits of a document, peak memory against {EDITS // 20:,}"
    if quick:
        return Row("memory", what, why="left out by --quick")
    # A round is two edits.
    peaks = [measure(real(), rounds // 2, {}).peaks[NAME] for rounds in (EDITS // 20, EDITS)]
    note = f"{peaks[1]:.0f} MiB; {peaks[0]:.0f} MiB"
    return Row("memory", what, (peaks[1] / peaks[0],), 1.3, note=note)


def _ast_grep(grammar: str) -> Row:
    """A dense text, against ast-grep's server."""
    with tempfile.TemporaryDirectory() as name:
        peer = peers(grammar, Path(name))[0]
        what = f"{LINES:,} lines, dense, against ast-grep lsp"
        if peer.command is None:
            return Row("change-1k", what, why=peer.why)
        config = str(Path(name, "sgconfig.yml"))
        serve = ["ast-grep", "lsp", "-c", config, "--custom-languages", "allow"]
        others, folder = {AST_GREP: serve}, Path(name).as_uri()
        times = measure(dense(LINES), 30, others, folder, definition=IN_UNIKERNEL)
        return _changes("change-1k", what, times, AST_GREP, 0.7)


def _starts(rounds: int) -> list[Row]:
    """Processes started anew each time, in turn."""
    text = few(LINES)
    all_times = [measure(text, 1, {BARE: FLOORS[BARE]}) for _ in range(rounds)]
    found = []
    for name, what, budget in (
        ("start", "initialize", 1.15),
        ("open", f"open of {LINES:,} lines", 6),
    ):
        taken = [times.starts if name == "start" else times.opens for times in all_times]
        ratios = tuple(each[NAME] / each[BARE] for each in taken)
        both = (median(each[name] for each in taken) for name in (NAME, BARE))
        note = "; ".join(f"{1000 * seconds:.0f} ms" for seconds in both)
        found.append(Row(name, f"{what}, against bare pygls", ratios, budget, note=note))
    return found
