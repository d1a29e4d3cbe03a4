"""What a module has to become that provides a signature of the former release: computed from the
interfaces of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import new_device, old_device
from mirageport.api.same_type import Comparing, canonical
from mirageport.api.signatures import without_attributes
from mirageport.ocaml.modules import ApiValue, SigModule
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.api.library import Library
    from mirageport.ocaml.index import Part
    from mirageport.ocaml.modules import Module, TypeDef
    from mirageport.ocaml.types import Type


class Difference(NamedTuple):
    """How the signature of a device differs between the two releases. added, changed: pairs of a
    name and its declaration at the target; dropped: names that the target does not have."""

    added: tuple[tuple[str, str], ...]
    dropped: tuple[str, ...]
    changed: tuple[tuple[str, str], ...]


def parted(path: str) -> tuple[str, str]:
    """The module of a path, and the name in it, an operator without parentheses; that may have
    dots of its own, as in `Float.+.`."""
    name = path.lstrip("( ")
    while name[:1].isalpha() and "." in name:
        name = name.partition(".")[2].lstrip("( ")
    return path[: path.rindex(name)].rstrip("( .") if name else path, name.rstrip(" )")


def difference(library: Library, device: str) -> Difference | None:
    """The values and types of a device's signature that are new, removed or changed."""
    old, new = old_device(library, device), new_device(library, device)
    if not isinstance(old, SigModule) or not isinstance(new, SigModule):
        return None
    before, after = _declared(old), _declared(new)
    return Difference(
        tuple((name, after[name][0]) for name in after if name not in before),
        tuple(name for name in before if name not in after),
        tuple(
            (name, after[name][0])
            for name in after
            if name in before and after[name][1] != before[name][1]
        ),
    )


def _declared(module: SigModule) -> dict[str, tuple[str, str]]:
    """Name -> (declaration, its meaning in canonical form) of everything a signature declares;
    types are called `type t`."""
    found: dict[str, tuple[str, str]] = {}
    for layer in module.layers:
        tree = layer.index.tree
        for name, node in layer.index.types.items():
            text = "type " + without_attributes(node, tree)
            found.setdefault(f"type {name}", (text, type_meaning(module, name)))
        for name, node in layer.index.values.items():
            text = without_attributes(node, tree).removeprefix("val ")
            found.setdefault(name, (text, value_meaning(module, name)))
    return found


def meaning(module: Module, name: str) -> str:
    """The type of a value of a module in canonical form, or what a type of it stands for."""
    return value_meaning(module, name) or type_meaning(module, name)


def type_meaning(module: Module, name: str) -> str:
    """What a type stands for; of abstract ones and records, which are the same, only that."""
    definition = module.type_def(name)
    if definition is None or definition.body is None:
        return ""
    return canonical(Comparing(definition.tree, definition.env).meant(definition, definition.body))


def part_meaning(definition: TypeDef, field: Part) -> str:
    """The type of a field of a record in canonical form."""
    return canonical(Comparing(definition.tree, definition.env).type(field.node.child("type")))


def value_meaning(module: Module, name: str) -> str:
    """The type of a value in canonical form; "" where the module has none of this name."""
    type_ = value_type(module, name)
    return canonical(type_) if type_ is not None else ""


def value_type(module: Module, name: str, opaque: frozenset[str] = frozenset()) -> Type | None:
    """The type of a value of a module; None where it has none of this name. opaque: the paths of
    types that are not expanded in it."""
    value = module.value(name)
    if not isinstance(value, ApiValue):
        return None
    return Comparing(value.module.index.tree, value.module.env, opaque).type(value.type_node)
