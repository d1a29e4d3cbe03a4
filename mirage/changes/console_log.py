"""The console's old `log`, which gave unit at once and gives a promise now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.finding import MANUAL, SAFE
from mirageport.diagnostics.log_writers import in_reporter
from mirageport.diagnostics.syntax import has_operator, is_promise, unwrapped
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node


class SyncLog(NamedTuple):
    """A call of the console's `log` as it was: giving unit, now a promise of it."""

    node: Node
    use: Use


# What shows that `log` gives unit (`Finding.shows`): the console's old name, as every module type
# shows its own, and `log_s`.
OLD_CONSOLE = "CONSOLE"
OLD_LOG = "log"

UNIT_PROMISE = "unit-became-promise"


def find(context: Context) -> Iterator[Finding]:
    """The console's old `log`, which gave unit at once."""
    for use, found in context.ruled(UNIT_PROMISE):
        if is_old_log(context, use):
            yield _log(context, use, found)


def is_old_log(context: Context, use: Use) -> bool:
    """Whether a call of `log` is Mirage 2's: its result is used as unit, or nothing says and the
    console is still typed by its old name."""
    used_as = context.analysis.bound_to(use.mark)
    if "unit" in used_as:
        return True
    return not used_as and bool(use.named.until)


def _log_is_known_by(context: Context, use: Use) -> tuple[str, ...]:
    used_as = context.analysis.bound_to(use.mark)
    return () if "unit" in used_as else (OLD_CONSOLE, OLD_LOG)


def _log(context: Context, use: Use, found: Rule) -> Finding:
    name = context.text(use.node)
    call = use.call
    if call is None:
        message = (
            f"`{name}` gives a promise in {context.target}, and is passed on here as a function "
            "that gives unit: pass one that logs through `Logs`."
        )
        return context.finding(
            found, use.node, item=use.item.path, applicability=MANUAL, message=message
        )
    form = log_form(context, use)
    applicability = SAFE if form in ("return", "map") else found.applicability
    facts = SyncLog(call, use)
    known_by = _log_is_known_by(context, use)
    # A call that stays is a promise, and would be taken for an old one again.
    stays = form not in ("unit", "partial")
    return context.finding(
        found,
        use.node,
        facts,
        item=use.item.path,
        applicability=applicability,
        shows=(OLD_LOG,) if known_by and stays else (),
        known_by=known_by,
        use=name,
    )


def log_form(context: Context, use: Use) -> str:
    """Where an old `log` call stands, which decides how it is rewritten.

    "return": the argument of `Lwt.return`. "map": the whole body of the function after `>|=`.
    "sequence": followed by `;` and a promise. "partial": short of arguments. "reporter", "partial
    reporter": in what writes the lines of `Logs`. "unit": elsewhere.
    """
    call = use.call
    assert call is not None
    reporter = in_reporter(context, call)
    if len(use.arguments) != 2:
        return "partial reporter" if reporter else "partial"
    if reporter:
        return "reporter"
    outer = wrapped(call)
    parent = outer.parent
    if parent is None:
        return "unit"
    if parent.kind == "application_expression" and len(parent.all("argument")) == 1:
        function = parent.get("function")
        if function is not None and context.text(function) in ("Lwt.return", "return"):
            return "return"
    if parent.kind == "fun_expression" and parent.get("body") is outer:
        if _is_map_body(context, parent):
            return "map"
    if parent.kind == "sequence_expression":
        members = parent.named_children
        last = members[-1]
        if members[-1] is not outer and is_promise(context, last):
            return "sequence"
    return "unit"


def _is_map_body(context: Context, function: Node) -> bool:
    outer = wrapped(function)
    parent = outer.parent
    if parent is None or parent.kind != "infix_expression" or parent.get("right") is not outer:
        return False
    operator = parent.get("operator")
    mapped = operator is not None and context.text(operator) == ">|="
    return mapped and has_operator(context, function, ">>=")


# -- the fix ---------------------------------------------------------------------------------------


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
    blank = not editor.source.text(outer.end, semicolon.start).strip(" ")
    start = outer.end if blank else semicolon.start
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
