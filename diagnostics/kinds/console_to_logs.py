"""A console that is only written to: the unikernel can log instead, and do without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import ConsoleToLogs, LoggedCall
from mirageport.diagnostics.kinds.promises import is_old_log
from mirageport.diagnostics.rules import rule
from mirageport.diagnostics.syntax import continuation, unwrapped, wrapped
from mirageport.mirage.config import seams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.config import Seam
    from mirageport.ocaml.analysis import FunctorDef, Parameter, Use
    from mirageport.ocaml.tree import Node

RULE = "console-to-logs"


class _Dead(Exception):
    """Something holds on to the console that cannot do without it."""


def find(context: Context) -> Iterator[Finding]:
    """Consoles of functors that config.ml runs, when every use of them is a line written."""
    if not any(_is_console(context, p) for f in context.analysis.functors for p in f.parameters):
        return
    for functor in context.analysis.functors:
        own = tuple(s for s in seams(context.project) if s.functor.node is functor.node)
        for position, parameter in enumerate(functor.parameters):
            if own and _is_console(context, parameter):
                try:
                    facts = _Tracer(context, functor, parameter, position, own).facts()
                except _Dead:
                    continue
                yield context.finding(
                    rule(RULE), parameter.node, facts, name=parameter.name, item="CONSOLE"
                )


def _is_console(context: Context, parameter: Parameter) -> bool:
    return parameter.type_node is not None and any(
        use.node is parameter.type_node and use.module_type.signature.name == "CONSOLE"
        for use in context.analysis.type_uses
    )


class _Tracer:
    """Follows a console from `start` through the helpers it is handed to."""

    def __init__(
        self,
        context: Context,
        functor: FunctorDef,
        parameter: Parameter,
        position: int,
        own: tuple[Seam, ...],
    ) -> None:
        self.context = context
        self.functor = functor
        self.parameter = parameter
        self.position = position
        self.seams = own
        self.calls: list[LoggedCall] = []
        self.parameters: dict[Node, None] = {}
        self.arguments: dict[Node, None] = {}

    def facts(self) -> ConsoleToLogs:
        """Everything that goes with the console. Raises `_Dead`."""
        self._check_seams()
        self._follow(self._start_parameter())
        uses = self._uses()
        for use in uses:
            self.calls.append(self._logged(use))
        self._check_mentions(uses)
        return ConsoleToLogs(
            self.parameter.node,
            tuple(self.calls),
            tuple(self.parameters),
            tuple(self.arguments),
            tuple(self._colours()),
            self.seams,
            self.position,
        )

    def _check_seams(self) -> None:
        for seam in self.seams:
            chain = seam.job.types
            config = self.context.project.tree(seam.job.file)
            if self.position >= len(chain) or config.text(chain[self.position]) != "console":
                raise _Dead
            if not seam.job.applications or len(seam.starts) < 2:
                raise _Dead
            if any(self.position >= len(a.values) for a in seam.job.applications):
                raise _Dead

    def _start_parameter(self) -> Node:
        starts = self.seams[0].starts
        if self.position >= len(starts):
            raise _Dead
        return starts[self.position]

    def _follow(self, parameter: Node) -> None:
        """A parameter that holds the console: every use of it has to be one we know."""
        if parameter in self.parameters:
            return
        pattern = parameter.get("pattern")
        if pattern is None or pattern.kind not in ("value_pattern", "any_pattern"):
            raise _Dead
        if parameter.children != [pattern]:
            raise _Dead
        self.parameters[parameter] = None
        for reference in self.context.analysis.references(pattern):
            self._handed_on(reference)

    def _handed_on(self, reference: Node) -> None:
        call = reference.parent
        if call is None or call.kind != "application_expression" or reference.field != "argument":
            raise _Dead
        function = call.get("function")
        if function is None or self._is_log(function):
            return
        binding = self.context.analysis.refs.get(function)
        definition = binding.node.parent if binding is not None else None
        if binding is None or definition is None or definition.kind != "let_binding":
            raise _Dead
        position = call.all("argument").index(reference)
        self._drop_from_helper(definition, binding.node, position)

    def _drop_from_helper(self, definition: Node, name: Node, position: int) -> None:
        """A helper that takes the console: its parameter goes, and the argument of every call."""
        parameters = definition.of("parameter")
        if position >= len(parameters) or len(parameters) < 2:
            raise _Dead
        if parameters[position] in self.parameters:
            return
        for reference in self.context.analysis.references(name):
            call = reference.parent
            arguments = call.all("argument") if call is not None else []
            if reference.field != "function" or position >= len(arguments):
                raise _Dead
            if any(node.kind == "labeled_argument" for node in arguments[: position + 1]):
                raise _Dead
            self.arguments[arguments[position]] = None
        self._follow(parameters[position])
        for argument in self.arguments:
            binding = self.context.analysis.refs.get(argument)
            holder = binding.node.parent if binding is not None else None
            if holder not in self.parameters:
                raise _Dead

    def _is_log(self, function: Node) -> bool:
        return any(
            use.node is function
            and use.qualifier == self.parameter.name
            and use.item.name in ("log", "log_s")
            for use in self.context.analysis.uses
        )

    def _uses(self) -> list[Use]:
        body = self.functor.node
        return [
            use
            for use in self.context.analysis.uses
            if use.qualifier == self.parameter.name and body.start <= use.node.start < body.end
        ]

    def _logged(self, use: Use) -> LoggedCall:
        call = use.call
        if call is None or use.item.name not in ("log", "log_s") or len(use.arguments) != 2:
            raise _Dead
        device, message = use.arguments
        binding = self.context.analysis.refs.get(device)
        if binding is None or binding.node.parent not in self.parameters:
            raise _Dead
        promise = use.item.name == "log_s" or not is_old_log(self.context, use)
        if promise and not self._dispensable(call):
            raise _Dead
        return LoggedCall(call, message, promise)

    def _dispensable(self, call: Node) -> bool:
        """Whether nobody needs the promise itself: it is bound by `fun () ->`, or ends a body."""
        parent = wrapped(call).parent
        operand = parent is not None and parent.kind == "infix_expression"
        if not operand:
            return True
        following = continuation(self.context, call)
        return following is not None and following[1].kind in ("unit", "any_pattern")

    def _check_mentions(self, uses: list[Use]) -> None:
        """The module may be named nowhere but in the calls."""
        known = {use.node.start for use in uses}
        for node in self.functor.node.descendants():
            if node.kind == "module_name" and self.context.text(node) == self.parameter.name:
                if node.start not in known and node.parent is not self.parameter.node:
                    raise _Dead

    def _colours(self) -> Iterator[Node]:
        """Definitions that only dressed up messages and that nothing else uses."""
        inside = [(logged.call.start, logged.call.end) for logged in self.calls]
        for definition in self.context.tree.root.of("value_definition"):
            bindings = definition.of("let_binding")
            name = bindings[0].get("pattern") if len(bindings) == 1 else None
            if name is None or not is_colour(self.context, bindings[0]):
                continue
            references = self.context.analysis.references(name)
            if all(any(s <= node.start < e for s, e in inside) for node in references):
                yield definition


def is_colour(context: Context, binding: Node) -> bool:
    """Whether a binding is `let red fmt = sprintf ("..." ^^ fmt ^^ "...")`."""
    body = binding.get("body")
    if body is None or len(binding.of("parameter")) != 1 or body.kind != "application_expression":
        return False
    function, arguments = body.get("function"), body.all("argument")
    if function is None or len(arguments) != 1:
        return False
    named = context.text(function) in ("sprintf", "Printf.sprintf")
    return named and "^^" in context.text(unwrapped(arguments[0]))
