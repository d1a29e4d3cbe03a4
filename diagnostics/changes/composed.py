"""Templates whose arguments are tuples, lists of tuples, or calls (see `templates`).

`fun (a, b) -> f (g b a)`: the argument is a pair, which `g` makes something else of now. Where the
pair is written out, its parts go into the body. Where a `let` of the file gives it a name that is
used for nothing else, that `let` makes the other thing of it. Any other pair is taken apart before.
`fun [ (a, b) ] -> f [ g b a ]` is the same for each element of a list.

`fun [%call M.f given] -> h (M.g given)`: the argument is a call that has become one of `M.f`;
`given` stands for all that it is given. Labelled arguments without a parameter are handed on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.template import (
    ATOMS,
    KIND,
    SELF,
    is_name,
    is_plain,
    templates_of,
    without_place,
)
from mirageport.diagnostics.editor import is_atomic
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.diagnostics.reach import is_hidden, may_have, written
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import NO_NODE, READER, bare, label_of, unwrapped, value_of, wrapped
from mirageport.ocaml.types import Con, Var, inside

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mirageport.diagnostics.changes.template import Pattern, Template
    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Rule, Type, Use


class Composed:
    """A use of a value, called with all arguments, and a template of this sort."""

    def __init__(self, context: Context, use: Use, found: Rule, template: Template) -> None:
        self.context, self.use, self.found, self.template = context, use, found, template
        self.call, arguments = applied(context, use)
        plain = [each for each in arguments if each.kind != "labeled_argument"]
        self.labelled = [each for each in arguments if each.kind == "labeled_argument"]
        labels = {label_of(each): each for each in self.labelled}
        unlabelled = iter(plain)
        given = {
            h: labels.get(h.label) if h.label else next(unlabelled, None) for h in template.holes
        }
        self.given = {hole: node for hole, node in given.items() if node}
        self.labelled = [each for each in self.labelled if each not in self.given.values()]
        self.complete = len(self.given) == len(template.holes) and not next(unlabelled, None)
        if not any(hole.pattern for hole in template.holes):
            self.complete = self.complete and not self.labelled
        self.other: frozenset[Node] = frozenset()
        calls = any(hole.pattern and hole.pattern.function for hole in template.holes)
        self.stray = [] if calls else without_place(context, use, template, labels)
        self.positional = template.holes
        self.filled: dict[str, str] = {}
        self.units: dict[Node, str] = {}
        self.before = ""
        self.elsewhere: list[Edit] = []
        self.called: Node | None = None  # the function that an argument calls, if it is old
        self.inner = self._inner() if self.complete else None

    @property
    def fits(self) -> bool:
        """Whether all arguments are given, and one that has to be a call is one."""
        calls = any(each.pattern and each.pattern.function for each in self.template.holes)
        return self.complete and not self.stray and (self.inner is not None or not calls)

    def _inner(self) -> tuple[str, str] | None:
        """What comes before the call that is the argument, and what that is given, when ported."""
        for hole, argument in self.given.items():
            if hole.pattern and hole.pattern.function:
                call = unwrapped(argument)
                name, function = call.child("function"), hole.pattern.function
                if self.context.text(name) == written(self.context, name, function):
                    return "", self.context.text(call)[name.end - name.start :].strip()
                use = _use_of(self.context, call)
                for each in composed(self.context, use) if use else ():
                    if use and each.fits and each.template.head == function:
                        self.elsewhere, self.called = each.elsewhere, use.node
                        return each.written(NO_NODE)
        return None

    def findings(self) -> Iterator[Finding]:
        """The finding of the call, whose fix writes all of it anew."""
        context, node = self.context, self.call
        outside = self._outside()
        place = outside or node
        before, text = self.written(place)
        made = f"{self._head(place)} {text}".strip()
        new, shows = self._head(node) or text, (self.use.item.path,)
        edits = self.elsewhere
        if before and place.above.kind == "match_expression" and _is_free(place.above):
            edits = [context.insert(place.above.start, before), *edits]
            before = ""
        made = f"{before}{made}"
        edits = [context.replace(place, made if _is_free(place) else f"({made})"), *edits]
        facts = rewriting(f"Write `{new}`", edits)
        whole = ((self.called.start, self.called.end),) if self.called else ()
        level = REVIEW if self.found.applicability == SAFE else ""  # whose types are not compared
        yield context.used(
            self.found, self.use, facts, applicability=level, shows=shows, whole=whole, new=new
        )

    def passed_on(self) -> Iterator[Finding]:
        """A use without all arguments, which is left to the person."""
        yield self.context.used(self.found, self.use, new=self._head(self.call))

    def _outside(self) -> Node | None:
        """The local open around the call, as in `M.(f x)`, where nothing else is of its module."""
        node = wrapped(self.call).above
        if node.kind != "local_open_expression" or self.use.qualifier:
            return None
        for name in self.call.descendants():
            if name.kind == "value_path" and name is not self.use.node:
                use = self.context.use_at(name)
                if use is None or use.qualifier:
                    continue
                if name.field != "function" or not any(composed(self.context, use)):
                    return None
        return node

    def _head(self, at: Node) -> str:
        head = self.template.head
        if "." in head:
            return self._path(head, at)
        opened = not self.use.qualifier and at is self.call and self.use.module.value(head)
        return f"Stdlib.{head}" if opened or is_hidden(self.context, head, at) else head

    def _path(self, path: str, at: Node) -> str:
        if path.startswith(SELF):
            return self.use.sibling(path.removeprefix(SELF))
        return written(self.context, at, path)

    # -- what is written -------------------------------------------------------------------------

    def written(self, at: Node) -> tuple[str, str]:
        """What comes before the call, and what the body's function is given, as the text has it at
        a node."""
        at = at or self.call
        labels = "".join(f"{self.context.text(each)} " for each in self.labelled)
        if self.inner:
            self.before, given = self.inner
            labels, handed = "", f"{labels}{given}"
        for hole, argument in self.given.items():
            if hole.pattern is None:
                value = value_of(argument)
                once = [name for name, _node in self.template.names].count(hole.name) == 1
                if is_plain(value) or (once and self.template.straight):
                    self.filled[hole.name] = self._argument(value)
                else:  # it stays evaluated once
                    self._part(hole.name, value, _around(self.call))
            elif hole.pattern.function:
                self.filled[hole.pattern.names[0]] = handed
            else:
                self._take(hole.pattern, unwrapped(argument), at)
        function = self.template.body.child("function")
        rest = self._render(self.template.body, at, function.end)
        return self.before, f"{labels}{rest.strip()}"

    def _argument(self, node: Node) -> str:
        text = self.context.text(node)
        return text if is_atomic(node) else f"({text})"

    def _take(self, pattern: Pattern, argument: Node, at: Node) -> None:
        """Fill in the parts of an argument that is a tuple or a list."""
        if pattern.each:
            self.units[pattern.unit] = self._list(pattern, argument, at)
            return
        items = _items(argument)
        if len(items) == len(pattern.names):
            for name, item in zip(pattern.names, items, strict=True):
                self._part(name, item, _around(self.call))
            return
        made = _is_made(self.context, argument)
        edits = [] if made else self._at_home(pattern, argument)
        if pattern.unit and edits is not None:
            self.units[pattern.unit] = self._argument(argument)
            self.elsewhere += edits
        else:
            around = _around(self.call)
            free = {name: _free(self.context, name, around, argument) for name in pattern.names}
            self.filled.update(free)
            self.before += f"let {', '.join(free.values())} = {self.context.text(argument)} in "

    def _part(self, name: str, item: Node, around: Node) -> None:
        if unwrapped(item).kind in ATOMS:
            self.filled[name] = self.context.text(item)
        else:
            self.filled[name] = free = _free(self.context, name, around, item)
            self.before += f"let {free} = {self.context.text(unwrapped(item))} in "

    def _list(self, pattern: Pattern, argument: Node, at: Node) -> str:
        if argument.kind == "list_expression":
            edits = self._elements(pattern, argument)
            if edits is not None:
                inside = [each for each in edits if argument.start <= each[1] < argument.end]
                self.elsewhere += [each for each in edits if each not in inside]
                return _edited(self.context, argument, inside)
        home = _home(self.context, argument)
        if home is not None and all(_is_slot(self.context, each, True) for each in home.uses):
            lists = [unwrapped(each) for each in home.results]
            if all(each.kind == "list_expression" for each in lists):
                found = [self._elements(pattern, each) for each in lists]
                if None not in found:
                    self.elsewhere += [edit for each in found for edit in each or ()]
                    return self._argument(argument)
        kept, self.filled = self.filled, {}
        made = self._render(_element_of(pattern), at)
        self.filled = kept
        names = ", ".join(pattern.names)
        module = "Stdlib.List" if may_have(self.context, "List") else "List"
        return f"({module}.map (fun ({names}) -> {made}) {self._argument(argument)})"

    def _elements(self, pattern: Pattern, argument: Node) -> list[Edit] | None:
        """The edits that make the other thing of each element of a list; None where there are
        several, and all are pairs that stay."""
        edits: list[Edit] = []
        elements = argument.named_children
        stay = len(elements) > 1
        for element in elements:
            if _is_made(self.context, element):
                stay = False
                continue
            items = _items(unwrapped(element))
            home = self._at_home(pattern, unwrapped(element))
            if items or home is None:
                edits.append(self._element(pattern, element, items))
            else:
                edits += home
            stay = stay and not items and home is None
        return None if stay else edits

    def _element(self, pattern: Pattern, element: Node, items: list[Node]) -> Edit:
        kept = self.filled, self.before
        self.filled, self.before = {}, ""
        for name, item in zip(pattern.names, items, strict=False):
            self._part(name, item, element)
        if not items:
            names = ", ".join(pattern.names)
            self.before = f"let {names} = {self.context.text(element)} in "
        made = self._render(_element_of(pattern), element)
        text = f"({self.before}{made})" if self.before else made
        self.filled, self.before = kept
        return self.context.replace(element, text)

    def _at_home(self, pattern: Pattern, argument: Node) -> list[Edit] | None:
        """The edits that make the other thing of a pair where a `let` gives it a name; None where
        it is used in another way, too."""
        home = _home(self.context, argument)
        if home is None or not all(_is_place(self.context, each) for each in home.uses):
            return None
        edits = list(home.annotation)
        for result in home.results:
            items = _items(unwrapped(result))
            if len(items) != len(pattern.names) or _is_open(self.context.type_of(result)):
                return None
            edits += self._converted(pattern, result, items)
        return edits

    def _converted(self, pattern: Pattern, result: Node, items: list[Node]) -> Iterable[Edit]:
        """A tuple made into the other thing where it stands."""
        context, outer = self.context, wrapped(result)
        kept = self.filled
        self.filled = {}
        let = []
        for name, item in zip(pattern.names, items, strict=True):
            if unwrapped(item).kind in ATOMS:
                self.filled[name] = context.text(item)
            else:
                self.filled[name] = _free(context, name, result, item)
                let.append((self.filled[name], item))
        made = self._render(_element_of(pattern), result)
        self.filled = kept
        if not let:
            return [context.replace(outer, made)]
        tail = outer.field == "body" and outer.above.kind in ("let_binding", "let_expression")
        data, start = context.source.data, outer.start
        gap, opening, closing = " ", "(", ")"
        if tail:
            line = data[:start].rpartition(b"\n")[2]
            gap = context.source.newline + context.source.indent(start)
            opening = closing = ""
            if line.strip():
                gap += "  "
                start, opening = len(data[:start].rstrip()), gap
        edits = []
        for name, item in let:
            edits.append((context.name, start, item.start, f"{opening}let {name} = "))
            start, opening = item.end, f" in{gap}"
        return [*edits, (context.name, start, outer.end, f"{opening}{made}{closing}")]

    def _render(self, part: Node, at: Node, start: int = -1) -> str:
        """A part of the body with its names and units filled; start: from this byte on."""
        known = self.units.get(bare(part))
        if known is not None:
            return known
        text = READER.text(part)
        if part.kind == "value_path":
            return self.filled.get(text) or self._path(text, at)
        if part.kind == "module_path" and text.startswith(SELF):
            return self._path(text, at)
        if part.kind == "labeled_argument" and not part.child("expression"):
            label = READER.text(part.part("label_name"))
            value = self.filled.get(label, label)
            return text if value == label else f"{text}:{value}"
        done = part.start if start < 0 else start
        made = ""
        for child in part.children:
            if child.start >= done:
                made += text[done - part.start : child.start - part.start]
                made += self._render(child, at)
                done = child.end
        return made + text[done - part.start :]


_THROUGH = frozenset(
    [
        *("application_expression", "infix_expression", "labeled_argument"),
        *("parenthesized_expression", "local_open_expression", "match_expression"),
    ]
)


def _around(call: Node) -> Node:
    """The expression that a `let` before a call may stand in front of."""
    while call.above.kind in _THROUGH:
        call = call.above
    return call


def _free(context: Context, name: str, around: Node, but: Node) -> str:
    """A name that nothing around reads, but for a part that is evaluated before it is bound."""
    used = {
        context.text(node)
        for node in around.descendants()
        if is_name(node) and not but.start <= node.start < but.end
    }
    while name in used:
        name += "'"
    return name


def _is_free(node: Node) -> bool:
    """Whether an expression that ends open, such as a `let`, can stand without parentheses."""
    outer = node.above
    if outer.kind == "sequence_expression":
        return node is outer.named_children[-1]
    return wrapped(node) is not node or node.field in ("body", "right", "expression")


def _element_of(pattern: Pattern) -> Node:
    return pattern.unit.named_children[0] if pattern.each else pattern.unit


def _items(node: Node) -> list[Node]:
    return node.named_children if node.kind == "tuple_expression" else []


def _is_open(type_: Type | None) -> bool:
    """Whether a tuple has every type of some form: what a function makes has one type only. What
    an unknown name gives may have any type."""
    every = inside(type_) if type_ is not None else ()
    return any(isinstance(part, Var) and part.taint is None for part in every)


def _is_made(context: Context, node: Node) -> bool:
    """Whether an expression is the other thing already. What is known of a name that no `let` of
    the file binds may be what those beside it in a list say."""
    inner, type_ = unwrapped(node), context.type_of(node)
    known = inner.kind != "value_path" or bool(context.bound(inner))
    return known and isinstance(type_, Con) and "." in type_.name


def _edited(context: Context, node: Node, edits: list[Edit]) -> str:
    """The text of a node with edits in it made."""
    data = context.source.data[node.start : node.end]
    for _file, start, end, new in sorted(edits, reverse=True):
        data = data[: start - node.start] + new.encode() + data[end - node.start :]
    return data.decode("utf-8", "surrogateescape")


def applied(context: Context, use: Use) -> tuple[Node, list[Node]]:
    """The whole call of a value, `f x`, `f @@ x` or `x |> f`, and its arguments."""
    call, given = use.call or use.node, use.arguments
    outer = wrapped(call)
    operator = context.text(outer.above.child("operator"))
    if (operator, outer.field) in (("@@", "left"), ("|>", "right")):
        other = outer.above.child("right" if operator == "@@" else "left")
        return outer.above, [*given, other]
    return call, given


def _use_of(context: Context, node: Node) -> Use | None:
    """The value that an expression calls."""
    operator = context.text(node.child("operator"))
    side = {"@@": "left", "|>": "right"}.get(operator, "function")
    function = unwrapped(node.child(side))
    if function.kind == "application_expression":
        function = function.child("function")
    return context.use_at(function)


def composed(context: Context, use: Use) -> Iterator[Composed]:
    """What a value may become by templates of this sort."""
    for found in context.rules_of(use.item.changes, KIND):
        every = templates_of(use, found)
        if any(each.composed for each in every):
            yield from (Composed(context, use, found, each) for each in every)


class _Home(NamedTuple):
    """A `let` that gives a value its name. results: what it gives; uses: where the name is used,
    with the arguments that it is given; annotation: the edit that removes its type."""

    results: list[Node]
    uses: list[Node]
    annotation: list[Edit]


def _home(context: Context, node: Node) -> _Home | None:
    """The `let` of this file that an expression gets its value from; None where there is none, or
    other files know of it."""
    path = node.child("function") if node.kind == "application_expression" else node
    name = context.bound(path) if path.kind == "value_path" else NO_NODE
    binding = name.above
    if binding.kind != "let_binding" or binding.child("pattern") is not name:
        return None
    if _is_known_elsewhere(context, name):
        return None
    uses = [each.above if each.field == "function" else each for each in context.references(name)]
    type_ = binding.child("type")
    before = [name, *binding.of("parameter")][-1]
    annotation = [context.remove((before.end, type_.end))] if type_ else []
    return _Home(list(results_of(binding.child("body"))), uses, annotation)


def _is_known_elsewhere(context: Context, name: Node) -> bool:
    """Whether another file may read a name of this one, or says its type."""
    definition = name.up("value_definition")
    if definition is None or definition.parent is not context.tree.root:
        return definition is not None and definition.above.kind == "structure"
    stem = context.name.rpartition("/")[2].partition(".")[0]
    module, text = (
        f"{stem[:1].upper()}{stem[1:]}".encode(errors="surrogateescape"),
        context.text(name).encode(),
    )
    for file in context.project.every:
        data = context.project.source(file).data
        if file == f"{context.name}i" and text in data:
            return True
        if file != context.name and module in data and text in data:
            return True
    return False


def results_of(node: Node) -> Iterator[Node]:
    """The expressions that may be the value of one."""
    node = unwrapped(node)
    if node.kind == "let_expression":
        yield from results_of(node.child("body"))
    elif node.kind == "sequence_expression":
        yield from results_of(node.named_children[-1])
    elif node.kind == "local_open_expression":
        yield from results_of(node.child("expression"))
    elif node.kind == "if_expression":
        for clause in (node.part("then_clause"), node.part("else_clause")):
            yield from results_of(clause.child("expression"))
    elif node.kind == "match_expression":
        for case in node.of("match_case"):
            yield from results_of(case.child("body"))
    else:
        yield node


def _is_slot(context: Context, node: Node, each: bool) -> bool:
    """Whether an expression is an argument that may be the other thing, or a list of it."""
    call = wrapped(node).above
    use = _use_of(context, call)
    return any(
        hole.pattern is not None
        and hole.pattern.each == each
        and (each or bool(hole.pattern.unit))
        and unwrapped(argument) is unwrapped(node)
        for found in (composed(context, use) if use else ())
        for hole, argument in found.given.items()
    )


def _is_place(context: Context, node: Node) -> bool:
    """Whether an expression may be the other thing where it stands: as an argument, or in a list
    that is one."""
    around = wrapped(node).above
    if around.kind != "list_expression":
        return _is_slot(context, node, False)
    if _is_slot(context, around, True):
        return True
    outer = wrapped(around)
    while outer.field == "body" and outer.above.kind in ("let_expression", "local_open_expression"):
        outer = outer.above
    name = outer.above.child("pattern")
    return (
        outer.above.kind == "let_binding"
        and name.kind == "value_name"
        and not _is_known_elsewhere(context, name)
        and all(_is_slot(context, each, True) for each in context.references(name))
    )
