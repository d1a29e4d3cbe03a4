"""After a port, config.ml, functor and `start` fit together: by the compiler's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.api.view import release
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL
from mirageport.ocaml.file_names import basename
from mirageport.server.generated import KEYS, MAIN, Unknown, application, keys

from ..packs import first_rules, unikernel
from ..rules.pages import examples
from .compiler import NEW, ROOT, Compiler
from .test_examples import EXAMPLES

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

Files = dict[str, bytes]


def _examples() -> dict[str, Files]:
    return {
        name: {
            path.name: path.read_bytes() for path in sorted((ROOT / "examples" / name).glob("*.ml"))
        }
        for name in EXAMPLES
    }


def _pages() -> dict[str, Files]:
    """The examples of pages that have both sides."""
    return {
        f"{rule.name}-{index}": {name: text.encode() for name, text in example.files.items()}
        for rule in first_rules()
        for index, example in enumerate(examples(rule.body))
        if {"config.ml", "unikernel.ml"} <= example.files.keys()
    }


PROJECTS = {**_examples(), **_pages()}

CONFIG = """open Mirage

let main = foreign ~deps:[abstract nocrypto] "Unikernel.Main" ({chain} @-> job)
"""
UNIKERNEL = """module Main (C : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4) = struct
  let start {start} = ignore (C.log, S.listen, c, s); {end}
end
"""


def _texts(project: Project) -> dict[str, str]:
    return {name: project.source(name).data.decode() for name in project.names}


def in_order(project: Project, texts: dict[str, str]) -> dict[str, str]:
    """The files of a project and its main.ml, config.ml apart, as they are to be compiled."""
    others = {name: text for name, text in texts.items() if basename(name) != "config.ml"}
    made = keys(project, release(NEW))
    return {KEYS: made, **others, MAIN: application(project)}


def _complaints(compiler: Compiler, project: Project) -> list[str]:
    found = compiler.check(NEW, in_order(project, _texts(project)))
    return [complaint.message for complaint in found if complaint.file == MAIN]


@pytest.mark.parametrize("name", PROJECTS)
def test_a_ported_unikernel_can_be_applied_to_its_devices(compiler: Compiler, name: str) -> None:
    """What the compiler refuses of the unikernel's own files has findings for a person there, and
    what it refuses of their application alone is what findings of seams tell."""
    project = port(unikernel(PROJECTS[name]), WITH_REVIEW).project
    by_hand = [
        finding
        for file in project.names
        for finding in check(project, file).findings
        if finding.applicability == MANUAL
    ]
    try:
        found = compiler.check(NEW, in_order(project, _texts(project)))
    except Unknown:
        assert by_hand
        return
    told = {finding.file for finding in by_hand}
    refused = {complaint.file for complaint in found}
    assert refused - {MAIN} <= told, found
    if refused == {MAIN}:
        assert any(finding.rule.startswith("seam-") for finding in by_hand), found


def test_most_of_them_are_really_applied() -> None:
    """The findings that excuse a project are the exception."""
    applied = 0
    for files in PROJECTS.values():
        try:
            applied += bool(application(port(unikernel(files), WITH_REVIEW).project))
        except Unknown:
            continue
    assert applied >= len(PROJECTS) - 2


@pytest.mark.parametrize(
    ("chain", "start", "end", "fits"),
    [
        ("console @-> stackv4", "c s ()", "Lwt.return_unit", True),
        ("stackv4 @-> console", "c s ()", "Lwt.return_unit", False),
        ("console", "c s ()", "Lwt.return_unit", False),
        ("console @-> network", "c s ()", "Lwt.return_unit", False),
        ("console @-> stackv4 @-> time", "c s ()", "Lwt.return_unit", False),
        ("console @-> stackv4", "c s", "Lwt.return_unit", False),
        ("console @-> stackv4", "c (s : int) ()", "Lwt.return_unit", False),
        ("console @-> stackv4", "c s ()", "()", False),
    ],
)
def test_what_does_not_fit_is_refused(
    compiler: Compiler, chain: str, start: str, end: str, fits: bool
) -> None:
    files = {
        "config.ml": CONFIG.format(chain=chain).encode(),
        "unikernel.ml": UNIKERNEL.format(start=start, end=end).encode(),
    }
    assert (_complaints(compiler, unikernel(files)) == []) == fits


def test_start_is_given_the_arguments_of_the_command_line_behind_its_devices() -> None:
    config = (
        'open Mirage\nlet runtime_args = [ runtime_arg ~pos:__POS__ "Unikernel.hello" ]\n'
        'let main = main ~runtime_args "Unikernel.Main" (network @-> job)\n'
        'let () = register "hall" [ main $ default_network ]\n'
    )
    code = "module Main (N : Mirage_net.S) = struct let start _ hello = hello end\n"
    files = {"config.ml": config.encode(), "unikernel.ml": code.encode()}
    text = application(unikernel(files, target="4.11"))
    assert "M.start value1 value2" in text
    assert "(value2 : _)" in text
