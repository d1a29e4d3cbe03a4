"""`mirageport completion`: prints a shell's completions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import shtab

from mirageport.server.commands.options import FILE_NAMES, parser
from mirageport.server.commands.terminal import DONE

if TYPE_CHECKING:
    from argparse import Namespace


# A name that begins with a dash would be an option.
_BASH = f"""
{FILE_NAMES}() {{
  local name
  compgen -f -- "$1" | while IFS= read -r name; do
    if [[ $name == -* ]]; then name=./$name; fi
    printf '%s\\n' "$name"
  done
}}
"""


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    preamble: Any = {"bash": _BASH}  # its annotation speaks of one shell's alone
    print(shtab.complete(parser(), shell=options.shell, preamble=preamble))
    return DONE
