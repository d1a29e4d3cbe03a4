"""The functor that config.ml names, which one file has to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import Finding, Related
from mirageport.mirage.changes.seam_slots import Place, device, seam_finding
from mirageport.mirage.config import is_of_mirage, sources
from mirageport.ocaml.file_names import basename, module_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Analysis, Project
    from mirageport.mirage.config import Job

FUNCTOR = "seam-functor"


def find(project: Project, job: Job) -> Iterator[Finding]:
    """A name that no file has, or that two files have."""
    analysis = project.analysis(job.file)
    module, _, path = job.functor.partition(".")
    here = Place(job.file, job.name.start, job.name.end)
    if job.result is None or device(analysis, job.result) != "job" or not module:
        return
    files = sources(project, job)
    if len(files) > 1:
        names = ", ".join(f"`{name}`" for name in files)
        message = f"`{module}` can be any of {names}: keep one, or rename the others."
        found = seam_finding(FUNCTOR, here, message)
        places = tuple(Related(name, 0, 0, f"a module `{module}`") for name in files)
        yield found._replace(related=places)
    elif not files:
        yield from _no_file(project, analysis, job, here)
    elif path and not _defines(project, files[0], path):
        functors = [functor.name for functor in project.analysis(files[0]).functors]
        there = ", ".join(f"`{module}.{name}`" for name in functors)
        hint = f"; it has {there}" if there else ""
        message = f"`{basename(files[0])}` has no module `{path}`{hint}."
        other = Place(files[0], 0, 0)
        yield seam_finding(FUNCTOR, here, message, other, None, "the file that config.ml names")


def _no_file(project: Project, analysis: Analysis, job: Job, here: Place) -> Iterator[Finding]:
    """Nothing is said where a library may have the module, or where no other file was given."""
    module = job.functor.partition(".")[0]
    others = [name for name in project.names if not is_of_mirage(project, name)]
    if not any(name.endswith(".ml") for name in others) or _in_a_library(analysis, job, module):
        return
    own = [
        f"`{module_name(name)}.{functor.name}`"
        for name in others
        for functor in project.analysis(name).functors
        if b"start" in project.source(name).data
    ]
    hint = f" Functors with a `start` here: {', '.join(own[:3])}." if own else ""
    message = (
        f"No file here is the module `{module}` (`{module[:1].lower()}{module[1:]}.ml`).{hint}"
    )
    yield seam_finding(FUNCTOR, here, message)


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
        and bool(name := node.part("module_name"))
        and tree.text(name) == first
        for node in tree.root.descendants()
    )
