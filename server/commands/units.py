"""The unikernels that a command works on, with the rules that count for each."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.server.commands.options import given
from mirageport.server.commands.terminal import complain, require_code

if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.diagnostics.engine import Choice
    from mirageport.server.files import Home, Trouble, Unit


def units(
    options: Namespace, *, writing: bool, require: bool = False
) -> tuple[list[Unit], list[Trouble]]:
    """What to work on, and what could not be read. writing: whether files will be written, so
    that a fix that was interrupted is brought to its end first. require: whether to raise `Failure`
    where there is no code."""
    from mirageport.server.files import homes, unit

    given(options)
    found, troubles = homes(options.paths or ["."])
    if require:
        require_code(options.paths, found, troubles)
    units = []
    for home in found:
        troubles.extend(_unfinished(home, writing))
        one, unread = unit(home)
        units.append(one)
        troubles.extend(unread)
    return units, troubles


def _unfinished(home: Home, writing: bool) -> list[Trouble]:
    """Deal with a fix that was interrupted here. Returns what stands in the way."""
    from mirageport.server.files import JOURNAL

    if not os.path.lexists(os.path.join(home.folder, JOURNAL)):
        return []
    from mirageport.server.writing import interrupted, resume

    if not writing:
        return [interrupted(home.folder)]
    resumed = resume(home.folder, home.tops)
    for line in resumed.said:
        complain(line)
    return resumed.troubles


class Chosen(NamedTuple):
    """What was chosen for a unit: the rules that count, whether fixes that need a review are made,
    and whether what is ported already is judged."""

    choice: Choice
    review: bool
    self_check: bool


def chosen(options: Namespace, units: list[Unit]) -> list[Chosen]:
    """What was chosen for each unit, on the command line and in its settings."""
    from mirageport.diagnostics.engine import Choice
    from mirageport.server.checking import chosen as chosen_in

    said = given(options)
    found = []
    for unit in units:
        settings, review = chosen_in(unit.home.folder, said)
        choice = Choice(settings.select, settings.ignore)
        found.append(Chosen(choice, review, settings.self_check))
    return found
