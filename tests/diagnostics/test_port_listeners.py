"""Listeners of UDP and TCP on the way to 4.11: a call of `listen` for each port."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port

from ..packs import unikernel

FILE = "unikernel.ml"
HEAD = "module Main (U : Mirage_protocols.UDPV4) (T : Mirage_protocols.TCPV4) = struct\n  "

CASES = [
    (
        "let f t = T.input t ~listeners:(function 80 -> Some g | 443 -> None | _ -> None)",
        "let f t = (T.listen t ~port:80 g; T.input t)",
    ),
    (
        "let f u = g (U.input u ~listeners:(fun ~dst_port:p ->\n"
        "    match p with 53 -> Some h | _ -> None))",
        "let f u = g (U.listen u ~port:53 h; U.input u)",
    ),
    (
        "let f u = U.input u ~listeners:(fun ~dst_port ->\n"
        "    if dst_port = a then Some h else if dst_port = 7 then (Some (h 1)) else None)",
        "let f u = (U.listen u ~port:a h; U.listen u ~port:7 (h 1); U.input u)",
    ),
    ("let f u = U.input u ~listeners:(fun ~dst_port:_ -> None)", "let f u = U.input u"),
]
LEFT = [
    "let f u = U.input u ~listeners:table",
    "let f u = U.input (g u) ~listeners:(fun ~dst_port:_ -> None)",
    "let f u = U.input u ~listeners:(fun ~dst_port:_ -> Some h)",
    "let f u = U.input u ~listeners:(fun ~dst_port:p -> if p > 1 then Some h else None)",
    "let f u = U.input u ~listeners:(fun ~dst_port:p -> if p = 1 then Some (h p) else None)",
    "let f u = U.input u ~listeners:(fun ~dst_port:p -> if p = 1 then h else None)",
    "let f t = T.input t ~listeners:(function 80 when a -> Some h | _ -> None)",
    "let f t = T.input t ~listeners:(function 80 -> Some { T.process = h; keepalive } | _ -> None)",
]


def _ported(body: str) -> str:
    files = {FILE: f"{HEAD}{body}\nend\n".encode()}
    text = port(unikernel(files, target="4.11"), WITH_REVIEW).project.source(FILE).data.decode()
    return text.partition("struct\n")[2].removesuffix("end\n").strip()


@pytest.mark.parametrize(("body", "after"), CASES)
def test_ports_that_are_written_are_listened_to(body: str, after: str) -> None:
    assert " ".join(_ported(body).split()) == after


@pytest.mark.parametrize("body", LEFT)
def test_ports_that_are_computed_are_left(body: str) -> None:
    assert "listeners:" in _ported(body)
