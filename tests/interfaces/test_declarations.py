"""What later releases declare, by a table of what the libraries' own interfaces say.

A row of `declarations.tsv` is a path, the first and the last station at which it has a declaration,
and this, without the modules that its types are of; `no val x` says that there is none.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mirageport.api.signatures import without_attributes
from mirageport.mirage.pack import judged
from mirageport.ocaml.modules import SigModule

if TYPE_CHECKING:
    from mirageport.api.library import Target

# Of each station of the table the release whose libraries it is about.
RELEASES = ("3.7.7", "3.10.6", "4.0.0", "4.4.2", "4.8.2", "4.11.1")
STATIONS = {each.rpartition(".")[0]: each for each in RELEASES}

ROWS = [
    tuple(line.split("\t"))
    for line in Path(__file__).with_name("declarations.tsv").read_text().splitlines()
]

_MODULES = re.compile(r"\b(?:[A-Z]\w*\.)+(?=[a-z])")
_TAGS = re.compile(r"(\[[<>]?) ([^\[\]]*) \]")


@cache
def _library(station: str) -> Target:
    return judged(STATIONS[station])


def _plain(declaration: str) -> str:
    """A declaration without the modules of its types, its tags sorted, which have no order."""
    text = _MODULES.sub("", declaration).replace("type nonrec ", "type ").replace("; }", " }")
    return _TAGS.sub(lambda row: f"{row[1]} {' | '.join(sorted(row[2].split(' | ')))} ]", text)


@cache
def _declarations(station: str, path: str) -> frozenset[str]:
    """What a module or a module type declares at a station."""
    head, *rest = path.split(".")
    found: object = _library(station).now(head)
    for name in rest:
        if not isinstance(found, SigModule):
            return frozenset()
        inner = found.module_type(name)
        found = inner.instance("") if inner is not None else found.module(name)
    texts = set()
    for layer in found.layers if isinstance(found, SigModule) else ():
        for name, node in layer.index.values.items():
            texts |= {f"val {name}", _plain(without_attributes(node, layer.index.tree))}
        for name, node in layer.index.types.items():
            texts |= {f"type {name}", _plain("type " + without_attributes(node, layer.index.tree))}
    return frozenset(texts)


@pytest.mark.parametrize("path", sorted({row[0] for row in ROWS}))
def test_the_tree_declares_what_the_libraries_do(path: str) -> None:
    wrong = []
    names = list(STATIONS)
    for owner, first, last, declaration in ROWS:
        for station in names[names.index(first) : names.index(last) + 1] if owner == path else ():
            found = _declarations(station, path)
            absent = declaration.startswith("no ")
            if absent == (_plain(declaration.removeprefix("no ")) in found):
                wrong.append((station, declaration))
    assert wrong == []
