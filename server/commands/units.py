"""The unikernels that a command works on, with the rules that count for each."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.server.commands.options import given
from mirageport.server.commands.terminal import complain, require_code
from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.server.files import Trouble
    from mirageport.server.projects import Sources, Unit
    from mirageport.server.settings import Settings


class Asked(NamedTuple):
    """What a person asked for. paths: files and folders. text: the file on standard input, by its
    name; None where all is on the disk."""

    paths: list[str]
    text: dict[str, bytes] | None = None


_UNNAMED = "stdin.ml"


def asked_for(options: Namespace) -> Asked:
    """The files to work on. Reads standard input where it is one of them. Raises `Failure` for a
    text that cannot be taken."""
    name, paths = options.stdin_filename, options.paths
    if name is None and "-" not in paths:
        return Asked(paths or ["."])
    if paths not in ([], ["-"]):
        raise Failure("standard input is one file: name no other PATH beside it")
    from mirageport.ocaml.source import NotText, Source
    from mirageport.server.files import MAX_FILE_BYTES

    name = os.path.normpath(name or _UNNAMED)
    data = sys.stdin.buffer.read(MAX_FILE_BYTES + 1)
    if len(data) > MAX_FILE_BYTES:
        raise Failure(f"{name}: is too large (at most {MAX_FILE_BYTES} bytes)")
    try:
        Source(data).check_text()
    except NotText as error:
        raise Failure(f"{name}: {error}") from None
    return Asked([name], {name: data})


def say_excluded(asked: Asked) -> None:
    """Say of the files that a person named which of them the settings leave out: that nothing is
    reported of them must not be taken for nothing being left."""
    from mirageport.server.settings import SettingsError, find, load

    for path in asked.paths:
        if path in (asked.text or ()) or os.path.isfile(path):
            folder = os.path.dirname(path) or "."
            with suppress(SettingsError):  # said by the command itself
                if load(folder).excludes(path):
                    complain(f"{path}: excluded by `exclude` in {find(folder)}")


def read_units(
    options: Namespace, asked: Asked, *, writing: bool, require: bool = False
) -> tuple[list[tuple[Sources, Settings]], list[Trouble]]:
    """What to work on, with the settings that count for each, and what could not be read.

    writing: whether files will be written, so that a fix that was interrupted is brought to its end
    first. require: whether to raise `Failure` where there is no code.
    """
    from mirageport.server.checking import chosen, interrupted
    from mirageport.server.packs import counting
    from mirageport.server.projects import ported_by, read, units

    wanted = given(options)
    found, troubles = units(asked.paths, asked.text)
    if require:
        require_code(asked.paths, found, troubles)
    say_excluded(asked)
    work = []
    for unit in found:
        settings = chosen(unit.folder, wanted)
        troubles.extend(unfinished(unit) if writing else interrupted(unit))
        one, unread = read(unit, asked.text)
        packs, unusable = counting(settings.packs, unit.folder, one.files, settings.target)
        work.append((ported_by(one, packs, settings.target, asked.text), settings))
        troubles.extend(unusable)
        troubles.extend(each for each in unread if not settings.excludes(each.path))
    return work, list(dict.fromkeys(troubles))


def unfinished(unit: Unit) -> list[Trouble]:
    """Wait for a fix that is at work here, and complete one that was interrupted. Returns what
    stands in the way."""
    from mirageport.server.files import JOURNAL
    from mirageport.server.writing import resume

    patience = Patience()
    while os.path.lexists(os.path.join(unit.folder, JOURNAL)):
        resumed = resume(unit.folder, unit.tops)
        for line in resumed.messages:
            complain(line)
        if not resumed.troubles or not patience.left(resumed.troubles):
            return resumed.troubles
    return []


class Patience:
    """How long to wait for others who work on the same files."""

    SECONDS = 10.0
    # Long enough not to be in the way of the other run, short enough for a person not to notice.
    PAUSE = 0.05

    def __init__(self) -> None:
        self._end = time.monotonic() + self.SECONDS

    def left(self, troubles: list[Trouble]) -> bool:
        """Whether to try again; waits a little then. troubles: of the attempt before."""
        if not any(trouble.passes for trouble in troubles) or time.monotonic() > self._end:
            return False
        time.sleep(self.PAUSE)
        return True
