"""The console replaced by `Logs`, over unikernel.ml and config.ml at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.editor import Editor, is_atomic
from mirageport.diagnostics.spans import whole_lines
from mirageport.diagnostics.syntax import continuation
from mirageport.ocaml.edit import Edit, Proposal
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.facts import ConsoleToLogs, LoggedCall
    from mirageport.ocaml.tree import Node

# Where `a; b` needs no parentheses of its own.
_ROOMY = frozenset(
    ["match_case", "fun_expression", "let_expression", "parenthesized_expression", "let_binding"]
)


def console_to_logs(project: Project, finding: Finding, facts: ConsoleToLogs) -> list[Proposal]:
    """One fix: log lines, and the console gone from every place that handed it on."""
    editor = Editor(project, finding.file)
    context = Context(project, finding.file)
    # From the last to the first: what ends inside another line is closed before that line is.
    for logged in sorted(facts.calls, key=_start, reverse=True):
        _log_line(editor, context, logged)
    for node in facts.units:
        editor.replace_node(node, "()")
    for parameter in facts.parameters:
        if parameter not in facts.units:
            _remove_parameter(editor, parameter)
    for argument in facts.arguments:
        if argument not in facts.units:
            _remove_argument(editor, argument)
    _remove_items(editor, facts.items)
    edits = [*editor.edits, *(Edit(*each) for each in facts.row)]
    title = "Log through `Logs` and do without the console"
    return [Proposal(title, finding.applicability, tuple(edits), finding.rule)]


def _start(logged: LoggedCall) -> int:
    return logged.call.start


# -- log lines ---------------------------------------------------------------------------------


def _log_line(editor: Editor, context: Context, logged: LoggedCall) -> None:
    """Edits around the message, which stays where it is."""
    following = continuation(context, logged.call) if logged.promise else None
    if following is not None and following[1].kind in ("unit", "any_pattern"):
        _followed(editor, context, logged, following)
    elif logged.promise and not _before_semicolon(logged.call):
        opening, closing = ("", "") if _is_roomy(logged.call) else ("(", ")")
        call = logged.call
        _written(editor, context, logged, call, call.end, opening, "; Lwt.return_unit" + closing)
    else:
        _written(editor, context, logged, logged.call, logged.call.end, "", "")


def _written(
    editor: Editor,
    context: Context,
    logged: LoggedCall,
    whole: Node,
    end: int,
    opening: str,
    closing: str,
) -> None:
    """The log line in the place of everything from `whole` to `end`."""
    message, given = logged.message, logged.format
    first, last = (given[0], given[-1]) if given else (message, message)
    name = _unused(editor, message)
    before, after = "", ""
    if not given:
        before, after = ('"%s" ', "") if is_atomic(message) else ('"%s" (', ")")
    line = f"{opening}Logs.{_level(context, logged.call)} (fun {name} -> {name} {before}"
    editor.replace(whole.start, first.start, line)
    editor.replace(last.end, end, f"{after}){closing}")


def _followed(
    editor: Editor, context: Context, logged: LoggedCall, following: tuple[Node, Node, Node]
) -> None:
    """`C.log c s >>= fun () -> e` becomes `Logs.info ..; e`."""
    function, _pattern, body = following
    arrow = next(child for child in function.children if child.kind == "->")
    gap = editor.source.text(arrow.end, body.start)
    whole = wrapped(logged.call)
    bind = whole.parent
    assert bind is not None
    opening, closing = ("", "") if _is_roomy(bind) else ("(", ")")
    _written(editor, context, logged, whole, body.start, opening, f";{gap}")
    editor.replace(body.end, wrapped(function).end, closing)


def _unused(editor: Editor, message: Node) -> str:
    """A name for the function that logs, which the message does not mean by something else."""
    names = {editor.text(node) for node in message.descendants() if node.kind == "value_name"}
    return next(name for name in _names() if name not in names)


def _names() -> list[str]:
    return ["f", "m", "log", *(f"log{number}" for number in range(1000))]


def _is_roomy(node: Node) -> bool:
    parent = node.parent
    assert parent is not None
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


# -- everything else that goes -----------------------------------------------------------------


def _remove_parameter(editor: Editor, node: Node) -> None:
    """Remove one of several parameters of a function, with the blank that kept it apart."""
    parent = node.parent
    assert parent is not None
    siblings = parent.children
    position = siblings.index(node)
    if siblings[position + 1].kind == node.kind:
        editor.replace(node.start, siblings[position + 1].start, "")
    else:
        editor.replace(siblings[position - 1].end, node.end, "")


def _remove_argument(editor: Editor, node: Node) -> None:
    parent = node.parent
    assert parent is not None
    previous = parent.children[parent.children.index(node) - 1]
    editor.replace(previous.end, node.end, "")


def _remove_items(editor: Editor, items: tuple[Node, ...]) -> None:
    """Remove definitions; those that follow each other go as one, so that no blank lines pile up
    where they stood."""
    runs: list[tuple[int, int]] = []
    for item in sorted(items, key=lambda item: item.start):
        if runs and not editor.source.data[runs[-1][1] : item.start].strip():
            runs[-1] = (runs[-1][0], item.end)
        else:
            runs.append((item.start, item.end))
    for start, end in runs:
        editor.replace(*whole_lines(editor.source, start, end), "")
