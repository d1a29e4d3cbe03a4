"""Editor latency: from a keystroke to its diagnostics, against a server that does nothing.

All servers run at once and are asked in turn, so that a slow moment of the machine hits all alike;
only the ratios mean anything on another machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

from benchmarks.client import Client

HERE = Path(__file__).parent
SERVE = "import sys; from mirageport.server.lsp import serve; sys.exit(serve([]))"
COMMANDS = {
    "bare pygls": [sys.executable, str(HERE / "floor.py")],
    "bare pygls, parsing": [sys.executable, str(HERE / "floor.py"), "--parse"],
    "mirageport": [sys.executable, "-c", SERVE],
}
WARM_UP = 20


class Row(NamedTuple):
    """One server's medians. change, action: milliseconds; action is None for the floors."""

    server: str
    findings: int
    change: float
    action: float | None


def measure(text: str, rounds: int) -> list[Row]:
    """Type a letter and take it back, `rounds` times, in the middle of a text."""
    uri = "benchmark:///unikernel.ml"
    clients = {name: Client(command, uri, text) for name, command in COMMANDS.items()}
    if not clients["mirageport"].findings:
        raise RuntimeError("mirageport found nothing: there is nothing to compare")
    line, column = _place(text)
    changes: dict[str, list[float]] = {name: [] for name in clients}
    actions: list[float] = []
    try:
        for _ in range(rounds + WARM_UP):
            for edit in ((line, column, column, "x"), (line, column, column + 1, "")):
                for name, client in clients.items():
                    start = perf_counter()
                    client.change(*edit)
                    changes[name].append(perf_counter() - start)
            start = perf_counter()
            clients["mirageport"].actions(line)
            actions.append(perf_counter() - start)
    finally:
        for client in clients.values():
            client.stop()
    return [
        Row(
            name,
            client.findings,
            1000 * median(changes[name][2 * WARM_UP :]),
            1000 * median(actions[WARM_UP:]) if name == "mirageport" else None,
        )
        for name, client in clients.items()
    ]


def _place(text: str) -> tuple[int, int]:
    """The end of a name in the middle of the text: the argument of the function `say`."""
    lines = text.split("\n")
    line = next(i for i in range(len(lines) // 2, len(lines)) if "let " in lines[i])
    return line, lines[line].index("let ") + len("let ")


def main(rounds: int = 200) -> None:
    """Print the table."""
    text = (HERE / "unikernel.ml").read_text()
    rows = measure(text, rounds)
    floors = {row.server: row.change for row in rows}
    print(f"Keystroke to diagnostics, {text.count(chr(10))} lines, median of {2 * rounds}")
    for row in rows:
        ratio = row.change / floors["bare pygls, parsing"]
        action = "" if row.action is None else f"   code actions {row.action:.2f} ms"
        print(
            f"  {row.server:<20} {row.change:7.2f} ms   {ratio:5.2f}x"
            f"   {row.findings:3} findings{action}"
        )


if __name__ == "__main__":
    main()
