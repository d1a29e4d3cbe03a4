"""A clock that is used for dates and for intervals: two devices in its place, in one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.syntax import unwrapped
from mirageport.mirage.clock import MCLOCK, PCLOCK, given_to
from mirageport.mirage.config import opens_mirage, seams
from mirageport.mirage.names import CLOCKS
from mirageport.mirage.row import Place, declared, declared_edits

if TYPE_CHECKING:
    from mirageport.diagnostics.context import Context
    from mirageport.mirage.config import Seam
    from mirageport.ocaml.analysis import FunctorDef

    Edit = tuple[str, int, int, str]

# The parameter that is added, for the time that passes; dates stay with the one there is.
_NAME = "Mclock"
_VALUES = "default_posix_clock $ default_monotonic_clock"


def both_clocks(context: Context, functor: FunctorDef, at: int) -> tuple[Edit, ...]:
    """The edits that give a functor two clocks for its parameter at a position: in the functor, in
    `start`, in the chain of config.ml and in each job. None where one of them is not to be told."""
    parameter = functor.parameters[at]
    given = list(given_to(context.project, context.name, functor.node, parameter.name))
    seam = _seam(context, functor, at)
    taken = _NAME.encode() in context.source.data
    single = all(clock in CLOCKS for _node, clock, _taker in given)
    if seam is None or taken or parameter.type_node is None or not single:
        return ()
    added = _declared(context, functor, seam, at)
    if added is None:
        return ()
    file, kind = context.name, parameter.type_node
    start = seam.starts[at]
    edits = [
        (file, kind.start, kind.end, CLOCKS[PCLOCK]),
        (file, parameter.node.end, parameter.node.end, f" ({_NAME} : {CLOCKS[MCLOCK]})"),
        (file, start.end, start.end, f" _{_NAME.lower()}"),
    ]
    edits += [(file, n.start, n.end, _NAME) for n, clock, _taker in given if clock == MCLOCK]
    edits += added
    job = seam.job
    edits.append((job.file, job.types[at].start, job.types[at].end, f"{PCLOCK} @-> {MCLOCK}"))
    for applied in job.applications:
        value = applied.values[at]
        edits.append((job.file, value.start, value.end, _VALUES))
    return tuple(edits)


def _declared(context: Context, functor: FunctorDef, seam: Seam, at: int) -> list[Edit] | None:
    """The same in the interface beside the file; None where that cannot be told."""
    project, file, name = context.project, context.name, functor.name
    place = Place(len(functor.parameters), len(seam.starts), at + 1)
    parameter, argument = f"({_NAME} : {CLOCKS[MCLOCK]})", f"{_NAME}.t"
    edits = declared_edits(project, file, name, place, parameter, argument)
    if edits is None:
        return None
    found = list(edits)
    for row in declared(project, file, name) or ():
        kind = row.parameters[at].get("module_type")
        if kind is not None:
            found.append((row.file, kind.start, kind.end, CLOCKS[PCLOCK]))
    return found


def _seam(context: Context, functor: FunctorDef, at: int) -> Seam | None:
    """Where config.ml gives the functor its clock, and nobody else asks for either of them."""
    running = [seam for seam in seams(context.project) if seam.functor.node is functor.node]
    for seam in running if len(running) == 1 else ():
        job, count = seam.job, len(functor.parameters)
        pattern = seam.start.get("pattern") if seam.start is not None else None
        config = context.project.analysis(job.file)
        text = config.tree.text
        whole = len(job.types) == count <= len(seam.starts) and job.only_applied
        alone = pattern is not None and not context.analysis.references(pattern)
        if not whole or not alone or not opens_mirage(config) or text(job.types[at]) != "clock":
            return None
        values = [applied.values for applied in job.applications]
        given = all(
            len(each) == count and text(unwrapped(each[at])) == "default_clock" for each in values
        )
        return seam if given else None
    return None
