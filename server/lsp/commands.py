"""Commands, for editors without a menu for code actions: port, fix-all, what is left, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException

from mirageport.server.lsp import fix_all, port, quick_fix
from mirageport.server.lsp.convert import Json, name_of
from mirageport.server.lsp.progress import shown
from mirageport.server.rule_page import markdown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.rules import Rule
    from mirageport.mirage.project import Project
    from mirageport.server.lsp.app import Server

PORT = "mirageport.port"
FIX_ALL = "mirageport.fixAll"
FIX_RULE = "mirageport.fixRule"
REPORT = "mirageport.report"
EXPLAIN = "mirageport.explain"


def register(server: Server) -> None:
    """`explain` takes the name of a rule; each other command the URI of an open document, and
    without one it is for the document last spoken of. `fixRule` takes a rule after the URI."""

    async def run_port(*args: Any) -> Json:
        async with shown(server, port.PROGRESS):
            made = _make(server, args, port.edit)
        return await _apply(server, made, port.TITLE)

    async def run_fix_all(*args: Any) -> Json:
        made = _make(server, args, fix_all.edit)
        return await _apply(server, made, "Apply all Mirage 3 fixes in this unikernel")

    async def run_fix_rule(*args: Any) -> Json:
        rule = str(args[1]) if len(args) > 1 else ""
        return await _apply(
            server, _make(server, args, quick_fix.rule_edit, rule), f"Fix all: {rule}"
        )

    async def run_report(*args: Any) -> Json:
        return report(server, _target(server, args))

    async def run_explain(*args: Any) -> Json:
        return explain(server, args[0] if args else None)

    commands: dict[str, Callable[..., Awaitable[Json]]] = {
        PORT: run_port,
        FIX_ALL: run_fix_all,
        FIX_RULE: run_fix_rule,
        REPORT: run_report,
        EXPLAIN: run_explain,
    }
    for name, run in commands.items():
        # The framework takes what is said of an argument for a class, which `Any` is not before
        # Python 3.11.
        run.__annotations__.clear()
        server.command(name)(run)


def _target(server: Server, args: tuple[Any, ...]) -> str:
    """The name of the document a command is for; "" when there is none."""
    given = args[0] if args else None
    if isinstance(given, dict):  # some clients wrap it: {"uri": ...}
        given = given.get("uri")
    name = name_of(given) if isinstance(given, str) else server.recent
    return name if name in server.files.buffers else ""


def _make(
    server: Server,
    args: tuple[Any, ...],
    make: Callable[[Server, str, str], Json],
    rule: str = "",
) -> Json | None:
    """The edit for the document a command is for; None when there is no such document."""
    name = _target(server, args)
    return make(server, name, rule) if name else None


async def _apply(server: Server, made: Json | None, label: str) -> Json:
    """Have the client make an edit. Returns whether it did, and why not."""
    if made is None:
        return {"applied": False, "reason": "open a file of the unikernel first"}
    if not made.get("documentChanges") and not made.get("changes"):
        return {"applied": False, "reason": "nothing to fix"}
    edit = server.protocol.structured(made, types.WorkspaceEdit)
    try:
        answer = await server.workspace_apply_edit_async(
            types.ApplyWorkspaceEditParams(edit=edit, label=label)
        )
    except JsonRpcException as error:  # Emacs answers with an error when the person says no
        return {"applied": False, "reason": error.message}
    if answer.applied:
        return {"applied": True}
    return {"applied": False, "reason": answer.failure_reason or "the editor made no edit"}


def report(server: Server, name: str) -> Json:
    """Where the unikernel of a document stands: what `mirageport report --output-format json` says,
    and `done`, the places that need nothing more."""
    # Imported here: few sessions ask for it.
    from mirageport.server.report.data import data
    from mirageport.server.report.model import joined, standing

    if not name:
        return {**data(joined(()), ()), "done": []}
    home = server.files.home(name)
    reports = {each: server.files.report(each) for each in home.project.every}
    found = data(standing(home.project, reports), [home.place.folder])
    done = [place for each, own in reports.items() for place in _ported(home.project, each, own)]
    return {**found, "done": done}


def _ported(project: Project, name: str, report: Report) -> list[Json]:
    """The places of a file that need nothing more, each with the line it stands on."""
    from mirageport.server.report.model import ported

    source = project.source(name)
    found = []
    for place in ported(project, name, report):
        line, column = source.position(place)
        code = source.text(source.line_starts[line], source.line_end(line)).strip()
        found.append({"file": name, "line": line + 1, "column": column + 1, "code": code})
    return found


def explain(server: Server, name: Any) -> Json:
    """A rule and its page; of a name that no rule has, and without one, the rules there are."""
    found = server.engine.rule(name) if isinstance(name, str) else None
    if found is None:
        return {"rules": [_headline(rule) for rule in server.engine.rules()]}
    return {**_headline(found), "page": markdown(found)}


def _headline(rule: Rule) -> Json:
    return {
        "rule": rule.name,
        "title": rule.title,
        "category": rule.category,
        "applicability": rule.applicability,
        "severity": rule.severity,
    }
