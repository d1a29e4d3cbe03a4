"""What became of a unit: by the compiler's word, and by what the findings tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.server.generated import keys

from ..packs import unikernel
from .units import ACCEPTED, BY_HAND, REFUSED, UNJUDGED, judge, main

if TYPE_CHECKING:
    from pathlib import Path

    from .compiler import Compiler

CONFIG = """open Mirage

let port = Key.(create "web-port" Arg.(opt int 80 (info [ "web-port" ])))

let main =
  foreign ~keys:[ Key.abstract port ] {functor} (console @-> job)

let () = register "hall" [ main $ default_console ]
"""
WHOLE = """module Main (C : V1_LWT.CONSOLE) = struct
  let start c = C.log_s c (string_of_int (Key_gen.web_port ()))
end
"""
TOLD = """module Main (C : V1_LWT.CONSOLE) = struct
  let began = Clock.time ()
  let start c = C.log_s c (string_of_float began)
end
"""
UNTOLD = """module Main (C : V1_LWT.CONSOLE) = struct
  let wrong = object method value : string = 1 end
  let start c = C.log_s c wrong#value
end
"""
UNKNOWN = """module Main (C : V1_LWT.CONSOLE) = struct
  let start c = Nobody.knows (C.log_s c "")
end
"""


def _unit(text: str, functor: str = '"Unikernel.Main"') -> dict[str, bytes]:
    config = CONFIG.format(functor=functor)
    return {"config.ml": config.encode(), "unikernel.ml": text.encode()}


@pytest.mark.parametrize(
    ("text", "word", "said"),
    [
        (WHOLE, ACCEPTED, ""),
        (TOLD, BY_HAND, "clock-time"),
        (UNTOLD, REFUSED, "string"),
        (UNKNOWN, UNJUDGED, "Nobody is a library"),
    ],
)
def test_a_unit_is_judged(compiler: Compiler, text: str, word: str, said: str) -> None:
    verdict = judge(compiler, port(unikernel(_unit(text)), WITH_REVIEW))
    assert (verdict.word, said in " ".join(verdict.why)) == (word, True)
    assert not any(line.startswith("main.ml") for line in verdict.why)


def test_a_device_that_nobody_knows_is_told(compiler: Compiler) -> None:
    files = _unit(WHOLE)
    own = b"type own = Own\nlet own = typ Own\nlet device : own impl = assert false\nlet port ="
    config = files["config.ml"].replace(b"let port =", own).replace(b"(console @->", b"(own @->")
    files["config.ml"] = config.replace(b"default_console", b"device")
    verdict = judge(compiler, port(unikernel(files), WITH_REVIEW))
    assert verdict.word == UNJUDGED
    assert any("is not a device of Mirage" in line for line in verdict.why)


def test_keys_have_their_values() -> None:
    config = b"""open Mirage
let a = Key.(create "web-port" Arg.(opt ~stage:`Both int 80 i))
let b = Key.create "quiet" Key.Arg.(flag i)
let c = Key.(create "name" Arg.(required string i))
"""
    assert keys(unikernel({"config.ml": config}), (3, 0)).splitlines()[-3:] == [
        "let web_port () : int = assert false",
        "let quiet () : bool = assert false",
        "let name () : string = assert false",
    ]


def test_a_folder_of_units_is_counted(
    compiler: Compiler, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in (("one", WHOLE), ("two", UNTOLD)):
        for file, data in _unit(text).items():
            path = tmp_path / name / file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.ml")}
    assert main([str(tmp_path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "accepted   one"
    assert lines[1].startswith("refused    two")
    assert lines[-1] == "2 units: 1 accepted, 1 refused"
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.ml")} == before
