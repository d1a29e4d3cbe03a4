"""What of `result` other things of the same name hide: its constructors, and itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.analysis import Analysis
    from mirageport.ocaml.modules import Module, TypeDef
    from mirageport.ocaml.tree import Node

_SCOPES = ("structure", "compilation_unit")
_DECLARATION = "constructor_declaration"
_LOCAL = ("local_open_expression", "local_open_pattern")


def in_result(project: Project, file: str, name: str, at: int) -> str:
    """How `Ok` or `Error` of `result` is written at a byte of a file: with `Result.` where the bare
    name means another constructor, of a type or an exception."""
    ranges = project.once(
        f"hiding {file} {name}", lambda: hiding(project.analysis(file), name, project.pause)
    )
    return f"Result.{name}" if any(start <= at < end for start, end in ranges) else name


def result_type(project: Project, file: str, at: int) -> str:
    """How the type `result` is written at a byte of a file: as `Result.result` where the bare name
    means another type, such as one of one parameter."""
    ranges = project.once(f"hiding {file} result", lambda: _other_types(project.analysis(file)))
    return "Result.result" if any(start <= at < end for start, end in ranges) else "result"


def _other_types(analysis: Analysis) -> list[tuple[int, int]]:
    """The ranges of the text where a type of the text or of an opened module is called `result`,
    and is not the one with a value and an error."""

    def offers(module: Module) -> bool:
        found = module.type_def("result")
        return found is not None and not _is_result(found)

    defined = []
    for node in _nodes(analysis, "result", None):
        name = node.part("type_constructor") if node.kind == "type_binding" else NO_NODE
        if analysis.tree.text(name) == "result":
            defined.append(node)
    return [*_offered(analysis, offers), *_defined(analysis, defined)]


def hiding(
    analysis: Analysis, name: str, pause: Callable[[], None] | None = None
) -> list[tuple[int, int]]:
    """The ranges of the text where `Ok` or `Error` may mean a constructor that is not of `result`:
    one of a type or an exception the text defines before, or of a module it opens there. pause:
    called between two items."""
    declared = list(_declarations(analysis, name, pause))
    return [*_opened(analysis, name, declared), *_defined(analysis, declared)]


def _opened(analysis: Analysis, name: str, declared: list[Node]) -> Iterator[tuple[int, int]]:
    bindings = {_binding(node) for node in declared}
    own = [module for node, module in analysis.modules.items() if node in bindings]

    def offers(module: Module) -> bool:
        found = module.constructor(name)
        hides = found is not None and not _is_result(found[0])
        return hides or any(module is other for other in own)

    yield from _offered(analysis, offers)


def _is_result(definition: TypeDef) -> bool:
    """Whether a type of a library is `result` by its own name, as that of `Result` is."""
    named = definition.name.rpartition(".")[2] == "result"
    return named and not definition.own and len(definition.params) == 2


def _offered(analysis: Analysis, offers: Callable[[Module], bool]) -> Iterator[tuple[int, int]]:
    """Where a module is opened that offers something."""
    for opened in analysis.opens:
        if offers(opened.module):
            scope = opened.node.parent or opened.node
            yield opened.node.start, scope.end
    for path, module in analysis.module_refs.items():
        around = path.above
        if around.kind in _LOCAL and offers(module):
            yield around.start, around.end


def _defined(analysis: Analysis, declared: list[Node]) -> Iterator[tuple[int, int]]:
    for node in declared:
        scope = node.up(*_SCOPES) or analysis.tree.root
        yield node.end, scope.end


def _nodes(analysis: Analysis, name: str, pause: Callable[[], None] | None) -> Iterator[Node]:
    """The nodes of the items in which the text has a name at all."""
    wanted, data = name.encode(), analysis.tree.source.data
    for item in analysis.tree.root.children:
        if pause is not None:
            pause()
        if data.find(wanted, item.start, item.end) >= 0:
            yield from item.descendants()


def _declarations(
    analysis: Analysis, name: str, pause: Callable[[], None] | None
) -> Iterator[Node]:
    """Where the text declares a constructor of this name, of an exception or of a type that is no
    alias."""
    for node in _nodes(analysis, name, pause):
        declared = node.part("constructor_name") if node.kind == _DECLARATION else NO_NODE
        definition = node.around("type_binding", "exception_definition") if declared else NO_NODE
        if not definition or definition.get("synonym"):
            continue
        if declared and analysis.tree.text(declared) == name:
            yield node


def _binding(node: Node) -> Node | None:
    """The `module_binding` in whose structure a node stands."""
    structure = node.around(*_SCOPES)
    return structure.up("module_binding")
