"""Fixes made together: brackets that close at one place, and results that nobody looks at."""

from __future__ import annotations

import time

import pytest

from mirageport.code_actions import fixes, plan
from mirageport.diagnostics.finding import SAFE, Finding
from mirageport.ocaml import tree
from mirageport.ocaml.edit import Edit, Edits, Fix

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import unikernel
from ..porting.small import functor, ported, told

NET = "(N : V1_LWT.NETWORK)"

CHAINS = [
    "N.write n f >>= fun () -> N.write n f >>= fun () -> N.write n f >>= fun () -> Lwt.return 1",
    "N.write n f >>= fun _ -> N.writev n [ f ] >>= fun _ -> Lwt.return 1",
    "N.write n f >>= fun _ -> N.write n f >>= fun _ -> N.write n f",
    "match f with _ -> N.write n f >>= fun () -> Lwt.join [ N.write n f >>= fun _ -> N.write n f ]",
]


@pytest.mark.parametrize("chain", CHAINS)
def test_chains_of_writes(compiler: Compiler, chain: str) -> None:
    before = functor(NET, f"  let send n f = {chain}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert result.count("Error err ->") == before.count("N.write")
    assert told(result) == []


HIDING = [
    "type answer = Ok of int | Error of string",
    "type answer = Fine | Error of string",
    "exception Error of string",
    "exception Ok",
]


@pytest.mark.parametrize("definition", HIDING)
@pytest.mark.parametrize("call", ["N.write n f >>= fun () -> Lwt.return 1", "N.write n f"])
def test_a_call_is_handled_once_where_a_constructor_is_hidden(
    compiler: Compiler, definition: str, call: str
) -> None:
    before = f"{definition}\n" + functor(NET, f"  let send n f = {call}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert result.count("Error err ->") == 1
    assert told(result) == []
    assert ported(result) == result


OWN_BINDS = [
    "let ( >>= ) x f = Lwt.bind x (function `Ok v -> f v | `Error _ -> Lwt.fail Not_found)",
    "let ( >>= ) x f = x >>= function `Ok v -> f v | `Error _ -> Lwt.fail Not_found",
]


@pytest.mark.parametrize("bind", OWN_BINDS)
def test_a_call_under_an_own_bind_is_handled_there(compiler: Compiler, bind: str) -> None:
    body = f"  {bind}\n  let go b p = B.write b 0L [ p ] >>= fun () -> Lwt.return 1\n"
    before = functor("(B : V1_LWT.BLOCK)", body)
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert result.count("Error _") == 1
    assert told(result) == []


def test_a_long_chain() -> None:
    chain = "N.write n f >>= fun () -> " * 40
    result = ported(functor(NET, f"  let send n f = {chain}Lwt.return 1\n"))
    assert result.count("Error err ->") == 40
    assert told(result) == []


def test_fixes_of_a_damaged_file_are_tried_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are: a parse for each would make the work grow with the square."""
    parses = []
    real = tree.count_broken

    def counted(data: bytes, interface: bool = False, pause: object = None) -> int:
        parses.append(len(data))
        assert pause is None
        return real(data, interface)

    monkeypatch.setattr(fixes, "count_broken", counted)
    body = "let send n f = N.write n f >>= fun () -> Lwt.return ()\n"
    text = functor(NET, f"{body * 60}let torn = try_lwt f () with _ -> 1\n")
    project = unikernel({"unikernel.ml": text.encode()})
    assert plan.port(project, plan.WITH_REVIEW).applied > 50
    assert 0 < len(parses) < 8


def test_a_fix_that_tears_is_left_out_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The others are made, and each is asked about only in the halves where something tears."""
    data = b"let x = (\n" + b"old\n" * 64
    project = unikernel({"a.ml": data})
    chosen = [
        Fix("", SAFE, Edits([Edit("a.ml", at, at + 3, "((" if at == 82 else "new")]), f"r{at}")
        for at in range(10, len(data), 4)
    ]
    found = [_finding(number) for number in range(len(chosen))]
    monkeypatch.setattr(plan, "proposals", lambda _project, each: (chosen[each.start],))
    monkeypatch.setattr(plan, "tears_nothing", lambda _project, edits: "((" not in str(edits))
    edits, count = plan.combine(project, found, plan.SAFE_ONLY)
    assert count == len(edits) == 63
    assert {edit.text for edit in edits} == {"new"}


def _finding(number: int) -> Finding:
    return Finding("a.ml", "r", number, number, "", SAFE, "error", "network")


def test_an_addition_that_ends_in_a_semicolon_goes_as_a_whole() -> None:
    text = """open Mirage

let () =
  add_to_opam_packages [ "duration" ];

let main = foreign "Unikernel.Main" (console @-> job)

let () = register "x" [ main $ default_console ]
"""
    ported = (
        plan.port(unikernel({"config.ml": text.encode()}), plan.WITH_REVIEW)
        .files["config.ml"]
        .decode()
    )
    assert "add_to" not in ported
    assert 'register ~packages:[package "duration"] "x"' in ported


def test_a_text_four_times_as_long_takes_about_four_times_the_work() -> None:
    """Quadratic work would be sixteen times; seconds of the processor, as others use it too."""
    body = "  let send n f = N.write n f >>= fun () -> Lwt.return 1\n"
    seconds = []
    for copies in (10, 40):
        head, name, rest = functor(NET, body * 8).partition("module Main")
        data = head + "".join(f"{name}{at}{rest}" for at in range(copies))
        project = unikernel({"unikernel.ml": data.encode()})
        start = time.process_time()
        assert plan.port(project, plan.WITH_REVIEW).applied == 9 * copies
        seconds.append(time.process_time() - start)
    assert seconds[1] < 10 * seconds[0]


def test_others_do_not_wait_for_a_fix_that_tears() -> None:
    """The loop is rewritten before anything else, but where that tears the file it never is."""
    text = """open Mirage

let main = foreign "Unikernel.Main" (network @-> for_lwt i = 0 to 1 do () donenetwork @-> job)

let () = register "x" [ main $ tap0 ]
"""
    ported = plan.port(unikernel({"config.ml": text.encode()}), plan.WITH_REVIEW).project
    assert ported.source("config.ml").data.decode() == text.replace("tap0", "default_network")
