"""The syntax extension of Lwt for camlp4, which Mirage 3 goes without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.context import Context
from mirageport.diagnostics.finding import MANUAL, OLD_SYNTAX, Finding
from mirageport.diagnostics.syntax import is_promise, is_unit_promise, operator_edits
from mirageport.mirage.camlp4 import SEQUENCE, sequences, shadow, words
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.edit import Edit
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.places import places
from mirageport.ocaml.tree import NO_NODE, unwrapped
from mirageport.ocaml.types import Con, Var, prune

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mirageport.diagnostics.kinds import Editor, Node


RULE = "lwt-camlp4"

# Its words, with what to write for each (lwt 2.7, the manual's part on syntax/pa_lwt).
_PLAIN = {
    b"lwt": "`.. >>= fun x -> ..` or `let%lwt`",
    b"try_lwt": "`Lwt.catch` or `try%lwt`",
    b"match_lwt": "`.. >>= function` or `match%lwt`",
    b"for_lwt": "`Lwt_list.iter_s` or `for%lwt`",
    b"while_lwt": "a recursive function or `while%lwt`",
    b"raise_lwt": "`Lwt.fail`",
    b"assert_lwt": "`assert` inside `Lwt.wrap`, or `assert%lwt`",
}
_SEQUENCE = "`.. >>= fun _ -> ..`"
_FINALLY = "`finally` is `Lwt.finalize (fun () -> ..) (fun () -> ..)`."

# Kinds of change that leave what a value gives.
_SAME_RESULT = ("value-renamed", "template", "unit-became-promise")


def find(context: Context) -> Iterator[Finding]:
    """Words of the extension, and its operator `>>` where nobody defines one."""
    data = context.source.data
    found = words(context.tree, lambda start, end: _bound(context, start, end))
    loose = [at for at in sequences(data) if _loose(context, at)]
    why = ""
    if not found and loose and _strangers(context, loose):
        # A module that is opened may define it: what stands before it says whether it is Lwt's.
        loose = [at for at in loose if _of_promises(context, at)]
        why = "If a module that is opened here defines it, leave it."
    elif b"try_lwt" in found.values() and _has_finally(context):
        why = f"{_FINALLY} This file has a fix when no `finally` is left."
    facts = None if why else Camlp4(found)  # one for all, so that it is rewritten once
    for at, word in sorted({**found, **dict.fromkeys(loose, SEQUENCE)}.items()):
        yield _finding(context, at, word, facts, why)


def _has_finally(context: Context) -> bool:
    """Whether a handler of the extension ends in `finally`, which reads as a name."""
    found = places(context.tree, context.tree.root, "finally")
    named = [node for node in found if node.kind == "value_name"]
    return any(not _bound(context, node.start, node.end) for node in named)


def _of_promises(context: Context, at: int) -> bool:
    """Whether the operator stands between promises."""
    operators = _around(context, at, at + len(SEQUENCE))
    parents = [node.parent for node in operators if node.field == "operator"]
    left = parents[0].child("left") if parents and parents[0] is not None else NO_NODE
    return bool(left) and is_promise(context, left)


def _finding(context: Context, at: int, word: bytes, facts: Camlp4 | None, why: str) -> Finding:
    """why: what keeps the file from having a fix, as a sentence."""
    known = context.rule(RULE)
    message = known.message.format(word=word.decode(), new=_PLAIN.get(word, _SEQUENCE))
    return Finding(
        context.name,
        RULE,
        at,
        at + len(word),
        f"{message} {why}".rstrip(),
        known.applicability if facts is not None else MANUAL,
        known.severity,
        known.category,
        facts=facts,
        shows=(OLD_SYNTAX,),
    )


def _around(context: Context, start: int, end: int) -> list[Node]:
    """The nodes that are exactly these bytes, the innermost first."""
    found = []
    node: Node | None = context.tree.root.at(start, end)
    while node and (node.start, node.end) == (start, end):
        found.append(node)
        node = node.parent
    return found


def _bound(context: Context, start: int, end: int) -> bool:
    """Whether these bytes are a name that the text defines."""
    refs = context.analysis.refs
    return any(refs.get(node) is not None for node in _around(context, start, end))


def _loose(context: Context, at: int) -> bool:
    """Whether there is an operator `>>` that nothing in the text or beside it defines."""
    end = at + len(SEQUENCE)
    operators = [node for node in _around(context, at, end) if node.field == "operator"]
    if not operators or any(node in context.analysis.types for node in operators):
        return False
    return not _bound(context, at, end) and not _defined(context)


def _defined(context: Context) -> bool:
    return b"( >> )" in context.source.data or b"(>>)" in context.source.data


def _strangers(context: Context, places: list[int]) -> bool:
    """Whether a module that nobody here knows is opened, for the file or around one of the places:
    it may define an operator."""
    known = {use.node for use in context.analysis.opens}
    for node in context.tree.root.descendants():
        whole = node.kind in ("open_module", "include_module")
        local = node.kind in ("let_open_expression", "local_open_expression")
        around = local and any(node.start < at < node.end for at in places)
        if (whole or around) and node not in known:
            return True
    return False


# -- the fix ---------------------------------------------------------------------------------------
#
# Plain OCaml with Lwt's functions: what each word means is what camlp4 made of it (lwt 2.5,
# syntax/pa_lwt.ml). All of a file is rewritten at once, as a text with some of the words left
# cannot be parsed.


TITLE = "Write plain Lwt for camlp4's syntax in this file"

_BINDS = (">>=", ">|=", ">>")
# Whose last part goes on as far to the right as it can.
_OPEN = (
    *("let_expression", "fun_expression", "function_expression", "match_expression"),
    *("try_expression", "if_expression", "sequence_expression", "let_open_expression"),
)
_CASES = ("match_expression", "function_expression", "try_expression")
# Around an expression: something that closes behind it by a word or a bracket of its own.
_CLOSING = ("parenthesized_expression", "let_binding", "do_clause", "match_case", "item_extension")
_THROUGH = ("let_expression", "fun_expression", "then_clause", "else_clause", "if_expression")
_SIMPLE = ("value_pattern", "value_name", "unit", "any_pattern", "parenthesized_pattern")
_CONSTANT = ("number", "value_path")


class Camlp4(NamedTuple):
    """Words of Lwt's syntax extension. words: all of them in the file, by their places."""

    words: dict[int, bytes]

    def edit(self, editor: Editor) -> str:
        """The fix that leaves no word of the extension in the finding's file."""
        shown = shadow(editor.source.data, self.words)
        read = Context(editor.project.with_file(editor.file, shown), editor.file)
        editor.edits, editor.first = _Plain(read, self.words).edits(), True
        return TITLE


class _Plain:
    """Edits of one file. context: its text as OCaml; words: where a keyword stands for a word."""

    def __init__(self, context: Context, words: dict[int, bytes]) -> None:
        self.context = context
        self.tree = context.tree
        self.words = words
        self._replaced: dict[int, tuple[int, str]] = {}
        self._opened: dict[int, str] = {}
        self._closed: dict[int, str] = {}
        self._top: dict[int, str] = {}
        self._names = {
            context.text(node)
            for node in context.tree.root.descendants()
            if node.kind in ("value_name", "value_pattern")
        }

    def edits(self) -> list[Edit]:
        """All edits, sorted; what is opened or closed at one place is one edit."""
        rewriters: dict[str, Callable[[Node], None]] = {
            "let_expression": self._let,
            "match_expression": self._match,
            "try_expression": self._try,
            "for_expression": self._for,
            "while_expression": self._while,
            "infix_expression": self._sequence,
            "application_expression": self._applied,
        }
        for node in reversed(self.tree.root.descendants()):
            rewriter = rewriters.get(node.kind)
            if rewriter is not None and not node.of("ERROR"):
                rewriter(node)
        places = {*self._replaced, *self._opened, *self._closed, *self._top}
        return [self._edit(at) for at in sorted(places)]

    def _edit(self, at: int) -> Edit:
        end, text = self._replaced.get(at, (at, ""))
        text = self._closed.get(at, "") + self._top.get(at, "") + self._opened.get(at, "") + text
        return Edit(self.context.name, at, end, text)

    # -- pieces of text -------------------------------------------------------------------------

    def _replace(self, start: int, end: int, text: str) -> None:
        self._replaced[start] = (end, text)

    def _around(self, node: Node, before: str, after: str) -> None:
        """Text around a node, outside of what its parts got before."""
        self._opened[node.start] = before + self._opened.get(node.start, "")
        self._closed[node.end] = self._closed.get(node.end, "") + after

    def _text(self, node: Node) -> str:
        return self.context.text(node)

    def _word(self, node: Node) -> bool:
        """Whether a construct begins with a word of the extension."""
        return node.start in self.words

    def _fresh(self, name: str) -> str:
        """A name that the file does not have."""
        stem, number = name.rstrip("0123456789"), 1
        while name in self._names:
            number += 1
            name = f"{stem}{number}"
        return name

    def _indent(self, node: Node) -> str:
        return self.context.source.indent(node.start)

    def _infix(self, node: Node) -> bool:
        """Whether `>>=` can be written at a place, where need be behind an `open`."""
        edits = operator_edits(self.context, node, ">>=")
        self._top.update((start, text) for _file, start, _end, text in edits or ())
        return edits is not None

    # -- a promise bound to a pattern -----------------------------------------------------------

    def _let(self, node: Node) -> None:
        definition, body = node.part("value_definition"), node.child("body")
        within = node.part("in")
        if not definition or not within or not body or not self._word(definition):
            return
        bindings = definition.of("let_binding")
        promises = [binding.get("body") for binding in bindings]
        patterns = [self._pattern(binding) for binding in bindings]
        if not all(promises) or not all(patterns):
            return
        if len(bindings) > 1:
            self._lets(node, definition, within, patterns)
            return
        promise = promises[0]
        assert promise is not None
        self._bind(node, promise, (node.start, promise.start), within, f"fun {patterns[0]} ->")

    def _lets(self, node: Node, definition: Node, within: Node, patterns: list[str]) -> None:
        """Several promises at once: all of them run before the first is waited for."""
        names: list[str] = []
        chain = ""
        for binding, pattern in zip(definition.of("let_binding"), patterns, strict=True):
            names.append(self._fresh(f"promise{len(names) + 1}"))
            found, equals = binding.child("pattern"), binding.part("=")
            assert found
            assert equals
            self._replace(found.start, equals.start, f"{names[-1]} ")
            link = f"{names[-1]} >>= fun {pattern} -> "
            chain += link if self._infix(node) else f"Lwt.bind {names[-1]} (fun {pattern} -> "
        closing = "" if self._infix(node) else ")" * len(names)
        self._replace(node.start, node.start + len("lwt"), "let")
        self._replace(within.start, within.end, f"in\n{self._indent(within)}{chain.rstrip()}")
        self._around(node, "", closing)

    def _pattern(self, binding: Node) -> str:
        """The parameter that binds what a `let` binds; "" where that defines a function."""
        pattern, equals = binding.child("pattern"), binding.part("=")
        if not pattern or not equals or binding.of("parameter"):
            return ""
        text = self.context.source.text(pattern.start, equals.start).strip()
        siblings = binding.children
        alone = siblings[siblings.index(pattern) + 1] is equals
        return text if alone and pattern.kind in _SIMPLE else f"({text})"

    def _match(self, node: Node) -> None:
        promise, within = node.child("expression"), node.part("with")
        if not promise or not within or not self._word(node):
            return
        self._bind(node, promise, (node.start, promise.start), within, "function")

    def _bind(
        self, node: Node, promise: Node, head: tuple[int, int], within: Node, function: str
    ) -> None:
        """`promise >>= function body` for what began with a `head` and a word `within`."""
        if self._infix(node):
            self._replace(*head, "")
            self._replace(within.start, within.end, f">>= {function}")
            if not _operand(promise):
                self._around(promise, "(", ")")
            if not _stands_right(node):
                self._around(node, "(", ")")
            return
        self._replace(*head, "Lwt.bind ")
        self._around(promise, "(", ")")
        self._replace(within.start, within.end, f"({function}")
        self._around(node, "", ")")

    def _sequence(self, node: Node) -> None:
        """`one >> other`, which waits for one and forgets what it gives."""
        left, operator, right = node.child("left"), node.child("operator"), node.child("right")
        if not left or not operator or not right or self._text(operator) != ">>":
            return
        if self.context.analysis.refs.get(operator) is not None:
            return
        pattern = "()" if self._gives_unit(left) else "_"
        if not self._infix(node):
            self._around(left, "Lwt.bind (", ")")
            self._replace(operator.start, operator.end, f"(fun {pattern} ->")
            self._around(right, "", ")")
        elif _ends_free(node):
            self._replace(operator.start, operator.end, f">>= fun {pattern} ->")
        else:
            self._replace(operator.start, operator.end, f">>= (fun {pattern} ->")
            self._around(right, "", ")")

    def _gives_unit(self, promise: Node) -> bool:
        """Whether a promise is one of unit, and stays one whatever other fixes change in it."""
        call = unwrapped(promise)
        if self._text(call.child("operator")) == ">>":
            return self._gives_unit(call.child("right"))
        inside = [a for argument in call.all("argument") for a in argument.descendants()]
        stays = call.kind == "application_expression" and all(
            self._keeps_its_result(node) for node in (call.child("function"), *inside)
        )
        return stays and (self._was_unit(call) or is_unit_promise(self.context, call))

    def _was_unit(self, call: Node) -> bool:
        """Whether a promise is one of what was unit by the interface that it comes from."""
        type_ = self.context.type_of(call)
        args = type_.args if isinstance(type_, Con) else ()
        inner = prune(args[0]) if len(args) == 1 else None
        given = inner.mark.use if isinstance(inner, Var) and inner.mark is not None else None
        uses = (self.context.use_at(call.child("function")), given)
        return any(isinstance(u, Use) and u.mark is not None and not u.item.watched for u in uses)

    def _keeps_its_result(self, node: Node) -> bool:
        """Whether a value that the target changed still gives what it gave."""
        use = self.context.use_at(node)
        changes = use.item.changes if use is not None else ()
        return all(self.context.rule(name).kind in _SAME_RESULT for name in changes)

    # -- exceptions -----------------------------------------------------------------------------

    def _try(self, node: Node) -> None:
        body, within, cases = node.child("expression"), node.part("with"), node.of("match_case")
        if not body or not within or not cases or not self._word(node):
            return
        self._replace(node.start, node.start + len("try_lwt"), "Lwt.catch (fun () ->")
        self._around(body, "", ")")
        data = self.context.source.data
        leads = not data[data.rfind(b"\n", 0, within.start) + 1 : within.start].strip()
        self._replace(within.start, within.end, "  (function" if leads else "(function")
        last = cases[-1]
        pattern, value = last.child("pattern"), last.child("body")
        if not pattern or not value:
            return
        if _catches_all(last, pattern):
            self._around(node, "", ")")
            return
        if _ends_in_cases(value):
            self._around(value, "(", ")")
        line = self.context.source.line_of
        bar = node.of("|")
        same = line(node.start) == line(node.end - 1)
        between = " " if same else f"\n{self._indent(bar[-1] if bar else within)}"
        self._around(node, "", f"{between}| exn -> Lwt.fail exn)")

    def _applied(self, node: Node) -> None:
        """`raise_lwt` and `assert_lwt`, which the parser takes for functions."""
        function = node.child("function")
        arguments = node.all("argument")
        word = self.words.get(function.start) if function else None
        if not function or len(arguments) != 1:
            return
        if word == b"raise_lwt":
            self._replace(function.start, function.end, "Lwt.fail")
        elif word == b"assert_lwt":
            self._replace(function.start, function.end, "Lwt.wrap (fun () -> assert")
            self._around(node, "", ")")

    # -- loops ----------------------------------------------------------------------------------

    def _for(self, node: Node) -> None:
        name, first, last = node.child("name"), node.child("from"), node.child("to")
        down = bool(node.first("downto"))
        if not name or not first or not last or not self._word(node):
            return
        loop, index = self._fresh("loop"), self._text(name)
        if index == "_":
            index = self._fresh("i")
        bound, before = self._text(last), ""
        if last.kind not in _CONSTANT:
            before, bound = f"let last = {bound} in\n", self._fresh("last")
            before = before.replace("last", bound, 1)
        compared, step = ("<", "-") if down else (">", "+")
        self._loop(
            node,
            before,
            f"let rec {loop} {index} =\n",
            f"if {index} {compared} {bound} then Lwt.return_unit else ",
            f"fun () -> {loop} ({index} {step} 1)",
            "",
            f"{loop} {_argument(self._text(first), first)}",
        )

    def _while(self, node: Node) -> None:
        condition = node.child("condition")
        if not condition or not self._word(node):
            return
        loop, asked = self._fresh("loop"), self._text(condition)
        endless = asked == "true"
        clause = node.first("do_clause")
        body = clause.named_children if clause is not None else []
        if endless and self._infix(node) and len(body) == 1 and self._continues(body[0]):
            self._endless(node, loop)
            return
        self._loop(
            node,
            "",
            f"let rec {loop} () =\n",
            "" if endless else f"if {asked} then ",
            loop,
            "" if endless else " else Lwt.return_unit",
            f"{loop} ()",
        )

    def _continues(self, body: Node) -> bool:
        """Whether `>>=` behind a body binds what the whole of it gives."""
        while body.start not in self.words:
            if body.kind in ("sequence_expression", "let_expression", "fun_expression"):
                if not (body := body.children[-1]).named:
                    return False
            elif body.kind == "infix_expression":
                operator, right = body.get("operator"), body.get("right")
                name = _name(operator) if operator is not None else ""
                if right is None or name not in (">>=", ">|=", SEQUENCE.decode()):
                    return False
                body = right
            else:
                return body.kind not in _OPEN
        return False

    def _endless(self, node: Node, loop: str) -> None:
        """`let rec loop () = body >>= loop in loop ()`."""
        clause = node.first("do_clause")
        do, done = (clause.first("do"), clause.first("done")) if clause else (None, None)
        if do is None or done is None or clause is None:
            return
        body, indent = clause.named_children[0], self._indent(node)
        self._replace(node.start, do.end, f"let rec {loop} () =")
        blank = not self.context.source.text(body.end, done.start).strip()
        start = body.end if blank else done.start
        one = self.context.source.line_of(node.start) == self.context.source.line_of(done.end)
        between = " " if one else f"\n{indent}"
        self._replace(start, done.end, f" >>= {loop} in{between}{loop} ()")
        if not (_stands_right(node) and _ends_free(node, strict=True)):
            self._around(node, "(", ")")

    def _loop(
        self, node: Node, before: str, head: str, test: str, again: str, otherwise: str, begin: str
    ) -> None:
        """A function that calls itself. before: what is worked out once; test: what comes before
        the body; again, otherwise: what comes behind it; begin: the first call."""
        clause = node.part("do_clause")
        do, done = (clause.first("do"), clause.first("done")) if clause else (None, None)
        if not clause or do is None or done is None:
            return
        if not clause.named_children or any(node.start < at < do.start for at in self.words):
            return
        indent = self._indent(node)
        top = f"{before}{indent}{head}" if before else head
        infix = self._infix(node)
        self._replace(
            node.start, do.end, f"{top}{indent}  {test}{'' if infix else 'Lwt.bind '}begin"
        )
        end = (
            f"end >>= {again}"
            if infix
            else f"end {again if again.isidentifier() else f'({again})'}"
        )
        self._replace(done.start, done.end, f"{end}{otherwise} in\n{indent}{begin}")
        if not (_stands_right(node) and _ends_free(node, strict=True)):
            self._around(node, "(", ")")


def _argument(text: str, node: Node) -> str:
    return text if node.kind in (*_CONSTANT, "parenthesized_expression") else f"({text})"


def _operand(node: Node) -> bool:
    """Whether an expression can stand on the left of `>>=` as it is."""
    if node.kind == "infix_expression":
        operator, right = node.child("operator"), node.child("right")
        binds = bool(operator) and node.item is not None and _name(operator) in _BINDS[:2]
        return binds and bool(right) and right.kind not in _OPEN and _operand(right)
    return node.kind not in _OPEN and not node.kind.endswith(("tuple_expression", "set_expression"))


def _name(operator: Node) -> str:
    return operator.item.data[operator.first_byte : operator.last_byte].decode()


def _stands_right(node: Node) -> bool:
    """Whether what stands to the left of a node leaves an operator in it alone."""
    parent = node.above
    if parent.kind != "infix_expression" or node.field != "right":
        return True
    operator = parent.child("operator")
    return bool(operator) and _name(operator) == ">>"


def _ends_free(node: Node, strict: bool = False) -> bool:
    """Whether a node may go on as far to the right as it can. strict: nothing may follow it, not
    even what it would be bound to."""
    parent = node.above
    if not parent or parent.kind in _CLOSING:
        return True
    if parent.kind == "infix_expression" and node.field == "left":
        operator = parent.child("operator")
        if strict or not operator or _name(operator) not in _BINDS:
            return False
    elif parent.kind == "sequence_expression":
        if parent.children[-1] is not node:
            return False
    elif parent.kind not in (*_THROUGH, "infix_expression"):
        return parent.kind in _CASES and node.field == "expression"
    return _ends_free(parent, strict)


def _catches_all(case: Node, pattern: Node) -> bool:
    return pattern.kind in ("value_pattern", "value_name", "any_pattern") and not case.of("guard")


def _ends_in_cases(node: Node) -> bool:
    """Whether a further case behind an expression would be taken for one of its own."""
    while node.kind not in _CASES:
        if node.kind not in (*_OPEN, "infix_expression", "then_clause", "else_clause"):
            return False
        node = node.named_children[-1]
    return True
