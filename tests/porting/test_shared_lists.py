"""Lists of libraries and packages with a name: all that reads them moves, or nothing."""

from __future__ import annotations

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import changed
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, Compiler
from .small import CONFIG, ported, project, told

HEAD = 'open Mirage\nlet libraries = [ "re.str" ]\nlet packages = [ "re" ]\n'
TAIL = 'let () = register "a" [ one; two ]\n'
ONE = 'let one = foreign ~libraries ~packages "One.Main" job\n'

TOGETHER = [
    HEAD + ONE + 'let two = foreign ~libraries ~packages "Two.Main" job\n' + TAIL,
    HEAD + ONE + 'let two = foreign ~packages ~libraries:(libraries) "Two.Main" job\n' + TAIL,
    'open Mirage\nlet libs = [ "re"; "re.str" ]\n'
    'let one = foreign ~libraries:libs "One.Main" job\n'
    'let two = foreign ~libraries:libs "Two.Main" job\n' + TAIL,
]


@pytest.mark.parametrize("text", TOGETHER)
def test_two_jobs_with_the_same_lists_move_together(compiler: Compiler, text: str) -> None:
    result = ported(config=text)
    assert result.count('package ~sublibs:["str"] "re"') == 1
    assert "libraries" not in result
    assert told(config=result) == []
    assert compiler.check(NEW, {CONFIG: result}) == []


@pytest.mark.parametrize("text", TOGETHER)
def test_the_fix_of_one_of_them_is_that_of_both(compiler: Compiler, text: str) -> None:
    before = project(config=text)
    found = [f for f in check(before, CONFIG).findings if f.rule == "pkg-libraries"]
    for finding in found:
        (fix, *_others) = fixes(before, finding)
        result = changed(before, fix.edits).source(CONFIG).data.decode()
        assert compiler.check(NEW, {CONFIG: result}) == []


SHARED = [
    HEAD + ONE + 'let two = foreign ~libraries:("tls" :: libraries) ~packages "Two.Main" job\n',
    HEAD + ONE + "let two = one\nlet () = List.iter print_endline packages\n",
    HEAD + ONE + 'let two = let packages = "tls" :: packages in foreign ~packages "Two.Main" job\n',
    HEAD + ONE + 'let two = foreign ~libraries:[ "fmt" ] ~packages "Two.Main" job\n',
]


@pytest.mark.parametrize("text", SHARED)
def test_lists_that_jobs_extend_are_written_out(compiler: Compiler, text: str) -> None:
    result = ported(config=text + TAIL)
    assert "libraries" not in result
    assert "pkg-libraries" not in [rule for rule, _level in told(config=result)]
    assert compiler.check(NEW, {CONFIG: result}) == []


def test_a_list_that_code_computes_is_left_to_the_person() -> None:
    computed = 'let one = foreign ~packages:(List.rev packages) "One.Main" job\nlet two = one\n'
    text = 'open Mirage\nlet packages = [ "re" ]\n' + computed + TAIL
    assert told(config=text) == [("pkg-libraries", "manual")]
    assert ported(config=text) == text
