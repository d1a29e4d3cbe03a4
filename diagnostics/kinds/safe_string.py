"""Strings that were bytes: Mirage 3 compiles with `-safe-string`, which tells the two apart.

Told are only places where both are known to meet: branches of which one gives a string and another
bytes, and arguments of functions that ask for the other one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.rules import rule
from mirageport.diagnostics.syntax import unwrapped
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.ocaml.tree import Node

RULE = "safe-string"
_STRING, _BYTES = "string", "bytes"
_CONVERTED = {_STRING: "Bytes.to_string", _BYTES: "Bytes.of_string"}
_BRANCHING = ("if_expression", "match_expression", "function_expression", "try_expression")
_WORDS = (b"Bytes", b"Lwt_unix")  # without one of them, nothing here is known to be bytes


def find(context: Context) -> Iterator[Finding]:
    """Bytes where a string is wanted, and strings where bytes are."""
    if not any(word in context.source.data for word in _WORDS):
        return
    if context.project.config is None:
        return  # a library is compiled as its own build says
    told: set[Node] = set()
    for node in context.tree.root.descendants():
        if node.kind in _BRANCHING:
            mixed = list(_tails(node))
            if any(_type(context, tail) == _STRING for tail in mixed):
                wrong = [tail for tail in mixed if _type(context, tail) == _BYTES]
                yield from _findings(context, wrong, _STRING, told)
        elif node.kind == "application_expression":
            for argument, wanted in _arguments(context, node):
                yield from _findings(context, [argument], wanted, told)


def _findings(
    context: Context, nodes: list[Node], wanted: str, told: set[Node]
) -> Iterator[Finding]:
    for node in nodes:
        if node in told:
            continue
        told.add(node)
        found, text = rule(RULE), context.text(node)
        bare = node.kind in ("value_path", "string", "parenthesized_expression")
        new = f"{_CONVERTED[wanted]} {text if bare else f'({text})'}"
        new = f"({new})" if node.field == "argument" else new
        way = Way(
            f"Make it {wanted}", found.applicability, ((context.name, node.start, node.end, new),)
        )
        yield context.finding(
            found, node, Rewrite((way,)), use=text.split("\n")[0], new=_CONVERTED[wanted]
        )


def _type(context: Context, node: Node) -> str:
    return _STRING if node.kind == "string" else context.analysis.type_name(node)


def _tails(node: Node) -> Iterator[Node]:
    """The expressions that an expression may give the value of."""
    inner = unwrapped(node)
    if inner.kind in ("let_expression", "fun_expression", "let_open_expression"):
        body = inner.get("body")
        branches = [body] if body is not None else []
    elif inner.kind == "sequence_expression":
        branches = inner.named_children[-1:]
    elif inner.kind == "if_expression":
        clauses = inner.of("then_clause", "else_clause")
        branches = [clause.named_children[-1] for clause in clauses if clause.named_children]
    elif inner.kind in _BRANCHING:
        bodies = [case.get("body") for case in inner.of("match_case")]
        branches = [body for body in bodies if body is not None]
    else:
        yield inner
        return
    for branch in branches:
        yield from _tails(branch)


def _arguments(context: Context, call: Node) -> Iterator[tuple[Node, str]]:
    """The arguments that are the one where the function asks for the other, and what it asks."""
    function = call.get("function")
    found = context.analysis.types.get(function) if function is not None else None
    type_ = prune(found) if found is not None else None
    for argument in call.all("argument"):
        if argument.kind == "labeled_argument" or not isinstance(type_, Arrow) or type_.label:
            return
        wanted = prune(type_.argument)
        given = _type(context, argument)
        if isinstance(wanted, Con) and {wanted.name, given} == {_STRING, _BYTES}:
            yield argument, wanted.name
        type_ = prune(type_.result)
