"""Polymorphic-variant results that became `result`: tags follow the type they belong to.

A decision is taken per component of rows (`ocaml.types.components`), never per tag: a helper's
pattern can change only when all its uses do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import OnlyError, ResultSites
from mirageport.diagnostics.finding import MANUAL, REVIEW, SAFE
from mirageport.diagnostics.kinds.values import rules_of
from mirageport.diagnostics.syntax import bind_right, in_parentheses, unwrapped
from mirageport.mirage.errors import error_type
from mirageport.mirage.project import library
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.types import CHANGED, KNOWN, OWN, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import NamedUse
    from mirageport.ocaml.record import Record
    from mirageport.ocaml.tree import Node
    from mirageport.ocaml.types import Component, Origin, Site

RESULT_RESHAPED = "result-reshaped"
ONLY_ERROR = "only-error"

# The tags that each shape of result had in Mirage 2 (mirage v2.9.1 types/V1.mli).
TAGS = {
    "read": frozenset(["`Ok", "`Eof", "`Error"]),
    "write": frozenset(["`Ok", "`Eof", "`Error"]),
    "plain": frozenset(["`Ok", "`Error"]),
    "timeout": frozenset(["`Ok", "`Timeout"]),
}


def find(context: Context) -> Iterator[Finding]:
    """Every tag that a reshaped Mirage 2 result flows into, from one item to another."""
    yield from _found(context, context.analysis.tied_components)


def in_item(context: Context, record: Record) -> Iterator[Finding]:
    """Every tag that such a result flows into without leaving its item."""
    if not record.linked:
        yield from _found(context, record.components)


def _found(context: Context, components: list[Component]) -> Iterator[Finding]:
    for component in components:
        results = [origin for origin in component.origins if reshaped(origin) is not None]
        if results:
            yield from _component(context, component, results)


def reshaped(origin: Origin) -> Rule | None:
    """The rule of a row that is the result of a reshaped call (not a payload or an argument)."""
    if origin.kind != CHANGED or origin.path or not isinstance(origin.use, Use):
        return None
    return next(rules_of(origin.use.item.changes, RESULT_RESHAPED), None)


def _component(context: Context, component: Component, results: list[Origin]) -> Iterator[Finding]:
    rules = [found for origin in results if (found := reshaped(origin)) is not None]
    first = rules[0]
    shapes = {found.options["shape"] for found in rules}
    obstacle = _obstacle(component, results, shapes)
    uses = tuple(origin.use for origin in results if isinstance(origin.use, Use))
    if not obstacle:
        yield from _rewritten(context, component, first, uses)
    else:
        tags = frozenset[str]().union(*[TAGS[shape] for shape in shapes])
        for site in component.sites:
            yield _left_to_do(context, site, first, uses, obstacle, tags)
        for found, use in zip(rules, uses, strict=True):
            yield from _handed_on(context, found, use, obstacle)


def _handed_on(context: Context, found: Rule, use: Use, obstacle: str) -> Iterator[Finding]:
    """Where a call's result meets a helper that cannot be rewritten: the compiler complains
    there, not in the helper."""
    bound = bind_right(use.call) if use.call is not None else None
    taker = unwrapped(bound[1]) if bound is not None else None
    if taker is None or taker.kind in ("fun_expression", "function_expression"):
        return
    message = (
        f"`{context.text(use.node)}` gives a `result` in Mirage 3, which this cannot take yet: "
        f"{obstacle}."
    )
    yield context.finding(
        found,
        taker,
        item=use.item.path,
        applicability=MANUAL,
        message=message,
    )


def _obstacle(component: Component, results: list[Origin], shapes: set[str]) -> str:
    """Why the component cannot be rewritten as a whole; "" when it can."""
    others = [origin for origin in component.origins if origin.kind in (UNKNOWN, KNOWN)]
    names = ", ".join(sorted({f"`{origin.name}`" for origin in results}))
    if others:
        foreign = ", ".join(sorted({f"`{origin.name}`" for origin in others}))
        return f"the same code also handles what {foreign} gives, which did not change"
    if len(shapes) > 1:
        return f"the same code handles {names}, whose results are no longer alike"
    (shape,) = shapes
    unexpected = sorted({site.tag for site in component.sites} - TAGS[shape])
    if unexpected:
        return f"{', '.join(unexpected)} is no tag of {names}: the code mixes in a type of its own"
    if any(origin.kind == CHANGED and origin.path for origin in component.origins):
        return "the code passes the result on as the error of another"
    if _parted(component):
        return f"the same code takes {names} as one type, and their errors are of two types now"
    return ""


def _parted(component: Component) -> bool:
    """Whether results with errors of different types meet where they have to be of one type."""
    for origins in component.joined:
        errors: dict[str, set[str]] = {}
        for origin in origins:
            if reshaped(origin) is not None and isinstance(origin.use, Use):
                name = error_type(library(), origin.use.item)
                errors.setdefault(origin.use.module.path, set()).add(name)
        if any(len(found) > 1 for found in errors.values()):
            return True
    return False


def _left_to_do(
    context: Context,
    site: Site,
    found: Rule,
    uses: tuple[Use, ...],
    obstacle: str,
    tags: frozenset[str],
) -> Finding:
    """A finding for a person at one tag. tags: those that the results had."""
    where = context.text(uses[0].node)
    message = (
        f'`{where}` gives a `result` in Mirage 3, so "{site.tag}" has to go, but {obstacle}. '
        "Give the two kinds of result separate code."
    )
    if site.tag not in tags:
        message = (
            f'"{site.tag}" is a tag of your own, and `{where}` gives a `result` in Mirage 3: the '
            "two cannot be one type any more. Give the two kinds of result separate code."
        )
    return context.finding(
        found,
        site.node,
        item=uses[0].item.path,
        applicability=MANUAL,
        message=message,
    )


def _rewritten(
    context: Context, component: Component, found: Rule, uses: tuple[Use, ...]
) -> Iterator[Finding]:
    own = any(origin.kind == OWN for origin in component.origins)
    facts = ResultSites(found.options["shape"], component.sites, uses)
    applicability = REVIEW if own else found.applicability
    if applicability == SAFE and _constructor_payloads(component):
        applicability = REVIEW
    for site in component.sites:
        yield context.finding(
            found,
            site.node,
            facts,
            item=uses[0].item.path,
            applicability=applicability,
            use=context.text(uses[0].node),
            tag=site.tag,
            new=replacement(found.options["shape"], site.tag),
        )


def _constructor_payloads(component: Component) -> bool:
    """Whether an error arm names the single constructor that key-value stores had."""
    return any(error_constructor(site) is not None for site in component.sites)


def error_constructor(site: Site) -> Node | None:
    """The constructor pattern inside an `` `Error (..) `` pattern, if it is one."""
    if site.tag != "`Error" or site.role != "pattern":
        return None
    parent = site.node.parent
    payload = parent.get("pattern") if parent is not None and parent.kind == "tag_pattern" else None
    while payload is not None and payload.kind == "parenthesized_pattern":
        payload = payload.named_children[0] if payload.named_children else None
    if payload is not None and payload.kind in ("constructor_pattern", "constructor_path"):
        return payload
    return None


def only_errors(context: Context) -> Iterator[Finding]:
    """The one constructor of an error, which is a tag now, where no result is matched around it:
    in items whose rows have to do with those of others."""
    for record in context.analysis.having("constructor_uses"):
        if record.linked:
            yield from _only_errors(context, record, context.analysis.tied_components)


def only_errors_in_item(context: Context, record: Record) -> Iterator[Finding]:
    """The same in the other items."""
    if not record.linked:
        yield from _only_errors(context, record, record.components)


def _only_errors(
    context: Context, record: Record, components: list[Component]
) -> Iterator[Finding]:
    uses = record.constructor_uses.values()
    covered = _covered(components) if uses else frozenset()
    for use in uses:
        for found in rules_of(use.item.changes, ONLY_ERROR):
            parent = use.node.parent
            inside = parent is not None and parent.kind == "constructor_pattern"
            pattern = parent if inside and parent is not None else use.node
            if pattern not in covered:
                yield _only_error(context, use, found, pattern)


def _covered(components: list[Component]) -> frozenset[Node]:
    """The patterns of such constructors that go with a result's tag."""
    return frozenset(
        pattern
        for component in components
        if any(reshaped(origin) is not None for origin in component.origins)
        for site in component.sites
        if (pattern := error_constructor(site)) is not None
    )


def _only_error(context: Context, use: NamedUse, found: Rule, pattern: Node) -> Finding:
    printer = f"{use.qualifier}.pp_error".lstrip(".")
    place = in_parentheses(pattern).parent
    matched = pattern.up("match_case") is not None and (
        place is not None
        and (place.kind == "match_case" or place.first("constructor_path") is not None)
        and in_parentheses(pattern).field == "pattern"
    )
    return context.finding(
        found,
        use.node,
        OnlyError(pattern, printer) if matched else None,
        item=use.item.path,
        applicability=found.applicability if matched else MANUAL,
        use=context.text(use.node),
        tag="`" + context.text(use.node.children[-1]),
    )


_NEW = {
    ("read", "`Ok"): "Ok (`Data _)",
    ("read", "`Eof"): "Ok `Eof",
    ("write", "`Eof"): "Error `Closed",
    ("timeout", "`Timeout"): "Error _",
}


def replacement(shape: str, tag: str) -> str:
    """What takes the place of a tag, as shown in messages."""
    return _NEW.get((shape, tag), tag[1:] + " _")
