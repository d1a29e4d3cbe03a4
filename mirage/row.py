"""The parameters of functors wherever they stand: in a definition, in a module type, and in the
interface beside a file, which has to say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.file_names import folder_of, module_name
from mirageport.ocaml.modules import UserFunctor
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Node, Project, Tree


_FUNCTORS = ("functor", "functor_type")
_AROUND = ("parenthesized_module_expression", "parenthesized_module_type")
_OUTWARDS = (*_FUNCTORS, *_AROUND)
_ITEMS = ("module_definition", "module_type_definition")
_NAMED = ("module_binding", "module_type_definition")


class Row(NamedTuple):
    """A functor, or the type of one. node: the `module_binding` or `module_type_definition`; name:
    its path in the file; parameters: the `module_parameter` nodes, of curried functors too; type:
    the module type of what it gives, where that is written; body: what it gives."""

    file: str
    node: Node
    name: str
    parameters: tuple[Node, ...]
    type: Node | None
    body: Node | None


def rows(tree: Tree, file: str) -> Iterator[Row]:
    """Everything in a file that takes a module, and the modules around those."""
    todo = [(tree.root, "")]
    while todo:
        outer, path = todo.pop()
        for node in _named(outer):
            label = node.part("module_name", "module_type_name")
            if not label:
                continue
            row = row_of(file, node, f"{path}{tree.text(label)}")
            yield row
            inside = row.body if row.body is not None else row.type
            if inside is not None and inside.kind in ("structure", "signature"):
                todo.append((inside, f"{row.name}."))


def _named(outer: Node) -> Iterator[Node]:
    for item in outer.of(*_ITEMS):
        if item.kind == "module_type_definition":
            yield item
        else:
            yield from item.of("module_binding")


def row_of(file: str, node: Node, name: str) -> Row:
    """The row of a `module_binding` or `module_type_definition`."""
    parameters = node.of("module_parameter")
    type_, body = node.get("module_type"), node.get("body")
    if node.kind == "module_type_definition":
        type_, body = body, None
    more, body = _inside(body)
    if body is None:
        more, type_ = _inside(type_)
    return Row(file, node, name, (*parameters, *more), type_, body)


def _inside(node: Node | None) -> tuple[list[Node], Node | None]:
    """The parameters of `functor (A : S) -> ..`, and what is behind them."""
    parameters: list[Node] = []
    while node is not None and node.kind in _OUTWARDS:
        parameters += node.of("module_parameter")
        inner = node.get("body") or node.get("codomain")
        if inner is None and node.kind in _AROUND:
            inner = node.named_children[0] if node.named_children else None
        node = inner
    return parameters, node


def around(tree: Tree, file: str, node: Node) -> Row | None:
    """The innermost functor, or type of one, that has a node among or behind its parameters."""
    binding = node.around(*_NAMED)
    while binding:
        row = row_of(file, binding, _path(tree, binding))
        if row.parameters:
            return row
        binding = binding.around(*_NAMED)
    return None


def _path(tree: Tree, node: Node) -> str:
    names: list[str] = []
    current: Node | None = node
    while current:
        label = current.part("module_name", "module_type_name")
        if label:
            names.insert(0, tree.text(label))
        current = current.up(*_NAMED)
    return ".".join(names)


def parameter_name(tree: Tree, parameter: Node) -> str:
    """What a functor parameter is called; "" for `()` and `_`."""
    text = tree.text(parameter.part("module_name"))
    return "" if text == "_" else text


def found(project: Project, file: str, path: str) -> Row | None:
    """The module of this path in a file; of two of one name the last one counts."""
    if file not in project.files:
        return None
    same = [row for row in rows(project.tree(file), file) if row.name == path]
    modules = [row for row in same if row.node.kind == "module_binding"]
    return max(modules, key=lambda row: row.node.start, default=None)


def defined(project: Project, row: Row) -> Row:
    """The definition of a module whose interface a row is; the row itself where there is none."""
    if row.body is not None or row.node.kind != "module_binding":
        return row
    return found(project, row.file.removesuffix("i"), row.name) or row


def functors(project: Project, file: str, head: Node) -> Iterator[Row]:
    """The project's own functor that a path in a file means, if it is one: of that file by its
    scope, or of another file that is the module the path begins with."""
    tree, analysis = project.tree(file), project.analysis(file)
    module = analysis.module_refs.get(head)
    if isinstance(module, UserFunctor):
        for row in rows(tree, file):
            if row.parameters and analysis.modules.get(row.node) in (module, module.body):
                yield row
                return
    first, _, path = tree.text(head).partition(".")
    for name in modules(project, file, first) if path else ():
        other = found(project, name, path)
        if other is not None:
            yield other
            return


def modules(project: Project, file: str, module: str) -> list[str]:
    """The files that may be a module of the project, those beside a file before others."""
    names = [n for n in project.names if n.endswith(".ml") and module_name(n) == module]
    return sorted(names, key=lambda name: folder_of(name) != folder_of(file))


def interface(file: str) -> str:
    """The name of the interface beside a file."""
    return f"{file}i"


def declared(project: Project, file: str, path: str) -> list[Row] | None:
    """Where else the row of a functor is written down: the interface beside its file. Empty where
    it has none, or does not show the functor; None where the interface says it in a way that is not
    read here."""
    beside = interface(file)
    if beside not in project.files:
        return []
    row = found(project, beside, path)
    if row is not None:
        return [row] if row.parameters else None
    return [] if _is_hidden(project.tree(beside), path.partition(".")[0]) else None


def _is_hidden(tree: Tree, name: str) -> bool:
    """Whether an interface has no module of this name, and includes none."""
    shown = [tree.text(node.part("module_name")) for node in _named(tree.root)]
    included = any(each.kind.startswith("include") for each in tree.root.named_children)
    return not (tree.broken or included or name in shown)


def start_type(tree: Tree, row: Row) -> tuple[Node, list[Node]] | None:
    """`val start` of what a row gives, and the types of its arguments; None where that is not
    written out."""
    signature = row.type
    if signature is None or signature.kind != "signature":
        return None
    for value in signature.of("value_specification"):
        name, type_ = value.part("value_name"), value.child("type")
        if not type_ or tree.text(name) != "start":
            continue
        arguments = []
        while type_.kind == "function_type":
            domain = type_.child("domain")
            if not domain:
                return None
            arguments.append(domain)
            type_ = type_.child("codomain")
        return value, arguments
    return None
