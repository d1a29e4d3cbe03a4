"""What is wrong with a page of a pack: what stands at its head, and in its message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import APPLICABILITIES, SEVERITIES
from mirageport.diagnostics.pack_head import Problem, lines_of_head, near
from mirageport.diagnostics.rules import HEAD
from mirageport.diagnostics.template_problems import unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mirageport.api.data import Folder

KINDS = frozenset(
    [
        *("by-hand", "value-renamed", "labels-removed", "template", "constructor-renamed"),
        *("module-renamed", "module-type", "module-type-split", "module-of-types"),
        *("module-parts", "functor-arguments", "type-moved", "type-changed", "type-gone"),
        *("result-reshaped", "only-error", "unit-became-result", "error-constructors"),
        *("error-message", "connect-result", "retyped", "generated", "library"),
        *("constructors-removed", "fields-changed", "implementors", "tuple-abstract"),
        "character-assigned",
    ]
)
"""The kinds of change that the page of a pack may have."""

FIELDS = {
    "by-hand": ("use", "at"),
    "value-renamed": ("use", "old", "new"),
    "module-renamed": ("old", "new"),
    "constructor-renamed": ("use", "old", "new"),
    "template": ("use", "new"),
    "labels-removed": ("use", "label"),
    "type-moved": ("use", "new"),
    "type-gone": ("use", "at"),
    "module-type": ("old", "new", "types"),
    "functor-arguments": ("use", "old", "new", "takes", "arguments"),
    "retyped": ("use", "message"),
    "library": ("use", "library"),
    "constructors-removed": ("use", "type", "what"),
    "fields-changed": ("use", "type", "what"),
    "implementors": ("use", "type", "what"),
}
"""What the message of a page may name in braces beside `target`, by its kind."""

NEEDED = {
    "labels-removed": {"labels": "a b"},
    "type-changed": {"was": "type", "to": "New.path"},
    "result-reshaped": {"shape": "name"},
    "tuple-abstract": {"shape": "name", "made": "make", "parts": "first second"},
}
"""What a page of a kind has to say at its head, with an example."""

OPTIONS = frozenset(
    [
        *("adds", "adds-type", "aliases", "applied", "arguments", "around", "becomes"),
        *("between", "changed", "constructors", "drop", "elsewhere", "fixed", "flags"),
        *("functions", "gives", "if-old", "known-by", "labels", "library", "made"),
        *("messages", "named", "not-beside", "only-label", "parts", "path", "printer"),
        *("quiet", "read-by", "release", "removed", "says", "shape", "shows", "step"),
        *("takes", "target", "to", "undone", "unless-label", "unparsed", "was"),
    ]
)
"""What a page may say at its head beside that."""

_NUMBERS = ("arguments", "drop", "applied")


def page_problems(folder: Folder, file: str, shapes: Collection[str]) -> Iterator[Problem]:
    """What is wrong with a page, by its path in the folder of its pack. shapes: the names of those
    that the pack has."""
    lines, wrong = lines_of_head(file, folder.read(file) or b"")
    yield from wrong
    if wrong:
        return
    fields = {key: value for _line, key, value in lines}
    for key in HEAD:
        if key not in fields:
            yield Problem(file, 1, f"the page has no line `{key}: ..`")
    for key, example in NEEDED.get(fields.get("kind", ""), {}).items():
        if key not in fields:
            yield Problem(file, 1, f"a page of its kind has a line `{key}: {example}`")
    allowed = {"applicability": APPLICABILITIES, "severity": SEVERITIES, "kind": KINDS}
    for line, key, value in lines:
        if key not in HEAD and key not in OPTIONS:
            yield Problem(file, line, f"a page has no key `{key}`{near(key, [*HEAD, *OPTIONS])}")
        if key in allowed and value not in allowed[key]:
            yield Problem(file, line, f"`{value}` is no {key}{near(value, allowed[key])}")
        kind = fields.get("kind", "")
        if key == "shape" and value not in shapes:
            yield Problem(file, line, f"pack.md has no shape `{value}`{near(value, shapes)}")
        if key in _NUMBERS and not value.isdecimal():
            yield Problem(file, line, f"`{value}` is no number")
        if key == "message" and value.count("{") != value.count("}"):
            yield Problem(file, line, "a brace `{` or `}` of the message has no other one")
        if key == "becomes" and (why := unreadable(value)):
            yield Problem(file, line, why)
        if key == "message" and kind in FIELDS:
            known = ("target", *FIELDS[kind])
            for name in (piece.partition("}")[0] for piece in value.split("{")[1:]):
                if name not in known:
                    every = ", ".join(f"`{{{each}}}`" for each in known)
                    yield Problem(
                        file, line, f"a page of the kind {kind} has no `{{{name}}}`: {every}"
                    )
