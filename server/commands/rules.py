"""`mirageport rules`: lists the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    from mirageport.server.packs import PACK

    rules = PACK.rules.all()
    width = max(len(rule.name) for rule in rules)
    for rule in rules:
        print(f"{rule.name:{width}}  {rule.applicability:10}  {rule.category:12}  {rule.title}")
    return DONE
