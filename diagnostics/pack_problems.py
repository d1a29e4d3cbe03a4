"""What is wrong with a pack that is data alone, each with its file, its line and the nearest right
word: asked before the pack is used."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from mirageport.api.differences import type_meaning, value_meaning
from mirageport.api.fate import (
    TABLES,
    beside,
    keeps_items,
    keeps_type,
    names_beside,
    resolves,
)
from mirageport.diagnostics.changes.template import templates
from mirageport.diagnostics.changes.template_types import agrees, contradiction
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE
from mirageport.diagnostics.pack_head import Problem, head_problems, near
from mirageport.diagnostics.page_problems import page_problems
from mirageport.diagnostics.template_problems import OldItem, template_problem
from mirageport.ocaml.conversions import ARGUMENT, RESULT, parameters, template
from mirageport.ocaml.index import attributes_of
from mirageport.ocaml.items import PARAMETER, expression, item_of
from mirageport.ocaml.libraries import wrong as wrong_libraries
from mirageport.ocaml.migrate import migration
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import NO_NODE, READER, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mirageport.api.data import Folder
    from mirageport.diagnostics.pack import Pack
    from mirageport.ocaml.items import Item
    from mirageport.ocaml.tree import Node

_NEW_NAME = {
    "value-renamed": ("value",),
    "constructor-renamed": ("constructor",),
    "module-renamed": ("module",),
}
"""As what the new names on a page are looked up, by its kind."""

_TABLES = {
    "value_specification": ("value",),
    "external": ("value",),
    "type_binding": ("type_def",),
    "exception_definition": ("constructor",),
    "module_binding": ("module",),
    "module_type_definition": ("module_type",),
}
"""As what the new name of an item is looked up, by the kind of its node."""
_OF_TYPES = ("constructor", "field")

_WHOLE = frozenset(["exception_definition", "module_type_definition"])
"""The nodes of items whose new path is not looked up in their own module."""

ATTRIBUTES = frozenset(
    [
        *(
            "port",
            "port.to",
            "port.becomes",
            RESULT,
            ARGUMENT,
            PARAMETER,
            "level",
            "because",
            "port.libraries",
            "port.gone",
            "port.field",
            "port.provide",
            "since",
            "until",
            "complete",
            "open_ended",
            "watch",
        ),
    ]
)
"""The attributes that an interface of a pack may have."""

_ONCE = frozenset(["port.to", "port.becomes", "because", "level", "since", "until", RESULT])
_WITH_TEXT = frozenset(["port.to", "port.becomes", "because", RESULT, ARGUMENT, PARAMETER])
_OF_MODULE = frozenset(
    ["port", "port.libraries", "because", "level", "since", "until", "complete", "open_ended"]
)
MIGRATE = ("repl", "libraries", "pps")
"""The fields of `[@@migrate { .. }]`."""


_LEVELS = (SAFE, REVIEW, MANUAL)
_PARAMETERS = ("Dropped", "Added", "Renamed")
OF_PARTS = frozenset(
    ["port", "port.to", "port.becomes", "port.gone", "port.field", "since", "until"]
)
"""Those that may stand behind a constructor or a field, with one sign."""

_OPENED = re.compile(rb"\[@")
_BRACKET = re.compile(
    rb'"(?:[^"\\]|\\.)*"|[\[\]]|\n[ \t]*(?:val|type|module|exception|end)\b', re.DOTALL
)
_MISSPELT = 0.75  # how alike an attribute is to one of ours that it was meant to be


def problems(folder: Folder, pack: Pack) -> list[Problem]:
    """What is wrong in the folder of a pack, in the order of its files. Names are looked up only
    where all the rest is right."""
    found = head_problems(folder)
    pages = frozenset(pack.rules.names())
    for name in sorted(pages):
        found += page_problems(folder, f"rules/{name}.md", pack.shapes)
    said = [
        each
        for inner in ("interfaces/", "old/", "new/", "")
        for name in folder.names(inner)
        if name.endswith(".mli")
        for each in _attributes(folder, f"{inner}{name}")
    ]
    found += filter(None, (_wrong(each, pages) for each in said))
    found += _repeated(said)
    found += _overlooked(said, folder, pack.words)
    return found or [
        each for one in said for each in (_unresolved(one, pack), _by_its_page(one, pack)) if each
    ]


def _repeated(said: list[_Attribute]) -> Iterator[Problem]:
    """What an item says twice."""
    seen = set()
    for each in said:
        key = each.file, each.node.start, each.name
        if each.name in _ONCE and each.of_item and not each.floating and key in seen:
            yield each.problem("this item has such an attribute already, and only one counts")
        seen.add(key)


def _overlooked(
    said: list[_Attribute], folder: Folder, words: tuple[bytes, ...]
) -> Iterator[Problem]:
    """Modules that have attributes, while no file is looked at that names only them."""
    changes = [each for each in said if each.name.startswith("port") or each.name == "because"]
    first = {each.file: each for each in reversed(changes)}
    for file, each in first.items():
        module = _module(file, each.node).partition(".")[0] or _module(file, NO_NODE)
        others = (f"old/{name}" for name in folder.names("old"))
        texts = [folder.read(other) or b"" for other in others if other != file]
        named = any(module.encode() in text for text in texts)
        if file.startswith("old/") and not named and not any(w in module.encode() for w in words):
            why = (
                f"`words` of pack.md lacks `{module}`: a file without one of them is not looked at"
            )
            yield Problem(file, each.line, why)


def _by_its_page(said: _Attribute, pack: Pack) -> Problem | None:
    """What the page that an item names lacks for this item."""
    if said.name != "port":
        return None
    page, item = pack.rules.rule(said.payload.strip('"')), said.item
    if page.kind == "template" and not item.becomes and "becomes" not in page.options:
        return said.problem(
            "its page is of the kind template, so that the item needs an attribute "
            "`[@@port.becomes (fun ..)]` that says what a call becomes"
        )
    if page.kind in ("module-renamed", "type-moved") and not item.to and "to" not in page.options:
        return said.problem("neither the page nor `[@@port.to ..]` says the new name")
    tables = _NEW_NAME.get(page.kind, ())
    for pair in page.options.get("to", "").split() if tables and said.module else ():
        old, equals, new = pair.rpartition("=")
        if (not equals or old == item.name) and not resolves(pack.judged, said.module, new, tables):
            like = near(new.rpartition(".")[2], names_beside(pack.judged, said.module, new))
            return said.problem(
                f"its page says `to: {pair}`, but {pack.target} has no `{new}`{like}"
            )
    return None


class _Attribute(NamedTuple):
    """An attribute of an interface, or a place that cannot be read: without a name, its payload
    says why. module: the path of the module that it stands in. of_item: whether it is of an item,
    and not of a part of one. node: what it stands behind. floating: whether it is of the whole
    module."""

    file: str
    line: int
    name: str
    payload: str
    module: str
    node: Node = NO_NODE
    of_item: bool = True
    floating: bool = False

    @property
    def tables(self) -> tuple[str, ...]:
        """As what the new name of the item is looked up."""
        return _TABLES.get(self.node.kind, TABLES) if self.of_item else _OF_TYPES

    @property
    def item(self) -> Item:
        """The item that it is of."""
        name = self.node.part("value_name", "parenthesized_operator", "module_name")
        text = READER.text(
            name or self.node.child("name") or self.node.part("constructor_declaration")
        )
        return item_of(self.module, text.strip("() "), self.node, READER)

    @property
    def old_item(self) -> OldItem:
        """The same, for what looks at templates."""
        return OldItem(self.module, self.item.name, self.node.get("type"))

    def problem(self, message: str) -> Problem:
        signs = "@@@" if self.floating else "@@" if self.of_item else "@"
        text = f"`[{signs}{self.name} {self.payload}]`"
        return Problem(self.file, self.line, f"{text}: {message}")


def _attributes(folder: Folder, file: str) -> Iterator[_Attribute]:
    source = Source(folder.read(file) or b"")
    tree = parse(source, True)
    unclosed = _unclosed(source.data) if tree.broken else None
    why = "this is no OCaml interface" if unclosed is None else "this attribute has no `]`"
    for start, _end in tree.broken if unclosed is None else [(unclosed, unclosed)]:
        yield _Attribute(file, source.line_of(start) + 1, "", why, "")
    for node in tree.root.descendants():
        if node.kind in ("item_attribute", "floating_attribute", "attribute"):
            line, name = source.line_of(node.start) + 1, tree.text(node.part("attribute_id"))
            payload = tree.text(node.part("attribute_payload")).strip()
            said = {name: payload}
            if name == "migrate":
                said = migration(payload) or {name: payload}
            of_item = node.kind != "attribute" or name == "migrate"  # of exceptions
            for name, payload in said.items():
                yield _Attribute(
                    *(file, line, name, payload, _module(file, node), node.above, of_item),
                    floating=node.kind == "floating_attribute",
                )


def _unclosed(text: bytes) -> int | None:
    """Where the first attribute stands before whose end the next one or a new item begins."""
    for found in _OPENED.finditer(text):
        depth = 0
        for sign in _BRACKET.finditer(text, found.start()):
            depth += {b"[": 1, b"]": -1}.get(sign[0], 0)
            if depth == 0:
                break
            if sign[0].startswith(b"\n"):
                return found.start()
        else:
            return found.start()
    return None


def _module(file: str, node: Node) -> str:
    """The path of the module that a node of an interface stands in; "" for a module type, whose
    items another module type has later."""
    inner = ""
    around = node.above.up("module_binding", "module_type_definition")
    while around is not None:
        if around.kind == "module_type_definition":
            return ""
        inner = f".{READER.text(around.part('module_name'))}{inner}"
        around = around.up("module_binding", "module_type_definition")
    own = file.rpartition("/")[2][: -len(".mli")]
    return f"{own[:1].upper()}{own[1:]}{inner}"


def _wrong(said: _Attribute, pages: Collection[str]) -> Problem | None:
    """What is wrong with an attribute by itself."""
    name, payload = said.name, said.payload.strip('"')
    if not name:
        return Problem(said.file, said.line, said.payload)
    if name == "migrate":
        known = ", ".join(f"`{each}`" for each in MIGRATE)
        field = payload.strip("{ ").partition("=")[0].strip()
        return said.problem(
            f"this names no replacement: its fields are {known}{near(field, MIGRATE)}"
        )
    if name not in ATTRIBUTES:
        like = get_close_matches(name, sorted(ATTRIBUTES), 1, _MISSPELT)
        if not like and not name.startswith("port"):
            return None  # one of the compiler or of a preprocessor
        message = f"there is no attribute `{name}`{near(name, ATTRIBUTES)}"
        return Problem(said.file, said.line, message)
    if said.floating and name not in _OF_MODULE:
        return said.problem(
            f"this is of a whole module: write `[@@{name} ..]` behind an item, or for the module "
            '`[@@@port "page"]` or `[@@@because ".."]`'
        )
    if said.node.kind.startswith("class") and name not in ("since", "until"):
        return said.problem("no use of a class is found: the type check alone looks at them")
    if said.node.first("+=") is not None and name not in ("since", "until"):
        return said.problem(
            "no use of a constructor that extends a type is found: the type check alone looks at "
            "them"
        )
    if not said.of_item and name not in OF_PARTS:
        return said.problem(
            f"behind a part of an item it says nothing: write `[@@{name} ..]` behind the item"
        )
    if said.of_item and name in ("port.gone", "port.field"):
        return said.problem(f"write `[@{name} ..]` behind a field, with one sign")
    if not payload and name in _WITH_TEXT:
        return said.problem(f"it says nothing: write `[@@{name} ..]` with what it is to say")
    if name == "port" and payload not in pages:
        return said.problem(f"there is no page rules/{payload}.md{near(payload, pages)}")
    if name == "level" and payload not in _LEVELS:
        return said.problem(f"there is no such level: {', '.join(_LEVELS)}{near(payload, _LEVELS)}")
    if name == "level" and payload != MANUAL and not said.item.changes:
        return said.problem('nothing here has a fix: write `[@@port.to ..]`, or `[@@because ".."]`')
    if name == "port.libraries" and (why := wrong_libraries(payload)):
        return said.problem(why)
    if name in ("since", "until") and not payload.replace(".", "").isdecimal():
        return said.problem("this is no release, such as 4.14")
    return None


def _unresolved(said: _Attribute, pack: Pack) -> Problem | None:
    """A name in an attribute that the interfaces do not have."""
    if said.name == "port.to" and said.module:
        names = said.payload.strip("() ").partition("[@")[0].split()
        apart = pack.library.interfaces.before is not None
        library = pack.judged if apart else pack.library  # one tree has the names on the way, too
        of_type = said.tables == _TABLES["type_binding"]  # which may become `New.path list`
        for name in names if of_type else ["".join(names)]:
            whole = "." in name and said.node.kind in _WHOLE
            if resolves(library, "" if whole else said.module, name, said.tables):
                continue
            if whole and resolves(library, said.module, name, said.tables):
                return said.problem(f"write the whole path: `{said.module}.{name}`")
            like = near(name.rpartition(".")[2], names_beside(library, said.module, name))
            who = pack.target if apart else "no release"
            return said.problem(f"{who} has {'no `' + name + '`' if apart else 'this name'}{like}")
    if said.name in ("port.becomes", "port.field") and not said.of_item:
        return _part(said, pack)
    if said.name == "level" and said.payload == f'"{SAFE}"' and not _is_safe(said, pack):
        return said.problem(
            "the types before and after do not agree, or are not known, so that each fix is for "
            "review, whatever this says: leave it out"
        )
    if said.name in (RESULT, ARGUMENT) and (why := _inconvertible(said, pack)):
        return said.problem(why)
    if said.name == PARAMETER and (why := _no_parameter(said, pack)):
        return said.problem(why)
    payload = expression(said.payload) if said.name == "port.becomes" else ""
    why = template_problem(payload, said.old_item, pack) if payload else ""
    return said.problem(why) if why else None


def _inconvertible(said: _Attribute, pack: Pack) -> str:
    """Why a conversion of a value means nothing; "" where it does."""
    item, type_node = said.item, said.node.get("type")
    if type_node is None or item.name == "":
        return "only values have a conversion"
    if "port.becomes" in dict(attributes_of(said.node, READER)):
        return "`[@@port.becomes ..]` beside it says what a call is: put the conversion in there"
    known = [each.of for each in parameters(type_node, READER)[0]]
    for each in item.converts:
        if not each.function:
            return f"there is no function: `[@@{said.name} .. (fun x -> ..)]`"
        if each.of and each.of not in known:
            labels = ", ".join(f"`{of}`" if of.isdecimal() else f'`"{of}"`' for of in known)
            return f"the value takes no argument `{each.of}`: {labels or 'it takes none'}"
    head = item.to if "." in item.to else f"Rel.{item.to or item.name}"
    text = template(item.converts, type_node, READER, head)
    if why := template_problem(text, said.old_item, pack):
        return why
    against = contradiction(pack, item, text)
    return f"this does not give what the value was: {against}" if against else ""


def _no_parameter(said: _Attribute, pack: Pack) -> str:
    """Why what is said of a functor's parameter means nothing; "" where it does."""
    item, library = said.item, pack.library
    forms = [each for form in library.parameters(item.path).before for each in form]
    types = [type_.split()[0].rpartition(".")[2] for _name, type_ in forms if type_]
    before = [*(name for name, _type in forms), *types]
    path = beside(library, item) if item.to else item.path
    now = [name for name, _type in library.parameters(path).now]
    for name, word, text in item.parameters:
        known = now if word == "Added" else before
        if word not in _PARAMETERS:
            return f"there is no `{word}`{near(word, _PARAMETERS)}: {', '.join(_PARAMETERS)}"
        if name not in known:
            return f"there is no parameter `{name}`{near(name, known)}: {' '.join(known)}"
        if word == "Renamed" and text not in now:
            return f"{pack.target} has no parameter `{text}`{near(text, now)}: {' '.join(now)}"
    return ""


def _is_safe(said: _Attribute, pack: Pack) -> bool:
    """Whether the types of an item and of what it becomes agree."""
    item, library = said.item, pack.library
    if item.becomes:
        return agrees(pack, item, templates(item.becomes))
    if said.node.kind == "module_binding":
        return not item.to or keeps_items(library, item.path, beside(library, item))
    of = type_meaning if said.node.kind == "type_binding" else value_meaning
    return not item.to or keeps_type(library, item.path, item.to, of)


def _part(said: _Attribute, pack: Pack) -> Problem | None:
    """A name of what a constructor becomes that the target does not have."""
    tree = parse(Source(f"let _ = {said.payload}".encode()))
    for node in tree.root.descendants():
        path = tree.text(node).removeprefix("Rel.")
        if node.kind in ("constructor_path", "value_path") and tree.text(node) != path:
            if not resolves(pack.judged, said.module, path):
                like = near(path.rpartition(".")[2], names_beside(pack.judged, said.module, path))
                return said.problem(f"{pack.target} has no `{path}`{like}")
    return None
