"""Delays, labels and functors: what is rewritten, and what is left to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.changes.literals import exact_nanoseconds
from mirageport.diagnostics.engine import check

from ..packs import unikernel, words

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

FILE = "unikernel.ml"
HEAD = (
    "module Main (T : Mirage_time_lwt.S) (U : Mirage_protocols_lwt.UDPV4)\n"
    "    (E : Mirage_protocols_lwt.ETHIF) (A : Mirage_protocols_lwt.ARP) = struct\n"
)


def _project(body: str) -> Project:
    return unikernel({FILE: f"{HEAD}  {body}\nend\n".encode()})


def _ported(body: str) -> str:
    text = port(_project(body), WITH_REVIEW).project.source(FILE).data.decode()
    return text[len(HEAD) : -len("end\n")].strip()


def _applicabilities(body: str, rule: str) -> list[str]:
    findings = check(_project(body), FILE).findings
    return [finding.applicability for finding in findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("seconds", "nanoseconds"),
    [
        ("1.", "1_000_000_000L"),
        ("1.0", "1_000_000_000L"),
        ("0.", "0L"),
        ("0.1", "100_000_000L"),
        ("0.3", "300_000_000L"),
        ("1_0.000_000_001", "10_000_000_001L"),
        ("4.35", "4_350_000_000L"),
        ("1e3", "1_000_000_000_000L"),
        ("1.5E-3", "1_500_000L"),
        ("1.e+1", "10_000_000_000L"),
        ("100e-11", "1L"),
        ("0.0e-10", "0L"),
        ("9223372036.854775807", "9_223_372_036_854_775_807L"),
    ],
)
def test_a_literal_is_converted_to_the_digit(seconds: str, nanoseconds: str) -> None:
    assert exact_nanoseconds(seconds) == nanoseconds


@pytest.mark.parametrize(
    "seconds",
    [
        "1",
        "delay",
        "0x1.8p3",
        "0x1e3",
        "1.0000000001",
        "1e-10",
        "1e",
        "9223372036.854775808",
        "1e10",
        "1e999",
        "1" + "0" * 50 + ".",
        "",
        ".",
    ],
)
def test_what_is_no_exact_literal_is_not_guessed(seconds: str) -> None:
    assert exact_nanoseconds(seconds) == ""


# What a function that waits is passed on as.
PASSED = "(fun (seconds : float) -> T.sleep_ns (Int64.of_float (seconds *. 1e9)))"


@pytest.mark.parametrize(
    ("before", "after", "applicability"),
    [
        ("T.sleep 0.5", "T.sleep_ns 500_000_000L", "safe"),
        ("T.sleep (0.5)", "T.sleep_ns 500_000_000L", "safe"),
        ("T.(sleep 0.5)", "T.(sleep_ns 500_000_000L)", "safe"),
        ("T.sleep (* a nap *) 0.5", "T.sleep_ns (* a nap *) 500_000_000L", "safe"),
        ("T.sleep n", "T.sleep_ns (Int64.of_float (n *. 1e9))", "review"),
        ("T.sleep (float 2)", "T.sleep_ns (Int64.of_float (float 2 *. 1e9))", "review"),
        ("T.sleep (n +. 1.)", "T.sleep_ns (Int64.of_float ((n +. 1.) *. 1e9))", "review"),
        ("T.sleep (-1.)", "T.sleep_ns (Int64.of_float ((-1.) *. 1e9))", "review"),
        ("T.sleep @@ 0.5", f"{PASSED} @@ 0.5", "review"),
        ("Lwt.map T.sleep n", f"Lwt.map {PASSED} n", "review"),
    ],
)
def test_delays(before: str, after: str, applicability: str) -> None:
    assert words(_ported(f"let wait n = {before}")) == words(f"let wait n = {after}")
    assert _applicabilities(f"let wait n = {before}", "time-sleep") == [applicability]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("~source_port:1 ~dest_ip ~dest_port", "~src_port:1 ~dst:dest_ip ~dst_port:dest_port"),
        ("?source_port ~dest_ip:a ~dest_port:2", "?src_port:source_port ~dst:a ~dst_port:2"),
        ("?source_port:(Some 1) ~dst:a ~dest_port:2", "?src_port:(Some 1) ~dst:a ~dst_port:2"),
        ("~dest_ip:(* who *) a ~dest_port:(b : int)", "~dst:(* who *) a ~dst_port:(b : int)"),
        ("~dest_ip:\n    a ~dest_port:2", "~dst:\n    a ~dst_port:2"),
    ],
)
def test_labels(before: str, after: str) -> None:
    body = f"let send udp data = Lwt.map ignore (U.write {before} udp data)"
    assert words(_ported(body)) == words(body.replace(before, after))
    assert _applicabilities(body, "udp-write-labels") == ["safe"]


def test_labels_without_an_old_one_are_left() -> None:
    body = "let send udp data = Lwt.map ignore (U.write ~dst:a ~dst_port:2 udp data)"
    assert check(_project(body), FILE).findings == ()


def test_a_functor_with_other_arguments_is_left_to_the_person() -> None:
    body = "module I = Ipv4.Make (E) (A) (A) (A)"
    (finding,) = check(_project(body), FILE).findings
    assert (finding.rule, finding.applicability) == ("ipv4-make-static", "manual")
    assert fixes(_project(body), finding) == ()
    assert "two arguments, the ethernet and its address resolution" in finding.message
    assert _ported("module I = Ipv4.Make (E) (A)") == "module I = Static_ipv4.Make (E) (A)"


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("let m (i : I.t) = I.get_ip_netmasks i", "ip-get-ip-netmasks"),
        ("let g i = List.map I.get_ip_gateways [ i ]", "ip-get-ip-gateways"),
    ],
)
def test_what_has_gone_is_said_and_kept(body: str, rule: str) -> None:
    whole = f"module I = Static_ipv4.Make (E) (A)\n  {body}"
    (finding,) = check(_project(whole), FILE).findings
    assert (finding.rule, finding.applicability) == (rule, "manual")
    assert "I.connect" in finding.message
    assert fixes(_project(whole), finding) == ()
    assert _ported(whole) == whole


_IPV6 = (
    "module Main (E : Mirage_protocols_lwt.ETHIF) (Time : Mirage_time_lwt.S)\n"
    "    (Clock : Mirage_clock_lwt.MCLOCK) = struct\n"
    "  module I = Ipv6.Make (E) (Time) (Clock)\n"
    "  let start eth _time clock given =\n"
)
_ADDRESS = 'Ipaddr.V6.of_string_exn "fe80::1"'


@pytest.mark.parametrize(
    ("body", "new"),
    [
        (f"let ip = {_ADDRESS} in I.connect ~ip eth clock", "~ip:[ip]"),
        (f"I.connect ~ip:({_ADDRESS}) eth clock", f"~ip:[({_ADDRESS})]"),
        (f"let ip = [ {_ADDRESS} ] in I.connect ~ip eth clock", ""),
        ('I.connect ~ip:(List.map Ipaddr.V6.of_string_exn [ "fe80::1" ]) eth clock', ""),
        ("I.connect ~ip:given eth clock", ""),
        ("I.connect eth clock", ""),
    ],
)
def test_a_value_that_is_a_list_now_is_wrapped_by_its_type(body: str, new: str) -> None:
    project = unikernel({FILE: f"{_IPV6}    {body}\nend\n".encode()})
    findings = check(project, FILE).findings
    assert [finding.rule for finding in findings] == (["ipv6-connect-args"] if new else [])
    assert new in port(project, WITH_REVIEW).project.source(FILE).data.decode()


def test_another_name_for_a_functor_is_no_finding_of_its_own() -> None:
    text = (
        "module Mk = Udp.Make\nmodule F = Udp\n"
        "module Main (I : Mirage_protocols_lwt.IPV4) = struct\n"
        "  module U = Mk (I)\n  module V = F.Make (I)\nend\n"
    )
    project = unikernel({FILE: text.encode()})
    lines = [project.source(FILE).line_of(f.start) for f in check(project, FILE).findings]
    assert lines == [3, 4]
    after = port(project, WITH_REVIEW).project
    assert after.source(FILE).data.decode().count("(I) (Stdlibrandom)") == 2
    assert check(after, FILE).findings == ()


def test_a_functor_that_needs_a_module_nobody_has_is_left_to_the_person() -> None:
    """A server over a flow of TLS: there is no conduit to make it of."""
    text = "module H (F : Mirage_flow.S) = Cohttp_mirage.Server (F)\n"
    project = unikernel({FILE: text.encode()}, target="4.11")
    (found,) = [each for each in check(project, FILE).findings if "http" in each.rule]
    assert (found.rule, found.applicability) == ("http-server-functor", "manual")
    assert FILE not in port(project, WITH_REVIEW).files
