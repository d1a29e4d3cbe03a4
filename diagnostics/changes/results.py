"""Polymorphic-variant results that became `result`: tags follow the type they belong to.

A decision is taken per component of rows (`ocaml.types.components`), never per tag: a helper's
pattern can change only when all its uses do.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from mirageport.api.errors import error_type
from mirageport.diagnostics.constructors import result_type
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.diagnostics.shapes import takes, turning
from mirageport.diagnostics.syntax import bind_right, has_operator, in_parentheses
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, unwrapped
from mirageport.ocaml.types import CHANGED, KNOWN, OWN, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import (
        Component,
        Context,
        Editor,
        Finding,
        NamedUse,
        Node,
        Origin,
        Rule,
        Site,
    )
    from mirageport.diagnostics.shapes import Becomes, Shape


RESULT_RESHAPED = "result-reshaped"
ONLY_ERROR = "only-error"

# What operators that bind as `>|=` does begin with.
_LEVEL = frozenset("=<>|&$")


def find(context: Context) -> Iterator[Finding]:
    """Every tag that a reshaped result flows into."""
    for component in context.analysis.components:
        origins = sorted(component.origins, key=attrgetter("path"))  # calls before what takes them
        results = [(o, found) for o in origins if (found := reshaped(context, o))]
        if results:
            yield from _component(context, component, *zip(*results, strict=True))


def reshaped(context: Context, origin: Origin) -> Rule | None:
    """The rule of a row that is the result of a reshaped call, or what a function takes that takes
    such a result (not a payload)."""
    if origin.kind != CHANGED or origin.path not in ("", "<") or not isinstance(origin.use, Use):
        return None
    return next(iter(context.rules_of(origin.use.item.changes, RESULT_RESHAPED)), None)


def _otherwise(context: Context, origin: Origin) -> bool:
    """Whether a row is the result of a call that changed in another way."""
    if origin.kind != CHANGED or origin.path or not isinstance(origin.use, Use):
        return False
    return bool(origin.use.item.changes) and reshaped(context, origin) is None


def _component(
    context: Context, component: Component, results: tuple[Origin, ...], rules: tuple[Rule, ...]
) -> Iterator[Finding]:
    first = rules[0]
    shapes = {found.options["shape"] for found in rules}
    common = _common(context, shapes)
    turned = _turned(context, component, results, common) if common else ()
    obstacle = _obstacle(context, component, results, {common} if turned else shapes)
    uses = tuple(origin.use for origin in results if isinstance(origin.use, Use))
    if not obstacle:
        yield from _rewritten(context, component, first, uses, common if turned else "", turned)
    else:
        tags = frozenset[str]().union(*[context.pack.shapes[shape] for shape in shapes])
        for site in component.sites:
            yield _left_to_do(context, site, first, uses, obstacle, tags)
        for found, use in zip(rules, uses, strict=True):
            yield from _handed_on(context, found, use, obstacle)


def _common(context: Context, shapes: set[str]) -> str:
    """The shape that results of all others can be brought into; "" where there is none, or nothing
    to be brought."""
    known = context.pack.shapes
    for name in sorted(shapes) if len(shapes) > 1 else ():
        if all(takes(known[name], known[other]) for other in shapes):
            return name
    return ""


def _turned(
    context: Context, component: Component, results: tuple[Origin, ...], common: str
) -> tuple[tuple[Use, Rule], ...]:
    """The calls whose results can be brought into another shape, where all go through code that
    does not look at errors; empty where one of them cannot."""
    found = []
    for origin in results:
        named = reshaped(context, origin)
        if named is None or not isinstance(origin.use, Use):
            return ()
        if named.options["shape"] == common:
            continue
        call = origin.use.call
        if not call or context.text(bind_right(call)[0])[:1] not in _LEVEL:
            return ()
        if not has_operator(context, call, ">|="):
            return ()
        found.append((origin.use, named))
    return tuple(found) if not any(_looks(context, s) for s in component.sites) else ()


def _looks(context: Context, site: Site) -> bool:
    """Whether code looks at an error, or makes a result of its own."""
    payload = site.node.above.child("pattern")
    if site.role != "pattern":
        return True
    if site.tag != "`Error" or not payload or payload.kind == "any_pattern":
        return False
    return payload.kind != "value_pattern" or bool(context.references(payload))


def _handed_on(context: Context, found: Rule, use: Use, obstacle: str) -> Iterator[Finding]:
    """Where a call's result meets a helper that cannot be rewritten: the compiler complains
    there, not in the helper."""
    taker = unwrapped(bind_right(use.call or NO_NODE)[1])
    if not taker or taker.kind in ("fun_expression", "function_expression"):
        return
    message = (
        f"`{context.text(use.node)}` returns a `result` in {context.target}, which this function "
        f"does not take yet: {obstacle}."
    )
    yield context.finding(found, taker, item=use.item.path, message=message)


def _obstacle(
    context: Context, component: Component, results: tuple[Origin, ...], shapes: set[str]
) -> str:
    """Why the component cannot be rewritten as a whole; "" when it can."""
    names = ", ".join(sorted({f"`{origin.name}`" for origin in results}))
    others = [origin for origin in component.origins if origin.kind in (UNKNOWN, KNOWN)]
    if others:
        foreign = ", ".join(sorted({f"`{origin.name}`" for origin in others}))
        return f"the same code also handles the result of {foreign}, which did not change"
    apart = sorted(
        {f"`{origin.name}`" for origin in component.origins if _otherwise(context, origin)}
    )
    if apart:
        also = ", ".join(apart)
        return f"the same code also handles the result of {also}, which changed in another way"
    if len(shapes) > 1:
        return f"the same code handles {names}, whose results have different types now"
    (shape,) = shapes
    unexpected = sorted({site.tag for site in component.sites} - context.pack.shapes[shape].keys())
    if unexpected:
        return f"{', '.join(unexpected)} is no tag of {names}, but of your own code"
    if any(o.kind == CHANGED and o.path and not reshaped(context, o) for o in component.origins):
        return "the code puts the result into the error of another one"
    if _parted(context, component):
        return f"the same code handles {names}, and their errors have two types now"
    return ""


def _parted(context: Context, component: Component) -> bool:
    """Whether results with errors of different types meet where they have to be of one type."""
    for origins in component.joined:
        errors: dict[str, set[str]] = {}
        for origin in origins:
            if reshaped(context, origin) is not None and isinstance(origin.use, Use):
                name = error_type(context.library, origin.use.item)
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
        f'`{where}` returns a `result` in {context.target}, so "{site.tag}" has to be replaced, '
        f"but {obstacle}. Write separate code for the two kinds of result."
    )
    if site.tag not in tags:
        message = (
            f'"{site.tag}" is a tag of your own, and `{where}` returns a `result` in '
            f"{context.target}: they no longer have one type. Write separate code for the two "
            "kinds of result."
        )
    return context.finding(found, site.node, item=uses[0].item.path, message=message)


def _rewritten(
    context: Context,
    component: Component,
    found: Rule,
    uses: tuple[Use, ...],
    common: str,
    turned: tuple[tuple[Use, Rule], ...],
) -> Iterator[Finding]:
    own = any(origin.kind == OWN for origin in component.origins)
    shape = common or found.options["shape"]
    others = tuple((use, each.options["shape"]) for use, each in turned)
    facts = ResultSites(shape, component.sites, uses, others)
    applicability = REVIEW if own or turned else found.applicability
    if applicability == SAFE and _constructor_payloads(component):
        applicability = REVIEW
    # A call that is written anew does not tell any more which tags are its result's.
    known_by = tuple(dict.fromkeys(use.item.path for use in uses if use.item.becomes))
    item, name, becomes = uses[0].item.path, context.text(uses[0].node), context.pack.shapes[shape]
    for site in component.sites:
        yield context.finding(
            found,
            site.node,
            facts,
            item=item,
            applicability=applicability,
            known_by=known_by,
            use=name,
            tag=site.tag,
            new=becomes[site.tag].shown,
        )
    for use, each in turned:
        pairs = turning(context.pack.shapes[each.options["shape"]], context.pack.shapes[shape])
        arms = [f"``{new.shown}`` for ``{old.shown}``" for old, new in pairs if old != new]
        message = (
            f"`{context.text(use.node)}` returns another kind of `result` in {context.target} than "
            f"the other calls that this code handles: convert it, {' and '.join(arms)}."
        )
        yield context.used(each, use, facts, applicability=REVIEW, message=message)


def _constructor_payloads(component: Component) -> bool:
    """Whether an error arm names the single constructor that key-value stores had."""
    return any(error_constructor(site) is not None for site in component.sites)


def error_constructor(site: Site) -> Node | None:
    """The constructor pattern inside an `` `Error (..) `` pattern, if it is one."""
    if site.tag != "`Error" or site.role != "pattern":
        return None
    parent = site.node.above
    payload = parent.get("pattern") if parent.kind == "tag_pattern" else None
    while payload is not None and payload.kind == "parenthesized_pattern":
        payload = payload.named_children[0] if payload.named_children else None
    if payload is not None and payload.kind in ("constructor_pattern", "constructor_path"):
        return payload
    return None


def only_errors(context: Context) -> Iterator[Finding]:
    """The one constructor of an error, which is a tag now, where no result is matched around it."""
    uses = context.analysis.constructor_uses.values()
    covered = _covered(context, context.analysis.components) if uses else frozenset()
    for use in uses:
        for found in context.rules_of(use.item.changes, ONLY_ERROR):
            parent = use.node.above
            inside = parent.kind == "constructor_pattern"
            pattern = parent if inside and parent else use.node
            if pattern not in covered:
                yield _only_error(context, use, found, pattern)


def _covered(context: Context, components: list[Component]) -> frozenset[Node]:
    """The patterns of such constructors that go with a result's tag."""
    return frozenset(
        pattern
        for component in components
        if any(reshaped(context, origin) is not None for origin in component.origins)
        for site in component.sites
        if (pattern := error_constructor(site)) is not None
    )


def _only_error(context: Context, use: NamedUse, found: Rule, pattern: Node) -> Finding:
    printer = f"{use.qualifier}.pp_error".lstrip(".")
    place = in_parentheses(pattern).above
    matched = bool(pattern.up("match_case")) and (
        bool(place)
        and (place.kind == "match_case" or bool(place.first("constructor_path")))
        and in_parentheses(pattern).field == "pattern"
    )
    return context.used(
        found,
        use,
        OnlyError(pattern, printer) if matched else None,
        tag="`" + context.text(use.node.children[-1]),
    )


# -- the fix ---------------------------------------------------------------------------------------
#
# Tags become `Ok` and `Error`, arms stand in the order that keeps them reachable.


_ENDLESS = frozenset(["match_expression", "function_expression", "try_expression"])


class ResultSites(NamedTuple):
    """Tags that all become `Ok` and `Error`. shape: how (`read`, `write`, `plain`, `timeout`).

    sites: every tag of the component. uses: the calls whose results flow into them. turned: those
    of another shape, and which, whose results are brought into this one where they are made.
    """

    shape: str
    sites: tuple[Site, ...]
    uses: tuple[Use, ...]
    turned: tuple[tuple[Use, str], ...] = ()

    def edit(self, editor: Editor) -> str:
        """All tags of the component at once; the title names what they belong to."""
        shape = editor.project.pack.shapes[self.shape]
        moved: list[tuple[Node, Node]] = []
        for site in self.sites:
            becomes = shape.get(site.tag)
            if becomes is None:
                continue
            if becomes.constructor == "Error" and becomes.constant and site.role == "pattern":
                alternative = _collapsible(editor, site.node)
                if alternative is not None:
                    editor.replace(*alternative, "")
                    continue
                order = _out_of_order(site.node)
                if order is not None:
                    moved.append(order)
            _site(editor, becomes, site)
        _declared_types(editor, self)
        if self.shape == "plain":
            for site in self.sites:
                _unknown_key(editor, site, self)
        for late, early in moved:
            _move_before(editor, late, early)
        for use, name in self.turned:
            _turn(editor, use, turning(editor.project.pack.shapes[name], shape))
        used = sorted({editor.text(use.node) for use in self.uses})
        return f"Match the result of `{'`, `'.join(used)}` with Ok and Error"


def _turn(editor: Editor, use: Use, pairs: list[tuple[Becomes, Becomes]]) -> None:
    """A result brought into another shape, where the call makes it."""
    call = use.call
    if not call:
        return

    def made(becomes: Becomes) -> str:
        name = editor.in_result(becomes.constructor, call.start)
        return becomes._replace(constructor=name).made("it")

    line = editor.source.newline + editor.source.indent(call.start) + "  | "
    arms = "".join(f"{line}{made(old)} -> {made(new)}" for old, new in pairs)
    editor.insert(call.end, f" >|= (function{arms})")


def _site(editor: Editor, becomes: Becomes, site: Site) -> None:
    if site.role == "type":
        return
    node = site.node
    constructor = editor.in_result(becomes.constructor, node.start)
    if becomes.inside:
        _wrapped(editor, node, constructor, becomes.inside)
    elif becomes.constant:
        written = becomes._replace(constructor=constructor).written(site.role == "pattern")
        _bare(editor, node, written)
    elif _payload(node) is None:
        # A constructor of `result` always carries something.
        _bare(editor, node, f"{constructor} ()")
    else:
        editor.replace_node(node, constructor)


def _payload(node: Node) -> Node | None:
    parent = node.above
    if parent.kind not in ("tag_pattern", "application_expression"):
        return None
    if parent.kind == "application_expression" and node.field != "function":
        return None
    following = [child for child in parent.named_children if child.start >= node.end]
    return following[0] if following else None


def _wrapped(editor: Editor, node: Node, constructor: str, inside: str) -> None:
    payload = _payload(node)
    if not payload:
        editor.replace_node(node, constructor)
        return
    gap = "" if payload.start > node.end else " "
    editor.replace_node(node, f"{constructor} ({inside}{gap}")
    editor.insert(payload.end, ")")


def _bare(editor: Editor, node: Node, text: str) -> None:
    """A tag without payload becomes a constructor with one: in parentheses where it is one."""
    parent = node.above
    argument = bool(parent) and (
        parent.kind in ("tag_pattern", "constructor_pattern", "labeled_argument")
        or (parent.kind == "application_expression" and node.field == "argument")
    )
    editor.replace_node(node, f"({text})" if argument else text)


def _collapsible(editor: Editor, node: Node) -> tuple[int, int] | None:
    """The range of `` `Eof | `` in an or-pattern that also has `` `Error _ ``."""
    parent = node.above
    if parent.kind != "or_pattern":
        return None
    if not any(_is_error_wildcard(editor, child) for child in _alternatives(parent)):
        return None
    siblings = parent.children
    position = siblings.index(node)
    if position + 1 < len(siblings) and siblings[position + 1].kind == "|":
        return node.start, siblings[position + 2].start
    return siblings[position - 2].end, node.end


def _alternatives(node: Node) -> list[Node]:
    while node.above.kind == "or_pattern":
        node = node.above
    found = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.kind == "or_pattern":
            stack.extend(current.named_children)
        else:
            found.append(current)
    return found


def _is_error_wildcard(editor: Editor, node: Node) -> bool:
    return (
        node.kind == "tag_pattern"
        and editor.text(node.part("tag")) == "`Error"
        and node.child("pattern").kind == "any_pattern"
    )


def _out_of_order(node: Node) -> tuple[Node, Node] | None:
    """(arm of `` `Eof ``, the arm it has to precede) when an arm for errors stands before it.

    The old tags were apart; `Error e` takes what ``Error `Closed`` should.
    """
    case = node.above
    if case.kind != "match_case" or not case.parent:
        return None
    for other in case.above.of("match_case"):
        if other is case:
            return None
        pattern = other.child("pattern")
        if pattern and any(
            child.kind == "tag" and child.end - child.start == 6 for child in pattern.descendants()
        ):
            return case, other
    return None


def _move_before(editor: Editor, late: Node, early: Node) -> None:
    """Move an arm, with the edits inside it, before an earlier one."""
    match = late.above
    assert match
    position = match.children.index(late)
    bar = match.children[position - 1]
    text = editor.taken(late)
    body = late.child("body")
    if open_ended(body):
        head = len(text.encode("utf-8")) - (late.end - body.start)
        raw = text.encode("utf-8")
        text = f"{raw[:head].decode('utf-8')}({raw[head:].decode('utf-8')})"
    before = match.children[match.children.index(early) - 1]
    gap = editor.source.text(before.end, early.start) if before.kind == "|" else " "
    space = editor.source.text(_previous_end(editor, bar), bar.start)
    editor.insert(early.start, f"{text}{space or ' '}|{gap}")
    editor.replace(_previous_end(editor, bar), late.end, "")


def _previous_end(editor: Editor, node: Node) -> int:
    data = editor.source.data
    at = node.start
    while at > 0 and data[at - 1] in b" \t\r\n":
        at -= 1
    return at


def open_ended(node: Node) -> bool:
    """Whether an expression ends in arms that would swallow the ones put after it."""
    while True:
        if node.kind in _ENDLESS:
            return True
        if not node.named_children:
            return False
        last = node.children[-1]
        if not last.named or last.kind == "parenthesized_expression":
            return False
        node = last


def _declared_types(editor: Editor, facts: ResultSites) -> None:
    """`[ `Ok of a | `Error of b ]` in a type of the user's becomes `(a, b) result`."""
    done = set()
    for site in facts.sites:
        if site.role != "type":
            continue
        declaration = site.node.around("polymorphic_variant_type")
        if not declaration or declaration in done:
            continue
        done.add(declaration)
        editor.replace_node(
            declaration, _result_type(editor, editor.project.pack.shapes[facts.shape], declaration)
        )


def _result_type(editor: Editor, shape: Shape, declaration: Node) -> str:
    payloads = {}
    for specification in declaration.of("tag_specification"):
        tag = specification.part("tag")
        types = [child for child in specification.named_children if child is not tag]
        if tag:
            payloads[editor.text(tag)] = editor.text(types[0]) if types else "unit"
    value = payloads.get("`Ok", "unit")
    inside = shape["`Ok"].inside
    if inside:
        others = [each.constant for each in shape.values() if each.constant]
        value = f"[ {' | '.join([f'{inside} of {value}', *others])} ]"
    error, around = payloads.get("`Error", "_"), shape["`Error"].inside
    if around:
        error = f"[ {around} of {error} ]"
    result = result_type(editor.project, editor.file, declaration.start)
    return f"({value}, {error}) {result}"


def _unknown_key(editor: Editor, site: Site, facts: ResultSites) -> None:
    """`` `Error (K.Unknown_key k) ``: a tag now, and no longer all there is."""
    constructor = error_constructor(site)
    if constructor:
        # A match may handle the results of several stores: the constructor says whose error it is.
        path = constructor.first("constructor_path") or constructor
        qualifier = editor.text(path.part("module_path"))
        qualifier = qualifier or next((use.qualifier for use in facts.uses if use.qualifier), "")
        _open_error(editor, constructor, f"{qualifier}.pp_error".lstrip("."))


class OnlyError(NamedTuple):
    """A pattern of the one constructor that an error had. printer: what prints the new error."""

    pattern: Node
    printer: str

    def edit(self, editor: Editor) -> str:
        """A constructor that was all there was of an error becomes a tag of an open type."""
        _open_error(editor, self.pattern, self.printer)
        return "Match the error as a tag, and add an arm for the others"


def _open_error(editor: Editor, constructor: Node, printer: str) -> None:
    if _bound_nothing(constructor):
        # The old error had this one constructor, so the arm was for every error.
        editor.replace_node(in_parentheses(constructor), "_")
        return
    path = constructor.first("constructor_path") or constructor
    name = path.children[-1]
    editor.replace_node(path, f"`{editor.text(name)}")
    case = constructor.around("match_case")
    match = case.above
    if not match or _has_catch_all(editor, match):
        return
    error = _other_error(editor, constructor, case)
    body = case.child("body")
    known = editor.project.pack.promise
    promise = editor.context.type_name(body) == known.type
    fail = f"{known.module}.{known.fail}" if promise else "failwith"
    bar = f"{editor.source.newline}{editor.source.indent(case.start)}| "
    arm = f'{error} -> {fail} (Format.asprintf "%a" {printer} e)'
    if body and open_ended(body):
        editor.insert(body.start, "(")
        editor.insert(body.end, f"){bar}{arm}")
    else:
        editor.insert(case.end, f"{bar}{arm}")


def _other_error(editor: Editor, constructor: Node, case: Node) -> str:
    """The pattern of an arm, with a name in place of the constructor of an error in it."""
    inner = in_parentheses(constructor)
    whole = inner
    while whole.above not in (case, NO_NODE) and whole.above.kind != "or_pattern":
        whole = whole.above
    before = editor.source.text(whole.start, inner.start)
    tag = inner.above.part("tag")
    if tag:
        new = editor.in_result("Error", case.start)
        before = f"{editor.source.text(whole.start, tag.start)}{new} "
    return f"{before}e{editor.source.text(inner.end, whole.end)}"


def _bound_nothing(constructor: Node) -> bool:
    """Whether a constructor pattern looks at nothing inside."""
    return constructor.child("pattern").kind == "any_pattern"


def _has_catch_all(editor: Editor, match: Node) -> bool:
    for case in match.of("match_case"):
        pattern = case.child("pattern")
        if not pattern:
            continue
        for alternative in _alternatives(pattern) if pattern.kind == "or_pattern" else [pattern]:
            if alternative.kind in ("any_pattern", "value_pattern"):
                return True
            kinds = ("tag_pattern", "constructor_pattern")
            if alternative.kind in kinds and alternative.named_children:
                tag = editor.text(alternative.named_children[0])
                payload = alternative.child("pattern")
                if tag in ("`Error", "Error", "Result.Error") and payload:
                    if payload.kind in ("any_pattern", "value_pattern"):
                        return True
    return False
