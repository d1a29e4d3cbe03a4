"""Plans: many fixes at once, without conflicts, and again until nothing is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.breaking import broken
from mirageport.code_actions.fixes import place, proposals, tears_nothing, with_joined
from mirageport.code_actions.gate import Pass, Trail, gated
from mirageport.code_actions.layout import indented
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.engine import EVERYTHING, Choice, Report, check
from mirageport.diagnostics.finding import OLD_SYNTAX, REVIEW, SAFE
from mirageport.diagnostics.suppression import SELF_CHECK
from mirageport.diagnostics.triggers import triggered
from mirageport.ocaml.edit import Edit, Edits, Fix, Places, apply
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from mirageport.code_actions.gate import Made, Undone
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.selfcheck import Judgement

    OnCrash = Callable[[str, BaseException], None]

SAFE_ONLY = frozenset([SAFE])
WITH_REVIEW = frozenset([SAFE, REVIEW])

# A port takes a handful of passes; a plan that goes on for longer than this does not converge.
_PASSES = 25


class Ported(NamedTuple):
    """What a port did: the files it changed, what it left, how many fixes it applied.

    project: the project after it, which the findings that are left belong to. judgement: what the
    self-check found in it; None where it was not asked. undone: the fixes that were taken back, as
    they brought conflicts about. made: the fixes that were not; where the port began anew after one
    was taken back, the places of those that came then are in the text it began with.
    """

    files: dict[str, bytes]
    left: dict[str, Report]
    applied: int
    project: Project
    judgement: Judgement | None = None
    undone: tuple[Undone, ...] = ()
    made: tuple[Made, ...] = ()


def combine(
    project: Project,
    findings: Iterable[Finding],
    levels: Collection[str],
    on_crash: OnCrash | None = None,
) -> tuple[Edits, int]:
    """Edits of the best fix of each finding that may be made together, and how many fixes.

    levels: the applicabilities to take. A fix that conflicts with one taken before it waits for
    the next pass; edits that two fixes share are made once, but for brackets that close what each
    has opened. Each fix is taken whole or not at all.
    on_crash: called with (rule, exception) for a rewriter that failed, whose finding is then
    skipped; without it the exception is raised.
    """
    edits, fixes = _combined(project, _wanted(project, findings, levels, on_crash))
    return edits, len(fixes)


def _combined(project: Project, wanted: list[list[Fix]]) -> tuple[Edits, list[Fix]]:
    """The same, of the fixes that each finding has, with the fixes themselves."""
    while True:
        together = _Together()
        for choices in _first(wanted):
            if choices:
                together.take(choices[0])
        torn = set(_torn(project, together.fixes))
        if not torn:
            return indented(project, Edits.merged(together.edits)), together.fixes
        wanted = [[fix for fix in choices if fix not in torn] for choices in wanted]


def _wanted(
    project: Project,
    findings: Iterable[Finding],
    levels: Collection[str],
    on_crash: OnCrash | None,
) -> list[list[Fix]]:
    """The fixes of these levels that each finding has, best first."""
    wanted = []
    known: dict[int, tuple[Fix, ...]] = {}
    chosen = [each for each in findings if each.applicability in levels]
    places = {place(each) for each in chosen}
    for finding in sorted(chosen, key=_is_about_less):
        if project.pause is not None:
            project.pause()
        alone = all(place(each) in places for each in finding.joined)
        work_out = proposals if alone else with_joined
        try:
            found = known.get(id(finding.facts)) or work_out(project, finding)
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(finding.rule, error)
            continue
        if any(fix.first for fix in found):
            # It is reported at every place that it changes, and made once.
            known[id(finding.facts)] = found
        wanted.append([fix for fix in found if fix.applicability in levels])
    return wanted


def _is_about_less(finding: Finding) -> bool:
    """Sorts a finding that is about a whole construct before those in it, and what is known by
    something else before that."""
    return not (finding.whole or finding.known_by)


def _first(wanted: list[list[Fix]]) -> list[list[Fix]]:
    """The fixes that change how files are read, with those that touch none of these files."""
    first = [fix for choices in wanted for fix in choices if fix.first]
    files = {edit.file for fix in first for edit in fix.edits}
    if not files:
        return wanted
    return [
        [fix for fix in choices if fix.first or not any(e.file in files for e in fix.edits)]
        for choices in wanted
    ]


def _torn(project: Project, chosen: list[Fix]) -> list[Fix]:
    """The fixes that cannot be made beside the others without tearing a file that cannot be parsed
    whole.

    All are asked about at once, and halves of them only where something tears: a parse for each
    would make the work of a damaged file grow with the square of its length.
    """
    kept: list[Fix] = []
    torn: list[Fix] = []
    todo = [chosen]
    while todo:
        group = todo.pop()
        if tears_nothing(project, _edits([*kept, *group])):
            kept += group
        elif len(group) == 1:
            torn += group
        else:
            half = len(group) // 2
            todo += [group[half:], group[:half]]
    return torn


def _edits(chosen: list[Fix]) -> Edits:
    together = _Together()
    for fix in chosen:
        together.take(fix)
    return Edits.merged(together.edits)


class _Together:
    """Fixes that may be made together, and their edits."""

    def __init__(self) -> None:
        self.fixes: list[Fix] = []
        self.edits: list[Edit] = []
        self._known: set[Edit] = set()
        self._places = Places()

    def take(self, fix: Fix) -> None:
        """Take a fix in, if it conflicts with none taken before."""
        new = [edit for edit in fix.edits if edit not in self._known]
        if any(self._places.conflicts(edit) for edit in new):
            return
        again = [edit for edit in fix.edits if edit in self._known and edit.start == edit.end]
        if new and not all(_closes(edit) for edit in again):
            # It is unknown whether an insertion that others make too is meant once or twice.
            return
        self.edits.extend(again if new else [])
        self.edits.extend(new)
        self._known.update(new)
        for edit in new:
            self._places.add(edit)
        self.fixes.append(fix)


def _closes(edit: Edit) -> bool:
    """Whether an insertion closes brackets: each fix closes what it has opened."""
    return not edit.text.strip(")]")


def changed(project: Project, edits: Edits) -> Project:
    """The project with edits made, in any of its files."""
    for name in edits.files:
        project = project.with_file(name, apply(project.source(name).data, edits.of(name)))
    return project


def port(
    project: Project,
    levels: Collection[str] = SAFE_ONLY,
    choice: Choice = EVERYTHING,
    on_crash: OnCrash | None = None,
) -> Ported:
    """Apply all fixes of these levels, in all files, until none is left, and judge the result (see
    `gate`) where all that can be fixed was to be and conflicts are wanted.

    on_crash: called with (matcher or rule, exception) for what failed and is left out; without it
    the exception is raised.
    """

    def run(start: Project, undone: frozenset[Undone]) -> tuple[Ported, Trail]:
        return _ported(start, levels, choice, on_crash, undone)

    # Where files stay as they are, the others are not expected to fit them yet.
    part = not choice.excluded.isdisjoint(project.every)
    if REVIEW not in levels or part or not choice.takes_name(SELF_CHECK):
        return run(project, frozenset())[0]

    def mend(
        found: list[Finding], start: Project, undone: frozenset[Undone]
    ) -> tuple[Ported, Trail]:
        trail = Trail()
        wanted = _wanted(start, filter(choice.takes, found), levels, on_crash)
        wanted = [[fix for fix in some if trail.named(fix) not in undone] for some in wanted]
        after = _made(start, wanted, trail)
        return _ended(start, after or start, trail, choice, on_crash), trail

    return gated(project, run, on_crash, mend)


class Joint(NamedTuple):
    """What ports by several packs did to the same files. files: those that changed. parts: the last
    port by each pack, in the order of the packs; None where it failed. made: as of `Ported`."""

    files: dict[str, bytes]
    parts: tuple[Ported | None, ...]
    applied: int
    made: tuple[Made, ...]


def port_all(projects: Sequence[Project], one: Callable[[Project], Ported | None]) -> Joint:
    """The ports of the same files by several packs: each ports what the others made of them, until
    none changes anything, so that what is said to be left is of the last texts.

    projects: the files, one for each pack. one: makes one port; None where that failed.
    """
    files: dict[str, bytes] = {}
    parts: list[Ported | None] = [None] * len(projects)
    applied = 0
    made: list[Made] = []
    waiting = list(range(len(projects)))
    while waiting:
        index = waiting.pop(0)
        project = projects[index]
        for name in filter(project.every.__contains__, files):
            if project.source(name).data != files[name]:
                project = project.with_file(name, files[name])
        before, found = parts[index], one(project)
        if before is not None and found is not None and found.judgement is None:
            # It has nothing more to do, and still knows what it could judge.
            found = found._replace(judgement=before.judgement)
        parts[index] = found
        if found is None or not found.files:
            continue
        files.update(found.files)
        applied += found.applied
        made += found.made
        waiting += [i for i in range(len(projects)) if i != index and i not in waiting]
    return Joint(files, tuple(parts), applied, tuple(made))


def _ported(
    start: Project,
    levels: Collection[str],
    choice: Choice,
    on_crash: OnCrash | None,
    undone: frozenset[Undone],
) -> tuple[Ported, Trail]:
    """A port without some fixes, and how it went."""
    project, trail = start, Trail()
    found = _findings(project, choice, on_crash)
    if not project.began_old:
        project = project.porting(_old_files(project, found))
    for _ in range(_PASSES):
        wanted = _wanted(project, found, levels, on_crash)
        if choice.excluded:
            wanted = [[fix for fix in some if _spares(fix, choice)] for some in wanted]
        if undone:
            wanted = [[f for f in some if trail.named(f) not in undone] for some in wanted]
        after = _made(project, wanted, trail)
        if after is None:
            break
        project = after
        found = _findings(project, choice, on_crash)
    else:
        # What is still being rewritten would be for ever: leave it to the person.
        endless = sorted({finding.rule for finding in found if finding.applicability in levels})
        fewer = choice._replace(ignore=(*choice.ignore, *endless))
        return _ported(start, levels, fewer, on_crash, undone)
    return _ended(start, project, trail, choice, on_crash), trail


def _made(project: Project, wanted: list[list[Fix]], trail: Trail) -> Project | None:
    """A project after one more pass, which is added to the trail; None where nothing is to be done.
    wanted: the fixes that each finding has."""
    edits, fixes = _combined(project, wanted)
    if not edits:
        return None
    trail.passes.append(Pass(tuple(fixes), edits))
    return changed(project, edits)


def _ended(
    start: Project, project: Project, trail: Trail, choice: Choice, on_crash: OnCrash | None
) -> Ported:
    """What a port came to. start, project: before and behind its passes; trail: how it went."""
    project = finished(start, project, trail)
    left = {name: check(project, name, choice, on_crash) for name in project.every}
    files = {
        name: project.source(name).data
        for name in project.every
        if project.source(name).data != start.source(name).data
    }
    project = project.porting(frozenset())
    applied = sum(len(each.fixes) for each in trail.passes)
    return Ported(files, left, applied, project, made=trail.made())


def finished(start: Project, project: Project, trail: Trail) -> Project:
    """A project behind fixes, without the lines that these made too long.

    start: the project before them; trail: how it went, to which this adds. It is the last step, as
    only behind all fixes it is known how long a line becomes.
    """
    begun: set[tuple[str, int]] = set()
    for _ in range(_PASSES if trail.passes else 0):
        edits = broken(start, project, trail, begun)
        if not edits:
            break
        trail.passes.append(Pass((), edits))
        project = changed(project, edits)
    return project


def _spares(fix: Fix, choice: Choice) -> bool:
    """Whether a fix changes none of the files that are to stay as they are."""
    return not any(edit.file in choice.excluded for edit in fix.edits)


def _old_files(project: Project, findings: list[Finding]) -> frozenset[str]:
    """The files that name a module type by its old name, or have syntax of old code."""
    named = {
        name
        for name in project.names
        if triggered(project.pack, project.source(name).data, name) and Context(project, name).old
    }
    return frozenset({*named, *(each.file for each in findings if OLD_SYNTAX in each.shows)})


def _findings(project: Project, choice: Choice, on_crash: OnCrash | None) -> list[Finding]:
    return [
        found for name in project.every for found in check(project, name, choice, on_crash).findings
    ]
