"""The menu of a whole file offers what the menu of each finding does."""

from __future__ import annotations

import pytest

from benchmarks.corpora import dense
from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.menu import menu
from mirageport.diagnostics.engine import check

from ..packs import unikernel

NAME = "unikernel.ml"
TEXT = dense(300)
TORN = "\nlet torn = ) in (\n"
MIDDLE = TEXT.index("\nlet ", len(TEXT) // 2)
TEXTS = {"whole": TEXT, "torn": TEXT + TORN, "torn inside": TEXT[:MIDDLE] + TORN + TEXT[MIDDLE:]}


@pytest.mark.parametrize("kind", TEXTS)
def test_each_finding_has_the_fixes_that_it_has_alone(kind: str) -> None:
    project = unikernel({NAME: TEXTS[kind].encode()})
    findings = check(project, NAME).findings
    offered = menu(project, findings)
    alone = [fixes(project, finding) for finding in findings]
    known = {fix.edits for own in offered for fix in own}
    assert sum(map(len, offered)) > 10
    for own, all_of_it in zip(offered, alone, strict=True):
        # What is only fixed together has one fix, which the first of them offers.
        assert own == all_of_it or (own == () and {fix.edits for fix in all_of_it} <= known)
    assert sum(own == () != all_of_it for own, all_of_it in zip(offered, alone, strict=True)) < 12


def test_a_rewriter_that_fails_costs_its_own_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    project = unikernel({NAME: TEXT.encode()})
    findings = check(project, NAME).findings
    told: list[str] = []
    broken = findings[3]._replace(facts="no facts at all")
    offered = menu(project, [*findings[:3], broken], lambda rule, _error: told.append(rule))
    assert offered[3] == ()
    assert told == [broken.rule]
    assert offered[:3] == menu(project, findings[:3])
    with pytest.raises(AttributeError):
        menu(project, [broken])
