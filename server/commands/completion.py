"""`mirageport completion`: prints a shell's completions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shtab

from mirageport.server.commands.options import parser
from mirageport.server.commands.terminal import DONE

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    print(shtab.complete(parser(), shell=options.shell))
    return DONE
