"""What config.ml says of a unikernel's jobs, and the clock that it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.mirage.clock import BOTH, MCLOCK, PCLOCK, UNKNOWN, of_parameter
from mirageport.mirage.config import jobs, seams
from mirageport.ocaml.file_names import basename

from ..packs import unikernel
from ..porting.small import CONFIG, findings, project

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project


def _texts(found: Project, nodes: object) -> list[str]:
    assert isinstance(nodes, tuple)
    return [found.tree(CONFIG).text(node) for node in nodes]


@pytest.mark.parametrize(
    "config",
    [
        'let m = foreign "U.Main" (console @-> stackv4 @-> job)\n'
        'let () = register "x" [ m $ default_console $ s ]\n',
        'let m = foreign "U.Main" @@ console @-> stackv4 @-> job\n'
        'let () = register "x" [ (m $ default_console) $ s ]\n',
        "let chain = console @-> stackv4 @-> job\n"
        'let m = foreign "U.Main" chain\nlet x = m $ default_console $ s\n',
        'let m = let keys = [] in foreign ~keys "U.Main" (console @-> (stackv4 @-> job))\n'
        "let go = m $ default_console $ s\n",
        'let x = foreign "U.Main" (console @-> stackv4 @-> job) $ default_console $ s\n',
    ],
)
def test_a_job_however_it_is_written(config: str) -> None:
    found = project(config=f"open Mirage\nlet s = generic_stackv4 tap0\n{config}")
    (job,) = jobs(found)
    assert job.functor == "U.Main"
    assert _texts(found, job.types) == ["console", "stackv4"]
    (applied,) = job.applications
    assert _texts(found, applied.values) == ["default_console", "s"]


@pytest.mark.parametrize(
    "config",
    [
        "let m = foreign\n",
        'let name = "U.Main"\nlet m = foreign name job\n',
        'let foreign name chain = name\nlet m = foreign "U.Main" job\n',
    ],
)
def test_what_is_no_job_we_can_read(config: str) -> None:
    assert jobs(project(config=f"open Mirage\n{config}")) == []


def test_a_project_without_a_config_has_no_jobs() -> None:
    assert jobs(project("let x = 1\n")) == []


def test_a_seam_meets_functor_and_start() -> None:
    found = project(
        "module Main (C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) = struct\n"
        '  let start c _ = C.log_s c "x"\n  let start c n = start c n\nend\n',
        'open Mirage\nlet m = foreign "Unikernel.Main" (console @-> network @-> job)\n',
    )
    (seam,) = seams(found)
    assert [parameter.name for parameter in seam.functor.parameters] == ["C", "N"]
    assert [found.tree(seam.file).text(node) for node in seam.starts] == ["c", "n"]


@pytest.mark.parametrize(
    "text", ["module Other () = struct end\n", "module Main = functor (C : S) -> Made\n"]
)
def test_a_job_without_its_functor_or_start(text: str) -> None:
    found = project(text, 'open Mirage\nlet m = foreign "Unikernel.Main" (console @-> job)\n')
    assert all(seam.starts == () for seam in seams(found))


CLOCKS = [
    ("let t = 1", MCLOCK),
    ("module A = Arpv4.Make (E) (Clock) (Time)", MCLOCK),
    ("module R = Mirage_logs.Make (Clock)", PCLOCK),
    ("let now () = Clock.time ()", PCLOCK),
    ("module M = Mine.Make (Clock)", UNKNOWN),
    ("module A = Arpv4.Make (E) (Clock) (Time)\nlet now () = Clock.time ()", BOTH),
    # Dates can be measured, too.
    ("module R = Mirage_logs.Make (Clock)\nlet d () = Clock.time () -. Clock.time ()", PCLOCK),
]


@pytest.mark.parametrize(("body", "clock"), CLOCKS)
def test_the_clock_that_a_parameter_is_used_as(body: str, clock: str) -> None:
    found = project(f"module Main (Clock : V1.CLOCK) = struct\n{body}\nend\n")
    (functor,) = found.analysis("unikernel.ml").functors
    chosen = of_parameter(found, "unikernel.ml", functor.parameters[0])
    assert chosen.clock == clock


def test_the_clock_of_another_functor_says_nothing() -> None:
    found = project(
        "module One (Clock : V1.CLOCK) = struct module A = Arpv4.Make (E) (Clock) (Time) end\n"
        "module Two (Clock : V1.CLOCK) = struct module R = Mirage_logs.Make (Clock) end\n"
    )
    functors = found.analysis("unikernel.ml").functors
    chosen = [of_parameter(found, "unikernel.ml", each.parameters[0]) for each in functors]
    assert [each.clock for each in chosen] == [MCLOCK, PCLOCK]


def test_a_projects_files() -> None:
    found = unikernel({"a/config.ml": b"", "a/b.ml": b"let x = 1\n"})
    assert found.config == "a/config.ml"
    assert found.names == ["a/b.ml", "a/config.ml"]
    assert found.without("a/config.ml").config is None
    edited = found.with_edit("a/b.ml", 4, 5, b"y")
    assert edited.source("a/b.ml").data == b"let y = 1\n"
    assert found.source("a/b.ml").data == b"let x = 1\n"
    assert edited.with_edit("a/b.ml", 4, 5, b"z").tree("a/b.ml").source.data == b"let z = 1\n"
    assert basename("c:\\x\\config.ml") == "config.ml"


def test_a_record_with_a_field_twice_is_left_alone() -> None:
    text = (
        "open Mirage\nlet a = { address; netmask = m; gateways; gateways = [] }\n"
        'let () = register "a" []\n'
    )
    assert "ip-ipv4-config" not in {finding.rule for finding in findings(config=text)}
