"""Files of a project beside each other: what they define hides what libraries call so, and what is
handed to them is theirs to be ported too."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, OLD
from ..packs import unikernel
from ..porting.small import UNIKERNEL

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

    from ..interfaces.compiler import Compiler


def _project(text: str, **beside: str) -> Project:
    files = {
        UNIKERNEL: text,
        **{f"{name.replace('_', '.')}": code for name, code in beside.items()},
    }
    return unikernel({name: code.encode() for name, code in files.items()})


def _told(project: Project, name: str = UNIKERNEL) -> list[tuple[str, str]]:
    return [(f.rule, f.applicability) for f in check(project, name).findings]


def _ported(project: Project) -> Project:
    return port(project, WITH_REVIEW).project


def _text(project: Project) -> str:
    return project.source(UNIKERNEL).data.decode()


SHADOWED = [
    ("channel_ml", "module Make (F : sig end) = struct type t = int let make () = 1 end\n"),
    ("channel_mli", "module Make (F : sig end) : sig val make : unit -> int end\n"),
]


@pytest.mark.parametrize(("name", "code"), SHADOWED)
def test_a_file_hides_the_library_of_its_name(name: str, code: str) -> None:
    text = "module Main (F : V1_LWT.FLOW) = struct\n  module Ch = Channel.Make (F)\nend\n"
    alone, beside = unikernel({UNIKERNEL: text.encode()}), _project(text, **{name: code})
    assert _text(_ported(alone)) != text.replace("V1_LWT.FLOW", "Mirage_flow_lwt.S")
    assert _text(_ported(beside)) == text.replace("V1_LWT.FLOW", "Mirage_flow_lwt.S")


def test_a_file_hides_a_clock_and_a_module_that_is_opened() -> None:
    text = (
        "open Lwt.Infix\nopen Fat\nmodule Main (T : V1_LWT.TIME) = struct\n"
        "  let now () = Clock.time ()\n  let go () = OS.Time.sleep 1.0\nend\n"
    )
    clock, system = "let time () = 3\n", "module Time = struct let sleep (_ : float) = () end\n"
    found = _project(text, clock_ml=clock, oS_ml=system)
    assert "OS.Time.sleep 1.0" in _text(_ported(found))
    assert "Clock.time ()" in _text(_ported(found))


def test_a_file_in_another_folder_hides_nothing_unless_tags_say_so() -> None:
    text = b"module Main (F : V1_LWT.FLOW) = struct\n  module Ch = Channel.Make (F)\nend\n"
    files = {"a/unikernel.ml": text, "a/lib/channel.ml": b"let x = 1\n"}
    apart = [found.rule for found in check(unikernel(files), "a/unikernel.ml").findings]
    tags = {"a/_tags": b"true: bin_annot\n<lib>: include\n"}
    included = [f.rule for f in check(unikernel({**files, **tags}), "a/unikernel.ml").findings]
    assert "v1-module-type" in included
    assert set(apart) - set(included) == {"moved-modules"} or len(apart) > len(included)


def test_a_file_that_is_made_is_seen_and_one_that_goes_is_forgotten() -> None:
    text = "module Main (F : V1_LWT.FLOW) = struct\n  module Ch = Channel.Make (F)\nend\n"
    project = unikernel({UNIKERNEL: text.encode()})
    alone = _told(project)
    beside = project.with_file("channel.ml", b"module Make (F : sig end) = struct end\n")
    assert _told(beside) == [("v1-module-type", "safe")]
    assert _told(beside.without("channel.ml")) == alone
    edited = beside.with_edit(UNIKERNEL, 0, 0, b"(* *)\n").without("channel.ml")
    assert _told(edited) == alone


NETWORK = (
    "module type NIC = V1_LWT.NETWORK with type t = int\n",
    "open V1_LWT\nmodule type NIC = NETWORK with type t = int\n",
)


@pytest.mark.parametrize("kinds", NETWORK)
def test_a_module_type_of_another_file_is_what_that_file_says(
    compiler: Compiler, kinds: str
) -> None:
    text = (
        "open Lwt.Infix\nmodule Main (N : Kinds.NIC) = struct\n"
        "  let send b = N.write 1 b >>= fun () -> Lwt.return 2\nend\n"
    )
    result = _ported(_project(text, kinds_ml=kinds))
    files = {name: result.source(name).data.decode() for name in ("kinds.ml", UNIKERNEL)}
    assert "(N : Kinds.NIC)" in files[UNIKERNEL]
    assert compiler.check(OLD, {"kinds.ml": kinds, UNIKERNEL: text}) == []
    assert compiler.check(NEW, files) == []
    assert _told(result) == []


def test_a_file_of_module_types_may_have_a_capital_inside_its_name() -> None:
    uses = "let f b = B.write b 0L [] >>= function `Ok () -> f b | `Error _ -> Lwt.fail Exit"
    text = f"open Lwt.Infix\nmodule Main (B : OwnKinds.DISK) = struct\n  {uses}\nend\n"
    project = _project(text, ownKinds_ml="module type DISK = V1_LWT.BLOCK\n")
    assert _told(project) == [("block-write", "safe")] * 2


OPERATORS = [
    # Where the operator is defined, and how it is used.
    ("module Or = struct {} end", "let f b p = Or.(B.read b 0L p >>= fun () -> Lwt.return 1)"),
    ("module Or = struct {} end", "let f b p = let open Or in B.write b 0L p >>= Lwt.return"),
    ("module Or = struct {} end open Or", "let f b p = B.read b 0L p >>= fun () -> Lwt.return 1"),
    ("{}", "let f b p = B.read b 0L p >>= fun () -> Lwt.return 1"),
]
FAILS = "let ( >>= ) m f = Lwt.bind m (function `Ok x -> f x | `Error _ -> Lwt.fail Exit)"


@pytest.mark.parametrize(("where", "use"), OPERATORS)
def test_an_operator_of_ones_own_is_rewritten_where_it_is_defined(
    compiler: Compiler, where: str, use: str
) -> None:
    text = f"{where.format(FAILS)}\nmodule Main (B : V1_LWT.BLOCK) = struct\n  {use}\nend\n"
    assert compiler.check(OLD, {"a.ml": text}) == []
    result = _ported(_project(text))
    assert use in _text(result)
    assert "function Ok x -> f x | Error _ -> Lwt.fail Exit" in _text(result)
    assert compiler.check(NEW, {"a.ml": _text(result)}) == []
    assert _told(result) == []


AWAY = [
    ("", "Or.(B.read b 0L p >>= fun () -> Lwt.return 1)"),
    ("", "let open Or in B.write b 0L p >>= fun () -> Lwt.return 1"),
    ("open Or", "B.read b 0L p >>= fun () -> Lwt.return 1"),
    ("open Or", "B.read b 0L p >>= fun x -> Lwt.return x"),
]


@pytest.mark.parametrize("beside", [{}, {"or_ml": FAILS + "\n"}])
@pytest.mark.parametrize(("opened", "use"), AWAY)
def test_what_an_operator_of_another_file_is_handed_is_that_files_to_match(
    opened: str, use: str, beside: dict[str, str]
) -> None:
    if opened and not beside:
        return  # nobody can tell that it has the operator
    text = f"{opened}\nmodule Main (B : V1_LWT.BLOCK) = struct\n  let f b p = {use}\nend\n"
    project = _project(text, **beside)
    level = "review" if beside else "manual"
    assert [rule for rule, how in _told(project) if how == level and rule != "v1-module-type"] in (
        ["block-read"],
        ["block-write"],
    )
    result = _ported(project)
    assert use in _text(result)
    # Where the other file is known, it is ported, too.
    assert _told(result) == []
    done = FAILS.replace("`Ok", "Ok").replace("`Error", "Error")
    assert not beside or result.source("or.ml").data.decode() == done + "\n"


def test_an_operator_that_is_another_name_of_lwts_is_lwts() -> None:
    text = (
        "open Or\nmodule Main (B : V1_LWT.BLOCK) = struct\n  let f b p = B.read b 0L p"
        " >>= function `Ok () -> Lwt.return 1 | `Error _ -> Lwt.return 2\n"
        "end\n"
    )
    for code in ("let ( >>= ) = Lwt.bind\n", "let (>>=) = Lwt.(>>=)\n", "let x = 1\n"):
        result = _ported(_project(text, or_ml=code))
        assert "function Ok () -> Lwt.return 1 | Error _ -> Lwt.return 2" in _text(result)


@pytest.mark.parametrize(
    ("code", "arm"),
    [
        ('let say = function `Unknown s -> s | _ -> ""\n', "Lwt.fail_with (Show.say e)"),
        ("let say n = function `Unknown s -> n ^ s | _ -> n\n", 'Lwt.fail_with (Show.say "a" e)'),
        (
            "module D = struct let say = function `Is_read_only -> 1 | `Disconnected -> 2 end\n",
            "e |> Show.D.say |> exit",
        ),
    ],
)
def test_an_error_that_another_file_takes_apart_is_for_a_person(code: str, arm: str) -> None:
    text = (
        "open Lwt.Infix\nmodule Main (B : V1_LWT.BLOCK) = struct\n  let f b p =\n"
        f"    B.write b 0L p >>= function `Ok () -> Lwt.return 1 | `Error e -> {arm}\nend\n"
    )
    result = _ported(_project(text, show_ml=code))
    found = [each for each in check(result, UNIKERNEL).findings if each.applicability == "manual"]
    assert len(found) == 1
    assert "B.pp_write_error" in found[0].message
    printed = _text(result).replace(arm, 'Lwt.fail_with (Format.asprintf "%a" B.pp_write_error e)')
    assert _told(result.with_file(UNIKERNEL, printed.encode())) == []


@pytest.mark.parametrize(
    "code",
    [
        "exception Disk of [ `Unknown of string | `Unimplemented | `Is_read_only | `Disconnected ]",
        "type fault = Disk of [ `Unknown of string | `Disconnected ] | Net of int",
        "exception Disk of int * [ `Unknown of string ]",
    ],
)
def test_an_error_that_a_constructor_of_another_file_holds_is_for_a_person(code: str) -> None:
    text = (
        "open Lwt.Infix\nmodule Main (B : V1_LWT.BLOCK) = struct\n  let f b p =\n"
        "    B.read b 0L p >>= function `Ok () -> Lwt.return 1 | `Error e ->"
        " Show.fail (Show.Disk e)\nend\n"
    )
    result = _ported(_project(text, show_ml=f"{code}\nlet fail e = raise e\n"))
    found = [each for each in check(result, UNIKERNEL).findings if each.applicability == "manual"]
    assert [_text(result)[each.start : each.end] for each in found] == ["Show.Disk"]
    assert "B.pp_error" in found[0].message
    plain = result.with_file("show.ml", b"exception Disk of string\nlet fail e = raise e\n")
    assert _told(plain) == []


def test_an_error_that_another_file_only_passes_on_is_left() -> None:
    text = (
        "open Lwt.Infix\nmodule Main (B : Mirage_block_lwt.S) = struct\n  let f b p =\n"
        "    B.write b 0L p >>= function Ok () -> Lwt.return 1 | Error e -> Show.say e\nend\n"
    )
    assert _told(_project(text, show_ml="let say e = ignore e; Lwt.return 1\n")) == []
    assert _told(_project(text)) == []


BUILT = [
    # What another file makes of a device, and the module that the unikernel uses of it.
    (
        "module Make (F : V1_LWT.FLOW) : sig\n  include V1_LWT.FLOW with type flow = F.flow\n"
        "  val twice : int -> int\nend = struct include F let twice x = x + x end\n",
        "Wrap.Make (F)",
    ),
    (
        "open V1_LWT\nmodule Make (F : FLOW) : sig\n  include FLOW\n  val name : string\nend\n"
        'with type flow = F.flow = struct include F let name = "" end\n',
        "Wrap.Make (F)",
    ),
    ("module Make (F : V1_LWT.FLOW) = struct\n  include F\n  let one = 1\nend\n", "Wrap.Make (F)"),
    ("module Make (F : V1_LWT.FLOW) : V1_LWT.FLOW with type flow = F.flow = F\n", "Wrap.Make (F)"),
    ("module Make (F : V1_LWT.FLOW) = struct module Inner = F end\n", "Wrap.Make (F).Inner"),
]


@pytest.mark.parametrize(("code", "used"), BUILT)
def test_what_another_file_makes_of_a_device_is_known(
    compiler: Compiler, code: str, used: str
) -> None:
    made, _, inner = used.partition(").")
    named = f"module M = {made}{')' if inner else ''}" + (
        f"\n  module W = M.{inner}" if inner else "\n  module W = M"
    )
    text = (
        f"open Lwt.Infix\nmodule Main (F : V1_LWT.FLOW) = struct\n  {named}\n"
        "  let go flow = W.read flow >>= function\n"
        "    | `Ok _ -> Lwt.return 1\n    | `Eof | `Error _ -> Lwt.return 0\nend\n"
    )
    assert compiler.check(OLD, {"wrap.ml": code, UNIKERNEL: text}) == []
    result = _ported(_project(text, wrap_ml=code))
    files = {name: result.source(name).data.decode() for name in ("wrap.ml", UNIKERNEL)}
    assert "Ok (`Data _) -> Lwt.return 1" in files[UNIKERNEL]
    assert compiler.check(NEW, files) == []
    assert _told(result) == []


def test_what_an_interface_includes_is_known_where_its_file_is_used(compiler: Compiler) -> None:
    buffers = "type page_aligned_buffer = Cstruct.t"
    store = f"include V1_LWT.KV_RO with {buffers}\nval start : unit -> t\n"
    text = (
        'open Lwt.Infix\nlet first () = Store.read (Store.start ()) "a" 0 8 >>= function\n'
        "  | `Ok _ -> Lwt.return 1\n  | `Error _ -> Lwt.return 0\n"
    )
    assert compiler.check(OLD, {"store.mli": store, UNIKERNEL: text}) == []
    result = _ported(_project(text, store_mli=store))
    files = {name: result.source(name).data.decode() for name in ("store.mli", UNIKERNEL)}
    assert '"a" 0L 8L' in files[UNIKERNEL]
    assert compiler.check(NEW, files) == []


def test_an_operator_that_another_file_includes_is_lwts(compiler: Compiler) -> None:
    text = (
        "open Tools\nmodule Main (B : V1_LWT.BLOCK) = struct\n  let go b p =\n"
        "    B.read b 0L p >>= function `Ok () -> Lwt.return 1 | `Error _ -> Lwt.return 0\nend\n"
    )
    for code in ("include Lwt.Infix\n", "include Lwt\n", "module Lw = Lwt\ninclude Lw.Infix\n"):
        assert compiler.check(OLD, {"tools.ml": code, UNIKERNEL: text}) == []
        result = _ported(_project(text, tools_ml=code))
        assert "function Ok () -> Lwt.return 1 | Error _ -> Lwt.return 0" in _text(result)
        assert _told(result) == []


CONNECTS = [
    ("let need s = function `Ok x -> Lwt.return x | `Error _ -> Lwt.fail (Failure s)\n", "need"),
    ("let need _ r = match r with `Ok x -> Lwt.return x | _ -> Lwt.fail Exit\n", "Tools.need"),
    (
        "module Must = struct\n  let be _ = function `Ok x -> Lwt.return x | _ -> exit 1\nend\n",
        "Must.be",
    ),
    ("let ( >>! ) m _ = Lwt.bind m (function `Ok x -> Lwt.return x | _ -> exit 1)\n", "( >>! )"),
]


@pytest.mark.parametrize(("code", "name"), CONNECTS)
def test_what_connect_gives_to_another_file_is_for_a_person(
    compiler: Compiler, code: str, name: str
) -> None:
    use = "E.connect n >>! 1" if name == "( >>! )" else f'E.connect n >>= {name} "ethernet"'
    text = (
        "open Lwt.Infix\nopen Tools\nmodule Main (N : V1_LWT.NETWORK) = struct\n"
        "  module E = Ethif.Make (N)\n"
        f"  let start n = {use} >>= fun e -> ignore (E.mac e); Lwt.return_unit\nend\n"
    )
    assert compiler.check(OLD, {"tools.ml": code, UNIKERNEL: text}) == []
    project = _project(text, tools_ml=code)
    assert ("connect-result", "manual") in _told(project)
    assert ("connect-result", "manual") in _told(_ported(project))
    asked = use.partition(" >>")[0]
    done = _text(_ported(project)).replace(use, asked)
    assert _told(project.with_file(UNIKERNEL, done.encode())) == []


OR_FAIL = "let or_fail m = function `Ok x -> Lwt.return x | `Error _ -> Lwt.fail (Failure m)\n"
HELPED = (
    "open Lwt.Infix\nopen Help\nmodule Main (K : V1_LWT.KV_RO) = struct\n  let f k =\n"
    '    K.size k "a" >>= or_fail "a" >>= fun _ -> K.size k "b" >>= Help.or_fail "b"\nend\n'
)


def test_a_helper_of_another_file_is_ported_with_those_who_use_it(compiler: Compiler) -> None:
    result = _ported(_project(HELPED, help_ml=OR_FAIL))
    files = {name: result.source(name).data.decode() for name in ("help.ml", UNIKERNEL)}
    assert compiler.check(NEW, files) == []
    assert "Ok x -> Lwt.return x | Error _" in files["help.ml"]
    assert [found for name in files for found in check(result, name).findings] == []


@pytest.mark.parametrize(
    ("helper", "use", "beside"),
    [
        (OR_FAIL, 'let g () = Other.find () >>= or_fail "c"', {}),
        (OR_FAIL, "let g () = or_fail", {}),
        (OR_FAIL + "let parse s = Other.parse s |> or_fail s\n", "", {}),
        (OR_FAIL.replace("`Error _", "`Error (`Msg m)"), "", {}),
        (
            "type 'a r = [ `Ok of 'a | `Error of int ]\n" + OR_FAIL,
            "",
            {"help_mli": "val x : int\n"},
        ),
    ],
)
def test_a_helper_that_others_hand_something_else_is_for_a_person(
    helper: str, use: str, beside: dict[str, str]
) -> None:
    text = HELPED.replace("end\n", f"  {use}\nend\n")
    result = _ported(_project(text, help_ml=helper, **beside))
    assert result.source("help.ml").data.decode() == helper


READER = """open Lwt.Infix

module Make (F : V1_LWT.FLOW) = struct
  let next flow = F.read flow
  let all ~flow () = F.read flow >>= fun read -> Lwt.return read
  let put ?(times = 1) flow text = F.write flow (Cstruct.of_string (text ^ string_of_int times))
end
"""
USER = """open Lwt.Infix

module Main (F : V1_LWT.FLOW) = struct
  module R = Reader.Make (F)

  let start flow =
    R.next flow >>= function
    | `Eof | `Error _ -> Lwt.return 0
    | `Ok data -> (
      R.put flow (Cstruct.to_string data) >>= function
      | `Ok () -> Lwt.return 1
      | `Eof | `Error _ -> Lwt.return 2)
end
"""


def test_results_that_a_functor_of_another_file_passes_on(compiler: Compiler) -> None:
    ported = _ported(_project(USER, reader_ml=READER))
    text = _text(ported)
    assert text.count("Ok (`Data data)") == text.count("Ok ()") == 1
    files = {name: ported.source(name).data.decode() for name in ("reader.ml", UNIKERNEL)}
    assert compiler.check(NEW, files) == []


@pytest.mark.parametrize(
    "path",
    ["Reader\n    .put", "Reader (* why *) .put", "Reader.( >>= )", "Reader.( (* why *) / )"],
)
def test_a_path_that_is_passed_on_may_stand_on_several_lines(path: str) -> None:
    helper = f"let put flow data =\n  {path} flow data\n"
    use = 'let f flow = Helper.put flow (String.uppercase "x") >>= fun () -> V1.x\n'
    assert _told(_project(use, helper_ml=helper)) == []
