"""Comments inside text that is replaced or removed: each is carried along to its neighbour."""

from __future__ import annotations

from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mirageport.code_actions.tokens import COMMENT, Token, comments, tokens
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

# Before these, and at the end, no blank is needed.
_NO_BLANK = ("", " ", "\t", "\r", "\n", ";", ",", ")", "]")

# How many pairs of tokens are compared at most: it takes time.
_COMPARED = 4_000_000


class Change(NamedTuple):
    """What one edit does to a text. old: what it replaces; new: what takes its place."""

    old: str
    new: str


def carried(changes: Sequence[Change]) -> list[str]:
    """The new text of each change of one fix, with each comment of the old texts exactly once.

    A comment is not lost where its text stands in the new text of this or of another change: code
    that moves takes its comments along. Code that is copied does not.
    """
    counts = [(Counter(comments(c.old)), Counter(comments(c.new))) for c in changes]
    lost = [old - new for old, new in counts]
    extra = [new - old for old, new in counts]
    moved = _total(lost) & _total(extra)
    stay, copies = _without_moved(lost, moved), _without_moved(extra, moved)
    return [
        _with_comments(Change(change.old, _without(change.new, more)), missing)
        for change, missing, more in zip(changes, stay, copies, strict=True)
    ]


def _total(counts: Sequence[Counter[str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    for each in counts:
        found.update(each)
    return found


def _without_moved(counts: Sequence[Counter[str]], moved: Counter[str]) -> list[Counter[str]]:
    """Counts of comments without those that moved, which are taken off the first that has them."""
    rest = moved.copy()
    found = []
    for each in counts:
        taken = each & rest
        rest -= taken
        found.append(each - taken)
    return found


def _without(text: str, extra: Counter[str]) -> str:
    """A text without comments that are copies: the last ones of each kind, with a blank."""
    for token in reversed(tokens(text) if extra else []):
        comment = text[token.start : token.end]
        if token.kind == COMMENT and extra[comment]:
            extra[comment] -= 1
            blank = text[: token.start].endswith(" ") and text[token.end :][:1] in ("", " ", ")")
            text = text[: token.start - blank] + text[token.end :]
    return text


def _with_comments(change: Change, lost: Counter[str]) -> str:
    """The new text with comments of the old one put beside what their neighbours became."""
    if not lost:
        return change.new
    if not change.new.strip():
        return _left_alone(change, lost)
    old = tokens(change.old)
    new = [token for token in tokens(change.new) if token.kind != COMMENT]
    places = _places(change, [token for token in old if token.kind != COMMENT], new)
    text, before = change.new, 0
    put: list[tuple[int, str]] = []
    for index, token in enumerate(old):
        if token.kind != COMMENT:
            before += 1
            continue
        comment = change.old[token.start : token.end]
        if lost[comment]:
            lost[comment] -= 1
            put.append(_put(change, old, index, places[before]))
    for at, piece in sorted(put, key=_where, reverse=True):
        text = text[:at] + piece + text[at:]
    return text


def _where(put: tuple[int, str]) -> int:
    return put[0]


class _Place(NamedTuple):
    """Where a comment may go in the new text. behind: where the token in front of it ends, None if
    that was replaced; front: where the token behind it begins, None if that was replaced; between:
    behind what took the place of both."""

    behind: int | None
    front: int | None
    between: int


def _places(change: Change, old: list[Token], new: list[Token]) -> list[_Place]:
    """For each gap between the tokens of the old text, in order, its place in the new one."""
    partner = _partners(change, old, new)
    partner[len(old)] = len(new)
    ends = [0, *(token.end for token in new)]
    starts = [*(token.start for token in new), len(change.new)]
    found: list[_Place] = []
    following = len(new)
    for gap in range(len(old), -1, -1):
        following = partner.get(gap, following)
        before = partner.get(gap - 1) if gap else -1
        behind = None if before is None else ends[before + 1]
        front = starts[partner[gap]] if gap in partner else None
        found.append(_Place(behind, front, ends[following]))
    return found[::-1]


def _partners(change: Change, old: list[Token], new: list[Token]) -> dict[int, int]:
    """Which token of the new text each token of the old one is."""
    if len(old) * len(new) > _COMPARED:
        return {}
    one = [change.old[token.start : token.end] for token in old]
    other = [change.new[token.start : token.end] for token in new]
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return {
        block.a + index: block.b + index
        for block in matcher.get_matching_blocks()
        for index in range(block.size)
    }


def _put(change: Change, old: list[Token], index: int, place: _Place) -> tuple[int, str]:
    """(where in the new text, the comment with the blanks it needs)."""
    token = old[index]
    comment = change.old[token.start : token.end]
    lead = change.old[old[index - 1].end if index else 0 : token.start]
    trail = change.old[token.end : old[index + 1].start if index + 1 < len(old) else None]
    own_line = "\n" in lead and "\n" in trail
    if place.front is not None and (own_line or place.behind is None):
        return place.front, comment + (trail if "\n" in trail else " ")
    at = place.between if place.behind is None else place.behind
    blank = "" if change.new[at : at + 1] in _NO_BLANK else " "
    return at, (lead if own_line else " " if at else "") + comment + blank


def _left_alone(change: Change, lost: Counter[str]) -> str:
    """The comments of text that is removed, where it stood: on lines of their own where whole
    lines are removed."""
    kept = []
    for comment in comments(change.old):
        if lost[comment]:
            lost[comment] -= 1
            kept.append(comment)
    lines = change.old.endswith("\n")
    if lines:
        indent = change.old[: len(change.old) - len(change.old.lstrip(" \t"))]
        newline = "\r\n" if change.old.endswith("\r\n") else "\n"
        return "".join(f"{indent}{comment}{newline}" for comment in kept)
    before = " " if change.old[:1].isspace() or not change.old else ""
    after = " " if not before or change.old[-1:].isspace() else ""
    return before + " ".join(kept) + after
