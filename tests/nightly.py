"""The tests of the guarantees at their nightly size, for a quarter of an hour, and then whether
they fail when the product is broken (`tests/mutations.py`):
`python tests/nightly.py [--corpus FOLDER] [ARGUMENT OF PYTEST ...]`.

Run it with the virtual environment's Python. FOLDER holds OCaml projects, over which all that
`tests/properties` promises of every text is tried too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]

SITES = "40"
"""How many mutations by chance are tried."""


def files() -> list[str]:
    """The test files that `docs/guarantees.md` names."""
    import re

    text = (ROOT / "docs" / "guarantees.md").read_text()
    return sorted(set(re.findall(r"`(tests/[\w/]+\.py)::", text)))


def main(arguments: list[str]) -> int:
    """Run them; gives 0 when all passed and every listed mutation was noticed."""
    environment = {**os.environ, "MIRAGEPORT_NIGHTLY": "1"}
    if arguments[:1] == ["--corpus"]:
        _, environment["MIRAGEPORT_CORPUS"], *arguments = arguments
    command = [sys.executable, "-m", "pytest", "-n", "2", *files(), *arguments]
    # Other places every night, and the same ones again by the number that is printed.
    seed = str(date.today().toordinal())
    broken = [sys.executable, "-m", "tests.mutations", "--sites", SITES, "--seed", seed]
    status = 0
    for step in (command, broken):
        print("$", " ".join(step[2:]), flush=True)
        status |= subprocess.run(step, cwd=ROOT, env=environment, check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
