"""Rewriters of `connect`: without a match, with the clock, with the addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.syntax import unwrapped
from mirageport.mirage.changes.config_fixes import gateway
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.facts import (
        AddressChain,
        ConnectArms,
        ConnectClock,
        ConnectHandled,
        ConnectHelper,
        StackRecord,
    )
    from mirageport.ocaml.tree import Node


def arms(project: Project, finding: Finding, facts: ConnectArms) -> list[Proposal]:
    """`>>= function `Error _ -> fail | `Ok d -> k` becomes `>>= fun d -> k`.

    A match on `x` with these arms becomes `let d = x in k`, or `x` alone where `k` is `d`.
    """
    editor = Editor(project, finding.file)
    matched = facts.function.get("expression")
    if matched is None:
        editor.replace(facts.function.start, facts.payload.start, "fun ")
    elif editor.text(facts.body) == editor.text(facts.payload):
        editor.replace(facts.function.start, facts.body.start, "")
        editor.replace(facts.body.start, facts.body.end, editor.text(matched))
    else:
        editor.replace(facts.function.start, facts.payload.start, "let ")
        between = f" = {editor.text(matched)} in "
        editor.replace(facts.payload.end, facts.body.start, between)
    if facts.body.end < facts.function.end:
        editor.replace(facts.body.end, facts.function.end, "")
    title = "Take what `connect` gives as it is"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def handled(project: Project, finding: Finding, facts: ConnectHandled) -> list[Proposal]:
    """`connect .. >>= function `Error _ -> e | `Ok d -> k` becomes
    `Lwt.try_bind (fun () -> connect ..) (fun d -> k) (fun _ -> e)`."""
    editor = Editor(project, finding.file)
    call, body, otherwise = facts.call, facts.body, facts.otherwise
    single = editor.source.line_of(call.start) == editor.source.line_of(facts.function.end)
    gap = " " if single else editor.source.newline + editor.source.indent(call.start) + "  "
    editor.insert(call.start, "Lwt.try_bind (fun () -> ")
    editor.replace(call.end, facts.arrow.end, f"){gap}(fun {editor.text(facts.payload)} ->")
    last = f"){gap}(fun _ -> {editor.text(otherwise)})"
    editor.replace(body.end, facts.function.end, last)
    title = "Catch what `connect` raises"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def helper(project: Project, finding: Finding, facts: ConnectHelper) -> list[Proposal]:
    """Every call of the helper becomes a call of `connect`, and the helper goes, unless it is used
    for something else."""
    editor = Editor(project, finding.file)
    name = editor.text(facts.name)
    for reference in project.analysis(finding.file).references(facts.name):
        call = reference.parent
        if call is None:
            return []
        if not facts.only or call in facts.only:
            _unhelped(editor, call, facts)
    if facts.only:
        title = f"Call `connect` without `{name}`"
        return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]
    definition = facts.definition
    outer = definition.parent
    if outer is not None and outer.kind == "let_expression":
        body = outer.get("body")
        if body is None:
            return []
        editor.replace(definition.start, body.start, "")
    else:
        editor.delete_item(definition)
    title = f"Call `connect` directly and remove `{name}`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _unhelped(editor: Editor, call: Node, facts: ConnectHelper) -> None:
    """`helper c "name" (I.connect e) a` becomes `I.connect e a`: what is not passed on goes."""
    given = call.all("argument")
    function = unwrapped(given[facts.function])
    parts = [editor.text(function)]
    parts.extend(editor.text(given[position]) for position in facts.arguments)
    parts.extend(editor.text(node) for node in given[facts.parameters :])
    editor.replace_node(call, " ".join(parts))


def clock(project: Project, finding: Finding, facts: ConnectClock) -> list[Proposal]:
    """Give a call the clock that `start` got, and name it there if it had no name."""
    editor = Editor(project, finding.file)
    parameter = facts.parameter
    if editor.text(parameter) != facts.name:
        editor.replace_node(parameter, facts.name)
        for reference in project.analysis(finding.file).references(parameter):
            editor.replace_node(reference, facts.name)
    editor.insert(facts.at, f" {facts.name}")
    title = f"Pass the clock on as `{facts.name}`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def addresses(project: Project, finding: Finding, facts: AddressChain) -> list[Proposal]:
    """`set_ip*` calls become arguments of the `connect` before them."""
    editor = Editor(project, finding.file)
    values = {name: value for name, value, _bind, _body in facts.steps}
    function = facts.connect.get("function")
    if function is None:
        return []
    labels = _v6_labels(editor, values) if facts.v6 else _labels(editor, values)
    gap = " "
    if sum(map(len, labels)) > 60:
        gap = editor.source.newline + editor.source.indent(facts.connect.start) + "  "
    first = facts.connect.all("argument")[0]
    text = "".join(gap + label for label in labels) + gap
    editor.replace(function.end, first.start, text)
    first, last = facts.steps[0][2], facts.steps[-1][3]
    editor.replace(first.start, last.start, "")
    _unwrap_tail(editor, facts)
    title = "Give the addresses to `connect`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def stack_record(project: Project, finding: Finding, facts: StackRecord) -> list[Proposal]:
    """The record without console and mode; the addresses of the mode become arguments of IPv4's
    `connect`."""
    editor = Editor(project, finding.file)
    call, function = facts.connect, facts.connect.get("function")
    if function is None:
        return []
    gap = editor.source.newline + editor.source.indent(call.start)
    if facts.mode is not None:
        ip, netmask, gateways = facts.names
        pattern = f"`IPv4 ({', '.join(facts.names)})"
        editor.insert(call.start, f"let {pattern} = {_bare(editor, facts.mode)} in{gap}")
        one = f"(match {gateways} with [] -> None | gateway :: _ -> Some gateway)"
        network = f"(Ipaddr.V4.Prefix.of_netmask {netmask} {ip})"
        labels = [f"~ip:{ip}", f"~network:{network}", f"~gateway:{one}"]
    else:
        setters = ("set_ip", "set_ip_netmask", "set_ip_gateways")
        labels = _labels(editor, dict(zip(setters, facts.addresses, strict=True)))
    first = call.all("argument")[0]
    editor.replace(
        function.end, first.start, "".join(f"{gap}  {each}" for each in labels) + f"{gap}  "
    )
    name, interface = (
        _field(editor, "name", facts.name),
        _field(editor, "interface", facts.interface),
    )
    editor.replace_node(facts.record, f"{{ Mirage_stack_lwt.{name}; {interface} }}")
    title = "Leave out the console, and give the addresses to IPv4's `connect`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _bare(editor: Editor, value: Node) -> str:
    """A value's text; that of a pun is the field's name."""
    return editor.text(value.children[-1] if value.kind == "field_path" else value)


def _field(editor: Editor, name: str, value: Node) -> str:
    """A field of a record; alone where it is a pun."""
    pun = value.kind == "field_path"
    return name if pun else f"{name} = {editor.text(value).rstrip('; ')}"


def _unwrap_tail(editor: Editor, facts: AddressChain) -> None:
    """Parentheses around a continuation `(fun () -> ..)` lose their opening with it."""
    for _name, _value, _bind, body in facts.steps:
        function = body.parent
        if function is not None and wrapped(function) is not function:
            editor.replace(body.end, wrapped(function).end, "")


def _v6_labels(editor: Editor, values: dict[str, Node]) -> list[str]:
    """IPv6's `connect` takes lists, as there may be several of each."""
    found = []
    for name, label, several in (
        ("set_ip", "ip", False),
        ("set_ip_netmask", "netmask", False),
        ("set_ip_gateways", "gateways", True),
    ):
        value = values.get(name)
        if value is not None:
            text = atomic(editor, value) if several else f"[{editor.text(unwrapped(value))}]"
            found.append(f"~{label}:{text}")
    return found


def _labels(editor: Editor, values: dict[str, Node]) -> list[str]:
    found = []
    address, netmask = values.get("set_ip"), values.get("set_ip_netmask")
    if address is not None:
        found.append(f"~ip:{atomic(editor, address)}")
    if address is not None and netmask is not None:
        mask, host = atomic(editor, netmask), atomic(editor, address)
        found.append(f"~network:(Ipaddr.V4.Prefix.of_netmask {mask} {host})")
    gateways = values.get("set_ip_gateways")
    if gateways is not None:
        text = gateway(editor, gateways)
        found.append(f"~gateway:{text if text == 'None' or text[0] == '(' else f'({text})'}")
    return found
