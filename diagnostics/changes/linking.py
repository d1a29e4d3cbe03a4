"""What a file needs to be built with a library, or with a release of a package: the edits in its
dune file and in what says what its package needs, and in words what is not edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.building import Build, edited, lacks
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.diagnostics.building import Manifest
    from mirageport.diagnostics.kinds import Edit
    from mirageport.diagnostics.stanzas import Part

_DISTRIBUTED = frozenset(
    [
        "bigarray",
        "compiler-libs",
        "dynlink",
        "ocamldoc",
        "runtime_events",
        "stdlib",
        "str",
        "threads",
        "unix",
    ]
)
"""Libraries of the compiler itself, which are of no package."""


class Done(NamedTuple):
    """What there is to do. edits: what can be edited. by_hand: the rest, in words."""

    edits: list[Edit]
    by_hand: list[str]


def missing(build: Build, word: str, name: str, release: str) -> Done | None:
    """What a file is not built with; None where there is nothing to do. word: `add` for a library,
    `pps` for a preprocessor, `min` for an opam package that is named already, `drop` for a library
    that is not needed: in a dune file it is found there, too."""
    done = Done([], [])
    if word == "drop":
        if build.path or not build.names(name):
            return None
        return Done([], [f"leave `{name}` out of {', '.join(build.naming(name))}"])
    package = name.partition(".")[0]
    if word != "min" and not build.names(name, word == "pps"):
        _link(build, name, word == "pps", done)
    if word == "min" or package not in _DISTRIBUTED:
        _depend(build, package, release, word != "min", done)
    return done if done.edits or done.by_hand else None


def _link(build: Build, library: str, pps: bool, done: Done) -> None:
    """Name a library in the part of the dune file that a file belongs to."""
    field = "preprocess" if pps else "libraries"
    if not build.path:
        where = ", ".join(build.others) or "what builds this file"
        done.by_hand.append(f"`{library}` in {where}")
        return
    edit = None
    if len(build.stanzas) == 1:
        (stanza,) = build.stanzas
        edit = _preprocessed(build, stanza, library) if pps else _linked(build, stanza, library)
    if edit is None:
        included = " or of what it includes" if "include" in build.text else ""
        done.by_hand.append(f"`{library}` in `{field}` of {build.path}{included}")
    else:
        done.edits.append(edit)


def _linked(build: Build, stanza: Part, library: str) -> Edit | None:
    field = stanza.field("libraries")
    if field is None:
        return _field(build, stanza, f"(libraries {library})")
    if any(part.head.startswith(":") or part.text.startswith(":") for part in field.parts):
        return None  # what is included may name it
    return _behind(build, field, library)


def _preprocessed(build: Build, stanza: Part, library: str) -> Edit | None:
    field = stanza.field("preprocess")
    if field is None:
        return _field(build, stanza, f"(preprocess (pps {library}))")
    used = field.field("pps")
    flag = next((n for n, each in enumerate(used.parts) if each.text[:1] == "-"), 0) if used else 0
    if used is None:
        return None
    return _behind(build, used._replace(parts=used.parts[:flag]) if flag else used, library)


def _behind(build: Build, field: Part, name: str) -> Edit:
    """A name behind the last one of a field, on a line of its own where all of them are."""
    last = field.parts[-1].end
    between = " "
    if len(field.parts) > 2:
        pairs = zip(field.parts[1:], field.parts[2:], strict=False)
        blanks = [build.text[one.end : other.start] for one, other in pairs]
        if all("\n" in each for each in blanks) and not blanks[-1].strip():
            between = blanks[-1]
    return _edit(build, last, f"{between}{name}")


def _field(build: Build, stanza: Part, text: str) -> Edit:
    """A field behind the last one of a part of a dune file."""
    last = stanza.parts[-1]
    line = build.text.rfind("\n", 0, last.start) + 1
    before = build.text[line : last.start]
    between = f"\n{before}" if not before.strip() and line > stanza.start else " "
    return _edit(build, last.end, f"{between}{text}")


def _edit(build: Build, at: int, new: str) -> Edit:
    return edited(build.path, build.text, at, at, new)


def _depend(build: Build, package: str, release: str, add: bool, done: Done) -> None:
    """Have the package that a file is part of name another one, of a release on."""
    own = build.packages()
    every = [manifest for each in own for manifest in each if add or manifest.named(package)]
    lacking = [manifest for manifest in every if lacks(manifest, package, release)]
    whole = [each for each in own if not any(m in lacking for m in each)]
    if add and len(own) > 1 and whole and not release:
        return  # which of them the file is part of is not clear, and one has it
    field = "available" if package == "ocaml-version" else "depends"
    where = f"`{package}`{f' (from {release} on)' if release else ''} in `{field}` of "
    if add and len(own) > 1 and lacking:
        done.by_hand.append(where + "the package that has this file")
        return
    for manifest in lacking:
        edits = _depending(manifest, package, release, build.tests)
        if None in edits:
            done.by_hand.append(where + manifest.path)
        else:
            done.edits.extend(edit for edit in edits if edit is not None)


def _depending(manifest: Manifest, package: str, release: str, tests: bool) -> list[Edit | None]:
    found = manifest.named(package)
    if found:
        return [manifest.asks_more(e, release) for e in found if lacks(manifest, package, release)]
    parts = [":with-test" if manifest.dune else "with-test"] if tests else []
    if release:
        parts.append(f"(>= {release})" if manifest.dune else f'>= "{release}"')
    joined = " & ".join(parts)
    if manifest.dune:
        joined = f"(and {' '.join(parts)})" if len(parts) > 1 else "".join(parts)
    return [manifest.added(package, joined)]
