"""The console's old `log`, by where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.syntax import has_operator, unwrapped
from mirageport.mirage.changes.console_log import log_form
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.facts import SyncLog
    from mirageport.ocaml.tree import Node


def sync_log(project: Project, finding: Finding, facts: SyncLog) -> list[Proposal]:
    """An old `log` call, by where it stands."""
    editor = Editor(project, finding.file)
    context = Context(project, finding.file)
    form = log_form(context, facts.use)
    if form == "sequence" and not has_operator(context, facts.node, ">>="):
        form = "bind"
    title = _LOG_FORMS[form](editor, facts)
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _log_returned(editor: Editor, facts: SyncLog) -> str:
    outer = wrapped(facts.node)
    application = outer.parent
    assert application is not None
    editor.replace(application.start, facts.node.start, "")
    editor.replace(facts.node.end, application.end, "")
    return "Return the promise that `log` gives"


def _log_mapped(editor: Editor, facts: SyncLog) -> str:
    function = wrapped(facts.node).parent
    assert function is not None
    infix = wrapped(function).parent
    operator = infix.get("operator") if infix is not None else None
    assert operator is not None
    editor.replace_node(operator, ">>=")
    return "Bind instead of map: `log` gives a promise"


def _log_in_sequence(editor: Editor, facts: SyncLog) -> str:
    outer = wrapped(facts.node)
    sequence = outer.parent
    assert sequence is not None
    semicolon = sequence.children[sequence.children.index(outer) + 1]
    start = semicolon.start
    editor.replace(start, semicolon.end, " >>= fun () ->")
    return "Wait for the promise that `log` gives"


def _log_bound(editor: Editor, facts: SyncLog) -> str:
    """The same where no `>>=` is in scope."""
    outer = wrapped(facts.node)
    sequence = outer.parent
    assert sequence is not None
    semicolon = sequence.children[sequence.children.index(outer) + 1]
    before, after = ("", "") if outer is not facts.node else ("(", ")")
    editor.insert(outer.start, f"Lwt.bind {before}")
    editor.replace(semicolon.start, semicolon.end, f"{after} (fun () ->")
    editor.insert(sequence.end, ")")
    return "Wait for the promise that `log` gives"


def _log_elsewhere(editor: Editor, facts: SyncLog) -> str:
    message = facts.use.arguments[1]
    outer = wrapped(facts.node)
    text = _log_call(editor, message)
    bare = outer is not facts.node or not _is_operand(facts.node)
    editor.replace_node(facts.node, text if bare else f"({text})")
    return "Log through `Logs`, which gives unit"


def _log_call(editor: Editor, message: Node) -> str:
    inner = unwrapped(message)
    if inner.kind == "string" and "%" not in editor.text(inner):
        return f"Logs.info (fun f -> f {editor.text(inner)})"
    return f'Logs.info (fun f -> f "%s" {atomic(editor, message)})'


def _log_partial(editor: Editor, facts: SyncLog) -> str:
    text = 'fun s -> Logs.info (fun f -> f "%s" s)'
    outer = wrapped(facts.node)
    editor.replace_node(facts.node, text if outer is not facts.node else f"({text})")
    return "Log through `Logs`, which gives unit"


def _log_reported(editor: Editor, facts: SyncLog) -> str:
    """Through `Logs` it would come here again."""
    outer = wrapped(facts.node)
    text = f"Lwt.async (fun () -> {editor.text(facts.node)})"
    bare = outer is not facts.node or not _is_operand(facts.node)
    editor.replace_node(facts.node, text if bare else f"({text})")
    return "Do not wait for the promise that `log` gives"


def _log_partly_reported(editor: Editor, facts: SyncLog) -> str:
    outer = wrapped(facts.node)
    text = f"fun s -> Lwt.async (fun () -> {editor.text(facts.node)} s)"
    editor.replace_node(facts.node, text if outer is not facts.node else f"({text})")
    return "Do not wait for the promise that `log` gives"


def _is_operand(node: Node) -> bool:
    parent = node.parent
    return parent is not None and parent.kind in ("application_expression", "labeled_argument")


_LOG_FORMS = {
    "return": _log_returned,
    "map": _log_mapped,
    "sequence": _log_in_sequence,
    "bind": _log_bound,
    "partial": _log_partial,
    "reporter": _log_reported,
    "partial reporter": _log_partly_reported,
    "unit": _log_elsewhere,
}
