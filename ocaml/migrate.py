"""The attribute `[@@migrate { repl = ..; libraries = [ .. ]; pps = [ .. ] }]` of ocamlmig, which
says beside an item what takes its place (github.com/v-gb/ocamlmig, doc/using.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, parse, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.tree import Node

_LET = "let _ = "  # what makes a file of an expression
_PATHS = frozenset(["value_path", "constructor_path", "module_path"])
_REL = "Rel."


def migration(payload: str) -> dict[str, str]:
    """What the payload of the attribute says, as the attributes of a pack would: `port.to` for a
    path, `port.becomes` for any other expression, in parentheses, and `port.libraries`. `Rel` is
    the module that the code names; any other path is whole."""
    record = unwrapped(parse(Source(f"{_LET}{payload}".encode())).root.children[0])
    record = record.part("let_binding").child("body")
    said: dict[str, str] = {}
    needed: list[str] = []
    for field in record.of("field_expression"):
        name, body = READER.text(field.part("field_path")), unwrapped(field.child("body"))
        if name == "repl":
            said |= _said(body)
        elif name == "libraries":
            needed += _libraries(body)
        elif name == "pps":
            needed += [f'pps "{each}"' for each, _release in _named(body)]
    return {**said, "port.libraries": ", ".join(needed)} if needed else said


def _said(body: Node) -> dict[str, str]:
    text = " ".join(READER.text(body).split())
    if body.kind in _PATHS:
        return {"port.to": text.removeprefix(_REL)}
    return {"port.becomes": f"({text})"}


def _libraries(body: Node) -> Iterator[str]:
    for name, release in _named(body):
        yield f'add "{name}"'
        if release:
            yield f'min ("{name.partition(".")[0]}", "{release}")'


def _named(body: Node) -> Iterator[tuple[str, str]]:
    """The names of a list, which stand alone or before the first release that will do."""
    for each in map(unwrapped, body.named_children):
        said = READER.text(each).split('"')[1::2]
        if said and each.kind in ("string", "tuple_expression"):
            yield said[0], said[1] if len(said) > 1 else ""
