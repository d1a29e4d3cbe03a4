"""Rewriters of config.ml."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.syntax import record_fields, unwrapped
from mirageport.mirage.packages import laid_out
from mirageport.ocaml.edit import Edit, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.facts import AddressRecord, DroppedArgument, Idiom, PackageLists
    from mirageport.ocaml.tree import Node


def dropped_argument(project: Project, finding: Finding, facts: DroppedArgument) -> list[Proposal]:
    """A stack without its console, under its new name, its addresses in front."""
    editor = Editor(project, finding.file)
    old = editor.text(facts.function)
    if facts.to:
        name = facts.function.children[-1] if facts.function.children else facts.function
        editor.replace_node(name, facts.to)
    _remove(editor, facts.argument.start, facts.following.start)
    if facts.config is not None:
        editor.insert(facts.config.start, "~config:")
    for label in facts.labels:
        _remove_argument(editor, label)
    title = f"Replace `{old}` by `{facts.to}`" if facts.to else f"Drop the console of `{old}`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def address_record(project: Project, finding: Finding, facts: AddressRecord) -> list[Proposal]:
    """`{ address; netmask; gateways }` with the fields of Mirage 3, each where it was."""
    editor = Editor(project, finding.file)
    fields = facts.record.of("field_expression")
    values = dict(zip(record_fields(editor.tree, facts.record), fields, strict=True))
    address, netmask, gateways = (values[name] for name in ("address", "netmask", "gateways"))
    if facts.version == "6":
        editor.replace_node(address, f"addresses = [ {editor.text(_value(address))} ]")
        editor.replace_node(netmask, f"netmasks = {editor.text(_value(netmask))}")
    else:
        editor.replace_node(
            address, f"network = {_network(editor, _value(address), _value(netmask))}"
        )
        editor.replace_node(gateways, f"gateway = {gateway(editor, _value(gateways))}")
        _remove_field(editor, netmask)
    title = f"Use the fields of {project.pack.target}'s `ipv{facts.version}_config`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


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
    function, arguments = call.get("function"), call.all("argument")
    if function is None or editor.text(function) != "Ipaddr.V4.of_string_exn":
        return ""
    return editor.text(arguments[0]).strip('"') if arguments[0].kind == "string" else ""


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
    assert field.parent is not None
    siblings = field.parent.children
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


def package_lists(project: Project, finding: Finding, facts: PackageLists) -> list[Proposal]:
    """One list of packages in place of two lists of names."""
    editor = Editor(project, finding.file)
    kept, label = facts.packages, facts.packages_label
    if kept is None and facts.libraries is not None:
        kept = facts.libraries
        for given in (facts.libraries_label, *facts.others):
            _rename_label(editor, given)
    elif facts.libraries is not None and facts.libraries_label is not None:
        for given in (facts.libraries_label, *facts.others):
            _remove_argument(editor, given)
        _remove_binding(editor, facts.libraries)
    if kept is not None:
        roomy = editor.text(kept).startswith("[ ")
        line = editor.source.newline + editor.source.indent(kept.start)
        editor.replace_node(kept, laid_out(facts.entries, line, roomy))
    elif label is None:
        function = facts.call.get("function")
        if function is None:
            return []
        line = editor.source.newline + editor.source.indent(function.start)
        editor.insert(function.end, f" ~packages:{laid_out(facts.entries, line)}")
    _remove_statements(editor, facts.additions)
    return [
        Proposal("List the packages once", finding.applicability, tuple(editor.edits), finding.rule)
    ]


def _rename_label(editor: Editor, label: Node | None) -> None:
    name = label.first("label_name") if label is not None else None
    if label is None or name is None:
        return
    pun = label.get("expression") is None
    editor.replace_node(name, f"packages:{editor.text(name)}" if pun else "packages")


def _remove_argument(editor: Editor, label: Node) -> None:
    parent = label.parent
    assert parent is not None
    previous = parent.children[parent.children.index(label) - 1]
    _remove_behind(editor, previous.end, label.end)


def _remove(editor: Editor, start: int, end: int) -> None:
    """Remove something with the room behind it."""
    editor.replace(start, end, "")


def _remove_behind(editor: Editor, start: int, end: int) -> None:
    """Remove something with the room in front of it."""
    editor.replace(start, end, "")


def _remove_binding(editor: Editor, expression: Node) -> None:
    """Remove the `let` that bound a list which nothing names any more."""
    binding = expression.up("let_binding")
    if (
        binding is None
        or binding.get("body") is None
        or unwrapped(binding.get("body") or binding) is not expression
    ):
        return
    definition = binding.parent
    assert definition is not None
    bindings = definition.of("let_binding")
    if len(bindings) > 1:
        position = bindings.index(binding)
        if position == 0:
            _remove(editor, binding.start, bindings[1].start)
        else:
            _remove_behind(editor, bindings[position - 1].end, binding.end)
        return
    outer = definition.parent
    body = outer.get("body") if outer is not None and outer.kind == "let_expression" else None
    if body is not None:
        _remove(editor, definition.start, body.start)
    else:
        editor.delete_item(definition)


def _remove_statements(editor: Editor, calls: Iterable[Node]) -> None:
    """Remove calls that are statements: out of their sequence, or with the whole `let () =` where
    nothing else is in it."""
    bodies: dict[Node, list[Node]] = {}
    for call in calls:
        body = call
        while body.parent is not None and body.parent.kind == "sequence_expression":
            body = body.parent
        bodies.setdefault(body, []).append(call)
    for body, gone in bodies.items():
        statements = _statements(body)
        kept = [each for each in statements if each not in gone]
        binding = body.parent
        definition = binding.parent if binding is not None else None
        if not kept and binding is not None and binding.kind == "let_binding" and definition:
            editor.delete_item(definition)
        else:
            _remove_runs(editor, statements, kept, body.end)


def _statements(body: Node) -> list[Node]:
    """The members of a sequence, in order; of anything else itself."""
    if body.kind != "sequence_expression":
        return [body]
    return [each for part in body.named_children for each in _statements(part)]


def _remove_runs(editor: Editor, statements: list[Node], kept: list[Node], end: int) -> None:
    """Remove the statements between those that are kept, each run as one. end: of the sequence."""
    if not kept:
        editor.replace(statements[0].start, end, "()")
        return
    if statements[0] is not kept[0]:
        editor.replace(statements[0].start, kept[0].start, "")
    for one, other in pairwise(kept):
        following = statements[statements.index(one) + 1]
        if following is not other:
            editor.replace(following.start, other.start, "")
    if statements[-1] is not kept[-1]:
        editor.replace(kept[-1].end, end, "")


def idiom(project: Project, finding: Finding, facts: Idiom) -> list[Proposal]:
    """The function that picks a device by itself, in place of the code that did; what only that
    code read goes with it."""
    editor = Editor(project, finding.file)
    editor.replace_node(facts.expression, facts.text)
    _without_parameters(editor, project, facts)
    for reader in facts.readers:
        definition = reader.up("value_definition")
        if definition is not None and len(definition.of("let_binding")) == 1:
            editor.delete_item(definition)
    title = f"Use `{facts.text}`"
    edits = (*editor.edits, *(Edit(*edit) for edit in facts.scripts))
    return [Proposal(title, finding.applicability, edits, finding.rule)]


def _without_parameters(editor: Editor, project: Project, facts: Idiom) -> None:
    """`let stack console = ..` loses the parameters that the new code has no use for, where every
    use is a call with all of them."""
    name, parameters = facts.binding.get("pattern"), facts.binding.of("parameter")
    words = facts.text.replace("(", " ").replace(")", " ").replace(":", " ").split()
    gone = [at for at, each in enumerate(parameters) if editor.text(each) not in words]
    calls = []
    for reference in project.analysis(editor.file).references(name) if name is not None else ():
        call = reference.parent
        if call is None or reference.field != "function":
            return
        if len(call.all("argument")) != len(parameters):
            return
        calls.append((call, reference))
    if name is None or not gone:
        return
    for at in gone:
        before = parameters[at - 1] if at else name
        editor.replace(before.end, parameters[at].end, "")
    for call, reference in calls:
        arguments = call.all("argument")
        if len(gone) == len(parameters):
            parent = call.parent
            whole = parent is not None and parent.kind == "parenthesized_expression"
            target = parent if parent is not None and whole else call
            editor.replace_node(target, editor.text(reference))
            continue
        for at in gone:
            before = arguments[at - 1] if at else reference
            editor.replace(before.end, arguments[at].end, "")
