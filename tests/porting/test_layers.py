"""Stacks put together by hand, as tcpip had them before 2.8: every layer, and what it is given."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port

from ..interfaces.compiler import NEW, Compiler
from ..packs import unikernel
from .small import functor, ported, told

PARAMETERS = "(C : V1_LWT.CONSOLE) (N : V1_LWT.NETWORK) (Clock : V1.CLOCK) (Time : V1_LWT.TIME)"
HELPER = (
    "  let up what connect device = connect device >>= function\n"
    "    | `Ok it -> Lwt.return it\n"
    "    | `Error _ -> Lwt.fail_with what\n\n"
)
ADDRESSES = (
    '  let address = Ipaddr.V4.of_string_exn "10.0.0.2"\n'
    '  let netmask = Ipaddr.V4.of_string_exn "255.0.0.0"\n\n'
)


def _stack(ipv4: str, stack: str) -> str:
    return (
        f"  module E = Ethif.Make (N)\n{ipv4}"
        "  module U = Udp.Make (I)\n"
        "  module T = Tcp.Flow.Make (I) (Time) (Clock) (Random)\n"
        f"  module S = Tcpip_stack_direct.Make {stack}\n\n"
    )


ALONE = _stack("  module I = Ipv4.Make (E)\n", "(C) (Time) (Random) (N) (E) (I) (U) (T)")
WITH_CLOCK = _stack(
    "  module I = Ipv4.Make (E) (Clock) (Time)\n", "(C) (Time) (Random) (N) (E) (I) (U) (T)"
)
RESOLVED = _stack(
    "  module A = Arpv4.Make (E) (Clock) (Time)\n  module I = Ipv4.Make (E) (A)\n",
    "(C) (Time) (Random) (N) (E) (A) (I) (U) (T)",
)


def _made(arp: str, given: str, mode: str = "`IPv4 (address, netmask, [])") -> str:
    """The values of the layers, and the stack of them."""
    return (
        "  let make console net =\n"
        '    up "ethernet" E.connect net >>= fun ethernet ->\n'
        f'{arp}    up "ip" {given} >>= fun ip ->\n'
        '    up "udp" U.connect ip >>= fun udp ->\n'
        '    up "tcp" T.connect ip >>= fun tcp ->\n'
        f'    let config = {{ V1_LWT.name = "s"; console; interface = net; mode = {mode} }} in\n'
        f'    up "stack" (S.connect config ethernet {"arp " if arp else ""}ip udp) tcp\n\n'
        "  let start console net _clock _time =\n"
        "    make console net >>= fun stack -> S.listen stack\n"
    )


@pytest.mark.parametrize(
    ("modules", "arp", "given"),
    [
        (ALONE, "", "I.connect ethernet"),
        (WITH_CLOCK, "", "I.connect ethernet"),
        (RESOLVED, '    up "arp" A.connect ethernet >>= fun arp ->\n', "(I.connect ethernet) arp"),
    ],
)
def test_a_stack_of_any_year(compiler: Compiler, modules: str, arp: str, given: str) -> None:
    before = functor(PARAMETERS, modules + HELPER + ADDRESSES + _made(arp, given))
    result = ported(before)
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []
    assert "S.connect config ethernet arp ip icmp udp tcp" in result
    assert "~ip:" in result
    assert "~gateway:None" in result


def test_dhcp_is_left_to_the_person() -> None:
    before = functor(PARAMETERS, WITH_CLOCK + HELPER + _made("", "I.connect ethernet", "`DHCP"))
    result = ported(before)
    assert "mode = `DHCP" in result
    assert ("stackv4-config", "manual") in told(result)


def test_addresses_that_come_later_stay_where_they_are() -> None:
    late = "`IPv4 (later, netmask, [])"
    body = _made("", "I.connect ethernet", late).replace(
        "    let config", "    let later = address in\n    let config"
    )
    before = functor(PARAMETERS, WITH_CLOCK + HELPER + ADDRESSES + body)
    result = ported(before)
    assert f"mode = {late}" in result
    assert ("stackv4-config", "manual") in told(result)


TWO = (
    "  module E = Ethif.Make (N)\n"
    "  module I = Ipv4.Make (E) (Clock) (Time)\n\n"
    "  let start console inside outside _clock _time =\n"
    "    E.connect inside >>= fun left ->\n"
    "    E.connect outside >>= fun right ->\n"
    "    I.connect left >>= fun one ->\n"
    "    I.connect right >>= fun two ->\n"
    "    let drop _ = Lwt.return_unit in\n"
    "    let listen net ethernet resolve =\n"
    "      N.listen net (E.input ~arpv4:resolve ~ipv4:drop ~ipv6:drop ethernet)\n"
    "    in\n"
    "    listen inside left (I.input_arpv4 one) >>= fun () ->\n"
    "    listen outside right (fun b -> I.input_arpv4 two b)\n"
)


def test_each_ethernet_has_its_own_address_resolution() -> None:
    parameters = "(C : Mirage_console_lwt.S) (N : Mirage_net_lwt.S) (N2 : Mirage_net_lwt.S)"
    parameters += " (Clock : Mirage_clock_lwt.MCLOCK) (Time : Mirage_time_lwt.S)"
    result = ported(functor(parameters, TWO))
    assert "Arp.connect left clock >>= fun left_arp ->\n    I.connect left left_arp" in result
    assert "Arp.connect right clock >>= fun right_arp ->\n    I.connect right right_arp" in result
    assert "(Arp.input left_arp)" in result
    assert "I.input_arpv4 two b" in result


def test_a_helper_stays_for_what_is_no_device(compiler: Compiler) -> None:
    body = (
        f"  module E = Ethif.Make (N)\n{HELPER}"
        '  let reach s at = up "peer" (S.TCPV4.create_connection (S.tcpv4 s)) at\n\n'
        "  let start net s =\n"
        '    up "ethernet" E.connect net >>= fun ethernet ->\n'
        "    ignore (E.mac ethernet);\n"
        '    reach s (Ipaddr.V4.of_string_exn "10.0.0.1", 80) >>= fun flow -> S.TCPV4.close flow\n'
    )
    result = ported(functor("(N : V1_LWT.NETWORK) (S : V1_LWT.STACKV4)", body))
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []
    assert "E.connect net >>= fun ethernet" in result
    assert "| Ok it ->" in result


def test_what_an_unknown_module_gives_stays_in_the_helper() -> None:
    body = (
        "  module E = Ethif.Make (N)\n"
        "  let up c d = c d >>= function `Ok t -> Lwt.return t | `Error _ -> Lwt.fail Exit\n"
        "  let a n = up E.connect n\n  let b () = up Other.connect ()\n"
    )
    result = ported(functor("(N : Mirage_net_lwt.S)", body))
    assert "let a n = E.connect n" in result
    assert "up Other.connect ()" in result
    assert "`Ok t" in result


def test_packets_nobody_answered_are_dropped_only_without_an_address() -> None:
    modules = "  module E = Ethif.Make (N)\n  module I = Ipv4.Make (E)\n"
    start = (
        "  let start net e ip =\n"
        "    N.listen net (E.input ~ipv4:(fun _ -> ip) ~ipv6:(fun _ -> ip) e)\n"
    )
    result = ported(functor("(N : Mirage_net_lwt.S)", modules + start))
    assert "~arpv4" not in result
    assert ("ethif-input-arpv4", "manual") in told(result)
    result = ported(functor("(N : Mirage_net_lwt.S)", modules.split("\n")[0] + "\n" + start))
    assert "~arpv4:(fun _ -> Lwt.return_unit)" in result


DRAFT = (
    "open Lwt.Infix\nmodule Main (N : V1_LWT.NETWORK) = struct\n  module E = Ethif.Make (N)\n"
    "  module I = Ipv4.Make (E)\n\n"
    "  let start net =\n    E.connect net >>= function\n"
    "    | `Error _ -> Lwt.fail Exit\n    | `Ok e ->\n"
    "    I.connect e >>= function `Error _ -> Lwt.fail Exit | `Ok _ -> Lwt.return_unit\nend\n"
)
RUN = 'open Mirage\nlet main = foreign "Unikernel.Main" (network @-> job)\n'
RUN += 'let () = register "x" [ main $ tap0 ]\n'


@pytest.mark.parametrize(
    ("body", "given"),
    [("let start _net = Lwt.return_unit", True), ("module D = Draft.Main (N)", False)],
)
def test_a_functor_that_nobody_runs_gets_its_clock(
    compiler: Compiler, body: str, given: bool
) -> None:
    main = f"module Main (N : V1_LWT.NETWORK) = struct\n  {body}\nend\n"
    files = {"config.ml": RUN, "draft.ml": DRAFT, "unikernel.ml": main}
    project = unikernel({name: text.encode() for name, text in files.items()})
    result = port(project, WITH_REVIEW).project.source("draft.ml").data.decode()
    assert ("(Clock : Mirage_clock_lwt.MCLOCK)" in result) is given
    if given:
        assert compiler.check(NEW, {"draft.ml": result}) == []


def test_a_stack_by_the_first_names_of_its_layers(compiler: Compiler) -> None:
    body = (
        "  module E = Ethif.Make (N)\n  module I = Ipv4.Make (E)\n  module U = Udpv4.Make (I)\n"
        "  module T = Tcpv4.Flow.Make (I) (Time) (Clock) (Random)\n\n"
        f"{HELPER}"
        "  let start console net _clock _time =\n"
        '    up "ethernet" E.connect net >>= fun ethernet ->\n'
        '    up "ip" I.connect ethernet >>= fun ip ->\n'
        '    I.set_ipv4 ip (Ipaddr.V4.of_string_exn "10.0.0.2") >>= fun () ->\n'
        '    I.set_ipv4_netmask ip (Ipaddr.V4.of_string_exn "255.0.0.0") >>= fun () ->\n'
        "    I.set_ipv4_gateways ip [] >>= fun () ->\n"
        '    up "udp" U.connect ip >>= fun udp ->\n'
        '    up "tcp" T.connect ip >>= fun tcp ->\n'
        "    let nothing ~proto:_ ~src:_ ~dst:_ _ = Lwt.return_unit in\n"
        "    N.listen net\n"
        "      (E.input\n"
        "         ~ipv4:(I.input ~tcp:(T.input tcp ~listeners:(fun _ -> None))\n"
        "                  ~udp:(U.input ~listeners:(fun ~dst_port:_ -> None) udp)\n"
        "                  ~default:nothing ip)\n"
        '         ~ipv6:(fun _ -> C.log_s console "ipv6") ethernet)\n'
    )
    result = ported(functor(PARAMETERS, body))
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []
    assert "~arpv4:(Arp.input arp)" in result
    assert "~gateway:None" in result


@pytest.mark.parametrize(("mode", "left"), [("`IPv4 (address, netmask, [])", 0), ("`DHCP", 2)])
def test_an_opened_module_stays_for_the_fields_that_it_gives(
    compiler: Compiler, mode: str, left: int
) -> None:
    body = _made("", "I.connect ethernet", mode).replace("V1_LWT.name", "name")
    before = functor(PARAMETERS, WITH_CLOCK + HELPER + ADDRESSES + body)
    result = ported("open V1_LWT\n" + before.replace("V1_LWT.", ""))
    found = [rule for rule, _ in told(result)]
    assert len(found) == left
    if left:
        assert "open V1_LWT" in result
        assert set(found) == {"open-v1-lwt", "stackv4-config"}
    else:
        assert compiler.check(NEW, {"a.ml": result}) == []


def test_what_lwt_binds_is_not_given_to_connect() -> None:
    modules = "  module A = Arpv4.Make (E) (C) (T)\n  module I = Static_ipv4.Make (E) (A)\n"
    body = modules + "  let f e k = Lwt.bind (I.connect e) k\n"
    text = functor(
        "(E : Mirage_protocols_lwt.ETHIF) (C : Mirage_clock_lwt.MCLOCK) (T : Mirage_time_lwt.S)",
        body,
    )
    assert told(text) == [("ipv4-connect-arp", "manual")]


def test_the_parts_of_tcpip_that_a_stack_no_longer_brings_are_named() -> None:
    main = "(console @-> network @-> clock @-> time @-> job)"
    config = (
        'open Mirage\nlet main =\n  foreign ~libraries:[ "tcpip.stack-direct" ]'
        f' ~packages:[ "tcpip" ] "Unikernel.Main" {main}\n'
        'let () = register "x" [ main $ default_console $ tap0 $ default_clock $ default_time ]\n'
    )
    text = functor(PARAMETERS, WITH_CLOCK + HELPER + ADDRESSES + _made("", "I.connect ethernet"))
    files = {"config.ml": config, "unikernel.ml": text}
    project = unikernel({name: code.encode() for name, code in files.items()})
    result = port(project, WITH_REVIEW).project.source("config.ml").data.decode()
    assert '~sublibs:["stack-direct"; "arpv4"; "ipv4"; "icmpv4"] "tcpip"' in result
