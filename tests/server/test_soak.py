"""Typing for hours: the server's memory stays what it was.

`MIRAGEPORT_SOAK=N` makes N edits instead of CI's or the night's number.
"""

from __future__ import annotations

import os
import random
import re
import sys
from pathlib import Path

import pytest

from benchmarks.client import Client

from ..sizes import NIGHTLY

EDITS = int(os.environ.get("MIRAGEPORT_SOAK", "100000" if NIGHTLY else "1000"))
EXAMPLE = Path(__file__).parents[2] / "examples" / "beacon" / "unikernel.ml"

# What a garbage collector and an allocator may still be settling after the warm-up.
SLACK = 1.25
PIECES = ["(", ")", "(* x *)", "C.log_s c", "`Ok ", "let y = 1 in ", "é", '"', "\\n", " "]


def _words(lines: list[str]) -> list[tuple[int, int]]:
    """Where words end: (line, UTF-16 column)."""
    return [
        (number, len(line[: match.end()].encode("utf-16-le")) // 2)
        for number, line in enumerate(lines)
        for match in re.finditer(r"\b[a-z_]{2,}", line)
    ]


def _resident(pid: int) -> int:
    """The memory of a process, in KiB."""
    with open(f"/proc/{pid}/status") as file:
        for line in file:
            if line.startswith("VmRSS:"):
                return int(line.split()[1])
    raise AssertionError("no VmRSS")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")
def test_memory_stays_flat_over_many_edits(tmp_path: Path) -> None:
    text = EXAMPLE.read_text()
    path = tmp_path / "unikernel.ml"
    path.write_text(text)
    (tmp_path / "config.ml").write_bytes(EXAMPLE.with_name("config.ml").read_bytes())
    command = [sys.executable, "-m", "mirageport.server.main", "lsp"]
    client = Client(command)
    client.open(path.as_uri(), text)
    chance = random.Random(7)
    lines = text.split("\n")
    words = _words(lines)
    seen = []
    try:
        for number in range(EDITS // 2):
            # Now what may tear the syntax, now a letter of a word, after which most is kept.
            line, column, piece = chance.randrange(len(lines)), 0, chance.choice(PIECES)
            if number % 2:
                line, column, piece = *chance.choice(words), "x"
            client.change(line, column, column, piece)
            client.change(line, column, column + len(piece.encode("utf-16-le")) // 2, "")
            if number % 50 == 0:
                client.actions(line)
            if number % (EDITS // 20) == 0:
                seen.append(_resident(client.pid))
    finally:
        client.stop()
    print("KiB at each twentieth:", *seen)
    half = len(seen) // 2
    assert max(seen[half:]) < SLACK * max(seen[1:half]), seen
