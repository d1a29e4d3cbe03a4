"""Rewriters of config.ml."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.edit import Fix
from mirageport.code_actions.text import Editor, atomic
from mirageport.diagnostics.spans import whole_lines
from mirageport.diagnostics.syntax import unwrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.facts import DroppedArgument, Idiom, PackageLists
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.project import Project
    from mirageport.ocaml.tree import Node


def dropped_argument(project: Project, finding: Finding, facts: DroppedArgument) -> list[Fix]:
    """A stack without its console, under its new name, its addresses in front."""
    editor = Editor(project, finding.file)
    old = editor.text(facts.function)
    if facts.to:
        name = facts.function.children[-1] if facts.function.children else facts.function
        editor.replace_node(name, facts.to)
    if facts.config is None:
        editor.replace(facts.argument.start, facts.following.start, "")
    else:
        text = _config(editor, unwrapped(facts.config))
        if text is None:
            return []
        editor.replace(facts.argument.start, facts.following.start, f"~config:{text} ")
        editor.replace(facts.following.end, facts.config.end, "")
    title = f"Replace `{old}` by `{facts.to}`" if facts.to else f"Drop the console of `{old}`"
    return [Fix(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _config(editor: Editor, record: Node) -> str | None:
    """`{ address; netmask; gateways }` as `{ network; gateway }`."""
    values = {}
    for field in record.of("field_expression"):
        path, body = field.first("field_path"), field.get("body")
        if path is None:
            return None
        values[editor.text(path.children[-1])] = body if body is not None else path
    address, netmask, gateways = (
        values.get("address"),
        values.get("netmask"),
        values.get("gateways"),
    )
    if address is None or netmask is None or gateways is None:
        return None
    host = editor.text(address)
    network = (
        f"(Ipaddr.V4.Prefix.of_netmask {atomic(editor, netmask)} {atomic(editor, address)}, {host})"
    )
    return f"{{ network = {network}; gateway = {gateway(editor, gateways)} }}"


def gateway(editor: Editor, node: Node) -> str:
    """A list of gateways as the one gateway there may be."""
    inner = unwrapped(node)
    members = inner.named_children if inner.kind == "list_expression" else []
    if inner.kind == "empty_list":
        return "None"
    if len(members) == 1:
        return f"Some {atomic(editor, members[0])}"
    return f"(match {editor.text(inner)} with [] -> None | gateway :: _ -> Some gateway)"


def package_lists(project: Project, finding: Finding, facts: PackageLists) -> list[Fix]:
    """One list of packages in place of two lists of names."""
    editor = Editor(project, finding.file)
    kept, label = facts.packages, facts.packages_label
    if kept is None and facts.libraries is not None:
        kept = facts.libraries
        _rename_label(editor, facts.libraries_label)
    elif facts.libraries is not None and facts.libraries_label is not None:
        _remove_argument(editor, facts.libraries_label)
        _remove_binding(editor, facts.libraries)
    if kept is not None:
        roomy = editor.text(kept).startswith("[ ")
        editor.replace_node(kept, f"[ {facts.text[1:-1]} ]" if roomy else facts.text)
    elif label is None:
        function = facts.call.get("function")
        if function is None:
            return []
        editor.insert(function.end, f" ~packages:{facts.text}")
    for call in facts.additions:
        _remove_statement(editor, call)
    return [Fix("List the packages once", finding.applicability, tuple(editor.edits), finding.rule)]


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
    editor.replace(previous.end, label.end, "")


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
            editor.replace(binding.start, bindings[1].start, "")
        else:
            editor.replace(bindings[position - 1].end, binding.end, "")
        return
    outer = definition.parent
    body = outer.get("body") if outer is not None and outer.kind == "let_expression" else None
    if body is not None:
        comments = [
            editor.source.text(*span)
            for span in editor.tree.comments
            if definition.start <= span[0] and span[1] <= body.start
        ]
        editor.replace(definition.start, body.start, "".join(f"{text} " for text in comments))
    else:
        editor.delete_item(definition)


def _remove_statement(editor: Editor, call: Node) -> None:
    """Remove `add_to_* [..];`, or the whole `let () = add_to_* [..]`."""
    parent = call.parent
    if parent is not None and parent.kind == "sequence_expression":
        position = parent.children.index(call)
        if position + 1 < len(parent.children):
            editor.replace(call.start, parent.children[position + 2].start, "")
        else:
            editor.replace(parent.children[position - 1].start, call.end, "")
        return
    binding = parent if parent is not None and parent.kind == "let_binding" else None
    definition = binding.parent if binding is not None else None
    if definition is not None:
        editor.delete_item(definition)


def idiom(project: Project, finding: Finding, facts: Idiom) -> list[Fix]:
    """The function that picks a device by itself, in place of the code that did; what only that
    code read goes with it."""
    editor = Editor(project, finding.file)
    editor.replace_node(facts.expression, facts.text)
    analysis = project.analysis(finding.file)
    name = facts.binding.get("pattern")
    parameters = facts.binding.of("parameter")
    if name is not None and len(parameters) == 1:
        _without_parameter(editor, project, finding.file, name, parameters[0])
    for reader in facts.readers:
        definition = reader.up("value_definition")
        if definition is not None and len(definition.of("let_binding")) == 1:
            start, end = whole_lines(editor.source, definition.start, definition.end)
            if not any(start <= span[0] < end for span in analysis.tree.comments):
                editor.replace(start, end, "")
    title = f"Use `{facts.text}`"
    return [Fix(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _without_parameter(
    editor: Editor, project: Project, file: str, name: Node, parameter: Node
) -> None:
    """`let stack console = ..` loses its parameter where every use is a call with it."""
    calls = []
    for reference in project.analysis(file).references(name):
        call = reference.parent
        if call is None or reference.field != "function" or len(call.all("argument")) != 1:
            return
        calls.append((call, reference))
    editor.replace(name.end, parameter.end, "")
    for call, reference in calls:
        target = call
        if call.parent is not None and call.parent.kind == "parenthesized_expression":
            target = call.parent
        editor.replace_node(target, editor.text(reference))
