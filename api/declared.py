"""What an interface declares, item by item, with what its deprecation messages name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.api.differences import parted, type_meaning, value_meaning, value_type
from mirageport.ocaml.index import SigIndex, attributes_of
from mirageport.ocaml.modules import ApiValue
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.api.library import Library
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.tree import Node, Reader, Tree
    from mirageport.ocaml.types import Type

VALUE = "value"
TYPE = "type"
EXCEPTION = "exception"
MODULE = "module"
MODULE_TYPE = "module type"

_DEPRECATED = frozenset(["deprecated", "ocaml.deprecated"])
_ALERTS = frozenset(["alert", "ocaml.alert"])
_NAME = r"\(? ?[\w.']*[\w']\)?|\(\s*[^\s\w()]+\s*\)"
# What a message puts between brackets or backquotes, or behind a word that says "instead of it".
_MESSAGE = re.compile(
    rf"\[(?P<a>{_NAME})\]|`(?P<b>{_NAME})`|\{{!?(?P<c>{_NAME})\}}"
    rf"|\b(?:use|or|and|with|by|to|for|see|is now)\s+(?P<d>{_NAME})",
    re.IGNORECASE,
)


class Declared(NamedTuple):
    """An item of an interface.

    kind: one of the kinds above. path: such as `Lib.Inner.name`. text: its type, or what it
    declares, as written, blanks run together. message: why it is deprecated. end: the byte of the
    file behind which an attribute of it may stand. parts: of a type, its constructors and fields
    with the byte behind each. module: what it is declared in. inside: whether that is a module
    type, or what a functor gives.
    """

    kind: str
    path: str
    text: str
    message: str
    end: int
    parts: tuple[tuple[str, str, int], ...]
    module: Module
    inside: bool = False

    @property
    def name(self) -> str:
        """The last name of its path."""
        return parted(self.path)[1]

    @property
    def owner(self) -> str:
        """The path of the module that it is declared in."""
        return parted(self.path)[0]

    @property
    def meaning(self) -> str:
        """Its type, or what it stands for, in canonical form; "" where that is not known."""
        if self.kind == VALUE:
            return value_meaning(self.module, self.name)
        return type_meaning(self.module, self.name) if self.kind == TYPE else self.text

    def type(self, opaque: frozenset[str]) -> Type | None:
        """The type of a value, without what types of these paths stand for."""
        return value_type(self.module, self.name, opaque) if self.kind == VALUE else None

    def named(self) -> list[str]:
        """The names that its deprecation message gives, in order."""
        text = self.message.replace("/", " / ")
        found = [next(filter(None, match.groups())) for match in _MESSAGE.finditer(text)]
        return list(dict.fromkeys(each.strip("() ") for each in found))


def declared(library: Library, name: str, text: bytes) -> list[Declared]:
    """The items of a toplevel module, those of its modules and module types included. library: in
    which it is the module of this name; text: its interface."""
    module = library.module(name)
    tree = parse(Source(text), True)
    index = SigIndex(tree.root, tree, name)
    return list(_items(index, tree, name, module, False)) if module is not None else []


def _items(
    index: SigIndex, tree: Tree, path: str, module: Module, inside: bool
) -> Iterator[Declared]:
    def item(kind: str, name: str, node: Node, text: str) -> Declared:
        parts = tuple(_parts(node, tree)) if kind == TYPE else ()
        said = _message(node, tree)
        text = " ".join(text.split())
        return Declared(kind, f"{path}.{name}", text, said, node.end, parts, module, inside)

    for name, node in index.values.items():
        type_ = node.get("type")
        yield item(VALUE, name, node, tree.text(type_) if type_ is not None else "")
    for name in index.types:
        found = index.type(name)
        assert found is not None
        if found.first("+=") is not None:
            continue  # no type: the type check reports uses of its constructors
        kind = EXCEPTION if found.kind == "exception_definition" else TYPE
        yield item(kind, name, found, _bare(found, tree))
    for name in index.modules:
        binding = index.module(name)
        assert binding is not None
        body = binding.get("module_type")
        made = ""
        while body is not None and body.kind == "functor_type":
            made, body = f"{made}{_until(body, 'codomain', tree)}", body.get("codomain")
        made = f"{made}{''.join(map(tree.text, binding.of('module_parameter')))}"
        yield item(MODULE, name, binding, made)
        inner = module.module(name)
        given = inner.apply([], name) if inner is not None and made else inner
        yield from _inner(body, tree, f"{path}.{name}", given or inner, inside or bool(made))
    for name, node in index.module_types.items():
        described = module.module_type(name)
        yield item(MODULE_TYPE, name, node, "")
        instance = described.instance("") if described is not None else None
        yield from _inner(node.get("body"), tree, f"{path}.{name}", instance, True)


def _inner(
    body: Node | None, tree: Tree, path: str, module: Module | None, inside: bool
) -> Iterator[Declared]:
    if body is not None and body.kind == "signature" and module is not None:
        yield from _items(SigIndex(body, tree, path), tree, path, module, inside)


def _until(node: Node, field: str, tree: Tree) -> str:
    inner = node.get(field)
    whole = tree.text(node).encode()
    return whole[: inner.start - node.start].decode() if inner is not None else ""


def _bare(node: Node, tree: Reader) -> str:
    """The text of a declaration without its attributes."""
    ends = [child.end for child in node.children if child.kind != "item_attribute"]
    return tree.text(node).encode()[: max(ends) - node.start].decode()


def _parts(binding: Node, tree: Tree) -> Iterator[tuple[str, str, int]]:
    """The constructors and fields of a type: name, text, and where each ends."""
    body = binding.get("body")
    for each in body.of("constructor_declaration", "field_declaration") if body is not None else ():
        name = each.first("constructor_name", "field_name")
        if name is not None:
            yield tree.text(name), " ".join(tree.text(each).split()), each.end


def _message(node: Node, tree: Tree) -> str:
    for name, payload in attributes_of(node, tree):
        if name in _DEPRECATED:
            return payload.strip("{|}") or "deprecated"
        if name in _ALERTS and payload.startswith("deprecated"):
            return payload.removeprefix("deprecated").strip(' "{|}') or "deprecated"
    return ""


def find(library: Library, path: str, kind: str) -> tuple[str, Module] | None:
    """An item of a library by its path, wherever it is declared: its type or declaration as
    written, and the module that has it."""
    owner, name = parted(path)
    head, *rest = (owner or path).split(".")
    module = library.module(head)
    for inner in rest:
        module = _step(module, inner)
    if module is None or not owner:
        return ("", module) if module is not None else None
    if kind == VALUE:
        value = module.value(name)
        if not isinstance(value, ApiValue):
            return None
        return " ".join(value.module.index.tree.text(value.type_node).split()), module
    if kind in (TYPE, EXCEPTION):
        type_ = module.type_def(name)
        constructor = module.constructor(name) if kind == EXCEPTION else None
        declaration = type_.declaration if type_ is not None else None
        if type_ is None and constructor is None:
            return None
        text = _bare(declaration, type_.tree) if type_ is not None and declaration else ""
        return " ".join(text.split()), module
    if kind == MODULE:
        return ("", module) if module.module(name) is not None else None
    return ("", module) if module.module_type(name) is not None else None


def _step(module: Module | None, name: str) -> Module | None:
    """A module in another, or what a module type or a functor in it gives."""
    inner = module.module(name) if module is not None else None
    described = module.module_type(name) if module is not None and inner is None else None
    if described is not None:
        return described.instance("")
    return (inner.apply([], name) or inner) if inner is not None else None
