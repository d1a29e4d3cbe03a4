"""`mirageport fix`: rewrites what can be rewritten, or shows it as a diff."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, Ported, port
from mirageport.mirage.project import Project
from mirageport.ocaml.named import NamedTuple
from mirageport.server.checking import Failures, add
from mirageport.server.commands.terminal import colourful, print_result, say_troubles, status
from mirageport.server.commands.units import chosen, units
from mirageport.server.diff import diff
from mirageport.server.explain import signed
from mirageport.server.files import Trouble
from mirageport.server.jobs import each
from mirageport.server.output import Result, joined, plain
from mirageport.server.progress import shown
from mirageport.server.writing import write

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from mirageport.diagnostics.engine import Choice, Report
    from mirageport.server.compiler import Compiler
    from mirageport.server.files import Unit


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    found, troubles = units(options, writing=not options.diff)
    work = [
        (unit, WITH_REVIEW if options.review or review else SAFE_ONLY, choice)
        for unit, (choice, review) in zip(found, chosen(options, found), strict=True)
    ]
    with _compiler_for(found, options.verify) as program:
        outcomes = list(shown(each(_port_unit, work, options.jobs), len(work)))
        refused = [
            _refused(program, unit, outcome) if program is not None else []
            for unit, outcome in zip(found, outcomes, strict=True)
        ]
    applied = changed = 0
    for unit, (ported, _result, _weight), against in zip(found, outcomes, refused, strict=True):
        if against:
            troubles.extend(_not_written(ported, against))
        elif options.diff:
            _print_diff(unit, ported)
        elif not (failed := _written(unit, ported)):
            applied, changed = applied + ported.applied, changed + len(ported.files)
        else:
            troubles.extend(_not_written(ported, failed))
    result = joined([outcome.result for outcome in outcomes], troubles)
    if options.diff:
        say_troubles(result.troubles)
        return status(result)
    if options.output_format == "text" and not options.quiet:
        print(f"Applied {applied} fixes in {changed} file{'s' * (changed != 1)}.")
    print_result(options, result)
    return status(result)


class _Rewritten(NamedTuple):
    """What a port gave. weight: how many bytes were looked at, and again after every step."""

    ported: Ported
    result: Result
    weight: int


def _port_unit(work: tuple[Unit, frozenset[str], Choice]) -> _Rewritten:
    unit, levels, choice = work
    weight = sum(map(len, unit.files.values()))
    failures = Failures(unit.home.folder)
    try:
        ported = port(unit.project, levels, choice, failures.rule)
    except Exception as error:
        failures.add("the analysis", error)
        empty = _result(Project({}), {}, failures.found)
        return _Rewritten(Ported({}, {}, 0, Project({})), empty, weight)
    left = {name: ported.left[name] for name in unit.asked}
    result = _result(ported.project, left, failures.found)
    # What goes back to the main process must be plain data.
    return _Rewritten(ported._replace(left={}, project=Project({})), result, weight)


def _result(project: Project, reports: dict[str, Report], troubles: list[Trouble]) -> Result:
    result = Result([], [], troubles, {})
    for name, report in reports.items():
        add(project, name, report, result.findings, result.notices, result.others)
    return result


def _written(unit: Unit, ported: Ported) -> list[Trouble]:
    """Write what a port changed; returns what stood in the way of all of it."""
    changes = {name: (unit.files[name], data) for name, data in ported.files.items()}
    return write(unit.home.folder, changes, unit.home.tops)


def _not_written(ported: Ported, troubles: list[Trouble]) -> list[Trouble]:
    """What stood in the way of some files, and that the others of the unikernel wait for them."""
    told = {trouble.path for trouble in troubles}
    why = f"not written, as {troubles[0].path} cannot be"
    return [*troubles, *(Trouble(name, why) for name in ported.files if name not in told)]


@contextmanager
def _compiler_for(found: list[Unit], wanted: bool) -> Iterator[Compiler | None]:
    """A compiler from outside of all units, where one is wanted. Raises `Failure` without any."""
    if not wanted:
        yield None
        return
    from mirageport.server.compiler import compiler

    with compiler(sorted({top for unit in found for top in unit.home.tops})) as program:
        yield program


def _refused(program: Compiler, unit: Unit, outcome: _Rewritten) -> list[Trouble]:
    """What the compiler has against a port."""
    from mirageport.server.verified import verified

    ported = outcome.ported
    if not ported.files:
        return []
    after = Project({**unit.files, **ported.files})
    left = [finding for finding, _source in outcome.result.findings]
    return [
        Trouble(
            verdict.file,
            "not written: the compiler refuses what the port made of line "
            f"{after.source(verdict.file).line_of(verdict.start) + 1}: {verdict.message}",
        )
        for verdict in verified(program, unit.project, after, left).against
    ]


def _print_diff(unit: Unit, ported: Ported) -> None:
    """Print byte for byte what programs will apply; a terminal gets no control characters."""
    for name, data in ported.files.items():
        found = diff(name, unit.files[name], data)
        if sys.stdout.isatty():
            lines = found.decode("utf-8", "replace").split("\n")
            print("\n".join(signed(plain(line), colourful()) for line in lines), end="")
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(found)
            sys.stdout.buffer.flush()
