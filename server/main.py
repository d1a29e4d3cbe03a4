"""The command line.

Exit status: 0 nothing is left, 1 something is left, 2 the tool could not do its work. What a
command does not need is not imported: starting must cost little.
"""

from __future__ import annotations

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, NamedTuple

from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from typing import TypeVar

    from mirageport.code_actions.plan import Ported
    from mirageport.diagnostics.engine import Choice, Report
    from mirageport.mirage.project import Project
    from mirageport.server.files import Home, Trouble, Unit
    from mirageport.server.output import Result
    from mirageport.server.settings import Settings

    W = TypeVar("W")
    R = TypeVar("R")

DONE, LEFT, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given[:1] == ["lsp"] and not {"-h", "--help"} & set(given):
        from mirageport.server.lsp import serve

        return serve(given[1:])
    options = _parser(given[:1]).parse_args(given)
    # A file name that is no text in this terminal's encoding must not end the run.
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
        return status
    except Failure as failure:
        _complain(str(failure))
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has left; nothing more can be said to them.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        # A defect of ours must not be taken for "something is left".
        _complain(f"internal error, please report it: {error!r}{_place(error)}")
        return FAILED


def _parser(command: Sequence[str] = ("report",)) -> ArgumentParser:
    """The parser. command: the command given, if any; what only another one takes is left out."""
    from argparse import ArgumentParser

    parser = ArgumentParser(
        prog="mirageport", description="Port MirageOS 2 unikernels to MirageOS 3."
    )
    parser.add_argument("--version", action="version", version=f"mirageport {version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_check(commands.add_parser("check", help="say what is left of Mirage 2"))
    _add_fix(commands.add_parser("fix", help="rewrite what can be rewritten"))
    report = commands.add_parser("report", help="say where the port stands and who does what")
    if "report" in command:
        _add_report(report)
    explain = commands.add_parser("explain", help="print a rule's page")
    explain.add_argument("rule", metavar="RULE")
    explain.set_defaults(run=_explain)
    commands.add_parser("rules", help="list the rules").set_defaults(run=_rules)
    completion = commands.add_parser("completion", help="print a shell's completions")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"), metavar="SHELL")
    completion.set_defaults(run=_completion)
    lsp = commands.add_parser("lsp", help="serve an editor")
    lsp.add_argument("--stdio", action="store_true", help="over standard input (the default)")
    lsp.add_argument("--tcp", metavar="HOST:PORT", help="over a socket")
    return parser


def _add_check(parser: ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument("--statistics", action="store_true", help="count the findings of each rule")
    parser.add_argument("--baseline", metavar="FILE", help="leave out what FILE knows already")
    parser.add_argument(
        "--write-baseline", metavar="FILE", help="write what there is to FILE, to know it later"
    )
    parser.set_defaults(run=_check)


def _add_fix(parser: ArgumentParser) -> None:
    _add_common(parser)
    parser.add_argument("--review", action="store_true", help="also fixes that need a review")
    parser.add_argument("--diff", action="store_true", help="print a diff and write nothing")
    parser.set_defaults(run=_fix)


def _add_report(parser: ArgumentParser) -> None:
    from mirageport.server.report.command import add_options

    add_options(parser)
    parser.set_defaults(run=_report, jobs=1)


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files and folders (default: .)")
    parser.add_argument(
        "--select", action="append", metavar="NAME", help="only these rules or categories"
    )
    parser.add_argument(
        "--ignore", action="append", metavar="NAME", help="not these rules or categories"
    )
    parser.add_argument(
        "--output-format",
        choices=("text", "json", "github", "sarif"),
        default="text",
        metavar="FORMAT",
        help="text, json, github or sarif",
    )
    parser.add_argument("--quiet", action="store_true", help="print findings only")
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="processes to use (default: as many as pay off)"
    )


def version() -> str:
    """The version of the installed distribution."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("mirageport")
    except PackageNotFoundError:
        return "(not installed)"


def _complain(message: str) -> None:
    from mirageport.server.output import plain

    print(f"mirageport: {plain(message)}", file=sys.stderr)


def _place(error: BaseException) -> str:
    """Where an exception was raised."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f" ({trace.tb_frame.f_code.co_filename}:{trace.tb_lineno})" if trace else ""


def _say_troubles(troubles: list[Trouble]) -> None:
    for trouble in troubles:
        _complain(f"{trouble.path}: {trouble.why}")


# -- check and fix -----------------------------------------------------------------------------


def _check(options: Namespace) -> int:
    from mirageport.server.checking import checked, tasks
    from mirageport.server.files import homes
    from mirageport.server.jobs import each
    from mirageport.server.progress import shown

    given = _given(options)
    found, troubles = homes(options.paths or ["."])
    work = tasks(found, given)
    results = []
    for one in shown(each(checked, work, options.jobs), len(work)):
        troubles.extend(one.unread)
        results.append(one.result)
    result = _joined(results, troubles)
    if options.write_baseline:
        return _write_baseline(options.write_baseline, result)
    if options.baseline:
        result = _without_known(options.baseline, result)
    if options.statistics:
        from mirageport.server.output import statistics

        _say_troubles(result.troubles)
        sys.stdout.write(statistics(result))
    else:
        _print(options, result)
    return _status(result)


def _write_baseline(path: str, result: Result) -> int:
    from mirageport.server.baseline import write

    _say_troubles(result.troubles)
    try:
        count = write(path, result.findings)
    except OSError as error:
        raise Failure(f"{path}: {error.strerror}") from None
    print(f"{path}: {count} finding{'s' * (count != 1)} known from now on.")
    return FAILED if result.troubles else DONE


def _without_known(path: str, result: Result) -> Result:
    from mirageport.server.baseline import BaselineError, fresh, read

    try:
        return result._replace(findings=fresh(path, read(path), result.findings))
    except BaselineError as error:
        raise Failure(str(error)) from None


def _fix(options: Namespace) -> int:
    from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW
    from mirageport.server.jobs import each
    from mirageport.server.progress import shown

    units, troubles = _units(options, writing=not options.diff)
    work = [
        (unit, WITH_REVIEW if options.review or review else SAFE_ONLY, choice)
        for unit, (choice, review) in zip(units, _chosen(options, units), strict=True)
    ]
    outcomes = list(shown(each(_port_unit, work, options.jobs), len(work)))
    applied = changed = 0
    for unit, (ported, _result, _weight) in zip(units, outcomes, strict=True):
        if options.diff:
            _print_diff(unit, ported)
        elif not (failed := _written(unit, ported)):
            applied, changed = applied + ported.applied, changed + len(ported.files)
        else:
            troubles.extend(failed)
    result = _joined([outcome.result for outcome in outcomes], troubles)
    if options.diff:
        _say_troubles(result.troubles)
        return _status(result)
    if options.output_format == "text" and not options.quiet:
        print(f"Applied {applied} fixes in {changed} file{'s' * (changed != 1)}.")
    _print(options, result)
    return _status(result)


def _report(options: Namespace) -> int:
    from mirageport.server.report.command import run

    units, troubles = _units(options, writing=False)
    choices = [choice for choice, _review in _chosen(options, units)]
    left, troubles = run(options, list(zip(units, choices, strict=True)), troubles)
    _say_troubles(troubles)
    if troubles:
        return FAILED
    return LEFT if left else DONE


def _units(options: Namespace, *, writing: bool) -> tuple[list[Unit], list[Trouble]]:
    """What to work on, and what could not be read. writing: whether files will be written, so
    that a fix that was interrupted is brought to its end first."""
    from mirageport.server.files import homes, unit

    _given(options)
    found, troubles = homes(options.paths or ["."])
    units = []
    for home in found:
        troubles.extend(_unfinished(home, writing))
        one, unread = unit(home)
        units.append(one)
        troubles.extend(unread)
    return units, troubles


def _unfinished(home: Home, writing: bool) -> list[Trouble]:
    """Deal with a fix that was interrupted here. Returns what stands in the way."""
    from mirageport.server.files import JOURNAL

    if not os.path.lexists(os.path.join(home.folder, JOURNAL)):
        return []
    from mirageport.server.writing import interrupted, resume

    if not writing:
        return [interrupted(home.folder)]
    resumed = resume(home.folder, home.tops)
    for line in resumed.said:
        _complain(line)
    return resumed.troubles


def _chosen(options: Namespace, units: list[Unit]) -> list[tuple[Choice, bool]]:
    """For each unit the rules that count, and whether fixes that need a review are made."""
    from mirageport.diagnostics.engine import Choice
    from mirageport.server.checking import chosen

    given = _given(options)
    found = []
    for unit in units:
        settings, review = chosen(unit.home.folder, given)
        found.append((Choice(settings.select, settings.ignore), review))
    return found


def _given(options: Namespace) -> Settings:
    """What the command line says about rules, all of them known ones."""
    from mirageport.server.checking import check_names
    from mirageport.server.settings import Settings

    if options.jobs is not None and options.jobs < 1:
        raise Failure("--jobs must be at least 1")
    given = Settings(_names(options.select), _names(options.ignore))
    check_names(given, "")
    return given


def _names(values: list[str] | None) -> tuple[str, ...]:
    return tuple(name for value in values or () for name in value.split(",") if name)


class _Rewritten(NamedTuple):
    """What a port gave. weight: how many bytes were looked at, and again after every step."""

    ported: Ported
    result: Result
    weight: int


def _port_unit(work: tuple[Unit, frozenset[str], Choice]) -> _Rewritten:
    from mirageport.code_actions.plan import Ported, port
    from mirageport.mirage.project import Project
    from mirageport.server.checking import Failures

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
    from mirageport.server.checking import add
    from mirageport.server.output import Result

    result = Result([], [], troubles, {})
    for name, report in reports.items():
        add(project, name, report, result.findings, result.notices, result.others)
    return result


def _joined(results: list[Result], troubles: list[Trouble]) -> Result:
    from mirageport.server.output import Result

    findings = [finding for result in results for finding in result.findings]
    notices = [notice for result in results for notice in result.notices]
    others = {name: text for result in results for name, text in result.others.items()}
    failed = [trouble for result in results for trouble in result.troubles]
    return Result(findings, notices, [*troubles, *failed], others)


def _status(result: Result) -> int:
    if result.troubles:
        return FAILED
    return LEFT if result.left else DONE


def _print(options: Namespace, result: Result) -> None:
    from mirageport.server import output

    _say_troubles(result.troubles)
    if options.output_format == "json":
        _print_json(output.json(result))
    elif options.output_format == "github":
        sys.stdout.write(output.github(result))
    elif options.output_format == "sarif":
        _print_json(output.sarif(result, version()))
    else:
        sys.stdout.write(output.text(result, _colourful(), options.quiet))


def _colourful() -> bool:
    """Somebody looks at a terminal that has colours, and wants them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty()


def _print_json(text: str) -> None:
    """JSON is UTF-8, whatever the terminal speaks."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def _written(unit: Unit, ported: Ported) -> list[Trouble]:
    """Write what a port changed; returns what stood in the way, and what was not written then."""
    from mirageport.server.files import Trouble
    from mirageport.server.writing import write

    changes = {name: (unit.files[name], data) for name, data in ported.files.items()}
    troubles = write(unit.home.folder, changes, unit.home.tops)
    if not troubles:
        return []
    told = {trouble.path for trouble in troubles}
    why = f"not written, as {troubles[0].path} cannot be"
    return [*troubles, *(Trouble(name, why) for name in changes if name not in told)]


def _print_diff(unit: Unit, ported: Ported) -> None:
    """Print byte for byte what programs will apply; a terminal gets no control characters."""
    from mirageport.server.diff import diff
    from mirageport.server.explain import signed
    from mirageport.server.output import plain

    for name, data in ported.files.items():
        found = diff(name, unit.files[name], data)
        if sys.stdout.isatty():
            lines = found.decode("utf-8", "replace").split("\n")
            print("\n".join(signed(plain(line), _colourful()) for line in lines), end="")
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(found)
            sys.stdout.buffer.flush()


# -- explain and rules -------------------------------------------------------------------------


def _explain(options: Namespace) -> int:
    from shutil import get_terminal_size

    from mirageport.diagnostics.rules import UnknownRule, rule, rule_names
    from mirageport.server.explain import page
    from mirageport.server.settings import nearest

    try:
        found = rule(options.rule)
    except UnknownRule:
        near = nearest(options.rule, rule_names())
        raise Failure(f"no rule is called '{options.rule}'{near}") from None
    print(page(found, get_terminal_size().columns, _colourful()), end="")
    return DONE


def _completion(options: Namespace) -> int:
    import shtab

    print(shtab.complete(_parser(), shell=options.shell))
    return DONE


def _rules(options: Namespace) -> int:
    from mirageport.diagnostics.rules import all_rules

    rules = all_rules()
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        print(f"{rule.name:{width}}  {rule.applicability:10}  {rule.category:12}  {rule.title}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
