"""Signatures: which names an interface declares, and where."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import outlined

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.tree import Node, Reader


_PARTS = frozenset(["tag_specification", "constructor_declaration", "field_declaration"])
_UNREAD = frozenset(["extension", "item_extension", "ERROR"])
CLASSES = frozenset(["class_definition", "class_type_definition"])


class SigIndex:
    """The names of one signature (`sig .. end` or a whole interface), indexed once.

    name: what its items are owned by, such as CONSOLE. fields and constructors lead to the type
    they belong to and to their declaration; an exception is a constructor of a type of its name.
    types and modules lead to their bindings, or to what is not parsed yet. node: the signature.
    path: that of the module type that an interface gives it to, "" where there is none.
    """

    __slots__ = (
        "_names",
        "constructors",
        "fields",
        "includes",
        "module_types",
        "modules",
        "name",
        "node",
        "opens",
        "path",
        "tree",
        "types",
        "values",
    )

    def __init__(self, node: Node, tree: Reader, name: str) -> None:
        self.node = node
        self.tree = tree
        self.name = name
        self.path = ""
        self.values: dict[str, Node] = {}
        self.types: dict[str, Node] = {}
        self.fields: dict[str, tuple[str, Node]] = {}
        self.constructors: dict[str, tuple[str, Node]] = {}
        self.modules: dict[str, Node] = {}
        self.module_types: dict[str, Node] = {}
        self.includes: list[Node] = []
        self.opens: list[Node] = []
        self._names: frozenset[str] | None = None
        for child in node.children:
            self._add(child)

    @property
    def names(self) -> frozenset[str]:
        """All of them, of whatever kind."""
        if self._names is None:
            tables = (self.values, self.types, self.fields, self.constructors)
            self._names = frozenset().union(*tables, self.modules, self.module_types)
        return self._names

    @property
    def complete(self) -> bool:
        """Whether an interface says that no name is left out of this signature, those apart that
        it includes.

        The nearest signature that says something counts, from this one outwards: `[@@@complete]`,
        or `[@@@open_ended]` where a part of a complete interface is not. An interface that says
        nothing is not complete, nor is a signature of the user's text.
        """
        node: Node | None = self.node
        while node is not None:
            if node.kind in ("signature", "compilation_unit"):
                marks = [_attribute_name(each, self.tree) for each in node.of("floating_attribute")]
                if "complete" in marks or "open_ended" in marks:
                    return "complete" in marks
            node = node.parent
        return False

    @property
    def later(self) -> frozenset[str] | None:
        """The values that the library got after the release which an interface describes,
        `[@@@later "cat hash"]`; None where it does not say."""
        for name, text in attributes_of(self.node, self.tree):
            if name == "later":
                return frozenset(text.replace("\\", " ").split())
        return None

    @property
    def unread(self) -> bool:
        """Whether it has items that bind names which are in none of the tables."""
        return any(node.kind in _UNREAD for node in self.node.children)

    @property
    def classes(self) -> bool:
        """Whether it has classes, whose names are types that are in none of the tables."""
        return any(node.kind in CLASSES for node in self.node.children)

    @property
    def derives(self) -> bool:
        """Whether code is derived from one of its types, which binds names beside it."""
        bindings = [self.type(name) for name in self.types]
        return any(each is not None and derives(each, self.tree) for each in bindings)

    def module(self, name: str) -> Node | None:
        """The binding of a module."""
        node = self.modules.get(name)
        if node is not None and node.kind == "module_definition":
            return node.first("module_binding")
        return node

    def type(self, name: str) -> Node | None:
        """The binding of a type, or the definition of an exception."""
        node = self.types.get(name)
        if node is not None and node.kind == "type_definition":
            return node.first("type_binding")
        return node

    def _add(self, node: Node) -> None:
        kind = node.kind
        if kind in ("value_specification", "external"):
            self.values[outlined(node) or value_spec_name(node, self.tree)] = node
        elif kind == "type_definition" and outlined(node):
            self.types[outlined(node)] = node
        elif kind == "type_definition":
            for binding in node.of("type_binding"):
                name = binding.get("name")
                if name is not None:
                    self._add_type(self.tree.text(name), binding)
        elif kind == "exception_definition":
            declaration = node.first("constructor_declaration")
            name = declaration.first("constructor_name") if declaration is not None else None
            if declaration is not None and name is not None:
                text = self.tree.text(name)
                self.types[text] = node
                self.constructors[text] = (text, declaration)
        elif kind in ("module_definition", "module_type_definition") and outlined(node):
            names = self.modules if kind == "module_definition" else self.module_types
            names[outlined(node)] = node
        elif kind == "module_definition":
            for binding in node.of("module_binding"):
                name = binding.first("module_name")
                if name is not None:
                    self.modules[self.tree.text(name)] = binding
        elif kind == "module_type_definition":
            name = node.first("module_type_name")
            if name is not None:
                self.module_types[self.tree.text(name)] = node
        elif kind in ("include_module_type", "include_module"):
            self.includes.append(node)
        elif kind in ("open_module_signature", "open_module"):
            self.opens.append(node)

    def _add_type(self, name: str, binding: Node) -> None:
        if binding.first("+=") is None:
            self.types[name] = binding
        else:  # more constructors of a type that may be another module's
            self.types.setdefault(name, binding)
        for field, declaration in named_parts(binding, "field_declaration", "field_name"):
            type_node = declaration.get("type")
            if type_node is not None:
                self.fields[self.tree.text(field)] = (name, type_node)
        parts = named_parts(binding, "constructor_declaration", "constructor_name")
        for constructor, declaration in parts:
            self.constructors[self.tree.text(constructor)] = (name, declaration)


def named_parts(binding: Node, kind: str, name_kind: str) -> list[tuple[Node, Node]]:
    """(name, declaration) of each field or constructor that a type declares."""
    body = binding.get("body")
    if body is None:
        return []
    found = [(declaration.first(name_kind), declaration) for declaration in body.of(kind)]
    return [(name, declaration) for name, declaration in found if name is not None]


class Part(NamedTuple):
    """A constructor, a tag or a field that a type declares. node: its declaration. said: the
    attributes behind it, each with its payload."""

    node: Node
    said: dict[str, str]

    @property
    def is_field(self) -> bool:
        """Whether it is a field of a record."""
        return self.node.kind == "field_declaration"

    @property
    def is_mutable(self) -> bool:
        """Whether it is a field that can be set."""
        return self.node.first("mutable") is not None


def parts_of(binding: Node, tree: Reader) -> dict[str, Part]:
    """The constructors, tags or fields of a type by their names. An attribute is of the part that
    it stands behind, with a `;` between the two or without."""
    body, whole = binding.child("body"), binding.above
    behind = (body, binding, *([whole] if whole.children[-1:] == [binding] else ()))
    found: dict[str, Part] = {}
    said: dict[str, str] = {}
    for node in (*body.children, *(each for around in behind for each in _after(around))):
        if node.kind in _PARTS:
            said = {}
            name = tree.text(node.part("tag", "constructor_name", "field_name"))
            found[name] = Part(node, said)
        elif node.kind == "attribute":
            said[_attribute_name(node, tree)] = tree.text(node.part("attribute_payload")).strip()
    return found


def _after(node: Node) -> Iterator[Node]:
    """The attributes behind a type: there stand those of its last constructor."""
    beside = node.above.children
    rest = beside[beside.index(node) + 1 :] if node in beside else ()
    return takewhile(lambda each: each.kind == "attribute", rest)


def value_spec_name(node: Node, tree: Reader) -> str:
    """The name a `val` declares; an operator without its parentheses."""
    name = node.first("value_name", "parenthesized_operator")
    if name is None:
        return ""
    text = tree.text(name)
    return text.strip("() \t") if name.kind == "parenthesized_operator" else text


def attributes_of(node: Node, tree: Reader) -> list[tuple[str, str]]:
    """The attributes of an item, or of a whole interface: (name, payload without its quotes)."""
    found = []
    for attribute in node.of("item_attribute", "floating_attribute"):
        payload = attribute.first("attribute_payload")
        text = tree.text(payload).strip() if payload is not None else ""
        if text.startswith('"') and text.endswith('"'):
            text = text.strip('"')
        text = " ".join([text, *map(tree.text, attribute.of("attribute"))])  # of the payload
        found.append((_attribute_name(attribute, tree), text))
    return found


def derives(binding: Node, tree: Reader) -> bool:
    """Whether code is derived from a type (`[@@deriving ..]`, camlp4's `with ..`)."""
    return any("deriving" in _attribute_name(each, tree) for each in binding.of("item_attribute"))


def _attribute_name(attribute: Node, tree: Reader) -> str:
    name = attribute.first("attribute_id")
    return tree.text(name) if name is not None else ""
