"""From bytes to findings, fixes and a whole port: what holds for every text there is."""

from __future__ import annotations

import time
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mirageport.code_actions.edit import Edit, apply
from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.mirage.project import Project
from mirageport.ocaml.source import BOM, UTF8, UTF16, UTF32, Source
from mirageport.ocaml.tree import count_broken

from ..sizes import NIGHTLY, cases
from .projects import PROJECTS, TOKENS, Files, damaged

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding

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
        own = [edit for edit in edits if edit.file == name]
        project = project.with_file(name, apply(project.source(name).data, own))
    return project


@settings(deadline=None, max_examples=cases(150))
@given(damaged())
def test_every_finding_and_every_fix_is_sound(files: Files) -> None:
    start = time.process_time()
    project = Project(files)
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


@settings(deadline=None, max_examples=cases(150))
@given(damaged())
def test_a_port_ends_once_and_breaks_nothing(files: Files) -> None:
    start = time.process_time()
    project = Project(files)
    ported = port(project, WITH_REVIEW)
    for name, data in ported.files.items():
        old, new = project.source(name), Source(data)
        new.check_text()
        assert broken(ported.project, name) <= broken(project, name)
        if broken(project, name) == 0:
            kept = comments(new, ported.project, name)
            for comment in comments(old, project, name):
                assert comment in kept, f"lost {comment!r}"
        assert data.startswith(BOM) == old.data.startswith(BOM)
        if b"\n" in old.data and b"\n" not in old.data.replace(b"\r\n", b""):
            assert b"\n" not in data.replace(b"\r\n", b""), "an LF in a file of CRLF"
    again = port(Project({**files, **ported.files}), WITH_REVIEW)
    assert again.files == {}
    assert again.applied == 0
    assert time.process_time() - start < LIMIT


def _seen(project: Project) -> list[tuple[object, ...]]:
    return [
        (found._replace(facts=None), [fix.edits for fix in fixes(project, found)])
        for found in findings(project)
    ]


@settings(deadline=None, max_examples=cases(100))
@given(
    st.sampled_from(PROJECTS),
    st.lists(
        st.tuples(st.integers(0, 3000), st.integers(0, 30), st.sampled_from(TOKENS)), max_size=6
    ),
)
def test_what_is_known_after_edits_is_what_a_fresh_start_knows(
    files: Files, edits: list[tuple[int, int, str]]
) -> None:
    name = "unikernel.ml" if "unikernel.ml" in files else min(files)
    project = Project(files)
    findings(project)
    for place, length, token in edits:
        size = len(project.source(name).data)
        start = place % (size + 1)
        project = project.with_edit(name, start, min(size, start + length), token.encode())
        findings(project)
    fresh = Project({each: project.source(each).data for each in project.names})
    assert _seen(project) == _seen(fresh)


TORN = """open V1_LWT
module Main (C : CONSOLE) (K : KV_RO) = struct
  let read k =
    K.read k "a" 0 (Int64.to_int 4L) >>= fun _ -> return ()

  let start c k =
    try_lwt
      read k
    with _ -> C.log_s c "no"
end
"""


@settings(deadline=None, max_examples=cases(60))
@example({"unikernel.ml": TORN.encode()})
@given(damaged())
def test_a_fix_does_not_depend_on_what_was_asked_before(files: Files) -> None:
    """Working out a fix moves nothing that other findings stand on."""
    first, second = Project(files), Project(files)
    there = [fixes(first, found) for found in findings(first)]
    back = [fixes(second, found) for found in reversed(findings(second))]
    assert there == back[::-1]


@settings(deadline=None, max_examples=cases(200))
@given(damaged())
def test_what_cannot_be_read_is_counted_without_a_copy(files: Files) -> None:
    for name, data in files.items():
        if name.endswith((".ml", ".mli")):
            assert count_broken(data, name.endswith(".mli")) == broken(Project(files), name)


@settings(deadline=None, max_examples=cases(200))
@given(
    st.text(st.sampled_from("a é\U0001f42b\r\n\t\u2028\x85\x0c"), max_size=30),
    st.booleans(),
    st.sampled_from([UTF8, UTF16, UTF32]),
)
def test_positions_are_those_of_a_reference(text: str, mark: bool, encoding: str) -> None:
    """Only LF and CRLF end a line: a CR alone, and what Unicode calls a line end, do not, as for
    the OCaml compiler."""
    data = (BOM if mark else b"") + text.encode()
    source = Source(data)
    at = len(BOM) if mark else 0
    for char in text:
        place = source.position(at, encoding)
        assert place == reference(data, at, encoding)
        inside_an_ending = char == "\n" and data[at - 1 : at] == b"\r"
        assert inside_an_ending or source.offset(*place, encoding) == at
        at += len(char.encode())


# -- large ones --------------------------------------------------------------------------------

HEAD = "open Lwt\nmodule Main (C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) = struct\n"
BODY = '  let start c n = C.log_s c "x" >>= fun () -> N.write n b >>= fun () -> return ()\n'
LARGE = {
    "parentheses": "  let deep = " + "(" * 10_000 + "1" + ")" * 10_000 + "\n",
    "open parentheses": "  let deep = " + "(" * 10_000 + "\n",
    "modules": "module A = struct " * 2_000 + "end " * 2_000 + "\n",
    "arms": "  let f = function\n" + "".join(f"    | {n} -> {n}\n" for n in range(100_000)),
    "cyclic aliases": "module A = B\nmodule B = A\nmodule C = C\nmodule rec D : T = D\n"
    "module type T = T\nmodule F = F (F)\n",
    "cyclic applications": "module F (X : T) = struct module G = F (X) include F (G) end\n"
    "module H = F (H)\nmodule rec R : sig include T end = F (R)\n",
    "one line": "  let x = [ " + '"aaaaaaaa"; ' * (600_000 if NIGHTLY else 120_000) + "]\n",
    "calls in one line": "  let x c = [ " + 'C.log_s c "y"; ' * 2_000 + "]\n",
    "merge markers": "<<<<<<< ours\n" + BODY + "=======\n" + BODY * 200 + ">>>>>>> theirs\n",
    "camlp4": 100
    * '  let f c = lwt () = C.log_s c "a" in try_lwt C.log_s c "b" with _ -> g () >> h ()\n',
}
LARGE_LIMIT = {"one line": 120.0, "arms": 120.0}
"""Seconds of the processor; everything else has 40. They are five times what this takes on two
slow cores: what grows without bounds takes years."""


@pytest.mark.parametrize("name", LARGE)
@pytest.mark.parametrize("inside", [True, False])
def test_large_texts_take_bounded_work(name: str, inside: bool) -> None:
    text = HEAD + LARGE[name] + BODY + "end\n" if inside else LARGE[name] + HEAD + BODY + "end\n"
    start = time.process_time()
    project = Project({"unikernel.ml": text.encode(), "config.ml": b"open Mirage\n"})
    ported = port(project, WITH_REVIEW)
    assert port(ported.project, WITH_REVIEW).files == {}
    assert time.process_time() - start < LARGE_LIMIT.get(name, 40.0)
