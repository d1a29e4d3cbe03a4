"""Type expressions, read once from their nodes.

Reading a node costs more than converting what it says, and an interface's types are converted at
every use: so each is read once (`Node.memo`), and converted from the result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import path_names

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node, Reader
    from mirageport.ocaml.types import Row

MAX_DEPTH = 200
"""How deep a type may nest, the definitions it names included; beyond it, it is unknown."""

BUILTIN = frozenset(
    [
        "int",
        "string",
        "bool",
        "unit",
        "char",
        "float",
        "int32",
        "int64",
        "nativeint",
        "bytes",
        "exn",
        "extension_constructor",
        "list",
        "option",
        "array",
        "result",
        "ref",
        "lazy_t",
        "format",
        "format4",
        "format6",
        "in_channel",
        "out_channel",
    ]
)
"""The types that need no definition."""

UNKNOWN, VARIABLE, CONSTRUCTOR, ARROW, TUPLE, ROW, ALIAS = range(7)


class TypeExpr:
    """A type expression.

    form: one of the constants above. name: of a variable, of a constructor without its path, the
    label of an arrow ("" for none, "?x" for an optional one), the name an alias gives. path: the
    module names before a constructor. parts: arguments of a constructor, argument and result of an
    arrow, members of a tuple, inherited types of a row, what an alias names. tags: of a row.
    shared_row: of a row, what ties its uses together.
    """

    __slots__ = ("form", "name", "node", "parts", "path", "shared_row", "tags")

    def __init__(self, form: int, node: Node, name: str = "") -> None:
        self.form = form
        self.node = node
        self.name = name
        self.path: list[str] = []
        self.parts: list[TypeExpr] = []
        self.tags: list[tuple[str, Node, TypeExpr | None]] = []
        self.shared_row: Row | None = None


def read_type(node: Node, tree: Reader) -> TypeExpr:
    """The type expression at a node."""
    known = node.memo
    if isinstance(known, TypeExpr):
        return known
    read = node.memo = _Reader(tree).read(node)
    return read


class _Reader:
    __slots__ = ("depth", "tree")

    def __init__(self, tree: Reader) -> None:
        self.tree = tree
        self.depth = 0

    def read(self, node: Node) -> TypeExpr:
        if self.depth >= MAX_DEPTH:
            return TypeExpr(UNKNOWN, node)
        self.depth += 1
        expression = self._read(node)
        self.depth -= 1
        return expression

    def _read(self, node: Node) -> TypeExpr:
        kind = node.kind
        if kind == "type_constructor_path":
            return self._constructor(node, [])
        if kind == "constructed_type":
            *arguments, last = node.named_children
            return self._constructor(last, arguments)
        if kind == "function_type":
            return self._arrow(node)
        if kind == "type_variable":
            return TypeExpr(VARIABLE, node, self.tree.text(node))
        if kind == "polymorphic_variant_type":
            return self._row(node)
        if kind == "tuple_type":
            return self._with_parts(TypeExpr(TUPLE, node), node.named_children)
        inner = node.named_children
        if kind == "aliased_type" and len(inner) == 2:
            alias = TypeExpr(ALIAS, node, self.tree.text(inner[1]))
            return self._with_parts(alias, inner[:1])
        if kind == "parenthesized_type" and inner:
            return self.read(inner[0])
        return TypeExpr(UNKNOWN, node)

    def _with_parts(self, expression: TypeExpr, nodes: list[Node]) -> TypeExpr:
        expression.parts = [self.read(node) for node in nodes]
        return expression

    def _constructor(self, node: Node, arguments: list[Node]) -> TypeExpr:
        name = node.first("type_constructor")
        if name is None:
            return TypeExpr(UNKNOWN, node)
        expression = TypeExpr(CONSTRUCTOR, node, self.tree.text(name))
        prefix = node.first("extended_module_path")
        if prefix is not None:
            # A path that is not made of names alone (`F(X).t`) means nothing that is known.
            expression.path = path_names(prefix, self.tree) or [self.tree.text(prefix)]
        return self._with_parts(expression, arguments)

    def _arrow(self, node: Node) -> TypeExpr:
        domain, codomain = node.get("domain"), node.get("codomain")
        if domain is None or codomain is None:
            return TypeExpr(UNKNOWN, node)
        label, argument = "", domain
        if domain.kind == "labeled_argument_type":
            name = domain.first("label_name")
            label = self.tree.text(name) if name is not None else ""
            label = "?" + label if domain.children[0].kind == "?" else label
            argument = domain.get("type") or domain
        return self._with_parts(TypeExpr(ARROW, node, label), [argument, codomain])

    def _row(self, node: Node) -> TypeExpr:
        row = TypeExpr(ROW, node)
        for child in node.children:
            if child.kind == "tag_specification":
                self._tag(row, child)
            elif child.named and child.kind != "attribute":
                row.parts.append(self.read(child))
        return row

    def _tag(self, row: TypeExpr, node: Node) -> None:
        tag = node.first("tag")
        if tag is not None:
            payload = [child for child in node.named_children if child is not tag]
            read = self.read(payload[0]) if payload else None
            row.tags.append((self.tree.text(tag), tag, read))
