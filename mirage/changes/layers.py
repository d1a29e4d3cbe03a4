"""Stacks put together by hand: the functors of their layers, by the years.

tcpip until 2.3: `Ipv4.Make (Ethif)`; 2.4 and 2.5: `Ipv4.Make (Ethif) (Clock) (Time)`. IPv4
resolved addresses itself, and a stack had eight arguments, of which 2.6 made nine, with `Arpv4`,
and 2.8 ten, with `Icmpv4`. 3.0: `Static_ipv4.Make (Ethif) (Arp)`, and a stack of nine without the
console.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.functor_arguments import (
    has_type,
    module_of_type,
    parameters_around,
)
from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, FunctorUse, Node


ARP_RULE = "ipv4-arp"
STACK_RULE = "stack-direct-make"
_IPV4 = ("Ipv4.Make", "Static_ipv4.Make")
_STACK = "Tcpip_stack_direct.Make"
# What is applied to other arguments in code of before 2.8.
OUTDATED = ("Ipv4.Make", _STACK)
_CLOCKS = frozenset(["CLOCK", "MCLOCK"])
_TIMES = frozenset(["TIME", "Mirage_time_lwt.S", "Mirage_time.S"])
_CONSOLES = frozenset(["CONSOLE", "Mirage_console_lwt.S"])


class Layer(NamedTuple):
    """A module that a library's functor makes. name: as it is bound; binding: its
    `module_binding`; use: the application."""

    name: str
    binding: Node
    use: FunctorUse


def layers(context: Context) -> list[Layer]:
    """All modules of the file that are a functor of an interface, applied."""
    found = []
    for use in context.analysis.functor_uses:
        binding = use.node.above
        name = binding.part("module_name")
        if binding and name:
            found.append(Layer(context.text(name), binding, use))
    return found


def layer(context: Context, path: str, node: Node, of: Iterable[str] = ()) -> Layer | None:
    """The layer that a path at a node means: the last one before it, in the functor that the node
    is in. of: the functors it may be made by; empty: any."""
    name, found = path.rpartition(".")[2], None
    around = _functor_around(context, node)
    for each in layers(context):
        if each.name == name and each.binding.start < node.start:
            if _functor_around(context, each.binding) is around:
                if not of or each.use.item.path in of:
                    found = each
    return found


def _functor_around(context: Context, node: Node) -> Node | None:
    functors = [functor.node for functor in context.analysis.functors]
    around = [each for each in functors if each.start < node.start < each.end]
    return max(around, key=lambda each: each.start, default=None)


def argument(context: Context, of: Layer, position: int) -> str:
    """The text of an argument of a layer's functor, without parentheses; "" where it has none."""
    given = of.use.arguments
    return context.text(given[position]).strip("() ") if position < len(given) else ""


def seen_from(context: Context, of: Layer, name: str, node: Node) -> str:
    """What a module beside a layer is called at a node: with the modules around the layer that are
    not around the node."""
    names = [name]
    above = of.binding.around("module_binding")
    while above and not above.start <= node.start < above.end:
        names.insert(0, context.text(above.part("module_name")))
        above = above.around("module_binding")
    return ".".join(names)


def fresh(context: Context, name: str, within: Node | None = None) -> str:
    """A name that nothing in the file has, or in a piece of it."""
    taken = {
        context.text(node)
        for node in (within or context.tree.root).descendants()
        if node.kind in ("module_name", "value_name", "value_pattern")
    }
    number, wanted = 1, name
    while wanted in taken:
        number += 1
        wanted = f"{name}{number}"
    return wanted


def beside(context: Context, functors: Iterable[str], of: str, name: str) -> str:
    """What a module beside a layer is to be called: `name`, with that of the layer in front of it
    where the file has several such layers, whichever of them gets it first."""
    several = sum(each.use.item.path in functors for each in layers(context)) > 1
    return fresh(context, f"{of}_{name.lower()}" if several else name)


def find(context: Context) -> Iterator[Finding]:
    """Applications of the functors as they were before they got their arguments of 2.8."""
    for use in context.analysis.functor_uses:
        count = len(use.arguments)
        if use.item.path == _IPV4[0] and count in (1, 3):
            yield _found(context, use, ARP_RULE, "Do ARP with `Arpv4`", _ipv4(context, use))
        elif use.item.path == _STACK and (count == 8 or (count == 9 and _logs(context, use))):
            title = "Write the new layers of the stack"
            yield _found(context, use, STACK_RULE, title, _stack(context, use))


def _logs(context: Context, use: FunctorUse) -> bool:
    """Whether the first argument is a console: nine arguments are of tcpip 2.6, or of 3.0."""
    return _is(context, use.arguments[0], _CONSOLES)


def _found(context: Context, use: FunctorUse, name: str, title: str, edits: list[Edit]) -> Finding:
    found = context.rule(name)
    return context.finding(
        found,
        use.head,
        rewriting(title, edits),
        item=use.item.path,
        message="" if edits or name == ARP_RULE else _by_hand(context, use),
        use=context.text(use.head),
        old=context.text(use.head),
    )


def _by_hand(context: Context, use: FunctorUse) -> str:
    takes = context.rule(STACK_RULE).options["takes"]
    return (
        f"`{context.text(use.head)}` takes {takes}. Make the ARP device that IPv4 takes, "
        f"and `Icmpv4.Make ({context.text(use.arguments[-3]).strip('() ')})`."
    )


def _before(context: Context, binding: Node, added: str) -> Edit | None:
    """A module in front of the definition of another."""
    definition = binding.above
    if not definition or len(definition.of("module_binding")) != 1:
        return None
    at, within = definition.start, definition.above
    if within.kind == "let_expression":
        at, added = within.start, f"let {added} in"
    between = context.source.newline + context.source.indent(at)
    return context.name, at, at, added + between


def _applied(context: Context, use: FunctorUse, functor: str, arguments: list[str]) -> str:
    """An application, its arguments apart as they are in the text."""
    gap = " " if context.source.text(use.head.end, use.head.end + 1) == " " else ""
    return functor + "".join(f"{gap}({each})" for each in arguments)


def _ipv4(context: Context, use: FunctorUse) -> list[Edit]:
    """`module Arp = Arpv4.Make ..` in front of it, and what it takes now."""
    binding = use.node.above
    if binding.kind != "module_binding":
        return []
    ethernet, *rest = [context.text(each).strip("() ") for each in use.arguments]
    clock, time = rest or (
        module_of_type(context, use.node, _CLOCKS, "Clock"),
        module_of_type(context, use.node, _TIMES, "OS.Time"),
    )
    arp = beside(context, _IPV4, context.text(binding.part("module_name")), "Arp")
    made = _applied(context, use, "Arpv4.Make", [ethernet, clock, time])
    added = _before(context, binding, f"module {arp} = {made}")
    new = _applied(context, use, "Static_ipv4.Make", [ethernet, arp])
    return [added, (context.name, use.head.start, use.node.end, new)] if added else []


def _is(context: Context, node: Node, types: frozenset[str]) -> bool:
    """Whether a module is a functor parameter of such a type."""
    name = context.text(node).strip("() ")
    return any(
        parameter.name == name and has_type(context, parameter, types)
        for parameter in parameters_around(context, node)
    )


def _stack(context: Context, use: FunctorUse) -> list[Edit]:
    """The console left out, the address resolution of IPv4 and `Icmpv4` put in."""
    binding = use.node.above
    if binding.kind != "module_binding" or not _logs(context, use):
        return []
    given = [context.text(each).strip("() ") for each in use.arguments[1:]]
    ipv4 = layer(context, given[-3], use.node, _IPV4)
    if ipv4 is None or len(ipv4.use.arguments) != 2 or "." in given[-3]:
        return []
    icmp = beside(context, [_STACK], context.text(binding.part("module_name")), "Icmp")
    arp = argument(context, ipv4, 1)
    below = given[:4] if len(given) == 7 else given[:5]
    new = [*below[:4], below[4] if len(below) == 5 else arp, given[-3], icmp, *given[-2:]]
    added = _before(context, binding, f"module {icmp} = Icmpv4.Make ({given[-3]})")
    text = _applied(context, use, context.text(use.head), new)
    return [added, (context.name, use.head.start, use.node.end, text)] if added else []
