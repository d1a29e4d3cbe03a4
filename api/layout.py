"""Interfaces as a person wrote them, in the layout that interfaces of packs are read in."""

from __future__ import annotations

import re
from functools import lru_cache

from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse

# What a line is like that begins in the first column.
_LINE = re.compile(
    rb"(?:val|external) (?:\( \S+ \)|[\w']+) :|module (?:rec )?\w+ [:=(]"
    rb"|module type \w+(?: =(?! sig .*\[@)|$)|type [^=]*(?: \+?:?= ?|$)"
    rb"|(?:exception|include|open|class|end)\b(?! \[@@)"
    rb"|\[@@@?|[|})\] \t]|\(\*|$"
)
# What opens and closes a signature, where items begin, and what may have such words in it.
_NESTED = re.compile(rb"\b(?:(sig|object)|end)\b")
_ITEM = re.compile(
    rb"[ \t]*\b(?:(?:val|external|exception|include)\b"
    rb"|(?<!with )(?<!and )(?<!module )(?<!include )(?:type|module)\b(?! of\b))"
)
_WORDS = re.compile(rb'"(?:[^"\\]|\\.)*"|\(\*.*?\*\)|\(module\b')
_HEAD = re.compile(r"(module (?:type |rec )?\w+|type [^=]*?) ?(\+=|:=|[:=(])")

# Where a string goes on in the next line.
_CONTINUED = re.compile(r"\\\n[ \t]*")

# ocamlmig's attribute of an exception stands behind its constructor, with one sign.
_OF_EXCEPTION = re.compile(rb"^([ \t]*exception\b[^\[]*)\[@migrate\b", re.MULTILINE)


@lru_cache(maxsize=64)
def laid_out(data: bytes) -> bytes:
    """An interface as a person wrote it, in the layout that `outline` and `api.view` read: an item
    a line, without comments, the attributes of a module type on lines of their own."""
    data = _OF_EXCEPTION.sub(rb"\1[@@migrate", data)
    lines = data.splitlines()
    plain = all(_LINE.match(line) and line.count(b"(*") == line.count(b"*)") for line in lines)
    if plain and _is_outlined(lines):
        return data
    tree = parse(Source(without_comments(data)), True)
    found = []
    for node in tree.root.children:
        text = " ".join(_CONTINUED.sub("", tree.text(node)).split())
        if node.kind == "module_type_definition":
            for attribute in node.of("item_attribute"):
                line = " ".join(_CONTINUED.sub("", tree.text(attribute)).split())
                text = text.replace(f" {line}", f"\n{line}")
        found.append(_HEAD.sub(r"\1 \2", text, count=1) if _HEAD.match(text) else text)
    return "\n".join([*found, ""]).encode()


def _is_outlined(lines: list[bytes]) -> bool:
    """Whether each item at the top of an interface, and no item of a signature, begins a line in
    the first column."""
    depth = 0
    for line in lines:
        line = _WORDS.sub(b"", line)
        first, *_inside = re.split(rb"=|\bsig\b", line, maxsplit=1)
        begins = [each.end() - len(each[0].lstrip()) for each in _ITEM.finditer(first)]
        if 0 in begins if depth else any(begins):
            return False
        depth += sum(1 if each[1] else -1 for each in _NESTED.finditer(line))
    return depth == 0


def without_comments(data: bytes) -> bytes:
    """An interface without its comments, and without the lines that these leave blank."""
    kept, done = [], 0
    for start, end in parse(Source(data), True).comments:
        kept.append(data[done:start])
        done = end
    lines = b" ".join([*kept, data[done:]]).splitlines()
    return b"".join(b"%s\n" % line.rstrip() for line in lines if line.strip())
