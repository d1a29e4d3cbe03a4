"""A release is added by data alone: Mirage 3.5's networks and stores, no line of Python."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from mirageport.api.data import Folder
from mirageport.api.view import view
from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.data_pack import data_pack
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.project import Project
from mirageport.server.compiler import Compiler

from ..interfaces.compiler import require

FOLDER = Path(__file__).parent / "mirage-3.5"
PACK = data_pack(Folder(str(FOLDER)))
INTERFACES = sorted((FOLDER / "interfaces").glob("*.mli"))

# Comments, and attributes that say no type.
_NOT_DECLARED = re.compile(r"\(\*.*?\*\)|\[@@.*?\]", re.DOTALL)

OLD = """\
let show error = Fmt.to_to_string Mirage_net.pp_error error
let last : Mirage_net.error option ref = ref None

module type PLAIN = Mirage_kv_lwt.RO with type page_aligned_buffer = Cstruct.t

module Main (N : Mirage_net_lwt.S) (KV : Mirage_kv_lwt.RO) = struct
  let size kv name = KV.size kv name
  let there kv name = KV.mem kv name
  let content kv name = KV.read kv name 0L 4096L
  let send net frame = N.write net frame
  let send_all net frames = N.writev net frames
  let start net _kv = N.listen net (fun _frame -> Lwt.return_unit)
end
"""
SAFE = """\
let show error = Fmt.to_to_string Mirage_net.Net.pp_error error
let last : Mirage_net.error option ref = ref None

module type PLAIN = Mirage_kv_lwt.RO

module Main"""
NEW = """\
open Lwt.Infix

let show error = Fmt.to_to_string Mirage_net.Net.pp_error error
let last : Mirage_net.Net.error option ref = ref None

module Main (N : Mirage_net_lwt.S) (KV : Mirage_kv_lwt.RO) = struct
  let content kv name =
    KV.get kv (Mirage_kv.Key.v name) >|= function Ok text -> text | Error _ -> ""

  let send net = N.write net ~size:60 (fun _buffer -> 60)
  let start net _kv = N.listen net ~header_size:14 (fun _frame -> Lwt.return_unit)
end
"""


def project(text: str) -> Project:
    return Project({"unikernel.ml": text.encode()}, PACK)


def test_what_the_release_changed_is_found() -> None:
    found = project(OLD)
    source = found.source("unikernel.ml")
    findings = check(found, "unikernel.ml").findings
    assert [(f.rule, source.line_of(f.start) + 1, f.applicability) for f in findings] == [
        ("net-pp-error", 1, "safe"),
        ("net-error-moved", 2, "review"),
        ("kv-page-aligned-buffer", 4, "safe"),
        ("kv-size", 7, "manual"),
        ("kv-mem", 8, "manual"),
        ("kv-read", 9, "manual"),
        ("net-write-size", 10, "manual"),
        ("net-writev-gone", 11, "manual"),
        ("net-listen-header", 12, "manual"),
    ]
    assert (
        findings[0].message == "`Mirage_net.pp_error` is `Mirage_net.Net.pp_error` in Mirage 3.5."
    )


def test_its_fixes_are_made() -> None:
    assert port(project(OLD), SAFE_ONLY).files["unikernel.ml"].decode().startswith(SAFE)
    done = port(project(OLD), WITH_REVIEW)
    assert "last : Mirage_net.Net.error option" in done.files["unikernel.ml"].decode()
    assert {f.applicability for f in done.left["unikernel.ml"].findings} == {"manual"}


def test_code_of_the_release_is_left_alone() -> None:
    assert check(project(NEW), "unikernel.ml").findings == ()


def declared(path: Path, release: str) -> list[str]:
    """The words of the declarations of an interface at a release, sorted: tags and items may stand
    in any order."""
    text = (view(path.read_bytes(), release) or b"").decode()
    plain = _NOT_DECLARED.sub("", text).replace("type nonrec", "type")
    return sorted(plain.replace(";", " ").split())


@pytest.mark.parametrize("release", ["3.0", "3.5"])
@pytest.mark.parametrize("path", INTERFACES, ids=lambda path: path.stem)
def test_the_items_and_their_releases_are_those_of_our_interfaces(path: Path, release: str) -> None:
    own = Path(__file__).parents[2] / "mirage" / "interfaces" / path.name
    assert declared(path, release) == declared(own, release)


@pytest.mark.parametrize(("text", "release"), [(OLD, "3.0"), (NEW, "3.5")])
def test_the_compiler_takes_either_code_for_its_own_release(
    tmp_path: Path, text: str, release: str
) -> None:
    other = NEW if text is OLD else OLD
    more = {path.name: view(path.read_bytes(), release) or b"" for path in INTERFACES}
    compiler = Compiler(require("ocamlc"), tmp_path, 120, math.inf, more)
    for code, accepted in ((text, True), (other, False)):
        files = compiler.new_folder({"unikernel.ml": code.encode()})
        ran = compiler.typed("3.0", files, "unikernel.ml", ["-principal", "-w", "-a"])
        assert (ran.status == 0) == accepted, ran.text
