"""Stacks and stores that config.ml picks: the network, the address and what is picked unasked stay,
or the message says how to have them back."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, OLD, Compiler
from ..packs import unikernel
from ..properties.holds import same_by_every_way
from .small import findings

NET = 'let net = try match Sys.getenv "NET" with "socket" -> `Socket | _ -> `Direct with Not_found'
DHCP = 'let dhcp = try Sys.getenv "DHCP" <> "" with Not_found -> '
ENDS = (
    '\nlet main = foreign "Unikernel.Main" (stackv4 @-> job)\n'
    'let () = register "hut" [ main $ {} ]\n'
)


def _config(net: str, dhcp: str, stack: str, use: str = "stack") -> str:
    return f"open Mirage\n{NET} -> `{net}\n{DHCP}{dhcp}\n{stack}" + ENDS.format(use)


def _stack(
    network: str, addresses: str = "Ipaddr.V4.any", name: str = "stack", label: str = ""
) -> str:
    given = f"{label} default_console"
    return (
        f"let {name} = match net, dhcp with\n"
        f"  | `Direct, true -> direct_stackv4_with_dhcp {given} {network}\n"
        f"  | `Direct, false -> direct_stackv4_with_default_ipv4 {given} {network}\n"
        f"  | `Socket, _ -> socket_stackv4 {given} [ {addresses} ]\n"
    )


def _ported(files: dict[str, str]) -> dict[str, str]:
    project = unikernel({name: text.encode() for name, text in files.items()})
    result = port(project, WITH_REVIEW).project
    return {name: result.source(name).data.decode() for name in files}


def _config_after(compiler: Compiler, text: str) -> str:
    assert compiler.check(OLD, {"config.ml": text}, ["-w", "-a"]) == []
    result = _ported({"config.ml": text})["config.ml"]
    assert compiler.check(NEW, {"config.ml": result}) == []
    return result


NETWORKS = [
    ("tap0", "", "generic_stackv4 default_network"),
    ('(netif "1")', "", 'generic_stackv4 (netif "1")'),
    ('(netif "1")', '~group:"outside"', 'generic_stackv4 ~group:"outside" (netif "1")'),
    ("nic", "", "generic_stackv4 nic"),
]


@pytest.mark.parametrize(("network", "label", "after"), NETWORKS)
def test_the_network_stays(compiler: Compiler, network: str, label: str, after: str) -> None:
    given = 'let nic = netif "eth1"\n' if network == "nic" else ""
    text = _config("Direct", "false", given + _stack(network, label=label))
    result = _config_after(compiler, text)
    assert after in result
    assert "getenv" not in result


def test_a_network_that_is_a_parameter_stays(compiler: Compiler) -> None:
    both = 'stack tap0 $ stack (netif "1")'
    text = _config("Direct", "false", _stack("nic", name="stack nic"), both)
    result = _config_after(compiler, text.replace("(stackv4 @->", "(stackv4 @-> stackv4 @->"))
    assert "let stack nic = generic_stackv4 nic" in result
    assert 'stack default_network $ stack (netif "1")' in result


def test_only_the_console_of_two_parameters_goes(compiler: Compiler) -> None:
    stack = _stack("nic", name="stack console nic").replace("default_console", "console")
    text = _config("Direct", "false", stack, "stack default_console tap0")
    result = _config_after(compiler, text)
    assert "let stack nic = generic_stackv4 nic" in result
    assert "main $ stack default_network" in result


KEPT = [
    _stack("tap0", addresses='Ipaddr.V4.of_string_exn "127.0.0.1"'),
    _stack("tap0", addresses="Ipaddr.V4.any; Ipaddr.V4.localhost"),
    _stack("tap0").replace("console tap0\n  | `Socket", 'console (netif "1")\n  | `Socket'),
    _stack("tap0").replace("direct_stackv4_with_dhcp ", 'direct_stackv4_with_dhcp ~group:"a"'),
]


@pytest.mark.parametrize("stack", KEPT)
def test_what_no_key_can_say_stays_as_it_is(compiler: Compiler, stack: str) -> None:
    result = _config_after(compiler, _config("Direct", "false", stack))
    assert "match net, dhcp with" in result
    assert "dhcp_ipv4_stack" in result
    assert "socket_stackv4" in result


def test_another_stack_for_each_target_becomes_a_choice_by_target(compiler: Compiler) -> None:
    text = (
        "open Mirage\nlet stack = match get_mode () with\n"
        "  | `Unix | `MacOSX -> socket_stackv4 default_console [ Ipaddr.V4.any ]\n"
        "  | `Xen -> direct_stackv4_with_dhcp default_console tap0\n"
    ) + ENDS.format("stack")
    result = _config_after(compiler, text)
    assert "if_impl Key.is_unix" in result
    assert "dhcp_ipv4_stack default_network" in result


UNASKED = [
    ("Direct", "true", "`--dhcp true`"),
    ("Socket", "false", "`--net socket`"),
    ("Direct", "false", ""),
]


@pytest.mark.parametrize(("net", "dhcp", "said"), UNASKED)
def test_the_message_says_how_to_have_back_what_was_picked_unasked(
    net: str, dhcp: str, said: str
) -> None:
    found = findings("", _config(net, dhcp, _stack("tap0")))
    (message,) = [each.message for each in found if each.rule == "stack-env-idiom"]
    assert ("to keep it" in message) == bool(said)
    assert said in message


COMMANDS = [
    ("Direct", "true", "mirage configure -t xen", "mirage configure -t xen --dhcp true"),
    ("Direct", "true", "DHCP= mirage configure", "mirage configure --dhcp false"),
    ("Direct", "true", "NET=socket mirage configure", "mirage configure --net socket"),
    ("Socket", "false", "mirage configure", "mirage configure --net socket"),
    ("Socket", "false", "NET=direct mirage configure", "mirage configure --net direct"),
    ("Direct", "false", "DHCP=1 mirage configure", "mirage configure --dhcp true"),
    ("Direct", "false", "mirage configure", "mirage configure"),
    ("Direct", "true", "mirage configure --dhcp false", "mirage configure --dhcp false"),
]


@pytest.mark.parametrize(("net", "dhcp", "before", "after"), COMMANDS)
def test_commands_go_on_picking_what_they_picked(
    net: str, dhcp: str, before: str, after: str
) -> None:
    files = {"config.ml": _config(net, dhcp, _stack("tap0")), "build.sh": f"{before}\n"}
    assert _ported(files)["build.sh"] == f"{after}\n"


STORE = """open Mirage
let mode = try match String.lowercase (Unix.getenv "FS") with "fat" -> `Fat | _ -> `Crunch
  with Not_found -> `Crunch
let image = "unused"
let fat dir = ignore image; kv_ro_of_fs (fat_of_files ~dir ())
let store = {match}
let main = foreign "Unikernel.Main" (kv_ro @-> job)
let () = register "hut" [ main $ store ]
"""
EVERYWHERE = 'match mode with `Fat -> fat "pages" | `Crunch -> crunch "pages"'
BY_TARGET = (
    'match mode, get_mode () with `Fat, _ -> fat "pages" | `Crunch, `Xen -> crunch "pages"\n'
    '  | `Crunch, _ -> direct_kv_ro "pages"'
)
STORES = [
    (EVERYWHERE, "FS=crunch mirage configure --unix", "mirage configure -t unix"),
    (EVERYWHERE, "mirage configure --unix", "mirage configure -t unix"),
    (EVERYWHERE, "FS=fat mirage configure --unix", "mirage configure -t unix --kv_ro fat"),
    (BY_TARGET, "FS=crunch mirage configure --unix", "mirage configure -t unix --kv_ro direct"),
    (BY_TARGET, "mirage configure --unix", "mirage configure -t unix --kv_ro direct"),
    (BY_TARGET, "FS=crunch mirage configure --xen", "mirage configure -t xen"),
]


@pytest.mark.parametrize(("match", "before", "after"), STORES)
def test_a_store_stays_the_store_it_was(
    compiler: Compiler, match: str, before: str, after: str
) -> None:
    text = STORE.replace("{match}", match)
    assert compiler.check(OLD, {"config.ml": text}, ["-w", "-a"]) == []
    result = _ported({"config.ml": text, "build.sh": f"{before}\n"})
    assert result["build.sh"] == f"{after}\n"
    assert 'generic_kv_ro "pages"' in result["config.ml"]
    # What only the choice read goes with it, through what only that read.
    for name in ("mode", "fat", "image"):
        assert f"let {name}" not in result["config.ml"]


def test_a_name_inside_of_what_goes_goes_with_it(compiler: Compiler) -> None:
    text = STORE.replace("{match}", BY_TARGET).replace(
        'let mode = try match String.lowercase (Unix.getenv "FS") with',
        'let mode = let asked = fun () -> Unix.getenv "FS" in try match asked () with',
    )
    result = _config_after(compiler, text)
    assert 'generic_kv_ro "pages"' in result
    assert "asked" not in result


def test_what_others_read_stays() -> None:
    text = STORE.replace("{match}", EVERYWHERE).replace("[ main", "(print_endline image; [ main")
    result = _ported({"config.ml": text.replace("store ]", "store ])")})["config.ml"]
    assert "let image" in result
    assert "let fat" not in result


def test_a_crunched_store_that_is_asked_for_stays_crunched() -> None:
    config = (
        'open Mirage\nlet main = foreign "Unikernel.Main" (kv_ro @-> job)\n'
        'let () = register "hut" [ main $ generic_kv_ro "pages" ]\n'
    )
    files = {"config.ml": config, "build.sh": "FS=crunch mirage configure -t unix\n"}
    assert _ported(files)["build.sh"] == "mirage configure -t unix\n"


def test_a_store_read_at_run_time_is_told_how_to_be_had_back() -> None:
    project = unikernel({"config.ml": STORE.replace("{match}", BY_TARGET).encode()})
    found = check(project, "config.ml").findings
    (message,) = [each.message for each in found if each.rule == "kv-env-idiom"]
    assert "`--kv_ro direct`" in message


def _stores(other: str) -> str:
    return (
        'open Mirage\n\nlet kind = try Sys.getenv "STORE" with Not_found -> "memory"\n'
        "let image dir = kv_ro_of_fs (fat_of_files ~dir ())\n"
        'let pages = match kind with "image" -> image "pages" | _ -> crunch "pages"\n'
        f"let posts = {other}\n"
        'let main = foreign "Unikernel.Main" (kv_ro @-> kv_ro @-> job)\n'
        'let () = register "blog" [ main $ pages $ posts ]\n'
    )


def test_definitions_that_two_choices_read_are_removed_with_both(compiler: Compiler) -> None:
    text = _stores('match kind with "image" -> image "posts" | _ -> crunch "posts"')
    after = _config_after(compiler, text)
    assert "let kind" not in after
    assert "let image" not in after
    same_by_every_way({"config.ml": text.encode()}, 3)


@pytest.mark.parametrize("other", ['image "posts"', "crunch kind"])
def test_definitions_that_other_code_reads_stay(compiler: Compiler, other: str) -> None:
    after = _config_after(compiler, _stores(other))
    assert ("let image" in after) == ("image" in other)
    assert ("let kind" in after) == ("kind" in other)
