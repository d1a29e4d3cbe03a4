"""Inference over one file: scopes and types in one walk.

Expressions are inferred in `Inference.expression`, one method per construct, found by the node's
kind. Whatever is unknown is a fresh variable; whatever does not fit is passed over. The walk never
raises: a file that is too deep or too intricate is analysed as far as the budget goes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import Analysis, Use
from mirageport.ocaml.convert import Converter, api_type
from mirageport.ocaml.modules import (
    ApiValue,
    Binding,
    Env,
    resolve_path,
    path_names,
)
from mirageport.ocaml.patterns import Patterns
from mirageport.ocaml.structures import Structures
from mirageport.ocaml.types import (
    BOOL,
    CHAR,
    EXN,
    FLOAT,
    GENERIC,
    INT,
    INT32,
    INT64,
    NATIVEINT,
    STRING,
    UNIT,
    Arrow,
    Con,
    OutOfBudget,
    Row,
    Site,
    Tup,
    Unifier,
    Var,
    prune,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.tree import Node, Tree
    from mirageport.ocaml.types import Type

MAX_DEPTH = 700  # nested expressions; beyond it the answer is unknown
_RECURSION = 12_000  # Python frames that MAX_DEPTH needs, with room to spare

_INT_OPERATORS = frozenset(["+", "-", "*", "/", "mod", "land", "lor", "lxor", "lsl", "lsr", "asr"])
_FLOAT_OPERATORS = frozenset(["+.", "-.", "*.", "/.", "**"])
_COMPARISONS = frozenset(["=", "<>", "<", ">", "<=", ">=", "==", "!="])

# What `>>=` and `>|=` mean where no definition is in sight: their operands are promises.
_BINDS = frozenset([">>=", ">|="])


class Argument:
    """An argument of an application: its label ("" for none), its type, its node."""

    __slots__ = ("label", "node", "type")

    def __init__(self, label: str, type_: Type, node: Node) -> None:
        self.label = label
        self.type = type_
        self.node = node


class Inference(Patterns, Structures):
    declared_field = Structures.declared_field
    unpack = Structures.unpack

    """The walk over one tree; `result` holds what it found."""

    def __init__(self, tree: Tree, unifier: Unifier, base: Env) -> None:
        self.tree = tree
        self.unifier = unifier
        self.base = base
        self.result = Analysis(tree, unifier)
        self.depth = 0
        self.prefix = ""

    # -- names -----------------------------------------------------------------------------

    def value_type(self, node: Node, found: ApiValue | Binding | None, qualifier: str) -> Type:
        """The type of a resolved name at this use, and a record of the use."""
        if found is None:
            return self.unifier.var(taint=self.tree.text(node))
        if isinstance(found, Binding):
            self.result.refs[node] = found
            return self.unifier.instantiate(found.type)
        use = Use(node, found.item, found.module, qualifier)
        type_ = api_type(found, use, self.unifier)
        use.type = type_
        if found.item.changes:
            self.result.uses.append(use)
        return type_

    def value_path(self, node: Node, env: Env) -> Type:
        """A value's name, qualified or not."""
        last = node.children[-1]
        name = self.tree.text(last)
        if last.kind == "parenthesized_operator":
            name = name.strip("() \t\r\n")
        prefix = node.first("module_path")
        if prefix is None:
            return self.value_type(node, env.value(name), "")
        module = self.module_path(prefix, env)
        found = module.value(name) if module else None
        return self.value_type(node, found, self.tree.text(prefix))

    def module_path(self, node: Node, env: Env) -> Module | None:
        """The module a path means, remembered by its node."""
        module = resolve_path(path_names(node, self.tree), env)
        if module is not None:
            self.result.module_refs[node] = module
        return module

    # -- expressions -----------------------------------------------------------------------

    def expression(self, node: Node, env: Env) -> Type:
        """The type of an expression; a fresh variable where nothing can be said."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            self.result.cut_short = True
            self.depth -= 1
            return self.unifier.var()
        method = _EXPRESSIONS.get(node.kind)
        type_ = method(self, node, env) if method else self._other(node, env)
        self.result.types[node] = type_
        self.depth -= 1
        return type_

    def _other(self, node: Node, env: Env) -> Type:
        """A construct without a rule of its own, or broken text: its parts still count."""
        for child in node.children:
            if child.kind in _EXPRESSIONS or child.kind == "ERROR":
                self.expression(child, env)
            elif child.kind in ("value_definition", "let_binding", "open_module"):
                env = self.definition(child, env)
            elif child.named and child.children:
                self._other(child, env)
        return self.unifier.var()

    def _broken(self, node: Node, env: Env) -> Type:
        """An ERROR: walk its pieces in order, so that what they bind still binds."""
        for child in node.children:
            if child.kind in _EXPRESSIONS:
                self.expression(child, env)
            elif child.named:
                env = self.broken_piece(child, env)
        return self.unifier.var()

    def _number(self, node: Node, env: Env) -> Type:
        text = self.tree.text(node)
        last = text[-1]
        if last in "lLn" and not text.startswith(("0x", "0X")) or last in "lLn":
            return {"l": INT32, "L": INT64, "n": NATIVEINT}[last]
        if not text.startswith(("0x", "0X", "-0x")) and ("." in text or "e" in text or "E" in text):
            return FLOAT
        return INT

    def _parenthesized(self, node: Node, env: Env) -> Type:
        inner = node.get("expression")
        if inner is None:
            return self._other(node, env)
        return self.expression(inner, env)

    def _typed(self, node: Node, env: Env) -> Type:
        inner, type_node, coercion = node.get("expression"), node.get("type"), node.get("coercion")
        type_ = self.expression(inner, env) if inner else self.unifier.var()
        if type_node is not None:
            self.unifier.unify(type_, self.annotation(type_node, env))
        if coercion is not None:
            target = self.annotation(coercion, env)
            self._coerce(type_, target)
            return target
        return type_

    def _coerce(self, type_: Type, target: Type) -> None:
        """`e :> t` makes no types equal, but their tags share a fate."""
        one, other = prune(type_), prune(target)
        if isinstance(one, Row) and isinstance(other, Row):
            one.edges.append(other)
            other.edges.append(one)

    def annotation(self, node: Node, env: Env) -> Type:
        """A type the user wrote."""
        return Converter(self.unifier, self.tree, env, own=True).type(node)

    def _tag(self, node: Node, env: Env) -> Type:
        return self._tag_value(node, None, env)

    def _tag_value(self, tag_node: Node, payload: Type | None, env: Env) -> Type:
        row = self.unifier.row()
        tag = self.tree.text(tag_node)
        row.tags[tag] = payload
        row.sites.append(Site(tag_node, tag, "expression"))
        return row

    def _constructor(self, node: Node, env: Env) -> Type:
        return self.constructor_result(node, None)

    def _application(self, node: Node, env: Env) -> Type:
        function = node.get("function")
        argument_nodes = node.all("argument")
        if function is None:
            return self._other(node, env)
        if function.kind == "tag":
            payload = [self.expression(argument, env) for argument in argument_nodes]
            return self._tag_value(function, payload[0] if payload else None, env)
        if function.kind == "constructor_path":
            payload = [self.expression(argument, env) for argument in argument_nodes]
            self.result.types[function] = type_ = self.constructor_result(
                function, payload[0] if payload else None
            )
            return type_
        type_ = self.expression(function, env)
        return self.apply(type_, [self._argument(argument, env) for argument in argument_nodes])

    def _argument(self, node: Node, env: Env) -> Argument:
        if node.kind != "labeled_argument":
            return Argument("", self.expression(node, env), node)
        name_node = node.first("label_name")
        label = self.tree.text(name_node) if name_node else ""
        optional = bool(node.children) and node.children[0].kind == "?"
        inner = node.get("expression")
        if inner is not None:
            type_ = self.expression(inner, env)
        elif name_node is not None:
            # A pun `~x` reads the variable x; the label's node stands for its path.
            type_ = self.value_type(name_node, env.value(label), "")
            self.result.types[name_node] = type_
        else:
            type_ = self.unifier.var()
        if optional:
            inner_type = self.unifier.var()
            self.unifier.unify(type_, Con("option", (inner_type,)))
            type_ = inner_type
        return Argument(label, type_, node)

    def apply(self, function: Type, arguments: list[Argument]) -> Type:
        """The result of applying a function to arguments; labels are matched by name.

        An optional parameter disappears when an unlabelled argument after it is given; a total
        application without labels takes the arguments in order.
        """
        pending = list(arguments)
        kept: list[Arrow] = []
        positional = sum(1 for argument in pending if not argument.label)
        function = prune(function)
        while pending and isinstance(function, Arrow):
            self._consume(function, pending, kept, positional > 0)
            function = prune(function.result)
        while pending and kept:
            arrow = kept.pop(0)
            self.unifier.unify(arrow.argument, pending.pop(0).type)
        if pending:
            function = self._apply_unknown(function, pending)
        elif positional:
            function = _without_optionals(function)
        for arrow in reversed(kept):
            function = Arrow(arrow.label, arrow.argument, function)
        return function

    def _consume(
        self, arrow: Arrow, pending: list[Argument], kept: list[Arrow], positional: bool
    ) -> None:
        """Give one parameter its argument, or keep it for later."""
        label = arrow.label.lstrip("?")
        for index, argument in enumerate(pending):
            if argument.label == label:
                self.unifier.unify(arrow.argument, argument.type)
                del pending[index]
                return
        if arrow.label.startswith("?") and positional:
            return
        # A labelled parameter that is given later or never, or an unlabelled one when only
        # labelled arguments are left.
        kept.append(arrow)

    def _apply_unknown(self, function: Type, pending: list[Argument]) -> Type:
        function = prune(function)
        if not isinstance(function, Var):
            return self.unifier.var()
        result = self.unifier.var(function.taint)
        type_: Type = result
        for argument in reversed(pending):
            type_ = Arrow(argument.label, argument.type, type_)
        self.unifier.unify(function, type_)
        return result

    def _infix(self, node: Node, env: Env) -> Type:
        left, operator, right = node.get("left"), node.get("operator"), node.get("right")
        if left is None or operator is None or right is None:
            return self._other(node, env)
        name = self.tree.text(operator)
        if name == "|>":
            argument = Argument("", self.expression(left, env), left)
            return self.apply(self.expression(right, env), [argument])
        if name == "@@":
            function = self.expression(left, env)
            return self.apply(function, [Argument("", self.expression(right, env), right)])
        found = env.value(name)
        if found is None:
            return self._plain_operator(name, left, right, env)
        function = self.value_type(operator, found, "")
        arguments = [
            Argument("", self.expression(left, env), left),
            Argument("", self.expression(right, env), right),
        ]
        return self.apply(function, arguments)

    def _plain_operator(self, name: str, left: Node, right: Node, env: Env) -> Type:
        one, other = self.expression(left, env), self.expression(right, env)
        if name in _INT_OPERATORS:
            return INT
        if name in _FLOAT_OPERATORS:
            return FLOAT
        if name in _COMPARISONS:
            self.unifier.unify(one, other)
            return BOOL
        if name in ("&&", "||", "&", "or"):
            return BOOL
        if name in _BINDS:
            return self._bind(name, one, other)
        return self.unifier.var()

    def _bind(self, name: str, one: Type, other: Type) -> Type:
        value, result = self.unifier.var(), self.unifier.var()
        self.unifier.unify(one, Con("Lwt.t", (value,)))
        promise = Con("Lwt.t", (result,))
        target: Type = promise if name == ">>=" else result
        self.unifier.unify(other, Arrow("", value, target))
        return promise

    def _prefix(self, node: Node, env: Env) -> Type:
        operator, right = node.get("operator"), node.get("expression")
        if operator is None or right is None:
            return self._other(node, env)
        argument = Argument("", self.expression(right, env), right)
        found = env.value(self.tree.text(operator))
        if found is None:
            return self.unifier.var()
        return self.apply(self.value_type(operator, found, ""), [argument])

    def _sign(self, node: Node, env: Env) -> Type:
        inner = node.named_children
        return self.expression(inner[-1], env) if inner else self.unifier.var()

    def _fun(self, node: Node, env: Env) -> Type:
        body = node.get("body")
        frame = Env(env)
        parameters = [self.parameter(child, frame) for child in node.of("parameter")]
        result = self.expression(body, frame) if body else self.unifier.var()
        return _arrows(parameters, result)

    def _function(self, node: Node, env: Env) -> Type:
        argument, result = self.unifier.var(), self.unifier.var()
        self._cases(node, argument, result, env)
        return Arrow("", argument, result)

    def _match(self, node: Node, env: Env) -> Type:
        scrutinee = node.get("expression")
        type_ = self.expression(scrutinee, env) if scrutinee else self.unifier.var()
        result = self.unifier.var()
        if _is_lwt(node, self.tree):
            value = self.unifier.var()
            self.unifier.unify(type_, Con("Lwt.t", (value,)))
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
            self._other(guard, frame)
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
        lwt = _is_lwt(node, self.tree)
        result: Type = UNIT
        for position, member in enumerate(members):
            result = self.expression(member, env)
            if position < len(members) - 1:
                self.unifier.unify(result, Con("Lwt.t", (UNIT,)) if lwt else UNIT)
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
        body = node.get("body")
        for child in node.children:
            if child is not body and child.named:
                env = self.definition(child, env)
        return self.expression(body, env) if body else self.unifier.var()

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
            if body is not None:
                self.unifier.unify(type_, self.expression(body, env))
            elif path is not None:
                name = path.children[-1]
                self.unifier.unify(
                    type_, self.value_type(name, env.value(self.tree.text(name)), "")
                )
        return result

    def _field_get(self, node: Node, env: Env) -> Type:
        record = node.get("record")
        owner, type_ = self.field(node.get("field"), env)
        if record is not None:
            found = self.expression(record, env)
            if owner is not None:
                self.unifier.unify(found, owner)
        return type_

    def _set(self, node: Node, env: Env) -> Type:
        types = [self.expression(child, env) for child in node.named_children]
        if len(types) == 2:
            self.unifier.unify(types[0], types[1])
        return UNIT

    def _loop(self, node: Node, env: Env) -> Type:
        frame = Env(env)
        for child in node.children:
            if child.kind in ("value_pattern", "value_name"):
                self.pattern(child, frame)
            elif child.named:
                self.expression(child, frame)
        return UNIT

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
        return self.unifier.var()


def _constant(type_: Type) -> Callable[[Inference, Node, Env], Type]:
    return lambda inference, node, env: type_


def _is_lwt(node: Node, tree: Tree) -> bool:
    """Whether the construct is written with `%lwt`."""
    return any(
        child.kind == "attribute_id" and tree.text(child) == "lwt" for child in node.children
    )


def _arrows(parameters: list[tuple[str, Type]], result: Type) -> Type:
    for label, type_ in reversed(parameters):
        result = Arrow(label, type_, result)
    return result


def _without_optionals(function: Type) -> Type:
    function = prune(function)
    while isinstance(function, Arrow) and function.label.startswith("?"):
        function = prune(function.result)
    return function


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
    "application_expression": Inference._application,
    "infix_expression": Inference._infix,
    "prefix_expression": Inference._prefix,
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
    "object_expression": Inference._other,
    "new_expression": Inference._other,
    "array_get_expression": Inference._other,
    "string_get_expression": Inference._other,
    "bigarray_get_expression": Inference._other,
    "extension": Inference._other,
    "ERROR": Inference._broken,
}


def analyse(tree: Tree, base: Env) -> Analysis:
    """Scopes and types of one file.

    base: what is in scope before its first line (the standard library, and a loader for the
    modules of other files). Never raises on any input; `Analysis.cut_short` says that the file
    was too deep or too intricate to be followed to its end.
    """
    inference = Inference(tree, Unifier(), base)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _RECURSION))
    try:
        inference.file()
    except (OutOfBudget, RecursionError):
        inference.result.cut_short = True
    finally:
        sys.setrecursionlimit(limit)
    return inference.result
