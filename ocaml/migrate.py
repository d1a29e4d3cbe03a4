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
    path, `port.becomes` for any other expression, in parentheses. `Rel` is the module that the code
    names; any other path is whole. Empty where it says nothing of this."""
    record = unwrapped(parse(Source(f"{_LET}{payload}".encode())).root.children[0])
    record = record.part("let_binding").child("body")
    for field in record.of("field_expression"):
        if READER.text(field.part("field_path")) == "repl":
            return _said(unwrapped(field.child("body")))
    return {}


def _said(body: Node) -> dict[str, str]:
    text = " ".join(READER.text(body).split())
    if body.kind in _PATHS and text.count(".") == text.startswith(_REL):
        return {"port.to": text.removeprefix(_REL)}
    return {"port.to": text} if body.kind in _PATHS else {"port.becomes": f"({text})"}
