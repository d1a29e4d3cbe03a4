"""Errors whose one type became two, by where they come from: what prints them, and where they meet.

`error_message`, which gave a string, became printers for `%a`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.errors import error_type
from mirageport.diagnostics.changes.results import RESULT_RESHAPED
from mirageport.ocaml.analysis import Use
from mirageport.ocaml.items import Item
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.types import CHANGED, Arrow, Row, origins_of, place_of, prune

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mirageport.diagnostics.kinds import Context, Editor, Finding, Node, Origin, Record, Rule


ERROR_MESSAGE = "error-message"
_ERROR = "`Error"


def find(context: Context) -> Iterator[Finding]:
    """Uses of `error_message`."""
    for use, found in context.ruled(ERROR_MESSAGE):
        arriving = _arriving(context, use)
        if len(arriving) > 1:
            yield _mixed(context, use, found, arriving)
            continue
        kind = next(iter(arriving), "error")
        qualified = context.sibling(use, f"pp_{kind}")
        facts = ErrorMessage(use.node, use.qualifier, qualified)
        yield context.used(found, use, facts, printer=qualified)


def _arriving(context: Context, use: Use) -> dict[str, str]:
    """The types of the target of the errors that are given to a use of `error_message`, each with
    what gives them."""
    function = prune(use.type) if use.type is not None else None
    found: dict[str, str] = {}
    for origin in origins_of(function.argument) if isinstance(function, Arrow) else ():
        kind = kind_of_error(context, origin)
        if kind:
            given = origin.use.node if isinstance(origin.use, Use) else None
            found.setdefault(kind, context.text(given) if given else origin.name)
    return found


def kind_of_error(context: Context, origin: Origin) -> str:
    """The name of the type that an error has at the target; "" where it is none of a device's."""
    if origin.kind != CHANGED:
        return ""
    if isinstance(origin.use, Use):
        return error_type(context.library, origin.use.item) if origin.path == _ERROR else ""
    return "error" if isinstance(origin.type_item, Item) else ""


def _mixed(context: Context, use: Use, found: Rule, arriving: dict[str, str]) -> Finding:
    name = context.text(use.node)
    printers = " and ".join(
        f"those of `{given}` with `{context.sibling(use, f'pp_{kind}')}`"
        for kind, given in sorted(arriving.items())
    )
    message = (
        f"`{name}` gets errors of two types here in {context.target}: print {printers}, each "
        "where it is returned, or let the function around it take the printer as an argument."
    )
    return context.used(found, use, message=message)


def merged(context: Context) -> Iterator[Finding]:
    """Errors of two types that meet in one."""
    for record in context.analysis.records:
        if record.rows:
            yield from _merged(context, record)


def _merged(context: Context, record: Record) -> Iterator[Finding]:
    seen: set[int] = set()
    for each in record.rows:
        row = prune(each)
        if not isinstance(row, Row) or len(row.origins) < 2 or id(row) in seen:
            continue
        seen.add(id(row))
        if row.owner is record:
            yield from _meeting(context, record, row)


def _meeting(context: Context, record: Record, row: Row) -> Iterator[Finding]:
    """What is to be said of a row that is the error of several calls."""
    uses: dict[tuple[str, str], Use] = {}
    for origin in sorted(row.origins, key=place_of):
        kind, use = kind_of_error(context, origin), origin.use
        if kind and isinstance(use, Use):
            uses.setdefault((_device(use), kind), use)
    if any(not module for module, _kind in uses):  # an error that is said to be another's
        uses = {("", kind): use for (_module, kind), use in uses.items()}
    if len(uses) < 2:
        return
    printed = " and ".join(
        f"`{context.text(use.node)}` returns `{use.sibling(kind)}`"
        for (_module, kind), use in uses.items()
    )
    (_module, kind), first = next(iter(uses.items()))
    printer = context.sibling(first, f"pp_{kind}")
    message = (
        f"This code mixes errors of two types: in {context.target} {printed}. Give them one type: "
        f'``Error (`Msg (Format.asprintf "%a" {printer} e))`` for the first, and the same with its '
        "own printer for the other."
    )
    for use in list(uses.values())[1:]:
        found = next(iter(context.rules_of(use.item.changes, RESULT_RESHAPED)), None)
        if found is None:
            continue
        nodes = [use.node, *_passed_on(context, record, row)]
        for node in nodes:
            yield context.finding(found, node, item=use.item.path, message=message)


def _device(use: Use) -> str:
    """The device that gives an error, "" where its type is said to be another's."""
    definition = use.module.type_def("error")
    return use.module.path if definition is not None and not definition.own else ""


def _passed_on(context: Context, record: Record, row: Row) -> Iterator[Node]:
    """Where an error is put into a result again."""
    for path in record.refs:
        type_ = context.analysis.types.get(path)
        parent = path.above
        function = parent.child("function")
        if not parent or not function or type_ is None or prune(type_) is not row:
            continue
        if context.text(function) in ("`Error", "Error", "Result.Error"):
            yield parent


# -- the fix ---------------------------------------------------------------------------------------


class ErrorMessage(NamedTuple):
    """`error_message`, which is a printer now. node: the path; printer: the new function."""

    node: Node
    qualifier: str
    printer: str

    def edit(self, editor: Editor) -> str:
        """`F.error_message` becomes `Format.asprintf "%a" F.pp_error`, called or passed on."""
        text = f'Format.asprintf "%a" {self.printer}'
        called = self.node.field == "function"
        outer = self.node.above.kind == "parenthesized_expression"
        editor.replace_node(self.node, text if called or outer else f"({text})")
        return f"Print the error with `{self.printer}`"
