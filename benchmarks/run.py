"""Every measurement, one after the other: python -m benchmarks.run"""

from __future__ import annotations

from benchmarks import cold, latency


def main() -> None:
    """Print every table."""
    latency.main()
    print()
    cold.main()


if __name__ == "__main__":
    main()
