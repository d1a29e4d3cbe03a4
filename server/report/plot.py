"""What was left at each commit, as a picture: SVG that stands inside a page."""

from __future__ import annotations

import time
from html import escape
from typing import TYPE_CHECKING, Any

from mirageport.ocaml.named import NamedTuple
from mirageport.server.report.model import WHO

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDTH, _HEIGHT = 720, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 12, 12, 28
_CLASSES = ("fix", "review", "person")


class Point(NamedTuple):
    """One commit. when: seconds since 1970. who: how many each of `WHO` had to do. done: how many
    places needed nothing more. commit: "" for the files as they are now."""

    commit: str
    when: int
    who: tuple[int, int, int]
    done: int

    @property
    def left(self) -> int:
        """How many findings were left."""
        return sum(self.who)

    @property
    def day(self) -> str:
        """The date, in UTC."""
        return time.strftime("%Y-%m-%d", time.gmtime(self.when))

    @property
    def data(self) -> dict[str, Any]:
        """As plain data."""
        who = dict(zip(WHO, self.who, strict=True))
        return {
            "commit": self.commit,
            "date": self.day,
            "left": self.left,
            "done": self.done,
            "by_who": who,
        }


def svg(points: Sequence[Point]) -> str:
    """The commits from left to right, what was left of each kind on top of the others."""
    most = max((point.left for point in points), default=0) or 1
    top = _round_up(most)
    xs = _columns(len(points))
    layers = []
    below = [0] * len(points)
    for index, name in enumerate(_CLASSES):
        above = [base + point.who[index] for base, point in zip(below, points, strict=True)]
        upper = [f"{x:.1f},{_y(value, top):.1f}" for x, value in zip(xs, above, strict=True)]
        lower = [f"{x:.1f},{_y(value, top):.1f}" for x, value in zip(xs, below, strict=True)]
        layers.append(f'<polygon class="{name}" points="{" ".join(upper + lower[::-1])}"/>')
        below = above
    label = f"What was left at {len(points)} commits, from {points[0].left} to {points[-1].left}"
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{escape(label)}">'
        f"{_grid(top)}{''.join(layers)}{_dots(points, xs, top)}{_dates(points)}</svg>"
    )


def _columns(count: int) -> list[float]:
    """Where each commit stands: evenly, since work comes in bursts."""
    room = _WIDTH - _LEFT - _RIGHT
    if count == 1:
        return [float(_LEFT)]
    return [_LEFT + room * index / (count - 1) for index in range(count)]


def _y(value: float, top: int) -> float:
    return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * value / top


def _round_up(most: int) -> int:
    """The next number that reads well on an axis."""
    step = 1
    while True:
        for factor in (1, 2, 4, 5, 10):
            if most <= factor * step:
                return max(factor * step, 4)
        step *= 10


def _grid(top: int) -> str:
    parts = []
    for quarter in range(5):
        value = top * quarter / 4
        y = _y(value, top)
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>'
        )
    return "".join(parts)


def _dots(points: Sequence[Point], xs: Sequence[float], top: int) -> str:
    """An area that shows what it stands for while the pointer is on it."""
    return "".join(
        f'<circle cx="{x:.1f}" cy="{_y(point.left, top):.1f}" r="3">'
        f"<title>{escape(_said(point))}</title></circle>"
        for x, point in zip(xs, points, strict=True)
    )


def _said(point: Point) -> str:
    return f"{point.day} {point.commit[:7] or 'now'}: {point.left} left, {point.done} done"


def _dates(points: Sequence[Point]) -> str:
    y = _HEIGHT - 8
    last = points[-1].day if points[-1].commit else "now"
    return (
        f'<text x="{_LEFT}" y="{y}">{points[0].day}</text>'
        f'<text x="{_WIDTH - _RIGHT}" y="{y}" text-anchor="end">{last}</text>'
    )
