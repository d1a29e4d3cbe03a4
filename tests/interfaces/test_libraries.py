"""Libraries that unikernels call: what did not change stays as it is, and is Mirage 3 by the
compiler's word; what has a device's signature is ported as the device is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import MANUAL

from ..packs import unikernel
from .compiler import NEW, OLD, Compiler

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

FILE = "unikernel.ml"

_INPUT = """\
let describe config leases packet =
  let open Dhcp_server.Input in
  match input_pkt config leases packet 1. with
  | Silence | Update _ -> None
  | Warning why | Error why -> Some why
  | Reply (reply, _) -> Some (string_of_int (Cstruct.len (Dhcp_wire.buf_of_pkt reply)))
"""
_COMMAND = """\
open Lwt.Infix

let rec lines flow =
  Qubes.RExec.Flow.read_line flow >>= function
  | `Eof -> Lwt.return_unit
  | `Ok line -> Qubes.RExec.Flow.writef flow "%s" line >>= fun () -> lines flow

let first flow =
  Qubes.RExec.Flow.read flow >|= function `Ok data -> Some data | `Eof -> None
"""
_PORT = """\
let port name =
  match Vchan.Port.of_string name with `Ok port -> port | `Error why -> failwith why
"""
_ENGINE = """\
let step state data =
  match Tls.Engine.handle_tls state data with
  | `Ok (`Ok state, `Response out, `Data data) -> Some (state, out, data)
  | `Ok ((`Eof | `Alert _), `Response _, `Data _) -> None
  | `Fail (_, `Response _) -> None
"""
_HTTP = """\
module Main (Pages : Mirage_kv_lwt.RO) (S : Cohttp_lwt.Server) = struct
  let serve (_, connection) request _body =
    let headers = Cohttp.Header.init_with "x" (Cohttp.Connection.to_string connection) in
    match Cohttp.Request.meth request with
    | `GET -> S.respond_string ~headers ~status:`OK ~body:"" ()
    | _ -> S.respond ~headers ~status:`Not_found ~body:`Empty ()

  let start _pages http = http (`TCP 8080) (S.make ~callback:serve ())
end
"""
_CONDUIT = """\
open Lwt.Infix

module Main (S : Mirage_stack_lwt.V4) = struct
  let stack = Conduit_mirage.stackv4 (module S)
  let config certificates = Tls.Config.server ~certificates:(`Single certificates) ()

  let start s certificates serve =
    Conduit_mirage.with_tcp Conduit_mirage.empty stack s >>= fun conduit ->
    Conduit_mirage.with_tls conduit >>= fun conduit ->
    Conduit_mirage.listen conduit (`TLS (config certificates, `TCP 4433)) serve
end
"""
_DNS = """\
open Lwt.Infix

module Main (S : Mirage_stack_lwt.V4) = struct
  module Names = Dns_resolver_mirage.Make (OS.Time) (S)
  module Resolver = Resolver_mirage.Make (Names)

  let start stack =
    Names.gethostbyname (Names.create stack) "mirage.io" >>= fun found ->
    Resolver_lwt.resolve_uri ~uri:(Uri.of_string "http://mirage.io") (Resolver.init ~stack ())
    >>= fun _endpoint -> Lwt.return (List.length found)
end
"""
_ARP = """\
open Lwt.Infix

module Main (A : Mirage_protocols_lwt.ARP) = struct
  let start arp address =
    A.add_ip arp address >>= fun () ->
    A.set_ips arp [ address ] >>= fun () ->
    A.remove_ip arp address >>= fun () -> Lwt.return (A.get_ips arp)
end
"""
_STACK = """\
module Main (S : Mirage_stack_lwt.V4) = struct
  let start stack =
    S.listen_tcpv4 stack ~port:80 S.TCPV4.close;
    S.listen_udpv4 stack ~port:53 (fun ~src:_ ~dst:_ ~src_port:_ _data -> Lwt.return_unit);
    ignore (S.tcpv4 stack, S.udpv4 stack, S.ipv4 stack);
    S.listen stack
end
"""
_INPUTS = """\
module Main (U : Mirage_protocols_lwt.UDPV4) (I : Mirage_protocols_lwt.IPV4) = struct
  let listeners ~dst_port =
    if dst_port = 53 then Some (fun ~src:_ ~dst:_ ~src_port:_ _data -> Lwt.return_unit) else None

  let deliver udp = U.input ~listeners udp
  let addresses ip = I.get_ip ip
  let move ip address = I.set_ip ip address
end
"""
_RUNTIME = """\
open Lwt.Infix

let domain () =
  OS.Xs.make () >>= fun client ->
  OS.Xs.(immediate client (fun handle -> read handle "domid")) >>= fun domain ->
  OS.Lifecycle.await_shutdown_request () >>= function
  | `Poweroff -> OS.Sched.shutdown OS.Sched.Poweroff; Lwt.return domain
  | `Reboot -> OS.Sched.shutdown OS.Sched.Reboot; Lwt.return OS.Start_info.((get ()).cmd_line)

let () = OS.Main.run (domain () >|= ignore)
"""
_STATE = """\
let show promise =
  match Lwt.state promise with
  | Lwt.Return _ -> "done"
  | Lwt.Sleep -> "waiting"
  | Lwt.Fail _ -> "failed"
"""
_TRACE = """\
let traced () =
  MProf.Trace.label "here";
  MProf.Counter.(increase (make ~name:"there") 1)
"""
_INFO = """\
let show { Mirage_info.name; packages; libraries } =
  name ^ String.concat " " (List.map fst packages @ libraries)
"""
_VALUES = """\
let address text = match Ipaddr.V4.of_string text with Some found -> found | None -> Ipaddr.V4.any
let page () = Io_page.to_cstruct (Io_page.get 1)
"""
_CLOSE = """\
open Lwt.Infix

module Main (T : Mirage_protocols_lwt.TCPV4) = struct
  let both one other = T.close one >>= fun () -> T.close other
end
"""
_SHADOW = """\
module Main (KV : Mirage_kv_lwt.RO) (Clock : Mirage_clock_lwt.PCLOCK) = struct
  module X509 = Tls_mirage.X509 (KV) (Clock)

  let start keys _clock = X509.certificate keys `Default
end
"""
_WORDS = """\
let parts path = List.filter (( <> ) "") Re_str.(split_delim (regexp_string "/") path)
let tidy text = Re_str.(global_replace (regexp "  +") " " text)
"""
_ZONE = """\
open Dns

let zone = Name.of_string_list [ "mirage"; "io" ]

let table address =
  let table = Loader.new_db () in
  Loader.add_ns_rr zone 3600l zone table;
  Loader.add_a_rr address 3600l zone table;
  table

let answer table { Packet.questions; _ } =
  match questions with
  | [ { Packet.q_name; q_type; _ } ] ->
    Protocol.contain_exc "answer" (fun () -> Query.answer q_name q_type table.Loader.trie)
  | _ -> None
"""
_SECRETS = """\
let port () = Nocrypto.Rng.Int.gen_r 1024 65536
let stamp () = Nocrypto.Rng.Int64.gen 1000L

let dump data =
  let buffer = Buffer.create 80 in
  Cstruct.hexdump_to_buffer buffer data;
  Buffer.contents buffer
"""
UNCHANGED = {
    "words of a text": _WORDS,
    "a zone of names": _ZONE,
    "numbers nobody can guess": _SECRETS,
    "answers of a DHCP server": _INPUT,
    "flows of Qubes": _COMMAND,
    "ports of a vchan": _PORT,
    "TLS without a flow": _ENGINE,
    "HTTP and its status codes": _HTTP,
    "descriptions of connections": _CONDUIT,
    "functors of DNS": _DNS,
    "addresses of ARP": _ARP,
    "a stack's listeners": _STACK,
    "inputs of protocols": _INPUTS,
    "the runtime": _RUNTIME,
    "states of promises": _STATE,
    "tracing": _TRACE,
    "what was built": _INFO,
    "addresses and pages": _VALUES,
    "closing a connection": _CLOSE,
    "a store of certificates": _SHADOW,
}

_FLOW = """\
open Lwt.Infix

let rec echo flow =
  Conduit_mirage.Flow.read flow >>= function
  | `Eof | `Error _ -> Conduit_mirage.Flow.close flow
  | `Ok data -> (
    Conduit_mirage.Flow.write flow data >>= function
    | `Ok () -> echo flow
    | `Eof -> Lwt.return_unit
    | `Error _ -> Lwt.return_unit)
"""
_SHARED = """\
open Lwt.Infix

let say port text =
  Vchan_xen.client ~domid:0 ~port () >>= fun channel ->
  Vchan_xen.writev channel [ Cstruct.of_string text ] >>= function
  | `Ok () -> Vchan_xen.close channel
  | `Eof | `Error _ -> Lwt.fail (Failure "gone")
"""
_BACKEND = """\
open Lwt.Infix

module Back = Netchannel.Backend.Make (Netchannel.Xenstore.Make (OS.Xs))

let serve handle =
  Back.make ~domid:1 ~device_id:0 >>= fun net ->
  Back.listen net (fun frame -> handle frame) >>= fun () ->
  Lwt.return (Back.mac net)
"""
_FILES = """\
open Lwt.Infix

let size name =
  Kvro_fs_unix.connect "." >>= function
  | `Error _ -> Lwt.fail (Failure ".")
  | `Ok store -> (
    Kvro_fs_unix.size store name >>= function
    | `Ok size -> Lwt.return size
    | `Error (Kvro_fs_unix.Unknown_key _) -> Lwt.return 0L)
"""
_DISK = """\
open Lwt.Infix

let grow disk =
  Block.resize disk 8L >>= function
  | `Error _ -> Lwt.return_false
  | `Ok () -> (Block.flush disk >|= function `Ok () -> true | `Error _ -> false)
"""
_CALLS = """\
module Names (S : V1_LWT.STACKV4) = struct
  module R = Dns_resolver_mirage.Make (OS.Time) (S)

  let timer () = OS.Time.sleep 5.0
  let commands txfn rxfn cleanfn = { Dns_resolver.txfn; rxfn; timerfn = timer; cleanfn }
end
"""
_PARAMETERS = """\
open Lwt.Infix

let name () =
  Bootvar.create () >>= function
  | `Error why -> Lwt.fail (Failure why)
  | `Ok known -> Lwt.return (Bootvar.get known "name")
"""
_CABLE = """\
open Lwt.Infix

module Net = Vnetif.Make (Basic_backend.Make)

let plug () =
  let backend = Basic_backend.Make.create ~use_async_readers:true () in
  Net.connect backend >>= function
  | `Error _ -> Lwt.fail (Failure "no network")
  | `Ok net -> Net.write net (Cstruct.create 60) >>= fun () -> Lwt.return (Net.mac net)
"""
PORTED = {
    "parameters of Xen": (_PARAMETERS, {"connect-result"}),
    "a network in one process": (_CABLE, {"connect-result", "network-write"}),
    "connections by description": (_FLOW, {"flow-read", "flow-write"}),
    "shared memory": (_SHARED, {"flow-write"}),
    "the other end of a network": (_BACKEND, {"network-listen"}),
    "folders as stores": (_FILES, {"connect-result", "kv-ro-size"}),
    "a file as a disk": (_DISK, {"block-write"}),
    "a question's timer": (_CALLS, {"time-sleep", "v1-module-type"}),
}


def _project(text: str) -> Project:
    return unikernel({FILE: text.encode()})


@pytest.mark.parametrize("text", UNCHANGED.values(), ids=UNCHANGED)
def test_what_did_not_change_is_left_alone(compiler: Compiler, text: str) -> None:
    assert compiler.check(NEW, {FILE: text}) == []
    assert check(_project(text), FILE).findings == ()


@pytest.mark.parametrize(("text", "rules"), PORTED.values(), ids=PORTED)
def test_a_library_s_device_is_ported(compiler: Compiler, text: str, rules: set[str]) -> None:
    assert compiler.check(OLD, {FILE: text}) == []
    findings = check(_project(text), FILE).findings
    assert {finding.rule for finding in findings} == rules
    assert all(finding.applicability != MANUAL for finding in findings)
    ported = port(_project(text), WITH_REVIEW).project.source(FILE).data.decode()
    assert compiler.check(NEW, {FILE: ported}) == []
