"""Inference over one file: scopes and types in one walk.

Expressions are inferred in `Inference.expression`, one method per construct, found by the node's
kind. Whatever is unknown is a fresh variable; whatever does not fit is passed over. The walk never
raises: a file that is too deep or too intricate is analysed as far as the budget goes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import Analysis, UnknownUse, Use
from mirageport.ocaml.convert import api_type
from mirageport.ocaml.environment import Env
from mirageport.ocaml.modules import Binding, SigModule, Union
from mirageport.ocaml.reuse.skipped import skipped, worth_it
from mirageport.ocaml.structures import Structures
from mirageport.ocaml.types import (
    BOOL,
    CHAR,
    EXN,
    STRING,
    UNIT,
    Arrow,
    Con,
    Tup,
    Unifier,
    Var,
    number_type,
    prune,
)
from mirageport.ocaml.walk import MAX_DEPTH, bounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.modules import ApiValue
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type

_RECURSION = 4_500
"""Python frames that `walk.MAX_DEPTH` may take: up to six for a level (definitions inside
expressions), then some for types, then the caller's own."""

MIN_STEPS = 150_000
STEPS_PER_BYTE = 4
"""How many steps the types of a file may take: real code takes one for every two bytes, a tower of
types that double takes as many as there are."""

# Parts of constructs that bind names for the parts after them.
_BINDING_PARTS = frozenset(["value_definition", "let_binding", "open_module", "parameter"])


class Inference(Structures):
    """The walk over one tree, with its expressions."""

    # -- names -----------------------------------------------------------------------------

    def value_type(self, node: Node, found: ApiValue | Binding | None, qualifier: str) -> Type:
        """The type of a resolved name at this use, and a record of the use."""
        if found is None:
            return self.unknown(node)
        if isinstance(found, Binding):
            self.result.refs[node] = found
            return self.unifier.instantiate(found.type)
        use = Use(node, found.item, found.module, qualifier)
        type_ = api_type(found, use, self.unifier)
        use.type = type_
        if found.item.changes:
            self.result.uses.append(use)
        elif isinstance(type_, Var):
            self.result.unknown.append(UnknownUse(node, type_, found.type_node.parent))
        return type_

    def value_path(self, node: Node, env: Env) -> Type:
        """A value's name, qualified or not."""
        if not node.children:
            return self.unifier.var()
        name = self.name_of(node.children[-1])
        prefix = node.first("module_path")
        if prefix is None:
            return self.value_type(node, env.value(name), "")
        module = self.module_path(prefix, env)
        found = module.value(name) if module is not None else None
        if found is None and isinstance(module, (SigModule, Union)):
            self.result.missing.append(node)
        return self.value_type(node, found, self.tree.text(prefix))

    # -- expressions -----------------------------------------------------------------------

    def expression(self, node: Node, env: Env) -> Type:
        """The type of an expression; a fresh variable where nothing can be said."""
        if self.depth >= MAX_DEPTH and self.too_deep():
            return self.unifier.var()
        self.depth += 1
        method = _EXPRESSIONS.get(node.kind)
        type_ = method(self, node, env) if method else self.parts(node, env)
        self.result.types[node] = type_
        self.depth -= 1
        return type_

    def parts(self, node: Node, env: Env) -> Type:
        """A construct without a rule of its own: its parts count, what it gives is unknown."""
        if self.too_deep():
            return self.unifier.var()
        self.depth += 1
        self.local += 1
        for child in node.children:
            kind = child.kind
            if kind in _EXPRESSIONS:
                self.expression(child, env)
            elif kind == "value_pattern":
                env = Env(env)
                self.pattern(child, env)
            elif kind in _BINDING_PARTS:
                env = self.broken_piece(child, env)
            elif child.named and child.children:
                self.parts(child, env)
        self.local -= 1
        self.depth -= 1
        return self.unifier.var(taint=self._label(node))

    def _label(self, node: Node) -> str:
        """The beginning of an expression, as the name of what is unknown."""
        return self.tree.source.text(node.start, min(node.end, node.start + 30)).split("\n")[0]

    def _broken(self, node: Node, env: Env) -> Type:
        """An ERROR: walk its pieces in order, so that what they bind still binds."""
        self.local += 1
        for child in node.children:
            if child.kind in _EXPRESSIONS:
                self.expression(child, env)
            elif child.named:
                env = self.broken_piece(child, env)
        self.local -= 1
        return self.unifier.var()

    def _number(self, node: Node, env: Env) -> Type:
        return number_type(self.tree.text(node))

    def _parenthesized(self, node: Node, env: Env) -> Type:
        inner = node.get("expression")
        return self.expression(inner, env) if inner else self.parts(node, env)

    def _typed(self, node: Node, env: Env) -> Type:
        inner, type_node, coercion = node.get("expression"), node.get("type"), node.get("coercion")
        type_ = self.expression(inner, env) if inner else self.unifier.var()
        if type_node is not None:
            self.unifier.unify(type_, self.annotation(type_node, env))
        if coercion is not None:
            target = self.annotation(coercion, env)
            self.unifier.coerce(type_, target)
            return target
        return type_

    def _tag(self, node: Node, env: Env) -> Type:
        return self.tag_value(node, None)

    def _constructor(self, node: Node, env: Env) -> Type:
        return self.constructor_result(node, None, env) or self.unifier.var()

    def _sign(self, node: Node, env: Env) -> Type:
        inner = node.named_children
        return self.expression(inner[-1], env) if inner else self.unifier.var()

    def _fun(self, node: Node, env: Env) -> Type:
        body = node.get("body")
        frame = Env(env)
        parameters = [self.parameter(child, frame) for child in node.of("parameter")]
        result = self.expression(body, frame) if body else self.unifier.var()
        for label, type_ in reversed(parameters):
            result = Arrow(label, type_, result)
        return result

    def _function(self, node: Node, env: Env) -> Type:
        argument, result = self.unifier.var(), self.unifier.var()
        self._cases(node, argument, result, env)
        return Arrow("", argument, result)

    def _match(self, node: Node, env: Env) -> Type:
        scrutinee = node.get("expression")
        type_ = self.expression(scrutinee, env) if scrutinee else self.unifier.var()
        result = self.unifier.var()
        if self.promise.extends(node):
            value = self.unifier.var()
            self.unifier.unify(type_, self.promise.of(value))
            type_ = value
        self._cases(node, type_, result, env)
        return result

    def _try(self, node: Node, env: Env) -> Type:
        body = node.get("expression")
        result = self.expression(body, env) if body else self.unifier.var()
        self._cases(node, EXN, result, env)
        return result

    def _cases(self, node: Node, argument: Type, result: Type, env: Env) -> None:
        for case in node.children:
            if case.kind == "match_case":
                self._case(case, argument, result, env)
            elif case.kind == "ERROR":
                self._broken(case, env)

    def _case(self, case: Node, argument: Type, result: Type, env: Env) -> None:
        pattern, body = case.get("pattern"), case.get("body")
        frame = Env(env)
        if pattern is not None:
            if pattern.kind == "exception_pattern":
                self.pattern(pattern, frame)
            else:
                self.unifier.unify(argument, self.pattern(pattern, frame))
        guard = case.first("guard")
        if guard is not None:
            self.parts(guard, frame)
        if body is not None:
            self.unifier.unify(result, self.expression(body, frame))

    def _if(self, node: Node, env: Env) -> Type:
        condition = node.get("condition")
        if condition is not None:
            self.unifier.unify(self.expression(condition, env), BOOL)
        result: Type | None = None
        for clause in node.of("then_clause", "else_clause"):
            for branch in clause.named_children:
                type_ = self.expression(branch, env)
                if result is None:
                    result = type_
                else:
                    self.unifier.unify(result, type_)
        if node.first("else_clause") is None:
            if result is not None:
                self.unifier.unify(result, UNIT)
            return UNIT
        return result or self.unifier.var()

    def _sequence(self, node: Node, env: Env) -> Type:
        members = [child for child in node.named_children if child.kind != "attribute_id"]
        waits = self.promise.extends(node)
        result: Type = UNIT
        for position, member in enumerate(members):
            result = self.expression(member, env)
            if position < len(members) - 1:
                self.unifier.unify(result, self.promise.of(UNIT) if waits else UNIT)
        return result

    def _tuple(self, node: Node, env: Env) -> Type:
        return Tup(tuple([self.expression(child, env) for child in node.named_children]))

    def _list(self, node: Node, env: Env) -> Type:
        element = self.unifier.var()
        for child in node.named_children:
            self.unifier.unify(element, self.expression(child, env))
        return Con("array" if node.kind == "array_expression" else "list", (element,))

    def _cons(self, node: Node, env: Env) -> Type:
        left, right = node.get("left"), node.get("right")
        element = self.expression(left, env) if left else self.unifier.var()
        type_ = Con("list", (element,))
        if right is not None:
            self.unifier.unify(type_, self.expression(right, env))
        return type_

    def _let(self, node: Node, env: Env) -> Type:
        """`let .. in let .. in e`: a loop, as such chains grow long."""
        chain = []
        body: Node | None = node
        while body is not None and body.kind == "let_expression":
            chain.append(body)
            last, body = body, body.get("body")
            self.local += 1
            for child in last.children:
                if child.named and child is not body:
                    env = self.definition(child, env)
            self.local -= 1
        type_ = self.expression(body, env) if body is not None else self.unifier.var()
        for inner in chain:
            self.result.types[inner] = type_
        return type_

    def _local_open(self, node: Node, env: Env) -> Type:
        path, inner = node.first("module_path"), node.get("expression")
        if path is not None:
            module = self.module_path(path, env)
            if module is not None:
                env = Env(env, opened=module)
        return self.expression(inner, env) if inner else self.unifier.var()

    def _record(self, node: Node, env: Env) -> Type:
        base = node.get("record")
        result: Type = self.expression(base, env) if base else self.unifier.var()
        for field in node.of("field_expression"):
            body = field.get("body")
            path = field.first("field_path")
            owner, type_ = self.field(path, env)
            if owner is not None:
                self.unifier.unify(result, owner)
            if path is not None:
                self.result.types[path] = type_
            if body is not None:
                self.unifier.unify(type_, self.expression(body, env))
            elif path is not None:
                name = path.children[-1]
                self.unifier.unify(
                    type_, self.value_type(name, env.value(self.tree.text(name)), "")
                )
        return result

    def _field_get(self, node: Node, env: Env) -> Type:
        record, path = node.get("record"), node.get("field")
        found = self.expression(record, env) if record is not None else self.unifier.var()
        owner, type_ = self.field(path, env)
        if owner is None:
            return type_
        bare = path is not None and path.first("module_path") is None
        if bare and path in self.result.field_uses and _differ(found, owner):
            # The record's own type decides, not what was opened last.
            del self.result.field_uses[path]
            return self.unifier.var(taint=self.tree.text(node))
        self.unifier.unify(found, owner)
        return type_

    def _set(self, node: Node, env: Env) -> Type:
        types = [self.expression(child, env) for child in node.named_children]
        if len(types) == 2:
            self.unifier.unify(types[0], types[1])
        return UNIT

    def _loop(self, node: Node, env: Env) -> Type:
        waits = self.promise.extends(node)
        self.parts(node, env)
        body = node.first("do_clause")
        given = self.result.types.get(body) if body is not None else None
        if given is not None and not waits:
            self.unifier.unify(given, UNIT)
        return self.promise.of(UNIT) if waits else UNIT

    def _element(self, node: Node, env: Env) -> Type:
        """`a.(i)`."""
        sequence, element = node.get("sequence"), self.unifier.var()
        if sequence is not None:
            self.unifier.unify(self.expression(sequence, env), Con("array", (element,)))
        for child in node.named_children:
            if child is not sequence:
                self.expression(child, env)
        return element

    def _character(self, node: Node, env: Env) -> Type:
        self.parts(node, env)
        return CHAR

    def _block(self, node: Node, env: Env) -> Type:
        result: Type = UNIT
        for child in node.named_children:
            result = self.expression(child, env)
        return result

    def _assert(self, node: Node, env: Env) -> Type:
        inner = node.named_children
        if inner and self.tree.text(inner[0]) == "false":
            return self.unifier.var()
        for child in inner:
            self.expression(child, env)
        return UNIT

    def _lazy(self, node: Node, env: Env) -> Type:
        inner = node.named_children
        return Con("lazy_t", tuple([self.expression(child, env) for child in inner[:1]]))

    def _package(self, node: Node, env: Env) -> Type:
        for child in node.named_children:
            if child.kind in ("module_path", "module_application"):
                self.module_expression(child, env, "")
        self.package(node, env)
        return self.unifier.var()


def _differ(one: Type, other: Type) -> bool:
    """Whether two types are constructors of different names."""
    one, other = prune(one), prune(other)
    return isinstance(one, Con) and isinstance(other, Con) and one.name != other.name


def _constant(type_: Type) -> Callable[[Inference, Node, Env], Type]:
    return lambda inference, node, env: type_


_EXPRESSIONS: dict[str, Callable[[Inference, Node, Env], Type]] = {
    "value_path": Inference.value_path,
    "number": Inference._number,
    "signed_number": Inference._number,
    "string": _constant(STRING),
    "quoted_string": _constant(STRING),
    "character": _constant(CHAR),
    "boolean": _constant(BOOL),
    "unit": _constant(UNIT),
    "empty_list": Inference._list,
    "parenthesized_expression": Inference._parenthesized,
    "typed_expression": Inference._typed,
    "tag": Inference._tag,
    "constructor_path": Inference._constructor,
    "application_expression": Inference.application,
    "infix_expression": Inference.infix,
    "prefix_expression": Inference.prefix_operator,
    "sign_expression": Inference._sign,
    "fun_expression": Inference._fun,
    "function_expression": Inference._function,
    "match_expression": Inference._match,
    "try_expression": Inference._try,
    "if_expression": Inference._if,
    "sequence_expression": Inference._sequence,
    "tuple_expression": Inference._tuple,
    "list_expression": Inference._list,
    "array_expression": Inference._list,
    "cons_expression": Inference._cons,
    "let_expression": Inference._let,
    "local_open_expression": Inference._local_open,
    "record_expression": Inference._record,
    "field_get_expression": Inference._field_get,
    "set_expression": Inference._set,
    "while_expression": Inference._loop,
    "for_expression": Inference._loop,
    "do_clause": Inference._block,
    "assert_expression": Inference._assert,
    "lazy_expression": Inference._lazy,
    "package_expression": Inference._package,
    "object_expression": Inference.parts,
    "new_expression": Inference.parts,
    "array_get_expression": Inference._element,
    "string_get_expression": Inference._character,
    "bigarray_get_expression": Inference.parts,
    "method_invocation": Inference.parts,
    "object_copy_expression": Inference.parts,
    "extension": Inference.parts,
    "ERROR": Inference._broken,
}


def analyse(
    tree: Tree,
    base: Env,
    former: Analysis | None = None,
    skip: bool = False,
    pause: Callable[[], None] | None = None,
) -> Analysis:
    """Scopes and types of one file.

    base: what is in scope before its first line (the standard library, and a loader for the
    modules of other files). former: the analysis of the tree that this one was made of by an edit:
    items that the edit did not concern are not walked again, and the former one is spent. skip:
    nothing is said about items that have nothing to do with interfaces (see `reuse/skipped.py`).
    pause: called between two items; when it raises, neither the tree nor the former analysis may be
    used any more. Never raises otherwise, on any input; `Analysis.cut_short` says that the file was
    too deep or too intricate to be followed to its end.
    """
    nodes = None
    if skip and worth_it(tree) and (former is None or former.skipped is not None):
        nodes = skipped(tree, base)
    if former is not None and not former.cut_short:
        analysis = _walked(tree, base, nodes, former, pause)
        if analysis is not None:
            former.spend()
            return analysis
    analysis = _walked(tree, base, nodes, None, pause)
    assert analysis is not None
    return analysis


def _walked(
    tree: Tree,
    base: Env,
    nodes: frozenset[Node] | None,
    former: Analysis | None,
    pause: Callable[[], None] | None = None,
) -> Analysis | None:
    """A walk over a tree, on top of a former one or from nothing; None when there is no end to it
    on top. nodes: the items that are skipped."""
    unifier = Unifier(max(MIN_STEPS, STEPS_PER_BYTE * len(tree.source.data)))
    if former is not None:
        unifier.lineage = former.unifier.lineage
    inference = Inference(tree, unifier, base, former.by_item if former else {}, nodes or ())
    inference.pause = pause
    around = inference.result
    if not bounded(inference.file, _RECURSION):
        if former is not None:
            return None
        around.cut_short = True
    analysis = Analysis(tree, unifier, around, inference.exported)
    if former is not None:
        for record in former.records:
            record.alive = False
        for record in analysis.records:
            record.alive = True
    analysis.skipped = nodes
    if nodes:
        analysis.whole = lambda analysis: _walked(tree, base, None, analysis)
    return analysis
