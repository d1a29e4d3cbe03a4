"""The attribute `[@@migrate { repl = ..; libraries = [ .. ] }]` of ocamlmig, which says beside an
item what takes its place (github.com/v-gb/ocamlmig, doc/using.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, parse, unwrapped

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node

_LET = "let _ = "  # what makes a file of an expression
_PATHS = frozenset(["value_path", "constructor_path", "module_path"])
_REL = "Rel."


def migration(payload: str) -> dict[str, str]:
    """What the payload of the attribute says, as the attributes of a pack would: `port.to` for a
    path, `port.becomes` for any other expression, in parentheses, and `port.needs`, libraries with
    blanks between them. `Rel` is the module that the code names; any other path is whole."""
    record = unwrapped(parse(Source(f"{_LET}{payload}".encode())).root.children[0])
    record = record.part("let_binding").child("body")
    said: dict[str, str] = {}
    for field in record.of("field_expression"):
        name, body = READER.text(field.part("field_path")), unwrapped(field.child("body"))
        if name == "repl":
            said |= _said(body)
        elif name == "libraries":
            said["port.needs"] = " ".join(_libraries(body))
    return said


def _said(body: Node) -> dict[str, str]:
    text = " ".join(READER.text(body).split())
    if body.kind in _PATHS:
        return {"port.to": text.removeprefix(_REL)}
    return {"port.becomes": f"({text})"}


def _libraries(body: Node) -> list[str]:
    """The libraries of a list, which stand alone or before the versions that are asked for."""
    named = [unwrapped(each) for each in body.named_children]
    first = [each.named_children[0] if each.kind == "tuple_expression" else each for each in named]
    return [READER.text(each).strip('"') for each in first if each.kind == "string"]
