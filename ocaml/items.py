"""Items of interfaces: what an interface declares, with what its attributes say became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.conversions import ARGUMENT, RESULT, conversions, template
from mirageport.ocaml.index import attributes_of, parts_of
from mirageport.ocaml.libraries import NONE, Libraries, libraries
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.conversions import Conversion
    from mirageport.ocaml.tree import Node, Reader


class Item(NamedTuple):
    """An item of an interface: its owner (module type or module), name, and attribute payloads.

    changes: the payloads of its `[@@port ".."]` attributes, the rules that know what became of it,
    each with what the item itself adds (`change_of`). watched: it has `[@@watch]`: what code does
    with its result tells the version (see `convert.api_type`). since, until: its first and its last
    release, "" where it says none. to: what it is called after that (`[@@port.to name]`, of another
    module with its path), "" where it keeps its name. becomes: the template of what a use of it
    becomes (`[@@port.becomes (..)]`). of: the library that has it (`Reader.of`). converts: what is
    put around its result and its arguments. parameters: what became of those of a functor, each
    with its name, a word, and what that is said with (`[@@port.parameter ("Name", `Word ..)]`).
    libraries: those that code needs with it, or with what becomes of it (`[@@port.libraries ..]`).
    """

    owner: str
    name: str
    changes: tuple[str, ...]
    watched: bool = False
    since: str = ""
    until: str = ""
    to: str = ""
    becomes: str = ""
    of: str = ""
    converts: tuple[Conversion, ...] = ()
    parameters: tuple[tuple[str, str, str], ...] = ()
    libraries: Libraries = NONE

    @property
    def matters(self) -> bool:
        """Whether a use of it says something of the code: of what it is to become, for which
        releases it is, or what it is built with."""
        return bool(self.changes or self.since or self.libraries is not NONE)

    @property
    def path(self) -> str:
        """The item's full name, such as `CONSOLE.log_s`; a toplevel module has no owner."""
        return f"{self.owner}.{self.name}" if self.owner else self.name

    @property
    def rules(self) -> list[str]:
        """The names of the rules in `changes`."""
        return [change_of(each)[0] for each in self.changes]


def change_of(change: str) -> tuple[str, str, str]:
    """The name of the rule of an item, the level that its fix has at most (`[@@level ".."]`) and
    why (`[@@because ".."]`), "" for none."""
    rule, _, more = change.partition(":")
    level, _, because = more.partition(":")
    return rule, level, because


def item_of(owner: str, name: str, node: Node, tree: Reader) -> Item:
    """The item that a node of an interface declares."""
    attributes = attributes_of(node, tree)
    said = dict(attributes)
    if "migrate" in said:
        from mirageport.ocaml.migrate import migration

        said = {**migration(said["migrate"]), **said}
    pages = tuple(payload for key, payload in attributes if key == "port")
    rules = (*pages, *_of_parts(node, tree, bool(pages))) or _general(node, said)
    becomes, converts = expression(said.get("port.becomes", "")), conversions(attributes)
    to = said.get("port.to", "").strip("() ")  # of an operator it is `( && )`
    type_node = node.get("type") if converts else None
    if type_node is not None and to:
        becomes = template(converts, type_node, tree, to if "." in to else f"Rel.{to}")
    because = said.get("because", "").replace("\\\n", "").replace('\\"', '"')
    more = [said.get("level", ""), " ".join(because.split())]
    return Item(
        owner,
        name,
        tuple(map(":".join, ([rule, *more] for rule in rules))) if any(more) else rules,
        "watch" in said,
        said.get("since", ""),
        said.get("until", ""),
        to,
        becomes,
        tree.of,
        converts,
        tuple(_parameter(payload) for key, payload in attributes if key == PARAMETER),
        libraries(said.get("port.libraries", "")),
    )


def _parameter(payload: str) -> tuple[str, str, str]:
    name, _, what = expression(payload).partition(",")
    word, _, text = what.strip().lstrip("`").partition(" ")
    return name.strip().strip('"'), word, expression(text.strip()).strip('"')


def expression(payload: str) -> str:
    """What an attribute has, without the parentheses around the whole of it."""
    depth = 0
    for place, sign in enumerate(payload):
        depth += (sign == "(") - (sign == ")")
        if depth == 0 and place < len(payload) - 1:
            return payload
    return payload[1:-1].strip() if payload.startswith("(") and depth == 0 else payload


PARAMETER = "port.parameter"
_RENAMED = {
    "value_specification": "renamed-value",
    "external": "renamed-value",
    "type_binding": "renamed-type",
    "exception_definition": "renamed-exception",
    "module_binding": "renamed-module",
    "module_type_definition": "renamed-module-type",
}
"""The general rules of items that are only called otherwise, by the kinds of their nodes."""


def _general(node: Node, said: dict[str, str]) -> tuple[str, ...]:
    """The rule of an item that names no page and says all there is to say by itself."""
    converts = RESULT in said or ARGUMENT in said
    if "port.becomes" in said or (converts and "port.to" in said):
        return ("rewritten",)
    if converts:
        return ("converted",)
    if PARAMETER in said:
        return ("functor-takes",)
    if "port.to" in said and node.kind in _RENAMED:
        return (_RENAMED[node.kind],)
    return ("changed",) if "because" in said or said.get("level") == "manual" else ()


FIELDS, RENAMED_CONSTRUCTOR, LOST_CONSTRUCTOR = (
    *("changed-field", "renamed-constructor", "removed-constructor"),
)
"""The general rules of types whose fields or constructors say what became of them."""


def _of_parts(node: Node, tree: Reader, has_page: bool) -> Iterator[str]:
    """The rules of a type that its fields and constructors name, and the general ones of what they
    say by themselves. has_page: whether the type names one, which is about its lost constructors.
    """
    if node.kind != "type_binding" or "[@port" not in tree.text(node.around("type_definition")):
        return
    found: dict[str, None] = {}
    for part in parts_of(node, tree).values():
        keys = [key.removeprefix("port.") for key in part.said if key.startswith("port")]
        if "port" in keys:
            found[part.said["port"].strip('"')] = None
        if part.is_field and keys:
            found[FIELDS] = None
        elif "to" in keys:
            found[RENAMED_CONSTRUCTOR] = None
        elif keys and not has_page:
            found[LOST_CONSTRUCTOR] = None
    yield from found
