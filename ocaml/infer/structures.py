"""Inference of structures: files, their items, the values and types they define."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.convert import Declared
from mirageport.ocaml.environment import Env
from mirageport.ocaml.index import CLASSES, named_parts
from mirageport.ocaml.infer import (
    applications,
    expressions,
    modules,
    objects,
    patterns,
    written_types,
)
from mirageport.ocaml.infer.state import Argument
from mirageport.ocaml.modules import Struct, TypeDef, type_definition
from mirageport.ocaml.record import Record
from mirageport.ocaml.reuse.lookups import Answers, Lookups
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import Arrow, is_closed

if TYPE_CHECKING:
    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_OPENS = frozenset(
    ["open_module", "open_module_signature", "include_module", "include_module_type"]
)

# Expressions whose type may be generalised: evaluating them creates nothing (value restriction).
_VALUES = frozenset(
    [
        "fun_expression",
        "function_expression",
        "value_path",
        "number",
        "string",
        "character",
        "boolean",
        "unit",
        "empty_list",
        "tag",
        "constructor_path",
    ]
)

# Expressions that are values when all that is in them is.
_CONTAINERS = frozenset(
    [
        "parenthesized_expression",
        "tuple_expression",
        "list_expression",
        "cons_expression",
    ]
)


# -- files and structures --------------------------------------------------------------


def file(state: State) -> None:
    """The whole file."""
    env = Env(state.base)
    env.permanent = False
    if state.tree.root.kind == "ERROR":
        _broken_item(state, state.tree.root, env)
    else:
        structure(state, state.tree.root, env, state.exported)


def structure(state: State, node: Node, env: Env, exported: Struct) -> Env:
    """The items of a structure, in order; what they define goes into `exported` too."""
    answers = Answers()
    for child in node.children:
        if child in state.skipped:
            continue
        if child.kind == "ERROR":
            env = _broken_item(state, child, env)
            answers.forget()
        elif child.named:
            record = _item(state, child, env, answers)
            env = _after(state, record, env, exported, answers)
    return env


def _item(state: State, node: Node, env: Env, answers: Answers) -> Record:
    """One item of a structure or signature. answers: what the others have asked."""
    if state.local or node.item.node is not node:
        return _walked(state, node, env, Record())
    record = state.former.get(node.item)
    if record is None or not record.holds(state.prefix, state.depth, env, answers):
        return _recorded(state, node, env)
    _keep(state, record, env)
    return record


def _keep(state: State, record: Record, env: Env) -> None:
    """Take over what was found out before."""
    assert record.lookups is not None
    record.lookups.env = env
    state.result.parts.append(record)
    state.opened += record.opened
    state.unifier.steps -= record.steps


def _recorded(state: State, node: Node, env: Env) -> Record:
    """Walk an item, and keep what is found out about it."""
    if state.pause is not None:
        state.pause()
    around, steps, opened = state.result, state.unifier.steps, state.opened
    record = Record(state.prefix, state.depth)
    around.parts.append(record)
    state.result = state.unifier.owner = record
    inner = Env(None)
    inner.permanent = False
    inner.lookups = record.lookups = Lookups(env)
    record.item = node.item
    _walked(state, node, inner, record)
    state.result = state.unifier.owner = around
    record.steps, record.opened = steps - state.unifier.steps, state.opened - opened
    record.close()
    return record


def _walked(state: State, node: Node, env: Env, record: Record) -> Record:
    """Walk an item; what it defines or brings in goes into the record."""
    kind = node.kind
    if kind == "expression_item":
        for child in node.named_children:
            expressions.expression(state, child, env)
    elif kind in _OPENS:
        record.brought = modules.brought_in(state, node, env)
        record.included = kind == "include_module"
    else:
        frame = definition(state, node, env)
        record.frame = frame if frame is not env else None
    return record


def _after(state: State, record: Record, env: Env, exported: Struct, answers: Answers) -> Env:
    """The environment behind an item; what it defines is exported."""
    answers.passed(record.frame)
    if record.brought is not None:
        answers.forget()
        if record.included:
            exported.include(record.brought)
        return Env(Env(env, opened=record.brought))
    frame = record.frame
    if frame is None:
        return env
    exported.values.update(frame.values)
    names = frame.names
    if names is None and env.plain:
        # Values one after the other share a frame: what was looked up is looked up already,
        # and lookups from further in have one frame to pass instead of many.
        env.values.update(frame.values)
        return env
    if names is not None:
        exported.modules.update(names.modules)
        exported.module_types.update(names.module_types)
        exported.types.update(names.types)
    after = Env(env)
    after.values = dict(frame.values)
    after.names = names
    return after


def _broken_item(state: State, node: Node, env: Env) -> Env:
    for child in node.children:
        if child.named:
            env = broken_piece(state, child, env)
    return env


def broken_piece(state: State, node: Node, env: Env) -> Env:
    """A piece of broken text: parameters and definitions in it still bind."""
    kind = node.kind
    if kind in ("module_parameter", "parameter", "let_binding"):
        frame = Env(env)
        if kind == "module_parameter":
            modules.module_parameter(state, node, frame)
        elif kind == "parameter":
            patterns.parameter(state, node, frame)
        else:
            _bind_plain(state, node, frame)
        _leave_open(frame)
        return frame
    if kind == "ERROR":
        if state.too_deep():
            return env
        state.depth += 1
        env = _broken_item(state, node, env)
        state.depth -= 1
        return env
    if kind == "include_module":
        return modules.open_module(state, node, env)
    if kind == "expression_item" or kind.endswith("_expression") or kind == "value_path":
        expressions.expression(state, node, env)
        return env
    return definition(state, node, env)


def definition(state: State, node: Node, env: Env) -> Env:
    """A definition, at top level or behind `let .. in`; gives the environment after it."""
    kind = node.kind
    if kind == "value_definition":
        return _value_definition(state, node, env)
    if kind == "let_binding":
        return broken_piece(state, node, env)
    if kind in _OPENS:
        return modules.open_module(state, node, env)
    if kind == "module_definition":
        return modules.module_definition(state, node, env)
    if kind == "module_type_definition":
        return modules.module_type_definition(state, node, env)
    if kind == "type_definition":
        return _type_definition(state, node, env)
    if kind in ("external", "value_specification"):
        return _declared_value(state, node, env)
    if kind == "exception_definition":
        return _exception_definition(state, node, env)
    if kind in CLASSES:
        written_types.note_types(state, node, env)
    return objects.definition(state, node, env) if kind == "class_definition" else env


# -- values ----------------------------------------------------------------------------


def _value_definition(state: State, node: Node, env: Env) -> Env:
    bindings = node.of("let_binding")
    frame = Env(env)
    extension, operator = node.first("attribute_id"), node.first("let_operator")
    if extension is not None:
        for binding in bindings:
            _bind_extended(state, binding, state.tree.text(extension), env, frame)
        _leave_open(frame)
    elif operator is not None:
        for binding in bindings:
            _bind_operator(state, binding, state.tree.text(operator), env, frame)
        _leave_open(frame)
    elif node.first("rec") is not None:
        _bind_recursive(state, bindings, frame)
    else:
        for binding in bindings:
            _bind_one(state, binding, env, frame)
    return frame


def _bind_one(state: State, binding: Node, env: Env, frame: Env) -> None:
    pattern = binding.get("pattern")
    state.unifier.level += 1
    type_ = right_side(state, binding, env)
    own = Env(env)
    if pattern is not None:
        state.unifier.unify(patterns.pattern(state, pattern, own), type_)
    _declare(state, own)
    state.unifier.level -= 1
    close(state, own, _is_value(binding))
    frame.take_over(own)


def _bind_recursive(state: State, bindings: list[Node], frame: Env) -> None:
    state.unifier.level += 1
    own = Env(frame)
    bound = []
    for binding in bindings:
        pattern = binding.get("pattern")
        bound.append(patterns.pattern(state, pattern, own) if pattern else state.unifier.var())
    for binding, pattern_type in zip(bindings, bound, strict=True):
        state.unifier.unify(pattern_type, right_side(state, binding, own))
    _declare(state, own)
    state.unifier.level -= 1
    close(state, own, all(_is_value(binding) for binding in bindings))
    frame.take_over(own)


def _declare(state: State, own: Env) -> None:
    """Give values the types that the interface of the file has for them."""
    for bound in own.values.values() if state.declared else ():
        if bound.node in state.declared:
            node, env = state.declared[bound.node]
            state.unifier.unify(bound.type, Declared(state.unifier, env, READER).type(node))


def close(state: State, own: Env, value: bool) -> None:
    """Make the types of a `let` generic, or keep them as they are where its right side is
    no value: later uses may still fix them."""
    for bound in own.values.values():
        if value:
            state.unifier.generalise(bound.type)
        else:
            state.unifier.unify(state.unifier.var(), bound.type)
        if state.unifier.level == 1:
            bound.open = not is_closed(bound.type)


def _bind_extended(state: State, binding: Node, extension: str, env: Env, frame: Env) -> None:
    """`let%lwt x = e`: x is what the promise holds. Of other extensions than that of promises
    nothing is known."""
    type_ = right_side(state, binding, env)
    if extension == state.promise.extension:
        value = state.unifier.var()
        state.unifier.unify(type_, state.promise.of(value))
    else:
        value = state.unifier.var(taint="%" + extension)
    _bind_pattern(state, binding, value, frame)


def _bind_operator(state: State, binding: Node, operator: str, env: Env, frame: Env) -> None:
    """`let* x = e`: the operator is applied to e and to a function of x; one that nobody
    defined binds promises."""
    type_ = right_side(state, binding, env)
    value = state.unifier.var()
    found = env.value(operator)
    if found is None:
        if state.promise.type:
            state.unifier.unify(type_, state.promise.of(value))
    else:
        name = binding.parent.first("let_operator") if binding.parent is not None else None
        function = expressions.value_type(state, name or binding, found, "")
        body = Arrow("", value, state.unifier.var())
        applications.apply(state, function, [Argument("", type_), Argument("", body)])
    _bind_pattern(state, binding, value, frame)


def _bind_plain(state: State, binding: Node, frame: Env) -> None:
    _bind_pattern(state, binding, right_side(state, binding, frame), frame)


def _bind_pattern(state: State, binding: Node, type_: Type, frame: Env) -> None:
    pattern = binding.get("pattern")
    if pattern is not None:
        state.unifier.unify(patterns.pattern(state, pattern, frame), type_)


def right_side(state: State, binding: Node, env: Env) -> Type:
    """The type of the right side of a `let` or a method, with its parameters and annotation."""
    body, annotation = binding.get("body"), binding.get("type")
    frame = Env(env)
    parameters = [patterns.parameter(state, child, frame) for child in binding.of("parameter")]
    result = expressions.expression(state, body, frame) if body else state.unifier.var()
    if annotation is not None and annotation.kind != "polymorphic_type":
        state.unifier.unify(result, written_types.annotation(state, annotation, frame))
    elif annotation is not None:
        written_types.note_types(state, annotation, frame)
    for label, type_ in reversed(parameters):
        result = Arrow(label, type_, result)
    return result


def _declared_value(state: State, node: Node, env: Env) -> Env:
    name, type_node = node.first("value_name", "parenthesized_operator"), node.get("type")
    frame = Env(env)
    if name is not None and type_node is not None:
        state.unifier.level += 1
        type_ = written_types.annotation(state, type_node, env)
        state.unifier.level -= 1
        state.unifier.generalise(type_)
        state.bind(name, state.name_of(name), type_, frame)
    return frame


# -- types -----------------------------------------------------------------------------


def _exception_definition(state: State, node: Node, env: Env) -> Env:
    written_types.note_types(state, node, env)
    frame = Env(env)
    declaration = node.first("constructor_declaration")
    name = declaration.first("constructor_name") if declaration is not None else None
    if declaration is not None and name is not None:
        _rebound(state, declaration, env)
        definition = TypeDef([], None, "exn", READER, env)
        frame.define().constructors[state.tree.text(name)] = (definition, declaration)
    return frame


def _type_definition(state: State, node: Node, env: Env) -> Env:
    frame = Env(env)
    names = frame.define()
    for binding in node.of("type_binding"):
        name = binding.get("name")
        if name is None:
            continue
        text = state.tree.text(name)
        full = f"{state.prefix}.{text}" if state.prefix else text
        definition = type_definition(binding, READER, frame, full, own=True)
        names.types[text] = definition
        written_types.note_types(state, binding, frame)
        for field, type_node in named_parts(binding, "field_declaration", "field_name"):
            type_of_field = type_node.get("type")
            if type_of_field is not None:
                names.fields[state.tree.text(field)] = (definition, type_of_field)
        kind, part = "constructor_declaration", "constructor_name"
        for constructor, declaration in named_parts(binding, kind, part):
            _rebound(state, declaration, frame)
            names.constructors[state.tree.text(constructor)] = (definition, declaration)
    return frame


def _rebound(state: State, declaration: Node, env: Env) -> None:
    """Read what the constructor of `exception E = M.F` is another name of."""
    path = declaration.first("constructor_path")
    if path is not None:
        patterns.constructor_result(state, path, None, env)


def _leave_open(frame: Env) -> None:
    """Names whose types were not made generic."""
    for bound in frame.values.values():
        bound.open = True


def _is_value(binding: Node) -> bool:
    """Whether the right side of a `let_binding` is a value, so that its type may be generic."""
    if binding.first("parameter") is not None:
        return True
    todo = binding.all("body")
    if not todo:
        return False
    while todo:
        node = todo.pop()
        parts = _value_parts(node)
        if parts is None:
            return False
        todo.extend(parts)
    return True


def _value_parts(node: Node) -> list[Node] | None:
    """What has to be a value for this expression to be one; None when it cannot be one."""
    kind = node.kind
    if kind in _VALUES:
        return []
    if kind in _CONTAINERS:
        return node.named_children
    if kind in ("typed_expression", "local_open_expression"):
        return node.all("expression")
    if kind == "let_expression":
        bindings = [b for child in node.of("value_definition") for b in child.of("let_binding")]
        plain = [b for b in bindings if b.first("parameter") is None]
        return node.all("body") + [body for binding in plain for body in binding.all("body")]
    if kind == "application_expression":
        function = node.get("function")
        if function is not None and function.kind in ("tag", "constructor_path"):
            return node.all("argument")
    return None
