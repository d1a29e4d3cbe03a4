"""The whole unikernel at once: every safe and review fix, in all its files, until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.server.differences import differences
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.edits import workspace_edit

if TYPE_CHECKING:
    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session

KIND = "source.mirageport.port"
PROGRESS = "Porting to {target}"
TITLE = "Port this unikernel to {target} (safe and review fixes, all files)"

_SAFE = frozenset([SAFE])
_ALL = frozenset([SAFE, REVIEW])


def named(session: Session, name: str, text: str) -> str:
    """A text with what the target of the unikernel of `name` is called, in place of `{target}`."""
    return text.replace("{target}", session.workspace.unikernel(name).project.pack.target)


def actions(session: Session, name: str) -> list[Json]:
    """The port, offered from any file of a unikernel that has something left to fix."""
    names = session.workspace.unikernel(name).project.every
    if not any(_fixable(session, each) for each in names):
        return []
    return [costly(session, name, named(session, name, TITLE), KIND, "port", edit)]


def _fixable(session: Session, name: str) -> bool:
    findings = session.workspace.report(name).findings
    return any(finding.fixable and finding.applicability in _ALL for finding in findings)


def edit(session: Session, name: str, _rule: str = "") -> Json:
    """The port of the unikernel of `name`, marked for review when the client can ask about it.

    What is not marked is the port by safe fixes alone, whole. Where a review fix touches the lines
    of a safe one the two cannot be separated, and a safe port without those lines would be half a
    port: then all of it is marked.
    """
    unikernel = session.workspace.unikernel(name)
    choice = session.workspace.settings(unikernel).choice(unikernel.project.every)
    edits = differences(
        unikernel.project, session.engine.port(unikernel.project, _ALL, choice).files
    )
    if not session.client.annotations:
        return workspace_edit(session, unikernel.project, edits)
    safe = differences(
        unikernel.project, session.engine.port(unikernel.project, _SAFE, choice).files
    )
    unasked = frozenset(safe) if frozenset(safe) <= frozenset(edits) else frozenset()
    review = [each for each in edits if each not in unasked]
    return workspace_edit(session, unikernel.project, edits, review)
