"""A functor that lost its last parameter: its definitions stand in the file itself, where they can.

`module Main (..) = struct let start .. end` becomes `let start ..`, and the job of "Unikernel.Main"
is that of "Unikernel". Where that would change what a name means, the module stays, which Mirage
takes as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.config import is_of_mirage
from mirageport.mirage.row import interface
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.kinds import Edit, Node, Project, Source, Tree
    from mirageport.mirage.config import Seam


# A line that begins inside one of these keeps its blanks: they are part of a value.
_KEPT = ("string", "quoted_string")


def edits(project: Project, seams: Sequence[Seam]) -> list[Edit]:
    """The edits that take the structure of a functor apart; none where the module has to stay.

    seams: the jobs that run it.
    """
    seam = seams[0]
    tree, body = project.tree(seam.file), seam.functor.body
    binding = body.above if body is not None else NO_NODE
    while binding and binding.kind != "module_binding":
        binding = binding.above
    definition = binding.above
    if body is None or not binding or not definition or body.kind != "structure":
        return []
    if definition.parent is not tree.root or len(definition.of("module_binding")) != 1:
        return []
    if binding.get("module_type") or tree.broken or _is_named(project, seam):
        return []
    items = [each for each in body.named_children if each.kind != "comment"]
    if not items or _meets(project, seam, definition, body):
        return []
    found = [*_unwrapped(tree.source, seam.file, definition, body, items[0])]
    for each in seams:
        module = each.job.functor.partition(".")[0]
        found.append((each.job.file, each.job.name.start, each.job.name.end, f'"{module}"'))
    return found


def _is_named(project: Project, seam: Seam) -> bool:
    """Whether anything but the jobs may know the module: its interface, or code that names it."""
    name = seam.functor.name
    if "." in name or interface(seam.file) in project.files:
        return True
    for file in project.names:
        if is_of_mirage(project, file) or name.encode() not in project.source(file).data:
            continue
        tree = project.tree(file)
        for node in tree.root.descendants():
            if node.kind == "module_name" and tree.text(node) == name:
                if file != seam.file or node.parent is not seam.functor.node:
                    return True
    return False


def _meets(project: Project, seam: Seam, definition: Node, body: Node) -> bool:
    """Whether a name of the body is one of the file as well, or the file has another job."""
    tree = project.tree(seam.file)
    outside = {
        name
        for item in tree.root.children
        if item is not definition
        for name in _defined(tree, item)
    }
    inside = {name for item in body.children for name in _defined(tree, item)}
    return not outside.isdisjoint(inside) or "start" in outside


def _defined(tree: Tree, item: Node) -> Iterator[str]:
    """The names that an item of a structure defines, and those in its patterns."""
    for node in item.descendants():
        if node.kind in ("value_name", "value_pattern", "module_name", "type_constructor") and (
            node.field in ("pattern", "name") or node.parent in (item, *item.children)
        ):
            yield tree.text(node)


def _unwrapped(
    source: Source, file: str, definition: Node, body: Node, first: Node
) -> Iterator[Edit]:
    """The definition without its head and its `end`, each line as far to the left as that was."""
    data = source.data
    begin = body.children[0].end
    while data[begin : begin + 1] in (b" ", b"\t", b"\r", b"\n"):
        begin += 1
    end = len(data[: body.children[-1].start].rstrip())
    yield file, definition.start, begin, ""
    yield file, end, definition.end, ""
    wide = len(source.indent(first.start)) - len(source.indent(definition.start))
    kept = [(node.start, node.end) for node in body.descendants() if node.kind in _KEPT]
    at = data.find(b"\n", begin, end)
    while at != -1:
        line = at + 1
        blanks = len(data[line:end]) - len(data[line:end].lstrip(b" "))
        if not any(start < line < stop for start, stop in kept) and min(blanks, wide) > 0:
            yield file, line, line + min(blanks, wide), ""
        at = data.find(b"\n", line, end)
