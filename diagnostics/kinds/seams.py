"""Where config.ml and the functor it names have come apart: their number, order and kinds.

The n-th type of the `@->` chain is the n-th value of each `$` chain, the n-th parameter of the
functor and the n-th parameter of its `start`. What disagrees is told on both sides, each naming the
other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mirageport.diagnostics.facts import DeviceRow, Rewrite, Way
from mirageport.diagnostics.finding import REVIEW, Finding, Related
from mirageport.diagnostics.rules import rule
from mirageport.mirage.config import jobs, opens_mirage, seams, sources
from mirageport.mirage.devices import DEFAULTS, fits, known, same
from mirageport.mirage.project import basename
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.context import Context
    from mirageport.mirage.config import Application, Job, Seam
    from mirageport.mirage.project import Project
    from mirageport.ocaml.analysis import Analysis, Parameter
    from mirageport.ocaml.tree import Node

ARITY, ORDER, KIND = "seam-arity", "seam-order", "seam-kind"
START, APPLIED, FUNCTOR = "seam-start", "seam-applied", "seam-functor"

_MEMO = "seams"

# More devices than this are not tried in other orders.
_MAX_TRIED = 12


class _Place(NamedTuple):
    """A range of a file."""

    file: str
    start: int
    end: int


class _Slot(NamedTuple):
    """One device of a chain, or one parameter. kind: what Mirage calls it, "" where it is the
    user's own; text: as the user reads it."""

    node: Node
    kind: str
    text: str


def find(context: Context) -> Iterator[Finding]:
    """The places in this file where the two sides disagree."""
    if not _concerned(context):
        return
    memo = context.project.memo
    found = memo.get(_MEMO)
    if not isinstance(found, tuple):
        found = memo[_MEMO] = tuple(_all(context.project))
    for finding in found:
        if finding.file == context.name:
            yield finding


def _concerned(context: Context) -> bool:
    """Whether the file is a side of a seam: config.ml, or a module that it names."""
    config = context.project.config
    if config is None or basename(context.name) == "config.ml":
        return config is not None
    stem = basename(context.name).removesuffix(".ml")
    return f'"{stem[:1].upper()}{stem[1:]}'.encode() in context.project.source(config).data


def _all(project: Project) -> Iterator[Finding]:
    config = project.config
    if config is None or project.tree(config).broken:
        return
    for job in jobs(project):
        analysis = project.analysis(job.file)
        yield from _missing(project, job)
        for applied in job.applications:
            yield from _applied(analysis, job, applied)
    for seam in seams(project):
        if not project.tree(seam.file).broken:
            yield from _functor(project, seam)
            yield from _start(project, seam)


def _finding(
    name: str,
    place: _Place,
    message: str,
    other: _Place | None = None,
    facts: Rewrite | DeviceRow | None = None,
    other_says: str = "",
) -> Finding:
    found = rule(name)
    related = (Related(*other, other_says),) if other is not None else ()
    applicability = REVIEW if facts is not None else found.applicability
    return Finding(
        place.file,
        found.name,
        place.start,
        place.end,
        message,
        applicability,
        found.severity,
        found.category,
        related,
        (),
        facts,
    )


# -- slots ---------------------------------------------------------------------------------------


def _devices(analysis: Analysis, nodes: Sequence[Node]) -> list[_Slot]:
    return [_Slot(node, _device(analysis, node), analysis.tree.text(node)) for node in nodes]


def _device(analysis: Analysis, node: Node) -> str:
    """What an expression of type `_ typ` or `_ impl` stands for, such as "stackv4"."""
    type_ = analysis.types.get(node)
    outer = prune(type_) if type_ is not None else None
    if not isinstance(outer, Con) or outer.name not in ("Mirage.typ", "Mirage.impl"):
        return ""
    inner = prune(outer.args[0]) if outer.args else None
    return inner.name.removeprefix("Mirage.") if isinstance(inner, Con) else ""


def _parameters(analysis: Analysis, parameters: Sequence[Parameter]) -> list[_Slot]:
    uses = {use.node.start: use.module_type for use in analysis.type_uses}
    slots = []
    for parameter in parameters:
        kind, node = "", parameter.type_node
        module_type = uses.get(node.start) if node is not None else None
        if module_type is not None and module_type.item is not None:
            kind = module_type.signature.name
            if kind == "CLOCK":
                kind = module_type.item.path.rpartition(".")[2]
        text = analysis.tree.text(parameter.node).strip("()")
        slots.append(_Slot(parameter.node, kind, " ".join(text.split())))
    return slots


def _span(file: str, slots: Sequence[_Slot], otherwise: Node) -> _Place:
    """From the first slot to the last where they stand in one piece of text."""
    starts = [slot.node.start for slot in slots]
    if not slots or starts != sorted(starts):
        return _Place(file, otherwise.start, otherwise.end)
    return _Place(file, starts[0], slots[-1].node.end)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}" if number else f"no {what}"


def _listed(slots: Sequence[_Slot]) -> str:
    return ", ".join(f"`{slot.text}`" for slot in slots)


# -- the chain and the functor -------------------------------------------------------------------


def _functor(project: Project, seam: Seam) -> Iterator[Finding]:
    config, analysis = project.analysis(seam.job.file), project.analysis(seam.file)
    job = seam.job
    if job.result is None or _device(config, job.result) != "job":
        return  # a device, or a chain put together elsewhere
    given = _devices(config, job.types)
    taken = _parameters(analysis, seam.functor.parameters)
    there = _span(job.file, given, job.name)
    name = seam.functor.node.first("module_name") or seam.functor.node
    here = _span(seam.file, taken, name)
    if len(given) != len(taken):
        yield from _arity(project, seam, given, taken, there, here)
    elif not _fit(given, taken):
        yield from _misfit(config, seam, given, taken, there, here)


def _arity(
    project: Project,
    seam: Seam,
    given: list[_Slot],
    taken: list[_Slot],
    there: _Place,
    here: _Place,
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
    functor, devices = seam.job.functor, _count(len(given), "device")
    message = f"`{functor}` takes {len(taken)}, and config.ml gives it {devices}{rest}."
    yield _finding(ARITY, there, message, here, facts, "what the functor takes")
    yield _finding(ARITY, here, message, there, facts, "what config.ml gives")


def _rest(what: str, slots: list[_Slot]) -> str:
    return f": {what} {_listed(slots)}" if slots else ""


def _shares(job: Job, other: Job) -> bool:
    """Whether two jobs share a part of their chains."""
    own = (*job.types, job.result)
    return other.call is not job.call and any(node in own for node in (*other.types, other.result))


def _added(
    config: Analysis | None, job: Job, taken: list[_Slot], missing: list[int]
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
    goes = [(starts[position], starts[position + 1]) for position in spare]
    for applied in job.applications:
        for position in spare:
            if position < len(applied.values):
                before = applied.values[position - 1] if position else applied.head
                goes.append((before.end, applied.values[position].end))
    comments = config.tree.comments
    if any(start <= at < end for start, end in goes for at, _stop in comments):
        return None  # what a person wrote about a device is theirs to take away
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


def _left_over(few: list[_Slot], many: list[_Slot], flip: bool) -> list[int]:
    """What has no partner when the few are laid along the many in order, by position; empty where
    there are several ways to do so."""

    def pair(one: _Slot, other: _Slot) -> bool:
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


def _fit(given: Sequence[_Slot], taken: Sequence[_Slot]) -> bool:
    return all(fits(one.kind, other.kind) for one, other in zip(given, taken, strict=True))


def _order(given: Sequence[_Slot], taken: Sequence[_Slot]) -> list[int] | None:
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
    given: list[_Slot],
    taken: list[_Slot],
    there: _Place,
    here: _Place,
) -> Iterator[Finding]:
    order = _order(given, taken)
    if order is not None:
        message = (
            f"config.ml gives `{seam.job.functor}` its devices in another order than it takes "
            f"them: it takes {_listed(taken)}, and gets {_listed(given)}."
        )
        facts = _reordered(config, seam.job, given, order)
        yield _finding(ORDER, there, message, here, facts, "the order of the functor")
        yield _finding(ORDER, here, message, there, facts, "the order of config.ml")
        return
    for device, parameter in zip(given, taken, strict=True):
        if not fits(device.kind, parameter.kind):
            yield from _pair(seam, device, parameter)


def _pair(seam: Seam, device: _Slot, parameter: _Slot) -> Iterator[Finding]:
    message = f"`{seam.job.functor}` takes `{parameter.text}`, and config.ml gives `{device.text}`."
    there = _Place(seam.job.file, device.node.start, device.node.end)
    here = _Place(seam.file, parameter.node.start, parameter.node.end)
    yield _finding(KIND, there, message, here, None, "what the functor takes")
    yield _finding(KIND, here, message, there, None, "what config.ml gives")


def _reordered(config: Analysis, job: Job, given: list[_Slot], order: list[int]) -> Rewrite | None:
    """config.ml in the functor's order: its chain, and the values that go with it."""
    rows: list[list[_Slot]] = [given]
    for applied in job.applications:
        values = _devices(config, applied.values)
        if not job.only_applied or len(values) != len(given):
            return None
        if all(same(one.kind, two.kind) for one, two in zip(values, given, strict=True)):
            rows.append(values)
    edits = [edit for row in rows for edit in _permuted(job.file, row, order)]
    title = f"Give `{job.functor}` its devices in its own order"
    return Rewrite((Way(title, REVIEW, tuple(edits)),))


def _permuted(
    file: str, row: Sequence[_Slot], order: Sequence[int]
) -> Iterator[tuple[str, int, int, str]]:
    for slot, index in zip(row, order, strict=True):
        if slot.text != row[index].text:
            yield file, slot.node.start, slot.node.end, row[index].text


# -- the values that a job is applied to -----------------------------------------------------------


def _applied(analysis: Analysis, job: Job, applied: Application) -> Iterator[Finding]:
    if job.result is None or _device(analysis, job.result) != "job" or not job.types:
        return
    wanted = _devices(analysis, job.types)
    values = _devices(analysis, applied.values)
    there = _span(job.file, wanted, job.name)
    place = _Place(job.file, applied.head.start, values[-1].node.end)
    if len(values) > len(wanted) or (len(values) < len(wanted) and _registered(analysis, applied)):
        message = (
            f"`{analysis.tree.text(applied.head)}` takes {_count(len(wanted), 'device')} "
            f"({_listed(wanted)}) and is given {len(values)}."
        )
        yield _finding(APPLIED, place, message, there, None, "what the job takes")
        return
    for value, slot in zip(values, wanted, strict=False):
        if not same(value.kind, slot.kind):
            message = f"`{value.text}` is a `{value.kind}`; the job takes `{slot.text}` here."
            here = _Place(job.file, value.node.start, value.node.end)
            other = _Place(job.file, slot.node.start, slot.node.end)
            yield _finding(APPLIED, here, message, other, None, "what the job takes")


def _registered(analysis: Analysis, applied: Application) -> bool:
    """Whether the application is a job in a list of `register`, and so has to be complete."""
    node = applied.operators[-1].parent
    while node is not None and node.parent is not None:
        parent = node.parent
        if parent.kind == "list_expression":
            call = parent.parent
            return call is not None and any(
                use.call is call and use.item.path == "Mirage.register" for use in analysis.uses
            )
        if parent.kind != "parenthesized_expression":
            return False
        node = parent
    return False


# -- start -----------------------------------------------------------------------------------------


def _start(project: Project, seam: Seam) -> Iterator[Finding]:
    analysis, job = project.analysis(seam.file), seam.job
    pattern = seam.start.get("pattern") if seam.start is not None else None
    parameters = seam.functor.parameters
    shape = _shape(analysis, pattern) if pattern is not None else None
    if pattern is None or shape is None or not parameters:
        return
    here = _Place(seam.file, pattern.start, pattern.end)
    there = _Place(job.file, job.name.start, job.name.end)
    arguments, ends = shape
    least = len(parameters) + (job.deps or 0)
    too_many = job.deps is not None and len(arguments) > least
    if too_many or (ends and len(arguments) < least):
        deps = f" and {_count(job.deps, 'dependency')}" if job.deps else ""
        deps = deps.replace("dependencys", "dependencies")
        message = (
            f"`start` takes {_count(len(arguments), 'argument')}; the functor's "
            f"{_count(len(parameters), 'parameter')}{deps} make {least}."
        )
        facts = _ignoring(analysis, seam, len(arguments))
        yield _finding(START, here, message, there, facts, "what config.ml runs")
        return
    yield from _start_order(analysis, seam, arguments, here, there)


def _ignoring(analysis: Analysis, seam: Seam, given: int) -> Rewrite | None:
    """A `start` that has all devices and none of `~deps`: their values are for nobody to use."""
    pattern = seam.start.get("pattern") if seam.start is not None else None
    missing = seam.job.deps or 0
    parameters = len(seam.functor.parameters)
    if pattern is None or analysis.references(pattern) or not missing:
        return None
    if given != parameters or len(seam.starts) != parameters:
        return None
    end = seam.starts[-1].end
    edit = (seam.file, end, end, " _" * missing)
    return Rewrite((Way("Ignore the values of `~deps`", REVIEW, (edit,)),))


def _shape(analysis: Analysis, pattern: Node) -> tuple[list[str], bool] | None:
    """The types of the arguments of `start` ("" for what is not known), and whether it surely
    takes no more; None where some are labelled."""
    found = analysis.types.get(pattern)
    arguments: list[str] = []
    type_ = prune(found) if found is not None else None
    while isinstance(type_, Arrow):
        if type_.label:
            return None
        argument = prune(type_.argument)
        arguments.append(argument.name if isinstance(argument, Con) else "")
        type_ = prune(type_.result)
    return arguments, isinstance(type_, Con)


def _start_order(
    analysis: Analysis, seam: Seam, arguments: list[str], here: _Place, there: _Place
) -> Iterator[Finding]:
    """Parameters of `start` that are used as the devices of other places."""
    parameters = seam.functor.parameters
    if any(_constrained(analysis, parameter) for parameter in parameters):
        return
    places = {f"{parameter.name}.t": at for at, parameter in enumerate(parameters)}
    moved = {
        at: places[name]
        for at, name in enumerate(arguments[: len(parameters)])
        if places.get(name, at) != at
    }
    if not moved:
        return
    names = ", ".join(parameter.name for parameter in parameters)
    at, belongs = next(iter(moved.items()))
    message = (
        f"`start` takes the devices of the functor in its order ({names}): its argument "
        f"{at + 1} is used as one of `{parameters[belongs].name}`."
    )
    facts = _start_reordered(analysis, seam, moved)
    yield _finding(START, here, message, there, facts, "what config.ml runs")


def _constrained(analysis: Analysis, parameter: Parameter) -> bool:
    node = parameter.type_node
    return node is not None and node.kind != "module_type_path"


def _start_reordered(analysis: Analysis, seam: Seam, moved: dict[int, int]) -> Rewrite | None:
    start, starts = seam.start, seam.starts
    pattern = start.get("pattern") if start is not None else None
    if pattern is None or analysis.references(pattern) or set(moved) != set(moved.values()):
        return None
    if max(moved) >= len(starts):
        return None
    edits = tuple(
        (seam.file, starts[to].start, starts[to].end, analysis.tree.text(starts[at]))
        for at, to in moved.items()
    )
    return Rewrite((Way("Reorder the parameters of `start`", REVIEW, edits),))


# -- the functor's name ----------------------------------------------------------------------------


def _missing(project: Project, job: Job) -> Iterator[Finding]:
    """A name that no file has, or that two files have."""
    analysis = project.analysis(job.file)
    module, _, path = job.functor.partition(".")
    here = _Place(job.file, job.name.start, job.name.end)
    if job.result is None or _device(analysis, job.result) != "job" or not module:
        return
    files = sources(project, job)
    if len(files) > 1:
        names = ", ".join(f"`{name}`" for name in files)
        message = f"`{module}` may be any of {names}: keep one, or rename the others."
        found = _finding(FUNCTOR, here, message)
        places = tuple(Related(name, 0, 0, f"a module `{module}`") for name in files)
        yield found._replace(related=places)
    elif not files:
        yield from _no_file(project, analysis, job, here)
    elif path and not _defines(project, files[0], path):
        functors = [functor.name for functor in project.analysis(files[0]).functors]
        there = ", ".join(f"`{module}.{name}`" for name in functors)
        hint = f"; it has {there}" if there else ""
        message = f"`{basename(files[0])}` has no module `{path}`{hint}."
        other = _Place(files[0], 0, 0)
        yield _finding(FUNCTOR, here, message, other, None, "the file that config.ml names")


def _no_file(project: Project, analysis: Analysis, job: Job, here: _Place) -> Iterator[Finding]:
    """Nothing is said where a library may have the module, or where no other file was given."""
    module = job.functor.partition(".")[0]
    others = [name for name in project.names if basename(name) not in ("config.ml", "main.ml")]
    if not any(name.endswith(".ml") for name in others) or _in_a_library(analysis, job, module):
        return
    own = [
        f"`{stem[:1].upper()}{stem[1:]}.{functor.name}`"
        for name in others
        for stem in [basename(name).removesuffix(".ml")]
        for functor in project.analysis(name).functors
        if b"start" in project.source(name).data
    ]
    hint = f" Functors with a `start` here: {', '.join(own[:3])}." if own else ""
    message = (
        f"No file here is the module `{module}` (`{module[:1].lower()}{module[1:]}.ml`).{hint}"
    )
    yield _finding(FUNCTOR, here, message)


def _in_a_library(analysis: Analysis, job: Job, module: str) -> bool:
    """Whether a package or library that config.ml names may bring the module."""
    for node in analysis.tree.root.descendants():
        if node.kind == "string" and node is not job.name:
            root = analysis.tree.text(node).strip('"').replace(".", "-").partition("-")[0]
            if root and module.lower().startswith(root.lower()):
                return True
    return False


def _defines(project: Project, file: str, path: str) -> bool:
    """Whether a file may define a module of this path. An `include`, a macro or text that cannot be
    read may bring what cannot be seen."""
    tree = project.tree(file)
    first = path.partition(".")[0]
    if tree.broken or b"include" in tree.source.data:
        return True
    return any(
        node.kind == "module_binding"
        and (name := node.first("module_name")) is not None
        and tree.text(name) == first
        for node in tree.root.descendants()
    )
