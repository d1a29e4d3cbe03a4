"""The whole unikernel at once: every safe and review fix, in all its files, until none is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.server.differences import differences
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.edits import workspace_edit
from mirageport.server.packs import PACK
from mirageport.server.workspace import choice_of

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.convert import Json

KIND = "source.mirageport.port"
PROGRESS = f"Porting to {PACK.target}"
TITLE = f"Port this unikernel to {PACK.target} (safe and review fixes, all files)"

_SAFE = frozenset([SAFE])
_ALL = frozenset([SAFE, REVIEW])


def actions(server: Server, name: str) -> list[Json]:
    """The port, offered from any file of a unikernel that has something left to fix."""
    names = server.files.home(name).project.every
    if not any(_fixable(server, each) for each in names):
        return []
    return [costly(server, name, TITLE, KIND, "port", edit)]


def _fixable(server: Server, name: str) -> bool:
    findings = server.files.report(name).findings
    return any(finding.fixable and finding.applicability in _ALL for finding in findings)


def edit(server: Server, name: str, _rule: str = "") -> Json:
    """The port of the unikernel of `name`, marked for review when the client can ask about it.

    What is not marked is the port by safe fixes alone, whole. Where a review fix touches the lines
    of a safe one the two cannot be told apart, and a safe port without those lines would be half a
    port: then all of it is marked.
    """
    home = server.files.home(name)
    choice = choice_of(server.files.settings(home))
    edits = differences(home.project, server.engine.port(home.project, _ALL, choice).files)
    if not server.client.annotations:
        return workspace_edit(server, home.project, edits)
    safe = differences(home.project, server.engine.port(home.project, _SAFE, choice).files)
    unasked = frozenset(safe) if frozenset(safe) <= frozenset(edits) else frozenset()
    review = [each for each in edits if each not in unasked]
    return workspace_edit(server, home.project, edits, review)
