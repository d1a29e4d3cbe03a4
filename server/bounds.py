"""What a project's opam files, dune-project and lock files say about the releases of a package that
it may be built with: an upper bound shuts it out from later ones."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import Unreadable, checkout, text, upwards

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BOUND = re.compile(r"(<=?|(?<![<>!])=)\s*\"?v?(\d[\w.~+-]*)")
_EITHER = re.compile(r"\||\bor\b")
_CONFLICTS = re.compile(r'conflicts:\s*(?:\[[^\]]*\]|"[^"]*"(?:\s*\{[^}]*\})?)')
_COMMENTS = re.compile(r"(?m)^\s*[#;].*$")


class Bound(NamedTuple):
    """An upper bound. file: where it stands. text: as it stands there."""

    file: str
    text: str


def shut_out(folder: str, packages: Iterable[str], release: str) -> Bound | None:
    """What keeps the project of a folder from a release of a package; None where nothing does.
    packages: the names that the package has in such files. The project's files are in the nearest
    folder above that has any, up to the root of the checkout."""
    names = "|".join(map(re.escape, packages))
    if not names:
        return None
    opam = re.compile(rf'"(?:{names})"\s*\{{([^{{}}]*)\}}|(?<![\w"-])(?:{names})\s*([<=][^&|\]]*)')
    dune = re.compile(rf"\((?:{names})\s+(\((?:[^()]|\([^()]*\))*\))\s*\)")
    for path in _files(folder):
        try:
            content = text(path, [os.path.realpath(checkout(folder) or os.path.dirname(path))], {})
        except Unreadable:
            continue
        said = _CONFLICTS.sub("", _COMMENTS.sub("", content.decode("utf-8", "replace")))
        for found in (dune if path.endswith("dune-project") else opam).finditer(said):
            constraint = next(filter(None, found.groups()), "")
            if not _EITHER.search(constraint) and _excludes(constraint, release):
                return Bound(path, " ".join(found.group().split()))
    return None


def _files(folder: str) -> Iterator[str]:
    """The files that say what a project is built with."""
    top = checkout(folder)
    for above in upwards(folder):
        found = [os.path.join(above, name) for name in _listed(above) if _is_one(name)]
        found += [os.path.join(above, "opam", n) for n in _listed(os.path.join(above, "opam"))]
        if found:
            yield from sorted(found)
            return
        if above == top:
            return


def _listed(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _is_one(name: str) -> bool:
    return name in ("opam", "dune-project") or name.endswith((".opam", ".opam.locked"))


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
