"""Quick fixes: every way to mend the findings at the cursor, and all of one rule in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.edits import workspace_edit
from mirageport.server.lsp.work import paced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.edit import Fix
    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.convert import Json

KIND = "quickfix"

# Who asks for all of one rule has read what it does; suggestions are taken one by one all the same.
_LEVELS = frozenset([SAFE, REVIEW])


def actions(server: Server, name: str, start: int, end: int) -> Iterator[Json]:
    """The quick fixes of the findings that touch the bytes from `start` to `end`."""
    findings = server.files.report(name).findings
    here = [f for f in findings if f.fixable and f.start <= end and start <= f.end]
    project = server.files.home(name).project

    def failed(rule: str, error: BaseException) -> None:
        """A rewriter that fails costs its own findings' fixes, not the whole menu."""
        server.log(f"{name}: no fix for {rule}: {error!r}")

    for finding, fixes in zip(here, server.engine.menu(project, here, failed), strict=True):
        yield from _offered(server, project, finding, fixes)
    for rule in dict.fromkeys(finding.rule for finding in here):
        if len(_of_rule(findings, rule)) > 1:
            yield from of_rule(server, name, rule, KIND)


def _offered(
    server: Server, project: Project, finding: Finding, fixes: tuple[Fix, ...]
) -> Iterator[Json]:
    diagnostic = server.diagnostics.item(project, finding) if fixes else None
    for fix in fixes:
        yield {
            "title": fix.title,
            "kind": KIND,
            "diagnostics": [diagnostic],
            "edit": workspace_edit(server, project, fix.edits),
            **({"isPreferred": True} if fix.preferred and fix.applicability == SAFE else {}),
        }


def _of_rule(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [f for f in findings if f.rule == rule and f.fixable and f.applicability in _LEVELS]


def of_rule(server: Server, name: str, rule: str, kind: str) -> list[Json]:
    """The action that mends all findings of one rule in a file; none where there is none."""
    count = len(_of_rule(server.files.report(name).findings, rule))
    if not count:
        return []
    title = f"Fix all: {rule} in this file ({count})"
    return [costly(server, name, title, kind, "rule", rule_edit, rule)]


def rule_edit(server: Server, name: str, rule: str) -> Json:
    """The edit that mends all findings of one rule in a file."""
    project = server.files.home(name).project
    findings = _of_rule(server.files.report(name).findings, rule)
    edits = server.engine.combine(project, paced(findings), _LEVELS)
    return workspace_edit(server, project, edits)
