"""What a call gives is known by its rules after a fix took one of its arguments."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port

from ..packs import unikernel

TLS = """open Lwt.Infix
module Main (S : V1_LWT.STACKV4) = struct
  module T = S.TCPV4
  module TLS = Tls_mirage.Make (T)
  let go s address cfg name =
    T.create_connection (S.tcpv4 s) address >>= function
    | `Error _ -> Lwt.fail Exit
    | `Ok flow -> %s >>= function
      | `Ok tls -> TLS.close tls
      | `Eof -> Lwt.return_unit
      | `Error e -> Lwt.fail (Failure (TLS.error_message e))
end
"""


@pytest.mark.parametrize(
    "call",
    [
        'TLS.client_of_flow cfg "" flow',
        "TLS.client_of_flow cfg name flow",
        'TLS.client_of_flow cfg "a.example" flow',
        'TLS.client_of_flow ~trace:ignore cfg "" flow',
    ],
)
def test_the_results_are_ported_before_and_after(call: str) -> None:
    project = unikernel({"unikernel.ml": (TLS % call).encode()})
    began = port(project, SAFE_ONLY).project
    assert b"`Eof" in began.source("unikernel.ml").data
    text = port(began, WITH_REVIEW).project.source("unikernel.ml").data.decode()
    assert text == port(project, WITH_REVIEW).project.source("unikernel.ml").data.decode()
    assert "Error `Closed" in text
