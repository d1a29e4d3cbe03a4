"""The address of an IPv4 layer that is connected by hand: one prefix, which keeps the address.

Facts: tcpip v3.0.0 to v3.6.0 (`?ip ?network ?gateway`, an option, and a clock since 3.7), v4.0.0
(`~ip`, a pair), v5.0.0 src/ipv4/static_ipv4.mli (`~cidr`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import is_atomic
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import with_gap
from mirageport.ocaml.tree import Arguments, unwrapped, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node

KIND = "static-address"
_OLD = frozenset(["ip", "network"])
_PREFIX = "Ipaddr.V4.Prefix"


def find(context: Context) -> Iterator[Finding]:
    """Calls of `connect` that give an address and its network."""
    for use, rule in context.ruled(KIND):
        given = Arguments(use.arguments)
        if not _OLD.isdisjoint(given.labelled):
            edits = _edits(context, given)
            yield context.used(rule, use, rewriting("Give the prefix", edits))


def _edits(context: Context, given: Arguments) -> list[Edit]:
    """Those of the labels, and of the clock before the layers; none where the network is not
    known."""
    old = [label for name, label in given.labelled.items() if name in _OLD]
    address, network = given.value("ip"), given.value("network")
    pair = unwrapped(address)
    if pair.kind == "tuple_expression" and not network:
        network, address = pair.named_children
    if not address or not network or any(context.text(label).startswith("?") for label in old):
        return []
    bits = f"{_PREFIX}.bits {_atomic(context, network)}"
    cidr = f"~cidr:({_PREFIX}.make ({bits}) {_atomic(context, address)})"
    edits = [context.replace(old[0], cidr), *(context.remove(with_gap(each)) for each in old[1:])]
    if "gateway" in given.labelled and pair.kind != "tuple_expression":
        edits += _gateway(context, given.labelled["gateway"])
    if len(given.plain) == 3:
        edits.append(context.remove(with_gap(given.plain[0])))
    return edits


def _gateway(context: Context, label: Node) -> Iterator[Edit]:
    """The label of an option that is an address now."""
    value = unwrapped(value_of(label))
    text = context.text(value)
    payload = value.child("argument") or value.child("expression")
    if text == "None":
        yield context.remove(with_gap(label))
    elif text.startswith("Some") and payload:
        given = _atomic(context, payload)
        yield context.replace(label, "~gateway" if given == "gateway" else f"~gateway:{given}")
    elif context.text(label).startswith("~"):
        yield context.name, label.start, label.start + 1, "?"


def _atomic(context: Context, node: Node) -> str:
    text = context.text(node)
    return text if node.kind == "label_name" or is_atomic(node) else f"({text})"
