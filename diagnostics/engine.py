"""The engine: a file of a project in, its findings out. Pure: no I/O, no global state."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.finding import Finding, Notice
from mirageport.diagnostics.matching import MATCHERS, triggered
from mirageport.diagnostics.suppression import suppress

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.mirage.project import Project


class Choice(NamedTuple):
    """Which rules count: names or categories. An empty `select` selects all."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def takes(self, finding: Finding) -> bool:
        """Whether a finding is wanted."""
        names = (finding.rule, finding.category)
        if any(name in self.ignore for name in names):
            return False
        return not self.select or any(name in self.select for name in names)


EVERYTHING = Choice()


class Report(NamedTuple):
    """What one file gave: findings in the order of the text, and what could not be read."""

    findings: tuple[Finding, ...]
    notices: tuple[Notice, ...]


NOTHING = Report((), ())


def check(
    project: Project,
    name: str,
    choice: Choice = EVERYTHING,
    on_crash: Callable[[str, BaseException], None] | None = None,
) -> Report:
    """The findings of one file in the light of its whole project.

    on_crash: told (matcher, exception) when a matcher fails; that matcher is then silent for this
    file and the others go on. Without it the exception is raised.
    """
    if not triggered(project.source(name).data, name):
        return NOTHING
    context = Context(project, name)
    findings: list[Finding] = []
    for title, matcher in MATCHERS:
        try:
            findings.extend(matcher(context))
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(title, error)
    readable = [finding for finding in findings if _readable(context, finding)]
    kept = [finding for finding in suppress(context, readable) if choice.takes(finding)]
    kept.sort(key=_order)
    return Report(tuple(kept), tuple(_notices(context)))


def _order(finding: Finding) -> tuple[int, int, str]:
    return finding.start, finding.end, finding.rule


def _readable(context: Context, finding: Finding) -> bool:
    """A finding inside text that could not be parsed is nothing to rely on."""
    return not context.tree.in_broken(finding.start, finding.end)


def _notices(context: Context) -> list[Notice]:
    notices = []
    broken = context.tree.broken
    if broken:
        start, end = broken[0]
        line = context.source.line_of(start) + 1
        more = f" and {len(broken) - 1} more" if len(broken) > 1 else ""
        notices.append(
            Notice(context.name, start, end, f"cannot read the syntax at line {line}{more}")
        )
    if context.analysis.cut_short:
        notices.append(
            Notice(context.name, 0, 0, "too intricate to follow to its end; looked at in part")
        )
    return notices
