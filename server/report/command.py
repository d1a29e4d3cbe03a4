"""`mirageport report`: reads the files, and their history when asked to, and prints the report."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from mirageport.diagnostics.engine import EVERYTHING, check
from mirageport.diagnostics.project import Project
from mirageport.ocaml.file_names import basename
from mirageport.server.checking import Failures
from mirageport.server.files import Trouble, leads_out
from mirageport.server.packs import PACK, by_name
from mirageport.server.projects import CONFIG
from mirageport.server.report.model import Standing, joined, standing, together
from mirageport.server.report.plot import Point

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Mapping, Sequence

    from mirageport.diagnostics.engine import Choice
    from mirageport.diagnostics.pack import Pack
    from mirageport.server.history import Objects, State
    from mirageport.server.projects import Sources

FORMATS = ("text", "json", "html")
COMMITS, MAX_COMMITS = 30, 500


def add_options(parser: ArgumentParser) -> None:
    """What can be asked of a report."""
    from mirageport.server.commands.options import add_paths

    add_paths(parser)
    parser.add_argument(
        "--format",
        "--output-format",
        dest="output_format",
        choices=FORMATS,
        metavar="FORMAT",
        help="text, json or html (default: html or json where FILE is called so, else text)",
    )
    parser.add_argument("--output", metavar="FILE", help="write to this file")
    parser.add_argument(
        "--history", action="store_true", help="also what was left at earlier commits (needs git)"
    )
    parser.add_argument(
        "--commits",
        type=int,
        default=COMMITS,
        metavar="N",
        help=f"how many commits of the history (default: {COMMITS})",
    )
    for option, what in (("--select", "only"), ("--ignore", "not")):
        parser.add_argument(
            option, action="append", metavar="NAME", help=f"{what} these rules or categories"
        )


def run(
    options: Namespace, work: Sequence[tuple[Sources, Choice, bool]], troubles: Sequence[Trouble]
) -> tuple[int, list[Trouble]]:
    """Report on unikernels, each with the rules that count there, and whether what is ported there
    is judged, too. troubles: what could not be read. Returns how many findings are left, and
    everything that could not be done."""
    found, failed = [], list(troubles)
    for sources, choice, self_check in work:
        found.append(
            together(_unit(sources, pack, choice, self_check, failed) for pack in sources.packs)
        )
    whole = joined(found, [(trouble.path, trouble.why) for trouble in failed])
    whole = whole._replace(packs=tuple(options.pack or ()))
    points: Sequence[Point] = ()
    if options.history:
        points, lacking = _history(options, whole, work[0] if work else None)
        failed += lacking
    form = options.output_format or _called(options.output or "")
    printed = options.output is None
    text = _rendered(whole, form, options.paths or ["."], points, printed)
    failed += _write(text, options.output)
    return whole.left, failed


def _called(path: str) -> str:
    """The format that the name of a file asks for."""
    return {".html": "html", ".htm": "html", ".json": "json"}.get(
        os.path.splitext(path)[1].lower(), "text"
    )


def _unit(
    sources: Sources, pack: str, choice: Choice, self_check: bool, failed: list[Trouble]
) -> Standing:
    """Where a unikernel stands by a pack. What fails inside the engine is left out, and noted in
    `failed`."""
    project = sources.by(pack)
    failures = Failures()
    reports = {}
    for name in filter(project.every.__contains__, sources.asked):
        failures.file = name
        try:
            reports[name] = check(project, name, choice, failures.rule)
        except Exception as error:
            failures.add("the analysis", error)
    if self_check:
        from mirageport.diagnostics.selfcheck import with_conflicts

        failures.file = sources.unit.folder
        reports, _judgement = with_conflicts(project, reports, choice, failures.rule)
    failed += failures.found
    return standing(project, reports)


def _rendered(
    found: Standing,
    output_format: str,
    paths: Sequence[str],
    history: Sequence[Point],
    printed: bool,
) -> str:
    """The report in one of the `FORMATS`. What a format does not need is not imported. printed: not
    written to a file, so that a terminal may show it."""
    if output_format == "json":
        from json import dumps

        from mirageport.server.report.data import data

        return dumps(data(found, paths, history), indent=2, ensure_ascii=False) + "\n"
    if output_format == "html":
        from mirageport.server.report.page import page

        name = os.path.basename(os.path.abspath(paths[0])) if len(paths) == 1 else ""
        return page(found, paths, history, name)
    from mirageport.server.commands.terminal import look
    from mirageport.server.report.text import text
    from mirageport.server.text import Look

    return text(found, paths, history, look() if printed else Look())


def _write(text: str, path: str | None) -> list[Trouble]:
    """Print a report, or write it to a file."""
    data = text.encode("utf-8", "backslashreplace")
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return []
    if leads_out(path):
        return [Trouble(path, "is a link that leads out of the folder")]
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        return [Trouble(path, f"cannot be written: {error.strerror}")]
    return []


# -- history ---------------------------------------------------------------------------------------


def _history(
    options: Namespace, found: Standing, first: tuple[Sources, Choice, bool] | None
) -> tuple[Sequence[Point], list[Trouble]]:
    """first: one of the unikernels, with the rules that count there."""
    from mirageport.server.history import NoHistory

    folder = _folder(options.paths)
    if len(options.paths) > 1:
        return (), [Trouble("--history", "is about one folder")]
    if not 2 <= options.commits <= MAX_COMMITS:
        return (), [Trouble("--commits", f"must be between 2 and {MAX_COMMITS}")]
    try:
        choice, packs = EVERYTHING, [PACK]
        if first is not None:
            sources, choice, _judged = first
            packs = [by_name(name, sources.target) for name in sources.packs]
        return history(folder, options.commits, found, choice, packs), []
    except NoHistory as error:
        return (), [Trouble(folder, f"has no history: {error}")]


def _folder(paths: Sequence[str]) -> str:
    """The folder whose history belongs to what was asked for."""
    first = paths[0] if paths else "."
    return first if os.path.isdir(first) else os.path.dirname(first) or "."


def history(
    folder: str,
    limit: int,
    now: Standing,
    choice: Choice = EVERYTHING,
    packs: Sequence[Pack] = (PACK,),
) -> list[Point]:
    """What was left in a folder at earlier commits, and now. Raises `history.NoHistory`."""
    from time import time

    from mirageport.server.history import Objects, states

    found = states(folder, limit)
    memo: dict[tuple[tuple[str, str], ...], tuple[tuple[int, int, int], int]] = {}
    points = []
    with Objects(folder) as objects:
        for state in found:
            who, done = _at(state, objects, choice, packs, memo)
            points.append(Point(state.commit, state.when, who, done))
    points.append(Point("", int(time()), now.who, now.ported))
    return points


def _at(
    state: State,
    objects: Objects,
    choice: Choice,
    packs: Sequence[Pack],
    memo: dict[tuple[tuple[str, str], ...], tuple[tuple[int, int, int], int]],
) -> tuple[tuple[int, int, int], int]:
    """What was left at one commit. A unikernel that has not changed is not looked at again."""
    totals, done = [0, 0, 0], 0
    for unit in _unikernels(state.blobs):
        key = tuple(sorted(unit.items()))
        counts = memo.get(key)
        if counts is None:
            counts = memo[key] = _counts(unit, objects, choice, packs)
        totals = [total + own for total, own in zip(totals, counts[0], strict=True)]
        done += counts[1]
    return (totals[0], totals[1], totals[2]), done


def _counts(
    unit: Mapping[str, str], objects: Objects, choice: Choice, packs: Sequence[Pack]
) -> tuple[tuple[int, int, int], int]:
    from mirageport.ocaml.source import NotText, Source, as_utf8

    files = {}
    for name, blob in unit.items():
        content = objects.read(blob)
        try:
            if content is not None:
                Source(content).check_text()
                files[name] = as_utf8(content)
        except NotText:
            continue
    parts = []
    for pack in packs:
        known = {n: text for n, text in files.items() if pack.knows(n)}
        project = Project(known, pack)
        reports = {name: check(project, name, choice, _silent) for name in known}
        parts.append(standing(project, reports))
    found = together(parts)
    return found.who, found.ported


def _silent(_what: str, _error: BaseException) -> None:
    """What fails on an old commit is reported when it fails on the present one."""


def _unikernels(blobs: Mapping[str, str]) -> list[dict[str, str]]:
    """The files of a commit by the unikernel they belong to: that of the nearest config.ml."""
    folders = {name.rpartition("/")[0] for name in blobs if basename(name) == CONFIG}
    units: dict[str, dict[str, str]] = {}
    for name, blob in blobs.items():
        units.setdefault(_folder_of(name, folders), {})[name] = blob
    return list(units.values())


def _folder_of(name: str, folders: set[str]) -> str:
    own = folder = name.rpartition("/")[0]
    while folder not in folders:
        if not folder:
            return own
        folder = folder.rpartition("/")[0]
    return folder
