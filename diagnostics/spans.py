"""Ranges of text that go: an item with its line, so that nothing is left of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirageport.ocaml.source import Source


def whole_lines(source: Source, start: int, end: int) -> tuple[int, int]:
    """A range widened to whole lines where nothing else stands on them.

    A blank line that follows goes too when a blank line, or nothing, stands before. Where the range
    shares its lines, it takes the blanks behind it along.
    """
    data, starts = source.data, source.line_starts
    first, last = source.line_of(start), source.line_of(max(end - 1, start))
    if data[starts[first] : start].strip() or data[end : source.line_end(last)].strip():
        while end < len(data) and data[end] in b" \t":
            end += 1
        return start, end

    def blank(line: int) -> bool:
        return not data[starts[line] : source.line_end(line)].strip()

    after = last + 1
    if after < len(starts) and blank(after) and (first == 0 or blank(first - 1)):
        after += 1
    return starts[first], starts[after] if after < len(starts) else len(data)
