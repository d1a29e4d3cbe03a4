"""Commands, for editors without a menu for code actions: port, fix-all, what is left, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.ocaml.named import NamedTuple
from mirageport.server.lsp import fix_all, port, quick_fix, read
from mirageport.server.lsp.convert import Json, name_of
from mirageport.server.lsp.protocol import Declined, refused
from mirageport.server.packs import PACK
from mirageport.server.rule_page import markdown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.server.lsp.app import Server

PORT = "mirageport.port"
FIX_ALL = "mirageport.fixAll"
FIX_RULE = "mirageport.fixRule"
REPORT = "mirageport.report"
EXPLAIN = "mirageport.explain"

# How much of an answer that makes no sense is shown.
_SHOWN = 80


def register(server: Server) -> None:
    """`explain` takes the name of a rule; each other command the URI of an open document, and
    without one it is for the document last spoken of. `fixRule` takes a rule after the URI."""

    async def run_port(args: list[Any]) -> Json:
        return await _fix(server, args, port.edit, port.TITLE, progress=port.PROGRESS)

    async def run_fix_all(args: list[Any]) -> Json:
        return await _fix(
            server, args, fix_all.edit, f"Apply all {PACK.target} fixes in this unikernel"
        )

    async def run_fix_rule(args: list[Any]) -> Json:
        rule = str(args[1]) if len(args) > 1 else ""
        return await _fix(server, args, quick_fix.rule_edit, f"Fix all: {rule}", rule)

    async def run_report(args: list[Any]) -> Json:
        name = _target(server, args)
        if not name:
            return report(server, name)
        return await server.work(name, lambda: report(server, name), long=True)

    async def run_explain(args: list[Any]) -> Json:
        return explain(server, args[0] if args else None)

    commands: dict[str, Callable[[list[Any]], Awaitable[Json]]] = {
        PORT: run_port,
        FIX_ALL: run_fix_all,
        FIX_RULE: run_fix_rule,
        REPORT: run_report,
        EXPLAIN: run_explain,
    }

    async def execute(asked: _Asked) -> Json:
        run = commands.get(asked.command)
        if run is None:
            raise refused(f"there is no command '{asked.command}'")
        return await run(asked.arguments)

    server.protocol.answers(types.WORKSPACE_EXECUTE_COMMAND, _asked, execute)
    for name in commands:
        # The framework tells the client which commands there are; it is never asked for one.
        server.command(name)(_listed)


def _listed() -> None:
    """Stands for a command among those that the client is told of."""


class _Asked(NamedTuple):
    command: str
    arguments: list[Any]


def _asked(params: Any) -> _Asked:
    arguments = params.get("arguments")
    if not isinstance(arguments, (list, type(None))):
        raise ValueError(f"not a list of arguments: {arguments!r}")
    return _Asked(read.string(params["command"]), arguments or [])


def _target(server: Server, args: list[Any]) -> str:
    """The name of the document a command is for; "" when there is none."""
    given = args[0] if args else None
    if isinstance(given, dict):  # some clients wrap it: {"uri": ...}
        given = given.get("uri")
    name = name_of(given) if isinstance(given, str) else server.recent
    return name if name in server.files.buffers else ""


async def _fix(
    server: Server,
    args: list[Any],
    make: Callable[[Server, str, str], Json],
    label: str,
    rule: str = "",
    progress: str = "",
) -> Json:
    """Have the client make an edit of the document that a command is for. Returns whether it did,
    and why not. progress: shown while the edit is made."""
    name = _target(server, args)
    if not name:
        return _not_applied("open a file of the unikernel first")
    edit = await server.work(name, lambda: make(server, name, rule), long=True, title=progress)
    if not edit.get("documentChanges") and not edit.get("changes"):
        return _not_applied("nothing to fix")
    params = {"edit": edit, "label": label}
    try:
        answer = await server.protocol.ask(types.WORKSPACE_APPLY_EDIT, params)
    except Declined as error:  # Emacs answers with an error when the person says no
        return _not_applied(str(error))
    if not isinstance(answer, dict) or not isinstance(answer.get("applied"), bool):
        reason = "the editor did not say whether it made the edit"
        server.show(f"{label}: {reason}: it answered {json.dumps(answer)[:_SHOWN]}")
        return _not_applied(reason)
    if answer["applied"]:
        return {"applied": True}
    return _not_applied(str(answer.get("failureReason") or "the editor made no edit"))


def _not_applied(reason: str) -> Json:
    return {"applied": False, "reason": reason}


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
    if server.files.to_judge(home):
        server.files.judge(home)
        reports = {each: home.reports[each] for each in reports}
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
