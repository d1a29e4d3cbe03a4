"""The findings in the files around the code. Loaded with the first of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage.workflow import commands, files, later, make_run
from mirageport.mirage.workflow.workflow_file import concerned, file_around, suppress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.kinds import Finding, Project
    from mirageport.diagnostics.pack import OnCrash
    from mirageport.mirage.workflow.workflow_file import WorkflowFile

# (title for a log line, what finds).
_MATCHERS: tuple[tuple[str, Callable[[WorkflowFile], Iterator[Finding]]], ...] = (
    ("commands of mirage", commands.find),
    ("make depend", commands.depend),
    ("make run", make_run.find),
    ("names of binaries", files.binaries),
    ("ignored files", files.ignored),
    ("names of libraries", files.libraries),
    ("camlp4", files.camlp4),
    ("packages of opam", files.packages),
    ("the generated Makefile", files.makefiles),
    ("make clean", files.cleaning),
    ("build services", files.services),
    ("what came after the first target", later.find),
)


def around(project: Project, name: str, on_crash: OnCrash | None) -> list[Finding]:
    """What a file around the code needs. on_crash: as `diagnostics.engine.check` has it."""
    file = file_around(project, name) if concerned(project, name) else None
    if file is None:
        return []
    findings: list[Finding] = []
    for title, matcher in _MATCHERS:
        try:
            findings.extend(matcher(file))
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(title, error)
    return suppress(file, findings)
