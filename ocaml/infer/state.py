"""The state of the inference of one file, which each of its functions is given first, and what all
of them ask of it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mirageport.ocaml.analysis import UnknownUse
from mirageport.ocaml.environment import path_names
from mirageport.ocaml.modules import Binding, Struct
from mirageport.ocaml.record import Record
from mirageport.ocaml.types import OutOfBudget

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from mirageport.ocaml.environment import Env
    from mirageport.ocaml.modules import Module, TypeDef
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


def is_renamed(definition: TypeDef) -> bool:
    """Whether a type lies in a module that goes by a later name: what an `open` of it seems to
    bring may be what had the name before."""
    module = definition.env.opened
    return module is not None and bool(module.named.since)


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


class State:
    """The state of the walk over one tree.

    `result` takes what is found out about the item it is in, `prefix` is the path of the module it
    is in, `depth` counts how deep it is, `local` how many expressions with definitions it is in,
    `opened` what was opened and included, `exported` the file as a module. former: what is known of
    the items of the tree from an earlier walk. skipped: the items that are not walked. pause:
    called before each item that is walked. declared: what the interface of the file says of its
    values, by the nodes of their names: the type, and what names mean there.
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
        self.declared: Mapping[Node, tuple[Node, Env]] = {}

    def too_deep(self) -> bool:
        """Whether the walk may go no deeper here; remembered, as the result is incomplete then."""
        if self.depth < MAX_DEPTH:
            return False
        self.result.cut_short = True
        return True

    def name_of(self, node: Node) -> str:
        """The value name a node holds; an operator without its parentheses."""
        text = self.tree.text(node)
        return text.strip("()" + BLANKS) if node.kind == "parenthesized_operator" else text

    def module_path(self, node: Node, env: Env) -> Module | None:
        """The module a path means, remembered by its node."""
        names = path_names(node, self.tree)
        module = env.module(names[0]) if names else None
        steps = [module]
        for name in names[1:]:
            module = module.module(name) if module is not None else None
            steps.append(module)
        if module is not None:
            self.result.module_refs[node] = module
        part: Node | None = node
        for step in reversed(steps):
            if part is None:
                break
            if step is not None and step.item is not None and step.item.matters:
                self.result.module_uses[part] = step
            part = part.first("module_path", "extended_module_path")
        return module

    def bind(self, node: Node, name: str, type_: Type, frame: Env) -> Type:
        """Bind a name to a type in a frame."""
        frame.values[name] = Binding(node, type_, self.result)
        return type_

    def unknown(self, node: Node) -> Type:
        """The type of a value, or an operator, that nothing is known of."""
        type_ = self.unifier.var(taint=self.tree.text(node))
        self.result.unknown.append(UnknownUse(node, type_, None))
        return type_
