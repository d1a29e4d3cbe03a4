"""Everything that has to be green: lint, format, types, tests, coverage. Run it with the virtual
environment's Python; extra arguments go to pytest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
ROOMS = ["ocaml", "api", "diagnostics", "code_actions", "mirage", "server"]


def link_rooms(root: Path = ROOT) -> None:
    """Make `.links/mirageport/<room>`, by which type checkers find the packages' real names."""
    folder = root / ".links" / "mirageport"
    folder.mkdir(parents=True, exist_ok=True)
    for room in ROOMS:
        link = folder / room
        if not link.is_symlink():
            link.symlink_to(root / room, target_is_directory=True)


def main(arguments: list[str]) -> int:
    """Run all checks; gives 0 when all of them passed."""
    link_rooms()
    python = [sys.executable, "-m"]
    steps = [
        [*python, "ruff", "check", "."],
        [*python, "ruff", "format", "--check", "."],
        [*python, "mypy", ".links/mirageport", "tests", "benchmarks", "docs"],
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
