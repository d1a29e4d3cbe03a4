"""Where config.ml and the functor it names have come apart: their number, order and kinds.

The n-th type of the `@->` chain is the n-th value of each `$` chain, the n-th parameter of the
functor and the n-th parameter of its `start`. What disagrees is reported on both sides, each of
which names the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.changes import seam_functor, seam_rows, seam_start, seam_values
from mirageport.mirage.config import jobs, seams
from mirageport.ocaml.file_names import module_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Project


def find(context: Context) -> Iterator[Finding]:
    """The places in this file where the two sides disagree."""
    if not _concerned(context):
        return
    project = context.project
    for finding in project.once("seams", lambda: tuple(_all(project))):
        if finding.file == context.name:
            found = context.rule(finding.rule)
            yield finding._replace(severity=found.severity, category=found.category)


def _concerned(context: Context) -> bool:
    """Whether the file is a side of a seam: config.ml, or a module that it names."""
    if context.is_config:
        return True
    word = b'"' + module_bytes(context.name)
    project = context.project
    return any(word in project.source(config).data for config in project.configs)


def _all(project: Project) -> Iterator[Finding]:
    if not project.configs or any(project.tree(config).broken for config in project.configs):
        return
    for job in jobs(project):
        analysis = project.analysis(job.file)
        yield from seam_functor.find(project, job)
        for applied in job.applications:
            yield from seam_values.find(analysis, job, applied)
    for seam in seams(project):
        if not project.tree(seam.file).broken:
            yield from seam_rows.find(project, seam)
            yield from seam_start.find(project, seam)
