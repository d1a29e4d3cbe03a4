"""Which bytes make a file worth decoding and parsing. Nothing else is loaded for that question."""

from __future__ import annotations

from mirageport.mirage.file_names import basename

# Without one of these names in its bytes, nothing in a file can come from a Mirage 2 interface.
WORDS = (
    *(b"V1", b"Mirage", b"OS", b"Netif", b"Clock", b"Block", b"Console_", b"Channel", b"Fat"),
    *(b"Fflow", b"Ethif", b"Arpv4", b"Ipv4", b"Ipv6", b"Icmpv4", b"Udp", b"Tcp", b"Dhcp_"),
    *(b"Wire_structs", b"Nocrypto_entropy_xen", b"Io_page", b"_mirage", b"Vchan", b"Netchannel"),
    *(b"_unix", b"Lwt_io_flow", b"Functoria", b"Bootvar", b"Vnetif"),
)


def triggered(data: bytes, name: str) -> bool:
    """Whether a file is worth decoding and parsing at all."""
    return any(word in data for word in WORDS) or basename(name) == "config.ml"
