"""Fixed addresses of stacks in config.ml: labels of the stack, where they were a record.

Facts: mirage v4.9.0 lib/mirage/mirage.mli (`ipv4_config`, `ipv6_config`), v4.11.1 lib/mirage.mli
(`generic_stackv4v6 ?ipv4_network ?ipv4_gateway ..`); ipaddr 5.6 (`Prefix.of_string_exn` keeps the
address of `10.0.0.2/24`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import item, with_gap
from mirageport.diagnostics.syntax import record_fields
from mirageport.ocaml.tree import NO_NODE, Arguments, label_of, unwrapped, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Use

KIND = "address-labels"

_OLDEST = "config"
_VERSIONS = {_OLDEST: "4", "ipv4_config": "4", "ipv6_config": "6"}
_PARSED = "of_address_string_exn"


def find(context: Context) -> Iterator[Finding]:
    """The labels of a stack that takes no record any more."""
    for use, rule in context.ruled(KIND):
        for label in use.arguments:
            version = _VERSIONS.get(label_of(label), "")
            # What takes the addresses now never had the label of the stack that it was.
            ended = context.library.has_ended(use.item.path, label_of(label))
            if version and (ended or label_of(label) == _OLDEST):
                version = "6" if "6" in use.item.name and "4" not in use.item.name else version
                facts = rewriting(
                    "Give the addresses as labels", _edits(context, use, label, version)
                )
                yield context.finding(
                    rule,
                    label,
                    facts,
                    item=use.item.path,
                    use=context.text(use.node),
                    label=label_of(label),
                )


def _edits(context: Context, use: Use, label: Node, version: str) -> list[Edit]:
    """The label's value as labels of a stack, or dropped for a layer, which asks on the command
    line; none where the record is not written here."""
    value = value_of(label)
    defined = context.analysis.defined_as(value)
    record = unwrapped(defined or unwrapped(value))
    pattern = context.bound(value) if defined else NO_NODE
    binding = pattern.around("let_binding")
    alone = len(context.references(pattern)) == 1 and len(binding.above.of("let_binding")) == 1
    gone = [context.remove(item(context.source, binding.above))] if pattern and alone else []
    if not use.item.name.endswith(("stack", "stackv4", "stackv6", "stackv4v6")):
        return [context.remove(with_gap(label)), *gone] if not pattern or alone else []
    fields = record_fields(context.tree, record)
    if fields.keys() != {"network", "gateway"}:
        return []
    network = _network(context, unwrapped(fields["network"]), version)
    text = f"~ipv{version}_network:{network}{_gateway(context, fields['gateway'], version)}"
    return [context.replace(label, text), *gone]


def _network(context: Context, node: Node, version: str) -> str:
    """A network with the address of this host in it."""
    if node.kind == "tuple_expression":
        given = Arguments(node.named_children[0].all("argument")).labelled.get("address", NO_NODE)
        prefix, address = (_atomic(context, each) for each in node.named_children)
        if given and _atomic(context, value_of(given)) == address:
            return prefix  # which keeps the address that it is made of
        module = f"Ipaddr.V{version}.Prefix"
        return f"({module}.make ({module}.bits {prefix}) {address})"
    return _atomic(context, node).replace(_PARSED, "of_string_exn")


def _gateway(context: Context, node: Node, version: str) -> str:
    value = unwrapped(node)
    text = context.text(value)
    if text == "None":
        return ""
    payload = value.child("argument") or value.child("expression")
    if text.startswith("Some") and payload:
        return f" ~ipv{version}_gateway:{_atomic(context, payload)}"
    return f" ?ipv{version}_gateway:{_atomic(context, value)}"


def _atomic(context: Context, node: Node) -> str:
    text = context.text(node)
    return text if node.kind in ("value_path", "parenthesized_expression") else f"({text})"
