"""Stacks put together by hand: the values of their layers.

`connect` of IPv4 takes the value of its address resolution since tcpip 2.6, that of a stack those
of address resolution and `Icmpv4` too; `input_arpv4` of IPv4 is `input` of address resolution, and
`Ethif.input` wants it as `~arpv4` (tcpip 1 answered such packets in the ethernet itself).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL
from mirageport.diagnostics.kinds.layers import (
    ARP_RULE,
    Layer,
    argument,
    fresh,
    layer,
    layers,
    seen_from,
)
from mirageport.diagnostics.kinds.values import label_of
from mirageport.diagnostics.rules import rule
from mirageport.diagnostics.syntax import continuation, has_operator
from mirageport.ocaml.tree import READER, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

    Edit = tuple[str, int, int, str]

KIND = "connect-layers"
INPUT = "input-arpv4"
_INPUT = "input_arpv4"
# What makes the layers that a stack did without, what the value of each is called, and whose value
# its `connect` takes, by its place among the functor's arguments.
# What may have an expression behind it that goes on to its end.
_OPEN = frozenset(
    [
        *("let_expression", "let_binding", "fun_expression", "match_case"),
        *("parenthesized_expression", "begin_expression"),
    ]
)
_MADE = {"Arpv4.Make": "arp", "Icmpv4.Make": "icmp"}


def connects(context: Context) -> Iterator[Finding]:
    """Calls of `connect` that lack the values of some layers. The page's options: `layers`, for
    each argument the place of its module among the functor's arguments, `-` where it has none;
    `missing`, `count=places` pairs: which arguments a call of so many lacks."""
    for use, found in context.ruled(KIND):
        missing = _missing(use, found)
        if missing:
            yield _connect(context, use, found, missing)


def _positional(call: Node | None) -> list[Node]:
    given = call.all("argument") if call is not None else []
    return [node for node in given if node.kind != "labeled_argument"]


def _missing(use: Use, found: Rule) -> list[int]:
    """The places of the arguments that a call lacks; of a mention alone, all that can be."""
    pairs = [pair.partition("=") for pair in found.options["missing"].split()]
    places = {int(count): [int(each) for each in at.split(",")] for count, _, at in pairs}
    if use.call is None:
        return max(places.values(), key=len)
    return places.get(len(_positional(use.call)), [])


def _connect(context: Context, use: Use, found: Rule, missing: list[int]) -> Finding:
    edits, names = _completed(context, use, found, missing)
    way = Way(f"Give it {names}", found.applicability, tuple(edits))
    return context.finding(
        found,
        use.node,
        Rewrite((way,)) if edits else None,
        item=use.item.path,
        applicability=found.applicability if edits else MANUAL,
        use=context.text(use.node),
        names=names,
    )


def _completed(
    context: Context, use: Use, found: Rule, missing: list[int]
) -> tuple[list[Edit], str]:
    """(the edits that give a call what it lacks, what that is); no edits where none can be made."""
    path = use.qualifier or use.module.path
    stack = _layer_of(context, use, path)
    places = found.options["layers"].split()
    names = " and ".join(f"`{_name(places[place], found)}`" for place in missing)
    if stack is None or use.call is None:
        return [], names
    given: list[str | None] = [context.text(node) for node in _positional(use.call)]
    for place in missing:
        given.insert(place, None)
    before = []
    for place in missing:
        made = layer(context, argument(context, stack, int(places[place])), stack.binding)
        value = _value(context, made, use.node) if made is not None else ""
        if made is None or made.use.item.path not in _MADE:
            return [], names
        if not value:
            below = argument(context, made, 0)
            if made.use.item.path == "Arpv4.Make" and not _own(context, stack, made):
                return [], names
            at = [
                i
                for i, each in enumerate(places)
                if each != "-" and argument(context, stack, int(each)) == below
            ]
            lower = given[at[0]] if at else None
            if lower is None or not _stands_free(context, use.call):
                return [], names
            value = fresh(context, _MADE[made.use.item.path])
            module = seen_from(context, made, made.name, use.node)
            before.append(f"{module}.connect {lower} >>= fun {value} ->")
        given[place] = value
    return _edits(context, use.call, given, missing, before), names


def _stands_free(context: Context, call: Node) -> bool:
    """Whether `.. >>= fun value ->` can stand in front of a call."""
    node = call
    while node.parent is not None and node.parent.kind == "infix_expression":
        if node.field != "left":
            return False
        node = node.parent
    parent = node.parent
    if parent is None or not has_operator(context, call, ">>="):
        return False
    last = parent.kind == "sequence_expression" and parent.named_children[-1] is node
    return last or parent.kind in _OPEN


def _name(place: str, found: Rule) -> str:
    return found.options["names"].split()[int(place)]


def _own(context: Context, stack: Layer, made: Layer) -> bool:
    """Whether a layer that lacks an address resolution is the one that has it to itself: a stack
    has that of its IPv4."""
    return stack.use.item.path in ("Static_ipv4.Make", "Ipv4.Make")


def _layer_of(context: Context, use: Use, path: str) -> Layer | None:
    """The layer whose `connect` a use is: by name, or the only one of its functor, which a
    structure includes."""
    wanted = ("Ipv4.Make", "Static_ipv4.Make")
    functors = wanted if use.item.owner in wanted else (use.item.owner,)
    found = layer(context, path, use.node, functors)
    if found is None:
        every = [each for each in layers(context) if each.use.item.path in functors]
        found = every[0] if len(every) == 1 else None
    return found


def _value(context: Context, of: Layer, node: Node) -> str:
    """The name of a layer's value at a node: bound by `connect` around it; "" without one."""
    for use in context.analysis.uses:
        if use.item.name != "connect" or use.call is None or use.node.start >= node.start:
            continue
        if layer(context, use.qualifier or use.module.path, use.node) != of:
            continue
        bound = continuation(context, use.call)
        if bound is not None and bound[2].start <= node.start < bound[2].end:
            if bound[1].kind == "value_pattern":
                return context.text(bound[1])
    return ""


def _edits(
    context: Context, call: Node, given: list[str | None], missing: list[int], before: list[str]
) -> list[Edit]:
    """The values at their places, and what makes them in front of the call."""
    edits: list[Edit] = []
    nodes = _positional(call)
    indent = context.source.newline + context.source.indent(call.start)
    if before:
        text = "".join(each + indent for each in before)
        edits.append((context.name, call.start, call.start, text))
    texts: dict[int, str] = {}
    for number, place in enumerate(missing):
        behind = nodes[place - number - 1].end
        texts[behind] = texts.get(behind, "") + f" {given[place]}"
    return edits + [(context.name, at, at, text) for at, text in texts.items()]


# -- packets -----------------------------------------------------------------------------------


def inputs(context: Context) -> Iterator[Finding]:
    """`input_arpv4` of IPv4, and calls of an ethernet's `input` without `~arpv4`."""
    for node in context.gathered(_inputs_named):
        prefix = node.first("module_path")
        module = context.analysis.module_refs.get(prefix) if prefix is not None else None
        if module is None or prefix is None:
            continue
        if module.value("set_ip") is not None or module.value("pseudoheader") is not None:
            yield _resolved(context, node, context.text(prefix))
    for use, found in context.ruled(INPUT):
        labels = [label_of(context, node) for node in use.arguments]
        if "ipv4" in labels and "arpv4" not in labels:
            yield _unanswered(context, use, found)


def _inputs_named(records: list[Record]) -> list[Node]:
    """Values of this name that no interface has."""
    missing = [node for record in records for node in record.missing]
    return [node for node in missing if READER.text(node.children[-1]) == _INPUT]


def _resolution(context: Context, ipv4: str, node: Node) -> str:
    """`Arp.input arp` for an IPv4 at a node; "" where its address resolution has no value there."""
    below = layer(context, ipv4, node, ("Static_ipv4.Make",))
    arp = layer(context, argument(context, below, 1), below.binding) if below is not None else None
    value = _value(context, arp, node) if arp is not None else ""
    return f"{seen_from(context, arp, arp.name, node)}.input {value}" if arp and value else ""


def _resolved(context: Context, node: Node, ipv4: str) -> Finding:
    found = rule(ARP_RULE)
    call = node.parent if node.field == "function" else None
    new = _resolution(context, ipv4, node)
    if call is not None and new and len(call.all("argument")) == 1:
        way = Way(
            f"Replace it by `{new}`",
            found.applicability,
            ((context.name, call.start, call.end, new),),
        )
        return context.finding(found, node, Rewrite((way,)), use=context.text(node))
    message = (
        f"`{context.text(node)}` is `input` of address resolution in Mirage 3, a device of its "
        "own: take a module `(Arp : Mirage_protocols_lwt.ARP)` and its value where this takes "
        "IPv4's, and write `Arp.input arp`."
    )
    return context.finding(found, node, applicability=MANUAL, message=message)


def _unanswered(context: Context, use: Use, found: Rule) -> Finding:
    """An ethernet's `input` that leaves address resolution to the ethernet."""
    above = [
        each
        for each in layers(context)
        if each.use.item.path in ("Ipv4.Make", "Static_ipv4.Make")
        and argument(context, each, 0) == use.qualifier
    ]
    new = "fun _ -> Lwt.return_unit"
    if above:
        new = _resolution(context, above[0].name, use.node) if len(above) == 1 else ""
    edit = (context.name, use.node.end, use.node.end, f" ~arpv4:({new})")
    way = Way(f"Pass `~arpv4:({new})`", found.applicability, (edit,))
    whole = _is_argument(use.call)
    return context.finding(
        found,
        use.node,
        Rewrite((way,)) if new and whole else None,
        item=use.item.path,
        applicability=found.applicability if new and whole else MANUAL,
        use=context.text(use.node),
    )


def _is_argument(call: Node | None) -> bool:
    """Whether a call is an argument: nobody adds a label to it later."""
    return call is not None and wrapped(call).field == "argument"
