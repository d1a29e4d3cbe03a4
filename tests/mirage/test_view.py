"""What an interface was at a release."""

from __future__ import annotations

import re

import pytest

from mirageport.api.view import ends, view

DEVICE = b"""\
(** A device. *)

[@@@complete "3.0"]

type t

module Make
    (Old : V1.TIME [@until "2.9.1"])
    (New : Mirage_time.S [@since "3.0"])
    : sig
  val read :
    t ->
    string
  [@@port "read"]
  [@@until "2.9.1"]
  val read : t -> bytes [@@since "3.0"] [@@until "3.4"]
  val close : t -> unit
end
"""

AT_2_9 = b"""\
(** A device. *)


type t

module Make
    (Old : V1.TIME [@until "2.9.1"])
    : sig
  val read :
    t ->
    string
  [@@port "read"]
  [@@until "2.9.1"]
  val close : t -> unit
end
"""

AT_3_0 = b"""\
(** A device. *)

[@@@complete "3.0"]

type t

module Make
    (New : Mirage_time.S [@since "3.0"])
    : sig
  val read : t -> bytes [@@since "3.0"] [@@until "3.4"]
  val close : t -> unit
end
"""


@pytest.mark.parametrize(
    ("release", "expected"),
    [("2.0", AT_2_9), ("2.9", AT_2_9), ("2.9.1", AT_2_9), ("3.0", AT_3_0), ("3.4", AT_3_0)],
)
def test_an_item_is_there_from_its_first_release_to_its_last(release: str, expected: bytes) -> None:
    assert view(DEVICE, release) == expected


@pytest.mark.parametrize("release", ["3.5", "3.10", "4.0"])
def test_a_later_release_has_neither(release: str) -> None:
    found = view(DEVICE, release)
    assert found is not None
    assert b"val read" not in found
    assert b"(New : " in found


def test_a_whole_interface_has_an_interval() -> None:
    text = b'[@@@since "3.0"]\n\nval x : int\n'
    assert view(text, "2.9") is None
    assert view(text, "3.0") == text


def test_what_says_nothing_is_so_in_all_releases() -> None:
    text = b"val x : int\n"
    assert view(text, "2.0") is text


STEPS = b"""\
val first : int [@@port "first"] [@@until "2.9"]

module M : sig
  val inner : int [@@port "inner"] [@@until "2.9"]
end
[@@port "outer"]
[@@until "3.4"]
val last :
  int
[@@port "one"]
[@@port "other"]
[@@until "3.4"]
val for_ever : int [@@port "note"]
"""


def test_what_becomes_of_an_item_after_the_target_is_no_change_yet() -> None:
    rules = re.compile(rb'"([a-z]+)"')
    assert rules.findall(view(STEPS, "2.9", "3.0") or b"") == [b"first", b"inner", b"note"]
    assert rules.findall(view(STEPS, "3.0", "3.0") or b"") == [b"note"]
    assert rules.findall(view(STEPS, "3.0", "3.5") or b"") == [b"outer", b"one", b"other", b"note"]
    assert (view(STEPS, "3.0", "3.0") or b"").count(b"[@@until") == 2


def test_a_release_without_its_last_number_ends_behind_all_of_its_own() -> None:
    """3.10 is the last of all 3.10.x, so nothing is missing between 3.10.1 and 4.0."""
    text = b'val a : int [@@until "3.10"]\n\nval a : bool\n[@@since "4.0"]\n\nval b : int\n'
    text += b'[@@until "3.10.1"]\n\nval b : bool [@@since "3.10.2"]\n'
    assert ends(text, "4.11") == ["3.10.1", "3.10"]
    assert b"a : int" in (view(text, "3.10", after="3.10.1") or b"")
