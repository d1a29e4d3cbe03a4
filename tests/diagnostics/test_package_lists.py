"""How lists of packages in config.ml are laid out."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port

from ..porting.small import CONFIG, findings, ported, project

SIX = ["astring", "decompress", "mirage-http", "omd", "tyxml", "uuidm"]
LINES = "".join(f'\n{{0}}  package "{name}";' for name in SIX) + "\n{0}]"
NAMES = "; ".join(f'"{name}"' for name in SIX)
MAIN = '"Unikernel.Main" (network @-> job)\n'
LONG = [
    # Where the names stand, and the list that becomes of them.
    (
        f"let packages = [{NAMES}]\nlet main = foreign ~packages ~libraries:[{NAMES}] {MAIN}",
        f"let packages = [{LINES.format('')}\nlet main = foreign ~packages {MAIN}",
    ),
    (
        f"let main =\n  foreign\n    ~libraries:[ {NAMES} ]\n    ~packages:[ {NAMES} ]\n    {MAIN}",
        f"let main =\n  foreign\n    ~packages:[{LINES.format('    ')}\n    {MAIN}",
    ),
    (
        f"let main =\n  let libraries = [{NAMES}]\n  and packages = [{NAMES}] in\n"
        f"  foreign ~libraries ~packages {MAIN}",
        f"let main =\n  let packages = [{LINES.format('  ')} in\n  foreign ~packages {MAIN}",
    ),
]


@pytest.mark.parametrize(("before", "after"), LONG)
def test_a_long_list_of_packages_has_one_on_each_line(before: str, after: str) -> None:
    end = 'let () = register "hall" [ main $ default_network ]\n'
    result = ported(config=f"open Mirage\n{before}{end}")
    assert result == f"open Mirage\n{after}{end}"


def test_a_list_gets_its_lines_whichever_edit_makes_it_long() -> None:
    config = (
        "open Mirage\n"
        'let main = foreign ~packages:[ package "astring"; package "omd"; package "tyxml" ]'
        ' "Unikernel.Main" (console @-> job)\n'
        'let () = register "hall" [ main $ default_console ]\n'
    )
    text = "module Main (C : V1_LWT.CONSOLE) = struct\n  let start _ = OS.Time.sleep 0.25\nend\n"
    text += "let wait n = Duration.of_sec n\n"
    found = project(text, config)
    result = port(found, WITH_REVIEW).project.source(CONFIG).data.decode()
    lines = 'package "astring";\n  package "omd";\n  package "tyxml";\n  package "duration";\n]'
    assert f"foreign ~packages:[\n  {lines}" in result


SAID = [
    ('~packages:["menhir"] ~libraries:[]', "Check `menhir`: only installed before, linked now."),
    (
        '~packages:["omd"] ~libraries:["omd"; "uuidm"]',
        "Check `uuidm`: guessed from the name of a library.",
    ),
    ('~packages:["omd"] ~libraries:["omd"; "str"]', "Part of OCaml, and not a package: `str`."),
    ('~packages:["omd"] ~libraries:["omd"]', ""),
]


@pytest.mark.parametrize(("lists", "says"), SAID)
def test_a_list_says_what_a_person_should_look_at(lists: str, says: str) -> None:
    config = f'open Mirage\nlet m = foreign {lists} "Unikernel.Main" (network @-> job)\n'
    (found,) = [f for f in findings(config=config) if f.rule == "pkg-libraries"]
    assert (found.applicability == "review") == bool(says)
    assert says in found.message
    assert found.message.endswith(".")
