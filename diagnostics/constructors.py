"""Constructors that other ones of the same name hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.tree import Node

_SCOPES = ("structure", "compilation_unit")
_LOCAL = ("local_open_expression", "local_open_pattern")


def hiding(analysis: Analysis, name: str) -> list[tuple[int, int]]:
    """The ranges of the text where `Ok` or `Error` may mean a constructor that is not of `result`:
    one of a type the text defines before, or of a module it opens there."""
    return [*_opened(analysis, name), *_defined(analysis, name)]


def _opened(analysis: Analysis, name: str) -> Iterator[tuple[int, int]]:
    for opened in analysis.opens:
        if opened.module.constructor(name) is not None:
            scope = opened.node.parent or opened.node
            yield opened.node.start, scope.end
    for path, module in analysis.module_refs.items():
        around = path.parent
        if around is not None and around.kind in _LOCAL and module.constructor(name) is not None:
            yield around.start, around.end


def _defined(analysis: Analysis, name: str) -> Iterator[tuple[int, int]]:
    for node in analysis.tree.root.descendants():
        if node.kind != "constructor_declaration" or _name(analysis, node) != name:
            continue
        definition = node.up("type_binding")
        if definition is not None and definition.get("synonym") is None:
            scope = node.up(*_SCOPES) or analysis.tree.root
            yield node.end, scope.end


def _name(analysis: Analysis, declaration: Node) -> str:
    name = declaration.first("constructor_name")
    return analysis.tree.text(name) if name is not None else ""
