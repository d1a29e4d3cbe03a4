"""The parameters of `start`, and the functor's with what `~deps` adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.mirage.changes.seam_slots import Place, count, seam_finding, slots_of
from mirageport.ocaml.tree import NO_NODE
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, Finding, Node, Parameter, Project, Rewrite
    from mirageport.mirage.config import Seam

START = "seam-start"
# Two devices of such a kind are of one module on each target as a rule: then so are their types.
_OF_ONE_MODULE = frozenset(["NETWORK", "CONSOLE", "BLOCK", "V4V6"])


def find(project: Project, seam: Seam) -> Iterator[Finding]:
    """A `start` that takes more or fewer arguments, or takes them in another order."""
    analysis, job = project.analysis(seam.file), seam.job
    pattern = seam.start.child("pattern") if seam.start is not None else NO_NODE
    parameters = seam.functor.parameters
    shape = _shape(analysis, pattern) if pattern else None
    if not pattern or shape is None or not parameters:
        return
    here = Place(seam.file, pattern.start, pattern.end)
    there = Place(job.file, job.name.start, job.name.end)
    arguments, ends = shape
    least = len(parameters) + (job.deps or 0)
    too_many = job.deps is not None and len(arguments) > least
    if too_many or (ends and len(arguments) < least):
        deps = " and one for each of `~deps`" if job.deps else ""
        message = (
            f"`start` takes {count(len(arguments), 'argument')}, but needs {least}: one for each "
            f"parameter of the functor{deps}."
        )
        facts = _ignoring(analysis, seam, len(arguments))
        yield seam_finding(START, here, message, there, facts, "what config.ml runs")
        return
    yield from _start_order(analysis, seam, arguments, here, there)


def _ignoring(analysis: Analysis, seam: Seam, given: int) -> Rewrite | None:
    """A `start` that has all devices and none of `~deps`: their values are for nobody to use."""
    pattern = seam.start.child("pattern") if seam.start is not None else NO_NODE
    missing = seam.job.deps or 0
    parameters = len(seam.functor.parameters)
    if not pattern or analysis.references(pattern) or not missing:
        return None
    if given != parameters or len(seam.starts) != parameters:
        return None
    end = seam.starts[-1].end
    edit = (seam.file, end, end, " _" * missing)
    return rewriting("Ignore the values of `~deps`", [edit])


def _shape(analysis: Analysis, pattern: Node) -> tuple[list[str], bool] | None:
    """The types of the arguments of `start` ("" for what is not known), and whether it surely
    takes no more; None where some are labelled."""
    arguments: list[str] = []
    type_ = analysis.type_of(pattern)
    while isinstance(type_, Arrow):
        if type_.label:
            return None
        argument = prune(type_.argument)
        arguments.append(argument.name if isinstance(argument, Con) else "")
        type_ = prune(type_.result)
    return arguments, isinstance(type_, Con)


def _start_order(
    analysis: Analysis, seam: Seam, arguments: list[str], here: Place, there: Place
) -> Iterator[Finding]:
    """Parameters of `start` that are used as the devices of other places."""
    parameters = seam.functor.parameters
    if any(_constrained(analysis, parameter) for parameter in parameters):
        return
    places = {f"{parameter.name}.t": at for at, parameter in enumerate(parameters)}
    kinds = [slot.kind for slot in slots_of(analysis, parameters)]
    moved = {
        at: places[name]
        for at, name in enumerate(arguments[: len(parameters)])
        if places.get(name, at) != at
        and not (kinds[at] == kinds[places[name]] and kinds[at] in _OF_ONE_MODULE)
    }
    if not moved:
        yield from _nothing(seam, arguments, here, there)
        return
    names = ", ".join(parameter.name for parameter in parameters)
    at, belongs = next(iter(moved.items()))
    message = (
        f"`start` must take the functor's devices in this order: {names}. Its argument {at + 1} "
        f"is used as a value of `{parameters[belongs].name}`."
    )
    facts = _start_reordered(analysis, seam, moved)
    yield seam_finding(START, here, message, there, facts, "what config.ml runs")


def _nothing(seam: Seam, arguments: list[str], here: Place, there: Place) -> Iterator[Finding]:
    """A `()` where a device with a value of its own arrives; a clock's is `clock-connect`'s."""
    for at, (parameter, name) in enumerate(zip(seam.functor.parameters, arguments, strict=False)):
        types = [parameter.module.type_def(wanted) for wanted in ("t", "error")]
        pattern = seam.starts[at].child("pattern") if at < len(seam.starts) else NO_NODE
        if name != "unit" or None in types or pattern.kind != "unit":
            continue
        new = f"_{parameter.name.lower()}"
        message = (
            f"`start` takes `()` as its argument {at + 1}, but receives the value of "
            f"`{parameter.name}`: write `{new}`."
        )
        yield seam_finding(
            START,
            here,
            message,
            there,
            rewriting(f"Take it as `{new}`", [(seam.file, pattern.start, pattern.end, new)]),
            "what config.ml runs",
        )
        return


def _constrained(analysis: Analysis, parameter: Parameter) -> bool:
    return (parameter.type_node or parameter.node).kind not in (
        "module_type_path",
        "module_parameter",
    )


def _start_reordered(analysis: Analysis, seam: Seam, moved: dict[int, int]) -> Rewrite | None:
    start, starts = seam.start, seam.starts
    pattern = start.child("pattern") if start is not None else NO_NODE
    if not pattern or analysis.references(pattern) or set(moved) != set(moved.values()):
        return None
    if max(moved) >= len(starts):
        return None
    edits = tuple(
        (seam.file, starts[to].start, starts[to].end, analysis.tree.text(starts[at]))
        for at, to in moved.items()
    )
    return rewriting("Reorder the parameters of `start`", edits)
