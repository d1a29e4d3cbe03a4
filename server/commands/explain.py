"""`mirageport explain`: prints a rule's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE, colourful
from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    from shutil import get_terminal_size

    from mirageport.diagnostics.rules import UnknownRule, rule, rule_names
    from mirageport.server.explain import page
    from mirageport.server.settings import nearest

    try:
        found = rule(options.rule)
    except UnknownRule:
        near = nearest(options.rule, rule_names())
        raise Failure(f"no rule is called '{options.rule}'{near}") from None
    print(page(found, get_terminal_size().columns, colourful()), end="")
    return DONE
