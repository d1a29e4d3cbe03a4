"""Lines that a port made too long, broken and indented as ocp-indent does it: at the parameters of
a functor, the arguments of a call, the arms of a match, the items of a list.

Only blanks between tokens become the end of a line, and the first arm of several gets its bar: the
code stays what it was.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from mirageport.code_actions.layout import indented
from mirageport.ocaml.edit import Edit, Edits
from mirageport.ocaml.tree import unwrapped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.code_actions.gate import Trail
    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.source import Source
    from mirageport.ocaml.tree import Node

    # Where a line may end: behind what, in front of what, how far what follows is indented, and
    # what is written in front of it.
    Point = tuple[int, int, int, str]

COLUMNS = 80
"""How many characters a line has at most, where it had no more before."""

_FUNCTIONS = ("fun_expression", "function_expression")
_OPENING = (b"(", b"[", b"{")


def broken(start: Project, project: Project, trail: Trail, begun: set[tuple[str, int]]) -> Edits:
    """The edits that break each line that is too long once, of the files that a port changed.

    start: the project before the port; project: behind it; trail: how it went. A line that was as
    long before stays. begun: the lines of the project before it of which one was broken already,
    which are added to: the rest of these is broken, too.
    """
    found: list[Edit] = []
    for name in project.names:
        new, old = project.source(name), start.source(name) if name in start.names else None
        if old is None or new.data == old.data or not name.endswith((".ml", ".mli")):
            continue
        known = set(old.data.split(b"\n"))
        for number, at in enumerate(new.line_starts):
            end = _code_end(new, at, new.line_end(number))
            if end - at <= COLUMNS or new.data[at : new.line_end(number)] in known:
                continue
            length, lines = len(new.text(at, end)), _lines_before(old, trail, name, at, end)
            was = max((_length(old, each) for each in lines), default=0)
            if length > COLUMNS and (length > was or (name, lines[0]) in begun):
                edits = _Long(project, name, at, end).edits()
                begun.update((name, each) for each in lines if edits)
                found += edits
    return indented(project, Edits(found))


def _code_end(source: Source, at: int, end: int) -> int:
    """Where a line's code ends, in front of a comment that ends the line."""
    line = source.data[at:end].rstrip()
    return at + len(line[: line.rfind(b"(*")].rstrip()) if line.endswith(b"*)") else end


def _lines_before(old: Source, trail: Trail, name: str, at: int, end: int) -> range:
    """The lines of the text before a port that one behind it was made of."""
    first = old.line_of(trail.origin(name, at))
    return range(first, old.line_of(trail.origin(name, end, closing=True)) + 1)


def _length(source: Source, line: int) -> int:
    return len(source.text(source.line_starts[line], source.line_end(line)))


class _Long:
    """One line that is too long."""

    def __init__(self, project: Project, name: str, start: int, end: int) -> None:
        self._source, self._name = project.source(name), name
        self._start, self._end = start, end
        line = self._source.data[start:end]
        self._indent = len(line) - len(line.lstrip(b" "))
        self._alone = True
        self._root = project.tree(name).root

    def edits(self) -> list[Edit]:
        """The edits that break it at the outermost construct that can be broken: one that is too
        long itself, if there is any, else one with what stands behind it."""
        newline = self._source.newline
        for self._alone in (True, False):
            for node in self._nodes(self._root):
                points = _POINTS.get(node.kind)
                chosen = list(points(self, node)) if points is not None else []
                if chosen:
                    return [
                        Edit(self._name, before, behind, newline + " " * indent + text)
                        for before, behind, indent, text in chosen
                    ]
        return []

    def _nodes(self, node: Node) -> Iterator[Node]:
        """The nodes that have something on the line, the outermost first."""
        todo = [node]
        while todo:
            node = todo.pop()
            yield node
            below = [c for c in node.children if c.start < self._end and c.end > self._start]
            todo.extend(reversed(below))

    # -- places ---------------------------------------------------------------------------------

    def _column(self, node: Node) -> int:
        return len(self._source.text(self._start, node.start))

    def _leads(self, node: Node) -> bool:
        """Whether the line begins with a node."""
        return node.start == self._start + self._indent

    def _opens(self, node: Node) -> bool:
        """Whether a bracket opens right in front of a node, on the line."""
        before = self._source.data[self._start : node.start].rstrip()
        return before.endswith(_OPENING)

    def _base(self, node: Node) -> int:
        """The column that the lines of an expression are indented from."""
        while not self._leads(node) and not self._opens(node):
            parent = node.parent
            if parent is None or parent.start < self._start:
                return self._indent
            if parent.kind in ("let_binding", "if_expression", "set_expression"):
                return self._indent + 2
            if parent.kind == "match_case":
                return self._column(node)
            node = parent
        return self._column(node)

    def _point(self, before: int, behind: int, indent: int, text: str = "") -> Iterator[Point]:
        """A place between two tokens of the line, if nothing but blanks is there."""
        inside = self._start + self._indent < before and behind < self._end
        if inside and not self._source.data[before:behind].strip():
            yield before, behind, indent, text

    def _filled(self, node: Node, places: list[tuple[int, int]], indent: int) -> Iterator[Point]:
        """Those of the places at which lines have to end for each to be filled, not overfull."""
        begin, column, end = self._start, 0, self._end
        if self._alone and node.end < end:
            rest = self._source.data[node.end : end]
            end = node.end + len(rest) - len(rest.lstrip(b")];"))
        stops = [before for before, _behind in places[1:]] + [end]
        for (before, behind), stop in zip(places, stops, strict=True):
            if column + len(self._source.text(begin, stop)) > COLUMNS:
                chosen = list(self._point(before, behind, indent))
                yield from chosen
                if chosen:
                    begin, column = behind, indent

    # -- constructs -----------------------------------------------------------------------------

    def module(self, node: Node) -> Iterator[Point]:
        """`module F (A : S) (B : T) = ..`, a parameter a line; `module M = F (A) (B)`."""
        parameters = [each for each in node.of("module_parameter") if each.start > self._start]
        if parameters:
            leading = next(filter(self._leads, parameters), None)
            indent = self._indent + 4 if leading is None else self._column(leading)
            for each in parameters:
                yield from self._point(_before(node, each), each.start, indent)
            return
        equals, body = node.first("="), node.get("body")
        if equals is not None and body is not None and body.kind == "module_application":
            yield from self._point(equals.end, body.start, self._indent + 2)

    def binding(self, node: Node) -> Iterator[Point]:
        """`let x = ..`."""
        equals, body = node.first("="), node.get("body")
        if equals is None or body is None:
            return
        if body.kind not in ("list_expression", "record_expression", *_FUNCTIONS):
            yield from self._point(equals.end, body.start, self._indent + 2)

    def local(self, node: Node) -> Iterator[Point]:
        """`let .. in ..`."""
        within, body = node.first("in"), node.get("body")
        if within is not None and body is not None:
            yield from self._point(within.end, body.start, self._base(node))

    def choice(self, node: Node) -> Iterator[Point]:
        """`if .. then .. else ..`."""
        base = self._indent if node.start < self._start else self._base(node)
        otherwise = node.first("else_clause")
        if otherwise is not None:
            points = list(self._point(_before(node, otherwise), otherwise.start, base))
            if points:
                yield from points
                return
        for clause in node.of("then_clause", "else_clause"):
            word, body = clause.children[:2]
            yield from self._point(word.end, body.start, base + 2)

    def constraint(self, node: Node) -> Iterator[Point]:
        """`S with type t = a and type u = b`, an equation a line."""
        for one, other in pairwise(node.children):
            if other.kind in ("with", "and"):
                inside = node.parent is not None and node.parent.kind == "module_parameter"
                indent = self._base(node) + inside + (other.kind == "and")
                yield from self._point(one.end, other.start, indent)

    def functor(self, node: Node) -> Iterator[Point]:
        """`F (A) (B)`, as many arguments a line as fit."""
        places, each = [], node
        while each.kind == "module_application":
            argument, functor = each.get("argument"), each.get("functor")
            if argument is None or functor is None:
                return
            places.append((functor.end, argument.start))
            each = functor
        places = [p for p in reversed(places) if self._start < p[0] and p[1] < self._end]
        if places:
            yield from self._filled(node, places, self._base(node) + 2)

    def case(self, node: Node) -> Iterator[Point]:
        """`| pattern -> ..`."""
        arrow, body = node.first("->"), node.get("body")
        bar = self._source.data[self._start + self._indent : node.start].strip()
        if arrow is not None and body is not None and bar in (b"", b"|"):
            yield from self._point(arrow.end, body.start, self._indent + 2)

    def cases(self, node: Node) -> Iterator[Point]:
        """`match .. with a -> .. | b -> ..`, an arm a line."""
        arms = node.of("match_case")
        if len(arms) < 2 or arms[0].start < self._start or arms[1].start > self._end:
            return
        indent = self._arms(node)
        for arm in arms:
            bar = node.children[node.children.index(arm) - 1]
            if bar.kind == "|":
                yield from self._point(_before(node, bar), bar.start, indent)
            else:
                yield from self._point(_before(node, arm), arm.start, indent, "| ")

    def _arms(self, node: Node) -> int:
        """The column of arms: deeper in brackets, as a function in them is an argument."""
        around = node.parent
        if node.kind == "match_expression":
            inside = around is not None and around.kind == "parenthesized_expression"
            if around is None or not inside or around.start < self._start or self._leads(around):
                return self._base(node)
            before = self._source.text(self._start, around.start)
            return len(before) - len(before.lstrip(" ([{")) + 4
        if around is not None and around.kind == "parenthesized_expression":
            return self._indent + (2 if self._leads(around) else 4)
        while around is not None and around.start >= self._start:
            if around.kind == "parenthesized_expression":
                return self._column(around) + 2
            around = around.parent
        return self._base(node)

    def function(self, node: Node) -> Iterator[Point]:
        """`fun x -> ..`."""
        arrow, body = node.first("->"), node.get("body")
        if arrow is None or body is None or body.kind == "fun_expression":
            return
        around, indent = node.parent, self._base(node)
        if around is not None and around.kind == "parenthesized_expression":
            indent = self._indent + (3 if self._leads(around) else 4)
        yield from self._point(arrow.end, body.start, indent)

    def application(self, node: Node) -> Iterator[Point]:
        """`f a b`, as many arguments a line as fit."""
        places = []
        for argument in node.all("argument"):
            inner = unwrapped(argument.get("expression") or argument)
            if argument.end <= self._end or inner.kind not in _FUNCTIONS:
                places.append((_before(node, argument), argument.start))
        places = [place for place in places if self._start < place[0] and place[1] < self._end]
        if places:
            within = node.start < self._start and places[0][0] > self._start
            leads = within and any(map(self._leads, node.all("argument")))
            indent = self._indent if leads else self._base(node) + 2
            yield from self._filled(node, places, indent)

    def infix(self, node: Node) -> Iterator[Point]:
        """`a $ b $ c`, as many operands a line as fit; `a >>= fun x -> ..` is broken in the
        function."""
        right, operator = node.get("right"), node.get("operator")
        if right is None or operator is None:
            return
        inner = unwrapped(right)
        if inner.kind in _FUNCTIONS:
            points = list((self.cases if inner.of("match_case") else self.function)(inner))
            if not points and not self._alone and inner.kind == "fun_expression":
                points += self._point(_before(node, operator), operator.start, self._base(node))
            yield from points
            return
        name, places = self._source.text(operator.start, operator.end), []
        todo = [node]
        while todo:
            each = todo.pop()
            left, own, other = each.get("left"), each.get("operator"), each.get("right")
            if left is None or own is None or other is None:
                continue
            if self._source.text(own.start, own.end) == name:
                places.append((_before(each, own), own.start))
                todo += [left, other]
        places = sorted(p for p in places if self._start < p[0] and p[1] < self._end)
        if places:
            yield from self._filled(node, places, self._base(node))

    def separated(self, node: Node) -> Iterator[Point]:
        """What `;` or `,` separates, one a line."""
        first = node.named_children[0]
        if first.start < self._start:
            indent = self._indent
        else:
            indent = self._column(first) if self._leads(first) or self._opens(first) else -1
        for one, other in pairwise(node.children):
            if one.kind in (";", ",") and indent >= 0 and other.named:
                yield from self._point(one.end, other.start, indent)

    def items(self, node: Node) -> Iterator[Point]:
        """`[a; b]`, an item a line."""
        children = node.children
        if node.start < self._start or node.end > self._end or len(node.named_children) < 2:
            yield from self.separated(node)
            return
        for one, other in pairwise(children):
            if one.kind in ("[", ";") or other is children[-1]:
                indent = self._indent if other is children[-1] else self._indent + 2
                yield from self._point(one.end, other.start, indent)


def _before(node: Node, child: Node) -> int:
    """Where the token in front of a child of a node ends."""
    children = node.children
    at = children.index(child)
    return children[at - 1].end if at else child.start


_POINTS: dict[str, Callable[[_Long, Node], Iterator[Point]]] = {
    "module_binding": _Long.module,
    "let_binding": _Long.binding,
    "let_expression": _Long.local,
    "if_expression": _Long.choice,
    "module_type_constraint": _Long.constraint,
    "module_application": _Long.functor,
    "method_definition": _Long.binding,
    "match_case": _Long.case,
    "match_expression": _Long.cases,
    "function_expression": _Long.cases,
    "fun_expression": _Long.function,
    "application_expression": _Long.application,
    "infix_expression": _Long.infix,
    "sequence_expression": _Long.separated,
    "tuple_expression": _Long.separated,
    "record_expression": _Long.separated,
    "list_expression": _Long.items,
}
