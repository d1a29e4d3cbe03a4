"""Calls whose `unit` became something to look at: a result, or a promise.

What the code does with the value decides (`Analysis.bound_to`): used as unit it is Mirage 2's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import SyncLog, UnitResult
from mirageport.diagnostics.finding import (
    MANUAL,
    OLD_CONSOLE,
    OLD_LOG,
    OLD_NAMES,
    REVIEW,
    SAFE,
    WARNING,
)
from mirageport.diagnostics.kinds.results import RESULT_RESHAPED
from mirageport.diagnostics.reporters import in_reporter
from mirageport.diagnostics.syntax import completed, continuation, has_operator, is_promise
from mirageport.mirage.errors import error_type
from mirageport.mirage.project import library
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding, Related
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node

UNIT_RESULT = "unit-became-result"
UNIT_PROMISE = "unit-became-promise"


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
        return None  # Mirage 3 code may drop the result
    name = context.text(use.node)
    call = completed(context, use)
    if call is None:
        return _passed_on(context, use, found)
    printer = use.sibling(found.options["printer"])
    facts = UnitResult(call, use, printer, found.options.get("quiet") == "yes")
    if needs_unit:
        related = _taken_as_unit(context, call)
        return context.finding(
            found, use.node, facts, item=use.item.path, related=related, use=name
        )
    message = (
        f"`{name}` gives a `result` in Mirage 3. This still compiles, and drops the error silently."
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
    return (context.related(following[1], "the result is taken as unit here"),)


def taken_for_unit(context: Context) -> Iterator[Finding]:
    """Results of writes that code binds as unit, which they were before Mirage 2.0."""
    for use, found in context.ruled(RESULT_RESHAPED):
        call = completed(context, use)
        following = continuation(context, call) if call is not None else None
        if call is None or following is None or following[1].kind != "unit":
            continue
        printer = use.sibling(f"pp_{error_type(library(), use.item)}")
        name = context.text(use.node)
        message = f"`{name}` gives a `result` in Mirage 3: this code takes it as unit."
        facts = UnitResult(call, use, printer, False)
        yield context.finding(
            found, use.node, facts, item=use.item.path, applicability=REVIEW, message=message
        )


def _passed_on(context: Context, use: Use, found: Rule) -> Finding:
    message = (
        f"`{context.text(use.node)}` gives a `result` in Mirage 3, and is passed on here as a "
        "function that gives unit: wrap it in one that handles the error."
    )
    return context.finding(
        found, use.node, item=use.item.path, applicability=MANUAL, message=message
    )


def logs(context: Context) -> Iterator[Finding]:
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
    return not used_as and use.naming == "old"


def _log_is_known_by(context: Context, use: Use) -> tuple[str, ...]:
    used_as = context.analysis.bound_to(use.mark)
    return () if "unit" in used_as else (OLD_CONSOLE, OLD_LOG)


def _log(context: Context, use: Use, found: Rule) -> Finding:
    name = context.text(use.node)
    call = use.call
    if call is None:
        message = (
            f"`{name}` gives a promise in Mirage 3, and is passed on here as a function that gives "
            "unit: pass one that logs through `Logs`."
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
