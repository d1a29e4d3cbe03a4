"""A console's lines inside a log reporter do not go through `Logs`: it would report them again."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

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
    assert line in result
    assert 'Logs.info (fun f -> f "one"); 1' in result
    assert told(result, done.source(CONFIG).data.decode()) == []
    assert "console-to-logs" not in [found.rule for found in check(done, UNIKERNEL).findings]
