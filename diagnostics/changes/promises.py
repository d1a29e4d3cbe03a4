"""Calls whose `unit` became something to look at: a result, or a promise.

What the code does with the value decides (`Analysis.bound_to`): used as unit it is Mirage 2's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import error_type
from mirageport.diagnostics.changes.results import RESULT_RESHAPED
from mirageport.diagnostics.facts import UnitResult
from mirageport.diagnostics.finding import (
    MANUAL,
    OLD_NAMES,
    REVIEW,
    WARNING,
)
from mirageport.diagnostics.syntax import completed, continuation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding, Related
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

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


def taken_for_unit(context: Context, record: Record) -> Iterator[Finding]:
    """Results of writes that code binds as unit, which they were before Mirage 2.0."""
    for use, found in context.ruled_in(record, RESULT_RESHAPED):
        call = completed(context, use)
        following = continuation(context, call) if call is not None else None
        if call is None or following is None or following[1].kind != "unit":
            continue
        printer = use.sibling(f"pp_{error_type(context.library, use.item)}")
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
