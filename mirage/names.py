"""The names of module types and modules in Mirage 2 and Mirage 3.

Facts: mirage v2.9.1 types/V1.mli and V1_LWT.mli; mirage v3.0.0 types/mirage_types.mli and
types/mirage_types_lwt.mli; mirage-tcpip v3.0.0.
"""

from __future__ import annotations

from mirageport.api.names import Names
from mirageport.ocaml.named import NamedTuple


class DeviceNames(NamedTuple):
    """What a Mirage 2 module type is called in Mirage 3, and the package that has it.

    direct, package: its own module over Lwt. direct_plain: the one with abstract input and output.
    """

    direct: str
    direct_plain: str
    package: str


# By the name it had in V1 and V1_LWT. CLOCK has no entry: it became two, and use decides which.
DEVICES: dict[str, DeviceNames] = {
    "DEVICE": DeviceNames("Mirage_device.S", "Mirage_device.S", "mirage-device"),
    "TIME": DeviceNames("Mirage_time_lwt.S", "Mirage_time.S", "mirage-time-lwt"),
    "RANDOM": DeviceNames("Mirage_random.C", "Mirage_random.C", "mirage-random"),
    "FLOW": DeviceNames("Mirage_flow_lwt.S", "Mirage_flow.S", "mirage-flow-lwt"),
    "CONSOLE": DeviceNames("Mirage_console_lwt.S", "Mirage_console.S", "mirage-console-lwt"),
    "BLOCK": DeviceNames("Mirage_block_lwt.S", "Mirage_block.S", "mirage-block-lwt"),
    "NETWORK": DeviceNames("Mirage_net_lwt.S", "Mirage_net.S", "mirage-net-lwt"),
    "ETHIF": DeviceNames(
        "Mirage_protocols_lwt.ETHIF", "Mirage_protocols.ETHIF", "mirage-protocols-lwt"
    ),
    "ARP": DeviceNames("Mirage_protocols_lwt.ARP", "Mirage_protocols.ARP", "mirage-protocols-lwt"),
    "IP": DeviceNames("Mirage_protocols_lwt.IP", "Mirage_protocols.IP", "mirage-protocols-lwt"),
    "IPV4": DeviceNames(
        "Mirage_protocols_lwt.IPV4", "Mirage_protocols.IPV4", "mirage-protocols-lwt"
    ),
    "IPV6": DeviceNames(
        "Mirage_protocols_lwt.IPV6", "Mirage_protocols.IPV6", "mirage-protocols-lwt"
    ),
    "ICMP": DeviceNames(
        "Mirage_protocols_lwt.ICMP", "Mirage_protocols.ICMP", "mirage-protocols-lwt"
    ),
    "ICMPV4": DeviceNames(
        "Mirage_protocols_lwt.ICMPV4", "Mirage_protocols.ICMPV4", "mirage-protocols-lwt"
    ),
    "UDP": DeviceNames("Mirage_protocols_lwt.UDP", "Mirage_protocols.UDP", "mirage-protocols-lwt"),
    "UDPV4": DeviceNames(
        "Mirage_protocols_lwt.UDPV4", "Mirage_protocols_lwt.UDPV4", "mirage-protocols-lwt"
    ),
    "UDPV6": DeviceNames(
        "Mirage_protocols_lwt.UDPV6", "Mirage_protocols_lwt.UDPV6", "mirage-protocols-lwt"
    ),
    "TCP": DeviceNames("Mirage_protocols_lwt.TCP", "Mirage_protocols.TCP", "mirage-protocols-lwt"),
    "TCPV4": DeviceNames(
        "Mirage_protocols_lwt.TCPV4", "Mirage_protocols_lwt.TCPV4", "mirage-protocols-lwt"
    ),
    "TCPV6": DeviceNames(
        "Mirage_protocols_lwt.TCPV6", "Mirage_protocols_lwt.TCPV6", "mirage-protocols-lwt"
    ),
    "STACKV4": DeviceNames("Mirage_stack_lwt.V4", "Mirage_stack.V4", "mirage-stack-lwt"),
    "CHANNEL": DeviceNames("Mirage_channel_lwt.S", "Mirage_channel.S", "mirage-channel-lwt"),
    "KV_RO": DeviceNames("Mirage_kv_lwt.RO", "Mirage_kv.RO", "mirage-kv-lwt"),
    "FS": DeviceNames("Mirage_fs_lwt.S", "Mirage_fs.S", "mirage-fs-lwt"),
}

CLOCKS = {"mclock": "Mirage_clock_lwt.MCLOCK", "pclock": "Mirage_clock_lwt.PCLOCK"}

# The modules that held all module types, and where their names live on.
TYPES_MODULES = {"V1": "Mirage_types", "V1_LWT": "Mirage_types_lwt"}

# Module types that V1_LWT did not have, so that code took them from V1.
PLAIN_ONLY = ("DEVICE", "RANDOM", "CLOCK")


# Module types that V1 did not have, so that code took them from V1_LWT.
_LWT_ONLY = ("UDPV4", "UDPV6", "TCPV4", "TCPV6")


def _old_names() -> dict[str, str]:
    names = {}
    for device, new in DEVICES.items():
        if device not in _LWT_ONLY:
            names[new.direct_plain] = f"V1.{device}"
            names[f"Mirage_types.{device}"] = f"V1.{device}"
        lwt = f"V1.{device}" if device in PLAIN_ONLY else f"V1_LWT.{device}"
        names[new.direct] = lwt
        if device != "DEVICE":
            names[f"Mirage_types_lwt.{device}"] = lwt
    for clock in ("MCLOCK", "PCLOCK"):
        for module in ("Mirage_clock", "Mirage_clock_lwt", "Mirage_types", "Mirage_types_lwt"):
            names[f"{module}.{clock}"] = "V1.CLOCK"
    return names


# Every Mirage 3 name of a module type, with the Mirage 2 name of the same device.
OLD_OF = _old_names()

# Library modules that Mirage 3 has under another name.
RENAMED_MODULES = {"Static_ipv4": "Ipv4", "Mirage_channel_lwt": "Channel"}

# Signatures of devices that libraries have in both versions, by their last name.
LIBRARY_SIGNATURES = {"ENDPOINT": "Vchan.S.ENDPOINT"}


def names() -> Names:
    """What the engine has to know of these names."""
    types = {device: new.direct for device, new in DEVICES.items()}
    return Names(
        types={**types, **{clock.upper(): path for clock, path in CLOCKS.items()}},
        former=OLD_OF,
        described=frozenset([*DEVICES, "CLOCK"]),
        same={clock.upper(): "CLOCK" for clock in CLOCKS},
        owners=("V1_LWT", "V1"),
        credited=("V1_LWT", "V1", PLAIN_ONLY),
        modules=RENAMED_MODULES,
        signatures=LIBRARY_SIGNATURES,
    )
