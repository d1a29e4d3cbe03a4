"""Stacks put together by hand: the record that made one.

tcpip 2.8: `{ V1_LWT.name; console; interface; mode }`, `mode` being `` `DHCP `` or `` `IPv4
(address, netmask, gateways) ``. 3.0: `{ Mirage_stack_lwt.name; interface }`; IPv4's own `connect`
takes the addresses.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.syntax import continuation, record_fields
from mirageport.mirage.changes.connect_addresses import labels_v4
from mirageport.mirage.changes.layers import argument, fresh, layer, layers
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import label_of, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, NamedUse, Node, Rule


KIND = "stack-record"
_FIELDS = frozenset(["name", "console", "interface", "mode"])
_STACK = "Tcpip_stack_direct.Make"
_ARGUMENTS, _IPV4 = 9, 5  # of the stack's functor in tcpip 3.0, and where IPv4 is among them
_PARTS = ("own", "netmask", "gateways")


def find(context: Context) -> Iterator[Finding]:
    """Records of this type, the type itself, and constraints on it."""
    named = list(context.analysis.named_types.values())
    for use in named:
        for found in context.rules_of(use.item.changes, KIND):
            yield _finding(context, use.node, use.item.path, found, None)
    for constraint in context.analysis.constraints:
        for found in context.rules_of(constraint.item.changes, KIND):
            yield _finding(context, constraint.node, constraint.item.path, found, None)
    seen: dict[Node, list[NamedUse]] = {}
    for use in context.analysis.field_uses.values():
        record = use.node.up("record_expression", "record_pattern") or use.node
        seen.setdefault(record, []).append(use)
    for record, uses in seen.items():
        for found in context.rules_of(uses[0].item.changes, KIND):
            # A bare name may be another record's field.
            if uses[0].qualifier or len(uses) == len(_FIELDS):
                facts = _record(context, record)
                yield _finding(context, uses[0].node, uses[0].item.path, found, facts)


def _finding(
    context: Context, node: Node, item: str, found: Rule, facts: StackRecord | None
) -> Finding:
    return context.finding(found, node, facts, item=item, use=context.text(node))


def _record(context: Context, record: Node) -> StackRecord | None:
    """A record whose addresses can go to the `connect` of IPv4 before it."""
    fields = record_fields(context.tree, record)
    connect = _ipv4(context, record) if set(fields) == _FIELDS else None
    if connect is None:
        return None
    mode = unwrapped(fields["mode"])
    shown = (fields["name"], fields["interface"])
    if mode.kind in ("value_path", "field_path") and b"`DHCP" not in context.source.data:
        definition = record.around("value_definition")
        names = tuple(fresh(context, part, definition) for part in _PARTS)
        return (
            StackRecord(record, *shown, connect, (), mode, names)
            if _before(context, mode, connect)
            else None
        )
    tag = mode.child("function")
    given = mode.all("argument")
    if context.text(tag) != "`IPv4" or len(given) != 1:
        return None
    parts = _tuple(unwrapped(given[0]))
    if len(parts) != len(_PARTS) or not _before(context, mode, connect):
        return None
    return StackRecord(record, *shown, connect, tuple(parts), None, ())


def _tuple(node: Node) -> list[Node]:
    """The members of a tuple, however its commas are nested."""
    if node.kind != "tuple_expression":
        return [node]
    return [part for child in node.named_children for part in _tuple(child)]


def _ipv4(context: Context, record: Node) -> Node | None:
    """The call of IPv4's `connect` whose value is there where the record is, without addresses."""
    stacks = [each for each in layers(context) if each.use.item.path == _STACK]
    if len(stacks) != 1 or len(stacks[0].use.arguments) != _ARGUMENTS:
        return None
    ipv4 = layer(context, argument(context, stacks[0], _IPV4), stacks[0].binding)
    found = None
    for use in context.analysis.uses:
        if use.item.name != "connect" or not use.call:
            continue
        bound = continuation(context, use.call)
        inside = bound is not None and bound[2].start <= record.start < bound[2].end
        if ipv4 is None or not inside or layer(context, use.qualifier, use.node) != ipv4:
            continue
        labels = [label_of(each) for each in use.arguments]
        found = use.call if not any(labels) else None
    return found


def _before(context: Context, value: Node, call: Node) -> bool:
    """Whether all that a value names is there before a call."""
    for node in (value, *value.descendants()):
        bound = context.bound(node)
        if bound and bound.start >= call.start:
            return False
    return True


# -- the fix ---------------------------------------------------------------------------------------


class StackRecord(NamedTuple):
    """The record that a stack was made of. record: itself; name, interface: the values of the two
    fields that it keeps; connect: the call of IPv4's `connect` that takes the addresses; addresses:
    address, netmask and gateways; mode: the value that has them, where they are not written out,
    and names: what to call them then."""

    record: Node
    name: Node
    interface: Node
    connect: Node
    addresses: tuple[Node, ...]
    mode: Node | None
    names: tuple[str, ...]

    def edit(self, editor: Editor) -> str:
        """The record without console and mode; the addresses of the mode become arguments of IPv4's
        `connect`."""
        call, function = self.connect, self.connect.child("function")
        if not function:
            return ""
        gap = editor.source.newline + editor.source.indent(call.start)
        if self.mode is not None:
            ip, netmask, gateways = self.names
            pattern = f"`IPv4 ({', '.join(self.names)})"
            editor.insert(call.start, f"let {pattern} = {_bare(editor, self.mode)} in{gap}")
            one = f"(match {gateways} with [] -> None | gateway :: _ -> Some gateway)"
            network = f"(Ipaddr.V4.Prefix.of_netmask {netmask} {ip})"
            labels = [f"~ip:{ip}", f"~network:{network}", f"~gateway:{one}"]
        else:
            setters = ("set_ip", "set_ip_netmask", "set_ip_gateways")
            labels = labels_v4(editor, dict(zip(setters, self.addresses, strict=True)))
        first = call.all("argument")[0]
        editor.replace(
            function.end, first.start, "".join(f"{gap}  {each}" for each in labels) + f"{gap}  "
        )
        name, interface = (
            _field(editor, "name", self.name),
            _field(editor, "interface", self.interface),
        )
        editor.replace_node(self.record, f"{{ Mirage_stack_lwt.{name}; {interface} }}")
        return "Remove the console, and give the addresses to IPv4's `connect`"


def _bare(editor: Editor, value: Node) -> str:
    """A value's text; that of a pun is the field's name."""
    return editor.text(value.children[-1] if value.kind == "field_path" else value)


def _field(editor: Editor, name: str, value: Node) -> str:
    """A field of a record; alone where it is a pun."""
    pun = value.kind == "field_path"
    return name if pun else f"{name} = {editor.text(value).rstrip('; ')}"
