"""Types: variables, constructors, arrows, tuples, polymorphic variants; and their unification for
gradual inference.

There is no type error in it. Where two types do not fit, `Unifier.unify` stops silently and what
was joined before stays joined: the code under analysis is code that no longer compiles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Union

from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeGuard

    from mirageport.ocaml.promise import Promise
    from mirageport.ocaml.tree import Node

GENERIC = 1 << 30
"""The level of a variable that a `let` has generalised."""

# Where a row came from.
CHANGED = "changed"  # an item of an interface that names what became of it
KNOWN = "known"  # an item of an interface that did not change
UNKNOWN = "unknown"  # a name nothing is known of
OWN = "own"  # a type the user declared

METHOD = "#"
"""What the name of a method has in front, as a tag of the row that its object's type is."""


class Origin(NamedTuple):
    """Where a row came from: kind (as above), the item or name, the place inside its type.

    use: the `Use` that brought it here (None where it was no value). path: "" for the result of a
    call, "`Error" for the payload of that tag, "<" before it for an argument. type_item: the type
    of an interface that the row is, if that changed. qualifier: what the user's text has before
    the name of that type.
    """

    kind: str
    name: str
    use: object
    path: str
    type_item: object = None
    qualifier: str = ""


class Site(NamedTuple):
    """One tag in the user's text: its node, its name with the backquote, and its role."""

    node: Node
    tag: str
    role: str  # "pattern", "expression" or "type"


class Owner:
    """What rows and marks belong to. alive: False once it is no part of its file any more; others
    may still hold edges to what it owned."""

    __slots__ = ("alive", "rows")

    def __init__(self) -> None:
        self.alive = True
        self.rows: list[Row] = []


class Var:
    """A type variable. taint: the unknown name its type came from. mark: see `Mark`."""

    __slots__ = ("level", "link", "mark", "taint")

    def __init__(self, level: int, taint: str | None = None, mark: Mark | None = None) -> None:
        self.link: Type | None = None
        self.level = level
        self.taint = taint
        self.mark = mark


class Mark:
    """Watches what a result that was `unit` is used as.

    It sits on a variable that stands for that `unit`; what the variable is bound to later tells
    whether the user's code still takes the old type. Copies made by instantiation are joined to
    their original, as a helper's result is whatever its uses make of it.
    """

    __slots__ = ("copies", "owner", "use", "var")

    def __init__(self, use: object, var: Var, owner: Owner) -> None:
        self.use = use
        self.var = var
        self.owner = owner
        self.copies: list[Mark] = []

    def tie(self, other: Mark) -> None:
        """Join it to a copy or to its original. Those of items that went are let go whenever there
        may be as many of them as of others: every edit of a helper's user makes a new copy."""
        for one, another in ((self, other), (other, self)):
            count = len(one.copies)
            if count & (count - 1) == 0:
                one.copies = [mark for mark in one.copies if mark.owner.alive]
            one.copies.append(another)

    def dissolve(self) -> None:
        """Nobody asks it any more: leave no circles."""
        for mark in (self, *self.copies):
            mark.var.mark = None
            mark.copies = []


class Con:
    """A type constructor applied to arguments; abstract types are names only."""

    __slots__ = ("args", "name")
    link: ClassVar[None] = None

    def __init__(self, name: str, args: tuple[Type, ...] = ()) -> None:
        self.name = name
        self.args = args


class Arrow:
    """A function type. label: "" for none, "x" for ~x, "?x" for ?x."""

    __slots__ = ("argument", "label", "result")
    link: ClassVar[None] = None

    def __init__(self, label: str, argument: Type, result: Type) -> None:
        self.label = label
        self.argument = argument
        self.result = result


class Tup:
    """A tuple type."""

    __slots__ = ("items",)
    link: ClassVar[None] = None

    def __init__(self, items: tuple[Type, ...]) -> None:
        self.items = items


class Variant:
    """The tags of a polymorphic variant, with their payloads, as far as they are known.

    The inference (`Row`) and the self-check (`strict.types.Row`) each know more of it.
    """

    __slots__ = ("level", "link", "tags")

    def __init__(self, level: int) -> None:
        self.link: Variant | None = None
        self.level = level
        self.tags: dict[str, Type | None] = {}


class Row(Variant):
    """A polymorphic variant of the inference, without bounds: closed and open ones are the same.

    origins: where it came from, as a set that keeps its order. edges join rows that share a fate
    without being one type: an instance and its generic original, an `as` alias and its scrutinee,
    a declared type and its uses. owner: what it goes with.
    """

    __slots__ = ("edges", "origins", "owner", "sites")

    def __init__(self, level: int, owner: Owner) -> None:
        self.owner = owner
        self.link = None
        self.level = level
        self.tags = {}
        self.origins: dict[Origin, None] = {}
        self.sites: list[Site] = []
        self.edges: list[Row] = []

    @property
    def weight(self) -> int:
        """How much there is to move when this row becomes part of another."""
        return len(self.sites) + len(self.origins) + len(self.edges) + len(self.tags)

    def dissolve(self) -> None:
        """Nobody asks it any more: leave no circles."""
        self.edges.clear()
        self.sites.clear()
        self.origins.clear()
        self.tags.clear()


Type = Union[Var, Con, Arrow, Tup, Variant]

UNIT = Con("unit")
INT = Con("int")
STRING = Con("string")
BYTES = Con("bytes")
BOOL = Con("bool")
FLOAT = Con("float")
CHAR = Con("char")
EXN = Con("exn")
INT32 = Con("int32")
INT64 = Con("int64")
NATIVEINT = Con("nativeint")
NUMBERS: dict[str, Type] = {"l": INT32, "L": INT64, "n": NATIVEINT}
"""The types of integer literals by their last letter, where they have one."""


def number_type(text: str) -> Type:
    """The type of a number as it is written (manual 4.03, 6.1)."""
    suffix = NUMBERS.get(text[-1:])
    if suffix is not None:
        return suffix
    digits = text.lstrip("-+").lower()
    if digits.startswith("0x"):
        return FLOAT if "." in digits or "p" in digits else INT
    return FLOAT if "." in digits or "e" in digits else INT


def prune(type_: Type) -> Type:
    """The type behind bound variables and merged rows."""
    link = type_.link
    if link is None:
        return type_
    while (further := link.link) is not None:
        # Halving the way keeps long chains of bound variables cheap. Rows need none of it: the
        # smaller one goes into the larger, so their chains are short.
        if isinstance(type_, Var):
            type_.link = further
        type_, link = link, further
    return link


def inside(type_: Type) -> Iterator[Type]:
    """A type and all that it is made of, each part once: what nothing can change is shared, so
    that a small graph of types may be a tree without end."""
    seen: set[int] = set()
    todo = [type_]
    while todo:
        current = prune(todo.pop())
        if id(current) not in seen:
            seen.add(id(current))
            yield current
            todo.extend(parts(current))


def is_ground(type_: Type) -> bool:
    """Whether nothing in a type can ever change, so that all its uses may share it."""
    return not any(isinstance(part, (Var, Variant)) for part in inside(type_))


def is_closed(type_: Type) -> bool:
    """Whether nothing that comes later can change a type: all that is open in it is generic."""
    return not any(isinstance(part, (Var, Row)) and part.level != GENERIC for part in inside(type_))


def scheme_of(type_: Type) -> Type | None:
    """A copy of a type that is generic in all its variables; None for a type with tags in it."""
    copies: dict[int, Type] = {}
    for part in inside(type_):
        if isinstance(part, Row):
            return None
        if isinstance(part, Var):
            copies[id(part)] = Var(GENERIC, part.taint)
    return _substituted(type_, copies)


def _substituted(type_: Type, copies: dict[int, Type]) -> Type:
    type_ = prune(type_)
    known = copies.get(id(type_))
    if known is not None:
        return known
    copy = type_
    if isinstance(type_, Con):
        copy = Con(type_.name, tuple([_substituted(arg, copies) for arg in type_.args]))
    elif isinstance(type_, Arrow):
        argument = _substituted(type_.argument, copies)
        copy = Arrow(type_.label, argument, _substituted(type_.result, copies))
    elif isinstance(type_, Tup):
        copy = Tup(tuple([_substituted(item, copies) for item in type_.items]))
    copies[id(type_)] = copy
    return copy


def parts(type_: Type) -> tuple[Type, ...]:
    """The types that a type is made of, payloads of tags included."""
    if isinstance(type_, Con):
        return type_.args
    if isinstance(type_, Arrow):
        return (type_.argument, type_.result)
    if isinstance(type_, Tup):
        return type_.items
    if isinstance(type_, Variant):
        return tuple([payload for payload in type_.tags.values() if payload is not None])
    return ()


def given(type_: Type) -> Iterator[tuple[Type, str]]:
    """The parts of a type that who gives a value of it gives, each with its path.

    These are those in positive positions: what is passed *to* an unknown function says nothing of
    where it comes from, what it returns (or gives to a callback) does.
    """
    seen: set[int] = set()  # rows may hold themselves
    todo = [(type_, "", True)]
    while todo:
        type_, path, positive = todo.pop()
        type_ = prune(type_)
        if positive:
            yield type_, path
        if isinstance(type_, Arrow):
            todo.append((type_.result, path, positive))
            todo.append((type_.argument, path, not positive))
        elif not isinstance(type_, Row):
            todo.extend([(part, path, positive) for part in parts(type_)])
        elif positive and id(type_) not in seen:
            seen.add(id(type_))
            for tag, payload in type_.tags.items():
                if payload is not None:
                    todo.append((payload, path + tag, positive))


_NO_PARTS: list[tuple[Type, Type]] = []  # shared, never appended to


class OutOfBudget(Exception):
    """The walk over one file took more steps than it may; what follows is unknown."""


class Unifier:
    """Unification and generalisation with one step budget for a whole file.

    steps: how many more steps (types unified, copied, generalised, tainted or converted) may be
    taken before `OutOfBudget`. owner: what new rows and marks belong to. lineage: what the
    rows belong to that tie together the uses of a declared type, in all analyses of a file that
    build on each other. promise: the type of promises, where there are any. Types grow as deep as
    the text makes them, so that every walk over them but copying is a loop; copying gives up at
    `COPY_DEPTH`.
    """

    COPY_DEPTH: ClassVar[int] = 200

    def __init__(self, steps: int = 150_000) -> None:
        self.steps = steps
        self.level = 1
        self.owner = Owner()
        self.lineage = Owner()
        self.promise: Promise | None = None

    def var(self, taint: str | None = None) -> Var:
        """A fresh variable at the current level."""
        return Var(self.level, taint)

    def row(self) -> Row:
        """A fresh row at the current level, kept for the decision at the end."""
        row = Row(self.level, self.owner)
        self.owner.rows.append(row)
        return row

    def marked(self, use: object) -> Var:
        """A variable that stands for the `unit` that `use` gave."""
        var = Var(self.level)
        var.mark = Mark(use, var, self.owner)
        return var

    def step(self) -> None:
        """Count one step. Raises `OutOfBudget` when there are none left."""
        self.steps -= 1
        if self.steps < 0:
            raise OutOfBudget

    def unify(self, one: Type, other: Type) -> None:
        """Make two types one as far as they fit."""
        todo: list[tuple[Type, Type]] = []
        while True:
            self.steps -= 1  # `step` written out, as in `_copy`
            if self.steps < 0:
                raise OutOfBudget
            if one.link is not None:
                one = prune(one)
            if other.link is not None:
                other = prune(other)
            if one is not other:
                if isinstance(one, Var):
                    self._bind(one, other)
                elif isinstance(other, Var):
                    self._bind(other, one)
                else:
                    todo += self._join(one, other)[::-1]
            if not todo:
                return
            one, other = todo.pop()

    def _join(self, one: Type, other: Type) -> list[tuple[Type, Type]]:
        """Join two types that are no variables; gives the parts that are left to unify."""
        if isinstance(one, Con) and isinstance(other, Con):
            if one.name != other.name:
                return _NO_PARTS
            return list(zip(one.args, other.args, strict=False)) if one.args else _NO_PARTS
        if _skips(one, other):
            return [(one.result, other)]
        if _skips(other, one):
            return [(one, other.result)]
        if isinstance(one, Row):
            if isinstance(other, Row):
                return self._merge(one, other)
            return _ported_result(one, other)
        if isinstance(other, Row):
            return _ported_result(other, one)
        if isinstance(one, Arrow):
            if isinstance(other, Arrow) and one.label == other.label:
                return [(one.argument, other.argument), (one.result, other.result)]
            if _lacks_one(one, other):
                return [(one.result, other)]
        elif isinstance(other, Arrow):
            if _lacks_one(other, one):
                return [(one, other.result)]
        elif isinstance(one, Tup) and isinstance(other, Tup) and len(one.items) == len(other.items):
            return list(zip(one.items, other.items, strict=True))
        return _NO_PARTS

    def coerce(self, type_: Type, target: Type) -> None:
        """`e :> t` makes no types equal, but the tags at the same places share a fate."""
        todo = [(type_, target)]
        while todo:
            self.step()
            one, other = todo.pop()
            one, other = prune(one), prune(other)
            if not isinstance(other, Row):
                todo.extend(self._join(one, other))
                continue
            if isinstance(one, Var):
                # Only tags can become tags; which ones will be found out later.
                var, one = one, self.row()
                self.unify(var, one)
            if isinstance(one, Row):
                join(one, other)

    def _bind(self, var: Var, type_: Type) -> None:
        if not self._adjust(var, type_):
            return
        if var.mark is not None and isinstance(type_, Var):
            if type_.mark is None:
                # The watched variable must stay the one that others are bound to.
                self._bind(type_, var)
                return
            var.mark.tie(type_.mark)
        var.link = type_
        if var.taint is not None:
            self.taint(type_, var.taint)

    def _adjust(self, var: Var, type_: Type) -> bool:
        """Lower the levels inside `type_` to the variable's; False when the variable occurs."""
        if isinstance(type_, Con) and not type_.args:
            return True
        todo = [type_]
        while todo:
            self.step()
            type_ = prune(todo.pop())
            if type_ is var:
                return False
            if isinstance(type_, Var):
                type_.level = min(type_.level, var.level)
            elif not isinstance(type_, Row):
                todo.extend(parts(type_))
            elif type_.level > var.level:
                type_.level = var.level
                todo.extend(parts(type_))
        return True

    def _merge(self, one: Row, other: Row) -> list[tuple[Type, Type]]:
        """Join two rows, the lighter into the heavier; gives the payloads left to unify."""
        if one.weight > other.weight:
            one, other = other, one
        if one.level != other.level:
            self._level(one, other)
        one.link = other
        other.sites.extend(one.sites)
        other.edges.extend(one.edges)
        other.origins.update(one.origins)
        left = []
        for tag, payload in one.tags.items():
            mine = other.tags.get(tag)
            if mine is None:
                other.tags[tag] = payload
            elif payload is not None:
                left.append((mine, payload))
        return left

    def _level(self, one: Row, other: Row) -> None:
        """Bring two rows to the lower of their levels, with all that is in them."""
        lower = Var(min(one.level, other.level))
        self._adjust(lower, one)
        self._adjust(lower, other)

    def taint(self, type_: Type, name: str) -> None:
        """Remember that a value of this type came from something unknown: its open parts, too."""
        for part, path in self._given(type_):
            if isinstance(part, Row):
                part.origins[Origin(UNKNOWN, name, None, path)] = None
            elif isinstance(part, Var) and part.taint is None:
                part.taint = name

    def _given(self, type_: Type) -> Iterator[tuple[Type, str]]:
        for found in given(type_):
            self.step()
            yield found

    def generalise(self, type_: Type) -> None:
        """Make what belongs to this `let` alone generic (everything above the current level)."""
        todo = [type_]
        while todo:
            self.step()
            type_ = prune(todo.pop())
            if isinstance(type_, Var):
                if type_.level > self.level:
                    type_.level = GENERIC
            elif not isinstance(type_, Row):
                todo.extend(parts(type_))
            elif self.level < type_.level < GENERIC:
                type_.level = GENERIC
                todo.extend(parts(type_))

    def instantiate(self, type_: Type) -> Type:
        """A copy with fresh variables and rows for the generic ones; copies stay joined to them."""
        if type_.link is not None:
            type_ = prune(type_)
        if isinstance(type_, Var) and type_.level != GENERIC:  # a parameter, say
            return type_
        return self._copy(type_, {}, 0)

    def _copy(self, type_: Type, seen: dict[int, Type], depth: int) -> Type:
        self.steps -= 1  # `step` written out: nothing is called more often
        if self.steps < 0:
            raise OutOfBudget
        if type_.link is not None:
            type_ = prune(type_)
        if isinstance(type_, Var):
            return self._copy_var(type_, seen) if type_.level == GENERIC else type_
        depth += 1
        if depth > self.COPY_DEPTH:
            return self.var()
        if isinstance(type_, Con):
            if not type_.args:
                return type_
            return Con(type_.name, tuple([self._copy(arg, seen, depth) for arg in type_.args]))
        if isinstance(type_, Arrow):
            argument = self._copy(type_.argument, seen, depth)
            return Arrow(type_.label, argument, self._copy(type_.result, seen, depth))
        if isinstance(type_, Tup):
            return Tup(tuple([self._copy(item, seen, depth) for item in type_.items]))
        if isinstance(type_, Row) and type_.level == GENERIC:
            return self._copy_row(type_, seen, depth)
        return type_

    def _copy_var(self, var: Var, seen: dict[int, Type]) -> Type:
        known = seen.get(id(var))
        if known is not None:
            return known
        copy = Var(self.level, var.taint)
        if var.mark is not None:
            copy.mark = Mark(var.mark.use, copy, self.owner)
            copy.mark.tie(var.mark)
        seen[id(var)] = copy
        return copy

    def _copy_row(self, row: Row, seen: dict[int, Type], depth: int) -> Type:
        known = seen.get(id(row))
        if known is not None:
            return known
        copy = self.row()
        seen[id(row)] = copy
        join(copy, row)
        for tag, payload in row.tags.items():
            copy.tags[tag] = None if payload is None else self._copy(payload, seen, depth)
        return copy


def join(one: Row, other: Row) -> None:
    """An edge between two rows: they share a fate without being one type."""
    one.edges.append(other)
    other.edges.append(one)


def _skips(one: Type, other: Type) -> TypeGuard[Arrow]:
    """Whether an optional parameter is left out where the other type has none of its name."""
    if not isinstance(one, Arrow) or not one.label.startswith("?"):
        return False
    return not isinstance(other, Arrow) or other.label != one.label


def _lacks_one(function: Arrow, other: Type) -> bool:
    """Whether a function that waits for one argument more met what it gives: the call is another
    version's, which takes fewer."""
    result = prune(function.result)
    return isinstance(result, Con) and isinstance(other, Con) and result.name == other.name


def _ported_result(row: Row, other: Type) -> list[tuple[Type, Type]]:
    """A row of an interface met `Ok` and `Error`: the code is ported already at this place.

    The two stay apart, but what the tags carried is what the constructors carry now, data that
    may end (`` Ok (`Data x) ``) included: gives these pairs.
    """
    if not isinstance(other, Con) or other.name != "result" or len(other.args) != 2:
        return []
    if not row.origins:
        return []
    value, error = row.tags.get("`Ok"), row.tags.get("`Error")
    target = prune(other.args[0])
    data = target.tags.get("`Data") if isinstance(target, Row) else None
    left: list[tuple[Type, Type]] = []
    if value is not None:
        left.append((value, target if data is None else data))
    if error is not None:
        left.append((error, other.args[1]))
    return left


class Component(NamedTuple):
    """Rows that share a fate: every tag of the text in them, and every place they came from.

    joined: the origins of each row that came from several places, which all have one type.
    """

    origins: tuple[Origin, ...]
    sites: tuple[Site, ...]
    tags: frozenset[str]
    joined: tuple[tuple[Origin, ...], ...] = ()


def components(rows: list[Row]) -> list[Component]:
    """The connected components of rows, over edges in both directions, in the order of `rows`.

    Components without a tag in the user's text are left out.
    """
    seen: set[int] = set()
    groups = []
    for row in rows:
        root = prune(row)
        if id(root) not in seen:
            seen.add(id(root))
            groups.append(_reach(root, seen))
    strange = _from_unknown_objects(groups)
    return [_component(group, strange) for group in groups if any(row.sites for row in group)]


def origins_of(type_: Type) -> list[Origin]:
    """Where a row came from, and all rows that share its fate; empty for another type."""
    row = prune(type_)
    members = _reach(row, {id(row)}) if isinstance(row, Row) else []
    return sorted({origin for member in members for origin in member.origins}, key=place_of)


def component_of(type_: Type) -> Component | None:
    """The component that a row is of; None for another type."""
    row = prune(type_)
    if not isinstance(row, Row):
        return None
    members = _reach(row, {id(row)})
    return _component(members, _from_unknown_objects([members]))


def _reach(root: Type, seen: set[int]) -> list[Row]:
    members: list[Row] = []
    todo = [root]
    while todo:
        row = todo.pop()
        assert isinstance(row, Row)
        members.append(row)
        gone = False
        for edge in row.edges:
            other = prune(edge)
            assert isinstance(other, Row)
            if not other.owner.alive:
                gone = True
            elif id(other) not in seen:
                seen.add(id(other))
                todo.append(other)
        if gone:
            row.edges = [edge for edge in row.edges if prune(edge).owner.alive]  # type: ignore[union-attr]
    return members


def _from_unknown_objects(groups: list[list[Row]]) -> dict[int, list[Origin]]:
    """Where rows came from that methods give of which no definition is known, by their ids.

    An object's type is a row whose tags are its methods, `#name`. Its origins say which of them it
    defines (`OWN`), and which calls ask for one (`UNKNOWN`, until that meets a definition).
    """
    found: dict[int, list[Origin]] = {}
    for members in groups:
        if not any(map(_is_object, members)):
            continue
        origins = {origin for member in members for origin in member.origins}
        defined = {origin.path for origin in origins if origin.kind == OWN}
        for origin in sorted(origins, key=place_of):
            if origin.kind != UNKNOWN or origin.path in defined:
                continue
            for member in members:
                for part, path in given(member.tags.get(origin.path) or UNIT):
                    found.setdefault(id(part), []).append(origin._replace(path=path))
    return found


def _is_object(row: Row) -> bool:
    return next(iter(row.tags), "").startswith(METHOD)


def _component(members: list[Row], strange: dict[int, list[Origin]]) -> Component:
    origins = dict.fromkeys([origin for row in members for origin in row.origins])
    for row in members if strange else ():
        origins.update(dict.fromkeys(strange.get(id(row), ())))
    sites = {(site.node.start, site.node.end): site for row in members for site in row.sites}
    ordered = tuple([sites[key] for key in sorted(sites)])
    tags = frozenset([tag for row in members for tag in row.tags])
    joined = tuple([tuple(row.origins) for row in members if len(row.origins) > 1])
    return Component(tuple(sorted(origins, key=place_of)), ordered, tags, joined)


def place_of(origin: Origin) -> tuple[int, str, str, str]:
    """Sorts origins by their place in the text; the order of edges depends on the typing."""
    node: Node | None = getattr(origin.use, "node", None)
    return (-1 if node is None else node.start, origin.kind, origin.name, origin.path)


def map_result(type_: Type, change: Callable[[Type], Type]) -> Type:
    """The function type with its final result changed."""
    if isinstance(type_, Arrow):
        return Arrow(type_.label, type_.argument, map_result(type_.result, change))
    return change(type_)
