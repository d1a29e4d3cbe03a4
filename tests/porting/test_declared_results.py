"""Functions that give a device's result, whose type a signature writes down."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import unikernel

BODY = (
    "struct\n  let get f = F.read f\n  let put f b = F.write f b\n"
    '  let size k = K.size k "x"\nend\n'
)
GET = "val get : F.flow -> [ `Ok of F.buffer | `Eof | `Error of F.error ] Lwt.t"
PUT = "val put : F.flow -> F.buffer -> [ `Ok of unit | `Eof | `Error of F.error ] Lwt.t"
SIZE = "val size : K.t -> [ `Error of K.error | `Ok of int64 ] Lwt.t"
HEAD = "module Make (F : V1_LWT.FLOW) (K : V1_LWT.KV_RO)"
NOW = [
    "F.flow -> (F.buffer Mirage_flow.or_eof, F.error) result Lwt.t",
    "(unit, F.write_error) result Lwt.t",
    "(int64, K.error) result Lwt.t",
]

FORMS = [
    {"a.mli": f"{HEAD} : sig\n  {GET}\n  {PUT}\n  {SIZE}\nend\n", "a.ml": f"{HEAD} = {BODY}"},
    {"a.ml": f"{HEAD} : sig\n  {GET}\n  {PUT}\n  {SIZE}\nend = {BODY}"},
    {
        "a.mli": "module Make : functor (F : V1_LWT.FLOW) -> functor (K : V1_LWT.KV_RO) -> sig\n"
        f"  {GET}\n  {PUT}\n  {SIZE}\nend\n",
        "a.ml": f"{HEAD} = {BODY}",
    },
    {
        "a.mli": f"{HEAD} : sig\n  {GET}\n  {PUT}\n  {SIZE}\nend\n",
        "a.ml": "open Lwt.Infix\n"
        + f"{HEAD} = {BODY}".replace("F.read f", "F.read f >>= fun r -> Lwt.return r"),
    },
]


@pytest.mark.parametrize("files", FORMS)
def test_the_signature_says_the_result(compiler: Compiler, files: dict[str, str]) -> None:
    assert compiler.check(OLD, files, ["-w", "-a"]) == []
    project = unikernel({name: text.encode() for name, text in files.items()})
    done = port(project, WITH_REVIEW).project
    result = {name: done.source(name).data.decode() for name in files}
    declared = result[next(iter(files))]
    assert all(now in declared for now in NOW)
    assert [check(done, name).findings for name in files] == [()] * len(files)
    assert compiler.check(NEW, result) == []


def test_what_is_not_as_the_device_says_it_is_told() -> None:
    files = {
        "a.mli": b"module Make (F : V1_LWT.FLOW) : sig\n"
        b"  val get : F.flow -> [> `Ok of F.buffer | `Eof | `Error of F.error | `More ] Lwt.t\n"
        b"end\n",
        "a.ml": b"module Make (F : V1_LWT.FLOW) = struct let get f = F.read f end\n",
    }
    found = [each for each in check(unikernel(files), "a.mli").findings if each.rule == "flow-read"]
    assert [each.applicability for each in found] == ["manual"]
    assert "`F.read`" in found[0].message


def test_tags_of_the_projects_own_are_left_alone() -> None:
    files = {
        "a.mli": b"val get : unit -> [ `Ok of int | `Error of string ] Lwt.t\n",
        "a.ml": b"let get () = ignore OS.Time.sleep_ns; Lwt.return (`Ok 1)\n",
    }
    assert check(unikernel(files), "a.mli").findings == ()
