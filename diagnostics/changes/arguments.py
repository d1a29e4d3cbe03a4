"""Arguments that have another type now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.diagnostics.changes.values import label_of
from mirageport.diagnostics.editor import Editor, atomic
from mirageport.diagnostics.facts import Rewrite, Way
from mirageport.diagnostics.finding import MANUAL, OLD_NAMES, REVIEW
from mirageport.diagnostics.syntax import unwrapped
from mirageport.ocaml.edit import Proposal
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.context import Context
    from mirageport.diagnostics.finding import Finding
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule
    from mirageport.ocaml.analysis import Use
    from mirageport.ocaml.tree import Node


class Int64Arguments(NamedTuple):
    """Arguments that are `int64` now."""

    arguments: tuple[Node, ...]


INT64_ARGUMENTS = "arguments-int64"
NANOSECONDS = "float-became-nanoseconds"
LABELLED = "argument-labelled"
WRAPPED = "argument-wrapped"

_SECOND = 9  # decimal places of a nanosecond in seconds
_LONGEST = 40  # characters of a literal; no delay needs more


def int64s(context: Context) -> Iterator[Finding]:
    """Calls that pass an `int` where the target wants an `int64`; the page's `arguments` are the
    positions, counted from 0."""
    for use, found in context.ruled(INT64_ARGUMENTS):
        positions = [int(position) for position in found.options["arguments"].split()]
        arguments = use.arguments
        given = [arguments[position] for position in positions if position < len(arguments)]
        old = tuple(_still_int(context, use, given))
        name = context.text(use.node)
        if use.call is None or len(arguments) <= positions[0]:
            if use.call is None and use.named.latest:
                continue  # nothing tells which version a name alone was written for
            message = f"`{name}` takes its offset and length as `int64` in {context.target}."
            yield context.finding(
                found, use.node, item=use.item.path, applicability=MANUAL, message=message
            )
        elif old:
            guessed = all(unwrapped(node).kind == "value_path" for node in old)
            yield context.finding(
                found,
                old[0],
                Int64Arguments(old),
                item=use.item.path,
                known_by=(use.item.owner,) if guessed else (),
                end=old[-1].end,
                use=name,
            )


def _still_int(context: Context, use: Use, given: list[Node]) -> list[Node]:
    """The arguments that are `int`.

    A variable of no known type is taken for one only where nothing speaks of the target: neither
    the device's type nor another argument.
    """
    rest = [node for node in given if context.analysis.type_name(node) != "int64"]
    if len(rest) == len(given) and not use.named.latest:
        return rest
    return [node for node in rest if unwrapped(node).kind != "value_path"]


def nanoseconds(context: Context) -> Iterator[Finding]:
    """Delays in float seconds that are `int64` nanoseconds now."""
    for use, found in context.ruled(NANOSECONDS):
        new = use.sibling(found.options["to"])
        name = context.text(use.node)
        if use.call is None:
            message = f"`{name}` is `{new}` in {context.target} and takes nanoseconds as `int64`."
            yield context.finding(
                found, use.node, item=use.item.path, applicability=MANUAL, message=message
            )
            continue
        argument = use.arguments[0]
        if found.options["to"] == use.item.name and not _is_float(context, argument):
            continue  # the name is the same at the target
        literal = exact_nanoseconds(context.text(unwrapped(argument)))
        delay = literal or f"(Int64.of_float ({_operand(context, argument)} *. 1e9))"
        applicability = found.applicability if literal else REVIEW
        edits = (
            (context.name, use.node.start, use.node.end, new),
            (context.name, argument.start, argument.end, delay),
        )
        way = Way(f"Wait with `{new}`", applicability, edits)
        yield context.finding(
            found,
            use.node,
            Rewrite((way,)),
            item=use.item.path,
            applicability=applicability,
            use=name,
            new=new,
        )


def _is_float(context: Context, argument: Node) -> bool:
    literal = exact_nanoseconds(context.text(unwrapped(argument)))
    return bool(literal) or context.analysis.type_name(argument) == "float"


def _operand(context: Context, argument: Node) -> str:
    """An argument as the operand of a product: a call needs no parentheses there."""
    inner = unwrapped(argument)
    return context.text(inner if inner.kind == "application_expression" else argument)


def labelled(context: Context) -> Iterator[Finding]:
    """Calls with an argument that has a label now: the page's `position`, counted from 0, of its
    `arguments`, becomes `~label`, or goes where it is the literal that meant `empty`."""
    for use, found in context.ruled(LABELLED):
        given = [node for node in use.arguments if node.kind != "labeled_argument"]
        position, wanted = int(found.options["position"]), int(found.options["arguments"])
        if use.call is None or len(given) < position:
            message = (
                f"`{context.text(use.node)}` takes `~{found.options['label']}` in {context.target}."
            )
            yield context.finding(
                found, use.node, item=use.item.path, applicability=MANUAL, message=message
            )
        elif len(given) == wanted:
            yield _labelled(context, use, found, given[position - 1], given[position])


def _labelled(context: Context, use: Use, found: Rule, previous: Node, argument: Node) -> Finding:
    label = found.options["label"]
    edit = (context.name, argument.start, argument.start, f"~{label}:")
    if context.text(argument) == found.options["empty"]:
        edit = (context.name, previous.end, argument.end, "")
    way = Way(f"Pass it as `~{label}`", found.applicability, (edit,))
    name = context.text(use.node)
    return context.finding(found, use.node, Rewrite((way,)), item=use.item.path, use=name)


def wrapped(context: Context) -> Iterator[Finding]:
    """Calls whose labelled argument is a value of another type now, made of the old one.

    The page's options: `label`; `type`, the name of the new type; `wrap`, the new value with `_`
    for the old one; `literals`, `old => new` pairs, separated by `;`, that come before it.
    """
    for use, found in context.ruled(WRAPPED):
        for node in use.arguments:
            value = node.get("expression")
            if label_of(context, node) != found.options["label"]:
                continue
            known = value or node.first("label_name") or node
            if _is_new(context, known, found.options["type"]):
                continue
            yield _wrapped(context, use, found, node)


def _is_new(context: Context, value: Node, name: str) -> bool:
    """Whether a value has its new type already. What is known of a parameter, or of a name of a
    module that nobody knows, is what this very call says, so a file that names nothing former
    is believed."""
    inner = unwrapped(value)
    if _is_only_believed(context, inner) and not context.old:
        return True
    return context.analysis.type_name(inner) == name


def _is_only_believed(context: Context, inner: Node) -> bool:
    bound = context.analysis.refs.get(inner)
    if bound is None:
        return inner.kind == "value_path"
    return bound.node.up("parameter") is not None


def _wrapped(context: Context, use: Use, found: Rule, node: Node) -> Finding:
    label, value = found.options["label"], node.get("expression")
    old = context.text(unwrapped(value)) if value is not None else label
    literals = dict(
        pair.split(" => ") for pair in found.options.get("literals", "").split("; ") if pair
    )
    new = literals.get(old) or found.options["wrap"].replace("_", _part(context, value, label))
    edit = (context.name, node.start, node.end, f"~{label}:{new}")
    way = Way(f"Pass `~{label}:{new}`", found.applicability, (edit,))
    return context.finding(
        found,
        node,
        Rewrite((way,)),
        item=use.item.path,
        known_by=(OLD_NAMES,) if _is_only_believed(context, unwrapped(value or node)) else (),
        use=context.text(use.node),
        label=label,
        new=new,
    )


def _part(context: Context, value: Node | None, label: str) -> str:
    return context.text(value) if value is not None else label


def exact_nanoseconds(text: str) -> str:
    """A literal of seconds as a literal of nanoseconds; "" when it is none or not exact.

    By decimal places, never through a binary fraction: 0.1 is 100_000_000L, and so is 1e-1.
    """
    mantissa, exponential, exponent = text.replace("_", "").lower().partition("e")
    whole, point, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not (point or exponential) or not digits.isdecimal() or len(text) > _LONGEST:
        return ""
    if exponential and not exponent.lstrip("+-").isdecimal():
        return ""
    places = min(_SECOND + int(exponent or "0") - len(fraction), _LONGEST)
    if places < 0 and not digits.endswith("0" * -places):
        return ""
    value = int(digits + "0" * places) if places >= 0 else int(digits[:places] or "0")
    return f"{value:_}L" if value < 2**63 else ""


# -- the fix ---------------------------------------------------------------------------------------


def int64_arguments(project: Project, finding: Finding, facts: Int64Arguments) -> list[Proposal]:
    """Literals get their suffix, `Int64.to_int e` loses its call, the rest is converted."""
    editor = Editor(project, finding.file)
    for argument in facts.arguments:
        editor.replace_node(argument, _int64(editor, argument))
    return [
        Proposal("Pass `int64` arguments", finding.applicability, tuple(editor.edits), finding.rule)
    ]


def _int64(editor: Editor, node: Node) -> str:
    inner = unwrapped(node)
    text = editor.text(inner)
    if inner.kind == "number":
        return f"{text}L"
    if inner.kind == "sign_expression":
        return f"({text}L)"
    if inner.kind == "application_expression":
        function, arguments = inner.get("function"), inner.all("argument")
        if function is not None and editor.text(function) == "Int64.to_int" and len(arguments) == 1:
            return editor.text(arguments[0])
    return f"(Int64.of_int {atomic(editor, inner)})"
