"""Libraries whose interfaces are parts of one module, such as dune's wrapped ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from mirageport.ocaml.tree import Node, Tree

_LIBRARY = re.compile(r"\(library\b")
_NAME = re.compile(r"\(name\s+([A-Za-z]\w*)\s*\)")


def whole(texts: Mapping[str, bytes], dune: str = "") -> dict[str, bytes]:
    """The interfaces that users of a library see, by file: where one has others as its parts
    (`module Part = Part`), these stand in it, and no others are seen. texts: those of a folder,
    without comments. dune: the dune file there, which wraps them in the module of its one library
    where that has no interface of its own."""
    main = next((name for name in sorted(texts) if any(_aliases(texts, name))), "")
    if not main:
        named = _NAME.findall(dune) if len(_LIBRARY.findall(dune)) == 1 else []
        if len(named) != 1 or "(wrapped false)" in dune or f"{named[0]}.mli" in texts:
            return dict(texts)
        made = "".join(f"module {_module(each)} = {_module(each)}\n" for each in sorted(texts))
        main, texts = f"{named[0]}.mli", {**texts, f"{named[0]}.mli": made.encode()}
    return {main: _filled(texts, main, (main,))}


def _module(file: str) -> str:
    return f"{file[0].upper()}{file[1:-4]}"


def _file(texts: Mapping[str, bytes], module: str) -> str:
    """The file of a module; "" where it is none of these."""
    names = (f"{module[0].lower()}{module[1:]}.mli", f"{module}.mli")
    return next((name for name in names if name in texts), "")


def _aliases(texts: Mapping[str, bytes], main: str) -> Iterator[tuple[Node, str, str]]:
    """The parts of an interface that are other files: the item, the name of the module, "" for an
    `include`, and the file."""
    tree = parse(Source(texts[main]), True)
    for node in tree.root.children:
        if node.kind == "module_definition":
            binding = node.part("module_binding")
            name, path = tree.text(binding.part("module_name")), tree.text(binding.child("body"))
            file = _file(texts, path) if path and path.rpartition("__")[2] == name else ""
            if file and file != main:
                yield node, name, file


def _filled(texts: Mapping[str, bytes], name: str, around: tuple[str, ...]) -> bytes:
    """An interface with its parts, and what it includes of other files, written out."""
    text, tree = texts[name], parse(Source(texts[name]), True)
    found = list(_aliases(texts, name))
    for node in tree.root.of("include_module_type"):
        file = _file(texts, _included(node, tree) or "?")
        found += [(node, "", file)] if file else []
    for node, module, file in sorted(found, key=lambda each: -each[0].start):
        if file not in around:
            inner = _filled(texts, file, (*around, file)).rstrip()
            if module:
                lines = b"".join(b"  %s\n" % line for line in inner.splitlines())
                inner = b"module %s : sig\n%send" % (module.encode(), lines)
            text = text[: node.start] + inner + text[node.end :]
    return text


def _included(node: Node, tree: Tree) -> str:
    """The module whose type an interface includes."""
    paths = [each for each in node.descendants() if each.kind == "module_path"]
    kinds = {each.kind for each in node.descendants()}
    return tree.text(paths[0]) if paths and "module_type_of" in kinds else ""
