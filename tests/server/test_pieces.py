"""What is written of findings only once is what would be written anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from mirageport.diagnostics.engine import check
from mirageport.server.lsp.convert import written_span
from mirageport.server.lsp.pieces import Pieces
from tests.diagnostics.test_typing import EDITS, TEXTS, places

from ..packs import unikernel

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

NAME = "unikernel.ml"


class Writer:
    """Writes findings, and counts them."""

    def __init__(self, project: Project) -> None:
        self.source = project.source(NAME)
        self.findings = check(project, NAME).findings
        self.count = 0

    def write(self, finding: Finding) -> str:
        self.count += 1
        where = written_span(self.source, finding.start, finding.end, "utf-16")
        related = [written_span(self.source, each.start, each.end, "") for each in finding.related]
        return f"{where} {finding[1]} {finding[4:8]} {related} {finding.tags}"

    def after(self, pieces: Pieces) -> Pieces:
        return pieces.after(self.source, self.findings, self.write)


def nothing(project: Project) -> Pieces:
    return Pieces(project.source(NAME), (), [])


@settings(deadline=None, max_examples=40)
@given(
    st.sampled_from(TEXTS + [text.replace("\n", ' (* "é😀" *) \n') for text in TEXTS]),
    st.lists(EDITS, min_size=1, max_size=6),
)
def test_what_was_written_before_an_edit_is_what_is_written_after_it(
    text: str, edits: list[tuple[float, bool, int, str, bool]]
) -> None:
    project = unikernel({NAME: text.encode()})
    pieces = Writer(project).after(nothing(project))
    for where, whole_lines, length, new, _taken_back in edits:
        data = project.source(NAME).data
        start, end = places(data.decode("utf-8", "replace"), where, whole_lines, length)
        project = project.with_edit(NAME, min(start, len(data)), min(end, len(data)), new.encode())
        pieces = Writer(project).after(pieces)
        assert pieces.written == Writer(project).after(nothing(project)).written
        assert len(pieces.written) == len(pieces.findings)


def test_a_letter_costs_what_stands_on_its_line_and_what_names_other_places() -> None:
    text = "open V1_LWT\nmodule M (C : CONSOLE) = struct\n" + "".join(
        f'  let say_{n} c = C.log_s c "{n}"\n' for n in range(200)
    )
    project = unikernel({NAME: f"{text}end\n".encode()})
    whole = Writer(project)
    pieces = whole.after(nothing(project))
    assert whole.count == len(pieces.written) > 200
    at = text.index('"100"') + 1
    edited = Writer(project.with_edit(NAME, at, at, b"x"))
    assert len(edited.after(pieces).written) == len(pieces.written)
    assert edited.count <= 2
