"""Quick fixes: every way to mend the findings at the cursor, and all of one rule in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.ocaml.file_names import basename
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.convert import uri_of
from mirageport.server.lsp.edits import workspace_edit
from mirageport.server.lsp.port import made
from mirageport.server.lsp.work import paced
from mirageport.server.settings import current_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.edit import Fix
    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel

KIND = "quickfix"

# Who asks for all of one rule has read what it does; suggestions are taken one by one all the same.
_LEVELS = frozenset([SAFE, REVIEW])


def actions(session: Session, name: str, found: Iterable[Finding]) -> Iterator[Json]:
    """The quick fixes of some findings of a document, in their order."""
    findings = session.workspace.report(name).findings
    here = [finding for finding in found if finding.fixable]
    unikernel = session.workspace.unikernel(name)

    def failed(rule: str, error: BaseException) -> None:
        """A rewriter that fails costs its own findings' fixes, not the whole menu."""
        session.log(f"{name}: no fix for {rule}: {error!r}")

    fixes = {
        id(finding): own
        for pack, some in unikernel.by_pack(here)
        for finding, own in zip(
            some, session.engine.menu(unikernel.projects[pack], some, failed), strict=True
        )
    }
    for finding in here:
        yield from _offered(session, unikernel, finding, fixes[id(finding)])
    if session.client.deletes:
        yield from (_deletion(session, unikernel, each) for each in found if each.deletes)
    for rule in dict.fromkeys(finding.rule for finding in here):
        if len(_of_rule(findings, rule)) > 1:
            yield from of_rule(session, name, rule, KIND)


def _offered(
    session: Session, unikernel: Unikernel, finding: Finding, fixes: tuple[Fix, ...]
) -> Iterator[Json]:
    diagnostic = session.diagnostics.item(unikernel, finding) if fixes else None
    for fix in fixes:
        yield {
            "title": fix.title,
            "kind": KIND,
            "diagnostics": [diagnostic],
            "edit": workspace_edit(session, unikernel, fix.edits),
            **({"isPreferred": True} if fix.preferred and fix.applicability == SAFE else {}),
        }


def _deletion(session: Session, unikernel: Unikernel, finding: Finding) -> Json:
    names = ", ".join(map(basename, finding.deletes))
    changes = [{"kind": "delete", "uri": uri_of(name)} for name in finding.deletes]
    return {
        "title": f"Delete {names}",
        "kind": KIND,
        "diagnostics": [session.diagnostics.item(unikernel, finding)],
        "edit": {"documentChanges": changes},
    }


def _of_rule(findings: tuple[Finding, ...], rule: str) -> list[Finding]:
    return [f for f in findings if f.rule == rule and f.fixable and f.applicability in _LEVELS]


def of_rule(session: Session, name: str, rule: str, kind: str) -> list[Json]:
    """The action that mends all findings of one rule in a file; none where there is none."""
    count = len(_of_rule(session.workspace.report(name).findings, rule))
    if not count:
        return []
    title = f"Fix all: {rule} in this file ({count})"
    return [costly(session, name, title, kind, "rule", rule_edit, rule)]


def rule_edit(session: Session, name: str, rule: str) -> Json:
    """The edit that mends all findings of one rule in a file, until none is left: a fix may stand
    inside another, and then waits for it."""
    # Imported here: it is loaded when the first documents are shown.
    from mirageport.code_actions.plan import changed

    unikernel = session.workspace.unikernel(name)
    choice = session.workspace.settings(unikernel).choice([name])
    files: dict[str, bytes] = {}

    def its(report: Report) -> list[Finding]:
        return [f for each in current_names([rule]) for f in _of_rule(report.findings, each)]

    findings = its(session.workspace.report(name))
    for pack, some in unikernel.by_pack(findings):
        project = unikernel.projects[pack]
        for file in filter(project.every.__contains__, files):  # what another pack has changed
            project = project.with_file(file, files[file])
            some = its(session.engine.check(project, name, choice, _unsaid))
        for _ in findings:  # each pass makes a fix
            edits = session.engine.combine(project, paced(some), _LEVELS)
            if not edits:
                break
            project = changed(project, edits)
            files |= {file: project.source(file).data for file in edits.files}
            some = its(session.engine.check(project, name, choice, _unsaid))
    return made(session, name, files)


def _unsaid(_rule: str, _error: BaseException) -> None:
    """What fails was logged when the file was checked."""
