"""`get_mode ()` beside something else in a match: a match for each target, or left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import SAFE_ONLY, WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..interfaces.compiler import NEW, Compiler
from ..packs import unikernel

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

CONFIG = """open Mirage
let disk a b =
  match {asked} with
{arms}
let main = foreign "Unikernel.Main" (block @-> job)
let () = register "disk" [ main $ disk true 1 ]
"""
BLOCK = 'block_of_file "{}"'


def _config(asked: str, arms: dict[str, str]) -> Project:
    lines = [f"  | {pattern} -> {BLOCK.format(name)}" for pattern, name in arms.items()]
    return unikernel({"config.ml": CONFIG.format(asked=asked, arms="\n".join(lines)).encode()})


@pytest.mark.parametrize(
    ("asked", "arms", "after"),
    [
        (
            "a, get_mode ()",
            {"true, `Unix": "u", "_, _": "x"},
            "match a with | true -> u ? x | _ -> x",
        ),
        (
            "a, get_mode ()",
            {"(true, `Xen)": "x", "_": "u"},
            "match a with | true -> u ? x | _ -> u",
        ),
        ("a, get_mode ()", {"true, `Xen": "x", "n, _": "u"}, "(match a with | n -> u)"),
        ("a, get_mode (), b", {"true, `Xen, 1": "x", "_": "u"}, "(match a, b with | _ -> u)"),
        (
            "a, get_mode ()",
            {"_, `MacOSX": "u", "_, `Unix": "u", "_, `Xen": "x"},
            "match a with | _ -> u ? x",
        ),
    ],
)
def test_a_match_that_chooses_in_its_arms_or_one_for_each_target(
    compiler: Compiler, asked: str, arms: dict[str, str], after: str
) -> None:
    text = port(_config(asked, arms), WITH_REVIEW).project.source("config.ml").data.decode()
    assert compiler.check(NEW, {"config.ml": text}) == []
    for name in "ux":
        text = text.replace(BLOCK.format(name), name)
    text = text.replace("if_impl Key.is_unix (u) (x)", "u ? x")
    assert after in " ".join(text.split())


@pytest.mark.parametrize(
    ("asked", "arms"),
    [
        ("a, get_mode ()", {"_, (`Unix | `MacOSX)": "u"}),
    ],
)
def test_what_is_left_to_the_person(asked: str, arms: dict[str, str]) -> None:
    found = check(_config(asked, arms), "config.ml").findings
    assert [each.applicability for each in found if each.rule == "mode-get-mode"] == ["manual"]


@pytest.mark.parametrize(
    "arms",
    [
        {"_, `MacOSX": "m", "_, `Unix": "u", "_, `Xen": "x"},
        {"true, m when m = `Xen": "x", "true, `Unix": "u", "_": "m"},
        {"true, _": "u", "false, `Unix": "m", "false, `Other": "w", "_": "x"},
    ],
)
def test_a_match_that_is_written_out_for_each_target(
    compiler: Compiler, arms: dict[str, str]
) -> None:
    project = port(_config("a, get_mode ()", arms), WITH_REVIEW).project
    text = project.source("config.ml").data.decode()
    assert compiler.check(NEW, {"config.ml": text}) == []
    assert "_impl Key." in text
    assert [name for name in ('"u"', '"m"', '"x"') if name not in text] == []


def test_what_the_environment_also_decides_is_written_for_each_target(compiler: Compiler) -> None:
    text = """open Mirage
let disk = match get_mode () with
  | `Xen -> `Xvda
  | `Unix -> try (match Sys.getenv "DISK" with "" -> `File | _ -> `Xvda) with Not_found -> `File
let main = foreign "Unikernel.Main" (block @-> job)
let used spare = match disk, spare with
  | `Xvda, true -> block_of_file "xvdb"
  | `Xvda, false -> block_of_file "xvda"
  | `File, _ -> block_of_file "disk.img"
let () = register "disk" [ main $ used true ]
"""
    project = port(unikernel({"config.ml": text.encode()}), WITH_REVIEW).project
    ported = project.source("config.ml").data.decode()
    assert compiler.check(NEW, {"config.ml": ported}) == []
    assert "(match `Xvda, spare with" in ported
    assert ported.count('Sys.getenv "DISK"') == 1


def test_a_list_that_nothing_reads_any_more_is_removed() -> None:
    lists = 'let extra = match get_mode () with `Unix -> [ "mirage-unix" ] | _ -> [ "mirage-xen" ]'
    added = "".join(f'  add_to_{what} (extra @ [ "re" ]);\n' for what in ADDED)
    head = 'open Mirage\nlet main = foreign "Unikernel.Main" (console @-> job)\n'
    text = f'{head}{lists}\nlet () =\n{added}  register "re" [ main $ default_console ]\n'
    project = port(unikernel({"config.ml": text.encode()}), WITH_REVIEW).project
    assert b"extra" not in project.source("config.ml").data


ADDED = ("ocamlfind_libraries", "opam_packages")

# What an answer goes into: the name of a unikernel, and the port of a web server.
LEFT = [
    'let name = match get_mode () with `Xen -> "guest" | _ -> "process"\n'
    'let () = register name [ main $ block_of_file "disk" ]\n',
    "let port = match get_mode () with `Xen -> 80 | _ -> 8080\n"
    "let server = http_server (`TCP (`Port port)) (conduit_direct (generic_stackv4 tap0))\n",
]


@pytest.mark.parametrize("text", LEFT)
def test_what_hangs_on_the_target_and_is_no_device_is_left(text: str) -> None:
    head = 'open Mirage\nlet main = foreign "Unikernel.Main" (block @-> job)\n'
    project = port(unikernel({"config.ml": (head + text).encode()}), WITH_REVIEW).project
    assert b"get_mode ()" in project.source("config.ml").data
    found = check(project, "config.ml").findings
    assert [each.applicability for each in found if each.rule == "mode-get-mode"] == ["manual"]


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("if_impl Key.is_xen a b", "if_impl Key.is_unix b a"),
        ("Key.(if_ is_xen) a b", "Key.(if_ is_unix) b a"),
        # What is asked is something else: two things that somebody types one before the other.
        ("Key.(if_ Key.map not Key.is_xen", "Key.(if_ Key.map not (Key.map not Key.is_unix)"),
    ],
)
def test_branches_change_places_where_the_target_is_what_is_asked(asked: str, wanted: str) -> None:
    text = f"open Mirage\nlet a = default_console let b = default_console\nlet c = {asked}\n"
    result = port(unikernel({"config.ml": text.encode()}), WITH_REVIEW).project
    assert f"let c = {wanted}\n" in result.source("config.ml").data.decode()


STACK = """open Mirage
let addresses = [ Ipaddr.V4.any ]
let stack =
  match get_mode () with
  | `Xen -> {}
  | `Unix | `MacOSX -> {}
let main = foreign "Unikernel.Main" (stackv4 @-> job)
let () = register "hello" [ main $ stack ]
"""


@pytest.mark.parametrize(
    "arms",
    [
        (
            "generic_stackv4 default_console tap0",
            "socket_stackv4 default_console [ Ipaddr.V4.any ]",
        ),
        ("direct_stackv4_with_dhcp default_console tap0", "socket_stackv4 default_console []"),
        ('(generic_stackv4 default_console (netif "1"))', "generic_stackv4 default_console tap0"),
        (
            "direct_stackv4_with_default_ipv4 default_console tap0",
            'socket_stackv4 ~group:"a" default_console [ Ipaddr.V4.localhost ]',
        ),
    ],
)
def test_stacks_of_which_safe_fixes_took_the_console(
    compiler: Compiler, arms: tuple[str, str]
) -> None:
    project = unikernel({"config.ml": STACK.format(*arms).encode()})
    began = port(project, SAFE_ONLY).project
    assert b"get_mode" in began.source("config.ml").data
    text = port(began, WITH_REVIEW).project.source("config.ml").data.decode()
    assert text == port(project, WITH_REVIEW).project.source("config.ml").data.decode()
    assert "if_impl Key.is_unix" in text
    assert compiler.check(NEW, {"config.ml": text}) == []


@pytest.mark.parametrize(
    "stack",
    [
        "socket_stackv4 default_console",
        'socket_stackv4 ~group:"a" default_console',
        "let c = default_console in socket_stackv4 c",
    ],
)
def test_stacks_that_wait_for_more_than_a_console_are_no_devices(stack: str) -> None:
    text = STACK.format(*[f"({stack})"] * 2)
    found = check(unikernel({"config.ml": text.encode()}), "config.ml").findings
    assert [each.applicability for each in found if each.rule == "mode-get-mode"] == ["manual"]
