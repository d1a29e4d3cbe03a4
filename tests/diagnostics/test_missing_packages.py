"""A package that a unikernel uses is added where config.ml lists the others, however it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
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


def test_every_job_of_the_file_names_the_package() -> None:
    call = 'let {} = foreign "{}" (time @-> job)\n'
    others = call.format("main", "Unikernel.Main") + call.format("other", "Other.Main")
    result = _ported(HEAD + others + call.format("again", "Unikernel.Again") + TAIL)
    assert result.count('foreign ~packages:[ package "duration" ] "Unikernel.') == 2
    assert 'let other = foreign "Other.Main" (time @-> job)' in result


def test_a_list_that_code_puts_together_is_for_a_person() -> None:
    calls = 'let main = foreign ~packages:(more ()) "Unikernel.Main" (time @-> job)\n'
    config = HEAD + calls + TAIL
    (found,) = [
        each
        for each in check(_project(config), "unikernel.ml").findings
        if each.rule == "package-missing"
    ]
    assert found.applicability == MANUAL
    assert '`package "duration"`' in found.message


SLEEPS = b"""module Main (T : V1_LWT.TIME) = struct
  let nap () = T.sleep 0.5
  let start _time = Lwt.bind (T.sleep 2.) (fun () -> T.sleep 1e-9)
end
"""
DURATIONS = """module Main (T : Mirage_time_lwt.S) = struct
  let nap () = T.sleep_ns (Duration.of_ms 500)
  let start _time = Lwt.bind (T.sleep_ns (Duration.of_sec 2)) (fun () -> T.sleep_ns 1L)
end
"""
MAIN = 'let main = foreign "Unikernel.Main" (time @-> job)\n'
NUMBERS = DURATIONS.replace("(Duration.of_ms 500)", "500_000_000L").replace(
    "(Duration.of_sec 2)", "2_000_000_000L"
)


def _ported_with(files: dict[str, bytes]) -> dict[str, str]:
    """All files behind the safe fixes."""
    after = port(unikernel(files), SAFE_ONLY).project
    return {name: after.source(name).data.decode() for name in after.names}


@pytest.mark.parametrize(("before", "after"), LISTS[:2])
def test_a_literal_delay_brings_the_package_it_is_written_with(before: str, after: str) -> None:
    call = HEAD + 'let main = foreign {} "Unikernel.Main" (time @-> job)\n' + TAIL
    config = call.format(before).encode()
    texts = _ported_with({"unikernel.ml": SLEEPS, "config.ml": config})
    assert words(texts["unikernel.ml"]) == words(DURATIONS)
    assert words(texts["config.ml"]) == words(call.format(after))


def test_each_fix_of_a_delay_is_complete() -> None:
    config = f"{HEAD}{MAIN}{TAIL}".encode()
    project = unikernel({"unikernel.ml": SLEEPS, "config.ml": config})
    findings = check(project, "unikernel.ml").findings
    made = [fixes(project, each)[0] for each in findings if each.rule == "time-sleep"]
    files = [{edit.file for edit in fix.edits} for fix in made]
    both = {"unikernel.ml", "config.ml"}
    assert files == [both, both, {"unikernel.ml"}]


@pytest.mark.parametrize(
    "others",
    [
        {},  # a library
        {
            "config.ml": f'{HEAD}let main = foreign ~packages:(more ()) "Unikernel.Main"'
            f" (time @-> job)\n{TAIL}".encode()
        },
        {
            "config.ml": f"{HEAD}{MAIN}{TAIL}".encode(),
            "duration.ml": b"let of_sec n = n\n",
        },
    ],
)
def test_a_literal_delay_is_a_number_without_the_package(others: dict[str, bytes]) -> None:
    texts = _ported_with({"unikernel.ml": SLEEPS, **others})
    assert words(texts["unikernel.ml"]) == words(NUMBERS)
    assert texts.get("config.ml", "") == others.get("config.ml", b"").decode()
