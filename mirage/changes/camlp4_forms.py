"""What other syntax extensions of camlp4 read: `with sexp` behind a type, quotations such as
`<:html< .. >>`, and `IFDEF`.

type_conv 113.00 reads `type t = .. with sexp, bin_io`; its ppx reads `[@@deriving sexp, bin_io]`
and makes the same functions (ppx_sexp_conv 0.9.0 and its siblings). No parser reads the old forms,
so they are found by their letters, where the text is damaged.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, Finding
from mirageport.mirage.camlp4 import in_text, without_comments
from mirageport.mirage.packages import DERIVERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.context import Context

RULE = "camlp4-forms"

# What type_conv's plugins were called, and the library of each. Their ppx have the same words.
_DERIVERS = {
    "sexp": "sexplib",
    "sexp_of": "sexplib",
    "of_sexp": "sexplib",
    "bin_io": "bin_prot",
    "bin_read": "bin_prot",
    "bin_write": "bin_prot",
    "compare": "comparelib",
    "fields": "fieldslib",
    "variants": "variantslib",
}
# Those of cow 1, dyntype and rpclib, which nothing reads now.
_WITHOUT = ("xml", "html", "json", "rpc", "orm", "value", "typerep", "typehash")
_ONE = f"(?:{'|'.join((*_DERIVERS, *_WITHOUT))})"
_DERIVED = re.compile(
    rf"(?<![\w.'])with\s+(?P<names>{_ONE}(?:\s*,\s*{_ONE})*)"
    r"(?![\w'.]|\s*(?:->|[:=;,|}]|when\b|as\b))".encode()
)
_OF_TYPE = re.compile(rf"<:(?P<names>{'|'.join(_DERIVERS)})<(?P<type>[^<>\n]+)>>".encode())
_QUOTED = re.compile(rb"<:\w+<(?!<)")
_CONDITION = re.compile(rb"\bIFN?DEF\b(?=[ \t]+[A-Z])")
# What a `with` may belong to: of a deriver it is a type's.
_HEAD = re.compile(rb"\b(type|exception|match|try|let|val)\b")
_TYPES = (b"type", b"exception")
_BEFORE = 4000


def find(context: Context) -> Iterator[Finding]:
    """Forms that camlp4 read."""
    damaged = context.tree.damaged
    if not damaged and not _CONDITION.search(context.source.data):
        return  # a condition may read as constructors of which one is given others
    code = without_comments(context.tree)
    done: set[int] = set()
    for form, reading in _FORMS.items():
        if not damaged and form is not _CONDITION:
            continue
        for match in form.finditer(code):
            start = match.start()
            if start in done or in_text(context.tree, start, start + 1):
                continue
            if (found := reading(match)) is not None:
                done.add(start)
                yield _finding(context, match, *found)


# What to write in place of a form, where it is known, and how to say so; None where it is none.
_Reading = tuple[str | None, str] | None


def _derived(match: re.Match[bytes]) -> _Reading:
    heads = _HEAD.findall(match.string, max(0, match.start() - _BEFORE), match.start())
    if not heads or heads[-1] not in _TYPES:
        return None
    names = [name.strip() for name in match["names"].decode().split(",")]
    if left := [name for name in names if name not in _DERIVERS]:
        return None, f"the functions for `{'`, `'.join(left)}` by hand"
    text = f"[@@deriving {', '.join(names)}]"
    packages = dict.fromkeys(DERIVERS[_DERIVERS[name]] for name in names)
    return text, f"`{text}` with `{'` and `'.join(packages)}`"


def _of_type(match: re.Match[bytes]) -> _Reading:
    name = match["names"].decode()
    text = f"[%{name}: {match['type'].decode().strip()}]"
    return text, f"`{text}` with `{DERIVERS[_DERIVERS[name]]}`"


_FORMS: dict[re.Pattern[bytes], Callable[[re.Match[bytes]], _Reading]] = {
    _DERIVED: _derived,
    _OF_TYPE: _of_type,
    _QUOTED: lambda match: (
        None,
        "a call of functions, such as `Cow.Html.p` (cow 2) for `<:html<`",
    ),
    _CONDITION: lambda match: (None, "a file for each case, or a key of config.ml"),
}


def _finding(context: Context, match: re.Match[bytes], text: str | None, new: str) -> Finding:
    known = context.rule(RULE)
    word = " ".join(match[0].decode().split())
    edits = [] if text is None else [(context.name, *match.span(), text)]
    return Finding(
        context.name,
        RULE,
        *match.span(),
        known.message.format(word=word, new=new, target=context.target),
        known.applicability if edits else MANUAL,
        known.severity,
        known.category,
        facts=rewriting("Derive by a ppx", edits),
    )
