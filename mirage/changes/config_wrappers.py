"""Functions of config.ml that were there for the console of a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.mirage.changes.config_devices import device_of
from mirageport.ocaml.tree import NO_NODE, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node


RULE = "stack-wrapper-fn"

_STACKS = frozenset(["generic_stackv4", "socket_stackv4", "static_ipv4_stack", "dhcp_ipv4_stack"])


def find(context: Context) -> Iterator[Finding]:
    """`let stack console = ..` that has no use for its console any more."""
    if not context.is_config:
        return
    for definition in context.tree.root.of("value_definition"):
        for binding in definition.of("let_binding"):
            finding = _wrapper(context, binding)
            if finding is not None:
                yield finding


def _wrapper(context: Context, binding: Node) -> Finding | None:
    name, body = binding.child("pattern"), binding.child("body")
    parameters = binding.of("parameter")
    if not body or name.kind != "value_name" or len(parameters) != 1:
        return None
    pattern = parameters[0].child("pattern")
    if pattern.kind not in ("value_pattern", "value_name", "any_pattern"):
        return None
    if context.references(pattern) or not is_stack(context, body):
        return None
    calls = [_call(context, reference) for reference in context.references(name)]
    if not calls or None in calls:
        return None
    edits = [(context.name, name.end, parameters[0].end, "")]
    edits += [edit for edit in calls if edit is not None]
    found = context.rule(RULE)
    return context.finding(
        found,
        name,
        rewriting(f"Make `{context.text(name)}` a stack", edits),
        use=context.text(name),
    )


def is_stack(context: Context, body: Node) -> bool:
    """Whether an expression is a call of one of Mirage's stacks, or a choice among such calls. Not
    by its type: without its console it has none as Mirage 2 knows it."""
    body = unwrapped(body)
    if body.kind == "let_expression":
        return is_stack(context, body.child("body"))
    choices = [case.child("body") for case in body.of("match_case")]
    choices += [each.child("expression") for each in body.of("then_clause", "else_clause")]
    function = body.child("function") if body.kind == "application_expression" else NO_NODE
    if function and function not in context.analysis.refs:
        if context.last_name(function) != "if_impl":
            return context.last_name(function) in _STACKS
        choices = body.all("argument")[1:]
    return bool(choices) and all(is_stack(context, choice) for choice in choices)


def _call(context: Context, reference: Node) -> tuple[str, int, int, str] | None:
    """The edit that makes `(stack default_console)` of it `stack`; None for any other use."""
    call = reference.above
    if call.kind != "application_expression" or reference.field != "function":
        return None
    arguments = call.all("argument")
    if len(arguments) != 1 or device_of(context, unwrapped(arguments[0])) != "console":
        return None
    parent = call.above
    whole = parent if parent.kind == "parenthesized_expression" else call
    return context.name, whole.start, whole.end, context.text(reference)
