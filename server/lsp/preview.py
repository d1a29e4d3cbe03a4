"""A port before it is made, for an editor that shows it: texts, changes, and what is left."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from operator import itemgetter
from typing import TYPE_CHECKING

from mirageport.diagnostics.finding import INFORMATION
from mirageport.server.lsp import port
from mirageport.server.lsp.convert import uri_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.code_actions.plan import Joint
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.server.lsp.convert import Json
    from mirageport.server.lsp.session import Session
    from mirageport.server.workspace import Unikernel


def preview(session: Session, name: str) -> Json:
    """The port of the unikernel of `name`, as `docs/editors/others.md` describes it."""
    from mirageport.server.report.data import record
    from mirageport.server.report.model import standing, together

    unikernel = session.workspace.unikernel(name)
    ways = {
        "all": port.plan(session, name, port.WITH_REVIEW),
        "safe": port.plan(session, name, port.SAFE_ONLY),
    }
    found: Json = {
        "files": [_texts(session, unikernel, *each) for each in ways["all"].files.items()],
        "changes": _changes(session, unikernel, ways["all"]),
    }
    count = Counter(each["step"] for each in found["changes"])
    known = (step for each in unikernel.projects.values() for step in each.pack.steps.values())
    order = [step for step in dict.fromkeys((*known, *sorted(count))) if step in count]
    found["steps"] = [{"step": step, "changes": count[step]} for step in order]
    for which, ported in ways.items():
        left = together(standing(each.project, each.left) for each in ported.parts if each)
        found[which] = {
            "edit": port.made(session, name, ported.files),
            "left": [record(entry) for entry in left.entries],
        }
    return found


def _texts(session: Session, unikernel: Unikernel, name: str, after: bytes) -> Json:
    buffer = session.workspace.buffers.get(name)
    before = unikernel.source(name).data
    return {
        "uri": buffer.uri if buffer else uri_of(name),
        "before": before.decode("utf-8", "replace"),
        "after": after.decode("utf-8", "replace"),
    }


def _changes(session: Session, unikernel: Unikernel, ported: Joint) -> list[Json]:
    """The fixes of a port, in the order of the text."""
    findings: dict[tuple[str, str], list[Finding]] = {}
    for name in unikernel.every:
        for finding in session.workspace.report(name).findings:
            findings.setdefault((name, finding.rule), []).append(finding)
    found = []
    for made in ported.made:
        own = findings.get((made.file, made.rule), [])
        near = _nearest(own, made.start)
        line, column = unikernel.source(made.file).position(near.start if near else made.start)
        rule = session.engine.rule(made.rule, unikernel.projects)
        found.append(
            {
                "file": made.file,
                "line": line + 1,
                "column": column + 1,
                "rule": made.rule,
                "title": made.title,
                # What a later pass mends is no finding yet.
                "message": near.message if near else rule.title if rule else "",
                "applicability": made.applicability,
                "severity": near.severity if near else INFORMATION,
                "step": _step(unikernel, rule) if rule else "",
            }
        )
    return sorted(found, key=itemgetter("file", "line", "column"))


def _step(unikernel: Unikernel, rule: Rule) -> str:
    """The part of the port that a rule's fixes are of."""
    packs = [project.pack for project in unikernel.projects.values()]
    return next((p.step(rule) for p in packs if rule.name in p.rules.names()), rule.category)


def _nearest(findings: list[Finding], place: int) -> Finding | None:
    """The finding that a fix is for, out of those of its rule: a fix may begin elsewhere."""
    at = bisect_left(findings, place, key=lambda each: each.start)
    near: Iterable[Finding] = findings[max(at - 1, 0) : at + 1]
    return min(near, key=lambda each: abs(each.start - place), default=None)
