"""How an API item was declared and how it is declared now, for people to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import new_device, old_device
from mirageport.ocaml.index import SigIndex, value_spec_name
from mirageport.ocaml.modules import ApiValue, SigModule
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse

if TYPE_CHECKING:
    from mirageport.api.library import Library
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.tree import Node, Reader


def signatures(library: Library, item: str, to: str = "") -> tuple[str, str] | None:
    """(The declaration before, the target's) of an item such as `CONSOLE.log_s`.

    to: what it is called now, where its name changed. The second is "" when it was removed. None
    when the item is no value, no type and no module type of an interface.
    """
    owner, _, name = item.rpartition(".")
    if owner in library.names.homes:
        now = library.successor(name)
        return (f"module type {item}", f"module type {now}") if now else None
    if not owner:
        return None  # a module, which has no declaration of its own
    if library.describes(owner):
        return _of_device(library, owner, name, to)
    return _of_module(library, owner, name, to)


def _of_device(library: Library, owner: str, name: str, to: str) -> tuple[str, str] | None:
    """A value of a module type."""
    for module in library.names.homes:
        found = library.module(module)
        module_type = found.module_type(owner) if found else None
        old = _declared(module_type.instance("").value(name)) if module_type else ""
        if old:
            now = library.successor(owner)
            described = new_device(library, owner) if now else None
            new = _declared(described.value(to or name)) if described is not None else ""
            return old, new
    return _of_type(library, owner, name, to)


def _of_type(library: Library, owner: str, name: str, to: str) -> tuple[str, str] | None:
    """A type of a module type; `to` is the path of the one that took its place."""
    old = type_text(old_device(library, owner), name)
    if not old:
        return None
    module, _, last = to.rpartition(".")
    if module:
        return old, type_text(library.now(module), last)
    return old, type_text(new_device(library, owner), name)


def type_text(module: Module | None, name: str) -> str:
    """The definition of a type of an interface; "" where it has none of this name."""
    if not isinstance(module, SigModule):
        return ""
    for layer in module.layers:
        node = layer.index.types.get(name)
        if node is not None and node.kind == "type_binding":
            return "type " + without_attributes(node, layer.index.tree)
    return ""


def without_attributes(declaration: Node, tree: Reader) -> str:
    """A declaration without its attributes, its blanks run together."""
    end = max(child.end for child in declaration.children if child.kind != "item_attribute")
    text = tree.text(declaration).encode("utf-8")[: end - declaration.start]
    return " ".join(text.decode("utf-8").split())


def _declared(found: object) -> str:
    if not isinstance(found, ApiValue):
        return ""
    declaration = found.type_node.parent
    assert declaration is not None
    return _text(found.module.index.tree, declaration)


def _text(tree: Reader, declaration: Node) -> str:
    """A `val` without its attributes, its blanks run together."""
    type_node = declaration.get("type")
    whole = tree.text(declaration)
    if type_node is None:
        return " ".join(whole.split())
    length = type_node.end - declaration.start
    return " ".join(whole.encode()[:length].decode().split())


def _of_module(library: Library, owner: str, name: str, to: str) -> tuple[str, str] | None:
    """A value of a library's module, functors included: `Arpv4.Make.connect`."""
    path = owner.split(".")
    texts = library.texts(path[0])
    old = _value(texts[0][1], path, name) if texts else ""
    if not old:
        return None
    renamed = {former: new for new, former in library.names.modules.items()}
    head = renamed.get(path[0], path[0])
    texts = library.texts(head)
    now = texts[-1][1] if library.lasts(texts) else b""
    return old, _value(now, path, to or name)


def _value(content: bytes, path: list[str], name: str) -> str:
    tree = parse(Source(content), interface=True)
    node = tree.root
    for step in path[1:]:
        found = SigIndex(node, tree, "").module(step)
        body = found.get("module_type") if found is not None else None
        if body is None:
            return ""
        node = body
    for child in node.of("value_specification"):
        if value_spec_name(child, tree) == name:
            return _text(tree, child)
    return ""
