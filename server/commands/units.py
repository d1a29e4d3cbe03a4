"""The unikernels that a command works on, with the rules that count for each."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from mirageport.server.commands.options import given
from mirageport.server.commands.terminal import complain, require_code

if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.server.files import Trouble
    from mirageport.server.projects import Sources, Unit
    from mirageport.server.settings import Settings


def read_units(
    options: Namespace, *, writing: bool, require: bool = False
) -> tuple[list[tuple[Sources, Settings]], list[Trouble]]:
    """What to work on, with the settings that count for each, and what could not be read.

    writing: whether files will be written, so that a fix that was interrupted is brought to its end
    first. require: whether to raise `Failure` where there is no code.
    """
    from mirageport.server.checking import chosen, interrupted
    from mirageport.server.projects import read, units

    wanted = given(options)
    found, troubles = units(options.paths or ["."])
    if require:
        require_code(options.paths, found, troubles)
    texts = []
    for unit in found:
        troubles.extend(unfinished(unit) if writing else interrupted(unit))
        one, unread = read(unit)
        texts.append(one)
        troubles.extend(unread)
    work = [(one, chosen(one.unit.folder, wanted)) for one in texts]
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
