"""Ports cut short: people port by hand, complaint by complaint, and open the tool in the middle.

Every state on the way from an example to its port is one that somebody may be in. In each of them
the compiler's first complaint has a finding on its line, and the rest of the port still gets there.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, changed, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL, SUGGESTION

from ..interfaces.compiler import NEW, ROOT, Compiler
from ..packs import unikernel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.project import Project

EXAMPLES = ["beacon", "greeter", "library"]
FILES = ["config.ml", "unikernel.ml"]


def _project(name: str) -> Project:
    folder = ROOT / "examples" / name
    return unikernel({file: (folder / file).read_bytes() for file in FILES})


def _states(project: Project, seed: int) -> Iterator[Project]:
    """A way to the port, one fix at a time, in an order that the seed picks."""
    choose = random.Random(seed)
    for _ in range(100):
        yield project
        findings = [
            finding
            for file in project.names
            for finding in check(project, file).findings
            if finding.applicability not in (MANUAL, SUGGESTION)
        ]
        if not findings:
            return
        finding = choose.choice(findings)
        project = changed(project, fixes(project, finding)[0].edits)


def _texts(project: Project) -> dict[str, str]:
    return {file: project.source(file).data.decode() for file in project.names}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_state_on_the_way(compiler: Compiler, name: str) -> None:
    for state in _states(_project(name), 1):
        for complaint in compiler.check(NEW, _texts(state)):
            source = state.source(complaint.file)
            marked: set[int] = set()
            for finding in check(state, complaint.file).findings:
                spans = [(finding.start, finding.end)]
                spans += [(each.start, each.end) for each in finding.related]
                for start, end in spans:
                    marked.update(range(source.line_of(start) + 1, source.line_of(end) + 2))
            assert complaint.line in marked, complaint.message


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_state_can_be_ported(compiler: Compiler, name: str) -> None:
    for number, state in enumerate(_states(_project(name), 2)):
        ported = port(state, WITH_REVIEW).project
        if number % 4 == 0:
            assert compiler.check(NEW, _texts(ported)) == []
        left = [found for file in FILES for found in check(ported, file).findings]
        assert {finding.applicability for finding in left} <= {SUGGESTION}


@pytest.mark.parametrize(
    ("module_type", "old"),
    [
        ("Tcpip.Stack.V4V6", "M.listen_tcpv4"),
        ("Tcpip.Stack.V4V6", "M.listen_udp"),
        ("Tcpip.Stack.V4V6", "M.TCPV4.read"),
        ("Mirage_flow.S", "M.shutdown_write"),
    ],
)
def test_a_module_type_by_its_new_name_keeps_its_old_values(module_type: str, old: str) -> None:
    """Several module types became one: what only one of them had is known by its new name, too."""
    text = f"module Main (M : {module_type}) = struct\n  let run = {old}\nend\n"
    found = check(unikernel({"unikernel.ml": text.encode()}, target="4.11"), "unikernel.ml")
    assert [text[: each.start].count("\n") for each in found.findings] == [1]
