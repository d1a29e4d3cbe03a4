"""Modules that provide a device: who they are, and what they are told."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check
from mirageport.mirage.project import Project

from ..porting.small import findings, ported

RULE = "v1-implementation"
BODY = """struct
  type 'a io = 'a Lwt.t
  type t = unit
  type id = unit
  type page_aligned_buffer = Cstruct.t
  type error = Unknown_key of string
  let disconnect () = Lwt.return_unit
  let read () name _ _ = Lwt.return (`Error (Unknown_key name))
  let size () name = Lwt.return (`Error (Unknown_key name))
end
"""


def _messages(text: str) -> list[str]:
    return [finding.message for finding in findings(text) if finding.rule == RULE]


PROVIDERS = [
    f"module Empty : V1_LWT.KV_RO = {BODY}",
    f"module Empty : V1_LWT.KV_RO with type t = unit = {BODY}",
    f"module Empty (T : V1_LWT.TIME) : V1_LWT.KV_RO = {BODY}",
    f"open V1_LWT\nmodule Empty : KV_RO = {BODY}",
    f"module Empty : sig include V1_LWT.KV_RO val connect : unit -> t io end = {BODY}",
    f"module Empty = ({BODY.rstrip()} : V1_LWT.KV_RO)\n",
]


@pytest.mark.parametrize("text", PROVIDERS)
def test_a_provider_is_told_exactly_what_to_do(text: str) -> None:
    (message,) = _messages(text)
    assert message == (
        "`Empty` provides a KV_RO of Mirage 2. For Mirage 3: add `pp_error : error Fmt.t`, "
        "`mem : t -> string -> (bool, error) result io`; drop `type id`; change "
        "`type error = private [> `Unknown_key of string ]`, `read : t -> string -> int64 -> int64 "
        "-> (page_aligned_buffer list, error) result io`, "
        "`size : t -> string -> (int64, error) result io`."
    )


@pytest.mark.parametrize("text", PROVIDERS)
def test_what_is_missing_is_told_under_the_new_name_too(text: str) -> None:
    (message,) = _messages(ported(text))
    assert "add `pp_error : error Fmt.t`, `mem :" in message


def test_a_provider_that_has_all_it_needs() -> None:
    text = f"module Empty : Mirage_kv_lwt.RO = {BODY}".replace(
        "end\n", "  let pp_error _ _ = ()\n  let mem () _ = Lwt.return (Ok true)\nend\n"
    )
    assert _messages(text.replace("`Error", "Error")) == []


HALF_WAY = [
    # What is said to be done, and what is named as left.
    ("", ["`read :", "`size :"]),
    ("let read () _ _ _ = Lwt.return (Ok [])", ["`size :"]),
    ("let size () _ = Lwt.fail Not_found", ["`read :"]),
    ("let read () _ _ _ = assert false let size () _ = Lwt.return (Ok 1L)", []),
]


@pytest.mark.parametrize(("done", "left"), HALF_WAY)
def test_what_gives_no_result_yet_is_told_under_the_new_name_too(
    done: str, left: list[str]
) -> None:
    more = f"  let pp_error _ _ = ()\n  let mem () _ = Lwt.return (Ok true)\n  {done}\nend\n"
    text = f"module Empty : V1_LWT.KV_RO = {BODY}".replace("end\n", more)
    found = _messages(ported(text))
    assert len(found) == bool(left)
    for name in ("`read :", "`size :"):
        assert all((name in message) == (name in left) for message in found)


def test_a_write_of_a_network_that_still_gives_unit() -> None:
    text = "module Hole : Mirage_net_lwt.S = struct\n  let {0} _ _ = Lwt.return{1}\nend\n"
    (message,) = _messages(text.format("writev", "_unit"))
    assert "change `writev :" in message
    (message,) = _messages(text.format("writev", " (Ok ())"))
    assert "change" not in message


NO_PROVIDERS = [
    "module Main (K : V1_LWT.KV_RO) = struct let start = K.disconnect end\n",
    "module type MINE = sig include V1_LWT.KV_RO val name : string end\n",
    "module type MINE = sig module Inner : V1_LWT.KV_RO end\n",
    "module Main (K : V1_LWT.KV_RO) = struct module Same : V1_LWT.KV_RO = K end\n",
    "let f (module K : V1_LWT.KV_RO) = ()\n",
]


@pytest.mark.parametrize("text", NO_PROVIDERS)
def test_who_provides_nothing(text: str) -> None:
    assert _messages(text) == []


def _of_interface(interface: str, implementation: str | None) -> list[str]:
    files = {"store.mli": interface.encode()}
    if implementation is not None:
        files["store.ml"] = implementation.encode()
    found = check(Project(files), "store.mli").findings
    return [finding.message for finding in found if finding.rule == RULE]


def test_interfaces() -> None:
    (message,) = _of_interface("include V1_LWT.KV_RO\nval connect : unit -> t io\n", None)
    assert message.startswith("What this describes provides a KV_RO of Mirage 2.")
    (message,) = _of_interface("module Make (T : V1_LWT.TIME) : V1_LWT.KV_RO\n", None)
    assert message.startswith("`Make` provides a KV_RO of Mirage 2.")
    assert _of_interface("include Mirage_kv_lwt.RO\n", None) == []


def test_an_interface_with_its_implementation_beside_it() -> None:
    inside = BODY.removeprefix("struct\n").removesuffix("end\n")
    (message,) = _of_interface("include Mirage_kv_lwt.RO\n", inside)
    assert "add `pp_error : error Fmt.t`, `mem :" in message
    make = f"module Make (T : Mirage_time_lwt.S) = {BODY}"
    declared = "module Make (T : Mirage_time_lwt.S) : sig include Mirage_kv_lwt.RO end\n"
    (message,) = _of_interface(declared, make)
    assert "drop `type id`" in message
    whole = inside.replace("`Error", "Error")
    whole += "let pp_error _ _ = ()\nlet mem () _ = Lwt.return (Ok true)\n"
    assert _of_interface("include Mirage_kv_lwt.RO\n", whole) == []


def test_an_implementation_is_told_beside_its_interface() -> None:
    make = f"let first = 1\nmodule Make (T : Mirage_time_lwt.S) = {BODY}"
    declared = "module Make (T : Mirage_time_lwt.S) : sig include Mirage_kv_lwt.RO end\n"
    files = {"store.mli": declared.encode(), "store.ml": make.encode()}
    (found,) = [f for f in check(Project(files), "store.ml").findings if f.rule == RULE]
    assert make[found.start : found.end] == "Make"
    inside = "let clock = Clock.time\n" + BODY.removeprefix("struct\n").removesuffix("end\n")
    files = {"store.mli": b"include Mirage_kv_lwt.RO\n", "store.ml": inside.encode()}
    (found,) = [f for f in check(Project(files), "store.ml").findings if f.rule == RULE]
    assert inside[: found.start].count("\n") == 0
    files["store.mli"] = b"val x : int\n"
    assert [f for f in check(Project(files), "store.ml").findings if f.rule == RULE] == []
