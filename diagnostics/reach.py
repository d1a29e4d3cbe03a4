"""How the text names something by an absolute path, such as `Cmdliner.Cmd.v`, at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.places import modules_named, places

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Node


_LOCAL = ("local_open_expression", "local_open_type", "local_open_pattern")


def written(context: Context, at: Node, owner: str, path: str) -> str:
    """A path as the text writes it at a node: without the modules around `owner` that are opened
    there. owner: the module of what stands there now; a path that begins elsewhere stays as it is.
    A path is written whole where what would be its first name is a module of the file's own."""
    root, inside, _ = owner.partition(".")
    head, _, rest = path.partition(".")
    if head != root or not inside or "." not in rest or not _is_opened(context, at, root):
        return path
    return path if is_own(context, rest.partition(".")[0]) else rest


def is_own(context: Context, module: str) -> bool:
    """Whether the file, or one beside it, gives a module this name."""
    named = next(modules_named(context.tree, module), None) is not None
    return named or module in context.project.beside(context.name)


def _is_opened(context: Context, at: Node, module: str) -> bool:
    """Whether a module is opened at a node: by an `open` before it, or as in `M.(..)`."""
    if any(
        each.module.path == module
        and each.node.end <= at.start
        and each.node.above.start <= at.start < each.node.above.end
        for each in context.analysis.opens
    ):
        return True
    around = at.up(*_LOCAL)
    while around is not None:
        if context.text(around.named_children[0]) == module:
            return True
        around = around.up(*_LOCAL)
    return False


def is_hidden(context: Context, name: str, at: Node) -> bool:
    """Whether something else may have a name at a place: a name bound before it, but for the `let`
    whose own value the place is in."""
    for node in places(context.tree, context.tree.root, name):
        if node.start >= at.start:
            break
        binding = node.above
        if node.kind == "value_name" and binding.kind in (
            "let_binding",
            "parameter",
            "value_pattern",
        ):
            if binding.kind != "let_binding" or at.end > binding.end or binding.of("parameter"):
                return True
    return False


def may_have(context: Context, module: str) -> bool:
    """Whether a module of the standard library may be another one in the file: it has one of this
    name, or opens modules of which nothing is known."""
    opened = (n.child("module") for n in context.tree.root.descendants() if n.kind == "open_module")
    heads = {context.text(path).partition(".")[0] for path in opened}
    return is_own(context, module) or any(context.library.module(each) is None for each in heads)
