"""What is different in two texts, as edits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, TypeVar

from mirageport.ocaml.edit import Edit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mirageport.diagnostics.project import Pause
    from mirageport.ocaml.source import Source

T = TypeVar("T")

_UTF8 = ("utf-8", "surrogateescape")
_WORD = re.compile(r"[`~?]?\w")
_TOKEN = re.compile(r"\r\n|[`~?]?\w+|[^\S\r\n]+|.", re.DOTALL)
# How many pairs of words are compared at most within one block: it takes time.
_COMPARED = 4_000_000


def differences(
    source: Callable[[str], Source], files: Mapping[str, bytes], pause: Pause | None = None
) -> list[Edit]:
    """The edits that make new texts out of others, word by word: a person confirms them one by one,
    and two changes of one line should not have to be taken together.

    source: gives the text before of a file. pause: as of a `Project`.
    """
    return [
        edit
        for name in sorted(files)
        for edit in _file_differences(name, source(name).data, files[name], pause)
    ]


def _file_differences(name: str, old: bytes, new: bytes, pause: Pause | None) -> list[Edit]:
    old_lines = old.splitlines(keepends=True)
    new_lines = new.splitlines(keepends=True)
    starts = _starts(old_lines)
    found = []
    for first, last, new_first, new_last in _between_anchors(old_lines, new_lines):
        before, after = _Steps(old_lines[first:last], pause), new_lines[new_first:new_last]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after).get_opcodes():
            if tag != "equal":
                start, end = starts[first + i1], starts[first + i2]
                text = b"".join(after[j1:j2])
                found.extend(_block_differences(name, old, start, end, text, pause))
    return found


class _Steps(list[T]):
    """What is compared with something else, in steps: one for each item that is looked at."""

    def __init__(self, items: list[T], pause: Pause | None) -> None:
        super().__init__(items)
        self._pause = pause

    def __getitem__(self, at: Any) -> Any:
        if self._pause is not None:
            self._pause()
        return super().__getitem__(at)


def _between_anchors(old: list[bytes], new: list[bytes]) -> list[tuple[int, int, int, int]]:
    """The ranges of lines between those that stand once in either text, in the same order: to
    compare all lines of a long text takes time that grows with the square of its length."""
    places = _once(new)
    pairs = [(at, places[line]) for line, at in _once(old).items() if line in places]
    anchors = _rising(pairs)
    ends = [*anchors, (len(old), len(new))]
    starts = [(0, 0), *((at + 1, other + 1) for at, other in anchors)]
    return [
        (start, end, new_start, new_end)
        for (start, new_start), (end, new_end) in zip(starts, ends, strict=True)
        if (start, new_start) != (end, new_end)
    ]


def _once(lines: list[bytes]) -> dict[bytes, int]:
    """Where each line stands that stands there only once."""
    counts = Counter(lines)
    return {line: at for at, line in enumerate(lines) if counts[line] == 1}


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The most of these pairs, which rise in the first number, that rise in the second too."""
    ends: list[int] = []  # of a rise of each length, the lowest second number it can end with
    last: list[int] = []  # the index of the pair that it ends with
    before: list[int] = []  # the index of the pair in front of each
    for index, (_, number) in enumerate(pairs):
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else -1)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [index]
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(pairs[index])
        index = before[index]
    return found[::-1]


def _block_differences(
    name: str, old: bytes, start: int, end: int, new: bytes, pause: Pause | None
) -> list[Edit]:
    """The edits within a block of lines; one for the whole block if it is too large to compare."""
    before, after = _words(old[start:end]), _words(new)
    if len(before) * len(after) > _COMPARED:
        return [Edit(name, start, end, new.decode(*_UTF8))]
    starts = [start + each for each in _starts([word.encode(*_UTF8) for word in before])]
    return [
        Edit(name, starts[i1], starts[i2], "".join(after[j1:j2]))
        for i1, i2, j1, j2 in _changed(before, after, pause)
    ]


def _changed(before: list[str], after: list[str], pause: Pause | None) -> list[list[int]]:
    """The ranges of words that differ: of the one text and of the other, as [i1, i2, j1, j2].
    Changes with no word between them, only blanks and brackets, are one."""
    found: list[list[int]] = []
    word_between = True
    matcher = SequenceMatcher(None, _Steps(before, pause), after, False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            word_between = any(_WORD.match(word) for word in before[i1:i2])
        elif found and not word_between:
            found[-1][1], found[-1][3] = i2, j2
        else:
            found.append([i1, i2, j1, j2])
    return found


def _words(data: bytes) -> list[str]:
    """Words, with the sign of a tag or label, blanks, and single signs; a CR LF is one."""
    return _TOKEN.findall(data.decode(*_UTF8))


def _starts(parts: list[bytes]) -> list[int]:
    """Where each part begins, and where the last one ends."""
    found = [0]
    for part in parts:
        found.append(found[-1] + len(part))
    return found
