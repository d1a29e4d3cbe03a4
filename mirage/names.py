"""Names of Mirage that the interfaces do not say by themselves.

What a module type became stands beside it in its interface (`[@@port.to New.path]`). Facts: mirage
v2.9.1 types/V1.mli and V1_LWT.mli; mirage v3.0.0 types/mirage_types.mli and
types/mirage_types_lwt.mli; mirage-tcpip v3.0.0.
"""

from __future__ import annotations

from mirageport.api.names import Names
from mirageport.mirage.releases import TARGET

CLOCKS = {"mclock": "Mirage_clock_lwt.MCLOCK", "pclock": "Mirage_clock_lwt.PCLOCK"}

# The modules that held all module types, and where their names live on.
TYPES_MODULES = {"V1_LWT": "Mirage_types_lwt", "V1": "Mirage_types"}

# Those that there were until Mirage 3.10.
_HOMES = (*TYPES_MODULES, *TYPES_MODULES.values())

# The modules of module types, which began and ended with a release of Mirage. Of others that are
# called `Mirage_..`, such as Mirage_key, the interfaces only say since when they describe them.
_DATED = (
    *("V1", "Mirage_types", "Mirage_block_lwt", "Mirage_channel", "Mirage_clock"),
    *("Mirage_console", "Mirage_device", "Mirage_flow_lwt", "Mirage_fs", "Mirage_kv"),
    *("Mirage_net", "Mirage_protocols", "Mirage_random", "Mirage_stack", "Mirage_time"),
    *("Tcpip.", "Ethernet.", "Mirage_sleep", "Mirage_ptime", "Mirage_mtime"),
)

# The modules whose module types have other names, or were removed, in releases after 3.0.
_SINCE_3 = (
    *("Cohttp_lwt", "Mirage_block_lwt", "Mirage_channel_lwt", "Mirage_clock"),
    *("Mirage_clock_lwt", "Mirage_console", "Mirage_console_lwt", "Mirage_device", "Mirage_flow"),
    *("Mirage_flow_lwt", "Mirage_fs", "Mirage_fs_lwt", "Mirage_kv", "Mirage_kv_lwt", "Mirage_net"),
    *("Mirage_net_lwt", "Mirage_protocols", "Mirage_protocols_lwt", "Mirage_random"),
    *("Mirage_stack", "Mirage_stack_lwt", "Mirage_time", "Mirage_time_lwt"),
)

# Of the module types that tcpip 7.0.0 made one with others (src/core/ip.ml, udp.ml, tcp.ml), what
# told them apart.
_CONSTRAINED = {
    f"Mirage_protocols.{kind}V{version}": f"type ipaddr = Ipaddr.V{version}.t{more}"
    for version in (4, 6)
    for kind, more in (
        ("IP", f" and type prefix = Ipaddr.V{version}.Prefix.t"),
        ("UDP", ""),
        ("TCP", ""),
    )
}

# Modules that the libraries of later targets still have, though our interfaces of them end before.
_KEPT = frozenset(
    (
        *("Basic_backend", "Block", "Cohttp_mirage_io", "Conduit_localhost", "Conduit_xenstore"),
        *("Dhcp_client_lwt", "Dhcp_client_mirage", "Dns_client_flow", "Fat", "Icmpv4_socket"),
        *("Ipv4_socket", "Ipv6_socket", "Irmin_mirage", "Mdns_resolver_mirage", "Mdns_responder"),
        *("Mirage_flow_unix", "Netchannel", "Netif", "Qubesdb_ipv4", "Ramdisk"),
        *("Tcpip_stack_socket", "Tcpv4_socket", "Tcpv6_socket", "Tls_lwt", "Udpv4_socket"),
        *("Udpv6_socket", "Vnetif", "X509_lwt"),
    )
)

# Modules that have more with the compilers of later targets.
_GROWN = frozenset(["Optint", "Result"])

# What OCaml opens beside the Pervasives of 4.03 since (ocaml 4.05, 4.12 and 4.14,
# stdlib/stdlib.mli).
_OPENED_SINCE = b"""
val int_of_string_opt : string -> int option
val float_of_string_opt : string -> float option
val bool_of_string_opt : string -> bool option
val read_int_opt : unit -> int option
val read_float_opt : unit -> float option
val __FUNCTION__ : string
"""


def names(target: str) -> Names:
    """What the engine has to know of these names, to port to a release."""
    return Names(
        homes=TYPES_MODULES if target == TARGET else dict.fromkeys(_HOMES, ""),
        typed=_SINCE_3 if target != TARGET else (),
        constrained=_CONSTRAINED if target != TARGET else {},
        also={"Mirage_types.RANDOM": "V1.RANDOM"},
        several={clock.upper(): path for clock, path in CLOCKS.items()},
        same={clock.upper(): "CLOCK" for clock in CLOCKS},
        credited=("V1_LWT", "V1", ("DEVICE", "RANDOM", "CLOCK")),
        common=frozenset(["V1"]),
        modules={"Static_ipv4": "Ipv4", "Mirage_channel_lwt": "Channel", "H1": "Httpaf"},
        signatures={"ENDPOINT": "Vchan.S.ENDPOINT"},
        dated=_DATED,
        dated_values=frozenset(["Mirage"]),
        kept=_KEPT if target != TARGET else frozenset(),
        grown=(_GROWN, _OPENED_SINCE) if target != TARGET else (frozenset(), b""),
    )
