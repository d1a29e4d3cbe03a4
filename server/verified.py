"""`fix --verify`: whether the compiler refuses what a port has made.

An error of a ported file counts against the port when the port wrote the very place, or when
nothing is left to do in the unikernel and the file was accepted before, with the interfaces of an
earlier release or with the target's. An error that a finding announces does not, nor one that was
there before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import SUGGESTION
from mirageport.mirage.releases import until
from mirageport.server.differences import differences
from mirageport.server.verify import ACCEPTED, FITS, REFUSED, verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.server.compiler import Compiler
    from mirageport.server.verify import Verdict


def against(
    compiler: Compiler, before: Project, after: Project, left: Sequence[Finding]
) -> list[Verdict]:
    """The verdicts that count against a port. left: the findings in what was ported. Raises
    `Failure` when the compiler cannot be used."""
    left = [finding for finding in left if finding.applicability != SUGGESTION]
    refused = [
        each
        for each in verdicts(after, compiler)
        if each.word == REFUSED and not _announced(after, each, left)
    ]
    if not refused:
        return []
    stations = until(before.pack.release)
    earlier = [each for station in stations for each in verdicts(before, compiler, station)]
    found = []
    for verdict in refused:
        same = [each for each in earlier if each.file == verdict.file]
        if any(each.message == verdict.message for each in same):
            continue
        accepted = any(each.word == ACCEPTED for each in same)
        if _wrote(before, after, verdict) or (not left and (accepted or FITS in verdict.message)):
            found.append(verdict)
    return found


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
    moved = 0
    for edit in differences(before.source, {verdict.file: after.source(verdict.file).data}):
        start, size = edit.start + moved, len(edit.text.encode("utf-8", "surrogateescape"))
        if start <= verdict.end and verdict.start <= start + size:
            return True
        moved += size - (edit.end - edit.start)
    return False
