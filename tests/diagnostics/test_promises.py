"""Units that became results or promises: what the code does with them decides."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import words
from ..porting.small import findings, functor, ported, told

NET = "(N : Mirage_net_lwt.S)"
OLD_NET = "(N : V1_LWT.NETWORK)"
CONSOLE = "(C : V1_LWT.CONSOLE)"


def test_a_dropped_result_is_told_only_of_mirage_2() -> None:
    body = "  let start n = N.listen n (fun _ -> Lwt.return_unit)\n"
    assert told(functor(NET, body)) == []
    found = [f for f in findings(functor(OLD_NET, body)) if f.rule == "network-listen"]
    assert [finding.severity for finding in found] == ["warning"]
    assert "ignores the error" in found[0].message


def test_a_function_that_is_passed_on() -> None:
    body = "  let each f = Lwt.join [ f () () ]\n  let start () = each N.write\n"
    assert told(functor(NET, body)) == [("network-write", "manual")]


PARTIAL = [
    "let send = N.write n in send f >>= fun () -> Lwt.return 1",
    "Lwt_list.iter_s (N.write n) [ f ]",
]


@pytest.mark.parametrize("call", PARTIAL)
def test_a_call_short_of_arguments_is_left_to_the_person(call: str) -> None:
    assert told(functor(NET, f"  let a n f = {call}\n")) == [("network-write", "manual")]


COMPLETED = [
    (OLD_NET, "let a n f = (N.write n @@ f) >>= fun () -> Lwt.return 1"),
    (OLD_NET, "let a n f = f |> N.write n >>= fun () -> Lwt.return 1"),
    (OLD_NET, "let a n f = Cstruct.of_string f |> N.write n"),
    (
        OLD_NET,
        "let a n s = Lwt.join [ N.write n @@ Cstruct.create s; (Cstruct.create s |> N.write n) ]",
    ),
    (
        "(U : V1_LWT.UDPV4)",
        "let a u dest_ip s = Cstruct.of_string s |> U.write ~source_port:1 ~dest_ip ~dest_port:2 u",
    ),
    (
        "(U : V1_LWT.UDPV4)",
        "let a u x s = (U.write ~source_port:1 ~dest_ip:x ~dest_port:2 u) @@ Cstruct.of_string s",
    ),
]


@pytest.mark.parametrize(("parameters", "body"), COMPLETED)
def test_an_operator_that_gives_a_call_its_last_argument(
    compiler: Compiler, parameters: str, body: str
) -> None:
    before = functor(parameters, f"  {body}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert "Error err ->" in result
    assert told(result) == []


def test_labels_may_come_last() -> None:
    body = "  let a u x b = U.write u b ~dst:x ~dst_port:1 >>= fun () -> Lwt.return 1\n"
    text = functor("(U : Mirage_protocols_lwt.UDP)", body)
    assert told(text) == [("udp-write", "review")]
    short = functor("(U : Mirage_protocols_lwt.UDP)", body.replace("u b", "u"))
    assert told(short.replace(">>=", "b >>=")) == [("udp-write", "review")]


def test_a_partial_call_is_wrapped_by_nothing() -> None:
    body = "  let a n f = N.write n f >|= fun () -> 1\n"
    result = ported(functor(NET, body))
    assert "(N.write n f >|= function\n    | Ok () -> ()\n    | Error err ->" in result


def test_without_the_operator_in_scope() -> None:
    text = f"module Main {NET} = struct\n  let a n f = Lwt.join [ N.write n f ]\nend\n"
    assert "(Lwt.map (function Ok () -> () | Error err ->" in words(ported(text))


SCOPES = [
    ("let a n f = Lwt.join [ N.write n f ]", "Lwt.map"),
    ("let a n f = let open Lwt in join [ N.write n f ]", ">|="),
    ("let a n f = Lwt.Infix.(Lwt.join [ N.write n f ])", ">|="),
    ("module I = struct open Lwt let a n f = join [ N.write n f ] end", ">|="),
    (
        "module I = struct open Lwt let x = return 1 end let a n f = Lwt.join [ N.write n f ]",
        "Lwt.map",
    ),
    ("open Lwt let a n f = join [ N.write n f ]", ">|="),
    ("open Lwt let ( >|= ) a b = a b let a n f = join [ N.write n f ]", "Lwt.map"),
]


@pytest.mark.parametrize(("body", "operator"), SCOPES)
def test_operators_are_used_where_they_are_lwts(
    compiler: Compiler, body: str, operator: str
) -> None:
    text = f"module Main (N : V1_LWT.NETWORK) = struct\n  {body}\nend\n"
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert operator in result.replace("let ( >|= ) a b", "")
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_in_an_outer_match_the_arms_stay_where_they_are() -> None:
    body = (
        "  let a n f = function\n    | 1 -> N.write n f >>= fun () -> Lwt.return 1\n"
        "    | _ -> Lwt.return 2\n"
    )
    result = ported(functor(NET, body))
    assert "Ok () -> Lwt.return 1)\n    | _ -> Lwt.return 2" in result


LOGS = [
    ('C.log c "a"; Lwt.return 1', 'C.log c "a" >>= fun () -> Lwt.return 1'),
    ('Lwt.return (C.log c "a")', 'C.log c "a"'),
    ('Lwt.return_unit >|= fun () -> C.log c "a"', 'Lwt.return_unit >>= fun () -> C.log c "a"'),
    ('if true then C.log c "a"', 'if true then Lwt.async (fun () -> C.log c "a")'),
    ("ignore (C.log c s)", "ignore (Lwt.async (fun () -> C.log c s))"),
    ("List.iter (C.log c) ss", "List.iter (fun s -> Lwt.async (fun () -> C.log c s)) ss"),
    ('C.log c "100%"; 1', 'Lwt.async (fun () -> C.log c "100%"); 1'),
    ('C.log c "a"; C.log_s c "b"', 'C.log c "a" >>= fun () -> C.log c "b"'),
]


@pytest.mark.parametrize(("old", "new"), LOGS)
def test_the_old_log_by_where_it_stands(old: str, new: str) -> None:
    result = ported(functor(CONSOLE, f"  let a c s ss = {old}\n"))
    assert f"let a c s ss = {new}\n" in result


def test_the_old_log_as_a_value() -> None:
    body = '  let log = C.log\n  let a c = log c "x"; 1\n'
    rules = told(functor(CONSOLE, body))
    assert ("console-log", "manual") in rules


def test_a_helper_is_what_its_uses_make_of_it() -> None:
    old = functor(
        "(C : Mirage_console_lwt.S)", '  let say c s = C.log c s\n  let a c = say c "x"; 1\n'
    )
    new = functor(
        "(C : Mirage_console_lwt.S)",
        '  let say c s = C.log c s\n  let a c = say c "x" >>= fun () -> Lwt.return 1\n',
    )
    assert told(old) == [("console-log", "review")]
    assert told(new) == []


# -- arguments ---------------------------------------------------------------------------------

INT64 = [
    ("K.read k n 0 10", "K.read k n 0L 10L"),
    ("K.read k n 0 (-1)", "K.read k n 0L (-1L)"),
    ("K.read k n 0 (Int64.to_int s)", "K.read k n 0L s"),
    ("K.read k n 0 (String.length n)", "K.read k n 0L (Int64.of_int (String.length n))"),
]


@pytest.mark.parametrize(("old", "new"), INT64)
def test_offsets_and_lengths(old: str, new: str) -> None:
    parameters = "(K : Mirage_kv_lwt.RO)"
    assert ported(functor(parameters, f"  let a k n s = {old}\n")) == functor(
        parameters, f"  let a k n s = {new}\n"
    )


def test_a_read_short_of_arguments_is_old_where_its_module_is() -> None:
    body = "  let a k = K.read k\n"
    assert ("kv-ro-read-int64", "manual") in told(functor("(K : V1_LWT.KV_RO)", body))
    assert told(functor("(K : Mirage_kv_lwt.RO)", body)) == []


def test_names_of_no_known_type_are_left_in_mirage_3() -> None:
    body = "  let a k n o l = K.read k n o l\n"
    assert told(functor("(K : Mirage_kv_lwt.RO)", body)) == []
    assert ("kv-ro-read-int64", "safe") in told(functor("(K : V1_LWT.KV_RO)", body))


DELAYS = [
    ("1.0", "1_000_000_000L"),
    ("0.1", "100_000_000L"),
    ("5.", "5_000_000_000L"),
    ("1e3", "1_000_000_000_000L"),
    ("0.0000000001", "(Int64.of_float (0.0000000001 *. 1e9))"),
    ("99999999999.0", "(Int64.of_float (99999999999.0 *. 1e9))"),
    ("d", "(Int64.of_float (d *. 1e9))"),
    ("(d +. 1.)", "(Int64.of_float ((d +. 1.) *. 1e9))"),
]


@pytest.mark.parametrize(("old", "new"), DELAYS)
def test_delays(old: str, new: str) -> None:
    text = functor("(T : Mirage_time_lwt.S)", f"  let a d = T.sleep {old}\n")
    assert f"T.sleep_ns {new}\n" in ported(text)


def test_a_sleep_that_is_passed_on() -> None:
    text = functor("(T : Mirage_time_lwt.S)", "  let a f = f T.sleep\n")
    passed = "(fun (seconds : float) -> T.sleep_ns (Int64.of_float (seconds *. 1e9)))"
    assert told(text) == [("time-sleep", "review")]
    assert passed in ported(text)


SEQUENCES = [
    ('C.log c "a"; Lwt.return 1', 'C.log c "a" >>= fun () -> Lwt.return 1'),
    ('C.log c "a" ; Lwt.return 1', 'C.log c "a" >>= fun () -> Lwt.return 1'),
    ('C.log c "a"  ;  Lwt.return 1', 'C.log c "a" >>= fun () ->  Lwt.return 1'),
    ('C.log c "a" (* b *) ; Lwt.return 1', 'C.log c "a" (* b *)  >>= fun () -> Lwt.return 1'),
]


@pytest.mark.parametrize(("before", "after"), SEQUENCES)
def test_a_bind_takes_the_room_of_its_semicolon(before: str, after: str) -> None:
    text = functor("(C : V1_LWT.CONSOLE)", f"  let f c = {before}\n")
    assert f"let f c = {after}\n" in ported(text)
