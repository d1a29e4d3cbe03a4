"""Functors of libraries that have another name now, or are applied to other arguments.

A page's options: `to`, the functor's new path; `arguments`, how many modules it was applied to;
`drop`, which of them was removed, counted from 0; `adds`, what it wants at the end that it did not
ask for, where no parameter of the functor around has one of the types `adds-type`; `takes`, what it
is applied to now, in words; `elsewhere`, how many modules make it another matcher's matter. A page
`by-hand` with `arguments` is about a functor whose name another one has now.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import beside
from mirageport.diagnostics.changes.values import BY_HAND
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW
from mirageport.diagnostics.reach import written
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import READER, Node, parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from mirageport.diagnostics.kinds import (
        Context,
        Edit,
        Finding,
        FunctorUse,
        Item,
        Parameter,
        Rule,
    )


KIND = "functor-arguments"
_MODULE = "module It = "  # what makes a file of a module
_APPLIED = "`{}` takes other modules in {}: write its new arguments where it is applied."


def find(context: Context) -> Iterator[Finding]:
    """Applications that are written differently now."""
    for use in context.analysis.functor_uses:
        other = [each for each in context.rules_of(use.item.changes, BY_HAND) if _is_of(each, use)]
        for found in other:
            yield context.finding(found, use.head, item=use.item.path, use=context.text(use.head))
        for found in context.rules_of(use.item.changes, KIND) if not other else ():
            counted = "arguments" in found.options
            yield from (_applied if counted else _changed)(context, use, found)
    yield from _not_applied(context)


def _is_of(found: Rule, use: FunctorUse) -> bool:
    """Whether an application is one of the functor that a page is about, of which there is another
    one now: they take different numbers of modules."""
    return found.options.get("arguments") == str(len(use.arguments))


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
        more = _arguments(context, use, found)
        edits = [] if more is None else [*edits, *more]
    yield context.finding(
        found,
        use.head,
        rewriting(_title(old, new), edits),
        item=use.item.path,
        shows=() if new == old else (use.item.path,),  # values of what it makes change with it
        use=old,
        old=old,
        new=new,
        takes=found.options.get("takes", ""),
        arguments=after,
    )


def _changed(context: Context, use: FunctorUse, found: Rule) -> Iterator[Finding]:
    """The same where the interface says what the functor asked for in which release."""
    kept, asked, forms = context.library.parameters(use.item.path)
    old = context.text(use.head)
    new = old if kept else found.options.get("to") or old.rpartition(".")[0]
    if use.item.to:
        new = _called_now(context, use)
        asked = context.library.parameters(beside(context.library, use.item)).now
    removed = [_is_removed(context, each) for each in use.arguments]
    if kept and not use.item.to and len(use.arguments) == len(asked) and True not in removed:
        return
    takes = " ".join(f"({name.rstrip('_')} : {type_})" for name, type_ in asked) or "no argument"
    facts, level = None, ""
    given = _given(context, use.arguments, removed, forms)
    parts = None if given is None else _parts(context, asked, given, found, use.item)
    if parts is not None and new:
        level = "" if all(isinstance(each, Node) for each in parts) else REVIEW
        edits = [] if new == old else [context.replace(use.head, new)]
        facts = rewriting(_title(old, new), [*edits, *_in_order(context, use, parts)])
    yield context.finding(
        found,
        use.head,
        facts,
        item=use.item.path,
        applicability=level,
        use=old,
        old=old,
        new=new,
        takes=takes if takes == "no argument" else f"`{takes}`",
        arguments=len(asked),
    )


def _is_removed(context: Context, argument: Node) -> bool | None:
    """Whether an argument is a module of a type, or a library's, that the target does not have;
    None where that is not known."""
    name = context.text(argument)
    for parameter in parameters_around(context, argument):
        if parameter.name == name and parameter.type_node is not None:
            uses = context.types_at(parameter.type_node)
            items = [use.module_type.item for use in uses if use.module_type.item is not None]
            return any(_is_gone(context, item.path) for item in items) if items else None
    return context.library.removed(name.partition(".")[0]) or None


def _is_gone(context: Context, path: str) -> bool:
    return context.library.successors.get(path) == ()


def _given(
    context: Context,
    arguments: list[Node],
    removed: list[bool | None],
    forms: list[list[tuple[str, str]]],
) -> list[tuple[str, Node]] | None:
    """The arguments with the names of their parameters: of the newest form that fits them, some of
    them having been dropped already; None where no form fits."""
    gone = [[_is_gone(context, type_.split()[0]) for _name, type_ in form] for form in forms]
    for form, without in zip(forms, gone, strict=True):
        if len(form) == len(arguments):
            if all(one in (None, other) for one, other in zip(removed, without, strict=True)):
                return [(name, node) for (name, _), node in zip(form, arguments, strict=True)]
    left = [each for each, one in zip(arguments, removed, strict=True) if not one]
    for form, without in zip(forms, gone, strict=True):
        kept = [name for (name, _), one in zip(form, without, strict=True) if not one]
        if len(kept) == len(left):
            return list(zip(kept, left, strict=True))
    return None


def _called_now(context: Context, use: FunctorUse) -> str:
    """A functor as the text names it when it is ported (`[@@port.to name]`)."""
    if "." in use.item.to:
        return written(context, use.head, use.item.to)
    owner = context.text(use.head).rpartition(".")[0]
    return f"{owner}.{use.item.to}".lstrip(".")


def _parts(
    context: Context,
    asked: list[tuple[str, str]],
    given: list[tuple[str, Node]],
    found: Rule,
    item: Item,
) -> list[Node | str] | None:
    """What the functor is applied to now: arguments that stay, and what is written in the place of
    what it did not take before; None where that cannot be said."""
    pairs = (each.split("=", 1) for each in found.options.get("gives", "").split("; ") if each)
    known = {name.rstrip("_"): node for name, node in given}
    texts = {name: context.text(node) for name, node in known.items()}
    gives = {name: text.format(**texts) for name, text in pairs}
    for name, what, text in item.parameters:
        if what == "Added":
            gives[name] = _with(text, texts)
        if what == "Renamed" and name in known:
            known[text] = known.pop(name)
    names = [name.rstrip("_") for name, _type in asked]
    if any(name not in known and name not in gives for name in names):
        return None
    return [known[name] if name in known else gives[name] for name in names]


def _with(text: str, modules: dict[str, str]) -> str:
    """A module by its text, with other modules in the place of some names."""
    made, done = "", len(_MODULE)
    whole = f"{_MODULE}{text}"
    for node in parse(Source(whole.encode())).root.descendants():
        name = READER.text(node)
        if node.kind == "module_name" and name in modules and whole[node.start - 1] != ".":
            made += whole[done : node.start] + modules[name]
            done = node.end
    return made + whole[done:]


def _in_order(context: Context, use: FunctorUse, parts: list[Node | str]) -> Iterator[Edit]:
    """The edits that make the arguments of an application these: only those that go and those that
    are added, where the others stay in their order."""
    kept = [each for each in parts if isinstance(each, Node)]
    added = [each for each in parts if not isinstance(each, Node)]
    if parts != [*[each for each in use.arguments if each in kept], *added]:
        texts = (context.text(each) if isinstance(each, Node) else each for each in parts)
        text = "".join(f" ({each})" for each in texts)
        yield context.name, _end(context, use.head), use.node.end, text
        return
    before = use.head
    for argument in use.arguments:
        if argument not in kept:
            yield context.name, _end(context, before), _end(context, argument), ""
        before = argument
    if added:
        yield context.insert(use.node.end, "".join(f" ({each})" for each in added))


def _title(old: str, new: str) -> str:
    return f"Write the new arguments of `{old}`" if old == new else f"Replace `{old}` by `{new}`"


def _arguments(context: Context, use: FunctorUse, found: Rule) -> list[Edit] | None:
    """What is dropped and added; None where no module that has to be added is known."""
    edits = []
    if "drop" in found.options:
        index = int(found.options["drop"])
        before = use.arguments[index - 1] if index else use.head
        edits.append((context.name, _end(context, before), _end(context, use.arguments[index]), ""))
    if "adds" in found.options:
        types, otherwise = found.options["adds-type"].split(), found.options["adds"]
        given = module_of_type(context, use.node, types, otherwise)
        if not given:
            return None
        edits.append((context.name, use.node.end, use.node.end, f" ({given})"))
    return edits


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
    heads = {use.head for use in context.analysis.functor_uses}
    for node, _module, item in context.modules:
        if node.field == "body" and node not in heads:
            for found in context.rules_of(item.changes, KIND):
                yield from _renamed(context, node, item, found)


def _renamed(context: Context, node: Node, item: Item, found: Rule) -> Iterator[Finding]:
    old, new = context.text(node), found.options.get("to", "")
    if item.parameters:
        yield context.finding(
            found, node, item=item.path, message=_APPLIED.format(old, context.target)
        )
        return
    if not new or old == new:
        return  # only where it is applied there is something to do
    if {"drop", "adds"} & found.options.keys():
        message = (
            f"`{old}` takes other arguments in {context.target}: write `{new}` with its arguments "
            "where it is applied."
        )
        yield context.finding(found, node, item=item.path, message=message)
        return
    yield context.finding(
        found,
        node,
        rewriting(_title(old, new), [context.replace(node, new)]),
        item=item.path,
        old=old,
        new=new,
    )
