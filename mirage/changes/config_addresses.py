"""Records of addresses in config.ml, which have other fields now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import atomic
from mirageport.diagnostics.syntax import record_fields
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node


_ADDRESSES = frozenset(["address", "netmask", "gateways"])


def addresses(context: Context) -> Iterator[Finding]:
    """Records of addresses, wherever they stand in config.ml."""
    if not context.is_config or not _uses_mirage(context):
        return
    nodes = context.tree.root.descendants()
    if any(_own_field(context, node) for node in nodes if node.kind == "field_declaration"):
        return
    for record in nodes:
        fields = record_fields(context.tree, record)
        written = record.of("field_expression")
        if fields.keys() == _ADDRESSES and len(written) == len(fields):  # no field twice
            version = "6" if _is_list(context, fields["netmask"]) else "4"
            found = context.rule(f"ip-ipv{version}-config")
            facts = AddressRecord(record, version)
            yield context.finding(found, record, facts, end=record.start + 1)


def _uses_mirage(context: Context) -> bool:
    opened = any(found.module.path == "Mirage" for found in context.analysis.opens)
    return opened or any(use.item.path.startswith("Mirage.") for use in context.analysis.uses)


def _is_list(context: Context, node: Node) -> bool:
    """Whether an expression is a list, by its type or by its looks."""
    known = context.type_name(node) or unwrapped(node).kind
    return known in ("list", "list_expression", "empty_list")


def _own_field(context: Context, declaration: Node) -> bool:
    """Whether a record type of the file's own has a field that an address record has."""
    return context.text(declaration.part("field_name")) in _ADDRESSES


# -- the fix ---------------------------------------------------------------------------------------


class AddressRecord(NamedTuple):
    """A record `{ address; netmask; gateways }`. version: of IP, `4` or `6`."""

    record: Node
    version: str

    def edit(self, editor: Editor) -> str:
        """`{ address; netmask; gateways }` with the fields of Mirage 3, each where it was."""
        fields = self.record.of("field_expression")
        values = dict(zip(record_fields(editor.tree, self.record), fields, strict=True))
        address, netmask, gateways = (values[name] for name in ("address", "netmask", "gateways"))
        if self.version == "6":
            editor.replace_node(address, f"addresses = [ {editor.text(_value(address))} ]")
            editor.replace_node(netmask, f"netmasks = {editor.text(_value(netmask))}")
        else:
            editor.replace_node(
                address, f"network = {_network(editor, _value(address), _value(netmask))}"
            )
            editor.replace_node(gateways, f"gateway = {gateway(editor, _value(gateways))}")
            _remove_field(editor, netmask)
        return f"Use the fields of {editor.project.pack.target}'s `ipv{self.version}_config`"


def _network(editor: Editor, address: Node, netmask: Node) -> str:
    """Network and address of a host: `192.168.7.2/24` where both are literals."""
    literal, mask = _literal(editor, address), _literal(editor, netmask)
    length = _prefix_length(mask)
    if length is not None and literal.replace(".", "").isdecimal():
        return f'Ipaddr.V4.Prefix.of_address_string_exn "{literal}/{length}"'
    prefix = f"Ipaddr.V4.Prefix.of_netmask {atomic(editor, netmask)} {atomic(editor, address)}"
    return f"({prefix}, {editor.text(address)})"


def _literal(editor: Editor, node: Node) -> str:
    """The address in `Ipaddr.V4.of_string_exn ".."`; "" for anything else."""
    call = unwrapped(node)
    parsed = editor.text(call.child("function")) == "Ipaddr.V4.of_string_exn"
    given = call.child("argument")
    return editor.text(given).strip('"') if parsed and given.kind == "string" else ""


def _prefix_length(netmask: str) -> int | None:
    """How many bits of a dotted netmask are set; None when it is none."""
    parts = netmask.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and int(part) < 256 for part in parts):
        return None
    bits = "".join(f"{int(part):08b}" for part in parts)
    return None if "01" in bits else bits.count("1")


def _value(field: Node) -> Node:
    """The value of a record's field; a pun is its own."""
    return field.get("body") or field.children[0]


def _remove_field(editor: Editor, field: Node) -> None:
    """Remove a field with one semicolon and the room to the next one."""
    assert field.parent
    siblings = field.above.children
    index = siblings.index(field)
    before, after, last = siblings[index - 1], siblings[index + 1], siblings[index + 1].kind != ";"
    if last and before.kind == ";":
        editor.replace(before.start, field.end, "")
        return
    end, data = after.end, editor.source.data
    while data[end : end + 1].isspace():
        end += 1
    editor.replace(field.start, end, "")


def gateway(editor: Editor, node: Node) -> str:
    """A list of gateways as the one gateway there may be."""
    inner = unwrapped(node)
    members = inner.named_children if inner.kind == "list_expression" else []
    if inner.kind == "empty_list":
        return "None"
    if len(members) == 1:
        return f"Some {atomic(editor, members[0])}"
    return f"(match {editor.text(inner)} with [] -> None | gateway :: _ -> Some gateway)"
