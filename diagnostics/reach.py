"""How the text names something by an absolute path, such as `Cmdliner.Cmd.v`, at a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.modules import Forms
from mirageport.ocaml.places import modules_named, places
from mirageport.ocaml.tree import unwrapped, wrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Edit, Node, Use


_LOCAL = ("local_open_expression", "local_open_type", "local_open_pattern")


def written(context: Context, at: Node, path: str) -> str:
    """A path as the text writes it at a node: without its first module where that is opened there.
    It is written whole where what would be its first name is a module of the file's own, or may be
    one of those that it includes."""
    head, _, rest = path.partition(".")
    if not ("." in rest or rest[:1].isupper()) or not _is_opened(context, at, head):
        return path
    own = is_own(context, rest.partition(".")[0]) or b"include" in context.source.data
    return path if own else rest


def is_own(context: Context, module: str) -> bool:
    """Whether the file, or one beside it, gives a module this name."""
    once, tree = context.project.once, context.tree
    named = once(f"own {context.name} {module}", lambda: any(modules_named(tree, module)))
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


def opened_for(context: Context, use: Use) -> list[Edit]:
    """The edits that take away the open of `M.(..)` around a value of `M` that is to be written
    with another module: the compiler would warn that it is unused. No edits where something else in
    the parentheses may be of `M`, not all of `M` is known, or a comment would be lost."""
    around = use.node.up(*_LOCAL)
    if around is None or use.qualifier or around.kind != _LOCAL[0]:
        return []
    opened, body = around.named_children
    forms = use.module.forms if isinstance(use.module, Forms) else (use.module,)
    leaves = [n for n in body.descendants() if not n.children and n.start != use.node.start]
    if (
        context.text(opened) != use.item.owner
        or not all(form.complete for form in forms)
        or any(use.module.may_have(context.text(leaf).strip("()")) for leaf in leaves)
    ):
        return []
    edits = [context.remove((around.start, body.start))]
    inner = unwrapped(body)
    free = wrapped(around) is not around or around.field in ("body", "right")
    if free and inner.kind in ("application_expression", "value_path"):
        edits += [context.remove((body.start, inner.start)), context.remove((inner.end, body.end))]
    return edits if all(_is_bare(context, each, opened) for each in edits) else []


def _is_bare(context: Context, edit: Edit, opened: Node) -> bool:
    """Whether a range has nothing but the name of a module, parentheses and blanks."""
    _file, start, end, _text = edit
    text = context.source.data[start:end].decode("utf-8", "replace")
    return not text.removeprefix(context.text(opened)).strip("(.) \n\t")


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

    def opens_unknown() -> bool:
        words = places(context.tree, context.tree.root, "open")
        opened = (word.above.child("module") for word in words if word.above.kind == "open_module")
        heads = {context.text(path).partition(".")[0] for path in opened}
        return any(context.library.module(each) is None for each in heads)

    once = context.project.once
    return is_own(context, module) or once(f"unknown opens {context.name}", opens_unknown)
