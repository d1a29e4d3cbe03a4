"""Strings and bytes that meet: Mirage 3 tells the two apart."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, Compiler
from ..porting.small import UNIKERNEL, ported, project

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> job)
let () = register "x" [ main $ default_console ]
"""
MEETING = [
    # What is before, and the string that is given for bytes.
    ("type t = { name : bytes }\nlet t = { name = @ }", '"a"'),
    ("type t = { name : bytes; n : int }\nlet t b = { name = @; n = 1 }", '(b ^ "a")'),
    ("type t = { mutable name : bytes }\nlet f t n = t.name <- @", 'Printf.sprintf "%d" n'),
    ("let name : bytes = @", '"a"'),
    ("let f n : bytes = @", 'Printf.sprintf "%d%%" n'),
    ("let f n = Bytes.length (@ : bytes)", "(string_of_int n)"),
    ("let last : bytes ref = ref (Bytes.create 1)\nlet f n = last := @", "string_of_int n"),
    (
        "type room = { lines : bytes Lwt_condition.t }\n"
        "let room = { lines = Lwt_condition.create () }\n"
        "let tell who = Lwt_condition.broadcast room.lines @",
        '(Printf.sprintf "%s: %s" who "x")',
    ),
    (
        "let tell (t : bytes Lwt.t) = Lwt.bind t (fun line -> Lwt.return (String.length @))",
        "line",
    ),
    (
        "open Lwt.Infix\nlet tell (t : bytes Lwt_condition.t) =\n"
        "  Lwt_condition.wait t >>= fun line -> Lwt.return (String.length @)",
        "line",
    ),
]


@pytest.mark.parametrize(("text", "given"), MEETING)
def test_a_string_where_the_text_says_bytes(compiler: Compiler, text: str, given: str) -> None:
    unikernel = (
        text.replace("@", given)
        + '\nmodule Main (C : Mirage_console_lwt.S) = struct let start c = C.log c "" end\n'
    )
    assert compiler.check(NEW, {"a.ml": unikernel}) != []
    found = [
        unikernel[each.start : each.end]
        for each in check(project(unikernel, CONFIG), UNIKERNEL).findings
        if each.rule == "safe-string"
    ]
    assert [each.strip("()") for each in found] == [given.strip("()")]
    assert compiler.check(NEW, {"a.ml": ported(unikernel, CONFIG)}) == []


APART = [
    'let name : bytes = Bytes.of_string "a"',
    'type t = { name : string }\nlet t = { name = Printf.sprintf "%d" 1 }',
    'type bytes = string\nlet name : bytes = "a"',
    'let f : int -> bytes = Printf.ksprintf Bytes.of_string "%d"',
]


@pytest.mark.parametrize("text", APART)
def test_what_is_right_is_silent(compiler: Compiler, text: str) -> None:
    unikernel = (
        text + '\nmodule Main (C : Mirage_console_lwt.S) = struct let start c = C.log c "" end\n'
    )
    assert compiler.check(NEW, {"a.ml": unikernel}) == []
    found = check(project(unikernel, CONFIG), UNIKERNEL).findings
    assert "safe-string" not in [each.rule for each in found]
