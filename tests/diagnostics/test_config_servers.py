"""The port of a web server, from config.ml to where the unikernel listens."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port

from ..packs import words
from ..porting.small import ported, project, told

CONFIG = """open Mirage

{before}let main = foreign "Unikernel.Main" (console @-> http @-> job)
let () = register "web" [ main $ default_console $ {server} ]
"""
UNIKERNEL = """module Main (C : Mirage_console_lwt.S) (H : Cohttp_lwt.Server) = struct
  let start _c {rest}
end
"""
CALL = "http = http (H.make ())"
MOVED = "http = http (`TCP 80) (H.make ())"


def _after(config: str, unikernel: str) -> tuple[str, str]:
    result = port(project(unikernel, config), WITH_REVIEW).project
    return result.source("config.ml").data.decode(), result.source("unikernel.ml").data.decode()


@pytest.mark.parametrize(
    ("before", "server"),
    [
        ("", "http_server (`TCP (`Port 80)) conduit"),
        ("", "http_server 80 conduit"),
        ("let port = `TCP (`Port 80)\n", "http_server port conduit"),
    ],
)
def test_the_port_moves(before: str, server: str) -> None:
    config = CONFIG.format(before=before, server=server)
    ported_config, unikernel = _after(config, UNIKERNEL.format(rest=CALL))
    assert ported_config == CONFIG.format(before="", server="http_server conduit")
    assert unikernel == UNIKERNEL.format(rest=MOVED)


def test_a_port_with_another_reader_stays() -> None:
    before = "let port = `TCP (`Port 80)\nlet other = port\n"
    config, _ = _after(
        CONFIG.format(before=before, server="http_server port conduit"),
        UNIKERNEL.format(rest=CALL),
    )
    assert config == CONFIG.format(before=before, server="http_server conduit")


def test_a_stack_gets_a_conduit() -> None:
    server = "http_server 80 (generic_stackv4 default_network)"
    config, _ = _after(CONFIG.format(before="", server=server), UNIKERNEL.format(rest=CALL))
    conduit = "http_server (conduit_direct (generic_stackv4 default_network))"
    assert words(config) == words(CONFIG.format(before="", server=conduit))


@pytest.mark.parametrize(
    "rest",
    [
        "http = let listen = http in listen (H.make ())",
        "http = List.map http [ H.make () ]",
        "_ = Lwt.return_unit",
    ],
)
def test_where_nobody_can_tell_it_is_told(rest: str) -> None:
    config = CONFIG.format(before="", server="http_server 80 conduit")
    text = UNIKERNEL.format(rest=rest)
    assert ("http-server-arg", "manual") in told(text, config)
    assert _after(config, text) == (config, text)


def test_a_port_from_elsewhere_is_told() -> None:
    config = CONFIG.format(before="", server="http_server (port_of ()) conduit")
    assert ("http-server-arg", "manual") in told(UNIKERNEL.format(rest=CALL), config)
    assert ported(UNIKERNEL.format(rest=CALL), config) == UNIKERNEL.format(rest=CALL)


def test_nothing_moves_where_config_cannot_be_read_whole() -> None:
    """Another job may stand in what is torn."""
    config = CONFIG.format(before="let ( = match\n", server="http_server 80 conduit")
    text = UNIKERNEL.format(rest=CALL)
    _config, unikernel = _after(config, text)
    assert "`TCP" not in unikernel
    assert "http_server 80 conduit" in _config
