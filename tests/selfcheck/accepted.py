"""Programs that OCaml's compiler accepts against the interfaces of Mirage 3: our own pages and
examples as ported, and the projects below the folder that MIRAGEPORT_ACCEPTED names."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.server.generated import MAIN, Unknown, application

from ..interfaces.compiler import NEW, ROOT, Compiler
from ..packs import first_rules, unikernel
from ..rules.pages import examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirageport.diagnostics.project import Project

FLAGS = ["-w", "-a"]


def _code(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items() if name.endswith((".ml", ".mli"))}


def projects() -> dict[str, Project]:
    """The examples, ported, and what the pages show as ported."""
    found = {}
    for folder in sorted((ROOT / "examples").iterdir()):
        files = {path.name: path.read_bytes() for path in sorted(folder.glob("*.ml"))}
        found[folder.name] = port(unikernel(files), WITH_REVIEW).project
    for rule in first_rules():
        for index, example in enumerate(examples(rule.body)):
            files = _code({**example.files, **example.after})
            if files and rule.category != "workflow":
                found[f"{rule.name}-{index}"] = unikernel(files)
    return found | others()


def others() -> dict[str, Project]:
    """Other people's projects: each folder with OCaml files below the one that is named."""
    named = os.environ.get("MIRAGEPORT_ACCEPTED")
    found = {}
    for folder in sorted({path.parent for path in Path(named).rglob("*.ml")}) if named else ():
        files = [*folder.glob("*.ml"), *folder.glob("*.mli")]
        found[str(folder)] = unikernel({path.name: path.read_bytes() for path in files})
    return found


def with_interface(compiler: Compiler, project: Project) -> Project | None:
    """A project whose unikernel.ml has the interface that the compiler prints; None where it has
    no unikernel.ml, or has one."""
    files = texts(project)
    if "unikernel.ml" not in files or "unikernel.mli" in files:
        return None
    printed = compiler.interface(NEW, files, "unikernel.ml")
    return project.with_file("unikernel.mli", printed.encode()) if printed else None


def texts(project: Project) -> dict[str, str]:
    """The files of a project, an .mli before its .ml, config.ml with the others."""
    names = sorted(project.names, key=lambda name: (not name.endswith("i"), name))
    return {name: project.source(name).data.decode() for name in names}


def refused(compiler: Compiler, project: Project) -> str:
    """What the compiler says against a project, its functors applied to the devices of its
    config.ml; "" when it accepts it."""
    files = texts(project)
    with suppress(Unknown):
        files[MAIN] = application(project)
    said = compiler.check(NEW, files, FLAGS)
    return said[0].message if said else ""
