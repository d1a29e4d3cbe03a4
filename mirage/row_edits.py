"""Changes of a parameter row at every place where it is written: all of them, or none.

The n-th parameter of a functor is the n-th argument of its `start`, the n-th type of the `@->`
chain of its job, the n-th value of each `$` chain, and the n-th module that other code of the
project applies the functor to. The interface beside the file, and the type that a functor is
declared with, write the row once more. A functor that loses its last parameter becomes a module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.spans import gap
from mirageport.mirage import dissolve
from mirageport.mirage import row as rows
from mirageport.mirage.config import is_of_mirage, jobs, opens_mirage
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named, places
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from mirageport.diagnostics.kinds import Analysis, Edit, Node, Project
    from mirageport.mirage.config import Application, Job, Seam, Unrun
    from mirageport.mirage.row import Row

    Span = tuple[int, int]


class Slot(NamedTuple):
    """What one place of a row holds. name, type: of the functor's parameter; device: what stands
    for it in a `@->` chain; value: in a `$` chain."""

    name: str
    type: str
    device: str
    value: str


class Add(NamedTuple):
    """A slot before the one that is at a place now, or behind the last."""

    at: int
    slot: Slot


class Drop(NamedTuple):
    """The slot at a place is removed."""

    at: int


class Replace(NamedTuple):
    """The slot at a place has another type, another device and another value; its names stay."""

    at: int
    slot: Slot


Change = Add | Drop | Replace


def edits(
    project: Project, seams: Sequence[Seam], changes: Sequence[Change]
) -> tuple[Edit, ...] | None:
    """The edits that change the row of a functor.

    seams: the jobs that run the functor, all of them. None where one of the places cannot be
    changed, as it is written in a way that is not understood. What uses a parameter that is removed
    is left to the caller.
    """
    count = len(seams[0].functor.parameters)
    if any(len(chain) != count for seam in seams for chain in _rows(seam.job)):
        return None
    found = functor_edits(project, seams[0], changes)
    given = config_edits(project, [seam.job for seam in seams], changes)
    if found is None or given is None:
        return None
    dissolved = dissolve.edits(project, seams) if not _left(count, changes) else []
    return (*(edit for edit in found if not _is_in(edit, dissolved)), *given, *dissolved)


def _is_in(edit: Edit, others: Sequence[Edit]) -> bool:
    """Whether the range of an edit lies in that of another one."""
    file, start, end, _text = edit
    return any(file == each[0] and each[1] <= start and end <= each[2] for each in others)


def _rows(job: Job) -> list[tuple[Node, ...]]:
    return [job.types, *(applied.values for applied in job.applications)]


def _left(count: int, changes: Sequence[Change]) -> int:
    added = sum(isinstance(change, Add) for change in changes)
    return count + added - sum(isinstance(change, Drop) for change in changes)


# -- config.ml -----------------------------------------------------------------------------------


def config_edits(
    project: Project, own: Sequence[Job], changes: Sequence[Change]
) -> tuple[Edit, ...] | None:
    """The same for the jobs of one functor: their chains, and each application that has as many
    values as the chain has types. None as for `edits`."""
    found: dict[Edit, None] = {}
    for job in own:
        count, config = len(job.types), project.analysis(job.file)
        counts = {len(applied.values) for applied in job.applications}
        if (
            job.result is None
            or not job.only_applied
            or not counts <= {count, _left(count, changes)}
        ):
            return None
        if not all(_is_mirages(config, name) for name in _names(changes)):
            return None
        found.update(dict.fromkeys(_chain(config, job, changes)))
        for applied in job.applications:
            if len(applied.values) == count:
                found.update(dict.fromkeys(_values(config, job.file, applied, changes)))
    return tuple(found) if not _shared(project, own) else None


def _shared(project: Project, own: Sequence[Job]) -> bool:
    """Whether another job has a part of the same chains."""
    calls = [job.call for job in own]
    parts = {node for job in own for node in (*job.types, job.result)}
    return any(
        job.call not in calls and not parts.isdisjoint((*job.types, job.result))
        for job in jobs(project)
    )


def _names(changes: Sequence[Change]) -> set[str]:
    slots = [change.slot for change in changes if not isinstance(change, Drop)]
    return {name for slot in slots for name in (slot.device, *slot.value.split())}


def _is_mirages(config: Analysis, name: str) -> bool:
    """Whether a name can be written as it is: Mirage is open, and nothing here is called so."""
    return opens_mirage(config) and not any(
        node.kind == "value_name"
        and config.tree.text(node) == name
        and node.above.kind in ("let_binding", "value_pattern", "parameter")
        for node in config.tree.root.descendants()
    )


def _chain(config: Analysis, job: Job, changes: Sequence[Change]) -> Iterator[Edit]:
    result = job.result
    assert result is not None
    outer = job.types[0].above if job.types else NO_NODE
    around = outer.above
    if not _left(len(job.types), changes) and around:
        if around.kind == "parenthesized_expression":
            left = job.operators[-1].above.child("right")
            text = config.tree.text(left)
            atom = left.kind in ("value_path", "parenthesized_expression")
            yield job.file, around.start, around.end, text if atom else f"({text})"
            return
    yield from _site(
        job.file,
        job.types,
        changes,
        " @-> ",
        lambda slot: slot.device,
        [
            (node.start, _right(operator))
            for node, operator in zip(job.types, job.operators, strict=True)
        ],
        job.types[0].start if job.types else result.start,
    )


def _right(operator: Node) -> int:
    right = operator.above.child("right")
    return right.start if right else operator.end


def _values(
    config: Analysis, file: str, applied: Application, changes: Sequence[Change]
) -> Iterator[Edit]:
    outer = applied.operators[-1].above.above
    alone = outer.kind == "parenthesized_expression" and applied.head.kind == "value_path"
    if alone and not _left(len(applied.values), changes):
        yield file, outer.start, outer.end, config.tree.text(applied.head)
        return
    yield from _site(
        file,
        applied.values,
        changes,
        " $ ",
        lambda slot: slot.value,
        [
            (_left_end(operator), value.end)
            for operator, value in zip(applied.operators, applied.values, strict=True)
        ],
        applied.values[0].start,
    )


def _left_end(operator: Node) -> int:
    """Where the left operand ends: behind any parenthesis around what was applied so far."""
    left = operator.above.child("left")
    return left.end if left else operator.start


def config_order(
    project: Project, job: Job, applied: Sequence[Application], order: Sequence[int]
) -> tuple[Edit, ...]:
    """The edits that give a job its devices in another order, in its chain and in some of its
    applications. order: for each place, where what it gets stands now."""
    text = project.tree(job.file).text
    return tuple(
        (job.file, nodes[at].start, nodes[at].end, text(nodes[source]))
        for nodes in (job.types, *(each.values for each in applied))
        for at, source in enumerate(order)
        if text(nodes[at]) != text(nodes[source])
    )


# -- the functor ---------------------------------------------------------------------------------


def functor_edits(
    project: Project, seam: Seam | Unrun, changes: Sequence[Change]
) -> tuple[Edit, ...] | None:
    """The same for a functor, whether a job runs it or not: its parameters, the arguments of
    `start`, what declares either of them, and where code of the project applies it. One without
    `start` only has parameters. None as for `edits`."""
    file, functor = seam.file, seam.functor
    analysis = project.analysis(file)
    start, count = seam.start, len(functor.parameters)
    if not count:
        return None
    if start is not None:
        pattern = start.child("pattern")
        if not pattern or len(seam.starts) < count or analysis.references(pattern):
            return None
    slots = [change.slot for change in changes if isinstance(change, Add)]
    if any(any(modules_named(analysis.tree, slot.name)) for slot in slots):
        return None
    written = rows.declared(project, file, functor.name)
    own = rows.found(project, file, functor.name)
    applied = _applications(project, seam, changes)
    if written is None or own is None or len(own.parameters) != count or applied is None:
        return None
    found = [*applied, *_parameters(project, own, changes)]
    for row in written:
        if len(row.parameters) != count:
            return None
        found += _parameters(project, row, changes)
    if start is None:
        return tuple(found)
    for row in [*written, *([own] if own.type is not None else [])]:
        declared = _start_type(project, row, len(seam.starts), changes)
        if declared is None:
            return None
        found += declared
    taken = {analysis.tree.text(node) for node in seam.starts}
    found += _arguments(file, seam, changes, taken)
    return tuple(found)


def _parameters(project: Project, row: Row, changes: Sequence[Change]) -> Iterator[Edit]:
    kept = [change for change in changes if not isinstance(change, Replace)]
    yield from _site(
        row.file,
        row.parameters,
        kept,
        gap(project.source(row.file), row.parameters[-1]),
        lambda slot: f"({slot.name} : {slot.type})",
        _runs(row.parameters, kept),
        row.parameters[0].start,
    )
    for change in changes:
        if isinstance(change, Replace):
            type_ = row.parameters[change.at].child("module_type")
            if type_:
                yield row.file, type_.start, type_.end, change.slot.type


def _arguments(
    file: str, seam: Seam | Unrun, changes: Sequence[Change], taken: set[str]
) -> Iterator[Edit]:
    kept = [change for change in changes if not isinstance(change, Replace)]
    if not _left(len(seam.starts), kept):
        yield file, seam.starts[0].start, seam.starts[-1].end, "()"
        return

    def pattern(slot: Slot) -> str:
        name = f"_{slot.name.lower()}"
        return "_" if name in taken else name

    yield from _site(
        file, seam.starts, kept, " ", pattern, _runs(seam.starts, kept), seam.starts[0].start
    )


def further_argument(project: Project, seam: Seam) -> tuple[Edit, ...] | None:
    """`_` as one more argument of `start`, of type `unit`, behind all others; None as for
    `edits`."""
    written = rows.declared(project, seam.file, seam.functor.name)
    own = rows.found(project, seam.file, seam.functor.name)
    if written is None or not seam.starts:
        return None
    end = seam.starts[-1].end
    found: list[Edit] = [(seam.file, end, end, " _")]
    for row in [*written, *([own] if own is not None and own.type is not None else [])]:
        start = rows.start_type(project.tree(row.file), row)
        if start is None or len(start[1]) != len(seam.starts):
            return None
        end = start[1][-1].end
        found.append((row.file, end, end, " -> unit"))
    return tuple(found)


def _start_type(
    project: Project, row: Row, arguments: int, changes: Sequence[Change]
) -> list[Edit] | None:
    """The type of `start` in a signature; None where it is not written out."""
    start = rows.start_type(project.tree(row.file), row)
    if start is None or len(start[1]) != arguments:
        return None
    kept = [change for change in changes if not isinstance(change, Replace)]
    types = start[1]
    if not _left(len(types), kept):
        return [(row.file, types[0].start, types[-1].end, "unit")]
    return list(
        _site(
            row.file,
            types,
            kept,
            " -> ",
            lambda slot: f"{slot.name}.t",
            [(node.start, _codomain(node)) for node in types],
            types[0].start,
        )
    )


def _codomain(domain: Node) -> int:
    codomain = domain.above.child("codomain")
    return codomain.start if codomain else domain.end


def _applications(
    project: Project, seam: Seam | Unrun, changes: Sequence[Change]
) -> list[Edit] | None:
    """Where code of the project applies the functor; None where it is named in another way, or
    where it would have to be given one more module."""
    counted = [change for change in changes if not isinstance(change, Replace)]
    if not counted:
        return []
    found: list[Edit] = []
    last = seam.functor.name.rpartition(".")[2]
    for file in project.names:
        if last.encode() not in project.source(file).data or is_of_mirage(project, file):
            continue
        for node in _mentions(project, file, last):
            if not _means(project, file, node, seam):
                continue
            given = _given(node)
            if len(given) != len(seam.functor.parameters):
                return None
            for change in counted:
                if isinstance(change, Add):
                    return None
                head = given[change.at].child("functor")
                if not head:
                    return None
                found.append((file, head.end, given[change.at].end, ""))
            if not _left(len(given), counted) and given[-1].above.kind == "module_type_of":
                # The type of a module alone does not say that its types are those of the module.
                found.append((file, given[0].start, given[0].start, "struct include "))
                found.append((file, given[-1].end, given[-1].end, " end"))
    return found


def _mentions(project: Project, file: str, name: str) -> Iterator[Node]:
    """The module paths in a file that end with a name."""
    tree = project.tree(file)
    for node in places(tree, tree.root, name):
        parent = node.above
        if node.kind == "module_name" and parent.kind == "module_path":
            if parent.children[-1] is node:
                yield parent


def _means(project: Project, file: str, node: Node, seam: Seam | Unrun) -> bool:
    return any(
        row.file == seam.file and row.name == seam.functor.name
        for row in rows.functors(project, file, node)
    )


def _given(head: Node) -> list[Node]:
    """The `module_application` of each argument that a functor is given, in order."""
    found = []
    current = head
    while current.above.kind == "module_application":
        if current.field != "functor":
            break
        current = current.above
        found.append(current)
    return found


# -- one place of a row --------------------------------------------------------------------------


def _site(
    file: str,
    nodes: Sequence[Node],
    changes: Sequence[Change],
    joint: str,
    text: Callable[[Slot], str],
    spans: Sequence[Span],
    first: int,
) -> Iterator[Edit]:
    """The changes at one place where a row is written.

    nodes: its slots; joint: what stands between two of them; text: a new slot; spans: for each slot
    what goes with it when it is removed; first: where a new first one is put.
    """
    added: dict[int, list[str]] = {}
    for change in changes:
        if isinstance(change, Add):
            added.setdefault(change.at, []).append(text(change.slot))
        elif isinstance(change, Replace):
            node = nodes[change.at]
            yield file, node.start, node.end, text(change.slot)
        elif spans[change.at][0] < spans[change.at][1]:
            yield file, *spans[change.at], ""
    for at, new in added.items():
        if at:
            end = nodes[at - 1].end
            yield file, end, end, "".join(f"{joint}{each}" for each in new)
        else:
            yield file, first, first, "".join(f"{each}{joint}" for each in new)


def _runs(nodes: Sequence[Node], changes: Sequence[Change]) -> list[Span]:
    """What goes with each parameter that is removed: those that follow each other go as one."""
    dropped = {change.at for change in changes if isinstance(change, Drop)}
    spans = [(0, 0)] * len(nodes)
    for at in sorted(dropped):
        joined = at - 1 in dropped and nodes[at - 1].parent is nodes[at].parent
        if not joined:
            last = at
            while last + 1 in dropped and nodes[last + 1].parent is nodes[at].parent:
                last += 1
            spans[at] = _removed(nodes[at], nodes[last])
    return spans


def _removed(first: Node, last: Node) -> Span:
    """A run of parameters, with the blank that keeps it apart or the arrow behind it."""
    parent = last.above
    assert parent
    siblings = parent.children
    before, behind = siblings.index(first) - 1, siblings.index(last) + 1
    if parent.kind in ("functor", "functor_type") and siblings[before].kind != first.kind:
        if siblings[behind].kind != last.kind:
            # In `functor (C : ..) -> functor (S : ..) -> ..` each has a head of its own.
            return parent.start, siblings[behind + 1].start
    if siblings[behind].kind == last.kind:
        return first.start, siblings[behind].start
    return siblings[before].end, last.end
