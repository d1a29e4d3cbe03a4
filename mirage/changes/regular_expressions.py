"""Regular expressions of OCaml's distribution: most separators they were used for are literal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import OLD_NAMES
from mirageport.ocaml.tree import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Use


KIND = "regular-expression"
_SPECIAL = frozenset("$^.*+?[]\\")


def find(context: Context) -> Iterator[Finding]:
    """Uses of `Str`, unless config.ml names its package, as who builds for Unix alone does. One
    that is part of a rewritten call is rewritten with it."""
    uses = context.ruled(KIND)
    if not uses or not (context.old or _is_unlisted(context)):
        return
    splits = {use.node: split for use, _found in uses if (split := _split(context, use))}
    covered = {separator for separator, _literal in splits.values()}
    for use, found in uses:
        if use.node in splits:
            _separator, literal = splits[use.node]
            end = use.arguments[0].end
            new = f"Astring.String.cuts ~sep:{literal}"
            yield context.used(
                found,
                use,
                rewriting(
                    f"Split at {literal} with Astring", [(context.name, use.node.start, end, new)]
                ),
                known_by=() if _is_unlisted(context) else (OLD_NAMES,),
            )
        elif use.node not in covered:
            yield context.used(found, use)


def _is_unlisted(context: Context) -> bool:
    config = context.project.config
    return config is not None and b'"str"' not in context.project.source(config).data


def _split(context: Context, use: Use) -> tuple[Node, str] | None:
    """(the function that makes the separator, its literal) of `Str.split_delim (..) text`."""
    arguments = use.arguments
    if use.item.name != "split_delim" or len(arguments) != 2:
        return None
    made = unwrapped(arguments[0])
    maker, given = made.child("function"), made.all("argument")
    if not maker or len(given) != 1 or given[0].kind != "string":
        return None
    of = next((other for other in context.analysis.uses if other.node is maker), None)
    literal = context.text(given[0])
    plain = of is not None and of.item.path == "Str.regexp_string"
    simple = of is not None and of.item.path == "Str.regexp"
    if plain or (simple and not _SPECIAL & set(literal.replace("\\n", "").replace("\\t", ""))):
        return maker, literal
    return None
