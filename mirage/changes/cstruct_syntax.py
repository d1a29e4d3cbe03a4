"""The definitions of cstruct's syntax extension for camlp4, as its ppx reads them.

cstruct 1.9: `cstruct name { uint8_t field; .. } as big_endian` and `cenum name { A; B = 4 } as
uint8_t`. cstruct 2.3.1, ppx/ppx_cstruct.ml: `[%%cstruct type name = { field : uint8_t; .. }
[@@big_endian]]` and `[%%cenum type name = | A | B [@id 4] [@@uint8_t]]`, which define the same
functions. No parser reads the first form, so it is found by its letters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import MANUAL, Finding
from mirageport.mirage.camlp4 import in_text, without_comments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit


RULE = "cstruct-camlp4"
WORDS = (b"cstruct", b"cenum")
# Compiled when such a word is found: to do so takes a twentieth of a check.
_DEFINITION = (
    rb"(?<![\w.%'])(?P<word>cstruct|cenum)\s+(?P<name>[a-z_][\w']*)\s*(?P<open>\{)"
    rb"(?P<body>[^{}]*)(?P<close>\}\s*as\s+(?P<as>\w+)(?P<sexp>\s*\(\s*sexp\s*\))?)"
)
# What follows the word, comments included: without it, no comment has to be looked for.
_REMARKS = rb"(?:\s|\(\*.*?\*\))*"
_FOLLOWING = rb"(?s:" + _REMARKS + rb"[a-z_][\w']*" + _REMARKS + rb"\{)"
_FIELD = rb"\s*(?P<type>\w+)\s+(?P<name>\w+)(?P<size>\s*\[\s*(?P<length>\w+)\s*\])?\s*"
_CASE = rb"\s*(?P<name>[A-Z]\w*)(?P<number>\s*=\s*(?P<id>\w+))?\s*"


def find(context: Context) -> Iterator[Finding]:
    """Definitions that camlp4 read."""
    data = context.source.data
    ends = (end for word in WORDS for end in _ends(data, word))
    if not any(re.compile(_FOLLOWING).match(data, end) for end in ends):
        return
    for match in re.finditer(_DEFINITION, without_comments(context.tree)):
        if not in_text(context.tree, match.start(), match.start("open")):
            yield _finding(context, match)


def _ends(data: bytes, word: bytes) -> Iterator[int]:
    """Where a word ends that is no end of another name."""
    at = data.find(word)
    while at != -1:
        before = data[at - 1 : at]
        if not before.isalnum() and before not in (b"_", b".", b"%", b"'"):
            yield at + len(word)
        at = data.find(word, at + 1)


def _finding(context: Context, match: re.Match[bytes]) -> Finding:
    found = context.rule(RULE)
    word, name = match["word"].decode(), match["name"].decode()
    edits = _edits(context.name, match)
    title = f"Write `{name}` for `cstruct.ppx`"
    facts = rewriting(title, edits)
    return Finding(
        context.name,
        RULE,
        match.start("word"),
        match.end("name"),
        found.message.format(word=word, name=name, target=context.target),
        found.applicability if edits else MANUAL,
        found.severity,
        found.category,
        facts=facts,
    )


def _edits(file: str, match: re.Match[bytes]) -> list[Edit]:
    """The definition in the other form; empty where a member of it is not understood."""
    struct = match["word"] == b"cstruct"
    members = _fields(file, match) if struct else _cases(file, match)
    if members is None:
        return []
    word, kind = match["word"].decode(), match["as"].decode()
    sexp = " [@@sexp]" if match["sexp"] else ""
    text, at = match.string, match.start("word")
    before = text[text.rfind(b"\n", 0, at) + 1 : at].decode()
    apart = b"\n" in text[at : match.end("close")] and not before.strip()
    head = f"[%%{word}\n{before}type" if apart else f"[%%{word} type"
    return [
        (file, match.start("word"), match.end("word"), head),
        (file, match.end("name"), match.end("open"), " = {" if struct else " ="),
        *members,
        (file, *match.span("close"), f"{'} ' if struct else ''}[@@{kind}]{sexp}]"),
    ]


def _members(match: re.Match[bytes], one: bytes) -> list[re.Match[bytes]] | None:
    """What is between the `;` of a definition; None where something is of another form."""
    found = []
    at, end = match.span("body")
    text = match.string
    while at < end and text[at:end].strip():
        member = re.compile(one).match(text, at, end)
        if member is None or (member.end() < end and text[member.end() : member.end() + 1] != b";"):
            return None
        found.append(member)
        at = member.end() + 1
    return found or None


def _fields(file: str, match: re.Match[bytes]) -> list[Edit] | None:
    fields = _members(match, _FIELD)
    if fields is None:
        return None
    return [
        (
            file,
            field.start("type"),
            field.end("size") if field["size"] else field.end("name"),
            f"{field['name'].decode()} : {field['type'].decode()}"
            + (f" [@len {field['length'].decode()}]" if field["size"] else ""),
        )
        for field in fields
    ]


def _cases(file: str, match: re.Match[bytes]) -> list[Edit] | None:
    cases = _members(match, _CASE)
    if cases is None:
        return None
    edits = []
    for case in cases:
        number = f" [@id {case['id'].decode()}]" if case["number"] else ""
        end = case.end("number") if case["number"] else case.end("name")
        edits.append((file, case.start("name"), end, f"| {case['name'].decode()}{number}"))
        if case.end() < match.end("body"):
            edits.append((file, case.end(), case.end() + 1, ""))
    return edits
