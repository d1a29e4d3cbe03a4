"""Type expressions of the text and of interfaces, as types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.modules import path_names, resolve_path
from mirageport.ocaml.types import (
    CHANGED,
    KNOWN,
    OWN,
    Arrow,
    Con,
    Origin,
    Row,
    Site,
    Tup,
    is_ground,
    map_result,
)

if TYPE_CHECKING:
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.modules import ApiValue, Env, TypeDef
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type, Unifier

BUILTIN = frozenset(
    "int string bool unit char float int32 int64 nativeint bytes exn list option array result "
    "ref lazy_t format format4 format6 in_channel out_channel".split()
)

MAX_DEPTH = 200
"""How deep type expressions may nest, definitions followed; beyond it the answer is unknown."""


class Converter:
    """Converts type expressions of one place.

    variables: the named type variables in scope. use: the use of an interface item that the type
    is of; its rows get it as their origin. own: the text is the user's, so that tags are sites.
    defining: the definition whose right side is converted. active: what the definitions stand for
    that are being converted around this place (None: nothing that can hold itself).
    """

    __slots__ = (
        "active",
        "defining",
        "depth",
        "env",
        "own",
        "tree",
        "unifier",
        "use",
        "variables",
    )

    def __init__(
        self, unifier: Unifier, tree: Tree, env: Env, use: Use | None = None, own: bool = False
    ) -> None:
        self.unifier = unifier
        self.tree = tree
        self.env = env
        self.use = use
        self.own = own
        self.variables: dict[str, Type] = {}
        self.depth = 0
        self.defining: TypeDef | None = None
        self.active: dict[TypeDef, Type | None] = {}

    def type(self, node: Node, path: str = "") -> Type:
        """The type of a type-expression node; `path` says where in the whole type it stands."""
        self.unifier.step()
        if self.depth >= MAX_DEPTH:
            return self.unifier.var()
        self.depth += 1
        type_ = self._type(node, path)
        self.depth -= 1
        return type_

    def _type(self, node: Node, path: str) -> Type:
        kind = node.kind
        if kind == "type_constructor_path":
            return self._constructor(node, [], path)
        if kind == "function_type":
            return self._arrow(node, path)
        if kind == "constructed_type":
            *arguments, last = node.named_children
            return self._constructor(last, arguments, path)
        if kind == "type_variable":
            return self._variable(self.tree.text(node))
        if kind == "polymorphic_variant_type":
            return self._row(node, path)
        if kind == "tuple_type":
            return Tup(tuple([self.type(child, path) for child in node.named_children]))
        if kind in ("parenthesized_type", "aliased_type"):
            inner = node.named_children
            return self.type(inner[0], path) if inner else self.unifier.var()
        return self.unifier.var()

    def _variable(self, name: str) -> Type:
        known = self.variables.get(name)
        if known is None:
            known = self.variables[name] = self.unifier.var()
        return known

    def _arrow(self, node: Node, path: str) -> Type:
        domain, codomain = node.get("domain"), node.get("codomain")
        if domain is None or codomain is None:
            return self.unifier.var()
        label = ""
        if domain.kind == "labeled_argument_type":
            name = domain.first("label_name")
            label = self.tree.text(name) if name else ""
            if domain.children and domain.children[0].kind == "?":
                label = "?" + label
            inner = domain.get("type")
        else:
            inner = domain
        argument = self.type(inner, path + "<") if inner else self.unifier.var()
        return Arrow(label, argument, self.type(codomain, path))

    def _constructor(self, node: Node, arguments: list[Node], path: str) -> Type:
        name_node = node.first("type_constructor")
        if name_node is None:
            return self.unifier.var()
        name = self.tree.text(name_node)
        prefix = node.first("extended_module_path")
        if prefix is None:
            definition = self.env.type_def(name)
            if definition is None:
                return self._plain(name, arguments, path, known=name in BUILTIN)
        else:
            module = resolve_path(path_names(prefix, self.tree), self.env)
            definition = module.type_def(name) if module else None
            if definition is None:
                return self._plain(self.tree.text(node), arguments, path, known=False)
        return self._defined(definition, arguments, path)

    def _plain(self, name: str, arguments: list[Node], path: str, known: bool) -> Type:
        if not known:
            return self.unifier.var(taint=name)
        return Con(name, tuple([self.type(argument, path) for argument in arguments]))

    def _defined(self, definition: TypeDef, arguments: list[Node], path: str) -> Type:
        if definition.ground is not None:
            return definition.ground
        if definition.body is None:
            type_ = Con(definition.name, tuple([self.type(node, path) for node in arguments]))
            if not arguments:
                definition.ground = type_
            return type_
        if definition in self.active:
            return self.active[definition] or self.unifier.var()
        inner = Converter(
            self.unifier, definition.tree, definition.env, self.use, own=definition.own
        )
        for name, argument in zip(definition.params, arguments):
            inner.variables[name] = self.type(argument, path)
        return self._manifest(definition, definition.body, inner, path)

    def _manifest(self, definition: TypeDef, body: Node, inner: Converter, path: str) -> Type:
        """The right side of a definition, converted once for all uses where it can be."""
        inner.depth = self.depth
        inner.defining = definition
        inner.active = self.active
        self.active[definition] = None
        type_ = inner.type(body, path)
        del self.active[definition]
        if not definition.params and is_ground(type_):
            definition.ground = type_
        return type_

    def _row(self, node: Node, path: str) -> Type:
        row = self.unifier.row()
        if self.defining is not None and self.defining.body is node:
            self.active[self.defining] = row  # what the definition says of itself is this row
        for child in node.children:
            if child.kind == "tag_specification":
                self._tag(row, child, path)
            elif child.named:
                inherited = self.type(child, path)
                if isinstance(inherited, Row):
                    self.unifier.unify(row, inherited)
        if self.use is not None:
            kind = CHANGED if self.use.item.changes else KNOWN
            row.origins[Origin(kind, self.use.item.path, self.use, path)] = None
        elif self.own:
            row.origins[Origin(OWN, self.tree.text(node), None, path)] = None
            self._join_declared(row, node)
        return row

    def _join_declared(self, row: Row, node: Node) -> None:
        """Tie every use of a declared row to the place that declares it; payloads stay apart."""
        declared = self.unifier.declared.get(node)
        if declared is None:
            self.unifier.declared[node] = row
        else:
            row.edges.append(declared)
            declared.edges.append(row)

    def _tag(self, row: Row, node: Node, path: str) -> None:
        tag_node = node.first("tag")
        if tag_node is None:
            return
        tag = self.tree.text(tag_node)
        payload = [child for child in node.named_children if child is not tag_node]
        row.tags[tag] = self.type(payload[0], path + tag) if payload else None
        if self.own:
            row.sites.append(Site(tag_node, tag, "type"))


def api_type(value: ApiValue, use: Use, unifier: Unifier) -> Type:
    """The type of an interface's value at one use.

    Its rows are fresh and know the use they came from. Where the item has changed and its final
    result is `unit` or a promise of it, that `unit` is watched (`Use.mark`): Mirage 3 made many
    of them results, and only what the code does with it tells which one it was written for.
    """
    module = value.module
    tree = module.index.tree
    type_ = value.ground
    if type_ is None:
        type_ = Converter(unifier, tree, module.env, use).type(value.type_node)
        if is_ground(type_):
            value.ground = type_
    if not value.item.changes:
        return type_
    return map_result(type_, lambda result: _watched(result, use, unifier))


def _watched(result: Type, use: Use, unifier: Unifier) -> Type:
    """The final result with its `unit`, if it is that or a promise of it, replaced."""
    if isinstance(result, Con) and not result.args and result.name == "unit":
        return _mark(use, unifier)
    if isinstance(result, Con) and result.name == "Lwt.t" and len(result.args) == 1:
        inner = result.args[0]
        if isinstance(inner, Con) and inner.name == "unit":
            return Con("Lwt.t", (_mark(use, unifier),))
    return result


def _mark(use: Use, unifier: Unifier) -> Type:
    var = unifier.marked(use)
    use.mark = var.mark
    return var
