"""Files that describe a unikernel beside config.ml, as are given to `mirage configure -f`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.mirage.files import is_config

from ..packs import unikernel

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

UNIKERNEL = b"module Main (S : V1_LWT.STACKV4) = struct let start _ = Lwt.return_unit end\n"
CONFIG = b"""open Mirage
let addresses = { address; netmask; gateways = [ gateway ] }
let stack = direct_stackv4_with_static_ipv4 default_console tap0 addresses
let main = foreign "Unikernel.Main" (stackv4 @-> job)
let () = register "www" [ main $ stack ]
"""


def _ported(files: dict[str, bytes]) -> Project:
    return port(unikernel(files), WITH_REVIEW).project


@pytest.mark.parametrize("name", [".travis.ml", "config_xen.ml", "configs/site.ml"])
@pytest.mark.parametrize("beside", [{}, {"config.ml": CONFIG}])
def test_it_is_ported_as_config_ml_is(name: str, beside: dict[str, bytes]) -> None:
    ported = _ported({"unikernel.ml": UNIKERNEL, name: CONFIG, **beside})
    alone = _ported({"unikernel.ml": UNIKERNEL, "config.ml": CONFIG})
    assert ported.source(name).data == alone.source("config.ml").data
    assert b"gateway = Some gateway" in ported.source(name).data
    assert [check(ported, each).findings for each in ported.names] == [()] * len(ported.names)


def test_a_device_is_added_to_both() -> None:
    keys = b'open Mirage\nlet main = foreign "Unikernel.Main" (kv_ro @-> job)\n'
    files = {
        "unikernel.ml": b"module Main (K : V1_LWT.KV_RO) = struct\n"
        b"  module X = Tls_mirage.X509 (K) (Clock)\n"
        b"  let start k = X.certificate k `Default\nend\n",
        "config.ml": keys + b'let () = register "a" [ main $ crunch "a" ]\n',
        "other.ml": keys + b'let () = register "b" [ main $ crunch "b" ]\n',
    }
    ported = _ported(files)
    for name in ("config.ml", "other.ml"):
        assert b"kv_ro @-> pclock @-> job" in ported.source(name).data
        assert b"$ default_posix_clock" in ported.source(name).data
    assert ported.source("unikernel.ml").data.count(b"PCLOCK") == 1
    assert [check(ported, each).findings for each in ported.names] == [(), (), ()]


@pytest.mark.parametrize(
    "text",
    [
        b"open Mirage_types_lwt\nlet register = foreign\n",
        b"let foreign, register = (1, 2)\n(* open Mirage_net *)\n",
        b"open Mirage\nlet x = 1\n",
    ],
)
def test_other_files_are_none(text: bytes) -> None:
    assert not is_config("unikernel.ml", text)
    assert is_config("config.ml", text)
