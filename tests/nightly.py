"""The tests of the guarantees at their nightly size, for a quarter of an hour:
`python tests/nightly.py [--corpus FOLDER] [ARGUMENT OF PYTEST ...]`.

Run it with the virtual environment's Python. FOLDER holds OCaml projects, over which all that
`tests/properties` promises of every text is tried too.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def files() -> list[str]:
    """The test files that `docs/guarantees.md` names."""
    import re

    text = (ROOT / "docs" / "guarantees.md").read_text()
    return sorted(set(re.findall(r"`(tests/[\w/]+\.py)::", text)))


def main(arguments: list[str]) -> int:
    """Run them; gives pytest's exit status."""
    environment = {**os.environ, "MIRAGEPORT_NIGHTLY": "1"}
    if arguments[:1] == ["--corpus"]:
        _, environment["MIRAGEPORT_CORPUS"], *arguments = arguments
    command = [sys.executable, "-m", "pytest", "-n", "2", *files(), *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
