"""A console that is only written to: the unikernel can log instead, and do without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import Editor, is_atomic
from mirageport.diagnostics.log_writers import in_reporter
from mirageport.diagnostics.spans import whole_lines, with_gap
from mirageport.diagnostics.syntax import continuation
from mirageport.mirage.changes.console_log import is_old_log
from mirageport.mirage.changes.log_lines import is_colour, line
from mirageport.mirage.changes.seam_slots import device
from mirageport.mirage.config import is_of_mirage, seams
from mirageport.mirage.row_edits import Drop, edits
from mirageport.ocaml.edit import Edit
from mirageport.ocaml.file_names import basename, module_bytes
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named
from mirageport.ocaml.tree import NO_NODE, label_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Context,
        Finding,
        FunctorDef,
        Item,
        Node,
        Parameter,
        Record,
    )
    from mirageport.mirage.config import Seam


class LoggedCall(NamedTuple):
    """A call that writes to the console. promise: whether its result is one. format: the format
    and its arguments, when the message is made of them; empty when it is any string."""

    call: Node
    message: Node
    promise: bool
    format: tuple[Node, ...]


RULE, REMOVED = "console-to-logs", "row-console"


class _NeededError(Exception):
    """Something holds on to the console that cannot do without it."""


def find(context: Context) -> Iterator[Finding]:
    """Consoles of functors that config.ml runs, when every use of them is a line written; since
    Mirage 4.5, which has no console, all others as well, for a person, and their devices."""
    project = context.project
    if context.rules.holds(context.rule(REMOVED)):
        from mirageport.mirage.changes import console_rows

        every = project.once("removed consoles", lambda: tuple(console_rows.every(project)))
        yield from (found for found in every if found.file == context.name)
        return
    for functor, position in context.gathered(consoles):
        parameter = functor.parameters[position]
        own = own_jobs(context, functor)
        facts = only_logs(context, functor, position, own) if len(functor.parameters) > 1 else None
        if facts is not None:  # a functor of a console alone would be none any more
            rule = context.rule(RULE)
            yield context.finding(rule, parameter.node, facts, name=parameter.name, item="CONSOLE")


def own_jobs(context: Context, functor: FunctorDef) -> tuple[Seam, ...]:
    """The jobs that run a functor."""
    return tuple(seam for seam in seams(context.project) if seam.functor.node is functor.node)


def only_logs(
    context: Context, functor: FunctorDef, position: int, own: tuple[Seam, ...]
) -> ConsoleToLogs | None:
    """What is known of a console that only logs; None where it does more."""
    try:
        if not own:
            return None
        _check_surroundings(context, functor, own, position)
        row = edits(context.project, own, [Drop(position)])
        if row is None or position >= len(own[0].starts):
            return None
        tracer = _Tracer(context, functor, functor.parameters[position])
        return tracer.facts(own[0].starts[position], row)
    except _NeededError:
        return None


def consoles(records: list[Record]) -> list[tuple[FunctorDef, int]]:
    """The functors that take consoles, and which of their parameters those are."""
    nodes = {
        use.node
        for record in records
        for use in record.type_uses
        if use.module_type.signature.name == "CONSOLE" or _is_console(use.module_type.item)
    }
    return [
        (functor, position)
        for record in records
        for functor in record.functors
        for position, parameter in enumerate(functor.parameters)
        if parameter.type_node in nodes
    ]


def _is_console(item: Item | None) -> bool:
    return item is not None and item.path in ("Mirage_console.S", "Mirage_console_lwt.S")


# -- around the functor ------------------------------------------------------------------------


def _check_surroundings(
    context: Context, functor: FunctorDef, own: tuple[Seam, ...], position: int
) -> None:
    """Nothing but config.ml may apply the functor, and there each place has to be known."""
    declared = (functor.body or NO_NODE).around("module_binding").child("module_type")
    if context.tree.broken or declared.kind == "functor_type":
        raise _NeededError
    if not only_run(context, functor) or own_logs(context):
        raise _NeededError
    for seam in own:
        config, types = context.project.analysis(seam.job.file), seam.job.types
        known = not config.tree.broken and position < len(types)
        if not known or device(config, types[position]) != "console":
            raise _NeededError


def only_run(context: Context, functor: FunctorDef) -> bool:
    """Whether nothing but the jobs of config.ml can know what a functor takes."""
    return not _named_elsewhere(context) and not _named_here(context, functor)


def _named_elsewhere(context: Context) -> bool:
    """Whether another file of the unikernel may know what the functor takes."""
    project, module = context.project, module_bytes(context.name)
    return any(
        basename(name) == f"{basename(context.name)}i"
        or (
            name != context.name
            and not is_of_mirage(project, name)
            and module in project.source(name).data
        )
        for name in project.names
    )


def _named_here(context: Context, functor: FunctorDef) -> bool:
    """Whether the file itself applies the functor, or gives it another name."""
    last = functor.name.rpartition(".")[2]
    return any(
        node.kind == "module_name"
        and node.parent is not functor.node
        and node.above.children[0] is node  # not the `Client` of another module
        and context.text(node) == last
        for node in context.tree.root.descendants()
    )


def own_logs(context: Context) -> bool:
    """Whether `Logs` is something else here."""
    if any(basename(name).lower() == "logs.ml" for name in context.project.names):
        return True
    return any(modules_named(context.tree, "Logs"))


# -- inside the functor ------------------------------------------------------------------------


class _Tracer:
    """Follows a console from `start` through the helpers it is handed to."""

    def __init__(self, context: Context, functor: FunctorDef, parameter: Parameter) -> None:
        self.context = context
        self.functor = functor
        self.parameter = parameter
        body = functor.node
        self.removed = context.rules.holds(context.rule(REMOVED))
        self.uses = [
            use
            for use in context.analysis.uses
            if use.qualifier == parameter.name and body.start <= use.node.start < body.end
        ]
        self.parameters: dict[Node, None] = {}
        self.arguments: dict[Node, None] = {}
        self.units: list[Node] = []
        self.written: list[tuple[Node, Node]] = []

    def facts(self, first: Node, row: tuple[tuple[str, int, int, str], ...]) -> ConsoleToLogs:
        """Everything that goes with the console. first: the parameter of `start` that holds it.
        row: see `ConsoleToLogs`. Raises `_NeededError`."""
        self._follow(first)
        for argument in self.arguments:
            self._check_console(argument)
        self._check_mentions()
        calls, formatters = self._lines()
        return ConsoleToLogs(
            tuple(calls),
            tuple(self.written),
            tuple(parameter for parameter in self.parameters if parameter is not first),
            tuple(self.arguments),
            tuple(self.units),
            tuple(_needless(self.context, formatters)),
            row,
        )

    def _follow(self, parameter: Node) -> None:
        """A parameter that holds the console: every use of it has to be one we know."""
        pattern = parameter.child("pattern")
        plain = pattern.kind in ("value_pattern", "any_pattern")
        if not plain or parameter.children != [pattern]:
            raise _NeededError
        self.parameters[parameter] = None
        for reference in self.context.references(pattern):
            self._handed_on(reference)

    def _handed_on(self, reference: Node) -> None:
        call = reference.above
        if call.kind != "application_expression" or reference.field != "argument":
            raise _NeededError
        function = call.child("function")
        if not function or any(use.node is function for use in self.uses):
            return
        name = self.context.bound(function)
        if name.above.kind != "let_binding":
            raise _NeededError
        self._drop_from_helper(name.above, name, call.all("argument").index(reference))

    def _drop_from_helper(self, definition: Node, name: Node, position: int) -> None:
        """A helper that takes the console: its parameter goes, and the argument of every call."""
        parameters = definition.of("parameter")
        if position >= len(parameters):
            raise _NeededError
        if parameters[position] in self.parameters:
            return
        dropped = []
        for reference in self.context.references(name):
            arguments = reference.above.all("argument")
            if reference.field != "function" or position >= len(arguments):
                raise _NeededError
            if any(map(label_of, arguments[: position + 1])):
                raise _NeededError
            dropped.append(arguments[position])
        self.arguments.update(dict.fromkeys(dropped))
        if len(parameters) == 1:
            self.units += [*dropped, parameters[position]]
        self._follow(parameters[position])

    def _check_console(self, argument: Node) -> None:
        """An argument that goes has to be the console: anything else may do something."""
        if self.context.bound(argument).above not in self.parameters:
            raise _NeededError

    def _lines(self) -> tuple[list[LoggedCall], list[Node]]:
        """The calls that write, and the functions that put their messages together."""
        calls, formatters = [], []
        for use in self.uses:
            call = use.call
            writes = self.removed and use.item.name == "write" and not use.item.changes
            known = ("log", "log_s", "write") if writes else ("log", "log_s")
            if not call or use.item.name not in known or len(use.arguments) != 2:
                raise _NeededError
            if in_reporter(self.context, call):  # it writes what `Logs` is given
                raise _NeededError
            device, message = use.arguments
            self._check_console(device)
            if writes:
                self.written.append((call, message))
                continue
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
        if context.text(item.child("module")) == "Printf":
            yield item


def _colours(context: Context, formatters: list[Node]) -> Iterator[Node]:
    for definition in context.tree.root.of("value_definition"):
        bindings = definition.of("let_binding")
        name = bindings[0].child("pattern") if len(bindings) == 1 else NO_NODE
        if not name or not is_colour(context, bindings[0]):
            continue
        if all(node in formatters for node in context.references(name)):
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


# -- the fix ------------------------------------------------------------------------------------


# Where `a; b` needs no parentheses of its own.
_ROOMY = frozenset(
    ["match_case", "fun_expression", "let_expression", "parenthesized_expression", "let_binding"]
)


class ConsoleToLogs(NamedTuple):
    """A console that only logs, and everything that goes with it.

    calls: what becomes a log line. written: what writes bytes, and these. parameters, arguments: of
    the functions that the console was handed on to; units: those among them that `()` takes the
    place of, as nothing else would be left. items: definitions and opens that nothing needs any
    more. row: the edits that take it out of the functor, `start` and config.ml.
    """

    calls: tuple[LoggedCall, ...]
    written: tuple[tuple[Node, Node], ...]
    parameters: tuple[Node, ...]
    arguments: tuple[Node, ...]
    units: tuple[Node, ...]
    items: tuple[Node, ...]
    row: tuple[tuple[str, int, int, str], ...]

    def edit(self, editor: Editor) -> str:
        """One fix: log lines, and the console removed from every place that handed it on."""
        context = editor.context
        # From the last to the first: what ends inside another line is closed before that line is.
        for logged in sorted(self.calls, key=_start, reverse=True):
            log_line(editor, context, logged)
        for call, bytes_ in self.written:
            editor.replace(call.start, bytes_.start, '(Printf.printf "%s%!" (Cstruct.to_string ')
            editor.replace(bytes_.end, call.end, "); Lwt.return_ok ())")
        for node in self.units:
            editor.replace_node(node, "()")
        for parameter in self.parameters:
            if parameter not in self.units:
                _remove_parameter(editor, parameter)
        for argument in self.arguments:
            if argument not in self.units:
                editor.replace(*with_gap(argument), "")
        _remove_items(editor, self.items)
        editor.edits += [Edit(*each) for each in self.row]
        return "Log with `Logs`, and remove the console"


def _start(logged: LoggedCall) -> int:
    return logged.call.start


# -- log lines ---------------------------------------------------------------------------------


def log_line(editor: Editor, context: Context, logged: LoggedCall) -> None:
    """Edits around the message, which stays where it is."""
    alone = _not_waited_for(context, logged.call)
    if alone:
        _written(editor, context, logged, alone, alone.end, "", "")
        return
    following = continuation(context, logged.call) if logged.promise else None
    if following is not None and following.pattern.kind in ("unit", "any_pattern"):
        _followed(editor, context, logged, following)
    elif logged.promise and not _before_semicolon(logged.call):
        opening, closing = ("", "") if _is_roomy(logged.call) else ("(", ")")
        call = logged.call
        _written(editor, context, logged, call, call.end, opening, "; Lwt.return_unit" + closing)
    else:
        _written(editor, context, logged, logged.call, logged.call.end, "", "")


def _not_waited_for(context: Context, call: Node) -> Node:
    """`Lwt.async (fun () -> C.log c s)` around a call, or `NO_NODE`."""
    function = wrapped(call).above
    whole = wrapped(function).above if function.kind == "fun_expression" else NO_NODE
    called = whole.child("function") if whole.kind == "application_expression" else NO_NODE
    return whole if context.text(called) == "Lwt.async" else NO_NODE


def _written(
    editor: Editor,
    context: Context,
    logged: LoggedCall,
    whole: Node,
    end: int,
    opening: str,
    closing: str,
) -> None:
    """The log line in the place of everything from `whole` to `end`."""
    message, given = logged.message, logged.format
    first, last = (given[0], given[-1]) if given else (message, message)
    name = _unused(editor, message)
    before, after = "", ""
    if not given:
        before, after = ('"%s" ', "") if is_atomic(message) else ('"%s" (', ")")
    line = f"{opening}Logs.{level(context, logged.call)} (fun {name} -> {name} {before}"
    editor.replace(whole.start, first.start, line)
    editor.replace(last.end, end, f"{after}){closing}")


def _followed(
    editor: Editor, context: Context, logged: LoggedCall, following: tuple[Node, Node, Node]
) -> None:
    """`C.log c s >>= fun () -> e` becomes `Logs.info ..; e`."""
    function, _pattern, body = following
    arrow = next(child for child in function.children if child.kind == "->")
    whole = wrapped(logged.call)
    bind = whole.above
    assert bind
    opening, closing = ("", "") if _is_roomy(bind) else ("(", ")")
    _written(editor, context, logged, whole, arrow.end, opening, ";")
    editor.replace(body.end, wrapped(function).end, closing)


def _unused(editor: Editor, message: Node) -> str:
    """A name for the function that logs, which the message does not mean by something else."""
    names = {editor.text(node) for node in message.descendants() if node.kind == "value_name"}
    further = (f"log{number}" for number in range(len(names) + 1))
    return next(name for name in ("f", "m", "log", *further) if name not in names)


def _is_roomy(node: Node) -> bool:
    parent = node.above
    if parent.kind == "sequence_expression":
        return _is_roomy(parent) or parent.children[-1] is not node
    return parent.kind in _ROOMY


def _before_semicolon(call: Node) -> bool:
    outer = wrapped(call)
    parent = outer.above
    return parent.kind == "sequence_expression" and parent.children[-1] is not outer


def level(context: Context, call: Node) -> str:
    """`warn` in the arm of an error, `info` elsewhere."""
    pattern = call.around("match_case").child("pattern")
    return "warn" if pattern and "Error" in context.text(pattern) else "info"


# -- everything else that goes -----------------------------------------------------------------


def _remove_parameter(editor: Editor, node: Node) -> None:
    """Remove one of several parameters of a function, with the blank that kept it apart."""
    siblings = node.above.children
    following = siblings[siblings.index(node) + 1]
    span = (node.start, following.start) if following.kind == node.kind else with_gap(node)
    editor.replace(*span, "")


def _remove_items(editor: Editor, items: tuple[Node, ...]) -> None:
    """Remove definitions; those that follow each other go as one, so that no blank lines pile up
    where they stood."""
    runs: list[tuple[int, int]] = []
    for item in sorted(items, key=lambda item: item.start):
        if runs and not editor.source.data[runs[-1][1] : item.start].strip():
            runs[-1] = (runs[-1][0], item.end)
        else:
            runs.append((item.start, item.end))
    for start, end in runs:
        editor.replace(*whole_lines(editor.source, start, end), "")
