"""Types that the text writes, and the types of interfaces that it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import NamedUse
from mirageport.ocaml.convert import Converter
from mirageport.ocaml.infer import modules
from mirageport.ocaml.infer.state import is_renamed
from mirageport.ocaml.tree import READER
from mirageport.ocaml.type_syntax import read_type

if TYPE_CHECKING:
    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.infer.state import State
    from mirageport.ocaml.modules import Module, TypeDef
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


def annotation(state: State, node: Node, env: Env) -> Type:
    """A type the user wrote."""
    note_types(state, node, env)
    return Converter(state.unifier, READER, env, own=True).type(node)


def note_types(state: State, node: Node, env: Env) -> None:
    """Remember every type of an interface that is named in a piece of the text."""
    for path in node.descendants():
        if path.kind == "package_type":
            modules.package(state, path, env)
        if path.kind == "class_type_path":
            prefix = path.first("extended_module_path")
            if prefix is not None:
                modules.prefix_path(state, prefix, env)
        if path.kind != "type_constructor_path" or path in state.result.named_types:
            continue
        name, prefix = path.first("type_constructor"), path.first("extended_module_path")
        if name is None:
            continue
        module: Module | None = None
        if prefix is None:
            definition = env.type_def(state.tree.text(name))
        else:
            module = modules.prefix_path(state, prefix, env)
            definition = module.type_def(state.tree.text(name)) if module is not None else None
        if definition is not None and (prefix is not None or not is_renamed(definition)):
            note(state, state.result.named_types, path, definition, prefix)


def note(
    state: State,
    uses: dict[Node, NamedUse],
    path: Node,
    definition: TypeDef,
    prefix: Node | None,
    part: bool = False,
) -> None:
    """Remember a path that names a type of an interface that changed or ended, or a part of one.
    part: whether it names a part, which a type of the text may have of one (`type t = M.t = A`)."""
    item = definition.item
    if item is None and part and definition.body is not None:
        converter = Converter(state.unifier, definition.tree, definition.env, own=definition.own)
        original = converter.definition(read_type(definition.body, definition.tree))
        item = original.item if original is not None else None
    if item is not None and (item.changes or item.until):
        qualifier = state.tree.text(prefix) if prefix is not None else ""
        uses[path] = NamedUse(path, item, qualifier)
