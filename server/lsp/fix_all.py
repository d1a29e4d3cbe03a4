"""Fix-all: every safe fix of a unikernel, for a key or for each save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.server.lsp import port
from mirageport.server.lsp.actions import costly

if TYPE_CHECKING:
    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session
    from mirageport.server.settings import Settings

KIND = "source.fixAll.mirageport"
# What a client gets that asks for this very kind: some compare kinds letter by letter.
GENERIC_KIND = "source.fixAll"


def levels(settings: Settings) -> frozenset[str]:
    """The applicabilities that fix-all applies."""
    return frozenset([SAFE, REVIEW]) if settings.review else frozenset([SAFE])


def actions(session: Session, name: str, kind: str) -> list[Json]:
    """The fix-all action of a file; none where it would do nothing."""
    unikernel = session.workspace.unikernel(name)
    wanted = levels(session.workspace.settings(unikernel))
    findings = session.workspace.report(name).findings
    if not any(f.fixable and f.applicability in wanted for f in findings):
        return []
    which = "safe and review" if REVIEW in wanted else "safe"
    title = f"Apply all {which} {unikernel.target} fixes in this {unikernel.kind}"
    return [costly(session, name, title, kind, "fixAll", edit)]


def edit(session: Session, name: str, _rule: str = "") -> Json:
    """The edit that `mirageport fix` would make: all fixes of these levels, in all files of the
    unikernel, until none is left."""
    settings = session.workspace.settings(session.workspace.unikernel(name))
    return port.made(session, name, port.plan(session, name, levels(settings)).files)
