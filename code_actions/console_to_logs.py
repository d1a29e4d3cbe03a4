"""The console replaced by `Logs`, over unikernel.ml and config.ml at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.edit import Fix
from mirageport.code_actions.text import Editor, atomic
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.kinds.console_to_logs import is_colour
from mirageport.diagnostics.syntax import continuation, unwrapped, wrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.facts import ConsoleToLogs, LoggedCall
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.config import Seam
    from mirageport.mirage.project import Project
    from mirageport.ocaml.tree import Node

_PRINTF = frozenset(["sprintf", "printf", "eprintf", "ksprintf", "kprintf", "fprintf", "bprintf"])

# Where `a; b` needs no parentheses of its own.
_ROOMY = frozenset(
    ["match_case", "fun_expression", "let_expression", "parenthesized_expression", "let_binding"]
)


def console_to_logs(project: Project, finding: Finding, facts: ConsoleToLogs) -> list[Fix]:
    """One fix: log lines, and the console gone from every place that handed it on."""
    editor = Editor(project, finding.file)
    context = Context(project, finding.file)
    for logged in facts.calls:
        _log_line(editor, context, logged)
    _remove_from_list(editor, facts.functor_parameter, "module_parameter")
    for parameter in facts.parameters:
        _remove_from_list(editor, parameter, "parameter")
    for argument in facts.arguments:
        _remove_argument(editor, argument)
    for helper in facts.helpers:
        editor.delete_item(helper)
    _remove_open_printf(editor, facts)
    edits = list(editor.edits)
    for seam in facts.seams:
        edits.extend(_config(project, seam, facts.position).edits)
    title = "Log through `Logs` and do without the console"
    return [Fix(title, finding.applicability, tuple(edits), finding.rule)]


# -- log lines ---------------------------------------------------------------------------------


def _log_line(editor: Editor, context: Context, logged: LoggedCall) -> None:
    call = logged.call
    line = f"Logs.{_level(context, call)} (fun f -> {_message(editor, context, logged.message)})"
    following = continuation(context, call) if logged.promise else None
    if following is not None:
        _followed(editor, line, wrapped(call), following)
    elif logged.promise and not _before_semicolon(call):
        _last(editor, line, call)
    else:
        operand = call.parent is not None and call.parent.kind in (
            "application_expression",
            "labeled_argument",
        )
        editor.replace_node(call, f"({line})" if operand else line)


def _followed(editor: Editor, line: str, call: Node, following: tuple[Node, Node, Node]) -> None:
    """`C.log c s >>= fun () -> e` becomes `Logs.info ..; e`."""
    function, _pattern, body = following
    arrow = next(child for child in function.children if child.kind == "->")
    gap = editor.source.text(arrow.end, body.start)
    bind = wrapped(function).parent
    assert bind is not None
    opening, closing = ("", "") if _is_roomy(bind) else ("(", ")")
    editor.replace(call.start, body.start, f"{opening}{line};{gap}")
    if wrapped(function).end > body.end or closing:
        editor.replace(body.end, wrapped(function).end, closing)


def _last(editor: Editor, line: str, call: Node) -> None:
    text = f"{line}; Lwt.return_unit"
    editor.replace_node(call, text if _is_roomy(call) else f"({text})")


def _is_roomy(node: Node) -> bool:
    parent = node.parent
    if parent is None:
        return False
    if parent.kind == "sequence_expression":
        return _is_roomy(parent) or parent.children[-1] is not node
    return parent.kind in _ROOMY


def _before_semicolon(call: Node) -> bool:
    outer = wrapped(call)
    parent = outer.parent
    return (
        parent is not None
        and parent.kind == "sequence_expression"
        and parent.children[-1] is not outer
    )


def _level(context: Context, call: Node) -> str:
    """`warn` in the arm of an error, `info` elsewhere."""
    case = call.up("match_case")
    pattern = case.get("pattern") if case is not None else None
    return "warn" if pattern is not None and "Error" in context.text(pattern) else "info"


def _message(editor: Editor, context: Context, message: Node) -> str:
    """The call of `f`: with the format of a `sprintf`, a literal as it is, anything as `%s`."""
    inner = unwrapped(message)
    if inner.kind == "string" and "%" not in editor.text(inner):
        return f"f {editor.text(inner)}"
    if inner.kind == "application_expression" and _formats(context, inner):
        arguments = inner.all("argument")
        return f"f {editor.source.text(arguments[0].start, arguments[-1].end)}"
    return f'f "%s" {atomic(editor, message)}'


def _formats(context: Context, call: Node) -> bool:
    function, arguments = call.get("function"), call.all("argument")
    if function is None or unwrapped(arguments[0]).kind != "string":
        return False
    if context.text(function) in ("sprintf", "Printf.sprintf"):
        return True
    binding = context.analysis.refs.get(function)
    definition = binding.node.parent if binding is not None else None
    return definition is not None and is_colour(context, definition)


# -- everything else that goes -----------------------------------------------------------------


def _remove_from_list(editor: Editor, node: Node, kind: str) -> None:
    """Remove one of several parameters, with the blank that kept it apart."""
    parent = node.parent
    assert parent is not None
    siblings = parent.children
    position = siblings.index(node)
    following = siblings[position + 1]
    if following.kind == kind:
        editor.replace(node.start, following.start, "")
    else:
        editor.replace(siblings[position - 1].end, node.end, "")


def _remove_argument(editor: Editor, node: Node) -> None:
    parent = node.parent
    assert parent is not None
    previous = parent.children[parent.children.index(node) - 1]
    editor.replace(previous.end, node.end, "")


def _remove_open_printf(editor: Editor, facts: ConsoleToLogs) -> None:
    """`open Printf` goes when nothing unqualified is left that it could mean."""
    gone = [(logged.call.start, logged.call.end) for logged in facts.calls]
    gone.extend((helper.start, helper.end) for helper in facts.helpers)
    for node in editor.tree.root.descendants():
        if node.kind == "value_path" and editor.text(node) in _PRINTF:
            if not any(start <= node.start < end for start, end in gone):
                return
    for item in editor.tree.root.of("open_module"):
        path = item.get("module")
        if path is not None and editor.text(path) == "Printf":
            editor.delete_item(item)


def _config(project: Project, seam: Seam, position: int) -> Editor:
    """The console out of the job's types and out of every application of the job."""
    editor = Editor(project, seam.job.file)
    types = seam.job.types
    operator = seam.job.operators[position]
    end = operator.end
    data = editor.source.data
    while end < len(data) and data[end] in b" \t\r\n":
        end += 1
    editor.replace(types[position].start, end, "")
    for applied in seam.job.applications:
        symbol, value = applied.operators[position], applied.values[position]
        start = symbol.start
        while start > 0 and data[start - 1] in b" \t\r\n":
            start -= 1
        editor.replace(start, value.end, "")
    return editor
