"""Channels: what raised at the end of the flow gives a result now."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..porting.small import findings, functor, ported, told

CHANNEL = "(Ch : V1_LWT.CHANNEL)"
NEW_CHANNEL = "(Ch : Mirage_channel_lwt.S)"

# Each is Mirage 2; what it becomes is Mirage 3, by the compiler's word.
FORMS = [
    "let f c = Ch.read_char c >>= fun x -> Lwt.return (x = 'a')",
    "let f c = Ch.read_some ~len:4 c >>= fun b -> Lwt.return (Cstruct.len b)",
    "let f c = Ch.read_line c >>= fun l -> Lwt.return (List.length l)",
    "let f c = Ch.read_line c >>= fun (l : Cstruct.t list) -> Lwt.return l",
    "let f c = Ch.read_line c >|= fun l -> List.length l",
    "let f c = Ch.read_line c >>= fun _ -> Lwt.return_unit",
    "let f c = Ch.read_line c >>= function [] -> Lwt.return 0 | l -> Lwt.return (List.length l)",
    "let f c = Lwt.bind (Ch.read_char c) (fun x -> Lwt.return (x = 'a'))",
    "let f c = Lwt.catch (fun () -> Ch.read_char c) (fun _ -> Lwt.return ' ')",
    "let f c = Lwt.try_bind (fun () -> Ch.read_char c) Lwt.return (fun _ -> Lwt.return 'a')",
    "let f c = Ch.read_char c >>= Lwt.return",
    "let rec f c n = Ch.read_char c >>= function '\\n' -> Lwt.return n | _ -> f c (n + 1)",
    "let f c g n = match n with 0 -> (Ch.read_char c >>= fun x -> g x) | _ -> g 'a'",
    "let f c = Ch.flush c >>= fun () -> Ch.close c",
    "let f c = Ch.close c >|= fun () -> 1",
    "let f c = Lwt.join [ Ch.flush c ]",
    "let f c = Lwt.finalize (fun () -> Ch.read_char c) (fun () -> Ch.close c)",
    "let f c = Lwt.async (fun () -> Ch.flush c >>= fun () -> Lwt.return_unit)",
    "let f c = Lwt_stream.to_list (Ch.read_stream c)",
    "let f c = let s = Ch.read_stream ~len:12 c in Lwt_stream.get s",
    "let f flow = Lwt_stream.get (Ch.read_stream (Ch.create flow))",
    "let f len flow = Lwt_stream.get (Ch.read_stream ~len:(len + 1) (Ch.create flow))",
    "let f (s : Ch.buffer Ch.io_stream) = Lwt_stream.get s",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "operators", ["open Lwt.Infix\n", "let ( >>= ) = Lwt.bind\nlet ( >|= ) t f = Lwt.map f t\n"]
)
def test_what_reads_and_flushes(compiler: Compiler, operators: str, form: str) -> None:
    text = f"{operators}module Main {CHANNEL} = struct\n  {form}\nend\n"
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


def test_code_that_is_ported() -> None:
    body = (
        "  let f c = Ch.read_line c >>= fun r -> match r with\n"
        "    | Ok (`Data l) -> Lwt.return l | Ok `Eof -> Lwt.return [] | Error _ -> Lwt.return []\n"
        "  let g c = Ch.read_char c\n  let h c f = f (Ch.read_char c)\n"
    )
    assert told(functor(NEW_CHANNEL, body)) == []


def test_half_ported_code() -> None:
    body = "  let f c = Ch.read_line c >>= fun l -> Lwt.return (List.length l)\n"
    assert told(functor(NEW_CHANNEL, body)) == [("channel-read-line", "review")]


BY_HAND = [
    ("let f c = Lwt_list.map_s Ch.read_char [ c ]", "channel-read"),
    ("let f c = (Ch.read_some @@ c) >>= fun b -> Lwt.return (Cstruct.len b)", "channel-read"),
    ("let f cs = List.map Ch.read_stream cs", "channel-read-stream"),
    ("let f c = Ch.read_until c ';'", "channel-read-until"),
]


@pytest.mark.parametrize(("form", "rule"), BY_HAND)
def test_what_is_left_to_the_person(form: str, rule: str) -> None:
    found = [f for f in findings(functor(CHANNEL, f"  {form}\n")) if f.rule != "v1-module-type"]
    assert [(finding.rule, finding.applicability) for finding in found] == [(rule, "manual")]


def test_channels_of_a_flow(compiler: Compiler) -> None:
    text = (
        "open Lwt.Infix\nmodule Main (F : V1_LWT.FLOW) = struct\n  module Ch = Channel.Make (F)\n"
        "  let f flow = Ch.read_exactly ~len:4 (Ch.create flow) >>= fun l ->\n"
        "    Lwt.return (List.length l)\nend\n"
    )
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert "Mirage_channel_lwt.Make (F)" in result
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


def test_exceptions_of_channels() -> None:
    text = functor(
        "(F : Mirage_flow_lwt.S)",
        "  module Ch = Mirage_channel_lwt.Make (F)\n"
        "  let f g = Lwt.catch g (function Ch.Read_error _ -> Lwt.return 1 | e -> Lwt.fail e)\n"
        "  let h e = raise (Ch.Write_error e)\n",
    )
    assert told(text) == [("channel-exceptions", "manual")] * 2
