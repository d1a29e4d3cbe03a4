"""The examples: Mirage 2 before, Mirage 3 after, by the compiler's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, changed, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL, SUGGESTION

from ..packs import unikernel, words
from .compiler import NEW, OLD, ROOT, Compiler

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

EXAMPLES = ["beacon", "greeter", "library"]
FILES = ["config.ml", "unikernel.ml"]
# Of later releases: the release, the files, and what `mirage configure` writes for their keys.
LATER = [
    ("almanac", "3.7.7", FILES, "let port () = 1700\nlet pause () = 5\n"),
    (
        "lookup",
        "4.4.2",
        ["config.ml", "ledger.ml", "unikernel.ml"],
        'let host () = "a.example"\nlet every () = 10\nlet verbose () = false\n',
    ),
]


def _texts(name: str) -> dict[str, str]:
    folder = ROOT / "examples" / name
    return {file: (folder / file).read_text() for file in FILES}


def _project(name: str) -> Project:
    return unikernel({file: text.encode() for file, text in _texts(name).items()})


def _ported(name: str) -> Project:
    project = _project(name)
    for file, data in port(project, WITH_REVIEW).files.items():
        project = project.with_file(file, data)
    return project


def _as_texts(project: Project) -> dict[str, str]:
    return {file: project.source(file).data.decode() for file in project.names}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_mirage_2(compiler: Compiler, name: str) -> None:
    assert compiler.check(OLD, _texts(name)) == []


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_not_mirage_3(compiler: Compiler, name: str, file: str) -> None:
    assert compiler.check(NEW, {file: _texts(name)[file]}) != []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_compilers_first_complaint_has_a_finding(compiler: Compiler, name: str) -> None:
    project = _project(name)
    for complaint in compiler.check(NEW, _texts(name)):
        source = project.source(complaint.file)
        lines = {source.line_of(f.start) + 1 for f in check(project, complaint.file).findings}
        assert complaint.line in lines, complaint.message


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_ported_example_is_mirage_3(compiler: Compiler, name: str) -> None:
    assert compiler.check(NEW, _as_texts(_ported(name))) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_is_left_to_do(name: str) -> None:
    project = _ported(name)
    left = [found for file in project.names for found in check(project, file).findings]
    assert {finding.applicability for finding in left} <= {SUGGESTION}
    assert port(project, WITH_REVIEW).files == {}


@pytest.mark.parametrize("name", EXAMPLES)
def test_one_fix_at_a_time_gets_there_too(compiler: Compiler, name: str) -> None:
    project = _project(name)
    for _ in range(200):
        found = _next(project)
        if found is None:
            break
        project = found
    # Where lines are broken is decided once, at the end of a port.
    one, all_ = _as_texts(project), _as_texts(_ported(name))
    assert {file: words(text) for file, text in one.items()} == {
        file: words(text) for file, text in all_.items()
    }


def _next(project: Project) -> Project | None:
    for file in project.names:
        for finding in check(project, file).findings:
            if finding.applicability not in (MANUAL, SUGGESTION):
                return changed(project, fixes(project, finding)[0].edits)
    return None


@pytest.mark.parametrize("name", ["beacon", "greeter"])
def test_the_logs_suggestion_gives_mirage_3_without_a_console(
    compiler: Compiler, name: str
) -> None:
    project = _ported(name)
    (finding,) = check(project, "unikernel.ml").findings
    assert finding.rule == "console-to-logs"
    texts = _as_texts(changed(project, fixes(project, finding)[0].edits))
    assert compiler.check(NEW, texts) == []
    assert "onsole" not in texts["config.ml"]


@pytest.mark.parametrize(("name", "station", "files", "keys"), LATER)
def test_an_example_of_a_later_release_reaches_the_last(
    compiler: Compiler, name: str, station: str, files: list[str], keys: str
) -> None:
    texts = {file: (ROOT / "examples" / name / file).read_text() for file in files}
    assert compiler.check(station, {"key_gen.ml": keys, **texts}) == []
    assert {each.file for each in compiler.check("4.11", texts)} >= {"config.ml", "unikernel.ml"}
    project = unikernel({file: text.encode() for file, text in texts.items()}, target="4.11")
    arrived = port(project, WITH_REVIEW)
    assert [found for each in arrived.left.values() for found in each.findings] == []
    assert compiler.check("4.11", _as_texts(arrived.project)) == []


def test_the_first_example_reaches_the_last_release(compiler: Compiler) -> None:
    texts = {file: text.encode() for file, text in _texts("greeter").items()}
    arrived = port(unikernel(texts, target="4.11"), WITH_REVIEW)
    assert [found for each in arrived.left.values() for found in each.findings] == []
    assert compiler.check("4.11", _as_texts(arrived.project)) == []
