"""Between the engine's bytes and the protocol's positions: the one place that converts.

The engine counts bytes. The client counts lines and, inside a line, units of the encoding agreed on
at `initialize` (utf-8, utf-16 or utf-32).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pygls.uris import from_fs_path, to_fs_path

if TYPE_CHECKING:
    from lsprotocol import types

    from mirageport.ocaml.source import Source

Json = dict[str, Any]


def name_of(uri: str) -> str:
    """What a document is called inside: its path, or the URI itself if it is not on this disk."""
    if not uri.startswith("file:"):
        return uri
    path = to_fs_path(uri)
    return os.path.normpath(path) if path else uri


def uri_of(name: str) -> str:
    """The URI of a file nobody has open."""
    if not os.path.isabs(name):
        return name
    return from_fs_path(name) or name


class Written(str):
    """JSON that is already text: what is sent after every keystroke is built only once."""

    __slots__ = ()


def span(source: Source, start: int, end: int, encoding: str) -> Json:
    """A range of the protocol out of two byte offsets."""
    first_line, first, last_line, last = _places(source, start, end, encoding)
    return {
        "start": {"line": first_line, "character": first},
        "end": {"line": last_line, "character": last},
    }


def written_span(source: Source, start: int, end: int, encoding: str) -> str:
    """The same as JSON text."""
    first_line, first, last_line, last = _places(source, start, end, encoding)
    return (
        f'{{"start": {{"line": {first_line}, "character": {first}}}, '
        f'"end": {{"line": {last_line}, "character": {last}}}}}'
    )


def _places(source: Source, start: int, end: int, encoding: str) -> tuple[int, int, int, int]:
    line, column = source.position(start, encoding)
    # Most spans are one ASCII word, for which nothing needs to be looked up twice.
    word = source.data[start:end]
    if word.isascii() and b"\n" not in word:
        return line, column, line, column + len(word)
    return line, column, *source.position(end, encoding)


def offsets(source: Source, span: types.Range, encoding: str) -> tuple[int, int]:
    """Two byte offsets, in order, out of a range of the protocol; clamped to the text."""
    start = source.offset(span.start.line, span.start.character, encoding)
    end = source.offset(span.end.line, span.end.character, encoding)
    return min(start, end), max(start, end)


def data_of(text: str) -> bytes:
    """The text's bytes. Half of a surrogate pair, which no UTF-8 can hold, becomes a question
    mark: one unit in every encoding, as it was."""
    return text.encode("utf-8", "replace")
