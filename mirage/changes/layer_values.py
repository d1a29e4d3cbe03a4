"""Stacks put together by hand: the values of their layers.

`connect` of IPv4 takes the value of its address resolution since tcpip 2.6, that of a stack those
of address resolution and `Icmpv4` too; `input_arpv4` of IPv4 is `input` of address resolution, and
`Ethif.input` wants it as `~arpv4` (before tcpip 2.2 the ethernet answered such packets itself).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.spans import gap
from mirageport.diagnostics.syntax import Continuation, continuation, has_operator
from mirageport.mirage.changes.connects import reaches
from mirageport.mirage.changes.layers import (
    ARP_RULE,
    Layer,
    argument,
    fresh,
    layer,
    layers,
    seen_from,
)
from mirageport.ocaml.tree import NO_NODE, READER, Arguments, label_of, unwrapped, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Record, Rule, Use


KIND = "connect-layers"
INPUT = "input-arpv4"
_INPUT = "input_arpv4"
_IPV4 = ("Ipv4.Make", "Static_ipv4.Make")
_RESOLUTION = ("Arpv4.Make", "Arp.Make")  # the second since Mirage 3.7, without a clock
# What may have an expression behind it that goes on to its end.
_OPEN = frozenset(
    [
        *("let_expression", "let_binding", "fun_expression", "match_case"),
        *("parenthesized_expression", "begin_expression"),
    ]
)
# What makes the layers that a stack did without, and what the value of each is called.
_MADE = {**dict.fromkeys(_RESOLUTION, "arp"), "Icmpv4.Make": "icmp"}


def connects(context: Context) -> Iterator[Finding]:
    """Calls of `connect` that lack the values of some layers. The page's options: `layers`, for
    each argument the place of its module among the functor's arguments, `-` where it has none;
    `missing`, `count=places` pairs: which arguments a call of so many lacks."""
    for use, found in context.ruled(KIND):
        missing = _missing(context, use, found)
        if missing:
            yield _connect(context, use, found, missing)


def _positional(call: Node | None) -> list[Node]:
    given = call.all("argument") if call else []
    return Arguments(given).plain


def _missing(context: Context, use: Use, found: Rule) -> list[int]:
    """The places of the arguments that a call lacks. What stands behind a call, or behind a mention
    of the function, among the arguments of a helper of the file is taken for its own."""
    pairs = [pair.partition("=") for pair in found.options["missing"].split()]
    places = {int(count): [int(each) for each in at.split(",")] for count, _, at in pairs}
    outer = wrapped(use.call or use.node)
    call = outer.above if outer.field == "argument" else NO_NODE
    own = call.child("function") in context.analysis.refs
    behind = call.all("argument") if own else []
    count = len(_positional(use.call)) + sum(each.start > outer.start for each in behind)
    return places.get(count, [])


def _connect(context: Context, use: Use, found: Rule, missing: list[int]) -> Finding:
    edits, names = _completed(context, use, found, missing)
    return context.used(found, use, rewriting(f"Pass {names}", edits), names=names)


def _completed(
    context: Context, use: Use, found: Rule, missing: list[int]
) -> tuple[list[Edit], str]:
    """(the edits that give a call what it lacks, what that is); no edits where none can be made."""
    path = use.qualifier or use.module.path
    stack = _layer_of(context, use, path)
    places = found.options["layers"].split()
    called = found.options["names"].split()
    names = " and ".join(f"`{called[int(places[place])]}`" for place in missing)
    if stack is None or not use.call or _is_argument(use.call):
        return [], names
    given: list[Node | None] = [*_positional(use.call)]
    for place in missing:
        given.insert(place, None)
    values: dict[int, str] = {}
    before: list[str] = []
    for place in missing:
        made = layer(context, argument(context, stack, int(places[place])), stack.binding)
        below = _below(context, stack, made, given, places) if made is not None else None
        if made is None or not below:
            return [], names
        values[place] = _value(context, made, below) or _make(
            context, use.call, stack, made, below, before
        )
        if not values[place]:
            return [], names
    return _edits(context, use.call, values, before), names


def _below(
    context: Context, stack: Layer, made: Layer, given: list[Node | None], places: list[str]
) -> Node | None:
    """The value that a layer's own `connect` takes, among those that a call gets. A stack has the
    address resolution of its IPv4, which is the one over the ethernet that IPv4 was given."""
    wanted = argument(context, made, 0)
    for value, place in zip(given, places, strict=True):
        if value is None or place == "-":
            continue
        name = argument(context, stack, int(place))
        resolves = made.use.item.path in _RESOLUTION
        if name == wanted and (not resolves or stack.use.item.path in _IPV4):
            return value
        ipv4 = layer(context, name, stack.binding, _IPV4)
        if resolves and ipv4 is not None:
            connect = _connect_of(context, ipv4, value)
            return connect[0] if connect else None
    return None


def _connect_of(context: Context, of: Layer, value: Node) -> list[Node]:
    """What was given to the call of a layer's `connect` that a value comes from."""
    bound = context.bound(unwrapped(value))
    for use, behind in _connects(context):
        if behind.pattern is bound:
            if _layer_of(context, use, use.qualifier or use.module.path) == of:
                return _positional(use.call)
    return []


def _connects(context: Context) -> Iterator[tuple[Use, Continuation]]:
    """Calls of `connect` whose value gets a name, and what follows them."""
    for use in context.analysis.uses:
        if use.item.name == "connect" and use.call:
            behind = continuation(context, use.call)
            if behind is not None:
                yield use, behind


def _make(
    context: Context, call: Node, stack: Layer, made: Layer, below: Node, before: list[str]
) -> str:
    """The name of a layer's value, made of the one below it in front of a call, which `before`
    gets; "" where it cannot be made there."""
    functor = made.use.item.path
    if functor not in _MADE or not _stands_free(context, call):
        return ""
    if functor in _RESOLUTION:
        clock, own = argument(context, made, 1), stack.use.item.path in _IPV4
        if not own or (clock and not reaches(context, clock, call)):
            return ""
    value = context.text(below)
    name = _called(context, call, stack, value, _MADE[functor])
    module = seen_from(context, made, made.name, call)
    before.append(f"{module}.connect {value} >>= fun {name} ->")
    return name


def _called(context: Context, call: Node, stack: Layer, below: str, name: str) -> str:
    """What a new value is to be called: `name`, with what it is made of in front of it where the
    same definition makes several, whichever of them comes first."""
    item = call.around("value_definition")
    while item and item.up("value_definition"):
        item = item.around("value_definition")
    several = [
        use
        for use in context.analysis.uses
        if use.item.name == "connect"
        and item
        and item.start <= use.node.start < item.end
        and _layer_of(context, use, use.qualifier or use.module.path) == stack
    ]
    return fresh(context, f"{below}_{name}" if len(several) > 1 and below.islower() else name, item)


def _stands_free(context: Context, call: Node) -> bool:
    """Whether `.. >>= fun value ->` can stand in front of a call."""
    node = call
    while node.above.kind == "infix_expression":
        if node.field != "left":
            return False
        node = node.above
    parent = node.above
    if not parent or not has_operator(context, call, ">>="):
        return False
    last = parent.kind == "sequence_expression" and parent.named_children[-1] is node
    return last or parent.kind in _OPEN


def _layer_of(context: Context, use: Use, path: str) -> Layer | None:
    """The layer whose `connect` a use is: by name, or the only one of its functor, which a
    structure includes."""
    functors = _IPV4 if use.item.owner in _IPV4 else (use.item.owner,)
    found = layer(context, path, use.node, functors)
    if found is None:
        every = [each for each in layers(context) if each.use.item.path in functors]
        found = every[0] if len(every) == 1 else None
    return found


def _value(context: Context, of: Layer, below: Node) -> str:
    """The name of a layer's value over another value, where that one stands: bound by `connect`
    around it; "" without one."""
    over = context.bound(unwrapped(below))
    for use, behind in _connects(context) if over else ():
        given = _positional(use.call)
        inside = behind.body.start <= below.start < behind.body.end
        named = behind.pattern.kind == "value_pattern"
        if inside and named and given and context.bound(unwrapped(given[0])) is over:
            if layer(context, use.qualifier or use.module.path, use.node) == of:
                return context.text(behind.pattern)
    return ""


def _edits(context: Context, call: Node, values: dict[int, str], before: list[str]) -> list[Edit]:
    """The values at their places, and what makes them in front of the call."""
    edits = [_in_front(context, call, before)] if before else []
    nodes = _positional(call)
    texts: dict[int, str] = {}
    for number, (place, value) in enumerate(sorted(values.items())):
        behind = nodes[place - number - 1].end
        texts[behind] = texts.get(behind, "") + f" {value}"
    return edits + [context.insert(at, text) for at, text in texts.items()]


def _in_front(context: Context, call: Node, before: list[str]) -> Edit:
    """Lines in front of a call, which gets a line of its own."""
    source = context.source
    between = source.newline + source.indent(call.start)
    line = source.text(call.start - source.position(call.start)[1], call.start)
    gap = len(line) - len(line.rstrip())
    if not line.strip():
        return context.insert(call.start, "".join(each + between for each in before))
    between += "  "
    text = between + "".join(each + between for each in before)
    return context.name, call.start - gap, call.start, text


# -- packets -----------------------------------------------------------------------------------


def inputs(context: Context) -> Iterator[Finding]:
    """`input_arpv4` of IPv4, and calls of an ethernet's `input` without `~arpv4`."""
    for node in context.gathered(_inputs_named):
        prefix = node.part("module_path")
        module = context.analysis.module_refs.get(prefix)
        if module is None or not prefix:
            continue
        if module.value("set_ip") is not None or module.value("pseudoheader") is not None:
            yield _resolved(context, node, context.text(prefix))
    for use, found in context.ruled(INPUT):
        labels = [label_of(node) for node in use.arguments]
        if "ipv4" in labels and "arpv4" not in labels:
            yield _unanswered(context, use, found)


def _inputs_named(records: list[Record]) -> list[Node]:
    """Values of this name that no interface has."""
    missing = [node for record in records for node in record.missing]
    return [node for node in missing if READER.text(node.children[-1]) == _INPUT]


def _resolution(context: Context, ipv4: Layer | None, ethernet: Node | None, node: Node) -> str:
    """`Arp.input arp` for an IPv4 at a node; "" where its address resolution has no value there."""
    if ipv4 is None or not ethernet:
        return ""
    arp = layer(context, argument(context, ipv4, 1), ipv4.binding)
    value = _value(context, arp, ethernet) if arp is not None else ""
    return f"{seen_from(context, arp, arp.name, node)}.input {value}" if arp and value else ""


def _resolved(context: Context, node: Node, path: str) -> Finding:
    found = context.rule(ARP_RULE)
    call = node.above if node.field == "function" else NO_NODE
    given = _positional(call)
    ipv4 = layer(context, path, node, ("Static_ipv4.Make",))
    connect = _connect_of(context, ipv4, given[0]) if ipv4 is not None and given else []
    new = _resolution(context, ipv4, connect[0], node) if len(connect) == 2 else ""
    if call and new and len(call.all("argument")) == 1:
        facts = rewriting(f"Replace it with `{new}`", [context.replace(call, new)])
        return context.finding(found, node, facts, use=context.text(node))
    message = (
        f"`{context.text(node)}` is `input` of the ARP device in {context.target}: take a module "
        "`(Arp : Mirage_protocols_lwt.ARP)` and its value where this code takes IPv4's, and write "
        "`Arp.input arp`."
    )
    return context.finding(found, node, message=message)


def _unanswered(context: Context, use: Use, found: Rule) -> Finding:
    """An ethernet's `input` that leaves address resolution to the ethernet."""
    above = [
        each
        for each in layers(context)
        if each.use.item.path in _IPV4
        and argument(context, each, 0) == use.qualifier.rpartition(".")[2]
    ]
    given = _positional(use.call)
    new = "fun _ -> Lwt.return_unit"
    if above:
        ethernet = given[0] if given and len(above) == 1 else None
        new = _resolution(context, above[0], ethernet, use.node)
    between = gap(context.source, use.arguments[0] if use.arguments else use.node)
    edit = context.insert(use.node.end, f"{between}~arpv4:({new})")
    edits = (edit,) if new and _is_argument(use.call) else ()
    return context.used(found, use, rewriting(f"Pass `~arpv4:({new})`", edits))


def _is_argument(call: Node | None) -> bool:
    """Whether a call is an argument: nobody adds a label to it later."""
    return wrapped(call or NO_NODE).field == "argument"
