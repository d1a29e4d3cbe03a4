"""The gate behind a port: what it made is judged before anything is written.

A conflict in text that a fix wrote undoes that whole fix: the port is planned again without it, and
without what builds on it. Conflicts that were there before stay, for a person.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.conversions import conversions
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.finding import MANUAL, SUGGESTION
from mirageport.diagnostics.selfcheck import Judgement, added, findings, judge, retyped
from mirageport.diagnostics.typed import needs_types
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping

    from mirageport.code_actions.plan import Ported
    from mirageport.diagnostics.engine import Report
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.selfcheck import Conflict
    from mirageport.ocaml.edit import Edit, Edits, Fix

    OnCrash = Callable[[str, BaseException], None]
    Run = Callable[[Project, "frozenset[Undone]"], "tuple[Ported, Trail]"]
    Mend = Callable[["list[Finding]", Project, "frozenset[Undone]"], "tuple[Ported, Trail]"]

_ROUNDS = 3
"""How often a port is planned again without fixes that brought conflicts about."""

_MENDED = 6
"""How often conflicts are fixed: a fix may make another conflict visible."""

_ALONE = 8
"""How many conflicts are fixed one by one where fixing all of them at once gives no fewer."""

_TAKEN_BACK = "Its fix was undone, because the result would not type-check."

# A conflict is of what a fix wrote when it stands in it, or is no longer than so many times that.
_AROUND = 2


class Undone(NamedTuple):
    """A fix that is not to be made: its rule, its file, and where it begins in the text before the
    port."""

    rule: str
    file: str
    start: int


class Made(NamedTuple):
    """A fix that a port made: its rule, its file, where it begins in the text before the port, and
    the fix's own title and applicability."""

    rule: str
    file: str
    start: int
    title: str
    applicability: str


class Pass(NamedTuple):
    """One pass of a port: the fixes that were made, and their edits together."""

    fixes: tuple[Fix, ...]
    edits: Edits


class Trail:
    """The passes of a port, one after the other: where a place comes from, and where it went."""

    def __init__(self) -> None:
        self.passes: list[Pass] = []
        self._moves: dict[tuple[int, str], _Moves] = {}

    def origin(
        self, file: str, place: int, behind: int | None = None, *, closing: bool = False
    ) -> int:
        """Where a place was before the port. behind: how many passes the text had behind it; None:
        all. closing: of a place in what a fix wrote, the end of what that replaced, not its start.
        """
        for each in reversed(range(len(self.passes) if behind is None else behind)):
            place = self._moves_of(each, file).earlier(place, closing)
        return place

    def named(self, fix: Fix, behind: int | None = None) -> Undone:
        """A fix by what it is called in the text before the port."""
        first = fix.edits[0]
        return Undone(fix.rule, first.file, self.origin(first.file, first.start, behind))

    def made(self) -> tuple[Made, ...]:
        """The fixes that were made, pass by pass; one that several findings share is one."""
        return tuple(
            Made(*self.named(fix, number), fix.title, fix.applicability)
            for number, one in enumerate(self.passes)
            for fix in {id(fix): fix for fix in one.fixes}.values()
        )

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

    def earlier(self, place: int, closing: bool) -> int:
        """Where a place behind the edits was before them; of one that they wrote, where what they
        replaced begins, or, if closing, ends."""
        before = bisect_right(self._behind, place)
        if not before:
            return place
        edit = self._edits[before - 1]
        if place < self._behind[before - 1] + _length(edit):
            return edit.end if closing else edit.start
        return place - self._moved[before]


def _length(edit: Edit) -> int:
    """How many bytes an edit writes."""
    return len(edit.text.encode("utf-8", "surrogateescape"))


class _Place(NamedTuple):
    """A conflict by where it stands in the text before the port."""

    file: str
    kind: str
    start: int
    end: int
    message: str


class _Places:
    """Conflicts, asked about without going over all of them."""

    def __init__(self, places: Iterable[_Place]) -> None:
        self._messages: set[tuple[str, str, str]] = set()
        self._starts: dict[tuple[str, str], list[int]] = {}
        self._ends: dict[tuple[str, str], list[int]] = {}
        for file, kind, start, end, message in sorted(places):
            self._messages.add((file, kind, message))
            starts = self._starts.setdefault((file, kind), [])
            ends = self._ends.setdefault((file, kind), [])
            starts.append(start)
            ends.append(max(end, ends[-1] if ends else 0))

    def hold(self, place: _Place) -> bool:
        """Whether one of them says the same, or something of this kind about the same text."""
        if (place.file, place.kind, place.message) in self._messages:
            return True
        starts = self._starts.get((place.file, place.kind), [])
        before = bisect_left(starts, max(place.end, place.start + 1))
        return before > 0 and (
            self._ends[place.file, place.kind][before - 1] > place.start
            or starts[before - 1] == place.start
        )


def gated(start: Project, run: Run, on_crash: OnCrash | None, mend: Mend | None = None) -> Ported:
    """A port, judged. run: the port of a project without some fixes, and how it went. mend: the
    same with the fixes of conflicts.

    Where a fix was taken back, what came of it is ported again until nothing changes, as the next
    run of the person's would: a conflict may be hidden in one text and seen in the other. Conflicts
    are fixed behind all else, as they are known only then, and as long as fewer are left.
    """
    ported = _judged(start, run, on_crash)
    for _ in range(_ROUNDS):
        if not ported.undone:
            break
        again = _judged(ported.project, run, on_crash)
        if not again.files:
            break
        ported = _behind(start, ported, again)
    project = ported.project
    if mend is None or not (
        retyped(start.pack) or conversions(start.pack) or _needs_types(project)
    ):
        return _with_conflicts(ported)
    judgement = ported.judgement or judge(ported.project, on_crash=on_crash)
    refused: set[tuple[str, str, str]] = set()
    for _ in range(_MENDED):
        weight = judgement.weight
        found = findings(ported.project, judgement.conflicts, ported.left)
        fixable = [each for some in found.values() for each in some if each.fixable]
        wanted = [each for each in fixable if _said(each) not in refused]
        # One that does not fit must not keep the others from being made.
        alone = [[each] for each in wanted[:_ALONE]] if len(wanted) > 1 else []
        for some in (wanted, *alone):
            again = _judged(ported.project, partial(mend, some), on_crash)
            if again.judgement is not None and again.judgement.weight < weight:
                break
            if len(some) == 1 and (again.made or again.undone):
                refused.add(_said(some[0]))
        else:
            break
        judgement = again.judgement
        ported = _behind(start, ported, again._replace(undone=ported.undone))
    return _with_conflicts(ported, refused)


def _needs_types(project: Project) -> bool:
    return any(needs_types(Context(project, name)) for name in project.names)


def _behind(start: Project, ported: Ported, again: Ported) -> Ported:
    """A port with what was done behind it."""
    files = {
        name: again.project.source(name).data
        for name in dict.fromkeys((*ported.files, *again.files))
        if again.project.source(name).data != start.source(name).data
    }
    made = (*ported.made, *again.made)
    return again._replace(files=files, applied=ported.applied + again.applied, made=made)


def _judged(start: Project, run: Run, on_crash: OnCrash | None) -> Ported:
    """The same, ported once, with what was found in all files.

    A fix is taken back where a conflict in what it wrote is not there without it, all else being
    ported: whether the text before the port was in conflict too would say less, as other fixes
    make known what could not be judged in it. So does a file that cannot be read without it.
    """
    undone: frozenset[Undone] = frozenset()
    kept: set[Undone] = set()
    ported, trail = run(start, undone)
    judgement = judge(ported.project, on_crash=on_crash) if _is_asked(ported) else None
    for _ in range(_ROUNDS):
        blamed = _blamed(_for_good(ported, judgement), trail)
        asked = blamed.keys() - undone - kept
        if judgement is None or not asked:
            break
        other, other_trail = run(start, undone | asked)
        rest = judge(other.project, on_crash=on_crash)
        there = _Places(_place(each, other_trail) for each in rest.conflicts)
        guilty = {
            fix
            for fix in asked
            if not all(e.file in rest.unread or there.hold(e) for e in blamed[fix])
        }
        kept |= asked - guilty
        if guilty != asked:
            other, other_trail = run(start, undone | guilty)
            rest = judge(other.project, on_crash=on_crash)
        if len(rest.conflicts) >= len(judgement.conflicts):
            kept |= guilty
            continue
        undone |= guilty
        ported, trail, judgement = other, other_trail, rest
    return ported._replace(judgement=judgement, undone=tuple(sorted(undone)))


def _for_good(ported: Ported, judgement: Judgement | None) -> Judgement | None:
    """A judgement without the conflicts that a conversion takes away afterwards."""
    if judgement is None or not conversions(ported.project.pack):
        return judgement
    every = findings(ported.project, judgement.conflicts, {}).values()
    passing = {(each.file, each.start) for some in every for each in some if each.fixable}
    left = (each for each in judgement.conflicts if (each.file, each.start) not in passing)
    return judgement._replace(conflicts=tuple(left))


def _is_asked(ported: Ported) -> bool:
    return ported.project.pack.judges_all or bool(_changed(ported))


def _changed(ported: Ported) -> set[str]:
    """The OCaml files that a port changed."""
    return {name for name in ported.files if name in ported.project.files}


def _concerned(ported: Ported, found: Judgement) -> Judgement:
    """What was found in the files that were changed, in those that use them, in the config.ml that
    names their functors, and in what these use."""
    changed = _changed(ported)
    kept = {name for name in ported.project.names if found.uses.get(name, frozenset()) & changed}
    kept |= changed | {name for name in ported.project.configs if name in ported.project.files}
    needed, new = kept, kept
    while new:
        new = set[str]().union(*(found.uses.get(name, ()) for name in new)) - needed
        needed = needed | new
    return found._replace(
        conflicts=tuple(each for each in found.conflicts if each.file in needed),
        unread=tuple(name for name in found.unread if name in needed),
    )


def _place(conflict: Conflict, trail: Trail) -> _Place:
    file, start, end, kind, message, *_types = conflict
    return _Place(
        file, kind, trail.origin(file, start), trail.origin(file, end, closing=True), message
    )


def _blamed(judgement: Judgement | None, trail: Trail) -> dict[Undone, list[_Place]]:
    """The fixes that wrote text which is in conflict, each with these conflicts."""
    found: dict[Undone, list[_Place]] = {}
    if judgement is None or not judgement.conflicts:
        return found
    written = _Written(trail)
    for each in judgement.conflicts:
        for undone, begin, stop in written.at(each):
            if each.end - each.start <= _AROUND * (stop - begin) or begin <= each.start:
                found.setdefault(undone, []).append(_place(each, trail))
    return found


class _Written:
    """What fixes wrote, asked about without going over all of it."""

    def __init__(self, trail: Trail) -> None:
        self._pieces: dict[str, list[tuple[int, int, Undone]]] = {}
        for undone, file, begin, stop in trail.written():
            self._pieces.setdefault(file, []).append((begin, stop, undone))
        for pieces in self._pieces.values():
            pieces.sort()
        self._reach = {
            file: list(accumulate((stop for _begin, stop, _undone in pieces), max))
            for file, pieces in self._pieces.items()
        }

    def at(self, conflict: Conflict) -> Iterable[tuple[Undone, int, int]]:
        """The fixes that wrote some of the text of a conflict, each with where that is."""
        pieces = self._pieces.get(conflict.file, [])
        at = bisect_left(pieces, (conflict.end,))
        while at and self._reach[conflict.file][at - 1] > conflict.start:
            at -= 1
            begin, stop, undone = pieces[at]
            if stop > conflict.start:
                yield undone, begin, stop


def _said(finding: Finding) -> tuple[str, str, str]:
    """A finding by what it says, which is the same when fixes around it move it."""
    return finding.file, finding.rule, finding.message


def _with_conflicts(ported: Ported, refused: Container[tuple[str, str, str]] = ()) -> Ported:
    """The port with its conflicts, and the fixes that were taken back, among what is left. refused:
    conflicts whose fixes were not made, as others would have come of them."""
    undone = {(each.file, each.rule) for each in ported.undone}
    left = _by_hand(ported.left, lambda each: (each.file, each.rule) in undone)
    judgement = ported.judgement
    if judgement is not None:
        if not ported.project.pack.judges_all:
            judgement = _concerned(ported, judgement) if _changed(ported) else None
    if judgement is not None:
        left = added(ported.project, left, judgement.conflicts)
    left = _by_hand(left, lambda each: _said(each) in refused)
    return ported._replace(left=left, judgement=judgement)


def _by_hand(left: Mapping[str, Report], is_undone: Callable[[Finding], bool]) -> dict[str, Report]:
    """The findings whose fixes were undone, without them: all that could be fixed was."""
    return {
        file: report._replace(
            findings=tuple(
                each._replace(
                    applicability=MANUAL, facts=None, message=f"{each.message} {_TAKEN_BACK}"
                )
                if is_undone(each) and each.applicability != SUGGESTION
                else each
                for each in report.findings
            )
        )
        for file, report in left.items()
    }
