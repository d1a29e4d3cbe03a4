"""The lists that dune files and dune-projects are written in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|;[^\n]*|#\|.*?\|#|[()]|[^\s()";]+', re.DOTALL)


class Part(NamedTuple):
    """A word, or a list with its parts. start, end: where it stands, in characters. text: of a
    word, without quotation marks; "" of a list."""

    start: int
    end: int
    text: str
    parts: tuple[Part, ...] = ()

    @property
    def head(self) -> str:
        """The word that a list begins with, which says what it is."""
        return self.parts[0].text if self.parts else ""

    def fields(self, name: str) -> list[Part]:
        """The lists in a list that begin with a word."""
        return [each for each in self.parts if each.head == name]

    def field(self, name: str) -> Part | None:
        """The first of them."""
        return next(iter(self.fields(name)), None)

    def said(self, name: str) -> list[str]:
        """The words in the first of them behind its own, in all lists there."""
        field = self.field(name)
        return [*words(*field.parts[1:])] if field is not None else []


def read(text: str) -> list[Part]:
    """The words and lists of a file, without its comments; what is not closed is left out."""
    open_: list[list[Part]] = [[]]
    starts: list[int] = []
    for token in _TOKEN.finditer(text):
        said = token.group()
        if said == "(":
            open_.append([])
            starts.append(token.start())
        elif said == ")" and starts:
            inner = tuple(open_.pop())
            open_[-1].append(Part(starts.pop(), token.end(), "", inner))
        elif said[0] != ";" and not said.startswith(("#|", ")")):
            open_[-1].append(Part(token.start(), token.end(), said.strip('"')))
    return open_[0]


def words(*parts: Part) -> Iterator[str]:
    """All words in parts and in the lists there, in the order of the text."""
    waiting = [*reversed(parts)]
    while waiting:
        part = waiting.pop()
        if part.text:
            yield part.text
        waiting.extend(reversed(part.parts))
