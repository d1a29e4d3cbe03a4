"""Strings that were bytes: Mirage 3 compiles with `-safe-string`, which tells the two apart.

Only places where both are known to meet are reported: branches of which one gives a string and
another bytes, arguments of functions that ask for the other one, and what is put where the text
says that the other one is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.view import release
from mirageport.diagnostics.context import Context
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import OLD_NAMES
from mirageport.ocaml.places import places
from mirageport.ocaml.tree import NO_NODE, bare, unwrapped
from mirageport.ocaml.types import Arrow, Con, prune

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.kinds import Finding, Node, Project, Type


RULE, TYPES_RULE = "safe-string", "bytes-type"
_STRING, _BYTES = "string", "bytes"
_CONVERTED = {_STRING: "Bytes.to_string", _BYTES: "Bytes.of_string"}
_BRANCHING = ("if_expression", "match_expression", "function_expression", "try_expression")


def find(context: Context) -> Iterator[Finding]:
    """Bytes where a string is wanted, and strings where bytes are."""
    if context.project.config is None or _meant(context):
        return  # a library is compiled as its own build says
    reported: set[Node] = set()
    for node in context.tree.root.descendants():
        if node.kind in _BRANCHING:
            mixed = list(_tails(node))
            if any(_type(context, tail) == _STRING for tail in mixed):
                wrong = [tail for tail in mixed if _type(context, tail) == _BYTES]
                yield from _findings(context, wrong, _STRING, reported)
        else:
            for given, wanted in _WANTING.get(node.kind, _nothing)(context, node):
                yield from _findings(context, [given], wanted, reported)


def _findings(
    context: Context, nodes: list[Node], wanted: str, reported: set[Node]
) -> Iterator[Finding]:
    for node in nodes:
        if node in reported:
            continue
        reported.add(node)
        found, text = context.rule(RULE), context.text(node)
        bare = node.kind in ("value_path", "string", "parenthesized_expression")
        new = f"{_CONVERTED[wanted]} {text if bare else f'({text})'}"
        new = f"({new})" if node.field == "argument" else new
        yield context.finding(
            found,
            node,
            rewriting(f"Convert it to {wanted}", [context.replace(node, new)]),
            use=text.split("\n")[0],
            new=_CONVERTED[wanted],
        )


def _type(context: Context, node: Node) -> str:
    said = bare(node)
    type_node = said.child("type") if said.kind == "typed_expression" else NO_NODE
    if type_node:
        return context.text(type_node)
    inner = unwrapped(node)
    if inner.kind == "string" or _formatted(context, inner):
        return _STRING
    return context.type_name(node)


def _formatted(context: Context, call: Node) -> bool:
    """Whether it is a string that is put together with a format, which has all it needs."""
    function, arguments = call.child("function"), call.all("argument")
    if not function or not arguments or function in context.analysis.refs:
        return False
    name, template = context.text(function), context.text(arguments[0])
    if name.rpartition(".")[2] not in _FORMATTING or arguments[0].kind != "string":
        return False
    return len(arguments) - 1 == _conversions(template)


_FORMATTING = ("sprintf", "asprintf")


def _conversions(template: str) -> int:
    """How many arguments a format takes (OCaml 4.03, Printf)."""
    found = 0
    pieces = template.split("%")[1:]
    while pieces:
        piece = pieces.pop(0)
        if not piece:  # `%%`
            pieces = pieces[1:]
            continue
        conversion = piece.lstrip("-+ #0123456789.*")
        found += piece[: len(piece) - len(conversion)].count("*")
        if conversion[:1] not in ("!", ",", "@"):
            found += 2 if conversion[:1] == "a" else 1
    return found


def _tails(node: Node) -> Iterator[Node]:
    """The expressions that an expression may give the value of."""
    inner = unwrapped(node)
    if inner.kind in ("let_expression", "fun_expression", "let_open_expression"):
        body = inner.get("body")
        branches = [body] if body is not None else []
    elif inner.kind == "sequence_expression":
        branches = inner.named_children[-1:]
    elif inner.kind == "if_expression":
        clauses = inner.of("then_clause", "else_clause")
        branches = [clause.named_children[-1] for clause in clauses if clause.named_children]
    elif inner.kind in _BRANCHING:
        bodies = [case.get("body") for case in inner.of("match_case")]
        branches = [body for body in bodies if body is not None]
    else:
        yield inner
        return
    for branch in branches:
        yield from _tails(branch)


def _arguments(context: Context, call: Node) -> Iterator[tuple[Node, str]]:
    """The arguments that are the one where the function asks for the other, and what it asks."""
    yield from _given(context, call.child("function"), call.all("argument"))


def _operands(context: Context, infix: Node) -> Iterator[tuple[Node, str]]:
    """The same of an operator's operands."""
    left, right = infix.child("left"), infix.child("right")
    if left and right:
        yield from _given(context, infix.get("operator"), [left, right])


def _given(
    context: Context, function: Node | None, arguments: list[Node]
) -> Iterator[tuple[Node, str]]:
    type_ = context.type_of(function) if function else None
    for argument in arguments:
        if argument.kind == "labeled_argument" or not isinstance(type_, Arrow) or type_.label:
            return
        wanted = prune(type_.argument)
        given = _type(context, argument)
        if isinstance(wanted, Con) and {wanted.name, given} == {_STRING, _BYTES}:
            yield argument, wanted.name
        elif isinstance(wanted, Arrow):
            yield from _taken(context, unwrapped(argument), prune(wanted.argument))
        type_ = prune(type_.result)


def _taken(context: Context, function: Node, given: Type) -> Iterator[tuple[Node, str]]:
    """The places of a function's parameter that is used as the one and given the other."""
    parameters = function.of("parameter") if function.kind == "fun_expression" else []
    name = parameters[0].child("pattern") if parameters else NO_NODE
    used = context.type_name(name)
    if name and isinstance(given, Con) and {used, given.name} == {_STRING, _BYTES}:
        for reference in context.references(name):
            yield reference, used


def _field(context: Context, field: Node) -> Iterator[tuple[Node, str]]:
    """What a record's field is made of, if its type is the other one."""
    path, value = field.part("field_path"), field.child("body")
    if path and value:
        yield from _where(context, [value], context.type_name(path))


def _assigned(context: Context, assignment: Node) -> Iterator[tuple[Node, str]]:
    """What is put into a field that can be changed."""
    parts = assignment.named_children
    if len(parts) == 2:
        yield from _where(context, parts[1:], context.type_name(parts[0]))


def _annotated(context: Context, node: Node) -> Iterator[tuple[Node, str]]:
    """What an annotation says is the other one: `(e : bytes)`, `let x : bytes = e`."""
    value, type_node = node.get("expression") or node.child("body"), node.child("type")
    if value and type_node and not _redefined(context):
        yield from _where(context, list(_tails(value)), context.text(type_node))


def _redefined(context: Context) -> bool:
    """Whether the file gives one of the names to a type of its own."""
    exported = context.analysis.exported
    return any(exported.type_def(name) is not None for name in (_STRING, _BYTES))


def _where(context: Context, values: list[Node], wanted: str) -> Iterator[tuple[Node, str]]:
    for value in values:
        if {_type(context, value), wanted} == {_STRING, _BYTES}:
            yield value, wanted


def _nothing(context: Context, node: Node) -> Iterator[tuple[Node, str]]:
    return iter(())


_WANTING: dict[str, Callable[[Context, Node], Iterator[tuple[Node, str]]]] = {
    "application_expression": _arguments,
    "infix_expression": _operands,
    "field_expression": _field,
    "set_expression": _assigned,
    "typed_expression": _annotated,
    "let_binding": _annotated,
}


# -- types -----------------------------------------------------------------------------------------


def types(context: Context) -> Iterator[Finding]:
    """The type `bytes` in code of Mirage 2 that neither makes nor changes any: strings are meant.
    Releases since 3.0 compile with `-safe-string`, so that their code says what it means."""
    named = _meant(context)
    facts = rewriting("Write `string`", [(*place, _STRING) for place in named])
    for file, start, end in named:
        if file == context.name:
            node = context.tree.root.at(start, end)
            yield context.finding(context.rule(TYPES_RULE), node, facts, known_by=(OLD_NAMES,))


def _meant(context: Context) -> list[tuple[str, int, int]]:
    """Where the files of a project that is ported so far name bytes and mean strings."""
    rule, project = context.rule(TYPES_RULE), context.project
    if project.config is None or not context.rules.holds(rule):
        return []
    return project.once(TYPES_RULE, lambda: _types(project))


def _types(project: Project) -> list[tuple[str, int, int]]:
    """Where all files of a project name the type; nothing where one of them has bytes in any other
    way, or where no file is of Mirage 2."""
    found, old = [], False
    for file in project.names:
        context = Context(project, file)
        uses = context.analysis.type_uses
        untils = [use.module_type.named.until for use in uses]
        old = old or any(until and release(until) < (3, 0) for until in untils)
        words = list(places(context.tree, context.tree.root, _BYTES))
        types = [node for node in words if node.kind == "type_constructor"]
        if context.source.data.lower().count(_BYTES.encode()) > len(types):
            return []
        found += [(file, node.start, node.end) for node in types]
    return found if old else []
