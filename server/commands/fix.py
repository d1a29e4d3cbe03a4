"""`mirageport fix`: rewrites what can be rewritten, or shows it as a diff."""

from __future__ import annotations

import sys
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

    from mirageport.diagnostics.engine import Choice, Report
    from mirageport.server.files import Unit


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    found, troubles = units(options, writing=not options.diff, require=True)
    work = [
        (unit, WITH_REVIEW if options.review or said.review else SAFE_ONLY, said.choice)
        for unit, said in zip(found, chosen(options, found), strict=True)
    ]
    outcomes = list(shown(each(_port_unit, work, options.jobs), len(work)))
    applied = changed = 0
    for unit, (ported, _result, _weight) in zip(found, outcomes, strict=True):
        if options.diff:
            _print_diff(unit, ported)
        elif not (failed := _written(unit, ported)):
            applied, changed = applied + ported.applied, changed + len(ported.files)
        else:
            troubles.extend(failed)
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
    judgement = ported.judgement
    if judgement is not None:
        result = result._replace(judged=True, unknown=judgement.unknown, unjudged=judgement.unread)
    # What goes back to the main process must be plain data.
    return _Rewritten(ported._replace(left={}, project=Project({})), result, weight)


def _result(project: Project, reports: dict[str, Report], troubles: list[Trouble]) -> Result:
    result = Result([], [], troubles, {})
    for name, report in reports.items():
        add(project, name, report, result.findings, result.notices, result.others)
    return result


def _written(unit: Unit, ported: Ported) -> list[Trouble]:
    """Write what a port changed; returns what stood in the way, and what was not written then."""
    changes = {name: (unit.files[name], data) for name, data in ported.files.items()}
    troubles = write(unit.home.folder, changes, unit.home.tops)
    if not troubles:
        return []
    told = {trouble.path for trouble in troubles}
    why = f"not written, as {troubles[0].path} cannot be"
    return [*troubles, *(Trouble(name, why) for name in changes if name not in told)]


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
