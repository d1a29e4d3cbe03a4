"""`mirageport report`: says where the port stands and who does what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE, FAILED, LEFT, say_troubles
from mirageport.server.commands.units import Asked, read_units
from mirageport.server.report import command

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    asked = Asked(options.paths or ["."])
    found, troubles = read_units(options, asked, writing=False)
    work = [(one, settings.choice(one.files), settings.self_check) for one, settings in found]
    left, troubles = command.run(options, work, troubles)
    say_troubles(troubles)
    if troubles:
        return FAILED
    return LEFT if left else DONE
