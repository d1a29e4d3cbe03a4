"""Modules: what module expressions and module types mean, functors and their arguments, and
whether a module has all that a signature asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import Env, eval_module_path, path_names
from mirageport.ocaml.index import SigIndex
from mirageport.ocaml.modules import (
    Module,
    ModuleType,
    SigFunctor,
    SigModule,
    TypeDef,
    Unknown,
    constrained_type,
    eval_module_type,
    find_module_type,
)
from mirageport.ocaml.strict import expressions, structures
from mirageport.ocaml.strict.convert import Converter, expand, names_bound
from mirageport.ocaml.strict.printing import plain, shown
from mirageport.ocaml.strict.state import (
    FUNCTOR,
    LACKS,
    MAX_DEPTH,
    UNBOUND,
    Functor,
    Structure,
    lacks,
)
from mirageport.ocaml.strict.types import APPLIED, FORMAL, WILD, Clash
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import Arrow, prune

if TYPE_CHECKING:
    from mirageport.ocaml.strict.state import Common, ParameterType, State
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type

_PATHS = ("module_path", "extended_module_path")


# -- module expressions ----------------------------------------------------------------------


def module_expression(state: State, node: Node, env: Env, name: str) -> Module:
    """The module an expression makes; one of which nothing is known where that is unknown. `name`
    is what it will be called."""
    if state.depth >= MAX_DEPTH:
        return Unknown(name)
    state.depth += 1
    module = _made(state, node, env, name)
    state.depth -= 1
    return module


def _made(state: State, node: Node, env: Env, name: str) -> Module:
    kind = node.kind
    if kind in _PATHS:
        return state.module(node, env)
    if kind == "structure":
        exported = Structure(state.prefix)
        structures.structure(state, node, Env(env), exported)
        return exported
    if kind == "module_application":
        return _application(state, node, env, name)
    if kind == "functor":
        inner = Env(env)
        parameters = [parameter(state, each, inner) for each in node.of("module_parameter")]
        body = node.get("body")
        made = module_expression(state, body, inner, name) if body is not None else Unknown(name)
        return user_functor(state, name, parameters, made)
    if kind == "parenthesized_module_expression":
        inside = node.named_children
        return module_expression(state, inside[0], env, name) if inside else Unknown(name)
    if kind == "typed_module_expression":
        module_node, type_node = node.get("module"), node.get("module_type")
        if module_node is None or type_node is None:
            return Unknown(name)
        made = module_expression(state, module_node, env, name)
        return ascribed(state, module_node, made, type_node, env, name)
    if kind == "packed_module":
        value, type_node = node.get("value"), node.get("module_type")
        if value is not None:
            expressions.expression(state, value, env, state.unifier.var())
        return unpacked(state, name, type_node, env)
    return Unknown(name)


def unpacked(state: State, name: str, type_node: Node | None, env: Env) -> Module:
    """The module of an unpacked first-class module: its types may be any."""
    wanted = module_type(state, type_node, env) if type_node is not None else None
    return wanted.instance(WILD + name) if wanted is not None else Unknown(name)


def ascribed(
    state: State, place: Node, module: Module, type_node: Node, env: Env, name: str
) -> Module:
    """A module seen through a module type."""
    wanted = module_type(state, type_node, env)
    if wanted is None:
        return Unknown(name)
    fits(state, place, module, wanted, env)
    return wanted.instance(state.prefix)


# -- functors --------------------------------------------------------------------------------


class Parameter:
    """A functor's formal parameter: its name, the unique path of its types, its module type, and
    what it is in the functor's body."""

    __slots__ = ("module", "module_type", "name", "path")

    def __init__(self, name: str, path: str, module_type: ModuleType | None) -> None:
        self.name = name
        self.path = path
        self.module_type = module_type
        self.module: Module = Unknown(path)
        if module_type is not None:
            self.module = module_type.instance(path)


def parameter(state: State, node: Node, frame: Env) -> Parameter:
    """Bind a functor's parameter in `frame`."""
    name, type_node = node.first("module_name"), node.get("module_type")
    wanted = module_type(state, type_node, Env(frame)) if type_node is not None else None
    text = state.text(name) if name is not None else ""
    path = state.common.fresh(text, FORMAL)
    state.formals.add(path)
    made = Parameter(text, path, wanted)
    if name is not None:
        frame.define().modules[text] = made.module
    return made


def user_functor(state: State, name: str, parameters: list[Parameter], made: Module) -> Functor:
    """A functor of the text, behind its body: its parameters are out of scope."""
    for each in parameters:
        state.formals.discard(each.path)
    wanted = [(each.name, _constantly(each.module_type)) for each in parameters]
    formals = tuple(each.module for each in parameters)
    return Functor(name, wanted, lambda _arguments: made, formals)


def _constantly(module_type: ModuleType | None) -> ParameterType:
    return lambda _env: module_type


def as_functor(common: Common, module: Module) -> Functor | None:
    """A module as a functor; None where it is none."""
    if isinstance(module, Functor):
        return module
    if not isinstance(module, SigFunctor):
        return None
    parameters = []
    for node in module.parameters:
        name = node.first("module_name")
        type_node = node.get("module_type")
        parameters.append((module.tree.text(name) if name else "", _typed(module, type_node)))

    def made(arguments: list[Module]) -> Module:
        path = common.fresh(module.path, APPLIED)
        return module.apply(list(arguments), path) or Unknown(path)

    return Functor(module.path, parameters, made)


def _typed(functor: SigFunctor, node: Node | None) -> ParameterType:
    return lambda env: eval_module_type(node, functor.tree, env) if node is not None else None


def _application(state: State, node: Node, env: Env, name: str) -> Module:
    arguments: list[Node] = []
    current = node
    while current.kind == "module_application":
        argument, inner = current.get("argument"), current.get("functor")
        if argument is not None:
            arguments.append(argument)
        if inner is None:
            return Unknown(name)
        current = inner
    arguments.reverse()
    head = module_expression(state, current, env, "")
    given = [module_expression(state, argument, env, "") for argument in arguments]
    title = plain(" ".join(state.text(current).split()))
    while True:
        functor = as_functor(state.common, head)
        if functor is None:
            if isinstance(head, (Structure, SigModule)) and arguments:
                state.report(arguments[0], FUNCTOR, f"`{title}` takes no further argument")
            return Unknown(name)
        count = len(functor.parameters)
        _arguments(state, title, head, functor, arguments[:count], given[:count])
        if len(given) < count:
            return _partial(functor, given, name)
        head, arguments, given = functor.made(given[:count]), arguments[count:], given[count:]
        if not given:
            return head


def _partial(functor: Functor, given: list[Module], name: str) -> Functor:
    """A functor that got too few arguments waits for the others."""
    rest = functor.parameters[len(given) :]
    return Functor(name, rest, lambda others: functor.made([*given, *others]))


def _arguments(
    state: State,
    title: str,
    head: Module,
    functor: Functor,
    nodes: list[Node],
    given: list[Module],
) -> None:
    """Whether each argument has what its parameter asks for."""
    env = Env(head.env if isinstance(head, SigFunctor) else state.base)
    for (name, typed), node, module in zip(functor.parameters, nodes, given, strict=False):
        wanted = typed(env)
        if wanted is not None:
            fits(state, node, module, wanted, env, f"the argument `{name}` of `{title}`")
        env.define().modules[name] = module


# -- module types ----------------------------------------------------------------------------


def module_type(state: State, node: Node, env: Env, name: str = "") -> ModuleType | None:
    """The module type an expression means; names in it that nothing binds are reported."""
    _names_in(state, node, env)
    return eval_module_type(node, READER, env, name)


def _names_in(state: State, node: Node, env: Env) -> None:
    todo = [node]
    while todo:
        current = todo.pop()
        if current.kind == "signature":
            signature(state, current, env)
        elif current.kind == "module_type_path":
            _type_bound(state, current, env)
        elif current.kind == "constrain_type":
            _constraint_bound(state, current, env)
        elif current.kind == "functor_type":
            inner, codomain = Env(env), current.get("codomain")
            parameters = [parameter(state, each, inner) for each in current.of("module_parameter")]
            if codomain is not None:
                _names_in(state, codomain, inner)
            for each in parameters:
                state.formals.discard(each.path)
        elif current.kind == "module_type_of":
            continue
        else:
            todo.extend(reversed(current.children))


def _type_bound(state: State, path: Node, env: Env) -> None:
    if find_module_type(path, READER, env) is not None:
        return
    prefix, name = path.first(*_PATHS), path.first("module_type_name")
    if prefix is not None and name is not None:
        module = state.module(prefix, env)
        if lacks(module, "module_types", state.text(name)):
            state.lacks(path, state.text(prefix), "module type", state.text(name))
    elif name is not None and state.sealed(env):
        state.report(path, UNBOUND, f"unbound module type `{state.text(name)}`")


def _constraint_bound(state: State, node: Node, env: Env) -> None:
    """`with type t = ..`: the signature has to have the type."""
    equation, target = node.get("equation"), constrained_type(node)
    if equation is not None:
        names_bound(state, equation, env)
    whole = node.parent
    base = whole.get("module_type") if whole is not None else None
    found = eval_module_type(base, READER, env) if base is not None else None
    if target is None or found is None:
        return
    module: Module | None = found.instance("")
    *path, name = state.text(target).replace(" ", "").split(".")
    for step in path:
        if module is not None:
            module = module.module(step)
    if module is not None and lacks(module, "types", name):
        owner = found.item.path if found.item is not None else "the signature"
        state.report(target, LACKS, f"`{owner}` has no type `{state.text(target)}`")
    elif module is not None and equation is not None:
        _equal(state, target, module.type_def(name), equation, node, env)


def _equal(
    state: State,
    target: Node,
    definition: TypeDef | None,
    equation: Node,
    constraint: Node,
    env: Env,
) -> None:
    """A type that is fixed already can be constrained to itself only."""
    declared = definition.declaration if definition is not None else None
    if definition is None or definition.body is None or constraint.of("type_variable"):
        return
    if declared is None or declared.first("private") is not None or definition.params:
        return
    wanted = expand(Converter(state, definition.tree, definition.env), definition, [])
    state.meet(target, wanted, Converter(state, READER, env).type(equation))


def opens_unknown(index: SigIndex, env: Env) -> bool:
    """Whether a signature of the text opens a module of which nothing is known."""
    paths = [node.get("module") for node in index.opens]
    return any(path is None or eval_module_path(path, READER, env) is None for path in paths)


def signature(state: State, node: Node, env: Env) -> None:
    """The names of types and module types in a signature have to be bound."""
    index = SigIndex(node, READER, "")
    if opens_unknown(index, env):
        return
    owner = SigModule(index, env, {}, "")
    inner = owner.env
    for child in node.children:
        if child.kind == "value_specification":
            type_node = child.get("type")
            if type_node is not None:
                names_bound(state, type_node, inner)
        elif child.kind == "type_definition":
            for binding in child.of("type_binding"):
                for part in (binding.get("synonym"), binding.get("body")):
                    if part is not None:
                        names_bound(state, part, inner)
        elif child.kind == "include_module_type":
            type_node = child.get("module_type")
            if type_node is not None:
                _names_in(state, type_node, inner)
        elif child.kind == "module_definition":
            for binding in child.of("module_binding"):
                named = binding.first("module_name")
                around = owner.around(state.text(named), binding) if named is not None else inner
                scope = Env(around)
                parameters = [
                    parameter(state, each, scope) for each in binding.of("module_parameter")
                ]
                type_node = binding.get("module_type")
                if type_node is not None:
                    _names_in(state, type_node, scope)
                for each in parameters:
                    state.formals.discard(each.path)


# -- a module against a signature ------------------------------------------------------------

# What a signature may ask for, by the tables of `SigIndex`.
_TABLES = {
    "values": "value",
    "types": "type",
    "modules": "module",
    "module_types": "module type",
}


def fits(
    state: State,
    place: Node,
    module: Module,
    wanted: ModuleType,
    env: Env,
    what: str = "",
    kind: str = FUNCTOR,
) -> None:
    """Report what a module lacks of a signature, or has of another type.

    The signature's abstract types stand for the module's own types of their names.
    """
    if isinstance(module, (Functor, SigFunctor)):
        functor = plain(module.path) or "this"
        state.report(place, kind, f"`{functor}` is a functor: {what or 'here'} needs a module")
        return
    if isinstance(module, Unknown):
        return
    if state.depth >= MAX_DEPTH // 2:
        return
    bound = _substituted(module, wanted)
    if not isinstance(bound, SigModule):
        return
    title = what or "the signature"
    missing = [
        (called, layer, name)
        for layer in bound.layers
        for table, called in _TABLES.items()
        for name in getattr(layer.index, table)
        if lacks(module, table, name) and not (table == "types" and _is_not_asked_for(layer, name))
    ]
    if missing:
        called, _layer, name = missing[0]
        message = f"`{_called(module)}` has no {called} `{name}`, which {title} needs"
        items = [_item(layer, name) for _called, layer, name in missing]
        lacking = (plain(module.path), *filter(None, items))
        state.report(place, kind, message, lacks=lacking, weight=1 + len(missing))
        return
    for layer in bound.layers:
        for name in layer.index.types:
            if not _is_exception(layer, name) and not _same_type(state, module, bound, name):
                state.report(
                    place,
                    kind,
                    f"the type `{name}` of `{_called(module)}` differs from that of {title}",
                )
                return
    for layer in bound.layers:
        for name in layer.index.values:
            if not _same_value(state, place, module, bound, name, title, kind):
                return
        for name in layer.index.modules:
            _nested(state, place, module, layer, name, env, title, kind)


def _is_exception(layer: SigModule, name: str) -> bool:
    node = layer.index.type(name)
    return node is None or node.kind != "type_binding"


def _is_not_asked_for(layer: SigModule, name: str) -> bool:
    """Whether a type of a signature is none that a module has to have: an exception, an extension,
    or what `with type t := ..` takes out."""
    node = layer.index.type(name)
    if node is None or node.kind != "type_binding" or name in layer.overrides:
        return True
    return node.first(":=", "+=") is not None


def _nested(
    state: State,
    place: Node,
    module: Module,
    layer: SigModule,
    name: str,
    env: Env,
    title: str,
    kind: str,
) -> None:
    node = layer.index.module(name)
    type_node = node.get("module_type") if node is not None else None
    inner = module.module(name)
    if node is None or type_node is None or inner is None:
        return
    functor = layer.module(name)
    if isinstance(functor, SigFunctor):
        _functor_fits(state, place, inner, functor, title, kind)
        return
    wanted = eval_module_type(type_node, layer.index.tree, layer.env)
    if wanted is None:
        return
    overrides = {
        key[len(name) + 1 :]: definition
        for key, definition in layer.overrides.items()
        if key.startswith(name + ".")
    }
    wanted = wanted._replace(overrides={**wanted.overrides, **overrides}, instances=None)
    state.depth += 20
    fits(state, place, inner, wanted, env, title, kind)
    state.depth -= 20


def _functor_fits(
    state: State, place: Node, given: Module, wanted: SigFunctor, title: str, kind: str
) -> None:
    """A functor of the text against one that a signature asks for: the same number of parameters,
    each of which has what the functor needs, and a body that has what is asked for."""
    if not isinstance(given, Functor) or not given.formals:
        return
    if len(given.parameters) != len(wanted.parameters):
        counts = f"{len(given.parameters)} parameters, but {title} needs {len(wanted.parameters)}"
        state.report(place, kind, f"the functor `{_called(given)}` has {counts}")
        return
    env = Env(wanted.env)
    added = [each.path for each in given.formals if each.path not in state.formals]
    state.formals.update(added)
    for (name, typed), node, formal in zip(
        given.parameters, wanted.parameters, given.formals, strict=True
    ):
        own, type_node = typed(env), node.get("module_type")
        other = eval_module_type(type_node, wanted.tree, env) if type_node is not None else None
        if own is not None and other is not None:
            what = f"the parameter `{name}` of `{_called(given)}`"
            fits(state, place, other.instance(formal.path), own, env, what, kind)
        named = node.first("module_name")
        if named is not None:
            env.define().modules[wanted.tree.text(named)] = formal
    result = wanted.result
    asked = eval_module_type(result, wanted.tree, env) if result is not None else None
    if asked is not None:
        state.depth += 20
        fits(state, place, given.made([]), asked, env, title, kind)
        state.depth -= 20
    state.formals.difference_update(added)


def _item(layer: SigModule, name: str) -> str:
    """The path of something in a module type of an interface; "" for one of the text."""
    return f"{layer.index.path}.{name}" if layer.index.path else ""


def _called(module: Module) -> str:
    return plain(module.path) or "the module"


def _substituted(module: Module, wanted: ModuleType) -> Module:
    """The signature with the module's own types for its abstract ones."""
    bare = wanted.instance("")
    overrides = dict(wanted.overrides)
    _own_types(module, bare, "", overrides, 0)
    return wanted._replace(overrides=overrides, instances=None).instance(module.path)


def _own_types(
    module: Module, bare: Module | None, prefix: str, overrides: dict[str, TypeDef], depth: int
) -> None:
    if not isinstance(bare, SigModule) or depth > 4:
        return
    for layer in bare.layers:
        for name in layer.index.types:
            definition, own = bare.type_def(name), module.type_def(name)
            if own is not None and definition is not None and prefix + name not in overrides:
                declared = definition.declaration
                body = declared.get("body") or declared.get("synonym") if declared else None
                private = declared is not None and declared.first("private") is not None
                abstract = body is None or private or definition.body is None or _applied(body)
                if declared is not None and abstract:
                    overrides[prefix + name] = own
        for name in layer.index.modules:
            inner = module.module(name)
            if inner is not None:
                _own_types(inner, bare.module(name), f"{prefix}{name}.", overrides, depth + 1)


def _applied(body: Node) -> bool:
    """Whether a type is `F(X).t`, a path that is not followed: it is taken for the module's own."""
    path = body.named_children[-1] if body.kind == "constructed_type" else body
    prefix = path.first("extended_module_path")
    return prefix is not None and not path_names(prefix, READER)


def _same_type(state: State, module: Module, bound: SigModule, name: str) -> bool:
    """Whether a type with a manifest in the signature is the module's."""
    wanted, given = bound.type_def(name), module.type_def(name)
    if wanted is None or given is None or wanted is given:
        return True
    if wanted.body is None or len(wanted.params) != len(given.params):
        return True
    arguments: list[Type] = [state.unifier.var() for _ in wanted.params]
    one = expand(Converter(state, wanted.tree, wanted.env), wanted, arguments)
    other = expand(Converter(state, given.tree, given.env), given, arguments)
    try:
        state.unifier.unify(one, other)
    except Clash:
        return False
    return True


def _same_value(
    state: State, place: Node, module: Module, bound: SigModule, name: str, title: str, kind: str
) -> bool:
    wanted, given = bound.value(name), module.value(name)
    if wanted is None or given is None or wanted is given:
        return True
    one = expressions.value_type(state, wanted)
    other = expressions.value_type(state, given)
    if _labels_fit(one, other):
        try:
            state.unifier.unify(one, other)
        except Clash:
            pass
        else:
            return True
    want, have = shown(expressions.value_type(state, wanted), expressions.value_type(state, given))
    what = f"`{name}` of `{_called(module)}`"
    message = f"{what} has type `{have}`, but {title} needs `{want}`"
    layer = next((each for each in bound.layers if name in each.index.values), bound)
    lacking = (plain(module.path), *filter(None, (_item(layer, name),)))
    state.report(place, kind, message, lacks=lacking)
    return False


def _labels_fit(one: Type, other: Type) -> bool:
    """Whether two function types have the same labels: in signatures none may be left out."""
    one, other = prune(one), prune(other)
    while isinstance(one, Arrow) and isinstance(other, Arrow):
        if one.label != other.label:
            return False
        one, other = prune(one.result), prune(other.result)
    return True
