"""Long work in slices, so that every other request is answered meanwhile.

A piece of work runs in a thread of its own, but not beside the event loop: the loop lets it run
for a slice, and `pause`, called by the work between two of its steps, gives the turn back. So it
needs no locks, and may pause from any depth of calls. Only where a step lasts too long the loop
goes on, with what has nothing to do with any work.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from time import perf_counter
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")

# How long a piece of work may run before others get their turn; pieces that are under way share it.
SLICE = 0.02  # seconds

# When a step takes so much longer than its slice, the event loop goes on beside it.
_GRACE = 0.05  # seconds

# A message that arrives takes so many turns of the event loop until its request is answered.
_TURNS = 4

# What a walk over deeply nested code takes at most; only what is used of it takes memory.
_STACK = 1 << 26  # bytes


class Outdated(Exception):
    """What a piece of work was about has changed since it began."""


class _Stopped(BaseException):
    """Raised by `pause` in a piece of work that was ended. Not an `Exception`: what goes on after a
    failed rule must not go on after this."""


def pause() -> None:
    """Let others have a turn, if the work that calls this has used up its slice.

    Does nothing outside of `sliced`. To be called between two steps, when nothing is half done
    that other work could meet.
    """
    thread = threading.current_thread()
    if isinstance(thread, _Work):
        thread.give_way()


def paced(items: Iterable[T]) -> Iterator[T]:
    """The same items, with a pause before each."""
    for item in items:
        pause()
        yield item


class _Work(threading.Thread, Generic[T]):
    """A function that is called slice by slice. stopped: whether it has to end early."""

    def __init__(self, function: Callable[[], T]) -> None:
        super().__init__(daemon=True)
        self._function = function
        self._results: list[T] = []
        self._error: BaseException | None = None
        self._until = 0.0
        self._limit = 0
        self.stopped = False
        self._turn, self._back = threading.Lock(), threading.Lock()
        self._turn.acquire()
        self._back.acquire()
        before = threading.stack_size(_STACK)
        try:
            self.start()
        finally:
            threading.stack_size(before)

    @property
    def ended(self) -> bool:
        """Whether the function has come to its end. Asked only when the turn is back."""
        return bool(self._results) or self._error is not None

    def resume(self, seconds: float) -> bool:
        """Let it run for a slice. Returns whether the turn is back; it is not where a step takes
        long. Called by the event loop."""
        self._limit = sys.getrecursionlimit()
        self._until = perf_counter() + seconds
        self._turn.release()
        return self.is_back(seconds + _GRACE)

    def is_back(self, seconds: float) -> bool:
        """Whether it gives the turn back within so many seconds."""
        back = self._back.acquire(timeout=seconds) if seconds else self._back.acquire(False)
        if back:
            sys.setrecursionlimit(self._limit)
        return back

    def result(self) -> T:
        """What the function gave, once it has ended; raises what it raised."""
        if self._error is not None:
            raise self._error
        return self._results[0]

    def give_way(self) -> None:
        """Give the turn back when the slice is over. Called by the work."""
        if perf_counter() < self._until and not self.stopped:
            return
        # An analysis raises the limit as long as it lasts, which holds for all threads.
        limit = sys.getrecursionlimit()
        self._back.release()
        self._turn.acquire()
        sys.setrecursionlimit(limit)
        if self.stopped:
            raise _Stopped

    def run(self) -> None:
        """The thread."""
        self._turn.acquire()
        try:
            if not self.stopped:
                self._results.append(self._function())
        except BaseException as error:
            self._error = error
        self._back.release()


class Slices:
    """All pieces of work that are under way. The slices of all of them together are one slice
    long: a request waits no longer the more there are.

    When a step takes longer than a slice, the loop goes on beside it: see `free`. on_free: called
    when that is over.
    """

    def __init__(self, on_free: Callable[[], None]) -> None:
        self._on_free = on_free
        self._ending: list[_Work[Any]] = []
        self._under_way: list[tuple[_Work[Any], object]] = []
        self._overrun: asyncio.Future[None] | None = None

    @property
    def free(self) -> bool:
        """Whether no step is being made: else nothing may be touched that work is about."""
        return self._overrun is None

    async def freed(self) -> None:
        """Wait until it is so."""
        while self._overrun is not None:
            await asyncio.shield(self._overrun)

    async def run(self, function: Callable[[], T], about: object, first: float = SLICE) -> T:
        """What a function gives that calls `pause` between its steps; raises what it raises, and
        `Outdated` when `stop` was called for what it is about. A cancelled task ends it too.

        first: how long the first slice may last, in seconds.
        """
        work = _Work(function)
        entry = (work, about)
        self._under_way.append(entry)
        seconds = first
        try:
            while True:
                await self.freed()
                if work.stopped:
                    raise Outdated("the text has changed meanwhile")
                if work.ended:
                    return work.result()
                if not work.resume(seconds):
                    self._overrun = asyncio.ensure_future(self._wait_for(work))
                elif not work.ended:
                    for _ in range(_TURNS):
                        await asyncio.sleep(0)
                seconds = SLICE / len(self._under_way)
        finally:
            self._under_way.remove(entry)
            self._end(work)

    async def _wait_for(self, work: _Work[Any]) -> None:
        """Wait until a work gives the turn back, at which all others may go on."""
        while not work.is_back(0):
            await asyncio.sleep(_GRACE / 10)
        self._overrun = None
        ending, self._ending = self._ending, []
        for each in ending:
            self._end(each)
        self._on_free()

    def stop(self, about: object) -> None:
        """End all work that is about this, before it changes."""
        for work, other in self._under_way:
            if other is about:
                self._end(work)

    def _end(self, work: _Work[Any]) -> None:
        """Have a work end; it is in a pause, so that nothing is half done, or will be."""
        work.stopped = True
        while self.free and not work.ended:
            if not work.resume(0):
                self._overrun = asyncio.ensure_future(self._wait_for(work))
        if not self.free:
            self._ending.append(work)
