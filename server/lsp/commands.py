"""Commands, for editors without a menu for code actions: port, fix-all, what is left, and why."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from mirageport.ocaml.named import NamedTuple
from mirageport.server.lsp import fix_all, port, preview, quick_fix, read
from mirageport.server.lsp.convert import Json, name_of
from mirageport.server.lsp.protocol import Declined, refused
from mirageport.server.packs import PACK
from mirageport.server.rule_page import markdown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from mirageport.diagnostics.rules import Rule
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel

# How much of an answer that makes no sense is shown.
_SHOWN = 80


async def execute(session: Session, asked: Asked) -> Json:
    """Run a command, and give its result. `explain` takes the name of a rule; each
    other one the URI of an open document, and without one it is for the document last used.
    `fixRule` takes a rule after the URI."""
    run = COMMANDS.get(asked.command)
    if run is None:
        raise refused(f"there is no command '{asked.command}'")
    return await run(session, asked.arguments)


async def _run_port(session: Session, args: list[Any]) -> Json:
    return await _fix(session, args, port.edit, port.TITLE, progress=port.PROGRESS)


async def _run_preview(session: Session, args: list[Any]) -> Json:
    name = _target(session, args)
    if not name:
        return {}
    title = port.named(session, name, port.PROGRESS)
    return await session.work(name, lambda: preview.preview(session, name), long=True, title=title)


async def _run_fix_all(session: Session, args: list[Any]) -> Json:
    return await _fix(session, args, fix_all.edit, "Apply all {target} fixes in this {kind}")


async def _run_fix_rule(session: Session, args: list[Any]) -> Json:
    rule = str(args[1]) if len(args) > 1 else ""
    return await _fix(session, args, quick_fix.rule_edit, f"Fix all: {rule}", rule)


async def _run_report(session: Session, args: list[Any]) -> Json:
    name = _target(session, args)
    if not name:
        return report(session, name)
    return await session.work(name, lambda: report(session, name), long=True)


async def _run_explain(session: Session, args: list[Any]) -> Json:
    return explain(session, args[0] if args else None)


COMMANDS: dict[str, Callable[[Session, list[Any]], Awaitable[Json]]] = {
    "mirageport.port": _run_port,
    "mirageport.preview": _run_preview,
    "mirageport.fixAll": _run_fix_all,
    "mirageport.fixRule": _run_fix_rule,
    "mirageport.report": _run_report,
    "mirageport.explain": _run_explain,
}


class Asked(NamedTuple):
    """A command that a client asks for."""

    command: str
    arguments: list[Any]


def asked(params: Any) -> Asked:
    """Read the parameters of a command. Raises one of `read.MALFORMED`."""
    arguments = params.get("arguments")
    if not isinstance(arguments, (list, type(None))):
        raise ValueError(f"not a list of arguments: {arguments!r}")
    return Asked(read.string(params["command"]), arguments or [])


def _target(session: Session, args: list[Any]) -> str:
    """The name of the document a command is for; "" when there is none."""
    given = args[0] if args else None
    if isinstance(given, dict):  # some clients wrap it: {"uri": ...}
        given = given.get("uri")
    name = name_of(given) if isinstance(given, str) else session.recent
    return name if name in session.workspace.buffers else ""


async def _fix(
    session: Session,
    args: list[Any],
    make: Callable[[Session, str, str], Json],
    label: str,
    rule: str = "",
    progress: str = "",
) -> Json:
    """Have the client make an edit of the document that a command is for. Returns whether it did,
    and why not. progress: shown while the edit is made."""
    name = _target(session, args)
    if not name:
        return _not_applied("open a file of the unikernel first")
    label, progress = (port.named(session, name, text) for text in (label, progress))
    edit = await session.work(name, lambda: make(session, name, rule), long=True, title=progress)
    if not edit.get("documentChanges") and not edit.get("changes"):
        return _not_applied("nothing to fix")
    params = {"edit": edit, "label": label}
    try:
        answer = await session.connection.ask(types.WORKSPACE_APPLY_EDIT, params)
    except Declined as error:  # Emacs answers with an error when the person says no
        return _not_applied(str(error))
    if not isinstance(answer, dict) or not isinstance(answer.get("applied"), bool):
        reason = "the editor did not say whether it made the edit"
        session.show(f"{label}: {reason}: it answered {json.dumps(answer)[:_SHOWN]}")
        return _not_applied(reason)
    if answer["applied"]:
        return {"applied": True}
    return _not_applied(str(answer.get("failureReason") or "the editor made no edit"))


def _not_applied(reason: str) -> Json:
    return {"applied": False, "reason": reason}


def report(session: Session, name: str) -> Json:
    """Where the unikernel of a document stands: what `mirageport report --output-format json` says,
    `done`, the places that need nothing more, and `target`, what it is ported to."""
    # Imported here: few sessions ask for it.
    from mirageport.server.report.data import data
    from mirageport.server.report.model import joined, ported, standing, together

    if not name:
        return {**data(joined(()), ()), "done": [], "target": PACK.target}
    unikernel = session.workspace.unikernel(name)
    for each in unikernel.every:
        session.workspace.report(each)
    if session.workspace.to_judge(unikernel):
        session.workspace.judge(unikernel)
    parts = [
        (
            project,
            {
                each: unikernel.found[each][pack]
                for each in project.every
                if each in unikernel.found
            },
        )
        for pack, project in unikernel.projects.items()
    ]
    found = data(together(standing(*part) for part in parts), [unikernel.folder])
    done = [
        place
        for part in parts
        for each, places in ported(*part).items()
        for place in _shown(unikernel, each, places)
    ]
    return {**found, "done": done, "target": unikernel.target}


def _shown(unikernel: Unikernel, name: str, places: Sequence[int]) -> list[Json]:
    """Places of a file, each with the line it stands on."""
    source = unikernel.source(name)
    found = []
    for place in places:
        line, column = source.position(place)
        code = source.text(source.line_starts[line], source.line_end(line)).strip()
        found.append({"file": name, "line": line + 1, "column": column + 1, "code": code})
    return found


def explain(session: Session, name: Any) -> Json:
    """A rule and its page; of a name that no rule has, and without one, the rules there are."""
    packs = [pack for each in session.workspace.unikernels() for pack in each.projects]
    found = session.engine.rule(name, packs) if isinstance(name, str) else None
    if found is None:
        return {"rules": [_headline(rule) for rule in session.engine.rules(packs)]}
    return {**_headline(found), "page": markdown(found)}


def _headline(rule: Rule) -> Json:
    return {
        "rule": rule.name,
        "title": rule.title,
        "category": rule.category,
        "applicability": rule.applicability,
        "severity": rule.severity,
    }
