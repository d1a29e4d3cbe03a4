"""The diagnostics of a document as JSON, a piece for each finding.

After an edit most findings stand on the same lines as before, so that what was written of them
holds: to write thousands again would take longer than to find the few that are new.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.lsp.work import paced

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.source import Source

# What a finding says: its message, how far it may be trusted, how much it matters, its category,
# other places, tags. Places in other items and files move on their own.
_SAID = slice(4, 10)


class Pieces:
    """What was written of the findings of one version of a document.

    source, findings: of that version. written: the JSON of each finding, in the same order.
    """

    __slots__ = ("findings", "source", "written")

    def __init__(self, source: Source, findings: tuple[Finding, ...], written: list[str]) -> None:
        self.source = source
        self.findings = findings
        self.written = written

    def after(
        self, source: Source, findings: tuple[Finding, ...], write: Callable[[Finding], str]
    ) -> Pieces:
        """Those of another version, of which only what has changed is written."""
        first = self._before(source, findings)
        last = self._behind(source, findings, first)
        written = self.written[:first]
        new = findings[first : len(findings) - last]
        written += [write(finding) for finding in paced(new)]
        written += self.written[len(self.written) - last :]
        return Pieces(source, findings, written)

    def _before(self, source: Source, findings: tuple[Finding, ...]) -> int:
        """How many findings from the first on are the same, and stand before the edit."""
        pairs = zip(findings, self.findings, strict=False)
        differs = (
            at
            for at, (new, old) in enumerate(pairs)
            if (new is not old or new.related) and not _alike(new, old, 0)
        )
        count = next(differs, min(len(findings), len(self.findings)))
        end = max([finding.end for finding in findings[:count]], default=0)
        return count if source.data.startswith(self.source.data[:end]) else 0

    def _behind(self, source: Source, findings: tuple[Finding, ...], first: int) -> int:
        """How many findings up to the last one say the same on the same lines, behind the edit."""
        old = self.source
        if len(old.line_starts) != len(source.line_starts):
            return 0
        moved = len(source.data) - len(old.data)
        most = min(len(findings), len(self.findings)) - first
        pairs = zip(reversed(findings), reversed(self.findings), strict=False)
        differs = (at for at, pair in enumerate(pairs) if at == most or not _alike(*pair, moved))
        count = next(differs, most)
        # The first of them may stand on the line of the edit.
        line = old.line_of(self.findings[-count].start) + 1 if count else 0
        while count and old.line_of(self.findings[-count].start) < line:
            count -= 1
        if not count:
            return 0
        start = old.line_starts[old.line_of(self.findings[-count].start)]
        return count if source.data.endswith(old.data[start:]) else 0


def _alike(new: Finding, old: Finding, moved: int) -> bool:
    """Whether a client is told the same of two findings, but for the place."""
    if new.related or new is old:
        return not new.related and not moved
    return (
        new.start - old.start == moved
        and new.end - old.end == moved
        and new.rule == old.rule
        and new[_SAID] == old[_SAID]
    )
