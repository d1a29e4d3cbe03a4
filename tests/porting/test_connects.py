"""`connect` whose error was handled, and calls of it that are half ported."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from .small import functor, ported, told

PARAMETERS = "(C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) (K : V1.CLOCK) (T : V1_LWT.TIME)"
MODULES = "  module E = Ethif.Make (N)\n  module A = Arpv4.Make (E) (K) (T)\n"

HANDLED = [
    'E.connect n >>= function `Error _ -> C.log_s c "no" | `Ok e -> C.log_s c (name e)',
    'E.connect n >>= (function `Ok e -> C.log_s c (name e) | `Error _e -> C.log_s c "no")',
    'C.log_s c "x" >>= fun () -> E.connect n >>= function\n'
    '    | `Error _ -> C.log_s c "no"\n'
    "    | `Ok e ->\n"
    '      A.connect e >>= function `Error _ -> C.log_s c "no arp" | `Ok _ -> C.log_s c (name e)',
]


@pytest.mark.parametrize("body", HANDLED)
def test_a_handled_error_is_an_exception_that_is_caught(compiler: Compiler, body: str) -> None:
    name = "  let name e = Macaddr.to_string (E.mac e)\n"
    before = functor(PARAMETERS, f"{MODULES}{name}  let start c n _k _t =\n    {body}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert "Lwt.try_bind" in result
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


def test_a_comment_beside_an_arm_stays() -> None:
    arms = 'function (* or not *) `Error _ -> C.log_s c "no" | `Ok _ -> Lwt.return_unit'
    before = functor(PARAMETERS, f"{MODULES}  let start c n _k _t =\n    E.connect n >>= {arms}\n")
    result = ported(before)
    assert "Lwt.try_bind" in result
    assert result.count("(* or not *)") == 1


BY_HAND = [
    "E.connect n >>= function `Error e -> C.log_s c (why e) | `Ok _ -> Lwt.return_unit",
    "let ( >>= ) m f = Lwt.bind m f in "
    'E.connect n >>= function `Error _ -> C.log_s c "no" | `Ok _ -> Lwt.return_unit',
]


@pytest.mark.parametrize("body", BY_HAND)
def test_what_asks_for_the_error_is_left_to_the_person(body: str) -> None:
    why = '  let why = function `Unknown s -> s | _ -> "?"\n'
    before = functor(PARAMETERS, f"{MODULES}{why}  let start c n _k _t =\n    {body}\n")
    result = ported(before)
    assert "`Error" in result
    assert ("connect-result", "manual") in told(result)


def test_a_call_that_has_its_clock_already_still_gives_no_result(compiler: Compiler) -> None:
    body = "A.connect e k >>= function `Error _ -> Lwt.fail Not_found | `Ok _ -> Lwt.return_unit"
    before = functor(PARAMETERS, f"{MODULES}  let start _c e k _t = {body}\n")
    result = ported(before)
    assert "A.connect e k >>= fun _ -> Lwt.return_unit" in result
    assert compiler.check(NEW, {"a.ml": result}) == []
