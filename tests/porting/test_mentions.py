"""Mirage 2's module types wherever OCaml lets a module type or a type path stand."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from .small import ported, told

PLACES = [
    "let pack (type a) (module F : V1_LWT.FLOW with type flow = a) = ()",
    "let pack s = ignore (s : (module V1_LWT.FLOW))",
    "type store = (module V1_LWT.KV_RO)",
    "type 'a wrapped = { flow : (module V1_LWT.FLOW with type flow = 'a); first : 'a }",
    "type packed = Packed : (module V1_LWT.FLOW with type flow = 'a) * 'a -> packed",
    "exception Wrong of (module V1_LWT.KV_RO)",
    "let every : (module V1_LWT.KV_RO) list = []",
    "let poly : 'a. (module V1_LWT.KV_RO) -> 'a -> unit = fun _ _ -> ()",
    "let pick ?(store : (module V1_LWT.KV_RO) option) () = ignore store",
    "class box = object method inside : (module V1_LWT.KV_RO) option = None end",
    "class type box = object method inside : (module V1_LWT.KV_RO) end",
    "module type S = sig val use : (module V1_LWT.KV_RO) -> unit end",
    "module Given (S : V1_LWT.STACKV4) = struct let it = (module S : V1_LWT.STACKV4) end",
    "module Given (S : V1_LWT.TIME) = struct let all = [ (module S : V1_LWT.TIME) ] end",
    "module Chan (T : V1_LWT.TCPV4) = struct type t = Channel.Make(T).t end",
    "module Chan (T : V1_LWT.TCPV4) = struct let f (x : Channel.Make(T).t) = x end",
    "module Chan (T : V1_LWT.TCPV4) = struct\n module type S = module type of Channel.Make (T) end",
    "module I (E : V1_LWT.ETHIF) (A : V1_LWT.ARP) = struct type t = Ipv4.Make(E)(A).t end",
]


@pytest.mark.parametrize("text", PLACES)
def test_a_mention_is_found_and_fixed(compiler: Compiler, text: str) -> None:
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = ported(text)
    assert "V1" not in result
    assert "Channel.Make" not in result.replace("Mirage_channel_lwt.Make", "")
    assert told(result) == []
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_a_type_of_a_module_that_has_gone_is_told() -> None:
    assert ("wire-structs-removed", "manual") in told("type kind = Wire_structs.ethertype\n")


OWN = [
    "module V1_LWT = struct module type FLOW = sig end end type t = (module V1_LWT.FLOW)",
    "module F (Channel : sig module Make (T : sig end) : sig type t end end) = struct\n"
    "  module T = struct end\n  type t = Channel.Make(T).t\nend",
]


@pytest.mark.parametrize("text", OWN)
def test_modules_of_the_files_own_are_left_alone(text: str) -> None:
    assert told(text) == []
    assert ported(text) == text
