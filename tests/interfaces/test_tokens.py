"""Names that tell for which releases code is written: each is there in the first and the last
release of its interval, and not in the one before it or after it."""

from __future__ import annotations

import pytest

from mirageport.mirage.pack import judged
from mirageport.ocaml.modules import SigModule

# Path, the release before the first, the first, the last, the release after the last; "" is open.
TOKENS = """\
Ethif.Make,,2.9.1,3.4.0,3.4.1
Arpv4.Make,,2.9.1,3.4.0,3.4.1
Mirage_protocols_lwt.ETHIF,2.9.1,3.0,3.4.1,3.5
Mirage_protocols_lwt.ETHERNET,3.4.1,3.5,3.10.7,3.10.8
Ethernet.Make,3.4.1,3.5,4.11,
Mirage_kv.Key,3.4.1,3.5,4.11,
Mirage_types.STACKV4,2.9.1,3.0,3.6.0,3.7.1
Mirage_flow_lwt.S,2.9.1,3.0,3.10.6,3.10.7
Mirage_random.C,2.9.1,3.0,3.10.6,3.10.7
OS.Time,,2.9.1,3.10.8,4.0
Nocrypto.Hash,,2.9.1,3.7.4,3.7.5
Mirage_crypto.AES,4.6.1,4.7,4.11,
Mirage_crypto.Hash,3.7.4,3.7.5,4.6.1,4.7
Mirage_crypto.Cipher_block,3.7.4,3.7.5,4.6.1,4.7
Mirage_stack.V4V6,3.9,3.10,3.10.7,3.10.8
Tcpip.Stack.V4V6,3.10.7,3.10.8,4.11,
Tcpip.Stack.V4,3.10.7,3.10.8,4.3.4,4.3.5
Ethernet.S,3.10.7,3.10.8,4.11,
Arp.S,3.10.7,3.10.8,4.11,
Conduit_mirage.Context,,2.9.1,3.10.1,3.10.2
Cohttp_mirage.Server.Make,3.10.1,3.10.2,4.11,
Mirage_fs.S,2.9.1,3.0,4.2.1,4.3
Mirage_console.S,2.9.1,3.0,4.4.2,4.5
Mirage_info,,2.9.1,3.10.8,4.0
Mirage_runtime.register,4.4.2,4.5,4.10.6,4.11
Mirage_runtime.register_arg,4.7,4.8,4.11,
Mirage_runtime.name,4.9,4.10,4.11,
Mirage_crypto_rng_mirage.S,4.6.1,4.7,4.8.2,4.9
Mirage_time.S,2.9.1,3.0,4.8.2,4.9
Mirage_clock.PCLOCK,2.9.1,3.0,4.8.2,4.9
Mirage_sleep.ns,4.8.2,4.9,4.11,
Git_kv.connect,4.2.1,4.3,4.11,
Git_kv.Make,4.2.1,4.3,4.8.2,4.9
Mirage.foreign,,2.9.1,4.4.2,4.5
Mirage.main,3.10.8,4.0,4.11,
Mirage.stackv4,,2.9.1,4.2.1,4.3
Mirage.default_time,,2.9.1,4.8.2,4.9
Mirage.Runtime_arg,4.4.2,4.5,4.11,
Mirage.Key.abstract,,2.9.1,4.4.2,4.5
""".splitlines()


def _is_there(path: str, release: str) -> bool:
    head, *rest = path.split(".")
    found: object = judged(release).now(head)
    for name in rest:
        if not isinstance(found, SigModule):
            return False
        inner = found.module_type(name)
        found = found.module(name) or (inner.instance("") if inner else None) or found.value(name)
    return found is not None


@pytest.mark.parametrize("token", TOKENS)
def test_a_name_is_there_in_its_interval_alone(token: str) -> None:
    path, before, first, last, after = token.split(",")
    outside = [each for each in (before, after) if each]
    assert [each for each in (first, last) if not _is_there(path, each)] == []
    assert [each for each in outside if _is_there(path, each)] == []
