"""An installed OCaml compiler, run over texts that are not trusted.

It is never one from inside the project, and it runs in a temporary folder that holds copies of the
texts and our interfaces, with an environment of our own (no OCAMLPARAM, which could name a program
to run), without a preprocessor, for a bounded time. What it compiles is never linked or run.
"""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from mirageport.mirage.pack import interfaces
from mirageport.ocaml.named import NamedTuple
from mirageport.server.failure import Failure
from mirageport.server.files import inside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from types import FrameType

PATIENCE = 20.0  # seconds that one call may take
ALTOGETHER = 600.0  # seconds that all calls of a run may take

_MAX_OUTPUT = 256 * 1024  # bytes of what a call prints; what follows is read and dropped
_MAX_MEMORY = 4 << 30  # bytes; types can be written that grow without end
_PROGRAM = "ocamlc.exe" if sys.platform == "win32" else "ocamlc"

# Variables that programs of a system need to start, and that do not change what the compiler does.
_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE")

_VERSION = re.compile(r"\d+\.\d+[\w.+~-]*")
# A line that claims that what follows stands in another file: the compiler would open that file to
# show the line, and the places it prints would not be those of the text.
_LINE_DIRECTIVE = re.compile(rb"^[ \t]*#[ \t]*\d[^\n]*", re.MULTILINE)
# How an interface says that it lists all that its module has, and that a part of it does not.
_COMPLETE, _OPEN_ENDED = re.compile(rb"^\[@@@complete\b", re.MULTILINE), b"[@@@open_ended]"


class Ran(NamedTuple):
    """How a call ended. status: its exit status; None when it was stopped for taking too long.
    text: what it printed."""

    status: int | None
    text: str


class Built(NamedTuple):
    """The compiled interfaces of a station. folder: where they are. modules: the names of those
    there are. missing: of those that this compiler does not accept. complete: of those that are
    marked as listing all that the library has. refused: the file of the first that it does not
    accept, and what it says; "" where there is none."""

    folder: Path
    modules: frozenset[str]
    missing: frozenset[str]
    complete: frozenset[str]
    refused: tuple[str, str] = ("", "")


def find(tops: Sequence[str]) -> str:
    """The first `ocamlc` on the PATH that is outside of the folders `tops` (given without links).
    Empty and relative entries of the PATH depend on the working folder and are skipped. Raises
    `Failure` when there is none."""
    skipped = ""
    for entry in os.environ.get("PATH", "").split(os.pathsep):
        program = os.path.join(entry, _PROGRAM)
        if not os.path.isabs(entry) or not os.path.isfile(program):
            continue
        if not os.access(program, os.X_OK):
            continue
        places = (os.path.normpath(entry), os.path.realpath(entry), os.path.realpath(program))
        if not any(inside(place, tops) for place in places):
            return program
        skipped = skipped or program
    if skipped:
        raise Failure(
            f"{skipped} is inside the project and is not run: put an ocamlc from elsewhere on the "
            "PATH"
        )
    raise Failure("there is no ocamlc on the PATH: install OCaml 4.05 or newer to verify")


@contextmanager
def compiler(
    tops: Sequence[str], patience: float = PATIENCE, more: Mapping[str, bytes] | None = None
) -> Iterator[Compiler]:
    """A compiler from outside of the folders `tops` with a temporary folder, which is removed in
    the end, also when the run is ended by a signal. patience: seconds a call may take. more: as of
    `Compiler`. Raises `Failure` when there is none that works."""
    program = find(tops)
    with _signals(), TemporaryDirectory(prefix="mirageport-") as folder:
        yield Compiler(program, Path(folder), patience, more=more)


@contextmanager
def _signals() -> Iterator[None]:
    """A signal that would end the process is an exception meanwhile, so that it cleans up."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    names = [name for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(getattr(signal, name), stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(getattr(signal, name), handler)


class Compiler:
    """One compiler and its folder, for a run.

    program: its path. folder: where everything is put; the caller removes it. patience: seconds a
    call may take; altogether: seconds that all of them may. more: files of further interfaces, name
    -> text, that every station gets. Raises `Failure` when the program is no OCaml compiler that
    can be used.
    """

    def __init__(
        self,
        program: str,
        folder: Path,
        patience: float = PATIENCE,
        altogether: float = ALTOGETHER,
        more: Mapping[str, bytes] | None = None,
    ) -> None:
        self.program = program
        self.folder = folder
        self._more = more or {}
        self._patience = patience
        self._left = altogether
        self._built: dict[str, Built] = {}
        self._count = 0
        self._environment = {
            **{name: os.environ[name] for name in _KEPT if name in os.environ},
            "PATH": os.pathsep.join([os.path.dirname(program), os.defpath]),
            "LC_ALL": "C",
            "TMPDIR": str(folder),
            "OCAML_COLOR": "never",
        }
        ran = self.run(["-version"], folder)
        found = _VERSION.match(ran.text)
        if ran.status != 0 or found is None:
            why = "does not answer" if ran.status is None else "is no OCaml compiler that works"
            raise Failure(f"{program} {why}")
        self.version = found.group()
        self._home = Path(self.run(["-where"], folder).text.strip())

    @property
    def major(self) -> int:
        """The first number of the version: 4 or 5."""
        return int(self.version.partition(".")[0])

    def run(self, arguments: Sequence[str], folder: Path) -> Ran:
        """Call the compiler. The arguments must not hold a name from outside of this tool, unless
        it is that of a module."""
        began = time.monotonic()
        patience = min(self._patience, self._left)
        if patience <= 0:
            return Ran(None, "")
        try:
            process = subprocess.Popen(
                [self.program, *arguments],
                cwd=folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise Failure(f"{self.program} cannot be run: {error.strerror}") from None
        assert process.stdout is not None
        printed = bytearray()
        # Threads, so that neither a full pipe nor one that another process holds open blocks us,
        # and the end is noticed at once: `wait` with a limit looks for it after growing pauses.
        reader = threading.Thread(target=_collect, args=(process.stdout, printed), daemon=True)
        waiter = threading.Thread(target=process.wait, daemon=True)
        status = None
        try:
            _limit_memory(process.pid)
            reader.start()
            waiter.start()
            waiter.join(patience)
            status = process.returncode
        finally:
            _kill(process)
            if reader.ident is not None:
                reader.join(1)
            self._left -= time.monotonic() - began
        return Ran(status, printed.decode("utf-8", "replace"))

    def new_folder(self, files: Mapping[str, bytes]) -> Path:
        """A folder of its own for files, name -> text; the names are those of modules."""
        self._count += 1
        folder = self.folder / f"files-{self._count}"
        folder.mkdir()
        for name, data in files.items():
            self.write(folder, name, data)
        return folder

    def write(self, folder: Path, name: str, data: bytes) -> None:
        """Put a file into a folder; its lines claim to be no other file's."""
        (folder / name).write_bytes(_LINE_DIRECTIVE.sub(_blank, data))

    def needs(self, folder: Path, names: Sequence[str]) -> dict[str, frozenset[str]]:
        """The modules that each of the files of a folder names, as the compiler sees it; none
        for a file it cannot parse."""
        found = self._dependencies(folder, names)
        for name in names:
            # A file that the parser does not survive took those behind it along.
            if name not in found:
                found |= self._dependencies(folder, [name])
        return {name: found.get(name, frozenset()) for name in names}

    def _dependencies(self, folder: Path, names: Sequence[str]) -> dict[str, frozenset[str]]:
        ran = self.run(["-depend", "-modules", *names], folder)
        found = {}
        for line in ran.text.splitlines():
            name, colon, modules = line.partition(":")
            if colon and name in names:
                found[name] = frozenset(modules.split())
        return found

    def build(self, station: str) -> Built:
        """The compiled interfaces of a station, such as "3.0"; made once. Raises `Failure` when the
        compiler cannot make them."""
        if station not in self._built:
            own, more = interfaces().files(station), set(map(module_of, self._more))
            built = self.compiled({**own, **self._more})
            if built.missing & more:
                # They may repeat the types of a later Unix than ours.
                files = {name: own[name] for name in own if not self._ships(name)}
                other = self.compiled({**files, **self._more})
                built = other if other.missing & more < built.missing & more else built
            self._built[station] = built
        return self._built[station]

    def compiled(self, files: Mapping[str, bytes]) -> Built:
        """Interfaces, compiled in the order in which they need each other. Raises `Failure` when
        the compiler cannot say what they need."""
        folder = self.new_folder(files)
        needs = self._dependencies(folder, sorted(files))
        if needs.keys() != files.keys():
            raise Failure(
                f"{self.program} does not say in time what our interfaces need of each other: "
                "verify needs OCaml 4.05 or newer"
            )
        order, rest = sorted_files(needs)
        names = [*order, *rest]
        options = ["-c", "-w", "-a", *self._libraries()]
        refused = ("", "")
        if self.run([*options, *names], folder).status != 0:
            # One by one, so that those that this compiler does accept are there.
            for name in names:
                ran = self.run([*options, name], folder)
                if ran.status != 0 and not refused[0]:
                    refused = name, " ".join(ran.text.split())
        there = {name for name in names if (folder / name).with_suffix(".cmi").exists()}
        return Built(
            folder,
            frozenset(map(module_of, there)),
            frozenset(module_of(name) for name in names if name not in there),
            frozenset(
                module_of(name)
                for name in there
                if _lists_all(files[name]) and not self._ships(name)
            ),
            refused,
        )

    def typed(self, station: str, folder: Path, name: str, options: Sequence[str]) -> Ran:
        """Type-check one file of a folder against the interfaces of a station, and against those
        files of the folder that were compiled before it."""
        api = str(self.build(station).folder)
        return self.run(["-c", "-I", api, *self._libraries(), *options, name], folder)

    def _ships(self, name: str) -> bool:
        """Whether the compiler comes with the module of an interface, as it does with Unix: its own
        has all that came since ours was written."""
        cmi = Path(name).with_suffix(".cmi")
        return any((self._home / part / cmi).is_file() for part in ("", "unix", "str"))

    def _libraries(self) -> list[str]:
        """Where OCaml 5 has what was part of the standard library's folder before."""
        return ["-I", "+unix", "-I", "+str"] if self.major >= 5 else []


def _lists_all(interface: bytes) -> bool:
    return _COMPLETE.search(interface) is not None and _OPEN_ENDED not in interface


def module_of(name: str) -> str:
    """The module that a file is: `Unikernel` of unikernel.ml."""
    base = os.path.basename(name).partition(".")[0]
    return base[:1].upper() + base[1:]


def sorted_files(needs: Mapping[str, frozenset[str]]) -> tuple[list[str], list[str]]:
    """Files in the order in which they need each other, and those that stand in or behind a
    circle. needs: of each file, the modules it names."""
    by_module = providers(needs)
    waiting = {name: files_needed(name, needs, by_module) for name in sorted(needs)}
    order: list[str] = []
    done: set[str] = set()
    while ready := [name for name, needed in waiting.items() if needed <= done]:
        for name in ready:
            del waiting[name]
        order += ready
        done.update(ready)
    return order, list(waiting)


def providers(names: Mapping[str, object]) -> dict[str, str]:
    """The file behind each module: its interface if it has one."""
    return {module_of(name): name for name in sorted(names)}


def files_needed(
    name: str, needs: Mapping[str, frozenset[str]], by_module: Mapping[str, str]
) -> set[str]:
    """The files that have to be compiled before one: its own interface, and those of the modules
    it names."""
    found = {by_module[module] for module in needs[name] if module in by_module}
    if name.endswith(".ml"):
        found.add(by_module[module_of(name)])
    return found - {name}


def _blank(match: re.Match[bytes]) -> bytes:
    return b" " * len(match.group())


def _collect(pipe: IO[bytes], printed: bytearray) -> None:
    with pipe, suppress(OSError, ValueError):
        while piece := os.read(pipe.fileno(), 1 << 16):
            printed += piece[: _MAX_OUTPUT - len(printed)]


def _limit_memory(process: int) -> None:
    """Bound the memory of a process, where the system can."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (_MAX_MEMORY, _MAX_MEMORY))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
