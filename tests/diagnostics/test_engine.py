"""The engine around the matchers: choices, comments that ignore, crashes, broken text."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirageport.code_actions import plan
from mirageport.code_actions.fixes import fixes, proposals
from mirageport.code_actions.plan import WITH_REVIEW, combine, port
from mirageport.diagnostics import engine, matching
from mirageport.diagnostics.engine import Choice, check
from mirageport.diagnostics.rules import UnknownRule
from mirageport.mirage.files import WRITTEN_ANEW
from mirageport.ocaml.edit import Edit, Edits, Fix, Places, apply, conflict

from ..packs import rule, unikernel, words
from ..porting.small import CONFIG, UNIKERNEL, findings, ported, project, told

if TYPE_CHECKING:
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project

OLD = 'module Main (C : V1_LWT.CONSOLE) = struct\n  let say c = C.log_s c "x"\nend\n'


def _crash(_context: object) -> list[Finding]:
    raise ZeroDivisionError


def test_a_matcher_that_fails_is_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    matchers = (("broken", _crash), *matching.GENERAL.in_files)
    monkeypatch.setattr(engine, "GENERAL", matching.GENERAL._replace(in_files=matchers))
    crashes: list[str] = []
    report = check(
        project(OLD), UNIKERNEL, on_crash=lambda what, error: crashes.append(f"{what} {error!r}")
    )
    assert crashes == ["broken ZeroDivisionError()"]
    assert len(report.findings) == 2
    with pytest.raises(ZeroDivisionError):
        check(project(OLD), UNIKERNEL)


def test_a_rewriter_that_fails_is_told_and_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def some(found: Project, finding: object) -> tuple[Fix, ...]:
        if getattr(finding, "rule", "") == "console-log-s":
            raise ZeroDivisionError
        return proposals(found, finding)  # type: ignore[arg-type]

    monkeypatch.setattr(plan, "proposals", some)
    crashes: list[str] = []
    result = port(project(OLD), on_crash=lambda what, _error: crashes.append(what))
    assert set(crashes) == {"console-log-s"}
    assert b"Mirage_console_lwt.S" in result.files[UNIKERNEL]
    assert b"log_s" in result.files[UNIKERNEL]
    with pytest.raises(ZeroDivisionError):
        port(project(OLD))


def test_a_rewrite_without_end_is_left_to_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(found: Project, finding: object) -> tuple[Fix, ...]:
        if getattr(finding, "rule", "") != "console-log-s":
            return proposals(found, finding)  # type: ignore[arg-type]
        return (Fix("again", "safe", Edits([Edit(UNIKERNEL, 0, 0, " ")]), "console-log-s"),)

    monkeypatch.setattr(plan, "proposals", endless)
    result = port(project(OLD))
    assert result.files[UNIKERNEL] == OLD.replace("V1_LWT.CONSOLE", "Mirage_console_lwt.S").encode()


def test_fixes_that_overlap_wait_for_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def clash(_project: Project, _finding: object) -> tuple[Fix, ...]:
        return (Fix("all", "safe", Edits([Edit(UNIKERNEL, 13, 14, "D")]), "r"),)

    found = project(OLD)
    monkeypatch.setattr(plan, "proposals", clash)
    edits, count = combine(found, check(found, UNIKERNEL).findings, WITH_REVIEW)
    assert edits == Edits([Edit(UNIKERNEL, 13, 14, "D")])
    assert count == 2  # the same edit serves both


def test_edits() -> None:
    assert apply(b"abc", Edits([Edit("f", 0, 1, "x"), Edit("f", 3, 3, "é")])) == "xbcé".encode()
    assert not conflict(Edit("f", 0, 2, ""), Edit("g", 0, 2, ""))
    assert conflict(Edit("f", 0, 2, ""), Edit("f", 1, 3, ""))
    assert conflict(Edit("f", 1, 1, ""), Edit("f", 1, 1, ""))
    assert not conflict(Edit("f", 0, 2, ""), Edit("f", 2, 3, ""))


def test_a_finding_without_facts_has_no_fix() -> None:
    (finding,) = findings(
        "module Main (Clock : Mirage_clock_lwt.PCLOCK) = struct\n"
        "  let a () = Clock.gmtime 0.\nend\n"
    )
    assert not finding.fixable
    assert fixes(project(OLD), finding) == ()


def test_choices() -> None:
    found = project(OLD)
    for choice, rules in (
        (Choice(), ["v1-module-type", "console-log-s"]),
        (Choice(select=("console",)), ["console-log-s"]),
        (Choice(ignore=("console-log-s",)), ["v1-module-type"]),
        (Choice(select=("console",), ignore=("console",)), []),
    ):
        assert [f.rule for f in check(found, UNIKERNEL, choice).findings] == rules


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("(* mirageport: ignore console-log-s *)", ["v1-module-type"]),
        ("(* mirageport: ignore console *)", ["v1-module-type"]),
        (
            "(* mirageport: ignore tcp-get-dest *)",
            ["v1-module-type", "unused-ignore", "console-log-s"],
        ),
        ("(* mirageport: is a tool *)", ["v1-module-type", "console-log-s"]),
        ("(* mirageport: ignored *)", ["v1-module-type", "console-log-s"]),
        ("(*mirageport:ignore console-log-s*)", ["v1-module-type"]),
        (
            "(* mirageport: ignore console-log-s, tcp-get-dest *)",
            ["v1-module-type", "unused-ignore"],
        ),
    ],
)
def test_comments_that_ignore(comment: str, rules: list[str]) -> None:
    text = OLD.replace("  let", f"  {comment}\n  let")
    assert [name for name, _applicability in told(text)] == rules


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        (
            "(* mirageport: ignore *)",
            "This comment names no rule, so it has no effect: "
            "write `mirageport: ignore console-log-s`.",
        ),
        (
            "(* mirageport: ignore console-logs *)",
            "This comment has no effect: unknown rule `console-logs`; did you mean "
            "`console-log-s`?",
        ),
        (
            "(* mirageport: ignore qqq *)",
            "This comment has no effect: unknown rule `qqq`.",
        ),
        (
            "(* mirageport: ignore tcp-get-dest *)",
            "This comment has no effect: no `tcp-get-dest` on this line or the next; remove it.",
        ),
    ],
)
def test_a_comment_that_ignores_nothing_says_why(comment: str, message: str) -> None:
    text = OLD.replace("  let", f"  {comment}\n  let")
    found = check(project(text), UNIKERNEL).findings
    assert [each.message for each in found if each.rule == "unused-ignore"] == [message]


def test_many_comments_with_unknown_rules_take_no_time() -> None:
    names = "".join(f"(* mirageport: ignore rule-{number} *)\n" for number in range(3000))
    start = time.process_time()
    found = check(project(OLD + names), UNIKERNEL).findings
    assert sum(each.rule == "unused-ignore" for each in found) == 3000
    assert time.process_time() - start < 10


def test_an_unknown_rule() -> None:
    for name in ("nothing", "../rules/console-log-s"):
        with pytest.raises(UnknownRule):
            rule(name)


def test_a_file_without_a_trigger_is_never_parsed() -> None:
    found = project("let x =\n")
    assert check(found, UNIKERNEL) == engine.NOTHING
    assert found.files[UNIKERNEL]._tree is None


def test_what_is_too_intricate_is_told() -> None:
    text = OLD + "let deep = " + "(" * 3000 + "Main.start" + ")" * 3000 + "\n"
    report = check(project(text), UNIKERNEL)
    assert any("too complex" in notice.message for notice in report.notices)
    assert len(report.findings) == 2


def test_a_finding_in_broken_text_is_not_relied_on() -> None:
    text = OLD + "let x = ) C.log_s ( in\n" + OLD.replace("Main", "Again")
    report = check(project(text), UNIKERNEL)
    assert report.notices
    assert {f.rule for f in report.findings} == {"v1-module-type", "console-log-s"}


# -- module types ------------------------------------------------------------------------------


def test_an_open_that_still_gives_a_clock_its_meaning() -> None:
    text = (
        "open V1\nmodule Main (C : CLOCK) = struct\n"
        "  module A = Arpv4.Make (E) (C) (T)\n  let t = C.time ()\nend\n"
    )
    kinds = told(text)
    assert ("clock-split", "manual") in kinds
    assert ("open-v1-lwt", "manual") in kinds


def test_a_local_open_goes_with_its_let() -> None:
    text = "let f = let open V1_LWT in fun (module C : CONSOLE) -> 1\n"
    assert ported(text) == "let f = fun (module C : Mirage_console_lwt.S) -> 1\n"


def test_an_include_is_renamed() -> None:
    assert ported("include V1_LWT\n") == "include Mirage_types_lwt\n"


def test_an_open_that_shares_its_line() -> None:
    assert ported("open V1_LWT open Lwt\nmodule M (C : CONSOLE) = C\n") == (
        "open Lwt\nmodule M (C : Mirage_console_lwt.S) = C\n"
    )


def test_a_module_type_of_the_plain_signatures() -> None:
    assert ported("module M (D : V1.CONSOLE) = D\n") == "module M (D : Mirage_console.S) = D\n"


def test_labels_and_functors_left_alone() -> None:
    text = "module Main (U : Mirage_protocols_lwt.UDP) = struct\n  let a = U.write\nend\n"
    assert "udp-write-labels" not in [name for name, _ in told(text)]


# -- config.ml ---------------------------------------------------------------------------------


def _config(body: str) -> str:
    return f"open Mirage\n{body}"


def test_a_clock_used_as_both_is_two() -> None:
    unikernel = (
        "module Main (C : V1.CLOCK) = struct\n"
        "  module A = Arpv4.Make (E) (C) (T)\n  let start _ = C.time ()\nend\n"
    )
    config = _config('let m = foreign "Unikernel.Main" (clock @-> job) $ default_clock\n')
    rules = told(unikernel, config)
    assert ("clock-typ", "manual") in rules
    assert ("clock-default-clock", "manual") in rules
    assert ("clock-split", "review") in rules


@pytest.mark.parametrize(
    "body",
    [
        "let s = List.map generic_stackv4 nets\n",
        "let s = direct_stackv4_with_dhcp ~clock:c default_console tap0\n",
    ],
)
def test_stacks_left_to_the_person(body: str) -> None:
    assert "manual" in [applicability for _rule, applicability in told(config=_config(body))]


@pytest.mark.parametrize(
    "body",
    [
        'let m = foreign ~libraries:(a @ ["x"]) "U.M" job\n',
        'let l = if a then ["x"] else []\nlet m = foreign ~libraries:l "U.M" job\n',
        'let m = foreign ~libraries:["x"] ~packages:(a ()) "U.M" job\n',
        'let () = add_to_opam_packages (a ()); register "x" [ m ]\n',
        'let () = add_to_opam_packages [ "x" ]\n',
    ],
)
def test_packages_left_to_the_person(body: str) -> None:
    assert "manual" in [applicability for _rule, applicability in told(config=_config(body))]


PACKAGES = [
    (
        'let l = [ "x" ] and p = [ "x" ]\nlet m = foreign ~libraries:l ~packages:p "U.M" job\n',
        'let p = [ package "x" ]\nlet m = foreign ~packages:p "U.M" job\n',
    ),
    (
        'let p = [ "x" ] and l = [ "x" ]\nlet m = foreign ~libraries:l ~packages:p "U.M" job\n',
        'let p = [ package "x" ]\nlet m = foreign ~packages:p "U.M" job\n',
    ),
    (
        'let m = foreign ~libraries:[] ~packages:["x"] "U.M" job\n',
        'let m = foreign ~packages:[package "x"] "U.M" job\n',
    ),
    (
        'let libraries = ["x"]\nlet m = foreign ~libraries "U.M" job\n',
        'let libraries = [package "x"]\nlet m = foreign ~packages:libraries "U.M" job\n',
    ),
    (
        'let m =\n  let p = ["x"] in\n  (* what to link *)\n  let l = ["x"] in (* done *)\n'
        '  foreign ~libraries:l ~packages:p "U.M" job\n',
        'let m =\n  let p = [package "x"] in\n  (* what to link *)\n  (* done *) '
        'foreign ~packages:p "U.M" job\n',
    ),
    (
        'let () = add_to_opam_packages ["x"]\nlet () = register "u" [ m ]; '
        'add_to_ocamlfind_libraries ["x"]\n',
        'let () = register ~packages:[package "x"] "u" [ m ]\n',
    ),
]


@pytest.mark.parametrize(("old", "new"), PACKAGES)
def test_lists_of_packages(old: str, new: str) -> None:
    assert ported(config=_config(old)) == _config(new)


def test_a_static_stack_of_names() -> None:
    body = (
        'let s = direct_stackv4_with_static_ipv4 default_console (netif "1")\n'
        "  { address = a; netmask = m; gateways = gs }\n"
    )
    wanted = _config(
        'let s = static_ipv4_stack (netif "1")\n'
        "  ~config:{ network = (Ipaddr.V4.Prefix.of_netmask m a, a); "
        "gateway = (match gs with [] -> None | gateway :: _ -> Some gateway) }\n"
    )
    assert words(ported(config=_config(body))) == words(wanted)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "{ gateways; netmask = m; address = a; }",
            "{ gateway = (match gateways with [] -> None | gateway :: _ -> Some gateway); "
            "network = (Ipaddr.V4.Prefix.of_netmask m a, a); }",
        ),
        (
            "{ address = a; gateways = [ g ]; netmask = m }",
            "{ network = (Ipaddr.V4.Prefix.of_netmask m a, a); gateway = Some g }",
        ),
        (
            "{ address = a; gateways = []; netmask = m; (* last *) }",
            "{ network = (Ipaddr.V4.Prefix.of_netmask m a, a); gateway = None; (* last *) }",
        ),
        (
            '{ address = Ipaddr.V4.of_string_exn "10.0.0.2"; '
            'netmask = Ipaddr.V4.of_string_exn "255.0.255.0"; gateways = [] }',
            '{ network = (Ipaddr.V4.Prefix.of_netmask (Ipaddr.V4.of_string_exn "255.0.255.0") '
            '(Ipaddr.V4.of_string_exn "10.0.0.2"), Ipaddr.V4.of_string_exn "10.0.0.2"); '
            "gateway = None }",
        ),
        (
            "{ address = a; netmask = ms; gateways = gs }",
            "{ addresses = [ a ]; netmasks = ms; gateways = gs }",
        ),
    ],
)
def test_records_of_addresses(old: str, new: str) -> None:
    lists = "let ms = [ m ]\n" if "ms" in old else ""
    result = ported(config=_config(f"{lists}let r = {old}\n"))
    assert words(result) == words(_config(f"{lists}let r = {new}\n"))


@pytest.mark.parametrize(
    "body", ["let r = { address = a }\n", "let r = { r with address; netmask; gateways }\n"]
)
def test_other_records_stay(body: str) -> None:
    assert told(config=_config(body)) == []


def test_a_choice_with_a_comment_among_what_it_read() -> None:
    body = (
        "let mode = `A (* see the notes *)\n"
        'let disk = match mode with `A -> crunch "t" | `B -> direct_kv_ro "t"\n'
    )
    assert ported(config=_config(body)) == _config(
        '(* see the notes *)\nlet disk = generic_kv_ro "t"\n'
    )


def test_a_stack_that_is_called_in_other_ways() -> None:
    body = (
        "let stack c = match mode with `D -> direct_stackv4_with_dhcp c tap0\n"
        "  | `S -> socket_stackv4 c [Ipaddr.V4.any]\n"
        "let all = List.map stack consoles\nlet one = (stack default_console)\n"
    )
    result = ported(config=_config(body))
    assert "let stack c = generic_stackv4 default_network\n" in result
    assert "List.map stack consoles" in result


def test_projects_without_a_config() -> None:
    assert told("let x = 1\n", "") == []
    assert project("let x = 1\n").names == [UNIKERNEL]
    assert project(config="let x = 1\n").config == CONFIG


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4)), max_size=20))
def test_the_nearest_edits_tell_of_every_conflict(places: list[tuple[int, int]]) -> None:
    known = Places()
    taken: list[Edit] = []
    for start, length in places:
        edit = Edit("f", start, start + length, "")
        conflicts = any(conflict(edit, other) for other in taken)
        assert known.conflicts(edit) == conflicts
        if not conflicts:
            known.add(edit)
            taken.append(edit)


def test_a_buffer_that_is_too_large_is_told_and_not_looked_at() -> None:
    text = "open V1_LWT\n" + "(* " + "x" * (8 * 1024 * 1024) + " *)\n"
    report = check(project(text), UNIKERNEL)
    assert report.findings == ()
    assert "too large to check" in report.notices[0].message


def test_what_mirage_writes_is_left_to_mirage() -> None:
    written = "(* Generated by Mirage (Thu, 1 Jan 2015 00:00:00 GMT). *)\nopen V1_LWT\n"
    report = check(project(written), UNIKERNEL)
    assert report.findings == ()
    assert [notice.message for notice in report.notices] == [WRITTEN_ANEW]


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("(* Generated by ocaml-crunch\n   Creation date: Mon, 4 Jan 2016 *)\n", "ocaml-crunch"),
        ("(* Generated by: ocaml-crunch\n   Creation date: Mon, 28 Mar 2016 *)\n", "ocaml-crunch"),
        ("(* setup.ml generated for the first time by OASIS v0.4 *)\n(* OASIS_START *)\n", "oasis"),
    ],
)
def test_what_other_tools_write_is_left_to_them(head: str, says: str) -> None:
    for name in ("static1.ml", "static1.mli"):
        text = f"{head}include V1.KV_RO\nmodule M (N : V1_LWT.NETWORK) = struct end\n"
        report = check(unikernel({name: text.encode()}), name)
        assert report.findings == ()
        assert [says in notice.message for notice in report.notices] == [True]
    by_hand = "(* Like what ocaml-crunch writes. *)\nmodule M (N : V1_LWT.NETWORK) = struct end\n"
    assert len(check(project(by_hand), UNIKERNEL).findings) == 1


def test_braces_in_a_persons_text_mean_nothing_in_a_message() -> None:
    text = (
        "module Main (Clock : V1.CLOCK) = struct\n  module A = Nobody{|}knows.Make (Clock)\n"
        "  let start _clock = Lwt.return_unit\nend\n"
    )
    for changed_text in (text, text.replace("{|}", "|}"), text.replace("{|}", "{0}")):
        assert all(found.message for found in findings(changed_text))
