"""A package that a unikernel uses is added where config.ml lists the others, however it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL

from ..packs import unikernel, words

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

UNIKERNEL = b"""module Main (T : V1_LWT.TIME) = struct
  let start _time = Lwt.return (Duration.of_sec 1)
end
"""
HEAD = "open Mirage\n\n"
TAIL = 'let () = register "x" [ main $ default_time ]\n'

LISTS = [
    ('~packages:[ package "io-page" ]', '~packages:[ package "io-page"; package "duration" ]'),
    ("~packages:[]", '~packages:[ package "duration" ]'),
    (
        '~libraries:["io-page"] ~packages:["io-page"]',
        '~packages:[package "io-page"; package "duration"]',
    ),
]


def _project(config: str) -> Project:
    return unikernel({"unikernel.ml": UNIKERNEL, "config.ml": config.encode()})


def _ported(config: str) -> str:
    return port(_project(config), WITH_REVIEW).project.source("config.ml").data.decode()


@pytest.mark.parametrize(("before", "after"), LISTS)
def test_the_list_of_a_call(before: str, after: str) -> None:
    call = 'let main = foreign {} "Unikernel.Main" (time @-> job)\n'
    result = _ported(HEAD + call.format(before) + TAIL)
    assert words(call.format(after)) in words(result)


def test_a_list_with_a_name() -> None:
    packages = 'let packages = [ package "io-page" ]\n'
    call = 'let main = foreign ~packages "Unikernel.Main" (time @-> job)\n'
    assert 'package "io-page"; package "duration" ]' in _ported(HEAD + packages + call + TAIL)


@pytest.mark.parametrize(
    "calls",
    [
        'let main = foreign ~packages:(more ()) "Unikernel.Main" (time @-> job)\n',
        'let main = foreign "Unikernel.Main" (time @-> job)\n'
        'let other = foreign "Unikernel.Other" (time @-> job)\n',
    ],
)
def test_a_list_that_is_not_there_once_is_for_a_person(calls: str) -> None:
    config = HEAD + calls + TAIL
    (found,) = [
        each
        for each in check(_project(config), "unikernel.ml").findings
        if each.rule == "package-missing"
    ]
    assert found.applicability == MANUAL
    assert '`package "duration"`' in found.message
