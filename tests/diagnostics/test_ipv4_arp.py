"""IPv4 resolved addresses itself until tcpip 2.6; what its users had to do with that is said."""

from __future__ import annotations

import pytest

from ..porting.small import findings, functor, ported

NETS = "(E : V1_LWT.ETHIF) (I : V1_LWT.IPV4)"
INPUTS = [
    (NETS, "let go e i b = E.input ~arpv4:(I.input_arpv4 i) ~ipv4:f ~ipv6:f e b"),
    (NETS, "let arp = I.input_arpv4"),
    (
        "(N : V1_LWT.NETWORK) (C : V1_LWT.CLOCK)",
        "module E = Ethif.Make (N) module I = Ipv4.Make (E) (C) (OS.Time)\n"
        "  let arp i = I.input_arpv4 i",
    ),
    (
        "(N : V1_LWT.NETWORK)",
        "module E = Ethif.Make (N) module I = Ipv4.Make (E) (Arp)\n  let arp i = I.input_arpv4 i",
    ),
]


@pytest.mark.parametrize(("parameters", "body"), INPUTS)
def test_what_goes_to_address_resolution_is_said(parameters: str, body: str) -> None:
    text = ported(functor(parameters, f"  {body}\n"))
    found = [each for each in findings(text) if text[each.start : each.end] == "I.input_arpv4"]
    assert [each.applicability for each in found] == ["manual"]
    assert "`Arp.input arp`" in found[0].message


def test_another_modules_function_of_this_name_is_its_own() -> None:
    for head in ("module I = struct let input_arpv4 x = x end", "module I = Away.Ip"):
        text = functor("(E : V1_LWT.ETHIF)", f"  {head}\n  let f = I.input_arpv4\n")
        assert {each.rule for each in findings(text)} == {"v1-module-type"}
