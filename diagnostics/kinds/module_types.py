"""Module types that moved, and the modules V1 and V1_LWT they lived in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL, OLD_NAMES, SAFE
from mirageport.diagnostics.kinds.clock_split import both_clocks
from mirageport.diagnostics.rules import rule
from mirageport.diagnostics.spans import whole_lines
from mirageport.mirage import names
from mirageport.mirage.clock import BOTH, UNKNOWN, named_at
from mirageport.ocaml.modules import SigModule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.mirage.names import DeviceNames
    from mirageport.ocaml.analysis import OpenUse, TypeUse
    from mirageport.ocaml.modules import Module
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node

OLD_MODULES = ("V1", "V1_LWT")

# Whose module types say that a file is a unikernel's.
_OWNERS = (*OLD_MODULES, "Mirage_clock_lwt", "Mirage_clock", "Mirage_types", "Mirage_types_lwt")

_OPENS = ("open_module", "open_module_signature")

MODULE_TYPE_RULE = "v1-module-type"
CLOCK_RULE = "clock-split"
OPEN_RULE = "open-v1-lwt"


def named(context: Context, record: Record) -> Iterator[Finding]:
    """Module types named as Mirage 2 named them."""
    for use in filter(_is_old, record.type_uses):
        # A name that the text gives it stays: it means what its definition is rewritten to.
        if not (_is_clock(use) or use.module_type.own or _by_own_alias(context, use)):
            yield _module_type(context, use)


def find(context: Context) -> Iterator[Finding]:
    """The one that became two, the opens that let module types go bare, and every other mention
    of the two modules."""
    for use in context.gathered(_clocks):
        yield _clock(context, use)
    for opened in context.analysis.opens:
        if _is_mirages(context, opened.module):
            yield _open(context, opened)
    for head, module in context.gathered(_other_mentions):
        if _is_mirages(context, module):
            yield _mention(context, head, module.path)


def _clocks(records: list[Record]) -> list[TypeUse]:
    return [use for each in records for use in each.type_uses if _is_old(use) and _is_clock(use)]


def _is_old(use: TypeUse) -> bool:
    item = use.module_type.item
    if use.module_type.companion is not None or item is None:
        return False
    return item.owner in OLD_MODULES and bool(item.changes)


def _by_own_alias(context: Context, use: TypeUse) -> bool:
    """Whether a path begins with a name of the person's own for Mirage's module, which is right
    again when that name stands for its successor."""
    head, dot, _name = context.text(use.node).partition(".")
    return dot == "." and head not in OLD_MODULES


def _is_clock(use: TypeUse) -> bool:
    return use.module_type.item is not None and CLOCK_RULE in use.module_type.item.changes


def _name(use: TypeUse) -> str:
    item = use.module_type.item
    return item.name if item is not None else ""


def _names(use: TypeUse) -> DeviceNames | None:
    item = use.module_type.item
    return names.DEVICES.get(item.name) if item is not None else None


def _direct(use: TypeUse) -> str:
    """The name the module type has in a package of its own."""
    device, item = _names(use), use.module_type.item
    if device is None or item is None:
        return ""
    if item.owner == "V1":
        return device.direct_plain
    return device.direct


def _module_type(context: Context, use: TypeUse) -> Finding:
    node = use.node
    item = use.module_type.item
    assert item is not None
    direct = _direct(use)
    types = f"{names.TYPES_MODULES[item.owner]}.{item.name}"
    ways = [_replace(context, node, direct)]
    if use.opened is None:
        ways.append(_replace(context, node, types))
    old = f"{item.owner}.{item.name}"
    return context.finding(
        rule(MODULE_TYPE_RULE),
        node,
        Rewrite(tuple(ways)),
        item=old,
        shows=(OLD_NAMES, item.name),
        old=old,
        new=direct,
        types=types,
    )


def _replace(context: Context, node: Node, new: str, applicability: str = SAFE) -> Way:
    old = context.text(node)
    edit = (context.name, node.start, node.end, new)
    return Way(f"Replace `{old}` by `{new}`", applicability, (edit,))


def _clock(context: Context, use: TypeUse) -> Finding:
    """V1.CLOCK became two module types; what the parameter is used for decides."""
    found = rule(CLOCK_RULE)
    functor, at = next(
        (
            (functor, at)
            for functor in context.analysis.functors
            for at, parameter in enumerate(functor.parameters)
            if parameter.type_node is not None
            and parameter.type_node.start <= use.node.start < parameter.type_node.end
        ),
        (None, 0),
    )
    parameter = functor.parameters[at].name if functor is not None else ""
    choice, takers = named_at(context.project, context.name, use.node)
    if functor is not None and choice == BOTH:
        message = (
            f"`{context.text(use.node)}` became MCLOCK (elapsed time) and PCLOCK (wall clock), and "
            f"`{parameter}` is used as both: give the functor two parameters, one of each."
        )
        edits = both_clocks(context, functor, at)
        way = Way(f"Give `{functor.name}` both clocks", found.applicability, edits)
        return context.finding(
            found,
            use.node,
            Rewrite((way,)) if edits else None,
            message=message,
            shows=(OLD_NAMES,),
            applicability=found.applicability if edits else MANUAL,
        )
    if choice in (BOTH, UNKNOWN):
        message = _undecided(context, use, choice, takers)
        return context.finding(found, use.node, message=message, applicability=MANUAL)
    order = ("pclock", "mclock") if choice == "pclock" else ("mclock", "pclock")
    old, new = context.text(use.node), names.CLOCKS[order[0]]
    message = found.message.format(old=old, new=new)
    if takers:
        message += f" {_listed(takers)} takes it, too: look at which clock that needs."
    ways = [
        _replace(context, use.node, names.CLOCKS[clock], found.applicability) for clock in order
    ]
    return context.finding(
        found,
        use.node,
        Rewrite(tuple(ways)),
        item="V1.CLOCK",
        shows=(OLD_NAMES,),
        message=message,
    )


def _undecided(context: Context, use: TypeUse, choice: str, takers: tuple[str, ...]) -> str:
    why = "which of the two is needed is not known here"
    if choice == BOTH:
        why = "what it stands for uses both"
    elif takers:
        why = f"it is handed to {_listed(takers)}, of which nothing is known here"
    pclock, mclock = (names.CLOCKS[clock] for clock in ("pclock", "mclock"))
    return (
        f"`{context.text(use.node)}` is split in Mirage 3, and {why}: write `{pclock}` where dates "
        f"are needed or `{mclock}` where time is measured, and the same clock wherever this one "
        "comes from or goes to, config.ml included."
    )


def _listed(takers: tuple[str, ...]) -> str:
    return ", ".join(f"`{taker}`" for taker in takers)


def _open(context: Context, opened: OpenUse) -> Finding:
    """`open V1_LWT`: spell out what it gave a meaning to, or open its successor."""
    old = opened.module.path
    bare = [use for use in context.gathered(_bare) if use.opened is opened.module]
    ways = []
    splits = [use for use in bare if _is_clock(use)]
    if opened.node.kind in _OPENS and not splits:
        ways.append(_spelled_out(context, opened, bare))
    new = names.TYPES_MODULES[old]
    ways.append(
        Way(
            f"Open `{new}` instead",
            SAFE,
            ((context.name, opened.path.start, opened.path.end, new),),
        )
    )
    message = ""
    if splits:
        # Mirage_types has no CLOCK: the choice of a clock comes first.
        ways = []
        message = (
            f"`{old}` is called `{new}` in Mirage 3, which has no "
            f"`{context.text(splits[0].node)}`: once each such mention names its clock, this "
            "`open` has a fix."
        )
    return context.finding(
        rule(OPEN_RULE),
        opened.path,
        Rewrite(tuple(ways)) if ways else None,
        item=old,
        shows=(OLD_NAMES, *sorted({name for each in bare if (name := _name(each))})),
        applicability=SAFE if ways else "manual",
        message=message,
        old=old,
        new=new,
    )


def _bare(records: list[Record]) -> list[TypeUse]:
    return [use for each in records for use in each.type_uses if use.opened and _is_old(use)]


def _spelled_out(context: Context, opened: OpenUse, bare: list[TypeUse]) -> Way:
    edits = [(context.name, use.node.start, use.node.end, _direct(use)) for use in bare]
    start, end = removal(context, opened.node)
    edits.append((context.name, start, end, ""))
    title = f"Remove `open {opened.module.path}`"
    if bare:
        title = f"Name the module types directly and remove `open {opened.module.path}`"
    return Way(title, SAFE, tuple(edits))


def removal(context: Context, node: Node) -> tuple[int, int]:
    """The bytes to delete for an item to be gone: its whole line when it stands alone there, the
    item and the blanks after it otherwise. `let open M in` goes with its `in`."""
    start, end = node.start, node.end
    parent = node.parent
    if parent is not None and parent.kind == "let_expression":
        body = parent.get("body")
        return parent.start, body.start if body is not None else parent.end
    return whole_lines(context.source, start, end)


def _is_mirages(context: Context, module: Module) -> bool:
    """Whether a module is Mirage's V1 or V1_LWT.

    Not a module of the file that has the name; and V1, which other projects have too, only where
    the file names a device of Mirage's.
    """
    if module.path not in OLD_MODULES or not isinstance(module, SigModule):
        return False
    return module.path != "V1" or any(
        use.module_type.companion is not None
        or (use.module_type.item is not None and use.module_type.item.owner in _OWNERS)
        for use in context.analysis.type_uses
    )


def _other_mentions(records: list[Record]) -> list[tuple[Node, Module]]:
    """`module T = V1_LWT` and other paths through the two modules, but for those that other
    findings are about."""
    found = []
    for record in records:
        covered = {use.node.start for use in record.type_uses if _is_old(use)}
        for table in (record.field_uses, record.named_types):
            covered.update(use.node.start for use in table.values() if use.item.changes)
        covered.update(
            opened.path.start for opened in record.opens if opened.module.path in OLD_MODULES
        )
        for head, module in record.module_uses.items():
            if module.path in OLD_MODULES and head.start not in covered:
                covered.add(head.start)
                found.append((head, module))
    return found


def _mention(context: Context, head: Node, old: str) -> Finding:
    new = names.TYPES_MODULES[old]
    facts = Rewrite((_replace(context, head, new),))
    found = rule(OPEN_RULE)
    shows = (OLD_NAMES,)
    return context.finding(found, head, facts, item=old, shows=shows, old=old, new=new)
