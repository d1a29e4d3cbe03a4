"""Constructors that other ones of the same name hide."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.mirage.project import Project
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.tree import Node

_SCOPES = ("structure", "compilation_unit")
_DECLARATION = "constructor_declaration"
_LOCAL = ("local_open_expression", "local_open_pattern")


def in_result(project: Project, file: str, name: str, at: int) -> str:
    """How `Ok` or `Error` of `result` is written at a byte of a file: with `Result.` where the bare
    name means another constructor, of a type or an exception."""
    key = f"hiding {file} {name}"
    ranges = project.memo.get(key)
    if ranges is None:
        ranges = project.memo[key] = hiding(project.analysis(file), name)
    assert isinstance(ranges, list)
    return f"Result.{name}" if any(start <= at < end for start, end in ranges) else name


def hiding(analysis: Analysis, name: str) -> list[tuple[int, int]]:
    """The ranges of the text where `Ok` or `Error` may mean a constructor that is not of `result`:
    one of a type or an exception the text defines before, or of a module it opens there."""
    return [*_opened(analysis, name), *_defined(analysis, name)]


def _opened(analysis: Analysis, name: str) -> Iterator[tuple[int, int]]:
    bindings = {_binding(node) for node in _declarations(analysis, name)}
    own = [module for node, module in analysis.modules.items() if node in bindings]

    def offers(module: Module) -> bool:
        return module.constructor(name) is not None or any(module is other for other in own)

    for opened in analysis.opens:
        if offers(opened.module):
            scope = opened.node.parent or opened.node
            yield opened.node.start, scope.end
    for path, module in analysis.module_refs.items():
        around = path.parent
        if around is not None and around.kind in _LOCAL and offers(module):
            yield around.start, around.end


def _defined(analysis: Analysis, name: str) -> Iterator[tuple[int, int]]:
    for node in _declarations(analysis, name):
        scope = node.up(*_SCOPES) or analysis.tree.root
        yield node.end, scope.end


def _declarations(analysis: Analysis, name: str) -> Iterator[Node]:
    """Where the text declares a constructor of this name, of an exception or of a type that is no
    alias."""
    for node in analysis.tree.root.descendants():
        declared = node.first("constructor_name") if node.kind == _DECLARATION else None
        definition = node.up("type_binding", "exception_definition") if declared else None
        if definition is None or definition.get("synonym") is not None:
            continue
        if declared is not None and analysis.tree.text(declared) == name:
            yield node


def _binding(node: Node) -> Node | None:
    """The `module_binding` in whose structure a node stands."""
    structure = node.up(*_SCOPES)
    return structure.up("module_binding") if structure is not None else None
