"""The unikernels that hold the open buffers: which files belong together and what they say now.

A file is known by its path, or by its whole URI when it is not on this machine's disk. What an
editor has open comes before what the disk holds. Nothing here knows the protocol.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import SUGGESTION
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.source import Source
from mirageport.server import packs
from mirageport.server.projects import CONFIG, SUFFIXES, Projects
from mirageport.server.settings import DEFAULT, Settings, SettingsError, find, load, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.server.files import Trouble
    from mirageport.server.lsp.engine import MirageEngine
    from mirageport.server.projects import Sources


# A folder with more files than this is not one unikernel (a `config.ml` at the root of a monorepo).
MAX_FILES = 2000

# What is no unikernel, and ported by packs of data: the files beside each other.
FOLDER = "folder"

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
    """One folder's files as they are now, and the reports made of them so far: those of a unikernel
    or of any other project.

    sources: the texts of the files. projects: the same files as each pack knows them, by the packs'
    names; none where no pack can be used. Neither is ever changed: there are others after an edit.
    builds: those of the files that only say how the others are built, of which nothing is reported.
    """

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.sources: Mapping[str, Source] = {}
        self.projects: Mapping[str, Project] = {}
        self.builds: frozenset[str] = frozenset()
        self.settings = DEFAULT
        self.found: dict[str, dict[str, Report]] = {}  # by file, and by pack
        self.reports: dict[str, Report] = {}  # by file, what all packs found
        self.judged = False  # whether the reports hold what the self-check found
        self.complaint = ""  # the last message about the settings file

    @property
    def every(self) -> list[str]:
        """The names of all files that are reported on, sorted, the OCaml files first."""
        names = self.sources.keys() - self.builds
        return sorted(names, key=lambda name: (not name.endswith(SUFFIXES), name))

    def source(self, name: str) -> Source:
        """The text of a file. Raises KeyError for an unknown name."""
        return self.sources[name]

    def pack_of(self, finding: Finding) -> str:
        """The name of the pack that a finding of the reports is by."""
        ((pack, _),) = self.by_pack([finding])
        return pack

    def by_pack(self, findings: Sequence[Finding]) -> list[tuple[str, list[Finding]]]:
        """Some findings of a file's report by the name of the pack that each is by."""
        groups = []
        for pack, report in self.found[findings[0].file].items() if findings else ():
            own = set(map(id, report.findings))
            if some := [each for each in findings if id(each) in own]:
                groups.append((pack, some))
        return groups

    @property
    def configured(self) -> bool:
        """Whether a file describes how the others are put together, as config.ml does."""
        return any(project.config is not None for project in self.projects.values())

    @property
    def whole(self) -> bool:
        """Whether somebody who opens one of its files wants to know of all: those of a unikernel,
        and those beside each other that a pack of data is for. Others stand by themselves."""
        return self.configured or self.kind == FOLDER

    @property
    def kind(self) -> str:
        """What messages call it."""
        others = self.projects.keys() - {packs.MIRAGE}
        return FOLDER if others and not self.configured else "unikernel"

    @property
    def target(self) -> str:
        """What messages call what it is ported to: the targets of the packs that have found
        something. Where none has, those of all packs, without Mirage's in other projects."""
        finding = {
            pack
            for found in self.found.values()
            for pack, report in found.items()
            if report.findings
        }
        every = self.projects.keys() - {packs.MIRAGE if self.kind == FOLDER else ""}
        named = finding or every
        return " and ".join(
            project.pack.target for pack, project in self.projects.items() if pack in named
        )

    def reported(self, name: str, found: dict[str, Report]) -> Report:
        """The report of a file out of what each pack found in it, which is kept."""
        self.found[name] = found
        if len(found) == 1:
            (report,) = found.values()
        else:
            report = nothing()._replace(
                findings=tuple(
                    packs.one_of_each((each.findings for each in found.values()), packs.where)
                ),
                notices=tuple(dict.fromkeys(n for each in found.values() for n in each.notices)),
            )
        self.reports[name] = report
        return report


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
        # By file and pack: whether its first report had findings.
        self._was_old: dict[tuple[str, str], bool] = {}
        self._complaints: set[str] = set()  # about packs that cannot be used
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
        source = unikernel.source(name).edited(start, end, new)
        self._replace(name, source, lambda project: project.with_edit(name, start, end, new))

    def replace(self, name: str, text: bytes) -> None:
        """Replace the whole text of an open document."""
        self._replace(name, Source(text), lambda project: project.with_file(name, text))

    def _replace(self, name: str, source: Source, edit: Callable[[Project], Project]) -> None:
        """Put another text in the place of a file's. edit: does the same to a project."""
        unikernel = self.unikernel(name)
        self._invalidate(unikernel)
        unikernel.sources = {**unikernel.sources, name: source}
        edited: dict[str, Project] = {}
        for pack, project in unikernel.projects.items():
            if name in project.files or name in project.around:
                # The file of those that are read by the same interfaces is one, and edited once.
                same = (each for each in edited.values() if each.sight is project.sight)
                other = next(same, None)
                project = other.by(project.pack, project.sight) if other else edit(project)
            edited[pack] = project
        unikernel.projects = edited
        self._texts[name] = source.data

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
        if packs.renew():
            names = None
            self._complaints.clear()
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
            found = {pack: self._check(unikernel, name, pack) for pack in unikernel.projects}
            for pack, own in found.items():
                if (name, pack) not in self._was_old:
                    self._was_old[name, pack] = any(
                        each.applicability != SUGGESTION for each in own.findings
                    ) or self._needs_types(unikernel, name, pack)
            report = unikernel.reported(name, found)
        return report

    def to_judge(self, unikernel: Unikernel) -> bool:
        """Whether the self-check is for a unikernel (see `_judges`)."""
        return any(self._judges(unikernel, pack) for pack in unikernel.projects)

    def _judges(self, unikernel: Unikernel, pack: str) -> bool:
        """Whether the self-check of a pack is for a unikernel: where the settings want it, and
        where a file had something old by this pack when this session first saw it. What was on
        Mirage 3 by then is left alone: its later releases have more than the first one."""
        said = self.settings(unikernel)
        # Mirage's libraries are none of what bounds alone say packs are for, as in `_worth_it`.
        aside = pack == packs.MIRAGE and unikernel.kind == FOLDER and not said.packs
        return (said.self_check and not aside) or bool(self._old_files(unikernel, pack))

    def _old_files(self, unikernel: Unikernel, pack: str) -> list[str]:
        """The files that had something old by a pack when this session first saw them."""
        return [name for name in unikernel.sources if self._was_old.get((name, pack))]

    def judge(self, unikernel: Unikernel) -> None:
        """Add what the self-check finds to the reports of a unikernel, until it changes. A failure
        costs a line in the log."""
        if unikernel.judged:
            return

        def on_crash(_what: str, error: BaseException) -> None:
            self._crashed(unikernel.folder, "the self-check", error)

        for name in unikernel.every:
            self.report(name)
        settings = self.settings(unikernel)
        choice = settings.choice(unikernel.sources)
        every = {
            pack: {n: unikernel.found[n][pack] for n in project.every if n in unikernel.found}
            for pack, project in unikernel.projects.items()
        }
        for pack, project in unikernel.projects.items():
            if not self._judges(unikernel, pack):
                continue
            reports, sight = every[pack], project.sight
            same = [every[p] for p, other in unikernel.projects.items() if other.sight is sight]
            # What has the names of a library's later release may always have had them: that such
            # a file is being ported shows only of one that was old.
            was_old = () if pack == packs.MIRAGE else self._old_files(unikernel, pack)
            begun = project.names if settings.self_check else was_old
            try:
                found = self._engine.judge(project, reports, choice, begun, on_crash, same)
            except Exception as error:
                on_crash("", error)
                continue
            for name, report in found.items():
                unikernel.reported(name, {**unikernel.found[name], pack: report})
        unikernel.judged = True

    def _needs_types(self, unikernel: Unikernel, name: str, pack: str) -> bool:
        """Whether only the type check says whether a file is right by a pack of data."""
        project = unikernel.projects[pack]
        return (
            pack != packs.MIRAGE
            and name in project.files
            and self._engine.needs_types(project, name)
        )

    def _check(self, unikernel: Unikernel, name: str, pack: str) -> Report:
        """A fresh report; an empty one, and a line in the log, when the analysis itself fails:
        a server that stops answering is worse than one that misses something."""

        def on_crash(rule: str, error: BaseException) -> None:
            self._crashed(name, f"rule {rule}", error)

        project = unikernel.projects[pack]
        if name not in project.files and name not in project.around:
            return nothing()
        choice = self.settings(unikernel).choice([name])
        try:
            return self._engine.check(project, name, choice, on_crash)
        except Exception as error:
            self._crashed(name, "the analysis", error)
            return nothing()

    def _invalidate(self, unikernel: Unikernel) -> None:
        """Forget what was found in a unikernel, which is about to change."""
        self._before_change(unikernel)
        unikernel.reports.clear()
        unikernel.found.clear()
        unikernel.judged = False

    def is_long(self, unikernel: Unikernel) -> bool:
        """Whether it takes so long to look at a unikernel that others should not wait for it."""
        return sum(len(source.data) for source in unikernel.sources.values()) > _LONG

    def settings(self, unikernel: Unikernel) -> Settings:
        """What holds for a unikernel: the editor's settings, then its settings file's."""
        return self.editor_settings.over(unikernel.settings)

    def forget_reports(self) -> None:
        """Every file is to be checked again, as the editor's settings changed."""
        for unikernel in self._unikernels.values():
            self._invalidate(unikernel)
        self.refresh()

    def _read(self, folder: str) -> bool:
        """Bring the unikernel of a folder up to date with the disk. Returns whether anything
        changed in one that was known."""
        projects = self._projects()
        unit = projects.unit(folder, self._open_in(folder))
        known = folder in self._unikernels
        unikernel = self._unikernels.setdefault(folder, Unikernel(folder))
        settings = unikernel.settings
        if unit.tops:  # else it is not on this disk
            self._load_settings(unikernel)
        sources = self._ported_by(unikernel, projects.read(unit), projects)
        self._log_once(projects.troubles)
        updated = self._updated(unikernel, sources)
        same = all(unikernel.projects.get(pack) is each for pack, each in updated.items())
        texts = {name: source.data for name, source in unikernel.sources.items()}
        if (
            known
            and same
            and [*updated] == [*unikernel.projects]
            and texts == sources.every
            and unikernel.settings == settings
        ):
            return False
        self._invalidate(unikernel)
        unikernel.projects = updated
        unikernel.builds = frozenset(sources.builds)
        unikernel.sources = {
            name: unikernel.sources[name] if texts.get(name) == text else Source(text)
            for name, text in sources.every.items()
        }
        return known

    def _ported_by(self, unikernel: Unikernel, sources: Sources, projects: Projects) -> Sources:
        """What was read of a unikernel, with the packs that count for it."""
        said = self.settings(unikernel)
        folder = unikernel.folder if sources.unit.tops else ""
        names, troubles = packs.counting(said.packs, folder, sources.files, said.target)
        for line in (f"{trouble.path}: {trouble.why}" for trouble in troubles):
            if line not in self._complaints:
                self._complaints.add(line)
                self._show(line)
        return projects.ported_by(sources, names, said.target)

    def _updated(self, unikernel: Unikernel, sources: Sources) -> dict[str, Project]:
        """The projects of a unikernel with the texts that were read; what has not changed is not
        analysed anew."""
        found: dict[str, Project] = {}
        for pack in sources.packs:
            project = unikernel.projects.get(pack)
            if project is None:
                project = self._engine.project({})
            project = self._engine.by(project, pack, sources)
            same = (each for each in found.values() if each.sight is project.sight)
            other = next(same, None)
            if other is not None:
                shared = other.files == project.files and other.around == project.around
                found[pack] = project if shared else other.by(project.pack, project.sight)
                continue
            texts = sources.known(pack)
            before = {name: project.source(name).data for name in project.every}
            for name in before.keys() - texts.keys():
                project = project.without(name)
            for name, text in texts.items():
                if before.get(name) != text:
                    project = project.with_file(name, text)
            below = sources.below if pack == packs.MIRAGE else {}
            old = project.below
            if ({name: old.source(name).data for name in old.names} if old else {}) != below:
                others = self._engine.project(below) if below else None
                project = project.with_below(others.by(project.pack) if others else None)
            found[pack] = project
        return found

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
