"""The unikernels that hold the open buffers: which files belong together and what they say now.

A file is known by its path, or by its whole URI when it is not on this machine's disk. What an
editor has open comes before what the disk holds. Nothing here knows the protocol.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import SUGGESTION
from mirageport.server.disk import Disk
from mirageport.server.files import CONFIG
from mirageport.server.settings import DEFAULT, Settings, SettingsError, find, load, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.engine import Choice, Report
    from mirageport.diagnostics.project import Project
    from mirageport.server.disk import Place
    from mirageport.server.lsp.engine import Engine


_NEVER = (-1, -1)

# Of so many bytes all findings are found within a tenth of a second: some two thousand lines.
_LONG = 1 << 16


class Buffer:
    """A document an editor has open.

    uri: as the editor spells it. name: what the project calls it. version: the editor's count of
    changes. data: the text, UTF-8.
    """

    __slots__ = ("data", "name", "uri", "version")

    def __init__(self, uri: str, name: str, version: int, data: bytes) -> None:
        self.uri = uri
        self.name = name
        self.version = version
        self.data = data


class Unikernel:
    """One folder's project as it is now, and the reports made of it so far."""

    def __init__(self, place: Place, project: Project) -> None:
        self.place = place
        self.project = project
        self.settings = DEFAULT
        self.reports: dict[str, Report] = {}
        self.seen: dict[str, tuple[int, int]] = {}  # disk files: (modification time ns, size)
        self.judged = False  # whether the reports hold what the self-check found
        self.complaint = ""  # the last message about the settings file


class Workspace:
    """All open buffers and their unikernels.

    engine: makes and checks projects. log: told one line at a time what had to be left out.
    tell: told what the person should see, such as a settings file that cannot be used.
    before_change: called with a unikernel before anything in it changes, to end the work on it.
    """

    def __init__(
        self,
        engine: Engine,
        log: Callable[[str], None],
        tell: Callable[[str], None],
        before_change: Callable[[Unikernel], None],
    ) -> None:
        self._engine = engine
        self._log = log
        self._tell = tell
        self._before_change = before_change
        self._homes: dict[str, Unikernel] = {}  # by the name of the file
        self._unikernels: dict[str, Unikernel] = {}  # by folder
        self._crashes: set[tuple[str, str, str]] = set()
        self._began_old: dict[str, bool] = {}  # by file: whether its first report had findings
        self.buffers: dict[str, Buffer] = {}
        self.disk = Disk(self.buffers, log)
        self.editor_settings = DEFAULT

    # Buffers

    def open(self, buffer: Buffer) -> None:
        """An editor shows a document; from now on the disk is not asked for it."""
        self._crashes = {crash for crash in self._crashes if crash[0] != buffer.name}
        self.buffers[buffer.name] = buffer
        if is_config(buffer.name):
            self.regroup()
        home = self._unikernels.get(self.disk.place(buffer.name).folder)
        if home is not None:
            self.rescan(home)
        home = self.home(buffer.name)
        self._put(home, buffer.name, buffer.data)
        self._look_below(home)

    def edit(self, name: str, start: int, end: int, new: bytes) -> None:
        """Replace the bytes from `start` to `end` of an open document."""
        home = self.home(name)
        self._invalidate(home)
        home.project = home.project.with_edit(name, start, end, new)
        self.buffers[name].data = home.project.source(name).data

    def replace(self, name: str, data: bytes) -> None:
        """Replace the whole text of an open document."""
        self._put(self.home(name), name, data)
        self.buffers[name].data = data

    def close(self, name: str) -> Unikernel:
        """An editor lets go of a document; the disk counts again. Returns its former unikernel."""
        home = self.home(name)
        del self.buffers[name]
        self._drop(home, name)
        if is_config(name):
            self.regroup()
        else:
            self.rescan(home)
        self._homes.pop(name, None)
        if not self._open_in(home):
            # Nobody keeps it up to date any more.
            self._unikernels.pop(home.place.folder, None)
            self._homes = {file: other for file, other in self._homes.items() if other is not home}
        return home

    def open_beside(self, name: str) -> list[str]:
        """The other open documents of the unikernel of `name`."""
        home = self.home(name)
        return [other for other in self._open_in(home) if other != name]

    def _open_in(self, home: Unikernel) -> list[str]:
        return [name for name in self.buffers if self.home(name) is home]

    # Unikernels

    def home(self, name: str) -> Unikernel:
        """The unikernel a file belongs to, read from disk when it is met for the first time."""
        found = self._homes.get(name)
        if found is None:
            place = self.disk.place(name)
            found = self._unikernels.get(place.folder) or self._read(place)
            self._homes[name] = found
        return found

    def report(self, name: str) -> Report:
        """The findings of a file, made again only after a change in its unikernel."""
        home = self.home(name)
        report = home.reports.get(name)
        if report is None:
            report = home.reports[name] = self._check(home, name)
            if name not in self._began_old:
                own = (each.applicability for each in report.findings)
                self._began_old[name] = any(each != SUGGESTION for each in own)
        return report

    def to_judge(self, home: Unikernel) -> bool:
        """Whether the self-check is for a unikernel: where the settings want it, and where a file
        had something of Mirage 2 when this session met it. What was on Mirage 3 by then is left
        alone: its later releases have more than the first one."""
        if self.settings(home).self_check:
            return True
        return any(self._began_old.get(name, False) for name in home.project.every)

    def judge(self, home: Unikernel) -> None:
        """Add what the self-check finds to the reports of a unikernel, until it changes. A failure
        costs a line in the log."""
        if home.judged:
            return

        def on_crash(_what: str, error: BaseException) -> None:
            self._crashed(home.place.folder, "the self-check", error)

        reports = {name: self.report(name) for name in home.project.every}
        settings = self.settings(home)
        choice, whole = choice_of(settings), settings.self_check
        try:
            found = self._engine.judge(home.project, reports, choice, whole, on_crash)
            home.reports.update(found)
        except Exception as error:
            on_crash("", error)
        home.judged = True

    def _check(self, home: Unikernel, name: str) -> Report:
        """A fresh report; an empty one, and a line in the log, when the analysis itself fails:
        a server that stops answering is worse than one that misses something."""

        def on_crash(rule: str, error: BaseException) -> None:
            self._crashed(name, f"rule {rule}", error)

        try:
            return self._engine.check(home.project, name, choice_of(self.settings(home)), on_crash)
        except Exception as error:
            self._crashed(name, "the analysis", error)
            return nothing()

    def _invalidate(self, home: Unikernel) -> None:
        """Forget what was found in a unikernel, which is about to change."""
        self._before_change(home)
        home.reports.clear()
        home.judged = False

    def is_long(self, home: Unikernel) -> bool:
        """Whether it takes so long to look at a unikernel that others should not wait for it."""
        project, size = home.project, 0
        for name in project.every:
            size += len(project.source(name).data)
        return size > _LONG

    def settings(self, home: Unikernel) -> Settings:
        """What holds for a unikernel: the editor's settings, then its settings file's."""
        return self.editor_settings.over(home.settings)

    def regroup(self) -> None:
        """Find out anew which file belongs to which unikernel, as a `config.ml` came or went."""
        for home in self._unikernels.values():
            self._invalidate(home)
        self._homes.clear()
        self._unikernels.clear()

    def forget_reports(self) -> None:
        """Every file is to be checked again, as settings changed."""
        for home in self._unikernels.values():
            self._load_settings(home)
            self._invalidate(home)

    def rescan(self, home: Unikernel) -> bool:
        """Bring a unikernel up to date with the disk. Returns whether anything changed."""
        if not home.place.on_disk:
            return False
        settings = home.settings
        self._load_settings(home)
        if home.settings != settings:
            self._invalidate(home)
        found = dict(self.disk.listed(home.place))
        changed = False
        for path in [path for path in home.seen if path not in found]:
            del home.seen[path]
            if path not in self.buffers:
                self._drop(home, path)
                changed = True
        for path, stamp in found.items():
            if home.seen.get(path) != stamp:
                home.seen[path] = stamp
                changed = self._reread(home, path) or changed
        changed = self._look_below(home) or changed
        return changed or home.settings != settings

    def _look_below(self, home: Unikernel) -> bool:
        """Read the config.ml files that a Makefile or the like is about, which is open in a folder
        that is no unikernel itself. Returns whether they changed."""
        if not home.place.on_disk or home.place.configured or not home.project.around:
            return False
        found = self.disk.below(home.place)
        known = home.project.below
        if found == {name: known.source(name).data for name in known.names} if known else not found:
            return False
        self._invalidate(home)
        home.project = home.project.with_below(self._engine.project(found) if found else None)
        return True

    def suspect(self, names: list[str]) -> None:
        """Files that are to be read again even if they look as they did: a disk's clock is coarse,
        and two texts can be of one size."""
        for home in self._unikernels.values():
            for name in names:
                if name in home.seen:
                    home.seen[name] = _NEVER

    def unikernels(self) -> list[Unikernel]:
        """Every unikernel with an open document."""
        return list(dict.fromkeys(self.home(name) for name in self.buffers))

    def _read(self, place: Place) -> Unikernel:
        home = Unikernel(place, self._engine.project({}))
        self._unikernels[place.folder] = home
        self.rescan(home)
        for name, buffer in self.buffers.items():
            if self.disk.place(name).folder == place.folder:
                self._put(home, name, buffer.data)
        return home

    def _put(self, home: Unikernel, name: str, data: bytes) -> None:
        self._invalidate(home)
        home.project = home.project.with_file(name, data)

    def _drop(self, home: Unikernel, name: str) -> None:
        home.seen.pop(name, None)
        if name in home.project.every:
            self._invalidate(home)
            home.project = home.project.without(name)

    def _reread(self, home: Unikernel, path: str) -> bool:
        if path in self.buffers:
            return False
        data = self.disk.content(path, home.place)
        if data is None:
            known = path in home.project.every
            if known:
                self._invalidate(home)
                home.project = home.project.without(path)
            return known
        self._put(home, path, data)
        return True

    def _load_settings(self, home: Unikernel) -> None:
        if not home.place.on_disk:
            return
        complaint = ""
        try:
            home.settings = load(home.place.folder)
            if home.settings.select or home.settings.ignore:
                lines = unknown(home.settings, self._engine.names())
                complaint = "\n".join(f"{find(home.place.folder)}: {line}" for line in lines)
        except SettingsError as error:
            home.settings = DEFAULT
            complaint = str(error)
        if complaint and complaint != home.complaint:
            self._tell(complaint)
        home.complaint = complaint

    def _crashed(self, name: str, what: str, error: BaseException) -> None:
        """One line per rule and file, however often the file is checked."""
        crash = (name, what, type(error).__name__)
        if crash not in self._crashes:
            self._crashes.add(crash)
            self._log(f"{name}: {what} failed and is silent here: {error!r}")


def is_config(name: str) -> bool:
    """Whether a file is the one that makes its folder a unikernel."""
    return name.replace("\\", "/").rpartition("/")[2] == CONFIG


def nothing() -> Report:
    """A report that says nothing."""
    # Imported here and below: the engine is loaded after `initialize` was answered.
    from mirageport.diagnostics.engine import NOTHING

    return NOTHING


def choice_of(settings: Settings) -> Choice:
    """The engine's choice of rules that settings ask for."""
    from mirageport.diagnostics.engine import Choice

    return Choice(settings.select, settings.ignore)
