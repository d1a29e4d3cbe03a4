"""Rewriters of calls whose unit became a result or a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.constructors import in_result
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.syntax import continuation, has_operator, unwrapped
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from mirageport.diagnostics.facts import Int64Arguments, UnitResult
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
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
    promise = context.pack.promise
    if facts.quiet and _promises_unit(context, body):
        return f"{_warning(facts.printer)}; {promise.module}.{promise.unit}"
    return f'{promise.module}.{promise.fail} (Format.asprintf "%a" {facts.printer} err)'


def _warning(printer: str) -> str:
    return f'Logs.warn (fun f -> f "%a" {printer} err)'


def _promises_unit(context: Context, body: Node) -> bool:
    type_ = context.analysis.types.get(body)
    found = prune(type_) if type_ is not None else None
    if not isinstance(found, Con) or not context.pack.promise.holds(found):
        return False
    inner = prune(found.args[0])
    return isinstance(inner, Con) and inner.name == "unit"


# A line longer than this is broken, as people's own rarely are.
_LONG_LINE = 90


def _around(editor: Editor, context: Context, facts: UnitResult) -> None:
    call = facts.call
    if not has_operator(context, call, ">|="):
        mapped = f"{context.pack.promise.module}.{context.pack.promise.map}"
        editor.insert(call.start, f"({mapped} (function {_arms(context, facts, '', '')}) (")
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
    return f"{line}{bar}{good} () -> (){line or ' '}| {bad} err -> {_warning(facts.printer)}"


def _column(editor: Editor, node: Node) -> int:
    """Where on its line a node ends, bytes. What follows may be another fix's."""
    source = editor.source
    return node.end - source.line_starts[source.line_of(node.end)]


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
