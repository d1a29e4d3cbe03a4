"""Findings that follow from one item alone: found once, and moved with their item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Whole, known_of
from mirageport.diagnostics.finding import Finding, in_order
from mirageport.diagnostics.matching import GENERAL

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.context import Context
    from mirageport.ocaml.record import Record

    OnCrash = Callable[[str, BaseException], None]


def in_items(context: Context, on_crash: OnCrash | None) -> list[Finding]:
    """What is found in the items of a file. on_crash: as `engine.check` has it."""
    search = _Search(context, on_crash)
    around = context.analysis.record
    findings = list(search.found(around)) if around.telling else []
    pause = context.project.pause
    for part in around.parts:
        if pause is not None:
            pause()
        if part.told:
            findings += search.whole(part)
    return findings


class _Search:
    """One look at a file. failed: the matchers that did, and are not asked again."""

    def __init__(self, context: Context, on_crash: OnCrash | None) -> None:
        self._context = context
        self._on_crash = on_crash
        self._failed: set[str] = set()
        self._old = context.old

    def whole(self, part: Record) -> list[Finding]:
        """What is found in an item of the file and in those in it, the first in the text first."""
        known = known_of(part, self._context.rules)
        whole = known.whole
        if whole is None or not whole.holds(part, self._old):
            found = [finding for record in part.told for finding in self.found(record)]
            found.sort(key=in_order)
            if self._failed:
                return found  # what fails is tried again
            rests = [
                (inner, known_of(inner, self._context.rules))
                for inner in part.told
                if inner is not part
            ]
            whole = known.whole = Whole(part.start, rests, found)
        elif whole.start != part.start:
            distance = part.start - whole.start
            whole.found = [_moved(finding, distance) for finding in whole.found]
            whole.start = part.start
        return whole.found

    def found(self, record: Record) -> list[Finding]:
        """What is found in one item."""
        known = known_of(record, self._context.rules)
        found = known.found
        if found is None or not known.holds(record, self._old):
            found = known.found = _found(self._context, record, self._on_crash, self._failed)
            known.start, known.linked, known.old = record.start, record.linked, self._old
        elif known.start != record.start:
            distance = record.start - known.start
            found = known.found = [_moved(finding, distance) for finding in found]
            known.start = record.start
        if self._failed:
            record.memo = None
        return found


def _found(
    context: Context, record: Record, on_crash: OnCrash | None, failed: set[str]
) -> list[Finding]:
    found: list[Finding] = []
    for title, matcher in (*GENERAL.in_items, *context.pack.code.changes().in_items):
        if title in failed:
            continue
        try:
            found.extend(matcher(context, record))
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(title, error)
            failed.add(title)
    return found


def _moved(finding: Finding, distance: int) -> Finding:
    """A finding after its item has moved by so many bytes."""
    file, rule, start, end, text, level, severity, kind, related, tags, facts, item, moved = (
        finding[:13]
    )
    start, end, moved = start + distance, end + distance, moved + distance
    rest = (text, level, severity, kind, related, tags, facts, item, moved, *finding[13:])
    return Finding(file, rule, start, end, *rest)
