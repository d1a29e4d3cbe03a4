"""Files are written all or none, whatever happens meanwhile: every fault here is a real one."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import threading
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.server.diff import diff
from mirageport.server.files import JOURNAL
from mirageport.server.main import main
from mirageport.server.writing import resume, write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OLD = "module Main (C : V1_LWT.CONSOLE) = struct\n  let say c = C.log_s c {}\nend\n"
NEW = "module Main (C : Mirage_console_lwt.S) = struct\n  let say c = C.log c {}\nend\n"
NAMES = ("config.ml", "lib/a b.ml", "lib/deep/c.ml", "unikernel.ml")
Capture = pytest.CaptureFixture[str]


def _texts(template: str) -> dict[str, str]:
    return {name: template.format(f'"{name}"') for name in NAMES}


def _fill(folder: Path) -> None:
    for name, text in _texts(OLD).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def _state(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text() for name in NAMES}


def _strays(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob(".mirageport*"))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A unikernel of four files, in the working folder."""
    monkeypatch.chdir(tmp_path)
    _fill(tmp_path)
    return tmp_path


# -- kill -9 at every write --------------------------------------------------------------------

STEPS = ("open", "write", "fsync", "fchmod", "chown", "link", "replace", "unlink", "lseek", "close")


def _dies_at(step: int, action: Callable[[], object]) -> bool:
    """Run something in a process of its own, and kill -9 it before its n-th step that touches the
    disk; a write is torn in the middle. Returns whether it died."""
    child = os.fork()
    if child == 0:
        _count_down(step)
        try:
            action()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def _count_down(step: int, last: Callable[[], object] = lambda: None) -> None:
    """Have this process die before its n-th step; last: what happens just then."""
    left = step

    def mortal(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                if name == "write" and len(args[1]) > 1:
                    real(args[0], bytes(args[1])[: len(args[1]) // 2])
                left = -1  # what happens now takes steps too
                last()
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **more)

        return call

    for name in STEPS:
        setattr(os, name, mortal(name, getattr(os, name)))


def _every_death(folder: Path, action: Callable[[], object]) -> Iterator[int]:
    """The steps at which an action can die, each seen from a fresh start."""
    step = 1
    while True:
        _fill(folder)
        if not _dies_at(step, action):
            return
        yield step
        step += 1


def _changes(folder: Path) -> dict[str, tuple[bytes, bytes]]:
    old, new = _texts(OLD), _texts(NEW)
    return {str(folder / name): (old[name].encode(), new[name].encode()) for name in NAMES}


def test_a_death_at_any_step_leaves_all_old_or_all_new(tmp_path: Path) -> None:
    tops = [os.path.realpath(tmp_path)]
    seen = []
    for step in _every_death(tmp_path, lambda: write(str(tmp_path), _changes(tmp_path), tops)):
        for name in NAMES:
            text = (tmp_path / name).read_text()
            assert text in (_texts(OLD)[name], _texts(NEW)[name]), f"step {step} tore {name}"
        resumed = resume(str(tmp_path), tops)
        assert resumed.troubles == [], step
        state = _state(tmp_path)
        assert state in (_texts(OLD), _texts(NEW)), f"step {step} left a mixture"
        assert _strays(tmp_path) == [], step
        seen.append(state == _texts(NEW))
    assert len(seen) > 40
    assert seen == sorted(seen), "once decided, always completed"
    assert {True, False} == set(seen)
    assert _state(tmp_path) == _texts(NEW)


class _Disk:
    """A disk that keeps for certain only what a program made durable: the contents and permissions
    of a file by an fsync of it, what was created, moved and removed by one of its folder.

    spare: a folder for what it still has to know, on the same file system.
    """

    def __init__(self, spare: Path) -> None:
        self._spare = spare
        self._real = {name: getattr(os, name) for name in STEPS}
        self._paths: dict[int, str] = {}
        self._dirty: dict[str, tuple[bytes, int]] = {}  # what each file held, and allowed
        self._names: list[tuple[str, Callable[[], object]]] = []  # what takes a change back
        for name in ("open", "write", "fchmod", "fsync", "link", "replace", "unlink"):
            setattr(os, name, getattr(self, f"_{name}"))

    def fails(self, lost: str, home: str) -> None:
        """Lose what is not durable: the `contents` of files, the `names` in folders, both, or the
        names in the folder `home` alone."""
        if lost in ("contents", "both"):
            for path, (content, mode) in self._dirty.items():
                if os.path.exists(path):
                    Path(path).write_bytes(content)
                    os.chmod(path, mode)
        for folder, take_back in reversed(self._names):
            if lost in ("names", "both") or (lost == "home" and folder == home):
                take_back()

    def _open(self, path: str, flags: int, mode: int = 0o777) -> int:
        handle: int = self._real["open"](path, flags, mode)
        self._paths[handle] = os.path.realpath(path)
        if flags & os.O_EXCL:
            self._later(path, lambda: self._real["unlink"](path))
        return handle

    def _write(self, handle: int, data: bytes) -> int:
        self._soils(handle)
        written: int = self._real["write"](handle, data)
        return written

    def _fchmod(self, handle: int, mode: int) -> None:
        self._soils(handle)
        self._real["fchmod"](handle, mode)

    def _soils(self, handle: int) -> None:
        path = self._paths[handle]
        self._dirty.setdefault(path, (Path(path).read_bytes(), os.stat(path).st_mode & 0o7777))

    def _fsync(self, handle: int) -> None:
        self._real["fsync"](handle)
        path = self._paths[handle]
        self._dirty.pop(path, None)
        self._names = [each for each in self._names if each[0] != path]

    def _link(self, old: str, new: str) -> None:
        self._real["link"](old, new)
        self._later(new, lambda: self._real["unlink"](new))

    def _replace(self, old: str, new: str) -> None:
        kept = self._kept(new)
        self._real["replace"](old, new)
        if old in self._dirty:
            self._dirty[new] = self._dirty.pop(old)

        def take_back() -> None:
            self._real["replace"](new, old)
            self._real["link"](kept, new)

        self._later(new, take_back)

    def _unlink(self, path: str) -> None:
        kept = self._kept(path)
        self._real["unlink"](path)
        self._later(path, lambda: self._real["link"](kept, path))

    def _kept(self, path: str) -> Path:
        kept = self._spare / str(len(os.listdir(self._spare)))
        if os.path.lexists(path):
            self._real["link"](path, kept)
        return kept

    def _later(self, path: str, take_back: Callable[[], object]) -> None:
        self._names.append((os.path.realpath(os.path.dirname(path)), take_back))


@pytest.mark.parametrize("lost", ["contents", "names", "both", "home"])
def test_a_power_failure_leaves_all_old_or_all_new(tmp_path: Path, lost: str) -> None:
    """At any step, and after the last one: what is not durable is lost."""

    def action(work: Path, step: int) -> None:
        (spare := tmp_path / f"spare{step}").mkdir()
        disk = _Disk(spare)
        home = os.path.realpath(work)
        _count_down(step, lambda: disk.fails(lost, home))
        write(str(work), _changes(work), [home])
        disk.fails(lost, home)

    seen, step, died = [], 0, True
    while died:
        step += 1
        work = tmp_path / f"work{step}"
        _fill(work)
        tops = [os.path.realpath(work)]
        died = _dies_at(0, partial(action, work, step))
        assert resume(str(work), tops).troubles == [], step
        state = _state(work)
        assert state in (_texts(OLD), _texts(NEW)), f"step {step} left a mixture"
        assert {os.stat(work / name).st_mode & 0o777 for name in NAMES} == {0o644}, step
        assert _strays(work) == [], step
        seen.append(state == _texts(NEW))
    assert len(seen) > 40
    assert seen == sorted(seen), "once decided, always completed"
    assert seen[-1], "what is reported as written stays"


def test_a_death_while_completing_is_completed_too(tmp_path: Path) -> None:
    tops = [os.path.realpath(tmp_path)]
    _fill(tmp_path)
    deaths = _deaths_by_replace(tmp_path, tops)
    for step in range(1, 200):
        deaths()
        if not _dies_at(step, lambda: resume(str(tmp_path), tops)):
            break
        assert resume(str(tmp_path), tops).troubles == []
        assert _state(tmp_path) == _texts(NEW), step
        assert _strays(tmp_path) == []
    assert step > 10


def _deaths_by_replace(folder: Path, tops: list[str]) -> Callable[[], None]:
    """What brings a folder into the state after a death between the second and third file."""

    def half() -> None:
        _fill(folder)
        child = os.fork()
        if child == 0:
            real, count = os.replace, 0

            def replace(*args: Any) -> None:
                nonlocal count
                count += 1
                if count == 3:
                    os.kill(os.getpid(), signal.SIGKILL)
                real(*args)

            vars(os)["replace"] = replace
            try:
                write(str(folder), _changes(folder), tops)
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        changed = [name for name in NAMES if _state(folder)[name] == _texts(NEW)[name]]
        assert len(changed) == 2

    return half


def test_a_death_while_putting_back_is_put_back(tmp_path: Path) -> None:
    tops = [os.path.realpath(tmp_path)]

    def fails_late() -> None:
        real, count = os.replace, 0

        def replace(*args: Any) -> None:
            nonlocal count
            count += 1
            if count == 3:
                raise OSError(5, "Input/output error")
            real(*args)

        vars(os)["replace"] = replace
        write(str(tmp_path), _changes(tmp_path), tops)

    steps = 0
    for step in _every_death(tmp_path, fails_late):
        resumed = resume(str(tmp_path), tops)
        assert resumed.troubles == [], step
        assert _state(tmp_path) in (_texts(OLD), _texts(NEW)), step
        assert _strays(tmp_path) == [], step
        steps += 1
    assert steps > 40
    assert _state(tmp_path) == _texts(OLD)


def test_the_next_fix_completes_and_says_so(here: Path, capsys: Capture) -> None:
    _deaths_by_replace(here, [os.path.realpath(here)])()
    assert main(["check"]) == 2
    assert "mirageport: .: a fix was interrupted here" in capsys.readouterr().err
    assert main(["fix", "--quiet"]) == 0
    said = capsys.readouterr().err
    assert said.count("completed a fix that had been interrupted") == 2
    assert _state(here) == _texts(NEW)
    assert _strays(here) == []
    assert main(["check"]) == 0


def test_what_was_changed_by_hand_since_is_left_alone(here: Path, capsys: Capture) -> None:
    _deaths_by_replace(here, [os.path.realpath(here)])()
    (last,) = [n for n in NAMES[3:] if _state(here)[n] == _texts(OLD)[n]]
    (here / last).write_text("let mine = 1\n")
    assert main(["fix"]) == 2
    assert f"{last}: changed since a fix was interrupted" in capsys.readouterr().err
    assert (here / last).read_text() == "let mine = 1\n"
    assert main(["fix"]) == 0
    assert _strays(here) == []


def test_another_fix_at_work_is_not_disturbed(here: Path) -> None:
    tops = [os.path.realpath(here)]
    ready, go = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        real = os.replace

        def replace(*args: Any) -> None:
            os.write(ready[1], b"x")
            os.read(go[0], 1)
            real(*args)

        vars(os)["replace"] = replace
        write(str(here), _changes(here), tops)
        os._exit(0)
    os.read(ready[0], 1)
    (trouble,) = resume(str(here), tops).troubles
    assert trouble.why == "another fix is at work here"
    (trouble,) = write(str(here), _changes(here), tops)
    assert "another fix is at work here" in trouble.why
    os.write(go[1], b"x" * len(NAMES))
    os.waitpid(child, 0)
    assert _state(here) == _texts(NEW)
    assert _strays(here) == []


def test_of_three_fixes_at_once_one_does_the_work(tmp_path: Path) -> None:
    """The others wait for it and find nothing left; none fails."""
    for number in range(6):
        _fill(tmp_path / f"u{number}")
    runs = [
        subprocess.Popen(
            [*COMMAND, "fix", "--jobs", "1"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], said
    applied = [int(out.partition("Applied ")[2].split()[0]) for out, _err in said]
    assert sum(applied) == 6 * len(NAMES) * 2, said
    for number in range(6):
        assert _state(tmp_path / f"u{number}") == _texts(NEW)
    assert _strays(tmp_path) == []


def test_a_fix_waits_for_the_one_at_work_and_says_so_when_that_takes_long(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mirageport.server.commands import units

    ready, go = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        real = os.replace

        def replace(*args: Any) -> None:
            os.write(ready[1], b"x")
            os.read(go[0], 1)
            real(*args)

        vars(os)["replace"] = replace
        write(str(here), _changes(here), [os.path.realpath(here)])
        os._exit(0)
    os.read(ready[0], 1)
    monkeypatch.setattr(units.Patience, "SECONDS", 0.3)
    assert main(["fix", "--quiet"]) == 2
    assert "another fix is at work here" in capsys.readouterr().err
    assert _state(here) == _texts(OLD)
    monkeypatch.setattr(units.Patience, "SECONDS", 60)
    threading.Timer(0.5, lambda: os.write(go[1], b"x" * len(NAMES))).start()
    assert main(["fix", "--quiet"]) == 0
    assert capsys.readouterr().err == ""
    os.waitpid(child, 0)
    assert _state(here) == _texts(NEW)
    assert _strays(here) == []


@pytest.mark.parametrize("kind", ["symbolic", "hard"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_two_unikernels_share(tmp_path: Path, kind: str, jobs: str) -> None:
    """By a link: the second one is ported with what the first one made of the file."""
    (tmp_path / ".git").mkdir()
    for name in ("one", "two"):
        _fill(tmp_path / name)
    shared = tmp_path / "two" / "lib" / "a b.ml"
    shared.unlink()
    if kind == "hard":
        shared.hardlink_to(tmp_path / "one" / "lib" / "a b.ml")
    else:
        shared.symlink_to("../../one/lib/a b.ml")
    result = _run(tmp_path, "fix", "--jobs", jobs)
    assert (result.returncode, result.stderr) == (0, "")
    assert _state(tmp_path / "one") == _state(tmp_path / "two") == _texts(NEW)
    assert shared.is_symlink() == (kind == "symbolic")
    assert _strays(tmp_path) == []


# -- disks and permissions ---------------------------------------------------------------------

COMMAND = [sys.executable, "-m", "mirageport.server.main"]


def _run(
    folder: Path, *args: str, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *args],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        preexec_fn=before,
    )


def test_a_full_disk_changes_nothing_and_names_the_file(tmp_path: Path) -> None:
    """On a file system of 64 KiB; in a name space of its own, where only root may mount."""
    disk = tmp_path / "disk"
    disk.mkdir()
    script = f"""
        mount -t tmpfs -o size=64k none '{disk}' || exit 77
        cd '{disk}'
        mkdir lib lib/deep
        for name in config.ml 'lib/a b.ml' lib/deep/c.ml unikernel.ml; do
            cp "{tmp_path}/from/$name" "$name" || exit 77
        done
        head -c 100000 /dev/zero >filler 2>/dev/null
        df --output=avail . | tail -1
        {sys.executable} -m mirageport.server.main fix --quiet
        echo "status $?"
        find . -name '.mirageport*'
        for name in config.ml 'lib/a b.ml' lib/deep/c.ml unikernel.ml; do
            cmp "{tmp_path}/from/$name" "$name" || echo differs
        done
        truncate -s 1000 filler
        {sys.executable} -m mirageport.server.main fix --quiet
        echo "then $?"
    """
    _fill(tmp_path / "from")
    alone = ["unshare", "--user", "--map-root-user", "--mount"]
    prefix = alone[:1] + alone[3:] if os.getuid() == 0 else alone
    result = subprocess.run(
        [*prefix, "sh", "-c", script], capture_output=True, text=True, check=False, timeout=120
    )
    if result.returncode == 77 or "unshare" in result.stderr:
        pytest.skip("this system lets nobody mount")
    lines = result.stdout.split("\n")
    assert lines[0].strip() == "0"
    assert lines[1:] == ["status 2", "then 0", ""], result.stdout
    assert "No space left on device" in result.stderr
    assert "config.ml: not written" in result.stderr or "config.ml: cannot" in result.stderr


@pytest.mark.parametrize("limit", [0, 1, 64, 100, 700, 1000])
def test_a_quota_changes_nothing_and_names_the_file(tmp_path: Path, limit: int) -> None:
    _fill(tmp_path)
    (tmp_path / "unikernel.ml").write_text(_texts(OLD)["unikernel.ml"] + "(* long *)\n" * 200)
    before = _state(tmp_path)

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    result = _run(tmp_path, "fix", "--quiet", before=limited)
    assert result.returncode == 2, result.stderr
    assert "File too large" in result.stderr
    assert "unikernel.ml" in result.stderr
    assert "Traceback" not in result.stderr
    assert _state(tmp_path) == before
    assert _strays(tmp_path) == []


def test_a_read_only_file_stops_the_whole_set(here: Path, capsys: Capture) -> None:
    (here / "unikernel.ml").chmod(0o444)
    assert main(["fix"]) == 2
    captured = capsys.readouterr()
    assert "unikernel.ml: is read-only" in captured.err
    assert "config.ml: not written, as unikernel.ml cannot be" in captured.err
    assert "Applied 0 fixes in 0 files." in captured.out
    assert _state(here) == _texts(OLD)
    assert _strays(here) == []


def test_a_read_only_folder_stops_the_whole_set(tmp_path: Path) -> None:
    _fill(tmp_path)
    folder = tmp_path / "lib" / "deep"
    folder.chmod(0o555)
    # What root may do regardless of permissions is taken from it.
    mortal = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.getuid() == 0 else []
    result = subprocess.run(
        [*mortal, *COMMAND, "fix", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    assert result.returncode == 2, result.stderr
    assert "lib/deep/c.ml: cannot be written: Permission denied" in result.stderr
    assert _state(tmp_path) == _texts(OLD)
    assert _strays(tmp_path) == []


@pytest.mark.parametrize("failing", range(1, len(NAMES) + 1))
def test_a_file_that_cannot_be_moved_takes_the_others_back(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    real, count = os.replace, 0

    def replace(*args: Any) -> None:
        nonlocal count
        count += 1
        if count == failing:
            raise OSError(1, "Operation not permitted")
        real(*args)

    monkeypatch.setattr(os, "replace", replace)
    assert main(["fix"]) == 2
    assert f"{NAMES[failing - 1]}: cannot be written" in capsys.readouterr().err
    assert _state(here) == _texts(OLD)
    assert _strays(here) == []


def test_what_cannot_even_be_put_back_is_said_and_put_back_later(
    here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, count = os.replace, 0

    def replace(*args: Any) -> None:
        nonlocal count
        count += 1
        if count > 2:
            raise OSError(5, "Input/output error")
        real(*args)

    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", replace)
        assert main(["fix"]) == 2
    said = capsys.readouterr().err
    assert "lib/deep/c.ml: cannot be written: Input/output error" in said
    assert "config.ml: is written and cannot be put back" in said
    tops = [os.path.realpath(here)]
    assert len(resume(str(here), tops).messages) == 2
    assert _state(here) == _texts(OLD)
    assert _strays(here) == []


def test_a_file_system_without_links(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def link(*_args: Any) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    before = {name: (here / name).stat().st_mode for name in NAMES}
    assert main(["fix", "--quiet"]) == 0
    assert _state(here) == _texts(NEW)
    assert {name: (here / name).stat().st_mode for name in NAMES} == before
    assert _strays(here) == []


def test_without_links_too_the_others_are_taken_back(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.replace

    def link(*_args: Any) -> None:
        raise OSError(1, "Operation not permitted")

    def replace(source: str, target: str) -> None:
        if source.endswith(".new") and target.endswith("unikernel.ml"):
            raise OSError(5, "Input/output error")
        real(source, target)

    monkeypatch.setattr(os, "link", link)
    monkeypatch.setattr(os, "replace", replace)
    assert main(["fix", "--quiet"]) == 2
    assert _state(here) == _texts(OLD)
    assert _strays(here) == []


def test_a_file_that_changed_since_it_was_read(here: Path) -> None:
    """Somebody saved it while it was being ported: that text wins, and the others stay too."""
    changes = _changes(here)
    (here / "lib" / "deep" / "c.ml").write_text("let mine = 1\n")
    (trouble,) = write(str(here), changes, [os.path.realpath(here)])
    assert (trouble.path, trouble.why) == (
        str(here / "lib/deep/c.ml"),
        "changed while it was being ported",
    )
    assert _state(here) == {**_texts(OLD), "lib/deep/c.ml": "let mine = 1\n"}
    assert _strays(here) == []


@pytest.mark.parametrize("moment", range(1, len(NAMES) + 1))
def test_ctrl_c_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    """While the new texts are put beside the files: as each of them was."""
    real, count = os.link, 0

    def link(*args: Any) -> None:
        nonlocal count
        real(*args)
        count += 1
        if count == moment:
            signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(os, "link", link)
    # A shell starts what it puts into the background with the signal ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            write(str(here), _changes(here), [os.path.realpath(here)])
    finally:
        signal.signal(signal.SIGINT, before)
    assert _state(here) == _texts(OLD)
    assert _strays(here) == []


def test_the_owner_stays(here: Path) -> None:
    """Of a file of somebody else's, which only root writes; else of one of another group."""
    groups = [each for each in os.getgroups() if each != os.getgid()]
    owner = (1234, 4321) if os.getuid() == 0 else (os.getuid(), *groups, os.getgid())[:2]
    os.chown(here / "unikernel.ml", *owner)
    assert main(["fix", "--quiet"]) == 0
    status = (here / "unikernel.ml").stat()
    assert (status.st_uid, status.st_gid) == owner
    assert _state(here) == _texts(NEW)


def test_a_file_that_changes_at_the_last_moment(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor saves one file after all was staged: the person's text wins, in all files."""
    real = os.replace

    def replace(source: str, target: str) -> None:
        mine = here / "lib" / "deep" / "c.ml"
        if not target.endswith("c.ml") and mine.read_text() != "let mine = 1\n":
            mine.write_text("let mine = 1\n")
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    assert main(["fix"]) == 2
    expected = {**_texts(OLD), "lib/deep/c.ml": "let mine = 1\n"}
    assert _state(here) == expected
    assert _strays(here) == []


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_permissions_stay(here: Path, mode: int) -> None:
    (here / "unikernel.ml").chmod(mode)
    assert main(["fix", "--quiet"]) == 0
    assert (here / "unikernel.ml").stat().st_mode & 0o7777 == mode


# -- links and journals of others --------------------------------------------------------------


def test_a_link_inside_is_followed_and_one_outside_refused(tmp_path: Path, capsys: Capture) -> None:
    work, other = tmp_path / "work", tmp_path / "other.ml"
    _fill(work)
    other.write_text(_texts(OLD)["unikernel.ml"])
    (work / "inner.ml").symlink_to("lib/a b.ml")
    (work / "outer.ml").symlink_to(other)
    assert main(["fix", "--quiet", str(work)]) == 2
    assert "outer.ml: is a link that leads out of the folder" in capsys.readouterr().err
    assert other.read_text() == _texts(OLD)["unikernel.ml"]
    assert (work / "inner.ml").is_symlink()
    assert _state(work) == _texts(NEW)


def test_nothing_is_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    """Nor when a file became such a link after it was read."""
    work, other = tmp_path / "work", tmp_path / "other.ml"
    _fill(work)
    (work / "unikernel.ml").rename(other)
    (work / "unikernel.ml").symlink_to(other)
    (trouble,) = write(str(work), _changes(work), [os.path.realpath(work)])
    assert trouble.path == str(work / "unikernel.ml")
    assert "is a link that leads out of the folder" in trouble.why
    assert other.read_text() == _texts(OLD)["unikernel.ml"]
    assert _state(work) == _texts(OLD)
    assert _strays(tmp_path) == []


def test_a_link_inside_the_checkout_is_followed(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    _fill(tmp_path / "work")
    shared = tmp_path / "shared.ml"
    shared.write_text(_texts(OLD)["unikernel.ml"])
    (tmp_path / "work" / "common.ml").symlink_to(shared)
    assert main(["fix", "--quiet", str(tmp_path / "work")]) == 0
    assert shared.read_text() == _texts(NEW)["unikernel.ml"]


@pytest.mark.parametrize(
    "rows",
    [
        '[["x.ml", "../victim.ml", "../.mirageport-1-0.new", "../.mirageport-1-0.old", "B", "A"]]',
        '[["x.ml", "unikernel.ml", ".mirageport-1-0.new", "config.ml", "B", "A"]]',
        '[["x.ml", "unikernel.ml", "lib/.mirageport-1-0.new", ".mirageport-1-0.old", "B", "A"]]',
        '[["x.ml"]]',
        "{}",
        "[" * 100_000,
        "[[1, 2, 3, 4, 5, 6]]",
        '[["\\u0000", "\\u0000", "a", "b", "c", "d"]]',
        "nonsense",
    ],
)
@pytest.mark.parametrize("state", "012x")
def test_a_journal_that_came_with_a_hostile_repository(
    tmp_path: Path, capsys: Capture, rows: str, state: str
) -> None:
    work, victim = tmp_path / "work", tmp_path / "victim.ml"
    _fill(work)
    victim.write_text("precious\n")
    (work / JOURNAL).write_text(f"{state}{rows}\n")
    before = _state(work)
    start = time.monotonic()
    assert main(["fix", "--quiet", str(work)]) == 2
    assert time.monotonic() - start < 5, "nobody is at work here to wait for"
    told = capsys.readouterr().err
    assert told.count(f"{JOURNAL}: is no journal of an interrupted fix; remove it") == 1
    assert f"unikernel.ml: not written, as {work / JOURNAL} cannot be" in told
    assert victim.read_text() == "precious\n"
    assert _state(work) == before


def test_a_journal_that_is_a_link_or_a_pipe(tmp_path: Path) -> None:
    _fill(tmp_path)
    outside = tmp_path / "elsewhere"
    outside.write_text("0[]\n")
    (tmp_path / JOURNAL).symlink_to(outside)
    assert main(["fix", "--quiet", str(tmp_path)]) == 2
    assert outside.read_text() == "0[]\n"
    (tmp_path / JOURNAL).unlink()
    os.mkfifo(tmp_path / JOURNAL)
    assert main(["fix", "--quiet", str(tmp_path)]) == 2


# -- diffs -------------------------------------------------------------------------------------

LINES = st.lists(
    st.sampled_from([b"a", b"b", b"", b"c \r", b"\r", b"\xc3\xa9", b"-- x", b"++ y", b"\t"]),
    max_size=12,
)
FILE_NAMES = [
    "a.ml", "a b.ml", "é/ü.ml", 'say "x".ml', "back\\slash.ml", "tab\there.ml", "new\nline.ml",
    "-a.ml",
]  # fmt: skip


@pytest.mark.parametrize("tool", ["git", "patch"])
@settings(deadline=None, max_examples=60)
@given(
    st.sampled_from(FILE_NAMES), LINES, LINES, st.sampled_from([b"\n", b"\r\n"]), st.booleans(),
    st.booleans(),
)  # fmt: skip
def test_diffs_apply_byte_for_byte(
    tool: str, name: str, old: list[bytes], new: list[bytes], end: bytes, first: bool, last: bool
) -> None:
    import tempfile

    before = end.join(old) + end * first or b"x"
    after = end.join(new) + end * last or b"y"
    change = diff(name, before, after)
    if before == after:
        assert change == b""
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(before)
        command = ["git", "apply", "-"] if tool == "git" else ["patch", "-s", "-p1"]
        # Outside of any checkout: git would leave out what its own ignores.
        subprocess.run(command, cwd=folder, input=change, check=True, capture_output=True,
                       env={**os.environ, "GIT_CEILING_DIRECTORIES": folder})  # fmt: skip
        assert path.read_bytes() == after


@pytest.mark.parametrize("tool", [["git", "apply", "-"], ["patch", "-s", "-p1"]])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("last", [True, False])
def test_the_diff_of_a_whole_unikernel_applies(
    here: Path, tool: list[str], end: str, last: bool
) -> None:
    def shaped(template: str) -> dict[str, bytes]:
        texts = _texts(template)
        ends = {name: text if last else text.rstrip("\n") for name, text in texts.items()}
        return {name: text.replace("\n", end).encode() for name, text in ends.items()}

    for name, data in shaped(OLD).items():
        (here / name).write_bytes(data)
    result = subprocess.run([*COMMAND, "fix", "--diff"], capture_output=True, check=False)
    assert {name: (here / name).read_bytes() for name in NAMES} == shaped(OLD)
    subprocess.run(tool, input=result.stdout, check=True, capture_output=True)
    assert {name: (here / name).read_bytes() for name in NAMES} == shaped(NEW)


@pytest.mark.parametrize("tool", [["git", "apply", "-"], ["patch", "-s", "-p1"]])
@pytest.mark.parametrize(
    ("start", "asked", "root"),
    [
        ("other", "../project", "."),
        ("other", "{}/project", "."),
        (".", "{}/project/lib", "."),
        ("project", "{}/project", "project"),
        ("project/lib", "..", "."),
        ("project/lib", "../../door", "."),
    ],
)
@pytest.mark.parametrize("checkout", [True, False])
def test_a_diff_of_files_elsewhere_applies(
    tmp_path: Path, tool: list[str], start: str, asked: str, root: str, checkout: bool
) -> None:
    """Its names start in the working folder, or in a folder that is named."""
    if checkout:
        subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    _fill(tmp_path / "project")
    (tmp_path / "project" / "same.ml").symlink_to("unikernel.ml")
    (tmp_path / "other").mkdir()
    (tmp_path / "door").symlink_to("project")
    result = _run(tmp_path / start, "fix", "--diff", asked.format(tmp_path))
    base = tmp_path / root
    if root != start:
        (said,) = (line for line in result.stderr.splitlines() if "the names in" in line)
        base = Path(
            said.removeprefix("mirageport: the names in the diff start in ")[: -len(ENDING)]
        )
        assert base == base.resolve()
        assert not checkout or base == tmp_path
    else:
        assert "the names in the diff" not in result.stderr
    subprocess.run(
        tool,
        cwd=base,
        input=result.stdout.encode(),
        check=True,
        capture_output=True,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(base)},
    )
    assert _state(tmp_path / "project") == _texts(NEW)


ENDING = ": apply it there"
