"""The real compiler as the judge: our interfaces of one side, and user files checked against it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
API = ROOT / "mirage" / "api"
OLD, NEW = "2.9", "3.0"

# Mirage 3's own flags, and the warnings that tell of arms lost and values dropped.
_FLAGS = ["-principal", "-strict-sequence", "-safe-string", "-w", "+5+8+10+11+12"]
_PLACE = re.compile(r'^File "([^"]+)", lines? (\d+)')


class Complaint(NamedTuple):
    """What the compiler said first about a file: its name, the line, the whole message."""

    file: str
    line: int
    message: str


def require(tool: str) -> str:
    """The path of a tool. A test without it skips on a laptop and fails in CI."""
    path = shutil.which(tool)
    if path is None:
        missing(tool)
    return path


def missing(tool: str) -> NoReturn:
    """End a test for want of a tool."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{tool} is not installed")
    pytest.skip(f"{tool} is not installed")


class Compiler:
    """Compiled interfaces of each side, made once, and checks against them."""

    def __init__(self, folder: Path, more: Sequence[Path] = (), ppx: Sequence[str] = ()) -> None:
        """folder: where everything is put. more: interfaces that both sides get as well. ppx:
        commands of preprocessors."""
        require("ocamlc")
        self.folder = folder
        self._more = more
        self._ppx = [word for command in ppx for word in ("-ppx", command)]
        self._built: dict[str, Path] = {}

    def build(self, side: str) -> Path:
        """The folder of a side's compiled interfaces. Raises when one does not compile."""
        if side not in self._built:
            target = self.folder / f"api-{side}"
            target.mkdir()
            for source in [
                *(API / "common").glob("*.mli"),
                *(API / side).glob("*.mli"),
                *self._more,
            ]:
                shutil.copy(source, target / source.name)
            names = sorted(path.name for path in target.glob("*.mli"))
            order = run(["ocamldep", "-sort", *names], target).stdout.split()
            for name in order:
                done = run(["ocamlc", "-c", "-w", "-a", name], target)
                assert done.returncode == 0, done.stderr
            self._built[side] = target
        return self._built[side]

    def check(
        self, side: str, files: dict[str, str], flags: Sequence[str] = _FLAGS
    ) -> list[Complaint]:
        """What the compiler says of files (name -> text), each compiled after those before it.

        Empty when it accepts all of them without a warning that the flags ask for.
        """
        api = self.build(side)
        folder = self.folder / f"user-{len(list(self.folder.iterdir()))}"
        folder.mkdir()
        complaints = []
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())
            command = ["ocamlc", "-c", "-I", str(api), *self._ppx, *flags, name]
            done = run(command, folder)
            if done.stderr.strip():
                place = _PLACE.search(done.stderr)
                line = int(place.group(2)) if place else 0
                complaints.append(Complaint(name, line, done.stderr))
        return complaints

    def interface(
        self, side: str, files: dict[str, str], name: str, flags: Sequence[str] = _FLAGS
    ) -> str:
        """The interface of one of some files, as the compiler prints it; "" when it is refused."""
        api = self.build(side)
        folder = self.folder / f"printed-{len(list(self.folder.iterdir()))}"
        folder.mkdir()
        for each, text in files.items():
            (folder / each).write_bytes(text.encode())
        return run(["ocamlc", "-i", "-I", str(api), *self._ppx, *flags, name], folder).stdout

    def sorted(self, files: dict[str, str]) -> list[str]:
        """The names of files in the order in which they need each other; as they come where the
        compiler's tool cannot tell, as in a file with a syntax error."""
        folder = self.folder / f"sorted-{len(list(self.folder.iterdir()))}"
        folder.mkdir()
        for name, text in files.items():
            (folder / name).write_bytes(text.encode())
        found = run(["ocamldep", *self._ppx, "-sort", *sorted(files)], folder).stdout.split()
        return [*found, *(name for name in files if name not in found)]


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """What a command did in a folder: its exit code, and what it wrote."""
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
