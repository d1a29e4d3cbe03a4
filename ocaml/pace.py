"""Long loops that let others have a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")


def paced(items: Iterable[T], pause: Callable[[], None] | None) -> Iterator[T]:
    """The same items. pause: called before each is made, and once at the end; may be None."""
    if pause is None:
        yield from items
        return
    pause()
    for item in items:
        yield item
        pause()
