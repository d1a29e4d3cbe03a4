"""Functors of libraries that have another name now, or are applied to other arguments.

A page's options: `to`, the functor's new path; `arguments`, how many modules it was applied to;
`drop`, which of them was removed, counted from 0; `adds`, what it wants at the end that it did not
ask for, where no parameter of the functor around has one of the types `adds-type`; `takes`, what it
is applied to now, in words; `elsewhere`, how many modules make it another matcher's matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mirageport.diagnostics.kinds import (
        Context,
        Edit,
        Finding,
        FunctorUse,
        Item,
        Node,
        Parameter,
        Record,
        Rule,
    )


KIND = "functor-arguments"


def find(context: Context) -> Iterator[Finding]:
    """Applications that are written differently now."""
    for use in context.analysis.functor_uses:
        for found in context.rules_of(use.item.changes, KIND):
            yield from _applied(context, use, found)
    yield from _not_applied(context)


def _applied(context: Context, use: FunctorUse, found: Rule) -> Iterator[Finding]:
    old, new = context.text(use.head), found.options.get("to", context.text(use.head))
    wanted = int(found.options["arguments"])
    after = wanted - ("drop" in found.options) + ("adds" in found.options)
    given = len(use.arguments)
    elsewhere = found.options.get("elsewhere", "").split()
    if (given == after and new == old) or str(given) in elsewhere:
        return  # ported already, or reported by another rule
    if given not in (wanted, after):
        said = "" if new == old else f" is `{new}` in {context.target}, and"
        message = f"`{old}`{said} takes {found.options['takes']}."
        yield context.finding(found, use.head, item=use.item.path, message=message)
        return
    edits = [] if new == old else [context.replace(use.head, new)]
    if given == wanted:
        edits += _arguments(context, use, found)
    yield context.finding(
        found,
        use.head,
        rewriting(_title(old, new), edits),
        item=use.item.path,
        old=old,
        new=new,
        arguments=after,
    )


def _title(old: str, new: str) -> str:
    return f"Write the new arguments of `{old}`" if old == new else f"Replace `{old}` by `{new}`"


def _arguments(context: Context, use: FunctorUse, found: Rule) -> Iterator[Edit]:
    if "drop" in found.options:
        index = int(found.options["drop"])
        before = use.arguments[index - 1] if index else use.head
        yield context.name, _end(context, before), _end(context, use.arguments[index]), ""
    if "adds" in found.options:
        types, otherwise = found.options["adds-type"].split(), found.options["adds"]
        given = module_of_type(context, use.node, types, otherwise)
        yield context.name, use.node.end, use.node.end, f" ({given})"


def _end(context: Context, argument: Node) -> int:
    """Where an argument ends, its parenthesis included."""
    parent = argument.above
    inside = bool(parent) and (
        parent.kind == "parenthesized_module_expression" or bool(parent.first("("))
    )
    return parent.end if parent and inside else argument.end


def module_of_type(context: Context, node: Node, types: Collection[str], otherwise: str) -> str:
    """A module of one of these types, by their paths or names: a parameter of the functor around a
    node, or else the one that needs nothing but itself."""
    found = (p.name for p in parameters_around(context, node) if has_type(context, p, types))
    return next(found, otherwise)


def parameters_around(context: Context, node: Node) -> Iterator[Parameter]:
    """The parameters of the functors around a node."""
    for functor in context.analysis.functors:
        if functor.node.start <= node.start < functor.node.end:
            yield from functor.parameters


def has_type(context: Context, parameter: Parameter, types: Collection[str]) -> bool:
    """Whether a functor parameter has one of these types."""
    named = context.types_at(parameter.type_node) if parameter.type_node else []
    items = [use.module_type.item for use in named if use.module_type.item is not None]
    return any(item.path in types or item.name in types for item in items)


def _not_applied(context: Context) -> Iterator[Finding]:
    """A functor given another name before it is applied."""
    for node, item in context.gathered(_named):
        for found in context.rules_of(item.changes, KIND):
            yield from _renamed(context, node, item.path, found)


def _named(records: list[Record]) -> list[tuple[Node, Item]]:
    found = []
    for record in records:
        heads = {use.head for use in record.functor_uses}
        for node, module in record.module_uses.items():
            item = module.item
            if item is not None and node not in heads and node.field == "body":
                if item.changes:
                    found.append((node, item))
    return found


def _renamed(context: Context, node: Node, path: str, found: Rule) -> Iterator[Finding]:
    old, new = context.text(node), found.options.get("to", "")
    if not new or old == new:
        return  # only where it is applied there is something to do
    if {"drop", "adds"} & found.options.keys():
        message = (
            f"`{old}` takes other arguments in {context.target}: write `{new}` with its arguments "
            "where it is applied."
        )
        yield context.finding(found, node, item=path, message=message)
        return
    yield context.finding(
        found,
        node,
        rewriting(_title(old, new), [context.replace(node, new)]),
        item=path,
        old=old,
        new=new,
    )
