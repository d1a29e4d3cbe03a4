"""What config.ml may keep and what means something else; names, groups and wrappers."""

from __future__ import annotations

import pytest

from mirageport.diagnostics.engine import check
from mirageport.mirage.config import is_older
from mirageport.mirage.workflow.file_names import ocamlified

from ..packs import unikernel
from ..porting.small import CONFIG, findings, ported, told

OPEN = "open Mirage\n"
MAIN = 'let main = foreign "Unikernel.Main" (network @-> job)\n'


@pytest.mark.parametrize(
    ("name", "new"),
    [("post", "post"), ("old-post", "old_post"), ("nqsb.io", "nqsbio"), ("caf\u00e9", "caf")],
)
def test_the_name_that_a_unikernel_gets(name: str, new: str) -> None:
    assert ocamlified(name) == new


@pytest.mark.parametrize(
    ("config", "old"),
    [
        ("let x = tap0\n", True),
        ('let x = foreign ~libraries:[ "fmt" ] "U.Main" job\n', True),
        ("let x = Key.is_xen\n", True),
        ('let x = foreign "U.Main" job\nlet y = generic_kv_ro "pages"\n', False),
        ("let tap0 = default_network\nlet x = tap0\n", False),
    ],
)
def test_a_project_of_mirage_2_is_known_by_what_only_that_has(config: str, old: bool) -> None:
    assert is_older(unikernel({CONFIG: (OPEN + config).encode()})) is old


def test_a_project_without_a_config_is_of_no_version() -> None:
    assert not is_older(unikernel({"unikernel.ml": b"let x = 1\n"}))


@pytest.mark.parametrize("name", ["9p", "é9", "é"])
def test_a_name_that_mirage_3_refuses_is_an_error_whatever_the_version(name: str) -> None:
    config = f'{OPEN}{MAIN}let () = register "{name}" [ main $ default_network ]\n'
    (finding,) = findings(config=config)
    assert (finding.rule, finding.severity) == ("register-name", "error")


@pytest.mark.parametrize(
    "nets",
    [
        'let a = netif "0"\nlet b = netif "0"\n',
        'let a = netif "0"\nlet b = netif ~group:"b" "1"\n',
        'let netif name = netif ~group:name name\nlet a = netif "0"\nlet b = netif "1"\n',
        'let a = netif "0"\nlet b = List.map netif names\n',
    ],
)
def test_interfaces_that_share_no_key(nets: str) -> None:
    assert told(config=OPEN + nets) == []


def test_interfaces_of_one_written_group_are_left_to_the_person() -> None:
    nets = 'let a = netif ~group:"x" "0"\nlet b = netif ~group:"x" "1"\n'
    (finding,) = findings(config=OPEN + nets)
    assert (finding.rule, finding.fixable) == ("net-netif-two", False)


def test_an_interface_without_a_name_gets_a_group_of_its_own() -> None:
    config = f'{OPEN}let both = (netif "0", netif "1")\n'
    assert ported(config=config) == f'{OPEN}let both = (netif "0", netif ~group:"net1" "1")\n'


@pytest.mark.parametrize(
    "uses",
    [
        "let a = stack default_console\nlet b = List.map stack consoles\n",
        "let a = stack name\n",
        "",
    ],
)
def test_a_wrapper_that_is_used_in_any_other_way_stays(uses: str) -> None:
    config = f"{OPEN}let stack console = generic_stackv4 default_network\n{uses}"
    assert ported(config=config) == config


def test_defaults_written_out_go_with_the_console() -> None:
    config = (
        f"{OPEN}let s = direct_stackv4_with_dhcp ~time:default_time ~clock:default_clock "
        "default_console tap0\n"
    )
    assert ported(config=config) == f"{OPEN}let s = dhcp_ipv4_stack default_network\n"


def test_an_ip_device_that_lacks_its_addresses_is_left_alone() -> None:
    config = f"{OPEN}let ip = create_ipv4 (netif name)\n"
    assert ported(config=config) == config


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "default_reporter ~clock:default_clock ()",
            "default_reporter ~clock:default_posix_clock ()",
        ),
        (
            "let clock = default_clock in default_reporter ~clock ()",
            "let clock = default_posix_clock in default_reporter ~clock ()",
        ),
        (
            "let mine = default_clock in arp ~clock:mine net",
            "let mine = default_monotonic_clock in arp ~clock:mine net",
        ),
    ],
)
def test_a_clock_is_what_the_label_it_is_given_to_wants(before: str, after: str) -> None:
    assert (
        ported(config=f"{OPEN}let device net = {before}\n") == f"{OPEN}let device net = {after}\n"
    )


@pytest.mark.parametrize(
    ("net", "told"), [("default_network", []), ("tap0", ["cli-kv-ro", "kv-generic-key"])]
)
def test_what_mirage_3_changed_is_not_said_of_its_own_code(net: str, told: list[str]) -> None:
    config = f'{OPEN}let main = foreign "Unikernel.Main" (network @-> kv_ro @-> job)\n'
    config += f'let () = register "site" [ main $ {net} $ generic_kv_ro "pages" ]\n'
    files = {CONFIG: config, "build.sh": "mirage configure -t unix --kv_ro crunch\n"}
    project = unikernel({name: text.encode() for name, text in files.items()}, target="4.11")
    rules = {found.rule for name in files for found in check(project, name).findings}
    assert sorted(rules & {"cli-kv-ro", "kv-generic-key"}) == told
