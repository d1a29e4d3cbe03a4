"""Devices of config.ml that are put together differently, and keys that convert differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node

    Edit = tuple[str, int, int, str]

OVER_ETHERNET = "over-ethernet"
LABEL_DROPPED = "label-dropped"
CONVERTER = "converter-renamed"
RESULT_CONVERTED = "result-converted"


def over_ethernet(context: Context) -> Iterator[Finding]:
    """IP that was given a network device and wants what lies between. The page's `form` is the
    new expression, with {ip} for the call up to its arguments, {net} and {config} for those, and
    {mirage} for how Mirage's names are written; `to` is the new name."""
    for use, found in context.ruled(OVER_ETHERNET):
        given = [node for node in use.arguments if node.kind != "labeled_argument"]
        wanted = 1 if use.item.name == "default_ipv4" else 2
        if len(given) == wanted and device_of(context, given[0]) == "network":
            yield _over_ethernet(context, use, found, given)


def _over_ethernet(context: Context, use: Use, found: Rule, given: list[Node]) -> Finding:
    assert use.call is not None
    name = context.text(use.node)
    labels = [context.text(n).strip("~?") for n in use.arguments if n.kind == "labeled_argument"]
    if use.item.name != "create_ipv6" and any(not label.startswith("group") for label in labels):
        message = (
            f"`{name}` takes ethernet and ARP in {context.target}: give the clock and the time to "
            "ARP."
        )
        return context.finding(
            found, use.node, item=use.item.path, applicability=MANUAL, message=message
        )
    before, _, function = context.source.text(use.call.start, given[0].start).rpartition(name)
    prefix = name.rpartition(".")[0] + "." if "." in name else ""
    text = found.options["form"].format(
        ip=f"{before}{prefix}{found.options['to']}{function}".strip(),
        mirage=prefix,
        net=context.text(given[0]),
        config=context.text(given[1]) if len(given) > 1 else "",
    )
    bare = use.call.field == "body" or not text.startswith("let ")
    edit = (context.name, use.call.start, use.call.end, text if bare else f"({text})")
    way = Way("Put ethernet in between", found.applicability, (edit,))
    return context.finding(found, use.node, Rewrite((way,)), item=use.item.path, use=name)


def device_of(context: Context, node: Node) -> str:
    """The device that an expression describes, such as `network`; "" when it is not known."""
    type_ = context.analysis.types.get(node)
    found = prune(type_) if type_ is not None else None
    if not isinstance(found, Con) or found.name != "Mirage.impl" or not found.args:
        return ""
    inner = prune(found.args[0])
    return inner.name.rpartition(".")[2] if isinstance(inner, Con) else ""


def dropped_labels(context: Context) -> Iterator[Finding]:
    """Calls with a label that has gone; the page's `label` names it."""
    for use, found in context.ruled(LABEL_DROPPED):
        previous = use.node
        for argument in use.arguments:
            name = argument.first("label_name") if argument.kind == "labeled_argument" else None
            if name is not None and context.text(name) == found.options["label"]:
                edit = (context.name, previous.end, argument.end, "")
                way = Way(f"Drop `~{found.options['label']}`", found.applicability, (edit,))
                yield context.finding(
                    found,
                    argument,
                    Rewrite((way,)),
                    item=use.item.path,
                    use=context.text(use.node),
                )
            previous = argument


def converters(context: Context) -> Iterator[Finding]:
    """Converters of keys under a name that means another one now: the default's type tells which
    was meant. The page's `to` is the new name, `type` that of the old one's defaults."""
    for use, found in context.ruled(CONVERTER):
        call = use.node.parent
        arguments = call.all("argument") if call is not None else []
        if use.node not in arguments:
            continue
        following = arguments[arguments.index(use.node) + 1 :]
        if following and context.analysis.type_name(following[0]) == found.options["type"]:
            yield _converter(context, use, found)


def _converter(context: Context, use: Use, found: Rule) -> Finding:
    name = use.node.children[-1] if use.node.children else use.node
    new = found.options["to"]
    edit = (context.name, name.start, name.end, new)
    way = Way(f"Convert with `{new}`", found.applicability, (edit,))
    old = context.text(use.node)
    return context.finding(found, use.node, Rewrite((way,)), item=use.item.path, old=old, new=new)


def converted_results(context: Context) -> Iterator[Finding]:
    """Functions that give another type, which the page's `with` makes the old one again; what is
    handed to a function of the module of `with` is ported already."""
    for use, found in context.ruled(RESULT_CONVERTED):
        converter = found.options["with"]
        call = use.call
        outer = call.parent if call is not None else None
        while outer is not None and outer.kind == "parenthesized_expression":
            outer = outer.parent
        function = outer.get("function") if outer is not None else None
        module = converter.rpartition(".")[0]
        if function is not None and context.text(function).startswith(f"{module}."):
            continue
        facts = None
        if call is not None:
            text = f"{converter} ({context.text(call)})"
            bare = call.parent is not None and call.parent.kind == "parenthesized_expression"
            text = text if bare or call.field == "body" else f"({text})"
            edit = (context.name, call.start, call.end, text)
            facts = Rewrite((Way(f"Convert with `{converter}`", found.applicability, (edit,)),))
        yield context.used(found, use, facts)
