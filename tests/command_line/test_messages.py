"""`mirageport explain` on messages and on whole logs."""

from __future__ import annotations

import io
import re
import sys
import time
from typing import TYPE_CHECKING

import pytest

from mirageport.server.main import main
from mirageport.server.rule_page import message

from ..interfaces.compiler import NEW, Compiler
from ..packs import all_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.diagnostics.rules import Rule

Capture = pytest.CaptureFixture[str]

# A bare syntax error is no message of a rule.
RULES = [rule for rule in all_rules() if message(rule) not in ("", "Syntax error")]
# What pages call the modules of their examples, which a user calls something else.
CHOSEN = {
    "T": "Stack.TCPV4", "C": "Con", "B": "Disk", "F": "Files", "K": "Shelf", "Ch": "Chan",
    "S": "Net.Stack", "U": "Dgram", "A": "Address", "N": "Wire", "I": "Ip4", "E": "Ether",
    "R": "Rng", "D": "Dev",
}  # fmt: skip


@pytest.fixture
def explain(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> Callable[[str], tuple[int, str]]:
    """Explains a log from standard input; gives the status and what was printed."""

    def run(log: str | bytes) -> tuple[int, str]:
        data = log.encode() if isinstance(log, str) else log
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        status = main(["explain", "-"])
        return status, capsys.readouterr().out

    return run


def renamed(text: str) -> str:
    return re.sub(
        r"(?<![\w.])([A-Z]\w*)(?=\.[a-z])", lambda name: CHOSEN.get(name[1], name[1]), text
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_page_is_found_by_its_message_in_any_names(rule: Rule, capsys: Capture) -> None:
    """Or a page whose name says that it is about just this."""
    for said in (message(rule), renamed(message(rule)), f"Error: {renamed(message(rule))}\n"):
        assert main(["explain", said]) == 0
        found = re.findall(r"^ +(?:maybe )?([a-z0-9-]+): ", capsys.readouterr().out, re.MULTILINE)
        last = re.findall(r"[\w-]+", said)[-1].lower().replace("_", "-")
        assert rule.name in found or (found and all(last in name for name in found))


@pytest.mark.parametrize(
    ("message", "rule"),
    [
        ("Unbound value default_posix_clock", "row-pclock"),
        ("Unbound value Key.prng", "config-removed"),
        ("Unbound value int", "runtime-key"),
        ("Unbound record field network", "stack-addresses"),
        (
            "The function applied to this argument has type 'a -> 'b\n"
            "This argument cannot be applied with label ~ipv4_only",
            "stack-key-labels",
        ),
    ],
)
def test_a_name_that_config_ml_had_leads_to_its_rule(
    explain: Callable[[str], tuple[int, str]], message: str, rule: str
) -> None:
    status, shown = explain(f'File "config.ml", line 4, characters 2-5:\nError: {message}\n')
    assert status == 0
    assert f"{rule}: " in shown


LOG = """\
mirage configure -t unix
ocamlfind ocamldep -modules unikernel.ml > unikernel.ml.depends
File "unikernel.ml", line 12, characters 10-22:
Error: Unbound value TCP.get_dest
Hint: Did you mean get_dst?
Command exited with code 2.
File "lib/other.ml", line 3, characters 0-1:
Warning 26: unused variable x.
File "lib/other.ml", line 30, characters 4-9:
Error: This expression has type int
       but an expression was expected of type
         string list
make: *** [all] Error 2
"""


def test_a_log_is_explained(explain: Callable[[str], tuple[int, str]]) -> None:
    status, said = explain(LOG)
    assert status == 1
    assert said.splitlines() == [
        "unikernel.ml:12:11: Unbound value TCP.get_dest",
        "    tcp-get-dest: Tcp.get_dest is renamed to dst",
        "        mirageport fix --select tcp-get-dest unikernel.ml",
        "No rule knows 1 of 2 messages:",
        "    lib/other.ml:30:5: This expression has type int but an expression was expected of"
        " type string list",
    ]
    assert explain(LOG.partition('File "lib')[0])[0] == 0
    assert explain("all is well\n") == (
        0,
        "No message of OCaml's compiler or of mirage is in it.\n",
    )


def _coloured(log: str) -> str:
    log = re.sub(r"^(File .*)$", "\x1b[1m\\1\x1b[0m", log, flags=re.MULTILINE)
    return re.sub("Error:", "\x1b[1;31mError\x1b[0m:", log)


def _with_the_line(log: str) -> str:
    return log.replace(
        "22:\n", "22:\n12 |   let a = TCP.get_dest flow\n               ^^^^^^^^^^^^\n"
    )


@pytest.mark.parametrize(
    "how",
    [
        lambda log: log.replace("\n", "\r\n"),
        _coloured,
        _with_the_line,
        lambda log: _coloured(_with_the_line(log)).replace("\n", "\r\n"),
        lambda log: re.sub("^", "# ", log, flags=re.MULTILINE),
        lambda log: re.sub("^", "2017-02-23T10:00:00.0000000Z ", log, flags=re.MULTILINE),
        lambda log: log.replace("TCP.get_dest", '"TCP.get_dest"'),
        lambda log: log + log,
        lambda log: "progress 1 %\rprogress 99 %\r" + log,
        lambda log: log + '\x00\x1b]0;title\x07File "',
    ],
)
def test_logs_of_all_kinds_say_the_same(
    explain: Callable[[str], tuple[int, str]], how: Callable[[str], str]
) -> None:
    assert explain(how(LOG))[1].replace('"', "") == explain(LOG)[1]


@pytest.mark.parametrize(
    ("said", "rule"),
    [
        # As OCaml 4.02, 4.14 and 5.3 put the same.
        (
            "Error: This variant pattern is expected to have type (unit, X.Y.write_error) result\n"
            "       The constructor () does not belong to type result",
            "channel-flush",
        ),
        (
            "Error: This pattern matches values of type [? `Eof | `Error of 'a | `Ok of 'b ]\n"
            "       but a pattern was expected which matches values of type\n"
            "         (Cstruct.t Mirage_flow.or_eof, S.TCPV4.error) Result.result",
            "flow-read",
        ),
        (
            'Error: The value "x" has type "unit Con.io" = "unit Lwt.t"\n'
            "       but an expression was expected of type unit",
            "console-log",
        ),
        (
            "Error: The function applied to this argument has type\n         'a -> 'b\n"
            "This argument cannot be applied with label ~libraries",
            "pkg-libraries",
        ),
        ("mirage: unknown option `--xen'.\nUsage: mirage configure [OPTION]...", "cli-target"),
        ("mirage: unknown command `run', must be one of build or clean.", "cli-run"),
        # Wrapped by whatever it was copied from.
        ("Unbound\nvalue\n   C.log_s", "console-log-s"),
    ],
)
def test_the_same_in_other_words(said: str, rule: str, capsys: Capture) -> None:
    assert main(["explain", said]) == 0
    assert f"    {rule}: " in capsys.readouterr().out


def test_a_name_of_config_alone_is_known_there_alone(
    explain: Callable[[str], tuple[int, str]],
) -> None:
    said = 'File "{}", line 1, characters 0-4:\nError: Unbound value tap0\n'
    assert explain(said.format("config.ml"))[0] == 0
    assert explain(said.format("unikernel.ml"))[0] == 1


def test_what_the_compiler_says_of_old_code_is_known(
    compiler: Compiler, explain: Callable[[str], tuple[int, str]]
) -> None:
    text = """module Main (Con : Mirage_console_lwt.S) (Net : Mirage_stack_lwt.V4) = struct
  let f flow = Net.TCPV4.read flow >>= function `Ok _ -> 1 | `Eof -> 2 | `Error _ -> 3
end
"""
    said = compiler.check(NEW, {"unikernel.ml": f"open Lwt.Infix\n{text}"})[0].message
    status, told = explain(said)
    assert (status, "flow-read" in told) == (0, True)


def test_a_message_has_a_page_and_a_word_alone_is_a_rule(capsys: Capture) -> None:
    assert main(["explain", "tcp-getdest"]) == 2
    assert "did you mean 'tcp-get-dest'?" in capsys.readouterr().err
    assert main(["explain", " "]) == 2
    assert main(["explain", "Unbound value nobody"]) == 1
    assert "No rule knows 1 of 1 message:" in capsys.readouterr().out


@pytest.mark.parametrize(
    "log",
    [
        'File "a.ml", line 1, characters 0-1:\nError: ' + " Type Signature mismatch: The =" * 10**5,
        "".join(
            f'File "a.ml", line {n}:\nError: {"Signature mismatch: The `x [" * 50}\n'
            for n in range(5000)
        ),
        'File "' * 10**6,
        "\x1b[" * 10**6,
        '\x1b]File "a.ml", line 1:\n' * 10**5,
        b"\xff\xfe\x00" * 10**6,
        "Error: x\n" + "  y\n" * 10**6,
    ],
)
def test_a_hostile_log_takes_bounded_work(
    explain: Callable[[str | bytes], tuple[int, str]], log: str | bytes
) -> None:
    began = time.process_time()
    assert len(explain(log)[1]) < 10**6
    assert time.process_time() - began < 10


def test_nothing_of_a_log_reaches_the_terminal_as_it_is(
    explain: Callable[[str], tuple[int, str]],
) -> None:
    _status, said = explain('File "a\x1b[2J\x07;rm -rf.ml", line 1:\nError: x\x07 Unbound\x9b\n')
    assert all(each.isprintable() or each == "\n" for each in said)
    _status, said = explain('File "a;b $c.ml", line 1:\nError: Unbound value C.log_s\n')
    assert "fix --select console-log-s 'a;b $c.ml'" in said
