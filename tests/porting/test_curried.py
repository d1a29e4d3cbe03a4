"""A functor has all of its parameters, however its head is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import changed
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.selfcheck import judge

from ..interfaces.compiler import NEW, OLD
from .small import UNIKERNEL, findings, ported, project, told

if TYPE_CHECKING:
    from ..interfaces.compiler import Compiler

BODY = "struct\n  let start c n = C.log_s c (Macaddr.to_string (N.mac n))\nend\n"
HEADS = [
    "Main = functor (C : V1_LWT.CONSOLE) -> functor (N : V1_LWT.NETWORK) -> ",
    "Main (C : V1_LWT.CONSOLE) = functor (N : V1_LWT.NETWORK) -> ",
    "Main = functor (C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) -> ",
    "Main = functor (C : V1_LWT.CONSOLE) -> (functor (N : V1_LWT.NETWORK) -> struct"
    "\n  let start c n = C.log_s c (Macaddr.to_string (N.mac n))\nend)\n",
]
CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (console @-> network @-> job)
let () = register "x" [ main $ default_console $ tap0 ]
"""


def _text(head: str) -> str:
    return f"module {head}{'' if 'struct' in head else BODY}"


@pytest.mark.parametrize("head", HEADS)
def test_config_keeps_the_devices_that_a_curried_functor_takes(
    compiler: Compiler, head: str
) -> None:
    before = _text(head)
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before, CONFIG)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert not any(finding.rule.startswith("seam-") for finding in findings(before, CONFIG))
    config = CONFIG.replace("tap0", "default_network")
    assert told(result, config) == []
    assert judge(project(result, config)).conflicts == ()


@pytest.mark.parametrize("head", HEADS)
def test_a_console_leaves_a_curried_functor(compiler: Compiler, head: str) -> None:
    text = ported(_text(head))
    found = project(text, CONFIG.replace("tap0", "default_network"))
    for finding in check(found, UNIKERNEL).findings:
        if finding.rule == "console-to-logs":
            found = changed(found, fixes(found, finding)[0].edits)
            break
    result = found.source(UNIKERNEL).data.decode()
    assert "CONSOLE" not in result
    assert "Mirage_console" not in result
    assert compiler.check(NEW, {"a.ml": result}) == []


def test_a_curried_functor_is_applied_to_all_of_its_arguments() -> None:
    text = (
        "open Lwt.Infix\n"
        "module Twice = functor (A : V1_LWT.KV_RO) -> functor (B : V1_LWT.KV_RO) -> struct\n"
        '  let size a = A.size a "x"\n'
        "end\n"
        "module Main (K : V1_LWT.KV_RO) = struct\n"
        "  module T = Twice (K) (K)\n"
        "  let start k = T.size k >|= function `Ok n -> n | `Error _ -> 0L\n"
        "end\n"
    )
    assert "function Ok n -> n | Error _ -> 0L" in ported(text)
