"""What providers of a device's signature have to do: added, dropped, changed, and nothing else."""

from __future__ import annotations

import pytest

from mirageport.api.differences import difference

from ..packs import library

WRITES = ("type write_error", "pp_error", "pp_write_error")
TCP = ("read", "write", "writev", "write_nodelay", "writev_nodelay", "create_connection")
ADDRESSES = (
    "get_ip_gateways",
    "get_ip_netmasks",
    "get_source",
    "set_ip_gateways",
    "set_ip_netmask",
)
# What IPV4 had before tcpip 2.2.
OLDER = ("get_ipv4", "set_ipv4", "set_ipv4_gateways", "set_ipv4_netmask")
DEVICES = sorted(
    {path.partition(".")[2] for path, new in library().successors.items() if len(new) == 1}
)

# device -> (added, dropped, changed): facts of mirage v2.9.1 and of the 3.0 packages.
KNOWN: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "DEVICE": ((), ("type error", "type id"), ()),
    "TIME": (("sleep_ns",), ("sleep",), ()),
    "RANDOM": (("type buffer", "type g", "generate"), ("self_init", "int", "int32"), ()),
    "FLOW": (WRITES, ("error_message",), ("read", "write", "writev")),
    "CONSOLE": (
        WRITES,
        ("type id", "error_message", "log_s"),
        ("type error", "read", "write", "writev", "log"),
    ),
    "BLOCK": (WRITES, ("type id", "type info"), ("type error", "get_info", "read", "write")),
    "NETWORK": (
        ("pp_error",),
        ("type id", "type stats"),
        ("type error", "write", "writev", "listen", "get_stats_counters"),
    ),
    "ETHIF": (("pp_error",), (), ("type error", "write", "writev")),
    "ARP": (("pp_error",), ("type id", "type result"), ("type error", "query")),
    "IP": (("pp_error", "pseudoheader", "src"), ADDRESSES, ("type error", "write", "writev")),
    "IPV4": (
        ("pp_error", "pseudoheader", "src"),
        (*ADDRESSES, *OLDER),
        ("type prefix", "type error", "write", "writev"),
    ),
    "ICMP": ((), ("type id",), ("write",)),
    "UDP": (("pp_error",), (), ("type error", "write")),
    "TCP": ((*WRITES, "dst"), ("error_message", "get_dest"), ("type error", *TCP)),
    "STACKV4": (
        (),
        ("type console", "type mode", "type error", "type id"),
        ("type config",),
    ),
    "CHANNEL": (
        ("type error", *WRITES, "read_exactly"),
        ("type io_stream", "read_until", "read_stream"),
        ("read_char", "read_some", "read_line", "flush", "close"),
    ),
    "KV_RO": (("pp_error", "mem"), ("type id",), ("type error", "read", "size")),
    "FS": (
        WRITES,
        ("type block_device_error", "type id", "type stat", "format"),
        (
            *("type error", "read", "size", "create", "mkdir", "destroy", "stat", "listdir"),
            "write",
        ),
    ),
}
SAME = {
    "IPV6": "IP",
    "ICMPV4": "ICMP",
    "UDPV4": "UDP",
    "UDPV6": "UDP",
    "TCPV4": "TCP",
    "TCPV6": "TCP",
}


@pytest.mark.parametrize("device", DEVICES)
def test_a_difference(device: str) -> None:
    added, dropped, changed = KNOWN[SAME.get(device, device)]
    found = difference(library(), device)
    assert found is not None
    assert {name for name, _ in found.added} == set(added)
    assert set(found.dropped) == set(dropped)
    assert {name for name, _ in found.changed} == set(changed)


def test_declarations_are_those_of_mirage_3() -> None:
    found = difference(library(), "KV_RO")
    assert found is not None
    assert ("mem", "mem : t -> string -> (bool, error) result io") in found.added
    assert dict(found.changed)["size"] == "size : t -> string -> (int64, error) result io"


def test_a_clock_has_no_single_successor() -> None:
    assert difference(library(), "CLOCK") is None
