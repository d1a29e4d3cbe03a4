"""Inference of expressions, a function for each construct, found by the node's kind. Whatever is
unknown is a fresh variable; whatever does not fit is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import UnknownUse, Use
from mirageport.ocaml.beside import passed_on
from mirageport.ocaml.convert import api_type
from mirageport.ocaml.environment import Env, resolve_path
from mirageport.ocaml.infer import (
    applications,
    modules,
    objects,
    patterns,
    structures,
    written_types,
)
from mirageport.ocaml.infer.state import MAX_DEPTH
from mirageport.ocaml.modules import ApiValue, Binding, Forms, SigModule
from mirageport.ocaml.types import (
    BOOL,
    BYTES,
    CHAR,
    EXN,
    STRING,
    UNIT,
    Arrow,
    Con,
    Tup,
    Var,
    number_type,
    prune,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

# Parts of constructs that bind names for the parts after them.
_BINDING_PARTS = frozenset(["value_definition", "let_binding", "open_module", "parameter"])


# -- names -----------------------------------------------------------------------------


def value_type(state: State, node: Node, found: ApiValue | Binding | None, qualifier: str) -> Type:
    """The type of a resolved name at this use, and a record of the use."""
    if found is None:
        return state.unknown(node)
    if isinstance(found, Binding):
        state.result.refs[node] = found
        return state.unifier.instantiate(found.type)
    use = Use(node, found.item, found.module, qualifier)
    type_ = api_type(found, use, state.unifier)
    use.type = type_
    if not found.module.standard or found.item.matters:
        state.result.uses.append(use)
    if not found.item.changes and isinstance(type_, Var):
        known = _passed_on(state, node, found)
        if known is not None:
            return known
        state.result.unknown.append(UnknownUse(node, type_, found.type_node.parent))
    return type_


def _passed_on(state: State, node: Node, found: ApiValue) -> Type | None:
    """The type of a function of another file whose result is that of an interface's value: this use
    is one of that value, as far as the result is concerned."""
    passed = passed_on(found.type_node.parent) if found.type_node.parent else None
    if passed is None:
        return None
    path, count, labels = passed
    *prefix, name = path.split(".")
    module = resolve_path(prefix, found.module.env)
    value = module.value(name) if module is not None else None
    if not isinstance(value, ApiValue) or not value.item.changes:
        return None
    use = Use(node, value.item, value.module, value.module.path)
    type_ = prune(api_type(value, use, state.unifier))
    for _ in range(count):
        if not isinstance(type_, Arrow):
            return None
        type_ = prune(type_.result)
    for label in reversed(labels):
        type_ = Arrow(label, state.unifier.var(), type_)
    return type_


def value_path(state: State, node: Node, env: Env) -> Type:
    """A value's name, qualified or not."""
    if not node.children:
        return state.unifier.var()
    name = state.name_of(node.children[-1])
    prefix = node.first("module_path")
    if prefix is None:
        return value_type(state, node, env.value(name), "")
    module = state.module_path(prefix, env)
    found = module.value(name) if module is not None else None
    if found is None and isinstance(module, (SigModule, Forms)):
        state.result.missing.append(node)
    return value_type(state, node, found, state.tree.text(prefix))


def _instance_variable(state: State, node: Node, env: Env) -> Type:
    return value_type(state, node, env.value(state.tree.text(node)), "")


# -- expressions -----------------------------------------------------------------------


def expression(state: State, node: Node, env: Env) -> Type:
    """The type of an expression; a fresh variable where nothing can be said."""
    if state.depth >= MAX_DEPTH and state.too_deep():
        return state.unifier.var()
    state.depth += 1
    method = _EXPRESSIONS.get(node.kind)
    type_ = method(state, node, env) if method else parts(state, node, env)
    state.result.types[node] = type_
    state.depth -= 1
    return type_


def parts(state: State, node: Node, env: Env) -> Type:
    """A construct without a rule of its own: its parts count, what it gives is unknown."""
    if state.too_deep():
        return state.unifier.var()
    state.depth += 1
    state.local += 1
    for child in node.children:
        kind = child.kind
        if kind in _EXPRESSIONS:
            expression(state, child, env)
        elif kind == "value_pattern":
            env = Env(env)
            patterns.pattern(state, child, env)
        elif kind in _BINDING_PARTS:
            env = structures.broken_piece(state, child, env)
        elif child.named and child.children:
            parts(state, child, env)
    state.local -= 1
    state.depth -= 1
    return state.unifier.var(taint=_label(state, node))


def _label(state: State, node: Node) -> str:
    """The beginning of an expression, as the name of what is unknown."""
    return state.tree.source.text(node.start, min(node.end, node.start + 30)).split("\n")[0]


def _broken(state: State, node: Node, env: Env) -> Type:
    """An ERROR: walk its pieces in order, so that what they bind still binds."""
    state.local += 1
    for child in node.children:
        if child.kind in _EXPRESSIONS:
            expression(state, child, env)
        elif child.named:
            env = structures.broken_piece(state, child, env)
    state.local -= 1
    return state.unifier.var()


def _number(state: State, node: Node, env: Env) -> Type:
    return number_type(state.tree.text(node))


def _parenthesized(state: State, node: Node, env: Env) -> Type:
    inner = node.get("expression")
    return expression(state, inner, env) if inner else parts(state, node, env)


def _typed(state: State, node: Node, env: Env) -> Type:
    inner, type_node, coercion = node.get("expression"), node.get("type"), node.get("coercion")
    type_ = expression(state, inner, env) if inner else state.unifier.var()
    if type_node is not None:
        state.unifier.unify(type_, written_types.annotation(state, type_node, env))
    if coercion is not None:
        target = written_types.annotation(state, coercion, env)
        state.unifier.coerce(type_, target)
        return target
    return type_


def _tag(state: State, node: Node, env: Env) -> Type:
    return applications.tag_value(state, node, None)


def _constructor(state: State, node: Node, env: Env) -> Type:
    return patterns.constructor_result(state, node, None, env) or state.unifier.var()


def _sign(state: State, node: Node, env: Env) -> Type:
    inner = node.named_children
    return expression(state, inner[-1], env) if inner else state.unifier.var()


def _fun(state: State, node: Node, env: Env) -> Type:
    body = node.get("body")
    frame = Env(env)
    parameters = [patterns.parameter(state, child, frame) for child in node.of("parameter")]
    result = expression(state, body, frame) if body else state.unifier.var()
    for label, type_ in reversed(parameters):
        result = Arrow(label, type_, result)
    return result


def _function(state: State, node: Node, env: Env) -> Type:
    argument, result = state.unifier.var(), state.unifier.var()
    _cases(state, node, argument, result, env)
    return Arrow("", argument, result)


def _match(state: State, node: Node, env: Env) -> Type:
    scrutinee = node.get("expression")
    type_ = expression(state, scrutinee, env) if scrutinee else state.unifier.var()
    result = state.unifier.var()
    if state.promise.extends(node):
        value = state.unifier.var()
        state.unifier.unify(type_, state.promise.of(value))
        type_ = value
    _cases(state, node, type_, result, env)
    return result


def _try(state: State, node: Node, env: Env) -> Type:
    body = node.get("expression")
    result = expression(state, body, env) if body else state.unifier.var()
    _cases(state, node, EXN, result, env)
    return result


def _cases(state: State, node: Node, argument: Type, result: Type, env: Env) -> None:
    for case in node.children:
        if case.kind == "match_case":
            _case(state, case, argument, result, env)
        elif case.kind == "ERROR":
            _broken(state, case, env)


def _case(state: State, case: Node, argument: Type, result: Type, env: Env) -> None:
    pattern, body = case.get("pattern"), case.get("body")
    frame = Env(env)
    if pattern is not None:
        if pattern.kind == "exception_pattern":
            patterns.pattern(state, pattern, frame)
        else:
            state.unifier.unify(argument, patterns.pattern(state, pattern, frame))
    guard = case.first("guard")
    if guard is not None:
        parts(state, guard, frame)
    if body is not None:
        state.unifier.unify(result, expression(state, body, frame))


def _if(state: State, node: Node, env: Env) -> Type:
    condition = node.get("condition")
    if condition is not None:
        state.unifier.unify(expression(state, condition, env), BOOL)
    result: Type | None = None
    for clause in node.of("then_clause", "else_clause"):
        for branch in clause.named_children:
            type_ = expression(state, branch, env)
            if result is None:
                result = type_
            else:
                state.unifier.unify(result, type_)
    if node.first("else_clause") is None:
        if result is not None:
            state.unifier.unify(result, UNIT)
        return UNIT
    return result or state.unifier.var()


def _sequence(state: State, node: Node, env: Env) -> Type:
    members = [child for child in node.named_children if child.kind != "attribute_id"]
    waits = state.promise.extends(node)
    result: Type = UNIT
    for position, member in enumerate(members):
        result = expression(state, member, env)
        if position < len(members) - 1:
            state.unifier.unify(result, state.promise.of(UNIT) if waits else UNIT)
    return result


def _tuple(state: State, node: Node, env: Env) -> Type:
    return Tup(tuple([expression(state, child, env) for child in node.named_children]))


def _list(state: State, node: Node, env: Env) -> Type:
    element = state.unifier.var()
    for child in node.named_children:
        state.unifier.unify(element, expression(state, child, env))
    return Con("array" if node.kind == "array_expression" else "list", (element,))


def _cons(state: State, node: Node, env: Env) -> Type:
    left, right = node.get("left"), node.get("right")
    element = expression(state, left, env) if left else state.unifier.var()
    type_ = Con("list", (element,))
    if right is not None:
        state.unifier.unify(type_, expression(state, right, env))
    return type_


def _let(state: State, node: Node, env: Env) -> Type:
    """`let .. in let .. in e`: a loop, as such chains grow long."""
    chain = []
    body: Node | None = node
    while body is not None and body.kind == "let_expression":
        chain.append(body)
        last, body = body, body.get("body")
        state.local += 1
        for child in last.children:
            if child.named and child is not body:
                env = structures.definition(state, child, env)
        state.local -= 1
    type_ = expression(state, body, env) if body is not None else state.unifier.var()
    for inner in chain:
        state.result.types[inner] = type_
    return type_


def _local_open(state: State, node: Node, env: Env) -> Type:
    path, inner = node.first("module_path"), node.get("expression")
    if path is not None:
        module = state.module_path(path, env)
        if module is not None:
            env = Env(env, opened=module)
    return expression(state, inner, env) if inner else state.unifier.var()


def _indexing(state: State, node: Node, env: Env) -> Type:
    """The operator of `a.M.%(i)`, of which only the module is looked up."""
    path = node.first("module_path")
    if path is not None:
        state.module_path(path, env)
    return state.unifier.var()


def _record(state: State, node: Node, env: Env) -> Type:
    base = node.get("record")
    result: Type = expression(state, base, env) if base else state.unifier.var()
    for field in node.of("field_expression"):
        body = field.get("body")
        path = field.first("field_path")
        owner, type_ = patterns.field(state, path, env)
        if owner is not None:
            state.unifier.unify(result, owner)
        if path is not None:
            state.result.types[path] = type_
        if body is not None:
            state.unifier.unify(type_, expression(state, body, env))
        elif path is not None:
            name = path.children[-1]
            state.unifier.unify(
                type_, value_type(state, name, env.value(state.tree.text(name)), "")
            )
    return result


def _field_get(state: State, node: Node, env: Env) -> Type:
    record, path = node.get("record"), node.get("field")
    found = expression(state, record, env) if record is not None else state.unifier.var()
    owner, type_ = patterns.field(state, path, env)
    if owner is None:
        return type_
    bare = path is not None and path.first("module_path") is None
    if bare and path in state.result.field_uses and _differ(found, owner):
        # The record's own type decides, not what was opened last.
        del state.result.field_uses[path]
        return state.unifier.var(taint=state.tree.text(node))
    state.unifier.unify(found, owner)
    return type_


def _set(state: State, node: Node, env: Env) -> Type:
    types = [expression(state, child, env) for child in node.named_children]
    if len(types) == 2:
        state.unifier.unify(types[0], types[1])
    target = node.named_children[0]
    if target.kind == "string_get_expression":  # `s.[i] <- c` is `Bytes.set s i c`
        changed = state.result.types.get(target.child("sequence"))
        if changed is not None:
            state.unifier.unify(changed, BYTES)
    return UNIT


def _loop(state: State, node: Node, env: Env) -> Type:
    waits = state.promise.extends(node)
    parts(state, node, env)
    body = node.first("do_clause")
    given = state.result.types.get(body) if body is not None else None
    if given is not None and not waits:
        state.unifier.unify(given, UNIT)
    return state.promise.of(UNIT) if waits else UNIT


def _element(state: State, node: Node, env: Env) -> Type:
    """`a.(i)`."""
    sequence, element = node.get("sequence"), state.unifier.var()
    if sequence is not None:
        state.unifier.unify(expression(state, sequence, env), Con("array", (element,)))
    for child in node.named_children:
        if child is not sequence:
            expression(state, child, env)
    return element


def _character(state: State, node: Node, env: Env) -> Type:
    parts(state, node, env)
    return CHAR


def _block(state: State, node: Node, env: Env) -> Type:
    result: Type = UNIT
    for child in node.named_children:
        result = expression(state, child, env)
    return result


def _assert(state: State, node: Node, env: Env) -> Type:
    inner = node.named_children
    if inner and state.tree.text(inner[0]) == "false":
        return state.unifier.var()
    for child in inner:
        expression(state, child, env)
    return state.promise.of(UNIT) if state.promise.extends(node) else UNIT


def _lazy(state: State, node: Node, env: Env) -> Type:
    inner = node.named_children
    return Con("lazy_t", tuple([expression(state, child, env) for child in inner[:1]]))


def _package(state: State, node: Node, env: Env) -> Type:
    module = node.get("module")
    if module is not None:
        modules.module_expression(state, module, env, "")
    modules.package(state, node, env)
    return state.unifier.var()


def _differ(one: Type, other: Type) -> bool:
    """Whether two types are constructors of different names."""
    one, other = prune(one), prune(other)
    return isinstance(one, Con) and isinstance(other, Con) and one.name != other.name


def _constant(type_: Type) -> Callable[[State, Node, Env], Type]:
    return lambda inference, node, env: type_


_EXPRESSIONS: dict[str, Callable[[State, Node, Env], Type]] = {
    "value_path": value_path,
    "number": _number,
    "signed_number": _number,
    "string": _constant(STRING),
    "quoted_string": _constant(STRING),
    "character": _constant(CHAR),
    "boolean": _constant(BOOL),
    "unit": _constant(UNIT),
    "empty_list": _list,
    "parenthesized_expression": _parenthesized,
    "typed_expression": _typed,
    "tag": _tag,
    "constructor_path": _constructor,
    "application_expression": applications.application,
    "infix_expression": applications.infix,
    "prefix_expression": applications.prefix_operator,
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
    "indexing_operator_path": _indexing,
    "record_expression": _record,
    "field_get_expression": _field_get,
    "set_expression": _set,
    "while_expression": _loop,
    "for_expression": _loop,
    "do_clause": _block,
    "assert_expression": _assert,
    "lazy_expression": _lazy,
    "package_expression": _package,
    "instance_variable_name": _instance_variable,
    "object_expression": objects.instance,
    "new_expression": objects.constructor,
    "array_get_expression": _element,
    "string_get_expression": _character,
    "bigarray_get_expression": parts,
    "method_invocation": objects.invocation,
    "object_copy_expression": parts,
    "extension": parts,
    "ERROR": _broken,
}
