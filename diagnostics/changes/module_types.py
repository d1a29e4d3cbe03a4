"""Module types that moved, and the modules that they lived in (`api.names.Names.homes`).

What a module type became stands beside it in its interface. One that became several is another
kind of change, which decides by what it is used for; its rule is of the kind `module-type-split`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import keeps_items
from mirageport.diagnostics.changes.values import BY_HAND
from mirageport.diagnostics.facts import Alternative, Rewrite
from mirageport.diagnostics.finding import OLD_NAMES, REVIEW, SAFE
from mirageport.diagnostics.spans import whole_lines
from mirageport.diagnostics.syntax import in_unknown
from mirageport.ocaml.places import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Context,
        Finding,
        Item,
        Module,
        NamedUse,
        Node,
        OpenUse,
        Record,
        Rule,
        TypeUse,
    )


_OPENS = ("open_module", "open_module_signature")

MOVED = "module-type"
SPLIT = "module-type-split"
HOME = "module-of-types"


def named(context: Context) -> Iterator[Finding]:
    """Module types by names that the target does not have."""
    for use in context.analysis.type_uses:
        item = use.module_type.item
        # A name that the text gives it stays: it means what its definition is rewritten to.
        if item is None or use.module_type.own:
            continue
        for found in context.rules_of(item.changes, MOVED):
            if is_old(context, use) and not _by_own_alias(context, use, item):
                yield _module_type(context, use, item, found)
        for found in context.rules_of(item.changes, BY_HAND):
            yield context.finding(found, use.node, item=item.path, use=context.text(use.node))


def find(context: Context) -> Iterator[Finding]:
    """The opens that let module types go bare, and every other mention of the modules."""
    for opened in context.analysis.opens:
        for found in _rules(context, opened.module):
            yield _open(context, opened, found)
    for head, module in context.gathered(_mentions):
        for found in _rules(context, module):
            yield _mention(context, head, module.path, found)


def is_old(context: Context, use: TypeUse) -> bool:
    """Whether a module type is named as it was."""
    return _has_changed(use)


def _by_own_alias(context: Context, use: TypeUse, item: Item) -> bool:
    """Whether a path begins with a name of the person's own for such a module, which is right again
    when that name stands for its successor."""
    head, dot, _name = context.text(use.node).partition(".")
    homes = context.library.names.homes
    return dot == "." and item.owner in homes and head not in (item.owner, *homes)


def _is_split(context: Context, use: TypeUse) -> bool:
    item = use.module_type.item
    return item is not None and any(context.rules_of(item.changes, SPLIT))


def _name(use: TypeUse) -> str:
    item = use.module_type.item
    return item.name if item is not None else ""


def _direct(context: Context, use: TypeUse) -> str:
    """The name the module type has in a package of its own, or another one in its own module, which
    is named or opened there as it was."""
    item = use.module_type.item
    if item is None:
        return ""
    if not item.to or "." in item.to:
        return context.library.history.written(item.path)
    module = context.text(use.node).rpartition(".")[0]
    if not module and next(places(context.tree, context.tree.root, item.to), None):
        module = item.owner
    return f"{module}.{item.to}".lstrip(".")


def _module_type(context: Context, use: TypeUse, item: Item, found: Rule) -> Finding:
    node = use.node
    direct = _direct(context, use)
    home = context.library.names.homes.get(item.owner, "")
    types = f"{home}.{item.name}"
    ways = [replaced(context, node, direct)]
    if use.opened is None and home:
        ways.append(replaced(context, node, types))
    old = f"{item.owner}.{item.name}"
    to = item.to if "." in item.to else f"{item.owner}.{item.to}"
    written = context.library.interfaces.as_written  # the pages of other packs know what changed
    kept = not written or not item.to or keeps_items(context.library, item.path, to)
    return context.finding(
        found,
        node,
        Rewrite(tuple(ways)),
        item=old,
        applicability="" if kept or found.applicability != SAFE else REVIEW,
        shows=(OLD_NAMES, item.name),
        message="" if home else f"`{old}` is called `{direct}` in {context.target}.",
        old=old,
        new=direct,
        types=types,
    )


def replaced(context: Context, node: Node, new: str, applicability: str = SAFE) -> Alternative:
    """The way of writing another path in place of one."""
    old = context.text(node)
    return Alternative(f"Replace `{old}` by `{new}`", (context.replace(node, new),), applicability)


def _open(context: Context, opened: OpenUse, found: Rule) -> Finding:
    """An `open` of such a module: spell out what it gave a meaning to, or open its successor."""
    old = opened.module.path
    bare = [
        use
        for use in context.gathered(_opened)
        if use.opened is opened.module and use.module_type.named.until
    ]
    ways, message = [], ""
    splits = [use for use in bare if _is_split(context, use) or not _direct(context, use)]
    if opened.node.kind in _OPENS and not splits:
        ways.append(_spelled_out(context, opened, bare))
    new = context.library.names.homes[old]
    if new:
        edit = context.replace(opened.path, new)
        ways.append(Alternative(f"Open `{new}` instead", (edit,), SAFE))
    left = (use for use in context.gathered(_bare) if use.item.owner == old)
    rest = next((use for use in left if not in_unknown(context, use.node)), None)
    if splits or rest is not None:
        # Nothing of their name is left: what they became, and by which choice, comes first.
        ways = []
        message = _before_an_open(context, old, new, splits, rest)
    return context.finding(
        found,
        opened.path,
        Rewrite(tuple(ways)) if ways else None,
        item=old,
        shows=(OLD_NAMES, *sorted({name for each in bare if (name := _name(each))})),
        message=message,
        old=old,
        new=new,
    )


def _before_an_open(
    context: Context, old: str, new: str, splits: list[TypeUse], rest: NamedUse | None
) -> str:
    """What has to be done before the fix of an `open` can be offered."""
    if splits:
        what = f"is called `{new}` in" if new else "was removed in"
        return (
            f"`{old}` {what} {context.target}, which has no "
            f"`{context.text(splits[0].node)}`: replace each use of it first, then this `open` "
            "has a fix."
        )
    assert rest is not None
    return (
        f"`{context.text(rest.node)}` comes from `{old}`, and was removed in {context.target}: "
        "replace it first, then remove this `open`."
    )


def _bare(records: list[Record]) -> list[NamedUse]:
    """The types and fields of interfaces that are named without their module."""
    tables = (table for each in records for table in (each.field_uses, each.named_types))
    uses = [use for table in tables for use in table.values() if not use.qualifier]
    return [use for use in uses if not _by_another(use.node)]


def _by_another(field: Node) -> bool:
    """Whether another field of the same record says whose it is."""
    record = field.around("record_expression", "record_pattern")
    paths = [each.first("field_path") for each in record.named_children] if record else []
    return any(path is not None and bool(path.first("module_path")) for path in paths)


def _opened(records: list[Record]) -> list[TypeUse]:
    return [use for each in records for use in each.type_uses if use.opened]


def _spelled_out(context: Context, opened: OpenUse, bare: list[TypeUse]) -> Alternative:
    edits = [context.replace(use.node, _direct(context, use)) for use in bare]
    start, end = removal(context, opened.node)
    edits.append((context.name, start, end, ""))
    title = f"Remove `open {opened.module.path}`"
    if bare:
        title = f"Name the module types directly and remove `open {opened.module.path}`"
    return Alternative(title, tuple(edits), SAFE)


def removal(context: Context, node: Node) -> tuple[int, int]:
    """The bytes to delete for an item to be gone: its whole line when it stands alone there, the
    item and the blanks after it otherwise. `let open M in` goes with its `in`."""
    start, end = node.start, node.end
    parent = node.above
    if parent.kind == "let_expression":
        body = parent.child("body")
        return parent.start, body.start if body else parent.end
    return whole_lines(context.source, start, end)


def _rules(context: Context, module: Module) -> Iterator[Rule]:
    """The rule of a module that held module types; none of any other.

    Not a module of the file that has the name; and one whose name other projects have too only
    where the file names a module type of such a module, or what has become of one.
    """
    names, item = context.library.names, module.item
    if item is None or module.path not in names.homes or not module.permanent:
        return
    if module.path not in names.common or _names_one(context):
        yield from context.rules_of(item.changes, HOME)


def _names_one(context: Context) -> bool:
    library = context.library
    owners = {*library.names.homes, *(path.rpartition(".")[0] for path in library.former)}
    return any(
        use.module_type.named.since
        or (use.module_type.item is not None and use.module_type.item.owner in owners)
        for use in context.analysis.type_uses
    )


def _mentions(records: list[Record]) -> list[tuple[Node, Module]]:
    """`module T = V1_LWT` and other paths through modules that changed, but for those that other
    findings are about: what names something in the module, or opens it."""
    found = []
    for record in records:
        if not record.module_uses:
            continue
        covered = {use.node.start for use in record.type_uses if _has_changed(use)}
        for table in (record.field_uses, record.named_types):
            covered.update(use.node.start for use in table.values() if use.item.changes)
        covered.update(opened.path.start for opened in record.opens)
        for head, module in record.module_uses.items():
            if head.start not in covered:
                covered.add(head.start)
                found.append((head, module))
    return found


def _has_changed(use: TypeUse) -> bool:
    item = use.module_type.item
    return item is not None and bool(item.changes) and bool(use.module_type.named.until or item.to)


def _mention(context: Context, head: Node, old: str, found: Rule) -> Finding:
    new = context.library.names.homes[old]
    facts = Rewrite((replaced(context, head, new),)) if new else None
    shows = (OLD_NAMES,)
    return context.finding(found, head, facts, item=old, shows=shows, old=old, new=new)
