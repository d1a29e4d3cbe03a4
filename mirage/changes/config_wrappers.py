"""Functions of config.ml that were there for the console of a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.syntax import unwrapped
from mirageport.mirage.changes.config_devices import device_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

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
    name, body = binding.get("pattern"), binding.get("body")
    parameters = binding.of("parameter")
    if name is None or body is None or name.kind != "value_name" or len(parameters) != 1:
        return None
    pattern = parameters[0].get("pattern")
    if pattern is None or pattern.kind not in ("value_pattern", "value_name", "any_pattern"):
        return None
    if context.analysis.references(pattern) or not is_stack(context, unwrapped(body)):
        return None
    calls = [_call(context, reference) for reference in context.analysis.references(name)]
    if not calls or None in calls:
        return None
    edits = [(context.name, name.end, parameters[0].end, "")]
    edits += [edit for edit in calls if edit is not None]
    found = context.rule(RULE)
    way = Way(f"Make `{context.text(name)}` a stack", found.applicability, tuple(edits))
    return context.finding(found, name, Rewrite((way,)), use=context.text(name))


def is_stack(context: Context, body: Node) -> bool:
    """Whether an expression is a call of one of Mirage's stacks. Not by its type: without its
    console it has none as Mirage 2 knows it."""
    function = body.get("function") if body.kind == "application_expression" else None
    if function is None or function in context.analysis.refs:
        return False
    return context.text(function).rpartition(".")[2] in _STACKS


def _call(context: Context, reference: Node) -> tuple[str, int, int, str] | None:
    """The edit that makes `(stack default_console)` of it `stack`; None for any other use."""
    call = reference.parent
    if call is None or call.kind != "application_expression" or reference.field != "function":
        return None
    arguments = call.all("argument")
    if len(arguments) != 1 or device_of(context, unwrapped(arguments[0])) != "console":
        return None
    parent = call.parent
    whole = parent if parent is not None and parent.kind == "parenthesized_expression" else call
    return context.name, whole.start, whole.end, context.text(reference)
