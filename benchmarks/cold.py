"""Cold start: whole commands on one small unikernel, against Python doing nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.corpora import real
from benchmarks.report import Row

MAIN = "import sys; from mirageport.server.main import main; sys.exit(main(sys.argv[1:]))"


def rows(rounds: int) -> list[Row]:
    """The commands take turns; the first round, which writes the compiled files, does not count."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "unikernel.ml").write_text(real(), encoding="utf-8")
        run = [sys.executable, "-c", MAIN]
        nothing = [sys.executable, "-c", "pass"]
        commands = (["--version"], ["--help"], ["check", folder])
        ratios: list[list[float]] = [[] for _ in commands]
        for number in range(rounds + 1):
            for command, each in zip(commands, ratios, strict=True):
                floor = timed(nothing)
                ours = timed([*run, *command])
                if number:
                    each.append(ours / floor)
    budgets = (3.0, 3.0, 6.0)
    return [
        Row("cold", f"mirageport {command[0]}, against python -c pass", tuple(each), budget)
        for command, each, budget in zip(commands, ratios, budgets, strict=True)
    ]


def timed(command: list[str]) -> float:
    """Seconds that a command takes; what it prints goes nowhere. Findings are no failure."""
    # A machine that writes no compiled modules compiles them anew at every start.
    surroundings = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env=surroundings)
    taken = perf_counter() - begin
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {done.stderr.decode(errors='replace')}")
    return taken
