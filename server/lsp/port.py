"""The whole unikernel at once: every safe and review fix, in all its files, until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.diagnostics.releases import evidence
from mirageport.mirage.releases import TARGET, onward, release_name
from mirageport.server.differences import differences
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.edits import workspace_edit
from mirageport.server.lsp.work import pause
from mirageport.server.packs import MIRAGE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirageport.code_actions.plan import Joint, Ported
    from mirageport.diagnostics.project import Project
    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session

KIND = "source.mirageport.port"
ON_KIND = "source.mirageport.portOn"
PROGRESS = "Porting to {target}"
ON_TITLE = "Port this unikernel on to {} (safe and review fixes, all files)"
TITLE = "Port this {kind} to {target} (safe and review fixes, all files)"

SAFE_ONLY = frozenset([SAFE])
WITH_REVIEW = frozenset([SAFE, REVIEW])


def named(session: Session, name: str, text: str) -> str:
    """A text with what the target of the unikernel of `name`, and it itself, are called, in place
    of `{target}` and `{kind}`."""
    unikernel = session.workspace.unikernel(name)
    return text.replace("{target}", unikernel.target).replace("{kind}", unikernel.kind)


def actions(session: Session, name: str) -> list[Json]:
    """The port, offered from any file of a unikernel that has something left to fix."""
    names = session.workspace.unikernel(name).every
    if not any(_fixable(session, each) for each in names):
        return []
    return [costly(session, name, named(session, name, TITLE), KIND, "port", edit)]


def actions_onward(session: Session, name: str) -> list[Json]:
    """The port to the next target, offered from any file of a unikernel that is at this one, if the
    client asks for the edit only when the action is chosen."""
    unikernel = session.workspace.unikernel(name)
    project = unikernel.projects.get(MIRAGE)
    further = onward(project.pack.release) if project else ""
    if project is None or not further or not session.client.resolves:
        return []
    if any(_fixable(session, each) for each in unikernel.every) or not _arrived(project, further):
        return []
    title = ON_TITLE.format(release_name(further))
    return [costly(session, name, title, ON_KIND, "portOn", edit_onward)]


def _arrived(project: Project, further: str) -> bool:
    """Whether code uses what the first target has and a further one has not."""
    found = [each for name in project.names for each in evidence(Context(project, name))]
    return any(
        each.since
        and release(each.since) >= release(TARGET)
        and each.until
        and release(each.until) < release(further)
        for each in found
    )


def edit_onward(session: Session, name: str, _rule: str = "") -> Json:
    """The port of the unikernel of `name` to the next target."""
    unikernel = session.workspace.unikernel(name)
    project = unikernel.projects[MIRAGE]
    choice = session.workspace.settings(unikernel).choice(unikernel.sources)
    further = session.engine.onward(project, onward(project.pack.release))
    return made(session, name, session.engine.port(further, WITH_REVIEW, choice).files)


def _fixable(session: Session, name: str) -> bool:
    findings = session.workspace.report(name).findings
    return any(finding.fixable and finding.applicability in WITH_REVIEW for finding in findings)


def edit(session: Session, name: str, _rule: str = "") -> Json:
    """The port of the unikernel of `name`."""
    return made(session, name, plan(session, name, WITH_REVIEW).files)


def plan(session: Session, name: str, levels: frozenset[str]) -> Joint:
    """The port of the unikernel of `name` by the fixes of these applicabilities, and by all packs
    that count for it."""
    # Imported here: it is loaded when the first documents are shown.
    from mirageport.code_actions.plan import port_all

    unikernel = session.workspace.unikernel(name)
    choice = session.workspace.settings(unikernel).choice(unikernel.sources)

    def one(project: Project) -> Ported:
        return session.engine.port(project, levels, choice)

    return port_all([*unikernel.projects.values()], one)


def made(session: Session, name: str, files: Mapping[str, bytes]) -> Json:
    """The edit that gives files of the unikernel of `name` other texts."""
    unikernel = session.workspace.unikernel(name)
    return workspace_edit(session, unikernel, differences(unikernel.source, files, pause))
