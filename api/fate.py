"""What became of an item of an interface, from the release that it is of to the target.

Its rules are those that it names (`[@@port "rule"]`) and those of the items that it was in later
releases. Where it was removed on the way, those count that stand where it ended: only the target's
form is ever written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.differences import (
    meaning,
    part_meaning,
    parted,
    type_meaning,
    value_meaning,
)
from mirageport.ocaml.index import parts_of
from mirageport.ocaml.modules import ApiValue, Forms, SigModule
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.type_syntax import ARROW, BUILTIN, VARIABLE, read_type

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.api.library import Library
    from mirageport.ocaml.index import Part
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.modules import Module, TypeDef
    from mirageport.ocaml.type_syntax import TypeExpr

UNCHANGED = "unchanged"
RENAMED = "renamed"
RETYPED = "retyped"
REMOVED = "removed"

RENAMES = "port.to"
"""The attribute behind a part of a type that says its new name."""


class Fate(NamedTuple):
    """What became of an item.

    kind: `UNCHANGED`, `RENAMED`, `RETYPED` or `REMOVED`; what has both another name and another
    type is renamed. to: what the target calls it: the path of a module type, the name of a value or
    a type; "" where it was removed, or became several. rules: those that know about it.
    """

    kind: str
    to: str
    rules: tuple[str, ...]


def became(library: Library, path: str) -> Fate | None:
    """What became of a module type, a value or a type until the target, by a path that it had in
    some release: `V1_LWT.FLOW`, `V1_LWT.FLOW.read`, `Mirage_net.S.write`, `Mirage.register`. None
    for what no release until the target has."""
    owner, name = parted(path)
    module = _module(library, owner)
    if module is None:
        return None
    module_type = module.module_type(name)
    if module_type is not None and module_type.item is not None:
        return _of_module_type(library, path, module_type.item)
    item = _item(module, name)
    if item is None:
        return None
    now = _module_now(library, owner)
    to = item.to or name
    if now is None or _item(now, to) is None:
        return Fate(REMOVED, "", item.changes)
    if to != name:
        return Fate(RENAMED, to, item.changes)
    same = meaning(module, name) == meaning(now, name)
    return Fate(UNCHANGED if same else RETYPED, name, item.changes)


def keeps_type(
    library: Library, path: str, to: str, of: Callable[[Module, str], str] = value_meaning
) -> bool:
    """Whether a value of a release before has the same type as what replaces it at the target. to:
    a name in its own module, or a path. of: what is compared, `type_meaning` of types."""
    key = (path, to, of)
    if key not in library.kept:
        library.kept[key] = _keeps_type(library, path, to, of)
    return library.kept[key]


def _keeps_type(library: Library, path: str, to: str, of: Callable[[Module, str], str]) -> bool:
    owner, name = parted(path)
    module = _module(library, owner)
    if module is None:
        return False
    was = of(module, name)
    to = f"{owner}.{to}" if is_inside(library, owner, to) else to
    inside, new = parted(to)
    homes = (
        _module_now(library, inside or owner) or library.base.module(inside),
        _module(library, inside or owner),  # beside the old name: what changed since is said there
    )
    plain = of is type_meaning and was == f"{to}()" and to in BUILTIN
    return plain or (bool(was) and any(was == of(home, new) for home in homes if home is not None))


def declared(library: Library, item: Item) -> ApiValue | None:
    """What an interface says of a value of a module that code can name."""
    module: Module | None = library.module(item.owner.partition(".")[0])
    for name in item.owner.split(".")[1:]:
        module = module.module(name) if module is not None else None
    value = module.value(item.name) if module is not None else None
    return value if isinstance(value, ApiValue) else None


def keeps_items(library: Library, path: str, to: str) -> bool:
    """Whether a module of the target has all that an interface lists of another one, which a
    release before had, with the same types."""
    was, now = _module(library, path), _module_now(library, to) or _known(library, to)
    first = was.forms[0] if isinstance(was, Forms) else was
    layers = first.layers if isinstance(first, SigModule) else ()
    names = [name for each in layers for name in (*each.index.values, *each.index.types)]
    return isinstance(first, SigModule) and all(
        now is not None
        and _item(now, name) is not None
        and meaning(first, name).replace(f"{path}.", f"{to}.") == meaning(now, name)
        for name in names
    )


def values_of(
    library: Library, path: str, abstract: bool = False
) -> Iterator[tuple[str, ApiValue, bool]]:
    """The values of a module and of the modules and module types in it, as the earliest release has
    them, each with the path of where it is, and whether a module type is on the way there."""
    found = _module(library, path)
    first = found.forms[0] if isinstance(found, Forms) else found
    for layer in first.layers if isinstance(first, SigModule) else ():
        for value in map(layer.value, layer.index.values):
            if isinstance(value, ApiValue):
                yield path, value, abstract
        for name in layer.index.modules if not abstract else ():
            yield from values_of(library, f"{path}.{name}")
        for name in layer.index.module_types if not abstract else ():
            yield from values_of(library, f"{path}.{name}", True)


def beside(library: Library, item: Item) -> str:
    """The path of what a module is called now: `[@@port.to Name]` is one of the same module, where
    the target has it there, and a toplevel module otherwise."""
    owner = _module_now(library, item.owner) if item.owner else None
    for name in item.to.split("."):
        owner = owner.module(name) if owner is not None else None
    return f"{item.owner}.{item.to}" if owner is not None else item.to


TABLES = ("value", "constructor", "type_def", "module", "module_type")
"""The methods of a module that look a name up, each as another kind of item."""


def resolves(library: Library, module: str, path: str, tables: tuple[str, ...] = TABLES) -> bool:
    """Whether interfaces have a name. module: where the name may be looked up, too. path: the name,
    with modules before it or without. tables: as what."""
    name = parted(path)[1]
    homes = _homes(library, module, path)
    if name == path and "module" in tables and library.base.module(name) is not None:
        return True  # a toplevel module
    if name == path and "type_def" in tables and name in BUILTIN:
        return True
    return any(getattr(home, table)(name) for home in homes for table in tables)


def is_inside(library: Library, module: str, path: str) -> bool:
    """Whether a path of a value or a type is one of a module inside the one where it is said:
    `Field.t`, said in `Kind`, is `Kind.Field.t`, even where there is a toplevel module `Field`."""
    owner, name = parted(path)
    now = _module_now(library, module) if owner and module else None
    for inner in owner.split("."):
        now = _inner(now, inner)
    return now is not None and _item(now, name) is not None


def names_beside(library: Library, module: str, path: str) -> frozenset[str]:
    """The names of the module in which `resolves` looks a name up."""
    found: frozenset[str] = frozenset()
    for home in _homes(library, module, path):
        first = home.forms[0] if isinstance(home, Forms) else home
        layers = first.layers if isinstance(first, SigModule) else ()
        found = found.union(*(layer.index.names for layer in layers))
    return found


def _homes(library: Library, module: str, path: str) -> Iterator[Module]:
    owner = parted(path)[0]
    for where in filter(None, (f"{module}.{owner}".rstrip("."), owner)):
        found = _known(library, where)
        if found is not None:
            yield found


def _known(library: Library, path: str) -> Module | None:
    """The module that a path leads to, of whatever library."""
    head, *rest = path.split(".")
    found = library.base.module(head)
    for inner in rest:
        found = _inner(found, inner)
    return found


def labels_at(library: Library, path: str) -> list[str]:
    """The labels of what a value takes, by its path (`labels_of`); none where it is not known."""
    owner, name = parted(path)
    module = _module(library, owner)
    value = module.value(name) if module is not None else None
    return labels_of(value) if isinstance(value, ApiValue) else []


def takes(library: Library, path: str) -> dict[str, TypeExpr] | None:
    """The labelled arguments of a value, `?x` for an optional one, with their types; None where the
    value is not known, or gives what may be a function."""
    owner, name = parted(path)
    module = _module(library, owner)
    value = module.value(name) if module is not None else None
    if not isinstance(value, ApiValue):
        return None
    result, found = read_type(value.type_node, value.module.index.tree), {}
    while result.form == ARROW:
        found[result.name] = result.parts[0]
        result = result.parts[1]
    return found if found and result.form != VARIABLE else None


def labels_of(value: ApiValue) -> list[str]:
    """The labels of what a value takes, in order, `?x` for an optional one, "" for none."""
    expression, found = read_type(value.type_node, value.module.index.tree), []
    while expression.form == ARROW:
        found.append(expression.name)
        expression = expression.parts[1]
    return found


def was_removed(library: Library, path: str) -> bool:
    """Whether the target does not have an item of a release before, under whatever name. Types are
    not compared, which takes long."""
    owner, name = parted(path)
    module = _module(library, owner)
    module_type = module.module_type(name) if module is not None else None
    if module_type is not None and module_type.item is not None:
        return not library.history.last(path)
    item = _item(module, name) if module is not None else None
    now = _module_now(library, owner)
    return item is not None and (now is None or _item(now, item.to or name) is None)


def type_item(library: Library, path: str) -> Item | None:
    """A type of a release before, by its path; None where there is none."""
    owner, name = parted(path)
    module = _module(library, owner)
    definition = module.type_def(name) if module is not None else None
    return definition.item if definition is not None else None


class Declared(NamedTuple):
    """A type as a release declares it, with its constructors, tags or fields by their names. None
    where the release has no such type."""

    definition: TypeDef | None
    parts: dict[str, Part]


def declarations(library: Library, path: str) -> tuple[Declared, Declared]:
    """A type as it was before, and as the target has it under its new name. path: of the type."""
    owner, name = parted(path)
    was = _declaration(_module(library, owner), name)
    item = was.definition.item if was.definition is not None else None
    to = item.to if item is not None and " " not in item.to else ""
    inside, last = parted(f"{owner}.{to}" if is_inside(library, owner, to) else to)
    return was, _declaration(_module_now(library, inside or owner), last or name)


def _declaration(module: Module | None, name: str) -> Declared:
    definition = module.type_def(name) if module is not None else None
    binding = definition.declaration if definition is not None else None
    if definition is None or binding is None:
        return Declared(definition, {})
    return Declared(definition, parts_of(binding, definition.tree))


def keeps_field(library: Library, path: str, old: str, new: str) -> bool:
    """Whether the field that takes the place of one of a record type has the same type, and can be
    set where that one could."""
    kinds = []
    for side, name in zip(declarations(library, path), (old, new), strict=True):
        part, definition = side.parts.get(name), side.definition
        if part is None or definition is None:
            return False
        kinds.append((part_meaning(definition, part), part.is_mutable))
    (was, could), (now, can) = kinds
    return was == now and could <= can


def lost_constructors(library: Library, path: str) -> tuple[frozenset[str], dict[str, str]]:
    """The constructors or tags that a type had before, and those of them that the target's lacks
    and that have no other name there, each with what a value becomes (`[@port.becomes ..]` behind
    it), "" where that says nothing. path: of the type."""
    was, now = declarations(library, path)
    lost = {name: part.said for name, part in was.parts.items() if name not in now.parts}
    becomes = {name: said.get("port.becomes", "") for name, said in lost.items()}
    return frozenset(was.parts), {n: becomes[n] for n, said in lost.items() if RENAMES not in said}


def _of_module_type(library: Library, path: str, item: Item) -> Fate:
    names = library.history.last(path)
    if not names:
        return Fate(REMOVED, "", item.changes)
    kind = UNCHANGED if names == (path,) else RENAMED
    return Fate(kind, names[0] if len(names) == 1 else "", item.changes)


def _item(module: Module, name: str) -> Item | None:
    value = module.value(name)
    if isinstance(value, ApiValue):
        return value.item
    definition = module.type_def(name)
    return definition.item if definition is not None else None


def _module(library: Library, path: str) -> Module | None:
    """The module that a path leads to, or what the module type there describes, in all forms."""
    head, *rest = path.split(".")
    module = library.module(head)
    for name in rest:
        module = _inner(module, name)
    return module


def _module_now(library: Library, path: str) -> Module | None:
    """What has the place of a module, or of what a module type describes, at the target."""
    names = library.history.last(path)
    if not names:
        return None
    head, *rest = names[0].split(".")
    renamed = {former: new for new, former in library.names.modules.items()}
    module: Module | None = library.now(head) or library.now(renamed.get(head, ""))
    for name in rest:
        module = _inner(module, name)
    return module


def _inner(module: Module | None, name: str) -> Module | None:
    """A module in another, or what a module type in it describes; of a functor, what it gives."""
    inner = module.module(name) if module is not None else None
    described = module.module_type(name) if module is not None and inner is None else None
    if described is not None:
        return described.instance("", described.named)
    applied = inner.apply([], name) if inner is not None else None
    return applied or inner
