"""How what fixes write is laid out: columns, indentation, lines that were aligned."""

from __future__ import annotations

import subprocess

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.ocaml.edit import apply

from ..interfaces.compiler import require
from ..packs import unikernel
from ..properties.projects import NAMED

COLUMNS = 80

CASES = list(NAMED)


def _written(name: str) -> list[tuple[str, str]]:
    """The OCaml texts that a port changes, before and after."""
    files = NAMED[name]
    ported = port(unikernel(files), WITH_REVIEW).files
    names = [file for file in ported if file.endswith((".ml", ".mli")) and file in files]
    return [(files[file].decode(), ported[file].decode()) for file in names]


@pytest.mark.parametrize("name", CASES)
def test_a_port_is_laid_out(name: str) -> None:
    """No line becomes longer than 80 columns, and ocp-indent moves nothing that was written in a
    text in which it moved nothing before."""
    program = require("ocp-indent")
    for old, new in _written(name):
        before = [len(line) for line in old.splitlines() if len(line) > COLUMNS]
        after = [len(line) for line in new.splitlines() if len(line) > COLUMNS]
        assert len(after) <= len(before)
        assert max(after, default=0) <= max(before, default=0)
        if _indented(old, program) != old:
            continue
        there = set(old.splitlines())
        lines = zip(new.splitlines(), _indented(new, program).splitlines(), strict=True)
        assert [(own, its) for own, its in lines if own != its and own not in there] == []


def _indented(text: str, program: str) -> str:
    found = subprocess.run([program], input=text.encode(), capture_output=True, check=True)
    return found.stdout.decode()


def _fixed(code: str, rule: str) -> str:
    """A unikernel after the first fix of a rule, taken alone, as an editor's menu offers it."""
    project = unikernel({"unikernel.ml": code.encode()})
    found = next(f for f in check(project, "unikernel.ml").findings if f.rule == rule)
    edits = fixes(project, found)[0].edits
    return apply(code.encode(), edits.of("unikernel.ml")).decode()


def _ported(code: str) -> str:
    files = port(unikernel({"unikernel.ml": code.encode()}), WITH_REVIEW).files
    return files.get("unikernel.ml", code.encode()).decode()


def test_lines_aligned_to_a_bracket_move_with_it() -> None:
    code = """module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    C.log_s c (Printf.sprintf "%d %d"
                 (1 + (2 *
                       3))
                 4)
end
"""
    assert (
        _fixed(code, "console-log-s")
        == """module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    C.log c (Printf.sprintf "%d %d"
               (1 + (2 *
                     3))
               4)
end
"""
    )


def test_lines_indented_from_their_line_stay() -> None:
    code = """module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    C.log_s c
      (Printf.sprintf "%d"
         4)
end
"""
    assert _fixed(code, "console-log-s") == code.replace("log_s", "log")


@pytest.mark.parametrize(
    "literal", ['"one\n                    two"', "{|one\n                    two|}"]
)
def test_a_line_that_begins_inside_a_literal_stays(literal: str) -> None:
    code = f"""module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    C.log_s c (String.concat {literal}
                 ["(* no comment"])
end
"""
    after = code.replace("log_s", "log").replace("                 [", "               [")
    assert _fixed(code, "console-log-s") == after


def test_a_line_that_begins_inside_a_comment_stays() -> None:
    code = """module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    C.log_s c (String.concat (* one
                                two *)
                 "," [])
end
"""
    after = code.replace("log_s", "log").replace('                 ","', '               ","')
    assert _fixed(code, "console-log-s") == after


def test_arms_and_body_behind_a_bind_are_indented() -> None:
    code = """open Lwt.Infix

module Main (N : V1_LWT.NETWORK) = struct
  let start net =
    N.write net (Cstruct.create 4) >>= fun () ->
    Lwt.return (1 +
                2)
end
"""
    assert (
        _fixed(code, "network-write")
        == """open Lwt.Infix

module Main (N : V1_LWT.NETWORK) = struct
  let start net =
    N.write net (Cstruct.create 4) >>= (function
        | Error err -> Lwt.fail_with (Format.asprintf "%a" N.pp_error err)
        | Ok () ->
          Lwt.return (1 +
                      2))
end
"""
    )


def test_a_body_that_another_fix_changes_at_its_start_is_indented() -> None:
    code = """open Lwt.Infix

module Main (N : Mirage_net_lwt.S) = struct
  let start net =
    N.write net (Cstruct.create 4) >>= fun () ->
    OS.Time.sleep 1.0 >>= fun () ->
    Lwt.return 2
end
"""
    assert """
        | Ok () ->
          OS.Time.sleep_ns 1_000_000_000L >>= fun () ->
          Lwt.return 2)
""" in _ported(code)


def test_a_line_that_was_too_long_before_is_not_broken() -> None:
    text = "a remark that is long enough for its line to be longer than eighty columns"
    code = f"""module Main (C : V1_LWT.CONSOLE) = struct
  let start c = C.log_s c "{text}"
end
"""
    assert f'  let start c = C.log c "{text}"\n' in _ported(code)


def test_windows_line_endings_stay() -> None:
    code = "module Main (Consoles : V1_LWT.CONSOLE) (Networks : V1_LWT.NETWORK) = struct\r\nend\r\n"
    assert (
        _ported(code) == "module Main\r\n    (Consoles : Mirage_console_lwt.S)\r\n"
        "    (Networks : Mirage_net_lwt.S) = struct\r\nend\r\n"
    )


def test_a_handler_within_a_handler() -> None:
    """An edit that begins with some of the blanks of a line that moves."""
    code = """open Lwt.Infix

module Main (C : V1_LWT.CONSOLE) = struct
  let start c =
    try_lwt
      lwt body = C.log_s c "a" in
      Lwt.return body

    with exn ->
      try_lwt
        lwt body = C.log_s c "b" in
        Lwt.return body
      with exn ->
        Lwt.fail exn
end
"""
    assert (
        _ported(code)
        == """open Lwt.Infix

module Main (C : Mirage_console_lwt.S) = struct
  let start c =
    Lwt.catch (fun () ->
        C.log c "a" >>= fun body ->
        Lwt.return body)

      (function exn ->
        Lwt.catch (fun () ->
            C.log c "b" >>= fun body ->
            Lwt.return body)
          (function exn ->
            Lwt.fail exn))
end
"""
    )
