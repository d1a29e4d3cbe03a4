"""The gate behind a port: what it made is judged before anything is written.

A conflict in text that a fix wrote undoes that whole fix: the port is planned again without it, and
without what builds on it. Conflicts that were there before stay, for a person.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import MANUAL, SUGGESTION
from mirageport.diagnostics.selfcheck import Conflict, Judgement, added, judge
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mirageport.code_actions.plan import Ported
    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.edit import Edit, Edits, Fix

    OnCrash = Callable[[str, BaseException], None]

_ROUNDS = 3
"""How often a port is planned again without fixes that brought conflicts about."""

_TAKEN_BACK = "Its fix was taken back: with it, something could not hold."

# A conflict is of what a fix wrote when it stands in it, or is no longer than so many times that.
_AROUND = 2


class Undone(NamedTuple):
    """A fix that is not to be made: its rule, its file, and where it begins in the text before the
    port."""

    rule: str
    file: str
    start: int


class Pass(NamedTuple):
    """One pass of a port: the fixes that were made, and their edits together."""

    fixes: tuple[Fix, ...]
    edits: Edits


class Trail:
    """The passes of a port, one after the other: where a place comes from, and where it went."""

    def __init__(self) -> None:
        self.passes: list[Pass] = []
        self._moves: dict[tuple[int, str], _Moves] = {}

    def origin(self, file: str, place: int, behind: int | None = None) -> tuple[int, bool]:
        """Where a place was before the port, and whether nothing was written at it since. behind:
        how many passes the text had behind it; None: all."""
        kept = True
        for each in reversed(range(len(self.passes) if behind is None else behind)):
            place, here = self._moves_of(each, file).earlier(place)
            kept = kept and here
        return place, kept

    def named(self, fix: Fix, behind: int | None = None) -> Undone:
        """A fix by what it is called in the text before the port."""
        first = fix.edits[0]
        return Undone(fix.rule, first.file, self.origin(first.file, first.start, behind)[0])

    def written(self) -> Iterable[tuple[Undone, str, int, int]]:
        """What each fix wrote: the fix, the file, and the bytes of the text behind the port."""
        for number, one in enumerate(self.passes):
            # A fix that several findings share is one.
            for fix in {id(fix): fix for fix in one.fixes}.values():
                undone = self.named(fix, number)
                for edit in fix.edits:
                    span = self._moves_of(number, edit.file).span(edit.start)
                    if span is not None and span[0] < span[1]:
                        begin = self._later(edit.file, span[0], number + 1)
                        end = self._later(edit.file, span[1], number + 1)
                        yield undone, edit.file, begin, end

    def _later(self, file: str, place: int, number: int) -> int:
        """Where a place of the text behind some passes is behind all of them."""
        for each in range(number, len(self.passes)):
            place = self._moves_of(each, file).later(place)
        return place

    def _moves_of(self, number: int, file: str) -> _Moves:
        moves = self._moves.get((number, file))
        if moves is None:
            moves = self._moves[number, file] = _Moves(self.passes[number].edits.of(file))
        return moves


class _Moves:
    """How edits of one file move the places of its text, asked without going over all of them."""

    def __init__(self, edits: Edits) -> None:
        self._edits = edits
        self._starts = [edit.start for edit in edits]
        longer = (_length(edit) - (edit.end - edit.start) for edit in edits)
        self._moved = [0, *accumulate(longer)]
        self._behind = [edit.start + moved for edit, moved in zip(edits, self._moved, strict=False)]

    def span(self, start: int) -> tuple[int, int] | None:
        """Where what the edit that begins at a place wrote stands behind all edits; None where none
        begins there."""
        at = bisect_left(self._starts, start)
        if at == len(self._starts) or self._starts[at] != start:
            return None
        return self._behind[at], self._behind[at] + _length(self._edits[at])

    def later(self, place: int) -> int:
        """Where a place is behind the edits; one that they replace is where the new text ends."""
        before = bisect_left(self._starts, place)
        if before:
            place = max(place, self._edits[before - 1].end)
        return place + self._moved[before]

    def earlier(self, place: int) -> tuple[int, bool]:
        """Where a place behind the edits was before them, and whether none of them wrote it."""
        before = bisect_right(self._behind, place)
        if not before:
            return place, True
        edit = self._edits[before - 1]
        if place < self._behind[before - 1] + _length(edit):
            return edit.start, False
        return place - self._moved[before], True


def _length(edit: Edit) -> int:
    """How many bytes an edit writes."""
    return len(edit.text.encode("utf-8", "surrogateescape"))


def gated(
    start: Project,
    run: Callable[[frozenset[Undone]], tuple[Ported, Trail]],
    on_crash: OnCrash | None,
) -> Ported:
    """A port, judged. run: the port without some fixes, and how it went."""
    undone: frozenset[Undone] = frozenset()
    ported, trail = run(undone)
    judgement = _judgement(ported, on_crash)
    before: set[tuple[str, object]] | None = None
    for _ in range(_ROUNDS):
        if judgement is None or not judgement.conflicts:
            break
        if before is None:
            before = _places(judge(start, on_crash=on_crash).conflicts)
        caused = _caused(judgement.conflicts, trail, before)
        if not caused:
            break
        other, other_trail = run(undone | caused)
        other_judgement = _judgement(other, on_crash)
        rest = other_judgement.conflicts if other_judgement is not None else ()
        if len(rest) >= len(judgement.conflicts):
            break
        undone |= caused
        ported, trail, judgement = other, other_trail, other_judgement
    return _with_conflicts(ported, judgement, undone)


def _judgement(ported: Ported, on_crash: OnCrash | None) -> Judgement | None:
    """What the files that were changed came to, and those that use them; None without any."""
    changed = {name for name in ported.files if name in ported.project.files}
    if not changed:
        return None
    found = judge(ported.project, on_crash=on_crash)
    kept = {name for name in ported.project.names if found.uses.get(name, frozenset()) & changed}
    kept |= changed
    return found._replace(
        conflicts=tuple(each for each in found.conflicts if each.file in kept),
        unread=tuple(name for name in found.unread if name in kept),
    )


def _places(conflicts: Iterable[Conflict]) -> set[tuple[str, object]]:
    """The conflicts of a text by their places, and by what they say: a fix may write a name anew
    that nothing bound before."""
    found: set[tuple[str, object]] = set()
    for each in conflicts:
        found.add((each.file, (each.start, each.end)))
        found.add((each.file, each.message))
    return found


def _caused(
    conflicts: Iterable[Conflict], trail: Trail, before: set[tuple[str, object]]
) -> frozenset[Undone]:
    """The fixes that wrote what is in conflict now and was not before."""
    written = list(trail.written())
    found = set()
    for each in conflicts:
        start, kept = trail.origin(each.file, each.start)
        end, also = trail.origin(each.file, each.end)
        if (each.file, each.message) in before:
            continue
        if kept and also and (each.file, (start, end)) in before:
            continue
        for undone, file, begin, stop in written:
            if file != each.file or not (begin < each.end and each.start < stop):
                continue
            if each.end - each.start <= _AROUND * (stop - begin) or begin <= each.start:
                found.add(undone)
    return frozenset(found)


def _with_conflicts(
    ported: Ported, judgement: Judgement | None, undone: frozenset[Undone]
) -> Ported:
    """The port with its conflicts, and the fixes that were undone, among what is left."""
    left = dict(ported.left)
    for each in undone:
        left[each.file] = _by_hand(left[each.file], each.rule)
    if judgement is not None:
        left = added(ported.project, left, judgement.conflicts)
    return ported._replace(left=left, judgement=judgement, undone=tuple(sorted(undone)))


def _by_hand(report: Report, rule: str) -> Report:
    """The findings whose fixes were undone, without them: all that could be fixed was."""
    kept = tuple(
        found._replace(applicability=MANUAL, facts=None, message=f"{found.message} {_TAKEN_BACK}")
        if found.rule == rule and found.applicability != SUGGESTION
        else found
        for found in report.findings
    )
    return report._replace(findings=kept)
