"""What Mirage 3's compiler says, or does not say, of code that was not ported: the places where it
is silent have a finding of our own, and no rewrite makes such a place."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, OLD, Compiler
from .small import functor, ported, project, told

NAMES = {
    "V1_LWT.FLOW": "Mirage_flow_lwt.S",
    "V1_LWT.TCP": "Mirage_protocols_lwt.TCP",
    "V1_LWT.NETWORK": "Mirage_net_lwt.S",
    "V1_LWT.BLOCK": "Mirage_block_lwt.S",
    "V1_LWT.CONSOLE": "Mirage_console_lwt.S",
    "V1_LWT.CHANNEL": "Mirage_channel_lwt.S",
    "V1_LWT.KV_RO": "Mirage_kv_lwt.RO",
    "V1_LWT.ARP": "Mirage_protocols_lwt.ARP",
    "V1_LWT.FS": "Mirage_fs_lwt.S",
}


def _with_new_names(text: str) -> str:
    for old, new in NAMES.items():
        text = text.replace(old, new)
    return text


# (parameters, line, rule): Mirage 3 compiles the line as it stands, and it means something else.
SILENT = [
    ("(N : V1_LWT.NETWORK)", "let f n b = N.write n b >>= fun _ -> Lwt.return 1", "network-write"),
    (
        "(N : V1_LWT.NETWORK)",
        "let start n = N.listen n (fun _ -> Lwt.return_unit)",
        "network-listen",
    ),
    ("(Ch : V1_LWT.CHANNEL)", "let f c = Ch.flush c >>= fun _ -> Lwt.return 1", "channel-flush"),
    (
        "(Ch : V1_LWT.CHANNEL)",
        "let f c = Ch.read_line c >>= fun _ -> Lwt.return 1",
        "channel-read-line",
    ),
    ("(C : V1_LWT.CONSOLE)", "let f c s = ignore (C.log c s); Lwt.return 1", "console-log"),
    (
        "(C : V1_LWT.CONSOLE)",
        "let f c s = Lwt.return (C.log c s) >>= fun _ -> Lwt.return 1",
        "console-log",
    ),
    ("(C : V1_LWT.CONSOLE)", 'let f c t = t >|= fun () -> C.log c "x"', "console-log"),
    ("(C : V1_LWT.CONSOLE)", "let f c s = C.log c s |> ignore", "console-log"),
]


@pytest.mark.parametrize(("parameters", "line", "rule"), SILENT)
def test_where_the_compiler_is_silent_we_are_not(
    compiler: Compiler, parameters: str, line: str, rule: str
) -> None:
    text = functor(parameters, f"  {line}\n")
    assert compiler.check(OLD, {"a.ml": text}) == []
    assert compiler.check(NEW, {"a.ml": _with_new_names(text)}) == []
    found = check(project(text), "unikernel.ml").findings
    (finding,) = [finding for finding in found if finding.rule == rule]
    assert project(text).source("unikernel.ml").line_of(finding.start) == 2
    assert compiler.check(NEW, {"a.ml": ported(text)}) == []


def test_an_end_taken_for_data(compiler: Compiler) -> None:
    line = "  let f t = F.read t >>= function Ok _ -> Lwt.return 1 | Error _ -> Lwt.return 2\n"
    text = functor("(F : V1_LWT.FLOW)", line)
    assert compiler.check(NEW, {"a.ml": _with_new_names(text)}) == []
    assert ("flow-read-ok", "manual") in told(text)
    assert told(_with_new_names(text)) == []


# (parameters, line, rule): Mirage 3's compiler refuses the line or warns, and we say why.
REFUSED = [
    # An arm kept in its old order would never be reached.
    (
        "(F : V1_LWT.FLOW)",
        "let f t b = F.write t b >|= function `Ok () -> 1 | `Error _ -> 2 | `Eof -> 3",
        "flow-write",
    ),
    ("(F : V1_LWT.FLOW)", "let f t = F.read t >|= function `Ok _ -> 1 | _ -> 2", "flow-read"),
    (
        "(T : V1_LWT.TCP)",
        'let f t = T.read t >|= function `Error (`Unknown s) -> s | _ -> ""',
        "tcp-error",
    ),
    (
        "(B : V1_LWT.BLOCK)",
        "let f b p = B.read b 0L p >|= function `Error `Is_read_only -> 1 | _ -> 2",
        "block-error",
    ),
    (
        "(B : V1_LWT.BLOCK)",
        "let f h b p = B.read b 0L p >>= h >>= fun () -> B.write b 0L p >>= h"
        " let g b p = f (function `Ok () -> Lwt.return_unit | _ -> Lwt.fail Exit) b p",
        "block-read",
    ),
    ("(N : V1_LWT.NETWORK)", "let f n m = N.listen n (fun b -> N.write m b)", "network-write"),
    (
        "(N : V1_LWT.NETWORK)",
        "let f n t g = Lwt.pick [ N.listen n g; t () >|= print_newline ]",
        "network-listen",
    ),
    ("(C : V1_LWT.CONSOLE)", "let f c s = C.log c s; Lwt.return 1", "console-log"),
    ("(C : V1_LWT.CONSOLE)", "let f c l = List.iter (C.log c) l", "console-log"),
    (
        "(K : V1_LWT.KV_RO)",
        "let f (e : K.error) = match e with K.Unknown_key s -> s",
        "kv-ro-unknown-key",
    ),
    (
        "(A : V1_LWT.ARP)",
        "let f a i = A.query a i >|= function `Ok _ -> 1 | `Timeout -> 2",
        "arp-query",
    ),
    (
        "(F : V1_LWT.FS)",
        'let f d = F.size d "" >|= function `Error (`No_directory_entry (_, _)) -> 1 | _ -> 2',
        "fs-error",
    ),
    (
        "(F : V1_LWT.FS)",
        'let f d = F.size d "" >|= function `Error `No_space -> 1 | _ -> 2',
        "fs-error",
    ),
    (
        "(F : V1_LWT.FLOW)",
        'let f t b = F.write t b >|= function `Error e -> F.error_message e | _ -> ""',
        "flow-error-message",
    ),
]


@pytest.mark.parametrize(("parameters", "line", "rule"), REFUSED)
def test_what_the_compiler_refuses_has_a_finding(
    compiler: Compiler, parameters: str, line: str, rule: str
) -> None:
    text = functor(parameters, f"  {line}\n")
    assert compiler.check(OLD, {"a.ml": text}) == []
    assert compiler.check(NEW, {"a.ml": _with_new_names(text)}) != []
    found = told(text)
    assert rule in {name for name, _ in found}
    if all(applicability != "manual" for _, applicability in found):
        assert compiler.check(NEW, {"a.ml": ported(text)}) == []


# Rewrites inside an outer match: its arms are not taken into the continuation.
EMITTED = [
    "match n with 1 -> N.write d b >>= fun () -> Lwt.return 1 | _ -> Lwt.return 2",
    "match n with 1 -> N.write d b >>= fun _ -> Lwt.return 1 | 2 -> Lwt.return 3 | _ -> g n",
    "function 1 -> N.write d b >>= fun () -> (match b with _ -> Lwt.return 1) | _ -> Lwt.return n",
    "match n with 1 -> Lwt.join [ N.write d b ] | _ -> Lwt.return_unit",
    "try N.write d b >>= fun () -> Lwt.return 1 with Exit -> Lwt.return n",
    "N.write d b >>= fun () -> match n with 1 -> Lwt.return 1 | _ -> Lwt.return 2",
    "if n = 1 then N.write d b else N.write d b >>= fun () -> Lwt.return_unit",
]


@pytest.mark.parametrize("body", EMITTED)
def test_arms_stay_where_they_are(compiler: Compiler, body: str) -> None:
    text = functor("(N : V1_LWT.NETWORK)", f"  let f g n d b = {body}\n")
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


# Code that is right in Mirage 3 as it stands, once its types have their new names.
FINE = [
    (
        "(T : V1_LWT.TCP)",
        "let f t b = T.write t b >|= function Ok () -> 1 | Error `Timeout -> 2 | Error _ -> 3",
    ),
    (
        "(F : V1_LWT.FLOW)",
        "let f t b = F.write t b >|= function Ok () -> 1 | Error `Closed | Error _ -> 2",
    ),
    (
        "(B : V1_LWT.BLOCK)",
        "let h = function Ok () -> 1 | Error _ -> 2 let f b p = B.read b 0L p >|= h"
        " let g b p = B.write b 0L p >|= h",
    ),
    (
        "(B : V1_LWT.BLOCK)",
        "let f b = B.get_info b >|= fun (info : Mirage_block.info) -> info.sector_size",
    ),
]


@pytest.mark.parametrize(("parameters", "line"), FINE)
def test_what_is_right_is_left_alone(compiler: Compiler, parameters: str, line: str) -> None:
    text = _with_new_names(functor(parameters, f"  {line}\n"))
    assert compiler.check(NEW, {"a.ml": text}) == []
    assert told(text) == []


# Names that Mirage 2's modules did not have, though people write them.
CREDITED = [
    ("V1_LWT.CLOCK", "clock-split"),
    ("V1_LWT.RANDOM", "v1-module-type"),
    ("V1_LWT.DEVICE", "v1-module-type"),
]


@pytest.mark.parametrize(("path", "rule"), CREDITED)
def test_names_a_module_did_not_have(compiler: Compiler, path: str, rule: str) -> None:
    text = f"module Main (X : {path}) = struct end\n"
    assert compiler.check(OLD, {"a.ml": text}) != []
    assert [name for name, _ in told(text)] == [rule]
    assert compiler.check(NEW, {"a.ml": ported(text)}) == []


def test_a_name_that_is_opened_is_what_the_module_has() -> None:
    text = "open V1_LWT\nopen Mine\nmodule Main (X : CLOCK) = struct end\n"
    assert [name for name, _ in told(text)] == ["open-v1-lwt"]


@pytest.mark.parametrize("clock", ["MCLOCK", "PCLOCK"])
def test_names_of_mirage_3_in_a_module_of_mirage_2(compiler: Compiler, clock: str) -> None:
    text = f"module Main (X : V1_LWT.{clock}) = struct end\n"
    assert told(text) == [("open-v1-lwt", "safe")]
    assert compiler.check(NEW, {"a.ml": ported(text)}) == []
