"""Many pieces of work, by one process or by several: the results and their order are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

W = TypeVar("W")


class Weighed(Protocol):
    """A result that says how many bytes had to be looked at for it."""

    @property
    def weight(self) -> int: ...


R = TypeVar("R", bound=Weighed)

# Several processes pay off when so many bytes are left to look at; see docs/performance.md.
ENOUGH = 60_000


def each(function: Callable[[W], R], work: list[W], jobs: int | None) -> Iterator[R]:
    """The function's results for each piece of work, in its order.

    jobs: how many processes; None: this one until what it has looked at says that `ENOUGH` bytes
    are left, and from then on as many as there are processors. Raises `Failure` when a process
    dies.
    """
    if jobs is not None:
        yield from _shared(function, work, jobs)
        return
    done = looked = 0
    while done < len(work) and (not done or looked / done * (len(work) - done) < ENOUGH):
        result = function(work[done])
        done += 1
        looked += result.weight
        yield result
    if done < len(work):
        yield from _shared(function, work[done:], _processors())


def _shared(function: Callable[[W], R], work: list[W], jobs: int) -> Iterator[R]:
    if jobs == 1 or len(work) < 2:
        yield from map(function, work)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Small enough that all are busy to the end, large enough that asking costs nothing.
    chunk = max(1, min(16, len(work) // (jobs * 4)))
    try:
        with ProcessPoolExecutor(jobs) as pool:
            yield from pool.map(function, work, chunksize=chunk)
    except BrokenProcessPool:
        raise Failure("a worker process died, so nothing was done; try --jobs 1") from None


def _processors() -> int:
    """How many processors this process may use."""
    import os

    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
