"""The devices of a `@->` chain and the parameters of the functor it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.mirage import row_edits as rows
from mirageport.mirage.changes.seam_slots import (
    Place,
    Slot,
    count,
    device,
    devices,
    listed,
    seam_finding,
    slots_of,
    span,
)
from mirageport.mirage.devices import DEFAULTS, fits, known, same
from mirageport.mirage.row_edits import Add, Drop, config_edits, config_order

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.kinds import Finding, Project, Rewrite
    from mirageport.mirage.config import Job, Seam

ARITY, ORDER, KIND = "seam-arity", "seam-order", "seam-kind"

# More devices than this are not tried in other orders.
_MAX_TRIED = 12


def find(project: Project, seam: Seam) -> Iterator[Finding]:
    """Another number of devices, another order, or devices of another kind."""
    config, analysis = project.analysis(seam.job.file), project.analysis(seam.file)
    job = seam.job
    if job.result is None or device(config, job.result) != "job":
        return  # a device, or a chain put together elsewhere
    given = devices(config, job.types)
    taken = slots_of(analysis, seam.functor.parameters)
    there = span(job.file, given, job.name)
    name = seam.functor.node.first("module_name") or seam.functor.node
    here = span(seam.file, taken, name)
    if len(given) != len(taken):
        yield from _arity(project, seam, given, taken, there, here)
    elif not _fit(given, taken):
        yield from _misfit(project, seam, given, taken, there, here)


def _arity(
    project: Project, seam: Seam, given: list[Slot], taken: list[Slot], there: Place, here: Place
) -> Iterator[Finding]:
    if len(given) < len(taken):
        missing = _left_over(given, taken, flip=False)
        rest = _rest("config.ml gives nothing for", [taken[position] for position in missing])
        facts = _added(project, seam.job, taken, missing)
    else:
        missing = _left_over(taken, given, flip=True)
        rest = _rest("the functor has no parameter for", [given[position] for position in missing])
        facts = _dropped(project, seam.job, given, missing)
    if not missing:
        rest = f": it takes {listed(taken)} but gets {listed(given)}; give these, in this order"
    functor, devices = seam.job.functor, count(len(given), "device")
    message = (
        f"`{functor}` takes {count(len(taken), 'device')}, but config.ml gives it {devices}{rest}."
    )
    yield seam_finding(ARITY, there, message, here, facts, "what the functor takes")
    yield seam_finding(ARITY, here, message, there, facts, "what config.ml gives")


def _rest(what: str, slots: list[Slot]) -> str:
    return f": {what} {listed(slots)}" if slots else ""


def _added(project: Project, job: Job, taken: list[Slot], missing: list[int]) -> Rewrite | None:
    """The devices that are missing, where each has a default."""
    changes = []
    for before, position in enumerate(missing):
        device, value = DEFAULTS.get(taken[position].kind, ("", ""))
        changes.append(Add(position - before, rows.Slot("", "", device, value)))
    named = [f"`{change.slot.device}`" for change in changes]
    return _row(project, job, changes, named) if "``" not in named else None


def _dropped(project: Project, job: Job, given: list[Slot], spare: list[int]) -> Rewrite | None:
    """The devices that are too many."""
    named = [f"no `{given[position].text}`" for position in spare]
    return _row(project, job, [Drop(position) for position in spare], named)


def _row(
    project: Project, job: Job, changes: Sequence[Add | Drop], named: list[str]
) -> Rewrite | None:
    edits = config_edits(project, [job], changes) if changes else None
    if edits is None:
        return None
    return rewriting(f"Give `{job.functor}` {' and '.join(named)}", edits)


def _left_over(few: list[Slot], many: list[Slot], flip: bool) -> list[int]:
    """What has no partner when the few are laid along the many in order, by position; empty where
    there are several ways to do so."""

    def pair(one: Slot, other: Slot) -> bool:
        device, kind = (other.kind, one.kind) if flip else (one.kind, other.kind)
        return fits(device, kind)

    ways: list[list[int]] = []

    def lay(first: int, second: int, dropped: list[int]) -> None:
        if len(ways) > 1 or len(dropped) > len(many) - len(few):
            return
        if second == len(many):
            if first == len(few):
                ways.append(dropped)
            return
        if first < len(few) and pair(few[first], many[second]):
            lay(first + 1, second + 1, dropped)
        lay(first, second + 1, [*dropped, second])

    if len(many) <= _MAX_TRIED:
        lay(0, 0, [])
    return ways[0] if len(ways) == 1 else []


def _fit(given: Sequence[Slot], taken: Sequence[Slot]) -> bool:
    return all(fits(one.kind, other.kind) for one, other in zip(given, taken, strict=True))


def _order(given: Sequence[Slot], taken: Sequence[Slot]) -> list[int] | None:
    """For each parameter the device it has to get, when there is exactly one way."""
    if len(given) > _MAX_TRIED:
        return None
    if not all(known(one.kind, two.kind) for one in given for two in taken):
        return None
    ways: list[list[int]] = []

    def choose(chosen: list[int]) -> None:
        if len(ways) > 1:
            return
        if len(chosen) == len(taken):
            ways.append(chosen)
            return
        for index, slot in enumerate(given):
            if index not in chosen and fits(slot.kind, taken[len(chosen)].kind):
                choose([*chosen, index])

    choose([])
    return ways[0] if len(ways) == 1 else None


def _misfit(
    project: Project, seam: Seam, given: list[Slot], taken: list[Slot], there: Place, here: Place
) -> Iterator[Finding]:
    order = _order(given, taken)
    if order is not None:
        message = (
            f"config.ml gives `{seam.job.functor}` its devices in the wrong order: it takes "
            f"{listed(taken)}, but gets {listed(given)}."
        )
        facts = _reordered(project, seam.job, given, order)
        yield seam_finding(ORDER, there, message, here, facts, "the order of the functor")
        yield seam_finding(ORDER, here, message, there, facts, "the order of config.ml")
        return
    for slot, parameter in zip(given, taken, strict=True):
        if not fits(slot.kind, parameter.kind):
            yield from _pair(seam, slot, parameter)


def _pair(seam: Seam, device: Slot, parameter: Slot) -> Iterator[Finding]:
    message = f"`{seam.job.functor}` takes `{parameter.text}`, but config.ml gives `{device.text}`."
    there = Place(seam.job.file, device.node.start, device.node.end)
    here = Place(seam.file, parameter.node.start, parameter.node.end)
    yield seam_finding(KIND, there, message, here, None, "what the functor takes")
    yield seam_finding(KIND, here, message, there, None, "what config.ml gives")


def _reordered(project: Project, job: Job, given: list[Slot], order: list[int]) -> Rewrite | None:
    """config.ml in the functor's order: its chain, and the values that go with it."""
    config, applied = project.analysis(job.file), []
    for each in job.applications:
        values = devices(config, each.values)
        if not job.only_applied or len(values) != len(given):
            return None
        if all(same(one.kind, two.kind) for one, two in zip(values, given, strict=True)):
            applied.append(each)
    edits = config_order(project, job, applied, order)
    title = f"Give `{job.functor}` its devices in its own order"
    return rewriting(title, edits)
