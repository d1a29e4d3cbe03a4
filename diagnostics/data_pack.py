"""Packs that are data alone: a folder with interfaces and pages, and no line of Python.

    pack.md              front matter, the keys of `pack_head.KEYS`
    interfaces/*.mli     the interfaces of all releases, each item with the releases in which it is
                         so; attributes name the rule of what changed
    old/*.mli, new/*.mli in place of these, two kinds of interfaces: before, and of the target
    *.mli                in place of these, one kind, which has the old names, too
    rules/*.md           a page a rule

Its rules are of the general kinds (`diagnostics.matching`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import Interfaces
from mirageport.api.names import Names
from mirageport.diagnostics.pack import NO_CODE, NO_FILES, Pack
from mirageport.diagnostics.pack_head import head, shape_of
from mirageport.ocaml.actions import GRAMMAR, LEXER
from mirageport.ocaml.file_names import DUNE, OPAM, build_file

if TYPE_CHECKING:
    from mirageport.api.data import Folder
    from mirageport.api.library import Library, Target
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.pack import OnCrash
    from mirageport.diagnostics.project import Project

_CODE = "lexer or grammar"


def data_pack(folder: Folder, until: str = "") -> Pack:
    """The pack that is in a folder. until: the release to port to, in place of the one that it
    names. Raises `pack_head.NoPack`."""
    fields = head(folder)
    target = until or fields.get("until", "2")
    if folder.names("interfaces"):
        standard = fields.get("standard") == "yes"
        interfaces = Interfaces(folder.inner("interfaces"), target, None, standard, as_written=True)
    elif not folder.names("old"):
        interfaces = Interfaces(folder, target, as_written=True)
    else:
        before = fields.get("from", "1"), folder.inner("old")
        interfaces = Interfaces(folder.inner("new"), target, before, as_written=True)

    homes = dict(pair.split("=") for pair in fields.get("homes", "").split())
    dated = ("",) if interfaces.before is None else ()  # all its modules are its own
    copied = tuple(fields.get("copied", "").split())
    names = Names(homes=homes, dated=dated, copied=copied)

    def library() -> Library:
        from mirageport.api.library import Library

        return Library(interfaces, names)

    def judged() -> Target:
        from mirageport.api.library import Target

        return Target(interfaces, names)

    def old() -> Target:
        from mirageport.api.library import Target

        release, of = interfaces.before or (fields["from"], interfaces.folder)
        return Target(Interfaces(of, release, None, interfaces.standard, as_written=True), names)

    said = fields.get("words") or " ".join(sorted(interfaces.modules()))
    words = tuple(word.encode() for word in _words(said))
    name = fields["target"].replace("{until}", target)
    written = [pair.partition("=") for pair in fields.get("generated", "").split()]
    files = NO_FILES._replace(
        language=_language,
        regenerated=tuple((mark.encode(), rule) for rule, _, mark in written),
        copied="copied" in fields,
    )
    was = old if "from" in fields else None
    rules = folder.inner("rules")
    shapes = dict(map(shape_of, filter(None, fields.get("shapes", "").split(";"))))
    code = NO_CODE._replace(around=_around)
    packages = tuple(fields.get("package", "").split())
    pages = (rules, words, files, code, shapes)
    shims = tuple(fields.get("shims", "").split())
    return Pack(target, name, library, judged, *pages, before=was, packages=packages, shims=shims)


def _around(project: Project, name: str, on_crash: OnCrash | None) -> list[Finding]:
    language = project.pack.files.language(name)
    if language == _CODE:
        from mirageport.diagnostics.changes.actions import find

        return find(project, name, on_crash)
    if language == DUNE:
        from mirageport.diagnostics.changes.dropped import in_dune

        return [*in_dune(project, name)]
    if language == OPAM:
        from mirageport.diagnostics.changes.packages import around

        return [*around(project, name)]
    return []


def _language(name: str) -> str:
    """The language of a file around the code: of those that name libraries or packages, and of
    lexers and grammars, which have code in them."""
    return _CODE if name.endswith((LEXER, GRAMMAR)) else build_file(name)


def _words(text: str) -> list[str]:
    """Words with blanks between them; one with blanks in it stands in quotation marks. A blank at
    an end of such a word may be the end of a line, too."""
    pieces = text.split('"')
    quoted = list(pieces[1::2])
    for end in "\n\r":
        quoted += [f"{word[:-1]}{end}" for word in pieces[1::2] if word.endswith(" ")]
    quoted += [f"\n{word[1:]}" for word in pieces[1::2] if word.startswith(" ")]
    return [*(word for piece in pieces[::2] for word in piece.split()), *quoted]
