"""Type expressions of the text and of interfaces, as types."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from mirageport.ocaml.environment import resolve_path
from mirageport.ocaml.modules import SigModule
from mirageport.ocaml.type_syntax import (
    ALIAS,
    ARROW,
    BUILTIN,
    CONSTRUCTOR,
    MAX_DEPTH,
    ROW,
    TUPLE,
    VARIABLE,
    read_type,
)
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
    join,
    map_result,
    prune,
    scheme_of,
)

if TYPE_CHECKING:
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import ApiValue, TypeDef
    from mirageport.ocaml.tree import Node, Reader
    from mirageport.ocaml.type_syntax import TypeExpr
    from mirageport.ocaml.types import Type, Unifier


class Converter:
    """Converts type expressions of one place.

    variables: the named type variables in scope. use: the use of an interface item that the type
    is of; its rows get it as their origin. own: the text is the user's, so that tags are sites.
    defining: the definition whose right side is converted. qualifier: what the user's text has
    before the name of that, when it stands there. active: what the definitions stand for
    that are being converted around this place (None: nothing that can hold itself).
    """

    shares: ClassVar[bool] = True
    """Whether what a definition means is kept for others."""

    __slots__ = (
        "active",
        "defining",
        "depth",
        "env",
        "own",
        "qualifier",
        "tree",
        "unifier",
        "use",
        "variables",
    )

    def __init__(
        self, unifier: Unifier, tree: Reader, env: Env, use: Use | None = None, own: bool = False
    ) -> None:
        self.unifier = unifier
        self.tree = tree
        self.env = env
        self.use = use
        self.own = own
        self.variables: dict[str, Type] = {}
        self.depth = 0
        self.defining: TypeDef | None = None
        self.qualifier = ""
        self.active: dict[TypeDef, Type | None] = {}

    def type(self, node: Node) -> Type:
        """The type that a type-expression node of this tree means."""
        return self.convert(read_type(node, self.tree), "")

    def convert(self, expression: TypeExpr, path: str) -> Type:
        """The type an expression means; `path` says where in the whole type it stands."""
        self.unifier.step()
        if self.depth >= MAX_DEPTH:
            return self.unifier.var()
        self.depth += 1
        type_ = self._convert(expression, path)
        self.depth -= 1
        return type_

    def _convert(self, expression: TypeExpr, path: str) -> Type:
        form, parts = expression.form, expression.parts
        if form == CONSTRUCTOR:
            return self._constructor(expression, path)
        if form == ARROW:
            argument = self.convert(parts[0], path + "<")
            return Arrow(expression.name, argument, self.convert(parts[1], path))
        if form == VARIABLE:
            return self._variable(expression.name)
        if form == ROW:
            return self._row(expression, path)
        if form == TUPLE:
            return Tup(tuple([self.convert(part, path) for part in parts]))
        if form == ALIAS:
            alias = self._variable(expression.name)
            self.unifier.unify(alias, self.convert(parts[0], path))
            return alias
        return self.unifier.var()

    def _variable(self, name: str) -> Type:
        known = self.variables.get(name)
        if known is None:
            known = self.variables[name] = self.unifier.var()
        return known

    def _constructor(self, expression: TypeExpr, path: str) -> Type:
        name = expression.name
        definition = self.definition(expression)
        if definition is None and not expression.path and name in BUILTIN:
            return Con(name, tuple([self.convert(part, path) for part in expression.parts]))
        if definition is None:
            return self._unknown(expression, path)
        if _is_error(definition) and (self.own or (self.use and self.use.item.changes)):
            return self._error(definition, ".".join(expression.path), path)
        return definition.ground or self._defined(definition, expression, path)

    def definition(self, expression: TypeExpr) -> TypeDef | None:
        """What a type is that an expression names; None where nothing is known of it."""
        if not expression.path:
            return self.env.type_def(expression.name)
        module = resolve_path(expression.path, self.env)
        return module.type_def(expression.name) if module is not None else None

    def _unknown(self, expression: TypeExpr, path: str) -> Type:
        """A type that no interface declares."""
        return self.unifier.var(taint=".".join([*expression.path, expression.name]))

    def _defined(self, definition: TypeDef, expression: TypeExpr, path: str) -> Type:
        arguments = expression.parts
        if definition.body is None:
            given = tuple([self.convert(argument, path) for argument in arguments])
            type_ = Con(definition.name, given)
            if not arguments and not definition.params:
                definition.ground = type_
            return type_
        if definition in self.active:
            return self.active[definition] or self.unifier.var()
        inner = self.within(definition)
        for name, argument in zip(definition.params, arguments, strict=False):
            inner.variables[name] = self.convert(argument, path)
        inner.qualifier = ".".join(expression.path) if self.own else self.qualifier
        return self._manifest(definition, definition.body, inner, path)

    def within(self, definition: TypeDef) -> Converter:
        """What converts the right side of a definition."""
        tree, env = definition.tree, definition.env
        return Converter(self.unifier, tree, env, self.use, own=definition.own)

    def _error(self, definition: TypeDef, qualifier: str, path: str) -> Type:
        """An abstract type of errors, as a row without tags: like the others it knows where its
        errors come from."""
        row, use = self.unifier.row(), self.use
        if use is not None:
            row.origins[Origin(CHANGED, use.item.path, use, path, None, use.qualifier)] = None
        elif definition.item is not None:
            item = definition.item
            row.origins[Origin(CHANGED, item.path, None, path, item, qualifier)] = None
        return row

    def _manifest(self, definition: TypeDef, body: Node, inner: Converter, path: str) -> Type:
        """The right side of a definition, converted once for all uses where it can be."""
        inner.depth = self.depth
        inner.defining = definition
        inner.active = self.active
        self.active[definition] = None
        type_ = inner.convert(read_type(body, definition.tree), path)
        del self.active[definition]
        if self.shares and not definition.params and is_ground(type_):
            definition.ground = type_
        return type_

    def _row(self, expression: TypeExpr, path: str) -> Type:
        row = self.unifier.row()
        node = expression.node
        origin = self._interface_origin(node, path)
        if origin is not None:
            row.origins[origin] = None
        if self.own:
            row.origins[Origin(OWN, self.tree.text(node), None, path)] = None
            self._join_declared(row, expression)
        if self.defining is not None and self.defining.body is node:
            self.active[self.defining] = row  # what the definition says of itself is this row
        for tag, tag_node, payload in expression.tags:
            row.tags[tag] = self.convert(payload, path + tag) if payload is not None else None
            if self.own:
                row.sites.append(Site(tag_node, tag, "type"))
        for part in expression.parts:
            inherited = prune(self.convert(part, path))
            if isinstance(inherited, Row):
                self.unifier.unify(row, inherited)
        return prune(row)

    def _interface_origin(self, node: Node, path: str) -> Origin | None:
        """Where a row that an interface declares comes from: the use, and the type if it is one."""
        use, item = self.use, None
        if self.defining is not None and self.defining.body is node:
            item = self.defining.item
        if item is not None and not item.changes:
            item = None
        if use is not None:
            kind = CHANGED if use.item.changes else KNOWN
            return Origin(kind, use.item.path, use, path, item, use.qualifier)
        return Origin(CHANGED, item.path, None, path, item, self.qualifier) if item else None

    def _join_declared(self, row: Row, expression: TypeExpr) -> None:
        """Tie every use of a declared row to the place that declares it; payloads stay apart."""
        shared = expression.shared_row
        if shared is None or shared.owner is not self.unifier.lineage:
            shared = expression.shared_row = Row(row.level, self.unifier.lineage)
        join(row, shared)


class Declared(Converter):
    """Converts what the interface of a file says of its values. Nothing in it is a place of the
    file, and of an abstract type of the person's the file says what it is. outer: the changed type
    of a library that the place is in."""

    __slots__ = ("outer",)

    def __init__(self, unifier: Unifier, env: Env, tree: Reader, outer: Item | None = None) -> None:
        super().__init__(unifier, tree, env)
        self.outer = outer

    def within(self, definition: TypeDef) -> Converter:
        item = definition.item
        outer = self.outer or (item if item is not None and item.changes else None)
        return Declared(self.unifier, definition.env, definition.tree, outer)

    def _defined(self, definition: TypeDef, expression: TypeExpr, path: str) -> Type:
        if definition.own and definition.body is None:
            return self.unifier.var()
        return super()._defined(definition, expression, path)

    def _interface_origin(self, node: Node, path: str) -> Origin | None:
        if self.outer is None:
            return None
        return Origin(CHANGED, self.outer.path, None, path, self.outer, self.qualifier)


def _is_error(definition: TypeDef) -> bool:
    """Whether a type is an abstract one of an interface's errors."""
    item, module = definition.item, definition.env.opened
    if definition.body is not None or item is None or item.name != "error":
        return False
    declared = module.index.constructors.values() if isinstance(module, SigModule) else ()
    return all(owner != item.name for owner, _declaration in declared)


def api_type(value: ApiValue, use: Use, unifier: Unifier) -> Type:
    """The type of an interface's value at one use.

    Its rows are fresh and know the use they came from. Where the item has changed and its final
    result is `unit` or a promise of it, that `unit` is watched (`Use.mark`): the target made many
    of them results, and only what the code does with it shows for which release it was written. The
    same goes for whatever an item promises that says it is to be watched.
    """
    scheme = value.scheme
    if scheme is None:
        module = value.module
        type_ = Converter(unifier, module.index.tree, module.env, use).type(value.type_node)
        value.ground = is_ground(type_)
        value.scheme = type_ if value.ground else scheme_of(type_)
    else:
        type_ = scheme if value.ground else unifier.instantiate(scheme)
    if not value.item.changes:
        return type_
    return map_result(type_, lambda result: _watched(result, use, unifier))


def _watched(result: Type, use: Use, unifier: Unifier) -> Type:
    """The final result with its `unit`, if it is that or a promise of it, replaced."""
    if isinstance(result, Con) and not result.args and result.name == "unit":
        return _mark(use, unifier)
    promise = unifier.promise
    if promise is not None and isinstance(result, Con) and promise.holds(result):
        inner = result.args[0]
        if use.item.watched or (isinstance(inner, Con) and inner.name == "unit"):
            return promise.of(_mark(use, unifier))
    return result


def _mark(use: Use, unifier: Unifier) -> Type:
    var = unifier.marked(use)
    use.mark = var.mark
    return var
