"""The self-check: a ported project once more against the interfaces of the target alone.

A conflict is said only between two known facts; what is unknown is never wrong. On code that the
target's compiler accepts, nothing is said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from mirageport.diagnostics.job_conflicts import job_conflicts
from mirageport.mirage.file_names import basename
from mirageport.mirage.library import Target
from mirageport.mirage.workflow import GENERATED
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.strict.check import Program, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.mirage.project import Project


class Conflict(NamedTuple):
    """Two facts of a project that cannot both hold: the file, the bytes of its text, the kind (see
    `ocaml.strict.state`), and what to say."""

    file: str
    start: int
    end: int
    kind: str
    message: str


class _Memory:
    """The target's interfaces; loaded with the first project that is judged."""

    target: ClassVar[Target | None] = None


def target() -> Target:
    """The interfaces of the target, loaded once per process."""
    if _Memory.target is None:
        _Memory.target = Target()
    return _Memory.target


def selfcheck(project: Project, files: Iterable[str] | None = None) -> list[Conflict]:
    """What cannot hold in a project at the target, in the order of its files.

    files: the names of those to report; None: all of its OCaml files.
    """
    library = target()
    units, names = _units(project)
    program = Program(units, library.base, library.removed)
    found: list[Conflict] = []
    for name in sorted(files) if files is not None else project.names:
        module = names.get(name)
        if module is None:
            continue
        judged = program.interface(module) if name.endswith("i") else program.implementation(module)
        some = list(judged.conflicts)
        if name == project.config and judged.complete:
            some += job_conflicts(project, program)
        found += [Conflict(name, *each) for each in sorted(some)]
    return found


def _units(project: Project) -> tuple[dict[str, Unit], dict[str, str]]:
    """The modules of the project's files, and which module each file is of."""
    units: dict[str, Unit] = {}
    names: dict[str, str] = {}
    for name in project.names:
        if GENERATED in project.source(name).data[:200]:
            continue
        stem, _, kind = basename(name).rpartition(".")
        module = stem[:1].upper() + stem[1:]
        known = units.get(module, Unit(None, None, module != "Config"))
        tree = project.tree(name)
        names[name] = module
        if kind == "mli":
            units[module] = known._replace(interface=tree)
        else:
            units[module] = known._replace(implementation=tree)
    return units, names
