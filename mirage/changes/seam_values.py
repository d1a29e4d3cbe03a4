"""The values that a job is applied to, and the chain that it has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.changes.seam_slots import (
    Place,
    count,
    device,
    devices,
    listed,
    seam_finding,
    span,
)
from mirageport.mirage.devices import same

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, Finding
    from mirageport.mirage.config import Application, Job

APPLIED = "seam-applied"


def find(analysis: Analysis, job: Job, applied: Application) -> Iterator[Finding]:
    """More or fewer values than the chain has types, or values of other types."""
    if job.result is None or device(analysis, job.result) != "job" or not job.types:
        return
    wanted = devices(analysis, job.types)
    values = devices(analysis, applied.values)
    there = span(job.file, wanted, job.name)
    place = Place(job.file, applied.head.start, values[-1].node.end)
    if len(values) > len(wanted) or (len(values) < len(wanted) and _registered(analysis, applied)):
        message = (
            f"`{analysis.tree.text(applied.head)}` takes {count(len(wanted), 'device')} "
            f"({listed(wanted)}), but is given {len(values)}."
        )
        yield seam_finding(APPLIED, place, message, there, None, "what the job takes")
        return
    for value, slot in zip(values, wanted, strict=False):
        if not same(value.kind, slot.kind):
            message = f"`{value.text}` is a `{value.kind}`, but the job takes `{slot.text}` here."
            here = Place(job.file, value.node.start, value.node.end)
            other = Place(job.file, slot.node.start, slot.node.end)
            yield seam_finding(APPLIED, here, message, other, None, "what the job takes")


def _registered(analysis: Analysis, applied: Application) -> bool:
    """Whether the application is a job in a list of `register`, and so has to be complete."""
    node = applied.operators[-1].above
    while node and node.parent:
        parent = node.above
        if parent.kind == "list_expression":
            call = parent.above
            return bool(call) and any(
                use.call is call and use.item.path == "Mirage.register" for use in analysis.uses
            )
        if parent.kind != "parenthesized_expression":
            return False
        node = parent
    return False
