"""A unikernel to check: read, looked through for words of Mirage's, and only then analysed.

Each is read by the process that checks it and forgotten when that is done, so that memory does not
grow with the tree, and the engine is loaded by the first file that needs it.
"""

from __future__ import annotations

import gc
import os
import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.triggers import WORDS, giving_types, names_one
from mirageport.mirage.file_names import basename, language
from mirageport.ocaml.named import NamedTuple
from mirageport.server.failure import Failure
from mirageport.server.files import CONFIG, JOURNAL, Trouble, unit
from mirageport.server.memory import look_seldom
from mirageport.server.output import Result
from mirageport.server.settings import Settings, SettingsError, find, load

if TYPE_CHECKING:
    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.finding import Finding, Notice
    from mirageport.mirage.project import Project
    from mirageport.ocaml.source import Source
    from mirageport.server.files import Home, Unit

# How many files of one folder are done by one process before another may take over.
SLICE = 16

# A file without a word of Mirage's costs this small a part of what one with it does.
_READING = 40

_WORDS = re.compile(b"|".join(map(re.escape, WORDS)))


class Task(NamedTuple):
    """Files of one unikernel to report on. given: what the command line says about rules. first:
    whether it is this task that reports what could not be read."""

    home: Home
    asked: tuple[str, ...]
    given: Settings
    first: bool


class Checked(NamedTuple):
    """What a task gave. unread: what could not be read. weight: how many bytes were looked at."""

    result: Result
    unread: list[Trouble]
    weight: int


class _Opened(NamedTuple):
    task: Task
    unit: Unit
    unread: list[Trouble]
    settings: Settings
    project: Project | None = None


class _Memory:
    """The unikernel that this process looked at last: its files come in several tasks."""

    opened: _Opened | None = None
    tuned = False


def tasks(homes: list[Home], given: Settings) -> list[Task]:
    """The work of a check. given: what the command line says about rules."""
    found = []
    for home in homes:
        # A unikernel is one piece: what one of its files is for shows in the others.
        alone = home.below or any(basename(name) == CONFIG for name in home.asked)
        size = len(home.asked) if alone else max(SLICE, len(home.asked) // SLICE)
        for start in range(0, len(home.asked) or 1, size or 1):
            asked = home.asked[start : start + size]
            found.append(Task(home, asked, given, start == 0))
    return found


def checked(task: Task) -> Checked:
    """Check the files of a task. Raises `Failure` for settings that cannot be used."""
    one = _opened(task)
    names = [name for name in task.asked if name in one.unit.files]
    data, whole = one.unit.files, one.settings.self_check
    more = giving_types((name, text) for name, text in data.items() if not language(name))
    names = [
        name
        for name in names
        if whole
        or language(name)
        or _triggered(data[name], name, more)
        or _triggered(data.get(name + "i", b""), name + "i", more)
    ]
    unread = one.unread if task.first else []
    read = sum(len(one.unit.files[name]) for name in task.asked if name in one.unit.files)
    if not names:
        return Checked(Result([], [], [], {}), unread, read // _READING)
    looked = sum(len(one.unit.files[name]) for name in names)
    return Checked(_check(one, names), unread, looked + read // _READING)


def _triggered(data: bytes, name: str, more: frozenset[bytes] = frozenset()) -> bool:
    """What `triggers.triggered` says, twice as fast."""
    if _WORDS.search(data) is not None or basename(name) == CONFIG:
        return True
    return names_one(data, more)


def _opened(task: Task) -> _Opened:
    last = _Memory.opened
    if last is not None and not task.first and last.task.home == task.home:
        return last
    _Memory.opened = None
    troubles = _interrupted(task.home)
    settings, _review = chosen(task.home.folder, task.given)
    one, unread = unit(task.home)
    _Memory.opened = _Opened(task, one, [*troubles, *unread], settings)
    return _Memory.opened


def _interrupted(home: Home) -> list[Trouble]:
    """A fix that was interrupted here: its files may be of either version."""
    if not os.path.lexists(os.path.join(home.folder, JOURNAL)):
        return []
    from mirageport.server.writing import interrupted

    return [interrupted(home.folder)]


def chosen(folder: str, given: Settings) -> tuple[Settings, bool]:
    """The rules that count in a folder, and whether fixes that need a review are made there.
    Raises `Failure` for settings that cannot be used."""
    try:
        settings = load(folder)
    except SettingsError as error:
        raise Failure(str(error)) from None
    if settings.select or settings.ignore:
        check_names(settings, f"{find(folder)}: ")
    both = Settings(
        given.select or settings.select,
        (*given.ignore, *settings.ignore),
        self_check=given.self_check or settings.self_check,
    )
    return both, settings.review


def check_names(settings: Settings, where: str) -> None:
    """Rules and categories that there are, or a `Failure` that names the nearest."""
    if not settings.select and not settings.ignore:
        return
    from mirageport.diagnostics.rules import all_rules
    from mirageport.server.settings import unknown

    known = {name for rule in all_rules() for name in (rule.name, rule.category)}
    for line in unknown(settings, known):
        raise Failure(f"{where}{line}")


def _check(one: _Opened, names: list[str]) -> Result:
    """The findings of files that are worth analysing."""
    from mirageport.diagnostics.engine import Choice, check
    from mirageport.mirage.project import Project

    _tune()
    project = one.project or one.unit.project
    choice = Choice(one.settings.select, one.settings.ignore)
    findings: list[tuple[Finding, Source]] = []
    notices: list[tuple[Notice, Source]] = []
    others: dict[str, Source] = {}
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
        if whole:
            reports[name] = report
        else:
            add(project, name, report, findings, notices, others)
        if not tied:
            project.forget(name)
    result = Result(findings, notices, failures.found, others)
    if whole:
        from mirageport.diagnostics.selfcheck import with_conflicts

        reports, judged = with_conflicts(project, reports, choice, failures.rule)
        for name, report in reports.items():
            add(project, name, report, findings, notices, others)
        result = result._replace(judged=True, unknown=judged.unknown, unjudged=judged.unread)
    _Memory.opened = one._replace(project=project)
    return result


def _tune() -> None:
    """What is loaded by now stays: the collector need not look at it."""
    if not _Memory.tuned:
        from mirageport.mirage.project import library

        library()
        _Memory.tuned = True
        gc.freeze()
        look_seldom()


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
    findings.extend((finding._replace(facts=None), source) for finding in report.findings)
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
