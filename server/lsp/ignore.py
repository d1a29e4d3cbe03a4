"""Comments that silence a rule on the next line, for whoever decided against a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.edit import Edit
from mirageport.server.lsp.edits import workspace_edit
from mirageport.server.projects import SUFFIXES, WITH_CODE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session

# A kind of its own: whoever asks for quick fixes alone wants findings mended, not silenced.
KIND = "quickfix.mirageport.ignore"


def actions(session: Session, name: str, found: Sequence[Finding]) -> list[Json]:
    """One action for each rule that has one of these findings of a document."""
    if not name.endswith(WITH_CODE):
        return []
    first = {finding.rule: finding for finding in reversed(found)}
    return [_action(session, first[rule]) for rule in sorted(first)]


def _action(session: Session, finding: Finding) -> Json:
    unikernel = session.workspace.unikernel(finding.file)
    source = unikernel.source(finding.file)
    at = source.line_starts[source.line_of(finding.start)]
    comment = f"(* mirageport: ignore {finding.rule} *)"
    if finding.file.endswith(SUFFIXES):
        edit = Edit(finding.file, at, at, source.indent(finding.start) + comment + source.newline)
    else:  # a line may begin outside of the code
        edit = Edit(finding.file, finding.start, finding.start, f"{comment} ")
    return {
        "title": f"Ignore {finding.rule} on this line",
        "kind": KIND,
        "diagnostics": [session.diagnostics.item(unikernel, finding)],
        "edit": workspace_edit(session, unikernel, [edit]),
    }
