"""Module types and the errors in them, as the interfaces before and now declare them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.environment import resolve_path
from mirageport.ocaml.modules import ApiValue
from mirageport.ocaml.type_syntax import ARROW, CONSTRUCTOR, ROW, read_type

if TYPE_CHECKING:
    from mirageport.api.library import Library
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import Module, TypeDef
    from mirageport.ocaml.type_syntax import TypeExpr

_DEEPEST = 10  # how many types may inherit from each other


def old_device(library: Library, device: str) -> Module | None:
    """A module type as it was before, by the name it had, or what a library's functor gave."""
    device = library.names.same.get(device, device)
    for owner in library.names.homes:
        module = library.module(owner)
        module_type = module.module_type(device) if module is not None else None
        if module_type is not None:
            return module_type.instance("")
    return _made(library, device, first=True)


def new_device(library: Library, device: str) -> Module | None:
    """A module type as the target has it, by the name it had before, or what a library's functor
    gives there; None for one that has no successor."""
    path = library.successor(device)
    if not path:
        return _made(library, device, first=False)
    return _described(library, path)


def _described(library: Library, path: str) -> Module | None:
    """What a module type of the target describes."""
    head, *inner, last = path.split(".")
    module: Module | None = library.now(head)
    for name in inner:
        module = module.module(name) if module is not None else None
    module_type = module.module_type(last) if module is not None else None
    return module_type.instance("") if module_type is not None else None


def _made(library: Library, path: str, *, first: bool) -> Module | None:
    """A module of a library as it was at first, or as the target has it, by its path; of a functor,
    what it gives; of a signature, what it describes."""
    owner, _, signature = library.names.signatures.get(path, "").rpartition(".")
    head, *rest = (owner or path).split(".")
    forms = library.forms(head)
    module: Module | None = forms[0].module if first and forms else library.now(head)
    for name in rest:
        module = module.module(name) if module is not None else None
    if module is not None and signature:
        described = module.module_type(signature)
        return described.instance("") if described is not None else None
    applied = module.apply([], path) if module is not None else None
    return applied or module


def constructors(module: Module | None, name: str) -> dict[str, bool]:
    """The tags of a type of a module, and whether each carries something. Empty where the type is
    no row of tags, as abstract ones are."""
    definition = module.type_def(name) if module is not None else None
    found: dict[str, bool] = {}
    if definition is not None:
        _collect(definition, found, _DEEPEST)
    return found


def _collect(definition: TypeDef, found: dict[str, bool], deepest: int) -> None:
    if definition.body is None or not deepest:
        return
    todo = [read_type(definition.body, definition.tree)]
    while todo:
        expression = todo.pop()
        if expression.form == ROW:
            found.update({tag: payload is not None for tag, _node, payload in expression.tags})
            todo.extend(expression.parts)
        elif expression.form == CONSTRUCTOR:
            inherited = _named(expression, definition)
            if inherited is not None:
                _collect(inherited, found, deepest - 1)


def _named(expression: TypeExpr, definition: TypeDef) -> TypeDef | None:
    if not expression.path:
        return definition.env.type_def(expression.name)
    module = resolve_path(expression.path, definition.env)
    return module.type_def(expression.name) if module is not None else None


def error_type(library: Library, item: Item) -> str:
    """The name of the type of a value's errors now: `error`, `write_error`, or "" where
    its result is none."""
    module = new_device(library, item.owner)
    value = module.value(item.name) if module is not None else None
    if not isinstance(value, ApiValue):
        return ""
    expression = read_type(value.type_node, value.module.index.tree)
    while expression.form == ARROW:
        expression = expression.parts[1]
    while expression.form == CONSTRUCTOR and expression.name != "result" and expression.parts:
        expression = expression.parts[-1]
    return expression.parts[1].name if expression.name == "result" else ""
