"""A unikernel to check: read, searched for names of Mirage's, and analysed only where it has any.

Each is read by the process that checks it and forgotten when that is done, so that memory does not
grow with the tree, and the engine is loaded by the first file that needs it.
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import TYPE_CHECKING

from mirageport.diagnostics.triggers import giving_types, names_one
from mirageport.mirage.releases import TARGET
from mirageport.mirage.workflow.file_names import language
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple
from mirageport.server.failure import Failure
from mirageport.server.files import JOURNAL, Trouble
from mirageport.server.output import Result
from mirageport.server.packs import PACK, pack_for
from mirageport.server.projects import CONFIG, read
from mirageport.server.settings import Settings, SettingsError, find, load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.finding import Finding, Notice
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.releases import Evidence
    from mirageport.ocaml.source import Source
    from mirageport.server.projects import Sources, Unit

# How many files of one folder are done by one process before another may take over.
SLICE = 16

# To search a file takes this small a part of the time that its analysis takes.
_READING = 40


@cache
def _words(target: str) -> re.Pattern[bytes]:
    return re.compile(b"|".join(map(re.escape, pack_for(target).words)))


class Task(NamedTuple):
    """Files of one unikernel to report on. given: what the command line says about rules. first:
    whether it is this task that reports what could not be read. texts: files, by name, that stand
    elsewhere than on the disk."""

    unit: Unit
    asked: tuple[str, ...]
    given: Settings
    first: bool
    texts: Mapping[str, bytes] | None = None


class Checked(NamedTuple):
    """What a task gave. unread: what could not be read. weight: how many bytes were looked at."""

    result: Result
    unread: list[Trouble]
    weight: int


class _Opened(NamedTuple):
    task: Task
    sources: Sources
    unread: list[Trouble]
    settings: Settings
    project: Project | None = None


class _Memory:
    """The unikernel that this process looked at last: its files come in several tasks."""

    opened: _Opened | None = None


def tasks(
    units: list[Unit], given: Settings, texts: Mapping[str, bytes] | None = None
) -> list[Task]:
    """The work of a check. given: what the command line says about rules. texts: as in `Task`."""
    found = []
    for unit in units:
        # A unikernel is one piece: what one of its files is for shows in the others.
        alone = unit.below or any(basename(name) == CONFIG for name in unit.asked)
        size = len(unit.asked) if alone else max(SLICE, len(unit.asked) // SLICE)
        for start in range(0, len(unit.asked) or 1, size or 1):
            asked = unit.asked[start : start + size]
            found.append(Task(unit, asked, given, start == 0, texts))
    return found


def checked(task: Task) -> Checked:
    """Check the files of a task. Raises `Failure` for settings that cannot be used."""
    one = _opened(task)
    names = [name for name in task.asked if name in one.sources.files]
    data, whole = one.sources.files, one.settings.self_check
    target = one.settings.target
    pack = pack_for(target)
    more = giving_types(pack, ((name, text) for name, text in data.items() if not language(name)))
    names = [
        name
        for name in names
        if whole
        or language(name)
        or _triggered(data[name], name, more, target)
        or _triggered(data.get(name + "i", b""), name + "i", more, target)
    ]
    unread = one.unread if task.first else []
    read = sum(len(one.sources.files[name]) for name in task.asked if name in one.sources.files)
    if not names:
        nothing = Result([], [], [], {}, target=target or TARGET)
        return Checked(nothing, unread, read // _READING)
    looked = sum(len(one.sources.files[name]) for name in names)
    return Checked(_check(one, names), unread, looked + read // _READING)


def _triggered(
    data: bytes, name: str, more: frozenset[bytes] = frozenset(), target: str = ""
) -> bool:
    """What `triggers.triggered` says, twice as fast."""
    if _words(target).search(data) is not None or basename(name) == CONFIG:
        return True
    return names_one(data, more)


def _opened(task: Task) -> _Opened:
    last = _Memory.opened
    if last is not None and not task.first and last.task.unit == task.unit:
        return last
    _Memory.opened = None
    troubles = interrupted(task.unit)
    settings = chosen(task.unit.folder, task.given)
    sources, unread = read(task.unit, task.texts)
    unread = [each for each in unread if not settings.excludes(each.path)]
    sources = sources._replace(target=settings.target)
    _Memory.opened = _Opened(task, sources, [*troubles, *unread], settings)
    return _Memory.opened


def interrupted(unit: Unit) -> list[Trouble]:
    """What to say, where nothing is written, of a fix that was interrupted in a unit: its files may
    be of either version."""
    if not os.path.lexists(os.path.join(unit.folder, JOURNAL)):
        return []
    why = "a fix was interrupted here or is still at work; `fix` completes it"
    return [Trouble(unit.folder, why)]


def chosen(folder: str, given: Settings) -> Settings:
    """What counts in a folder, by its settings file and the command line. Raises `Failure` for
    settings that cannot be used."""
    try:
        settings = load(folder)
    except SettingsError as error:
        raise Failure(str(error)) from None
    if settings.names_rules:
        check_names(settings, f"{find(folder)}: ")
    return settings._replace(
        select=given.select or settings.select,
        ignore=(*given.ignore, *settings.ignore),
        review=given.review or settings.review,
        self_check=given.self_check or settings.self_check,
        target=given.target or settings.target,
    )


def check_names(settings: Settings, where: str) -> None:
    """Rules and categories that there are, or a `Failure` that names the nearest."""
    if not settings.names_rules:
        return
    from mirageport.server.settings import unknown

    for line in unknown(settings, PACK.rules.selectable):
        raise Failure(f"{where}{line}")


def _check(one: _Opened, names: list[str]) -> Result:
    """The findings of files that are worth analysing."""
    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.engine import NOTHING, check
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.releases import evidence

    project = one.project or one.sources.project
    choice = one.settings.choice(names)
    findings: list[tuple[Finding, Source]] = []
    notices: list[tuple[Notice, Source]] = []
    others: dict[str, Source] = {}
    releases: list[tuple[Evidence, Source]] = []
    failures = Failures()
    whole = one.settings.self_check
    tied = whole or project.config is not None or isinstance(project.below, Project)
    reports: dict[str, Report] = {}
    for name in names:
        failures.file = name
        try:
            report = check(project, name, choice, failures.rule)
        except Exception as error:
            failures.add("the analysis", error)
            continue
        if report.findings or (report is not NOTHING and not report.notices):
            named = evidence(Context(project, name)) if not language(name) else []
            releases += [(each, project.source(name)) for each in named]
        if whole:
            reports[name] = report
        else:
            add(project, name, report, findings, notices, others)
        if not tied:
            project.forget(name)
    result = Result(findings, notices, failures.found, others)
    result = result._replace(releases=tuple(releases), target=project.pack.release)
    if whole:
        from mirageport.diagnostics.selfcheck import with_conflicts

        reports, judged = with_conflicts(project, reports, choice, failures.rule)
        for name, report in reports.items():
            add(project, name, report, findings, notices, others)
        result = result._replace(judged=True, unknown=judged.unknown, unjudged=judged.unread)
    _Memory.opened = one._replace(project=project)
    return result


def add(
    project: Project,
    name: str,
    report: Report,
    findings: list[tuple[Finding, Source]],
    notices: list[tuple[Notice, Source]],
    others: dict[str, Source],
) -> None:
    """Add a file's report to what goes back to the main process: plain data."""
    source = project.source(name)
    plain = [finding._replace(facts=None, joined=()) for finding in report.findings]
    findings.extend((finding, source) for finding in plain)
    notices.extend((notice, source) for notice in report.notices)
    for finding in report.findings:
        for place in finding.related:
            if place.file in project.files:
                others[place.file] = project.source(place.file)


class Failures:
    """What failed inside the engine and was left out: a defect, but not a reason to stop.

    file: what is being looked at. found: one `Trouble` for each thing that failed there.
    """

    def __init__(self, file: str = "") -> None:
        self.file = file
        self.found: list[Trouble] = []

    def rule(self, name: str, error: BaseException) -> None:
        """A matcher failed."""
        self.add(f"rule {name}", error)

    def add(self, what: str, error: BaseException) -> None:
        """Something failed."""
        trouble = Trouble(self.file, f"{what} failed and was left out: {error!r}")
        if trouble not in self.found:
            self.found.append(trouble)
