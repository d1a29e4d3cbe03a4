"""Devices of config.ml that are put together differently, and keys that convert differently."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW
from mirageport.ocaml.tree import Arguments, unwrapped
from mirageport.ocaml.types import Con, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Rule, Use


OVER_ETHERNET = "over-ethernet"
CONVERTER = "converter-renamed"
STORE = "store-of-files"


def over_ethernet(context: Context) -> Iterator[Finding]:
    """IP that was given a network device and wants what lies between. The page's `form` is the
    new expression, with {ip} for the call up to its arguments, {net} and {config} for those, and
    {mirage} for how Mirage's names are written; `to` is the new name."""
    for use, found in context.ruled(OVER_ETHERNET):
        given = Arguments(use.arguments).plain
        wanted = 1 if use.item.name == "default_ipv4" else 2
        if len(given) != wanted or device_of(context, given[0]) != "network":
            continue
        if device_of(context, given[-1]) != "ethernet":  # which IPv6 takes too since 3.10
            yield _over_ethernet(context, use, found, given)


def _over_ethernet(context: Context, use: Use, found: Rule, given: list[Node]) -> Finding:
    assert use.call
    name = context.text(use.node)
    labels = Arguments(use.arguments).labelled.keys()
    if use.item.name != "create_ipv6" and labels - {"group"}:
        message = (
            f"`{name}` takes Ethernet and ARP in {context.target}: give the clock and the time to "
            "ARP."
        )
        return context.used(found, use, message=message)
    before, _, function = context.source.text(use.call.start, given[0].start).rpartition(name)
    prefix = name.rpartition(".")[0] + "." if "." in name else ""
    text = found.options["form"].format(
        ip=f"{before}{prefix}{found.options['to']}{function}".strip(),
        mirage=prefix,
        net=context.text(given[0]),
        config=context.text(given[1]) if len(given) > 1 else "",
    )
    bare = use.call.field == "body" or not text.startswith("let ")
    edit = context.replace(use.call, text if bare else f"({text})")
    return context.used(found, use, rewriting("Add Ethernet in between", [edit]))


def device_of(context: Context, node: Node) -> str:
    """The device that an expression describes, such as `network`; "" when it is not known."""
    found = context.type_of(node)
    if not isinstance(found, Con) or found.name != "Mirage.impl" or not found.args:
        return ""
    inner = prune(found.args[0])
    return inner.name.rpartition(".")[2] if isinstance(inner, Con) else ""


def converters(context: Context) -> Iterator[Finding]:
    """Converters of keys under a name that means another one now: the default's type tells which
    was meant. The page's `to` is the new name, `type` that of the old one's defaults."""
    for use, found in context.ruled(CONVERTER):
        arguments = use.node.above.all("argument")
        if use.node not in arguments:
            continue
        following = arguments[arguments.index(use.node) + 1 :]
        if following and context.type_name(following[0]) == found.options["type"]:
            name = use.node.children[-1] if use.node.children else use.node
            old, new = context.text(use.node), found.options["to"]
            facts = rewriting(f"Convert with `{new}`", [context.replace(name, new)])
            yield context.used(found, use, facts, old=old, new=new)


def stores_of_files(context: Context) -> Iterator[Finding]:
    """`kv_ro_of_fs` over a FAT image, which is a store by itself since 4.3, or over one that was
    made of a folder, which is built into the unikernel instead."""
    for use, found in context.ruled(STORE):
        facts, level = None, ""
        given = Arguments(use.arguments).plain
        inner = unwrapped(given[0]) if use.call and len(given) == 1 else use.node
        image = context.use_at(inner.child("function"))
        arguments = Arguments(inner.all("argument"))
        path, folder = image.item.path if image else "", arguments.value("dir")
        if path == "Mirage.fat" and len(arguments.plain) == 1:
            new = f"{use.sibling('fat_ro')} {context.text(arguments.plain[0])}"
            facts = rewriting("Use `fat_ro`", [context.replace(use.call or use.node, new)])
        elif path == "Mirage.fat_of_files" and folder and arguments.labelled.keys() == {"dir"}:
            new, level = f"{use.sibling('crunch')} {context.text(folder)}", REVIEW
            facts = rewriting("Use `crunch`", [context.replace(use.call or use.node, new)])
        yield context.used(found, use, facts, applicability=level)
