"""`(* mirageport: ignore RULE *)`: silences a rule on its line and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import HINT, MANUAL, Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.diagnostics.context import Context

_MARKER = b"mirageport:"

SELF_CHECK = "conflict"
"""The rule and the category of what the self-check finds. It does not run with every check, so
that a comment about it may be needed although there is nothing to silence just now."""


def suppress(context: Context, findings: list[Finding]) -> list[Finding]:
    """The findings that no comment silences, and one more for every comment that silences none."""
    if _MARKER not in context.source.data:
        return findings
    kept = list(findings)
    told = _Told(context, kept)
    for start, end in context.tree.comments:
        name = _ignored(context.source.text(start, end))
        line = context.source.line_of(end)
        # A name of today is looked for first: former names are known only once all pages are read.
        if name is None or told.silence(line, [name]):
            continue
        if told.silence(line, context.rules.current([name])):
            continue
        if name != SELF_CHECK:
            kept.append(_unused(context, start, end, name))
            told.add(kept[-1])
    return [finding for finding in kept if id(finding) not in told.silenced]


class _Told:
    """Findings by line, and by what a comment may call them: there may be as many comments as
    findings, on one line too. silenced: the identities of those that need not be told."""

    def __init__(self, context: Context, findings: list[Finding]) -> None:
        self._context = context
        self._called: dict[tuple[int, str], list[Finding]] = {}
        self.silenced: set[int] = set()
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        """One more finding that may be silenced."""
        line = self._context.source.line_of(finding.start)
        for name in {finding.rule, finding.category}:
            self._called.setdefault((line, name), []).append(finding)

    def silence(self, line: int, names: Sequence[str]) -> bool:
        """Silence what is called so on a line and the next; gives whether there was any."""
        found = [
            id(finding)
            for name in names
            for where in (line, line + 1)
            for finding in self._called.pop((where, name), ())
            if id(finding) not in self.silenced
        ]
        self.silenced.update(found)
        return bool(found)


def _ignored(comment: str) -> str | None:
    words = comment[2:-2].split()
    if words[:2] == ["mirageport:", "ignore"] and len(words) == 3:
        return words[2]
    return None


def _unused(context: Context, start: int, end: int, name: str) -> Finding:
    message = f"Nothing is left for this comment to ignore: no `{name}` on this line or the next."
    return Finding(
        context.name,
        "unused-ignore",
        start,
        end,
        message,
        MANUAL,
        HINT,
        "comments",
        tags=("unnecessary",),
    )
