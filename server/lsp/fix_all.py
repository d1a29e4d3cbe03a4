"""Fix-all: every safe fix of a unikernel, for a key or for each save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.server.differences import differences
from mirageport.server.lsp.actions import costly
from mirageport.server.lsp.edits import workspace_edit

if TYPE_CHECKING:
    from mirageport.server.lsp.app import Server
    from mirageport.server.lsp.convert import Json
    from mirageport.server.settings import Settings

KIND = "source.fixAll.mirageport"
# What a client gets that asks for this very kind: some compare kinds letter by letter.
GENERIC_KIND = "source.fixAll"


def levels(settings: Settings) -> frozenset[str]:
    """The applicabilities that fix-all applies."""
    return frozenset([SAFE, REVIEW]) if settings.review else frozenset([SAFE])


def actions(server: Server, name: str, kind: str) -> list[Json]:
    """The fix-all action of a file; none where it would do nothing."""
    unikernel = server.files.unikernel(name)
    wanted = levels(server.files.settings(unikernel))
    findings = server.files.report(name).findings
    if not any(f.fixable and f.applicability in wanted for f in findings):
        return []
    which = "safe and review" if REVIEW in wanted else "safe"
    title = f"Apply all {which} Mirage 3 fixes in this unikernel"
    return [costly(server, name, title, kind, "fixAll", edit)]


def edit(server: Server, name: str, _rule: str = "") -> Json:
    """The edit that `mirageport fix` would make: all fixes of these levels, in all files of the
    unikernel, until none is left."""
    unikernel = server.files.unikernel(name)
    settings = server.files.settings(unikernel)
    choice = settings.choice(unikernel.project.every)
    ported = server.engine.port(unikernel.project, levels(settings), choice)
    return workspace_edit(server, unikernel.project, differences(unikernel.project, ported.files))
