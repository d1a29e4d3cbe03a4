"""Findings that follow from one item alone: found once, and moved with their item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import known_of
from mirageport.diagnostics.finding import Finding
from mirageport.diagnostics.matching import IN_ITEMS

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.context import Context
    from mirageport.ocaml.record import Record

    OnCrash = Callable[[str, BaseException], None]


def in_items(context: Context, on_crash: OnCrash | None) -> list[Finding]:
    """What is found in the items of a file. on_crash: as `engine.check` has it."""
    findings: list[Finding] = []
    failed: set[str] = set()
    old = context.old
    for record in context.analysis.having("uses"):
        known = known_of(record)
        if known.found is None or known.linked != record.linked or known.old != old:
            known.found = _found(context, record, on_crash, failed)
            known.start, known.linked, known.old = record.start, record.linked, old
        elif known.start != record.start:
            distance = record.start - known.start
            known.found = [_moved(finding, distance) for finding in known.found]
            known.start = record.start
        findings += known.found
        if failed:
            record.memo = None  # what fails is tried again
    return findings


def _found(
    context: Context, record: Record, on_crash: OnCrash | None, failed: set[str]
) -> list[Finding]:
    found: list[Finding] = []
    for title, matcher in IN_ITEMS:
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
    file, rule, start, end, text, level, severity, kind, related, tags, facts, item, moved = finding
    start, end, moved = start + distance, end + distance, moved + distance
    return Finding(
        file, rule, start, end, text, level, severity, kind, related, tags, facts, item, moved
    )
