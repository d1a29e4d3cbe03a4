"""Cold start: whole commands on one small unikernel, against Python doing nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.corpora import real
from benchmarks.ours import run
from benchmarks.report import Row


def rows(rounds: int) -> list[Row]:
    """The commands take turns; the first round, which writes the compiled files, does not count."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "unikernel.ml").write_text(real(), encoding="utf-8")
        nothing = [sys.executable, "-c", "pass"]
        asked = ((["--version"], 2.0), (["--help"], 2.0), (["check", folder], 4.5))
        commands = [
            (f"mirageport {arguments[0]}, against python -c pass", budget, run(*arguments))
            for arguments, budget in asked
        ]
        ratios: list[list[float]] = [[] for _ in commands]
        for number in range(rounds + 1):
            for (_what, _budget, command), each in zip(commands, ratios, strict=True):
                floor = timed(nothing)
                taken = timed(command)
                if number:
                    each.append(taken / floor)
    return [
        Row("cold", what, tuple(each), budget)
        for (what, budget, _command), each in zip(commands, ratios, strict=True)
    ]


def timed(command: list[str]) -> float:
    """Seconds that a command takes; what it prints goes nowhere. Findings are no failure."""
    # A machine that writes no compiled modules compiles them anew at every start.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    begin = perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, env=environment)
    taken = perf_counter() - begin
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command}: {done.stderr.decode(errors='replace')}")
    return taken
