"""What opam files, dune-projects and lock files say of the releases of a package that another one
may be built with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from mirageport.diagnostics.stanzas import Part, read
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    Version = tuple[int, ...]
    # Whether what a constraint says holds of a version.
    Holds = Callable[[Version], bool]

_DEPENDENCY = re.compile(r'"([\w.+-]+)"(?:\s*(\{(?:[^{}"]|"[^"]*")*\}))?')
_AVAILABLE = r"(?<![\w\"-])({})\s*([<=][^&|\]\n]*)"
_CONFLICTS = re.compile(r'conflicts:\s*(?:\[[^\]]*\]|"[^"]*"(?:\s*\{[^}]*\})?)')
_COMMENTS = re.compile(r'(?m)^([^"\n#]*(?:"[^"\n]*"[^"\n#]*)*)#.*$')
_FILTER = re.compile(r"available:\s*(\[[^\]]*\]|[^\n]*)")
_COMPARED = re.compile(r'([a-z][\w-]*)\s*([<>=!]=?\s*"[^"]*")')
_TOKEN = re.compile(r'(<=|>=|!=|<|>|=)|"([^"]*)"|([&|!()])|([^\s&|!()<>="]+)')
_SIGNS: dict[str, Callable[[Version, Version], bool]] = {
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<>": lambda one, other: one != other,
}
_LONGEST = 6  # numbers of a version that are compared
_LAST = (10**9,)


class Dependency(NamedTuple):
    """A package that another one needs, or does not go with (`conflicts`). start, end: where that
    stands, in characters. said: the constraint as it is written, "" without any."""

    name: str
    start: int
    end: int
    said: str
    conflicts: bool = False


def dependencies(text: str, dune: bool) -> Iterator[Dependency]:
    """The packages that a file names, with what it says of their releases. dune: whether it is a
    dune-project, or an opam file or one of its lock files."""
    if dune:
        for package in (part for part in read(text) if part.head == "package"):
            yield from stated(text, package)
        return
    text = _COMMENTS.sub(lambda found: found[1].ljust(len(found[0])), text)
    conflicts = [each.span() for each in _CONFLICTS.finditer(text)]
    for found in _DEPENDENCY.finditer(text):
        against = any(start <= found.start() < end for start, end in conflicts)
        yield Dependency(found[1], *found.span(), (found[2] or "")[1:-1].strip(), against)


def available(text: str) -> list[Dependency]:
    """What `available` in an opam file says of releases: `ocaml-version >= "4.02"`."""
    field = _FILTER.search(_COMMENTS.sub(r"\1", text))
    found: dict[str, list[str]] = {}
    for name, said in _COMPARED.findall(field[1]) if field is not None else ():
        found.setdefault(name, []).append(said)
    either = " | " if field is not None and "|" in field[1] else " & "
    return [Dependency(name, 0, 0, either.join(said)) for name, said in found.items()]


def stated(text: str, package: Part) -> Iterator[Dependency]:
    """The same of a package in a dune-project."""
    for field in ("depends", "depopts", "conflicts"):
        for part in (each for of in package.fields(field) for each in of.parts[1:]):
            said = text[part.parts[1].start : part.end - 1].strip() if len(part.parts) > 1 else ""
            name = part.text or part.head
            yield Dependency(name, part.start, part.end, said, field == "conflicts")


def excluding(
    text: str, dune: bool, packages: Collection[str], release: str
) -> Iterator[tuple[int, int]]:
    """Where a file excludes a release of a package and all later ones, whatever holds else.
    dune: as of `dependencies`. packages: the names that the package has in such files."""
    if not packages:
        return
    for each in dependencies(text, dune):
        if each.name in packages and _excludes(each.said, release, dune, each.conflicts):
            if dune or not text[each.end :].lstrip().startswith("|"):
                yield each.start, each.end
    for found in () if dune else re.finditer(_AVAILABLE.format("|".join(packages)), text):
        if not _COMMENTS.match(text, text.rfind("\n", 0, found.start()) + 1):
            if _excludes(found[2], release, dune):
                yield found.start(), found.end()


def below(version: str, release: str) -> bool:
    """Whether a version is before a release."""
    return _version(version) < _version(release)


def older(said: str, release: str, dune: bool) -> bool:
    """Whether a constraint allows releases before this one."""
    goal = _version(release)
    before = (*goal[:-1], -1)
    lower = [each for each in _numbers(said) if each < goal]
    return any(map(_holds(said, dune), ((0,) * _LONGEST, *lower, before)))


def raised(said: str, release: str, dune: bool) -> str | None:
    """A constraint that asks for this release at least, and for nothing that is against it. None
    where it has alternatives, which only a person can sort out."""
    sign = f">= {release}" if dune else f'>= "{release}"'
    parts = _conjunction(said, dune)
    if parts is None:
        return None
    kept = [each for each in parts if not each.startswith(">") and not _closes(each, release, dune)]
    at = next((n for n, each in enumerate(kept) if each[0] in "<=!"), len(kept))
    kept.insert(at, sign)
    if not dune:
        return " & ".join(kept)
    kept = [each if each.startswith(":") else f"({each})" for each in kept]
    return kept[0] if len(kept) == 1 else f"(and {' '.join(kept)})"


def without(said: str, release: str, dune: bool = False) -> str | None:
    """A constraint without what excludes a release and all later ones; "" where nothing is left.
    None as of `raised`."""
    parts = _conjunction(said, dune)
    if parts is None:
        return None
    kept = [each for each in parts if not _closes(each, release, dune)]
    if not dune:
        return " & ".join(kept)
    kept = [each if each.startswith(":") else f"({each})" for each in kept]
    return "".join(kept) if len(kept) < 2 else f"(and {' '.join(kept)})"


def _closes(part: str, release: str, dune: bool) -> bool:
    return _excludes(f"({part})" if dune and part[0] != ":" else part, release, dune)


def _conjunction(said: str, dune: bool) -> list[str] | None:
    """The parts of a constraint that all have to hold, as they are written, in a dune-project
    without the parentheses around each; None where it has alternatives."""
    if not dune:
        return None if re.search(r"[|(!](?!=)", said) else [p.strip() for p in said.split("&") if p]
    found = read(said)
    if len(found) == 1 and found[0].head == "and":
        found = [*found[0].parts[1:]]
    if any(each.head in ("and", "or", "not") for each in found):
        return None
    return [said[each.start : each.end].strip("()") for each in found]


def _excludes(said: str, release: str, dune: bool, conflicts: bool = False) -> bool:
    """Whether a constraint excludes a release and all later ones."""
    goal = _version(release)
    holds = _holds(said, dune)
    later = [each for each in _numbers(said) if each >= goal]
    after = [(*each[:-1], each[-1] + 1) for each in later]
    return all(holds(each) is conflicts for each in (goal, *later, *after, _LAST))


@lru_cache(1024)
def _holds(said: str, dune: bool) -> Holds:
    """What a constraint says. What is no version, such as a filter, may hold and so does."""
    if dune:
        return _every([_stated(part) for part in read(said)])
    return _Formula(said).read()


def _every(found: list[Holds]) -> Holds:
    return lambda version: all(each(version) for each in found)


def _any(found: list[Holds]) -> Holds:
    return lambda version: any(each(version) for each in found)


def _may(_version: Version) -> bool:
    return True


def _compared(sign: str, said: str) -> Holds:
    """What a sign before a version says; `version` and the like are what only a build knows."""
    if not said.lstrip("v")[:1].isdigit():
        return _may
    bound, compare = _version(said), _SIGNS[sign]
    return lambda version: compare(version, bound)


def _stated(part: Part) -> Holds:
    """The same of a constraint in a dune-project."""
    inner = part.parts[1:]
    if part.head in ("and", "or"):
        return (_every if part.head == "and" else _any)([*map(_stated, inner)])
    if part.head in _SIGNS and len(inner) == 1:
        return _compared(part.head, inner[0].text)
    return _may


class _Formula:
    """Reads the constraint of an opam file: `&` binds closer than `|`."""

    def __init__(self, said: str) -> None:
        self._tokens = [each.groups(default="") for each in _TOKEN.finditer(said)]

    def read(self) -> Holds:
        """What the rest says, up to a parenthesis that closes it."""
        either = [self._both()]
        while self._next("|"):
            either.append(self._both())
        self._next(")")
        return _any(either) if len(either) > 1 else either[0]

    def _both(self) -> Holds:
        found = [self._one()]
        while self._next("&"):
            found.append(self._one())
        return _every(found)

    def _one(self) -> Holds:
        if self._next("!"):
            self._one()  # of a filter: it may hold
            return _may
        if self._next("("):
            return self.read()
        if not self._tokens or self._tokens[0][2]:
            return _may
        sign, *_ = self._tokens.pop(0)
        if sign:
            return _compared(sign, self._text())
        if self._tokens and self._tokens[0][0]:  # of a filter, such as `os = "linux"`
            self._tokens.pop(0)
            self._text()
        return _may

    def _text(self) -> str:
        if not self._tokens or self._tokens[0][0] or self._tokens[0][2]:
            return ""
        _sign, text, _mark, word = self._tokens.pop(0)
        return text or word

    def _next(self, mark: str) -> bool:
        found = bool(self._tokens) and self._tokens[0][2] == mark
        if found:
            self._tokens.pop(0)
        return found


def _numbers(said: str) -> list[Version]:
    """The versions that a constraint names."""
    return [_version(each) for each in re.findall(r"[<>=]\s*\"?v?(\d[\w.~+-]*)", said)]


@lru_cache(4096)
def _version(text: str) -> Version:
    """A version as numbers that compare; `5.0~` is before 5.0, `4.14.0+flambda` is 4.14.0."""
    plain = re.split(r"[^\d.]", text.lstrip("v"))[0]
    numbers = [int(part) for part in plain.split(".") if part][: _LONGEST - 1]
    early = -1 if "~" in text else 0
    return (*numbers, *(0,) * (_LONGEST - 1 - len(numbers)), early)
