"""Rows of the budget table, as text, as JSON, and as a plot."""

from __future__ import annotations

import json
from statistics import median, quantiles
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

MET, MISSED, NOT_MEASURED = "met", "MISSED", "not measured"


class Row(NamedTuple):
    """One line of the table.

    ratios: one for each round, ours against the other's of the same round. budget: at most this
    (None: a figure without a budget). why: why it was not measured. note: the figures behind it.
    """

    id: str
    what: str
    ratios: tuple[float, ...] = ()
    budget: float | None = None
    why: str = ""
    note: str = ""

    @property
    def ratio(self) -> float:
        """The median of the rounds."""
        return median(self.ratios)

    @property
    def spread(self) -> tuple[float, float]:
        """The middle half of the rounds."""
        if len(self.ratios) < 2:
            return self.ratios[0], self.ratios[0]
        low, _middle, high = quantiles(self.ratios, n=4)
        return low, high

    @property
    def verdict(self) -> str:
        """Whether the budget is met."""
        if not self.ratios:
            return f"{NOT_MEASURED}: {self.why}"
        if self.budget is None:
            return ""
        return MET if self.ratio <= self.budget else MISSED


def text(rows: list[Row]) -> str:
    """The table for people."""
    lines = [f"{'row':<14} {'what':<52} {'ratio':>7} {'middle half':>14} {'budget':>7}  verdict"]
    for row in rows:
        if not row.ratios:
            lines.append(f"{row.id:<14} {row.what:<52} {'-':>7} {'-':>14} {'':>7}  {row.verdict}")
            continue
        low, high = row.spread
        budget = "" if row.budget is None else f"{row.budget:.3g}"
        spread = f"{low:.2f} - {high:.2f}"
        lines.append(
            f"{row.id:<14} {row.what:<52} {row.ratio:7.2f} {spread:>14} {budget:>7}  {row.verdict}"
        )
        if row.note:
            lines.append(f"{'':<14} {row.note}")
    return "\n".join(lines) + "\n"


def as_json(rows: list[Row]) -> str:
    """The table for programs."""
    return json.dumps(
        [
            {
                "id": row.id,
                "what": row.what,
                "ratio": row.ratio if row.ratios else None,
                "rounds": row.ratios,
                "budget": row.budget,
                "verdict": row.verdict,
                "note": row.note,
            }
            for row in rows
        ],
        indent=1,
    )


def plot(
    curves: dict[str, list[tuple[int, float]]],
    path: Path,
    size: str = "lines of the file",
    cost: str = "ms from a keystroke to its diagnostics",
) -> str:
    """Curves of a cost over a size, both logarithmic; says what is missing to draw them."""
    try:
        from matplotlib import use
        from matplotlib.figure import Figure
    except ImportError:
        return "no plot: matplotlib is missing (pip install -e '.[bench]')"
    use("svg")
    figure = Figure(figsize=(8, 4), layout="constrained")
    axes = figure.subplots()
    # Beside the plot, in the order in which the curves end: a legend inside hides some of them.
    for name, points in sorted(curves.items(), key=lambda curve: -curve[1][-1][1]):
        style = {"linewidth": 2.5} if name.startswith("mirageport") else {"linestyle": "--"}
        sizes, costs = zip(*points, strict=True)
        axes.loglog(sizes, costs, marker="o", label=name, **style)
    for axis in (axes.xaxis, axes.yaxis):
        axis.set_major_formatter("{x:,g}")
    axes.set_xlabel(size)
    axes.set_ylabel(cost)
    axes.grid(True, which="both", alpha=0.3)
    axes.legend(loc="upper left", bbox_to_anchor=(1.01, 1), frameon=False)
    figure.savefig(path, format="svg", metadata={"Date": None})
    return f"plot: {path}"
