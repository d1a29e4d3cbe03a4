"""A report as plain data, for json and for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mirageport.server.report.model import WHO, Entry, Standing, Tally, steps

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.server.report.plot import Point


def data(found: Standing, paths: Sequence[str], history: Sequence[Point] = ()) -> dict[str, Any]:
    """Everything a report says. paths: what it is about, as it was asked for."""
    report: dict[str, Any] = {
        "summary": {
            "done": found.ported,
            "left": found.left,
            "share": round(found.share, 4),
            "suggestions": len(found.suggestions),
        },
        "by_who": dict(zip(WHO, found.who, strict=True)),
        "by_step": [{"step": tally.name, **_shares(tally)} for tally in found.steps],
        "by_file": [{"file": tally.name, **_tally(tally)} for tally in found.files],
        "by_rule": [
            {"rule": tally.name, "title": tally.title, **_shares(tally)} for tally in found.rules
        ],
        "findings": [record(entry) for entry in (*found.entries, *found.suggestions)],
        "unread": [{"file": file, "message": why} for file, why in found.unread],
        "next": steps(found, paths),
    }
    if history:
        report["history"] = [point.data for point in history]
    return report


def record(entry: Entry) -> dict[str, Any]:
    """One entry."""
    return entry._asdict()


def _tally(tally: Tally) -> dict[str, Any]:
    return {"done": tally.done, **_shares(tally)}


def _shares(tally: Tally) -> dict[str, Any]:
    return {"left": tally.left, "by_who": dict(zip(WHO, tally.who, strict=True))}
