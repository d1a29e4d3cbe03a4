"""The unikernels that hold the open buffers: which files belong together and what they say now.

A file is known by its path, or by its whole URI when it is not on this machine's disk. What an
editor has open comes before what the disk holds. Nothing here knows the protocol.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import SUGGESTION
from mirageport.ocaml.file_names import basename
from mirageport.server.projects import CONFIG, Projects
from mirageport.server.settings import DEFAULT, Settings, SettingsError, find, load, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.project import Project
    from mirageport.server.files import Trouble
    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.projects import Sources


# A folder with more files than this is not one unikernel (a `config.ml` at the root of a monorepo).
MAX_FILES = 2000

# Of so many bytes all findings are found within a tenth of a second: some two thousand lines.
_LONG = 1 << 16


class Buffer:
    """A document an editor has open.

    uri: as the editor spells it. name: what the project calls it. version: the editor's count of
    changes.
    """

    __slots__ = ("name", "uri", "version")

    def __init__(self, uri: str, name: str, version: int) -> None:
        self.uri = uri
        self.name = name
        self.version = version


class Unikernel:
    """One folder's project as it is now, and the reports made of it so far."""

    def __init__(self, folder: str, project: Project) -> None:
        self.folder = folder
        self.project = project
        self.settings = DEFAULT
        self.reports: dict[str, Report] = {}
        self.judged = False  # whether the reports hold what the self-check found
        self.complaint = ""  # the last message about the settings file


class Workspace:
    """All open buffers and their unikernels.

    engine: makes and checks projects. log: called with one line for each thing that was left out.
    show: called with what the person should see, such as a settings file that cannot be used.
    before_change: called with a unikernel before anything in it changes, to end the work on it.
    folders: the ones that the editor has open.
    """

    def __init__(
        self,
        engine: MirageEngine,
        log: Callable[[str], None],
        show: Callable[[str], None],
        before_change: Callable[[Unikernel], None],
    ) -> None:
        self._engine = engine
        self._log = log
        self._show = show
        self._before_change = before_change
        self._folders: dict[str, str] = {}  # by the name of the file
        self._unikernels: dict[str, Unikernel] = {}  # by folder
        self._texts: dict[str, bytes] = {}  # of the open documents, UTF-8
        self._logged: set[str] = set()
        self._crashes: set[tuple[str, str, str]] = set()
        self._was_old: dict[str, bool] = {}  # by file: whether its first report had findings
        self.buffers: dict[str, Buffer] = {}
        self.folders: tuple[str, ...] = ()
        self.editor_settings = DEFAULT

    # Buffers

    def open(self, buffer: Buffer, text: bytes) -> list[str]:
        """An editor shows a document; from now on the disk is not asked for it. Returns the open
        documents whose findings may have changed."""
        self._crashes = {crash for crash in self._crashes if crash[0] != buffer.name}
        self.buffers[buffer.name] = buffer
        self._texts[buffer.name] = text
        return self.refresh(None if _is_config(buffer.name) else [buffer.name])

    def edit(self, name: str, start: int, end: int, new: bytes) -> None:
        """Replace the bytes from `start` to `end` of an open document."""
        unikernel = self.unikernel(name)
        self._invalidate(unikernel)
        unikernel.project = unikernel.project.with_edit(name, start, end, new)
        self._texts[name] = unikernel.project.source(name).data

    def replace(self, name: str, text: bytes) -> None:
        """Replace the whole text of an open document."""
        unikernel = self.unikernel(name)
        self._invalidate(unikernel)
        unikernel.project = unikernel.project.with_file(name, text)
        self._texts[name] = text

    def close(self, name: str) -> list[str]:
        """An editor closes a document; the disk counts again. Returns the open documents whose
        findings may have changed."""
        others = self.open_beside(name)
        del self.buffers[name], self._texts[name]
        return self.refresh(None if _is_config(name) else others)

    def refresh(self, names: Iterable[str] | None = None) -> list[str]:
        """Look at the disk again. Returns the open documents whose findings may have changed.

        names: documents whose unikernels are to be read again; None for all of them.
        """
        projects = self._projects()
        before, self._folders = (
            self._folders,
            {name: projects.folder(name) for name in self.buffers},
        )
        current = set(self._folders.values())
        if any(before.get(name, folder) != folder for name, folder in self._folders.items()):
            current = set()  # which file belongs to which unikernel changed: all are read anew
        for folder in self._unikernels.keys() - current:
            self._invalidate(self._unikernels.pop(folder))
        if not current:
            return list(self.buffers)
        wanted = {self._folders[name] for name in (self.buffers if names is None else names)}
        stale = {folder for folder in wanted if self._read(folder)}
        return [name for name, folder in self._folders.items() if folder in stale]

    def open_beside(self, name: str) -> list[str]:
        """The other open documents of the unikernel of `name`."""
        return [other for other in self._open_in(self._folder(name)) if other != name]

    def _open_in(self, folder: str) -> list[str]:
        return [name for name in self.buffers if self._folder(name) == folder]

    # Unikernels

    def unikernel(self, name: str) -> Unikernel:
        """The unikernel of a file, read from disk when first asked for."""
        folder = self._folder(name)
        if folder not in self._unikernels:
            self._read(folder)
        return self._unikernels[folder]

    def _folder(self, name: str) -> str:
        if name not in self._folders:
            self._folders[name] = self._projects().folder(name)
        return self._folders[name]

    def _projects(self) -> Projects:
        return Projects(self._texts, self.folders, MAX_FILES)

    def report(self, name: str) -> Report:
        """The findings of a file, made again only after a change in its unikernel."""
        unikernel = self.unikernel(name)
        report = unikernel.reports.get(name)
        if report is None:
            report = unikernel.reports[name] = self._check(unikernel, name)
            if name not in self._was_old:
                own = (each.applicability for each in report.findings)
                self._was_old[name] = any(each != SUGGESTION for each in own)
        return report

    def to_judge(self, unikernel: Unikernel) -> bool:
        """Whether the self-check is for a unikernel: where the settings want it, and where a file
        had something of Mirage 2 when this session first saw it. What was on Mirage 3 by then is
        left alone: its later releases have more than the first one."""
        if self.settings(unikernel).self_check:
            return True
        return any(self._was_old.get(name, False) for name in unikernel.project.every)

    def judge(self, unikernel: Unikernel) -> None:
        """Add what the self-check finds to the reports of a unikernel, until it changes. A failure
        costs a line in the log."""
        if unikernel.judged:
            return

        def on_crash(_what: str, error: BaseException) -> None:
            self._crashed(unikernel.folder, "the self-check", error)

        reports = {name: self.report(name) for name in unikernel.project.every}
        settings = self.settings(unikernel)
        choice, whole = settings.choice(unikernel.project.every), settings.self_check
        try:
            found = self._engine.judge(unikernel.project, reports, choice, whole, on_crash)
            unikernel.reports.update(found)
        except Exception as error:
            on_crash("", error)
        unikernel.judged = True

    def _check(self, unikernel: Unikernel, name: str) -> Report:
        """A fresh report; an empty one, and a line in the log, when the analysis itself fails:
        a server that stops answering is worse than one that misses something."""

        def on_crash(rule: str, error: BaseException) -> None:
            self._crashed(name, f"rule {rule}", error)

        choice = self.settings(unikernel).choice([name])
        try:
            return self._engine.check(unikernel.project, name, choice, on_crash)
        except Exception as error:
            self._crashed(name, "the analysis", error)
            return nothing()

    def _invalidate(self, unikernel: Unikernel) -> None:
        """Forget what was found in a unikernel, which is about to change."""
        self._before_change(unikernel)
        unikernel.reports.clear()
        unikernel.judged = False

    def is_long(self, unikernel: Unikernel) -> bool:
        """Whether it takes so long to look at a unikernel that others should not wait for it."""
        project = unikernel.project
        return sum(len(project.source(name).data) for name in project.every) > _LONG

    def settings(self, unikernel: Unikernel) -> Settings:
        """What holds for a unikernel: the editor's settings, then its settings file's."""
        return self.editor_settings.over(unikernel.settings)

    def forget_reports(self) -> None:
        """Every file is to be checked again, as the editor's settings changed."""
        for unikernel in self._unikernels.values():
            self._invalidate(unikernel)
            unikernel.project = self._for_target(unikernel)

    def _for_target(self, unikernel: Unikernel) -> Project:
        """The project of a unikernel, to be ported to the release that its settings say."""
        return self._engine.for_target(unikernel.project, self.settings(unikernel).target)

    def _read(self, folder: str) -> bool:
        """Bring the unikernel of a folder up to date with the disk. Returns whether anything
        changed in one that was known."""
        projects = self._projects()
        unit = projects.unit(folder, self._open_in(folder))
        known = folder in self._unikernels
        if not known:
            self._unikernels[folder] = Unikernel(folder, self._engine.project({}))
        unikernel = self._unikernels[folder]
        settings = unikernel.settings
        if unit.tops:  # else it is not on this disk
            self._load_settings(unikernel)
        project = self._updated(self._for_target(unikernel), projects.read(unit))
        self._log_once(projects.troubles)
        if project is unikernel.project and unikernel.settings == settings:
            return False
        self._invalidate(unikernel)
        unikernel.project = project
        return known

    def _updated(self, project: Project, sources: Sources) -> Project:
        """A project with the texts that were read; what has not changed is not analysed anew."""
        before = {name: project.source(name).data for name in project.every}
        for name in before.keys() - sources.files.keys():
            project = project.without(name)
        for name, text in sources.files.items():
            if before.get(name) != text:
                project = project.with_file(name, text)
        old = project.below
        if ({name: old.source(name).data for name in old.names} if old else {}) != sources.below:
            below = self._engine.project(sources.below) if sources.below else None
            project = project.with_below(below.by(project.pack) if below else None)
        return project

    def _log_once(self, troubles: Iterable[Trouble]) -> None:
        """Log what is left out, each once: the disk is looked at again and again."""
        for trouble in troubles:
            line = f"{trouble.path}: left out: {trouble.why}"
            if line not in self._logged:
                self._logged.add(line)
                self._log(line)

    def unikernels(self) -> list[Unikernel]:
        """Every unikernel with an open document."""
        return list(dict.fromkeys(self.unikernel(name) for name in self.buffers))

    def _load_settings(self, unikernel: Unikernel) -> None:
        folder = unikernel.folder
        complaint = ""
        try:
            unikernel.settings = load(folder)
            if unikernel.settings.names_rules:
                lines = unknown(unikernel.settings, self._engine.names(unikernel.settings.packs))
                complaint = "\n".join(f"{find(folder)}: {line}" for line in lines)
        except SettingsError as error:
            unikernel.settings = DEFAULT
            complaint = str(error)
        if complaint and complaint != unikernel.complaint:
            self._show(complaint)
        unikernel.complaint = complaint

    def _crashed(self, name: str, what: str, error: BaseException) -> None:
        """One line per rule and file, however often the file is checked."""
        crash = (name, what, type(error).__name__)
        if crash not in self._crashes:
            self._crashes.add(crash)
            self._log(f"{name}: {what} failed and is left out here: {error!r}")


def _is_config(name: str) -> bool:
    """Whether a file decides which others are of one unikernel."""
    return basename(name) == CONFIG


def nothing() -> Report:
    """A report that says nothing."""
    # Imported here: the engine is loaded after `initialize` was answered.
    from mirageport.diagnostics.engine import NOTHING

    return NOTHING
