"""Rewriters of calls whose unit became a result or a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.edit import Proposal
from mirageport.code_actions.text import Editor, atomic
from mirageport.diagnostics.constructors import in_result
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.kinds.promises import log_form
from mirageport.diagnostics.reporters import in_reporter
from mirageport.diagnostics.syntax import continuation, has_operator, unwrapped
from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from mirageport.diagnostics.facts import Int64Arguments, SyncLog, UnitResult
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.project import Project
    from mirageport.ocaml.tree import Node


def unit_result(project: Project, finding: Finding, facts: UnitResult) -> list[Proposal]:
    """Handle the error: in the continuation when there is one, around the call elsewhere."""
    editor = Editor(project, finding.file)
    context = Context(project, finding.file)
    name = editor.text(facts.use.node)
    following = continuation(context, facts.call)
    if following is not None and following[1].kind in ("unit", "any_pattern"):
        function, _pattern, body = following
        outer = wrapped(function)
        editor.replace(outer.start, body.start, _arms_before(editor, context, facts, outer, body))
        editor.replace(body.end, outer.end, ")")
    else:
        _around(editor, context, facts)
    return [
        Proposal(
            f"Handle the error of `{name}`",
            finding.applicability,
            tuple(editor.edits),
            finding.rule,
        )
    ]


def _arms_before(
    editor: Editor, context: Context, facts: UnitResult, function: Node, body: Node
) -> str:
    """`(function Error err -> .. | Ok () -> `, over several lines where the body began a line.

    In parentheses and with the body's arm last: an open `function` would swallow the arms of a
    match around it, and an open body the arm for errors.
    """
    handler = _handler(context, facts, body)
    source = editor.source
    arrow = next(child for child in unwrapped(function).children if child.kind == "->")
    # The text between the arrow and the body stays: it may hold a comment.
    gap = source.text(arrow.end, body.start)
    good, bad = _constructors(context, function)
    if source.line_of(function.start) == source.line_of(body.start):
        return f"(function {bad} err -> {handler} | {good} () ->{gap}"
    line = source.newline + source.indent(function.start)
    return f"(function{line}| {bad} err -> {handler}{line}| {good} () ->{gap}"


def _constructors(context: Context, node: Node) -> tuple[str, str]:
    """How `Ok` and `Error` are written at a place."""
    good, bad = [
        in_result(context.project, context.name, name, node.start) for name in ("Ok", "Error")
    ]
    return good, bad


def _handler(context: Context, facts: UnitResult, body: Node) -> str:
    """What to do with the error: log it where the rest is a promise of unit and nothing is lost,
    fail elsewhere."""
    if facts.quiet and _promises_unit(context, body):
        return f"{_warning(facts.printer)}; Lwt.return_unit"
    return f'Lwt.fail_with (Format.asprintf "%a" {facts.printer} err)'


def _warning(printer: str) -> str:
    return f'Logs.warn (fun f -> f "%a" {printer} err)'


def _promises_unit(context: Context, body: Node) -> bool:
    type_ = context.analysis.types.get(body)
    found = prune(type_) if type_ is not None else None
    if not isinstance(found, Con) or found.name != "Lwt.t":
        return False
    inner = prune(found.args[0])
    return isinstance(inner, Con) and inner.name == "unit"


# A line longer than this is broken, as people's own rarely are.
_LONG_LINE = 90


def _around(editor: Editor, context: Context, facts: UnitResult) -> None:
    call = facts.call
    if not has_operator(context, call, ">|="):
        editor.insert(call.start, f"(Lwt.map (function {_arms(context, facts, '', '')}) (")
        editor.insert(call.end, "))")
        return
    bare = wrapped(call) is call
    after = f" >|= function {_arms(context, facts, '', '')}"
    if _column(editor, call) + len(after) > _LONG_LINE:
        line = editor.source.newline + editor.source.indent(call.start) + "  "
        after = f" >|= function{_arms(context, facts, line, '| ')}"
    if bare:
        editor.insert(call.start, "(")
    editor.insert(call.end, after + ")" * bare)


def _arms(context: Context, facts: UnitResult, line: str, bar: str) -> str:
    """Both arms, each on a `line` of its own where there is one."""
    good, bad = _constructors(context, facts.call)
    # What writes the lines of the log would call itself.
    silent = in_reporter(context, facts.call)
    other = "_ -> ()" if silent else f"err -> {_warning(facts.printer)}"
    return f"{line}{bar}{good} () -> (){line or ' '}| {bad} {other}"


def _column(editor: Editor, node: Node) -> int:
    """Where on its line a node ends, bytes. What follows may be another fix's."""
    source = editor.source
    return node.end - source.line_starts[source.line_of(node.end)]


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


def int64_arguments(project: Project, finding: Finding, facts: Int64Arguments) -> list[Proposal]:
    """Literals get their suffix, `Int64.to_int e` loses its call, the rest is converted."""
    editor = Editor(project, finding.file)
    for argument in facts.arguments:
        editor.replace_node(argument, _int64(editor, argument))
    return [
        Proposal("Pass `int64` arguments", finding.applicability, tuple(editor.edits), finding.rule)
    ]


def _int64(editor: Editor, node: Node) -> str:
    inner = unwrapped(node)
    text = editor.text(inner)
    if inner.kind == "number":
        return f"{text}L"
    if inner.kind == "sign_expression":
        return f"({text}L)"
    if inner.kind == "application_expression":
        function, arguments = inner.get("function"), inner.all("argument")
        if function is not None and editor.text(function) == "Int64.to_int" and len(arguments) == 1:
            return editor.text(arguments[0])
    return f"(Int64.of_int {atomic(editor, inner)})"
