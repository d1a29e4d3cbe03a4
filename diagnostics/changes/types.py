"""Types of an interface that moved, changed or were removed, with their fields and the constraints
on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.differences import type_meaning
from mirageport.api.fate import is_inside, keeps_type
from mirageport.diagnostics.changes.values import BY_HAND
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.diagnostics.reach import written
from mirageport.ocaml.type_syntax import BUILTIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        ConstraintUse,
        Context,
        Finding,
        NamedUse,
        Node,
        Rule,
    )


TYPE_MOVED = "type-moved"
TYPE_CHANGED = "type-changed"
TYPE_GONE = "type-gone"


def moved(context: Context) -> Iterator[Finding]:
    """Types that live elsewhere now, named or through their fields and constructors: where, stands
    beside the type (`[@@port.to New.path]`) or is the page's `to`. A name without a module beside
    the type, and a dot and a name, are of the same module, as is a path that it has."""
    for use in context.analysis.named_types.values():
        for found in context.rules_of(use.item.changes, TYPE_MOVED):
            to = use.item.to or found.options.get("to", "")
            if not to:  # its module type is no more, nor what it is called there
                yield context.used(found, use, new="?")
                continue
            home = context.text(use.node).rpartition(".")[0] or use.item.owner
            new = f"{home}{to}"
            if not to.startswith("."):  # it is a type, maybe of others: `option`, `New.path list`
                names, sign, attributes = to.partition("[@")
                words = (_named(context, use, home, word) for word in names.split())
                new = f"{' '.join(words)} {sign}{attributes}".rstrip()
            yield _moved(context, use, found, new, context.replace(use.node, new))
    parts = *context.analysis.field_uses.values(), *context.analysis.constructor_uses.values()
    for use in parts:
        for found in context.rules_of(use.item.changes, TYPE_MOVED):
            to = use.item.to or found.options.get("to", "")
            module = to.rpartition(".")[0]
            if not module or " " in to:
                continue  # the fields and constructors are where they were, or no more
            if is_inside(context.library, use.item.owner, to):
                module = f"{use.qualifier or use.item.owner}.{module}"
            name = use.node.children[-1]
            new = f"{module}.{context.text(name)}"
            new = new if use.qualifier else written(context, use.node, new)
            yield _moved(context, use, found, new, context.replace(use.node, new))
    for constraint in context.analysis.constraints:
        for found in context.rules_of(constraint.item.changes, TYPE_MOVED):
            new = constraint.item.to or found.options.get("to", "")
            if constraint.item.to.isidentifier() and new not in BUILTIN:
                yield _constraint_renamed(context, constraint, found)
            elif not new:
                named = context.text(constraint.target)
                yield context.used(found, constraint, use=named, old=named, new="?")
            else:
                yield _constraint_by_hand(context, constraint, found, new)


def _named(context: Context, use: NamedUse, home: str, name: str) -> str:
    """A name of a type as the text writes it: of the module that had it, where it is neither a path
    nor one of OCaml's own that needs no definition."""
    owner = context.pack.judged.base.module(use.item.owner)
    plain = name in BUILTIN and (owner is None or owner.type_def(name) is None)
    if is_inside(context.library, use.item.owner, name):
        return f"{home}.{name}" if use.qualifier else written(context, use.node, f"{home}.{name}")
    if "." in name:
        return written(context, use.node, name)
    return name if plain or not use.item.to else f"{home}.{name}"


def _moved(
    context: Context, use: NamedUse, found: Rule, new: str, edit: tuple[str, int, int, str]
) -> Finding:
    old = context.text(use.node)
    facts = rewriting(f"Replace `{old}` by `{new}`", [edit])
    # The type is found by the former name of its module: both have to change in one fix.
    to = use.item.to
    same = not to or keeps_type(context.library, use.item.path, to, type_meaning)
    level = "" if same or found.applicability != SAFE else REVIEW
    return context.used(found, use, facts, new=new, applicability=level)._replace(
        whole=(edit[1:3],)
    )


def _constraint_renamed(context: Context, constraint: ConstraintUse, found: Rule) -> Finding:
    """`with type t = ..` on a type that its module type calls otherwise now."""
    old, item = context.text(constraint.target), constraint.item
    name = constraint.target.children[-1] if constraint.target.children else constraint.target
    facts = rewriting(f"Replace `{old}` by `{item.to}`", [context.replace(name, item.to)])
    new = f"{old.rpartition('.')[0]}.{item.to}".lstrip(".")
    return context.finding(found, constraint.target, facts, item=item.path, use=old, new=new)


def _constraint_by_hand(
    context: Context, constraint: ConstraintUse, found: Rule, new: str
) -> Finding:
    message = (
        f"`{context.text(constraint.target)}` is `{new}` in {context.target} for every device: "
        f"remove this constraint, and use `{new}` instead."
    )
    return context.used(found, constraint, message=message)


def changed(context: Context) -> Iterator[Finding]:
    """Constraints that give a type what it stood for before: the page's `was`, now `to`."""
    for constraint in context.analysis.constraints:
        for found in context.rules_of(constraint.item.changes, TYPE_CHANGED):
            equation = constraint.node.child("equation")
            if equation and context.text(equation) == found.options["was"]:
                yield context.finding(
                    found,
                    equation,
                    item=constraint.item.path,
                    use=context.text(constraint.target),
                    was=found.options["was"],
                    new=found.options["to"],
                )


def gone(context: Context) -> Iterator[Finding]:
    """Types that are no more: a constraint on one can be dropped, the rest is left to the person,
    as are the types of values that are."""
    seen: set[Node] = set()
    for use in context.analysis.named_types.values():
        yield from _gone(context, use)
    for use in context.analysis.field_uses.values():
        fields = use.node.up("record_expression", "record_pattern") or use.node
        if use.qualifier and fields not in seen:
            seen.add(fields)
            yield from _gone(context, use)
    for constraint in context.analysis.constraints:
        for found in context.rules_of(constraint.item.changes, TYPE_GONE):
            yield _dropped(context, constraint, found)


def _gone(context: Context, use: NamedUse) -> Iterator[Finding]:
    for kind in (TYPE_GONE, BY_HAND):
        for found in context.rules_of(use.item.changes, kind):
            yield context.used(found, use, at=use.qualifier)


def _dropped(context: Context, constraint: ConstraintUse, found: Rule) -> Finding:
    """`with type t = ..` on a type that was removed."""
    start, end = _extent(constraint.node)
    target = context.text(constraint.target)
    message = f"{context.target} has no type `{target}` here: remove this constraint."
    return context.used(
        found,
        constraint,
        rewriting("Remove the constraint", [(context.name, start, end, "")]),
        applicability=found.applicability,
        message=message,
    )


def _extent(node: Node) -> tuple[int, int]:
    """The bytes of a constraint with what joins it to the others."""
    parent = node.above
    assert parent
    constraints = [child for child in parent.named_children if child.field != "module_type"]
    place = constraints.index(node)
    if place > 0:
        return constraints[place - 1].end, node.end
    if len(constraints) > 1:
        return node.start, constraints[1].start
    base = parent.child("module_type")
    return (base.end if base else node.start), node.end
