"""The devices of a `@->` chain and the parameters of the functor it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import REVIEW, Finding
from mirageport.mirage.changes.seam_slots import (
    Place,
    Slot,
    count,
    device,
    devices,
    listed,
    slots_of,
    span,
    told,
)
from mirageport.mirage.config import jobs, opens_mirage
from mirageport.mirage.devices import DEFAULTS, fits, known, same
from mirageport.mirage.facts import DeviceRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.project import Project
    from mirageport.mirage.config import Job, Seam
    from mirageport.ocaml.analysis import Analysis

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
        yield from _misfit(config, seam, given, taken, there, here)


def _arity(
    project: Project,
    seam: Seam,
    given: list[Slot],
    taken: list[Slot],
    there: Place,
    here: Place,
) -> Iterator[Finding]:
    config: Analysis | None = project.analysis(seam.job.file)
    if any(_shares(seam.job, other) for other in jobs(project)):
        config = None
    if len(given) < len(taken):
        missing = _left_over(given, taken, flip=False)
        rest = _rest("nothing is given for", [taken[position] for position in missing])
        facts = _added(config, seam.job, taken, missing)
    else:
        missing = _left_over(taken, given, flip=True)
        rest = _rest("it has no parameter for", [given[position] for position in missing])
        facts = _dropped(config, seam.job, missing)
    if not missing:
        rest = f": it takes {listed(taken)} and gets {listed(given)}; give it these, in this order"
    functor, devices = seam.job.functor, count(len(given), "device")
    message = f"`{functor}` takes {len(taken)}, and config.ml gives it {devices}{rest}."
    yield told(ARITY, there, message, here, facts, "what the functor takes")
    yield told(ARITY, here, message, there, facts, "what config.ml gives")


def _rest(what: str, slots: list[Slot]) -> str:
    return f": {what} {listed(slots)}" if slots else ""


def _shares(job: Job, other: Job) -> bool:
    """Whether two jobs share a part of their chains."""
    own = (*job.types, job.result)
    return other.call is not job.call and any(node in own for node in (*other.types, other.result))


def _added(
    config: Analysis | None, job: Job, taken: list[Slot], missing: list[int]
) -> DeviceRow | None:
    """The devices that are missing, where each has a default that nothing hides."""
    if config is None or not missing or not _complete(job, len(taken)):
        return None
    add = []
    for before, position in enumerate(missing):
        names = DEFAULTS.get(taken[position].kind)
        if names is None or not all(_is_mirages(config, name) for name in names):
            return None
        add.append((position - before, *names))
    return DeviceRow(job, tuple(add), ())


def _dropped(config: Analysis | None, job: Job, spare: list[int]) -> DeviceRow | None:
    """The devices that are too many, where the chain is one piece of text."""
    nodes = [*job.types, *([job.result] if job.result is not None else [])]
    starts = [node.start for node in nodes]
    if config is None or not spare or starts != sorted(starts):
        return None
    if not _complete(job, len(job.types) - len(spare)):
        return None
    return DeviceRow(job, (), tuple(spare))


def _complete(job: Job, wanted: int) -> bool:
    """Whether each application can be brought to the number of devices that is wanted."""
    counts = {len(applied.values) for applied in job.applications}
    return job.only_applied and counts <= {len(job.types), wanted}


def _is_mirages(config: Analysis, name: str) -> bool:
    """Whether a name can be written as it is: Mirage is open, and nothing here is called so."""
    return opens_mirage(config) and not any(
        node.kind == "value_name"
        and config.tree.text(node) == name
        and node.parent is not None
        and node.parent.kind in ("let_binding", "value_pattern", "parameter")
        for node in config.tree.root.descendants()
    )


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
    config: Analysis,
    seam: Seam,
    given: list[Slot],
    taken: list[Slot],
    there: Place,
    here: Place,
) -> Iterator[Finding]:
    order = _order(given, taken)
    if order is not None:
        message = (
            f"config.ml gives `{seam.job.functor}` its devices in another order than it takes "
            f"them: it takes {listed(taken)}, and gets {listed(given)}."
        )
        facts = _reordered(config, seam.job, given, order)
        yield told(ORDER, there, message, here, facts, "the order of the functor")
        yield told(ORDER, here, message, there, facts, "the order of config.ml")
        return
    for slot, parameter in zip(given, taken, strict=True):
        if not fits(slot.kind, parameter.kind):
            yield from _pair(seam, slot, parameter)


def _pair(seam: Seam, device: Slot, parameter: Slot) -> Iterator[Finding]:
    message = f"`{seam.job.functor}` takes `{parameter.text}`, and config.ml gives `{device.text}`."
    there = Place(seam.job.file, device.node.start, device.node.end)
    here = Place(seam.file, parameter.node.start, parameter.node.end)
    yield told(KIND, there, message, here, None, "what the functor takes")
    yield told(KIND, here, message, there, None, "what config.ml gives")


def _reordered(config: Analysis, job: Job, given: list[Slot], order: list[int]) -> Rewrite | None:
    """config.ml in the functor's order: its chain, and the values that go with it."""
    rows: list[list[Slot]] = [given]
    for applied in job.applications:
        values = devices(config, applied.values)
        if not job.only_applied or len(values) != len(given):
            return None
        if all(same(one.kind, two.kind) for one, two in zip(values, given, strict=True)):
            rows.append(values)
    edits = [edit for row in rows for edit in _permuted(job.file, row, order)]
    title = f"Give `{job.functor}` its devices in its own order"
    return Rewrite((Way(title, REVIEW, tuple(edits)),))


def _permuted(
    file: str, row: Sequence[Slot], order: Sequence[int]
) -> Iterator[tuple[str, int, int, str]]:
    for slot, index in zip(row, order, strict=True):
        if slot.text != row[index].text:
            yield file, slot.node.start, slot.node.end, row[index].text
