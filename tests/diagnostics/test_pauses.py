"""Who looks at a long file may pause between any two steps, and end there: nothing is different."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.corpora import dense
from mirageport.diagnostics.engine import Report, check

from ..packs import unikernel

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

NAME = "unikernel.ml"
LONG = dense(2200).encode()
TEXTS = {
    "whole": LONG,
    "torn": LONG + b"\nlet torn = ) in (\n",
    "short": dense(100).encode(),
    "functor": b"module All (X : sig end) = struct\n" + LONG + b"\nend\n",
}


class _Ended(BaseException):
    """What the one who pauses raises to end the work."""


class _Pauses:
    """Counts pauses, and ends the work at one of them."""

    def __init__(self) -> None:
        self.count = 0
        self.last = -1

    def __call__(self) -> None:
        self.count += 1
        if self.count == self.last:
            raise _Ended


def _report(project: Project) -> Report:
    """What is found, without what only the fixes need: that is made anew each time."""
    found = check(project, NAME)
    plain = tuple(each._replace(facts=None, moved=0, joined=()) for each in found.findings)
    return found._replace(findings=plain)


@pytest.mark.parametrize("kind", TEXTS)
def test_work_that_ended_at_a_pause_is_done_anew(kind: str) -> None:
    text = TEXTS[kind]
    fresh = _report(unikernel({NAME: text}))
    pauses = _Pauses()
    assert _report(unikernel({NAME: text}, pause=pauses)) == fresh
    total = pauses.count
    assert total > 20
    for part in range(4):
        pauses.count, pauses.last = 0, 1 + part * (total - 1) // 3
        project = unikernel({NAME: text}, pause=pauses)
        with pytest.raises(_Ended):
            _report(project)
        pauses.last = -1
        assert _report(project) == fresh


@pytest.mark.parametrize("kind", ["whole", "torn"])
@pytest.mark.parametrize("new", [b"let here = 1\n", b"let here = (\n"])
def test_work_on_an_edit_that_ended_at_a_pause_is_done_anew(kind: str, new: bytes) -> None:
    text = TEXTS[kind]
    at = text.index(b"\nlet ", len(text) // 2) + 1
    fresh = _report(unikernel({NAME: text[:at] + new + text[at:]}))
    pauses = _Pauses()
    project = unikernel({NAME: text}, pause=pauses)
    _report(project)
    pauses.count = 0
    assert _report(project.with_edit(NAME, at, at, new)) == fresh
    total = pauses.count
    for part in range(3):
        project = unikernel({NAME: text}, pause=pauses)
        pauses.last = -1
        _report(project)
        edited = project.with_edit(NAME, at, at, new)
        pauses.count, pauses.last = 0, 1 + part * (total - 1) // 2
        with pytest.raises(_Ended):
            _report(edited)
        pauses.last = -1
        assert _report(edited) == fresh
        again = edited.with_edit(NAME, at, at + len(new), b"")
        assert _report(again) == _report(unikernel({NAME: text}))


def test_work_pauses_between_two_findings() -> None:
    """However many one rule has in one function."""
    calls = '    C.log c "x";\n' * 300
    text = (
        f"module Main (C : V1_LWT.CONSOLE) = struct\n  let start c =\n{calls}    C.log_s c x\nend\n"
    )
    pauses = _Pauses()
    found = check(unikernel({NAME: text.encode()}, pause=pauses), NAME).findings
    assert len(found) > 300
    assert pauses.count > 2 * len(found)  # as each is found, and as each is put beside others
