"""Growth: `fix --review` of one file, each time twice as long. Seconds of the processor count, as
the machine may have other work."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.corpora import real
from benchmarks.ours import run
from benchmarks.report import Row

SIZES = (17_000, 34_000, 68_000)
_MEASURED = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True, check=False)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
"""


def rows(rounds: int) -> list[Row]:
    """The larger of both doublings, of each round."""
    ratios, shown = [], ""
    for _ in range(rounds):
        seconds = [_seconds(size) for size in SIZES]
        ratios.append(max(seconds[1] / seconds[0], seconds[2] / seconds[1]))
        shown = ", ".join(f"{each:.2f}" for each in seconds)
    what = "fix --review, the text doubled, 17 to 68 kB"
    return [Row("fix-linear", what, tuple(ratios), 2.2, note=f"{shown} s")]


def _seconds(size: int) -> float:
    """Seconds of the processor that a port of copies of one unikernel takes."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "unikernel.ml").write_text(copies(size), encoding="utf-8")
        command = [sys.executable, "-c", _MEASURED, *run("fix", "--review", folder)]
        done = subprocess.run(command, capture_output=True, check=True, text=True)
    return float(done.stdout)


def copies(size: int) -> str:
    """A file of so many bytes at least: one functor under many names."""
    head, functor, body = real().partition("module Main")
    count = -(-size // len(functor + body))
    return head + "".join(f"{functor}{number}{body}\n" for number in range(count))
