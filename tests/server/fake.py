"""A small engine with predictable rules, so that the server is tested apart from OCaml.

A word outside comments is a finding: `old_safe`, `old_review`, `old_hint`, `old_manual`;
`old_twice` takes two passes of fix-all; `old_pair` is one only while config.ml says `pair`, and
its fix changes both files. `crash` makes a rule fail, `collapse` everything, `broken` the fixes of
`old_safe`; with `dawdle` each fix takes seconds; `((` is text that cannot be read. Once a file says
`new_` or all are to be judged, `at_odds` in any is a conflict; `stumble` makes that fail, `ponder`
takes a while.

Run as a program, it serves an editor over standard input and output.
"""

from __future__ import annotations

import os
import re
import sys
import time
from typing import TYPE_CHECKING, Any

from mirageport.code_actions.plan import Ported
from mirageport.diagnostics.engine import Choice, Report
from mirageport.diagnostics.finding import (
    ERROR,
    HINT,
    MANUAL,
    REVIEW,
    SAFE,
    SUGGESTION,
    WARNING,
    Finding,
    Notice,
    Related,
)
from mirageport.diagnostics.rules import Rule
from mirageport.ocaml.edit import Edit, Edits, Fix, apply, conflict
from mirageport.server.lsp.engine import MirageEngine
from mirageport.server.lsp.work import pause

from ..packs import unikernel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from mirageport.diagnostics.project import Project

_WORD = re.compile(rb"\(\*.*?\*\)|\bold_(safe|review|hint|manual|twice|pair)\b", re.S)
_LEVELS = {
    "safe": SAFE,
    "review": REVIEW,
    "hint": SUGGESTION,
    "manual": MANUAL,
    "twice": SAFE,
    "pair": REVIEW,
}
_SEVERITIES = {"hint": HINT, "review": WARNING}
DAWDLING = 3.0  # seconds
LONG_STEPS, STEP = 60, 0.005  # seconds
_BODY = "# Heading\n\nWhy {} is no more.\n\n```ocaml\nlet x = 1\n```\n"


class FakeEngine(MirageEngine):
    """Counts what it was asked, in `calls`."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def warm(self) -> None:
        self.calls.append("warm")

    def warm_fixes(self) -> None:
        self.calls.append("warm_fixes")

    def project(self, files: Mapping[str, bytes]) -> Project:
        return unikernel(files)

    def check(self, project: Project, name: str, choice: Choice, on_crash: Any) -> Report:
        self.calls.append(f"check {name.rpartition('/')[2]}")
        data = project.source(name).data
        if b"collapse" in data:
            raise RuntimeError("no analysis")
        if b"crash" in data:
            on_crash("shaky-rule", ValueError("bad day"))
        found = [_finding(project, name, m) for m in _WORD.finditer(data) if m.group(1)]
        notices = []
        if b"((" in data:
            at = data.index(b"((")
            notices.append(Notice(name, at, at + 2, "cannot read the syntax here"))
        kept = [f for f in found if f is not None and choice.takes(f)]
        return Report(tuple(kept), tuple(notices))

    def fixes(self, project: Project, finding: Finding) -> tuple[Fix, ...]:
        if finding.facts is None:
            return ()
        if b"dawdle" in project.source(finding.file).data:
            time.sleep(DAWDLING)
        word = finding.rule.removeprefix("fake-")
        if b"broken" in project.source(finding.file).data and word == "safe":
            raise RuntimeError("no rewrite")
        new = "old_safe" if word == "twice" else f"new_{word}"
        edits = [Edit(finding.file, finding.start, finding.end, new)]
        edits += [Edit(place.file, place.start, place.end, "done") for place in finding.related]
        level = finding.applicability
        best = Fix(f"Use {new}", level, Edits(edits), finding.rule, preferred=level == SAFE)
        if word != "review":
            return (best,)
        other = Edit(finding.file, finding.start, finding.end, "other_review")
        return (best, Fix("Use other_review", REVIEW, Edits([other]), finding.rule))

    def menu(
        self, project: Project, findings: Iterable[Finding], on_crash: Any
    ) -> list[tuple[Fix, ...]]:
        found = []
        for finding in findings:
            pause()
            try:
                found.append(self.fixes(project, finding))
            except RuntimeError as error:
                on_crash(finding.rule, error)
                found.append(())
        return found

    def combine(
        self, project: Project, findings: Iterable[Finding], levels: Collection[str]
    ) -> Edits:
        taken: list[Edit] = []
        for finding in findings:
            if finding.applicability in levels:
                for fix in self.fixes(project, finding)[:1]:
                    if not any(conflict(a, b) for a in fix.edits for b in taken):
                        taken.extend(fix.edits)
        return Edits(taken)

    def port(self, project: Project, levels: Collection[str], choice: Choice) -> Ported:
        self.calls.append("port")
        before, applied = project, 0
        while True:
            reports = {n: self.check(project, n, choice, lambda *_: None) for n in project.names}
            findings = [f for report in reports.values() for f in report.findings]
            edits = self.combine(project, findings, levels)
            if not edits:
                break
            applied += len(edits)
            for name in {edit.file for edit in edits}:
                own = edits.of(name)
                project = project.with_file(name, apply(project.source(name).data, own))
        files = {n: project.source(n).data for n in project.names}
        changed = {n: new for n, new in files.items() if new != before.source(n).data}
        return Ported(changed, reports, applied, project)

    def judge(
        self,
        project: Project,
        reports: Mapping[str, Report],
        choice: Choice,
        begun: Collection[str],
        on_crash: Any,
        beside: Any = (),
    ) -> Mapping[str, Report]:
        texts = {name: project.source(name).data for name in project.names}
        if not begun and not any(b"new_" in text for text in texts.values()):
            return reports
        self.calls.append("judge")
        found = dict(reports)
        for name, text in texts.items():
            if b"stumble" in text:
                raise RuntimeError("no judgement")
            for _ in range(LONG_STEPS if b"ponder" in text else 0):
                time.sleep(STEP)
                pause()
            conflicts = [_conflict(name, match) for match in re.finditer(rb"at_odds", text)]
            every = (*reports[name].findings, *conflicts)
            found[name] = reports[name]._replace(findings=every)
        self.calls.append("judged")
        return found

    def rule(self, name: str, packs: Iterable[str] = ()) -> Rule | None:
        word = name.removeprefix("fake-")
        if word not in _LEVELS:
            return None
        return Rule(
            name, f"Old {word}", "fake", _LEVELS[word], ERROR, "", "", {}, _BODY.format(word)
        )

    def rules(self, packs: Iterable[str] = ()) -> list[Rule]:
        return [rule for word in sorted(_LEVELS) if (rule := self.rule(f"fake-{word}"))]

    def names(self, packs: Sequence[str] = ()) -> frozenset[str]:
        return frozenset(["fake", *(f"fake-{word}" for word in _LEVELS)])

    def signatures(self, project: Project, item: str, rule: str) -> tuple[str, str] | None:
        return (f"val {item} : old", f"val {item} : new") if item == "old_safe" else None


def _finding(project: Project, name: str, match: re.Match[bytes]) -> Finding | None:
    word = match.group(1).decode()
    related = _pairs(project, name) if word == "pair" else ()
    if word == "pair" and not related:
        return None
    return Finding(
        name,
        f"fake-{word}",
        match.start(),
        match.end(),
        f"{word} has to go",
        _LEVELS[word],
        _SEVERITIES.get(word, ERROR),
        "fake",
        related,
        ("deprecated",) if word == "safe" else (),
        None if word == "manual" else word,
        match.group().decode(),
    )


def _conflict(name: str, match: re.Match[bytes]) -> Finding:
    return Finding(name, "conflict", *match.span(), "this cannot hold", MANUAL, ERROR, "self-check")


def _pairs(project: Project, name: str) -> tuple[Related, ...]:
    config = project.config
    if name == config:
        return ()
    at = project.source(config).data.find(b"pair") if config else -1
    return (Related(config, at, at + 4, "declared here"),) if config and at >= 0 else ()


if __name__ == "__main__":
    from mirageport.server.lsp import outbox, serve

    outbox.PATIENCE = float(os.environ.get("MIRAGEPORT_TEST_PATIENCE", outbox.PATIENCE))
    sys.exit(serve(sys.argv[1:], FakeEngine()))
