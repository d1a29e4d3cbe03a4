"""What config.ml lists, and what the functor and its `start` take."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mirageport.code_actions.plan import WITH_REVIEW, port
from mirageport.diagnostics.engine import check

from ..packs import unikernel
from ..porting.small import CONFIG, UNIKERNEL, project

if TYPE_CHECKING:
    from mirageport.diagnostics.project import Project

Told = list[tuple[str, str, str]]

STACK = "(S : Mirage_stack_lwt.V4)"
STORE = "(K : Mirage_kv_lwt.RO)"
CLOCK = "(M : Mirage_clock_lwt.MCLOCK)"


def _unikernel(parameters: str, start: str, before: str = "") -> str:
    return f"{before}module Main {parameters} = struct\n  {start}\nend\n"


def _config(chain: str, values: str, more: str = "") -> str:
    return (
        f'open Mirage\n{more}let main = foreign "Unikernel.Main" ({chain})\n'
        f'let () = register "x" [ {values} ]\n'
    )


def _told(found: Project) -> Told:
    return [
        (name, finding.rule, finding.message)
        for name in found.names
        for finding in check(found, name).findings
        if finding.rule.startswith("seam-")
    ]


def _rules(found: Project) -> list[tuple[str, str]]:
    return [(name, rule) for name, rule, _message in _told(found)]


STACK_VALUE = "generic_stackv4 default_network"


@pytest.mark.parametrize(
    ("parameters", "chain", "said"),
    [
        (f"{STACK} {STORE}", "stackv4 @-> job", "gives nothing for `K : Mirage_kv_lwt.RO`"),
        (STACK, "stackv4 @-> kv_ro @-> job", "has no parameter for `kv_ro`"),
        (STACK, "kv_ro @-> stackv4 @-> job", "has no parameter for `kv_ro`"),
        # Either of two alike may be the one too many: neither is named.
        (STACK, "stackv4 @-> stackv4 @-> job", "gives it 2 devices: it takes"),
        (f"{STACK} {STACK}", "job", "gives it no device: config.ml"),
    ],
)
def test_another_number_of_devices_is_told_on_both_sides(
    parameters: str, chain: str, said: str
) -> None:
    found = project(_unikernel(parameters, "let start _ = Helper.go"), _config(chain, "main"))
    told = [each for each in _told(found) if each[1] == "seam-arity"]
    assert [name for name, _rule, _message in told] == [CONFIG, UNIKERNEL]
    assert all(said in message for _name, _rule, message in told)


@pytest.mark.parametrize(
    ("parameters", "chain"),
    [
        (STACK, "console @-> kv_ro @-> job"),
        (STACK, "stackv4 @-> stackv4 @-> job"),
        (f"{STACK} (D : Mirage_block_lwt.S)", "kv_ro @-> job"),
    ],
)
def test_a_row_that_no_fix_makes_fit_is_for_a_person(parameters: str, chain: str) -> None:
    found = project(_unikernel(parameters, "let start _ = Helper.go"), _config(chain, "main"))
    for name in found.names:
        for finding in check(found, name).findings:
            if finding.rule == "seam-arity":
                assert finding.applicability == "manual"
                assert "in this order" in finding.message or "gives nothing for" in finding.message


MCLOCK = "(Clock : Mirage_clock_lwt.MCLOCK)"
TIME = "(T : Mirage_time_lwt.S)"


def _config_after(parameters: str, config: str) -> str:
    text = _unikernel(parameters, "let start = Helper.go")
    return port(project(text, config), WITH_REVIEW).project.source(CONFIG).data.decode()


@pytest.mark.parametrize(
    ("parameters", "before", "after"),
    [
        (
            f"{TIME} {STORE}",
            ("kv_ro @-> job", "main $ d"),
            ("time @-> kv_ro @-> job", "main $ default_time $ d"),
        ),
        (
            f"{STORE} {TIME} {MCLOCK}",
            ("kv_ro @-> job", "(main $ d)"),
            (
                "kv_ro @-> time @-> mclock @-> job",
                "(main $ d $ default_time $ default_monotonic_clock)",
            ),
        ),
        # The value is there already: only the chain lacks it.
        (
            f"{STORE} {TIME}",
            ("kv_ro @-> job", "main $ d $ default_time"),
            ("kv_ro @-> time @-> job", "main $ d $ default_time"),
        ),
        (
            STORE,
            ("kv_ro @-> time @-> job", "main $ d $ default_time"),
            ("kv_ro @-> job", "main $ d"),
        ),
        (
            STORE,
            ("time @-> kv_ro @-> job", "(main $ default_time) $ d"),
            ("kv_ro @-> job", "(main) $ d"),
        ),
        (
            STORE,
            ("time @-> kv_ro @-> mclock @-> job", "main $ default_time $ d $ mine"),
            ("kv_ro @-> job", "main $ d"),
        ),
        # A comment beside a device stays where the device stood.
        (
            STORE,
            ("time (* soon *) @-> kv_ro @-> job", "main $ default_time $ d"),
            ("(* soon *) kv_ro @-> job", "main $ d"),
        ),
        (
            STORE,
            ("kv_ro @-> time @-> job", "main $ d (* soon *) $ default_time"),
            ("kv_ro @-> job", "main $ d (* soon *)"),
        ),
    ],
)
def test_config_gets_the_functors_number_of_devices(
    parameters: str, before: tuple[str, str], after: tuple[str, str]
) -> None:
    more = 'let d = generic_kv_ro "d"\n'
    assert _config_after(parameters, _config(*before, more)) == _config(*after, more)


@pytest.mark.parametrize(
    "config",
    [
        # A name of the user's own hides Mirage's.
        _config("kv_ro @-> job", "main $ d", 'let d = generic_kv_ro "d"\nlet time = 1\n'),
        # The chain belongs to another job too.
        _config(
            "devices",
            "main $ d",
            'let d = generic_kv_ro "d"\nlet devices = kv_ro @-> job\n'
            'let other = foreign "Other.Main" devices\n',
        ),
        # The job is used as more than an application.
        _config("kv_ro @-> job", "main $ d", 'let d = generic_kv_ro "d"\n') + "let again = main\n",
        _config("kv_ro @-> job", "main $ d", "").replace("open Mirage", "open! Mirage_more"),
    ],
)
def test_what_is_not_sure_is_left_to_the_person(config: str) -> None:
    assert _config_after(f"{STORE} {TIME}", config) == config


def test_no_device_is_made_up() -> None:
    config = _config("kv_ro @-> job", 'main $ generic_kv_ro "d"')
    assert _config_after(f"{STORE} (B : Mirage_block_lwt.S)", config) == config


def test_each_side_names_the_other() -> None:
    found = project(
        _unikernel(STACK, "let start s = S.listen s"),
        _config("kv_ro @-> job", 'main $ generic_kv_ro "d"'),
    )
    (there,) = check(found, CONFIG).findings
    (here,) = check(found, UNIKERNEL).findings
    assert there.rule == here.rule == "seam-kind"
    (related,) = there.related
    assert related[:3] == (UNIKERNEL, here.start, here.end)
    (related,) = here.related
    assert related[:3] == (CONFIG, there.start, there.end)


@pytest.mark.parametrize(
    ("parameter", "device"),
    [
        ("(C : Mirage_flow_lwt.S)", "console"),
        ("(D : Mirage_device.S)", "block"),
        ("(I : Mirage_protocols_lwt.IP)", "ipv6"),
        ("(T : V1_LWT.TCPV4)", "tcpv4"),
        ("(C : V1.CLOCK)", "mclock"),
        ("(C : V1.CLOCK)", "clock"),
        ("(K : sig val size : int end)", "kv_ro"),
        ("(K : KEPT)", "kv_ro"),
        ("(H : Cohttp_lwt.Server)", "http"),
    ],
)
def test_what_fits_is_no_finding(parameter: str, device: str) -> None:
    text = _unikernel(parameter, "let start _ = Lwt.return_unit", "module type KEPT = sig end\n")
    assert _told(project(text, _config(f"{device} @-> job", "main"))) == []


@pytest.mark.parametrize(
    ("parameter", "device"),
    [
        (CLOCK, "pclock"),
        (STACK, "network"),
        ("(F : V1_LWT.FS with type t = int)", "kv_ro"),
        ("(U : Mirage_protocols_lwt.UDP)", "tcpv4"),
    ],
)
def test_what_does_not_fit_is_one(parameter: str, device: str) -> None:
    text = _unikernel(parameter, "let start _ = Lwt.return_unit")
    found = _rules(project(text, _config(f"{device} @-> job", "main")))
    assert found == [(CONFIG, "seam-kind"), (UNIKERNEL, "seam-kind")]


def test_another_order_is_put_right_in_config() -> None:
    found = project(
        _unikernel(f"{STACK} {STORE} {CLOCK}", "let start _ _ _ = Lwt.return_unit"),
        _config(
            "mclock (* time *) @-> stackv4 @-> kv_ro @-> job",
            f'main $ default_monotonic_clock $ {STACK_VALUE} $ generic_kv_ro "d"',
        ),
    )
    result = port(found, WITH_REVIEW)
    assert result.project.source(CONFIG).data.decode() == _config(
        "stackv4 (* time *) @-> kv_ro @-> mclock @-> job",
        f'main $ {STACK_VALUE} $ generic_kv_ro "d" $ default_monotonic_clock',
    )
    assert _told(result.project) == []


def test_values_that_have_the_functors_order_stay() -> None:
    found = project(
        _unikernel(f"{STACK} {STORE}", "let start _ _ = Lwt.return_unit"),
        _config("kv_ro @-> stackv4 @-> job", f'main $ ({STACK_VALUE}) $ generic_kv_ro "d"'),
    )
    result = port(found, WITH_REVIEW)
    assert "(stackv4 @-> kv_ro @-> job)" in result.project.source(CONFIG).data.decode()
    assert _told(result.project) == []


def test_two_alike_are_not_reordered_by_guess() -> None:
    found = project(
        _unikernel(f"{STORE} (L : Mirage_kv_lwt.RO) {STACK}", "let start _ _ _ = Lwt.return_unit"),
        _config("stackv4 @-> kv_ro @-> kv_ro @-> job", "main"),
    )
    assert {rule for _name, rule in _rules(found)} == {"seam-kind"}
    assert port(found, WITH_REVIEW).files == {}


@pytest.mark.parametrize(
    ("start", "rules"),
    [
        ("let start s k = ignore k; S.listen s", []),
        ("let start s = fun k -> ignore k; S.listen s", []),
        ("let start s = Helper.go s", []),
        ("let start = Helper.go", []),
        ("let start ?extra s k = ignore (extra, k); S.listen s", []),
        ("let start s = S.listen s", ["seam-start"]),
        ("let start s k extra = ignore (k, extra); S.listen s", ["seam-start"]),
        ("let start k s = ignore k; S.listen s", ["seam-start"]),
        ("let start s () = S.listen s", ["seam-start"]),
        ("let begin_ s = S.listen s", []),
    ],
)
def test_start_takes_each_device(start: str, rules: list[str]) -> None:
    found = project(
        _unikernel(f"{STACK} {STORE}", start), _config("stackv4 @-> kv_ro @-> job", "main")
    )
    assert [rule for _name, rule in _rules(found)] == rules


ALIKE = [
    ("(A : V1_LWT.NETWORK) (B : V1_LWT.NETWORK)", "network @-> network", "A.listen", []),
    ("(A : Mirage_net_lwt.S) (B : Mirage_net_lwt.S)", "network @-> network", "A.listen", []),
    ("(A : V1_LWT.CONSOLE) (B : V1_LWT.CONSOLE)", "console @-> console", "A.log_s", []),
    ("(A : V1_LWT.BLOCK) (B : V1_LWT.BLOCK)", "block @-> block", "A.get_info", []),
    # Each crunched folder is a module of its own.
    ("(A : V1_LWT.KV_RO) (B : V1_LWT.KV_RO)", "kv_ro @-> kv_ro", "A.size", ["seam-start"]),
]


@pytest.mark.parametrize(("parameters", "chain", "call", "rules"), ALIKE)
def test_two_devices_of_one_module_may_change_places(
    parameters: str, chain: str, call: str, rules: list[str]
) -> None:
    start = f"let use d = {call} d\n  let start a b = ignore (use a); ignore (use b)"
    found = project(_unikernel(parameters, start), _config(f"{chain} @-> job", "main"))
    assert [rule for _name, rule in _rules(found) if rule == "seam-start"] == rules


@pytest.mark.parametrize(
    ("deps", "start", "rules"),
    [
        ("[ abstract nocrypto ]", "let start s () = S.listen s", []),
        ("[ abstract nocrypto ]", "let start s = S.listen s", ["seam-start"]),
        ("[]", "let start s () = S.listen s", ["seam-start"]),
        ("(others ())", "let start s () = S.listen s", []),
    ],
)
def test_dependencies_come_last(deps: str, start: str, rules: list[str]) -> None:
    config = (
        f'open Mirage\nlet main = foreign ~deps:{deps} "Unikernel.Main" (stackv4 @-> job)\n'
        f'let () = register "x" [ main $ {STACK_VALUE} ]\n'
    )
    assert [rule for _n, rule in _rules(project(_unikernel(STACK, start), config))] == rules


def test_values_of_dependencies_are_ignored_only_where_all_devices_are_there() -> None:
    config = (
        "open Mirage\n"
        "let main = foreign ~deps:[ abstract nocrypto ]\n"
        '  "Unikernel.Main" (stackv4 @-> kv_ro @-> job)\n'
    )
    both = _unikernel(f"{STACK} {STORE}", "let start s _k = S.listen s")
    result = port(project(both, config), WITH_REVIEW)
    assert b"let start s _k _ = S.listen s" in result.files[UNIKERNEL]
    one = _unikernel(f"{STACK} {STORE}", "let start s = S.listen s")
    assert UNIKERNEL not in port(project(one, config), WITH_REVIEW).files


def test_parameters_of_start_are_swapped_only_where_nothing_else_calls_it() -> None:
    start = 'let start k s = K.size k "a" >>= fun _ -> S.listen s'
    config = _config("stackv4 @-> kv_ro @-> job", "main")
    swapped = port(project(_unikernel(f"{STACK} {STORE}", start), config), WITH_REVIEW)
    assert b"let start s k = K.size k" in swapped.files[UNIKERNEL]
    again = start + "\n  let restart s k = start k s"
    kept = port(project(_unikernel(f"{STACK} {STORE}", again), config), WITH_REVIEW)
    assert UNIKERNEL not in kept.files


@pytest.mark.parametrize(
    ("values", "rules"),
    [
        (f'main $ {STACK_VALUE} $ generic_kv_ro "d"', []),
        (f"main $ {STACK_VALUE}", ["seam-applied"]),
        (f'main $ {STACK_VALUE} $ generic_kv_ro "d" $ default_time', ["seam-applied"]),
        (f"main $ {STACK_VALUE} $ default_time", ["seam-applied"]),
        (f"main $ {STACK_VALUE} $ unknown", []),
    ],
)
def test_a_registered_job_is_given_all_it_takes(values: str, rules: list[str]) -> None:
    found = project(config=_config("stackv4 @-> kv_ro @-> job", values))
    assert [rule for _name, rule in _rules(found)] == rules


def test_a_job_that_is_not_complete_yet_is_no_finding() -> None:
    more = f"let half = main $ {STACK_VALUE}\n"
    config = _config("stackv4 @-> kv_ro @-> job", 'half $ generic_kv_ro "d"')
    config = config.replace("let () =", more + "let () =")
    assert _told(project(config=config)) == []


def _files(config: str, **others: str) -> Project:
    files = {f"{name}.ml": text for name, text in others.items()} | {CONFIG: config}
    return unikernel({name.replace("__", "/"): text.encode() for name, text in files.items()})


def test_files_beside_config_come_before_those_below() -> None:
    good = _unikernel(STACK, "let start s = S.listen s")
    other = _unikernel(STORE, "let start _ = Lwt.return_unit")
    config = _config("stackv4 @-> job", f"main $ {STACK_VALUE}")
    assert _told(_files(config, unikernel=good, lib__unikernel=other)) == []
    (told,) = _told(_files(config, one__unikernel=good, two__unikernel=other))
    assert told[1] == "seam-functor"
    assert "`one/unikernel.ml`, `two/unikernel.ml`" in told[2]


def test_a_functor_that_is_nowhere() -> None:
    good = _unikernel(STACK, "let start s = S.listen s")
    config = _config("stackv4 @-> job", f"main $ {STACK_VALUE}")
    (told,) = _told(_files(config, server=good))
    assert "`Server.Main`" in told[2]
    (told,) = _told(_files(config, unikernel=good.replace("Main", "Server")))
    assert "has no module `Main`; it has `Unikernel.Server`" in told[2]
    assert _told(_files(config, unikernel="include Elsewhere\n")) == []
    assert _told(_files(config, unikernel="module Main = Elsewhere.Make\n")) == []
    assert (
        _told(_files(config.replace('n"', 'n" ~packages:[ package "unikernel-kit" ]'), x="")) == []
    )
    assert _told(_files(config)) == []


def test_the_last_of_two_definitions_counts() -> None:
    text = _unikernel(STORE, "let start _ = Lwt.return_unit") + _unikernel(
        STACK, "let start s = S.listen s"
    )
    config = _config("stackv4 @-> job", f"main $ {STACK_VALUE}")
    assert _told(project(text, config)) == []


@pytest.mark.parametrize("side", [CONFIG, UNIKERNEL])
def test_text_that_cannot_be_read_says_nothing_of_the_seam(side: str) -> None:
    found = project(
        _unikernel(STACK, "let start s = S.listen s"),
        _config("kv_ro @-> job", 'main $ generic_kv_ro "d"'),
    )
    data = found.source(side).data
    assert _told(found) != []
    assert _told(found.with_file(side, data + b"let ( = match\n")) == []


def test_many_devices_take_little_time() -> None:
    chain = "kv_ro @-> " * 40 + "job"
    parameters = STORE * 39 + STACK
    text = _unikernel(parameters, "let start = Helper.go")
    assert {rule for _name, rule in _rules(project(text, _config(chain, "main")))} == {"seam-kind"}
    few = _unikernel(STORE * 11, "let start = Helper.go")
    assert ("config.ml", "seam-arity") in _rules(project(few, _config(chain, "main")))
