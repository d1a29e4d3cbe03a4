"""`mirageport pack`: says which packs of data there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.server.commands.terminal import DONE, FAILED, say_troubles

if TYPE_CHECKING:
    from argparse import Namespace


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    from mirageport.server.checking import chosen
    from mirageport.server.packs import MIRAGE, bound, fields, shipped, usable
    from mirageport.server.settings import Settings

    named = [name for name in chosen(".", Settings()).packs if name not in (MIRAGE, *shipped())]
    found, troubles = usable([*shipped(), *named])
    width = max(map(len, found))
    for name in found:
        said = fields(name)
        package = said.get("package", "").partition(" ")[0]
        steps = f"{package} {said.get('from', '')} -> {said.get('until', '')}"
        keeps = bound(name, ".") if name in shipped() else None
        here = f"  used here: {keeps.text} in {keeps.file}" if keeps is not None else ""
        print(f"{name:{width}}  {steps if package else said['target']}{here}")
    say_troubles(troubles)
    return FAILED if troubles else DONE
