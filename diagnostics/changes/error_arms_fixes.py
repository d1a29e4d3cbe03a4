"""Rewriter of matches over errors some of which are no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.results import open_ended
from mirageport.diagnostics.editor import Editor
from mirageport.ocaml.edit import Proposal

if TYPE_CHECKING:
    from mirageport.diagnostics.facts import ErrorArms
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.tree import Node

# Where an application needs no parentheses.
_ROOMY = frozenset(["match_case", "parenthesized_expression", "infix_expression", "let_binding"])


def error_arms(project: Project, finding: Finding, facts: ErrorArms) -> list[Proposal]:
    """Patterns without what has gone, and the arm for every other error last."""
    editor = Editor(project, finding.file)
    for arm in facts.changed:
        pattern = arm.case.get("pattern")
        assert pattern is not None
        editor.replace_node(pattern, arm.pattern)
    for read in facts.reads:
        _printed(editor, read, facts)
    for case in facts.dropped:
        _remove(editor, case)
    if facts.last is not None:
        _move_last(editor, facts)
    title = f"Print every other error with `{facts.printer}`"
    if not facts.reads:
        title = "Leave out the errors that have gone"
    return [Proposal(title, finding.applicability, tuple(editor.edits), finding.rule)]


def _printed(editor: Editor, read: Node, facts: ErrorArms) -> None:
    """Put the printed error where its payload was read."""
    text = f'Format.asprintf "%a" {facts.printer} {facts.error}'
    parent = read.parent
    if read.kind == "label_name":
        text = f"{editor.text(read)}:({text})"
    elif parent is None or parent.kind not in _ROOMY:
        text = f"({text})"
    editor.replace_node(read, text)


def _move_last(editor: Editor, facts: ErrorArms) -> None:
    last = facts.last
    assert last is not None
    kept = [case for case in facts.match.of("match_case") if case not in facts.dropped]
    if kept[-1] is last:
        return
    end = kept[-1]
    body = end.get("body")
    closing = ""
    if body is not None and open_ended(body):
        editor.insert(body.start, "(")
        closing = ")"
    text = editor.taken(last)
    gap = _gap(editor, facts.match)
    _remove(editor, last)
    editor.insert(end.end, f"{closing}{gap}| {text}")


def _remove(editor: Editor, case: Node) -> None:
    """Delete an arm with the bar that belongs to it."""
    match = case.parent
    assert match is not None
    siblings = match.children
    place = siblings.index(case)
    bar = siblings[place - 1]
    if bar.kind == "|":
        editor.replace(_trimmed(editor, bar.start), case.end, "")
    else:
        following = [other for other in match.of("match_case") if other.start > case.end]
        editor.replace(case.start, following[0].start if following else case.end, "")


def _gap(editor: Editor, match: Node) -> str:
    """What stands before a bar between two arms of a match."""
    bars = match.of("|")
    if not bars:
        return " "
    bar = bars[-1]
    return editor.source.text(_trimmed(editor, bar.start), bar.start) or " "


def _trimmed(editor: Editor, at: int) -> int:
    data = editor.source.data
    while at > 0 and data[at - 1] in b" \t\r\n":
        at -= 1
    return at
