"""Fix-all: every safe fix of a unikernel, for a key or for each save."""

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
    from mirageport.server.settings import Settings

KIND = "source.fixAll.mirageport"
# What a client gets that asks for this very kind: some compare kinds letter by letter.
GENERIC_KIND = "source.fixAll"


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
    title = f"Apply all {which} {PACK.target} fixes in this unikernel"
    return [costly(server, name, title, kind, "fixAll", edit)]


def edit(server: Server, name: str, _rule: str = "") -> Json:
    """The edit that `mirageport fix` would make: all fixes of these levels, in all files of the
    unikernel, until none is left."""
    home = server.files.home(name)
    settings = server.files.settings(home)
    ported = server.engine.port(home.project, levels(settings), choice_of(settings))
    return workspace_edit(server, home.project, differences(home.project, ported.files))
