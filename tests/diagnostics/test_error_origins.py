"""Errors by where they come from: reads and writes had one type of error and have two."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..porting.small import findings, functor, ported, told

FLOW = "(T : V1_LWT.FLOW)"
TCP = "(T : V1_LWT.TCPV4)"
BLOCK = "(B : V1_LWT.BLOCK)"

READ = "T.read t >>= function `Ok _ -> Lwt.return 1 | `Eof -> Lwt.return 2 | `Error e -> "
WRITE = "T.write t b >>= function `Ok () -> Lwt.return 1 | `Eof -> Lwt.return 2 | `Error e -> "

WRITES = [
    f"let failed e = Lwt.fail_with (T.error_message e) let f t b = {WRITE} failed e",
    "let failed e = Lwt.fail_with (T.error_message e) let again e = failed e"
    f" let f t b = {WRITE} again e",
    "let ( >>|= ) m f = m >>= function `Error e -> Lwt.fail (Failure (T.error_message e))"
    " | `Eof -> Lwt.fail End_of_file | `Ok x -> f x"
    " let f t b = T.write t b >>|= fun () -> T.close t",
    "let or_fail m f = Lwt.bind m (function `Error e -> Lwt.fail_with (T.error_message e)"
    " | `Eof -> Lwt.fail End_of_file | `Ok x -> f x)"
    " let f t b = or_fail (T.write t b) (fun () -> T.close t)",
    'let check c = function `Error e -> c (T.error_message e) | `Eof -> c "end"'
    " | `Ok () -> Lwt.return_unit let f t b = T.write t b >>= check Lwt.fail_with",
    "let with_write t b k = T.write t b >>= k"
    " let f t b = with_write t b (function `Ok () | `Eof -> Lwt.return_unit"
    " | `Error e -> Lwt.fail_with (T.error_message e))",
    f"let say e = e |> T.error_message |> Lwt.fail_with let f t b = {WRITE} say e",
    f"let say = T.error_message let f t b = {WRITE} Lwt.fail_with (say e)",
    "let last = ref None let f t b = T.write t b >|= function `Error e -> last := Some e | _ -> ()"
    ' let g () = match !last with None -> "" | Some e -> T.error_message e',
    "exception Lost of string"
    " let f t b = T.writev t [ b ] >>= fun r -> match r with `Ok () -> Lwt.return_unit"
    " | `Eof -> Lwt.fail Not_found | `Error e -> Lwt.fail (Lost (T.error_message e))",
]
READS = [
    f"let failed e = Lwt.fail_with (T.error_message e) let f t = {READ} failed e",
    "let rec drain t k = T.read t >>= function `Ok _ -> drain t k | `Eof -> k None"
    " | `Error e -> k (Some (T.error_message e))",
    "let next t = T.read t >|= function `Ok b -> Some b | `Eof -> None"
    " | `Error e -> failwith (T.error_message e)"
    " let put t b = T.write t b >>= fun _ -> Lwt.return_unit",
]
BOTH = [
    "let failed e = Lwt.fail_with (T.error_message e)"
    f" let f t = {READ} failed e let g t b = {WRITE} failed e",
    "let text e = T.error_message e"
    f" let f t = {READ} Lwt.fail_with (text e) let g t b = {WRITE} Lwt.fail_with (text e)",
    "let last = ref None"
    " let f t b = T.write t b >|= (function `Error e -> last := Some e | _ -> ())"
    " let g t = T.read t >|= (function `Error e -> last := Some e | _ -> ())"
    ' let h () = match !last with None -> "" | Some e -> T.error_message e',
]


def _errors(compiler: Compiler, side: str, text: str) -> list[str]:
    complaints = compiler.check(side, {"a.ml": text})
    return [c.message for c in complaints if "Warning" not in c.message]


@pytest.mark.parametrize("device", [FLOW, TCP])
@pytest.mark.parametrize(
    ("body", "printer"),
    [*[(body, "pp_write_error") for body in WRITES], *[(body, "pp_error") for body in READS]],
)
def test_what_arrives_decides_what_prints_it(
    compiler: Compiler, device: str, body: str, printer: str
) -> None:
    before = functor(device, f"  {body}\n")
    assert _errors(compiler, OLD, before) == []
    result = ported(before)
    assert f"T.{printer}" in result
    assert _errors(compiler, NEW, result) == []
    assert told(result) == []


@pytest.mark.parametrize("device", [FLOW, TCP])
@pytest.mark.parametrize("body", BOTH)
def test_errors_of_both_kinds_are_for_a_person(compiler: Compiler, device: str, body: str) -> None:
    before = functor(device, f"  {body}\n")
    assert _errors(compiler, OLD, before) == []
    result = ported(before)
    assert _errors(compiler, NEW, result) != []
    left = [found for found in findings(result) if found.rule == "flow-error-message"]
    assert [found.applicability for found in left] == ["manual"]
    assert "`T.pp_error`" in left[0].message
    assert "`T.pp_write_error`" in left[0].message


MEETING = [
    # The same device, read and written; the error that is passed on, and the call.
    (
        BLOCK,
        "let f d x p = B.read d x p >>= function `Error e -> Lwt.return (`Error e)"
        " | `Ok () -> B.write d x p",
        {"Error e", "B.write"},
    ),
    (
        BLOCK,
        "let ( >>|= ) m f = m >>= function `Ok x -> f x | `Error e -> Lwt.return (`Error e)"
        " let f d x p = B.read d x p >>|= fun () -> B.write d x p",
        {"B.write"},
    ),
    (
        TCP,
        "let f t = T.read t >>= function `Eof -> Lwt.return `Eof"
        " | `Error e -> Lwt.return (`Error e) | `Ok b -> T.write t b",
        {"Error e", "T.write"},
    ),
    (
        BLOCK,
        "let last = ref None"
        " let f d x p = B.read d x p >|= (function `Error e -> last := Some e | `Ok () -> ())"
        " let g d x p = B.write d x p >|= (function `Error e -> last := Some e | `Ok () -> ())",
        {"B.write"},
    ),
    # Two devices.
    (
        "(A : V1_LWT.BLOCK) (B : V1_LWT.BLOCK)",
        "let f a b x p = A.read a x p >>= function `Error e -> Lwt.return (`Error e)"
        " | `Ok () -> B.read b x p",
        {"Error e", "B.read"},
    ),
]


@pytest.mark.parametrize(("device", "body", "places"), MEETING)
def test_errors_of_two_types_that_meet_are_for_a_person(
    compiler: Compiler, device: str, body: str, places: set[str]
) -> None:
    before = functor(device, f"  {body}\n")
    assert _errors(compiler, OLD, before) == []
    result = ported(before)
    assert _errors(compiler, NEW, result) != []
    left = findings(result)
    assert {result[found.start : found.end] for found in left} == places
    assert {found.applicability for found in left} == {"manual"}
    assert all("This code mixes errors of two types" in found.message for found in left)


APART = [
    # Each is made into a text where it arrives.
    (
        BLOCK,
        'let text e = Error (`Msg (Format.asprintf "%a" B.pp_error e))'
        " let f d x p = B.read d x p >>= function Error e -> Lwt.return (text e)"
        " | Ok () -> B.write d x p >|= function Ok () -> Ok () | Error e ->"
        ' Error (`Msg (Format.asprintf "%a" B.pp_write_error e))',
    ),
    # What takes an error does not look at it.
    (
        BLOCK,
        "let ignored m = m >|= function Ok () -> 1 | Error _ -> 2"
        " let f d x p = ignored (B.read d x p) let g d x p = ignored (B.write d x p)",
    ),
    (
        BLOCK,
        'let log pp m = m >|= function Ok () -> () | Error e -> Format.printf "%a" pp e'
        " let f d x p = log B.pp_error (B.read d x p)"
        " let g d x p = log B.pp_write_error (B.write d x p)",
    ),
    (
        "(A : V1_LWT.BLOCK) (B : V1_LWT.BLOCK with type error = A.error)",
        "let f a b x p = A.read a x p >>= function Error e -> Lwt.return (Error e)"
        " | Ok () -> B.read b x p",
    ),
]


@pytest.mark.parametrize(("device", "body"), APART)
def test_errors_that_do_not_meet_are_silent(compiler: Compiler, device: str, body: str) -> None:
    text = functor(device.replace("V1_LWT.BLOCK", "Mirage_block_lwt.S"), f"  {body}\n")
    assert _errors(compiler, NEW, text) == []
    assert told(text) == []
