"""A console's lines inside a log reporter do not go through `Logs`: it would report them again."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..packs import unikernel, words
from ..porting.small import CONFIG, UNIKERNEL, project, told

RECORD = (
    "Logs.set_reporter {{ Logs.report = fun _ _ ~over k msgf ->"
    " msgf (fun ?header:_ ?tags:_ fmt -> {}) }}"
)
REPORTERS = [
    (
        "let start c = " + RECORD.format("Format.kasprintf (fun s -> C.log c s; k ()) fmt"),
        "(fun s -> Lwt.async (fun () -> C.log c s); k ())",
    ),
    (
        "let report c _src _level ~over k msgf = msgf (fun ?header:_ ?tags:_ fmt ->"
        " Format.kasprintf (fun s -> C.log c s; over (); k ()) fmt)"
        " let start c = let report a = report c a in Logs.set_reporter { Logs.report }",
        "(fun s -> Lwt.async (fun () -> C.log c s); over (); k ())",
    ),
    (
        'let write c s = if s <> "" then C.log c s'
        " let start c = " + RECORD.format("Format.kasprintf (fun s -> write c s; k ()) fmt"),
        "then Lwt.async (fun () -> C.log c s)",
    ),
    (
        "let start c = " + RECORD.format("over (); Format.kasprintf (C.log c) fmt"),
        "Format.kasprintf (fun s -> Lwt.async (fun () -> C.log c s)) fmt",
    ),
    (
        "let start c = let report _ _ ~over k msgf = List.iter (C.log c) [ text msgf ]; k () in"
        " Logs.set_reporter { Logs.report = report }",
        "List.iter (fun s -> Lwt.async (fun () -> C.log c s)) [ text msgf ]",
    ),
]


@pytest.mark.parametrize(("body", "line"), REPORTERS)
def test_a_reporter_does_not_report_to_itself(body: str, line: str) -> None:
    config = (
        'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> network @-> job)\n'
        'let () = register "x" [ main $ default_console $ default_network ]\n'
    )
    body = body.replace("start c =", "start c _n =").replace(" }", " }; Lwt.return_unit", 1)
    text = (
        "module Main (C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) = struct\n"
        f'  {body}\n  let once c = C.log c "one"; 1\nend\n'
    )
    done = port(project(text, config), WITH_REVIEW).project
    result = done.source(UNIKERNEL).data.decode()
    assert words(line) in words(result)
    assert 'Lwt.async (fun () -> C.log c "one"); 1' in result
    assert told(result, done.source(CONFIG).data.decode()) == []
    assert "console-to-logs" not in [found.rule for found in check(done, UNIKERNEL).findings]


WRITES = [
    # A write in what makes a reporter: by its record, its type, its interface, or its use.
    (
        "let make u a = { Logs.report = fun _ _ ~over:_ k _ -> Lwt.async (fun () -> WRITE); k () }",
        "",
    ),
    ("let make u a : Logs.reporter = Elsewhere.reporter (fun b -> WRITE)", ""),
    (
        "let make u a = Elsewhere.reporter (fun b -> WRITE)",
        "module Main (U : V1_LWT.UDPV4) : sig\n"
        "  val make : U.t -> U.ipaddr -> (Logs.reporter, string) result\nend\n",
    ),
    (
        "let start u a = Logs.set_reporter (Elsewhere.reporter (fun b -> WRITE)); Lwt.return_unit",
        "",
    ),
    ("let send u a b = WRITE let start u a = Logs.set_reporter (Elsewhere.make (send u a))", ""),
]


@pytest.mark.parametrize(("body", "interface"), WRITES)
def test_a_reporter_does_not_report_that_it_cannot_write(body: str, interface: str) -> None:
    write = "U.write ~dest_ip:a ~dest_port:514 u (Cstruct.create 1)"
    text = (
        "open Lwt.Infix\nmodule Main (U : V1_LWT.UDPV4) = struct\n"
        f"  {body.replace('WRITE', write)}\n"
        f"  let other u a = {write}\nend\n"
    )
    files = {"a.ml": text, **({"a.mli": interface} if interface else {})}
    found = unikernel({name: code.encode() for name, code in files.items()})
    result = port(found, WITH_REVIEW).project.source("a.ml").data.decode()
    maker, _let, other = result.partition("let other")
    assert "| Error _ -> ()" in maker
    assert "| Error err -> Logs.warn" in other
    assert "Logs.warn" not in maker


CLOCKED = (
    'open Mirage\nlet main = foreign "Unikernel.Main" (clock @-> kv_ro @-> job)\n'
    'let () = register "x" [ main $ default_clock $ crunch "data" ]\n'
)
CLOCKS = {
    "let start _ _k = {}": True,
    "let start () _k = {}": True,
    "let now = Clock.time\n  let start _ _k = {}": False,
    "module C = Clock\n  let start _ _k = {}": False,
    "let use c = ignore c\n  let start c _k = use c; {}": False,
}


@pytest.mark.parametrize(("body", "goes"), CLOCKS.items())
def test_a_clock_goes_with_the_reporter_that_alone_used_it(body: str, goes: bool) -> None:
    work = "Reporter.(create () |> run) @@ fun () -> Lwt.return_unit"
    text = (
        "module Main (Clock : V1.CLOCK) (K : Mirage_kv_lwt.RO) = struct\n"
        f"  module Reporter = Mirage_logs.Make (Clock)\n  {body.format(work)}\nend\n"
    )
    done = port(project(text, CLOCKED), WITH_REVIEW).project
    config = done.source(CONFIG).data.decode()
    assert ("clock" not in config) == goes
    assert (b"Clock" not in done.source(UNIKERNEL).data) == goes
    assert b"Reporter" not in done.source(UNIKERNEL).data
