"""Packages of config.ml under the names that Mirage 3 has for them."""

from __future__ import annotations

import pytest

from ..porting.small import ported, told

HEAD = "open Mirage\n\nlet main = foreign ~packages:["
TAIL = '] "Unikernel.Main" job\nlet () = register "x" [ main ]\n'


def _levels(package: str) -> list[str]:
    found = told(config=HEAD + package + TAIL)
    return [applicability for rule, applicability in found if rule == "pkg-renamed"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('package "channel"', 'package "mirage-channel-lwt"'),
        ('Mirage.package "channel"', 'package "mirage-channel-lwt"'),
        ('package ~sublibs:["channel"] "tcpip"', 'package "mirage-channel-lwt"'),
        ('package ~sublibs:["xen"] "mirage-console"', 'package "mirage-console-xen"'),
    ],
)
def test_a_package_under_another_name(old: str, new: str) -> None:
    assert _levels(old) == ["review"]
    assert HEAD + new + TAIL == ported(config=HEAD + old + TAIL)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('package ~sublibs:["xen"] "nocrypto"', ['package ~sublibs:["mirage"] "nocrypto"']),
        (
            'package ~sublibs:["ethif"; "channel"] "tcpip"',
            ['package ~sublibs:["ethif"] "tcpip";\n', 'package "mirage-channel-lwt";\n'],
        ),
    ],
)
def test_a_part_that_moved_is_named_as_what_it_is_now(old: str, new: list[str]) -> None:
    assert _levels(old) == ["review"]
    text = ported(config=HEAD + old + TAIL)
    assert [each for each in new if each not in text] == []


@pytest.mark.parametrize(
    "package",
    [
        'package ~sublibs:["dhcpv4"] "tcpip"',
        'package ~sublibs:["syntax"] "lwt"',
        'package ~min:"1.0" "channel"',
    ],
)
def test_what_says_more_is_left_to_the_person(package: str) -> None:
    assert _levels(package) == ["manual"]
    assert package in ported(config=HEAD + package + TAIL)


def test_a_comment_in_a_call_stays() -> None:
    package = 'package (* of bytes *) "channel"'
    assert 'package (* of bytes *) "mirage-channel' in ported(config=HEAD + package + TAIL)


def test_lists_of_mirage_2_arrive_at_the_new_names() -> None:
    text = (
        'open Mirage\nlet main = foreign ~libraries:["channel"] ~packages:["channel"] '
        '"Unikernel.Main" job\nlet () = register "x" [ main ]\n'
    )
    assert 'package "mirage-channel-lwt"' in ported(config=text)


def test_names_that_stayed() -> None:
    for package in (
        'package "tcpip"',
        'package ~sublibs:["mirage"] "tls"',
        'package "mirage-http"',
    ):
        assert _levels(package) == []
