"""Everything that has to be green: lint, format, types, tests, coverage. Run it with the virtual
environment's Python; extra arguments go to pytest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main(arguments: list[str]) -> int:
    """Run all checks; gives 0 when all of them passed."""
    python = [sys.executable, "-m"]
    steps = [
        [*python, "ruff", "check", "."],
        [*python, "ruff", "format", "--check", "."],
        [*python, "mypy", "mirageport", "tests", "benchmarks", "docs"],
        [*python, "pytest", "--cov", "--cov-report=term", "-n", "2", *arguments],
    ]
    failed = []
    for step in steps:
        print("$", " ".join(step[2:]), flush=True)
        if subprocess.run(step, cwd=ROOT, check=False).returncode != 0:
            failed.append(step[2])
    if failed:
        print("failed:", ", ".join(failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
