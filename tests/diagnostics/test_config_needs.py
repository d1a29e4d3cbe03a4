"""Entropy and time: devices that come with a change of config.ml and unikernel at once, or not."""

from __future__ import annotations

import pytest

from mirageport.code_actions.fixes import fixes
from mirageport.code_actions.plan import WITH_REVIEW, changed, port
from mirageport.diagnostics.engine import check

from ..packs import words
from ..porting.small import CONFIG, UNIKERNEL, project, told

TLS = """open Mirage
let main = foreign {labels}~packages:[ package "tls" ] "Unikernel.Main" (console @-> job)
let () = register "safe" [ main $ default_console{more} ]
"""
MAIN = "module Main (C : Mirage_console_lwt.S) = struct\n  {body}\nend\n"
SLEEPING = "OS.Time.sleep_ns 1L"


def _ported(config: str, text: str) -> tuple[str, str]:
    result = port(project(text, config), WITH_REVIEW).project
    return result.source(CONFIG).data.decode(), result.source(UNIKERNEL).data.decode()


def test_entropy_is_asked_for_in_both_files() -> None:
    config, text = _ported(
        TLS.format(labels="", more=""), MAIN.format(body="let start _ = Lwt.return_unit")
    )
    assert words(config) == words(TLS.format(labels="~deps:[abstract nocrypto] ", more=""))
    assert text == MAIN.format(body="let start _ _ = Lwt.return_unit")


def test_entropy_comes_behind_what_is_depended_on_already() -> None:
    config, text = _ported(
        TLS.format(labels="~deps:[ abstract app_info ] ", more=""),
        MAIN.format(body="let start _ info = ignore info; Lwt.return_unit"),
    )
    wanted = TLS.format(labels="~deps:[ abstract app_info; abstract nocrypto ] ", more="")
    assert words(config) == words(wanted)
    assert text == MAIN.format(body="let start _ info _ = ignore info; Lwt.return_unit")


@pytest.mark.parametrize(
    "body",
    [
        "let start = function _ -> Lwt.return_unit",
        "let rec start _ = start C.disconnect",
        "let begin_ _ = Lwt.return_unit",
    ],
)
def test_entropy_is_told_where_start_cannot_take_it(body: str) -> None:
    config, text = TLS.format(labels="", more=""), MAIN.format(body=body)
    assert ("nocrypto-deps", "manual") in told(text, config)
    assert _ported(config, text) == (config, text)


@pytest.mark.parametrize(
    "config",
    [
        TLS.format(labels="~deps:[ abstract nocrypto ] ", more=""),
        TLS.format(labels="", more=" ]\nlet web stack = [ conduit_direct ~tls:true stack"),
        TLS.format(labels="", more="").replace('"tls"', '"tlsf"'),
    ],
)
def test_where_entropy_comes_anyhow_nothing_is_said(config: str) -> None:
    text = MAIN.format(body="let start _ _ = Lwt.return_unit")
    assert "nocrypto-deps" not in {rule for rule, _level in told(text, config)}


PLAIN = """open Mirage
let main = foreign "Unikernel.Main" (console @-> {chain}job)
let () = register "nap" [ main $ default_console{value} ]
"""


def _suggested(config: str, text: str) -> tuple[str, str] | None:
    found = project(text, config)
    for finding in check(found, UNIKERNEL).findings:
        if finding.rule == "couple-time-add":
            result = changed(found, fixes(found, finding)[0].edits)
            return result.source(CONFIG).data.decode(), result.source(UNIKERNEL).data.decode()
    return None


def test_time_becomes_a_device_in_four_places() -> None:
    found = _suggested(
        PLAIN.format(chain="", value=""), MAIN.format(body=f"let start _c = {SLEEPING}")
    )
    assert found is not None
    assert found[0] == PLAIN.format(chain="time @-> ", value=" $ default_time")
    assert found[1] == (
        "module Main (C : Mirage_console_lwt.S) (Time : Mirage_time_lwt.S) = struct\n"
        "  let start _c _time = Time.sleep_ns 1L\nend\n"
    )


@pytest.mark.parametrize(
    ("config", "body"),
    [
        (PLAIN.format(chain="", value="") + "let ( = match\n", f"let start _c = {SLEEPING}"),
        (PLAIN.format(chain="", value=""), f"let rec start c = {SLEEPING} >>= fun () -> start c"),
        (PLAIN.format(chain="", value=""), f"let start = fun _c -> {SLEEPING}"),
        (PLAIN.format(chain="", value=""), f"module Time = C\n  let start _c = {SLEEPING}"),
        (PLAIN.format(chain="", value="") + "let again = main\n", f"let start _c = {SLEEPING}"),
        (PLAIN.format(chain="", value="").replace("open Mirage", ""), f"let start _c = {SLEEPING}"),
    ],
)
def test_time_is_not_suggested_where_a_place_is_not_sure(config: str, body: str) -> None:
    assert _suggested(config, MAIN.format(body=body)) is None
