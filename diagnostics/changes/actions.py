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
from mirageport.ocaml.file_names import folder_of

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.pack import OnCrash
    from mirageport.diagnostics.project import Project

_OF_RULE = re.compile(r"\b_(\d+|(?:start|end|symbolstart)(?:pos|ofs)|s?loc)\b")


def find(project: Project, name: str, on_crash: OnCrash | None) -> list[Finding]:
    """The findings in a lexer or grammar, with their fixes."""
    from mirageport.diagnostics.engine import check

    data = project.source(name).data
    if not triggered(project.pack, data, name):
        return []
    own = f"{name}.ml"  # a name that no other file has
    beside = {each: file.source.data for each, file in project.files.items()}
    beside = {each: text for each, text in beside.items() if folder_of(each) == folder_of(name)}
    code = code_in(data, name.endswith(GRAMMAR), MARKER)
    inner = type(project)({**beside, own: code}, project.pack, pause=project.pause)
    return [_placed(each, name) for each in check(inner, own, on_crash=on_crash).findings]


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
