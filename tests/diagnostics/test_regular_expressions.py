"""Regular expressions of the distribution: separators that are literal, and all others."""

from __future__ import annotations

import pytest

from ..porting.small import functor, ported, told

OLD = "(C : V1_LWT.CONSOLE)"


def _rule(body: str) -> list[str]:
    found = told(functor(OLD, f"  let f text = {body}\n"))
    return [applicability for rule, applicability in found if rule == "str-removed"]


@pytest.mark.parametrize(
    ("call", "new"),
    [
        ('Str.split_delim (Str.regexp ",") text', 'Astring.String.cuts ~sep:"," text'),
        ('Str.split_delim (Str.regexp "\\n") text', 'Astring.String.cuts ~sep:"\\n" text'),
        ('Str.(split_delim (regexp_string "+")) text', ""),
        ('Str.split_delim (Str.regexp_string "+") text', 'Astring.String.cuts ~sep:"+" text'),
    ],
)
def test_a_literal_separator(call: str, new: str) -> None:
    if new:
        assert _rule(call) == ["review"]
    assert (new or call) in ported(functor(OLD, f"  let f text = {call}\n"))


@pytest.mark.parametrize(
    "call",
    [
        'Str.split_delim (Str.regexp "a+") text',
        'Str.split_delim (Str.regexp "\\\\.") text',
        'Str.split (Str.regexp ",") text',
        "Str.split_delim (Str.regexp text) text",
        "List.map (Str.split_delim text)",
    ],
)
def test_anything_else_is_left_to_the_person(call: str) -> None:
    assert set(_rule(call)) == {"manual"}


def test_code_of_mirage_3_may_be_for_unix() -> None:
    body = '  let f text = Str.split_delim (Str.regexp ",") text\n'
    assert told(functor("(C : Mirage_console_lwt.S)", body)) == []
