"""The value of a clock, handed on from `start` to the functions of the functor that need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage import row as rows
from mirageport.mirage.clock import of_parameter
from mirageport.mirage.config import start_of
from mirageport.ocaml.tree import NO_NODE

if TYPE_CHECKING:
    from mirageport.diagnostics.kinds import Context, Edit, FunctorDef, Node


def start_parameter(context: Context, module: str, inside: Node) -> Node | None:
    """The pattern of `start`'s parameter for a functor parameter, when the call is in `start`."""
    for functor in context.analysis.functors:
        names = [parameter.name for parameter in functor.parameters]
        if module not in names:
            continue
        start = start_around(context, functor.node, inside)
        parameters = start.of("parameter") if start else []
        position = names.index(module)
        if position < len(parameters) and len(parameters[position].children) == 1:
            return parameters[position].get("pattern")
    return None


def start_around(context: Context, functor: Node, inside: Node) -> Node | None:
    """The binding of a functor's `start` that a node is in."""
    binding = inside.around("let_binding")
    while binding:
        if context.text(binding.child("pattern")) == "start":
            return binding if functor.start <= binding.start < functor.end else None
        binding = binding.around("let_binding")
    return None


def value_name(context: Context, pattern: Node) -> str:
    """What the clock is to be called in `start`: its own name without the `_` that said unused."""
    text = context.text(pattern)
    if pattern.kind == "value_pattern":
        return text.lstrip("_") or "clock"
    return "clock"


def in_scope(context: Context, module: str, node: Node) -> str:
    """The name of a parameter around a node that is such a clock's value; "" without one."""
    binding = node.around("let_binding", "fun_expression")
    while binding:
        for parameter in binding.of("parameter"):
            pattern = parameter.child("pattern")
            if pattern.kind == "value_pattern":
                if context.type_name(pattern) == f"{module}.t":
                    return context.text(pattern)
        binding = binding.around("let_binding", "fun_expression")
    return ""


def handed_on(context: Context, module: str, call: Node) -> tuple[str, tuple[Edit, ...]] | None:
    """The clock's name, and the edits that hand it on from `start` to the function that a call is
    in, through all functions in between; None where one of them is used in another way."""
    functor = _functor(context, module, call)
    start = start_of(context.analysis, functor) if functor is not None else None
    if functor is None or not start:
        return None
    position = [parameter.name for parameter in functor.parameters].index(module)
    parameters = start.of("parameter")
    parameter = parameters[position].get("pattern") if position < len(parameters) else None
    if parameter is None or parameter.kind not in ("value_pattern", "any_pattern"):
        return None
    name = value_name(context, parameter)
    helpers = _helpers(context, functor, start, call)
    if not helpers or any(_has(context, node, name, parameter) for node in (start, *helpers)):
        return None
    if any(_declared(context, functor, helper) for helper in helpers):
        return None
    edits = [context.replace(parameter, name)]
    for reference in context.references(parameter):
        edits.append(context.replace(reference, name))
    for helper in helpers:
        edits += _given(context, helper, name)
    return name, tuple(edit for edit in edits if _changes(context, edit))


def _changes(context: Context, edit: Edit) -> bool:
    _file, start, end, text = edit
    return context.source.text(start, end) != text


def _functor(context: Context, module: str, node: Node) -> FunctorDef | None:
    """The functor around a node that has a parameter of this name."""
    for functor in context.analysis.functors:
        names = [parameter.name for parameter in functor.parameters]
        if module in names and functor.node.start <= node.start < functor.node.end:
            return functor
    return None


def _item(functor: FunctorDef, node: Node) -> Node | None:
    """The binding directly in a functor's body that a node is in."""
    found, above = None, node.around("let_binding")
    while above and functor.node.start <= above.start:
        found, above = above, above.around("let_binding")
    definition = found.above if found is not None else NO_NODE
    direct = bool(definition) and definition.parent is functor.body
    return found if direct else None


def _helpers(context: Context, functor: FunctorDef, start: Node, call: Node) -> list[Node]:
    """The function that a call is in and all that lie between it and `start`."""
    found: list[Node] = []
    todo = [_item(functor, call)]
    while todo:
        helper = todo.pop()
        name = helper.child("pattern") if helper is not None else NO_NODE
        if helper is start or helper in found:
            continue
        if helper is None or name.kind != "value_name" or not helper.of("parameter"):
            return []
        found.append(helper)
        todo += [_item(functor, reference) for reference in context.references(name)]
    return found


def _declared(context: Context, functor: FunctorDef, helper: Node) -> bool:
    """Whether a signature says the type of a function: the functor's own, or the interface's."""
    name = context.text(helper.child("pattern"))
    own = rows.found(context.project, context.name, functor.name)
    beside = rows.found(context.project, rows.interface(context.name), functor.name)
    for row in (own, beside):
        if row is None or row.type is None:
            continue
        tree = context.project.tree(row.file)
        values = row.type.of("value_specification")
        names = [tree.text(label) for each in values if (label := each.part("value_name"))]
        if row.type.kind != "signature" or name in names:
            return True
    return False


def _has(context: Context, binding: Node, name: str, but: Node) -> bool:
    """Whether something in a function has the clock's name already."""
    return any(
        node is not but
        and node.kind in ("value_pattern", "value_name")
        and not node.children
        and context.text(node) == name
        and (node.kind == "value_pattern" or node.field == "pattern")
        for node in binding.descendants()
    )


def _given(context: Context, helper: Node, name: str) -> list[Edit]:
    """The clock as a function's first parameter, and wherever the function is named."""
    pattern = helper.child("pattern")
    assert pattern
    edits = [context.insert(pattern.end, f" {name}")]
    for reference in context.references(pattern):
        applied = reference.field == "function"
        text = f"{context.text(reference)} {name}"
        new = text if applied else f"({text})"
        edits.append(context.replace(reference, new))
    return edits


def clock_of(context: Context, module: str) -> str:
    """The clock that a functor parameter is, or has to become; "" where there is none."""
    for functor in context.analysis.functors:
        for parameter in functor.parameters:
            if parameter.name == module and parameter.type_node:
                return of_parameter(context.project, context.name, parameter).clock
    return ""


def named(context: Context, module: str, call: Node) -> tuple[str, tuple[Edit, ...]] | None:
    """What the clock's value is called where a call is, and the edits that give it that name."""
    parameter = start_parameter(context, module, call)
    if not parameter:
        known = in_scope(context, module, call)
        return (known, ()) if known else handed_on(context, module, call)
    if parameter.kind not in ("value_pattern", "any_pattern"):
        return None
    name = value_name(context, parameter)
    if _taken(context, call, parameter, name):
        return None
    if context.text(parameter) == name:
        return name, ()
    renamed = (parameter, *context.references(parameter))
    return name, tuple(context.replace(node, name) for node in renamed)


def _taken(context: Context, call: Node, parameter: Node, name: str) -> bool:
    """Whether something else in `start` has the clock's name."""
    functor = call.around("structure")
    start = start_around(context, functor, call) if functor else None
    return not start or any(
        node.kind in ("value_pattern", "value_name")
        and not node.children
        and node is not parameter
        and context.text(node) == name
        and (node.field == "pattern" or node.kind == "value_pattern")
        for node in start.descendants()
    )
