"""Keys of config.ml that have to be declared by the module that reads them, since Mirage 4.5: where
no fix can move one, the finding says why."""

from __future__ import annotations

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..packs import unikernel

KEY = 'let port = Key.(create "port" Arg.(opt int 80 (info [ "port" ])))\n'
JOB = 'let main = foreign ~keys:[ Key.abstract port ] "Unikernel.Main" (network @-> job)\n'
END = 'let () = register "hall" [ main $ default_network ]\n'
READS = (
    "module Main (N : Mirage_net.S) = struct\n"
    "  let start _n = ignore (Key_gen.port ()); Lwt.return_unit\nend\n"
)


def _project(key: str = KEY, job: str = JOB, **others: str) -> dict[str, bytes]:
    files = {"config.ml": f"open Mirage\n{key}{job}{END}", "unikernel.ml": READS}
    files.update({f"{name}.ml": text for name, text in others.items()})
    return {name: text.encode() for name, text in files.items()}


def _left(files: dict[str, bytes]) -> list[str]:
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    return [
        each.message
        for name in ported.names
        for each in check(ported, name).findings
        if each.rule == "runtime-key"
    ]


def test_a_key_moves_to_the_module_that_reads_it() -> None:
    files = _project()
    assert _left(files) == []
    ported = port(unikernel(files, target="4.11"), WITH_REVIEW).project
    text = ported.source("unikernel.ml").data.decode()
    assert "let port =" in text
    assert "register_arg" in text
    assert "Key_gen" not in text
    assert "Key" not in ported.source("config.ml").data.decode()


def test_a_page_that_names_the_generated_module_is_no_module() -> None:
    files = {**_project(), "README.md": b"`Key_gen.port ()` is the port.\n"}
    assert _left(files) == []


def test_a_key_that_two_modules_read_goes_to_the_one_that_the_other_sees() -> None:
    other = "let shown () = string_of_int (Key_gen.port ())\n"
    unseen = _left(_project(other=other))
    assert any("no module that a job runs names that one" in message for message in unseen)
    sleeps = "module Main (Time : Mirage_time_lwt.S) = struct let start _ = Time.sleep_ns 1L end\n"
    timed = _project(unikernel=sleeps, other=other)
    timed["config.ml"] = timed["config.ml"].replace(b"network", b"time")
    unseen = _left(timed)  # the port makes a plain module of the functor
    assert any("no module that a job runs names that one" in message for message in unseen)
    apart = _project(other=other, third=other)
    apart["unikernel.ml"] = READS.replace("Key_gen.port ()", "Other.shown (), Third.x").encode()
    assert any("seen by all others" in message for message in _left(apart))
    seen = _project(other=other)
    seen["unikernel.ml"] = READS.replace("ignore (", "ignore (Other.shown ()); ignore (").encode()
    ported = port(unikernel(seen, target="4.11"), WITH_REVIEW).project
    assert "register_arg" in ported.source("other.ml").data.decode()
    assert "Other.port ()" in ported.source("unikernel.ml").data.decode()


@pytest.mark.parametrize(
    ("key", "code", "why"),
    [
        (KEY, "let at_once = Key_gen.port ()\n" + READS, "before the arguments are known"),
        (KEY.replace("let port", "let port, other"), READS, "not a literal"),
        (KEY, READS.replace("port ()", "host ()"), "`Key_gen.host` is not there"),
        (KEY + 'let store = docteur ~disk:port "pages"\n', "", "it is given to a device"),
        (
            KEY.replace("opt int 80", "required int")
            + "let dns = generic_dns_client ~timeout:port stack\n",
            "",
            "no default",
        ),
        (
            KEY.replace("80", "(1 + 1)").replace("int (1", "int (min 1")
            + "let dns = generic_dns_client ~timeout:port stack\n",
            "",
            "not a literal",
        ),
        (
            'let port = Key.ipv4_only ~group:"a" ()\n',
            READS.replace("port ()", "ipv4_only ()"),
            "its `~group` is a part of its name",
        ),
    ],
)
def test_a_key_that_cannot_move_says_why(key: str, code: str, why: str) -> None:
    files = _project(key=key)
    files["unikernel.ml"] = code.encode()
    assert any(why in message for message in _left(files))


def test_converters_of_networks_bring_their_library() -> None:
    key = KEY.replace("opt int 80", "opt ipv4_address Ipaddr.V4.localhost")
    ported = port(unikernel(_project(key=key), target="4.11"), WITH_REVIEW).project
    assert 'package ~sublibs:[ "network" ] "mirage-runtime"' in (
        ported.source("config.ml").data.decode()
    )
    assert "Mirage_runtime_network.Arg.ipv4_address" in (
        ported.source("unikernel.ml").data.decode()
    )


def test_a_shared_list_of_keys_goes_with_them() -> None:
    key = KEY + "let keys = [ Key.abstract port ]\n"
    job = JOB.replace("~keys:[ Key.abstract port ]", "~keys")
    ported = port(unikernel(_project(key=key, job=job), target="4.11"), WITH_REVIEW).project
    assert "keys" not in ported.source("config.ml").data.decode()


def test_a_list_without_keys_goes() -> None:
    job = JOB.replace("[ Key.abstract port ]", "[]")
    ported = port(unikernel(_project(key="", job=job), target="4.11"), WITH_REVIEW).project
    assert "keys" not in ported.source("config.ml").data.decode()


@pytest.mark.parametrize(
    ("created", "found"), [("network", []), ("colour", ["key-gen-names"])], ids=["own", "device"]
)
def test_a_key_that_config_creates_keeps_its_name(created: str, found: list[str]) -> None:
    config = (
        f'open Mirage\nlet key = Key.(create "{created}" Arg.(opt string "blue" (info ["n"])))\n'
        'let main = foreign ~keys:[ Key.abstract key ] "Unikernel.Main" job\n'
        'let () = register "hall" [ main ]\n'
    )
    code = "module Main = struct\n  let start () = Lwt.return (Key_gen.network ())\nend\n"
    project = unikernel({"config.ml": config.encode(), "unikernel.ml": code.encode()})
    assert [each.rule for each in check(project, "unikernel.ml").findings] == found


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("web_prot", "Write `Key_gen.web_port`."),
        ("colour", 'Create it by `Key.create "colour"`.'),
        ("web_port", ""),
        ("lan_interface", ""),
        ("logs", ""),
    ],
)
def test_mirage_3_has_the_keys_that_config_ml_creates(key: str, said: str) -> None:
    config = 'open Mirage\nlet port = Key.(create "web-port" Arg.(opt int 80 (info [ "port" ])))\n'
    code = f"let start () = Lwt.return (Key_gen.{key} ())\n"
    files = {"config.ml": config.encode(), "unikernel.ml": code.encode()}
    found = [each.message for each in check(unikernel(files), "unikernel.ml").findings]
    assert len(found) == bool(said)
    assert all(f"`Key_gen.{key}` is not there" in each and said in each for each in found)
    files["config.ml"] += b'let more name = Key.(create name Arg.(opt int 80 (info [ "port" ])))\n'
    assert not check(unikernel(files), "unikernel.ml").findings
