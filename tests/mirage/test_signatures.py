"""What hover shows of an item: how it was declared, how it is declared now."""

from __future__ import annotations

import pytest

from mirageport.api.signatures import signatures

from ..packs import library

CASES = [
    (
        "CONSOLE.log_s",
        "log",
        "val log_s : t -> string -> unit io",
        "val log : t -> string -> unit io",
    ),
    (
        "Arpv4.Make.connect",
        "",
        "val connect : E.t -> [ `Ok of t | `Error of error ] Lwt.t",
        "val connect : Ethif.t -> Clock.t -> t Lwt.t",
    ),
    (
        "Mirage.tap0",
        "default_network",
        "val tap0 : network impl",
        "val default_network : network impl",
    ),
    (
        "OS.Time.sleep",
        "sleep_ns",
        "val sleep : float -> unit Lwt.t",
        "val sleep_ns : int64 -> unit Lwt.t",
    ),
    (
        "V1_LWT.CONSOLE",
        "",
        "module type V1_LWT.CONSOLE",
        "module type Mirage_console_lwt.S",
    ),
    (
        "BLOCK.info",
        "Mirage_block.info",
        "type info = { read_write : bool; sector_size : int; size_sectors : int64; }",
        "type info = { read_write : bool; sector_size : int; size_sectors : int64 }",
    ),
    (
        "UDP.error",
        "",
        "type error = [ `Unknown of string ]",
        "type error",
    ),
    ("NETWORK.id", "", "type id", ""),
    ("CLOCK.time", "", "val time : unit -> float", ""),
    ("RANDOM.self_init", "", "val self_init : unit -> unit", ""),
    ("Mirage.get_mode", "", "val get_mode : unit -> [ `Unix | `Xen | `MacOSX ]", ""),
]


@pytest.mark.parametrize(("item", "to", "old", "new"), CASES, ids=[case[0] for case in CASES])
def test_both_sides_of_an_item(item: str, to: str, old: str, new: str) -> None:
    assert signatures(library(), item, to) == (old, new)


def test_the_functor_that_moved_is_found_under_its_new_name() -> None:
    found = signatures(library(), "Ipv4.Make.connect")
    assert found is not None
    assert "?gateways:Ipaddr.V4.t list" in found[0]
    assert "?gateway:Ipaddr.V4.t option" in found[1]


@pytest.mark.parametrize(
    "item",
    [
        "V1_LWT",
        "V1.CLOCK",
        "CONSOLE.nothing",
        "Nowhere.nothing",
        "Tcp.Nowhere.connect",
        "Mirage.no",
    ],
)
def test_what_is_no_value_of_an_interface(item: str) -> None:
    assert signatures(library(), item) is None
