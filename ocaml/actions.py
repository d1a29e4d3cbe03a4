"""The OCaml code in lexers (ocamllex, `.mll`) and grammars (ocamlyacc and Menhir, `.mly`), as a
program in which each byte of it stands where it stood: all else is blank."""

from __future__ import annotations

LEXER, GRAMMAR = ".mll", ".mly"
_BLANK = b" \t\r\n"
_NEAR = 200  # bytes before an action: what it belongs to stands there, and is blank in the code
_COMMENTS = ((b"(*", b"*)"), (b"/*", b"*/"), (b"//", b"\n"))


def code_in(data: bytes, grammar: bool, kept: bytes) -> bytes:
    """The code, as long as the text. Headers and trailers are definitions, an action is an
    expression in parentheses; `$1` is the name `_1`. grammar: whether it is one, or a lexer. kept:
    a comment outside of the code that has this word stands as one of OCaml, too."""
    out = bytearray(byte if byte in _BLANK else 32 for byte in data)
    at, last, sections = 0, b"", 0
    while at < len(data):
        if grammar and data.startswith(b"%%", at):
            sections += 1
            at += 2
            if sections == 2:
                out[at:] = data[at:]
                break
        elif grammar and data.startswith(b"%{", at):
            end = _found(data, b"%}", at)
            out[at + 2 : end] = data[at + 2 : end]
            at = end + 2
        elif data[at : at + 1] == b"{":
            end = _end(data, at + 1)
            _copy(out, data, at, end, not grammar and last in (b"", b"}"), grammar)
            at, last = end + 1, b"}"
        else:
            after = _skipped(data, at, grammar)
            if kept in data[at:after] and data[after - 2 : after] in (b"*)", b"*/"):
                out[at:after] = b"(*" + data[at + 2 : after - 2] + b"*)"
            if (after == at + 1 and data[at] not in _BLANK) or data[at : at + 1] in b"\"'":
                last = data[at : at + 1]
            at = after
    return bytes(out)


def _copy(
    out: bytearray, data: bytes, start: int, end: int, definitions: bool, grammar: bool
) -> None:
    """Puts the code between two braces in its place."""
    at = start + 1
    while at < end:
        after = _skipped(data, at, False)
        piece = data[at:after]
        out[at:after] = b"_" if grammar and piece == b"$" else piece
        at = after
    if not definitions:
        out[start : start + 1] = b"("
        out[end : end + 1] = b")" if end < len(data) else b""
        free = len(out[:start].rstrip(_BLANK))  # behind the code before
        pairs = range(start - 2, max(free, start - _NEAR) - 1, -1)
        pair = next((each for each in pairs if not out[each : each + 2].strip(b" \t")), None)
        if pair is not None:
            out[pair : pair + 2] = b";;"


def _end(data: bytes, at: int) -> int:
    """Where the brace stands that closes one before."""
    depth = 1
    while at < len(data):
        byte = data[at : at + 1]
        depth += (byte == b"{") - (byte == b"}")
        if not depth:
            return at
        at = _skipped(data, at, False)
    return len(data)


def _skipped(data: bytes, at: int, grammar: bool) -> int:
    """Where what begins at a place ends: a string, a character, a comment or one byte."""
    for opening, closing in _COMMENTS if grammar else _COMMENTS[:1]:
        if data.startswith(opening, at):
            return min(len(data), _found(data, closing, at + 2) + len(closing))
    if data[at : at + 1] == b'"':
        end = at + 1
        while end < len(data) and data[end : end + 1] != b'"':
            end += 1 + (data[end : end + 1] == b"\\")
        return min(len(data), end + 1)
    if data[at : at + 1] == b"'":
        if data[at + 1 : at + 2] == b"\\":
            end = data.find(b"'", at + 3)
            return end + 1 if 0 <= end <= at + 6 else at + 1
        if data[at + 2 : at + 3] == b"'":
            return at + 3
    return at + 1


def _found(data: bytes, text: bytes, at: int) -> int:
    found = data.find(text, at)
    return found if found >= 0 else len(data)
