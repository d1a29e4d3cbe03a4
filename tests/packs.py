"""Mirage's pack and what it knows, for tests that are about no server."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from mirageport.diagnostics.project import Project
from mirageport.mirage.pack import pack
from mirageport.mirage.releases import START, TARGET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirageport.api.library import Library
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.rules import Rule

PACK = pack()


def unikernel(
    files: Mapping[str, bytes],
    below: Project | None = None,
    pause: Callable[[], None] | None = None,
    target: str = TARGET,
) -> Project:
    """A unikernel out of its files. target: the release that it is ported to."""
    return Project(files, pack_to(target), below, pause)


@cache
def pack_to(target: str) -> Pack:
    return PACK if target == TARGET else pack(target)


def sides(name: str) -> tuple[str, str]:
    """The release at which a page's code before is right, its `station`, and that to which the
    page ports it, its `target`."""
    options = rule(name).options
    return options.get("station", START), rule(name).target or TARGET


def words(text: str) -> str:
    """A text without its lines, for tests that are not about where a port ends them: with one
    blank between its words, and without the bar that a first arm on a line of its own gets."""
    flat = " ".join(text.split())
    for opening in ("function", "with", "(function"):
        flat = flat.replace(f"{opening} | ", f"{opening} ")
    return re.sub(r"([(\[{]) | (?=[)\]}])", r"\1", flat)


def library() -> Library:
    return PACK.library


def rule(name: str) -> Rule:
    return PACK.rules.rule(name)


def rule_names() -> list[str]:
    return PACK.rules.names()


def all_rules() -> list[Rule]:
    return PACK.rules.all()


def first_rules() -> list[Rule]:
    """Those of the first target."""
    return [each for each in all_rules() if not each.target]
