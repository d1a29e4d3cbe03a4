"""Cold start: a whole `mirageport check` of one small unikernel, against Python doing nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

HERE = Path(__file__).parent
MAIN = "import sys; from mirageport.server.main import main; sys.exit(main(sys.argv[1:]))"


def commands(folder: str) -> dict[str, list[str]]:
    """What is compared; `folder` holds one unikernel."""
    run = [sys.executable, "-c", MAIN]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "mirageport --version": [*run, "--version"],
        "mirageport check": [*run, "check", folder],
    }


def measure(rounds: int) -> dict[str, float]:
    """Milliseconds, medians, the commands taking turns."""
    with tempfile.TemporaryDirectory() as folder:
        text = (HERE / "unikernel.ml").read_bytes()
        Path(folder, "unikernel.ml").write_bytes(text)
        times: dict[str, list[float]] = {name: [] for name in commands(folder)}
        for _ in range(rounds + 1):
            for name, command in commands(folder).items():
                start = perf_counter()
                done = subprocess.run(command, capture_output=True, check=False)
                times[name].append(perf_counter() - start)
                if done.returncode not in (0, 1):
                    raise RuntimeError(f"{name}: {done.stderr.decode(errors='replace')}")
    return {name: 1000 * median(each[1:]) for name, each in times.items()}


def main(rounds: int = 30) -> None:
    """Print the table."""
    times = measure(rounds)
    floor = times["python -c pass"]
    print(f"Cold start, median of {rounds}")
    for name, each in times.items():
        print(f"  {name:<20} {each:7.1f} ms   {each / floor:5.2f}x")


if __name__ == "__main__":
    main()
