"""The syntax extension of Lwt for camlp4, read as the OCaml it stands for.

Each of its words is a keyword of OCaml with something behind it: a copy of the text that has the
keywords, and blanks for the rest of each word, can be parsed, and every offset in it is an offset
of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.tree import count_broken

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.tree import Tree

# lwt 2.5, syntax/pa_lwt.ml. Those without a keyword are functions to the parser.
KEYWORDS = {
    b"lwt": b"let",
    b"try_lwt": b"try",
    b"match_lwt": b"match",
    b"for_lwt": b"for",
    b"while_lwt": b"while",
    b"raise_lwt": b"",
    b"assert_lwt": b"",
}
_TEXTS = ("string", "string_content", "quoted_string", "quoted_string_content", "escape_sequence")
_NAME = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'"


_LAYOUTS = b"cstruct ", b"cenum "
SEQUENCE = b">>"
_QUOTATION = b"<:"
_OPERATOR = b"!$%&*+-./:<=>?@^|~#"


def words(tree: Tree, is_name: Callable[[int, int], bool]) -> dict[int, bytes]:
    """The words of the extension by their places; empty where the text reads worse with them.

    is_name: whether there is a name from one byte to another that somebody has defined.
    """
    if not tree.source.holds(b"lwt"):
        return {}
    found = _places(tree)
    found = {at: word for at, word in found.items() if not is_name(at, at + len(word))}
    if not found:
        return {}
    read = count_broken(shadow(tree.source.data, found), tree.interface)
    return found if read <= len(tree.broken) else {}


def is_extended(tree: Tree) -> bool:
    """Whether a text that cannot be read as it stands has syntax of camlp4, Lwt's or Cstruct's."""
    data = tree.source.data
    lwts = words(tree, lambda _start, _end: False) or sequences(data)
    return bool(tree.broken) and (bool(lwts) or any(word in data for word in _LAYOUTS))


def sequences(data: bytes) -> list[int]:
    """Where there may be an operator `>>`. Nearly all text has a `>>=` instead, and quotations of
    camlp4 such as `<:html< .. >>` end in one."""
    if data.count(SEQUENCE) == data.count(b">>="):
        return []
    found = []
    quotations = done = 0
    at = data.find(SEQUENCE)
    while at >= 0:
        end = at + len(SEQUENCE)
        if {*data[max(at - 1, 0) : at], *data[end : end + 1]}.isdisjoint(_OPERATOR):
            quotations += data.count(_QUOTATION, done, at)
            done = end
            if quotations:
                quotations -= 1
            else:
                found.append(at)
        at = data.find(SEQUENCE, end)
    return found


def shadow(data: bytes, found: dict[int, bytes]) -> bytes:
    """The text with a keyword, and blanks, for each word."""
    parts = []
    done = 0
    for start, word in sorted(found.items()):
        if keyword := KEYWORDS[word]:
            parts += [data[done:start], keyword.ljust(len(word))]
            done = start + len(word)
    return b"".join([*parts, data[done:]])


def _places(tree: Tree) -> dict[int, bytes]:
    """Every place of a word that is neither part of a longer name nor in a comment or a string."""
    data = tree.source.data
    found = {}
    for word in KEYWORDS:
        at = data.find(word)
        while at >= 0:
            end = at + len(word)
            if _alone(data, at, end) and not in_text(tree, at, end):
                found[at] = word
            at = data.find(word, end)
    return found


def _alone(data: bytes, start: int, end: int) -> bool:
    before, behind = data[start - 1 : start], data[end : end + 1]
    return not (before and before in _NAME + b".%@~?`#") and not (behind and behind in _NAME)


def without_comments(tree: Tree) -> bytes:
    """The text with blanks for its comments."""
    data = tree.source.data
    parts, done = [], 0
    for start, end in sorted(tree.comments):
        parts += [data[done:start], b" " * (end - start)]
        done = end
    return b"".join([*parts, data[done:]])


def in_text(tree: Tree, start: int, end: int) -> bool:
    """Whether bytes are part of a comment or a string."""
    if any(begin < end and start < stop for begin, stop in tree.comments):
        return True
    return tree.root.at(start, end).kind in _TEXTS
