"""Whether a text is changed where its value goes: a character of it is assigned, or it is given to
what takes `bytes`. Code of before OCaml 4.06 may have one value as a string and as `bytes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.tree import label_of, wrapped
from mirageport.ocaml.types import BYTES, Arrow, Con, prune

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Node

# What changes one, in the bytes of a file.
_CHANGES = (b"Bytes", b"String.set", b"String.fill", b"String.blit", b"String.unsafe_")


def has_changes(context: Context) -> bool:
    """Whether a file may change texts at all."""
    data = context.source.data
    return (b".[" in data and b"<-" in data) or any(each in data for each in _CHANGES)


def is_changed(context: Context, node: Node) -> bool:
    """Whether what an expression gives is changed, by itself or as a name or a parameter."""
    seen: set[Node] = set()
    todo = [node]
    while todo:
        each = todo.pop()
        if each in seen:
            continue
        seen.add(each)
        outer = wrapped(each)
        above = outer.above
        if outer.field == "sequence" and above.above.kind == "set_expression":
            if above is above.above.named_children[0]:
                return True
        elif above.kind == "let_binding" and outer.field == "body" and not above.of("parameter"):
            todo += context.references(above.child("pattern"))
        elif outer.field == "argument" and above.kind == "application_expression":
            given = [value for value in above.all("argument") if not label_of(value)]
            place = given.index(outer) if outer in given else len(given)
            function = above.child("function")
            if _takes_bytes(context, function, place):
                return True
            todo += _uses_inside(context, function, place)
    return False


def _takes_bytes(context: Context, function: Node, place: int) -> bool:
    """Whether an argument of a function, counted without those with labels, is `bytes`."""
    type_ = context.type_of(function)
    while isinstance(type_, Arrow):
        if not type_.label:
            taken = prune(type_.argument)
            if place == 0:
                return isinstance(taken, Con) and taken.name == BYTES.name
            place -= 1
        type_ = prune(type_.result)
    return False


def _uses_inside(context: Context, function: Node, place: int) -> list[Node]:
    """Where a function of the text uses an argument."""
    binding = context.bound(function).above
    plain = [each for each in binding.of("parameter") if not each.part("label_name")]
    if place >= len(plain):
        return []
    pattern = plain[place].child("pattern")
    names = [n for n in pattern.descendants() if n.kind == "value_pattern"]
    return context.references(names[0]) if len(names) == 1 else []
