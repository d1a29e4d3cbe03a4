"""Calls that are written differently now: templates of OCaml with holes.

A page's `becomes`, or that of an item (`[@@port.becomes (..)]`), is a function, or what a value
that is none becomes. Its parameters are what the call was given, its body is what is written now,
`Rel.name` in it being a value of the module that the call named, and `Home.Rel.name` one of the
module of that name in another module. Several functions are separated by `|`; the first that fits
is taken, one whose types are those of the arguments before others.

A parameter with a literal, or `[%value M.x]`, fits that argument alone. One with a type says what
the argument was: an argument that is known to be something else is ported already. `_`, or a name
that begins so, drops the argument. An optional one, `?x`, is handed on as it was given, and left
out where it was not; as a value it is `Some` of that, or `None`.
Arguments without a parameter stay where they are; one with a label that only the old value takes
leaves the call to the person. Each argument stays evaluated once and in its
order, the last first as OCaml does, or is bound by a `let` before, which is for review. `computed`
is the applicability where a typed argument is no literal. `changed` is the template of a call that
gives a text which is changed afterwards (`changed_texts`); the others are for review in a file that
may change texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.fate import labels_at, labels_of
from mirageport.diagnostics.changes.changed_texts import has_changes, is_changed
from mirageport.diagnostics.changes.composed import Composed
from mirageport.diagnostics.changes.literals import FOLDED, duration, nanoseconds
from mirageport.diagnostics.changes.places_used import wanted
from mirageport.diagnostics.changes.template import (
    ATOMS,
    DROPPED,
    KIND,
    SELF,
    is_name,
    is_plain,
    path_now,
    resolved_path,
    templates,
    templates_of,
    value_at,
    without_place,
)
from mirageport.diagnostics.changes.template_types import agrees
from mirageport.diagnostics.facts import rewriting
from mirageport.diagnostics.finding import OLD_NAMES, REVIEW, SAFE, reviewed
from mirageport.diagnostics.reach import opened_for
from mirageport.ocaml.items import expression
from mirageport.ocaml.modules import ApiValue
from mirageport.ocaml.tree import (
    NO_NODE,
    READER,
    Arguments,
    label_of,
    unwrapped,
    value_of,
    wrapped,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.changes.template import Hole, Template
    from mirageport.diagnostics.kinds import Context, Edit, Finding, Node, Rule, Use

_STRAY = "`{}` is written in another way now, and nothing says what becomes of its argument `{}`."
_BY_TYPE = "`{}` is one of `{}` now, by the type that it has here, which is not known."


def find(context: Context) -> Iterator[Finding]:
    """Uses of values that have become such a template."""
    for use, found in context.ruled(KIND):
        every = templates_of(use, found)
        changed = found.options.get("changed", "")
        if changed and use.call and is_changed(context, use.call):
            every = templates(changed)
        made = Composed if any(each.composed for each in every) else _Call
        calls = [made(context, use, found, each) for each in every]
        calls = [call for call in calls if not call.template.values or call.fits]
        if not calls:
            continue  # which is about none of the values that its templates name
        if calls[0].template.place is not None:
            place = wanted(context, use, [each.place for each in every])
            calls = [call for call in calls if call.template.place == place]
            if not calls:
                ways = "`, `".join(READER.text(each.body) for each in every)
                yield context.used(
                    found, use, message=_BY_TYPE.format(context.text(use.node), ways)
                )
                continue
        fitting = sorted((call for call in calls if call.fits), key=lambda call: bool(call.other))
        if fitting and changed and has_changes(context):
            yield from map(reviewed, fitting[0].findings())
        elif fitting:
            yield from fitting[0].findings()
        elif stray := next((node for call in calls for node in call.stray), None):
            message = _STRAY.format(context.text(use.node), context.text(stray))
            yield context.used(found, use, message=message)
        elif any(call.positional or call.given or _is_renamed(call) for call in calls):
            # The first is for the first form of the value, which later names do not have.
            yield from calls[-1 if use.named.since else 0].passed_on()


def _is_renamed(call: _Call | Composed) -> bool:
    """Whether the name of a value is not that of what is written for it, which only this rule
    says."""
    return isinstance(call, _Call) and call.is_renamed and len(call.use.item.changes) == 1


def in_full(value: ApiValue, arguments: Arguments) -> list[tuple[str, Node]] | None:
    """The arguments of a call that gives a function all that it needs without any label, which the
    compiler takes in their order: each with the label of its parameter, "" for none. None for any
    other call."""
    labels = [label for label in labels_of(value) if not label.startswith("?")]
    whole = any(labels) and len(labels) == len(arguments.plain)
    if not whole or not arguments.labelled.keys().isdisjoint(labels):
        return None
    return list(zip(labels, arguments.plain, strict=True))


class _Call:
    """A use of a value, mostly a call, and a template that it may become."""

    def __init__(self, context: Context, use: Use, found: Rule, template: Template) -> None:
        self.context, self.use, self.found, self.template = context, use, found, template
        self.call = (use.call if template.holes else use.node) or NO_NODE
        self.old, self.new = context.text(use.node), resolved_path(context, use, template.head)
        self.positional = [hole for hole in template.holes if not hole.label]
        arguments = Arguments(use.arguments)
        declared = use.module.value(use.item.name)
        labelled, unlabelled = arguments.labelled, arguments.plain
        by_place = in_full(declared, arguments) if isinstance(declared, ApiValue) else None
        self.by_place = by_place is not None
        if by_place is not None:
            labelled = {**labelled, **{label: node for label, node in by_place if label}}
            unlabelled = [node for label, node in by_place if not label]
        plain = iter(unlabelled)
        given = {
            hole: labelled.get(hole.label) if hole.label else next(plain, None)
            for hole in template.holes
        }
        self.given = {hole: node for hole, node in given.items() if node}
        self.filled = {hole.name: node for hole, node in self.given.items() if hole.name}
        if template.is_hole and template.head in self.filled:
            self.new = self._text(self.filled[template.head])
        self.typed = [(h, node) for h, node in self.given.items() if h.type is not None]
        self.other = {node for h, node in self.typed if self._type(node) not in ("", h.type)}
        self.arguments, self.labels = arguments.labelled, arguments.labelled.keys()
        self.brought: tuple[Edit, ...] = ()
        self.computed = False
        self.bound: dict[str, str] = {}
        needed = labels_of(declared) if isinstance(declared, ApiValue) else ()
        self.missing = [
            hole
            for hole in template.holes
            if hole.label and hole.label in needed and hole not in self.given
            if label_of(template.takes[hole]) not in self.labels  # ported already
        ]
        self.stray = without_place(context, use, template, self.arguments) if self._says_all else []
        now = labels_at(context.pack.judged, path_now(use, template))
        self.missing += [
            h for h in template.holes if f"?{h.label}" in needed and self._lacks(h, now)
        ]

    def _lacks(self, hole: Hole, now: Sequence[str]) -> bool:
        """Whether the call may not give an argument that what is written has to have."""
        node = self.given.get(hole)
        if hole.optional or (node is not None and not node.part("?")):
            return False
        read = not self.template.in_place and hole.name in dict(self.template.names)
        label = label_of(self.template.takes[hole])
        return read or (bool(label) and label in now)

    @property
    def _says_all(self) -> bool:
        """Whether the template is about the call, and no other page may be about the arguments of
        which it says nothing."""
        return len(self.use.item.changes) == 1 and bool(self.positional or self.given)

    @property
    def fits(self) -> bool:
        """Whether the template is for this call: it has all arguments that it needs, or one of the
        labels where the template has only labels, and the literals."""
        literals = [(h.literal, self._text(node)) for h, node in self.given.items() if h.literal]
        complete = all(hole in self.given for hole in self.positional) and not self.missing
        some = bool(self.given) or not self.template.holes
        needed = all(
            label[1:] not in self.labels
            if label.startswith("-")
            else label in self.labels and not self.arguments[label].part("?")
            for label in self.template.needed
        )
        same = all(one == other for one, other in literals)
        meant = all(
            value_at(self.context, node) == hole.value
            for hole, node in self.given.items()
            if hole.value
        )
        return some and complete and needed and same and meant and not self.stray

    def passed_on(self) -> Iterator[Finding]:
        """A function that is not called here, or with fewer arguments: the template itself, where
        the name shows that it is the old one."""
        use, beside = self.use, self._older_beside()
        if self.positional and not self.template.labels.isdisjoint(self.labels):
            return  # with labels that only the new call has
        optional = self.template.needed or any(hole.optional for hole in self.template.holes)
        # Where the template is a function that returns unit, the person removes its use.
        passed = not self.call and not optional and self.template.body.kind != "unit"
        text = self.template.resolved(self.context, use)
        new = self.new or text
        if passed and (beside or not self._keeps_name):
            self.computed = True
            edits = [self.context.replace(use.node, f"({text})")]
            title, known = f"Write `{new}`", beside if self._keeps_name else ()
            yield self._finding(use.node, use.node, title, edits, new, known)
            return
        old = self._is_old if self.call else self.is_renamed or not use.named.latest
        if old or not self.template.lost.isdisjoint(self.labels):
            yield self.context.used(self.found, use, new=new)

    def findings(self) -> Iterator[Finding]:
        """What is to be said of the call; nothing where it is ported."""
        node, title = self.use.node, f"Write `{self.new}`" if self.new else f"Remove `{self.old}`"
        if self._is_ported:
            return
        moved = self._moved()
        ignored = [hole for hole in moved if hole.name.startswith(DROPPED)]
        if not self.template.in_place or self.by_place or len(ignored) < len(moved) > 0:
            edits = self._replaced(moved)
            if edits:
                new = self.new or expression(edits[-1][3])
                title = f"Write `{new}`" if new else title
                yield self._finding(node, node, title, edits, new)
            else:
                text = self.template.resolved(self.context, self.use)
                yield self.context.used(self.found, self.use, new=self.new or text)
            return
        changed = list(self._changed())
        edits = [*self._before(ignored), *(edit for _node, edit, _text in changed), *self._added()]
        if self.new != self.old or len(edits) > len(changed):
            if self.new != self.old:
                edits.append(self.context.replace(node, self.new))
            edits += self.brought
            yield self._finding(node, node, title, edits, self.new)
        elif changed:
            shown = "`, `".join(text or self.context.text(node) for node, _edit, text in changed)
            dropped = not any(text for _node, _edit, text in changed)
            title = f"Drop `{shown}`" if dropped else f"Pass `{shown}`"
            edits += self.brought
            yield self._finding(changed[0][0], changed[-1][0], title, edits, shown)

    @property
    def _keeps_name(self) -> bool:
        body = READER.text(self.template.body)
        return f"{SELF}{self.use.item.name}" in body.replace("(", "( ").split()

    def _older_beside(self) -> tuple[str, ...]:
        """Values of the same module that only the old one has: they show which one it is."""
        calls = [
            _Call(self.context, other, rule, templates_of(other, rule)[0])
            for other, rule in self.context.ruled(KIND)
            if other.qualifier == self.use.qualifier and other.item.owner == self.use.item.owner
        ]
        return tuple({call.use.item.path: None for call in calls if not call._keeps_name})

    def _finding(
        self,
        first: Node,
        last: Node,
        title: str,
        edits: list[Edit],
        new: str,
        known: tuple[str, ...] = (),
    ) -> Finding:
        level = self.found.options.get("computed", "") if self.computed else ""
        guessed = [node for _hole, node in self.typed if self._is_guess(node)]
        known_by = (self.use.item.owner,) if self.use.named.until else (OLD_NAMES,)
        return self.context.finding(
            self.found,
            first,
            rewriting(title, edits),
            item=self.use.item.path,
            applicability=self._level(level, edits),
            shows=() if self._keeps_name else (self.use.item.path,),
            known_by=known_by if guessed and len(guessed) == len(self.typed) else known,
            end=last.end,
            use=self.old,
            new=new,
        )

    def _level(self, level: str, edits: list[Edit]) -> str:
        """`REVIEW` where an argument is bound first, or where the type that comes of a template
        beside its item is not known to be the old one."""
        if edits[0][3].startswith(("let ", "(let ")):
            return REVIEW
        item = self.use.item
        if not item.becomes or (level or self.found.applicability) != SAFE:
            return level
        same = agrees(self.context.pack, item, templates(item.becomes))
        return level if same else REVIEW

    # -- what is ported already ------------------------------------------------------------------

    @property
    def _is_ported(self) -> bool:
        return (
            (bool(self.positional) and not self.template.labels.isdisjoint(self.labels))
            or (bool(self.typed) and all(self._is_new(node) for _hole, node in self.typed))
            or any(self._is_new_literal(node) for _hole, node in self.typed)
            or self._stands
        )

    @property
    def _stands(self) -> bool:
        """Whether what the body puts around a call of the same name stands around this one."""
        body, name = self.template.body, f"{SELF}{self.use.item.name}"
        inner = self.template.calls.get(name, body)
        outer = self.call.above if inner is not body else NO_NODE
        around = _around(READER.text(body), body, inner) if outer else ("", "")
        while outer and outer.kind not in ("let_binding", "match_case"):
            if _around(self.context.text(outer), outer, self.call) == around:
                return True
            outer = outer.above
        return False

    def _is_new(self, argument: Node) -> bool:
        """Whether an argument is known to be something else than it was. What is known of a
        parameter, or of a name of a module that nobody knows, is what this very call says."""
        if argument in self.other or not self._is_name(argument):
            return argument in self.other
        return bool(self.other) or (self._is_guess(argument) and not self._is_old)

    def _is_new_literal(self, argument: Node) -> bool:
        """Whether an argument is a number that only the new call takes: the types of the others may
        be what the old one makes of them."""
        return unwrapped(value_of(argument)).kind == "number" and self._is_new(argument)

    @property
    def _is_old(self) -> bool:
        """Whether what could be code of either version is taken for old code."""
        old = not self.use.named.latest and self.context.old
        return self.is_renamed or bool(self.use.named.until) or old

    @property
    def is_renamed(self) -> bool:
        """Whether what is written has another name."""
        return self.template.head != f"{SELF}{self.use.item.name}"

    def _text(self, argument: Node) -> str:
        return self.context.text(unwrapped(value_of(argument)))

    def _type(self, argument: Node) -> str:
        return self.context.type_name(unwrapped(value_of(argument)))

    def _is_guess(self, argument: Node) -> bool:
        if not self._is_name(argument):
            return False
        inner = unwrapped(value_of(argument))
        unknown = inner not in self.context.analysis.refs or not self._type(argument)
        return unknown or bool(self.context.bound(inner).around("parameter"))

    def _is_name(self, argument: Node) -> bool:
        return unwrapped(value_of(argument)).kind in ("value_path", "label_name")

    # -- what is written -------------------------------------------------------------------------

    def _changed(self) -> Iterator[tuple[Node, Edit, str]]:
        """The arguments that are written differently, with their edits and new texts, the latter
        empty where they are dropped."""
        holes = {node: hole for hole, node in self.given.items()}
        before = self.use.node
        for argument in self.use.arguments:
            hole = holes.get(argument)
            if hole and not (hole.type is not None and self._is_new(argument)):
                item = self.template.takes[hole]
                if item and hole.label and READER.text(value_of(item)) == hole.name:
                    label = label_of(item)
                    if label != hole.label:
                        yield argument, self._relabelled(argument, label), f"~{label}"
                    before = argument
                    continue
                text = self._folded(hole, item, argument) or self._written(item) if item else ""
                if not text:
                    yield argument, (self.context.name, before.end, argument.end, ""), ""
                elif text != self.context.text(argument):
                    yield argument, self.context.replace(argument, text), text
            before = argument

    def _relabelled(self, argument: Node, label: str) -> Edit:
        """Another label; a pun gets the value it stood for."""
        name = argument.part("label_name")
        pun = "" if argument.child("expression") else f":{self.context.text(name)}"
        return self.context.replace(name, f"{label}{pun}")

    def _added(self) -> Iterator[Edit]:
        """The arguments of the body that no argument of the call goes into."""
        anchor = self.use.node
        for item, names in self.template.items.items() if self.template.added else ():
            if item in self.template.added:
                yield self.context.insert(anchor.end, f" {self._written(item)}")
            anchor = self.filled.get(names[0], anchor) if names else anchor

    def _folded(self, hole: Hole, item: Node, argument: Node) -> str:
        """What a conversion of a literal comes to; "" where it has to stand in the code."""
        if hole.type is None:
            return ""
        fold = FOLDED.get(READER.text(item).replace(hole.name, "_"))
        text = fold(self.context, unwrapped(argument)) if fold else ""
        self.computed = self.computed or not text
        return self._spelled(text) if text and fold is nanoseconds else text

    def _spelled(self, literal: str) -> str:
        """Nanoseconds as seconds or parts of them, where the project can use `Duration`."""
        text = duration(int(literal.rstrip("L")))
        brought = self.context.pack.code.brings(self.context, "Duration") if text else None
        self.brought = brought or ()
        return literal if brought is None else f"({text})"

    def _moved(self) -> list[Hole]:
        """The parameters whose arguments have to be bound first, in the order in which OCaml
        evaluates these: none where the body evaluates each once, in that order."""
        acts = [hole for hole, node in self.given.items() if not is_plain(value_of(node))]
        names = [hole.name for hole in acts]
        found = [name for name in self._sequence() if name in names]
        kept = self.template.straight and found == names
        return [] if kept else acts[::-1]

    def _sequence(self) -> list[str]:
        """The holes of the body in the order of what it calls, where labels say which that is."""
        items = self.template.items
        if any(map(label_of, items)):
            every = labels_at(self.context.pack.judged, path_now(self.use, self.template))
            order = [label.lstrip("?") for label in every]
            places = [n for n, label in enumerate(order) if not label]
            plain = iter(places)
            at = {
                item: order.index(label) if label in order else next(plain, -1)
                for item in items
                for label in [label_of(item)]
            }
            if -1 not in at.values():
                return [name for item in sorted(items, key=at.__getitem__) for name in items[item]]
        return self.template.named(self.template.body)

    def _before(self, holes: list[Hole]) -> list[Edit]:
        """The edits that bind arguments before the call."""
        if not holes:
            return []
        text, bare = "".join(self._bindings(holes)), self._stands_alone
        start = self.context.insert(self.call.start, text if bare else f"({text}")
        return [start] if bare else [start, self.context.insert(self.call.end, ")")]

    @property
    def _stands_alone(self) -> bool:
        """Whether the call is in parentheses, or is all that is defined."""
        return wrapped(self.call) is not self.call or self.call.field == "body"

    def _replaced(self, moved: list[Hole]) -> list[Edit]:
        """The whole call, as the body has it; nothing where an argument has no place in it."""
        body, outer = self.template.body, wrapped(self.call)
        given = self.use.arguments if self.template.holes else []
        more = [each for each in given if each not in self.given.values()]
        if any(map(label_of, more)):
            return []
        if body.kind == "unit" and not moved:
            members = (
                outer.above.named_children if outer.above.kind == "sequence_expression" else []
            )
            if outer in members[:-1]:
                following = members[members.index(outer) + 1]
                return [(self.context.name, outer.start, following.start, "")]
            return [self.context.replace(outer, "()")]
        bindings = "".join(self._bindings(moved))
        text = self._written(body)
        if more:
            text = text if body.kind in ("application_expression", "value_path") else f"({text})"
            text = " ".join([text, *map(self.context.text, more)])
        alone = (self.template.is_hole or body.kind in ATOMS) and not (moved or more)
        text = bindings + text
        own = any(name.startswith(SELF) for name, _node in self.template.names)
        return [
            self.context.replace(self.call, text if self._stands_alone or alone else f"({text})"),
            *([] if own or more or given else opened_for(self.context, self.use)),
        ]

    def _bindings(self, holes: list[Hole]) -> Iterator[str]:
        """A `let` for each of some arguments, by names that the call does not use."""
        nodes = [n for n in self.call.descendants() if n.kind == "value_name" or is_name(n)]
        used = set(map(self.context.text, nodes))
        for hole in holes:
            name = DROPPED if hole.name.startswith(DROPPED) else hole.name
            while name in used and name != DROPPED:
                name += "_"
            yield f"let {name} = {self._text(self.given[hole])} in "
            self.bound[hole.name] = name

    def _written(self, part: Node) -> str:
        """A part of the body with its holes filled."""
        whole, text, done = READER.text(part), "", 0
        given = {hole.name: argument for hole, argument in self.given.items()}
        for old, node in self.template.within(part):
            if node.above.part("?"):
                text += whole[done : node.above.start - part.start].rstrip()
                done = node.end - part.start
                if old in given:
                    sign = self.context.text(given[old])
                    name = f"{sign[0]}{_pun(old, self.bound.get(old, old))}"
                    text += f" {name if old in self.bound else sign}"
                continue
            if node in self.template.options:
                value = self._option(old, given.get(old))
                new = _pun(old, value) if node.kind == "label_name" else value
            elif node.kind != "label_name" and "." in old:
                new = resolved_path(self.context, self.use, old)
            elif old in self.bound:
                name = self.bound[old]
                new = _pun(old, name) if node.kind == "label_name" else name
            elif self.filled.get(old):
                new = self._argument(node, self.filled[old])
            else:
                continue
            text += whole[done : node.start - part.start] + new
            done = node.end - part.start
        return text + whole[done:]

    def _option(self, name: str, argument: Node | None) -> str:
        """What stands for an optional argument in a body that takes its value."""
        if argument is None:
            return "None"
        text = self.bound.get(name) or self.context.text(value_of(argument))
        return text if argument.part("?") else f"(Some {text})"

    def _argument(self, name: Node, argument: Node) -> str:
        value = value_of(argument)
        text = self.context.text(value)
        if name.kind == "label_name":
            return _pun(READER.text(name), text)
        inner = unwrapped(value)
        # A call needs no parentheses beside an operator.
        operand = name.field in ("left", "right") and inner.kind == "application_expression"
        return self.context.text(inner) if operand else text


def _around(text: str, outer: Node, inner: Node) -> tuple[str, str]:
    """What stands before and behind a part of an expression, without blanks and parentheses."""
    data = text.encode("utf-8", "surrogateescape")
    parts = data[: inner.start - outer.start], data[inner.end - outer.start :]
    before, behind = (bytes(b for b in part if b not in b" \n\t()") for part in parts)
    return before.decode("utf-8", "replace"), behind.decode("utf-8", "replace")


def _pun(label: str, text: str) -> str:
    return label if label == text else f"{label}:{text}"
