"""Which functor parameter may take which device of config.ml.

Facts: mirage v2.9.1 and v3.0.0, types/ (which module type includes which) and lib/mirage.mli (the
type of each device).
"""

from __future__ import annotations

_IP, _UDP, _TCP = ("IP", "IPV4", "IPV6"), ("UDP", "UDPV4", "UDPV6"), ("TCP", "TCPV4", "TCPV6")

# By the name of a device's type in config.ml: the module types that its implementation has. The
# clock of Mirage 2 fits either clock of Mirage 3: what it becomes is decided by its own rule.
_TAKEN_AS: dict[str, tuple[str, ...]] = {
    "arpv4": ("ARP", "DEVICE"),
    "block": ("BLOCK", "DEVICE"),
    "clock": ("CLOCK", "MCLOCK", "PCLOCK", "DEVICE"),
    "console": ("CONSOLE", "FLOW", "DEVICE"),
    "ethernet": ("ETHIF", "DEVICE"),
    "fs": ("FS", "DEVICE"),
    "ip": (*_IP, "DEVICE"),
    "kv_ro": ("KV_RO", "RO", "DEVICE"),
    "mclock": ("CLOCK", "MCLOCK", "DEVICE"),
    "network": ("NETWORK", "DEVICE"),
    "pclock": ("CLOCK", "PCLOCK", "DEVICE"),
    "random": ("RANDOM", "DEVICE"),
    "stackv4": ("STACKV4", "DEVICE"),
    "tcp": (*_TCP, "FLOW", "DEVICE"),
    "time": ("TIME", "DEVICE"),
    "udp": (*_UDP, "DEVICE"),
}

_KNOWN = frozenset(name for names in _TAKEN_AS.values() for name in names)

# The value that stands for a device where a unikernel has but one of it, by the module type that
# takes it; its name in the chain is that of the device.
DEFAULTS = {
    "CONSOLE": ("console", "default_console"),
    "MCLOCK": ("mclock", "default_monotonic_clock"),
    "NETWORK": ("network", "default_network"),
    "PCLOCK": ("pclock", "default_posix_clock"),
    "RANDOM": ("random", "default_random"),
    "TIME": ("time", "default_time"),
}

# The module type of each device of Mirage 4.11 (mirage v4.11.1, lib/devices; mirage-tcpip v9.0.1,
# src/core).
MODULE_TYPES = {
    "arpv4": "Arp.S",
    "block": "Mirage_block.S",
    "dns_client": "Dns_client_mirage.S",
    "ethernet": "Ethernet.S",
    "happy_eyeballs": "Happy_eyeballs_mirage.S",
    "ipv4": "Tcpip.Ip.S with type ipaddr = Ipaddr.V4.t",
    "ipv6": "Tcpip.Ip.S with type ipaddr = Ipaddr.V6.t",
    "kv_ro": "Mirage_kv.RO",
    "kv_rw": "Mirage_kv.RW",
    "network": "Mirage_net.S",
    "stackv4v6": "Tcpip.Stack.V4V6",
    "tcpv4v6": "Tcpip.Tcp.S with type ipaddr = Ipaddr.t",
    "udpv4v6": "Tcpip.Udp.S with type ipaddr = Ipaddr.t",
}


def known(device: str, module_type: str) -> bool:
    """Whether both names say something: a device of Mirage, and a module type of Mirage."""
    return device in _TAKEN_AS and module_type in _KNOWN


def is_device(name: str) -> bool:
    """Whether this is what Mirage calls one of its devices."""
    return name in _TAKEN_AS


def fits(device: str, module_type: str) -> bool:
    """Whether a parameter of this module type takes this device. What is not known fits."""
    return not known(device, module_type) or module_type in _TAKEN_AS[device]


def same(device: str, wanted: str) -> bool:
    """Whether a device of one type can stand where one of another is wanted. What is not known
    can, and so can the clock of Mirage 2, which is not decided yet."""
    if device not in _TAKEN_AS or wanted not in _TAKEN_AS or "clock" in (device, wanted):
        return True
    return device == wanted
