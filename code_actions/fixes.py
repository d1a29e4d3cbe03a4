"""The fixes of a finding, made of its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.code_actions.layout import indented
from mirageport.code_actions.settle import settled
from mirageport.diagnostics.editor import Editor
from mirageport.diagnostics.facts import Fixable, Rewrite, moved
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.ocaml.edit import Edit, Edits, Fix, Overlap, Proposal, apply
from mirageport.ocaml.tree import count_broken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project


def _proposed(project: Project, finding: Finding, facts: Fixable | Rewrite) -> list[Proposal]:
    if isinstance(facts, Rewrite):
        return [
            Proposal(
                each.title,
                each.applicability or finding.applicability,
                tuple(Edit(*edit) for edit in each.edits),
                finding.rule,
            )
            for each in facts.alternatives
        ]
    editor = Editor(project, finding.file)
    title, level = facts.edit(editor), finding.applicability
    made = Proposal(title, level, tuple(editor.edits), finding.rule, editor.first)
    return [made] if title else []


def fixes(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """The ways to mend a finding, best first; empty where there is none.

    Edits may lie in several files of the project. Only a first and safe fix is preferred.
    """
    proposed = with_joined(project, finding)
    return sound(project, (fix for fix in proposed if tears_nothing(project, fix.edits)))


def sound(project: Project, found: Iterable[Fix]) -> tuple[Fix, ...]:
    """The fixes of a finding that tear nothing, indented; the first may be preferred."""
    fixes = [fix._replace(edits=indented(project, fix.edits)) for fix in found]
    if fixes and fixes[0].applicability == SAFE:
        fixes[0] = fixes[0]._replace(preferred=True)
    return tuple(fixes)


def place(finding: Finding) -> tuple[str, int, str]:
    """What identifies a finding among all of a check: its file, where it begins, and its rule."""
    return finding.file, finding.start, finding.rule


def proposals(project: Project, finding: Finding) -> tuple[Fix, ...]:
    """What `fixes` gives, before anybody has asked `tears_nothing`, and of the finding alone: for
    those who fix the joined ones as well. None is preferred."""
    if finding.facts is None:
        return ()
    facts = moved(finding.facts, finding.file, finding.moved) if finding.moved else finding.facts
    found = []
    for made in _proposed(project, finding, facts):
        edits = settled(project, made.edits)
        if edits:
            found.append(Fix(made.title, made.applicability, edits, made.rule, first=made.first))
    return tuple(found)


def with_joined(
    project: Project,
    finding: Finding,
    propose: Callable[[Project, Finding], tuple[Fix, ...]] = proposals,
) -> tuple[Fix, ...]:
    """The fixes of a finding and of those that it would hide (`Finding.joined`), each pair as one;
    where both change the same text, the other's fix alone. propose: gives what `proposals` gives.
    """
    own = propose(project, finding)
    if not finding.joined or not own:
        return own
    others = [found[0] for each in finding.joined if (found := propose(project, each))]
    edits = [edit for fix in others for edit in fix.edits]
    review = any(fix.applicability == REVIEW for fix in others)
    together = []
    for fix in own:
        level = REVIEW if review else fix.applicability
        try:
            both = Edits.merged([*fix.edits, *edits])
        except Overlap:
            return (others[0],)
        more = f"{len(others)} other fixes" if len(others) > 1 else "1 other fix"
        title = f"{fix.title} (with {more})"
        together.append(fix._replace(title=title, edits=both, applicability=level))
    return tuple(together)


def tears_nothing(project: Project, edits: Edits) -> bool:
    """Whether edits leave no more that cannot be parsed than there was, in any file.

    What a rewriter takes for a whole construct may be what the parser made of a torn one, and how
    it made it depends on what stands before and behind.
    """
    for file in edits.files:
        if file not in project.files:
            continue
        broken = len(project.tree(file).broken)
        after = apply(project.source(file).data, edits.of(file))
        if count_broken(after, file.endswith(".mli"), project.pause) > broken:
            return False
    return True
