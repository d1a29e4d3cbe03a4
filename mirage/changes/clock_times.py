"""The time of a clock, in float seconds, from a clock that tells days and picoseconds, or from one
that counts nanoseconds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.values import module_of
from mirageport.diagnostics.facts import rewriting
from mirageport.mirage.changes.clock_dates import dated
from mirageport.mirage.changes.clock_handed import clock_of, named, start_parameter
from mirageport.mirage.clock import MCLOCK, PCLOCK
from mirageport.mirage.spans import measures
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Rewrite, Use


CLOCK_TIME = "clock-time"

# By clock: what gives its time, and float seconds made of that.
_READINGS = {
    PCLOCK: (
        "now_d_ps",
        "let days, ps = {at}.now_d_ps {name} in "
        "float_of_int days *. 86_400. +. Int64.to_float ps *. 1e-12",
    ),
    MCLOCK: ("elapsed_ns", "Int64.to_float ({at}.elapsed_ns {name}) *. 1e-9"),
}

# What a function may be called that tells the time for several calls.
_HELPERS = ("now", "seconds", "clock_seconds")


def find(context: Context) -> Iterator[Finding]:
    """Calls of a clock's `time`; where `start` has the clock at hand they are rewritten."""
    whole = dated(context)
    for use, found in context.ruled(CLOCK_TIME):
        if use.call in whole:
            continue  # the date goes with its time
        facts = _facts(context, use)
        module, name = module_of(use), context.text(use.node)
        said = name if use.qualifier else f"{module}.{name}"
        message = found.message.format(use=said, at=module)
        why = "" if facts else f" {_why(context, use)}"
        yield context.used(found, use, facts, message=message + why)


def _why(context: Context, use: Use) -> str:
    """Why a call is left to a person, and what there is to do."""
    module = module_of(use)
    if not clock_of(context, module):
        return (
            f"There is no global module `{module}`: take a clock as a parameter of the functor, "
            "and pass its value to the code that needs the time."
        )
    if not use.call:
        return "It is passed as a function here: pass a function that uses the value of the clock."
    parameter = start_parameter(context, module, use.node)
    if parameter and parameter.kind == "unit":
        return "Let `start` take the clock instead of `()` first; then there is a fix."
    return "There is no clock value here: pass it as an argument, from `start` on."


def _facts(context: Context, use: Use) -> Rewrite | None:
    module = module_of(use)
    call, clock = use.call, clock_of(context, module)
    known = named(context, module_of(use), call) if call else None
    if not call or known is None or not _fits(context, use, clock):
        return None
    name, edits = known
    value, seconds = _READINGS[clock]
    helper = _helper(context, use, clock)
    if helper is not None:
        text, more = f"{helper[0]} {name}", helper[1]
        edits = (*edits, *more)
    else:
        written = seconds.format(at=module, name=name)
        alone = wrapped(call) is not call or (call.field == "body" and clock == MCLOCK)
        text = written if alone else f"({written})"
    edit = context.replace(call, text)
    return rewriting(f"Compute the seconds with `{module}.{value}`", [edit, *edits])


def _helper(context: Context, use: Use, clock: str) -> tuple[str, tuple[Edit, ...]] | None:
    """The function of the functor that tells the time, for several calls: its name, and the edit
    that defines it where it is not there yet. None where there is a single call."""
    module, call = module_of(use), use.call
    functor = next((f for f in context.analysis.functors if _has(f.node, use)), None)
    body = functor.node.get("body") if functor is not None else None
    if body is None or call is None or body.kind != "structure":
        return None
    items = body.named_children
    defined = " ".join(_READINGS[clock][1].format(at=module, name="clock").split())
    for item in items:
        binding = item.first("let_binding")
        value, pattern = (binding.get("body"), binding.get("pattern")) if binding else (None, None)
        if value is None or pattern is None or item.end > call.start:
            continue
        if " ".join(context.text(value).split()) == defined:
            return context.text(pattern), ()
    whole = dated(context)
    ruled = [each for each, _rule in context.ruled(CLOCK_TIME) if each.call not in whole]
    calls = [each for each in ruled if _has(body, each)]
    calls = [each for each in calls if module_of(each) == module and _is_rewritten(context, each)]
    name = next((name for name in _HELPERS if not _binds(context, name)), "")
    if len(calls) < 2 or not name:
        return None
    first = min(each.node.start for each in calls)
    at = next((index for index, item in enumerate(items) if item.start <= first < item.end), 0)
    return name, (_definition(context, items[at], name, module, clock),)


def _definition(context: Context, item: Node, name: str, module: str, clock: str) -> Edit:
    """The edit that defines the function in front of an item, and of the comments before that."""
    source, siblings = context.source, item.parent.children if item.parent is not None else []
    before = siblings[siblings.index(item) - 1]
    line = source.newline + source.indent(item.start)
    text = _READINGS[clock][1].format(at=module, name="clock")
    head, within, rest = text.partition(" in ")
    body = f"{line}  {head}{within.rstrip()}{line}  {rest}" if within else f" {head}"
    blank = "" if before.kind == "struct" else source.newline
    # Behind a comment that ends the line of what stands before.
    at = before.end
    end = source.line_end(source.line_of(at))
    if end <= item.start:
        at = end
    gap = source.text(at, item.start)
    after = "" if gap.count("\n") > 1 else source.newline if "\n" in gap else line
    return context.name, at, at, f"{blank}{line}let {name} clock ={body}{after}"


def _has(node: Node, use: Use) -> bool:
    return node.start <= use.node.start < node.end


def _is_rewritten(context: Context, use: Use) -> bool:
    """Whether a call has a fix of its own."""
    call, clock = use.call, clock_of(context, module_of(use))
    return (
        call is not None
        and _fits(context, use, clock)
        and named(context, module_of(use), call) is not None
    )


def _binds(context: Context, name: str) -> bool:
    """Whether anything in the file is called so."""
    return any(
        node.kind in ("value_pattern", "value_name") and context.text(node) == name
        for node in context.tree.root.descendants()
    )


def _fits(context: Context, use: Use, clock: str) -> bool:
    """Whether what the clock tells is what this reading is for."""
    return clock == PCLOCK or (clock == MCLOCK and measures(context.analysis, use))
