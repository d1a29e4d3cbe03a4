"""`make run`: the Makefile that Mirage 2 generated had this target, Mirage 3's has not (mirage
v2.9.1 and v3.0.0, lib/mirage.ml)."""

from __future__ import annotations

import posixpath
from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.mirage.files import is_generated
from mirageport.mirage.workflow.commands import MAKES, RUN, targets_of
from mirageport.mirage.workflow.file_names import MAKE, language, ocamlified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.workflow.shell import Invocation
    from mirageport.mirage.workflow.workflow_file import WorkflowFile


def find(file: WorkflowFile) -> Iterator[Finding]:
    """`make run` in the folder of a unikernel, unless a Makefile of the project has that target."""
    names: dict[str, list[str]] = {}
    for folder, name in sorted(file.known.built):
        names.setdefault(folder or ".", []).append(ocamlified(name))
    own = posixpath.dirname(file.name.replace("\\", "/")) or "."
    folder, last = own, None
    for region, run in file.runs:
        shell = region if region.alone else region.group
        if shell != last:
            folder, last = own, shell
        words = run.arguments
        if run.name.text == "cd" and len(words) == 1:
            folder = _inside(folder, words[0].text)
        elif run.name.text in MAKES and "run" in targets_of(run):
            there = _inside(folder, _option(run))
            if there in names and not _has_run(file.project, there):
                name = names[there][0] if len(names[there]) == 1 else "NAME"
                word = next(word for word in words if word.text == "run")
                message = (
                    f"The Makefile that {file.target} generates has no target `run`: run `./{name}`"
                    f" for unix, or `xl create {name}.xl` for Xen."
                )
                yield file.finding(RUN, run.name.start, word.end, message=message)


def _inside(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))


def _option(run: Invocation) -> str:
    """The folder that `-C` names; "" without one."""
    words = [word.text for word in run.arguments]
    return next((b for a, b in pairwise(words) if a == "-C"), "")


def _has_run(project: Project, folder: str) -> bool:
    """Whether a file of make in a folder, that Mirage did not generate, has a rule for `run`."""
    for name in project.around:
        data = project.source(name).data
        path = name.replace("\\", "/")
        if language(name) == MAKE and (posixpath.dirname(path) or ".") == folder:
            lines = data.splitlines() if not is_generated(data) else []
            heads = (line.partition(b":")[0].split() for line in lines if b":" in line)
            if any(b"run" in head for head in heads):
                return True
    return False
