"""Inference of modules: structures bound to names, functors and their applications, module types,
opens and includes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import (
    ConstraintUse,
    FunctorDef,
    FunctorUse,
    OpenUse,
    OwnFunctorUse,
    Parameter,
    TypeUse,
)
from mirageport.ocaml.environment import Env
from mirageport.ocaml.infer import expressions, structures, written_types
from mirageport.ocaml.infer.state import MAX_OPENS
from mirageport.ocaml.modules import (
    Binding,
    Struct,
    Unknown,
    UserFunctor,
    applied,
    constrained_type,
    eval_module_type,
    find_module_type,
)
from mirageport.ocaml.tree import NO_NODE, READER

if TYPE_CHECKING:
    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.modules import Module, ModuleType
    from mirageport.ocaml.tree import Node

_PATHS = ("module_path", "extended_module_path")
_PARTS = ("module_type_path", "constrain_type", "constrain_module", "module_type_of", "signature")


# -- what brings names into scope ----------------------------------------------------------


def open_module(state: State, node: Node, env: Env) -> Env:
    """An `open`, at top level or local; gives the environment after it."""
    module = brought_in(state, node, env)
    return env if module is None else Env(Env(env, opened=module))


def _opened_module(state: State, node: Node, env: Env) -> Module | None:
    path = node.get("module")
    if path is None or _opened_enough(state):
        return None
    module = module_expression(state, path, env, "")
    if module is not None and path.kind in _PATHS:
        state.result.opens.append(OpenUse(node, path, module))
    return module


def _opened_enough(state: State) -> bool:
    state.opened += 1
    if state.opened > MAX_OPENS:
        state.result.cut_short = True
    return state.opened > MAX_OPENS


def brought_in(state: State, node: Node, env: Env) -> Module | None:
    """The module whose names an `open` or `include` brings in."""
    if node.kind != "include_module_type":
        return _opened_module(state, node, env)
    if _opened_enough(state):
        return None
    type_node = node.get("module_type")
    meant = module_type(state, type_node, env) if type_node is not None else None
    return meant.instance("") if meant is not None else None


# -- definitions ---------------------------------------------------------------------------


def module_definition(state: State, node: Node, env: Env) -> Env:
    """`module M = ..`, recursive ones too; gives the environment after it."""
    frame = Env(env)
    for binding in node.of("module_binding"):
        name = binding.first("module_name")
        if name is not None:
            text = state.tree.text(name)
            frame.define().modules[text] = _module_binding(state, binding, text, env)
    return frame


def _module_binding(state: State, binding: Node, name: str, env: Env) -> Module:
    outer = state.prefix
    state.prefix = f"{outer}.{name}" if outer else name
    inner = Env(env)
    type_node = binding.get("module_type")
    parameters, body = curried(binding)
    if parameters:
        _add_functor(state, binding, parameters, body, inner)
    declared = module_type(state, type_node, inner) if type_node is not None else None
    module = module_expression(state, body, inner, name) if body is not None else None
    state.prefix = outer
    if module is None:
        module = declared.instance(name) if declared is not None else Unknown(name)
    state.result.modules[binding] = module
    return UserFunctor(name, module) if parameters else module


def _add_functor(
    state: State, node: Node, parameters: list[Node], body: Node | None, frame: Env
) -> None:
    found = [module_parameter(state, parameter, frame) for parameter in parameters]
    known = [parameter for parameter in found if parameter is not None]
    state.result.functors.append(FunctorDef(node, state.prefix, known, body))


def module_parameter(state: State, node: Node, frame: Env) -> Parameter | None:
    """Bind a functor parameter; None for `()`."""
    name, type_node = node.first("module_name"), node.get("module_type")
    if name is None:
        return None
    text = state.tree.text(name)
    meant = module_type(state, type_node, frame) if type_node is not None else None
    module: Module = Unknown(text)
    if meant is not None:
        module = meant.instance(text, meant.named)
    frame.define().modules[text] = module
    return Parameter(node, text, type_node, module)


# -- module expressions --------------------------------------------------------------------


def module_expression(state: State, node: Node, env: Env, name: str) -> Module | None:
    """The module an expression makes; `name` is what it will be called."""
    if node.kind in _PATHS:
        return state.module_path(node, env)
    if state.too_deep():
        return None
    state.depth += 1
    module = _made_module(state, node, env, name)
    state.depth -= 1
    return module


def _made_module(state: State, node: Node, env: Env, name: str) -> Module | None:
    kind = node.kind
    if kind == "structure":
        exported = Struct(name)
        structures.structure(state, node, Env(env), exported)
        return exported
    if kind == "module_application":
        return _application(state, node, env, name)
    if kind == "functor":
        return _functor(state, node, env, name)
    if kind == "parenthesized_module_expression":
        inner = node.named_children
        return module_expression(state, inner[0], env, name) if inner else None
    if kind == "typed_module_expression":
        return _typed_module(state, node, env, name)
    if kind == "packed_module":
        return _packed(state, node, env, name)
    return None


def _typed_module(state: State, node: Node, env: Env, name: str) -> Module | None:
    inner, type_node = node.get("module"), node.get("module_type")
    if type_node is not None:
        module_type(state, type_node, env)
    return module_expression(state, inner, env, name) if inner is not None else None


def _packed(state: State, node: Node, env: Env, name: str) -> Module | None:
    value, type_node = node.get("value"), node.get("module_type")
    if value is not None:
        expressions.expression(state, value, env)
        type_node = type_node or _said_of(state, value, env)
    meant = module_type(state, type_node, env) if type_node is not None else None
    return meant.instance(name) if meant is not None else None


def _said_of(state: State, value: Node, env: Env) -> Node | None:
    """The module type of a packed module, where the name of it is bound with one."""
    bound = env.value(state.tree.text(value)) if value.kind == "value_path" else None
    binding = bound.node.above if isinstance(bound, Binding) else NO_NODE
    return binding.part("package_type").get("module_type")


def unpack(state: State, name: str, type_node: Node | None, frame: Env) -> None:
    """Bind the module of an unpacked first-class module."""
    meant = module_type(state, type_node, frame) if type_node is not None else None
    module = meant.instance(name) if meant is not None else Unknown(name)
    frame.define().modules[name] = module


def package(state: State, node: Node, env: Env) -> None:
    """A module as a value, `(module M : S)`, or the type of one: its names are remembered."""
    type_node = node.get("module_type")
    known = state.result.type_uses
    if type_node is None or any(use.node.start == type_node.start for use in known):
        return  # a type may be noted more than once
    module_type(state, type_node, env)


def prefix_path(state: State, node: Node, env: Env) -> Module | None:
    """The module before the name of a type, `F (A).B` too; every name in it is remembered."""
    head, argument_nodes = _applied_path(node)
    if not argument_nodes:
        inner = node.first("extended_module_path")
        if inner is None or not _applied_path(inner)[1]:
            return state.module_path(node, env)
        outer, name = prefix_path(state, inner, env), node.first("module_name")
        return outer.module(state.tree.text(name)) if outer is not None and name else None
    functor = state.module_path(head, env)
    arguments = [prefix_path(state, argument, env) for argument in argument_nodes]
    if functor is None:
        return None
    if functor.item is not None:
        state.result.functor_uses.append(FunctorUse(node, head, functor.item, argument_nodes))
    return functor.apply(arguments, state.tree.text(node))


def _functor(state: State, node: Node, env: Env, name: str) -> Module | None:
    inner = Env(env)
    parameters, body = curried(node)
    _add_functor(state, node, parameters, body, inner)
    module = module_expression(state, body, inner, name) if body is not None else None
    return UserFunctor(name, module or Unknown(name))


def _application(state: State, node: Node, env: Env, name: str) -> Module | None:
    head, argument_nodes = applied(node)
    functor = module_expression(state, head, env, "")
    arguments = [module_expression(state, argument, env, "") for argument in argument_nodes]
    if functor is None or functor.item is None:
        own = OwnFunctorUse(node, head, functor, argument_nodes, arguments)
        state.result.own_functor_uses.append(own)
        return functor.apply(arguments, name or state.tree.text(node)) if functor else None
    state.result.functor_uses.append(FunctorUse(node, head, functor.item, argument_nodes))
    return functor.apply(arguments, name or state.tree.text(node))


# -- module types --------------------------------------------------------------------------


def module_type(state: State, node: Node, env: Env, name: str = "") -> ModuleType | None:
    """The module type an expression means; every name in it is remembered. `name` is what it
    will be called."""
    if state.too_deep():
        return None
    state.depth += 1
    for part in _module_type_parts(node):
        if part.kind == "signature":
            structures.structure(state, part, Env(env), Struct(""))
        elif part.kind == "constrain_type":
            _remember_constraint(state, part, env)
        elif part.kind == "constrain_module":
            path = part.get("constraint")
            if path is not None:
                prefix_path(state, path, env)
        elif part.kind == "module_type_of":
            module = part.get("module")
            if module is not None:
                module_expression(state, module, env, "")
        else:
            _remember_type(state, part, env)
    state.depth -= 1
    return eval_module_type(node, READER, env, name)


def _remember_type(state: State, path: Node, env: Env) -> None:
    found = find_module_type(path, READER, env)
    prefix = path.first(*_PATHS)
    item = found[0].item if found is not None else None
    if prefix is not None and (item is None or not item.changes):
        prefix_path(state, prefix, env)
    if found is not None:
        module_type, module = found
        opened = None if prefix is not None else module
        state.result.type_uses.append(TypeUse(path, module_type, opened))


def _remember_constraint(state: State, node: Node, env: Env) -> None:
    equation = node.get("equation")
    if equation is not None:
        written_types.note_types(state, equation, env)
    target = constrained_type(node)
    whole = node.parent
    base = whole.get("module_type") if whole is not None else None
    while base is not None and whole is not None and base.kind == whole.kind:
        base = base.get("module_type")  # no other constraint adds a type or takes one away
    found = eval_module_type(base, state.tree, env) if base is not None else None
    if target is None or found is None:
        return
    module: Module | None = found.instance("")
    *path, name = state.tree.text(target).split(".")
    for step in path:
        module = module.module(step) if module is not None else None
    definition = module.type_def(name) if module is not None else None
    if definition is not None and definition.item is not None and definition.item.changes:
        state.result.constraints.append(ConstraintUse(node, target, definition.item))


def module_type_definition(state: State, node: Node, env: Env) -> Env:
    """`module type T = ..`; gives the environment after it."""
    name, body = node.first("module_type_name"), node.get("body")
    frame = Env(env)
    if name is not None and body is not None:
        text = state.tree.text(name)
        found = module_type(state, body, env, text)
        if found is not None:
            frame.define().module_types[text] = found._replace(own=True)
    return frame


def curried(node: Node) -> tuple[list[Node], Node | None]:
    """(parameters, body) of a functor, `node` being its `module_binding` or `functor`: those of
    `functor (A : S) -> functor (B : T) -> ..` are those of one functor."""
    parameters = node.of("module_parameter")
    body = node.get("body")
    while (inner := _functor_in(body)) is not None:
        parameters = parameters + inner.of("module_parameter")
        body = inner.get("body")
    return parameters, body


def _functor_in(node: Node | None) -> Node | None:
    """The functor that an expression is, in parentheses or not."""
    while node is not None and node.kind == "parenthesized_module_expression":
        node = node.named_children[0] if node.named_children else None
    return node if node is not None and node.kind == "functor" else None


def _module_type_parts(node: Node) -> list[Node]:
    """The module type names, the constraints and the signatures in a module type, in order; what
    is inside a signature is the signature's own affair."""
    found = []
    todo = [node]
    while todo:
        current = todo.pop()
        if current.kind in _PARTS:
            found.append(current)
        else:
            todo.extend(reversed(current.children))
    return found


def _applied_path(node: Node) -> tuple[Node, list[Node]]:
    """(functor, arguments) of the path `F (A) (B)`; no arguments for a path that is no such."""
    arguments: list[Node] = []
    current = node
    while current.first("(") is not None:
        paths = current.of("extended_module_path")
        if len(paths) != 2:
            break
        current, argument = paths
        arguments.insert(0, argument)
    return current, arguments
