"""Errors that have gone: arms by where they stand, and what is left to the person."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import words
from ..porting.small import findings, functor, ported, told

TCP = "(T : V1_LWT.TCP)"
CALL = 'let f t a = T.create_connection t a >>= function `Ok _ -> Lwt.return ""'

# (the arms before, the arms after)
ARMS = [
    # The arm for what has gone becomes the last one, whatever it bound.
    (
        '| `Error (`Unknown s) -> Lwt.return s | `Error _ -> Lwt.return ""',
        '| Error (`Timeout | `Refused) -> Lwt.return ""'
        ' | Error e -> Lwt.return (Format.asprintf "%a" T.pp_error e)',
    ),
    (
        '| `Error (`Unknown _) -> Lwt.return "u" | `Error (`Timeout | `Refused) -> Lwt.return ""',
        '| Error (`Timeout | `Refused) -> Lwt.return "" | Error _ -> Lwt.return "u"',
    ),
    # What has gone leaves an or-pattern; the arm takes the rest where nothing else does.
    (
        '| `Error (`Timeout | `Unknown _) -> Lwt.return "a" | `Error `Refused -> Lwt.return "b"',
        '| Error `Refused -> Lwt.return "b" | Error _ -> Lwt.return "a"',
    ),
    (
        '| `Error (`Timeout | `Unknown _) -> Lwt.return "a" | `Error _ -> Lwt.return "b"',
        '| Error `Timeout -> Lwt.return "a" | Error _ -> Lwt.return "b"',
    ),
    (
        '| `Error `Timeout | `Error (`Unknown _) -> Lwt.return "a" | `Error _ -> Lwt.return "b"',
        '| Error `Timeout -> Lwt.return "a" | Error _ -> Lwt.return "b"',
    ),
    # A name is never taken from the arm.
    (
        "| `Error (`Unknown s) -> let e = 1 in Lwt.return (s ^ string_of_int e)"
        ' | `Error (`Timeout | `Refused) -> Lwt.return ""',
        '| Error (`Timeout | `Refused) -> Lwt.return "" | Error err -> let e = 1 in'
        ' Lwt.return (Format.asprintf "%a" T.pp_error err ^ string_of_int e)',
    ),
    # Errors of any kind say what is known of them.
    (
        '| `Error (`Unknown s) -> Lwt.return s | `Error `Timeout -> Lwt.return "t"'
        ' | `Error `Refused -> Lwt.return "r"',
        '| Error `Timeout -> Lwt.return "t" | Error `Refused -> Lwt.return "r"'
        ' | Error e -> Lwt.return (Format.asprintf "%a" T.pp_error e)',
    ),
    # Where the last arm names the error it stays, and takes what has gone too.
    (
        "| `Error (`Unknown s) -> Lwt.return s | `Error e -> Lwt.return (T.error_message e)",
        '| Error e -> Lwt.return (Format.asprintf "%a" T.pp_error e)',
    ),
    (
        '| `Error (`Unknown s) -> Lwt.return s | _ -> Lwt.return "b"',
        '| _ -> Lwt.return "b"',
    ),
    # An arm that comes before the new last one does not swallow it.
    (
        "| `Error (`Unknown s) -> Lwt.return s"
        ' | `Error (`Timeout | `Refused) -> match a with _ -> Lwt.return ""',
        '| Error (`Timeout | `Refused) -> (match a with _ -> Lwt.return "")'
        ' | Error e -> Lwt.return (Format.asprintf "%a" T.pp_error e)',
    ),
]


@pytest.mark.parametrize(("old", "new"), ARMS)
def test_arms(compiler: Compiler, old: str, new: str) -> None:
    before = functor(TCP, f"  {CALL} {old}\n")
    after = functor("(T : Mirage_protocols_lwt.TCP)", f"  {CALL} {new}\n".replace("`Ok", "Ok"))
    assert compiler.check(OLD, {"a.ml": before}) == []
    assert words(ported(before)) == words(after)
    assert compiler.check(NEW, {"a.ml": after}) == []


WHOLE = [
    (
        "(B : V1_LWT.BLOCK)",
        "let f d p = B.read d 0L p >|= function `Ok () -> 1 | `Error `Is_read_only -> 2"
        " | `Error _ -> 3",
        "Ok () -> 1 | Error _ -> 3",
    ),
    (
        "(B : V1_LWT.BLOCK)",
        "let f d p = B.write d 0L p >|= function `Ok () -> 1 | `Error `Is_read_only -> 2"
        " | `Error _ -> 3",
        "Ok () -> 1 | Error `Is_read_only -> 2 | Error _ -> 3",
    ),
    (
        "(F : V1_LWT.FS)",
        'let f d = F.size d "" >|= function `Ok _ -> 1 | `Error `No_space -> 2 | `Error _ -> 3',
        "Ok _ -> 1 | Error _ -> 3",
    ),
    (
        "(F : V1_LWT.FS)",
        'let f d = F.mkdir d "" >|= function `Ok _ -> 1 | `Error (`File_already_exists _) -> 2'
        " | `Error (`Directory_not_empty _ | `Not_a_directory _) -> 3 | `Error _ -> 4",
        "Error `File_already_exists -> 2 | Error `Not_a_directory -> 3 | Error _ -> 4",
    ),
    (
        "(B : V1_LWT.BLOCK)",
        'let f d p = B.write d 0L p >|= function `Ok () -> "" | `Error e -> (match e with'
        ' `Unknown s -> s | `Unimplemented | `Is_read_only | `Disconnected -> "")',
        '`Unimplemented | `Is_read_only | `Disconnected -> ""'
        ' | e -> Format.asprintf "%a" B.pp_write_error e',
    ),
    (
        "(U : V1_LWT.UDPV4)",
        "let f (e : U.error) = match e with `Unknown s -> s",
        'match e with e -> Format.asprintf "%a" U.pp_error e',
    ),
    (
        "(I : V1_LWT.IPV6)",
        'let f (e : I.error) = match e with `Unknown s -> s | `Unimplemented -> ""',
        'match e with e -> Format.asprintf "%a" I.pp_error e',
    ),
    (
        "(S : V1_LWT.STACKV4)",
        "let f t a = S.TCPV4.create_connection t a >|= function `Ok _ -> None"
        " | `Error (`Unknown what) -> Some (print ~what ())"
        " | `Error (`Timeout | `Refused) -> None",
        'Error e -> Some (print ~what:(Format.asprintf "%a" S.TCPV4.pp_error e) ())',
    ),
]


@pytest.mark.parametrize(("parameter", "body", "expected"), WHOLE)
def test_devices(compiler: Compiler, parameter: str, body: str, expected: str) -> None:
    text = "let print ~what () = what\n" + functor(parameter, f"  {body}\n")
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert words(expected) in words(result)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


BY_HAND = [
    ('| `Error (`Unknown "x") -> 1 | `Error _ -> 2', "matches its argument"),
    ('| `Error (`Unknown s) when s = "" -> 1 | `Error _ -> 2', "guard"),
    ("| `Error (`Unknown _ as e) -> ignore e; 1 | `Error _ -> 2", "larger pattern"),
]


@pytest.mark.parametrize(("arms", "why"), BY_HAND)
def test_what_is_left_to_the_person(arms: str, why: str) -> None:
    body = f"  let f t a = T.create_connection t a >|= function `Ok _ -> 0 {arms}\n"
    found = [f for f in findings(functor(TCP, body)) if f.rule == "tcp-error"]
    assert [finding.applicability for finding in found] == ["manual"]
    assert why in found[0].message


def test_what_was_carried_and_is_used() -> None:
    body = '  let f d = F.size d "" >|= function `Error (`Is_a_directory s) -> s | _ -> ""\n'
    found = [f for f in findings(functor("(F : Mirage_fs_lwt.S)", body)) if f.rule == "fs-error"]
    assert [finding.applicability for finding in found] == ["manual"]
    assert "uses its argument" in found[0].message


def test_errors_made_by_hand() -> None:
    body = '  let f () : B.error = `Unknown "x"\n'
    assert told(functor("(B : Mirage_block_lwt.S)", body)) == [("block-error", "manual")]


def test_a_handler_shared_by_a_read_and_a_write() -> None:
    body = (
        "  let h = function `Ok () -> 1 | `Error `Is_read_only -> 2 | `Error _ -> 3\n"
        "  let a d p = B.read d 0L p >|= h\n  let b d p = B.write d 0L p >|= h\n"
    )
    found = told(functor("(B : Mirage_block_lwt.S)", body))
    assert ("block-error", "manual") in found


def test_code_that_is_ported() -> None:
    body = (
        "  let a d p = B.write d 0L p >|= function\n"
        "    | Ok () -> 1 | Error `Is_read_only -> 2 | Error (`Disconnected | `Unimplemented) -> 3"
        " | Error _ -> 4\n"
        "  let b (e : B.error) = match e with `Disconnected -> 1 | _ -> 2\n"
    )
    assert told(functor("(B : Mirage_block_lwt.S)", body)) == []


CARRIED = [
    # An arm that makes a string of what is no string, and what becomes of it.
    ("`Flow e -> show e", 'err -> Format.asprintf "%a" L.pp_error err'),
    ('`Flow e -> "flow: " ^ show e', 'err -> Format.asprintf "%a" L.pp_error err'),
    ("`Flow e -> let s = show e in s", 'err -> Format.asprintf "%a" L.pp_error err'),
    ('`Flow _ -> "flow"', '_ -> "flow"'),
]
TLS = (
    "module L = Tls_mirage.Make (S.TCPV4)\n"
    '  let show = function `Timeout -> "t" | `Refused -> "r" | `Unknown s -> s\n'
    "  let dial t a = S.TCPV4.create_connection t a >|= function\n"
    '    | `Ok _ -> "" | `Error e -> show e\n'
    '  let text : L.error -> string = function `Tls_alert _ | `Tls_failure _ -> ""\n    | '
)


@pytest.mark.parametrize(("arm", "becomes"), CARRIED)
def test_an_arm_that_prints_what_is_no_string(compiler: Compiler, arm: str, becomes: str) -> None:
    text = functor("(S : V1_LWT.STACKV4)", f"  {TLS}{arm}\n  let f t = L.read t >|= fun _ -> 1\n")
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert f"| {becomes}\n" in result
    assert compiler.check(NEW, {"a.ml": result}) == []


@pytest.mark.parametrize(
    "arm", ["`Flow e -> ignore (show e); 1", "`Flow e -> String.length (show e)"]
)
def test_an_arm_that_makes_something_else_of_what_is_no_string(arm: str) -> None:
    number = TLS.replace("string = function", "int = function").replace('_ -> ""', "_ -> 0")
    found = findings(functor("(S : V1_LWT.STACKV4)", f"  {number}{arm}\n"))
    (told_,) = [f for f in found if f.rule == "tls-error"]
    assert (told_.applicability, "matches its argument" in told_.message) == ("manual", True)


SITES = [
    # What mentions an error that has gone, and what is to be done about it.
    ('let f () : B.error = `Unknown "x"', 'return an error of your own, such as `` `Msg ".." ``'),
    (
        "let f p d = B.read d 0L p >|= function `Ok () -> `Ok () | `Error e -> `Error e\n"
        "  let g (x : [ `Ok of unit | `Error of\n   [ `Unknown of string | `Unimplemented"
        " | `Is_read_only | `Disconnected ] ]) = ignore x\n  let h p d = f p d >|= g",
        "convert the error to one of this type. There is no fix, because the same code also "
        "handles values of a type annotation.",
    ),
]


@pytest.mark.parametrize(("body", "says"), SITES)
def test_what_is_said_where_no_pattern_names_it(body: str, says: str) -> None:
    found = findings(functor("(B : V1_LWT.BLOCK)", f"  {body}\n"))
    messages = [f.message for f in found if f.rule == "block-error"]
    assert any(says in message for message in messages), messages
    assert not any("\n" in message for message in messages)
