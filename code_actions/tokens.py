"""The tokens of a piece of OCaml text, without a parser: comments, strings and the words between.

A piece need not be a whole construct, so an edit's replaced range and its new text can be read.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMENT = "comment"
CODE = "code"

_SPACE = re.compile(r"\s+")
_COMMENT_MARK = re.compile(r"\(\*|\*\)")
# Words are read together with what must stay next to them: `~label:`, `let%lwt`, `[@@attribute`.
_CODE = re.compile(
    r"""
    "(?:[^"\\]|\\.)*"                                            # string
    | \{(?:%%?[\w.]+\s*)?(?P<quote>[a-z_]*)\|.*?\|(?P=quote)\}   # quoted string
    | <:[\w.]*<.*?>>                                              # quotation of camlp4
    | '(?:[^\\'\n]|\\(?:[\\'"ntbr\ ]|\d{3}|x[0-9a-fA-F]{2}|o[0-7]{3}))'  # character
    | [~?][a-z_][\w']*:?                                         # label
    | \[(?:@{1,3}|%{1,2})[\w.]*                                  # attribute or extension
    | [a-z]+%[\w.]+                                              # keyword with an extension
    | [`']?[^\W\d][\w']*                                         # name, tag, type variable
    | \d[\w.]*                                                   # number
    | [!$%&*+\-./:<=>?@^|~\#]+                                   # operator
    | ;;
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)


class Token(NamedTuple):
    """One token. kind: COMMENT or CODE. start, end: characters of the text that was read."""

    kind: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text in order; blanks are what lies between them.

    An unclosed comment reaches to the end; an unclosed string is its quote alone.
    """
    return list(scanned(text, 0))


def scanned(text: str, at: int) -> Iterator[Token]:
    """The same from a place on that lies in no token, one after the other."""
    while at < len(text):
        blank = _SPACE.match(text, at)
        if blank is not None:
            at = blank.end()
            continue
        if text.startswith("(*", at):
            kind, end = COMMENT, _comment_end(text, at)
        else:
            match = _CODE.match(text, at)
            assert match is not None  # the last alternative takes any character
            kind, end = CODE, match.end()
        yield Token(kind, at, end)
        at = end


def comments(text: str) -> list[str]:
    """The comments of a text, in order."""
    if "(*" not in text:
        return []
    return [text[token.start : token.end] for token in tokens(text) if token.kind == COMMENT]


def _comment_end(text: str, start: int) -> int:
    """Where the comment that begins at `start` ends: comments nest, and hold strings."""
    depth = 0
    at = start
    while True:
        mark = _COMMENT_MARK.search(text, at)
        if mark is None:
            return len(text)
        quote = text.find('"', at, mark.start())
        string = _STRING.match(text, quote) if quote >= 0 and depth else None
        if string is not None and text[quote - 1] != "'":
            at = string.end()
            continue
        depth += 1 if mark.group() == "(*" else -1
        at = mark.end()
        if depth == 0:
            return at
