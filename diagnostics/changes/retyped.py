"""Values that have another type now: what is written where this type meets the former one.

Only the self-check sees these places, so the fix belongs to a conflict. The page of the rule says
it: `around` is what the call of the value is put into, `call` standing for it; `patterns` are the
constructors that its result is matched by, `Old = New`. `converts` are the two functions that make
each of the types in `between` out of the other, `-` where none does; `functions` says which
function of the first type is which of the other, `old=new`. `errors` are tags that errors had, `-`
in the place of a new one where there is none. Several are separated by ` | `.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.error_arms import arms_without
from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.tree import NO_NODE, bare, value_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.facts import Fixable, Rewrite
    from mirageport.diagnostics.kinds import Context, Edit, Node, Rule

KIND = "retyped"
_CALL = re.compile(r"\bcall\b")
_TUPLE = "tuple_expression"
_BARE = frozenset(
    ["label_name", "value_path", "number", "string", "unit", "parenthesized_expression"]
)


def matched(context: Context, rule: Rule, start: int, end: int) -> Rewrite | None:
    """A constructor that a result is matched by, at these bytes, as it is called now."""
    text = context.source.text(start, end)
    new = _pairs(rule, "patterns").get(text)
    return rewriting(f"Write `{new}`", [(context.name, start, end, new)]) if new else None


def around(context: Context, rule: Rule, call: Node) -> Rewrite | None:
    """A call put into what the rule's page says."""
    text = rule.options.get("around", "")
    if not text or call.kind != "application_expression":
        return None
    new = _CALL.sub(lambda _: context.text(call), text)
    matched_on = call.above.kind == "match_expression" and not text.startswith("match")
    alone = wrapped(call) is not call or call.field in ("body", "left") or matched_on
    title = f"Write `{text}` around it"
    return rewriting(title, [context.replace(call, new if alone else f"({new})")])


def piped(context: Context, rule: Rule, function: Node) -> Rewrite | None:
    """The constructors that a result is matched by in `argument |> function |> function ..`."""
    call, known = function, _pairs(rule, "patterns")
    while _is_piped(context, call) and call.field == "right":
        call = wrapped(call.above)
    if call is function or not known or not _is_piped(context, call):
        return None
    cases = bare(call.above.child("right")).of("match_case")
    heads = [node for case in cases for node in _heads(case.child("pattern"))]
    edits = [context.replace(n, known[text]) for n in heads if (text := context.text(n)) in known]
    return rewriting("Match the result", edits)


def _is_piped(context: Context, node: Node) -> bool:
    return context.text(node.above.child("operator")) == "|>"


def _heads(pattern: Node) -> Iterator[Node]:
    """The constructors that a pattern begins with."""
    if pattern.kind == "constructor_path":
        yield pattern
    elif pattern.kind == "constructor_pattern":
        yield pattern.children[0]
    elif pattern.kind in ("or_pattern", "alias_pattern", "parenthesized_pattern"):
        for part in pattern.named_children:
            yield from _heads(part)


def converted(context: Context, rule: Rule, start: int, end: int, given: str) -> Rewrite | None:
    """An expression of one of two types where the other is expected. start, end: its bytes; given:
    the type that it has."""
    backward = member(given) == rule.options["between"].split(" | ")[0]
    makes_first, makes_second = rule.options.get("converts", "- | -").split(" | ")
    make, undo = (makes_second, makes_first) if backward else (makes_first, makes_second)
    node = _at(context, start, end)
    call = _call_of(node)
    if member(given) != given:
        return _of_the_other(context, rule, node, call, backward)
    function = context.text(call.child("function")) if call else ""
    if "-" not in (make, function) and function == undo and len(call.all("argument")) == 1:
        return rewriting(f"Drop `{undo}`", [context.replace(call, context.text(node))])
    inner = node.all("argument") if context.text(node.child("function")) == undo else []
    if len(inner) == 1:
        return rewriting(f"Drop `{undo}`", [context.replace(wrapped(node), context.text(inner[0]))])
    return _of_the_other(context, rule, node, call, backward) or _made(context, node, make)


def error(context: Context, rule: Rule, start: int, expected: str) -> Fixable | Rewrite | None:
    """A tag that an error does not have any more, in the pattern that begins at this byte.
    expected: the type of the error, such as N.error."""
    tag = next(n for n in context.tree.root.descendants() if n.start == start and n.kind == "tag")
    new = _pairs(rule, "errors")[context.text(tag)]
    if new != "-":
        return rewriting(f"Write `{new}`", [context.replace(tag, new)])
    case = tag.up("match_case")
    if case is None or tag.start >= case.child("pattern").end:
        return None
    module, _, name = expected.rpartition(".")
    printer = f"{module}.pp_{name}"
    removed = frozenset([tag])
    plan = arms_without(context, case.above, (removed, frozenset(), [], printer))
    return None if isinstance(plan, str) else plan


def names_error(context: Context, rule: Rule, start: int, end: int, expected: str) -> bool:
    """Whether a conflict is about a tag that errors had. expected: the type where it stands."""
    tag = context.source.text(start, end).partition(" ")[0]
    module, _, name = expected.rpartition(".")
    return tag in _pairs(rule, "errors") and bool(module) and name.endswith("error")


def _pairs(rule: Rule, option: str) -> dict[str, str]:
    pairs = rule.options.get(option, "").split(" | ")
    return {old: new for pair in pairs if pair for old, new in [pair.split(" = ")]}


def _of_the_other(
    context: Context, rule: Rule, node: Node, call: Node, backward: bool
) -> Rewrite | None:
    """The function that the expression is given to, or that stands before it among the arguments
    as a printer does, for the other type."""
    known = dict(pair.split("=") for pair in rule.options.get("functions", "").split())
    if backward or not call:
        return None
    before = [each for each in call.all("argument") if each.end <= node.start]
    for place in (call.child("function"), *map(bare, before[-1:])):
        named = [n for n in (place, *place.descendants()) if context.text(n) in known]
        edits = [context.replace(n, known[context.text(n)]) for n in named]
        if edits:
            return rewriting(f"Write `{edits[0][3]}`", list(dict.fromkeys(edits)))
    return None


def member(type_: str) -> str:
    """The type of the members of a list, or the type itself."""
    return type_.removesuffix(" list")


def _made(context: Context, node: Node, make: str) -> Rewrite | None:
    if make == "-" or not node:
        return None
    text = context.text(node)
    made = f"{make} {text if node.kind in _BARE else f'({text})'}"
    edit: Edit
    if node.kind == "label_name":
        edit = context.insert(node.end, f":({made})")
    elif wrapped(node) is not node or node.field == "body" or node.above.kind == _TUPLE:
        edit = context.replace(node, made)
    else:
        edit = context.replace(node, f"({made})")
    return rewriting(f"Write `{make}`", [edit])


def _at(context: Context, start: int, end: int) -> Node:
    """The expression at these bytes, without its parentheses; `NO_NODE` where none is."""
    for node in context.tree.root.descendants():
        if node.start == start and node.end == end:
            return bare(value_of(node))
    return NO_NODE


def _call_of(node: Node) -> Node:
    """The call that an expression is an argument of."""
    argument = wrapped(node)
    while argument.above.kind == "local_open_expression":
        argument = wrapped(argument.above)
    if argument.above.kind == "labeled_argument":
        argument = argument.above
    return argument.above if argument.field == "argument" else NO_NODE
