"""Patterns: what they bind, and that they fit what is matched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.strict import expressions, modules, parts
from mirageport.ocaml.strict.convert import annotation
from mirageport.ocaml.strict.matches import alternatives
from mirageport.ocaml.strict.state import ARGUMENT, MAX_DEPTH
from mirageport.ocaml.strict.types import Row
from mirageport.ocaml.types import BOOL, CHAR, EXN, STRING, UNIT, Con, Tup, number_type, prune

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.strict.matches import Match
    from mirageport.ocaml.strict.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

CONSTANTS: dict[str, Type] = {
    "unit": UNIT,
    "string": STRING,
    "quoted_string": STRING,
    "character": CHAR,
    "boolean": BOOL,
}


def pattern(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    """A pattern that stands where a type is matched; binds its names in `frame`."""
    if state.depth >= MAX_DEPTH:
        return
    state.depth += 1
    match.types[node] = want
    rule = _PATTERNS.get(node.kind)
    if rule is not None:
        rule(state, match, node, frame, want)
    elif node.kind in CONSTANTS:
        state.meet(node, want, CONSTANTS[node.kind])
    else:
        for child in node.named_children:
            pattern(state, match, child, frame, state.unifier.var())
    state.depth -= 1


def _anything(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    """`_`."""


def _name(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    state.bind(node, state.name_of(node), want, frame)


def _alias(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    inner, alias = node.get("pattern"), node.get("alias")
    if inner is not None:
        pattern(state, match, inner, frame, want)
    if alias is None:
        return
    bound = want
    if inner is not None:
        state.unifier.level += 1
        bound = _as_type(state, match, inner, want)
        state.unifier.level -= 1
        if bound is not want:
            state.unifier.generalise(bound)
    state.bind(alias, state.text(alias), bound, frame)


def _as_type(state: State, match: Match, node: Node, want: Type) -> Type:
    """What `pattern as x` gives x: only what the pattern names is fixed (OCaml 4.03.0
    typing/typecore.ml, build_as_type)."""
    kind = node.kind
    inner = node.named_children
    if kind == "parenthesized_pattern" and inner:
        return _as_type(state, match, inner[0], want)
    if kind == "or_pattern":
        kinds = [_as_type(state, match, each, want) for each in alternatives(node)]
        if all(isinstance(each, Row) for each in kinds):
            row = state.unifier.row()
            for each in kinds:
                if isinstance(each, Row):
                    row.tags.update(each.tags)
            row.low = frozenset(row.tags)
            return row
        return want if any(each is want for each in kinds) else state.unifier.var()
    if kind in ("tag", "tag_pattern"):
        tag = node if kind == "tag" else node.first("tag")
        payload = node.get("pattern")
        row = state.unifier.row()
        if tag is not None:
            known = match.types.get(payload) if payload is not None else None
            row.tags[state.text(tag)] = known
            row.low = frozenset(row.tags)
        return row
    if kind == "polymorphic_variant_pattern":
        return state.unifier.var()
    if kind in ("constructor_path", "constructor_pattern"):
        type_ = prune(want)
        if isinstance(type_, Con) and type_.name in ("result", "option", "list") and type_.args:
            return _rebuilt(state, match, node, type_)
        if not isinstance(type_, Con):
            return state.unifier.var()
    return want


def _rebuilt(state: State, match: Match, node: Node, type_: Con) -> Type:
    """The type of `Error e` where the pattern is that: of `e` as much is fixed as `e` names, and
    the other side is free."""
    path = node if node.kind == "constructor_path" else node.first("constructor_path")
    name = state.text(path.children[-1]) if path is not None and path.children else ""
    given, inner = list(type_.args), node.get("pattern")
    for place, keeper in enumerate(("Ok", "Error") if type_.name == "result" else ("Some",)):
        if name != keeper:
            given[place] = state.unifier.var()
        elif inner is not None:
            given[place] = _as_type(state, match, inner, given[place])
    return Con(type_.name, tuple(given))


def _tag(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    _tagged(state, match, node, node, None, want)


def _tag_pattern(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    tag, inner = node.first("tag"), node.get("pattern")
    payload = state.unifier.var() if inner is not None else None
    if tag is not None:
        _tagged(state, match, node, tag, payload, want)
    if inner is not None and payload is not None:
        pattern(state, match, inner, frame, payload)


def _tagged(
    state: State, match: Match, node: Node, tag: Node, payload: Type | None, want: Type
) -> None:
    row = state.unifier.row()
    name = state.text(tag)
    row.tags[name] = payload
    row.asked = frozenset([name])
    match.rows.append(row)
    state.meet(node, want, row)


def _or(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    for position, alternative in enumerate(node.named_children):
        if position == 0:
            pattern(state, match, alternative, frame, want)
            continue
        own = Env(frame)
        pattern(state, match, alternative, own, want)
        for name, bound in own.values.items():
            first = frame.values.get(name)
            if first is None:
                frame.values[name] = bound
            else:
                state.meet(bound.node, first.type, bound.type)


def _parenthesized(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    for inner in node.named_children[:1]:
        pattern(state, match, inner, frame, want)


def _tuple(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    children = node.named_children
    items: list[Type] = [state.unifier.var() for _ in children]
    state.meet(node, want, Tup(tuple(items)))
    for child, item in zip(children, items, strict=True):
        pattern(state, match, child, frame, item)


def _typed(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    inner, type_node = node.get("pattern"), node.get("type")
    if type_node is not None:
        state.meet(node, want, annotation(state, type_node, frame))
    if inner is not None:
        pattern(state, match, inner, frame, want)


def _list(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    element = state.unifier.var()
    name = "array" if node.kind == "array_pattern" else "list"
    state.meet(node, want, Con(name, (element,)))
    for child in node.named_children:
        pattern(state, match, child, frame, element)


def _cons(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    left, right = node.get("left"), node.get("right")
    element = state.unifier.var()
    state.meet(node, want, Con("list", (element,)))
    if left is not None:
        pattern(state, match, left, frame, element)
    if right is not None:
        pattern(state, match, right, frame, want)


def _record(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    fields = node.of("field_pattern")
    owner = state.unifier.var()
    if isinstance(prune(want), Con):
        owner.link = prune(want)
    scope = qualified(state, [field.first("field_path") for field in fields], frame)
    for field in fields:
        path, inner = field.first("field_path"), field.get("pattern")
        type_: Type = state.unifier.var()
        if path is not None:
            found = parts.find(state, parts.FIELD, path, scope, owner)
            if found is not None:
                state.meet(path, owner, found.owner)
                type_ = found.content or type_
        annotated = field.get("type")
        if annotated is not None:
            state.meet(field, type_, annotation(state, annotated, frame))
        if inner is not None:
            pattern(state, match, inner, frame, type_)
        elif path is not None:
            name = path.children[-1]
            state.bind(name, state.text(name), type_, frame)
    state.meet(node, want, owner)


def qualified(state: State, paths: list[Node | None], env: Env) -> Env:
    """The scope in which fields are looked up: one qualified field of a record qualifies all."""
    for path in paths:
        prefix = path.first("module_path") if path is not None else None
        if prefix is not None:
            return state.opened(state.module(prefix, env), env)
    return env


def _local_open(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    path, inner = node.first("module_path"), node.get("pattern")
    if inner is None:
        return
    own = Env(state.opened(state.module(path, frame), frame) if path is not None else frame)
    pattern(state, match, inner, own, want)
    frame.values.update(own.values)


def _constructor(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    path, inner = node.first("constructor_path"), node.get("pattern")
    found = parts.find(state, parts.CONSTRUCTOR, path, frame, want) if path is not None else None
    payload: Type = state.unifier.var()
    if found is not None:
        match.gadt = match.gadt or found.gadt
        if not found.gadt:
            state.meet(path or node, want, found.owner)
            if found.content is None and not found.vague and inner is not None and path:
                if inner.kind != "any_pattern":
                    state.report(
                        node, ARGUMENT, f"the constructor `{state.text(path)}` takes no argument"
                    )
            payload = found.content or payload
    if inner is not None:
        if inner.kind == "any_pattern" and isinstance(payload, Tup):
            return
        if path is not None and found is not None and found.count > 1:
            given = _count(inner)
            if given != found.count:
                takes = f"takes {found.count} arguments, but has {given} here"
                state.report(node, ARGUMENT, f"the constructor `{state.text(path)}` {takes}")
                payload = state.unifier.var()
        pattern(state, match, inner, frame, payload)


def _count(inner: Node) -> int:
    """How many arguments a constructor has in a pattern."""
    if inner.kind == "parenthesized_pattern":
        inner = inner.named_children[0]
    return len(inner.named_children) if inner.kind == "tuple_pattern" else 1


def _constructor_path(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    found = parts.find(state, parts.CONSTRUCTOR, node, frame, want)
    if found is None:
        return
    match.gadt = match.gadt or found.gadt
    if not found.gadt:
        state.meet(node, want, found.owner)
        if found.content is not None:
            state.report(node, ARGUMENT, f"the constructor `{state.text(node)}` needs an argument")


def _exception(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    for inner in node.named_children[:1]:
        pattern(state, match, inner, frame, EXN)


def _lazy(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    inner = node.get("pattern")
    content = state.unifier.var()
    state.meet(node, want, Con("lazy_t", (content,)))
    if inner is not None:
        pattern(state, match, inner, frame, content)


def _inherited(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    """`#t`: all tags of a type."""
    path = node.first("type_constructor_path")
    type_ = prune(annotation(state, path, frame)) if path is not None else state.unifier.var()
    if not isinstance(type_, Row):
        match.open = True  # any tag may be one of its own
        return
    row = state.unifier.row()
    row.tags.update(type_.tags)
    row.asked = frozenset(type_.tags)
    match.rows.append(row)
    state.meet(node, want, row)


def _range(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    state.meet(node, want, CHAR)


def _number(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    state.meet(node, want, number_type(state.text(node)))


def _package(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    name, type_node = node.first("module_name"), node.get("module_type")
    if name is not None:
        frame.define().modules[state.text(name)] = modules.unpacked(
            state, state.text(name), type_node, frame
        )


_PATTERNS: dict[str, Callable[[State, Match, Node, Env, Type], None]] = {
    "any_pattern": _anything,
    "value_pattern": _name,
    "value_name": _name,
    "parenthesized_operator": _name,
    "alias_pattern": _alias,
    "tag": _tag,
    "tag_pattern": _tag_pattern,
    "or_pattern": _or,
    "parenthesized_pattern": _parenthesized,
    "tuple_pattern": _tuple,
    "typed_pattern": _typed,
    "list_pattern": _list,
    "array_pattern": _list,
    "empty_list": _list,
    "cons_pattern": _cons,
    "record_pattern": _record,
    "local_open_pattern": _local_open,
    "constructor_pattern": _constructor,
    "constructor_path": _constructor_path,
    "exception_pattern": _exception,
    "lazy_pattern": _lazy,
    "package_pattern": _package,
    "polymorphic_variant_pattern": _inherited,
    "range_pattern": _range,
    "number": _number,
    "signed_number": _number,
}


def parameter(state: State, match: Match, node: Node, frame: Env, want: Type) -> None:
    """What a function's parameter binds, where its callers pass a type (for an optional one
    without the `option`)."""
    inner, type_node = node.get("pattern"), node.get("type")
    label, default = label_of(state, node), node.get("default")
    bound = want
    if label.startswith("?") and default is None:
        bound = Con("option", (want,))
    if type_node is not None:
        written = annotation(state, type_node, frame)
        state.meet(node, bound, written)
    if default is not None:
        expressions.expression(state, default, frame, bound)
    if inner is not None:
        match.columns.append([inner])
        pattern(state, match, inner, frame, bound)
    elif label:
        name = node.first("label_name")
        if name is not None:
            state.bind(name, label.lstrip("?"), bound, frame)


def label_of(state: State, node: Node) -> str:
    """The label of a parameter, as `types.Arrow` has it."""
    first = node.children[0].kind if node.children else ""
    if first not in ("~", "?"):
        return ""
    named = node.first("label_name") or node.get("pattern")
    while named is not None and named.kind in ("typed_pattern", "parenthesized_pattern"):
        named = named.get("pattern") or next(iter(named.named_children), None)
    label = state.text(named) if named is not None else ""
    return label if first == "~" else "?" + label
