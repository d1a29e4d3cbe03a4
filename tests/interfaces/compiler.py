"""The real compiler as the judge: our interfaces of one side, and user files checked against it."""

from __future__ import annotations

import math
import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest

from mirageport.api.view import release
from mirageport.mirage.releases import START, TARGET
from mirageport.server import compiler as program
from mirageport.server import generated
from mirageport.server.verify import options

from ..packs import unikernel

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
API = ROOT / "mirage" / "interfaces"
OLD, NEW = START, TARGET

# The warnings that tell of arms lost and values dropped.
_WARNINGS = ("-w", "+5+8+10+11+12")
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


def _key_gen(files: dict[str, str], side: str) -> dict[str, str]:
    """What `mirage configure` of a release generates for a config.ml, where code reads it."""
    if "Key_gen." not in "".join(files.values()) or release(side) >= (4, 9):
        return {}
    project = unikernel({"config.ml": files.get("config.ml", "").encode()})
    return {generated.KEYS: generated.keys(project, release(side))}


class Compiler:
    """Checks against the compiled interfaces of each side, by the code that `verify` runs."""

    def __init__(self, folder: Path, more: Sequence[Path] = (), ppx: Sequence[str] = ()) -> None:
        """folder: where everything is put. more: interfaces that both sides get as well. ppx:
        commands of preprocessors."""
        texts = {source.name: source.read_bytes() for source in more}
        self.program = program.Compiler(
            require("ocamlc"), folder, patience=120, altogether=math.inf, more=texts
        )
        self.ppx = [word for command in ppx for word in ("-ppx", command)]

    def build(self, side: str) -> Path:
        """The folder of a side's compiled interfaces; each of them compiles."""
        built = self.program.build(side)
        assert not built.missing
        return built.folder

    def check(
        self, side: str, files: dict[str, str], flags: Sequence[str] = _WARNINGS
    ) -> list[Complaint]:
        """What the compiler says of files (name -> text), each compiled after those before it.

        Empty when it accepts all of them without one of the warnings that the flags ask for.
        """
        self.build(side)
        files = {**_key_gen(files, side), **files}
        folder = self.program.new_folder({name: text.encode() for name, text in files.items()})
        complaints = []
        for name in files:
            ran = self.program.typed(side, folder, name, [*options(name), *self.ppx, *flags])
            assert ran.status is not None
            if ran.text.strip():
                place = _PLACE.search(ran.text)
                line = int(place.group(2)) if place else 0
                complaints.append(Complaint(name, line, ran.text))
        return complaints

    def interface(self, side: str, files: dict[str, str], name: str) -> str:
        """The interface of one of some files, as the compiler prints it; "" when it is refused."""
        self.build(side)
        folder = self.program.new_folder({each: text.encode() for each, text in files.items()})
        ran = self.program.typed(side, folder, name, [*options(name), *self.ppx, "-i"])
        return ran.text if ran.status == 0 else ""
