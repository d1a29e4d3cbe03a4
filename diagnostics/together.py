"""Findings that have to be fixed together, because the fix of one would hide the other.

The result must not depend on the order in which a person applies fixes. Some findings are known
only by what another fix changes: a call of `log` is Mirage 2's because its console is still typed
by its old name. A fix of that name is joined with the fixes of such calls, and is only as
applicable as they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE, Finding

if TYPE_CHECKING:
    from mirageport.ocaml.source import Source

_NEEDED = (SAFE, REVIEW)


def joined(source: Source, findings: list[Finding]) -> list[Finding]:
    """The findings of one file, each that would hide others joined with them.

    source: the text of the file. A joined finding is `review` where one that it would hide is, and
    its message says what waits for it.
    """
    pending = [each for each in findings if each.fixable and each.applicability in _NEEDED]
    tied = _Tied(pending)
    if not tied.any:
        return findings
    return [_joined(source, each, tied.to(each)) for each in findings]


class _Tied:
    """Which findings hide which. any: whether one does."""

    def __init__(self, pending: list[Finding]) -> None:
        self._whole = [each for each in pending if each.whole]
        self._known: dict[str, list[Finding]] = {}
        self._shown: dict[str, list[Finding]] = {}
        self._groups: dict[tuple[str, ...], list[Finding]] = {}
        for each in pending:
            for name in each.known_by:
                self._known.setdefault(name, []).append(each)
            for name in each.shows:
                self._shown.setdefault(name, []).append(each)
        self.any = bool(self._whole or self._known)

    def to(self, finding: Finding) -> list[Finding]:
        """The others that the fix of a finding would hide, and those that these would hide."""
        if not finding.fixable or finding.applicability not in _NEEDED:
            return []
        hidden = [each for each in self._whole if _is_inside(finding, each)]
        hidden += self._group(finding.shows)
        if finding.shows:
            for name in finding.known_by:
                hidden += self._shown.get(name, [])
                hidden += [e for each in self._shown.get(name, []) for e in self._group(each.shows)]
        return [each for each in dict.fromkeys(hidden) if each is not finding]

    def _group(self, shows: tuple[str, ...]) -> list[Finding]:
        if shows not in self._groups:
            known = [each for name in shows for each in self._known.get(name, [])]
            self._groups[shows] = list(dict.fromkeys(known))
        return self._groups[shows]


def _joined(source: Source, finding: Finding, hidden: list[Finding]) -> Finding:
    if not hidden:
        return finding
    review = REVIEW in {finding.applicability, *(each.applicability for each in hidden)}
    lines = sorted({source.line_of(each.start) + 1 for each in hidden})
    places = f"line {lines[0]}" if len(lines) == 1 else f"lines {lines[0]} to {lines[-1]}"
    message = f"{finding.message} Its fix changes {places} too: old code is known there by this."
    return finding._replace(
        applicability=REVIEW if review else SAFE, joined=tuple(hidden), message=message
    )


def _is_inside(finding: Finding, other: Finding) -> bool:
    return any(start <= finding.start and finding.end <= end for start, end in other.whole)
