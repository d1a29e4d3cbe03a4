"""Expressions: each is checked against the type that is expected where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env
from mirageport.ocaml.modules import Binding, TypeDef
from mirageport.ocaml.strict import (
    applications,
    modules,
    objects,
    parts,
    patterns,
    structures,
)
from mirageport.ocaml.strict.convert import annotation, api_type
from mirageport.ocaml.strict.matches import Match
from mirageport.ocaml.strict.state import ANY_TYPE, ARGUMENT, LACKS, MAX_DEPTH, UNBOUND, lacks
from mirageport.ocaml.strict.types import Literal, Packed
from mirageport.ocaml.tree import READER, bare
from mirageport.ocaml.types import (
    BOOL,
    BYTES,
    CHAR,
    EXN,
    INT,
    STRING,
    UNIT,
    Arrow,
    Con,
    Tup,
    number_type,
    prune,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.modules import ApiValue
    from mirageport.ocaml.strict.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


def expression(state: State, node: Node, env: Env, want: Type) -> None:
    """An expression where a type is expected; what does not fit is reported."""
    if state.depth >= MAX_DEPTH:
        return
    state.depth += 1
    rule = _EXPRESSIONS.get(node.kind)
    if rule is not None:
        rule(state, node, env, want)
    else:
        members(state, node, env)
    state.depth -= 1


def members(state: State, node: Node, env: Env, want: Type | None = None) -> None:
    """A construct without a rule of its own: its expressions are looked at, its type is unknown."""
    for child in node.named_children:
        if child.kind in _EXPRESSIONS:
            expression(state, child, env, state.unifier.var())


def _extension(state: State, node: Node, env: Env, want: Type) -> None:
    """`[%lwt e]` and `[%finally e]`: of e only the names are looked at, as what it may be depends
    on the extension."""
    name, payload = node.first("attribute_id"), node.first("attribute_payload")
    if name is None or payload is None or state.text(name) not in state.promise.payloads:
        return
    state.muted += 1
    for item in payload.of("expression_item"):
        members(state, item, env)
    state.muted -= 1


def _quiet(state: State, node: Node, env: Env, want: Type) -> None:
    """New objects: nothing is said of what is not followed."""


# -- names -----------------------------------------------------------------------------------


def value_type(state: State, found: ApiValue | Binding | None) -> Type:
    """The type of a value at one use; unknown when it is None."""
    if found is None:
        return state.unifier.var()
    if isinstance(found, Binding):
        return state.unifier.instantiate(found.type)
    return api_type(state, found)


def named(state: State, place: Node, name: str, env: Env) -> Type:
    """The type of a name without a path."""
    found = state.value(name, env)
    if found is None and state.sealed(env):
        state.report(place, UNBOUND, f"unbound value `{name}`")
    return value_type(state, found)


def path_type(state: State, node: Node, env: Env) -> Type:
    """The type of a value's name, qualified or not."""
    if not node.children:
        return state.unifier.var()
    name = state.name_of(node.children[-1])
    prefix_node = node.first("module_path")
    if prefix_node is None:
        return named(state, node, name, env)
    module = state.module(prefix_node, env)
    found = module.value(name)
    if found is None and lacks(module, "values", name):
        state.lacks(node, state.text(prefix_node), "value", name)
    return value_type(state, found)


def _value_path(state: State, node: Node, env: Env, want: Type) -> None:
    state.meet(node, want, path_type(state, node, env))


# -- literals and data -----------------------------------------------------------------------


def _number(state: State, node: Node, env: Env, want: Type) -> None:
    state.meet(node, want, number_type(state.text(node)))


def _string(state: State, node: Node, env: Env, want: Type) -> None:
    text = state.text(node)
    text = text[text.index("|") + 1 : text.rindex("|")] if text.startswith("{") else text[1:-1]
    state.meet(node, want, Literal(text))


def _parenthesized(state: State, node: Node, env: Env, want: Type) -> None:
    inner = node.get("expression")
    if inner is None:
        members(state, node, env)
    else:
        expression(state, inner, env, want)


def _typed(state: State, node: Node, env: Env, want: Type) -> None:
    inner, type_node, coercion = node.get("expression"), node.get("type"), node.get("coercion")
    written = annotation(state, type_node, env) if type_node is not None else None
    given = annotation(state, coercion, env) if coercion is not None else written
    if inner is not None:
        expression(state, inner, env, written if written is not None else state.unifier.var())
    if given is not None:
        state.meet(node, want, given)


def _tag(state: State, node: Node, env: Env, want: Type) -> None:
    tag_value(state, node, node, None, want)


def tag_value(state: State, node: Node, tag: Node, payload: Type | None, want: Type) -> None:
    """A tag as an expression."""
    row = state.unifier.row()
    name = state.text(tag)
    row.tags[name] = payload
    row.low = frozenset([name])
    state.meet(node, want, row)


def _constructor(state: State, node: Node, env: Env, want: Type) -> None:
    found = parts.find(state, parts.CONSTRUCTOR, node, env, want)
    if found is None:
        return
    state.common.refines |= found.gadt
    if state.meet(node, want, found.owner) and found.content is not None:
        state.report(node, ARGUMENT, f"the constructor `{state.text(node)}` needs an argument")


def _tuple(state: State, node: Node, env: Env, want: Type) -> None:
    children = node.named_children
    items: list[Type] = [state.unifier.var() for _ in children]
    fits = state.meet(node, want, Tup(tuple(items)))
    for child, item in zip(children, items, strict=True):
        expression(state, child, env, item if fits else state.unifier.var())


def _list(state: State, node: Node, env: Env, want: Type) -> None:
    if parts.has_lists(env):
        return
    element = state.unifier.var()
    name = "array" if node.kind == "array_expression" else "list"
    fits = state.meet(node, want, Con(name, (element,)))
    for child in node.named_children:
        expression(state, child, env, element if fits else state.unifier.var())


def _cons(state: State, node: Node, env: Env, want: Type) -> None:
    left, right = node.get("left"), node.get("right")
    element = state.unifier.var()
    list_type: Type = Con("list", (element,))
    state.meet(node, want, list_type)
    if left is not None:
        expression(state, left, env, element)
    if right is not None:
        expression(state, right, env, list_type)


def _lazy(state: State, node: Node, env: Env, want: Type) -> None:
    content = state.unifier.var()
    state.meet(node, want, Con("lazy_t", (content,)))
    for child in node.named_children[:1]:
        expression(state, child, env, content)


def _record(state: State, node: Node, env: Env, want: Type) -> None:
    base, fields = node.get("record"), node.of("field_expression")
    owner = state.unifier.var()
    if isinstance(prune(want), Con):
        owner.link = prune(want)
    if base is not None:
        given = state.unifier.var()
        expression(state, base, env, given)
        if isinstance(prune(given), Con) and owner.link is None:
            owner.link = prune(given)
    paths = [field.first("field_path") for field in fields]
    scope = patterns.qualified(state, paths, env)
    names = [state.text(path.children[-1]) for path in paths if path is not None]
    whole = base is None
    for field in fields:
        path, body = field.first("field_path"), field.get("body")
        type_: Type = state.unifier.var()
        found = parts.find(state, parts.FIELD, path, scope, owner) if path is not None else None
        if found is not None and not parts.fits_all(state, found.owner, names):
            found = None
        if found is not None and path is not None:
            state.meet(path, owner, found.owner)
            type_ = found.content or type_
        whole = whole and found is not None
        if body is not None:
            expression(state, body, env, type_)
        elif path is not None:
            name = path.children[-1]
            state.meet(name, type_, named(state, name, state.text(name), env))
    declared = parts.fields_of(state, owner) if whole else {}
    missing = next((name for name in declared if name not in names), "")
    if missing and all(name in declared for name in names):
        state.report(node, LACKS, f"this record lacks the field `{missing}` of its type")
    state.meet(node, want, owner)


def _field_get(state: State, node: Node, env: Env, want: Type) -> None:
    _field_of(state, node, env, want)


def _field_of(state: State, node: Node, env: Env, want: Type) -> parts.Part | None:
    """The field that is read, where it is known."""
    record, path = node.get("record"), node.get("field")
    owner = state.unifier.var()
    if record is not None:
        expression(state, record, env, owner)
    found = parts.find(state, parts.FIELD, path, env, owner) if path is not None else None
    if found is not None and record is not None:
        if state.meet(record, found.owner, owner):
            state.meet(node, want, found.content or state.unifier.var())
    return found


def _set(state: State, node: Node, env: Env, want: Type) -> None:
    target, body = node.named_children[0], node.get("body")
    type_ = state.unifier.var()
    if target.kind == "string_get_expression":  # `s.[i] <- c` is `Bytes.set s i c`
        _character(state, target, env, type_, BYTES)
    elif target.kind == "field_get_expression":
        found, path = _field_of(state, target, env, type_), target.child("field")
        name = state.text(path.children[-1]) if path.children else ""
        field = parts.fields_of(state, found.owner).get(name) if found is not None else None
        if field is not None and not field.is_mutable:
            state.report(path, LACKS, f"the field `{name}` cannot be set: it is not mutable")
    else:
        expression(state, target, env, type_)
    if body is not None:
        expression(state, body, env, type_)
    state.meet(node, want, UNIT)


def _element(state: State, node: Node, env: Env, want: Type) -> None:
    sequence, index = node.get("sequence"), node.get("index")
    if sequence is not None:
        expression(state, sequence, env, Con("array", (want,)))
    if index is not None:
        expression(state, index, env, INT)


def _character(state: State, node: Node, env: Env, want: Type, of: Type = STRING) -> None:
    sequence, index = node.get("sequence"), node.get("index")
    if sequence is not None:
        expression(state, sequence, env, of)
    if index is not None:
        expression(state, index, env, INT)
    state.meet(node, want, CHAR)


def _constant(state: State, node: Node, env: Env, want: Type) -> None:
    state.meet(node, want, patterns.CONSTANTS[node.kind])


def _sign(state: State, node: Node, env: Env, want: Type) -> None:
    operator, inner = node.get("operator"), node.get("expression")
    if inner is None:
        return
    given = state.unifier.var()
    expression(state, inner, env, given)
    type_ = prune(given)
    if isinstance(type_, Con) and inner.kind != "number":
        wanted: Type = INT
        if operator is not None and "." in state.text(operator):
            wanted = Con("float")
        state.meet(inner, wanted, given)
    state.meet(node, want, given)


# -- functions -------------------------------------------------------------------------------


def function(
    state: State, node: Node, parameters: list[Node], frame: Env, want: Type
) -> tuple[Type, Match]:
    """Bind the parameters of a function where a type is expected: gives the type that its body
    must have, and their match."""
    match, fits = Match(), True
    for each in parameters:
        label = patterns.label_of(state, each)
        argument, result = state.unifier.var(), state.unifier.var()
        if fits:
            fits = _labelled_as(state, node, label, want)
            fits = fits and state.meet(node, want, Arrow(label, argument, result))
            if not fits:
                argument, result = state.unifier.var(), state.unifier.var()
        patterns.parameter(state, match, each, frame, argument)
        want = result
    return want, match


def _labelled_as(state: State, node: Node, label: str, want: Type) -> bool:
    """Whether the next parameter of a function that is written down has the label that is expected:
    it leaves no optional parameter out, and has none that nobody gives."""
    wanted = prune(want)
    if not isinstance(wanted, Arrow) or label == wanted.label or "?" not in label + wanted.label:
        return True
    what = f"`{wanted.label}`" if wanted.label else "no label"
    state.report(node, ARGUMENT, f"a parameter with {what} is expected here")
    return False


def _fun(state: State, node: Node, env: Env, want: Type) -> None:
    body = node.get("body")
    frame = Env(env)
    types = node.of("abstract_type")
    if types:
        want = state.unifier.var()
        abstract(state, types, frame)
    result, match = function(state, node, node.of("parameter"), frame, want)
    written = node.get("type")
    if written is not None:
        state.meet(node, result, annotation(state, written, frame))
    state.muted += match.gadt  # it may say what types are
    if body is not None:
        expression(state, body, frame, result)
    state.muted -= match.gadt
    match.close()


def abstract(state: State, types: list[Node], frame: Env) -> None:
    """Bind locally abstract types, which may turn out to be any type."""
    for each in types:
        for name in each.of("type_constructor"):
            text = state.text(name)
            definition = TypeDef([], None, ANY_TYPE + text, READER, frame)
            frame.define().types[text] = definition


def _function(state: State, node: Node, env: Env, want: Type) -> None:
    argument, result = state.unifier.var(), state.unifier.var()
    fits = _labelled_as(state, node, "", want)
    if not fits or not state.meet(node, want, Arrow("", argument, result)):
        argument, result = state.unifier.var(), state.unifier.var()
    cases(state, node, env, argument, result)


# -- branches --------------------------------------------------------------------------------


def _maybe_promised(state: State, type_: Type, waits: bool) -> Type:
    """What a part of a construct gives: a promise where the construct is written with `%lwt`."""
    return state.promise.of(type_) if waits else type_


def _as_promise(state: State, node: Node, want: Type) -> Type:
    """A promise of anything, where a construct that is written with `%lwt` stands."""
    made = state.promise.of(state.unifier.var())
    state.meet(node, want, made)
    return made


def _match(state: State, node: Node, env: Env, want: Type) -> None:
    scrutinee = node.get("expression")
    given = state.unifier.var()
    waits = state.promise.extends(node)
    if scrutinee is not None:
        expression(state, scrutinee, env, _maybe_promised(state, given, waits))
    if waits:
        want = _as_promise(state, node, want)
    cases(state, node, env, given, want)


def _try(state: State, node: Node, env: Env, want: Type) -> None:
    body = node.get("expression")
    if state.promise.extends(node):
        want = _as_promise(state, node, want)
    if body is not None:
        expression(state, body, env, want)
    cases(state, node, env, EXN, want)


def cases(state: State, node: Node, env: Env, argument: Type, want: Type) -> None:
    """The cases of a match: all patterns, then all bodies, as OCaml types them."""
    match = Match()
    match.columns.append([])
    bodies: list[tuple[Node, Node, Env, bool]] = []
    for case in node.of("match_case"):
        pattern, body = case.get("pattern"), case.get("body")
        frame = Env(env)
        match.gadt = False
        if pattern is not None:
            raised = pattern.kind == "exception_pattern"
            if not raised:
                match.columns[0].append(pattern)
            patterns.pattern(state, match, pattern, frame, EXN if raised else argument)
        if body is not None:
            bodies.append((case, body, frame, match.gadt))
    match.close()
    for case, body, frame, gadt in bodies:
        state.muted += gadt
        guard = case.first("guard")
        if guard is not None:
            for inner in guard.named_children:
                expression(state, inner, frame, BOOL)
        if body.kind != "refutation_case":
            expression(state, body, frame, state.unifier.var() if gadt else want)
        state.muted -= gadt


def _if(state: State, node: Node, env: Env, want: Type) -> None:
    condition = node.get("condition")
    waits = state.promise.extends(node)
    if condition is not None:
        expression(state, condition, env, _maybe_promised(state, BOOL, waits))
    if node.first("else_clause") is None:
        unit = _maybe_promised(state, UNIT, waits)
        state.meet(node, want, unit)
        want = unit
    for clause in node.of("then_clause", "else_clause"):
        for branch in clause.named_children:
            expression(state, branch, env, want)


def _dropped(state: State, node: Node, env: Env, waits: bool) -> None:
    """An expression whose value is not used: unit, where `strict_sequence` asks for it."""
    asked = state.strict_sequence or waits
    expression(
        state, node, env, _maybe_promised(state, UNIT, waits) if asked else state.unifier.var()
    )


def _sequence(state: State, node: Node, env: Env, want: Type) -> None:
    members = [child for child in node.named_children if child.kind != "attribute_id"]
    waits = state.promise.extends(node)
    for member in members[:-1]:
        _dropped(state, member, env, waits)
    for member in members[-1:]:
        expression(state, member, env, want)


def _let(state: State, node: Node, env: Env, want: Type) -> None:
    """`let .. in let .. in e`: a loop, as such chains grow long."""
    body: Node | None = node
    while body is not None and body.kind == "let_expression":
        last, body = body, body.get("body")
        for child in last.children:
            if child.named and child is not body:
                if child.first("let_operator") is not None:
                    env, want = structures.operated(state, child, env, want)
                    continue
                if child.kind == "value_definition" and state.promise.extends(child):
                    _as_promise(state, node, want)
                env = structures.definition(state, child, env)
    if body is not None:
        expression(state, body, env, want)


def _local_open(state: State, node: Node, env: Env, want: Type) -> None:
    path, inner = node.first("module_path"), node.get("expression")
    if path is not None:
        env = state.opened(state.module(path, env), env)
    if inner is not None:
        expression(state, inner, env, want)


def _loop(state: State, node: Node, env: Env, want: Type) -> None:
    waits = state.promise.extends(node)
    condition, name = node.get("condition"), node.get("name")
    if condition is not None:
        expression(state, condition, env, BOOL)
    for bound in (node.get("from"), node.get("to")):
        if bound is not None:
            expression(state, bound, env, INT)
    frame = Env(env)
    if name is not None:
        patterns.pattern(state, Match(), name, frame, INT)
    for clause in node.of("do_clause"):
        for child in clause.named_children:
            _dropped(state, child, frame, waits)
    state.meet(node, want, _maybe_promised(state, UNIT, waits))


def _assert(state: State, node: Node, env: Env, want: Type) -> None:
    inner = node.get("expression")
    waits = state.promise.extends(node)
    if inner is None or state.text(bare(inner)) == "false":
        return
    expression(state, inner, env, BOOL)
    state.meet(node, want, _maybe_promised(state, UNIT, waits))


# -- applications and modules ----------------------------------------------------------------


def _application(state: State, node: Node, env: Env, want: Type) -> None:
    head, arguments = node.get("function"), node.all("argument")
    if head is None:
        members(state, node, env)
        return
    if head.kind in ("tag", "constructor_path"):
        for extra in arguments[1:]:
            state.report(extra, ARGUMENT, f"`{state.text(head)}` takes one argument")
    if head.kind == "tag":
        payload = state.unifier.var()
        tag_value(state, node, head, payload, want)
        for argument in arguments:
            expression(state, argument, env, payload)
        return
    if head.kind == "constructor_path":
        _constructed(state, node, head, arguments, env, want)
        return
    given = state.unifier.var()
    expression(state, head, env, given)
    applications.apply(state, node, head, given, arguments, env, want)


def _operation(state: State, node: Node, env: Env, want: Type) -> None:
    applications.operation(state, node, env, want)


def _constructed(
    state: State, node: Node, head: Node, arguments: list[Node], env: Env, want: Type
) -> None:
    found = parts.find(state, parts.CONSTRUCTOR, head, env, want)
    payload: Type = state.unifier.var()
    if found is not None:
        if not state.meet(node, want, found.owner):
            found = None
        elif found.vague:
            pass
        elif found.content is None:
            state.report(node, ARGUMENT, f"the constructor `{state.text(head)}` takes no argument")
        else:
            payload = found.content
    for argument in arguments[:1]:
        expression(state, argument, env, payload)


def _package(state: State, node: Node, env: Env, want: Type) -> None:
    module_node, type_node = node.get("module"), node.get("module_type")
    if module_node is None:
        return
    module = modules.module_expression(state, module_node, env, "")
    if type_node is not None:
        wanted = modules.module_type(state, type_node, env)
        if wanted is not None:
            modules.fits(state, module_node, module, wanted, env)
    elif isinstance(type_ := prune(want), Packed):
        modules.fits(state, module_node, module, type_.wanted, env)


_EXPRESSIONS: dict[str, Callable[[State, Node, Env, Type], None]] = {
    "value_path": _value_path,
    "number": _number,
    "signed_number": _number,
    "string": _string,
    "quoted_string": _string,
    "character": _constant,
    "boolean": _constant,
    "unit": _constant,
    "empty_list": _list,
    "parenthesized_expression": _parenthesized,
    "typed_expression": _typed,
    "tag": _tag,
    "constructor_path": _constructor,
    "application_expression": _application,
    "infix_expression": _operation,
    "prefix_expression": _operation,
    "sign_expression": _sign,
    "fun_expression": _fun,
    "function_expression": _function,
    "match_expression": _match,
    "try_expression": _try,
    "if_expression": _if,
    "sequence_expression": _sequence,
    "tuple_expression": _tuple,
    "list_expression": _list,
    "array_expression": _list,
    "cons_expression": _cons,
    "let_expression": _let,
    "local_open_expression": _local_open,
    "record_expression": _record,
    "field_get_expression": _field_get,
    "set_expression": _set,
    "while_expression": _loop,
    "for_expression": _loop,
    "assert_expression": _assert,
    "lazy_expression": _lazy,
    "package_expression": _package,
    "object_expression": objects.instance,
    "new_expression": _quiet,
    "array_get_expression": _element,
    "string_get_expression": _character,
    "bigarray_get_expression": members,
    "method_invocation": members,
    "object_copy_expression": objects.copied,
    "extension": _extension,
}
