"""What an expression of config.ml gives when it is run with some variables in its environment and
for some target: enough OCaml for the choices that people wrote, and nothing that has an effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TypeAlias

    from mirageport.diagnostics.kinds import Analysis, Node

    # A string, a boolean, a tag or a number; a tuple (`()` is the empty one) or a list of values;
    # or the node of what is not worked out any further, such as a device.
    Value: TypeAlias = "str | bool | Tag | tuple[Value, ...] | list[Value] | Node"
    # What parameters and patterns have bound.
    Known: TypeAlias = dict[Node, Value]

_DEEPEST = 60
_GETENV = ("Sys.getenv", "Unix.getenv")


class Tag(NamedTuple):
    """A tag or a number, by its text."""

    text: str


class Unknown(Exception):
    """An expression that is not understood."""


class NoBranch(Unknown):
    """A value that none of the branches is for."""


class _NotFound(Exception):
    """OCaml's exception, which an unset variable raises."""


def evaluate(
    analysis: Analysis, node: Node, variables: Mapping[str, str] | None, mode: str
) -> Value:
    """The value of an expression.

    variables: the environment, None where it is not known. mode: what `get_mode ()` gives, such as
    "`Unix". Raises `Unknown`.
    """
    try:
        return _Run(analysis, variables, mode).value(node, {}, 0)
    except _NotFound:
        raise Unknown from None


def branch(analysis: Analysis, node: Node, mode: str) -> Node:
    """The branch that an `if` or a `match` takes for a target, whatever the environment is.

    mode: as of `evaluate`. Raises `NoBranch` where none is for the target, and `Unknown` where
    something else decides, too.
    """
    run = _Run(analysis, None, mode)
    if node.kind == "if_expression":
        return run.side(node, {}, 0)
    value = run.value(_part(node, "expression"), {}, 0)
    body, bound = run.arm(node, value, {}, 0)
    if bound:
        raise Unknown
    return body


class _Run:
    def __init__(self, analysis: Analysis, variables: Mapping[str, str] | None, mode: str) -> None:
        self.analysis = analysis
        self.text = analysis.tree.text
        self.variables = variables
        self.mode = mode

    def value(self, node: Node, known: Known, depth: int) -> Value:
        """The value of an expression. depth: how many expressions are around it in the run."""
        if depth > _DEEPEST:
            raise Unknown
        rule = _RULES.get(node.kind)
        return rule(self, node, known, depth + 1) if rule is not None else node

    def inner(self, node: Node, known: Known, depth: int) -> Value:
        expression = node.child("expression")
        if not expression:
            raise Unknown
        return self.value(expression, known, depth)

    def literal(self, node: Node, known: Known, depth: int) -> Value:
        text = self.text(node)
        if node.kind == "string":
            if "\\" in text:
                raise Unknown
            return text[1:-1]
        if node.kind == "boolean":
            return text == "true"
        return () if node.kind == "unit" else Tag(text)

    def name(self, node: Node, known: Known, depth: int) -> Value:
        binding = self.analysis.bound(node)
        if not binding:
            return node
        if binding in known:
            return known[binding]
        definition = binding.above
        body = definition.child("body")
        if not body or definition.kind != "let_binding":
            return node
        if definition.of("parameter"):
            return node
        return self.value(body, known, depth)

    def sequence(self, node: Node, known: Known, depth: int) -> Value:
        found: Value = ()
        for part in node.named_children:
            found = self.value(part, known, depth)
        return found

    def let(self, node: Node, known: Known, depth: int) -> Value:
        body = node.child("body")
        if not body:
            raise Unknown
        return self.value(body, known, depth)

    def items(self, node: Node, known: Known, depth: int) -> Value:
        found = [self.value(part, known, depth) for part in node.named_children]
        return tuple(found) if node.kind == "tuple_expression" else found

    def cons(self, node: Node, known: Known, depth: int) -> Value:
        rest = self.value(_part(node, "right"), known, depth)
        if not isinstance(rest, list):
            raise Unknown
        return [self.value(_part(node, "left"), known, depth), *rest]

    def condition(self, node: Node, known: Known, depth: int) -> Value:
        return self.value(self.side(node, known, depth), known, depth)

    def side(self, node: Node, known: Known, depth: int) -> Node:
        """The branch that an `if` takes."""
        chosen = self.value(_part(node, "condition"), known, depth)
        branches = [child for child in node.named_children if child.kind.endswith("_clause")]
        if not isinstance(chosen, bool) or len(branches) != 2:
            raise Unknown
        return branches[0 if chosen else 1].named_children[0]

    def attempt(self, node: Node, known: Known, depth: int) -> Value:
        try:
            return self.value(_part(node, "expression"), known, depth)
        except _NotFound:
            for case in node.of("match_case"):
                pattern, body = case.child("pattern"), case.child("body")
                name = self.text(pattern)
                if body and name in ("Not_found", "_"):
                    return self.value(body, known, depth)
            raise

    def match(self, node: Node, known: Known, depth: int) -> Value:
        value = self.value(_part(node, "expression"), known, depth)
        return self.case(node, value, known, depth)

    def case(self, node: Node, value: Value, known: Known, depth: int) -> Value:
        """What the first arm gives that takes a value."""
        body, bound = self.arm(node, value, known, depth)
        return self.value(body, bound, depth)

    def arm(self, node: Node, value: Value, known: Known, depth: int) -> tuple[Node, Known]:
        """The body of the first arm that takes a value, and what is bound in it."""
        for case in node.of("match_case"):
            pattern, body, guard = case.child("pattern"), case.child("body"), case.part("guard")
            if not pattern or not body:
                raise Unknown
            bound = dict(known)
            if not self.takes(pattern, value, bound):
                continue
            if guard:
                holds = self.value(guard.named_children[0], bound, depth)
                if not isinstance(holds, bool):
                    raise Unknown
                if not holds:
                    continue
            return body, bound
        raise NoBranch

    def takes(self, pattern: Node, value: Value, bound: Known) -> bool:
        """Whether a pattern takes a value; what it binds is added."""
        kind, parts = pattern.kind, pattern.named_children
        if kind == "any_pattern":
            return True
        if kind in ("value_pattern", "value_name"):
            bound[pattern] = value
            return True
        if kind == "parenthesized_pattern" and len(parts) == 1:
            return self.takes(parts[0], value, bound)
        if kind == "or_pattern":
            return any(self.takes(part, value, bound) for part in parts)
        if kind == "tuple_pattern":
            if not isinstance(value, tuple) or len(value) != len(parts):
                raise Unknown
            pairs = zip(parts, value, strict=True)
            return all(self.takes(part, each, bound) for part, each in pairs)
        if kind in ("string", "boolean", "tag", "number", "unit"):
            wanted = self.literal(pattern, {}, 0)
            if type(wanted) is not type(value):
                raise Unknown
            return wanted == value
        raise Unknown

    def infix(self, node: Node, known: Known, depth: int) -> Value:
        operator = self.text(_part(node, "operator"))
        left, right = _part(node, "left"), _part(node, "right")
        if operator == "@@":
            return self.call(left, [right], known, depth)
        if operator == "|>":
            return self.call(right, [left], known, depth)
        if operator not in _OPERATORS:
            return node
        one = self.value(left, known, depth)
        if operator in ("&&", "||") and isinstance(one, bool) and one == (operator == "||"):
            return one
        other = self.value(right, known, depth)
        if type(one) is not type(other) or not isinstance(one, (str, bool, list, Tag)):
            raise Unknown
        return _OPERATORS[operator](one, other)

    def application(self, node: Node, known: Known, depth: int) -> Value:
        function = node.child("function")
        if not function:
            raise Unknown
        return self.call(function, node.all("argument"), known, depth, node)

    def call(
        self,
        function: Node,
        arguments: list[Node],
        known: Known,
        depth: int,
        whole: Node | None = None,
    ) -> Value:
        """What a function gives. whole: the call, which stands for itself where it is a device."""
        name = self.text(function)
        binding = self.analysis.bound(function)
        if binding:
            return self.own(binding.above, arguments, known, depth)
        if name == "get_mode" or name == "Mirage.get_mode":
            return Tag(self.mode)
        known_function = _FUNCTIONS.get(name.rpartition(".")[2])
        if name not in _GETENV and known_function is None:
            if not whole or function.kind != "value_path":
                raise Unknown
            return whole
        given = [self.value(argument, known, depth) for argument in arguments]
        if len(given) != 1 or isinstance(given[0], list):
            raise Unknown
        if name in _GETENV:
            if not isinstance(given[0], str) or self.variables is None:
                raise Unknown
            if given[0] not in self.variables:
                raise _NotFound
            return self.variables[given[0]]
        assert known_function is not None
        return known_function(given[0])

    def own(
        self, definition: Node | None, arguments: list[Node], known: Known, depth: int
    ) -> Value:
        """A call of a function that the file defines."""
        body = definition.child("body") if definition else NO_NODE
        if not definition or not body or definition.kind != "let_binding":
            raise Unknown
        patterns = [each.get("pattern") for each in definition.of("parameter")]
        function = body if body.kind == "function_expression" else NO_NODE
        if len(arguments) != len(patterns) + (bool(function)):
            raise Unknown
        given = [self.value(argument, known, depth) for argument in arguments]
        bound = dict(known)
        for pattern, value in zip(patterns, given, strict=False):
            if pattern is None or not self.takes(pattern, value, bound):
                raise Unknown
        if function:
            return self.case(function, given[-1], bound, depth)
        return self.value(body, bound, depth)


def _part(node: Node, field: str) -> Node:
    found = node.get(field)
    if found is None:
        raise Unknown
    return found


def _truth(value: Value) -> bool:
    if not isinstance(value, bool):
        raise Unknown
    return value


def _words(change: Callable[[str], str]) -> Callable[[Value], Value]:
    def changed(value: Value) -> Value:
        if not isinstance(value, str):
            raise Unknown
        return change(value)

    return changed


def _truth_of(value: Value) -> bool:
    if value not in ("true", "false"):
        raise Unknown
    return value == "true"


def _joined(one: Value, other: Value) -> str:
    if not isinstance(one, str) or not isinstance(other, str):
        raise Unknown
    return one + other


def _appended(one: Value, other: Value) -> list[Value]:
    if not isinstance(one, list) or not isinstance(other, list):
        raise Unknown
    return [*one, *other]


_FUNCTIONS: dict[str, Callable[[Value], Value]] = {
    "lowercase": _words(str.lower),
    "lowercase_ascii": _words(str.lower),
    "uppercase": _words(str.upper),
    "uppercase_ascii": _words(str.upper),
    "trim": _words(str.strip),
    "not": lambda value: not _truth(value),
    "ignore": lambda value: (),
    "bool_of_string": _truth_of,
}

_OPERATORS: dict[str, Callable[[Value, Value], Value]] = {
    "=": lambda one, other: one == other,
    "==": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
    "!=": lambda one, other: one != other,
    "&&": lambda one, other: other,
    "||": lambda one, other: other,
    "^": _joined,
    "@": _appended,
}

_RULES: dict[str, Callable[[_Run, Node, Known, int], Value]] = {
    "parenthesized_expression": _Run.inner,
    "typed_expression": _Run.inner,
    "string": _Run.literal,
    "boolean": _Run.literal,
    "tag": _Run.literal,
    "number": _Run.literal,
    "unit": _Run.literal,
    "value_path": _Run.name,
    "label_name": _Run.name,
    "sequence_expression": _Run.sequence,
    "let_expression": _Run.let,
    "tuple_expression": _Run.items,
    "list_expression": _Run.items,
    "empty_list": _Run.items,
    "cons_expression": _Run.cons,
    "if_expression": _Run.condition,
    "try_expression": _Run.attempt,
    "match_expression": _Run.match,
    "infix_expression": _Run.infix,
    "application_expression": _Run.application,
}
