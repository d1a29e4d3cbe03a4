"""What is found in the code of lexers and grammars: the findings of a file that has only this code,
where they stand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.suppression import MARKER
from mirageport.diagnostics.triggers import triggered
from mirageport.ocaml.actions import GRAMMAR, code_in
from mirageport.ocaml.file_names import basename, folder_of

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.pack import OnCrash
    from mirageport.diagnostics.project import Project

_OF_RULE = re.compile(r"\b_(\d+|(?:start|end|symbolstart)(?:pos|ofs)|s?loc)\b")


def find(project: Project, name: str, on_crash: OnCrash | None) -> list[Finding]:
    """The findings in a lexer or grammar, with their fixes."""
    from mirageport.diagnostics.engine import check

    if not triggered(project.pack, project.source(name).data, name):
        return []
    inner, own = _alone(project, name)
    return [_placed(each, name) for each in check(inner, own, on_crash=on_crash).findings]


def conflicts(project: Project, name: str) -> list[Finding]:
    """What the self-check finds in a lexer or grammar, as far as a page is about it: the rest may
    come of what the tool that reads the file adds to the code."""
    from mirageport.diagnostics.selfcheck import findings, judge, retyped

    if not triggered(project.pack, project.source(name).data, name):
        return []
    inner, own = _alone(project, name)
    rules = {each.name for each in retyped(project.pack)}
    found = findings(inner, judge(inner, [own]).conflicts if rules else (), {}).get(own, ())
    kept = (each for each in found if each.rule in rules)
    return [_placed(each._replace(facts=None, applicability=MANUAL), name) for each in kept]


def _alone(project: Project, name: str) -> tuple[Project, str]:
    """The code of a file as a project, with the files beside, and its name there."""
    own = f"{name}.ml"  # a name that no other file has
    near = (each for each in project.every if folder_of(each) == folder_of(name))
    kept = (each for each in near if each in project.files or basename(each) == "dune")
    beside = {each: project.source(each).data for each in kept}
    code = code_in(project.source(name).data, name.endswith(GRAMMAR), MARKER)
    return type(project)({**beside, own: code}, project.pack, pause=project.pause), own


def _placed(finding: Finding, name: str) -> Finding:
    """A finding of the code as one of the file that it is in."""
    facts = finding.facts
    finding = finding._replace(file=name, message=_OF_RULE.sub(r"$\1", finding.message))
    if not isinstance(facts, Rewrite):
        return finding._replace(facts=None, applicability=MANUAL)
    alternatives = tuple(
        each._replace(
            edits=tuple(
                (name, start, end, _OF_RULE.sub(r"$\1", text))
                for _file, start, end, text in each.edits
            )
        )
        for each in facts.alternatives
    )
    return finding._replace(facts=facts._replace(alternatives=alternatives))
