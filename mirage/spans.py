"""What becomes of the time that a clock gives: whether code only asks how much of it passed.

A reading may get a name, stand in a field of a record of the file's own, be handed to a function of
the file's own, or be what one gives: where all that comes out of these ends in differences, and
nothing else goes into them, any clock will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.tree import NO_NODE, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, Node, Use


_READING = "time"
_COUNT = "elapsed_ns"
_DIFFERENCE = "-."


def measures(analysis: Analysis, value: Use) -> bool:
    """Whether the time that a clock gives goes into differences only."""
    if value.item.path.rpartition(".")[2] != _READING or not value.call:
        return False
    return _in_difference(analysis, value.call) or _Flow(analysis, value.module.path).measured()


def _in_difference(analysis: Analysis, node: Node) -> bool:
    parent = outermost(node).above
    return analysis.tree.text(parent.child("operator")) == _DIFFERENCE


def outermost(node: Node) -> Node:
    """An expression with the parentheses and the `M.( )` around it."""
    outer = wrapped(node)
    while outer.above.kind == "local_open_expression":
        outer = wrapped(outer.above)
    return outer


class _Flow:
    """Where the readings of one clock go in a file. clock: the module's name."""

    def __init__(self, analysis: Analysis, clock: str) -> None:
        self.analysis = analysis
        self.tree = analysis.tree
        self.clock = clock
        self._seen: set[Node] = set()
        self._fields: set[str] = set()
        self._functions: set[tuple[Node, int]] = set()

    def measured(self) -> bool:
        """Whether there is nothing but differences at all ends, and nothing but readings at all
        beginnings."""
        todo = list(self._readings())
        while todo:
            node = outermost(todo.pop())
            if node in self._seen:
                continue
            self._seen.add(node)
            if _in_difference(self.analysis, node):
                continue
            further = self._further(node)
            if further is None:
                return False
            todo += further
        return all(map(self._only_read_into, self._fields)) and all(
            self._only_given(function, at) for function, at in self._functions
        )

    def _readings(self) -> Iterator[Node]:
        for use in self.analysis.uses:
            if use.module.path == self.clock and use.item.name == _READING:
                yield use.call or use.node
        if _COUNT.encode() not in self.tree.source.data:
            return
        for node in self.tree.root.descendants():
            # What was ported already: `Int64.to_float (Clock.elapsed_ns clock) *. 1e-9`.
            if node.kind == "value_path" and self.tree.text(node) == f"{self.clock}.{_COUNT}":
                yield self._seconds(node)

    def _seconds(self, node: Node) -> Node:
        while node.parent:
            product = self.tree.text(node.above.child("operator")) == "*."
            if not product and node.above.kind not in _MADE:
                break
            function = node.above.child("function")
            if function and self.tree.text(function).rpartition(".")[2] not in _MAKING:
                break
            node = node.above
        return node

    def _further(self, node: Node) -> list[Node] | None:
        """Where a value goes from where it stands; None where that is unknown."""
        parent = node.above
        if not parent:
            return None
        if parent.kind == "let_binding" and node.field == "body":
            name = parent.child("pattern")
            if name.kind != "value_name":
                return None
            return self._named(name) if not parent.of("parameter") else self._called(parent, name)
        if parent.kind == "field_expression" and node.field == "body":
            return self._kept(parent.first("field_path"))
        if parent.kind == "set_expression" and node.field == "body":
            return self._kept(parent.part("field_get_expression").get("field"))
        if parent.kind == "application_expression" and node.field == "argument":
            return self._given(parent, node)
        return None

    def _named(self, pattern: Node) -> list[Node] | None:
        return self.analysis.references(pattern) or None

    def _called(self, function: Node, name: Node) -> list[Node] | None:
        """What calls of a function of one parameter give, which it is only used for."""
        references = self.analysis.references(name)
        if len(function.of("parameter")) != 1 or any(
            node.field != "function" for node in references
        ):
            return None
        return [node.parent for node in references if node.parent is not None] or None

    def _kept(self, path: Node | None) -> list[Node] | None:
        """What is read of a field, which a record of the file's own has to have, and only one."""
        if not path or len(path.children) != 1:
            return None
        name = self.tree.text(path)
        declared = [
            node
            for node in self._of("field_declaration")
            if (label := node.part("field_name")) and self.tree.text(label) == name
        ]
        if len(declared) != 1:
            return None
        self._fields.add(name)
        return [
            node
            for node in self._of("field_get_expression")
            if self._is(node.child("field"), name) and not self._is_target(node)
        ]

    def _given(self, call: Node, argument: Node) -> list[Node] | None:
        """What a function of the file's own does with an argument."""
        function, given = call.child("function"), call.all("argument")
        bound = self.analysis.bound(function) if function else NO_NODE
        definition = bound.above
        if not bound or definition.kind != "let_binding":
            return None
        parameters = definition.of("parameter")
        labels = any(node.kind == "labeled_argument" for node in given)
        at = given.index(argument)
        if labels or at >= len(parameters) or len(parameters[at].children) != 1:
            return None
        pattern = parameters[at].child("pattern")
        if pattern.kind != "value_pattern":
            return None
        self._functions.add((bound, at))
        return self._named(pattern)

    def _only_read_into(self, field: str) -> bool:
        """Whether a field gets nothing but readings, and no pattern takes it."""
        for node in self._of("field_expression"):
            if self._is(node.part("field_path"), field):
                body = node.child("body")
                if not body or outermost(body) not in self._seen:
                    return False
        for node in self._of("set_expression"):
            target, body = node.part("field_get_expression"), node.child("body")
            if target and self._is(target.child("field"), field):
                if not body or outermost(body) not in self._seen:
                    return False
        patterns = self._of("field_pattern")
        return not any(self._is(node.part("field_path"), field) for node in patterns)

    def _only_given(self, function: Node, at: int) -> bool:
        """Whether a function is given nothing but readings at a place."""
        for reference in self.analysis.references(function):
            call = reference.above
            if not call or reference.field != "function":
                return False
            given = call.all("argument")
            if at >= len(given) or outermost(given[at]) not in self._seen:
                return False
        return True

    def _of(self, kind: str) -> list[Node]:
        return [node for node in self.tree.root.descendants() if node.kind == kind]

    def _is(self, path: Node, field: str) -> bool:
        return self.tree.text(path).rpartition(".")[2] == field

    def _is_target(self, node: Node) -> bool:
        return node.above.kind == "set_expression" and node.field != "body"


# What makes seconds of a count of nanoseconds.
_MADE = ("parenthesized_expression", "application_expression")
_MAKING = ("to_float", _COUNT)
