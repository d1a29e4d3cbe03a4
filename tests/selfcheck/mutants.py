"""Changes of a program in one place, each of a kind that people and tools get wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.tree import Node, Tree

KINDS = (
    *("name", "argument", "label", "tag", "constructor", "type", "literal"),
    *("device", "clock", "functor argument", "interface"),
)

_SWAPPED = {
    "constructor": {"Ok": "Error", "Error": "Ok", "Some": "None", "None": "Some"},
    "type": {
        "string": "int",
        "int": "string",
        "unit": "bool",
        "bool": "string",
        "t": "buffer",
        "error": "t",
        "buffer": "t",
        "list": "option",
        "option": "list",
        "int64": "int",
        "int32": "int64",
    },
    "device": {
        "default_console": "default_network",
        "default_network": "default_console",
        "console": "network",
        "network": "block",
        "stackv4": "kv_ro",
        "kv_ro": "stackv4",
        "block": "console",
        "default_time": "default_random",
        "default_random": "default_time",
        "time": "random",
    },
    "clock": {
        "mclock": "pclock",
        "pclock": "mclock",
        "default_monotonic_clock": "default_posix_clock",
        "default_posix_clock": "default_monotonic_clock",
        "MCLOCK": "PCLOCK",
        "PCLOCK": "MCLOCK",
        "Mclock": "Pclock",
        "Pclock": "Mclock",
    },
}
_LITERALS = {"number": '"1"', "string": "1", "unit": "0", "boolean": "()"}


class Mutant(NamedTuple):
    """One change: its kind, the file, the bytes it replaces, and what they become."""

    kind: str
    file: str
    start: int
    end: int
    new: str

    def of(self, project: Project) -> Project:
        """The project with the change."""
        data = project.source(self.file).data
        return project.with_file(
            self.file, data[: self.start] + self.new.encode() + data[self.end :]
        )


def mutants(project: Project, random: Random) -> list[Mutant]:
    """All changes of all kinds that a project offers; what a name becomes is drawn."""
    found = []
    for name in project.names:
        tree = project.tree(name)
        for node in tree.root.descendants():
            for kind, where, new in _of(tree, node, random, name.endswith(".mli")):
                found.append(Mutant(kind, name, where[0], where[1], new))
    return found


def _of(
    tree: Tree, node: Node, random: Random, interface: bool
) -> Iterator[tuple[str, tuple[int, int], str]]:
    text, span, kind = tree.text(node), (node.start, node.end), node.kind
    if interface:
        if kind == "type_constructor" and text in _SWAPPED["type"] and node.field != "name":
            yield "interface", span, _SWAPPED["type"][text]
        if kind == "value_name":
            yield "interface", span, text + "x"
        return
    if kind == "value_name" and _used(node):
        yield "name", span, _other(text, random)
    if kind == "module_name" and _used(node):
        # A module without an interface may be a library's, so a toplevel name is never reported.
        first = node.parent is not None and node.parent.first("module_path") is None
        yield "name", span, "List" if first else text + "x"
    if kind == "label_name" and node.parent is not None:
        if node.parent.kind == "labeled_argument":
            yield "label", span, text + "x"
    if kind == "labeled_argument" and node.get("expression") is not None:
        inner = node.get("expression")
        yield "label", span, tree.text(inner) if inner is not None else ""
    if kind == "tag":
        yield "tag", span, text + "x"
    if kind in ("constructor_name", "type_constructor", "value_name", "module_type_name"):
        for group in ("constructor", "type", "device", "clock"):
            if text in _SWAPPED[group] and _fitting(group, node):
                yield group, span, _SWAPPED[group][text]
    if kind == "module_name" and text in _SWAPPED["clock"]:
        yield "clock", span, _SWAPPED["clock"][text]
    if kind in _LITERALS and node.parent is not None and "expression" in node.parent.kind:
        yield "literal", span, _LITERALS[kind]
    if kind == "application_expression":
        yield from _arguments(tree, node)
    if kind == "module_application":
        yield from _functor_arguments(tree, node)


def _used(node: Node) -> bool:
    return node.parent is not None and node.parent.kind in ("value_path", "module_path")


def _fitting(group: str, node: Node) -> bool:
    kinds = {"constructor": "constructor_name", "type": "type_constructor"}
    wanted = kinds.get(group)
    if wanted is not None:
        return node.kind == wanted and node.field != "name"
    return node.kind != "type_constructor" and (node.kind == "module_type_name" or _used(node))


def _other(text: str, random: Random) -> str:
    return random.choice([text + "x", text[:-1] or "q", "un" + text])


def _arguments(tree: Tree, node: Node) -> Iterator[tuple[str, tuple[int, int], str]]:
    arguments = node.all("argument")
    for argument in arguments:
        text = tree.text(argument)
        if len(arguments) > 1:
            yield "argument", (argument.start, argument.end), ""
        yield "argument", (argument.start, argument.end), f"{text} {text}"
    if len(arguments) == 2:
        one, other = arguments
        swapped = f"{tree.text(other)} {tree.text(one)}"
        yield "argument", (one.start, other.end), swapped


def _functor_arguments(tree: Tree, node: Node) -> Iterator[tuple[str, tuple[int, int], str]]:
    argument = node.get("argument")
    if argument is None:
        return
    text = tree.text(argument)
    yield "functor argument", (argument.start, argument.end), ""
    yield "functor argument", (argument.start, argument.end), f"{text} {text}"
    yield "functor argument", (argument.start, argument.end), "(Lwt)"
