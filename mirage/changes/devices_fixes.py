"""The rewriter of device rows: the chain of a job and everything it is applied to, together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.edit import Edit, Proposal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.config import Application
    from mirageport.mirage.facts import DeviceRow
    from mirageport.ocaml.tree import Node


def row(project: Project, finding: Finding, facts: DeviceRow) -> list[Proposal]:
    """Devices added to a row, or taken out of it: in the chain, and in each application that does
    not have the new number of devices already."""
    job = facts.job
    if job.result is None:
        return []
    edits = list(_chain(facts, (*job.types, job.result)))
    now = len(job.types) + len(facts.add) - len(facts.drop)
    for applied in job.applications:
        if len(applied.values) != now:
            edits.extend(_values(facts, applied))
    title = f"Give `{job.functor}` {_named(project, facts)}"
    return [Proposal(title, finding.applicability, tuple(edits), finding.rule)]


def _named(project: Project, facts: DeviceRow) -> str:
    tree = project.tree(facts.job.file)
    added = [f"`{name}`" for _position, name, _value in facts.add]
    dropped = [f"no `{tree.text(facts.job.types[position])}`" for position in facts.drop]
    return " and ".join([*added, *dropped])


def _chain(facts: DeviceRow, types: Sequence[Node]) -> Iterator[Edit]:
    """types: those of the chain, and what it ends with."""
    for position, text in _texts(facts, 1):
        at = types[position].start
        yield Edit(facts.job.file, at, at, "".join(f"{name} @-> " for name in text))
    for position in facts.drop:
        yield Edit(facts.job.file, types[position].start, types[position + 1].start, "")


def _values(facts: DeviceRow, applied: Application) -> Iterator[Edit]:
    file, values = facts.job.file, applied.values
    for position, text in _texts(facts, 2):
        if position < len(values):
            at = values[position].start
            yield Edit(file, at, at, "".join(f"{value} $ " for value in text))
        else:
            at = values[-1].end
            yield Edit(file, at, at, "".join(f" $ {value}" for value in text))
    for position in facts.drop:
        # The left operand ends behind any parenthesis around what was applied so far.
        parent = applied.operators[position].parent
        left = parent.get("left") if parent is not None else None
        if left is not None:
            yield Edit(file, left.end, values[position].end, "")


def _texts(facts: DeviceRow, part: int) -> list[tuple[int, list[str]]]:
    """What is added at each position: its type (part 1) or its value (part 2)."""
    found: dict[int, list[str]] = {}
    for added in facts.add:
        found.setdefault(added[0], []).append(str(added[part]))
    return list(found.items())
