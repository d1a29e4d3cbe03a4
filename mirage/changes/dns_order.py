"""DNS clients and happy eyeballs of config.ml: since 4.6 a client is made of happy eyeballs, where
happy eyeballs were made of a client.

Facts: mirage v4.5.1 and v4.6.0 lib/mirage/mirage.mli (`generic_dns_client`,
`generic_happy_eyeballs`, `mimic_happy_eyeballs`), v4.3.3 (`git_happy_eyeballs`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import item, with_gap
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import places
from mirageport.ocaml.tree import NO_NODE, Arguments, wrapped
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Rule, Use

KIND = "dns-order"
_CLIENT, _EYEBALLS = "generic_dns_client", "generic_happy_eyeballs"
_MIMIC = "mimic_happy_eyeballs"
# What each takes now, behind its labels.
_NAMES = ("eyeballs", "happy_eyeballs", "he")
_OF_GIT = {"Mirage.git_tcp", "Mirage.git_ssh", "Mirage.git_http"}
_TAKES = {
    _CLIENT: "happy eyeballs behind the stack",
    _EYEBALLS: "a stack alone, and no DNS client",
    _MIMIC: "happy eyeballs before the DNS client",
}


class _Device(NamedTuple):
    """A call of one of them. name: of what it calls; given: its arguments without a label; pattern,
    definition: the `let` of the file that it is the value of, `NO_NODE` elsewhere."""

    use: Use
    rule: Rule
    name: str
    given: list[Node]
    pattern: Node
    definition: Node


def find(context: Context) -> Iterator[Finding]:
    """The calls that are written in the former order, which change together."""
    every = [_device(context, use, rule) for use, rule in context.ruled(KIND) if use.call]
    old = [each for each in every if _is_old(context, each)]
    facts = rewriting("Make the DNS client of happy eyeballs", _edits(context, every, old))
    for each in old:
        takes = _TAKES.get(each.name, f"another name, `{_MIMIC}`, and {_TAKES[_MIMIC]}")
        yield context.used(each.rule, each.use, facts, takes=takes)


def _device(context: Context, use: Use, rule: Rule) -> _Device:
    call = use.call or NO_NODE
    binding, pattern = call.above, call.above.child("pattern")
    own = binding.kind == "let_binding" and binding.above.kind == "value_definition"
    bound = own and pattern.kind == "value_name" and len(binding.above.of("let_binding")) == 1
    given = Arguments(use.arguments).plain
    definition = binding.above if bound else NO_NODE
    return _Device(use, rule, use.item.name, given, pattern if definition else NO_NODE, definition)


def _is_old(context: Context, device: _Device) -> bool:
    count = len(device.given)
    if device.name in (_CLIENT, _EYEBALLS):
        return count == (1 if device.name == _CLIENT else 2)
    return count == 3 and (device.name != _MIMIC or _is_client(context, device.given[1]))


def _is_client(context: Context, node: Node) -> bool:
    """Whether a client of DNS is given. What is known of a parameter is what the call says."""
    if context.bound(node).around("parameter"):
        return False
    known = context.type_of(node)
    type_ = prune(known) if known is not None else None
    of = prune(type_.args[0]) if isinstance(type_, Con) and type_.args else None
    return isinstance(of, Con) and of.name == "Mirage.dns_client"


def _edits(context: Context, every: list[_Device], old: list[_Device]) -> list[Edit]:
    """The edits of all calls; none where one of them cannot be changed."""
    found: list[Edit] = []
    inside = _inside(context, old)
    for each in old:
        if each in inside.values():
            if not any(_is_in(each, other.given[-1]) for other in old if len(other.given) == 3):
                found.append(context.replace(wrapped(each.use.call or NO_NODE), _free(context)))
        elif each.name == _EYEBALLS:
            if not any(_mates(context, each, other) for other in old):
                found.append(context.remove(with_gap(each.given[1])))
        elif each.name == _CLIENT:
            if any(_is_in(each, other.given[1]) for other in old if other.name == _EYEBALLS):
                continue
            mate = inside.get(each.pattern)
            own = _in_front(context, mate, each) if mate else _made_of(context, each, every, old)
            if not own:
                return []
            found += own
        else:
            _stack, client, eyeballs = each.given
            mate = inside.get(context.bound(client))
            moved = mate is not None and _is_in(mate, eyeballs)
            text = _free(context) if moved else context.text(eyeballs)
            found.append(context.replace(client, text))
            found.append(context.replace(eyeballs, context.text(client)))
            if each.name != _MIMIC:
                found.append(context.replace(each.use.node, each.use.sibling(_MIMIC)))
                found += _types(context)
    return list(dict.fromkeys(found))


def _inside(context: Context, old: list[_Device]) -> dict[Node, _Device]:
    """Happy eyeballs that have no `let`, by the name of the client that they alone are made of."""
    made = [each for each in old if each.name == _EYEBALLS and not each.pattern]
    found = {context.bound(each.given[1]): each for each in made}
    clients = {each.pattern for each in old if each.name == _CLIENT and each.pattern}
    return {name: each for name, each in found.items() if name in clients and len(made) == 1}


def _in_front(context: Context, eyeballs: _Device, client: _Device) -> list[Edit]:
    """The edits that give a client happy eyeballs of a `let` of their own in front of it."""
    call, definition, name = client.use.call, client.definition, _free(context)
    assert call is not None
    assert eyeballs.use.call is not None
    text = context.source.text(eyeballs.use.call.start, eyeballs.given[0].end)
    stop = " in" if definition.above.kind == "let_expression" else ""
    gap = f"{context.source.newline}{context.source.indent(definition.start)}"
    line = f"let {name} = {text}{stop}{gap}"
    return [context.insert(definition.start, line), context.insert(call.end, f" {name}")]


def _free(context: Context) -> str:
    """A name for happy eyeballs that the file does not have."""
    tree = context.tree
    return next((n for n in _NAMES if not any(places(tree, tree.root, n))), _NAMES[0])


def _types(context: Context) -> Iterator[Edit]:
    """What devices of config.ml's own take, where nothing else gives a client of Git."""
    if _OF_GIT.isdisjoint(use.item.path for use in context.analysis.uses):
        for use in context.analysis.uses:
            if use.item.path == "Mirage.git_client":
                yield context.replace(use.node, use.sibling("mimic"))


def _is_in(device: _Device, node: Node) -> bool:
    return node.start <= device.use.node.start < node.end


def _mates(context: Context, eyeballs: _Device, client: _Device) -> bool:
    """Whether happy eyeballs of the file are made of a client of it."""
    bound = context.bound(eyeballs.given[1]) if len(eyeballs.given) > 1 else NO_NODE
    return bool(bound and eyeballs.definition) and bound is client.pattern


def _made_of(
    context: Context, client: _Device, every: list[_Device], old: list[_Device]
) -> list[Edit]:
    """The edits that give a client its happy eyeballs: those that were made of it, which come
    before it now, those of its stack, or new ones."""
    assert client.use.call is not None
    end, stack = client.use.call.end, context.text(client.given[0])
    named = [each for each in every if each.name == _EYEBALLS]
    mates = [each for each in named if _mates(context, each, client)]
    if mates:
        moved = _before(context, mates[0], client)
        rest = [context.remove(with_gap(each.given[1])) for each in mates[1:]]
        given = context.insert(end, f" {context.text(mates[0].pattern)}")
        return [given, *moved, *rest] if moved else []
    for each in named:
        if each.pattern and each.pattern.end < client.use.node.start:
            if context.text(each.given[0]) == stack:
                return [context.insert(end, f" {context.text(each.pattern)}")]
    alone = sum(each.name == _CLIENT for each in old) == 1
    if not alone or client.given[0].kind != "value_path":
        return []
    new = client.use.sibling(_EYEBALLS)
    return [context.insert(end, f" ({new} {stack})")]


def _before(context: Context, eyeballs: _Device, client: _Device) -> list[Edit]:
    """The definition of happy eyeballs, without the client, before that of the client; none where
    it needs what is defined between them."""
    definition, (start, end) = eyeballs.definition, with_gap(eyeballs.given[1])
    if definition.start < client.definition.start:
        return []
    for node in definition.descendants():
        if node.kind == "value_path" and not start <= node.start < end:
            bound = context.bound(node)
            if client.definition.start < bound.start < definition.start:
                return []
    text, source = context.text(definition), context.source
    text = text[: start - definition.start] + text[end - definition.start :]
    text = f"{text}{source.newline}{source.indent(client.definition.start)}"
    removed = context.remove(item(source, definition))
    return [removed, context.insert(client.definition.start, text)]
