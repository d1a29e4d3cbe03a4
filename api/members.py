"""What a module type of a library asks for now that it did not ask for before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.api.differences import value_meaning
from mirageport.api.signatures import without_attributes
from mirageport.ocaml.index import attributes_of
from mirageport.ocaml.items import expression
from mirageport.ocaml.modules import ApiValue, SigModule
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from mirageport.api.data import Interfaces
    from mirageport.api.library import Library
    from mirageport.ocaml.modules import Module


_TYPE = re.compile(rb"\bmodule\s+type\s+(\w+)")
_DEPTH = re.compile(rb"\b(sig|struct|object|end)\b")
_FUNCTOR = re.compile(
    rb"\bmodule\s+(\w+)\s*(?::\s*functor\s*)?((?:\(\s*\w+\s*:[^()]*\)\s*(?:->)?\s*)+)"
)


class Member(NamedTuple):
    """Something that a module type has at the target, and had not before, or with another type.

    text: its declaration. came: whether it was not there before. former: what it was called before,
    by `[@@port.to name]` beside the old one. provides: what defines it in a module without it, by
    `[@@port.provide value]`. rules: those that it names.
    """

    name: str
    text: str
    came: bool
    former: str
    provides: str
    rules: tuple[str, ...]


def asking(interfaces: Interfaces) -> frozenset[bytes]:
    """The names of the module types that may ask for more now, and of the functors that may ask for
    one of them, by the texts alone: a file without one of them need not be looked at."""
    changed: set[bytes] = set()
    texts = []
    for name in sorted(interfaces.modules()):
        _release, folder = interfaces.before or ("", interfaces.folder)
        file = f"{name[0].lower()}{name[1:]}.mli"
        old, new = folder.read(file) or b"", interfaces.folder.read(file) or b""
        texts += [old, new]
        was, now = _signatures(old), _signatures(new)
        for each, text in now.items():
            apart = interfaces.before is not None
            if (was.get(each) != text) if apart else (b"@since" in text):
                changed.add(each)
    words = re.compile(rb"\w+")
    texts = [text for text in texts if any(name in text for name in changed)]
    functors = [pair for text in texts for pair in _FUNCTOR.findall(text)]
    more = {name for name, asked in functors if not changed.isdisjoint(words.findall(asked))}
    return frozenset(changed | more)


def _signatures(text: bytes) -> dict[bytes, bytes]:
    """The module types that a text writes out, each by its words."""
    found: dict[bytes, bytes] = {}
    if b"type" not in text:
        return found
    for match in _TYPE.finditer(text):
        depth, end = 0, len(text)
        for word in _DEPTH.finditer(text, match.end()):
            depth += -1 if word[1] == b"end" else 1
            if depth <= 0:
                end = word.end()
                break
        body = b" ".join(text[match.end() : end].split())
        found[match[1]] = found.get(match[1], b"") + body
    return found


def changed_members(library: Library, path: str) -> list[Member]:
    """What came into a module type of the target, or has another type there. path: its path."""
    now = _instance(library, path, last=True)
    was = _instance(library, library.former.get(path, path), last=False)
    if now is None or was is None:
        return []
    renamed = {}
    for layer in was.layers:
        for name in layer.index.values:
            value = was.value(name)
            if isinstance(value, ApiValue) and value.item.to:
                renamed[value.item.to] = name
    found = []
    for layer in now.layers:
        for table in ("values", "types", "modules", "module_types"):
            for name, node in getattr(layer.index, table).items():
                came = all(name not in getattr(each.index, table) for each in was.layers)
                if came or (table == "values" and not _is_same(was, now, name)):
                    said = dict(attributes_of(node, layer.index.tree))
                    value = now.value(name) if table == "values" else None
                    rules = value.item.changes if isinstance(value, ApiValue) else ()
                    provides, former = (
                        expression(said.get("port.provide", "")),
                        renamed.get(name, ""),
                    )
                    text = without_attributes(node, layer.index.tree).removeprefix("val ")
                    text = f"type {text}" if table == "types" else text
                    found.append(Member(name, text, came, former, provides, rules))
    return found


def _is_same(was: SigModule, now: SigModule, name: str) -> bool:
    return value_meaning(was, name) == value_meaning(now, name)


def _instance(library: Library, path: str, *, last: bool) -> SigModule | None:
    """What a module type describes, as the target has it, or as it was at first."""
    head, *inner = path.split(".")
    forms = library.forms(head)
    if len(forms) < 2 or (last and library.now(head) is None):
        return None
    module: Module | None = forms[-1 if last else 0].module
    for name in inner[:-1]:
        module = module.module(name) if module is not None else None
    described = module.module_type(inner[-1]) if module is not None and inner else None
    found = described.instance("") if described is not None else None
    return found if isinstance(found, SigModule) else None
