"""Words and commands of a shell, and where they stand."""

from __future__ import annotations

import random

import pytest

from mirageport.mirage.workflow.shell import commands, invocation


def _read(text: str) -> list[list[str]]:
    data = text.encode()
    return [[word.text for word in command.words] for command in commands(data, 0, len(data))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a b\tc", [["a", "b", "c"]]),
        ("a 'b c' \"d e\" f\\ g", [["a", "b c", "d e", "f g"]]),
        ("a b\\\n  c", [["a", "b", "c"]]),
        ("a b\\\r\n  c\r\nd", [["a", "b", "c"], ["d"]]),
        ("a && b || c; d | e & f", [["a"], ["b"], ["c"], ["d"], ["e"], ["f"]]),
        ("(a; b) && c", [["a"], ["b"], ["c"]]),
        ("a # b c\nd#e", [["a"], ["d#e"]]),
        ("a > out 2>&1 < in b", [["a", "b"]]),
        ("a &> log", [["a"]]),
        ("a <<EOF b\nmirage run\nEOF\nc", [["a", "b"], ["c"]]),
        ("a <<-'E F'\n\tx\n\tE F\nc", [["a"], ["c"]]),
        ("a <<< b c", [["a", "c"]]),
        ("a $(b c) `d e` ${f} $g-h", [["a", "$(b c)", "`d e`", "${f}", "$g-h"]]),
        ('a "$(b "c d")"', [["a", '$(b "c d")']]),
        ("a ''", [["a", ""]]),
        ("X=1 Y='2 3' a", [["X=1", "Y=2 3", "a"]]),
        ("", []),
        ("# only\n", []),
        # What is never closed: the commands before it are still there.
        ("a; b 'c", [["a"]]),
        ("a\nb $(c", [["a"]]),
    ],
)
def test_words(text: str, words: list[list[str]]) -> None:
    assert _read(text) == words


def test_words_know_their_place_in_bytes() -> None:
    data = "é 'ü x' \"$y\" z*".encode()
    (command,) = commands(data, 0, len(data))
    places = [(data[w.start : w.end].decode(), w.text, w.plain) for w in command.words]
    assert places == [
        ("é", "é", True),
        ("'ü x'", "ü x", True),
        ('"$y"', "$y", False),
        ("z*", "z*", False),
    ]


@pytest.mark.parametrize(
    ("text", "name", "arguments", "assignments"),
    [
        ("mirage configure", "mirage", ["configure"], []),
        ("sudo X=1 env Y=2 mirage run", "mirage", ["run"], ["X=1", "Y=2"]),
        ("if ! opam exec -- mirage build", "mirage", ["build"], []),
        ("opam config exec -- make", "make", [], []),
        ("then { time make all", "make", ["all"], []),
    ],
)
def test_what_is_run(text: str, name: str, arguments: list[str], assignments: list[str]) -> None:
    (command,) = commands(text.encode(), 0, len(text))
    run = invocation(command)
    assert run is not None
    assert run.name.text == name
    assert [word.text for word in run.arguments] == arguments
    assert [word.text for word in run.assignments] == assignments


def test_only_assignments_run_nothing() -> None:
    (command,) = commands(b"X=1 Y=2", 0, 7)
    assert invocation(command) is None


def test_any_bytes_are_read_in_order_and_in_time() -> None:
    letters = [
        b"a",
        b" ",
        b"'",
        b'"',
        b"$",
        b"(",
        b")",
        b"{",
        b"}",
        b"`",
        b"\\",
        b"\n",
        b"<<",
        b"#",
    ]
    chance = random.Random(7)
    for _ in range(3000):
        data = b"".join(chance.choice(letters) for _ in range(chance.randrange(30)))
        last = 0
        for command in commands(data, 0, len(data)):
            for word in command.words:
                assert last <= word.start < word.end <= len(data)
                last = word.end
    data = b"$(" * 50_000 + b"'" * 50_001
    assert commands(data, 0, len(data)) == []
