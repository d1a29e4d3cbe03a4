"""What the self-check costs: a port, and a keystroke in a unikernel that is to be judged."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter, sleep

from benchmarks.client import Client
from benchmarks.cold import timed
from benchmarks.corpora import real
from benchmarks.editor import IN_UNIKERNEL, place
from benchmarks.ours import SERVE, run
from benchmarks.report import Row

# How long after a change the server begins to judge, and a little more.
_PAUSE = 0.51  # seconds

# The settings of a unikernel that is judged as a whole, and of one that is not.
_ON, _OFF = "self-check = true\n", 'ignore = ["conflict"]\n'


def rows(rounds: int) -> list[Row]:
    """Both sides take turns; the first round does not count."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "unikernel.ml").write_text(real(), encoding="utf-8")
        port = _port(rounds, folder)
    return [
        port,
        _typed(10 * rounds, 0, "a keystroke while the self-check is due", 1.1),
        _typed(rounds, _PAUSE, "a keystroke that meets the self-check at work", None),
    ]


def _port(rounds: int, folder: Path) -> Row:
    command = run("fix", "--review", "--diff", str(folder))
    ratios = []
    for number in range(rounds + 1):
        taken, without = timed(command), timed([*command, "--ignore", "conflict"])
        if number:
            ratios.append(taken / without)
    what = "fix --review with the self-check, against without it"
    return Row("self", what, tuple(ratios), 2.5)


def _typed(rounds: int, wait: float, what: str, budget: float | None) -> Row:
    """A letter and its removal, each after some seconds, where all is judged against where nothing
    is."""
    with tempfile.TemporaryDirectory() as name:
        clients = [_client(Path(name, f"{n}"), text) for n, text in enumerate((_ON, _OFF))]
        where = place(real(), IN_UNIKERNEL)
        try:
            times = [
                [_edited(client, *where, wait) for client in clients] for _ in range(rounds + 1)
            ]
        finally:
            for client in clients:
                client.stop()
    ratios = tuple(judged / plain for judged, plain in times[1:])
    return Row("self-editor", f"{what}, against one without it", ratios, budget)


def _client(folder: Path, settings: str) -> Client:
    folder.mkdir()
    (folder / "mirageport.toml").write_text(settings, encoding="utf-8")
    client = Client(SERVE, folder.as_uri())
    client.open(f"{folder.as_uri()}/unikernel.ml", real())
    return client


def _edited(client: Client, line: int, column: int, wait: float) -> float:
    """Seconds that a letter and its removal take, without the waiting."""
    taken = 0.0
    for end, text in ((column, "x"), (column + 1, "")):
        sleep(wait)
        begin = perf_counter()
        client.change(line, column, end, text)
        taken += perf_counter() - begin
    return taken
