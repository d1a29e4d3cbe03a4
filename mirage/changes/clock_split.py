"""A clock that is used for dates and for intervals: two devices in its place, in one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.changes.seam_slots import device
from mirageport.mirage.clock import MCLOCK, PCLOCK, given_to
from mirageport.mirage.config import opens_mirage, seams
from mirageport.mirage.names import CLOCKS
from mirageport.mirage.row_edits import Add, Replace, Slot, edits
from mirageport.ocaml.tree import NO_NODE, unwrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Edit, FunctorDef
    from mirageport.mirage.config import Seam


# The parameter that is added, for the time that passes; dates stay with the one there is.
_NAME = "Mclock"
_POSIX = Slot("", CLOCKS[PCLOCK], PCLOCK, "default_posix_clock")
_MONOTONIC = Slot(_NAME, CLOCKS[MCLOCK], MCLOCK, "default_monotonic_clock")


def both_clocks(context: Context, functor: FunctorDef, at: int) -> tuple[Edit, ...]:
    """The edits that give a functor two clocks for its parameter at a position: in the functor, in
    `start`, in the chain of config.ml and in each job. None where one of them is not known."""
    parameter = functor.parameters[at]
    given = list(given_to(context.project, context.name, functor.node, parameter.name))
    seam = _seam(context, functor, at)
    taken = _NAME.encode() in context.source.data
    single = all(clock in CLOCKS for _node, clock, _taker in given)
    if seam is None or taken or not parameter.type_node or not single:
        return ()
    row = edits(context.project, [seam], [Replace(at, _POSIX), Add(at + 1, _MONOTONIC)])
    if row is None:
        return ()
    measured = [context.replace(n, _NAME) for n, clock, _taker in given if clock == MCLOCK]
    return (*row, *measured)


def _seam(context: Context, functor: FunctorDef, at: int) -> Seam | None:
    """Where config.ml gives the functor its clock, and nobody else asks for either of them."""
    running = [seam for seam in seams(context.project) if seam.functor.node is functor.node]
    for seam in running if len(running) == 1 else ():
        job, count = seam.job, len(functor.parameters)
        pattern = seam.start.child("pattern") if seam.start is not None else NO_NODE
        config = context.project.analysis(job.file)
        text = config.tree.text
        whole = len(job.types) == count <= len(seam.starts) and job.only_applied
        alone = bool(pattern) and not context.references(pattern)
        if (
            not whole
            or not alone
            or not opens_mirage(config)
            or (device(config, job.types[at]) != "clock")
        ):
            return None
        values = [applied.values for applied in job.applications]
        given = all(
            len(each) == count and text(unwrapped(each[at])) == "default_clock" for each in values
        )
        return seam if given else None
    return None
