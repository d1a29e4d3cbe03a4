"""What `get_mode ()` only picks names of packages for goes with the packages of the platform."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from .small import CONFIG, findings, ported, told

HEAD = 'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> job)\n'
UNIX = "let extra = match get_mode () with `Unix -> {} | {} -> {}\n"
REGISTER = 'register "hut" [ main $ default_console ]\n'
ADDED = "let () = add_to_ocamlfind_libraries ({}); " + REGISTER

PICKED = [
    (UNIX.format('[ "mirage-net-unix" ]', "_", "[]"), '[ "re" ] @ extra'),
    (UNIX.format('[ "mirage-net-unix" ]', "_", '[ "mirage-net-xen" ]'), 'extra @ [ "re" ]'),
    (
        'let extra = match get_mode () with `Unix -> [ "mirage-unix" ] | `MacOSX -> []\n'
        '  | `Xen -> [ "mirage-xen"; "mirage-clock-xen" ]\n',
        '[ "re" ] @ extra',
    ),
    (
        'let name = match get_mode () with `Unix -> "unix" | `MacOSX -> "unix" | `Xen -> "xen"\n',
        '[ "re"; "mirage-net-" ^ name ]',
    ),
    ("", '[ "re" ] @ (match get_mode () with `Xen -> [ "mirage-xen" ] | _ -> [ "mirage-unix" ])'),
]


@pytest.mark.parametrize(("defined", "libraries"), PICKED)
def test_packages_of_the_platform_go(compiler: Compiler, defined: str, libraries: str) -> None:
    text = HEAD + defined + ADDED.format(libraries)
    assert compiler.check(OLD, {CONFIG: text}, ["-w", "-a"]) == []
    result = ported(config=text)
    assert told(config=result) == []
    assert "get_mode" not in result
    assert '~packages:[package "re"]' in result
    assert compiler.check(NEW, {CONFIG: result}) == []


def test_what_others_read_of_it_stays() -> None:
    text = HEAD + UNIX.format('[ "mirage-net-unix" ]', "_", "[]")
    text += "let () = List.iter print_endline extra\n" + ADDED.format('[ "re" ] @ extra')
    result = ported(config=text)
    assert "let extra = match get_mode ()" in result
    assert "@ extra" not in result
    assert told(config=result) == [("mode-get-mode", "manual")]


def test_other_packages_are_left_to_the_person_and_the_message_fits() -> None:
    text = HEAD + UNIX.format('[ "tls.lwt" ]', "_", '[ "tls" ]') + ADDED.format('[ "re" ] @ extra')
    result = ported(config=text)
    assert "@ extra" in result
    (message,) = [each.message for each in findings("", result) if each.rule == "mode-get-mode"]
    assert "give each target a job" in message
