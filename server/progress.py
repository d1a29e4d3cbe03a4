"""A progress bar for long runs, where somebody is looking."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    T = TypeVar("T")

# Fewer unikernels than this are done before a bar could be read.
_MANY = 50


def shown(pieces: Iterable[T], count: int) -> Iterable[T]:
    """The pieces as they are, with a bar on the terminal that errors go to when there are many."""
    if count < _MANY or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return pieces
    from rich.console import Console
    from rich.progress import track

    return track(pieces, "Unikernels", count, console=Console(stderr=True), transient=True)
