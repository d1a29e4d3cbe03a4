"""What reading from a channel gives: a value in Mirage 2, which raised at the end of the flow, and
a result in Mirage 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import ChannelStream, DataResult
from mirageport.diagnostics.finding import MANUAL, OLD_NAMES
from mirageport.diagnostics.syntax import is_function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use

VALUE_RESULT = "value-became-result"
STREAM = "channel-stream"


def reads(context: Context) -> Iterator[Finding]:
    """Calls that promised a value and promise a result of data or the end now."""
    for use, found in context.ruled(VALUE_RESULT):
        if _takes_a_value(context, use):
            yield _read(context, use, found)


def _takes_a_value(context: Context, use: Use) -> bool:
    """Whether the code takes what is read for the value itself, as Mirage 2 gave it."""
    used_as = context.analysis.bound_to(use.mark)
    return "result" not in used_as and (bool(used_as) or context.old)


def _read(context: Context, use: Use, found: Rule) -> Finding:
    name, call = context.text(use.node), use.call
    if call is None or is_function(context, call):
        message = (
            f"`{name}` gives a `result` in {context.target}, and is passed on here as a function "
            "that gives what was read: wrap it in one that handles the end and the error."
        )
        return context.finding(
            found, use.node, item=use.item.path, applicability=MANUAL, message=message
        )
    facts = DataResult(call, use, use.sibling("pp_error"))
    used_as = context.analysis.bound_to(use.mark)
    known_by = () if used_as else (OLD_NAMES,)
    return context.finding(found, use.node, facts, item=use.item.path, known_by=known_by, use=name)


def streams(context: Context) -> Iterator[Finding]:
    """Streams of what a channel reads, which are made by hand now."""
    for use, found in context.ruled(STREAM):
        call = use.call
        read = use.sibling("read_some")
        printer = use.sibling("pp_error")
        applied = call is not None and not is_function(context, call)
        facts = ChannelStream(call, read, printer) if applied and call is not None else None
        yield context.used(found, use, facts, read=read)
