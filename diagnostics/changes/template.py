"""Templates as an interface or a page has them: what a call was given, and what is written now (see
`templates`).

A parameter may also be a tuple, a list of tuples or a call; `composed` is about these.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from mirageport.api.fate import labels_at, labels_of
from mirageport.diagnostics.reach import written
from mirageport.ocaml.modules import ApiValue
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.source import Source
from mirageport.ocaml.tree import NO_NODE, READER, label_of, parse, unwrapped, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Node, Rule, Use

KIND = "template"
SELF = "Rel."
DROPPED = "_"
# What may be evaluated at any time, and any number of times.
ATOMS = frozenset(["value_path", "number", "string", "boolean", "unit", "constructor_path"])
_PLAIN = ATOMS | {
    *("tag", "label_name", "character", "quoted_string", "fun_expression", "function_expression")
}
# What is made of such parts.
_PARTS = frozenset(
    [
        *("tuple_expression", "list_expression", "array_expression", "parenthesized_expression"),
        *("typed_expression", "field_get_expression", "sign_expression"),
    ]
)
# What evaluates each of its parts once, whenever it is evaluated, the last first.
_STRAIGHT = _PARTS | {
    *("application_expression", "labeled_argument", "infix_expression", "prefix_expression"),
    *("cons_expression", "record_expression", "field_expression", "local_open_expression"),
}
_LAZY = frozenset(["&&", "||"])
_LET = "let _ = "  # what makes a file of a template


class UnreadableTemplate(Exception):
    """A parameter of a template means nothing; its text says why."""


class Pattern(NamedTuple):
    """A parameter that is a tuple, a list of tuples, or a call. names: what the tuple's parts are
    called, or all arguments of the call. each: for a list. function: what the call calls. unit: the
    part of the body that is made of the parts alone; `NO_NODE` where there is none."""

    names: tuple[str, ...]
    each: bool = False
    function: str = ""
    unit: Node = NO_NODE


def pattern_of(parameter: Node, body: Node) -> Pattern | None:
    """What a parameter of a template has to say of its argument; None where it is a name, a literal
    or a type. Raises `UnreadableTemplate`."""
    found = parameter.child("pattern")
    if _value_of(found):
        return None
    if found.kind == "extension":
        calls = (each for each in found.descendants() if each.kind == "application_expression")
        call = next(calls, NO_NODE)
        if call.child("argument").kind != "value_path":
            raise UnreadableTemplate(
                f"`{READER.text(found)}` is no call: write a function and a name for what it is "
                "given, such as `[%call M.f given]`"
            )
        function, given = READER.text(call.child("function")), READER.text(call.child("argument"))
        return Pattern((given,), function=function)
    each = found.kind == "list_pattern"
    inner = next((n for n in found.descendants() if n.kind == "tuple_pattern"), None)
    if inner is None:
        return None
    names = tuple(map(READER.text, inner.named_children))
    made = [n for n in body.descendants() if n is not body and _is_made_of(n, names, each)]
    unit = made[-1] if made else NO_NODE
    return Pattern(names, each, unit=unit)


def _value_of(pattern: Node) -> str:
    """The value that `[%value M.x]` names; "" for any other pattern."""
    named = READER.text(pattern.part("attribute_id")) == "value"
    return READER.text(pattern.part("attribute_payload")).strip() if named else ""


def _is_made_of(part: Node, names: tuple[str, ...], each: bool) -> bool:
    """Whether a part of a body has all these names and no others that are values."""
    if part.kind != ("list_expression" if each else "application_expression"):
        return False
    used = [n for n in part.descendants() if n.kind in ("value_path", "label_name")]
    own = [READER.text(n) for n in used if "." not in READER.text(n)]
    return sorted(own) == sorted(names)


class Hole(NamedTuple):
    """A parameter of a template. name: "" where it is a literal. type: what the argument was, the
    name of its constructor; "" for any other type, None where nothing is said. optional: whether it
    need not be given. value: the value of an interface that has to stand there."""

    label: str
    name: str
    literal: str
    type: str | None
    pattern: Pattern | None = None
    optional: bool = False
    value: str = ""


class Template:
    """What a page says a call becomes, read once. text: the function; holes: its parameters; body:
    what a call of it is; head: the function that the body calls, or what it names, "" for anything
    else. names: the nodes of the body that are names, and modules of `Rel` that it opens. options:
    those that stand for the value of an optional parameter. calls: the calls in the body, by the
    functions. items: the arguments in the body, with the holes that each names. takes: the argument
    that a hole goes into. labels, added: the labels, and the arguments, that only the body has;
    lost: the labels that it does not have. straight: whether the body evaluates each hole that it
    names whenever it is evaluated itself. needed: labels that a call has to have, those with `-`
    before them that it must not have. place: the type that a use has to have; "" for any, None
    where no template asks for one."""

    def __init__(self, text: str, needed: tuple[str, ...] = (), place: str | None = None) -> None:
        function = _function(text)
        self.text = text
        self.needed = needed
        self.place = place
        self.body = function.child("body") if function.kind == "fun_expression" else function
        body = self.body
        patterns = [pattern_of(each, body) for each in function.of("parameter")]
        holes = map(_hole, function.of("parameter"), patterns)
        self.holes = tuple(holes)
        self.composed = any(patterns)
        self.values = frozenset(filter(None, (hole.value for hole in self.holes)))
        called = body if body.kind == "value_path" else body.child("function")
        self.head = READER.text(called) if called.kind != "local_open_expression" else ""
        self.names = [(READER.text(n), n) for n in body.descendants() if _is_read(n)]
        self.calls: dict[str, Node] = {}
        for node in body.descendants():
            if function := node.child("function"):
                self.calls.setdefault(READER.text(function), node)
        optional = {hole.name for hole in self.holes if hole.optional}
        self.options = {n for name, n in self.names if name in optional and not n.above.part("?")}
        self.is_hole = self.head in {hole.name for hole in self.holes}
        self.items = {item: self.named(item) for item in body.all("argument")}
        own = {label_of(item): item for item in self.items if label_of(item)}
        into = {name: item for item, names in self.items.items() for name in names}
        self.takes = {h: into.get(h.name) or own.get(h.label, NO_NODE) for h in self.holes}
        self.labels = own.keys() - {hole.label for hole in self.holes}
        self.lost = {hole.label for hole in self.holes} - own.keys() - {""}
        self.added = [
            item
            for item, names in self.items.items()
            if not names and (not label_of(item) or label_of(item) in self.labels)
        ]
        known = {hole.name for hole in self.holes}
        self.straight = all(self._is_straight(node) for name, node in self.names if name in known)
        self.in_place = self._in_place()

    def within(self, part: Node) -> list[tuple[str, Node]]:
        """The names in a part of the body, in order."""
        return [each for each in self.names if part.start <= each[1].start < part.end]

    def resolved(self, context: Context, use: Use) -> str:
        """The function, with its paths as the text names them where a value is used."""
        text = self.text
        for path, node in reversed(self.names):
            if "." in path:
                at = node.start - len(_LET)
                text = f"{text[:at]}{resolved_path(context, use, path)}{text[at + len(path) :]}"
        return text

    def named(self, part: Node) -> list[str]:
        """The holes that a part of the body names, in order."""
        known = {hole.name for hole in self.holes} - {DROPPED}
        return [name for name, _node in self.within(part) if name in known]

    def _is_straight(self, node: Node) -> bool:
        while node is not self.body:
            inner, node = node, node.above
            asked = node.kind == "if_expression" and inner.field == "condition"
            lazy = READER.text(node.child("operator")) in _LAZY
            if not asked and (node.kind not in _STRAIGHT or lazy):
                return False
        return True

    def _in_place(self) -> bool:
        """Whether each argument is written where it stands: an application whose arguments have one
        hole each, in the order of the call, with a label where it had one."""
        found = [name for names in self.items.values() for name in names]
        order = [hole.name for hole in self.holes if not hole.label]
        plain = [name for name in found if name in order]
        return (
            bool(self.holes and self.head)
            and not (self.is_hole or self.options)
            and self.straight
            and all(not h.label or not item or label_of(item) for h, item in self.takes.items())
            and self.body.kind in ("application_expression", "value_path")
            and all(len(names) < 2 for names in self.items.values())
            and len(found) == len(set(found))
            and plain == [name for name in order if name in plain]
        )


def is_name(node: Node) -> bool:
    """Whether a node is a name that is read, or a label that stands for one, as in `~x`."""
    pun = node.kind == "label_name" and not node.above.child("expression")
    return pun or node.kind in ("value_path", "constructor_path")


def _is_read(node: Node) -> bool:
    """Whether a node of a template is a name that is read, or the module of `Rel.M.(..)` or of
    `let open Rel.M in`. Raises `UnreadableTemplate`."""
    opened = node.above.kind in ("local_open_expression", "open_module")
    if node.kind != "module_path" or not opened:
        return is_name(node)
    path = READER.text(node)
    if path == SELF.rstrip("."):
        raise UnreadableTemplate(
            f"`{path}` alone cannot be opened: write `{SELF}` before each name"
        )
    return path.startswith(SELF)


def is_plain(node: Node) -> bool:
    """Whether an expression may be evaluated at any time, and any number of times."""
    if node.kind in _PARTS:
        return all(map(is_plain, node.named_children))
    return node.kind in _PLAIN or node.kind.endswith(("_type", "_path", "_operator"))


@cache
def templates(text: str) -> tuple[Template, ...]:
    """The functions that a page writes."""
    if "[%context" in text:
        return tuple(Template(body, place=place) for place, body in _cases(text))
    first, *others = text.replace("| fun ", "|fun ").split(" |fun ")
    every = [first, *(f"fun {other}" for other in others)]
    return tuple(made for each in every for made in _with_defaults(each, ()))


def _function(text: str) -> Node:
    """The node of a template, `_LET` being before its text."""
    root = parse(Source(f"{_LET}{text}".encode())).root
    return root.children[0].part("let_binding").child("body")


def _cases(text: str) -> Iterator[tuple[str, str]]:
    """The cases of `function [%context: type] -> .. | _ -> ..`: a type, "" for `_`, and what is
    written where a value is used as that."""
    for case in _function(text).of("match_case"):
        pattern = case.child("pattern")
        place = READER.text(pattern.part("attribute_payload")).strip()
        yield place, READER.text(case.child("body"))


def _with_defaults(text: str, needed: tuple[str, ...]) -> Iterator[Template]:
    """The templates that one with `?(x = default)` is: one for calls with the argument, and one,
    which has the default in its place, for those without."""
    function = _function(text)
    for parameter in function.of("parameter"):
        default = parameter.child("default")
        if default:
            label, name = _labelled(parameter)
            start, end = parameter.start - len(_LET), parameter.end - len(_LET)
            given = f"{text[:start]}~{label}{f':{name}' if name != label else ''}{text[end:]}"
            yield from _with_defaults(given, (*needed, label))
            value, without = READER.text(default), text
            for node in reversed([n for n in function.descendants() if is_name(n)]):
                if READER.text(node) == name and node.start > parameter.end:
                    at = node.start - len(_LET)
                    new = f"{name}:{value}" if node.kind == "label_name" else value
                    without = f"{without[:at]}{new}{without[at + len(name) :]}"
            yield from _with_defaults(f"{without[:start]}{without[end:]}", (*needed, f"-{label}"))
            return
    yield Template(text, needed)


def _labelled(parameter: Node) -> tuple[str, str]:
    """The label of a parameter, and what it is called."""
    name = READER.text(parameter.child("pattern"))
    return READER.text(parameter.part("label_name")) or name, name


def _hole(parameter: Node, pattern_: Pattern | None) -> Hole:
    if pattern_:
        return Hole("", "", "", None, pattern_)
    label, pattern = parameter.part("label_name"), parameter.child("pattern")
    type_ = parameter.child("type")
    if pattern.kind == "typed_pattern":
        pattern, type_ = pattern.child("pattern"), pattern.child("type")
    of = READER.text(type_) if type_.kind == "type_constructor_path" else ""
    text = READER.text(pattern or label)
    literal = "" if not pattern or pattern.kind in ("value_pattern", "any_pattern") else text
    optional = bool(parameter.part("?"))
    labelled = optional or parameter.part("~")
    with_label = READER.text(label or pattern) if labelled else ""
    value = _value_of(pattern)
    if value:
        return Hole(with_label, "", "", None, value=value)
    name = "" if literal else text
    return Hole(with_label, name, literal, of if type_ else None, None, optional)


def templates_of(use: Use, found: Rule) -> tuple[Template, ...]:
    """What a use may become: what stands beside its item, or on the page."""
    return templates(use.item.becomes or found.options["becomes"])


def path_now(use: Use, template: Template) -> str:
    """The path of what a template writes for a value."""
    head = template.head
    return f"{use.item.owner}.{head.removeprefix(SELF)}" if SELF in head else head


def without_place(
    context: Context, use: Use, template: Template, labelled: dict[str, Node]
) -> list[Node]:
    """The labelled arguments of a call that have no parameter, and no place in what is written:
    only the value before is known to take them."""
    declared = use.module.value(use.item.name)
    before = labels_of(declared) if isinstance(declared, ApiValue) else []
    own = {hole.label for hole in template.holes} | template.labels
    whole = template.in_place or template.composed
    kept = labels_at(context.pack.judged, path_now(use, template)) if whole else []
    known = {label.lstrip("?") for label in before} - own - {each.lstrip("?") for each in kept}
    return [node for label, node in labelled.items() if label in known]


def value_at(context: Context, argument: Node) -> str:
    """The path of the value of an interface that an argument is; "" for any other."""
    use = context.use_at(unwrapped(value_of(argument)))
    return use.item.path if use is not None else ""


def taken(context: Context) -> frozenset[Node]:
    """The arguments that templates of the calls around them are about, `[%value M.x]`."""
    return frozenset(
        unwrapped(value_of(argument))
        for use, found in context.ruled(KIND)
        for template in templates_of(use, found)
        if template.values and len(use.arguments) >= len(template.holes)
        for argument in use.arguments
        if value_at(context, argument) in template.values
    )


def resolved_path(context: Context, use: Use, path: str) -> str:
    """A path of a template as the text names it."""
    home, part, name = path.partition(f".{SELF}")
    if part:
        return f"{home}.{use.module.path.rpartition('.')[2]}.{name}"
    if path.startswith(SELF):
        return use.sibling(path.removeprefix(SELF))
    return written(context, use.node, path)
