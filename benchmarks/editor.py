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
BURST = 30
# Of the unikernel that dense texts are made of: other definitions use it, and it uses others.
IN_UNIKERNEL = "let greet"
Curves = dict[str, list[tuple[int, float]]]


class Times(NamedTuple):
    """What was measured of one text, by server: seconds of each round, MiB for `peaks`. actions,
    bursts: of ours alone. findings: how many ours had."""

    changes: dict[str, list[float]]
    opens: dict[str, float]
    starts: dict[str, float]
    peaks: dict[str, float]
    actions: list[float]
    bursts: list[float]
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
        bursts: list[float] = []
        warm_up = max(1, min(20, rounds // 5))
        for number in range(rounds + warm_up):
            for name, client in clients.items():
                begin = perf_counter()
                client.change(line, column, column, "x")
                client.change(line, column, column + 1, "")
                if number >= warm_up:
                    changes[name].append((perf_counter() - begin) / 2)
            actions.append(_timed(mine.actions, line))
        for _ in range(5):
            bursts.append(_timed(mine.burst, line, column, BURST))
            mine.change(line, column, column + BURST, "")
        return Times(
            changes,
            {name: client.opened for name, client in clients.items()},
            {name: client.started for name, client in clients.items()},
            {name: client.peak for name, client in clients.items()},
            actions[warm_up:],
            bursts,
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


def rows(quick: bool, grammar: str) -> tuple[list[Row], Curves]:
    """The editor's rows, and the curves of their growth."""
    sizes = (1000, 10_000) if quick else (1000, 10_000, 50_000)
    curves: Curves = {}
    real_text = real()
    once = measure(real_text, 60 if quick else 300, FLOORS, definition=IN_UNIKERNEL)
    what = f"a unikernel of {real_text.count(chr(10))} lines, against pygls + parse"
    found = [_changes("change-real", what, once, PARSING, 3)]
    measured: dict[tuple[str, int], Times] = {}
    kinds = (("change-few", few, "let ", 2.0), ("change-dense", dense, IN_UNIKERNEL, 4.0))
    for name, make, definition, budget in kinds:
        for lines in sizes:
            rounds = max(5, 60_000 // lines)
            times = measure(make(lines), rounds, FLOORS, definition=definition)
            measured[name, lines] = times
            what = f"{lines:,} lines, {times.findings} findings, against pygls + parse"
            found.append(_changes(name, what, times, PARSING, budget))
            for server in (NAME, PARSING):
                curve = curves.setdefault(f"{server}, {name.removeprefix('change-')}", [])
                curve.append((lines, times.milliseconds(server)))
    found += _ast_grep(grammar, curves)
    found += _growth(measured, sizes)
    found += _starts(6 if quick else 15)
    found += _others([once, *measured.values()], measured, sizes)
    return found, curves


def _changes(name: str, what: str, times: Times, other: str, budget: float) -> Row:
    return Row(name, what, times.ratios(other), budget, note=times.note(other))


def _others(
    all_times: list[Times],
    measured: dict[tuple[str, int], Times],
    sizes: tuple[int, ...],
) -> list[Row]:
    """Code actions, bursts and memory of ours."""
    action = tuple(1000 * each for times in all_times for each in times.actions)
    ten = measured["change-few", 10_000]
    one_edit = median(ten.changes[NAME])
    burst = tuple(each / one_edit for each in ten.bursts)
    found = [
        Row("action", "code actions, milliseconds, any file size", action, 2),
        Row("burst", f"{BURST} edits at once, 10,000 lines, against one", burst, 8),
    ]
    for lines, budget in ((10_000, 1.7), (50_000, 3.2)):
        if lines in sizes:
            peaks = measured["change-few", lines].peaks
            what = f"peak memory at {lines:,} lines, against bare pygls"
            note = f"{peaks[NAME]:.0f} MiB; {peaks[BARE]:.0f} MiB"
            ratio = peaks[NAME] / peaks[BARE] if peaks[BARE] else 0.0
            found.append(Row("memory", what, (ratio,), budget, note=note))
    return found


def _ast_grep(grammar: str, curves: Curves) -> list[Row]:
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
            folder, rounds = Path(name).as_uri(), max(5, 30_000 // lines)
            times = measure(
                dense(lines), rounds, {AST_GREP: serve}, folder, definition=IN_UNIKERNEL
            )
            found.append(_changes("change-dense", what, times, AST_GREP, 1 / 3))
            point = (lines, times.milliseconds(AST_GREP))
            curves.setdefault(f"{AST_GREP}, dense", []).append(point)
    return found


def _growth(measured: dict[tuple[str, int], Times], sizes: tuple[int, ...]) -> list[Row]:
    what = "1,000 to 50,000 lines, few findings"
    if 50_000 not in sizes:
        return [Row("growth", what, why="left out by --quick")]
    ends = [measured["change-few", lines].milliseconds(NAME) for lines in (1000, 50_000)]
    note = f"{ends[1]:.2f} ms; {ends[0]:.2f} ms"
    return [Row("growth", what, (ends[1] / ends[0],), 12, note=note)]


def _starts(rounds: int) -> list[Row]:
    """Processes started anew each time, in turn."""
    text = few(1000)
    all_times = [measure(text, 1, {BARE: FLOORS[BARE]}) for _ in range(rounds)]
    found = []
    for what, budget in (("initialize", 1.15), ("open of 1,000 lines", 1.5)):
        taken = [times.starts if what == "initialize" else times.opens for times in all_times]
        ratios = tuple(each[NAME] / each[BARE] for each in taken)
        both = (median(each[name] for each in taken) for name in (NAME, BARE))
        note = "; ".join(f"{1000 * seconds:.0f} ms" for seconds in both)
        found.append(Row("start", f"{what}, against bare pygls", ratios, budget, note=note))
    return found
