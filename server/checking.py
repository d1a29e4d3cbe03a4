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
from mirageport.mirage.workflow.file_names import language
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple
from mirageport.server.failure import Failure
from mirageport.server.files import JOURNAL, Trouble
from mirageport.server.output import Result, joined
from mirageport.server.packs import MIRAGE, by_name, counting, one_of_each, selectable, where
from mirageport.server.projects import CONFIG, SUFFIXES, ported_by, read
from mirageport.server.settings import Settings, SettingsError, find, load

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mirageport.diagnostics.engine import Choice, Report
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
def _words(name: str, target: str) -> re.Pattern[bytes]:
    return re.compile(b"|".join(map(re.escape, by_name(name, target).words)))


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
    projects: dict[str, Project]  # by the names of their packs
    # What gives types to others, and whether a file describes them; by the names of the packs.
    given: dict[str, tuple[frozenset[bytes], bool]]


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
    unread = one.unread if task.first else []
    weight = sum(len(one.sources.files[name]) for name in one.sources.asked if name in task.asked)
    weight //= _READING
    checks: list[_Check] = []
    for pack in one.sources.packs:
        names = _worth_it(one, task, pack)
        weight += sum(len(one.sources.files[name]) for name in names)
        checks.append(_Check(one, names, pack))
    for name in task.asked:  # each file by all packs: what it says is read once
        looking = [check for check in checks if name in check.names]
        for check in looking:
            check.look(name)
        for check in looking:
            check.forget(name)
    return Checked(together([check.result(checks) for check in checks]), unread, weight)


def together(results: list[Result]) -> Result:
    """What several packs found in the same files, as one result."""
    if len(results) == 1:
        return results[0]
    if not results:  # no pack can be used
        return Result([], [], [], {}, target="")
    texts = {finding.file: text for result in results for finding, text in result.findings}
    parts = ([finding for finding, _ in result.findings] for result in results)
    findings = [(each, texts[each.file]) for each in one_of_each(parts, where)]
    result = joined(results, [])
    # A module is judged where one of the packs knows it.
    unknown = [set(each.unknown) for each in results if each.judged]
    return result._replace(
        findings=findings,
        notices=list({each[0]: each for each in result.notices}.values()),
        unknown=tuple(sorted(set.intersection(*unknown))) if unknown else (),
    )


def _worth_it(one: _Opened, task: Task, name: str) -> list[str]:
    """The files of a task that a pack may say something of."""
    data, pack = one.sources.files, by_name(name, one.settings.target)
    known = pack.files
    code = {file: text for file, text in data.items() if file.endswith(SUFFIXES)}
    if name not in one.given:
        described = any(known.describes(file, text) for file, text in code.items())
        described = described or bool(one.sources.unit.below)
        one.given[name] = giving_types(pack, code.items()), described
    more, described = one.given[name]
    # A project that packs of data are for may use libraries in later releases than Mirage's.
    chosen_by_bounds = len(one.sources.packs) > 1 and not one.settings.packs
    judged = one.settings.self_check and (name != MIRAGE or described or not chosen_by_bounds)

    def triggered(file: str) -> bool:
        return _triggered(data.get(file, b""), file, more, name, one.settings.target)

    return [
        file
        for file in task.asked
        if (file in code and (judged or triggered(file) or triggered(file + "i")))
        or (file in data and known.language(file) and known.concerned(file, data[file], described))
    ]


def _triggered(
    data: bytes,
    name: str,
    more: frozenset[bytes] = frozenset(),
    pack: str = MIRAGE,
    target: str = "",
) -> bool:
    """What `triggers.triggered` says, twice as fast."""
    if _words(pack, target).search(data) is not None:
        return True
    return basename(name) in by_name(pack, target).files.descriptions or names_one(data, more)


def nothing(pack: str, target: str) -> Result:
    """What is said where nothing is found."""
    if pack == MIRAGE:
        return Result([], [], [], {}, target=by_name(pack, target).release)
    return Result([], [], [], {}, target="", packs=(pack,))


def _opened(task: Task) -> _Opened:
    last = _Memory.opened
    if last is not None and not task.first and last.task.unit == task.unit:
        return last
    _Memory.opened = None
    troubles = interrupted(task.unit)
    settings = chosen(task.unit.folder, task.given)
    sources, unread = read(task.unit, task.texts)
    unread = [each for each in unread if not settings.excludes(each.path)]
    packs, unusable = counting(settings.packs, task.unit.folder, sources.files, settings.target)
    sources = ported_by(sources, packs, settings.target, task.texts)
    _Memory.opened = _Opened(task, sources, [*troubles, *unusable, *unread], settings, {}, {})
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
        packs=given.packs or settings.packs,
    )


def check_names(settings: Settings, where: str) -> None:
    """Rules and categories that there are, or a `Failure` that names the nearest."""
    if not settings.names_rules:
        return
    from mirageport.server.settings import unknown

    for line in unknown(settings, selectable(settings.packs)):
        raise Failure(f"{where}{line}")


class _Check:
    """The check of the files of a task by one pack. names: those that are worth analysing."""

    def __init__(self, one: _Opened, names: list[str], pack: str) -> None:
        self.names = frozenset(names)
        self._one = one
        self._pack = pack
        self._chosen: Choice | None = None
        self._failures = Failures()
        self._findings: list[tuple[Finding, Source]] = []
        self._notices: list[tuple[Notice, Source]] = []
        self._others: dict[str, Source] = {}
        self._releases: list[tuple[Evidence, Source]] = []
        self._reports: dict[str, Report] = {}  # for the self-check

    @property
    def _choice(self) -> Choice:
        # Made for the first file that is looked at: it loads the engine.
        if self._chosen is None:
            self._chosen = self._one.settings.choice(self.names)
        return self._chosen

    @property
    def _project(self) -> Project:
        known = self._one.projects
        if self._pack not in known:
            known[self._pack] = self._one.sources.by(self._pack, known.values())
        return known[self._pack]

    @property
    def _whole(self) -> bool:
        return self._one.settings.self_check

    def look(self, name: str) -> None:
        """Find what there is in a file."""
        from mirageport.diagnostics.context import Context
        from mirageport.diagnostics.engine import NOTHING, check
        from mirageport.diagnostics.releases import evidence

        project, self._failures.file = self._project, name
        try:
            report = check(project, name, self._choice, self._failures.rule)
        except Exception as error:
            self._failures.add("the analysis", error)
            return
        if report.findings or (report is not NOTHING and not report.notices):
            # Only Mirage's releases are said.
            code = self._pack == MIRAGE and not language(name)
            named = evidence(Context(project, name)) if code else []
            self._releases += [(each, project.source(name)) for each in named]
        if self._whole:
            self._reports[name] = report
            return
        if self._pack != MIRAGE and name.endswith((".ml", ".mli")) and report is not NOTHING:
            # Whether some of what changed is right is found by the type check alone.
            report = _typed(project, name, report, self._choice)
        self._add(name, report)

    def forget(self, name: str) -> None:
        """Let go of what was worked out about a file, unless others are looked at with it."""
        project = self._project
        if not self._whole and project.config is None and project.below is None:
            project.forget(name)

    def result(self, beside: list[_Check]) -> Result:
        """What was found in all of them. beside: the checks by all packs."""
        result = nothing(self._pack, self._one.settings.target)
        if not self.names:
            return result
        if self._whole:
            from mirageport.diagnostics.selfcheck import with_conflicts

            own, failed = self._reports, self._failures.rule
            every = [each._reports for each in beside if each._reports.keys() == own.keys()]
            reports, judged = with_conflicts(self._project, own, self._choice, failed, every)
            for name, report in reports.items():
                self._add(name, report)
            result = result._replace(judged=True, unknown=judged.unknown, unjudged=judged.unread)
        return result._replace(
            findings=self._findings,
            notices=self._notices,
            troubles=self._failures.found,
            others=self._others,
            releases=tuple(self._releases),
        )

    def _add(self, name: str, report: Report) -> None:
        add(self._project, name, report, self._findings, self._notices, self._others)


def _typed(project: Project, name: str, report: Report, choice: Choice) -> Report:
    """A report with those findings of the type check that a page is about."""
    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.typed import needs_types

    if not needs_types(Context(project, name)):
        return report
    from mirageport.diagnostics.selfcheck import with_pages

    return with_pages(project, name, report, choice)


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
