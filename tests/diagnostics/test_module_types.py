"""Module types: every one of Mirage 2's is found, and gets the name it has now."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import library
from ..porting.small import findings, ported, told

EVERY = [(old, *new) for old, new in library().successors.items() if len(new) == 1]


def test_there_are_as_many_as_mirage_2_had() -> None:
    assert len(EVERY) == 42


def _uses(path: str) -> str:
    return (
        f"module Main (X : {path}) = struct\n  let start = ()\nend\n"
        f"module type MINE = sig\n  include {path}\n  val name : string\nend\n"
        f"let first (module Y : {path}) = ()\n"
    )


@pytest.mark.parametrize(("old", "new"), EVERY)
def test_a_module_type_gets_its_new_name(compiler: Compiler, old: str, new: str) -> None:
    text = _uses(old)
    assert compiler.check(OLD, {"names.ml": text}) == []
    assert told(text) == [("v1-module-type", "safe")] * 3
    assert ported(text) == _uses(new)
    assert compiler.check(NEW, {"names.ml": _uses(new)}) == []


@pytest.mark.parametrize(("old", "new"), EVERY)
def test_a_bare_name_gets_its_new_name(old: str, new: str) -> None:
    owner, _, device = old.partition(".")
    text = f"open {owner}\nmodule Main (X : {device}) = struct end\n"
    assert told(text) == [("open-v1-lwt", "safe"), ("v1-module-type", "safe")]
    assert ported(text) == f"module Main (X : {new}) = struct end\n"


def test_a_comment_in_an_open_stays() -> None:
    result = ported("open (* the old ones *) V1_LWT\nmodule Main (N : NETWORK) = struct end\n")
    assert result.startswith("(* the old ones *)\nmodule Main (N : Mirage_net_lwt.S)")


OWN_NAMES = [
    "module type PIPE = V1_LWT.FLOW\nmodule Main (P : PIPE) = struct let stop = P.close end\n",
    "module type PIPE = V1_LWT.FLOW with type flow = int\n"
    "module Main (P : PIPE) = struct let stop (f : int) = P.close f end\n",
    "module Kinds = struct\n  module type PIPE = V1_LWT.FLOW with type flow = int\nend\n"
    "open Kinds\nmodule Main (P : PIPE) = struct let stop () = P.close 1 end\n",
    "module type PIPE = V1_LWT.FLOW\nmodule type WIRE = PIPE with type flow = string\n"
    'module Main (P : WIRE) = struct let stop () = P.close "" end\n',
    "module type PIPE = V1_LWT.FLOW with type flow = int\n"
    "module type MORE = sig include PIPE val name : string end\n"
    "let stop (module P : PIPE) = P.close 1\nlet first p = (p : (module PIPE))\n",
]


@pytest.mark.parametrize("text", OWN_NAMES)
def test_a_module_type_of_ones_own_keeps_its_name_and_its_constraints(
    compiler: Compiler, text: str
) -> None:
    assert compiler.check(OLD, {"names.ml": text}) == []
    result = ported(text)
    assert result == text.replace("V1_LWT.FLOW", "Mirage_flow_lwt.S")
    assert compiler.check(NEW, {"names.ml": result}) == []
    assert told(result) == []


@pytest.mark.parametrize("opens", ["open V1", "open V1\nopen V1_LWT", "open! V1"])
def test_an_open_that_waits_for_its_clock_says_so(opens: str) -> None:
    text = f"{opens}\nmodule Main (C : CLOCK) = struct\n  let t () = C.time ()\nend\n"
    found = next(f for f in findings(text) if f.rule == "open-v1-lwt")
    assert found.applicability == "manual"
    assert "no `CLOCK`: replace each use of it first, then this" in found.message
    assert "open" not in ported(text)


@pytest.mark.parametrize(
    "body",
    [
        "let open Catalogue in List.iter (fun p -> print_string p.name) all",
        "Catalogue.(List.iter (fun p -> print_string p.name) all)",
        "List.iter (fun p -> Catalogue.(print_string p.name)) (all ())",
    ],
)
def test_a_field_where_an_unknown_module_is_opened_keeps_no_open(body: str) -> None:
    text = f"open V1_LWT\nlet show () = {body}\n"
    assert "open V1_LWT" not in ported(text)
    assert "open V1_LWT" in ported("open V1_LWT\nlet show p = print_string p.name\n")
