"""What becomes of a match when some of the errors it names are no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.results import open_ended
from mirageport.diagnostics.syntax import alternatives
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.types import Con, Var, prune

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mirageport.diagnostics.kinds import Context, Editor, Node, Type

    # The tags that were removed, the tags that carry nothing now, the constructors of the old error
    # that are left, and what prints the new one.
    Changes = tuple[frozenset[Node], frozenset[Node], Sequence[str], str]

_TELLING = frozenset(["`Unknown", "`Unknown_error", "`Invalid_console"])  # errors of any kind


class _Atom(NamedTuple):
    """One error that an arm takes. tag: its tag, None for `_`, a name and the like."""

    node: Node
    tag: Node | None


class _Part(NamedTuple):
    """One alternative of an arm's pattern. head: `Error` where it is that; atoms: the errors in
    it; whole: all of the alternative."""

    whole: Node
    head: Node | None
    atoms: list[_Atom]


class _Arm(NamedTuple):
    case: Node
    parts: list[_Part]

    @property
    def atoms(self) -> list[_Atom]:
        """Every error of the arm."""
        return [atom for part in self.parts for atom in part.atoms]


def arms_without(context: Context, match: Node, changes: Changes) -> ErrorArms | str:
    """How a match is rewritten; a string says why it cannot be."""
    return _Planner(context, match, changes).plan()


class _Planner:
    """The plan for one match."""

    def __init__(self, context: Context, match: Node, changes: Changes) -> None:
        self.context = context
        self.match = match
        self.removed, self.emptied, self.left, self.printer = changes
        self.direct = False
        self.arms = [self._arm(case) for case in match.of("match_case")]
        self.changed: dict[Node, str] = {}
        self.dropped: list[Node] = []

    # -- reading -------------------------------------------------------------------------------

    def _arm(self, case: Node) -> _Arm:
        pattern = case.child("pattern")
        return _Arm(case, [self._part(node) for node in alternatives(pattern)] if pattern else [])

    def _part(self, node: Node) -> _Part:
        head, payload = node.part("tag", "constructor_path"), node.child("pattern")
        named = self.context.text(head) in ("Error", "`Error", "Result.Error")
        if named and payload and node.kind in ("tag_pattern", "constructor_pattern"):
            return _Part(node, head, [_atom(inner) for inner in alternatives(payload)])
        atom = _atom(node)
        if atom.tag is not None and (atom.tag in self.removed or atom.tag in self.emptied):
            self.direct = True
        return _Part(node, None, [])

    def _read_directly(self) -> None:
        """The match looks at the error itself, not at a result."""
        if self.direct:
            self.arms = [
                arm._replace(parts=[p._replace(atoms=[_atom(p.whole)]) for p in arm.parts])
                for arm in self.arms
            ]

    # -- deciding ------------------------------------------------------------------------------

    def plan(self) -> ErrorArms | str:
        """The whole plan, or why there is none."""
        self._read_directly()
        takers = [arm for arm in self.arms if any(a.tag in self.removed for a in arm.atoms)]
        obstacle = self._obstacle(takers)
        if obstacle:
            return obstacle
        last = self._last(takers)
        for arm in self.arms:
            if arm is not last:
                self._without(arm)
        reads: tuple[Node, ...] = ()
        error = "_"
        if last is not None:
            reads = self._printed(last, last.atoms[0]) or () if len(last.atoms) == 1 else ()
            error = self._fresh(last.case) if reads else "_"
            self.changed[last.case] = self._taking_the_rest(last, error)
        return ErrorArms(
            self.match,
            tuple(ErrorArm(case, text) for case, text in self.changed.items()),
            tuple(self.dropped),
            last.case if last is not None else None,
            reads,
            error,
            self.printer,
        )

    def _obstacle(self, takers: list[_Arm]) -> str:
        seen = {atom.tag for arm in self.arms for atom in arm.atoms}
        inside = [
            tag
            for tag in self.removed | self.emptied
            if tag not in seen and tag.up("match_expression", "function_expression") is self.match
        ]
        if inside:
            return "it is part of a larger pattern"
        for arm in takers:
            if arm.case.first("guard"):
                return "its arm has a guard"
        for arm in self.arms:
            for atom in arm.atoms:
                if atom.tag in self.removed and not self._replaceable(arm, atom):
                    return "its arm matches its argument"
                if atom.tag in self.emptied and self._reads(atom):
                    return "its arm uses its argument"
        return ""

    def _replaceable(self, arm: _Arm, atom: _Atom) -> bool:
        """Whether what a constructor carried is dropped, or bound to one name that can be given
        the printed error."""
        payload = atom.node.child("pattern")
        if not payload or payload.kind == "any_pattern":
            return True
        if payload.kind != "value_pattern":
            return not _names_in(payload) and payload.kind in ("tuple_pattern", "any_pattern")
        alone = len(arm.atoms) == 1 and len(arm.parts) == 1
        printed = self._printed(arm, atom)
        return printed == () or (alone and printed is not None)

    def _printed(self, arm: _Arm, atom: _Atom) -> tuple[Node, ...] | None:
        """What gives way to the printed error: each place where a string that a constructor
        carried is read; all of the arm, where that makes a string of something else. None where
        the arm does something else with it."""
        reads, types = self._reads(atom), self.context.analysis.types
        carried = types.get(atom.node.child("pattern"))
        if not reads or carried is None or _is_string(carried) is not False:
            plain = all(read.kind in ("value_path", "label_name") for read in reads)
            return tuple(reads) if plain else None
        body = arm.case.child("body")
        made = types.get(body)
        return (body,) if body and made is not None and _is_string(made) else None

    def _reads(self, atom: _Atom) -> list[Node]:
        """Where the names that a constructor's payload binds are read."""
        return [read for name in _names_in(atom.node) for read in self.context.references(name)]

    def _last(self, takers: list[_Arm]) -> _Arm | None:
        """The arm that takes every other error from now on, if one has to be made."""
        if not takers:
            return None
        telling = [arm for arm in takers if any(self._tells(atom) for atom in arm.atoms)]
        rest = next((arm for arm in self.arms if self._takes_all(arm)), None)
        if rest is None:
            return telling[0] if telling else takers[-1]
        pure = [arm for arm in telling if self._pure(arm) and self._reads(arm.atoms[0])]
        if not pure or not self._narrow(rest):
            return None
        return pure[0]

    def _tells(self, atom: _Atom) -> bool:
        return atom.tag is not None and self.context.text(atom.tag) in _TELLING

    def _pure(self, arm: _Arm) -> bool:
        """Whether an arm is only about errors that were removed."""
        return bool(arm.atoms) and all(
            part.atoms and all(atom.tag in self.removed for atom in part.atoms)
            for part in arm.parts
        )

    def _takes_all(self, arm: _Arm) -> bool:
        if arm.case.first("guard"):
            return False
        nodes = [part.whole for part in arm.parts] + [atom.node for atom in arm.atoms]
        return any(node.kind in ("any_pattern", "value_pattern") for node in nodes)

    def _narrow(self, rest: _Arm) -> bool:
        """Leave to a `_` the constructors that nothing else names, so that the arm for errors of
        any kind can come after it; False when it takes more than that."""
        if len(rest.parts) != 1 or len(rest.atoms) != 1 or rest.atoms[0].node.kind != "any_pattern":
            return False
        named = {self.context.text(a.tag) for arm in self.arms for a in arm.atoms if a.tag}
        others = [tag for tag in self.left if tag not in named]
        if not others:
            self.dropped.append(rest.case)
            return True
        text = " | ".join(others)
        head = rest.parts[0].head
        if head is not None:
            text = f"{self.context.text(head)} {text if len(others) == 1 else f'({text})'}"
        self.changed[rest.case] = text
        return True

    def _without(self, arm: _Arm) -> None:
        """Take removed tags out of an arm's pattern; an arm without any other is dropped."""
        touched = self.removed | self.emptied
        if arm.case in self.dropped or not any(atom.tag in touched for atom in arm.atoms):
            return
        parts = [text for part in arm.parts if (text := self._part_without(part))]
        if parts:
            self.changed[arm.case] = " | ".join(parts)
        else:
            self.dropped.append(arm.case)

    def _part_without(self, part: _Part) -> str:
        if not any(atom.tag in self.removed | self.emptied for atom in part.atoms):
            return self.context.text(part.whole)
        kept = [atom for atom in part.atoms if atom.tag not in self.removed]
        texts = [
            self.context.text(atom.tag if atom.tag and atom.tag in self.emptied else atom.node)
            for atom in kept
        ]
        if part.head is None or not texts:
            return " | ".join(texts)
        bare = len(kept) == 1 and (kept[0].tag in self.emptied or kept[0].node.kind == "tag")
        inner = " | ".join(texts)
        return f"{self.context.text(part.head)} {inner if bare else f'({inner})'}"

    def _taking_the_rest(self, arm: _Arm, error: str) -> str:
        """The pattern of the arm for every other error."""
        kept = [self.context.text(part.whole) for part in arm.parts if not part.atoms]
        head = next((part.head for part in arm.parts if part.head is not None), None)
        rest = f"{self.context.text(head)} {error}" if head is not None else error
        return " | ".join([*kept, rest])

    def _fresh(self, case: Node) -> str:
        """A name for the error that the arm does not use yet."""
        used = {self.context.text(n) for n in case.descendants() if n.kind == "value_name"}
        return next(name for name in ("e", "err", "error", "error_") if name not in used)


def _atom(node: Node) -> _Atom:
    if node.kind == "tag":
        return _Atom(node, node)
    return _Atom(node, node.first("tag") if node.kind == "tag_pattern" else None)


def _is_string(type_: Type) -> bool | None:
    """Whether a type is a string's; None where it is not known."""
    type_ = prune(type_)
    if isinstance(type_, Var):
        return None
    return isinstance(type_, Con) and type_.name == "string"


def _names_in(node: Node) -> list[Node]:
    return [child for child in node.descendants() if child.kind == "value_pattern"]


# -- the fix ---------------------------------------------------------------------------------------


class ErrorArm(NamedTuple):
    """The new pattern of an arm of a match over errors. case: its `match_case`."""

    case: Node
    pattern: str


# Where an application needs no parentheses.
_ROOMY = frozenset(["match_case", "parenthesized_expression", "infix_expression", "let_binding"])


class ErrorArms(NamedTuple):
    """A match over errors some of which are no more.

    match: the `match` or `function`. changed: arms with other patterns. dropped: arms that nothing
    reaches. last: the arm that has to come last, as it takes every other error now. reads: where
    it reads the removed payload; error: what the error is called there; printer: what prints it.
    """

    match: Node
    changed: tuple[ErrorArm, ...]
    dropped: tuple[Node, ...]
    last: Node | None
    reads: tuple[Node, ...]
    error: str
    printer: str

    def edit(self, editor: Editor) -> str:
        """Patterns without the removed tags, and the arm for all other errors at the end."""
        for arm in self.changed:
            pattern = arm.case.child("pattern")
            assert pattern
            editor.replace_node(pattern, arm.pattern)
        for read in self.reads:
            _printed(editor, read, self)
        for case in self.dropped:
            _remove(editor, case)
        if self.last is not None:
            _move_last(editor, self)
        if self.reads:
            return f"Print every other error with `{self.printer}`"
        return "Remove the arms of removed errors"


def _printed(editor: Editor, read: Node, facts: ErrorArms) -> None:
    """Put the printed error where its payload was read."""
    text = f'Format.asprintf "%a" {facts.printer} {facts.error}'
    parent = read.above
    if read.kind == "label_name":
        text = f"{editor.text(read)}:({text})"
    elif parent.kind not in _ROOMY:
        text = f"({text})"
    editor.replace_node(read, text)


def _move_last(editor: Editor, facts: ErrorArms) -> None:
    last = facts.last
    assert last is not None
    kept = [case for case in facts.match.of("match_case") if case not in facts.dropped]
    if kept[-1] is last:
        return
    end = kept[-1]
    body = end.child("body")
    closing = ""
    if body and open_ended(body):
        editor.insert(body.start, "(")
        closing = ")"
    text = editor.taken(last)
    gap = _gap(editor, facts.match)
    _remove(editor, last)
    editor.insert(end.end, f"{closing}{gap}| {text}")


def _remove(editor: Editor, case: Node) -> None:
    """Delete an arm with the bar that belongs to it."""
    match = case.above
    assert match
    siblings = match.children
    place = siblings.index(case)
    bar = siblings[place - 1]
    if bar.kind == "|":
        editor.replace(_trimmed(editor, bar.start), case.end, "")
    else:
        following = [other for other in match.of("match_case") if other.start > case.end]
        editor.replace(case.start, following[0].start if following else case.end, "")


def _gap(editor: Editor, match: Node) -> str:
    """What stands before a bar between two arms of a match."""
    bars = match.of("|")
    if not bars:
        return " "
    bar = bars[-1]
    return editor.source.text(_trimmed(editor, bar.start), bar.start) or " "


def _trimmed(editor: Editor, at: int) -> int:
    data = editor.source.data
    while at > 0 and data[at - 1] in b" \t\r\n":
        at -= 1
    return at
