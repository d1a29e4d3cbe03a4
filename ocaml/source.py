"""Source text: bytes, lines, and positions in the three encodings an editor may count in.

All offsets are byte offsets into `Source.data`; lines and columns are 0-based. A column counts
code units of the encoding asked for: bytes (utf-8), 16-bit units (utf-16) or characters (utf-32).
"""

from __future__ import annotations

from bisect import bisect_right

from mirageport.ocaml.named import NamedTuple

UTF8 = "utf-8"
_LATIN1 = "latin-1"
UTF16 = "utf-16"
UTF32 = "utf-32"

BOM = b"\xef\xbb\xbf"

# Nothing a person ports by hand is larger; the parser would need about 60 times as much memory.
MAX_BYTES = 8 * 1024 * 1024


class NotText(ValueError):
    """The bytes are no text an OCaml compiler would read; the message says why and where."""


def as_utf8(data: bytes) -> bytes:
    """The text of a file in UTF-8. What is not UTF-8 is Latin-1, which OCaml 4 reads (manual 4.03,
    7.1): its bytes are got back by `as_latin1`."""
    try:
        data.decode(UTF8)
    except UnicodeDecodeError:
        return data.decode(_LATIN1).encode(UTF8)
    return data


def as_latin1(data: bytes) -> bytes:
    """A text in UTF-8 as Latin-1. Raises `NotText` where it has a character that Latin-1 lacks."""
    try:
        return data.decode(UTF8).encode(_LATIN1)
    except UnicodeEncodeError as error:
        found = f"has `{error.object[error.start]}`, which Latin-1 cannot hold"
        raise NotText(found) from None


class Edit(NamedTuple):
    """An edit: the bytes `start` to `end` of the old text became `start` to `stop` of the new."""

    start: int
    end: int
    stop: int

    @property
    def shift(self) -> int:
        """How far what is behind the edit has moved."""
        return self.stop - self.end

    def then(self, other: Edit) -> Edit:
        """This edit and one of the text that it made, as one edit."""
        longer = max(0, other.end - self.stop)
        start, end = min(self.start, other.start), self.end + longer
        return Edit(start, end, max(self.stop, other.end) + other.shift)


class Source:
    """One file's bytes, never changed; `edited` gives the next version.

    Byte order mark and line endings stay in the bytes, so that an edit never disturbs them.
    """

    __slots__ = ("_lines", "_words", "data")

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._lines: list[int] | None = None
        self._words: dict[bytes, int] = {}  # where each word that was asked for is, -1 for nowhere

    def __reduce__(self) -> tuple[type[Source], tuple[bytes]]:
        return Source, (self.data,)  # between processes; a compiled class has no other way

    @property
    def line_starts(self) -> list[int]:
        """Byte offset of the first byte of every line (lines end at LF)."""
        lines = self._lines
        if lines is None:
            lines = [0]
            find = self.data.find
            at = find(b"\n")
            while at >= 0:
                lines.append(at + 1)
                at = find(b"\n", at + 1)
            self._lines = lines
        return lines

    def holds(self, word: bytes) -> bool:
        """Whether these bytes are somewhere in the text. What an edit did not touch is not searched
        again for what was asked before."""
        at = self._words.get(word)
        if at is None:
            at = self._words[word] = self.data.find(word)
        return at >= 0

    @property
    def newline(self) -> str:
        """The line ending this text uses, by its first line: CRLF or LF."""
        at = self.data.find(b"\n")
        return "\r\n" if at > 0 and self.data[at - 1] == 0x0D else "\n"

    def check_text(self) -> None:
        """Raise `NotText` when the bytes hold a NUL."""
        nul = self.data.find(b"\0")
        if nul >= 0:
            raise NotText(
                f"has a NUL byte on line {self.line_of(nul) + 1}, so it is not OCaml text"
            )

    def text(self, start: int, end: int) -> str:
        """The text between two byte offsets; bytes that are not UTF-8 become U+FFFD."""
        return self.data[start:end].decode("utf-8", "replace")

    def line_of(self, offset: int) -> int:
        """The line that holds the byte at `offset`."""
        return bisect_right(self.line_starts, offset) - 1

    def line_end(self, line: int) -> int:
        """Byte offset of the end of a line, before its line ending."""
        starts = self.line_starts
        if line + 1 >= len(starts):
            return len(self.data)
        end = starts[line + 1] - 1
        if end > starts[line] and self.data[end - 1] == 0x0D:
            end -= 1
        return end

    def indent(self, offset: int) -> str:
        """The blanks that the line of `offset` begins with."""
        start = self.line_starts[self.line_of(offset)]
        end = start
        while end < len(self.data) and self.data[end] in b" \t":
            end += 1
        return self.data[start:end].decode("ascii")

    def position(self, offset: int, encoding: str = UTF32) -> tuple[int, int]:
        """(line, column) of a byte offset in an encoding; offsets past the end are clamped, one
        inside a character is that of its beginning."""
        offset = _character_start(self.data, min(max(offset, 0), len(self.data)))
        line = self.line_of(offset)
        return line, _units(self.data[self._text_start(line) : offset], encoding)

    def _text_start(self, line: int) -> int:
        """Where the first column of a line is: a byte order mark is before it."""
        return 3 if line == 0 and self.data.startswith(BOM) else self.line_starts[line]

    def offset(self, line: int, column: int, encoding: str = UTF32) -> int:
        """The byte offset of a position; lines and columns past the end are clamped."""
        starts = self.line_starts
        if line < 0:
            return 0
        if line >= len(starts):
            return len(self.data)
        start, end = self._text_start(line), self.line_end(line)
        return start + _bytes_of(self.data[start:end], column, encoding)

    def edited(self, start: int, end: int, new: bytes) -> Source:
        """The text with bytes `start` to `end` replaced; the line index is carried over. Offsets
        past the end are clamped."""
        start = min(max(start, 0), len(self.data))
        end = min(max(start, end), len(self.data))
        result = Source(self.data[:start] + new + self.data[end:])
        if self._lines is not None:
            result._lines = _edited_lines(self._lines, start, end, new)
        if self._words:
            result._words = _edited_words(self._words, start, end, result.data, start + len(new))
        return result


def edit_of(source: Source, start: int, end: int, new: bytes) -> Edit:
    """What an edit replaces in a text, as `Source.edited` makes it."""
    start = min(max(start, 0), len(source.data))
    return Edit(start, min(max(start, end), len(source.data)), start + len(new))


def _units(head: bytes, encoding: str) -> int:
    if encoding == UTF8:
        return len(head)
    if head.isascii():
        return len(head)
    text = head.decode("utf-8", "surrogateescape")
    if encoding == UTF32:
        return len(text)
    return len(text) + sum(1 for char in text if char > "\uffff")


def _bytes_of(line: bytes, column: int, encoding: str) -> int:
    """How many bytes of `line` the first `column` units take; never splits a character."""
    column = max(column, 0)
    if line.isascii():
        return min(column, len(line))
    if encoding == UTF8:
        return _character_start(line, min(column, len(line)))
    taken = units = 0
    for char in line.decode("utf-8", "surrogateescape"):
        width = 2 if encoding == UTF16 and char > "\uffff" else 1
        if units + width > column:
            break
        units += width
        taken += len(char.encode("utf-8", "surrogateescape"))
    return taken


def _character_start(line: bytes, at: int) -> int:
    while 0 < at < len(line) and line[at] & 0xC0 == 0x80:
        at -= 1
    return at


def _edited_lines(lines: list[int], start: int, end: int, new: bytes) -> list[int]:
    first = bisect_right(lines, start)
    last = bisect_right(lines, end)
    shift = len(new) - (end - start)
    inside = []
    at = new.find(b"\n")
    while at >= 0:
        inside.append(start + at + 1)
        at = new.find(b"\n", at + 1)
    return lines[:first] + inside + [line + shift for line in lines[last:]]


def _edited_words(
    words: dict[bytes, int], start: int, end: int, data: bytes, stop: int
) -> dict[bytes, int]:
    """Where words are after an edit, by where they were; those that it touched are left out. data:
    the new text, in which `start` to `stop` is new."""
    found = {}
    for word, at in words.items():
        size = len(word)
        if at < 0:
            found[word] = data.find(word, max(0, start - size + 1), stop + size - 1)
        elif at + size <= start:
            found[word] = at
        elif at >= end:
            found[word] = at + stop - end
    return found
