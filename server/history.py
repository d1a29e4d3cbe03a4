"""Earlier states of a folder, out of its git repository, read without touching the work tree.

Only plumbing is called (`rev-list`, `ls-tree`, `cat-file`): it runs no hook, no filter and nothing
else that a repository's settings may name, and fetches nothing.
"""

from __future__ import annotations

import os
import subprocess
from typing import IO, TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import MAX_FILE_BYTES
from mirageport.server.projects import SKIPPED_FOLDERS, WITH_CODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# More OCaml files than this at one commit are not read.
MAX_FILES = 5000

# How long git may take to list commits or files: settings that include a pipe take for ever.
PATIENCE = 120.0  # seconds


class NoHistory(Exception):
    """The history cannot be read; the message says why, for the person."""


class State(NamedTuple):
    """A folder at one commit. when: seconds since 1970. blobs: the object of each OCaml file, by
    its name in the folder."""

    commit: str
    when: int
    blobs: dict[str, str]


def states(folder: str, limit: int) -> list[State]:
    """The folder at up to `limit` of the commits that changed OCaml files in it, oldest first, the
    first and the last among them. Raises `NoHistory`."""
    found = _commits(folder)
    return [State(commit, when, _blobs(folder, commit)) for commit, when in _sampled(found, limit)]


def _commits(folder: str) -> list[tuple[str, int]]:
    patterns = [f":(glob)**/*{suffix}" for suffix in WITH_CODE]
    out = _git(folder, "rev-list", "--first-parent", "--timestamp", "HEAD", "--", *patterns)
    commits = []
    for line in out.decode("ascii", "replace").splitlines():
        when, _, commit = line.partition(" ")
        commits.append((commit, int(when)))
    return commits[::-1]


def _sampled(commits: Sequence[tuple[str, int]], limit: int) -> list[tuple[str, int]]:
    if len(commits) <= limit:
        return list(commits)
    last = len(commits) - 1
    chosen = dict.fromkeys(round(index * last / (limit - 1)) for index in range(limit))
    return [commits[index] for index in chosen]


def _blobs(folder: str, commit: str) -> dict[str, str]:
    blobs: dict[str, str] = {}
    for row in _git(folder, "ls-tree", "-r", "-l", "-z", commit, "--", ".").split(b"\0"):
        head, _, path = row.partition(b"\t")
        fields = head.split()
        name = os.fsdecode(path)
        if len(fields) != 4 or fields[1] != b"blob" or fields[0] == b"120000":
            continue
        if not name.endswith(WITH_CODE) or SKIPPED_FOLDERS & set(name.split("/")):
            continue
        if fields[3].isdigit() and int(fields[3]) <= MAX_FILE_BYTES and len(blobs) < MAX_FILES:
            blobs[name] = fields[2].decode("ascii")
    return blobs


class Objects:
    """Reads objects of a repository, one process for all of them; a context manager."""

    def __init__(self, folder: str) -> None:
        self._process = subprocess.Popen(
            ["git", *_QUIET, "cat-file", "--batch"],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def __enter__(self) -> Objects:
        return self

    def __exit__(self, *_error: object) -> None:
        for stream in self._streams():
            stream.close()
        self._process.wait()

    def _streams(self) -> Iterator[IO[bytes]]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        yield self._process.stdin
        yield self._process.stdout

    def read(self, name: str) -> bytes | None:
        """The content of an object; None where the repository does not have it."""
        put, take = self._streams()
        try:
            put.write(f"{name}\n".encode("ascii"))
            put.flush()
        except BrokenPipeError:
            return None
        fields = take.readline().split()
        if len(fields) != 3 or not fields[2].isdigit():
            return None
        content = take.read(int(fields[2]))
        take.read(1)
        return content


_QUIET = ("--no-pager", "--no-optional-locks")

LOCKS = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none"}
"""What is not there is not fetched, be it from another machine or by a program that the settings
name as a "remote". Older versions of git know only the second."""


def _environment() -> dict[str, str]:
    return {
        **os.environ,
        **LOCKS,
        "GIT_TERMINAL_PROMPT": "0",
        "LC_ALL": "C",
    }


def _git(folder: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", *_QUIET, *arguments],
            cwd=folder,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise NoHistory("git takes too long") from None
    except OSError as error:
        raise NoHistory(f"git cannot be run: {error.strerror}") from None
    if done.returncode != 0:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise NoHistory(f"git: {lines[-1] if lines else 'it failed'}")
    return done.stdout
