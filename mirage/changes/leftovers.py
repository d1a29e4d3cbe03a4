"""Files that an earlier `mirage configure` or build generated beside config.ml, which stop the
build now.

Dune finds main.ml twice, key_gen.ml hides that nothing generates it any more, an opam file is one
that opam-monorepo reads, and the module that ocaml-crunch wrote has another name or is there twice.
Facts: mirage v3.10.8 lib/mirage.ml; v4.11.1 lib/mirage/target.ml, CHANGES.md,
lib/mirage/impl/mirage_impl_kv.ml.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW
from mirageport.mirage.files import is_crunched, is_left
from mirageport.ocaml.file_names import basename

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding

RULE = "generated-left"
_NAMES = ("main.ml", "key_gen.ml", "Makefile", "myocamlbuild.ml")
_OPAM = ".opam"
_SAVED = ".mirage.config"  # does no harm alone
_CRUNCHES = ("Mirage.crunch", "Mirage.generic_kv_ro")
OCAMLBUILD = "file-ocamlbuild"
_PLUGIN = "myocamlbuild.ml"
_BY_HAND = (
    f"`{_PLUGIN}` is a plugin of ocamlbuild, which nothing runs any more: move what it generates "
    "to a dune file in a folder of its own, and delete it."
)


def find(context: Context) -> Iterator[Finding]:
    """A finding for each generated file of a unikernel, at the call of `register`. Only a file
    whose first line says that Mirage generated it counts: a Makefile may be written by hand."""
    rule = context.rule(RULE)
    if not context.is_config:
        return
    folder = context.name.removesuffix(basename(context.name))
    project = context.project
    left = [
        name
        for name in project.every
        if name.removesuffix(basename(name)) == folder
        and (basename(name) in _NAMES or name.endswith(_OPAM))
        and is_left(project.source(name).data)
    ]
    if any(use.item.path in _CRUNCHES for use in context.analysis.uses):
        # The build writes a folder of the configuration again, under a name that begins so.
        left += [
            name
            for name in project.names
            if name.startswith(f"{folder}static") and is_crunched(project.source(name).data)
        ]
    use = next((use for use in context.analysis.uses if use.item.path == "Mirage.register"), None)
    if use is None:
        return
    plugin = f"{folder}{_PLUGIN}"
    if plugin in project.names and plugin not in left:
        yield context.finding(context.rule(OCAMLBUILD), use.node, message=_BY_HAND)
    if left:
        left += [name for name in project.every if name == f"{folder}{_SAVED}"]
        names = ", ".join(f"`{basename(name)}`" for name in left)
        found = context.finding(rule, use.node, names=names)
        yield found._replace(applicability=REVIEW, deletes=tuple(left))
