"""Commands, for editors without a menu for code actions: port, fix-all, what is left, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.server.lsp import fix_all, port
from mirageport.server.lsp.convert import Json, name_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.server.lsp.app import Server

PORT = "mirageport.port"
FIX_ALL = "mirageport.fixAll"
REPORT = "mirageport.report"
EXPLAIN = "mirageport.explain"


def register(server: Server) -> None:
    """`explain` takes the name of a rule; each other command the URI of an open document, and
    without one it is for the document last spoken of."""

    async def run_port(*args: Any) -> Json:
        return await _apply(server, args, port.TITLE, port.edit)

    async def run_fix_all(*args: Any) -> Json:
        return await _apply(server, args, "Apply all Mirage 3 fixes in this file", fix_all.edit)

    async def run_report(*args: Any) -> Json:
        return report(server, _target(server, args))

    async def run_explain(*args: Any) -> Json:
        return explain(server, args[0] if args else None)

    server.command(PORT)(run_port)
    server.command(FIX_ALL)(run_fix_all)
    server.command(REPORT)(run_report)
    server.command(EXPLAIN)(run_explain)


def _target(server: Server, args: tuple[Any, ...]) -> str:
    """The name of the document a command is for; "" when there is none."""
    given = args[0] if args else None
    if isinstance(given, dict):  # some clients wrap it: {"uri": ...}
        given = given.get("uri")
    name = name_of(given) if isinstance(given, str) else server.recent
    return name if name in server.files.buffers else ""


async def _apply(
    server: Server,
    args: tuple[Any, ...],
    label: str,
    make: Callable[[Server, str, str], Json],
) -> Json:
    name = _target(server, args)
    if not name:
        return {"applied": False, "reason": "open a file of the unikernel first"}
    made = make(server, name, "")
    if not made.get("documentChanges") and not made.get("changes"):
        return {"applied": False, "reason": "nothing to fix"}
    edit = server.protocol.structured(made, types.WorkspaceEdit)
    answer = await server.workspace_apply_edit_async(
        types.ApplyWorkspaceEditParams(edit=edit, label=label)
    )
    if answer.applied:
        return {"applied": True}
    return {"applied": False, "reason": answer.failure_reason or "the editor made no edit"}


def report(server: Server, name: str) -> Json:
    """What is left in the unikernel of a document: one entry per finding, files in order.

    Lines and columns are 1-based, columns in characters, as on the command line.
    """
    if not name:
        return {"findings": []}
    project = server.files.home(name).project
    findings = [
        _entry(server, finding)
        for each in project.names
        for finding in server.files.report(each).findings
    ]
    return {"findings": findings}


def _entry(server: Server, finding: Finding) -> Json:
    source = server.files.home(finding.file).project.source(finding.file)
    line, column = source.position(finding.start)
    return {
        "file": finding.file,
        "line": line + 1,
        "column": column + 1,
        "rule": finding.rule,
        "category": finding.category,
        "applicability": finding.applicability,
        "severity": finding.severity,
        "message": finding.message,
    }


def explain(server: Server, name: Any) -> Json:
    """A rule and its page; of a name that no rule has, and without one, the rules there are."""
    found = server.engine.rule(name) if isinstance(name, str) else None
    if found is None:
        return {"rules": [_headline(rule) for rule in server.engine.rules()]}
    return {**_headline(found), "page": found.body}


def _headline(rule: Rule) -> Json:
    return {
        "rule": rule.name,
        "title": rule.title,
        "category": rule.category,
        "applicability": rule.applicability,
        "severity": rule.severity,
    }
