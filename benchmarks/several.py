"""Several packs that port one file: all packs of data that ship with the tool."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.client import Client
from benchmarks.cold import timed
from benchmarks.corpora import DENSE, of_packs
from benchmarks.editor import BARE, FLOORS, LINES, PARSING, Times, measure, place
from benchmarks.ours import NAME, SERVE, run
from benchmarks.report import Row

PACKS = ("stdlib-5", "cmdliner-2", "yojson-3")
# Of the program that the texts are made of: other definitions use it, and it uses others.
IN_PROGRAM = "let written"


def rows(quick: bool) -> list[Row]:
    """The rows of several packs: the budgets of the rows of one, and what more than one costs."""
    program = of_packs()
    typed = _measured(program, 60 if quick else 300, IN_PROGRAM)
    sparse = _measured(of_packs(LINES), 60, "let ")
    actions = tuple(1000 * each for times in (typed, sparse) for each in times.actions)
    opens = [_measured(of_packs(LINES), 1, "let ").opens for _ in range(6 if quick else 15)]
    opened = tuple(each[NAME] / each[BARE] for each in opens)
    lines = program.count("\n")
    return [
        _cold(program, 6 if quick else 20),
        _changes("packs-real", f"three packs: a program of {lines} lines", typed, 5),
        _changes("packs-few", f"three packs: {LINES:,} lines, {sparse.findings} found", sparse, 4),
        Row("packs-open", f"three packs: open of {LINES:,} lines, against bare pygls", opened, 6),
        Row("packs-action", "three packs: code actions, milliseconds", actions, 2),
        _against_one(20 if quick else 60),
    ]


def _changes(row: str, what: str, times: Times, budget: float) -> Row:
    ratios, note = times.ratios(PARSING), times.note(PARSING)
    return Row(row, f"{what}, against pygls + parse", ratios, budget, note=note)


def _measured(text: str, rounds: int, definition: str) -> Times:
    """A text in an editor, with all packs."""
    with tempfile.TemporaryDirectory() as name:
        return measure(text, rounds, FLOORS, _folder(Path(name), PACKS), definition)


def _folder(folder: Path, packs: tuple[str, ...]) -> str:
    """The address of a folder whose settings choose packs."""
    folder.mkdir(exist_ok=True)
    chosen = ", ".join(f'"{each}"' for each in packs)
    (folder / "mirageport.toml").write_text(f"packs = [{chosen}]\n", encoding="utf-8")
    return folder.as_uri()


def _cold(text: str, rounds: int) -> Row:
    """The first round does not count."""
    ratios = []
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "program.ml").write_text(text, encoding="utf-8")
        command = run("check", *(part for each in PACKS for part in ("--pack", each)), folder)
        for number in range(rounds + 1):
            floor, taken = timed([sys.executable, "-c", "pass"]), timed(command)
            if number:
                ratios.append(taken / floor)
    return Row("packs-cold", "three packs: check, against python -c pass", tuple(ratios), 4.5)


def _against_one(rounds: int) -> Row:
    """A letter and its removal in a dense text, with all packs and with the first, in turn."""
    text = of_packs(LINES, DENSE)
    line, column = place(text, IN_PROGRAM)
    times: list[tuple[float, ...]] = []
    with tempfile.TemporaryDirectory() as name:
        folders = [_folder(Path(name, f"{n}"), PACKS[:n]) for n in (len(PACKS), 1)]
        clients = [Client(SERVE, folder) for folder in folders]
        try:
            for client, folder in zip(clients, folders, strict=True):
                client.open(f"{folder}/main.ml", text)
            times = [
                tuple(_typed(client, line, column) for client in clients) for _ in range(rounds + 5)
            ]
        finally:
            for client in clients:
                client.stop()
    best = "; ".join(f"{1000 * min(each):.2f} ms" for each in zip(*times, strict=True))
    what = f"three packs: {text.count(chr(10)):,} lines, dense, against one"
    ratios = tuple(every / one for every, one in times[5:])
    return Row("packs-1k", what, ratios, 1.5, note=f"at best {best}")


def _typed(client: Client, line: int, column: int) -> float:
    begin = perf_counter()
    client.change(line, column, column, "x")
    client.change(line, column, column + 1, "")
    return (perf_counter() - begin) / 2
