"""Devices that config.ml makes itself: `connect` gives a piece of code since 4.5, and a device is a
call of `impl` with labels since 4.0, no object.

Facts: mirage v3.10.8 with functoria v3.1.2 lib/functoria.mli (`configurable`), mirage v4.4.2 and
v4.11.1 lib/functoria/DSL.mli (`impl`, `code`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.facts import rewriting
from mirageport.ocaml.tree import NO_NODE, Arguments, bare, unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Finding, Node, Rule, Use

KIND, TYPE = "device-impl", "device-type"
CONNECT, OBJECT = "device-connect", "device-object"

_BASE = ("base_configurable", "Mirage.base_configurable")
_CODE = "code ~pos:__POS__"
_FORMATS = ("Fmt.str", "Fmt.strf", "Printf.sprintf", "Format.sprintf", "Format.asprintf")
_RAISING = ("failwith", "invalid_arg", "raise", "connect_err", "Mirage.connect_err")
_FUNCTIONS = ("fun_expression", "function_expression")
_SIMPLE = ("string", "value_path", "parenthesized_expression", "list_expression", "empty_list")
_BODIES = ("let_binding", "let_expression", "parenthesized_expression", "match_case")
# What `impl` has a label for; the name of an object only named a variable.
_METHODS = frozenset(["ty", "name", "module_name", "packages", "deps", "connect"])


class _Unreadable(Exception):
    """A part of a device that is written in a way not read here: what it is."""


def find(context: Context) -> Iterator[Finding]:
    """The devices that config.ml makes as until 4.4."""
    if not context.is_config:
        return
    for named in context.analysis.constructor_uses.values():
        for rule in context.rules_of(named.item.changes, TYPE):
            old = context.text(named.node)
            new = old.replace("Type", "typ")
            built = named.node.above.kind == "application_expression" and new != old
            facts = rewriting(f"Write `{new}`", [context.replace(named.node, new)] if built else [])
            yield context.used(rule, named, facts)
    rules = {rule.name: rule for _use, rule in context.ruled(KIND)}
    for use in dict.fromkeys(use for use, _rule in context.ruled(KIND)):
        given = Arguments(use.arguments)
        if any(node.kind == "string" for node in given.plain):
            yield from _connects(context, given.value("connect"))
        elif OBJECT in rules:
            yield _object(context, use, given.plain, rules[OBJECT])


def _object(context: Context, use: Use, given: list[Node], rule: Rule) -> Finding:
    """The finding at a call of `impl` that is given an object."""
    call = use.node.above
    if not given and context.text(call.child("operator")) == "@@":
        given = [call.child("right")]
    try:
        node = unwrapped(given[0]) if len(given) == 1 else NO_NODE
        if node.kind != "object_expression":
            raise _Unreadable("its object is not written here")
        text = _Object(context, node).text(call)
    except _Unreadable as why:
        return context.used(rule, use, message=f"{rule.message} By hand: {why}.")
    edit = context.replace(call, text)
    return context.used(rule, use, rewriting("Write it with labels", [edit]))


# -- connect ---------------------------------------------------------------------------------------


def _connects(context: Context, value: Node) -> Iterator[Finding]:
    """What the function of a `~connect` gives, where that is a string."""
    name = context.bound(value)
    function = name.above if name.above.kind == "let_binding" else unwrapped(value)
    for node in _ends(function):
        new = _code(context, node)
        if new is None:
            continue
        at, text = new
        facts = rewriting("Write it as code", [context.replace(at, text)]) if text else None
        yield context.finding(context.rule(CONNECT), at, facts)


def _ends(node: Node) -> Iterator[Node]:
    """What a function gives, at the end of each of its branches."""
    if node.kind in _FUNCTIONS and node.of("match_case"):
        yield from (end for case in node.of("match_case") for end in _ends(case.child("body")))
    elif node.kind in ("let_binding", "let_expression", *_FUNCTIONS):
        yield from _ends(node.child("body"))
    elif node.kind in ("match_expression", "try_expression"):
        yield from (end for case in node.of("match_case") for end in _ends(case.child("body")))
    elif node.kind == "if_expression":
        for clause in node.of("then_clause", "else_clause"):
            yield from _ends(clause.named_children[0])
    elif node.kind == "sequence_expression":
        yield from _ends(node.named_children[-1])
    elif bare(node) is not node:
        yield from _ends(bare(node))
    elif node:
        yield node


def _code(context: Context, node: Node) -> tuple[Node, str] | None:
    """What has to be replaced so that an end gives code, and by what: "" where that is unknown;
    None where nothing has to be."""
    left = node
    while left.kind == "infix_expression" and context.text(left.child("operator")) == "@@":
        left = left.child("left")
    head = left.child("function") if left.kind == "application_expression" else left
    called = context.text(head)
    use = context.use_at(head)
    if (use is not None and use.item.path == "Mirage.code") or called in _RAISING:
        return None
    if node.kind == "assert_expression":
        return None
    if called in _FORMATS and head is not node:
        return head, _CODE
    if node.kind in ("string", "quoted_string"):
        return node, f"{_CODE} {context.text(node).replace('%', '%%')}"
    simple = node.kind in ("value_path", "parenthesized_expression")
    text = context.text(node) if simple else f"({context.text(node)})"
    return node, f'{_CODE} "%s" {text}' if context.type_name(node) == "string" else ""


# -- objects ---------------------------------------------------------------------------------------


class _Object:
    """A device that is an object, as a call of `impl`."""

    def __init__(self, context: Context, node: Node) -> None:
        self.context = context
        self.methods: dict[str, Node] = {}
        for part in node.named_children:
            if part.kind == "inheritance_definition":
                if context.text(part.part("class_path")) in _BASE:
                    continue
                raise _Unreadable("it inherits from another class")
            name = context.text(part.part("method_name"))
            if part.kind == "comment":
                continue
            if part.kind != "method_definition" or name not in _METHODS:
                what = f"`method {name}` has no label" if name else "it is more than methods"
                raise _Unreadable(what)
            self.methods[name] = part
        if not {"ty", "module_name"} <= self.methods.keys():
            raise _Unreadable("its type or its module is not written here")

    def text(self, call: Node) -> str:
        """The call. Raises `_Unreadable`."""
        connect = self.methods.get("connect")
        labels = [self._packages(), self._deps(), "~connect" if connect else ""]
        parts = [*filter(None, labels), self._argument("module_name"), self._argument("ty")]
        text = f"impl {' '.join(parts)}"
        if not connect:
            return text
        source = self.context.source
        before = source.text(source.line_starts[source.line_of(call.start)], call.start)
        own = not before.strip()
        indent = before if own else f"{before[: len(before) - len(before.lstrip())]}  "
        line = f"{source.newline}{indent}"
        text = f"{self._connect(connect, indent)}{line}in{line}{text}"
        text = text if call.above.kind in _BODIES else f"({text})"
        return text if own else f"{line}{text}"

    def _argument(self, name: str) -> str:
        body = self._body(name)
        text = self.context.text(body)
        return text if body.kind in _SIMPLE else f"({text})"

    def _body(self, name: str) -> Node:
        method = self.methods[name]
        if method.of("parameter") and name != "connect":
            raise _Unreadable(f"`method {name}` takes arguments")
        return method.child("body")

    def _packages(self) -> str:
        if "packages" not in self.methods:
            return ""
        body = self._body("packages")
        given = Arguments(body.all("argument")).plain
        use = self.context.use_at(body.child("function"))
        if use is not None and use.item.path == "Mirage.Key.pure" and len(given) == 1:
            text = self.context.text(given[0])
            return "~packages" if text == "packages" else f"~packages:{text}"
        return f"~packages_v:{self._argument('packages')}"

    def _deps(self) -> str:
        return f"~extra_deps:{self._argument('deps')}" if "deps" in self.methods else ""

    def _connect(self, method: Node, indent: str) -> str:
        """`let connect .. in`, without the `in`, its lines moved to an indentation."""
        context, source = self.context, self.context.source
        changes = []
        for node in _ends(method.child("body")):
            new = _code(context, node)
            if new is not None and not new[1]:
                raise _Unreadable("what `connect` gives is not read here")
            if new is not None:
                changes.append((new[0].start, new[0].end, new[1]))
        text, done = "let ", method.part("method_name").start
        for start, end, new_text in sorted(changes):
            text += source.text(done, start) + new_text
            done = end
        text += source.text(done, method.end)
        if any(node.kind == "quoted_string" for node in method.descendants()):
            return text
        more = method.start - source.line_starts[source.line_of(method.start)] - len(indent)
        first, *others = text.split(source.newline)
        blank = " " * max(more, 0)
        return source.newline.join([first, *(line.removeprefix(blank) for line in others)])
