"""Names of Mirage that the interfaces do not say by themselves.

What a module type became stands beside it in its interface (`[@@port.to New.path]`); see
`library.Library.successors`. Facts: mirage v2.9.1 types/V1.mli and V1_LWT.mli; mirage v3.0.0
types/mirage_types.mli and types/mirage_types_lwt.mli; mirage-tcpip v3.0.0.
"""

from __future__ import annotations

CLOCKS = {"mclock": "Mirage_clock_lwt.MCLOCK", "pclock": "Mirage_clock_lwt.PCLOCK"}

# The modules that held all module types, and where their names live on.
TYPES_MODULES = {"V1": "Mirage_types", "V1_LWT": "Mirage_types_lwt"}

# Module types that V1_LWT did not have, so that code took them from V1.
PLAIN_ONLY = ("DEVICE", "RANDOM", "CLOCK")

# A further name that one has at the target, with its path at the start.
ALSO = {"Mirage_types.RANDOM": "V1.RANDOM"}

# Library modules that the target has under another name.
RENAMED_MODULES = {"Static_ipv4": "Ipv4", "Mirage_channel_lwt": "Channel"}

# Signatures of devices that libraries have in both versions, by their last name.
LIBRARY_SIGNATURES = {"ENDPOINT": "Vchan.S.ENDPOINT"}
