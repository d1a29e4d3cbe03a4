"""Which bytes make a file worth decoding and parsing. Nothing else is loaded for that question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.mirage.file_names import basename, module_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

# Without one of these names in its bytes, nothing in a file can come from a Mirage 2 interface.
WORDS = (
    *(b"V1", b"Mirage", b"OS", b"Netif", b"Clock", b"Block", b"Console_", b"Channel", b"Fat"),
    *(b"Fflow", b"Ethif", b"Arpv4", b"Ipv4", b"Ipv6", b"Icmpv4", b"Udp", b"Tcp", b"Dhcp_"),
    *(b"Wire_structs", b"Nocrypto_entropy_xen", b"Io_page", b"_mirage", b"Vchan", b"Netchannel"),
    *(b"_unix", b"Lwt_io_flow", b"Functoria", b"Bootvar", b"Vnetif", b"Irmin"),
)
_CAPITALISED = re.compile(rb"\b[A-Z][\w']*")


def triggered(data: bytes, name: str) -> bool:
    """Whether a file is worth decoding and parsing at all."""
    return any(word in data for word in WORDS) or basename(name) == "config.ml"


def giving_types(files: Iterable[tuple[str, bytes]]) -> frozenset[bytes]:
    """The modules among files (name, content) that may give others a module or a module type of
    Mirage's under a name of their own: a file that names one of them is worth looking at, too."""
    return frozenset(
        module_bytes(name)
        for name, data in files
        if (b"module" in data or b"include" in data) and triggered(data, name)
    )


def names_one(data: bytes, modules: frozenset[bytes]) -> bool:
    """Whether a file names one of some modules."""
    return bool(modules) and not modules.isdisjoint(_CAPITALISED.findall(data))
