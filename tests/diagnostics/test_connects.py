"""`connect`: where the match can go, and where it is left to the person."""

from __future__ import annotations

import pytest

from ..porting.small import findings, functor, ported, told

NET = "(N : Mirage_net_lwt.S)"
ETH = "  module E = Ethif.Make (N)\n"
IP = "(E : Mirage_protocols_lwt.ETHIF) (A : Mirage_protocols_lwt.ARP)"
STATIC = "  module I = Static_ipv4.Make (E) (A)\n"


def _kinds(body: str, parameters: str = NET) -> set[str]:
    return {applicability for _rule, applicability in told(functor(parameters, body))}


@pytest.mark.parametrize(
    "body",
    [
        # What failed is looked at.
        "  let a n = E.connect n >>= function `Ok e -> Lwt.return None | `Error e ->"
        " Lwt.return (Some e)\n",
        # A guard decides too.
        "  let a n = E.connect n >>= function `Ok e when n = n -> Lwt.return 1\n"
        "    | `Ok _ | `Error _ -> Lwt.fail Exit\n",
        # Arms of a match on a name, one of which handles the failure.
        "  let a n = E.connect n >>= fun r -> match r with\n"
        "    | `Ok e -> Lwt.return e | `Error _ -> Lwt.return n\n",
        # The arm for success is missing.
        "  let a n = E.connect n >>= function `Error _ -> Lwt.fail Exit | _ -> Lwt.return 1\n",
        # A tag is made, not matched.
        "  let a n = if n = n then E.connect n else Lwt.return (`Error 1)\n",
    ],
)
def test_left_to_the_person(body: str) -> None:
    assert _kinds(ETH + body) == {"manual"}


def test_a_match_on_a_name() -> None:
    body = (
        "  let a n = E.connect n >>= fun r -> match r with\n"
        "    | `Ok e -> Lwt.return (E.mac e) | `Error _ -> Lwt.fail Exit\n"
        "  let b n = E.connect n >>= fun r ->\n"
        '    let e = match r with `Error _ -> failwith "b" | `Ok e -> e in Lwt.return (E.mac e)\n'
    )
    wanted = (
        "  let a n = E.connect n >>= fun r -> let e = r in Lwt.return (E.mac e)\n"
        "  let b n = E.connect n >>= fun r ->\n"
        "    let e = r in Lwt.return (E.mac e)\n"
    )
    assert ported(functor(NET, ETH + body)) == ported(functor(NET, ETH + wanted))


@pytest.mark.parametrize(
    "fail",
    [
        'Lwt.fail (Failure "x")',
        'failwith "x"',
        "assert false",
        'raise (Failure "x")',
        'Lwt.fail @@ Failure "x"',
        'Lwt.fail_with (Printf.sprintf "%d" 1)',
        '(Printf.ksprintf failwith "x")',
    ],
)
def test_failing_in_every_way(fail: str) -> None:
    body = f"  let a n = E.connect n >>= function `Error _ -> {fail} | `Ok e -> Lwt.return e\n"
    expected = "E.connect n >>= fun e -> Lwt.return e"
    if fail.startswith("(Printf"):
        assert f"(fun _ -> {fail})" in ported(functor(NET, ETH + body))
    else:
        assert expected in ported(functor(NET, ETH + body))


def test_an_error_arm_behind_goes_too() -> None:
    body = '  let a n = E.connect n >>= function `Ok e -> Lwt.return e | `Error _ -> failwith ""\n'
    assert ported(functor(NET, ETH + body)) == functor(
        NET, ETH + "  let a n = E.connect n >>= fun e -> Lwt.return e\n"
    )


@pytest.mark.parametrize(("given", "rest"), [("Some t", ""), ("t", "  let b = List.map up\n")])
def test_a_helper_that_is_needed_stays(given: str, rest: str) -> None:
    helper = (
        f"  let up c d = c d >>= function `Ok t -> Lwt.return ({given})"
        " | `Error _ -> Lwt.fail Exit\n"
    )
    use = "  let a n = up E.connect n\n"
    stays = f"  let up c d = c d >>= fun t -> Lwt.return ({given})\n"
    assert ported(functor(NET, ETH + helper + use + rest)) == functor(NET, ETH + stays + use + rest)


def test_a_local_helper_goes() -> None:
    body = (
        "  let a n =\n"
        "    let up name c d = c d >>= function\n"
        "      | `Error _ -> Lwt.fail (Failure name) | `Ok t -> Lwt.return t in\n"
        '    up "eth" E.connect n\n'
    )
    assert ported(functor(NET, ETH + body)) == functor(NET, ETH + "  let a n =\n    E.connect n\n")


# -- the clock ---------------------------------------------------------------------------------

ARP = (
    "(E : Mirage_protocols_lwt.ETHIF) (Clock : Mirage_clock_lwt.MCLOCK) (Time : Mirage_time_lwt.S)"
)
MAKE = "  module A = Arpv4.Make (E) (Clock) (Time)\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("let start e _clock t = A.connect e", "let start e clock t = A.connect e clock"),
        ("let start e _ t = A.connect e", "let start e clock t = A.connect e clock"),
        ("let start e () t = A.connect e", "let start e clock t = A.connect e clock"),
        ("let start e tick t = A.connect e", "let start e tick t = A.connect e tick"),
        (
            "let start e _c t = ignore _c; A.connect e",
            "let start e c t = ignore c; A.connect e c",
        ),
    ],
)
def test_the_clock_is_passed_on(old: str, new: str) -> None:
    assert ported(functor(ARP, f"{MAKE}  {old}\n")) == functor(ARP, f"{MAKE}  {new}\n")


@pytest.mark.parametrize(
    "body",
    [
        "  let start e ~clock t = A.connect e\n",
        "  let start e = A.connect e\n",
        "  let make e = A.connect e\n",
    ],
)
def test_a_clock_that_is_not_there(body: str) -> None:
    (finding,) = findings(functor(ARP, MAKE + body))
    assert finding.applicability == "manual"
    assert "`Clock.t`" in finding.message


def test_a_clock_of_the_whole_program() -> None:
    body = "  module A = Arpv4.Make (E) (Mine.Clock) (Time)\n  let start e c t = A.connect e\n"
    assert _kinds(body, ARP) == {"manual"}


def test_a_connect_that_has_its_clock() -> None:
    assert _kinds(f"{MAKE}  let start e c t = A.connect e c\n", ARP) == set()


# -- the addresses -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [
        "  let a i x = I.set_ip_netmask i x\n",
        "  let a e r x = I.connect e r >>= fun i -> I.set_ip_netmask i x\n",
        "  let a e r x = I.connect e r >>= fun i -> Lwt.return_unit >>= fun () ->\n"
        "    I.set_ip_gateways i x\n",
        "  let a e r x i = Lwt.return i >>= fun i -> I.set_ip_gateways i x >>= fun () ->\n"
        "    Lwt.return_unit\n",
        "  let a = I.set_ip_gateways\n",
        "  let a e r x = I.connect e r >>= fun i -> I.set_ip_netmask i x >>= fun () ->\n"
        "    Lwt.return_unit\n",
    ],
)
def test_setters_that_follow_no_connect(body: str) -> None:
    assert _kinds(STATIC + body, IP) == {"manual"}


@pytest.mark.parametrize(
    ("gateways", "gateway"),
    [
        ("[ g ]", "(Some g)"),
        ("[ f g ]", "(Some (f g))"),
        ("[]", "None"),
        ("gs", "(match gs with [] -> None | gateway :: _ -> Some gateway)"),
    ],
)
def test_a_list_of_gateways(gateways: str, gateway: str) -> None:
    body = (
        f"  let a e r f g gs = I.connect e r >>= fun i -> I.set_ip_gateways i {gateways}"
        " >>= fun () ->\n    Lwt.return i\n"
    )
    result = ported(functor(IP, STATIC + body))
    assert f"~gateway:{gateway}" in result
    assert "set_ip_gateways" not in result


def test_a_continuation_in_parentheses() -> None:
    body = (
        "  let a e r g = I.connect e r >>= fun i -> I.set_ip_gateways i [ g ] >>= (fun () ->\n"
        "    Lwt.return i)\n"
    )
    assert ported(functor(IP, STATIC + body)) == functor(
        IP,
        STATIC + "  let a e r g = I.connect ~gateway:(Some g) e r >>= fun i -> Lwt.return i\n",
    )


def test_ipv6_takes_lists() -> None:
    parameters = "(E : Mirage_protocols_lwt.ETHIF) (T : Mirage_time_lwt.S) (C : V1.CLOCK)"
    body = (
        "  module I = Ipv6.Make (E) (T) (C)\n"
        "  let start e _ c = I.connect e >>= fun i -> I.set_ip i a >>= fun () ->\n"
        "    I.set_ip_netmask i p >>= fun () ->\n"
        "    I.set_ip_gateways i gs >>= fun () -> Lwt.return i\n"
    )
    result = ported(functor(parameters, body))
    assert "I.connect ~ip:[a] ~netmask:[p] ~gateways:gs e c >>=" in result


@pytest.mark.parametrize(
    ("parameters", "body", "where"),
    [
        (IP, STATIC + "  let a i x = I.set_ip_netmask i x\n", "`I.connect ~ip"),
        ("(I : V1_LWT.IPV4)", "  let a i x = I.set_ip_netmask i x\n", "`create_ipv4 ~config`"),
        (
            "(S : V1_LWT.STACKV4)",
            "  let a s x = S.IPV4.set_ip_netmask (S.ipv4 s) x\n",
            "`static_ipv4_stack ~config`",
        ),
    ],
)
def test_addresses_go_to_what_makes_the_device(parameters: str, body: str, where: str) -> None:
    messages = [each.message for each in findings(functor(parameters, body))]
    assert [message for message in messages if where in message]
