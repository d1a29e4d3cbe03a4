"""A console that is only written to: the unikernel can log instead, and do without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.log_writers import in_reporter
from mirageport.mirage.changes.console_log import is_old_log
from mirageport.mirage.changes.log_lines import is_colour, line
from mirageport.mirage.config import is_of_mirage, seams
from mirageport.mirage.facts import ConsoleToLogs, LoggedCall
from mirageport.mirage.row_edits import Drop, edits
from mirageport.ocaml.file_names import basename, module_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.config import Seam
    from mirageport.ocaml.analysis import FunctorDef, Parameter
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

    Edit = tuple[str, int, int, str]

RULE = "console-to-logs"


class _NeededError(Exception):
    """Something holds on to the console that cannot do without it."""


def find(context: Context) -> Iterator[Finding]:
    """Consoles of functors that config.ml runs, when every use of them is a line written."""
    taken = context.gathered(_consoles)
    found = seams(context.project) if taken else []
    for functor, position in taken:
        own = tuple(seam for seam in found if seam.functor.node is functor.node)
        parameter = functor.parameters[position]
        if not own:
            continue
        try:
            _check_surroundings(context, functor, own, position)
            row = edits(context.project, own, [Drop(position)])
            if row is None:
                continue
            facts = _Tracer(context, functor, parameter).facts(own[0].starts[position], row)
        except _NeededError:
            continue
        yield context.finding(
            context.rule(RULE), parameter.node, facts, name=parameter.name, item="CONSOLE"
        )


def _consoles(records: list[Record]) -> list[tuple[FunctorDef, int]]:
    """The functors that take consoles, and which of their parameters those are."""
    nodes = {
        use.node
        for record in records
        for use in record.type_uses
        if use.module_type.signature.name == "CONSOLE"
    }
    return [
        (functor, position)
        for record in records
        for functor in record.functors
        for position, parameter in enumerate(functor.parameters)
        if parameter.type_node in nodes
    ]


# -- around the functor ------------------------------------------------------------------------


def _check_surroundings(
    context: Context, functor: FunctorDef, own: tuple[Seam, ...], position: int
) -> None:
    """Nothing but config.ml may apply the functor, and there each place has to be known.

    A functor of a console alone would be none any more.
    """
    if len(functor.parameters) == 1:
        raise _NeededError
    binding = functor.body.up("module_binding") if functor.body is not None else None
    declared = binding.get("module_type") if binding is not None else None
    if context.tree.broken or (declared is not None and declared.kind == "functor_type"):
        raise _NeededError
    if _named_elsewhere(context) or _named_here(context, functor) or _own_logs(context):
        raise _NeededError
    for seam in own:
        config, types = context.project.tree(seam.job.file), seam.job.types
        if config.broken or position >= len(types) or config.text(types[position]) != "console":
            raise _NeededError


def _named_elsewhere(context: Context) -> bool:
    """Whether another file of the unikernel may know what the functor takes."""
    stem = basename(context.name).removesuffix(".ml")
    module = module_bytes(context.name)
    for name in context.project.names:
        other = basename(name)
        if other == f"{stem}.mli":
            return True
        if name != context.name and not is_of_mirage(context.project, name):
            if module in context.project.source(name).data:
                return True
    return False


def _named_here(context: Context, functor: FunctorDef) -> bool:
    """Whether the file itself applies the functor, or gives it another name."""
    last = functor.name.rpartition(".")[2]
    return any(
        node.kind == "module_name"
        and node.parent is not functor.node
        and context.text(node) == last
        for node in context.tree.root.descendants()
    )


def _own_logs(context: Context) -> bool:
    """Whether `Logs` is something else here."""
    if any(basename(name).lower() == "logs.ml" for name in context.project.names):
        return True
    return any(
        node.kind == "module_name"
        and node.parent is not None
        and node.parent.kind in ("module_binding", "module_parameter")
        and context.text(node) == "Logs"
        for node in context.tree.root.descendants()
    )


# -- inside the functor ------------------------------------------------------------------------


class _Tracer:
    """Follows a console from `start` through the helpers it is handed to."""

    def __init__(self, context: Context, functor: FunctorDef, parameter: Parameter) -> None:
        self.context = context
        self.functor = functor
        self.parameter = parameter
        body = functor.node
        self.uses = [
            use
            for use in context.analysis.uses
            if use.qualifier == parameter.name and body.start <= use.node.start < body.end
        ]
        self.parameters: dict[Node, None] = {}
        self.arguments: dict[Node, None] = {}
        self.units: list[Node] = []

    def facts(self, first: Node, row: tuple[Edit, ...]) -> ConsoleToLogs:
        """Everything that goes with the console. first: the parameter of `start` that holds it.
        row: see `ConsoleToLogs`. Raises `_NeededError`."""
        self._follow(first)
        for argument in self.arguments:
            self._check_console(argument)
        self._check_mentions()
        calls, formatters = self._lines()
        return ConsoleToLogs(
            tuple(calls),
            tuple(parameter for parameter in self.parameters if parameter is not first),
            tuple(self.arguments),
            tuple(self.units),
            tuple(_needless(self.context, formatters)),
            row,
        )

    def _follow(self, parameter: Node) -> None:
        """A parameter that holds the console: every use of it has to be one we know."""
        pattern = parameter.get("pattern")
        if pattern is None or pattern.kind not in ("value_pattern", "any_pattern"):
            raise _NeededError
        if parameter.children != [pattern]:
            raise _NeededError
        self.parameters[parameter] = None
        for reference in self.context.analysis.references(pattern):
            self._handed_on(reference)

    def _handed_on(self, reference: Node) -> None:
        call = reference.parent
        if call is None or call.kind != "application_expression" or reference.field != "argument":
            raise _NeededError
        function = call.get("function")
        if function is None or any(use.node is function for use in self.uses):
            return
        binding = self.context.analysis.refs.get(function)
        definition = binding.node.parent if binding is not None else None
        if binding is None or definition is None or definition.kind != "let_binding":
            raise _NeededError
        position = call.all("argument").index(reference)
        self._drop_from_helper(definition, binding.node, position)

    def _drop_from_helper(self, definition: Node, name: Node, position: int) -> None:
        """A helper that takes the console: its parameter goes, and the argument of every call."""
        parameters = definition.of("parameter")
        if position >= len(parameters):
            raise _NeededError
        if parameters[position] in self.parameters:
            return
        alone = len(parameters) == 1
        for reference in self.context.analysis.references(name):
            call = reference.parent
            arguments = call.all("argument") if call is not None else []
            if reference.field != "function" or position >= len(arguments):
                raise _NeededError
            if any(node.kind == "labeled_argument" for node in arguments[: position + 1]):
                raise _NeededError
            self.arguments[arguments[position]] = None
            if alone:
                self.units.append(arguments[position])
        if alone:
            self.units.append(parameters[position])
        self._follow(parameters[position])

    def _check_console(self, argument: Node) -> None:
        """An argument that goes has to be the console: anything else may do something."""
        binding = self.context.analysis.refs.get(argument)
        if binding is None or binding.node.parent not in self.parameters:
            raise _NeededError

    def _lines(self) -> tuple[list[LoggedCall], list[Node]]:
        """The calls that write, and the functions that put their messages together."""
        calls, formatters = [], []
        for use in self.uses:
            call = use.call
            if call is None or use.item.name not in ("log", "log_s") or len(use.arguments) != 2:
                raise _NeededError
            if in_reporter(self.context, call):
                raise _NeededError  # it writes what `Logs` is given
            device, message = use.arguments
            self._check_console(device)
            found = line(self.context, message)
            promise = use.item.name == "log_s" or not is_old_log(self.context, use)
            calls.append(LoggedCall(call, message, promise, found.format))
            if found.formatter is not None:
                formatters.append(found.formatter)
        return calls, formatters

    def _check_mentions(self) -> None:
        """The module may be named nowhere but in the calls."""
        known = {use.node.start for use in self.uses}
        for node in self.functor.node.descendants():
            if node.kind == "module_name" and self.context.text(node) == self.parameter.name:
                if node.start not in known and node.parent is not self.parameter.node:
                    raise _NeededError


# -- what nothing needs any more ---------------------------------------------------------------


def _needless(context: Context, formatters: list[Node]) -> Iterator[Node]:
    """Definitions that only coloured lines, and `open Printf`, when nothing else uses them.

    formatters: the functions of messages, which go.
    """
    colours = list(_colours(context, formatters))
    yield from colours
    if _printf_is_read(context, formatters, colours):
        return
    for item in context.tree.root.of("open_module"):
        path = item.get("module")
        if path is not None and context.text(path) == "Printf":
            yield item


def _colours(context: Context, formatters: list[Node]) -> Iterator[Node]:
    for definition in context.tree.root.of("value_definition"):
        bindings = definition.of("let_binding")
        name = bindings[0].get("pattern") if len(bindings) == 1 else None
        if name is None or not is_colour(context, bindings[0]):
            continue
        if all(node in formatters for node in context.analysis.references(name)):
            yield definition


def _printf_is_read(context: Context, formatters: list[Node], colours: list[Node]) -> bool:
    """Whether a name is left that `open Printf` may give its meaning."""
    return any(
        node.kind == "value_path"
        and context.text(node).endswith("printf")
        and "." not in context.text(node)
        and node not in formatters
        and not any(colour.start <= node.start < colour.end for colour in colours)
        for node in context.tree.root.descendants()
    )
