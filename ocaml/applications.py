"""Inference of applications: labels, optional parameters, operators, binds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.patterns import Patterns
from mirageport.ocaml.types import (
    BOOL,
    FLOAT,
    INT,
    Arrow,
    Con,
    Site,
    Var,
    prune,
)
from mirageport.ocaml.walk import Argument

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_INT_OPERATORS = frozenset(["+", "-", "*", "/", "mod", "land", "lor", "lxor", "lsl", "lsr", "asr"])
_FLOAT_OPERATORS = frozenset(["+.", "-.", "*.", "/.", "**"])
_COMPARISONS = frozenset(["=", "<>", "<", ">", "<=", ">=", "==", "!="])
_BOOL_OPERATORS = frozenset(["&&", "||", "&", "or"])

# What `>>=` and `>|=` mean where no definition is in sight: their operands are promises.
_BINDS = frozenset([">>=", ">|="])


class Applications(Patterns):
    """The application part of the inference."""

    def application(self, node: Node, env: Env) -> Type:
        """A function, a tag or a constructor with arguments."""
        function = node.get("function")
        argument_nodes = node.all("argument")
        if function is None:
            return self.parts(node, env)
        if function.kind in ("tag", "constructor_path"):
            payload = [self.expression(argument, env) for argument in argument_nodes]
            first = payload[0] if payload else None
            if function.kind == "tag":
                return self.tag_value(function, first)
            type_ = self.constructor_result(function, first, env) or self.unifier.var()
            self.result.types[function] = type_
            return type_
        type_ = self.expression(function, env)
        return self.apply(type_, [self._argument(argument, env) for argument in argument_nodes])

    def tag_value(self, tag_node: Node, payload: Type | None) -> Type:
        """The row of a tag in an expression."""
        row = self.unifier.row()
        tag = self.tree.text(tag_node)
        row.tags[tag] = payload
        row.sites.append(Site(tag_node, tag, "expression"))
        return row

    def _argument(self, node: Node, env: Env) -> Argument:
        if node.kind != "labeled_argument":
            return Argument("", self.expression(node, env))
        name_node = node.first("label_name")
        label = self.tree.text(name_node) if name_node else ""
        inner = node.get("expression")
        if inner is not None:
            type_ = self.expression(inner, env)
        elif name_node is not None:
            # A pun `~x` reads the variable x; the label's node stands for its path.
            type_ = self.value_type(name_node, env.value(label), "")
            self.result.types[name_node] = type_
        else:
            type_ = self.unifier.var()
        if node.children[0].kind == "?":
            given = self.unifier.var()
            self.unifier.unify(type_, Con("option", (given,)))
            type_ = given
        return Argument(label, type_)

    def apply(self, function: Type, arguments: list[Argument]) -> Type:
        """The result of applying a function to arguments; labels are matched by name.

        An optional parameter disappears when an unlabelled argument is given; a total application
        without labels takes the arguments in order.
        """
        pending = list(arguments)
        kept: list[Arrow] = []
        positional = any(not argument.label for argument in pending)
        function = prune(function)
        while pending and isinstance(function, Arrow):
            self._consume(function, pending, kept, positional)
            function = prune(function.result)
        pending = [argument for argument in pending if not self._given_late(argument, kept)]
        if pending:
            function = self._apply_unknown(function, pending)
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

    def _given_late(self, argument: Argument, kept: list[Arrow]) -> bool:
        """Give an argument that no parameter has the name of to one that got none: a label of
        another name is another version's, and stands for no argument without a label."""
        arrow = next((arrow for arrow in kept if arrow.label or not argument.label), None)
        if arrow is None:
            return False
        kept.remove(arrow)
        if not argument.label:
            self.unifier.unify(arrow.argument, argument.type)
        return True

    def _apply_unknown(self, function: Type, pending: list[Argument]) -> Type:
        function = prune(function)
        if not isinstance(function, Var):
            labelled = all(argument.label for argument in pending)
            promise = self.promise.holds(function)
            # A promise is no function: what it is given is an argument of another version's.
            return function if labelled or promise else self.unifier.var()
        result = self.unifier.var(function.taint)
        type_: Type = result
        for argument in reversed(pending):
            type_ = Arrow(argument.label, argument.type, type_)
        self.unifier.unify(function, type_)
        return result

    # -- operators ---------------------------------------------------------------------------

    def infix(self, node: Node, env: Env) -> Type:
        """A binary operator: the user's or an interface's, or what it means everywhere."""
        left, operator, right = node.get("left"), node.get("operator"), node.get("right")
        if left is None or operator is None or right is None:
            return self.parts(node, env)
        name = self.tree.text(operator)
        found = env.value(name)
        if found is not None:
            function = self.result.types[operator] = self.value_type(operator, found, "")
            one = Argument("", self.expression(left, env))
            return self.apply(function, [one, Argument("", self.expression(right, env))])
        one_type, other_type = self.expression(left, env), self.expression(right, env)
        if name == "|>":
            return self.apply(other_type, [Argument("", one_type)])
        if name == "@@":
            return self.apply(one_type, [Argument("", other_type)])
        return self._plain_operator(operator, one_type, other_type)

    def _plain_operator(self, operator: Node, one: Type, other: Type) -> Type:
        name = self.tree.text(operator)
        if name in _INT_OPERATORS:
            return INT
        if name in _FLOAT_OPERATORS:
            return FLOAT
        if name in _COMPARISONS:
            self.unifier.unify(one, other)
            return BOOL
        if name in _BOOL_OPERATORS:
            return BOOL
        if name in _BINDS and self.promise.type:
            return self._bind_promise(name, one, other)
        if name == ">>" and self.promise.type:
            # That of a syntax extension: it waits for one, and gives the other.
            waited = prune(one)
            if isinstance(waited, Var) and waited.mark is not None:
                self.unifier.unify(waited, self.promise.of(self.unifier.var()))
            return other
        return self.apply(self.unknown(operator), [Argument("", one), Argument("", other)])

    def _bind_promise(self, name: str, one: Type, other: Type) -> Type:
        value, result = self.unifier.var(), self.unifier.var()
        self.unifier.unify(one, self.promise.of(value))
        promise = self.promise.of(result)
        target: Type = promise if name == ">>=" else result
        self.unifier.unify(other, Arrow("", value, target))
        return promise

    def prefix_operator(self, node: Node, env: Env) -> Type:
        """A prefix operator, such as `!r`."""
        operator, right = node.get("operator"), node.get("expression")
        if operator is None or right is None:
            return self.parts(node, env)
        name = self.tree.text(operator)
        argument = Argument("", self.expression(right, env))
        found = env.value(name)
        if found is None:
            return self.unifier.var(taint=name)
        return self.apply(self.value_type(operator, found, ""), [argument])
