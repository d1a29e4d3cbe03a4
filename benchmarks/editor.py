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
from typing import NamedTuple

from benchmarks.batch import peers
from benchmarks.client import Client
from benchmarks.corpora import dense, few, real
from benchmarks.report import Row

HERE = Path(__file__).parent
SERVE = "import sys; from mirageport.server.lsp import serve; sys.exit(serve([]))"
BARE, PARSING, OURS, AST_GREP = "bare pygls", "bare pygls, parsing", "mirageport", "ast-grep"
COMMANDS = {
    BARE: [sys.executable, str(HERE / "floor.py")],
    PARSING: [sys.executable, str(HERE / "floor.py"), "--parse"],
    OURS: [sys.executable, "-c", SERVE],
}
BURST = 30
# Of the unikernel that dense texts are made of: other definitions use it, and it uses others.
IN_UNIKERNEL = "let greet"


class Times(NamedTuple):
    """What was measured of one text: by server, seconds of each round (MiB for `peaks`)."""

    changes: dict[str, list[float]]
    opens: dict[str, float]
    starts: dict[str, float]
    peaks: dict[str, float]
    actions: list[float]
    bursts: list[float]
    findings: int

    def ratios(self, one: str, other: str) -> tuple[float, ...]:
        """One server's changes against another's, round by round."""
        pairs = zip(self.changes[one], self.changes[other], strict=True)
        return tuple(mine / theirs for mine, theirs in pairs)

    def milliseconds(self, server: str) -> float:
        """The median of a server's changes."""
        return 1000 * median(self.changes[server])


def measure(
    text: str,
    rounds: int,
    commands: dict[str, list[str]] = COMMANDS,
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
    clients = {name: Client(command, root) for name, command in commands.items()}
    try:
        for client in clients.values():
            client.open(f"{folder}/unikernel.ml", text)
        line, column = _place(text, definition)
        changes: dict[str, list[float]] = {name: [] for name in clients}
        actions, bursts = [], []
        warm_up = max(1, min(20, rounds // 5))
        for number in range(rounds + warm_up):
            for name, client in clients.items():
                begin = perf_counter()
                client.change(line, column, column, "x")
                client.change(line, column, column + 1, "")
                if number >= warm_up:
                    changes[name].append((perf_counter() - begin) / 2)
            actions.append(_timed(lambda: clients[OURS].actions(line)))
        for _ in range(5):
            bursts.append(_timed(lambda: clients[OURS].burst(line, column, BURST)))
            clients[OURS].change(line, column, column + BURST, "")
        return Times(
            changes,
            {name: client.opened for name, client in clients.items()},
            {name: client.started for name, client in clients.items()},
            {name: client.peak for name, client in clients.items()},
            actions[warm_up:],
            bursts,
            clients[OURS].findings,
        )
    finally:
        for client in clients.values():
            client.stop()


def _timed(call: object) -> float:
    begin = perf_counter()
    call()  # type: ignore[operator]
    return perf_counter() - begin


def _place(text: str, definition: str) -> tuple[int, int]:
    """Where the name begins that such a definition in the middle of the text binds."""
    lines = text.split("\n")
    line = next(i for i in range(len(lines) // 2, len(lines)) if definition in lines[i])
    return line, lines[line].index(definition) + len("let ")


def rows(quick: bool, grammar: str) -> tuple[list[Row], dict[str, list[tuple[int, float]]]]:
    """The editor's rows, and the curves of their growth."""
    sizes = (1000, 10_000) if quick else (1000, 10_000, 50_000)
    once = measure(real(), 60 if quick else 300, definition=IN_UNIKERNEL)
    found = [
        Row(
            "change-real",
            f"a unikernel of {real().count(chr(10))} lines, against pygls + parse",
            once.ratios(OURS, PARSING),
            3,
        )
    ]
    curves: dict[str, list[tuple[int, float]]] = {}
    kinds = (("change-few", few, "let ", 2.0), ("change-dense", dense, IN_UNIKERNEL, 4.0))
    measured: dict[tuple[str, int], Times] = {}
    for name, make, definition, budget in kinds:
        for lines in sizes:
            rounds = max(5, 60_000 // lines)
            times = measure(make(lines), rounds, definition=definition)
            measured[name, lines] = times
            what = f"{lines:,} lines, {times.findings} findings, against pygls + parse"
            found.append(Row(name, what, times.ratios(OURS, PARSING), budget))
            for server in (OURS, PARSING):
                curve = curves.setdefault(f"{server}, {name.removeprefix('change-')}", [])
                curve.append((lines, times.milliseconds(server)))
    found += _ast_grep(grammar, curves)
    found += _growth(measured, sizes)
    found += _starts(6 if quick else 15)
    action = [1000 * each for times in (once, *measured.values()) for each in times.actions]
    found.append(Row("action", "code actions, milliseconds, any file size", tuple(action), 2))
    ten = measured["change-few", 10_000]
    one_edit = median(ten.changes[OURS])
    burst = tuple(each / one_edit for each in ten.bursts)
    found.append(Row("burst", f"{BURST} edits at once, 10,000 lines, against one", burst, 8))
    for lines, budget in ((10_000, 1.7), (50_000, 3.2)):
        if lines in sizes:
            times = measured["change-few", lines]
            ratio = times.peaks[OURS] / times.peaks[BARE] if times.peaks[BARE] else 0.0
            what = f"peak memory at {lines:,} lines, against bare pygls"
            found.append(Row("memory", what, (ratio,), budget))
    return found, curves


def _ast_grep(grammar: str, curves: dict[str, list[tuple[int, float]]]) -> list[Row]:
    """Dense texts, against ast-grep's server."""
    found = []
    with tempfile.TemporaryDirectory() as name:
        peer = peers(grammar, Path(name))[0]
        for lines in (1000, 10_000):
            what = f"{lines:,} lines, dense, against ast-grep lsp"
            if peer.command is None:
                found.append(Row("change-dense", what, why=peer.why))
                continue
            config = str(Path(name, "sgconfig.yml"))
            serve = ["ast-grep", "lsp", "-c", config, "--custom-languages", "allow"]
            folder = Path(name).as_uri()
            commands = {OURS: COMMANDS[OURS], AST_GREP: serve}
            rounds = max(5, 30_000 // lines)
            times = measure(dense(lines), rounds, commands, folder, IN_UNIKERNEL)
            found.append(Row("change-dense", what, times.ratios(OURS, AST_GREP), 1 / 3))
            point = (lines, times.milliseconds(AST_GREP))
            curves.setdefault(f"{AST_GREP} lsp, dense", []).append(point)
    return found


def _growth(measured: dict[tuple[str, int], Times], sizes: tuple[int, ...]) -> list[Row]:
    if 50_000 not in sizes:
        return [Row("growth", "1,000 to 50,000 lines, few findings", why="left out by --quick")]
    small, large = measured["change-few", 1000], measured["change-few", 50_000]
    ratio = large.milliseconds(OURS) / small.milliseconds(OURS)
    return [Row("growth", "1,000 to 50,000 lines, few findings", (ratio,), 12)]


def _starts(rounds: int) -> list[Row]:
    """Processes started anew each time, in turn."""
    text = few(1000)
    begun, opened = [], []
    for _ in range(rounds):
        one = measure(text, 1, {name: COMMANDS[name] for name in (BARE, OURS)})
        begun.append(one.starts[OURS] / one.starts[BARE])
        opened.append(one.opens[OURS] / one.opens[BARE])
    return [
        Row("start", "initialize, against bare pygls", tuple(begun), 1.15),
        Row("start", "open of 1,000 lines, against bare pygls", tuple(opened), 1.5),
    ]
