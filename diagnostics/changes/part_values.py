"""What a constructor or a field becomes, as an interface says it behind the part: a function of
what it was built of, or of the record that it was read from (`[@port.becomes (fun x -> ..)]`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import declarations, type_item
from mirageport.diagnostics.editor import is_atomic
from mirageport.diagnostics.reach import is_own
from mirageport.ocaml.analysis import NamedUse
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import NO_NODE, READER, bare, parse, unwrapped
from mirageport.ocaml.types import Con

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Item, Node, Record


_NODES = frozenset(["constructor_path", "constructor_pattern", "application_expression"])


def built(context: Context) -> list[NamedUse]:
    """The constructors of a library's types: those that a path or an `open` names, and those that
    only the type of what is built or matched does."""
    named = context.analysis.constructor_uses
    known: dict[str, tuple[Item | None, frozenset[str]]] = {}
    found: dict[Node, NamedUse] = dict(named.items())
    for node in context.gathered(_typed):
        path = _constructor(node)
        if path in named or len(path.children) > 1:
            continue
        type_ = context.type_of(node)
        if not isinstance(type_, Con):
            continue
        if type_.name not in known:
            item = type_item(context.library, type_.name)
            own = item is None or not item.changes or is_own(context, item.owner.partition(".")[0])
            had = frozenset(declarations(context.library, type_.name)[0].parts) if not own else ()
            known[type_.name] = item, frozenset(had)
        item, parts = known[type_.name]
        if item is not None and context.text(path) in parts:
            found[path] = NamedUse(path, item, "")
    return list(found.values())


def _typed(records: list[Record]) -> list[Node]:
    return [node for record in records for node in record.types if _constructor(node)]


def _constructor(node: Node) -> Node:
    if node.kind not in _NODES or node.kind == "constructor_path":
        return node if node.kind in _NODES else NO_NODE
    path = node.part("constructor_path")
    return path if node.kind == "constructor_pattern" or path.field == "function" else NO_NODE


def repeated(context: Context, name: str) -> Iterator[tuple[NamedUse, Node]]:
    """The constructors or fields of types of the text that are a library's, such as `type t = M.t =
    A | B`: the use of the library's type, and the name of each. name: the kind of its node."""
    for path, use in context.analysis.named_types.items():
        parts = path.above.child("body").children if path.field == "synonym" else ()
        yield from ((use, label) for part in parts if (label := part.part(name)))


def replaced(context: Context, whole: Node, says: str, given: tuple[Node, ...]) -> list[Edit]:
    """The edits that write what takes the place of an expression: the text around what it was built
    of is replaced. says: the function, with the modules of its names. Empty where no case fits
    what was given."""
    for pattern, body in _cases(says):
        holes: dict[str, Node] = {}
        argument = given[0] if len(given) == 1 else NO_NODE
        if _fits(context.text, pattern, argument, holes) if pattern else not given:
            return list(_filled(context, whole, body, holes))
    return []


def _cases(text: str) -> Iterator[tuple[Node, Node]]:
    """The patterns and the bodies of a function that an interface has as a text; of a value that
    is none, no pattern and the value."""
    item = parse(Source(f"let _ = {text}".encode())).root.children[0]
    function = bare(item.part("let_binding").child("body"))
    if function.kind == "fun_expression":
        yield function.part("parameter").child("pattern"), function.child("body")
    elif function and function.kind != "function_expression":
        yield NO_NODE, function
    for case in function.of("match_case"):
        yield case.child("pattern"), case.child("body")


def _fits(read: Callable[[Node], str], pattern: Node, value: Node, holes: dict[str, Node]) -> bool:
    """Whether an expression is what a pattern says; holes: what the names of the pattern are."""
    pattern = pattern.named_children[0] if pattern.kind == "parenthesized_pattern" else pattern
    if pattern.kind == "value_pattern":
        holes[READER.text(pattern)] = value
        return True
    value = unwrapped(value)
    if pattern.kind == "constructor_path":
        return READER.text(pattern) == read(value).rpartition(".")[2]
    if pattern.kind == "constructor_pattern":
        name, inner = pattern.named_children
        made, given = read(value.child("function")), value.all("argument")
        named = made.rpartition(".")[2] == READER.text(name) and len(given) == 1
        return named and _fits(read, inner, given[0], holes)
    parts = pattern.named_children, value.named_children
    both = (pattern.kind, value.kind) == ("tuple_pattern", "tuple_expression")
    same = both and len(parts[0]) == len(parts[1])
    return same and all(_fits(read, *each, holes) for each in zip(*parts, strict=True))


def _filled(context: Context, call: Node, body: Node, holes: dict[str, Node]) -> Iterator[Edit]:
    """The body in the place of a call, by the texts between what the call was given."""
    whole, start, done, closing = READER.text(body), call.start, 0, ""
    for name in body.descendants():
        hole = holes.get(READER.text(name)) if name.kind == "value_path" else None
        if hole is not None:
            listed = name.above.kind in ("list_expression", "tuple_expression")
            hole = bare(hole) if listed else hole
            bracket = "" if listed or is_atomic(hole) else "("
            between = whole[done : name.start - body.start]
            yield context.name, start, hole.start, f"{closing}{between}{bracket}"
            start, done = hole.end, name.end - body.start
            closing = ")" if bracket else ""
    yield context.name, start, call.end, f"{closing}{whole[done:]}"
