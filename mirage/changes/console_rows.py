"""Consoles, for a target that has none: how they go that other functors, records or functions hold
as well.

All of these go at once. The type of a console becomes `unit` and its value `()`, wherever these
stand, so that nothing else has to change; what was written to it is logged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.editor import Editor
from mirageport.diagnostics.facts import outermost, rewriting
from mirageport.diagnostics.log_writers import in_reporter
from mirageport.mirage.changes.console_log import is_old_log
from mirageport.mirage.changes.console_to_logs import (
    REMOVED,
    LoggedCall,
    consoles,
    level,
    log_line,
    only_logs,
    own_jobs,
    own_logs,
)
from mirageport.mirage.changes.log_lines import line
from mirageport.mirage.changes.removed_rows import InTheWay, Place, Removal, Runs
from mirageport.ocaml.tree import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.facts import Rewrite
    from mirageport.diagnostics.finding import Related
    from mirageport.diagnostics.kinds import Edit, Finding, FunctorDef, Node, Project, Rule, Use
    from mirageport.mirage.config import Seam

# What can be left out, as it does nothing but name the console.
_NAMES = ("value_path", "field_get_expression", "unit")


def every(project: Project) -> Iterator[Finding]:
    """The consoles of all files of a project that has to do without them: each at the parameter,
    and at its device in the chain of each job. One that only logs has a fix of its own
    (`ConsoleToLogs`), all others go together."""
    known: list[tuple[Context, FunctorDef, int, tuple[Seam, ...], Rewrite | None]] = []
    for file in project.names:
        context = Context(project, file)
        for functor, position in context.gathered(consoles):
            own = own_jobs(context, functor)
            found, facts = only_logs(context, functor, position, own), None
            if found is not None:
                editor = Editor(project, file)
                title = found.edit(editor)
                facts = rewriting(title, outermost(_edits(editor)))
            known.append((context, functor, position, own, facts))
    others = [Place(each[0].name, *each[1:3]) for each in known if each[4] is None]
    together, why, where = _removal(project, others)
    for context, functor, position, own, facts in known:
        parameter, rule = functor.parameters[position], context.rule(REMOVED)
        message = rule.message.format(name=parameter.name)
        further = () if facts is not None else where
        if facts is None:
            facts, message = together, message + why
        yield context.finding(rule, parameter.node, facts, message=message, related=further)
        for seam in own:
            if position < len(seam.job.types):
                config, at = Context(project, seam.job.file), seam.job.types[position]
                there = (context.related(parameter.node, "the functor's parameter"), *further)
                yield config.finding(rule, at, facts, message=message, related=there)


def _edits(editor: Editor) -> list[Edit]:
    return [(each.file, each.start, each.end, each.text) for each in editor.edits]


def _removal(
    project: Project, places: Sequence[Place]
) -> tuple[Rewrite | None, str, tuple[Related, ...]]:
    """The edits that remove consoles everywhere, all at once; where there are none, what is in the
    way, as the end of a message, and the place."""
    removed = _Consoles(project, project.pack.rules.rule(REMOVED), Runs(project))
    try:
        found = removed.edits(*places)
    except InTheWay as stop:
        return None, f" {stop}.", (stop.place,)
    return rewriting("Log with `Logs`, and remove the console", outermost(found)), "", ()


class _Consoles(Removal):
    """The edits that remove consoles from functors, with the lines that are written to them."""

    def __init__(self, project: Project, rule: Rule, run: Runs) -> None:
        super().__init__(project, rule, run)
        self.lines: list[tuple[Context, Use]] = []

    def edits(self, *places: Place) -> tuple[Edit, ...]:
        """All edits. Raises `InTheWay`."""
        super().edits(*places)
        # From the last to the first: what ends inside another line is closed before that line is.
        for context, use in sorted(self.lines, key=lambda each: -each[1].node.start):
            editor = Editor(self.project, context.name)
            _write(editor, context, use)
            self.found.update(dict.fromkeys(_edits(editor)))
        return tuple(self.found)

    def _value_of(self, context: Context, node: Node) -> None:
        use = context.use_at(node)
        if use is None or use.item.name not in ("log", "log_s") or in_reporter(context, node):
            raise InTheWay(context, node, f"`{context.text(node)}` does more than log")
        if own_logs(context):
            raise InTheWay(context, node, "a module of the project is called `Logs`")
        if use.arguments and unwrapped(use.arguments[0]).kind not in _NAMES:
            raise InTheWay(context, use.arguments[0], "what this gives for the console may do more")
        self.lines.append((context, use))


def _write(editor: Editor, context: Context, use: Use) -> None:
    """A call becomes a log line, and a function that writes one that logs."""
    promise = use.item.name == "log_s" or not is_old_log(context, use)
    if use.call and len(use.arguments) == 2:
        message = use.arguments[1]
        made = line(context, message)
        log_line(editor, context, LoggedCall(use.call, message, promise, made.format))
        return
    node = use.call or use.node
    given = "s" if use.call else "_ s"
    ending = "; Lwt.return_unit" if promise else ""
    text = f'fun {given} -> Logs.{level(context, node)} (fun f -> f "%s" s){ending}'
    inside = node.above.kind in ("parenthesized_expression", "let_binding")
    editor.replace_node(node, text if inside else f"({text})")
