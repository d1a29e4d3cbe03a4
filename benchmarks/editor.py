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
from benchmarks.report import Row

if TYPE_CHECKING:
    from collections.abc import Callable

    from benchmarks.builds import Build

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
    actions: dict[str, list[float]]
    bursts: dict[str, list[float]]
    findings: int

    def ratios(self, one: str, other: str) -> tuple[float, ...]:
        """One server's changes against another's, round by round."""
        pairs = zip(self.changes[one], self.changes[other], strict=True)
        return tuple(mine / theirs for mine, theirs in pairs)

    def milliseconds(self, server: str) -> float:
        """The median of a server's changes."""
        return 1000 * median(self.changes[server])

    def note(self, one: str, other: str) -> str:
        """Both medians."""
        return f"{self.milliseconds(one):.2f} ms; {self.milliseconds(other):.2f} ms"


def measure(
    text: str,
    rounds: int,
    ours: list[Build],
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
    mine = {build.name: Client(build.serve, root) for build in ours}
    clients = {**{name: Client(command, root) for name, command in others.items()}, **mine}
    try:
        for client in clients.values():
            client.open(f"{folder}/unikernel.ml", text)
        line, column = place(text, definition)
        changes: dict[str, list[float]] = {name: [] for name in clients}
        actions: dict[str, list[float]] = {name: [] for name in mine}
        bursts: dict[str, list[float]] = {name: [] for name in mine}
        warm_up = max(1, min(20, rounds // 5))
        for number in range(rounds + warm_up):
            for name, client in clients.items():
                begin = perf_counter()
                client.change(line, column, column, "x")
                client.change(line, column, column + 1, "")
                if number >= warm_up:
                    changes[name].append((perf_counter() - begin) / 2)
            for name, client in mine.items():
                actions[name].append(_timed(client.actions, line))
        for _ in range(5):
            for name, client in mine.items():
                bursts[name].append(_timed(client.burst, line, column, BURST))
                client.change(line, column, column + BURST, "")
        return Times(
            changes,
            {name: client.opened for name, client in clients.items()},
            {name: client.started for name, client in clients.items()},
            {name: client.peak for name, client in clients.items()},
            {name: each[warm_up:] for name, each in actions.items()},
            bursts,
            max(client.findings for client in mine.values()),
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


def rows(quick: bool, grammar: str, ours: list[Build]) -> tuple[list[Row], Curves]:
    """The editor's rows, and the curves of their growth."""
    sizes = (1000, 10_000) if quick else (1000, 10_000, 50_000)
    curves: Curves = {}
    real_text = real()
    once = measure(real_text, 60 if quick else 300, ours, FLOORS, definition=IN_UNIKERNEL)
    what = f"a unikernel of {real_text.count(chr(10))} lines, against pygls + parse"
    found = _changes("change-real", what, once, ours, PARSING, 3)
    measured: dict[tuple[str, int], Times] = {}
    kinds = (("change-few", few, "let ", 2.0), ("change-dense", dense, IN_UNIKERNEL, 4.0))
    for name, make, definition, budget in kinds:
        for lines in sizes:
            rounds = max(5, 60_000 // lines)
            times = measure(make(lines), rounds, ours, FLOORS, definition=definition)
            measured[name, lines] = times
            what = f"{lines:,} lines, {times.findings} findings, against pygls + parse"
            found += _changes(name, what, times, ours, PARSING, budget)
            for server in (*(build.name for build in ours), PARSING):
                curve = curves.setdefault(f"{server}, {name.removeprefix('change-')}", [])
                curve.append((lines, times.milliseconds(server)))
    found += _ast_grep(grammar, ours, curves)
    found += _growth(measured, sizes, ours)
    found += _starts(6 if quick else 15, ours)
    for build in ours:
        found += _others(build, [once, *measured.values()], measured, sizes)
    return found, curves


def _changes(
    name: str, what: str, times: Times, ours: list[Build], other: str, budget: float
) -> list[Row]:
    return [
        Row(
            name,
            build.of(what),
            times.ratios(build.name, other),
            budget,
            note=times.note(build.name, other),
        )
        for build in ours
    ]


def _others(
    build: Build,
    all_times: list[Times],
    measured: dict[tuple[str, int], Times],
    sizes: tuple[int, ...],
) -> list[Row]:
    """Code actions, bursts and memory of one build."""
    name = build.name
    action = tuple(1000 * each for times in all_times for each in times.actions[name])
    ten = measured["change-few", 10_000]
    one_edit = median(ten.changes[name])
    burst = tuple(each / one_edit for each in ten.bursts[name])
    found = [
        Row("action", build.of("code actions, milliseconds, any file size"), action, 2),
        Row("burst", build.of(f"{BURST} edits at once, 10,000 lines, against one"), burst, 8),
    ]
    for lines, budget in ((10_000, 1.7), (50_000, 3.2)):
        if lines in sizes:
            peaks = measured["change-few", lines].peaks
            what = build.of(f"peak memory at {lines:,} lines, against bare pygls")
            note = f"{peaks[name]:.0f} MiB; {peaks[BARE]:.0f} MiB"
            ratio = peaks[name] / peaks[BARE] if peaks[BARE] else 0.0
            found.append(Row("memory", what, (ratio,), budget, note=note))
    return found


def _ast_grep(grammar: str, ours: list[Build], curves: Curves) -> list[Row]:
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
                dense(lines), rounds, ours, {AST_GREP: serve}, folder, definition=IN_UNIKERNEL
            )
            found += _changes("change-dense", what, times, ours, AST_GREP, 1 / 3)
            point = (lines, times.milliseconds(AST_GREP))
            curves.setdefault(f"{AST_GREP}, dense", []).append(point)
    return found


def _growth(
    measured: dict[tuple[str, int], Times], sizes: tuple[int, ...], ours: list[Build]
) -> list[Row]:
    what = "1,000 to 50,000 lines, few findings"
    if 50_000 not in sizes:
        return [Row("growth", what, why="left out by --quick")]
    found = []
    for build in ours:
        ends = [measured["change-few", lines].milliseconds(build.name) for lines in (1000, 50_000)]
        note = f"{ends[1]:.2f} ms; {ends[0]:.2f} ms"
        found.append(Row("growth", build.of(what), (ends[1] / ends[0],), 12, note=note))
    return found


def _starts(rounds: int, ours: list[Build]) -> list[Row]:
    """Processes started anew each time, in turn."""
    text = few(1000)
    all_times = [measure(text, 1, ours, {BARE: FLOORS[BARE]}) for _ in range(rounds)]
    found = []
    for what, budget in (("initialize", 1.15), ("open of 1,000 lines", 1.5)):
        taken = [times.starts if what == "initialize" else times.opens for times in all_times]
        for build in ours:
            ratios = tuple(each[build.name] / each[BARE] for each in taken)
            both = (median(each[name] for each in taken) for name in (build.name, BARE))
            note = "; ".join(f"{1000 * seconds:.0f} ms" for seconds in both)
            row = Row("start", build.of(f"{what}, against bare pygls"), ratios, budget, note=note)
            found.append(row)
    return found
