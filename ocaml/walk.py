"""What the parts of the inference share: its state, and what each part asks of the others.

The walk over a file is one object, `infer.Inference`; its parts (patterns, applications,
expressions, modules, structures) are classes of their own only to be read one at a time.
"""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import NamedUse, UnknownUse
from mirageport.ocaml.convert import Converter
from mirageport.ocaml.environment import path_names, resolve_path
from mirageport.ocaml.modules import Binding, Struct
from mirageport.ocaml.record import Record
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import OutOfBudget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import ApiValue, Module, ModuleType, TypeDef
    from mirageport.ocaml.tree import Item, Node, Tree
    from mirageport.ocaml.types import Type, Unifier

MAX_DEPTH = 400
"""How deep expressions, patterns and modules may nest; beyond it the answer is unknown. Real code
was seen to reach 100."""

MAX_OPENS = 400
"""How many modules one file may open and include; each makes every later lookup longer."""

BLANKS = " \t\r\n"


class Argument:
    """An argument of an application: its label ("" for none) and its type."""

    __slots__ = ("label", "type")

    def __init__(self, label: str, type_: Type) -> None:
        self.label = label
        self.type = type_


def is_new(definition: TypeDef) -> bool:
    """Whether a type lies in a module that goes by its new name: what an `open` of it seems to
    bring may be what had the name before."""
    module = definition.env.opened
    return module is not None and module.naming == "new"


def bounded(walk: Callable[[], None], frames: int) -> bool:
    """Walk with room for so many Python frames; False when it went beyond its bounds."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, frames))
    try:
        walk()
    except (OutOfBudget, RecursionError):
        return False
    finally:
        sys.setrecursionlimit(limit)
    return True


class Walk(ABC):
    """The state of the walk over one tree.

    `result` takes what is found out about the item it is in, `prefix` is the path of the module it
    is in, `depth` counts how deep it is, `local` how many expressions with definitions it is in,
    `opened` what was opened and included, `exported` the file as a module. former: what is known of
    the items of the tree from an earlier walk. skipped: the items that are not walked. pause:
    called before each item that is walked.
    """

    def __init__(
        self,
        tree: Tree,
        unifier: Unifier,
        base: Env,
        former: dict[Item, Record],
        skipped: Collection[Node] = (),
    ) -> None:
        self.tree = tree
        self.unifier = unifier
        self.base = base
        self.promise = unifier.promise = base.promise
        self.former = former
        self.skipped = skipped
        self.result = unifier.owner = Record()
        self.prefix = ""
        self.depth = 0
        self.local = 0
        self.opened = 0
        self.exported = Struct("")
        self.pause: Callable[[], None] | None = None

    def too_deep(self) -> bool:
        """Whether the walk may go no deeper here; remembered, as the result is incomplete then."""
        if self.depth < MAX_DEPTH:
            return False
        self.result.cut_short = True
        return True

    # -- what every part may ask for ---------------------------------------------------------

    def name_of(self, node: Node) -> str:
        """The value name a node holds; an operator without its parentheses."""
        text = self.tree.text(node)
        return text.strip("()" + BLANKS) if node.kind == "parenthesized_operator" else text

    def module_path(self, node: Node, env: Env) -> Module | None:
        """The module a path means, remembered by its node."""
        module = resolve_path(path_names(node, self.tree), env)
        if module is not None:
            self.result.module_refs[node] = module
            if module.item is not None and module.item.changes:
                self.result.module_uses[node] = module
        return module

    def annotation(self, node: Node, env: Env) -> Type:
        """A type the user wrote."""
        self.note_types(node, env)
        return Converter(self.unifier, READER, env, own=True).type(node)

    def note_types(self, node: Node, env: Env) -> None:
        """Remember every type of an interface that is named in a piece of the text."""
        for path in node.descendants():
            if path.kind == "package_type":
                self.package(path, env)
            if path.kind != "type_constructor_path" or path in self.result.named_types:
                continue
            name, prefix = path.first("type_constructor"), path.first("extended_module_path")
            if name is None:
                continue
            module: Module | None = None
            if prefix is None:
                definition = env.type_def(self.tree.text(name))
            else:
                module = self.prefix_path(prefix, env)
                definition = module.type_def(self.tree.text(name)) if module is not None else None
            if definition is not None and (prefix is not None or not is_new(definition)):
                self.note(self.result.named_types, path, definition, prefix, module)

    def note(
        self,
        uses: dict[Node, NamedUse],
        path: Node,
        definition: TypeDef,
        prefix: Node | None,
        module: Module | None,
    ) -> None:
        """Remember a path that names a type of an interface, or a part of one, if it changed."""
        item = definition.item
        if item is not None and item.changes:
            qualifier = self.tree.text(prefix) if prefix is not None else ""
            naming = module.naming if module is not None else ""
            uses[path] = NamedUse(path, item, qualifier, naming)

    def bind(self, node: Node, name: str, type_: Type, frame: Env) -> Type:
        """Bind a name to a type in a frame."""
        frame.values[name] = Binding(node, type_, self.result)
        return type_

    def unknown(self, node: Node) -> Type:
        """The type of a value, or an operator, that nothing is known of."""
        type_ = self.unifier.var(taint=self.tree.text(node))
        self.result.unknown.append(UnknownUse(node, type_, None))
        return type_

    # -- what the parts offer each other -----------------------------------------------------

    @abstractmethod
    def expression(self, node: Node, env: Env) -> Type:
        """The type of an expression; a fresh variable where nothing can be said."""

    @abstractmethod
    def parts(self, node: Node, env: Env) -> Type:
        """A construct without a rule of its own: its parts count, what it gives is unknown."""

    @abstractmethod
    def value_type(self, node: Node, found: ApiValue | Binding | None, qualifier: str) -> Type:
        """The type of a resolved name at this use, and a record of the use."""

    @abstractmethod
    def apply(self, function: Type, arguments: list[Argument]) -> Type:
        """The result of applying a function to arguments."""

    @abstractmethod
    def pattern(self, node: Node, frame: Env) -> Type:
        """The type of a pattern; binds its names in `frame`."""

    @abstractmethod
    def parameter(self, node: Node, frame: Env) -> tuple[str, Type]:
        """(label, type) of a function's parameter; binds its names."""

    @abstractmethod
    def constructor_result(self, path: Node, payload: Type | None, env: Env) -> Type | None:
        """The type a constructor gives for this payload; None when it is unknown."""

    @abstractmethod
    def field(self, path: Node | None, env: Env) -> tuple[Type | None, Type]:
        """(type of the record, type of the field) that a field's name means, as far as known."""

    @abstractmethod
    def definition(self, node: Node, env: Env) -> Env:
        """A definition, at top level or behind `let .. in`; gives the environment after it."""

    @abstractmethod
    def broken_piece(self, node: Node, env: Env) -> Env:
        """A piece of broken text: parameters and definitions in it still bind."""

    @abstractmethod
    def structure(self, node: Node, env: Env, exported: Struct) -> Env:
        """The items of a structure, in order; what they define goes into `exported` too."""

    @abstractmethod
    def module_expression(self, node: Node, env: Env, name: str) -> Module | None:
        """The module an expression makes; `name` is what it will be called."""

    @abstractmethod
    def module_type(self, node: Node, env: Env, name: str = "") -> ModuleType | None:
        """The module type an expression means; every name in it is remembered. `name` is what it
        will be called."""

    @abstractmethod
    def prefix_path(self, node: Node, env: Env) -> Module | None:
        """The module before the name of a type, `F (A).B` too; every name in it is remembered."""

    @abstractmethod
    def package(self, node: Node, env: Env) -> None:
        """A module as a value, `(module M : S)`, or the type of one: its names are remembered."""

    @abstractmethod
    def unpack(self, name: str, type_node: Node | None, frame: Env) -> None:
        """Bind the module of an unpacked first-class module."""
