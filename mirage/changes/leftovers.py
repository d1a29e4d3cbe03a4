"""Files that an earlier `mirage configure` generated beside config.ml, which stop the build now.

Dune finds main.ml twice, and key_gen.ml hides that nothing generates it any more. Facts: mirage
v4.11.1 lib/mirage/target.ml, CHANGES.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import REVIEW
from mirageport.mirage.files import GENERATED
from mirageport.ocaml.file_names import basename

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding

RULE = "generated-left"
_NAMES = ("main.ml", "key_gen.ml")


def find(context: Context) -> Iterator[Finding]:
    """The generated files of a unikernel, at the call that registers it."""
    rule = context.rule(RULE)
    if not context.is_config:
        return
    folder = context.name.removesuffix(basename(context.name))
    project = context.project
    left = [
        name
        for name in project.names
        if name.removesuffix(basename(name)) == folder
        and basename(name) in _NAMES
        and GENERATED in project.source(name).data[:200]
    ]
    use = next((use for use in context.analysis.uses if use.item.path == "Mirage.register"), None)
    if left and use is not None:
        names = " and ".join(f"`{basename(name)}`" for name in left)
        found = context.finding(rule, use.node, names=names)
        yield found._replace(applicability=REVIEW, deletes=tuple(left))
