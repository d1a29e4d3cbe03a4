"""`fix --verify`: whether the compiler speaks against what a port has made.

An error of a ported file speaks against the port when the port wrote the very place, or when
nothing is left to do in the unikernel and the file was accepted before, with Mirage 2's interfaces
or with Mirage 3's. An error that a finding announces does not, nor one that was there before.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import SUGGESTION
from mirageport.ocaml.named import NamedTuple
from mirageport.server.verify import ACCEPTED, BEFORE, FITS, REFUSED, TARGET, verdicts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.project import Project
    from mirageport.server.compiler import Compiler
    from mirageport.server.verify import Verdict

_TOKEN = re.compile(rb"\w+|\s+|.", re.DOTALL)
# Tokens of a stretch of changed lines beyond which all of it counts as written.
_MOST = 4000


class Verified(NamedTuple):
    """What the compiler said of a port. verdicts: of each file as it was ported. against: those of
    them that speak against the port."""

    verdicts: list[Verdict]
    against: list[Verdict]


def verified(
    compiler: Compiler, before: Project, after: Project, left: Sequence[Finding]
) -> Verified:
    """Ask about a port. left: the findings in what was ported. Raises `Failure` when the compiler
    cannot be used."""
    left = [finding for finding in left if finding.applicability != SUGGESTION]
    found = verdicts(after, compiler)
    refused = [each for each in found if each.word == REFUSED and not _announced(after, each, left)]
    if not refused:
        return Verified(found, [])
    earlier = [verdicts(before, compiler, station) for station in (BEFORE, TARGET)]
    against = []
    for verdict in refused:
        same = [each for verdicts_ in earlier for each in verdicts_ if each.file == verdict.file]
        if any(each.message == verdict.message for each in same):
            continue
        accepted = any(each.word == ACCEPTED for each in same)
        if _wrote(before, after, verdict) or (not left and (accepted or FITS in verdict.message)):
            against.append(verdict)
    return Verified(found, against)


def _announced(project: Project, verdict: Verdict, left: Sequence[Finding]) -> bool:
    """Whether a finding that is left stands where the compiler refuses, or, where functors do not
    fit their devices, says so."""
    source = project.source(verdict.file)
    first, last = source.line_of(verdict.start), source.line_of(verdict.end)
    for finding in left:
        if FITS in verdict.message and finding.rule.startswith("seam-"):
            return True
        if finding.file == verdict.file:
            start, end = source.line_of(finding.start), source.line_of(finding.end)
            if start <= last and first <= end:
                return True
    return False


def _wrote(before: Project, after: Project, verdict: Verdict) -> bool:
    """Whether the place of an error holds text that the port wrote or took something out of."""
    if FITS in verdict.message:
        return False  # its place is the whole job
    old, new = (project.source(verdict.file).data for project in (before, after))
    return any(start <= verdict.end and verdict.start <= end for start, end in _written(old, new))


def _written(old: bytes, new: bytes) -> Iterator[tuple[int, int]]:
    """The stretches of a new text that are not in the old one; empty ones where only something
    was taken out."""
    lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    at, done = 0, 0
    for tag, first, last, start, end in SequenceMatcher(None, *lines, False).get_opcodes():
        at += sum(map(len, lines[1][done:start]))
        done = start
        if tag == "equal":
            continue
        was, now = (
            _TOKEN.findall(b"".join(part)) for part in (lines[0][first:last], lines[1][start:end])
        )
        if len(was) + len(now) > _MOST:
            yield at, at + sum(map(len, now))
            continue
        for inner, _first, _last, begin, stop in SequenceMatcher(
            None, was, now, False
        ).get_opcodes():
            if inner != "equal":
                offset = at + sum(map(len, now[:begin]))
                yield offset, offset + sum(map(len, now[begin:stop]))
