"""What is written to a console, read as what `Logs` would be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, unwrapped

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Node

_PRINTF = ("sprintf", "Printf.sprintf")
_FORMAT = ("Format.sprintf", "Format.asprintf")
_ESCAPES = ("\\027[", "\\x1b[", "\\x1B[", "\\o033[")
_FLAGS = "0123456789 .*+-#_"


class Line(NamedTuple):
    """A message. format: the format and its arguments, which `Logs` takes as they are; empty when
    the message is a string like any other. formatter: the function that put them together."""

    format: tuple[Node, ...]
    formatter: Node | None


def line(context: Context, message: Node) -> Line:
    """How a message is made."""
    inner = unwrapped(message)
    if inner.kind == "string":
        plain = not any(sign in context.text(inner) for sign in "%@")
        return Line((inner,) if plain else (), None)
    function = inner.child("function") if inner.kind == "application_expression" else NO_NODE
    if not function:
        return Line((), None)
    arguments = tuple(inner.all("argument"))
    literal = unwrapped(arguments[0])
    if literal.kind == "string" and _hands_over(context, function, context.text(literal)):
        return Line(arguments, function)
    return Line((), None)


def _hands_over(context: Context, function: Node, literal: str) -> bool:
    """Whether `Logs` makes of a format what the function makes of it."""
    name, binding = context.text(function), context.bound(function)
    if not binding:
        known = name in _PRINTF or name in _FORMAT
        return known and (name == "Format.asprintf" or not _differs(literal, name in _PRINTF))
    definition = binding.above
    coloured = bool(definition) and is_colour(context, definition)
    return coloured and not _differs(literal, True)


def _differs(literal: str, printf: bool) -> bool:
    """Whether a format means something else to `Format`, on which `Logs` builds: the functions
    for `%a` and `%t` print there and give strings here, and only there `@` breaks lines."""
    if printf and "@" in literal:
        return True
    for part in literal.replace("%%", "").split("%")[1:]:
        if part.lstrip(_FLAGS)[:1] in ("a", "t", "(", "{"):
            return True
    return False


def is_colour(context: Context, binding: Node) -> bool:
    """Whether a `let_binding` is `let red fmt = sprintf ("\\027[31m" ^^ fmt ^^ "\\027[m")`: nothing
    but escapes for a terminal around its parameter."""
    body, parameters = binding.child("body"), binding.of("parameter")
    if len(parameters) != 1 or body.kind != "application_expression":
        return False
    function, arguments = body.child("function"), body.all("argument")
    if context.text(function) not in _PRINTF or len(arguments) != 1:
        return False
    if context.analysis.refs.get(function) is not None:
        return False
    parts = _parts(context, arguments[0])
    inner = [part for part in parts if not _is_escape(context, part)]
    bound = context.bound(inner[0]) if len(inner) == 1 else NO_NODE
    return bool(bound) and bound.above is parameters[0]


def _parts(context: Context, node: Node) -> list[Node]:
    """What `^^` puts together."""
    parts = []
    todo = [node]
    while todo:
        node = unwrapped(todo.pop())
        left, operator, right = node.child("left"), node.child("operator"), node.child("right")
        if not left or not right or context.text(operator) != "^^":
            parts.append(node)
        else:
            todo.extend((right, left))
    return parts


def _is_escape(context: Context, node: Node) -> bool:
    """Whether a literal is a sequence of colours such as `\\027[1;31m`, or empty."""
    if node.kind != "string":
        return False
    rest = context.text(node)[1:-1]
    while rest:
        start = next((escape for escape in _ESCAPES if rest.startswith(escape)), None)
        if start is None:
            return False
        rest = rest[len(start) :].lstrip("0123456789;")
        if not rest.startswith("m"):
            return False
        rest = rest[1:]
    return True
