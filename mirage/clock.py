"""Which of Mirage 3's clocks a Mirage 2 clock has to become, decided by what it is used for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirageport.ocaml.analysis import Analysis

MCLOCK, PCLOCK, BOTH = "mclock", "pclock", "both"

# Functors that take a clock, and which one they want in Mirage 3 (mirage-tcpip v3.0.0,
# ocaml-tls 0.8.0, mirage-logs 0.3.0).
_WANTED = {
    "Arpv4.Make": MCLOCK,
    "Ipv6.Make": MCLOCK,
    "Tcp.Flow.Make": MCLOCK,
    "Tls_mirage.X509": PCLOCK,
    "Mirage_logs.Make": PCLOCK,
}


def wanted(analysis: Analysis, parameter: str) -> str:
    """The clock that a functor parameter has to be: MCLOCK, PCLOCK or BOTH.

    MCLOCK where nothing speaks for either: most code that took a clock measured time.
    """
    found = set()
    for use in analysis.functor_uses:
        for argument in use.arguments:
            if analysis.tree.text(argument) == parameter:
                found.add(_WANTED.get(use.item.owner, MCLOCK))
    for value in analysis.uses:
        if value.qualifier == parameter and value.item.owner == "CLOCK":
            found.add(PCLOCK)
    if len(found) > 1:
        return BOTH
    return found.pop() if found else MCLOCK
