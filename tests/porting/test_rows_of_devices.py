"""Rows of removed devices where config.ml makes devices and jobs of its own: they change everywhere
or nowhere."""

from __future__ import annotations

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.selfcheck import judge

from ..packs import unikernel


def test_a_start_that_takes_more_than_its_device_is_told() -> None:
    config = b'open Mirage\nlet main = main "Unikernel.Main" (stackv4v6 @-> network @-> job)\n'
    code = (
        b"module Main (S : Tcpip.Stack.V4V6) (N : Mirage_net.S) = struct\n"
        b"  module D = Dns_client_mirage.Make (S) (Happy_eyeballs_mirage.Make (S))\n"
        b"  let start s n = ignore (D.create s); ignore n; Lwt.return_unit\nend\n"
    )
    project = unikernel({"config.ml": config, "unikernel.ml": code}, target="4.11")
    (found,) = judge(project).conflicts
    assert found.file == "config.ml"
    assert "`start` of `Unikernel.Main` takes `S.t * " in found.message
    assert "is given what `stackv4v6` stands for alone" in found.message


def test_a_job_that_impl_makes_keeps_a_device() -> None:
    config = (
        'open Mirage\nlet timer = impl "Timer.Make" (time @-> pclock @-> job)\n'
        'let () = register "hall" [ timer $ default_time $ default_posix_clock ]\n'
    )
    code = "module Make (T : Mirage_time.S) (P : Mirage_clock.PCLOCK) = struct\n"
    code += "  let connect () = T.sleep_ns 1L\nend\n"
    files = {"config.ml": config.encode(), "timer.ml": code.encode()}
    project = unikernel(files, target="4.11")
    found = [each for name in files for each in check(project, name).findings]
    told = [each for each in found if "a job that `impl` makes needs one device" in each.message]
    assert len(told) == 4


def test_a_row_of_a_device_that_an_object_makes_goes_with_the_object() -> None:
    config = (
        "open Mirage\ntype clocked = Clocked\nlet clocked = Type Clocked\n"
        "let device = impl @@ object\n  inherit base_configurable\n"
        "  method ty = pclock @-> network @-> clocked\n"
        '  method name = "device"\n  method module_name = "Device.Make"\n'
        "  method! connect _ modname = function\n"
        '    | [ _; net ] -> Fmt.strf "%s.connect %s" modname net\n    | _ -> assert false\nend\n'
        'let main = foreign "Unikernel.Main" (clocked @-> job)\n'
        'let () = register "o" [ main $ (device $ default_posix_clock $ default_network) ]\n'
    )
    device = (
        "module Make (P : Mirage_clock.PCLOCK) (N : Mirage_net.S) = struct\n"
        "  let connect n = ignore (P.now_d_ps ()); Lwt.return (N.mac n)\nend\n"
    )
    code = "module Main (D : sig type t end) = struct\n  let start _ = Lwt.return_unit\nend\n"
    files = {"config.ml": config, "device.ml": device, "unikernel.ml": code}
    project = unikernel({name: text.encode() for name, text in files.items()}, target="4.11")
    assert "in a way that is not read here" in " ".join(
        each.message for each in check(project, "device.ml").findings
    )
    arrived = port(project, WITH_REVIEW)
    assert [found for each in arrived.left.values() for found in each.findings] == []
    assert b"pclock" not in arrived.project.source("config.ml").data
    assert b"PCLOCK" not in arrived.project.source("device.ml").data
