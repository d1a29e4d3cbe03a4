"""The first draft of a pack, made by comparing the interfaces of two releases.

What may be a renaming is one only where the types agree, and there is one candidate: the name that
a deprecation message gives, or a name near the old one among those that are new. All else gets a
page that a person has to fill in.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from mirageport.api.data import Interfaces
from mirageport.api.declared import (
    EXCEPTION,
    MODULE,
    MODULE_TYPE,
    TYPE,
    VALUE,
    Declared,
    declared,
    find,
)
from mirageport.api.differences import parted
from mirageport.api.errors import constructors
from mirageport.api.library import Target
from mirageport.api.same_type import serves_as
from mirageport.diagnostics.rules import TO_FILL_IN
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from mirageport.api.data import Folder
    from mirageport.ocaml.modules import Module

_NEAR = 0.6  # how alike two names are of which one may be the other's new one
_MEMBERS = 0.6  # the share of a module's names that the one has which may be its new one
_NUMBERS = frozenset(["int", "float"])
_NUMBER = re.compile(r"\b[Uu]se\s+(-?[0-9][0-9_]*((?:\.[0-9_]*)?(?:[eE][+-]?[0-9]+)?))(?=\s|\.?$)")
_OF_LAST = re.compile(rb'(?:\s*\[@(?!@)[^\]"]*(?:"(?:[^"\\]|\\.)*"[^\]"]*)*\])+')
_FIELDS = (
    "Behind a field in `old/` may stand what it is called now (`[@port.to name]`), what reading it "
    "becomes (`[@port.becomes (fun record -> ..)]`), or that it can be left out (`[@port.gone]`); "
    "behind one that came, in `new/`, what a record gets that is built without it "
    "(`[@port.field value]`). With one of these the page may say `applicability: review`."
)
_RETYPED, _BY_HAND = "retyped", "by-hand"


class Head(NamedTuple):
    """What a pack is about: the opam package, the releases before and after."""

    package: str
    before: str
    until: str


class Change(NamedTuple):
    """What became of an item. to: its new name; "" where that is not known. now: its type today;
    "" where it is removed. hint: what its deprecation message names. lost: patterns of the
    constructors that a type has no more. becomes: a number that takes its place. fields: what
    became of a record's."""

    item: Declared
    to: str = ""
    now: str = ""
    hint: str = ""
    lost: tuple[str, ...] = ()
    becomes: str = ""
    fields: Fields | None = None


class Fields(NamedTuple):
    """What became of the fields of a record type: those that another name is likely for, by the old
    names; those that were removed; those that came; those of another type."""

    renamed: dict[str, str]
    removed: list[str]
    came: list[str]
    retyped: list[str]

    @property
    def only_names(self) -> bool:
        """Whether nothing but names changed."""
        return not (self.removed or self.came or self.retyped)

    @property
    def said(self) -> str:
        """The same in words."""
        parts = [f"`{old}` is called `{new}`" for old, new in self.renamed.items()]
        parts += [f"`{name}` was removed" for name in self.removed]
        parts += [f"`{name}` came" for name in self.came]
        parts += [f"`{name}` has another type" for name in self.retyped]
        return "; ".join(parts)


class Draft(NamedTuple):
    """A drafted pack. files: its files by their paths. examples: the code of a page's `Before` that
    may show its finding, by the name of the page. renamed, removed, changed, noted: what became of
    items; the uses of those that are only noted are found by the type check. asked: the names of
    what came into module types, by their paths. compared: how many items the old interfaces have.
    """

    files: dict[str, bytes]
    examples: dict[str, str]
    renamed: list[Change]
    removed: list[Change]
    changed: list[Change]
    noted: list[Change]
    asked: dict[str, list[str]]
    compared: int


class _Side:
    """The interfaces of one release."""

    def __init__(self, folder: Folder, release: str) -> None:
        self.folder = folder
        self.names = [name for name in folder.names() if name.endswith(".mli")]
        self.library = Target(Interfaces(folder, release, as_written=True))
        self.items = {
            (each.kind, each.path): each for name in self.names for each in self._declared(name)
        }

    def _declared(self, name: str) -> list[Declared]:
        text = self.folder.read(name) or b""
        return declared(self.library, _module(name), text)


def draft(old: Folder, new: Folder, head: Head, without: Collection[str] = ()) -> Draft:
    """The draft of a pack that leads from the interfaces in one folder to those in another, which
    are in any layout, without comments. without: the files of modules that are still there, but
    have no interface any more."""
    found = _Comparison(_Side(old, head.before), _Side(new, head.until), without)
    changes = [*found.renamed, *found.removed, *found.changed]
    marks: dict[str, list[tuple[int, str]]] = {}
    files: dict[str, bytes] = {}
    examples: dict[str, str] = {}
    pages: dict[tuple[str, str, str, bool], list[Change]] = {}
    for change in changes:
        item = change.item
        home = item.path.partition(".")[0]
        if change.fields is not None:
            ends = {name: end for name, _text, end in item.parts}
            renamed = change.fields.renamed.items()
            own = [(ends[old], f"[@port.to {new}]") for old, new in renamed]
            marks.setdefault(home, []).extend(own)
            if change.fields.only_names:
                continue
        key = item.kind, item.name, home, bool(change.now)  # `Safe.read` and `Raw.read` go together
        if change.becomes:
            marks.setdefault(home, []).append((item.end, f"[@@port.becomes ({change.becomes})]"))
        elif not change.to:
            pages.setdefault(key, []).append(change)
        else:
            mark = f"[@@port.to {_written(item, change.to)}]"
            marks.setdefault(home, []).append((item.end, mark))
    ended: dict[str, str] = {}  # the pages of whole interfaces
    for (_kind, _name, home, _now), alike in pages.items():
        name = _page_name(alike, examples)
        examples[name] = _example(alike[0])
        files[f"rules/{name}.md"] = _page(alike, head).encode()
        if not alike[0].item.owner:
            ended[home] = f'[@@@port "{name}"]\n'
            continue
        marks.setdefault(home, []).extend((each.item.end, f'[@@port "{name}"]') for each in alike)
    for name in found.was.names:
        module = _module(name)
        text = _marked(old.read(name) or b"", marks.get(module, []))
        files[f"old/{name}"] = ended.get(module, "").encode() + text
    files |= {f"new/{name}": new.read(name) or b"" for name in found.now.names}
    files["pack.md"] = _head(head, changes).encode()
    kinds = found.renamed, found.removed, found.changed, found.noted, found.asked()
    return Draft(files, examples, *kinds, len(found.was.items))


class _Comparison:
    """What became of each item. types: the new names of types by the old ones."""

    def __init__(self, was: _Side, now: _Side, without: Collection[str]) -> None:
        self.was, self.now = was, now
        self.types: dict[str, str] = {}
        self.modules: dict[str, str] = {}
        self.renamed: list[Change] = []
        self.removed: list[Change] = []
        self.changed: list[Change] = []
        self.noted: list[Change] = []
        self._arrived = [each for key, each in now.items.items() if key not in was.items]
        self._taken: dict[str, list[Change]] = {}
        ended = [name for name in was.names if now.library.module(_module(name)) is None]
        self._ended = {*map(_module, ended)}
        for module in (_module(name) for name in ended if name not in without):
            found = was.library.module(module)
            if found is not None:
                self.removed.append(Change(Declared(MODULE, module, module, "", 0, (), found)))
        self._opaque: frozenset[str] = frozenset()
        items = list(was.items.values())
        types = [each for each in items if each.kind == TYPE]
        # What modules and types are called comes first: the types of values depend on it.
        self._compare_all(each for each in items if each.kind in (MODULE, MODULE_TYPE))
        self._compare_all(each for each in types if self._found(each) is None)
        self._compare_all(each for each in types if self._found(each) is not None)
        changed = (each.item for each in (*self.changed, *self.noted))
        self._opaque = frozenset(each.path for each in changed if each.kind == TYPE)
        self._compare_all(each for each in items if each.kind in (VALUE, EXCEPTION))
        self._settle()

    def asked(self) -> dict[str, list[str]]:
        """What came into module types that were there before, by their paths: no new names."""
        found: dict[str, list[str]] = {}
        named = {each.to for each in self.renamed}
        for each in self._arrived:
            kept = (MODULE_TYPE, each.owner) in self.was.items
            if kept and each.kind == VALUE and each.path not in named:
                found.setdefault(each.owner, []).append(each.name)
        return found

    def _compare_all(self, items: Iterable[Declared]) -> None:
        for each in list(items):
            self._compare(each)

    def _found(self, item: Declared) -> tuple[str, Module] | None:
        """What has the name of an item now."""
        owner = self.modules.get(item.owner, item.owner)
        return find(self.now.library, f"{owner}.{item.name}", item.kind)

    def _compare(self, item: Declared) -> None:
        if item.owner in self._ended:
            if item.kind in (MODULE, MODULE_TYPE):
                self._ended.add(item.path)
            return  # the module's own finding says it
        owner = self.modules.get(item.owner, item.owner)
        found = self._found(item)
        if found is not None:
            if not self._is_kept(item, owner, found[0]):
                path = f"{owner}.{item.name}"
                lost, fields = self._lost(item, path), self._fields(item, path)
                change = Change(item, now=found[0] or item.text, lost=lost, fields=fields)
                says = lost or fields or item.kind == VALUE or self._holds_others(item, path)
                only_names = fields is not None and fields.only_names
                known = self.renamed if only_names else self.changed if says else self.noted
                known.append(change)
            elif owner != item.owner and item.kind in (MODULE, MODULE_TYPE):
                self.modules[item.path] = f"{owner}.{item.name}"
            return
        change = self._successor(item)
        if change.becomes:
            self.renamed.append(change)
            return
        if change.to and item.kind == TYPE:
            self.types[item.path] = change.to
        if change.to and item.kind in (MODULE, MODULE_TYPE):
            self.modules[item.path] = change.to
        elif item.kind in (MODULE, MODULE_TYPE):
            self._ended.add(item.path)
        if change.to:
            self._taken.setdefault(f"{item.kind} {change.to}", []).append(change)
        else:
            self.removed.append(change)

    def _settle(self) -> None:
        """What several old names may be called now is left to the person where only the letters
        of the names speak for it. The changes are put in the order of the interfaces."""
        for changes in self._taken.values():
            sure = [each for each in changes if each.hint or len(changes) == 1]
            self.renamed += sure
            self.removed += [each._replace(to="") for each in changes if each not in sure]
        for found in (self.renamed, self.removed, self.changed, self.noted):
            found.sort(key=lambda each: (each.item.path.partition(".")[0], each.item.end))

    def _is_kept(self, item: Declared, owner: str, now: str) -> bool:
        """Whether what has the item's name now can stand for it."""
        if item.kind == VALUE:
            return now == item.text or self._serves(f"{owner}.{item.name}", item)
        if item.kind == TYPE:
            other = self.now.items.get((TYPE, f"{owner}.{item.name}"))
            path = self.types.get(item.meaning.partition("(")[0])
            if now == item.text or path == f"{owner}.{item.name}":
                return True
            return (
                other is not None
                and not other.parts
                and bool(other.meaning)
                and (other.meaning == item.meaning)
            )
        other = self.now.items.get((item.kind, f"{owner}.{item.name}"))
        return other is None or other.text == item.text

    def _lost(self, item: Declared, path: str) -> tuple[str, ...]:
        """Patterns of the constructors that a type has no more."""
        other = self.now.items.get((TYPE, path))
        if item.kind != TYPE or other is None:
            return ()
        kept = {name for name, _text, _end in other.parts}
        lost = [
            (n, " of " in text) for n, text, _end in item.parts if n[0].isupper() and n not in kept
        ]
        tags = constructors(other.module, other.name)
        had = constructors(item.module, item.name).items() if tags else ()
        lost += [(name, payload) for name, payload in had if name not in tags]
        return tuple(f"{name} _" if payload else name for name, payload in lost)

    def _holds_others(self, item: Declared, path: str) -> bool:
        """Whether a constructor of a type holds something else than it did."""
        other = self.now.items.get((item.kind, path))
        has = {name: text for name, text, _end in other.parts} if other is not None else {}
        return any(has.get(name, text) != text for name, text, _end in item.parts)

    def _fields(self, item: Declared, path: str) -> Fields | None:
        """What became of the fields of a record type; None for any other type."""
        other = self.now.items.get((TYPE, path))
        was = {name: text for name, text, _end in item.parts if not name[0].isupper()}
        has = {n: t for n, t, _end in other.parts if not n[0].isupper()} if other else {}
        if not was or other is None:
            return None
        removed = [name for name in was if name not in has]
        came = [name for name in has if name not in was]
        renamed: dict[str, str] = {}
        for name in removed:
            type_ = was[name].partition(":")[2]
            near = [each for each in came if has[each].partition(":")[2] == type_]
            near = [each for each in near if _near(name, each)] if len(near) > 1 else near
            if len(near) == 1 and near[0] not in renamed.values():
                renamed[name] = near[0]
        return Fields(
            renamed,
            [name for name in removed if name not in renamed],
            [name for name in came if name not in renamed.values()],
            [name for name, text in was.items() if name in has and has[name] != text],
        )

    def _serves(self, path: str, item: Declared) -> bool:
        other = self.now.items.get((VALUE, path))
        type_ = other.type(self._opaque) if other is not None else None
        former = item.type(self._opaque)
        return type_ is not None and former is not None and serves_as(type_, former, self.types)

    def _successor(self, item: Declared) -> Change:
        """The one item that an item may be called now, by its message or by its name; or a number
        of its type that the message names."""
        number = _NUMBER.search(item.message)
        if number and item.text in _NUMBERS and bool(number[2]) == (item.text == "float"):
            return Change(item, becomes=number[1], hint=f"`{number[1]}`")
        named = [each for name in item.named() for each in self._resolved(item, name)]
        named = list(dict.fromkeys(named))
        same = [path for path in named if self._same(item, path)]
        said = ", ".join(f"`{path}`" for path in named)
        if len(same) == 1:
            return Change(item, same[0], hint=said)
        near = [each for each in self._arrived if each.kind == item.kind and _alike(item, each)]
        near = [each for each in near if self._same(item, each.path)]
        near = [each for each in near if each.owner == item.owner] or near
        return Change(item, near[0].path if len(near) == 1 and not named else "", hint=said)

    def _resolved(self, item: Declared, name: str) -> Iterator[str]:
        """The paths of the new interfaces that a name in the message of an item may mean."""
        around = item.owner
        while True:
            for path in (name, f"{name}.{item.name}"):
                whole = f"{around}.{path}".lstrip(".")
                if (item.kind, whole) in self.now.items and whole != item.path:
                    yield whole
                    return
            if not around:
                return
            around = around.rpartition(".")[0]

    def _same(self, item: Declared, path: str) -> bool:
        """Whether an item of the new interfaces is of the same type as an old one."""
        other = self.now.items[item.kind, path]
        if item.kind == VALUE:
            here = other.owner == item.owner and other.text == item.text
            return here or self._serves(path, item)
        if item.kind == TYPE:
            if other.name in item.message and not _body(other.text):
                return True  # abstract, which is another type: a fix to review
            return other.meaning == item.meaning and _body(other.text) == _body(item.text)
        if item.kind == EXCEPTION:
            return other.text.removeprefix(f"exception {other.name}") == item.text.removeprefix(
                f"exception {item.name}"
            )
        return other.text == item.text and self._has_most(item, path)

    def _has_most(self, item: Declared, path: str) -> bool:
        names = _members(self.was, item.path)
        kept = names & _members(self.now, path)
        return len(kept) >= _MEMBERS * len(names) and bool(kept)


def _module(file: str) -> str:
    """The name of the module whose interface a file is."""
    return f"{file[0].upper()}{file[1:-4]}"


def _members(side: _Side, path: str) -> set[tuple[str, str]]:
    inside = f"{path}."
    return {(kind, each[len(inside) :]) for kind, each in side.items if each.startswith(inside)}


def _body(declaration: str) -> str:
    """What a declaration of a type says of it, without its name."""
    return declaration.partition("=")[2].strip()


def _alike(item: Declared, other: Declared) -> bool:
    """Whether one name may have come of another: near it in the same module, the same elsewhere.
    Of modules what they have says more."""
    if item.owner != other.owner or item.name == other.name:
        return item.name == other.name
    if item.kind in (MODULE, MODULE_TYPE):
        return True
    return _near(item.name, other.name)


def _near(one: str, two: str) -> bool:
    return SequenceMatcher(None, one.lower(), two.lower()).ratio() >= _NEAR


# -- what is written -------------------------------------------------------------------------------


def _written(item: Declared, to: str) -> str:
    """A new name as an attribute has it."""
    owner, name = parted(to)
    short = name if owner == item.owner and item.kind != MODULE_TYPE else to
    return short if re.fullmatch(r"[\w.']+", short) else f"( {name} )"


def _marked(text: bytes, marks: list[tuple[int, str]]) -> bytes:
    for place, mark in sorted(marks, reverse=True):
        own = _OF_LAST.match(text, place)  # of the last constructor, which stand before the item's
        end = own.end() if own is not None else place
        text = text[:end] + f" {mark}".encode() + text[end:]
    return text


def _page_name(alike: list[Change], taken: dict[str, str]) -> str:
    item = alike[0].item
    path = item.path if len(alike) == 1 else f"{item.path.partition('.')[0]}.{item.name}"
    name = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")
    found, count = name, 1
    while found in taken:
        count += 1
        found = f"{name}-{count}"
    return found


def _head(head: Head, changes: list[Change]) -> str:
    homes = sorted({each.item.path.partition(".")[0] for each in changes})
    name = head.package.replace("-", " ").capitalize()
    return (
        f"---\ntarget: {name} {{until}}\nwords: {' '.join(homes)}\npackage: {head.package}\n"
        f"from: {head.before}\nuntil: {head.until}\n---\n"
        f"What changed in {head.package} between {head.before} and {head.until}.\n"
    )


def _page(alike: list[Change], head: Head) -> str:
    change = alike[0]
    item, gone = change.item, not change.now
    called = item.path if len(alike) == 1 else item.name
    what = f"{item.kind} {called}"
    fields, lost = change.fields, change.lost
    said = "is removed" if gone else "lost constructors" if lost else "has another type"
    said = "has other fields" if fields else said
    kind = _BY_HAND if gone else "constructors-removed" if lost else _RETYPED
    kind = "fields-changed" if fields and not fields.retyped else kind
    message = {
        _BY_HAND: "`{use}` was removed from {target}.",
        _RETYPED: f"`{called}` {said} in {{target}}: {{message}}",
        "fields-changed": "`{use}` of `{type}` {what} in {target}.",
    }.get(kind, "{target} has no `{use}`: {what}.")
    lines = [
        "---",
        f"title: The {what} {said}",
        f"category: {head.package}",
        "applicability: manual",
        "severity: error",
        f"kind: {kind}",
        f"message: {message}",
        "---",
        f"{TO_FILL_IN} say here and in `message` what to write instead, and remove this line.",
        "",
        f"Before: {_quoted(item.kind, item.text)}",
    ]
    if change.lost:
        lines += ["", f"It lost {', '.join(_quoted(VALUE, each) for each in change.lost)}."]
    elif fields:
        lines += ["", f"Now: {_quoted(item.kind, change.now)}", "", f"{fields.said}.", "", _FIELDS]
    elif change.now:
        lines += ["", f"Now: {_quoted(item.kind, change.now)}"]
    if len(alike) > 1:
        others = ", ".join(f"`{each.item.path}`" for each in alike[1:])
        lines += ["", f"This is of `{item.path}`; the page is also that of {others}."]
    if change.hint:
        lines += ["", f"Its deprecation message names {change.hint}."]
    return "\n".join([*lines, ""])


def _quoted(kind: str, text: str) -> str:
    word = "" if kind == VALUE or text.startswith(kind) else f"{kind} "
    return f"`{word}{text}`" if "`" not in text else f"`` {word}{text} ``"


def _example(change: Change) -> str:
    """Code that has a finding of the page; "" where none comes to mind."""
    item = change.item
    if item.inside:
        return ""
    name = item.path if re.fullmatch(r"[\w.']+", item.path) else f"{item.owner}.( {item.name} )"
    if change.fields:
        lost = [*change.fields.removed, *change.fields.retyped]
        return (
            f"let it (it : {_applied(item, '_').partition(' = ')[2]}) = it.{lost[0]}\n"
            if lost
            else ""
        )
    if change.lost:
        owner = "" if change.lost[0].startswith("`") else f"{item.owner}."
        type_ = _applied(item, "_").partition(" = ")[2]
        return f"let it = function (({owner}{change.lost[0]} : {type_})) -> true | _ -> false\n"
    if item.kind == VALUE and change.now:
        homes = item.owner.split(".")
        opens = "".join(f"{'.'.join(homes[: n + 1])}.(" for n in range(len(homes)))
        inner = name.rpartition(".")[2] if " " not in name else f"( {item.name} )"
        return f"let it = {opens}({inner} : {item.text}){')' * len(homes)}\n"
    if item.kind == VALUE:
        return f"let it = {name}\n"
    if item.kind == EXCEPTION:
        some = " _" if " of " in item.text else ""
        return f"let it = function {name}{some} -> true | _ -> false\n"
    if item.kind == MODULE:
        return f"module It = {name}\n"
    if item.kind == MODULE_TYPE:
        return f"module It (M : {name}) = struct\nend\n"
    return f"type {_applied(item)}\n"


def _applied(item: Declared, variable: str = "") -> str:
    """A type of its own that stands for another one."""
    head = item.text.partition("=")[0].partition(item.name)[0]
    names = [variable or each for each in re.findall(r"'\w+", head)]
    given = f"({', '.join(names)}) " if len(names) > 1 else "".join(f"{each} " for each in names)
    return f"{given}it = {given}{item.path}"
