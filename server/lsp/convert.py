"""Between the engine's bytes and the protocol's positions: the one place that converts.

The engine counts bytes. The client counts lines and, inside a line, units of the encoding agreed on
at `initialize` (utf-8, utf-16 or utf-32).
"""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote_to_bytes

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.ocaml.source import Source
    from mirageport.server.lsp.read import Span

Json = dict[str, Any]

_DRIVE = re.compile(r"\\[A-Za-z]:")


def name_of(uri: str) -> str:
    """What a document is called inside: its path, or the URI itself if it is not on this disk.

    A `file:` URI of another host, or of a share, is not on this disk: nothing is read there.
    """
    path = _path(uri)
    if path:
        return os.path.normpath(path)
    return f"no-uri:{uri}" if os.path.isabs(uri) else uri


def _path(uri: str) -> str:
    """The path on this machine that a `file:` URI names; "" when it names none."""
    scheme, _, rest = uri.partition(":")
    if scheme.lower() != "file":
        return ""
    if rest.startswith("//"):
        host, slash, rest = rest[2:].partition("/")
        if host.lower() not in ("", "localhost"):
            return ""
        rest = slash + rest
    quoted = rest.partition("?")[0].partition("#")[0]
    path = os.fsdecode(unquote_to_bytes(quoted.encode("utf-8", "replace")))
    if os.sep == "\\":
        path = path.replace("/", "\\")
        if _DRIVE.match(path):
            path = path[1].lower() + path[2:]
    share = path[:2] in ("//", "\\\\")
    return "" if share or "\0" in path or not os.path.isabs(path) else path


def uri_of(name: str) -> str:
    """The URI of a file nobody has open."""
    if not os.path.isabs(name):
        return name
    path = name.replace(os.sep, "/")
    return "file://" + quote(os.fsencode(path if path.startswith("/") else f"/{path}"))


class Written(NamedTuple):
    """JSON that is already text, `body` with what is around it: what is sent after every keystroke
    may be long, and is put together only once."""

    head: str
    body: str = ""
    tail: str = ""


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
    # Most spans are one word of a line in ASCII, where a byte is a unit in every encoding.
    data, starts = source.data, source.line_starts
    line = bisect_right(starts, start) - 1
    piece = data[starts[line] : end]
    if line and piece.isascii() and b"\n" not in piece and end <= len(data):
        return line, start - starts[line], line, end - starts[line]
    return *source.position(start, encoding), *source.position(end, encoding)


def offsets(source: Source, span: Span, encoding: str) -> tuple[int, int]:
    """Two byte offsets, in order, out of a range of the protocol; clamped to the text."""
    (line, column), (last_line, last_column) = span
    first = source.offset(line, column, encoding)
    last = source.offset(last_line, last_column, encoding)
    return min(first, last), max(first, last)


def data_of(text: str) -> bytes:
    """The text's bytes. Half of a surrogate pair, which no UTF-8 can hold, becomes a question
    mark: one unit in every encoding, as it was."""
    return text.encode("utf-8", "replace")
