"""The type of promises that code is written with: values that are not there yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import READER
from mirageport.ocaml.types import Con

if TYPE_CHECKING:
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Type


class Promise(NamedTuple):
    """What a library calls its promises, and what can be done with them.

    type: the type's path, of one argument. module, infix: the module that has its functions, and
    the one that has its operators alone. extension: the name behind `%` of `let%lwt`. unit, map,
    fail: the module's promise of unit, its functions that map one and that fail with a text. fails:
    all of its functions that only fail. An empty type says that there are none.
    """

    type: str
    module: str
    infix: str
    extension: str
    unit: str
    map: str
    fail: str
    fails: tuple[str, ...]

    @property
    def payloads(self) -> tuple[str, ...]:
        """The extensions around an expression of a promise: `[%lwt e]`, `e [%finally f]`."""
        return (self.extension, "finally", f"{self.extension}.finally") if self.extension else ()

    def of(self, value: Type) -> Con:
        """The type of a promise of a value."""
        return Con(self.type, (value,))

    def holds(self, type_: Type) -> bool:
        """Whether a type is that of a promise."""
        return isinstance(type_, Con) and type_.name == self.type and len(type_.args) == 1

    def extends(self, node: Node) -> bool:
        """Whether a construct is written with the extension, such as `match%lwt`."""
        return any(
            each.kind == "attribute_id" and READER.text(each) == self.extension
            for each in node.children
        )

    def operator(self, path: str) -> str:
        """The type of an operator or function of the module by its path, or "": of those that wait
        for a promise and hand on what it holds."""
        if not self.module or not path.startswith(f"{self.module}."):
            return ""
        bind = f"'a {self.type} -> ('a -> 'b {self.type}) -> 'b {self.type}"
        known = {
            "bind": bind,
            "(>>=)": bind,
            "(>|=)": f"'a {self.type} -> ('a -> 'b) -> 'b {self.type}",
        }
        for module in (self.infix, self.module):
            if path.startswith(f"{module}."):
                return known.get(path.removeprefix(f"{module}."), "")
        return ""


NO_PROMISE = Promise("", "", "", "", "", "", "", ())
