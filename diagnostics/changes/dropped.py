"""Libraries that code of the target does not need any more, in dune files and opam files."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.building import edited, linked, owners
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import Finding
from mirageport.diagnostics.stanzas import read
from mirageport.ocaml.file_names import module_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Edit
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.stanzas import Part

_RULE = "drops-library"


def in_dune(project: Project, name: str) -> Iterator[Finding]:
    """The libraries that a dune file names and that code of the target does not need."""
    text = project.source(name).data.decode("utf-8", "replace")
    every = [(stanza, word) for stanza in read(text) for word in _listed(stanza)]
    rule = project.pack.rules.rule(_RULE)
    code = [(each, project.source(each).data) for each in project.names]
    for library, dropped in project.pack.library.dropped.items():
        found = [word for _stanza, word in every if word.text == library]
        if not found or any(_holds(data, dropped.unless) for _, data in code):
            continue
        edits = []
        for stanza, word in every:
            if word.text == library:
                new = next((e for e in dropped.along if _is_used(e, stanza, code)), "")
                edits.append(_replaced(name, text, word, new))
        _file, start, end, _new = edited(name, text, found[0].start, found[0].end, "")
        yield Finding(
            name,
            rule.name,
            start,
            end,
            rule.message.format(library=library),
            rule.applicability,
            rule.severity,
            rule.category,
            facts=rewriting(f"Leave out the library `{library}`", edits),
        )


def _listed(stanza: Part) -> Iterator[Part]:
    """The names of libraries in a part of a dune file."""
    for field in stanza.fields("libraries"):
        for part in field.parts[1:]:
            alone = part.head == "re_export" and len(part.parts) == 2
            yield part._replace(text=part.parts[1].text) if alone else part


def _holds(data: bytes, words: tuple[str, ...]) -> bool:
    """Whether a word of code begins with one of some others."""
    return any(re.search(rb"(?<![\w'])" + re.escape(word.encode()), data) for word in words)


def _is_used(library: str, stanza: Part, code: list[tuple[str, bytes]]) -> bool:
    """Whether code names the module of a library that a part of a dune file does not name."""
    named = re.compile(rb"(?<![\w.'])" + library.capitalize().encode() + rb"\b")
    return library not in linked(stanza) and any(
        named.search(data) and stanza in owners([stanza], module_name(each)) for each, data in code
    )


def _replaced(name: str, text: str, word: Part, new: str) -> Edit:
    """What puts another word in the place of one; without one it goes with the blanks before it,
    but for those behind a comment."""
    if new:
        return edited(name, text, word.start, word.end, new)
    start = len(text[: word.start].rstrip())
    line = text.rfind("\n", 0, start) + 1
    start = word.start if ";" in text[line:start] else start
    return edited(name, text, start, word.end, "")
