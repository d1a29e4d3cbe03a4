"""Conversions beside a value of an interface, as `[@@port.result (fun r -> ..)]` and
`[@@port.argument ("x", fun x -> ..)]` say them: the value gives or takes something else now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, parse, unwrapped
from mirageport.ocaml.type_syntax import ARROW, read_type

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node, Reader
    from mirageport.ocaml.type_syntax import TypeExpr

RESULT, ARGUMENT = "port.result", "port.argument"
_LET = "let _ = "  # what makes a file of a function
_PLAIN = frozenset(["value_path", "number", "string", "unit", "parenthesized_expression"])
_NAMES = frozenset(["value_path", "label_name"])
# What is evaluated later, or maybe not at all.
_LATER = ("fun_expression", "function_expression", "match_case", "then_clause", "else_clause")


class Conversion(NamedTuple):
    """What is put around the result of a value, or around an argument. of: the label of the
    argument, or the how manieth of those without a label it is, "1" being the first; "" for the
    result. function: what makes the result as it was, or the argument as it is now; back: what
    undoes that, "" for nothing."""

    of: str
    function: str
    back: str = ""


class Parameter(NamedTuple):
    """What a value takes. of: as of `Conversion`. label: as a type has it, "" for none. type: its
    type."""

    of: str
    label: str
    type: Node


def conversions(attributes: list[tuple[str, str]]) -> tuple[Conversion, ...]:
    """The conversions among the attributes of an item (`index.attributes_of`)."""
    found = []
    for name, payload in attributes:
        if name in (RESULT, ARGUMENT):
            said = _expression(payload)
            parts = said.named_children if said.kind == "tuple_expression" else [said]
            texts = [READER.text(unwrapped(each)) for each in parts]
            of = texts.pop(0).strip('"') if name == ARGUMENT else ""
            found.append(Conversion(of, *[*texts, ""][:2]))
    return tuple(found)


def parameters(type_node: Node, tree: Reader) -> tuple[list[Parameter], Node]:
    """What a value of this type takes, and the type of what it gives."""
    type_: TypeExpr = read_type(type_node, tree)
    found, plain = [], 0
    while type_.form == ARROW:
        plain += not type_.name
        of = type_.name.lstrip("?") or str(plain)
        found.append(Parameter(of, type_.name, type_.parts[0].node))
        type_ = type_.parts[1]
    return found, type_.node


def template(
    said: tuple[Conversion, ...], type_node: Node, tree: Reader, head: str, whole: bool = True
) -> str:
    """The function that a value of this type has become, as `[@@port.becomes ..]` would say it.
    head: what has its place now. whole: with the arguments that need not be given."""
    makes = {each.of: each.function for each in said}
    taken = parameters(type_node, tree)[0]
    given, call = [], head
    for number, each in enumerate(taken if whole else [t for t in taken if "?" not in t.label]):
        name = each.label.lstrip("?") or f"x{number or ''}"
        sign = "?" if each.label.startswith("?") else "~" if each.label else ""
        given.append(f"{sign}{name}")
        value = makes.get(each.of)
        made = f"({applied_to(value, name)})" if value else ""
        call += f" {sign}{name}:{made}" if sign and made else f" {made or given[-1]}"
    body = applied_to(makes[""], call) if "" in makes else call
    return f"fun {' '.join(given)} -> {body}" if given else body


def called(function: str, owner: str) -> str:
    """What a conversion calls, as `f y` of `fun x -> f y x`, or else the conversion itself. owner:
    the module that `Rel` stands for; "" where that is one of a module type."""
    written = _expression(function)
    body, name = written.child("body"), READER.text(written.part("parameter").child("pattern"))
    last, text = body.all("argument")[-1:], READER.text(body)
    head = text[: last[0].start - body.start].rstrip() if last else ""
    used = [n for n in body.descendants() if n.kind == "value_path" and READER.text(n) == name]
    plain = bool(last) and used == last and body.kind == "application_expression"
    name_only = written.kind in _PLAIN
    made = head if plain else function if name_only else f"({function})"
    return made.replace("Rel.", f"{owner}.") if owner else made


def applied_to(function: str, argument: str) -> str:
    """What a function gives for an argument, both by their text. The argument stays evaluated once,
    before the rest."""
    written = _expression(function)
    body, pattern = written.child("body"), written.part("parameter").child("pattern")
    if written.kind != "fun_expression" or len(written.of("parameter")) > 1:
        return f"{function} {_operand(argument)}"
    text, name = READER.text(body), READER.text(pattern)
    uses = [n for n in body.descendants() if n.kind in _NAMES and READER.text(n) == name]
    if len(uses) != 1 or uses[0].kind != "value_path" or uses[0].up(*_LATER) is not written:
        return text if name == argument else f"let {name} = {argument} in {text}"
    at, end = uses[0].start - body.start, uses[0].end - body.start
    return f"{text[:at]}{argument if uses[0] is body else _operand(argument)}{text[end:]}"


def _expression(text: str) -> Node:
    root = parse(Source(f"{_LET}{text}".encode())).root
    return unwrapped(root.children[0].part("let_binding").child("body"))


def _operand(text: str) -> str:
    """An expression as an argument of a call."""
    whole = parse(Source(f"{_LET}{text}".encode())).root.children[0].part("let_binding")
    return text if whole.child("body").kind in _PLAIN else f"({text})"
