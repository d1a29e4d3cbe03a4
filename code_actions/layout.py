"""The indentation of what edits leave: lines that were aligned stay aligned, and what stands in a
new `(function ..` or `(fun .. ->` is indented as ocp-indent does it.

Only blanks at the start of a line change, never of one that begins inside a string or a comment.
How far a line moves depends on what it is aligned to alone, so that several edits move it by their
sum, in whatever order they are made.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from mirageport.code_actions.tokens import COMMENT, scanned
from mirageport.ocaml.edit import Edit, Edits, apply

if TYPE_CHECKING:
    from mirageport.code_actions.tokens import Token
    from mirageport.diagnostics.project import Project

_CLOSING = (")", "]", "}", "end", "done")
_OPENING = ("(", "[", "{", "begin", "struct", "sig", "object", "do")
_FUNCTIONS = ("fun", "function")
_MODULES = ("struct", "sig", "object")

# How much deeper than its line ocp-indent puts the body of a function in brackets, the same where
# the line begins with the bracket, and the body of an arm.
_BODY, _LEADING, _ARM = 4, 2, 2


def indented(project: Project, edits: Edits) -> Edits:
    """The same edits, with the indentation of the lines behind and within them put right."""
    found: list[Edit] = []
    for file in edits.files:
        own = edits.of(file)
        if file in project.files and any(map(_opens, _around(project, own))):
            own = _Lines(project, own).edits()
        found.extend(own)
    return Edits(found)


def _around(project: Project, edits: Edits) -> list[str]:
    """What edits write, and what stands behind them on their lines."""
    data = project.source(edits[0].file).data
    found = [edit.text for edit in edits]
    for edit in edits:
        stop = data.find(b"\n", edit.end)
        found.append(data[edit.end : stop if stop >= 0 else len(data)].decode("latin-1"))
    return found


def _opens(text: str) -> bool:
    return any(mark in text for mark in ("(", "[", "{", "begin"))


class _Line:
    """A line behind the edits. start: its first byte; indent: how the expression in it is indented
    in the end; moved: how much further than it was or was written; arm: whether it begins with a
    bar. inner: how much further what is indented from it is, which is more where the line began
    another one before. base: how far what an edit writes behind it moves: as the line on which a
    bracket began that ends here."""

    def __init__(self, start: int, indent: int, moved: int, arm: bool, inner: int) -> None:
        self.start, self.indent, self.moved, self.arm = start, indent, moved, arm
        self.inner, self.base = inner, moved


class _Bracket:
    """An open bracket. old: its column before the edits, None where they wrote it; new: the one in
    the end; line: its line; leads: whether that begins with it; end: where the bracket ends.

    fresh: nothing followed it yet. behind: what follows it on its line. follows: how far that
    moved, and from which column on lines are aligned to it, where it was there before.
    moves: how far the lines in a new one move; arms: the column of its arms. arrow: the end of the
    last arrow of its own; awaits: whether the next one is. inner: how far what is indented from its
    line moves; base: the column that it is indented from. nested: how much of that comes from a new
    bracket that begins its line."""

    def __init__(self, old: int | None, new: int, line: _Line, leads: bool, end: int) -> None:
        self.old, self.new, self.line, self.leads, self.end = old, new, line, leads, end
        self.inner, self.base, self.nested = line.inner, line.indent, 0
        self.fresh, self.behind = True, ""
        self.follows: tuple[int, int] | None = None
        self.moves: int | None = None
        self.arms: int | None = None
        self.arrow, self.awaits = end, False
        self.arrow_line = line

    def body(self) -> int:
        """The column of what follows the last arrow, on a line of its own."""
        line = self.arrow_line
        if line.arm or self.behind not in _FUNCTIONS:
            return line.indent + _ARM
        return self.base + (_LEADING + (self.behind == "fun") if self.leads else _BODY)


class _Lines:
    """The lines of one file behind edits, from the first edit on."""

    def __init__(self, project: Project, edits: Edits) -> None:
        self._edits = edits
        self._old = project.source(edits[0].file).data
        self._new = apply(self._old, edits).decode("latin-1")
        # Of each edit: where what it wrote begins and ends, and how far it moved what follows.
        self._begins: list[int] = []
        self._ends: list[int] = []
        self._moved = [0]
        for edit in edits:
            length = len(edit.text.encode("utf-8", "surrogateescape"))
            self._begins.append(edit.start + self._moved[-1])
            self._ends.append(self._begins[-1] + length)
            self._moved.append(self._moved[-1] + length - (edit.end - edit.start))
        self._bases: list[int] = []
        self._stack: list[_Bracket] = []
        self._line = _Line(0, 0, 0, False, 0)
        self._indents: list[tuple[int, int, int]] = []
        self._walk(self._first(project))

    def _first(self, project: Project) -> int:
        """Where the line of the first edit begins, behind a literal that reaches into it."""
        tree, edit = project.tree(self._edits[0].file), self._edits[0]
        start = self._old.rfind(b"\n", 0, edit.start) + 1
        node = tree.root.at(start, start)
        while node.parent is not None:
            if "string" in node.kind and node.start < start:
                return min(node.end, edit.start)
            node = node.parent
        return min(edit.start, max([start, *(e for s, e in tree.comments if s < start < e)]))

    def _walk(self, start: int) -> None:
        text, behind = self._new, start
        at = text.rfind("\n", 0, start) + 1
        blank = len(text[at:]) - len(text[at:].lstrip(" "))
        self._line = _Line(at, blank, 0, False, 0)
        for token in scanned(text, start):
            word = "" if token.kind == COMMENT else text[token.start : token.end]
            at = text.rfind("\n", behind, token.start) + 1
            if at:
                if not self._stack and at > self._begins[-1]:
                    break
                self._next(at, token.start, word, behind)
            if word:
                self._take(word, token, at)
                behind = token.end
            elif "\n" in text[token.start : token.end]:
                behind = token.end

    def _take(self, word: str, token: Token, began: int) -> None:
        """Take in a token: brackets open and close, arrows belong to them."""
        top = self._stack[-1] if self._stack else None
        if top is not None and top.fresh:
            top.fresh = False
            if not began:
                top.behind, top.awaits = word, word in _FUNCTIONS
                top.follows = self._followed(token.start)
                top.inner -= top.nested - (top.nested > 0 and top.awaits)
        if top is not None and word == "|":
            top.awaits = True
        elif top is not None and word == "->" and top.awaits:
            top.arrow, top.awaits, top.arrow_line = token.end, False, self._line
        if top is not None and word in _CLOSING:
            self._stack.pop()
            if top.line is not self._line:
                # What follows goes on with the expression that began there.
                self._line.indent, self._line.base = top.line.indent, top.line.base
        elif word.startswith(_OPENING) and (word in _OPENING or word[0] == "["):
            place = self._origin(token.start)
            old = None if place is None else len(self._head(place))
            new = token.start - self._line.start + self._line.moved
            leads = not self._new[self._line.start : token.start].strip()
            bracket = _Bracket(old, new, self._line, leads, token.end)
            if word.startswith("[%%") and old is None:
                bracket.moves = _ARM
            if word in _MODULES:
                bracket.inner = self._line.moved
            elif top is not None and top.line is self._line and top.leads:
                bracket.base = top.new + 1
                bracket.nested = 2 if top.old is None and old is not None else 0
                bracket.inner += bracket.nested
            self._stack.append(bracket)

    def _followed(self, place: int) -> tuple[int, int] | None:
        """How far the token behind a bracket moved, and from which column on lines are aligned to
        it; None where an edit wrote it."""
        before = self._origin(place)
        if before is None:
            return None
        head = self._head(before)
        moved = place - self._line.start + self._line.moved - len(head)
        return moved, len(head) if head.strip() else 0

    def _origin(self, place: int) -> int | None:
        """Where a place stood before the edits; None where they wrote it."""
        number = bisect_right(self._begins, place)
        if number and place < self._ends[number - 1]:
            return None
        if number and place == self._begins[number - 1]:
            return self._edits[number - 1].start  # what stood there was removed
        return place - self._moved[number]

    def _head(self, place: int) -> bytes:
        """What stood in front of a place on its line before the edits."""
        return self._old[self._old.rfind(b"\n", 0, place) + 1 : place]

    def _next(self, start: int, first: int, word: str, behind: int) -> None:
        """A line begins. first: where its first token does; behind: the end of the last one."""
        while len(self._bases) < len(self._begins) and self._begins[len(self._bases)] < start:
            self._bases.append(self._line.base)
        before, blank = first - start, self._new[start:first]
        moved = 0 if blank.strip(" ") else self._moves(start, first, word, behind)
        moved = max(moved, -before)
        place, inner = self._origin(first), moved
        if place is not None:
            head = self._head(place)
            inner = before + moved - (len(head) - len(head.lstrip(b" ")))
        self._line = _Line(start, before + moved, moved, word == "|", inner)
        if moved:
            self._indents.append((start, first, before + moved))

    def _moves(self, start: int, first: int, word: str, behind: int) -> int:
        """How far the line that begins at a place moves."""
        top = self._stack[-1] if self._stack else None
        number = bisect_right(self._begins, first) - 1
        if number >= 0 and self._begins[number] < start and first < self._ends[number]:
            if top is not None and top.old is None:
                return self._arm(top, first - start, word, behind)
            return self._bases[number]
        if top is None:
            return 0
        before, place = first - start, self._origin(first)
        head = b" " * before if place is None else self._head(place)
        old = len(head)
        if head.strip():
            return self._bases[number] if number >= 0 and self._begins[number] < start else 0
        if old != before:
            return 0  # an edit has moved the line already
        if top.old is None:
            return self._in_new(top, before, old, word, behind)
        if top.behind and top.behind not in _FUNCTIONS and old >= top.old:
            return top.new - top.old
        return top.inner

    def _arm(self, top: _Bracket, before: int, word: str, behind: int) -> int:
        """How far a line that an edit wrote moves in a bracket that one wrote."""
        if top.arrow == behind and top.behind in _FUNCTIONS and word not in ("|", *_CLOSING):
            top.moves = top.body() - before
        if word == "|" and top.behind == "function":
            if top.arms is None:
                top.arms = top.base + (_LEADING if top.leads else _BODY)
            top.moves = top.arms - before
        if top.moves is None:
            return top.inner + (top.behind == "let" and top.leads)
        return top.moves

    def _in_new(self, top: _Bracket, before: int, old: int, word: str, behind: int) -> int:
        """How far a line that was there moves in a bracket that an edit wrote."""
        if word in _CLOSING and not top.behind:
            return top.base - before
        if word == "|" and top.behind == "function" and top.arms is None:
            return self._arm(top, before, word, behind)
        own = top.arrow_line is top.line or self._origin(behind - 1) is None
        if top.arrow == behind and own and word not in _CLOSING:
            top.moves = top.body() - before
        if top.moves is not None:
            return top.moves
        if top.behind not in _FUNCTIONS and top.follows is not None and old >= top.follows[1]:
            return top.follows[0]
        return top.inner

    def edits(self) -> Edits:
        """The edits, with those of the blanks at the start of lines."""
        texts = [edit.text.encode("utf-8", "surrogateescape") for edit in self._edits]
        stops = [edit.end for edit in self._edits]
        file, blanks = self._edits[0].file, []
        for start, first, indent in reversed(self._indents):
            number = bisect_left(self._begins, first) - 1  # one that begins there writes no blank
            cuts = number >= 0 and self._edits[number].start < self._edits[number].end
            if number >= 0 and start < self._begins[number]:
                if first <= self._ends[number] and (number == 0 or self._ends[number - 1] < start):
                    # The edit begins with some of the blanks; they are those of the line now.
                    texts[number] = texts[number][first - self._begins[number] :]
                    begin = self._edits[number].start
                    old = start - self._moved[number]
                    blanks.append(Edit(file, old, begin, " " * indent))
            elif (
                number >= 0
                and self._begins[number] <= start <= self._ends[number]
                and (self._begins[number] < start or first < self._ends[number] or cuts)
            ):
                at, end = start - self._begins[number], first - self._begins[number]
                stops[number] += max(first - self._ends[number], 0)
                texts[number] = texts[number][:at] + b" " * indent + texts[number][end:]
            else:
                moved = self._moved[bisect_right(self._begins, start - 1)]
                blanks.append(Edit(file, start - moved, first - moved, " " * indent))
        own = [
            Edit(file, edit.start, stop, text.decode("utf-8", "surrogateescape"))
            for edit, stop, text in zip(self._edits, stops, texts, strict=True)
        ]
        return Edits.merged([*blanks, *own])
