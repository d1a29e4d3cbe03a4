"""`(* mirageport: ignore RULE *)`: silences a rule on its line and the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import HINT, MANUAL, Finding

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context

_MARKER = b"mirageport:"


def suppress(context: Context, findings: list[Finding]) -> list[Finding]:
    """The findings that no comment silences, and one more for every comment that silences none."""
    if _MARKER not in context.source.data:
        return findings
    kept = list(findings)
    for start, end in context.tree.comments:
        name = _ignored(context.source.text(start, end))
        if name is None:
            continue
        line = context.source.line_of(end)
        silenced = [f for f in kept if _covers(context, f, name, line)]
        kept = [finding for finding in kept if finding not in silenced]
        if not silenced:
            kept.append(_unused(context, start, end, name))
    return kept


def _ignored(comment: str) -> str | None:
    words = comment[2:-2].split()
    if words[:2] == ["mirageport:", "ignore"] and len(words) == 3:
        return words[2]
    return None


def _covers(context: Context, finding: Finding, name: str, line: int) -> bool:
    where = context.source.line_of(finding.start)
    return where in (line, line + 1) and name in (finding.rule, finding.category)


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
