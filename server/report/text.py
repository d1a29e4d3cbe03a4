"""A report for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.output import plain
from mirageport.server.report.model import FIX, FIX_REVIEW, PERSON, WHO, Entry, Standing, steps
from mirageport.server.text import Line, Look, rendered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.server.report.plot import Point

_BY = {
    FIX: "fixed by `mirageport fix`",
    FIX_REVIEW: "fixed by `mirageport fix --review`; review the result",
    PERSON: "to do by hand",
}
_BAR = 30
_PLAIN = Look()


def text(
    found: Standing, paths: Sequence[str], history: Sequence[Point] = (), look: Look = _PLAIN
) -> str:
    """The whole report. paths: what it is about, as it was asked for. look: of the terminal."""
    tables = [*_steps(found), *_files(found), *_rules(found)]
    lines: list[str | Line] = [*_head(found), *tables, *_entries(found)]
    if found.unread:
        lines += ["", "Not checked:"]
        lines += [_sentence(f"  {plain(file)}: {plain(why)}") for file, why in found.unread]
    if history:
        lines += ["", "History:", *(_point(point, history) for point in history)]
    if found.left or found.configs:
        lines += ["", "Next:", *(f"  {plain(step)}" for step in steps(found, paths))]
    # Tables and commands are not wrapped: columns stay columns, and a command can be copied.
    whole = (line if isinstance(line, Line) else Line(((line, ""),)) for line in lines)
    return rendered(whole, look)


def _head(found: Standing) -> list[str]:
    filled = int(found.share * _BAR)
    bar = "#" * filled + "." * (_BAR - filled)
    lines = [f"[{bar}] {_percent(found.share)}: {found.ported} places ported, {found.left} left"]
    for who, count in zip(WHO, found.who, strict=True):
        if count:
            lines.append(f"  {count:4}  {_BY[who]}")
    if found.suggestions:
        lines.append(f"  {len(found.suggestions):4}  suggestions (optional)")
    return lines


def _percent(share: float) -> str:
    """Never 100 % while anything is left."""
    return f"{int(share * 100)} %"


def _steps(found: Standing) -> list[str]:
    if not found.steps:
        return []
    width = max(len("By step"), *(len(tally.name) for tally in found.steps))
    lines = ["", f"{'By step':{width}}    left  by hand"]
    by_hand = WHO.index(PERSON)
    return [*lines, *(f"{t.name:{width}}  {t.left:6}{t.who[by_hand]:9}" for t in found.steps)]


def _files(found: Standing) -> list[str]:
    tallies = [tally for tally in found.files if tally.left]
    if not tallies:
        return []
    width = max(len(plain(tally.name)) for tally in tallies)
    lines = ["", f"{'By file':{width}}    left  done"]
    lines += [f"{plain(t.name):{width}}  {t.left:6}{t.done:6}" for t in tallies]
    return lines


def _rules(found: Standing) -> list[str]:
    if not found.entries:
        return []
    width = max(len(tally.name) for tally in found.rules)
    lines = ["", f"{'By rule':{width}}    left"]
    lines += [f"{t.name:{width}}  {t.left:6}  {t.title}" for t in found.rules]
    return lines


def _entries(found: Standing) -> list[str | Line]:
    lines: list[str | Line] = []
    for who in WHO:
        own = [entry for entry in found.entries if entry.who == who]
        if own:
            lines += ["", f"{_BY[who][0].upper() + _BY[who][1:]}:"]
            lines += [line for entry in own for line in _entry(entry)]
    return lines


def _entry(entry: Entry) -> list[str | Line]:
    place = f"{plain(entry.file)}:{entry.line}:{entry.column}"
    head = f"  {place}: {plain(entry.message)} [{entry.rule}]"
    return [_sentence(head), f"      {plain(entry.code.strip())}"]


def _sentence(text: str) -> Line:
    return Line(((text, ""),), 4)


def _point(point: Point, history: Sequence[Point]) -> str:
    most = max(each.left for each in history) or 1
    bar = "#" * round(point.left / most * _BAR)
    return f"  {point.day}  {point.commit[:7] or 'now':7}  {point.left:5} left  {bar}".rstrip()
