"""Positions against a naive reference, line indexes of edited texts, clamping."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mirageport.ocaml.source import UTF8, UTF16, UTF32, NotText, Source, as_latin1, as_utf8

ENCODINGS = [UTF8, UTF16, UTF32]
TEXTS = st.text(st.sampled_from("ab \té漢😀\n\r")).map(lambda text: text.replace("\r", "\r\n"))


def width(char: str, encoding: str) -> int:
    """How many units a character takes."""
    if encoding == UTF8:
        return len(char.encode())
    return len(char.encode("utf-16-le")) // 2 if encoding == UTF16 else 1


def naive_positions(text: str, encoding: str) -> dict[int, tuple[int, int]]:
    """The position of the beginning of every character, and of the end."""
    found, offset, line, column = {}, 0, 0, 0
    for char in text:
        found[offset] = (line, column)
        offset += len(char.encode())
        column += width(char, encoding)
        if char == "\n":
            line, column = line + 1, 0
    found[offset] = (line, column)
    return found


@given(TEXTS, st.sampled_from(ENCODINGS))
def test_positions_are_those_of_a_count_by_hand(text: str, encoding: str) -> None:
    source = Source(text.encode())
    for offset, position in naive_positions(text, encoding).items():
        assert source.position(offset, encoding) == position


@given(TEXTS, st.sampled_from(ENCODINGS), st.booleans())
def test_offsets_undo_positions_up_to_the_line_ending(
    text: str, encoding: str, marked: bool
) -> None:
    mark = b"\xef\xbb\xbf" if marked else b""
    source = Source(mark + text.encode())
    for offset in naive_positions(text, encoding):
        line, column = source.position(len(mark) + offset, encoding)
        expected = min(len(mark) + offset, source.line_end(line))
        assert source.offset(line, column, encoding) == expected


@given(TEXTS, st.sampled_from(ENCODINGS), st.integers(-2, 12), st.integers(-2, 12))
def test_offsets_lie_at_characters_whatever_is_asked(
    text: str, encoding: str, line: int, column: int
) -> None:
    assert Source(text.encode()).offset(line, column, encoding) in naive_positions(text, encoding)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_position_inside_a_character_is_its_beginning(encoding: str) -> None:
    source = Source("a😀b".encode())
    assert [source.position(offset, encoding) for offset in (2, 3, 4)] == [(0, 1)] * 3
    inside = {UTF8: 3, UTF16: 2, UTF32: 1}[encoding]
    assert source.offset(0, inside, encoding) == 1


def test_a_byte_order_mark_has_no_column() -> None:
    source = Source(b"\xef\xbb\xbflet x = 1\n")
    assert [source.position(offset) for offset in (0, 1, 2, 3, 4)] == [(0, 0)] * 4 + [(0, 1)]
    assert source.offset(0, 0) == 3
    assert Source(b"\xef\xbb\xbf").offset(0, 5) == 3


def test_clamping() -> None:
    source = Source(b"ab\r\ncd")
    assert source.position(99) == (1, 2)
    assert source.position(-1) == (0, 0)
    assert source.offset(-1, 4) == 0
    assert source.offset(7, 0) == 6
    assert source.offset(0, 99) == 2
    assert source.offset(0, -1) == 0


@given(st.binary(), st.sampled_from(ENCODINGS))
def test_bytes_that_are_no_text_have_positions_too(data: bytes, encoding: str) -> None:
    source = Source(data)
    for offset in range(len(data) + 1):
        line, column = source.position(offset, encoding)
        assert source.line_starts[line] <= source.offset(line, column, encoding) <= len(data)


@given(TEXTS, st.integers(0, 20), st.integers(0, 20), TEXTS)
@example("a\nb", 1, 2, "")
@example("a\nb", 2, 2, "\n")
@example("a", 5, 9, "\nb")
@example("a b", 1, 1, "")
@example("aab", 0, 1, "")
@example("ab ab", 0, 2, "b")
def test_an_edited_text_has_the_lines_of_a_fresh_one(
    text: str, start: int, length: int, new: str
) -> None:
    data = text.encode()
    source = Source(data)
    assert source.line_starts[0] == 0
    words = [b"ab", b"a", b"b\n", b"ba b"]
    assert [source.holds(word) for word in words] == [word in data for word in words]
    edited = source.edited(start, start + length, new.encode())
    fresh = Source(data[:start] + new.encode() + data[start + length :])
    assert edited.data == fresh.data
    assert edited.line_starts == fresh.line_starts
    assert [edited.holds(word) for word in words] == [word in fresh.data for word in words]
    assert Source(data).edited(start, start + length, new.encode()).line_starts == fresh.line_starts


def test_line_endings_and_indents() -> None:
    source = Source(b"let x =\r\n \t 1\r\n")
    assert source.newline == "\r\n"
    assert Source(b"let x = 1\nlet y = 2\r\n").newline == "\n"
    assert Source(b"").newline == "\n"
    assert source.indent(13) == " \t "
    assert source.indent(2) == ""
    assert Source(b"  ").indent(1) == "  "
    assert [source.line_end(line) for line in range(3)] == [7, 13, 15]
    assert source.text(0, 5) == "let x"
    assert Source(b"a\xffb").text(0, 3) == "a\ufffdb"


def test_what_is_no_text_says_why() -> None:
    with pytest.raises(NotText) as caught:
        Source(b"let x\n = \0").check_text()
    assert str(caught.value) == "has a NUL byte on line 2, so it is not OCaml text"


@pytest.mark.parametrize("data", [b"let caf\xe9 = 1", bytes(range(1, 256)), b"\xff", b"\xc3("])
def test_what_is_not_utf_8_is_latin_1_and_comes_back(data: bytes) -> None:
    assert as_utf8(data).decode() == data.decode("latin-1")
    assert as_latin1(as_utf8(data)) == data


def test_utf_8_stays_what_it_is() -> None:
    data = "let café = 1".encode()
    assert as_utf8(data) is data
    with pytest.raises(NotText) as caught:
        as_latin1("let ł = 1".encode())
    assert str(caught.value) == "has `ł`, which Latin-1 cannot hold"


def test_text_is_text() -> None:
    Source("let café = 1".encode()).check_text()
