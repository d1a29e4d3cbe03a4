"""What holds of every unikernel, whatever its text: each property a function of its files."""

from __future__ import annotations

import random
import time
from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.gate import Pass, Trail
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, changed, finished, port
from mirageport.code_actions.tokens import COMMENT, tokens
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.selfcheck import with_conflicts
from mirageport.mirage.releases import TARGET
from mirageport.ocaml.edit import Edit, Edits, apply
from mirageport.ocaml.source import BOM, UTF8, UTF16, UTF32, Source
from mirageport.ocaml.tree import count_broken

from ..packs import unikernel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.edit import Fix

    from .projects import Files

LIMIT = 20.0
"""Seconds that a damaged text of a few kilobytes may take, with its port; all take less than one
on an idle machine."""


def findings(project: Project) -> list[Finding]:
    return [found for name in project.names for found in check(project, name).findings]


def comments(source: Source, project: Project, name: str) -> list[str]:
    if not name.endswith((".ml", ".mli")):
        return []
    return [source.text(start, end) for start, end in project.tree(name).comments]


def broken(project: Project, name: str) -> int:
    return len(project.tree(name).broken) if name.endswith((".ml", ".mli")) else 0


def reference(data: bytes, at: int, encoding: str) -> tuple[int, int]:
    """A position counted the slow way: lines end at LF, a mark at the start has no column."""
    text = data.removeprefix(BOM) if at >= len(BOM) or not data.startswith(BOM) else data
    head = text[: at - (len(data) - len(text))].decode("utf-8", "strict")
    line = head.count("\n")
    column = head.rpartition("\n")[2]
    if encoding == UTF8:
        return line, len(column.encode())
    if encoding == UTF16:
        return line, len(column.encode("utf-16-le")) // 2
    return line, len(column)


def in_order(edits: list[Edit], project: Project) -> None:
    for edit in edits:
        data = project.source(edit.file).data
        assert 0 <= edit.start <= edit.end <= len(data)
        data[: edit.start].decode()  # no character is cut
        data[edit.start : edit.end].decode()
    for one, two in pairwise(edits):
        assert one.file < two.file or one.end <= two.start


def whole_after(project: Project, edits: list[Edit]) -> Project:
    for name in {edit.file for edit in edits}:
        own = Edits(edit for edit in edits if edit.file == name)
        project = project.with_file(name, apply(project.source(name).data, own))
    return project


def sound(files: Files, target: str = TARGET) -> None:
    """Findings stand in the text, at the positions a reference counts; fixes have edits that are in
    order, cut no character and add nothing that cannot be read."""
    start = time.process_time()
    project = unikernel(files, target=target)
    for found in findings(project):
        source = project.source(found.file)
        assert 0 <= found.start <= found.end <= len(source.data)
        for encoding in (UTF8, UTF16, UTF32):
            place = source.position(found.start, encoding)
            assert place == reference(source.data, found.start, encoding)
            assert source.offset(*place, encoding) == found.start
        for fix in fixes(project, found):
            assert fix.edits
            in_order(list(fix.edits), project)
            after = whole_after(project, list(fix.edits))
            for name in {edit.file for edit in fix.edits}:
                assert broken(after, name) <= broken(project, name), (found.rule, fix.title)
    assert time.process_time() - start < LIMIT


def ported_once(files: Files, target: str = TARGET) -> None:
    """A port that ends, has nothing to do the second time, and loses nothing."""
    start = time.process_time()
    project = unikernel(files, target=target)
    ported = port(project, WITH_REVIEW)
    for name, data in ported.files.items():
        old, new = project.source(name), Source(data)
        new.check_text()
        assert broken(ported.project, name) <= broken(project, name)
        if broken(project, name) == 0:
            kept = comments(new, ported.project, name)
            for comment in comments(old, project, name):
                if comment.startswith("(* mirage "):
                    continue  # the first line of config.ml names the releases that may read it
                assert comment in kept, f"lost {comment!r}"
                kept.remove(comment)
        assert data.startswith(BOM) == old.data.startswith(BOM)
        if b"\n" in old.data and b"\n" not in old.data.replace(b"\r\n", b""):
            assert b"\n" not in data.replace(b"\r\n", b""), "an LF in a file of CRLF"
    again = port(unikernel({**files, **ported.files}, target=target), WITH_REVIEW)
    assert again.files == {}
    assert again.applied == 0
    assert time.process_time() - start < LIMIT


def _trees(project: Project) -> list[object]:
    return [
        [(node.kind, node.start, node.end, node.field) for node in tree.root.descendants()]
        + [tree.comments, tree.broken]
        for tree in (project.tree(name) for name in project.names)
    ]


def _seen(project: Project) -> list[tuple[object, ...]]:
    return [
        (
            found._replace(facts=None, moved=0, joined=()),
            [fix.edits for fix in fixes(project, found)],
        )
        for found in findings(project)
    ]


def as_fresh_after(files: Files, edits: list[tuple[int, int, str]], name: str) -> None:
    """After edits of a file, what a fresh start knows is known: trees, findings, fixes."""
    project = unikernel(files)
    findings(project)
    for place, length, token in edits:
        size = len(project.source(name).data)
        start = place % (size + 1)
        project = project.with_edit(name, start, min(size, start + length), token.encode())
        findings(project)
    fresh = unikernel({each: project.source(each).data for each in project.names})
    assert _trees(project) == _trees(fresh)
    assert _seen(project) == _seen(fresh)


def free_of_order(files: Files) -> None:
    """Working out a fix moves nothing that other findings stand on."""
    first, second = unikernel(files), unikernel(files)
    there = [fixes(first, found) for found in findings(first)]
    back = [fixes(second, found) for found in reversed(findings(second))]
    assert there == back[::-1]


def counted(files: Files) -> None:
    """What cannot be read is counted without a copy of the tree."""
    for name, data in files.items():
        if name.endswith((".ml", ".mli")):
            assert count_broken(data, name.endswith(".mli")) == broken(unikernel(files), name)


def _texts(project: Project) -> dict[str, bytes]:
    return {name: project.source(name).data for name in project.every}


def _first_fixes(project: Project, found: Iterable[Finding], levels: frozenset[str]) -> list[Fix]:
    return [
        fix
        for finding in found
        if finding.applicability in levels
        for fix in fixes(project, finding)[:1]
        if fix.applicability in levels
    ]


def _one_by_one(project: Project, levels: frozenset[str], choose: random.Random) -> Project:
    """The project after its fixes of these levels, each taken alone, in an order by chance, and
    the last step of a port."""
    start, trail = project, Trail()
    for _ in range(1000):
        reports = {name: check(project, name) for name in project.every}
        there = [each for report in reports.values() for each in report.findings]
        found = _first_fixes(project, there, levels)
        if not found and REVIEW in levels and project.pack.judges_all:
            judged = with_conflicts(project, reports)[0]
            known = set(there)
            conflicts = [e for each in judged.values() for e in each.findings if e not in known]
            found = _first_fixes(project, conflicts, levels)
        if not found:
            return finished(start, project, trail)
        fix = choose.choice(found)
        trail.passes.append(Pass((fix,), fix.edits))
        project = changed(project, fix.edits)
    raise AssertionError("fixes without end")


def same_by_every_way(files: Files, orders: int, target: str = TARGET) -> None:
    """All fixes at once, the safe ones first, and one by one in any order end with one text.

    Where the lines of a port end is known behind it: with the safe ones first there are two.
    """
    project = unikernel(files, target=target)
    ported = port(project, WITH_REVIEW).project
    once, safe = _texts(ported), _texts(port(project, SAFE_ONLY).project)
    later = port(unikernel(safe, target=target), WITH_REVIEW).project
    assert _words(later) == _words(ported), "safe first"
    around = _texts(ported).keys() - set(ported.names)
    assert all(_texts(later)[name] == once[name] for name in around), "safe first"
    for seed in range(orders):
        choose = random.Random(seed)
        assert _texts(_one_by_one(project, SAFE_ONLY, choose)) == safe, f"safe, order {seed}"
        assert _texts(_one_by_one(project, WITH_REVIEW, choose)) == once, f"all, order {seed}"


def _words(project: Project) -> dict[str, list[str]]:
    """The tokens of each OCaml file but its comments, the last `;` of a list and the bar of a first
    arm: what is too long for its line is written with an element on each, which has them."""
    found = {}
    for name in project.names:
        text = project.source(name).data.decode("utf-8", "surrogateescape")
        words = [text[t.start : t.end] for t in tokens(text) if t.kind != COMMENT]
        pairs = zip(words, [*words[1:], ""], ["", *words], strict=False)
        found[name] = [
            word
            for word, following, before in pairs
            if (word, following) != (";", "]")
            and (before not in ("function", "with") or word != "|")
        ]
    return found


def gaps(data: bytes) -> list[int]:
    """The places between the tokens of a text, characters."""
    return [0, *(token.end for token in tokens(data.decode("utf-8", "surrogateescape")))]


def ported_words(files: Files, target: str) -> dict[str, list[str]]:
    """The tokens of a port, comments left out."""
    return _words(port(unikernel(files, target=target), WITH_REVIEW).project)


def keeps_a_comment(
    files: Files, name: str, at: int, without: dict[str, list[str]], target: str
) -> None:
    """A comment at any place between two tokens is there once after the port, which changes the
    same code as without it. without: the tokens of the port without it."""
    comment = "(* a remark *)"
    text = files[name].decode("utf-8", "surrogateescape")
    data = f"{text[:at]} {comment} {text[at:]}".encode("utf-8", "surrogateescape")
    interface = name.endswith(".mli")
    torn = count_broken(data, interface)
    if torn > count_broken(files[name], interface):
        return  # no place for a comment, by the parser
    ported = port(unikernel({**files, name: data}, target=target), WITH_REVIEW).project
    kept = sum(each.count(comment.encode()) for each in _texts(ported).values())
    assert kept == 1, f"{kept} times"
    assert count_broken(ported.source(name).data, interface) <= torn
    assert _words(ported) == without
