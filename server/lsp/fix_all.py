"""Fix-all: every safe fix of a file's findings, for a key or for each save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.edits import differences, workspace_edit
from mirageport.server.workspace import choice_of

if TYPE_CHECKING:
    from mirageport.code_actions.edit import Edit
    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.convert import Json
    from mirageport.server.settings import Settings

KIND = "source.fixAll.mirageport"
# What a client gets that asks for this very kind: some compare kinds letter by letter.
GENERIC_KIND = "source.fixAll"

# Fixes that had to wait for others are made in the next pass; a handful is the most ever seen.
_PASSES = 10


def levels(settings: Settings) -> frozenset[str]:
    """The applicabilities that fix-all applies."""
    return frozenset([SAFE, REVIEW]) if settings.review else frozenset([SAFE])


def actions(server: Server, name: str, kind: str) -> list[Json]:
    """The fix-all action of a file; none where it would do nothing."""
    home = server.files.home(name)
    wanted = levels(server.files.settings(home))
    findings = server.files.report(name).findings
    if not any(f.fixable and f.applicability in wanted for f in findings):
        return []
    which = "safe and review" if REVIEW in wanted else "safe"
    title = f"Apply all {which} Mirage 3 fixes in this file"
    return [costly(server, name, title, kind, "fixAll", edit)]


def edit(server: Server, name: str, _rule: str = "") -> Json:
    """The edit that leaves none of the file's findings that fix-all can mend."""
    project = server.files.home(name).project
    return workspace_edit(server, project, edits(server, name))


def edits(server: Server, name: str) -> list[Edit]:
    """The same as edits of the engine; they may reach into other files of the unikernel."""
    from mirageport.code_actions.plan import changed  # loaded when first needed

    home = server.files.home(name)
    settings = server.files.settings(home)
    first = server.engine.combine(
        home.project, server.files.report(name).findings, levels(settings)
    )
    project = changed(home.project, first)
    for done in range(_PASSES):
        report = server.engine.check(project, name, choice_of(settings), _silent)
        more = server.engine.combine(project, report.findings, levels(settings))
        if not more and done == 0:
            return first
        if not more:
            break
        project = changed(project, more)
    return differences(home.project, {each: project.source(each).data for each in project.every})


def _silent(_rule: str, _error: BaseException) -> None:
    """A rule that fails was logged when the buffer itself was checked."""
