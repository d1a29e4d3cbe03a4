"""Values that give or take another type now, where the interface says how each is made of the other
(`[@@port.result (fun ..)]`, `[@@port.argument ("label", fun ..)]`).

Only the self-check sees where a type before meets one of now. Which types those are it says itself,
of a call of each such value with what it took before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import values_of
from mirageport.diagnostics.changes.retyped import KIND, converted, names_both, node_at
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.project import Project
from mirageport.ocaml.conversions import called, parameters, template
from mirageport.ocaml.modules import ApiValue
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.strict.state import TYPE
from mirageport.ocaml.tree import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.facts import Rewrite
    from mirageport.diagnostics.kinds import Context, Rule, Use
    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.selfcheck import Conflict
    from mirageport.ocaml.items import Item

_FILE = "it.ml"
_MARKS = (b"@port.result", b"@port.argument")


class Converts(NamedTuple):
    """A conversion of a value. item: of which. gets, wants: the types of what it is given and of
    what it makes, as the self-check writes them. function: what it calls, or a function."""

    item: Item
    gets: str
    wants: str
    function: str


def conversions(pack: Pack) -> list[Converts]:
    """The conversions that the interfaces of a pack say, of values that code can name."""
    if pack.converts is None:
        pack.converts = []  # while they are worked out, which asks for the same conflicts
        pack.converts = list(_conversions(pack))
    return pack.converts


def _conversions(pack: Pack) -> Iterator[Converts]:
    from mirageport.diagnostics.selfcheck import judge

    interfaces = pack.library.interfaces
    names = sorted(interfaces.modules()) if interfaces.as_written else ()
    texts = {name: b"".join(text for _until, text in interfaces.forms(name)) for name in names}
    said = [name for name, text in texts.items() if any(mark in text for mark in _MARKS)]
    every = [each for name in said for each in values_of(pack.library, name)]
    values = [each for each in every if each[1].item.converts]
    calls = [_call(*each, number) for number, each in enumerate(values)]
    text = "\n".join(calls).encode()  # a line a value
    for each in judge(Project({_FILE: text}, pack)).conflicts if values else ():
        if each.kind != TYPE:
            continue
        path, value, abstract = values[text[: each.start].count(b"\n")]
        item = value.item
        of = text[each.start : each.end].decode().removeprefix("it_")
        for one in item.converts:
            if one.of == (of if of in {other.of for other in item.converts} else ""):
                home = "" if abstract else path
                yield Converts(item, *each.types, called(one.function, home))
                if one.back:
                    yield Converts(item, *each.types[::-1], called(one.back, home))


def _call(path: str, value: ApiValue, abstract: bool, number: int) -> str:
    """A value called with all that it may be given, each of its type before. path: the module that
    it is of, or, if abstract, the module type. number: of the value."""
    tree, owners = value.module.index.tree, path.split(".")
    taken, result = parameters(value.type_node, tree)
    modules = [".".join(owners[: n + 1]) for n in range(len(owners) - abstract)]
    name = f"It.{value.item.name}" if abstract else f"{path}.{value.item.name}"
    opens = "".join(f"let open {each} in " for each in [*modules, *(["It"] if abstract else [])])
    given = "".join(f" (it_{each.of} : {tree.text(each.type)})" for each in taken)
    call = "".join(f" {f'~{each.of}:' if each.label else ''}it_{each.of}" for each in taken)
    text = f"let it = {opens}fun (){given} -> ({name}{call} : {tree.text(result)})"
    return f"module It{number} (It : {path}) = struct {text} end" if abstract else text


def converted_beside(context: Context, conflict: Conflict) -> tuple[Rule, Rewrite | None] | None:
    """The rule of a value whose conversion a conflict asks for, with what is written; None where
    no such value has to do with it."""
    told = conflict.kind == TYPE and not conflict.part
    every = conversions(context.pack) if told else []
    for use, rule in context.ruled(KIND) if every else ():
        node = use.call or use.node
        at = (conflict.start, conflict.end) in {(n.start, n.end) for n in (node, wrapped(node))}
        if at and use.item.converts and "->" in conflict.types[0]:
            return rule, _passed_on(context, use) if node is use.node else None
    for each in every:
        first, second = (type_.replace(" | ", "|") for type_ in (each.gets, each.wants))
        back = _function(context, conflict, [e for e in every if e[1:3] == (each.wants, each.gets)])
        there = _function(context, conflict, [e for e in every if e[1:3] == each[1:3]])
        options = {"between": f"{first} | {second}", "converts": f"{back} | {there}"}
        rule = next(iter(context.rules_of(each.item.changes, KIND)), context.rule("converted"))
        if names_both(rule._replace(options=options), conflict.types) is not None:
            return rule, converted(context, rule._replace(options=options), conflict)
    return None


def _function(context: Context, conflict: Conflict, every: list[Converts]) -> str:
    """The function of some conversions of one type into another, of several that of the value
    which is called around the conflict, in it, or where the name in conflict is bound; `-` for
    none, `?` where it is not known which."""
    bound = context.analysis.defined_as(node_at(context, conflict.start, conflict.end))
    places = [conflict.start, *([bound.start] if bound else [])]
    calls = [(use.item.path, wrapped(use.call or use.node)) for use, _r in context.ruled(KIND)]
    around = [
        path
        for path, n in calls
        if any(n.start <= place < n.end for place in places)
        or conflict.start <= n.start < conflict.end
    ]
    near = [each.function for each in every if each.item.path in around]
    functions = {each for each in near or [e.function for e in every] if "Rel." not in each}
    return functions.pop() if len(functions) == 1 else "?" if functions else "-"


def _passed_on(context: Context, use: Use) -> Rewrite | None:
    """A function that is not called here, put into one that is as it was."""
    value = use.module.value(use.item.name)
    if not isinstance(value, ApiValue):
        return None
    name = context.text(use.node)
    text = template(use.item.converts, value.type_node, value.module.index.tree, name, False)
    return rewriting(f"Write `{text}`", [context.replace(use.node, f"({text})")])
