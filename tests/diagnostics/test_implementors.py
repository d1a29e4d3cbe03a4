"""Modules that provide a device: who they are, and what they are told."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check

from ..packs import unikernel
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
        "`Empty` implements a KV_RO of Mirage 2. For Mirage 3: add `pp_error : error Fmt.t`, "
        "`mem : t -> string -> (bool, error) result io`; remove `type id`; change "
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
    found = check(unikernel(files), "store.mli").findings
    return [finding.message for finding in found if finding.rule == RULE]


def test_interfaces() -> None:
    (message,) = _of_interface("include V1_LWT.KV_RO\nval connect : unit -> t io\n", None)
    assert message.startswith("This signature implements a KV_RO of Mirage 2.")
    (message,) = _of_interface("module Make (T : V1_LWT.TIME) : V1_LWT.KV_RO\n", None)
    assert message.startswith("`Make` implements a KV_RO of Mirage 2.")
    assert _of_interface("include Mirage_kv_lwt.RO\n", None) == []


def test_an_interface_with_its_implementation_beside_it() -> None:
    inside = BODY.removeprefix("struct\n").removesuffix("end\n")
    (message,) = _of_interface("include Mirage_kv_lwt.RO\n", inside)
    assert "add `pp_error : error Fmt.t`, `mem :" in message
    make = f"module Make (T : Mirage_time_lwt.S) = {BODY}"
    declared = "module Make (T : Mirage_time_lwt.S) : sig include Mirage_kv_lwt.RO end\n"
    (message,) = _of_interface(declared, make)
    assert "remove `type id`" in message
    whole = inside.replace("`Error", "Error")
    whole += "let pp_error _ _ = ()\nlet mem () _ = Lwt.return (Ok true)\n"
    assert _of_interface("include Mirage_kv_lwt.RO\n", whole) == []


def test_an_implementation_is_told_beside_its_interface() -> None:
    make = f"let first = 1\nmodule Make (T : Mirage_time_lwt.S) = {BODY}"
    declared = "module Make (T : Mirage_time_lwt.S) : sig include Mirage_kv_lwt.RO end\n"
    files = {"store.mli": declared.encode(), "store.ml": make.encode()}
    (found,) = [f for f in check(unikernel(files), "store.ml").findings if f.rule == RULE]
    assert make[found.start : found.end] == "Make"
    inside = "let clock = Clock.time\n" + BODY.removeprefix("struct\n").removesuffix("end\n")
    files = {"store.mli": b"include Mirage_kv_lwt.RO\n", "store.ml": inside.encode()}
    (found,) = [f for f in check(unikernel(files), "store.ml").findings if f.rule == RULE]
    assert inside[: found.start].count("\n") == 0
    files["store.mli"] = b"val x : int\n"
    assert [f for f in check(unikernel(files), "store.ml").findings if f.rule == RULE] == []


SLEEPER = "struct type 'a io = 'a Lwt.t let sleep _ = Lwt.return_unit end"
GIVEN = [
    f"module T = {SLEEPER}\nmodule R = Dns_resolver_mirage.Make (T) (S)\n",
    f"module T = {SLEEPER}\nmodule F (X : V1_LWT.TIME) = struct end\nmodule R = F (T)\n",
    f"module T = {SLEEPER}\nmodule F (X : Mirage_time_lwt.S) = struct end\nmodule R = F (T)\n",
    f"module F (X : V1_LWT.TIME) = struct end\nmodule R = F ({SLEEPER})\n",
    f"module T = {SLEEPER}\nmodule F = functor (X : V1_LWT.TIME) -> struct end\nmodule R = F (T)\n",
    f"module type NAP = sig include V1_LWT.TIME end\nmodule T = {SLEEPER}\n"
    "module F (X : NAP) = struct end\nmodule R = F (T)\n",
]


@pytest.mark.parametrize("text", GIVEN)
def test_a_module_that_is_given_to_a_functor_provides_what_that_asks_for(text: str) -> None:
    (message,) = _messages(text)
    assert "implements a TIME of Mirage 2" in message
    assert "add `sleep_ns : int64 -> unit io`" in message
    # The functor's own fix does not take the finding away; only what it asks for does.
    assert len(_messages(ported(text))) == 1
    assert _messages(text.replace("let sleep _", "let sleep_ns _")) == []


def test_a_file_that_is_given_to_a_functor_of_another_file() -> None:
    files = {
        "retry.ml": b"module Make (T : V1_LWT.TIME) = struct end\n",
        "slow.ml": b"type 'a io = 'a Lwt.t\nlet sleep _ = Lwt.return_unit\n",
        "a.ml": b"module R = Retry.Make (Slow)\nlet _ = OS.Time.sleep_ns 1L\n",
    }
    (found,) = check(unikernel(files), "a.ml").findings
    assert (found.rule, found.start) == (RULE, files["a.ml"].index(b"Slow"))


def test_a_clock_of_ones_own_is_told_which_clock_it_has_to_be() -> None:
    text = (
        "module Noon = struct let time () = 43200. end\n"
        "module Main (C : V1.CLOCK) = struct let now () = C.time () end\n"
        "module M = Main (Noon)\n"
    )
    (message,) = _messages(text)
    assert "`Noon` implements a PCLOCK" in message
    assert "`now_d_ps : t -> int * int64`" in message


OWN_TYPES = [
    "module type KEYS = sig include V1_LWT.KV_RO val name : string end\n",
    "module type INNER = sig include V1_LWT.KV_RO end\n"
    "module type KEYS = sig include INNER val name : string end\n",
    "module type KEYS = sig include V1_LWT.KV_RO with type t = unit end\n",
    "open V1_LWT\nmodule type KEYS = sig include KV_RO end\n",
]


@pytest.mark.parametrize("types", OWN_TYPES)
def test_a_module_of_a_module_type_that_includes_a_device_provides_it(types: str) -> None:
    text = f"{types}module Empty : KEYS = {BODY}"
    assert ["implements a KV_RO" in message for message in _messages(text)] == [True]
    assert len(_messages(ported(text))) == 1


KINDS = [
    ("kinds.ml", "module type STORE = sig include V1_LWT.KV_RO val name : string end\n"),
    ("kinds.mli", "open V1_LWT\nmodule type STORE = sig include KV_RO end\n"),
    (
        "kinds.mli",
        "module type A = sig include V1.KV_RO end module type STORE = sig include A end\n",
    ),
    ("kinds.ml", "module type STORE = V1_LWT.KV_RO with type t = unit\n"),
]


@pytest.mark.parametrize(("name", "types"), KINDS)
def test_a_module_type_of_another_file_says_what_a_module_provides(name: str, types: str) -> None:
    files = {name: types, "empty.ml": f"module Empty : Kinds.STORE = {BODY}"}
    found = check(unikernel({name: code.encode() for name, code in files.items()}), "empty.ml")
    assert [finding.rule for finding in found.findings] == [RULE]


def test_a_file_that_an_interface_of_another_files_module_type_describes() -> None:
    files = {
        "kinds.mli": "module type STORE = sig include V1_LWT.KV_RO end\n",
        "empty.mli": "include Kinds.STORE\n",
        "empty.ml": BODY.removeprefix("struct").removesuffix("end\n"),
    }
    project = unikernel({name: code.encode() for name, code in files.items()})
    for name in ("empty.mli", "empty.ml"):
        assert [finding.rule for finding in check(project, name).findings] == [RULE]


TAGGED = "val connect : string ->\n  [ `Ok of t | `Error of error ] Lwt.t"


@pytest.mark.parametrize(
    ("name", "text", "whose"),
    [
        ("a.mli", f"include V1_LWT.KV_RO\n{TAGGED}\n", "A"),
        ("a.mli", f"module Disk : sig include V1_LWT.BLOCK {TAGGED} end\n", "Disk"),
        ("a.mli", f"module Make (B : V1_LWT.BLOCK) : sig include V1_LWT.FS {TAGGED} end\n", "Make"),
        ("a.ml", f"module type D = sig include V1_LWT.BLOCK {TAGGED} end\n", "D"),
    ],
)
def test_a_connect_with_tags_beside_an_included_device_is_told(
    name: str, text: str, whose: str
) -> None:
    for code in (text, text.replace(TAGGED, "val connect : string -> t Lwt.t")):
        found = check(unikernel({name: code.encode()}), name).findings
        told = [f.message for f in found if f.rule == "connect-result"]
        assert len(told) == (code == text)
        assert all(f"`{whose}.connect` returns tags" in message for message in told)
        assert all("`val connect : string -> t Lwt.t`." in message for message in told)


def test_a_connect_with_tags_in_a_module_type_is_told() -> None:
    text = (
        "module type KEYS = sig\n  include V1_LWT.KV_RO\n"
        "  val connect : string -> [ `Ok of t | `Error of error ] io\nend\n"
    )
    (found,) = [found for found in findings(text) if found.rule == "connect-result"]
    assert "`val connect : string -> t io`" in found.message
    assert found.applicability == "manual"
    ported_by_hand = text.replace("[ `Ok of t | `Error of error ]", "t")
    assert "connect-result" not in [found.rule for found in findings(ported_by_hand)]


@pytest.mark.parametrize(
    "text",
    [
        "module F (X : V1_LWT.TIME) = struct end\nmodule R = F (OS.Time)\n",
        "module F (X : sig end) = struct end\nmodule T = struct end\nmodule R = F (T)\n",
        "module T = struct include OS.Time end\n"
        "module F (X : Mirage_time_lwt.S) = struct end\nmodule R = F (T)\n",
    ],
)
def test_other_modules_that_are_given_say_nothing(text: str) -> None:
    assert _messages(text) == []
