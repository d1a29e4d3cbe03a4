"""What an opam file, or the dune-project that makes it, says against the release that is ported to:
bounds that exclude it, and packages that it does not need any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.bounds import dependencies, excluding, without
from mirageport.diagnostics.building import Manifest, linked, manifests
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import Finding
from mirageport.diagnostics.stanzas import read
from mirageport.ocaml.file_names import DUNE, DUNE_PROJECT, basename, build_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Edit
    from mirageport.diagnostics.project import Project

_BOUND, _PACKAGE = "upper-bound", "drops-package"


def around(project: Project, name: str) -> list[Finding]:
    """What is found in an opam file. That it goes is a person's decision, when the project builds
    with the release that it was ported to."""
    text = project.source(name).data.decode("utf-8", "replace")
    made_from = _made_from(project, name, text)
    return [*_kept_out(project, name, text, made_from), *_spare(project, name, text, made_from)]


def _made_from(project: Project, name: str, text: str) -> tuple[Manifest, ...]:
    """What says what the package needs: the opam file, what dune makes it from, or both."""
    texts = {
        path: source.data.decode("utf-8", "replace")
        for path, source in project.around.items()
        if build_file(path) == DUNE_PROJECT
    }
    own = basename(name).removesuffix(".opam")
    return manifests({name: text, **texts})[own]


def _kept_out(
    project: Project, name: str, text: str, sources: tuple[Manifest, ...]
) -> Iterator[Finding]:
    """The upper bounds that exclude the release that is ported to."""
    pack = project.pack
    for start, end in excluding(text, False, pack.packages, pack.release):
        said = " ".join(text[start:end].split())
        package = said.partition(" ")[0].strip('"')
        edits: list[Edit] = []
        for source in sources:
            for each in source.named(package):
                kept = without(each.said, pack.release, source.dune)
                if kept is not None and kept != each.said and not source.closed:
                    entry = source.entry(package, kept)
                    edits.append(source.edit(each.start, each.end, entry))
        yield _finding(project, _BOUND, name, text, (start, end), edits, use=said)


def _spare(
    project: Project, name: str, text: str, sources: tuple[Manifest, ...]
) -> Iterator[Finding]:
    """The packages of libraries that code of the target does not need, and that no dune file names
    any more."""
    every = [
        read(source.data.decode("utf-8", "replace"))
        for path, source in project.around.items()
        if build_file(path) == DUNE
    ]
    named = {library for parts in every for part in parts for library in linked(part)}
    for library in project.pack.library.dropped if every else ():
        for each in dependencies(text, False):
            if each.name == library and library not in named and not each.conflicts:
                edits = [
                    source.edit(len(source.text[: own.start].rstrip()), own.end, "")
                    for source in sources
                    if not source.closed
                    for own in source.named(library)
                ]
                place = each.start, each.end
                yield _finding(project, _PACKAGE, name, text, place, edits, library=library)


def _finding(
    project: Project,
    rule: str,
    name: str,
    text: str,
    place: tuple[int, int],
    edits: list[Edit],
    **fields: str,
) -> Finding:
    found = project.pack.rules.rule(rule)
    start, end = (len(text[:at].encode()) for at in place)
    message = found.message.format(**fields)
    new = edits[0][3] if edits else ""
    title = f"Write `{new}`" if new else f"Leave out the package `{fields.get('library', '')}`"
    return Finding(
        name,
        found.name,
        start,
        end,
        message,
        found.applicability,
        found.severity,
        found.category,
        facts=rewriting(title, edits),
    )
