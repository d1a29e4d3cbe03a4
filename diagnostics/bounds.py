"""Upper bounds in opam files and dune-projects, which shut a package out from later releases of
another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_BOUND = re.compile(r"(<=?|(?<![<>!])=)\s*\"?v?(\d[\w.~+-]*)")
_EITHER = re.compile(r"\||\bor\b")
_CONFLICTS = re.compile(r'conflicts:\s*(?:\[[^\]]*\]|"[^"]*"(?:\s*\{[^}]*\})?)')
_COMMENTS = re.compile(r"(?m)^\s*[#;].*$")


def excluding(
    text: str, dune: bool, packages: Collection[str], release: str
) -> Iterator[tuple[int, int]]:
    """Where a file excludes a release of a package and all later ones. dune: whether it is a
    dune-project, or an opam file. packages: the names that the package has in such files."""
    names = "|".join(map(re.escape, packages))
    if not names:
        return
    opam = rf'"(?:{names})"\s*\{{([^{{}}]*)\}}|(?<![\w"-])(?:{names})\s*([<=][^&|\]]*)'
    listed = rf"\((?:{names})\s+(\((?:[^()]|\([^()]*\))*\))\s*\)"
    for removed in (_CONFLICTS, _COMMENTS):
        text = removed.sub(lambda found: " " * len(found.group()), text)
    for found in re.finditer(listed if dune else opam, text):
        constraint = next(filter(None, found.groups()), "")
        if not _EITHER.search(constraint) and _excludes(constraint, release):
            yield found.span()


def without(said: str, release: str) -> str:
    """A dependency of an opam file, such as `"ocaml" {>= "4.08" & < "5.0"}`, without what excludes
    a release; "" where it is written in another way."""
    name, brace, rest = said.partition("{")
    if not brace or "(" in rest:
        return ""
    kept = [each.strip() for each in rest.rstrip("}").split("&") if not _excludes(each, release)]
    return f"{name.rstrip()} {{{' & '.join(kept)}}}" if kept else name.rstrip()


def _excludes(constraint: str, release: str) -> bool:
    """Whether a constraint without alternatives excludes a release and all later ones."""
    goal = _number(release)
    for sign, version in _BOUND.findall(constraint):
        number = _number(version)
        if number[: len(goal)] < goal or (sign == "<" and number <= goal + (0,) * len(number)):
            return True
    return False


def _number(version: str) -> tuple[int, ...]:
    """The numbers that a version begins with."""
    plain = re.split(r"[^\d.]", version)[0]
    return tuple(int(part) for part in plain.split(".") if part)
