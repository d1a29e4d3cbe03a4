"""HTTP servers of the first years: records of functions, made over channels.

cohttp 0.9 to 0.13: a server is `{ callback; conn_closed }`, what its functions are given is a
`Connection.t`, since 0.12 with the connection itself before it. mirage-http 1: `HTTP.Make` takes
a channel, and the server is `Server` in what it gives. cohttp 0.21.1: `make ?conn_closed ~callback
()`; `Cohttp_mirage.Server` takes the flow and is the server itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.functor_arguments import has_type, parameters_around
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.syntax import record_fields, without_parentheses
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import modules_named
from mirageport.ocaml.tree import NO_NODE, Arguments, unwrapped, wrapped
from mirageport.ocaml.types import Tup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Context,
        Edit,
        Finding,
        FunctorUse,
        NamedUse,
        Node,
        Parameter,
        Rule,
        Use,
    )


RECORD = "server-record"
FUNCTOR = "http-over-channels"
LISTENS = "http-listen"
CLIENT = "http-client"
_CLIENTS = "Cohttp_mirage.Client"
_CLIENT_NAMES = ("Client", "Http_client", "Cohttp_client")
_RESOLVERS = ("Resolver_lwt.S", "Resolver_mirage.S")
_CONNECTION = "Cohttp.Connection.t"
_CALLBACK, _CLOSED = "callback", "conn_closed"
# The functors that make a channel of a flow, in Mirage 2 and 3.
_CHANNELS = ("Channel.Make", "Mirage_channel_lwt.Make")
# What stands around a value that needs no parentheses behind a label.
_ALONE = ("let_binding", "let_expression", "parenthesized_expression")


class _Function(NamedTuple):
    """A function that a server is made of: its parameters; whether what it is given first is a
    `Connection.t` alone, as until cohttp 0.11; whether nothing else uses it."""

    parameters: list[Node]
    alone: bool
    once: bool


# -- the record --------------------------------------------------------------------------------


def records(context: Context) -> Iterator[Finding]:
    """Records that are servers; the rest of what names their fields is left to the person."""
    seen: set[Node] = set()
    for use in context.analysis.field_uses.values():
        for found in context.rules_of(use.item.changes, RECORD):
            record = use.node.up("record_expression", "record_pattern") or use.node
            if record not in seen:
                seen.add(record)
                yield _record(context, use, found, record)


def _record(context: Context, use: NamedUse, found: Rule, record: Node) -> Finding:
    edits = _made(context, use, record)
    make = f"{use.qualifier}.make" if use.qualifier else "make"
    return context.used(
        found, use, rewriting(f"Make the server by `{make}`", edits or ()), make=make
    )


def _made(context: Context, use: NamedUse, record: Node) -> list[Edit] | None:
    """`make ~callback ~conn_closed ()` in place of the record, and what its functions take now;
    None where it is not known what they are given."""
    fields = record_fields(context.tree, record)
    edits: list[Edit] = []
    given = {name: _argument(context, name, value, edits) for name, value in fields.items()}
    if set(fields) != {_CALLBACK, _CLOSED} or None in given.values():
        return None
    make = f"{use.qualifier}.make" if use.qualifier else "make"
    text = f"{make} {given[_CALLBACK]} {given[_CLOSED]} ()"
    if record.parent and record.above.kind not in _ALONE:
        text = f"({text})"
    return [*edits, context.replace(record, text)]


def _argument(context: Context, name: str, value: Node, edits: list[Edit]) -> str | None:
    """A field's value with its label. edits: gets what its definition elsewhere has to become."""
    inner = unwrapped(value)
    function = _function(context, inner, name)
    if function is None:
        return None
    changes = _parameters(context, function, name)
    if inner.kind == "fun_expression":
        end = inner.end - context.text(inner).endswith(";")
        text = context.source.text(inner.start, end)
        for _, start, stop, new in sorted(changes, reverse=True):
            text = text[: start - inner.start] + new + text[stop - inner.start :]
        return f"~{name}:({text.rstrip('; ')})"
    if changes and not function.once:
        return None
    edits += changes
    named = name if inner.kind == "field_path" else context.text(inner)
    return f"~{name}" if named == name else f"~{name}:{named}"


def _function(context: Context, value: Node, name: str) -> _Function | None:
    """A function of the text; None for any other value."""
    binding = context.bound(value.children[-1] if value.kind == "field_path" else value)
    definition = value if value.kind == "fun_expression" else binding.above
    if definition.kind not in ("fun_expression", "let_binding"):
        return None
    once = definition is value or len(context.references(binding)) == 1
    parameters = definition.of("parameter")
    plain = all(len(child.children) == 1 for child in parameters)
    if len(parameters) < (2 if name == _CLOSED else 3) or not plain:
        return None
    alone = _alone(context, parameters[0].child("pattern"))
    return _Function(parameters, alone, once) if alone is not None else None


def _alone(context: Context, pattern: Node) -> bool | None:
    """Whether a parameter is a `Connection.t`; None where nobody can know."""
    pattern = without_parentheses(pattern)
    if pattern.kind in ("any_pattern", "tuple_pattern"):
        return False
    if pattern.kind == "value_pattern" and not context.references(pattern):
        return False
    if isinstance(context.type_of(pattern), Tup):
        return False
    return True if context.type_name(pattern) == _CONNECTION else None


def _parameters(context: Context, function: _Function, name: str) -> list[Edit]:
    """The parameters as they are now: a pair first, and no `()` behind it."""
    edits = []
    first, second = function.parameters[:2]
    if function.alone:
        edits.append(context.replace(first, f"(_, {context.text(first)})"))
    if name == _CLOSED:
        edits.append((context.name, first.end, second.end, ""))
    return edits


# -- the functor -------------------------------------------------------------------------------


def functors(context: Context) -> Iterator[Finding]:
    """Servers over channels."""
    for use in context.analysis.functor_uses:
        for found in context.rules_of(use.item.changes, FUNCTOR):
            yield _functor(context, use, found)
    heads = {use.head for use in context.analysis.functor_uses}
    for node, _module, item in context.modules:
        for found in context.rules_of(item.changes, FUNCTOR) if node not in heads else ():
            yield context.finding(found, node, item=item.path, use=context.text(node))


def _functor(context: Context, use: FunctorUse, found: Rule) -> Finding:
    edits = _over_flow(context, use)
    return context.finding(
        found,
        use.head,
        rewriting("Make the server of the flow", edits),
        item=use.item.path,
        use=context.text(use.head),
    )


def _over_flow(context: Context, use: FunctorUse) -> list[Edit]:
    """`Cohttp_mirage.Server (Flow)`, named where its `Server` was; empty where the flow is not
    known, or where something else of it is used."""
    name = use.node.above.part("module_name")
    if not name or len(use.arguments) != 1 or not _only_binding(context, name):
        return []
    channel = _channel(context, use.arguments[0])
    if channel is None:
        return []
    server = context.text(name)
    edits = [context.replace(use.node, f"Cohttp_mirage.Server ({channel[0]})")]
    for node in context.tree.root.descendants():
        if node.kind != "module_name" or node is name or context.text(node) != server:
            continue
        outer = node.above.above
        paths = node.above.kind.endswith("module_path") and outer.kind.endswith("module_path")
        if not paths or outer.start != node.start:
            return []
        part = context.text(outer.children[-1])
        if part == "Server":
            edits.append(context.replace(outer, server))
        elif part not in ("Request", "Response"):
            return []
    return edits + _unused(context, use.arguments[0], channel[1])


def _only_binding(context: Context, name: Node) -> bool:
    """Whether nothing else in the file has the name of this module."""
    return list(modules_named(context.tree, context.text(name))) == [name]


def _channel(context: Context, argument: Node) -> tuple[str, Node | None] | None:
    """(the flow under a channel, where the channel has its name); None for another module."""
    for use in context.analysis.functor_uses:
        if use.item.path not in _CHANNELS or len(use.arguments) != 1:
            continue
        flow = context.text(use.arguments[0])
        if use.node is unwrapped_module(argument):
            return flow, None
        binding = use.node.above
        name = binding.part("module_name")
        if name and context.text(name) == context.text(unwrapped_module(argument)):
            return (flow, binding) if _only_binding(context, name) else None
    return None


def unwrapped_module(node: Node) -> Node:
    """A module expression without the parentheses around it."""
    while node.kind == "parenthesized_module_expression" and len(node.named_children) == 1:
        node = node.named_children[0]
    return node


def _unused(context: Context, argument: Node, binding: Node | None) -> list[Edit]:
    """The channel goes where only the server used it."""
    definition = binding.above if binding else NO_NODE
    name = binding.part("module_name") if binding else NO_NODE
    nodes = [n for n in context.tree.root.descendants() if n.kind == "module_name"]
    named = [n for n in nodes if n is not name and context.text(n) == context.text(name)]
    if len(named) != 1 or len(definition.of("module_binding")) != 1:
        return []
    outer = definition.above
    follows = [each for each in outer.children if each.start >= definition.end]
    if outer.kind == "let_expression":
        return [context.remove((outer.start, outer.child("body").start))]
    return [context.remove((definition.start, follows[0].start))] if follows else []


# -- over a conduit ----------------------------------------------------------------------------


def listens(context: Context) -> Iterator[Finding]:
    """`CON.listen conduit mode (H.listen server)`, which is a call of `H.listen` alone since a
    server is made of the conduit."""
    for use, found in context.ruled(LISTENS):
        argument = wrapped(use.call or use.node)
        outer = context.use_at(argument.above.child("function"))
        given = Arguments(outer.arguments).plain if outer is not None else []
        if outer is None or len(given) != 3 or given[2] is not argument or not use.call:
            continue
        around = parameters_around(context, use.node)
        conduits = [each.name for each in around if has_type(context, each, ["Conduit_mirage.S"])]
        if outer.item.name == "listen" and outer.qualifier in conduits and len(use.arguments) == 1:
            (server,) = use.arguments
            new = context.text(use.node)
            edits = [
                context.replace(outer.node, new),
                context.replace(argument, context.text(server)),
            ]
            facts = rewriting(f"Listen by `{new}`", edits)
            yield context.used(found, use, facts, use=new, conduit=context.text(outer.node))


# -- clients -----------------------------------------------------------------------------------


def clients(context: Context) -> Iterator[Finding]:
    """`Cohttp_mirage.Client`, which is made of the resolver and the conduit that a functor has."""
    for use, found in context.ruled(CLIENT):
        facts = rewriting("Make the client of resolver and conduit", _client(context, use))
        yield context.used(found, use, facts, use=context.text(use.node))


def _client(context: Context, use: Use) -> list[Edit]:
    """The client of the functor around a use, made in its body, for all uses in it."""
    for functor in context.analysis.functors:
        body = functor.body or NO_NODE
        made = _of_parameters(context, functor.parameters)
        paths = [n for n in body.descendants() if _is_client(context, n)]
        if not body.start <= use.node.start < body.end or made is None or not paths:
            continue
        arguments, edits = made
        named = [n for n in paths if n.above.kind == "module_binding"]
        if named:
            name = context.text(named[0].above.part("module_name"))
            edits.append(context.insert(named[0].end, f".Make {arguments}"))
        else:
            name = next(n for n in _CLIENT_NAMES if not any(modules_named(context.tree, n)))
            first, line = body.named_children[0], context.source.newline
            text = f"module {name} = {_CLIENTS}.Make {arguments}{line}{line}"
            text += context.source.indent(first.start)
            edits.append(context.insert(first.start, text))
        edits += [context.replace(n, name) for n in paths if n not in named[:1]]
        return edits
    return []


def _is_client(context: Context, node: Node) -> bool:
    return node.kind.endswith("module_path") and context.text(node) == _CLIENTS


def _of_parameters(context: Context, parameters: list[Parameter]) -> tuple[str, list[Edit]] | None:
    """The resolver and the conduit among the parameters, as arguments of a functor, and the edits
    that give all resolvers of the file, which it may be, their type; None where one of the two is
    not there."""
    resolver = next((p for p in parameters if has_type(context, p, _RESOLVERS)), None)
    conduit = next((p for p in parameters if has_type(context, p, ["Conduit_mirage.S"])), None)
    if resolver is None or conduit is None:
        return None
    every = [p for functor in context.analysis.functors for p in functor.parameters]
    old = [p.type_node for p in every if p.type_node and has_type(context, p, _RESOLVERS[:1])]
    edits = [context.replace(node, _RESOLVERS[1]) for node in old]
    return f"({resolver.name}) ({conduit.name})", edits
