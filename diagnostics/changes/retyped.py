"""Values that have another type now: what is written where this type meets the former one.

Only the self-check sees these places, so the fix belongs to a conflict. The page of the rule says
it: `around` is what the call of the value is put into, `call` standing for it; `gives` are the
types of which such calls give a result now; `patterns` are the constructors that its result is
matched by, `Old = New`, where both can have arguments, as in `Old (a, b) = New (a, _, b)`.
`converts` are the two functions that make each of the types in `between`, with `|` for a ` | ` in
them, out of the other, `-` where none does; `functions` says which function of the first type is
which of the other, `old=new`. `errors` are tags that errors had, `-` in the place of a new one
where there is none, and `carries` makes what such a tag carried out of what the new one does.
Several are separated by ` | `.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.error_arms import arms_without
from mirageport.diagnostics.changes.values import RETYPED
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import item
from mirageport.ocaml.conversions import applied_to
from mirageport.ocaml.tree import NO_NODE, bare, value_of, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.facts import Fixable, Rewrite
    from mirageport.diagnostics.kinds import Edit, Node, Rule
    from mirageport.diagnostics.selfcheck import Conflict

KIND = RETYPED
_CALL = re.compile(r"\bcall\b")
_WORD = re.compile(r"\w+")
_MAPS = {"": "", "option": "Option.map", "list": "List.map"}
_TUPLE = "tuple_expression"
_NONE = ("-", "?")  # no function, or one of several
_BARE = frozenset(
    ["label_name", "value_path", "number", "string", "unit", "parenthesized_expression"]
)


def matched(context: Context, rule: Rule, start: int, end: int) -> Rewrite | None:
    """A constructor that a result is matched by, at these bytes, as it is called now."""
    pairs = _pairs(rule, "patterns")
    new = pairs.get(context.source.text(start, end))
    node = node_at(context, start, end)
    if new is None and node.kind == "constructor_pattern":
        path, inner = node.named_children
        given = [context.text(each) for each in _parts(inner)]
        for old, now in pairs.items():
            name, *holes = _WORD.findall(old)
            if name == context.last_name(path) and len(holes) == len(given):
                _name, *slots = _WORD.findall(now)
                parts = ", ".join(dict(zip(holes, given, strict=True)).get(s, s) for s in slots)
                new = f"{context.text(path)} ({parts})"
    return rewriting(f"Write `{new}`", [(context.name, start, end, new)]) if new else None


def _parts(inner: Node) -> list[Node]:
    """The arguments of a constructor in a pattern."""
    if inner.kind == "parenthesized_pattern":
        inner = inner.named_children[0]
    return inner.named_children if inner.kind == "tuple_pattern" else [inner]


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


def far(context: Context, rule: Rule, types: tuple[str, str]) -> Rewrite | None:
    """The only call of the project that the rule's page puts into something, where what it gives,
    one of the types in `gives`, meets its former type at another place. types: the two, in any
    order, as parts of others have none."""
    former = rule.options.get("gives", "").split()
    expected = next((each for each in types if each in former), "")
    if not expected or not any(each.startswith(f"({expected}, ") for each in types):
        return None
    project = context.project
    files = [Context(project, name) for name in project.every if name.endswith(".ml")]
    calls = [
        (file, use.call)
        for file in files
        for use, known in file.ruled(KIND)
        if known.name == rule.name and use.call and use.item.path == expected
        if use.call.above.kind != "match_expression"
    ]
    return around(calls[0][0], rule, calls[0][1]) if len(calls) == 1 else None


def handed(context: Context, rule: Rule, conflict: Conflict) -> Rewrite | None:
    """A function behind an operator such as `>|=`, for one of two types where it is handed the
    other by the conversion in front of it, which is dropped."""
    wants, gets = (each.partition(" -> ")[0] for each in conflict.types)
    between = rule.options.get("between", "").split(" | ")
    if wants == gets or {wants, gets} != set(between):
        return None
    makes = rule.options.get("converts", "- | -").split(" | ")[between.index(gets)]
    node = wrapped(node_at(context, conflict.start, conflict.end))
    before = node.above.child("left") if node.field == "right" else NO_NODE
    if before.kind != "infix_expression" or context.text(before.child("right")) != makes:
        return None
    edit = context.remove((before.child("left").end, before.end))
    return rewriting(f"Drop `{makes}`", [edit])


def names_both(rule: Rule, types: tuple[str, str]) -> str | None:
    """Whether two types are those of a rule, or options or lists of them: the function that maps
    these, "" for the types themselves, None where they are not."""
    between = rule.options.get("between", "").split(" | ")
    for wrapper, mapped in _MAPS.items():
        short = [each.replace(" | ", "|") for each in types]
        if not all(each.endswith(f" {wrapper}") for each in short if wrapper):
            continue
        inner = [each.removesuffix(f" {wrapper}" if wrapper else "") for each in short]
        if len(between) > 1 and set(between) == set(inner):
            return mapped
    return None


def converted(context: Context, rule: Rule, conflict: Conflict) -> Rewrite | None:
    """An expression of one of two types where the other is expected."""
    mapped = names_both(rule, conflict.types)
    if mapped is None:
        return None
    backward = conflict.types[0].startswith(rule.options["between"].partition(" | ")[0])
    converts = rule.options.get("converts", "- | -").split(" | ")
    if mapped:
        converts = [each if each in _NONE else f"{mapped} {each}" for each in converts]
    makes_first, makes_second = converts
    make, undo = (makes_second, makes_first) if backward else (makes_first, makes_second)
    node = node_at(context, conflict.start, conflict.end)
    call = _call_of(node)
    function = context.text(call.child("function")) if call else ""
    if "-" not in (make, function) and function == undo and len(call.all("argument")) == 1:
        outer = wrapped(call) if node.kind in _BARE else call
        return rewriting(f"Drop `{undo}`", [context.replace(outer, context.text(node))])
    inner = _undone(context, node, undo)
    if inner:
        return rewriting(f"Drop `{undo}`", [context.replace(wrapped(node), context.text(inner))])
    pattern, defined = context.bound(node), context.analysis.defined_as(node)
    inner = _undone(context, defined, undo)
    if inner and len(context.references(pattern)) == 1:
        edit = context.replace(defined, context.text(bare(inner)))
        if context.text(inner) == context.text(pattern):
            edit = context.remove(item(context.source, pattern.above.above))
        return rewriting(f"Drop `{undo}`", [edit])
    return _of_the_other(context, rule, node, call, backward) or _made(context, node, make)


def _undone(context: Context, call: Node, undo: str) -> Node:
    """What a call converts by this function, which may have arguments of its own."""
    function, given = call.child("function"), call.all("argument")
    names = [context.text(each) for each in (function, *given[:-1])]
    return given[-1] if given and " ".join(names) == undo else NO_NODE


def error(context: Context, rule: Rule, start: int, expected: str) -> Fixable | Rewrite | None:
    """A tag that an error does not have any more, in the pattern that begins at this byte.
    expected: the type of the error, such as N.error."""
    tag = next(n for n in context.tree.root.descendants() if n.start == start and n.kind == "tag")
    new = _pairs(rule, "errors")[context.text(tag)]
    if new != "-":
        edits = [context.replace(tag, new), *_carried(context, rule, tag)]
        return rewriting(f"Write `{new}`", edits)
    case = tag.up("match_case")
    if case is None or tag.start >= case.child("pattern").end:
        return None
    module, _, name = expected.rpartition(".")
    printer = f"{module}.pp_{name}"
    removed = frozenset([tag])
    plan = arms_without(context, case.above, (removed, frozenset(), [], printer))
    return None if isinstance(plan, str) else plan


def _carried(context: Context, rule: Rule, tag: Node) -> Iterator[Edit]:
    """The uses of what a tag carries, put into what makes it the type that it had, the page's
    `carries`."""
    makes, inner = rule.options.get("carries", ""), tag.above.child("pattern")
    if makes and inner.kind == "value_pattern":
        for use in context.references(inner):
            yield _call(context, use, makes)


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


def _made(context: Context, node: Node, make: str) -> Rewrite | None:
    if make in _NONE or not node:
        return None
    return rewriting(f"Write `{make}`", [_call(context, node, make)])


def _call(context: Context, node: Node, function: str) -> Edit:
    """An expression put into a call of a function."""
    text = context.text(node)
    made = f"{function} {text if node.kind in _BARE else f'({text})'}"
    if function.startswith("(fun "):
        made = applied_to(function, text)
    if node.kind == "label_name":
        return context.insert(node.end, f":({made})")
    operator = context.text(node.above.child("operator"))
    if operator == "|>" and node.field == "left" and not function.startswith("("):
        return context.insert(node.end, f" |> {function}")
    free = node.field == "body" or operator in ("@@", "|>") or node.above.kind == _TUPLE
    if wrapped(node) is not node or free:
        return context.replace(node, made)
    return context.replace(node, f"({made})")


def node_at(context: Context, start: int, end: int) -> Node:
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
