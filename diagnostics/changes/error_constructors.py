"""Constructors of errors that are no more, or that carry nothing any more.

The errors of a target's devices are open: a match names those it knows, and its last arm takes the
rest. So the arm for what was removed becomes that last arm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import constructors, error_type, new_device, old_device
from mirageport.diagnostics.changes.error_arms import arms_without
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.items import Item
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.types import CHANGED, KNOWN, OWN, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.changes.error_arms import Changes, ErrorArms
    from mirageport.diagnostics.kinds import Component, Context, Finding, Node, Rule, Site

ERROR_CONSTRUCTORS = "error-constructors"


class _Errors(NamedTuple):
    """The errors a component is about. item: the former type. old, new: tags, and whether each
    carries something. printer: what prints them. where: what gives them, in the user's words."""

    rule: Rule
    item: Item
    old: dict[str, bool]
    new: dict[str, bool]
    printer: str
    where: str


def find(context: Context) -> Iterator[Finding]:
    """Every mention of a constructor that was removed."""
    for component in context.analysis.components:
        errors = _errors(context, component)
        if errors:
            yield from _component(context, component, errors)


def _errors(context: Context, component: Component) -> list[_Errors]:
    found = []
    for origin in component.origins:
        if origin.kind != CHANGED or not isinstance(origin.type_item, Item):
            continue
        if origin.path.lstrip("<") not in ("", "`Error"):
            continue  # what another error carries, such as `Flow`: that one is found by itself
        item = origin.type_item
        for rule in context.rules_of(item.changes, ERROR_CONSTRUCTORS):
            name, where = item.name, f"{origin.qualifier}.{item.name}".lstrip(".")
            use = origin.use if isinstance(origin.use, Use) else None
            if use is not None:
                name = error_type(context.library, use.item) or item.name
                where = context.text(use.node)
            printer = f"{origin.qualifier}.pp_{name}".lstrip(".")
            if use is not None and origin.qualifier == use.qualifier:
                printer = context.sibling(use, f"pp_{name}")
            found.append(
                _Errors(
                    rule,
                    item,
                    constructors(old_device(context.library, item.owner), item.name),
                    constructors(new_device(context.library, item.owner), name),
                    printer,
                    where,
                )
            )
    return found


def _component(context: Context, component: Component, errors: list[_Errors]) -> Iterator[Finding]:
    first = errors[0]
    removed = [site for site in component.sites if _was_removed(site, errors)]
    emptied = [site for site in component.sites if _carries_nothing(site, errors)]
    obstacle = _obstacle(component, errors)
    plans: dict[Node, ErrorArms | str] = {}
    for site in sorted(removed + emptied, key=lambda site: site.node.start):
        plan: ErrorArms | str = obstacle
        match = _match_of(site)
        if not obstacle and not match:
            plan = "it is not the pattern of an arm"
        elif not obstacle and match:
            if match not in plans:
                changes: Changes = (
                    frozenset(other.node for other in removed),
                    frozenset(other.node for other in emptied),
                    [tag for tag in first.new if tag in first.old],
                    first.printer,
                )
                plans[match] = arms_without(context, match, changes)
            plan = plans[match]
        yield _finding(context, site, first, plan, site in emptied)


def _was_removed(site: Site, errors: list[_Errors]) -> bool:
    return any(site.tag in known.old and site.tag not in known.new for known in errors)


def _carries_nothing(site: Site, errors: list[_Errors]) -> bool:
    """Whether a tag of the text carries what it carries no more."""
    parent = site.node.above
    carries = bool(parent) and (
        parent.kind == "tag_pattern"
        or (parent.kind == "application_expression" and site.node.field == "function")
    )
    return carries and any(
        known.old.get(site.tag, False) and known.new.get(site.tag) is False for known in errors
    )


def _obstacle(component: Component, errors: list[_Errors]) -> str:
    """Why the arms of a component cannot be rewritten; "" when they can."""
    foreign = sorted({o.name for o in component.origins if o.kind in (UNKNOWN, KNOWN, OWN)})
    if foreign:
        other = (
            "values of a type annotation"
            if foreign[0].startswith("[")
            else f"the errors of `{foreign[0]}`"
        )
        return f"the same code also handles {other}"
    if any(known.new != errors[0].new for known in errors):
        names = sorted({f"`{known.where}`" for known in errors})
        return f"the same code handles {', '.join(names)}, whose errors have different types now"
    return ""


def _match_of(site: Site) -> Node | None:
    """The match that a tag is a pattern of an arm of."""
    if site.role != "pattern":
        return None
    node: Node | None = site.node
    while node and node.kind != "match_case":
        if node.field == "body" or node.kind in ("parameter", "let_binding"):
            return None
        node = node.parent
    return node.parent if node else None


def _finding(
    context: Context, site: Site, errors: _Errors, plan: ErrorArms | str, emptied: bool
) -> Finding:
    says = "has no argument" if emptied else "was removed"
    message = f'"{site.tag}", an error of `{errors.where}`, {says} in {context.target}'
    if not isinstance(plan, str):
        return context.finding(
            errors.rule, site.node, plan, item=errors.item.path, message=message + "."
        )
    todo = "do not use its argument"
    if site.role == "type":
        todo = "convert the error to one of this type"
    elif site.role == "expression":
        todo = 'return an error of your own, such as `` `Msg ".." ``'
    elif not emptied:
        todo = f"print the other errors with `{errors.printer}`"
    return context.finding(
        errors.rule,
        site.node,
        item=errors.item.path,
        message=f"{message}: {todo}. There is no fix, because {plan}.",
    )
