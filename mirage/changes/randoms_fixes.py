"""Rewriters of random numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.editor import Editor, atomic
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.mirage.facts import DroppedCall, RandomInt


def dropped_call(project: Project, finding: Finding, facts: DroppedCall) -> list[Proposal]:
    """Delete a call with its semicolon; where nothing follows it, leave the unit it gave."""
    editor = Editor(project, finding.file)
    outer = wrapped(facts.call)
    name = editor.text(facts.call.children[0])
    if facts.following is None:
        editor.replace_node(outer, "()")
    else:
        editor.replace(outer.start, facts.following.start, "")
    return [Proposal(f"Remove `{name}`", finding.applicability, tuple(editor.edits), finding.rule)]


def random_int(project: Project, finding: Finding, facts: RandomInt) -> list[Proposal]:
    """A number from random bytes, by the randomconv package."""
    editor = Editor(project, finding.file)
    if facts.bound is None:
        text = f"(fun bound -> Randomconv.int ~bound {facts.generate})"
        editor.replace_node(facts.call, text)
    else:
        function = facts.call.get("function")
        assert function is not None
        editor.replace_node(function, "Randomconv.int")
        editor.replace_node(facts.bound, f"~bound:{atomic(editor, facts.bound)}")
        editor.insert(facts.call.end, f" {facts.generate}")
    title = f"Make the number of `{facts.generate}`"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]
