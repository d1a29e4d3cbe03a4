"""Findings that have to be fixed together, because the fix of one would hide the other.

The result must not depend on the order in which a person applies fixes. Some findings are known
only by what another fix changes: a call of `log` is a former one because its console is still typed
by its old name. A fix of that name is joined with the fixes of such calls, and is only as
applicable as they are.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import OLD_NAMES, REVIEW, SAFE, Finding, in_order
from mirageport.ocaml.pace import paced

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Pause
    from mirageport.ocaml.source import Source

_NEEDED = (SAFE, REVIEW)


def joined(source: Source, findings: list[Finding], pause: Pause | None = None) -> list[Finding]:
    """The findings of one file, each that would hide others joined with them.

    source: the text of the file. pause: called between two of them. A joined finding is `review`
    where one that it would hide is, and its message says what waits for it.
    """
    tied = _Tied(findings)
    if not tied.any:
        return findings
    return [_joined(source, each, tied.to(each)) for each in paced(findings, pause)]


class _Tied:
    """Which findings hide which. any: whether one does.

    As long as one old name is in a file, what is known by any of them is known. So only the first
    one is tied, whichever others are fixed before; it is the last one there is when all are.
    """

    def __init__(self, findings: list[Finding]) -> None:
        self._first = min((e for e in findings if OLD_NAMES in e.shows), key=in_order, default=None)
        tying = (each for each in findings if each.shows or each.known_by or each.whole)
        pending = [each for each in tying if _is_pending(each)]
        self._around = _around(findings, [each for each in pending if each.whole])
        self._known: dict[str, list[Finding]] = {}
        self._shown: dict[str, list[Finding]] = {}
        self._groups: dict[object, list[Finding]] = {}
        for each in pending:
            for name in each.known_by:
                self._known.setdefault(name, []).append(each)
            for name in self._shows(each):
                self._shown.setdefault(name, []).append(each)
        self.any = bool(self._around or self._known)

    def _shows(self, finding: Finding) -> tuple[str, ...]:
        if finding is self._first or OLD_NAMES not in finding.shows:
            return finding.shows
        return tuple(name for name in finding.shows if name != OLD_NAMES)

    def to(self, finding: Finding) -> list[Finding]:
        """The others that the fix of a finding would hide, with those that these would hide."""
        around = self._around.get(id(finding), [])
        if not (finding.shows or around) or not _is_pending(finding):
            return []
        found = around + self._group(finding)
        return [each for each in found if each is not finding]

    def _group(self, finding: Finding) -> list[Finding]:
        """Asked once for all findings that show the same and are known by the same."""
        shows = self._shows(finding)
        kind = shows, finding.known_by
        if not shows:
            return []
        if kind not in self._groups:
            seen: dict[int, Finding] = {}  # by id: a finding is long to compare
            todo = [finding]
            while todo:
                for each in self._beside(todo.pop()):
                    if id(each) not in seen:
                        seen[id(each)] = each
                        todo.append(each)
            self._groups[kind] = list(dict.fromkeys(seen.values()))
        return self._groups[kind]

    def _beside(self, finding: Finding) -> list[Finding]:
        """What a fix hides, and what has to change with it so that it is not mistaken itself."""
        shows = self._shows(finding)
        found = [each for name in shows for each in self._known.get(name, [])]
        if shows:
            found += [each for name in finding.known_by for each in self._shown.get(name, [])]
        return found


def _is_pending(finding: Finding) -> bool:
    return finding.fixable and finding.applicability in _NEEDED


def _joined(source: Source, finding: Finding, hidden: list[Finding]) -> Finding:
    if not hidden:
        return finding
    if finding.applicability == REVIEW or all(each.applicability == SAFE for each in hidden):
        return finding._replace(joined=tuple(hidden))
    lines = sorted({source.line_of(each.start) + 1 for each in hidden})
    places = f"line {lines[0]}" if len(lines) == 1 else f"lines {lines[0]} to {lines[-1]}"
    message = f"{finding.message} The fix also changes the old code in {places}."
    return finding._replace(applicability=REVIEW, joined=tuple(hidden), message=message)


def _around(findings: list[Finding], whole: list[Finding]) -> dict[int, list[Finding]]:
    """The findings that are about something as a whole, by the `id` of each that is inside."""
    found: dict[int, list[Finding]] = {}
    if not whole:
        return found
    ordered = sorted(findings, key=attrgetter("start"))
    starts = [each.start for each in ordered]
    for each in whole:
        for start, end in each.whole:
            for other in ordered[bisect_left(starts, start) : bisect_right(starts, end)]:
                if other.end <= end and other is not each:
                    found.setdefault(id(other), []).append(each)
    return found
