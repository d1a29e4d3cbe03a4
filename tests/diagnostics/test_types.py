"""Types, fields and constraints of interfaces: what moved, what changed, what has gone."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import words
from ..porting.small import findings, functor, ported, told

BLOCK = "(B : V1_LWT.BLOCK)"
NEW_BLOCK = "(B : Mirage_block_lwt.S)"

INFO = [
    ("let a i = i.B.sector_size", "let a i = i.Mirage_block.sector_size"),
    ("let a { B.sector_size = n; _ } = n", "let a { Mirage_block.sector_size = n; _ } = n"),
    (
        "let a { B.sector_size; size_sectors; _ } = (sector_size, size_sectors)",
        "let a { Mirage_block.sector_size; size_sectors; _ } = (sector_size, size_sectors)",
    ),
    (
        "let a n = { B.read_write = true; sector_size = n; size_sectors = 1L }",
        "let a n = { Mirage_block.read_write = true; sector_size = n; size_sectors = 1L }",
    ),
    ("let a i = B.(i.sector_size)", "let a i = B.(i.Mirage_block.sector_size)"),
    (
        "let a i = let open B in i.sector_size",
        "let a i = let open B in i.Mirage_block.sector_size",
    ),
    ("type t = { i : B.info; n : int }", "type t = { i : Mirage_block.info; n : int }"),
    ("exception Odd of B.info", "exception Odd of Mirage_block.info"),
    ("let a : B.info list = []", "let a : Mirage_block.info list = []"),
    (
        "module type T = sig val i : B.info -> int end",
        "module type T = sig val i : Mirage_block.info -> int end",
    ),
    (
        "let a f = B.get_info f >|= fun i -> i.B.size_sectors",
        "let a f = B.get_info f >|= fun i -> i.Mirage_block.size_sectors",
    ),
]


@pytest.mark.parametrize(("old", "new"), INFO)
def test_a_record_that_moved(compiler: Compiler, old: str, new: str) -> None:
    before = functor(BLOCK, f"  {old}\n")
    after = functor(NEW_BLOCK, f"  {new}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    assert words(ported(before)) == words(after)
    assert compiler.check(NEW, {"a.ml": after}) == []
    assert told(after) == []


def test_a_field_of_another_record_is_left_alone() -> None:
    body = "  open B\n  type mine = { sector_size : int }\n  let a i = i.sector_size\n"
    assert told(functor(NEW_BLOCK, body)) == []
    body = "  type mine = { sector_size : int }\n  open B\n  let a (i : mine) = i.sector_size\n"
    assert told(functor(NEW_BLOCK, body)) == []


def test_a_record_through_an_alias_and_an_include() -> None:
    body = "  module D = B\n  include D\n  let a i = (i.D.sector_size, i.size_sectors)\n"
    result = ported(functor(NEW_BLOCK, body))
    assert "(i.Mirage_block.sector_size, i.Mirage_block.size_sectors)" in result


CONSTRAINTS = [
    ("(N : V1_LWT.NETWORK with type id = int)", "(N : Mirage_net_lwt.S)"),
    (
        "(N : V1_LWT.NETWORK with type id = int and type t = int)",
        "(N : Mirage_net_lwt.S with type t = int)",
    ),
    (
        "(N : V1_LWT.NETWORK with type t = int and type id = int)",
        "(N : Mirage_net_lwt.S with type t = int)",
    ),
    (
        "(C : V1_LWT.CONSOLE) (S : V1_LWT.STACKV4 with type console = C.t and type mode = int)",
        "(C : Mirage_console_lwt.S) (S : Mirage_stack_lwt.V4)",
    ),
]


@pytest.mark.parametrize(("old", "new"), CONSTRAINTS)
def test_constraints_on_types_that_have_gone(compiler: Compiler, old: str, new: str) -> None:
    assert compiler.check(OLD, {"a.ml": functor(old, "")}) == []
    assert ported(functor(old, "")) == functor(new, "")
    assert compiler.check(NEW, {"a.ml": functor(new, "")}) == []


def test_a_comment_in_a_constraint_is_not_lost() -> None:
    text = functor("(N : Mirage_net_lwt.S with type id (* tap *) = int)", "")
    assert ported(text) == functor("(N : Mirage_net_lwt.S (* tap *))", "")


def test_a_constraint_on_a_record_that_moved() -> None:
    text = functor("(B : Mirage_block_lwt.S with type info = string)", "")
    (finding,) = findings(text)
    assert (finding.rule, finding.applicability) == ("block-info-fields", "manual")
    assert "`Mirage_block.info`" in finding.message


GONE = [
    ("(N : Mirage_net_lwt.S)", "let a : N.id option = None", "device-id"),
    ("(D : Mirage_device.S)", "let a : D.error option = None", "device-error"),
    ("(S : Mirage_stack_lwt.V4)", "let a : S.error option = None", "stackv4-error"),
    ("(S : Mirage_stack_lwt.V4)", "let a : S.mode option = None", "stackv4-console-mode"),
    ("(S : Mirage_stack_lwt.V4)", "type c = (int, int, int) S.config", "stackv4-config"),
]


@pytest.mark.parametrize(("parameters", "line", "rule"), GONE)
def test_types_that_have_gone(compiler: Compiler, parameters: str, line: str, rule: str) -> None:
    text = functor(parameters, f"  {line}\n")
    assert compiler.check(NEW, {"a.ml": text}) != []
    assert told(text) == [(rule, "manual")]


def test_a_record_of_a_type_that_has_gone_is_told_once() -> None:
    text = "let a n c i m = { V1_LWT.name = n; V1_LWT.console = c; interface = i; mode = m }\n"
    assert told(text) == [("stackv4-config", "manual")]


def test_a_bare_field_may_be_of_any_record() -> None:
    text = "open V1_LWT\nmodule Main (C : CONSOLE) = struct let a x = x.name end\n"
    assert [rule for rule, _ in told(text)] == ["open-v1-lwt", "v1-module-type"]


PREFIXES = [
    ("(I : Mirage_protocols_lwt.IPV4 with type prefix = Ipaddr.V4.t)", ["ipv4-prefix"]),
    ("(S : Mirage_stack_lwt.V4 with type IPV4.prefix = Ipaddr.V4.t)", ["ipv4-prefix"]),
    ("(I : Mirage_protocols_lwt.IPV4 with type prefix = Ipaddr.V4.Prefix.t)", []),
    ("(I : Mirage_protocols_lwt.IPV6 with type prefix = Ipaddr.V6.Prefix.t)", []),
]


@pytest.mark.parametrize(("parameter", "rules"), PREFIXES)
def test_prefixes(parameter: str, rules: list[str]) -> None:
    assert told(functor(parameter, "")) == [(rule, "manual") for rule in rules]


def test_a_bare_type_is_not_taken_from_a_device_that_has_it_no_more(compiler: Compiler) -> None:
    body = "  type id = int\n  open N\n  let a : id = 1\n"
    text = functor("(N : Mirage_net_lwt.S)", body)
    assert compiler.check(NEW, {"a.ml": text}) == []
    assert told(text) == []
    body = '  type e = Unknown_key of string\n  open K\n  let a = Unknown_key ""\n'
    assert told(functor("(K : Mirage_kv_lwt.RO)", body)) == []
    body = "  open A\n  let a : (int, string) result = Ok 1\n"
    text = functor("(A : Mirage_protocols_lwt.ARP)", body)
    assert compiler.check(NEW, {"a.ml": text}) == []
    assert told(text) == []


def test_a_bare_type_of_a_device_by_its_old_name() -> None:
    body = "  open N\n  let a : id list = []\n"
    assert ("device-id", "manual") in told(functor("(N : V1_LWT.NETWORK)", body))
