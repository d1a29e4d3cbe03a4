"""Fixes made together: brackets that close at one place, and results that nobody looks at."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..porting.small import functor, ported, told

NET = "(N : V1_LWT.NETWORK)"

CHAINS = [
    "N.write n f >>= fun () -> N.write n f >>= fun () -> N.write n f >>= fun () -> Lwt.return 1",
    "N.write n f >>= fun _ -> N.writev n [ f ] >>= fun _ -> Lwt.return 1",
    "N.write n f >>= fun _ -> N.write n f >>= fun _ -> N.write n f",
    "match f with _ -> N.write n f >>= fun () -> Lwt.join [ N.write n f >>= fun _ -> N.write n f ]",
]


@pytest.mark.parametrize("chain", CHAINS)
def test_chains_of_writes(compiler: Compiler, chain: str) -> None:
    before = functor(NET, f"  let send n f = {chain}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert result.count("Error err ->") == before.count("N.write")
    assert told(result) == []


def test_a_long_chain() -> None:
    chain = "N.write n f >>= fun () -> " * 40
    result = ported(functor(NET, f"  let send n f = {chain}Lwt.return 1\n"))
    assert result.count("Error err ->") == 40
    assert told(result) == []
