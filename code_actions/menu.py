"""The fixes of many findings at once, as an editor's menu for a whole file needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.fixes import place, proposals, sound, tears_nothing, with_joined
from mirageport.ocaml.edit import Edit, Edits, Fix, Places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

    OnCrash = Callable[[str, BaseException], None]


def menu(
    project: Project, findings: Iterable[Finding], on_crash: OnCrash | None = None
) -> list[tuple[Fix, ...]]:
    """The fixes of each finding, as `fixes.fixes` gives them; but of findings that are only fixed
    together (`Finding.joined`), which all have the same fix, the first has it.

    Whether a fix leaves a file torn takes a parse of the whole file: here one parse does for all
    fixes that can be made together, and only where something tears they are asked about apart.
    on_crash: called with (rule, exception) for a rewriter that failed, whose finding then has no
    fix; without it the exception is raised.
    """
    offered: list[tuple[Fix, ...]] = []
    known: dict[tuple[str, int, str], tuple[Fix, ...]] = {}
    groups: set[frozenset[tuple[str, int, str]]] = set()

    def propose(project: Project, finding: Finding) -> tuple[Fix, ...]:
        key = place(finding)
        if key not in known:
            known[key] = proposals(project, finding)
        return known[key]

    for finding in findings:
        if project.pause is not None:
            project.pause()
        try:
            alone = propose(project, finding)
            group = frozenset(map(place, (finding, *finding.joined)))
            if len(alone) == 1 and len(group) > 1 and group in groups:
                alone = ()
            groups.add(group)
            offered.append(with_joined(project, finding, propose) if alone else ())
        except Exception as error:
            if on_crash is None:
                raise
            on_crash(finding.rule, error)
            offered.append(())
    torn: set[int] = set()
    rest = [fix for own in offered for fix in own]
    while rest:
        together = _Together()
        later = [fix for fix in rest if not together.takes(fix)]
        torn.update(id(fix) for fix in _torn(project, together.fixes))
        rest = later
    return [sound(project, (fix for fix in own if id(fix) not in torn)) for own in offered]


def _torn(project: Project, fixes: list[Fix]) -> list[Fix]:
    """Which of these fixes, that can be made together, leave a file torn."""
    torn, todo = [], [fixes]
    while todo:
        group = todo.pop()
        if project.pause is not None:
            project.pause()
        if tears_nothing(project, Edits({edit for fix in group for edit in fix.edits})):
            continue
        if len(group) == 1:
            torn += group
        else:
            half = len(group) // 2
            todo += [group[:half], group[half:]]
    return torn


class _Together:
    """Fixes whose edits are the same or apart."""

    def __init__(self) -> None:
        self.fixes: list[Fix] = []
        self._known: set[Edit] = set()
        self._places = Places()

    def takes(self, fix: Fix) -> bool:
        """Take a fix in, where it fits. Returns whether it does."""
        new = [edit for edit in fix.edits if edit not in self._known]
        if any(self._places.conflicts(edit) for edit in new):
            return False
        for edit in new:
            self._places.add(edit)
        self._known.update(new)
        self.fixes.append(fix)
        return True
