"""How many cases the tests of the guarantees try: a minute in CI, a quarter of an hour at night.

`MIRAGEPORT_NIGHTLY=1` asks for the nightly size; `tests/nightly.py` runs it.
"""

from __future__ import annotations

import os

NIGHTLY = os.environ.get("MIRAGEPORT_NIGHTLY") == "1"
FACTOR = 40


def cases(count: int) -> int:
    """So many cases in CI, and `FACTOR` times as many at night."""
    return count * FACTOR if NIGHTLY else count
