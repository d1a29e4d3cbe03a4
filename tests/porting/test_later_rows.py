"""Rows of devices that Mirage 4.11 does not have: what keeps them is said at the row."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL

from ..packs import unikernel

CONFIG = """open Mirage
let main = foreign "Unikernel.Main" ({row} @-> network @-> job)
let () = register "hall" [ main $ {device} $ default_network ]
"""
ROWS = {
    "time": ("T", "Mirage_time.S", "default_time"),
    "mclock": ("M", "Mirage_clock.MCLOCK", "default_monotonic_clock"),
    "random": ("R", "Mirage_random.S", "default_random"),
    "console": ("C", "Mirage_console.S", "default_console"),
}


def _files(row: str, body: str) -> dict[str, bytes]:
    name, module_type, device = ROWS[row]
    code = f"module Main ({name} : {module_type}) (N : Mirage_net.S) = struct\n{body}\nend\n"
    config = CONFIG.format(row=row, device=device)
    return {"config.ml": config.encode(), "unikernel.ml": code.encode()}


def _by_hand(files: dict[str, bytes]) -> list[str]:
    project = unikernel(files, target="4.11")
    return [
        each.message
        for name in project.names
        for each in check(project, name).findings
        if "By hand:" in each.message and each.applicability == MANUAL
    ]


@pytest.mark.parametrize(
    ("row", "body", "why"),
    [
        ("time", "  module T = struct let x = 1 end\n  let start _ _ = T.x", "called `T`"),
        ("time", "  let start _ _ = T.wait 1", "`T.wait` has no successor"),
        ("time", "  module Own = T\n  let start _ _ = Own.sleep_ns 1L", "names the module"),
        ("mclock", "  let start m _ = M.elapsed_ns (List.hd m)", "may do more"),
        ("time", "  let start _ _ = (T.sleep_ns 1L", "cannot be read"),
        ("console", "  let start c _ = C.read c", "does more than log"),
        ("console", '  let start c _ = C.log (List.hd c) "x"', "may do more"),
        ("console", '  module Logs = List\n  let start c _ = C.log c "x"', "called `Logs`"),
    ],
)
def test_a_row_that_something_holds_on_to_stays(row: str, body: str, why: str) -> None:
    files = _files(row, body)
    messages = _by_hand(files)
    assert messages
    assert all(why in message for message in messages)
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    assert ROWS[row][1] in ported.source("unikernel.ml").data.decode()


def test_a_row_of_a_functor_that_nobody_knows_stays() -> None:
    config = 'open Mirage\nlet main = foreign "Cache.Make" (time @-> job)\n'
    config += 'let () = register "hall" [ main $ default_time ]\n'
    (message,) = _by_hand({"config.ml": config.encode()})
    assert "no file here has `Cache.Make`" in message


def test_a_row_with_a_device_of_its_own_stays() -> None:
    files = _files("mclock", "  let start _ n = ignore n; Lwt.return (M.elapsed_ns ())")
    config = CONFIG.format(row="mclock", device='impl "Ticks" mclock')
    (message,) = set(_by_hand({**files, "config.ml": config.encode()}))
    assert '`impl "Ticks" mclock` is a device of its own' in message


@pytest.mark.parametrize(
    ("row", "body", "after"),
    [
        ("time", "  let start _ n = ignore n; T.sleep_ns 1L", "Mirage_sleep.ns 1L"),
        ("mclock", "  let start m n = ignore n; M.elapsed_ns m", "Mirage_mtime.elapsed_ns ()"),
        (
            "time",
            "  module Own (T : Mirage_time.S) = struct let nap () = T.sleep_ns 1L end\n"
            "  module O = Own (T)\n  let start _ n = ignore n; O.nap ()",
            "let nap () = Mirage_sleep.ns 1L",
        ),
    ],
)
def test_a_row_that_is_understood_goes(row: str, body: str, after: str) -> None:
    files = _files(row, body)
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    text = ported.source("unikernel.ml").data.decode()
    assert after in text
    assert ROWS[row][1] not in text
    assert ROWS[row][2] not in ported.source("config.ml").data.decode()


def test_the_files_of_a_port_are_in_the_order_of_the_project() -> None:
    body = "let key = Mirage_crypto.AES.CTR.of_secret (Cstruct.create 16)\n"
    files = {f"part{n}.ml": body.encode() for n in range(6)}
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW)
    assert list(ported.files) == list(files)


OLD = """open Lwt.Infix
open V1_LWT

module Notes (C : CONSOLE) = struct
  let note c ~level s = C.log c (level ^ s)
end

module Main (C : CONSOLE) (K : KV_RO) (S : STACKV4) (H : Cohttp_lwt.Server) = struct
  module N = Notes (C)

  type t = { c : C.t }

  let page k =
    K.size k "index" >>= function
    | `Error (K.Unknown_key _) -> Lwt.fail Not_found
    | `Ok size ->
      K.read k "index" 0 (Int64.to_int size) >>= function
      | `Error _ -> Lwt.fail Not_found
      | `Ok pages -> Lwt.return (Cstruct.copyv pages)

  let echo c flow =
    S.TCPV4.read flow >>= function
    | `Ok _ | `Eof -> S.TCPV4.close flow
    | `Error e ->
      let why = match e with `Timeout -> "late" | `Refused -> "no" | `Unknown s -> s in
      N.note c ~level:"" why;
      S.TCPV4.close flow

  let start c k s http =
    let t = { c } in
    S.listen_tcpv4 s ~port:7 (echo c);
    let callback _ _ _ =
      page k >>= fun body ->
      C.log t.c "page";
      H.respond_string ~status:`OK ~body ()
    in
    http (H.make ~callback ())
end
"""
OLD_CONFIG = """open Mirage

let stack = direct_stackv4_with_dhcp default_console tap0
let server = http_server (`TCP (`Port 80)) (conduit_direct stack)
let main = foreign "Unikernel.Main" (console @-> kv_ro @-> stackv4 @-> http @-> job)
let () = register "hall" [ main $ default_console $ crunch "pages" $ stack $ server ]
"""
# What has to stand in the port, in this order.
NEW = (
    *("module Notes = struct\n", 'Logs.info (fun f -> f "%s" (level ^ s))'),
    *("(K : Mirage_kv.RO)", "(H : Cohttp_mirage.Server.S)", "module N = Notes\n"),
    *("type t = { c : unit }", "(K.size k (Mirage_kv.Key.v", "| Error _ -> Lwt.fail Not_found"),
    *("~length:(Int64.to_int size)", "| Ok pages", 'asprintf "%a" S.TCP.pp_error e'),
    *("let start k s http", "{ c = () }", "(echo ())", 'f "page")', "http (`TCP 80) (H.make"),
)


def test_a_web_server_of_mirage_2_needs_no_further_step() -> None:
    files = {"config.ml": OLD_CONFIG.encode(), "unikernel.ml": OLD.encode()}
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW)
    assert not any(report.findings for report in ported.left.values())
    text = ported.files["unikernel.ml"].decode()
    places = [text.find(part) for part in NEW]
    assert places == sorted(places)
    assert places[0] > 0


def test_consoles_go_from_functors_that_an_interface_hides_or_names() -> None:
    head = "module Make (C : V1_LWT.CONSOLE)"
    files = {
        "log.ml": f'{head} = struct type t = A let note c = C.log c "note" end\n',
        "post.ml": "module Own (C : V1_LWT.CONSOLE) = struct let log = C.log end\n"
        f"{head} = struct\n  module Log = Log.Make (C)\n  module O = Own (C)\n"
        '  let start c = O.log c "up"\nend\n',
        "post.mli": f"{head} : sig\n  module Log : module type of Log.Make (C)\n"
        "  val start : C.t -> unit\nend\n",
        "config.ml": 'open Mirage\nlet main = foreign "Post.Make" (console @-> job)\n'
        'let () = register "post" [ main $ default_console ]\n',
    }
    texts = {name: text.encode() for name, text in files.items()}
    ported = port(unikernel(texts, target="4.11"), WITH_REVIEW).project
    assert "module type of struct include Log.Make end" in ported.source("post.mli").data.decode()
    assert "val start : unit -> unit" in ported.source("post.mli").data.decode()
    assert not any(b"console" in ported.source(name).data.lower() for name in files)


# How config.ml gives the devices, and what stays of it.
CONFIGS = {
    "two jobs": (
        'let a = foreign "Unikernel.A" (time @-> network @-> job)\n'
        'let b = foreign "Unikernel.B" (network @-> time @-> job)\n'
        "let jobs = [ a $ default_time $ default_network; b $ default_network $ default_time ]\n",
        'let a = main "Unikernel.A" (network @-> job)\n'
        'let b = main "Unikernel.B" (network @-> job)\n'
        "let jobs = [ a $ default_network; b $ default_network ]\n",
    ),
    "a chain with a name": (
        "let chain = time @-> network @-> job\n"
        'let a = foreign "Unikernel.A" chain\n'
        "let jobs = [ a $ default_time $ default_network ]\n",
        "let chain = network @-> job\n"
        'let a = main "Unikernel.A" chain\n'
        "let jobs = [ a $ default_network ]\n",
    ),
    "a generator that is made": (
        'let a = main "Unikernel.A" (random @-> network @-> job)\n'
        "let jobs = [ a $ rng () $ default_network ]\n",
        'let a = main "Unikernel.A" (network @-> job)\nlet jobs = [ a $ default_network ]\n',
    ),
    "a choice between them": (
        "let pause = if_impl Key.is_unix default_time default_time\n"
        'let a = foreign "Unikernel.A" (time @-> network @-> job)\n'
        "let jobs = [ a $ pause $ default_network ]\n",
        'let a = main "Unikernel.A" (network @-> job)\nlet jobs = [ a $ default_network ]\n',
    ),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_row_goes_however_config_ml_gives_its_device(name: str) -> None:
    before, after = CONFIGS[name]
    end = 'let () = register "a" jobs\n'
    code = "module A (T : Mirage_time.S) (N : Mirage_net.S) = struct\n"
    code += "  let start _time _net = T.sleep_ns 1L\nend\n"
    code += "module B (N : Mirage_net.S) (T : Mirage_time.S) = struct\n"
    code += "  let start _net _time = T.sleep_ns 1L\nend\n"
    if "Unikernel.B" not in before:
        code = code[: code.index("module B")]
    if "random" in before:
        code = code.replace("Mirage_time.S", "Mirage_random.S").replace("T.sleep_ns 1L", "()")
    project = unikernel(
        {
            "config.ml": f"open Mirage\n{before}{end}".encode(),
            "unikernel.ml": code.encode(),
        },
        target="4.11",
    )
    arrived = port(project, WITH_REVIEW)
    assert [found for each in arrived.left.values() for found in each.findings] == []
    assert arrived.project.source("config.ml").data.decode() == f"open Mirage\n{after}{end}"


def test_a_row_stays_where_code_names_the_functors_of_jobs() -> None:
    config = "open Mirage\nlet job_of name = foreign name (time @-> network @-> job)\n"
    config += 'let one = job_of "Unikernel.Main" $ default_time $ default_network\n'
    config += 'let () = register "hall" [ one ]\n'
    files = {**_files("time", "  let start _ _ = T.sleep_ns 1L"), "config.ml": config.encode()}
    (message,) = _by_hand(files)
    assert "config.ml makes jobs of functors that code names" in message
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    assert b"T : Mirage_time.S" in ported.source("unikernel.ml").data


LAYERS = """open Lwt.Infix
open V1_LWT

module Main (N : NETWORK) = struct
  module E = Ethif.Make (N)
  module I = Ipv4.Make (E)

  let made what connect below =
    connect below >>= function
    | `Error _ -> Lwt.fail_with what
    | `Ok layer -> Lwt.return layer

  let start n =
    made "ethernet" E.connect n >>= fun e ->
    made "addresses" I.connect e >>= fun i ->
    I.set_ip i (Ipaddr.V4.of_string_exn "10.0.0.2") >>= fun () ->
    I.set_ip_netmask i (Ipaddr.V4.of_string_exn "255.0.0.0") >>= fun () ->
    I.set_ip_gateways i [ Ipaddr.V4.of_string_exn "10.0.0.1" ] >>= fun () ->
    let skip ~src:_ ~dst:_ _ = Lwt.return_unit in
    N.listen n
      (E.input ~arpv4:(I.input_arpv4 i)
         ~ipv4:(I.input ~tcp:skip ~udp:skip ~default:(fun ~proto:_ -> skip) i)
         ~ipv6:(fun _ -> Lwt.return_unit) e)
end
"""


def test_ipv4_over_its_own_arp_gets_its_addresses_as_one_prefix() -> None:
    ported = port(unikernel({"unikernel.ml": LAYERS.encode()}, target="4.11"), WITH_REVIEW)
    assert not any(report.findings for report in ported.left.values())
    text = " ".join(ported.files["unikernel.ml"].decode().split())
    assert "E.connect n >>= fun e -> Arp.connect e >>= fun arp -> I.connect ~cidr:(" in text
    assert '~address:(Ipaddr.V4.of_string_exn "10.0.0.2"))' in text
    assert '?gateway:(Some (Ipaddr.V4.of_string_exn "10.0.0.1")) e arp' in text
    assert "~arpv4:(Arp.input arp)" in text


WAITING = """open Lwt.Infix

module Main (C : V1_LWT.CONSOLE) = struct
  let start c =
    Lwt.pick [
        (OS.Time.sleep 3.0 >>= fun () ->
        connect () >>= fun flow ->
        C.log_s c "up" >>= fun () ->
        close flow) ]
end
"""


def test_a_functor_dissolves_around_lines_that_a_fix_moves() -> None:
    config = CONFIG.replace("{row} @-> network", "console").replace(
        "{device} $ default_network", "default_console"
    )
    files = {"config.ml": config.encode(), "unikernel.ml": WAITING.encode()}
    text = port(unikernel(files, target="4.11"), WITH_REVIEW).files["unikernel.ml"].decode()
    assert "\nlet start () =\n  Lwt.pick [\n" in text
    assert 'Logs.info (fun f -> f "up");\n' in text
