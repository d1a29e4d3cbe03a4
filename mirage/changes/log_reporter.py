"""The log reporter that a unikernel set up: in Mirage 3 the tool does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import whole_lines
from mirageport.mirage.changes.console_to_logs import only_run
from mirageport.mirage.config import seams
from mirageport.mirage.reporters import makes_one, reporter
from mirageport.mirage.row_edits import Drop
from mirageport.mirage.row_edits import edits as edits_of_row
from mirageport.ocaml.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Rule, Use
    from mirageport.mirage.config import Seam


KIND = "log-reporter"


def find(context: Context) -> Iterator[Finding]:
    """Reporters made of nothing, `Reporter.(create () |> run) @@ fun () -> work`: Mirage 3's are
    made of a clock, and since 4.4.1 nothing runs code with one."""
    ruled = context.ruled(KIND)
    later = {use: found for use, found in ruled if found.target}
    for use, found in ruled:
        last = later.get(use)
        if (last is found and _is_run(context, use)) or (last is None and makes_one(use)):
            yield _finding(context, use, found)


def _is_run(context: Context, use: Use) -> bool:
    made = reporter(context.analysis, use)
    left = made.whole.child("left") if made is not None else use.node
    return any(node.kind == "value_name" for node in places(context.tree, left, "run"))


def _finding(context: Context, use: Use, found: Rule) -> Finding:
    made = reporter(context.analysis, use)
    if made is None:
        return context.used(found, use)
    edits = [(context.name, made.whole.start, made.body.start, "")]
    for definition in made.definitions:
        start, end = whole_lines(context.source, definition.start, definition.end)
        edits.append((context.name, start, end, ""))
    dropped = _clock(context, made.definitions)
    title = "Remove the reporter and its clock" if dropped else "Remove the reporter"
    return context.used(found, use, rewriting(title, [*edits, *dropped]))


def _clock(context: Context, definitions: tuple[Node, ...]) -> tuple[Edit, ...]:
    """The edits that take out the clock that only the reporter was made of: from the functor, from
    `start` and from config.ml. None where something else needs it."""
    for functor in context.analysis.functors:
        own = [seam for seam in seams(context.project) if seam.functor.node is functor.node]
        for position, parameter in enumerate(functor.parameters):
            named = [
                each
                for each in places(context.tree, functor.node, parameter.name)
                if each.kind == "module_name" and each.parent is not parameter.node
            ]
            if (
                len(functor.parameters) < 2
                or not named
                or not own
                or not only_run(context, functor)
            ):
                continue
            inside = [
                any(each.start <= node.start < each.end for each in definitions) for node in named
            ]
            if all(inside) and all(_is_unused(context, seam, position) for seam in own):
                return edits_of_row(context.project, own, [Drop(position)]) or ()
    return ()


def _is_unused(context: Context, seam: Seam, position: int) -> bool:
    """Whether `start` does nothing with a parameter."""
    if position >= len(seam.starts):
        return False
    pattern = seam.starts[position].child("pattern")
    plain = pattern.kind in ("unit", "any_pattern", "value_pattern")
    return plain and not context.references(pattern)
