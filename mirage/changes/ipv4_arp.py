"""IPv4 over ethernet alone: its functor took the clock and the time, and did what `Arpv4` does now.

tcpip 2.5: `Ipv4.Make (Ethif) (Clock) (Time)`, `connect ethif`, `input_arpv4`. From 2.6 on address
resolution is a module of its own, `Arpv4.Make (Ethif) (Clock) (Time)`, whose value IPv4's `connect`
takes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.syntax import continuation, unwrapped
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import READER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.analysis import FunctorUse
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

    Edit = tuple[str, int, int, str]

RULE = "ipv4-arp"
_FUNCTOR = "Ipv4.Make"
_INPUT = "input_arpv4"
_ARGUMENTS = 3


class _Connected(NamedTuple):
    """A call of `connect`: itself, the ethernet it is given, the pattern its value is bound to."""

    call: Node
    ethernet: Node
    pattern: Node


def find(context: Context) -> Iterator[Finding]:
    """Applications of the functor to three modules, and what else had to do with addresses."""
    covered: list[Edit] = []
    for use in context.analysis.functor_uses:
        if use.item.path != _FUNCTOR or len(use.arguments) != _ARGUMENTS:
            continue
        found = context.rule(RULE)
        edits = _edits(context, use)
        covered += edits
        way = Way("Resolve addresses with `Arpv4`", found.applicability, tuple(edits))
        yield context.finding(
            found,
            use.head,
            Rewrite((way,)) if edits else None,
            item=use.item.path,
            applicability=found.applicability if edits else MANUAL,
            use=context.text(use.head),
        )

    for node in context.gathered(_inputs_named):
        prefix = node.first("module_path")
        module = context.analysis.module_refs.get(prefix) if prefix is not None else None
        if module is None or any(start <= node.start < end for _, start, end, _ in covered):
            continue
        if module.value("set_ip") is not None or module.value("pseudoheader") is not None:
            yield _left(context, node)


def _inputs_named(records: list[Record]) -> list[Node]:
    """Values of this name that no interface has."""
    missing = [node for record in records for node in record.missing]
    return [node for node in missing if READER.text(node.children[-1]) == _INPUT]


def _left(context: Context, node: Node) -> Finding:
    message = (
        f"`{context.text(node)}` is `input` of address resolution in {context.target}, a device of "
        "its own: take a module `(Arp : Mirage_protocols_lwt.ARP)` and its value where this takes "
        "IPv4's, and write `Arp.input arp`."
    )
    return context.finding(context.rule(RULE), node, applicability=MANUAL, message=message)


def _edits(context: Context, use: FunctorUse) -> list[Edit]:
    """Everything that changes with it; empty where something uses it in a way of its own."""
    binding = use.node.parent
    name = binding.first("module_name") if binding is not None else None
    definition = binding.parent if binding is not None else None
    around = use.node.up("structure", "compilation_unit")
    if name is None or definition is None or around is None:
        return []
    module, value = _fresh(context, "Arp"), _fresh(context, "arp")
    connected = [_connected(context, call) for call in _calls(context, around, context.text(name))]
    inputs = _inputs(context, around, context.text(name), connected)
    if not connected or None in connected or inputs is None:
        return []
    edits = _definition(context, use, definition, module)
    for each in connected:
        if each is not None:
            edits += _resolved(context, each, module, value)
    edits += [(context.name, node.start, node.end, f"{module}.input {value}") for node in inputs]
    return edits


def _fresh(context: Context, name: str) -> str:
    """A name that nothing in the file has."""
    taken = {
        context.text(node)
        for node in context.tree.root.descendants()
        if node.kind in ("module_name", "value_name", "value_pattern")
    }
    number = 1
    wanted = name
    while wanted in taken:
        number += 1
        wanted = f"{name}{number}"
    return wanted


def _calls(context: Context, around: Node, module: str) -> list[Node | None]:
    """The calls of the module's `connect`; None for one that only names it."""
    return [
        use.call
        for use in context.analysis.uses
        if use.item.owner == _FUNCTOR
        and use.item.name == "connect"
        and use.qualifier == module
        and around.start <= use.node.start < around.end
    ]


def _connected(context: Context, call: Node | None) -> _Connected | None:
    """A call such as `connect ~ip ethif >>= fun i -> ..`; None for any other."""
    bound = continuation(context, call) if call is not None else None
    given = (
        [node for node in call.all("argument") if node.kind != "labeled_argument"] if call else []
    )
    if call is None or bound is None or len(given) != 1 or given[0].kind != "value_path":
        return None
    return _Connected(call, given[0], bound[1])


def _inputs(
    context: Context, around: Node, module: str, connected: list[_Connected | None]
) -> list[Node] | None:
    """The calls of `input_arpv4` with a value that such a call gave; None where one has another."""
    found = []
    values = [each.pattern for each in connected if each is not None]
    for node in around.descendants():
        if node.kind != "value_path" or context.text(node) != f"{module}.{_INPUT}":
            continue
        call = node.parent if node.field == "function" else None
        given = call.all("argument") if call is not None else []
        value = context.analysis.refs.get(unwrapped(given[0])) if len(given) == 1 else None
        if call is None or value is None or value.node not in values:
            return None
        found.append(call)
    return found


def _definition(context: Context, use: FunctorUse, definition: Node, module: str) -> list[Edit]:
    """`module Arp = Arpv4.Make ..` before the functor's own definition."""
    source = context.source
    arguments = source.text(use.head.end, use.node.end)
    ethernet = source.text(use.head.end, _end(use.arguments[0]))
    between = source.newline + source.indent(definition.start)
    added = f"module {module} = Arpv4.Make{arguments}{between}"
    return [
        (context.name, definition.start, definition.start, added),
        (
            context.name,
            use.head.start,
            use.node.end,
            f"Static_ipv4.Make{ethernet}{_spaced(ethernet)}({module})",
        ),
    ]


def _spaced(text: str) -> str:
    return " " if text.startswith(" ") else ""


def _end(argument: Node) -> int:
    parent = argument.parent
    inside = parent is not None and parent.kind == "parenthesized_module_expression"
    return parent.end if parent is not None and inside else argument.end


def _resolved(context: Context, connected: _Connected, module: str, value: str) -> list[Edit]:
    """`Arp.connect ethif >>= fun arp -> ..` around a call of IPv4's own."""
    call = connected.call
    indent = context.source.newline + context.source.indent(call.start)
    before = f"{module}.connect {context.text(connected.ethernet)} >>= fun {value} ->{indent}"
    return [
        (context.name, call.start, call.start, before),
        (context.name, call.end, call.end, f" {value}"),
    ]
