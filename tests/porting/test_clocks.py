"""A clock is decided once for all that it flows through: functors, interfaces, config.ml."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import SUGGESTION

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import unikernel

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" (kv_ro @-> clock @-> job)
let () = register "vault" [ main $ crunch "keys" $ default_clock ]
"""
CERTIFICATES = "module X = Tls_mirage.X509 (K) (T) let load k = X.certificate k `Default"
MAIN = (
    "module Main (K : V1_LWT.KV_RO) (Clock : V1.CLOCK) = struct\n"
    "  module V = {vault} (Clock)\n  let start k () = V.load k\nend\n"
)
VAULT = "(K : V1_LWT.KV_RO) (T : V1.CLOCK)"


def _ported(files: dict[str, str]) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """The files after a port, and (rule, applicability) of what is left."""
    project = unikernel({name: text.encode() for name, text in files.items()})
    done = port(project, WITH_REVIEW).project
    left = [
        (found.rule, found.applicability)
        for name in done.names
        for found in check(done, name).findings
        if found.applicability != SUGGESTION
    ]
    return {name: done.source(name).data.decode() for name in done.names}, left


def _accepted(compiler: Compiler, files: dict[str, str]) -> dict[str, str]:
    """The files after a port, each behind those it needs: Mirage 2's before and Mirage 3's after,
    with nothing left to do."""
    order = [name for name in files if name != "config.ml"]
    assert compiler.check(OLD, {name: files[name] for name in order}, ["-w", "-a"]) == []
    result, left = _ported(files)
    assert left == []
    assert compiler.check(NEW, {name: result[name] for name in order}) == []
    assert "config.ml" not in files or compiler.check(NEW, {"c.ml": result["config.ml"]}) == []
    return result


FLOWS = {
    "a functor before": {
        "unikernel.ml": f"module Vault {VAULT} = struct {CERTIFICATES} end\n"
        + MAIN.format(vault="Vault (K)")
    },
    "two functors on": {
        "unikernel.ml": f"module Inner {VAULT} = struct {CERTIFICATES} end\n"
        f"module Vault {VAULT} = struct include Inner (K) (T) end\n"
        + MAIN.format(vault="Vault (K)")
    },
    "a functor inside of a module": {
        "unikernel.ml": f"module Safe = struct module Vault {VAULT} = struct {CERTIFICATES} end end"
        "\n" + MAIN.format(vault="Safe.Vault (K)")
    },
    "an alias of the clock": {
        "unikernel.ml": f"module Vault {VAULT} = struct {CERTIFICATES} end\n"
        + MAIN.format(vault="Vault (K)").replace("module V =", "module C = Clock module V =")
    },
    "the type of a functor": {
        "unikernel.ml": f"module type VAULT = functor {VAULT} -> sig\n"
        "  val load : K.t -> Tls.Config.certchain Lwt.t\nend\n"
        f"module Vault : VAULT = functor {VAULT} -> struct {CERTIFICATES} end\n"
        + MAIN.format(vault="Vault (K)")
    },
    "another file": {
        "vault.ml": f"module Make {VAULT} = struct {CERTIFICATES} end\n",
        "unikernel.ml": MAIN.format(vault="Vault.Make (K)"),
    },
    "another file with an interface": {
        "vault.mli": f"module Make {VAULT} : sig\n"
        "  val load : K.t -> Tls.Config.certchain Lwt.t\nend\n",
        "vault.ml": f"module Make {VAULT} = struct {CERTIFICATES} end\n",
        "unikernel.ml": MAIN.format(vault="Vault.Make (K)"),
    },
    "a name for the module type": {
        "unikernel.ml": "module type TICKS = V1.CLOCK\n"
        f"module Vault (K : V1_LWT.KV_RO) (T : TICKS) = struct {CERTIFICATES} end\n"
        + MAIN.format(vault="Vault (K)")
    },
}


@pytest.mark.parametrize("flow", FLOWS)
def test_the_clock_that_is_needed_at_the_end_is_that_of_all(compiler: Compiler, flow: str) -> None:
    result = _accepted(compiler, {**FLOWS[flow], "config.ml": CONFIG})
    assert "MCLOCK" not in "".join(result.values())
    assert "kv_ro @-> pclock @-> job" in result["config.ml"]
    assert "$ default_posix_clock" in result["config.ml"]


def test_a_functor_that_asks_nothing_of_its_clock_takes_what_it_is_given(
    compiler: Compiler,
) -> None:
    text = (
        "module Idle (T : V1.CLOCK) = struct let idle = () end\n"
        "module Main (K : V1_LWT.KV_RO) (Clock : V1.CLOCK) = struct\n"
        "  module I = Idle (Clock)\n  module X = Tls_mirage.X509 (K) (Clock)\n"
        "  let start k () = X.certificate k `Default\nend\n"
    )
    result = _accepted(compiler, {"unikernel.ml": text, "config.ml": CONFIG})
    assert result["unikernel.ml"].count("PCLOCK") == 2


UNKNOWN = [
    "module R = Rotate.Make (Clock)\n  let start k () = R.load k",
    "module Partly = Rotate.Make (K)\n  module R = Partly (Clock)\n  let start k () = R.load k",
    "let start k () = Rotate.load (module Clock) k",
]


@pytest.mark.parametrize("body", UNKNOWN)
def test_nothing_is_chosen_for_code_of_which_nothing_is_known(body: str) -> None:
    text = f"module Main (K : V1_LWT.KV_RO) (Clock : V1.CLOCK) = struct\n  {body}\nend\n"
    result, left = _ported({"unikernel.ml": text, "config.ml": CONFIG})
    assert "V1.CLOCK" in result["unikernel.ml"]
    assert "clock @-> job" in result["config.ml"]
    assert {("clock-split", "manual"), ("clock-typ", "manual")} <= set(left)


def test_the_message_names_who_takes_the_clock() -> None:
    text = "module Main (Clock : V1.CLOCK) = struct\n  module R = Rotate.Make (Clock)\nend\n"
    (found,) = check(unikernel({"a.ml": text.encode()}), "a.ml").findings
    assert "`Rotate.Make`" in found.message
    assert "Mirage_clock_lwt.PCLOCK" in found.message


OPENED = [
    ("let start _ = Lwt.return (Clock.(time ()))", "PCLOCK"),
    ("let start _ = let open Clock in Lwt.return (time ())", "PCLOCK"),
    ("let start _ = let t = Clock.(time ()) in Lwt.return (Clock.(time ()) -. t)", "MCLOCK"),
]


@pytest.mark.parametrize(("body", "clock"), OPENED)
def test_a_clock_read_through_an_open(compiler: Compiler, body: str, clock: str) -> None:
    text = f"module Main (Clock : V1.CLOCK) = struct\n  {body}\nend\n"
    assert clock in _accepted(compiler, {"unikernel.ml": text})["unikernel.ml"]


DATES = ["Clock.(gmtime 0.)", "let open Clock in gmtime 0.", "Clock.(gmtime (time ()))"]


HALF_PORTED = [
    ("let read c = Clock.now_d_ps c", "PCLOCK"),
    ("module C = Clock let read c = C.now_d_ps c", "PCLOCK"),
    ("let read c = Clock.(now_d_ps c)", "PCLOCK"),
    ("module Clock = struct let now_d_ps c = c end let read c = Clock.now_d_ps c", "MCLOCK"),
]


@pytest.mark.parametrize(("body", "clock"), HALF_PORTED)
def test_a_call_that_is_ported_before_its_clock_says_which_clock_it_is(
    compiler: Compiler, body: str, clock: str
) -> None:
    result, left = _ported({"a.ml": f"module Main (Clock : V1.CLOCK) = struct {body} end\n"})
    assert f"(Clock : Mirage_clock_lwt.{clock})" in result["a.ml"]
    assert left == []
    assert compiler.check(NEW, result) == []


@pytest.mark.parametrize("date", DATES)
def test_a_date_through_an_open_names_the_clock(date: str) -> None:
    text = f"module Main (Clock : V1.CLOCK) = struct\n  let start () = {date}\nend\n"
    found = check(unikernel({"a.ml": text.encode()}), "a.ml").findings
    (told,) = [each for each in found if each.rule == "clock-gmtime"]
    assert "`Clock.gmtime`" in told.message
    assert "Clock.now_d_ps clock" in told.message
    assert "PCLOCK" in next(each.message for each in found if each.rule == "clock-split")


# What is done with a date, and how many findings that makes: one with a fix, or each place.
READ_DATES = [
    ("Lwt.return (tm.Clock.tm_hour, tm.Clock.tm_min)", "review", 1),
    ("Lwt.return tm", "manual", 1),
    ("Lwt.return (tm.Clock.tm_hour, tm.Clock.tm_wday)", "manual", 3),
]


@pytest.mark.parametrize("call", ["Clock.gmtime (Clock.time ())", "Clock.(gmtime (time ()))"])
@pytest.mark.parametrize(("use", "applicability", "places"), READ_DATES)
def test_a_date_whose_parts_are_read_is_one_finding(
    use: str, applicability: str, places: int, call: str
) -> None:
    text = (
        f"module Main (Clock : V1.CLOCK) = struct\n  let start _ = let tm = {call} in {use}\nend\n"
    )
    found = check(unikernel({"a.ml": text.encode()}), "a.ml").findings
    told = [each.applicability for each in found if each.rule == "clock-gmtime"]
    assert told == [applicability] * places
    times = [each for each in found if each.rule == "clock-time"]
    assert len(times) == (applicability == "manual")


@pytest.mark.parametrize(
    "date",
    [
        "Clock.gmtime 0.",  # another time than now
        "Other.gmtime (Clock.time ())",
    ],
)
def test_a_date_of_another_time_stays_by_hand(date: str) -> None:
    text = (
        "module Main (Clock : V1.CLOCK) (Other : V1.CLOCK) = struct\n"
        f"  let start _ _ = let tm = {date} in Lwt.return tm.Clock.tm_sec\nend\n"
    )
    found = check(unikernel({"a.ml": text.encode()}), "a.ml").findings
    told = [each.applicability for each in found if each.rule == "clock-gmtime"]
    assert set(told) == {"manual"}


LEFT_BEHIND = [
    # A unit that becomes the clock's value.
    (
        "module Main (K : V1_LWT.KV_RO) (Clock : V1.CLOCK) : sig\n"
        "  val start : K.t -> unit -> unit Lwt.t\nend\n",
        "module X = Tls_mirage.X509 (K) (Clock)\n  let start _ () = Lwt.return_unit",
    ),
    (
        "module Main : functor (K : V1_LWT.KV_RO) -> functor (C : V1.CLOCK) -> sig\n"
        "  val start : K.t -> unit -> unit Lwt.t\nend\n",
        "module X = Tls_mirage.X509 (K) (Clock)\n  let start _ _ = Lwt.return_unit",
    ),
    # Both clocks.
    (
        "open V1\nopen V1_LWT\n"
        "module Main (K : KV_RO) (Clock : CLOCK) : sig\n"
        "  val start : K.t -> unit -> float Lwt.t\nend\n",
        "module X = Tls_mirage.X509 (K) (Clock)\n"
        "  module N = Netif\n  module E = Ethif.Make (N)\n"
        "  module A = Arpv4.Make (E) (Clock) (OS.Time)\n"
        "  let start _ () = Lwt.return 1.",
    ),
]


@pytest.mark.parametrize(("interface", "body"), LEFT_BEHIND)
def test_the_interface_beside_a_functor_follows_it(
    compiler: Compiler, interface: str, body: str
) -> None:
    text = f"module Main (K : V1_LWT.KV_RO) (Clock : V1.CLOCK) = struct\n  {body}\nend\n"
    files = {"unikernel.mli": interface, "unikernel.ml": text, "config.ml": CONFIG}
    result = _accepted(compiler, files)
    assert "unit ->" not in result["unikernel.mli"]


ALONE = """open Mirage
let main = foreign "Unikernel.Main" (kv_ro @-> job)
let () = register "vault" [ main $ crunch "keys" ]
"""
GLOBAL = (
    "module Main (K : V1_LWT.KV_RO) = struct\n"
    "  module X = Tls_mirage.X509 (K) (Clock)\n  let start k = X.certificate k `Default\nend\n"
)


def test_a_parameter_that_is_added_is_added_to_the_interface(compiler: Compiler) -> None:
    interface = (
        "module Main (K : V1_LWT.KV_RO) : sig\n"
        "  val start : K.t -> Tls.Config.certchain Lwt.t\nend\n"
    )
    files = {"unikernel.mli": interface, "unikernel.ml": GLOBAL, "config.ml": ALONE}
    result = _accepted(compiler, files)
    assert "(Clock : Mirage_clock_lwt.PCLOCK)" in result["unikernel.mli"]
    assert "K.t -> Clock.t ->" in result["unikernel.mli"]


@pytest.mark.parametrize(
    "interface",
    [
        "module type S = sig end\nmodule Main (K : V1_LWT.KV_RO) : S\n",
        "module Main (K : V1_LWT.KV_RO) : sig include sig type t end end\n",
        "include sig end\n",
    ],
)
def test_no_parameter_is_added_where_the_interface_cannot_follow(interface: str) -> None:
    files = {"unikernel.mli": interface, "unikernel.ml": GLOBAL, "config.ml": ALONE}
    result, left = _ported(files)
    assert ("clock-device", "manual") in left
    assert result["config.ml"] == ALONE


REPORTED = [
    "module Main (K : V1_LWT.KV_RO) = struct\n  module R = Mirage_logs.Make (Clock)\n  {start} end",
    "module R = Mirage_logs.Make (Clock)\nmodule Main (K : V1_LWT.KV_RO) = struct\n  {start} end",
]


@pytest.mark.parametrize("text", REPORTED)
def test_no_clock_for_a_reporter_that_goes(compiler: Compiler, text: str) -> None:
    start = "let start _ = R.(create () |> run) @@ fun () -> Lwt.return_unit"
    files = {"unikernel.ml": text.format(start=start) + "\n", "config.ml": ALONE}
    result = _accepted(compiler, files)
    assert result["config.ml"] == ALONE
    assert "CLOCK" not in result["unikernel.ml"]


def test_a_clock_is_not_split_for_a_reporter_that_goes(compiler: Compiler) -> None:
    text = (
        "module Main (E : V1_LWT.ETHIF) (Clock : V1.CLOCK) (T : V1_LWT.TIME) = struct\n"
        "  module A = Arpv4.Make (E) (Clock) (T)\n  module R = Mirage_logs.Make (Clock)\n"
        "  let start _ () _ = R.(create () |> run) @@ fun () -> Lwt.return_unit\nend\n"
    )
    result = _accepted(compiler, {"unikernel.ml": text})
    assert "PCLOCK" not in result["unikernel.ml"]


def test_no_clock_is_added_where_the_functor_has_one(compiler: Compiler) -> None:
    text = GLOBAL.replace("KV_RO) =", "KV_RO) (T : V1.CLOCK) =").replace("start k", "start k ()")
    result = _accepted(compiler, {"unikernel.ml": text, "config.ml": CONFIG})
    assert "X509 (K) (T)" in result["unikernel.ml"]
    assert result["unikernel.ml"].count("CLOCK") == 1


def test_start_binds_no_name_twice(compiler: Compiler) -> None:
    text = (
        "module Main (K : V1_LWT.KV_RO) (One : V1.CLOCK) (Other : V1.CLOCK) = struct\n"
        "  module X = Tls_mirage.X509 (K) (One)\n  let start _ () () = Lwt.return_unit\nend\n"
    )
    assert "start _ _clock _ =" in _accepted(compiler, {"unikernel.ml": text})["unikernel.ml"]


LOGGERS = [
    "let log c fmt = Printf.ksprintf (fun s -> C.log c (stamp () ^ s)) fmt\n"
    '  let start c () = log c "up %d" 3; log c "now %s" "x"; Lwt.return_unit\n',
    "let log c = Printf.ksprintf (fun s -> C.log_s c (stamp () ^ s))\n"
    '  let start c () = log c "up %d" 3 >>= fun () -> log c "now %s" "x"\n',
    "let log c fmt = Printf.ksprintf (fun s -> C.log_s c (stamp () ^ s)) fmt\n"
    '  let say c = log c "up %d" 3 >>= fun () -> log c "now %s" "x"\n'
    "  let start c () = say c\n",
]


@pytest.mark.parametrize("logger", LOGGERS)
def test_a_logger_of_formats_keeps_working_when_a_clock_is_handed_on(
    compiler: Compiler, logger: str
) -> None:
    text = (
        "open Lwt.Infix\nmodule Main (C : V1_LWT.CONSOLE) (Clock : V1.CLOCK) = struct\n"
        '  let stamp () = Printf.sprintf "%.0f " (Clock.time ())\n  ' + logger + "end\n"
    )
    assert "stamp clock ()" in _accepted(compiler, {"unikernel.ml": text})["unikernel.ml"]


CHOSEN = [
    # How one of two jobs is chosen, and where the clock comes to both.
    "let job = if_impl Key.is_unix (one $ default_network) two\n"
    'let () = register "x" [ job $ default_clock ]\n',
    "let job = if_impl Key.is_unix (one $ default_network) (two)\nlet clock = default_clock\n"
    'let () = register "x" [ job $ clock ]\n',
    'let () = register "x" [ if_impl Key.is_unix (one $ default_network) two $ default_clock ]\n',
    "let job = let both = if_impl Key.is_unix (one $ default_network) two in both $ default_clock\n"
    'let () = register "x" [ job ]\n',
]


@pytest.mark.parametrize("chosen", CHOSEN)
def test_a_clock_that_comes_to_whichever_job_is_chosen(chosen: str) -> None:
    config = (
        'open Mirage\nlet one = foreign "One.Main" (network @-> clock @-> job)\n'
        f'let two = foreign "Two.Main" (clock @-> job)\n{chosen}'
    )
    uses = (
        "(Clock : V1.CLOCK) = struct\n  let start _CLOCKS clock = ignore (Clock.time ()); x\nend\n"
    )
    files = {
        "config.ml": config,
        "one.ml": "module Main (N : V1_LWT.NETWORK) " + uses.replace("_CLOCKS", "_n"),
        "two.ml": "module Main " + uses.replace("_CLOCKS ", ""),
    }
    project = unikernel({name: code.encode() for name, code in files.items()})
    result = port(project, WITH_REVIEW).project.source("config.ml").data.decode()
    assert "default_clock" not in result
    assert result.count("default_posix_clock") == 1
    assert result.count("pclock @-> job") == 2
