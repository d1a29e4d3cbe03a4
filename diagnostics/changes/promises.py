"""Calls whose `unit` became something to look at: a result, or a promise.

What the code does with the value decides (`Analysis.bound_to`): used as unit it is former code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import error_type
from mirageport.diagnostics.changes.results import RESULT_RESHAPED
from mirageport.diagnostics.constructors import in_result
from mirageport.diagnostics.finding import OLD_NAMES, REVIEW, WARNING
from mirageport.diagnostics.log_writers import in_reporter
from mirageport.diagnostics.syntax import (
    bind_right,
    completed,
    continuation,
    has_operator,
    is_unit_promise,
)
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node, Related, Rule, Use


UNIT_RESULT = "unit-became-result"


def results(context: Context) -> Iterator[Finding]:
    """Promises of unit that are promises of a result now."""
    for use, found in context.ruled(UNIT_RESULT):
        finding = _result(context, use, found)
        if finding is not None:
            yield finding


def _result(context: Context, use: Use, found: Rule) -> Finding | None:
    used_as = context.analysis.bound_to(use.mark)
    if "result" in used_as or "?" in used_as:
        return None
    needs_unit = "unit" in used_as
    if not needs_unit and not context.old:
        return None  # code of the target may drop the result
    name = context.text(use.node)
    call = completed(context, use)
    if not call:
        return _passed_on(context, use, found)
    printer = use.sibling(found.options["printer"])
    facts = UnitResult(call, use, printer, found.options.get("quiet") == "yes")
    if needs_unit:
        related = _taken_as_unit(context, call)
        return context.used(found, use, facts, related=related)
    message = (
        f"`{name}` returns a `result` in {context.target}. This still compiles, but ignores the "
        "error."
    )
    path = use.item.path
    return context.finding(
        found, use.node, facts, item=path, severity=WARNING, message=message, known_by=(OLD_NAMES,)
    )


def _taken_as_unit(context: Context, call: Node) -> tuple[Related, ...]:
    """The pattern that takes what a call gave, where the compiler stops."""
    following = continuation(context, call)
    if following is None:
        return ()
    return (context.related(following[1], "the result is used as unit here"),)


def taken_for_unit(context: Context) -> Iterator[Finding]:
    """Results of writes that code binds as unit, which they were before Mirage 2.0."""
    for use, found in context.ruled(RESULT_RESHAPED):
        call = completed(context, use) or NO_NODE
        taken = unwrapped(bind_right(call)[1]).part("parameter").child("pattern")
        if taken.kind != "unit" or not continuation(context, call):
            continue
        printer = context.sibling(use, f"pp_{error_type(context.library, use.item)}")
        name = context.text(use.node)
        message = f"`{name}` returns a `result` in {context.target}: this code uses it as unit."
        facts = UnitResult(call, use, printer, False)
        yield context.used(found, use, facts, applicability=REVIEW, message=message)


def _passed_on(context: Context, use: Use, found: Rule) -> Finding:
    message = (
        f"`{context.text(use.node)}` returns a `result` in {context.target}, and is passed here "
        "as a function that returns unit: pass a function that handles the error."
    )
    return context.used(found, use, message=message)


# -- the fix ---------------------------------------------------------------------------------------


class UnitResult(NamedTuple):
    """A call that gave a promise of unit and now gives one of a result.

    call: the application. use: what is called. printer: the function that prints its error.
    quiet: what happens to an error is a line in the log rather than a failure.
    """

    call: Node
    use: Use
    printer: str
    quiet: bool

    def edit(self, editor: Editor) -> str:
        """Handle the error: in the continuation when there is one, around the call elsewhere."""
        context = editor.context
        name = editor.text(self.use.node)
        following = continuation(context, self.call)
        if following is not None and following[1].kind in ("unit", "any_pattern"):
            function, _pattern, body = following
            outer = wrapped(function)
            editor.replace(
                outer.start, body.start, _arms_before(editor, context, self, outer, body)
            )
            editor.replace(body.end, outer.end, ")")
        else:
            _around(editor, context, self)
        return f"Handle the error of `{name}`"


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
    if facts.quiet and is_unit_promise(context, body):
        return f"{_warning(facts.printer)}; {promise.module}.{promise.unit}"
    return f'{promise.module}.{promise.fail} (Format.asprintf "%a" {facts.printer} err)'


def _warning(printer: str) -> str:
    return f'Logs.warn (fun f -> f "%a" {printer} err)'


# A line longer than this is broken.
_LONG_LINE = 80


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
        began = editor.source.line_starts[editor.source.line_of(call.start)]
        before = editor.source.text(began, call.start)
        leads = bare and not before.strip(" ([{")
        line = editor.source.newline + (" " * len(before) + " " if leads else _indent(before))
        head = line if leads else " "
        after = f"{head}>|= function{_arms(context, facts, line, '| ')}"
    if bare:
        editor.insert(call.start, "(")
    editor.insert(call.end, after + ")" * bare)


def _indent(before: str) -> str:
    return before[: len(before) - len(before.lstrip())] + "  "


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
