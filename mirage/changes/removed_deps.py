"""Devices that a job only waited for (`~deps`), and that every unikernel has by itself now.

Facts: mirage v4.2.1 lib/mirage/mirage.mli (`nocrypto`), v4.3.0 CHANGES.md; the values of `~deps`
are the last arguments of `start` (mirage v3.10.8, the generated main.ml).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import members, with_gap
from mirageport.mirage import row as rows
from mirageport.mirage.config import jobs, seam_of
from mirageport.ocaml.tree import Arguments, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.kinds import Edit, Finding, Node, Use
    from mirageport.mirage.config import Job

KIND = "removed-dep"


def find(context: Context) -> Iterator[Finding]:
    """Where config.ml names them."""
    uses = context.ruled(KIND)
    for job in jobs(context.project) if uses else ():
        if job.file != context.name:
            continue
        label = Arguments(job.call.all("argument")).labelled.get("deps")
        value = Arguments(job.call.all("argument")).value("deps")
        listed = unwrapped(context.analysis.defined_as(value) or value)
        every = listed.named_children if listed.kind == "list_expression" else []
        gone = [node for node in every if any(_holds(node, use) for use, _rule in uses)]
        if label and gone:
            edits = _edits(context, job, label, every, gone)
            for use, rule in uses:
                if any(_holds(node, use) for node in gone):
                    yield context.used(
                        rule, use, rewriting("Remove it, and what `start` gets", edits)
                    )
            uses = [each for each in uses if not any(_holds(node, each[0]) for node in gone)]
    for use, rule in uses:
        yield context.used(rule, use)


def _holds(node: Node, use: Use) -> bool:
    return node.start <= use.node.start and use.node.end <= node.end


def _edits(
    context: Context, job: Job, label: Node, every: list[Node], gone: list[Node]
) -> list[Edit]:
    """The members of the list, and their arguments of `start`; none where one of them is used, or
    where it is not read here."""
    seam = seam_of(context.project, job)
    if seam is None or len(seam.starts) != len(job.types) + len(every):
        return []
    if rows.declared(context.project, seam.file, seam.functor.name) != []:
        return []
    found: list[Edit] = []
    if len(gone) == len(every):
        found.append(context.remove(with_gap(label)))
    else:
        found += [context.remove(span) for span in members(every[0].above, gone)]
    unikernel = context.project.analysis(seam.file)
    for at, node in enumerate(every):
        parameter = seam.starts[len(job.types) + at]
        pattern = unwrapped(parameter.child("pattern"))
        if node not in gone:
            continue
        if pattern.kind not in ("value_pattern", "any_pattern", "unit"):
            return []
        if pattern.kind == "value_pattern" and unikernel.references(pattern):
            return []
        if len(seam.starts) == 1:
            found.append((seam.file, parameter.start, parameter.end, "()"))
        else:
            found.append((seam.file, *with_gap(parameter), ""))
    return found
